//! The outline of the open resolution: its parts, and each passage with its first words.

use super::list::Cursor;
use crate::text::model::{Half, Part, PassageKind, Resolution};

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineRow {
    /// The name of a part, over its passages.
    Part(Part),
    /// A passage.
    Passage(usize),
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
            if passage.kind != PassageKind::Rule {
                rows.push(OutlineRow::Passage(index));
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
            .position(|row| *row == OutlineRow::Passage(passage));
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
