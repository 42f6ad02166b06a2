//! Whose text a file is: what its markup, its cover, its address and its name say, and who is believed.

use super::claims::{self, SymbolClaim, is_year, squeezed};
use super::meta::MetaFacts;
use crate::import::akn::document::{Document, DocumentDoubt, DoubtKind};
use crate::import::akn::text::Reader;
use crate::import::akn::words::Language;
use crate::import::akn::xml::tree::{Id, Tree};
use crate::text::citation::is_citable;
use crate::text::model::DocumentKind;

/// All that is said of a document's symbol.
#[derive(Debug)]
pub(in crate::import::akn) struct Witnesses {
    markup: Option<SymbolClaim>,
    printed: String,
    address: Option<SymbolClaim>,
    cover: Option<SymbolClaim>,
    file: Option<SymbolClaim>,
    file_name: String,
    kind: String,
    language: String,
    adopted: Option<u16>,
}

impl Witnesses {
    pub(in crate::import::akn) fn of(
        tree: &Tree<'_>,
        root: Id,
        meta: &MetaFacts,
        adopted: Option<&str>,
        file_name: &str,
    ) -> Self {
        let text = |id: Id| Reader::new(tree).joined(id).text;
        let is_symbol = |id: Id| {
            tree.name(id) == "docNumber"
                && (tree.refers_to(id, "symbol") || tree.attribute(id, "refersTo").is_none())
        };
        let is_number =
            |id: Id| tree.name(id) == "docTitle" && tree.refers_to(id, "resolutionNumber");
        let kind = tree
            .elements(root)
            .next()
            .and_then(|id| tree.attribute(id, "name"))
            .unwrap_or_default()
            .into_owned();
        let printed = tree.first_named(is_symbol).map(text).unwrap_or_default();
        let stem = file_name
            .rsplit_once('.')
            .map_or(file_name, |(stem, _)| stem);
        Self {
            markup: claims::symbol(&printed),
            address: claims::address(&meta.uri, &kind),
            cover: tree
                .first_named(is_number)
                .map(text)
                .and_then(|line| claims::resolution(&line)),
            file: claims::file(stem),
            file_name: stem.to_string(),
            printed,
            kind,
            language: meta.language.clone(),
            adopted: adopted.and_then(|day| day.get(..4)?.parse().ok()),
        }
    }

    fn claims(&self) -> [(&'static str, Option<&SymbolClaim>); 4] {
        [
            ("number", self.markup.as_ref()),
            ("address", self.address.as_ref()),
            ("cover", self.cover.as_ref()),
            ("file name", self.file.as_ref()),
        ]
    }

    /// Writes symbol, kind and language into a document, and says who disagrees.
    pub(in crate::import::akn) fn judge(
        &self,
        document: &mut Document,
        doubts: &mut Vec<DocumentDoubt>,
    ) {
        let mut doubt = |kind, message| {
            doubts.push(DocumentDoubt::of_whole(kind, message));
        };
        let chosen = self.chosen();
        let citable = self.citable(chosen);
        let is_citable = citable.is_some();
        document.symbol = citable.unwrap_or_else(|| self.file_name.clone());
        if !is_citable {
            doubt(
                DoubtKind::SymbolUncitable,
                format!("`{}` can't be cited: it reads as a place", document.symbol),
            );
        }
        let claims = self.claims();
        let says_other = |claim: &SymbolClaim| chosen.is_some_and(|chosen| chosen.key != claim.key);
        if claims
            .iter()
            .any(|(_, claim)| claim.is_some_and(says_other))
        {
            doubt(DoubtKind::SymbolConflict, self.heard(&document.symbol));
        } else if self.year_differs(&document.symbol) {
            doubt(DoubtKind::SymbolYear, self.heard(&document.symbol));
        }
        if self.printed.trim().is_empty() {
            doubt(DoubtKind::SymbolEmpty, self.heard(&document.symbol));
        } else if self.printed != document.symbol
            && squeezed(&self.printed) == squeezed(&document.symbol)
        {
            doubt(
                DoubtKind::SymbolSpacing,
                format!("`{}` is read as {}", self.printed, document.symbol),
            );
        }
        document.kind = self.kind(&document.symbol);
        let named = match self.kind.as_str() {
            "presidentialStatement" => DocumentKind::Statement,
            "draftResolution" => DocumentKind::Draft,
            _ => DocumentKind::Resolution,
        };
        if named != document.kind && !self.kind.is_empty() {
            doubt(
                DoubtKind::KindConflict,
                format!(
                    "the markup says `{}`, the symbol is {}",
                    self.kind, document.symbol
                ),
            );
        }
        let tag = Language::of(&self.language).tag();
        let named = Some(self.language.as_str()).filter(|named| !named.is_empty());
        document.language = tag.or(named).unwrap_or("und").to_string();
        if tag.is_none() {
            let message = format!("the markup says `{}`", self.language);
            doubt(DoubtKind::LanguageUnknown, message);
        }
    }

    /// The symbol that is believed, else that of another witness, else what is printed, else the file's name: the
    /// first that can be cited.
    fn citable(&self, chosen: Option<&SymbolClaim>) -> Option<String> {
        let others = self.claims().into_iter().filter_map(|(_, claim)| claim);
        let claimed = chosen.into_iter().chain(others);
        let printed = Some(self.printed.clone()).filter(|printed| !printed.is_empty());
        claimed
            .map(|claim| self.symbol(claim))
            .chain(printed)
            .chain(std::iter::once_with(|| self.file_name.clone()))
            .find(|name| is_citable(name))
    }

    /// The claim that is believed.
    fn chosen(&self) -> Option<&SymbolClaim> {
        if let (Some(cover), Some(file)) = (&self.cover, &self.file)
            && cover.key == file.key
        {
            return Some(cover);
        }
        if let Some(file) = self.file.as_ref().filter(|file| is_draft(&file.key)) {
            return Some(file);
        }
        let claims: Vec<&SymbolClaim> = self
            .claims()
            .into_iter()
            .filter_map(|(_, claim)| claim)
            .collect();
        let voices = |key: &str| claims.iter().filter(|claim| claim.key == key).count();
        first_of_most(&claims, |claim| voices(&claim.key))
    }

    /// The symbol of a claim, with its year in brackets.
    fn symbol(&self, claim: &SymbolClaim) -> String {
        if !claim.key.starts_with("S/RES/") {
            let letters = match &self.markup {
                Some(markup) if markup.key == claim.key => &markup.letters,
                _ => &claim.letters,
            };
            return format!(
                "{}{}{letters}",
                claim.key,
                if letters.is_empty() || letters.starts_with('/') {
                    ""
                } else {
                    " "
                }
            );
        }
        match self.year(&claim.key) {
            Some(year) => format!("{} ({year})", claim.key),
            None => claim.key.clone(),
        }
    }

    /// The year that most name: the witnesses of this symbol, and the day of adoption.
    fn year(&self, key: &str) -> Option<u16> {
        let years = self.years(key);
        let voices = |year: u16| years.iter().filter(|&&other| other == year).count();
        first_of_most(&years, |&year| voices(year))
    }

    /// The years that are named, the most trusted first.
    fn years(&self, key: &str) -> Vec<u16> {
        let year =
            |claim: &Option<SymbolClaim>| claim.as_ref().filter(|claim| claim.key == key)?.year;
        [
            year(&self.cover),
            year(&self.file),
            self.adopted,
            year(&self.markup),
            year(&self.address),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn year_differs(&self, symbol: &str) -> bool {
        let Some((key, _)) = symbol.split_once(" (") else {
            return false;
        };
        let years = self.years(key);
        years.iter().any(|year| Some(year) != years.first())
    }

    fn heard(&self, symbol: &str) -> String {
        let mut heard: Vec<String> = Vec::new();
        for (name, claim) in self.claims() {
            heard.push(match claim {
                Some(claim) => format!("{name} {}", claim.shown()),
                None => format!("{name} nothing"),
            });
        }
        if let Some(year) = self.adopted {
            heard.push(format!("adopted {year}"));
        }
        format!("read as {symbol}: {}", heard.join(", "))
    }

    fn kind(&self, symbol: &str) -> DocumentKind {
        if symbol.starts_with("S/PRST/") || self.kind == "presidentialStatement" {
            DocumentKind::Statement
        } else if symbol.contains("/RES/") {
            DocumentKind::Resolution
        } else if is_draft(symbol) || self.kind == "draftResolution" {
            DocumentKind::Draft
        } else {
            DocumentKind::Resolution
        }
    }
}

/// `S/2024/37`, `A/77/L.5`.
fn is_draft(symbol: &str) -> bool {
    let mut parts = symbol.split('/');
    let (organ, first, second) = (parts.next(), parts.next(), parts.next());
    matches!(organ, Some("S")) && first.is_some_and(is_year) && second.is_some()
        || matches!(organ, Some("A" | "E")) && symbol.contains("/L.")
}

/// The first of those with the most voices.
fn first_of_most<T: Copy>(items: &[T], voices: impl Fn(&T) -> usize) -> Option<T> {
    // Of equals the last would be taken.
    items.iter().copied().rev().max_by_key(voices)
}
