//! Tables: rows of cells, as a document prints them.

use super::{Note, Text};

/// What parts the cells of a row where it is a line.
const BETWEEN: &str = " | ";

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// From top to bottom; they need not have the same number of cells.
    pub rows: Vec<Vec<Cell>>,
    /// How many rows at the top name the columns.
    pub head: usize,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text; paragraphs within it are parted by a line end.
    pub text: Text,
    /// How many columns it takes, at least 1.
    pub columns: u16,
    /// How many rows it takes, at least 1.
    pub rows: u16,
    /// Its notes.
    pub notes: Box<[Note]>,
}

impl Cell {
    /// A cell of one column and row.
    pub fn new(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            columns: 1,
            rows: 1,
            notes: Box::default(),
        }
    }
}

impl Table {
    /// The table as text: a line a row, its cells parted by ` | `.
    ///
    /// ```
    /// use resolut::text::model::{Cell, Table};
    ///
    /// let rows = [["Harbour", "Boats"], ["Old\nQuay", "7"]];
    /// let rows = rows.map(|row| row.map(Cell::new).to_vec()).to_vec();
    /// assert_eq!(Table { rows, head: 1 }.text(), "Harbour | Boats\nOld Quay | 7");
    /// ```
    pub fn text(&self) -> String {
        let row = |row: &Vec<Cell>| {
            let cells = row.iter().map(|cell| cell.text.replace('\n', " "));
            cells.collect::<Vec<_>>().join(BETWEEN)
        };
        self.rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }

    /// Its cells, row by row, each with the byte of [`text`](Self::text) where it begins.
    pub fn placed(&self) -> impl Iterator<Item = (usize, &Cell)> {
        let mut start = 0;
        self.rows.iter().flat_map(move |row| {
            let mut next = start;
            let cells = row.iter().map(|cell| {
                let at = next;
                next += cell.text.len() + BETWEEN.len();
                (at, cell)
            });
            let cells: Vec<_> = cells.collect();
            start = next.saturating_sub(BETWEEN.len()).max(start) + 1;
            cells
        })
    }

    /// Its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flatten()
    }
}
