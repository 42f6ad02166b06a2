//! A table of Markdown → a table of the model, with what a remark says of it.

use super::inline::InlineText;
use super::remark::TableShape;
use crate::text::model::{Cell, Table};

/// The rows of a table, as wide as it is.
#[derive(Debug, Default)]
pub(super) struct TableRows {
    rows: Vec<Vec<Cell>>,
    pub(super) shape: Option<TableShape>,
}

impl TableRows {
    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn add(&mut self, words: InlineText) {
        let cell = Cell {
            notes: words.notes.into(),
            ..Cell::new(words.text)
        };
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// The table. A head without a word stands for none, and a shape that does not fit any more says nothing.
    pub(super) fn finish(mut self) -> Table {
        let is_blank = |cell: &Cell| cell.text.is_empty() && cell.notes.is_empty();
        let is_headless =
            |rows: &[Vec<Cell>]| rows.first().is_some_and(|head| head.iter().all(is_blank));
        let (head, shape) = match self.shape.take() {
            Some(TableShape { head, cells }) => (head, Some(cells)),
            None => (usize::from(!is_headless(&self.rows)), None),
        };
        if head == 0 && is_headless(&self.rows) {
            self.rows.remove(0);
        }
        let rows = match shape.filter(|shape| shape.len() == self.rows.len()) {
            Some(shape) => shaped(self.rows, &shape),
            None => self.rows,
        };
        Table {
            head: head.min(rows.len()),
            rows,
        }
    }
}

/// The cells of a grid: each stands in the first of the places that it takes.
fn shaped(grid: Vec<Vec<Cell>>, shape: &[Vec<(u16, u16)>]) -> Vec<Vec<Cell>> {
    // By column, how many rows more are taken from above.
    let mut taken: Vec<u16> = Vec::new();
    let mut rows = Vec::new();
    for (mut places, cells) in grid.into_iter().zip(shape) {
        let (mut row, mut column) = (Vec::new(), 0);
        for &(columns, below) in cells {
            while taken.get(column).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            let place = places.get_mut(column);
            row.push(Cell {
                columns: columns.max(1),
                rows: below.max(1),
                ..place.map_or_else(
                    || Cell::new(""),
                    |place| std::mem::replace(place, Cell::new("")),
                )
            });
            let end = column + usize::from(columns.clamp(1, MOST_COLUMNS));
            taken.resize(taken.len().max(end), 0);
            taken[column..end].fill(below.max(1));
            column = end;
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
        rows.push(row);
    }
    rows
}

/// So many columns of a cell are counted.
const MOST_COLUMNS: u16 = 1_000;
