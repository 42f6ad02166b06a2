//! Whose text a file is: what its markup, its cover, its address and its name say, and who is believed.

use super::meta::MetaFacts;
use crate::import::akn::document::{Document, DocumentDoubt, DoubtKind};
use crate::import::akn::text::Reader;
use crate::import::akn::words::Language;
use crate::import::akn::xml::tree::{Id, Tree};
use crate::text::citation::is_citable;
use crate::text::model::DocumentKind;

/// What one witness says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct SymbolClaim {
    /// The symbol without year and letters: `S/RES/2505`, `A/RES/77/264`.
    key: String,
    /// The year in brackets.
    year: Option<u16>,
    /// Letters behind the symbol: `A–C`.
    letters: String,
}

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
            markup: symbol(&printed),
            address: address(&meta.uri, &kind),
            cover: tree
                .first_named(is_number)
                .map(text)
                .and_then(|line| resolution(&line)),
            file: file(stem),
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

impl SymbolClaim {
    fn shown(&self) -> String {
        let year = self
            .year
            .map(|year| format!(" ({year})"))
            .unwrap_or_default();
        format!("{}{year}", self.key)
    }

    fn of(key: String) -> Self {
        Self {
            key,
            ..Self::default()
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

fn is_year(text: &str) -> bool {
    text.len() == 4
        && text
            .parse()
            .is_ok_and(|year: u16| (1945..2100).contains(&year))
}

/// The first of those with the most voices.
fn first_of_most<T: Copy>(items: &[T], voices: impl Fn(&T) -> usize) -> Option<T> {
    // Of equals the last would be taken.
    items.iter().copied().rev().max_by_key(voices)
}

/// A text without its spaces.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a character can stand in a symbol: `A/RES/77/264 A–C`, `S/2024/37 (Vol. II)`.
fn is_of_symbol(c: char) -> bool {
    c.is_alphanumeric() || "/.,-–—&()（）".contains(c)
}

/// A symbol as printed: `S/RES/2505 (2020)`, `S/PRST/2000/27/Corr.1`, `A/RES/77/264 A–C`.
fn symbol(printed: &str) -> Option<SymbolClaim> {
    let squeezed = squeezed(printed).replace('*', "");
    if let Some(rest) = squeezed.strip_prefix("S/RES/") {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let year = rest
            .get(digits.len()..)?
            .trim_matches(['(', ')', '（', '）']);
        if digits.is_empty() {
            return None;
        }
        let year = is_year(year).then(|| year.parse().ok()).flatten();
        return Some(SymbolClaim {
            year,
            ..SymbolClaim::of(format!("S/RES/{digits}"))
        });
    }
    let starts = ["S/", "A/", "E/"]
        .iter()
        .any(|organ| squeezed.starts_with(organ));
    if !starts || !squeezed.chars().all(is_of_symbol) {
        return None;
    }
    let digit = squeezed.rfind(|c: char| c.is_ascii_digit())?;
    let (key, letters) = squeezed.split_at(digit + 1);
    Some(SymbolClaim {
        letters: letters.to_string(),
        ..SymbolClaim::of(key.to_string())
    })
}

/// A cover line that names a resolution in any language: a number, and a year in brackets.
fn resolution(line: &str) -> Option<SymbolClaim> {
    let squeezed = squeezed(line);
    let (before, behind) = squeezed.split_once(['(', '（'])?;
    let name = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = before.get(name.len()..)?;
    let year = behind.split([')', '）']).next()?;
    if digits.is_empty() || digits.len() > 5 || !is_year(year) {
        return None;
    }
    Some(SymbolClaim {
        year: year.parse().ok(),
        ..SymbolClaim::of(format!("S/RES/{digits}"))
    })
}

/// The address of a work: `/akn/un/statement/deliberation/unsc/2020-01-10/2505-2020/`.
fn address(uri: &str, kind: &str) -> Option<SymbolClaim> {
    let mut parts = uri.trim_end_matches('/').rsplit('/');
    if uri.ends_with("//") {
        return None;
    }
    let (first, second) = parts.next()?.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(first) {
        return None;
    }
    if uri.contains("/unga/") {
        let digits: String = second.chars().take_while(char::is_ascii_digit).collect();
        return (!digits.is_empty()).then(|| SymbolClaim::of(format!("A/RES/{first}/{digits}")));
    }
    if !is_number(second) {
        return None;
    }
    match kind {
        "presidentialStatement" if is_year(first) => {
            Some(SymbolClaim::of(format!("S/PRST/{first}/{second}")))
        }
        "draftResolution" if is_year(first) => Some(SymbolClaim::of(format!("S/{first}/{second}"))),
        _ if is_year(second) => Some(SymbolClaim {
            year: second.parse().ok(),
            ..SymbolClaim::of(format!("S/RES/{first}"))
        }),
        _ => None,
    }
}

/// The name of a file: `S_RES_2505 (2020)-2000123E`, `S_PRST_2000_27_Corr.1-0060049E`, `A_RES_77_264 A-C-2300152R`.
fn file(stem: &str) -> Option<SymbolClaim> {
    let words: Vec<&str> = stem
        .split(['_', '-', ' ', '(', ')', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let digits = |word: &str| {
        word.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    };
    match words.as_slice() {
        ["S", "RES", number, rest @ ..] | ["SRES" | "SC", number, rest @ ..]
            if !digits(number).is_empty() =>
        {
            let year = rest
                .first()
                .filter(|year| is_year(year))
                .and_then(|year| year.parse().ok());
            Some(SymbolClaim {
                year,
                ..SymbolClaim::of(format!("S/RES/{}", digits(number)))
            })
        }
        ["S", "PRST", year, number, rest @ ..] if is_year(year) && !digits(number).is_empty() => {
            let mut key = format!("S/PRST/{year}/{}", digits(number));
            if let Some(part) = rest.first().filter(|part| {
                ["Corr.", "Add.", "Rev."]
                    .iter()
                    .any(|word| part.starts_with(word))
            }) {
                key = format!("{key}/{part}");
            }
            Some(SymbolClaim::of(key))
        }
        ["A", "RES", session, number, ..]
            if !digits(session).is_empty() && !digits(number).is_empty() =>
        {
            Some(SymbolClaim::of(format!(
                "A/RES/{}/{}",
                digits(session),
                digits(number)
            )))
        }
        ["S", year, number, ..] if is_year(year) && !digits(number).is_empty() => {
            Some(SymbolClaim::of(format!("S/{year}/{}", digits(number))))
        }
        _ => None,
    }
}
