//! Two resolutions paragraph by paragraph: what stayed, what changed, what was split or merged, what came and went.
//!
//! Paragraphs are paired by the likeness of their words alone, the most alike first, wherever they stand: an order
//! would cost each paragraph that was moved. What is left then may be a part of one that is paired: it is, where a run of
//! its words stands in what that one has beside its pair. All others are new or dropped.
//!
//! Limits: a paragraph stands in one row only; headings, tables and the opening are in none; what is said anew in other
//! words is dropped and new.

use super::likeness::WeighedTexts;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Part, Passage, Place, Resolution, ResolutionId};
use crate::text::visible::ascii;

mod languages;
mod pairs;
mod rows;
#[cfg(test)]
mod tests;
mod told;

pub use languages::languages;
pub use told::{in_order, refusal, summary};

/// What became of a paragraph, or of several that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The same words; their case and the sign at the end may be another.
    Same,
    /// Another wording.
    Changed,
    /// Parted into several.
    Split,
    /// Several made one.
    Merged,
    /// Only the earlier resolution has it.
    Dropped,
    /// Only the later one has it.
    New,
}

impl Fate {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 6] = [
        Self::Same,
        Self::Changed,
        Self::Split,
        Self::Merged,
        Self::Dropped,
        Self::New,
    ];

    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Dropped => "dropped",
            Self::New => "new",
        }
    }
}

/// Paragraphs of two resolutions that belong together. Each paragraph, with its points, stands in one row.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// Of the earlier resolution; none of what is new.
    pub from: Vec<Place>,
    /// Of the later one; none of what was dropped.
    pub to: Vec<Place>,
    /// What became of it.
    pub fate: Fate,
    /// Whether it stands elsewhere among the others than it did.
    pub is_moved: bool,
    /// How alike they are, from 0 to 1; 0 where there is nothing to compare.
    pub likeness: f32,
}

/// Compares two resolutions: rows in the order of the later one, what was dropped where it stood.
///
/// ```
/// use resolut::analysis::compare;
/// use resolut::bundle;
///
/// let corpus = bundle::corpus();
/// let id = |symbol| corpus.named(symbol).expect("it is here");
/// let rows = compare::rows(&corpus, id("2/34-P"), id("3/34-P"))?;
/// let cite = |places: &[_]| places.iter().map(|&place| corpus.cite(place).to_string()).collect::<Vec<_>>();
/// let row = rows.iter().find(|row| cite(&row.from) == ["2/34-P:8"]).expect("it stands in a row");
/// assert_eq!(cite(&row.to), ["3/34-P:6"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// One of them can't be read.
pub fn rows(
    corpus: &Corpus,
    from: ResolutionId,
    to: ResolutionId,
) -> Result<Vec<ComparedRow>, ReadError> {
    let sides = [from, to].map(|id| corpus.read(id).map(|read| ComparedText::of(id, &read)));
    let [from, to] = sides;
    let (from, to) = (from?, to?);
    let texts = from.texts.iter().chain(&to.texts).map(String::as_str);
    let wordings = WeighedTexts::of(texts);
    let pairs = pairs::pairs(&wordings, &from, &to);
    Ok(rows::rows(&wordings, &from, &to, &pairs))
}

/// The texts of the paragraphs of a resolution, each with its points.
pub(super) fn texts(corpus: &Corpus, id: ResolutionId) -> Result<Vec<String>, ReadError> {
    Ok(ComparedText::of(id, &*corpus.read(id)?).texts)
}

/// The paragraphs of a resolution.
struct ComparedText {
    places: Vec<Place>,
    /// The parts they stand in.
    parts: Vec<Part>,
    /// With their points.
    texts: Vec<String>,
}

impl ComparedText {
    fn of(id: ResolutionId, resolution: &Resolution) -> Self {
        let all = resolution.passages.iter().enumerate();
        let is_compared =
            |passage: &Passage| passage.is_paragraph() && passage.part != Part::Opening;
        let (mut places, mut parts, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (index, passage) in all.filter(|(_, passage)| is_compared(passage)) {
            places.push(Place::new(id, index));
            parts.push(passage.part);
            texts.push(resolution.unit_text(index).into_owned());
        }
        Self {
            places,
            parts,
            texts,
        }
    }
}

/// Whether two texts have the same words and signs, whatever their case, the sign that they end with and the form of
/// quotation marks and dashes.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    set_alike(one).to_lowercase() == set_alike(other).to_lowercase()
}

/// The same, and in the same case.
pub(super) fn same_letters(one: &str, other: &str) -> bool {
    set_alike(one) == set_alike(other)
}

/// A text with single blanks, quotation marks and dashes of one form and without the sign that it ends with.
pub(super) fn set_alike(text: &str) -> String {
    let text = text.trim_end().trim_end_matches([',', ';', ':', '.']);
    let words: Vec<_> = text.split_whitespace().collect();
    let signs = words.join(" ");
    signs.chars().map(|c| ascii(c).unwrap_or(c)).collect()
}
