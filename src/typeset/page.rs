//! A whole resolution set to a width: the page that is scrolled.

use std::ops::Range;

use super::{columns, wrap};
use crate::model::{Part, Resolution};

/// What stands on a row of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose text it is.
    pub of: Of,
    /// The bytes of that text.
    pub range: Range<usize>,
    /// Columns left free before it.
    pub indent: usize,
    /// The first row of its text: the number stands beside it.
    pub first: bool,
}

/// Whose text stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Nobody's: a blank row.
    Space,
    /// The title of the resolution.
    Title,
    /// The title of an annex, counted from 1.
    Annex(u16),
    /// A passage.
    Passage(usize),
}

/// The rows of a resolution at one width.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// From the title to the last annex.
    pub rows: Vec<Row>,
    /// The row on which each passage begins.
    starts: Vec<usize>,
    width: usize,
    titled: bool,
}

/// The columns by which points are set in, a level.
const INDENT: usize = 4;

impl Page {
    /// Sets a resolution to `width` columns of text, margin not counted. The title is left out unless
    /// `titled`: most stand whole in the line over the text.
    pub fn set(resolution: &Resolution, width: usize, titled: bool) -> Self {
        let mut page = Self {
            width,
            titled,
            ..Self::default()
        };
        if titled && let Some(title) = &resolution.title {
            page.text(Of::Title, title, 0, 0);
        }
        let mut annex = 0;
        for (index, passage) in resolution.passages.iter().enumerate() {
            if let Part::Annex(position) = passage.part
                && position != annex
            {
                annex = position;
                page.space();
                let title = resolution.annex_title(position);
                page.text(Of::Annex(position), title, 0, 0);
            }
            page.space();
            page.starts.push(page.rows.len());
            // Deep points keep half of the width for their text.
            let indent = (usize::from(passage.depth) * INDENT).min(width / 2);
            let number = match &passage.number {
                Some(number) if passage.depth > 0 => columns(number) + 1,
                _ => 0,
            };
            page.text(
                Of::Passage(index),
                &passage.text,
                indent,
                number.max(INDENT * usize::from(number > 0)),
            );
        }
        page
    }

    /// True if the page was set so.
    pub fn is_set(&self, width: usize, titled: bool) -> bool {
        (self.width, self.titled) == (width, titled)
    }

    fn space(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(Row {
                of: Of::Space,
                range: 0..0,
                indent: 0,
                first: false,
            });
        }
    }

    /// `hang` columns after the indent are kept for the number of a point.
    fn text(&mut self, of: Of, text: &str, indent: usize, hang: usize) {
        let indent = (indent + hang).min(self.width.saturating_sub(1));
        for (position, range) in wrap(text, self.width - indent).into_iter().enumerate() {
            self.rows.push(Row {
                of,
                range,
                indent,
                first: position == 0,
            });
        }
    }

    /// The rows of a passage, without the space around it.
    pub fn rows_of(&self, passage: usize) -> Range<usize> {
        let start = self.starts.get(passage).copied().unwrap_or(0);
        let length = self.rows[start.min(self.rows.len())..]
            .iter()
            .take_while(|row| row.of == Of::Passage(passage))
            .count();
        start..start + length
    }

    /// The passage that a row belongs to: its own, or the first one below.
    pub fn passage_at(&self, row: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= row)
            .saturating_sub(1)
    }
}
