//! What a format says of the lines of a document beside their words: which are headings, which begin items of lists, and
//! where in them the cells of tables stand.
//!
//! A table is lines as well, for many are nothing but the frame of a page. Which it is, is told where paragraphs are
//! read.

use crate::text::model::Table;

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LineShape {
    /// Text of which no more is known.
    #[default]
    Plain,
    /// A heading, of the level 1 to 6.
    Heading(u8),
    /// Short and in the middle of its page, so that it may be a heading.
    Centred,
    /// The first of an item of a list, which begins with its label.
    Item,
    /// All of a row of a table, or part of one.
    Row(usize),
    /// The number of the paragraph below it, without a stop.
    Number,
}

/// A paragraph of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellPiece {
    pub(super) line: u32,
    /// Its first column in the line.
    pub(super) column: usize,
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) cell: usize,
}

/// What is known of the lines of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DocumentShapes {
    /// The lines that are headings, in their order, each with its level.
    pub(super) headings: Vec<(u32, u8)>,
    /// The lines that begin with the label of an item, in their order.
    pub(super) items: Vec<u32>,
    /// The tables, their cells without words.
    pub(super) tables: Vec<Table>,
    /// What stands in the cells, in the order of print.
    pub(super) pieces: Vec<CellPiece>,
    /// Its lines are paragraphs: the format wraps none.
    pub(super) wraps_no_lines: bool,
}

impl DocumentShapes {
    /// What a line is, by its number.
    pub(super) fn shape(&self, line: u32) -> LineShape {
        let heading = self
            .headings
            .binary_search_by_key(&line, |(heading, _)| *heading);
        match (heading, self.pieces(line).first()) {
            (Ok(heading), _) => LineShape::Heading(self.headings[heading].1),
            (Err(_), Some(piece)) => LineShape::Row(piece.table),
            (Err(_), None) if self.items.binary_search(&line).is_ok() => LineShape::Item,
            (Err(_), None) => LineShape::Plain,
        }
    }

    /// What stands in cells on a line, from left to right.
    pub(super) fn pieces(&self, line: u32) -> &[CellPiece] {
        let before = |line: u32| self.pieces.partition_point(|piece| piece.line < line);
        let range = before(line)..before(line.saturating_add(1));
        self.pieces.get(range).unwrap_or_default()
    }
}
