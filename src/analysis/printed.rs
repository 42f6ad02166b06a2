//! The lines of a source that a paragraph fills, and what became of their words.
//!
//! A corpus keeps lines and text, not what an import did to the one until it was the other. That is seen from both: words
//! that were joined, words that stand elsewhere now or nowhere, words that are read otherwise.

use std::ops::Range;

use crate::text::corpus::{Corpus, ReadError, SourceError};
use crate::text::model::{Lines, Part, Place, Resolution, ResolutionId};

mod repairs;

use repairs::repairs;
pub use repairs::{LineRepair, LineRepairKind};

/// Lines of a source, blank ones and what stands between included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedLines {
    /// The number of the first line, from 1.
    pub first: u32,
    /// The lines in their order.
    pub lines: Vec<String>,
    /// What became of their words, in the order of lines; not known of a whole resolution.
    pub repairs: Vec<LineRepair>,
}

/// Why there are no lines to show.
#[derive(Debug, thiserror::Error)]
pub enum PrintedError {
    /// The corpus does not say where it stood.
    #[error("the corpus has no source lines of {0}")]
    Unknown(String),
    /// The source has no lines that count, as markup has none.
    #[error("{citation}: the corpus has no lines of `{file}`")]
    NoLines {
        /// What was asked for.
        citation: String,
        /// The source.
        file: String,
    },
    /// The source is not the one that was read.
    #[error("{citation} should fill lines {first} to {last} of its source, which has only {has}")]
    TooShort {
        /// What was asked for.
        citation: String,
        /// The first line that it should fill.
        first: u32,
        /// The last.
        last: u32,
        /// How many there are.
        has: usize,
    },
    /// There is no source to read.
    #[error("the lines can't be shown")]
    Source(#[from] SourceError),
    /// There is no resolution to read.
    #[error(transparent)]
    Resolution(#[from] ReadError),
}

impl PrintedLines {
    /// The lines of a passage with its points; of the opening, those before the first paragraph.
    ///
    /// ```
    /// use resolut::analysis::printed::PrintedLines;
    /// use resolut::bundle;
    ///
    /// let corpus = bundle::corpus();
    /// let place = corpus.read_citation("2/34-P:11", None)?.beginning();
    /// let printed = PrintedLines::of(&corpus, place)?;
    /// assert!(printed.lines[0].starts_with("11. Decides to consider"));
    /// assert_eq!(printed.repairs[0].said(), "joined “35th”");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The corpus does not know them, or the source can't be read.
    pub fn of(corpus: &Corpus, place: Place) -> Result<Self, PrintedError> {
        let resolution = corpus.read(place.resolution)?;
        let unit = resolution.unit(place.index());
        let filled = filled(&resolution, &unit).or_else(|| {
            let is_opening = resolution.passages.get(unit.start)?.part == Part::Opening;
            is_opening.then(|| head(&resolution)).flatten()
        });
        let citation = || corpus.cite(place).to_string();
        let mut printed = Self::cut(corpus, place.resolution, filled, citation)?;
        printed.repairs = repairs(printed.first, &printed.lines, &resolution, unit);
        Ok(printed)
    }

    /// All lines of a resolution.
    ///
    /// # Errors
    /// The corpus does not know them, or the source can't be read.
    pub fn of_resolution(corpus: &Corpus, id: ResolutionId) -> Result<Self, PrintedError> {
        let resolution = corpus.read(id)?;
        let filled = resolution.source.as_ref().and_then(|source| source.lines);
        Self::cut(corpus, id, filled, || {
            corpus.cite_resolution(id).to_string()
        })
    }

    fn cut(
        corpus: &Corpus,
        id: ResolutionId,
        filled: Option<Lines>,
        citation: impl Fn() -> String,
    ) -> Result<Self, PrintedError> {
        let Some([first, last]) = filled else {
            return Err(unknown(corpus, id, citation()));
        };
        let source = corpus.source_of(id)?;
        let before = (first as usize).saturating_sub(1);
        let many = (last as usize).saturating_sub(before);
        let lines = source.lines().skip(before).take(many);
        let lines: Vec<String> = lines.map(str::to_owned).collect();
        if lines.is_empty() {
            return Err(PrintedError::TooShort {
                citation: citation(),
                first,
                last,
                has: source.lines().count(),
            });
        }
        Ok(Self {
            first,
            lines,
            repairs: Vec::new(),
        })
    }

    /// The lines with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &str)> {
        (self.first..).zip(self.lines.iter().map(String::as_str))
    }
}

/// Why the lines of a citation are not known.
pub fn unknown(corpus: &Corpus, id: ResolutionId, citation: String) -> PrintedError {
    let source = corpus.resolution(id).source.clone();
    match source.filter(|source| source.lines.is_none()) {
        Some(source) => PrintedError::NoLines {
            citation,
            file: source.file.to_string(),
        },
        None => PrintedError::Unknown(citation),
    }
}

/// The lines that a unit fills.
fn filled(resolution: &Resolution, unit: &Range<usize>) -> Option<Lines> {
    let passages = resolution.passages.get(unit.clone())?.iter();
    let lines = passages.filter_map(|passage| passage.lines);
    lines.reduce(|[first, last], [from, to]| [first.min(from), last.max(to)])
}

/// The lines before the first paragraph.
fn head(resolution: &Resolution) -> Option<Lines> {
    let [first, last] = resolution.source.as_ref()?.lines?;
    let paragraphs = resolution.passages.iter();
    let mut paragraphs = paragraphs.filter(|passage| passage.part != Part::Opening);
    let end = match paragraphs.next() {
        Some(paragraph) => paragraph.lines?[0].saturating_sub(1),
        None => last,
    };
    Some([first, end.max(first)])
}
