//! Tables that are open while a document is read: one may stand in a cell of another.

use super::plain::PlainText;

/// Of each open table the cells of its row, each with its paragraphs.
#[derive(Default)]
pub(super) struct OpenTables {
    rows: Vec<Vec<Vec<String>>>,
}

impl OpenTables {
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn begin(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn end(&mut self) {
        self.rows.pop();
    }

    pub(super) fn begin_cell(&mut self) {
        if let Some(cells) = self.rows.last_mut() {
            cells.push(Vec::new());
        }
    }

    /// Adds a paragraph to the cell that is open; says whether a table is.
    pub(super) fn add(&mut self, label: &str, text: &str) -> bool {
        let Some(cells) = self.rows.last_mut() else {
            return false;
        };
        let between = if label.is_empty() { "" } else { " " };
        let labelled = [label, between, text].concat();
        match cells.last_mut() {
            Some(cell) => cell.push(labelled),
            None => cells.push(vec![labelled]),
        }
        true
    }

    /// Ends the row that is open: a line of the text, or of a table in a cell paragraphs there.
    pub(super) fn end_row(&mut self, plain: &mut PlainText) {
        let Some(cells) = self.rows.last_mut().map(std::mem::take) else {
            return;
        };
        let outer = self.rows.iter_mut().rev().nth(1);
        match outer.and_then(|cells| cells.last_mut()) {
            Some(cell) => cell.extend(cells.into_iter().flatten()),
            None => plain.row(&cells),
        }
    }
}
