//! The outline of the open resolution: its parts, and each passage with its first words.

use std::collections::BTreeMap;

use super::list::Cursor;
use crate::text::model::{Half, Part, PassageKind, Resolution};

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineRow {
    /// The name of a part, over its passages.
    Part(Part),
    /// A heading among the passages.
    Heading {
        /// Its index.
        passage: usize,
        /// How many levels it stands below the highest heading of its part.
        below: u8,
    },
    /// Any other passage, by its index.
    Passage(usize),
}

impl OutlineRow {
    /// The passage that the row stands for.
    fn passage(self) -> Option<usize> {
        match self {
            Self::Part(_) => None,
            Self::Heading { passage, .. } | Self::Passage(passage) => Some(passage),
        }
    }
}

/// The middle pane. The selected row is that of the current passage.
#[derive(Debug, Default)]
pub struct Outline {
    rows: Vec<OutlineRow>,
    cursor: Cursor,
}

impl Outline {
    /// The outline of a resolution.
    pub fn of(resolution: &Resolution) -> Self {
        let highest = highest_headings(resolution);
        let mut rows = Vec::new();
        let mut part = None;
        for (index, passage) in resolution.passages.iter().enumerate() {
            // Both halves of a section or an annex stand under its name.
            let whole = match passage.part {
                Part::Section(position, _) => Part::Section(position, Half::Operative),
                Part::Annex(position, _) => Part::Annex(position, Half::Operative),
                part => part,
            };
            if part != Some(whole) && whole != Part::Opening {
                rows.push(OutlineRow::Part(whole));
            }
            part = Some(whole);
            match passage.kind {
                PassageKind::Rule => {}
                PassageKind::Heading { level } => rows.push(OutlineRow::Heading {
                    passage: index,
                    below: level - highest.get(&passage.part).unwrap_or(&level),
                }),
                _ => rows.push(OutlineRow::Passage(index)),
            }
        }
        Self {
            rows,
            cursor: Cursor::default(),
        }
    }

    /// Selects the row of a passage; `height` rows are in sight.
    pub fn select(&mut self, passage: usize, height: usize) {
        let row = self
            .rows
            .iter()
            .position(|row| row.passage() == Some(passage));
        self.cursor
            .select(row.unwrap_or(0), self.rows.len(), height);
        // The name of a part belongs to its first passage.
        if self.cursor.at == self.cursor.top && self.cursor.at > 0 && height > 1 {
            self.cursor.top -= 1;
        }
    }

    /// All rows.
    pub fn rows(&self) -> &[OutlineRow] {
        &self.rows
    }

    /// The selected row and the first in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }
}

/// The level of the highest heading of each part that has any.
fn highest_headings(resolution: &Resolution) -> BTreeMap<Part, u8> {
    let mut highest = BTreeMap::new();
    for passage in &resolution.passages {
        if let PassageKind::Heading { level } = passage.kind {
            let highest = highest.entry(passage.part).or_insert(level);
            *highest = level.min(*highest);
        }
    }
    highest
}
