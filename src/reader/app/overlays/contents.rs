//! The outline of the open resolution as a list that is narrowed by words.

use crate::reader::app::outline::{Outline, OutlineRow};
use crate::text::corpus::TitleWords;
use crate::text::model::{Place, Resolution, ResolutionId};

/// The entries of an outline, each with the words that it is found by.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    id: ResolutionId,
    /// By their position in the outline.
    entries: Vec<ContentsEntry>,
}

#[derive(Clone, Debug, PartialEq)]
struct ContentsEntry {
    /// The passage where a reader stops there.
    stop: usize,
    /// Whether it names what stands below it.
    is_name: bool,
    words: String,
}

impl Contents {
    pub(super) fn of(outline: &Outline, resolution: &Resolution, id: ResolutionId) -> Self {
        let entries = outline.entries().iter();
        let entries = entries.map(|entry| ContentsEntry {
            stop: entry.stop,
            is_name: !matches!(entry.row, OutlineRow::Passage(_)),
            words: TitleWords::fold(&entry.row.words(resolution)),
        });
        Self {
            id,
            entries: entries.collect(),
        }
    }

    /// How many there are, whatever narrows them.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// Where an entry leads.
    pub(super) fn place(&self, at: usize) -> Place {
        Place::new(self.id, self.entries[at].stop)
    }

    /// The entries that what was typed leaves: parts and headings, or where none of them has the words,
    /// passages.
    pub(super) fn left(&self, typed: &str) -> Vec<usize> {
        let all = 0..self.count();
        if typed.trim().is_empty() {
            return all.collect();
        }
        let typed = TitleWords::read(typed);
        let (names, passages): (Vec<_>, Vec<_>) = all
            .filter(|&at| typed.fit(&self.entries[at].words))
            .partition(|&at| self.entries[at].is_name);
        if names.is_empty() { passages } else { names }
    }
}
