//! Two resolutions compared, as a list of their paragraphs.

use super::word_diff::{WordingPair, counted_changes};
use crate::analysis::compare::{self, ComparedRow, Fate};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::counted::counted;
use crate::text::model::{Place, ResolutionId};
use crate::text::typeset::columns;

/// Two resolutions paragraph by paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier one and the later one.
    pub of: [ResolutionId; 2],
    /// What became of each paragraph, in the order of the later one.
    pub rows: Vec<ComparedRow>,
    /// The columns that the numbers of the paragraphs of each take.
    pub widths: [usize; 2],
    /// Whether both are one resolution in two languages: no words are the same then, and none changed.
    pub is_of_languages: bool,
}

impl Comparison {
    pub(super) fn of(corpus: &Corpus, of: [ResolutionId; 2]) -> Result<Self, ReadError> {
        Ok(Self::with(compare::rows(corpus, of[0], of[1])?, of, corpus))
    }

    /// A text beside the same in another language.
    pub(super) fn of_languages(corpus: &Corpus, of: [ResolutionId; 2]) -> Result<Self, ReadError> {
        let rows = compare::languages(corpus, of[0], of[1])?;
        Ok(Self {
            is_of_languages: true,
            ..Self::with(rows, of, corpus)
        })
    }

    fn with(rows: Vec<ComparedRow>, of: [ResolutionId; 2], corpus: &Corpus) -> Self {
        let pairs: Vec<_> = rows.iter().map(|row| row.pair(corpus)).collect();
        let widest = |side: usize| pairs.iter().map(|pair| columns(&pair[side])).max();
        let widths = [0, 1].map(|side| widest(side).unwrap_or_default());
        Self {
            of,
            rows,
            widths,
            is_of_languages: false,
        }
    }

    /// Where a row leads: into the open resolution, or else where it has a paragraph.
    pub fn place(&self, at: usize, open: ResolutionId) -> Option<Place> {
        let row = self.rows.get(at)?;
        let side = [&row.from, &row.to][selected(row, open)];
        side.first().copied()
    }

    /// Whether a row is no longer what it was, or where it was.
    pub(super) fn is_changed(&self, at: usize) -> bool {
        let row = &self.rows[at];
        row.fate != Fate::Same || row.is_moved
    }

    /// How many rows there are of each kind, in words.
    pub fn counted(&self) -> String {
        if self.is_of_languages {
            return counted(self.rows.len(), "paragraph");
        }
        let count = |fate: Fate| self.rows.iter().filter(|row| row.fate == fate).count();
        let counts = Fate::ALL.map(|fate| (count(fate), fate.name())).into_iter();
        let moved = self.rows.iter().filter(|row| row.is_moved).count();
        let counts = counts.chain([(moved, "moved")]);
        let counts = counts.filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts
            .map(|(count, name)| format!("{count} {name}"))
            .collect();
        counts.join(", ")
    }

    /// Both sides of a row, and what became of it.
    pub(super) fn pair(
        &self,
        at: usize,
        open: ResolutionId,
        corpus: &Corpus,
    ) -> Option<WordingPair> {
        let row = self.rows.get(at)?;
        let lost = |lost: ReadError| [lost.to_string(), lost.to_string()];
        let texts = row.texts(corpus).unwrap_or_else(lost);
        Some(WordingPair {
            places: [row.from.clone(), row.to.clone()],
            selected: selected(row, open),
            said: if self.is_of_languages {
                Vec::new()
            } else {
                vec![said(row, &texts)]
            },
            texts,
            is_of_languages: self.is_of_languages,
        })
    }
}

/// The side of a row that is in the open resolution, or else the later one of those that are there.
fn selected(row: &ComparedRow, open: ResolutionId) -> usize {
    let sides = [&row.from, &row.to];
    let is_open = |side: &&Vec<Place>| side.first().is_some_and(|place| place.resolution == open);
    let later = usize::from(!row.to.is_empty());
    sides.iter().position(is_open).unwrap_or(later)
}

/// What became of a row.
fn said(row: &ComparedRow, texts: &[String; 2]) -> String {
    let ([from, to], mut said) = (texts, row.told());
    if row.has_other_letters(texts) {
        said.push_str(" but for capitals");
    }
    if row.is_other() {
        let percent = (row.likeness * 100.0).min(99.0);
        said = format!("{said}, {percent:.0} % the same");
        said.extend(counted_changes(from, to).map(|counted| ["; ", &counted].concat()));
    }
    said
}
