//! How a place is spelled out for quotation.

use super::Corpus;
use super::articles::AnnexArticle;
use super::parts::Parts;
use super::siblings::Siblings;
use crate::text::citation::{
    Annex, CitedPart, Noun, Step, capitals, label, ordinal, roman, titled,
};
use crate::text::model::{DocumentKind, Place, Resolution};

impl Corpus {
    /// The place in words, as a quotation gives its source: organ, session, resolution, paragraph.
    ///
    /// # Panics
    /// If the place is not of this corpus.
    pub fn spell_out(&self, place: Place) -> String {
        let resolution = self.resolution(place.resolution);
        let session = self.session(self.session_of(place.resolution));
        // `Resolution No. S/RES/2505` would say it twice.
        let number = if resolution.symbol.starts_with(char::is_numeric) {
            "No. "
        } else {
            ""
        };
        let language = self.cited_language(place.resolution);
        let language = language.map_or_else(String::new, |language| format!("@{language}"));
        format!(
            "{}, {}, Resolution {number}{}, {}{language}",
            session.organ,
            session.name,
            resolution.symbol,
            in_words(&resolution, place.index()),
        )
    }
}

impl Corpus {
    /// The part that a place stands in, in words, where that must be said of its paragraphs: `annex II`.
    ///
    /// # Panics
    /// If the place is not of this corpus.
    pub fn part_in_words(&self, place: Place) -> String {
        part_in_words(&self.resolution(place.resolution), place.index()).0
    }
}

/// A paragraph or point on the way down to the one that is spelled out.
struct PathStep {
    /// Its passage.
    index: usize,
    step: Step,
    /// How many beside it have its label, with itself.
    alike: usize,
}

/// The steps from the paragraph down to the passage at `index`.
fn path(resolution: &Resolution, index: usize, article: Option<&AnnexArticle>) -> Vec<PathStep> {
    let mut path = Vec::new();
    let parts = Parts::of(resolution);
    let part = parts.cited(resolution.passages[index].part);
    let mut siblings = match article {
        Some(article) => Siblings::new(resolution, article.paragraphs.clone()),
        None => Siblings::of_parts(resolution, &parts.paragraphs(&part)),
    };
    while let Some((at, step)) = siblings.members().take_while(|(at, _)| *at <= index).last() {
        path.push(PathStep {
            index: at,
            step: step.clone(),
            alike: siblings.count(&step.label),
        });
        if at == index {
            break;
        }
        siblings = Siblings::below(resolution, at);
    }
    path
}

fn in_words(resolution: &Resolution, index: usize) -> String {
    let Some(index) = resolution.cited_as(index) else {
        return part_in_words(resolution, index).0;
    };
    let (part, noun) = part_in_words(resolution, index);
    if noun.is_empty() {
        return part;
    }
    let article = AnnexArticle::around(resolution, index);
    let mut above = part;
    let mut from = 0;
    if let Some(article) = &article {
        above = format!("{above}, article {}", article_in_words(&article.step));
        from = usize::from(article.only(resolution).is_some());
    }
    if from == 0 && !above.is_empty() {
        above += ", ";
    }
    let steps = path(resolution, index, article.as_ref());
    let steps = steps.into_iter().enumerate().skip(from);
    let words = steps.map(|(depth, step)| step.in_words(resolution, depth, noun));
    above + &words.collect::<String>()
}

/// The number of an article: `3`, `XII`, `1 (second of that number)`.
fn article_in_words(number: &Step) -> String {
    let label = &number.label;
    let printed = if label.starts_with(char::is_alphabetic) {
        capitals(label)
    } else {
        label.clone()
    };
    match number.nth {
        1 => printed,
        nth => format!("{printed} ({} of that number)", ordinal(nth)),
    }
}

impl PathStep {
    /// The step in a sentence, at a depth of points below the paragraph; `noun` is what paragraphs are called.
    fn in_words(&self, resolution: &Resolution, depth: usize, noun: &str) -> String {
        let Self { index, step, alike } = self;
        let nth = ordinal(step.nth);
        let printed = resolution.passages[*index].number.as_deref();
        // As printed where that reads back: `7a` would read as point (a) of paragraph 7.
        let reads_back = |printed: &&str| {
            label(printed) == step.label && printed.contains('.') == step.label.contains('.')
        };
        let number = match printed.filter(reads_back) {
            Some(printed) if depth == 0 || printed.starts_with('(') => printed,
            Some(printed) => &format!("({printed})"),
            None if depth > 0 => &format!("({})", step.label),
            None => &step.label,
        };
        let repeated = if *alike > 1 {
            format!(" ({nth} of that number)")
        } else {
            String::new()
        };
        match (depth, step.label.is_empty()) {
            (0, true) => format!("{nth} unnumbered {noun}"),
            (0, false) => format!("{noun} {number}{repeated}"),
            (_, true) => format!(", {nth} unnumbered point"),
            (_, false) => format!(" {number}{repeated}"),
        }
    }
}

/// The part that a passage stands in, where it must be said, and what its paragraphs are called.
fn part_in_words(resolution: &Resolution, index: usize) -> (String, &'static str) {
    let parts = Parts::of(resolution);
    let is_statement = resolution.kind == DocumentKind::Statement;
    match parts.cited(resolution.passages[index].part) {
        CitedPart::Opening => ("opening".to_owned(), ""),
        CitedPart::Preamble => (String::new(), "preambular paragraph"),
        CitedPart::Operative if is_statement => (String::new(), "paragraph"),
        CitedPart::Operative => (String::new(), "operative paragraph"),
        CitedPart::AnnexPreamble(annex) => (
            annex_in_words(resolution, annex, index),
            "preambular paragraph",
        ),
        CitedPart::Annex(annex) if annex.noun == Noun::Section => (
            annex_in_words(resolution, annex, index),
            "operative paragraph",
        ),
        CitedPart::Annex(annex) => (annex_in_words(resolution, annex, index), "paragraph"),
    }
}

/// An annex as it stands in a sentence: `annex III`, `annex B`; the number of a counted one is Roman.
fn annex_in_words(resolution: &Resolution, annex: Annex, index: usize) -> String {
    let noun = annex.noun.name();
    let Some(Step { label, nth }) = annex.step else {
        return noun.to_owned();
    };
    let position = resolution.passages[index].part.annex();
    let is_counted = position.is_none_or(|at| titled(&resolution.annex_title(at)).1.is_none());
    let counted = label.parse().ok().filter(|_| is_counted).and_then(roman);
    let printed = counted.unwrap_or_else(|| capitals(&label));
    if nth == 1 && !label.is_empty() {
        format!("{noun} {printed}")
    } else {
        format!("{noun} {printed}~{nth}")
    }
}
