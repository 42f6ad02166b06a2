//! What a paragraph refers to: citations in its running text, and the places that they lead to.
//!
//! One pass over the text, by a grammar of English resolutions (`named`, `lists`, `annexes`); whose paragraphs a
//! list names is decided by what stands around it (`owners`). The text alone counts: links of a source may be wrong,
//! and where they differ that is said ([`Reference::warning`]).
//!
//! Limits: *these resolutions*, *its paragraph* far from what it belongs to, and articles of treaties refer to
//! nothing here; numbers in words are not read.

use std::fmt;
use std::ops::Range;

use crate::text::citation::{Annex, Citation, CitedPart, Noun, Step, Target};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Place, Resolution, SpanKind};

mod annexes;
mod council;
mod lists;
mod named;
mod numbered;
mod owners;
mod setting;
#[cfg(test)]
mod tests;
mod whereabouts;
mod words;

pub use whereabouts::Whereabouts;

use super::lexemes::Lexemes;
use lists::{ParagraphItem, ParagraphList};
use named::NamedText;
use owners::{AnnexMention, Owner, Sentence};
use setting::Setting;

/// A citation in a running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its bytes in the text of the paragraph with its points.
    pub range: Range<usize>,
    /// What it names.
    pub referent: Referent,
    /// Whether it only says whose paragraphs other references name: the resolution of `paragraph 7 of resolution
    /// 1572 (2004)`.
    pub is_owner: bool,
    /// What speaks against it: a link of the source that leads elsewhere, a year that is not that of the number.
    pub warning: Option<String>,
}

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// A resolution, or places of it.
    Resolution {
        /// Its symbol; without its year where nothing tells that.
        symbol: String,
        /// What is cited of it; none for the whole.
        target: Option<Target>,
        /// Whether it is the resolution that the reference stands in.
        is_own: bool,
    },
    /// Another document: a letter, a report, a statement of the President.
    Document(String),
}

impl Referent {
    /// The symbol of the resolution or document.
    pub fn symbol(&self) -> &str {
        match self {
            Self::Resolution { symbol, .. } | Self::Document(symbol) => symbol,
        }
    }

    /// One word for what it is: `res`, `para` (of another), `self`, `annex`, `ga`, `prst` or `doc`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Document(symbol) if symbol.starts_with("S/PRST/") => "prst",
            Self::Document(_) => "doc",
            Self::Resolution {
                target: Some(target),
                is_own,
                ..
            } => match target.part {
                CitedPart::Annex(_) if target.steps.is_empty() => "annex",
                _ if *is_own => "self",
                _ => "para",
            },
            Self::Resolution { symbol, .. } if symbol.starts_with("A/RES/") => "ga",
            Self::Resolution { .. } => "res",
        }
    }
}

impl fmt::Display for Referent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Resolution { symbol, target, .. } => {
                let cited = Citation::Of {
                    symbol: symbol.clone(),
                    targets: target.iter().cloned().collect(),
                    claims: Vec::new(),
                };
                cited.fmt(f)
            }
            Self::Document(symbol) => f.write_str(symbol),
        }
    }
}

/// What the paragraph or point at `place` refers to, in the order of its text. A point is read within its paragraph,
/// and its bytes are counted from its own beginning.
///
/// ```
/// use resolut::analysis::references;
/// use resolut::text::corpus::Corpus;
///
/// let mut corpus = Corpus::default();
/// corpus.add_text(
///     r#"{"format": "resolut-corpus/1", "sessions": [
///         {"id": "2005", "organ": "Security Council", "name": "2005", "resolutions": [
///             {"symbol": "S/RES/1584 (2005)", "language": "en", "preamble": [], "operative": [
///                 {"number": "1", "text": "Recalls paragraph 7 of resolution 1572 (2004)."}]}]}]}"#,
/// )?;
/// let place = corpus.read_citation("1584:1", None).unwrap().beginning();
/// let cited = references::of(&corpus, place).unwrap();
/// let cited: Vec<_> = cited.iter().map(|one| one.referent.to_string()).collect();
/// assert_eq!(cited, ["S/RES/1572 (2004):7", "S/RES/1572 (2004)"]);
/// # Ok::<(), resolut::text::format::FormatError>(())
/// ```
///
/// # Errors
/// The resolution can't be read.
pub fn of(corpus: &Corpus, place: Place) -> Result<Vec<Reference>, ReadError> {
    let resolution = corpus.read(place.resolution)?;
    Ok(in_unit(corpus, place, &resolution))
}

/// The same of a resolution that is at hand.
pub fn in_unit(corpus: &Corpus, place: Place, resolution: &Resolution) -> Vec<Reference> {
    let paragraph = resolution.paragraph_of(place.index());
    let setting = Setting::of(corpus, place.resolution, resolution, paragraph);
    let text = resolution.unit_text(paragraph);
    let mut all = read(&text, &setting);
    note_links(&mut all, resolution, paragraph);
    let starts = resolution.unit_starts(paragraph);
    let from = starts.get(place.index() - paragraph).copied().unwrap_or(0);
    let unit = from..from + resolution.unit_text(place.index()).len();
    all.retain(|one| unit.contains(&one.range.start));
    for one in &mut all {
        one.range = one.range.start - from..one.range.end - from;
    }
    all
}

/// The references of a text that stands somewhere.
fn read(text: &str, setting: &Setting<'_>) -> Vec<Reference> {
    let lexemes = &Lexemes::of(text);
    let named = &named::named(lexemes, setting);
    let annexes = &annexes::annexes(lexemes, named, setting);
    let sentence = Sentence {
        lexemes,
        named,
        annexes,
    };
    let mut mentions = Mentions {
        setting,
        sentence: &sentence,
        owning: vec![false; named.len()],
        found: Vec::new(),
    };
    mentions.lists(&lists(&sentence));
    mentions.beside();
    mentions.annexes();
    mentions.named();
    let mut found = mentions.found;
    crate::text::sorting::sort_by_key(&mut found, |one| (one.range.start, one.range.end));
    found
}

/// All lists of paragraphs of a text.
fn lists(sentence: &Sentence<'_, '_>) -> Vec<ParagraphList> {
    let (lexemes, named) = (sentence.lexemes, sentence.named);
    let mut lists = Vec::new();
    let mut at = 0;
    while at < lexemes.len() {
        let Some(list) = lists::list(lexemes, at, named) else {
            at += 1;
            continue;
        };
        at = list.lexemes.end;
        lists.push(list);
        while let Some(further) = further(sentence, at) {
            at = further.lexemes.end;
            lists.push(further);
        }
    }
    lists
}

/// A list that goes on behind the resolution that another one named, and names one itself.
fn further(sentence: &Sentence<'_, '_>, end: usize) -> Option<ParagraphList> {
    let Some(Owner::Named(owner)) = sentence.behind(end) else {
        return None;
    };
    let behind = sentence.named[owner].lexemes.end;
    let list = lists::further(sentence.lexemes, behind, sentence.named)?;
    let is_owned = matches!(sentence.behind(list.lexemes.end), Some(Owner::Named(_)));
    (behind > end && is_owned).then_some(list)
}

/// The references of a text as they are found.
struct Mentions<'s, 't> {
    setting: &'s Setting<'s>,
    sentence: &'s Sentence<'s, 't>,
    /// Whether a resolution that is named has only its paragraphs named.
    owning: Vec<bool>,
    found: Vec<Reference>,
}

impl Mentions<'_, '_> {
    fn push(&mut self, lexemes: &Range<usize>, referent: Referent, is_owner: bool) {
        self.found.push(Reference {
            range: self.sentence.lexemes.bytes(lexemes),
            warning: other_year(&referent),
            referent,
            is_owner,
        });
    }

    /// The paragraphs that are named.
    fn lists(&mut self, lists: &[ParagraphList]) {
        let owners = self.sentence.owners(lists);
        // `subparagraphs (a) and (b) of paragraph 5`: the number stands in the list behind.
        let mut behind: Option<(usize, Owner, Option<String>)> = None;
        for (list, owner) in lists.iter().zip(owners).rev() {
            let is_lettered = list
                .items
                .first()
                .is_some_and(|first| first.number.is_none());
            let next = behind
                .take()
                .filter(|_| is_lettered && !list.items.iter().any(|item| item.is_here));
            let next = next.filter(|(start, ..)| self.is_of(list.lexemes.end, *start));
            let (owner, number) = match next {
                Some((_, owner, number)) => (owner, number),
                None => (owner, self.setting.number.clone()),
            };
            self.list(list, owner, number.as_deref());
            let first = list.items.first().and_then(|first| first.number.clone());
            behind = Some((list.lexemes.start, owner, first));
        }
    }

    /// Whether only *of* stands between them.
    fn is_of(&self, end: usize, start: usize) -> bool {
        let lexemes = self.sentence.lexemes;
        let passed = |at: usize| lexemes.is(at, &["of", "in", "the", "operative"]);
        start > end && (end..start).all(passed)
    }

    fn list(&mut self, list: &ParagraphList, owner: Owner, number: Option<&str>) {
        let each = list
            .items
            .iter()
            .map(|item| self.referent(list, item, owner, number));
        let Some(each) = each.collect::<Option<Vec<_>>>() else {
            return;
        };
        if let Owner::Named(owner) = owner {
            self.owning[owner] = true;
        }
        for (item, referent) in list.items.iter().zip(each) {
            self.push(&item.lexemes, referent, false);
        }
    }

    /// What an item names; none where it is not ours to follow.
    fn referent(
        &self,
        list: &ParagraphList,
        item: &ParagraphItem,
        owner: Owner,
        number: Option<&str>,
    ) -> Option<Referent> {
        let number = item.number.as_deref().or(number)?;
        let steps = std::iter::once(number).chain(item.points.iter().map(String::as_str));
        let target = |part: CitedPart| Target {
            part: if list.is_preambular {
                CitedPart::Preamble
            } else {
                part
            },
            steps: steps.clone().map(Step::first).collect(),
            to: item.to.as_ref().map(Step::first),
        };
        let own = |part: &CitedPart| {
            let own = target(part.clone());
            let in_body = target(CitedPart::Operative);
            let is_in_body = !self.setting.has_place(&own) && self.setting.has_place(&in_body);
            self.own(if is_in_body { in_body } else { own })
        };
        let here = &self.setting.part;
        match owner {
            _ if item.is_here => Some(own(here)),
            Owner::Own { is_part: true } => Some(own(here)),
            Owner::Own { is_part: false } => Some(own(&CitedPart::Operative)),
            Owner::Unsaid => {
                let is_there = self.setting.has_place(&target(here.clone()));
                (is_there && !self.setting.is_preamble).then(|| own(here))
            }
            Owner::Named(named) => Some(self.of(named, Some(target(CitedPart::Operative)))),
            Owner::Annex(annex) => {
                let annex = &self.sentence.annexes[annex];
                self.in_annex(annex, Some(target(CitedPart::Annex(cited(annex)))))
            }
            Owner::Foreign => None,
        }
    }

    /// Places of this resolution.
    fn own(&self, target: Target) -> Referent {
        Referent::Resolution {
            symbol: self.setting.symbol().to_owned(),
            target: Some(target),
            is_own: true,
        }
    }

    /// A resolution that the text names, or places of it.
    fn of(&self, named: usize, target: Option<Target>) -> Referent {
        let symbol = self.sentence.named[named].symbol.clone();
        Referent::Resolution {
            is_own: symbol == self.setting.symbol(),
            symbol,
            target,
        }
    }

    /// An annex, or places of it.
    fn in_annex(&self, annex: &AnnexMention, target: Option<Target>) -> Option<Referent> {
        let target = target.unwrap_or_else(|| Target::whole(CitedPart::Annex(cited(annex))));
        match annex.owner {
            Owner::Own { .. } => Some(self.own(target)),
            Owner::Named(named) => Some(self.of(named, Some(target))),
            _ => None,
        }
    }

    fn annexes(&mut self) {
        let annexes = self.sentence.annexes;
        for annex in annexes {
            let Some(referent) = self.in_annex(annex, None) else {
                continue;
            };
            if let Owner::Named(owner) = annex.owner {
                self.owning[owner] = true;
            }
            self.push(&annex.lexemes, referent, false);
        }
    }

    fn named(&mut self) {
        let all = self.sentence.named;
        for (position, named) in all.iter().enumerate() {
            let NamedText {
                symbol,
                is_resolution,
                ..
            } = named;
            let referent = if *is_resolution {
                self.of(position, None)
            } else {
                Referent::Document(symbol.clone())
            };
            self.push(&named.lexemes, referent, self.owning[position]);
        }
    }

    /// *The above paragraph*, *the paragraph above*: the one before this.
    fn beside(&mut self) {
        let lexemes = self.sentence.lexemes;
        for at in 0..lexemes.len() {
            let is_named = lexemes.is(at, &["above", "previous", "preceding"])
                && lexemes.is(at + 1, &["paragraph"])
                && lexemes.number(at + 2).is_none();
            let is_this = lexemes.is(at.wrapping_sub(1), &["this", "that"]);
            let is_above =
                !is_this && lexemes.is(at, &["paragraph"]) && lexemes.is(at + 1, &["above"]);
            let Some(previous) = self
                .setting
                .previous
                .as_deref()
                .filter(|_| is_named || is_above)
            else {
                continue;
            };
            let referent = self.own(Target {
                part: self.setting.part.clone(),
                steps: vec![Step::first(previous)],
                to: None,
            });
            self.push(&(at..at + 2), referent, false);
        }
    }
}

/// An annex as it is cited.
fn cited(annex: &AnnexMention) -> Annex {
    Annex {
        noun: Noun::Annex,
        step: annex.step.clone(),
    }
}

/// That the resolution of a number is of another year than the text says.
fn other_year(referent: &Referent) -> Option<String> {
    let symbol = referent.symbol().strip_prefix("S/RES/")?;
    let (number, year) = symbol.strip_suffix(')')?.split_once(" (")?;
    let known = council::year_of(number.parse().ok()?)?;
    (year.parse() != Ok(known)).then(|| format!("resolution {number} is of {known}"))
}

/// Says of references where a link of the source leads elsewhere.
fn note_links(all: &mut [Reference], resolution: &Resolution, paragraph: usize) {
    let starts = resolution.unit_starts(paragraph);
    let unit = resolution.passages.get(resolution.unit(paragraph));
    for (passage, start) in unit.unwrap_or_default().iter().zip(starts) {
        for span in &passage.spans {
            let SpanKind::Link(address) = &span.kind else {
                continue;
            };
            let linked = start + span.range.start as usize..start + span.range.end as usize;
            let mut met = all
                .iter_mut()
                .filter(|one| one.range.start < linked.end && linked.start < one.range.end);
            if let Some(reference) = met.find(|one| one.is_named()) {
                let linked = reference.other_symbol(address);
                let linked =
                    linked.map(|linked| format!("the source links these words to {linked}"));
                reference.warning = linked.or(reference.warning.take());
            }
        }
    }
}

impl Reference {
    /// Whether it names a resolution or a document as a whole.
    fn is_named(&self) -> bool {
        !matches!(
            self.referent,
            Referent::Resolution {
                target: Some(_),
                ..
            }
        )
    }

    /// The symbol of an address, where it is another one.
    fn other_symbol(&self, address: &str) -> Option<String> {
        let Ok(Citation::Of { symbol, .. }) = address.parse::<Citation>() else {
            return None;
        };
        let letters = |symbol: &str| -> String {
            let alone = symbol.chars().filter(|c| c.is_alphanumeric());
            alone.flat_map(char::to_lowercase).collect()
        };
        (letters(&symbol) != letters(self.referent.symbol())).then_some(symbol)
    }
}
