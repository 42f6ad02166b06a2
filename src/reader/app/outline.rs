//! The outline of the open resolution: its parts, headings and passages. Parts and headings fold what stands below
//! them, where there is more to a resolution than its preamble and its operative part.

use std::ops::Range;

use super::list::{Cursor, CursorStep};
use crate::text::model::{Part, Resolution};

mod entries;
mod names;

/// What a row of the outline stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlineRow {
    /// The name of a part, over its passages.
    Part(Part),
    /// A heading among the passages, or several of one level right below each other.
    Heading {
        /// Their indexes.
        passages: Range<usize>,
        /// How many levels it stands below the highest heading of its part.
        below: u8,
    },
    /// Any other passage, by its index.
    Passage(usize),
}

impl OutlineRow {
    /// What it says: a name, or a text with its number before it.
    pub fn words(&self, resolution: &Resolution) -> String {
        match self {
            Self::Part(part) => resolution.part_title(*part).into_owned(),
            Self::Heading { passages, .. } => resolution.heading_title(passages.clone()),
            Self::Passage(index) => resolution.heading_title(*index..index + 1),
        }
    }
}

/// Whether what a row folds is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Its rows stand below.
    Open,
    /// They do not.
    Closed,
}

/// A row of the outline, in sight or folded away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// What it stands for.
    pub row: OutlineRow,
    /// None of what folds nothing.
    pub fold: Option<Fold>,
    /// How many paragraphs it holds.
    pub paragraphs: usize,
    /// The passage where a reader stops there.
    pub stop: usize,
    /// The position behind the last entry that stands below it; 0 where no passage does.
    end: usize,
}

/// The middle pane. The selected row is that of the current passage, or of what folds it.
#[derive(Debug, Default)]
pub struct Outline {
    entries: Vec<OutlineEntry>,
    /// The positions of the entries that no fold hides.
    rows: Vec<usize>,
    cursor: Cursor,
}

impl Outline {
    /// The outline of a resolution.
    pub fn of(resolution: &Resolution) -> Self {
        let mut outline = Self {
            entries: entries::of(resolution),
            ..Self::default()
        };
        outline.list();
        outline
    }

    /// Lists what no fold hides; what is selected stays so, or what folds it is.
    fn list(&mut self) {
        let selected = self.rows.get(self.cursor.at).copied();
        self.rows.clear();
        let mut at = 0;
        while let Some(entry) = self.entries.get(at) {
            self.rows.push(at);
            at = match entry.fold {
                Some(Fold::Closed) => entry.end,
                _ => at + 1,
            };
        }
        self.cursor.at = selected.map_or(0, |selected| self.row_of(selected));
    }

    /// The row of an entry, or of what folds it.
    fn row_of(&self, entry: usize) -> usize {
        let behind = self.rows.partition_point(|&row| row <= entry);
        behind.saturating_sub(1)
    }

    /// The entry of a passage itself.
    fn entry_of(&self, passage: usize) -> Option<usize> {
        let is_own = |entry: &OutlineEntry| entry.row == OutlineRow::Passage(passage);
        self.entries.iter().position(is_own)
    }

    /// Selects the row of a passage, or of what folds it, unless one that leads there is selected; `height` rows
    /// are in sight.
    pub fn select(&mut self, passage: usize, height: usize) {
        let leads_there = |entry: &OutlineEntry| entry.is_stop() && entry.stop == passage;
        if !self.selected().is_some_and(leads_there) {
            let own = self.entry_of(passage);
            self.cursor.at = own.map_or(0, |own| self.row_of(own));
        }
        self.put(self.cursor.at, height);
    }

    /// Selects a row.
    pub fn put(&mut self, row: usize, height: usize) {
        self.cursor.select(row, self.rows.len(), height);
        // The name of a part belongs to its first passage.
        if self.cursor.at == self.cursor.top && self.cursor.at > 0 && height > 1 {
            self.cursor.top -= 1;
        }
    }

    /// The row that a step leads to, and the passage that it stands for; none in an outline without rows.
    pub fn beyond(&self, step: CursorStep) -> Option<(usize, usize)> {
        let at = self.cursor.at;
        let stops = |row: &usize| self.entries[self.rows[*row]].is_stop();
        let all = 0..self.rows.len();
        let row = match step {
            CursorStep::Down(rows) => (at + 1..all.end).filter(stops).take(rows).last(),
            CursorStep::Up(rows) => (0..at).rev().filter(stops).take(rows).last(),
            CursorStep::First => all.clone().find(stops),
            CursorStep::Last => all.clone().rev().find(stops),
        };
        let row = row.unwrap_or(at);
        let entry = self.entries.get(*self.rows.get(row)?)?;
        Some((row, entry.stop))
    }

    /// The passage that a row stands for; none of one that only names what stands below it.
    pub fn stop_of(&self, row: usize) -> Option<usize> {
        let entry = self.entries.get(*self.rows.get(row)?)?;
        entry.is_stop().then_some(entry.stop)
    }

    /// Scrolls by rows, down if positive. Where the selected row would leave the sight, the one that is to be selected
    /// instead, and the passage that it stands for.
    pub fn scroll(&mut self, rows: isize, height: usize) -> Option<(usize, usize)> {
        let selected = self.cursor.at;
        self.cursor.scroll(rows, self.rows.len(), height);
        let at = std::mem::replace(&mut self.cursor.at, selected);
        if at == selected {
            return None;
        }
        let in_sight = self.cursor.top..self.cursor.top + height;
        let onward = (at..in_sight.end).chain((in_sight.start..at).rev());
        let mut stops = onward.filter_map(|row| Some((row, self.stop_of(row)?)));
        stops.next()
    }

    /// Unfolds all that hides a passage.
    pub fn open_to(&mut self, passage: usize) {
        if let Some(own) = self.entry_of(passage) {
            self.open_above(own);
        }
    }

    /// Unfolds all that hides the part or heading where a reader stops at a passage; they themselves stay as they
    /// are.
    pub fn open_around(&mut self, passage: usize) {
        if let Some(first) = self.entries.iter().position(|entry| entry.stop == passage) {
            self.open_above(first);
        }
    }

    fn open_above(&mut self, entry: usize) {
        for above in &mut self.entries[..entry] {
            if above.end > entry && above.fold.is_some() {
                above.fold = Some(Fold::Open);
            }
        }
        self.list();
    }

    /// Folds or unfolds the selected row, of which as much comes into sight as `height` rows show; false of a row
    /// that folds nothing.
    pub fn toggle(&mut self, height: usize) -> bool {
        let at = self.cursor.at;
        let selected = self.rows.get(at).copied();
        let Some(entry) = selected.and_then(|selected| self.entries.get_mut(selected)) else {
            return false;
        };
        let end = entry.end;
        entry.fold = match entry.fold {
            Some(Fold::Open) => Some(Fold::Closed),
            Some(Fold::Closed) => Some(Fold::Open),
            None => return false,
        };
        self.list();
        let below = self.row_of(end - 1) + 1;
        self.cursor.top = self.cursor.top.max(below.saturating_sub(height)).min(at);
        self.put(at, height);
        true
    }

    /// The positions of the entries in sight.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// All entries, those that are folded away as well.
    pub fn entries(&self) -> &[OutlineEntry] {
        &self.entries
    }

    /// What is selected; none in an outline without rows.
    pub fn selected(&self) -> Option<&OutlineEntry> {
        self.entries.get(*self.rows.get(self.cursor.at)?)
    }

    /// Whether anything folds here.
    pub fn folds(&self) -> bool {
        self.entries.iter().any(|entry| entry.fold.is_some())
    }

    /// The selected row and the first in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }
}

impl OutlineEntry {
    /// Whether the cursor stops there: a row that neither folds nor is a passage only names what stands below.
    fn is_stop(&self) -> bool {
        self.fold.is_some() || matches!(self.row, OutlineRow::Passage(_))
    }
}
