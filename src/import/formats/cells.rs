//! Tables that are open while a document is read: one may stand in a cell of another.

/// The tables that are open, the innermost last.
#[derive(Default)]
pub(super) struct OpenTables {
    tables: Vec<OpenTable>,
}

/// A table, as far as it was read.
#[derive(Default)]
pub(super) struct OpenTable {
    /// What stands in it outside its rows: a caption.
    pub(super) beside: Vec<String>,
    pub(super) rows: Vec<Vec<OpenCell>>,
    /// How many rows at the top name the columns.
    pub(super) head: usize,
    in_row: bool,
}

/// A cell, as far as it was read.
#[derive(Default)]
pub(super) struct OpenCell {
    pub(super) paragraphs: Vec<String>,
    /// How many columns and rows it takes.
    pub(super) columns: u16,
    pub(super) rows: u16,
    /// Whether it names a column, or a row.
    names: bool,
    /// Whether it is one with the cell above it.
    goes_on: bool,
}

impl OpenTables {
    pub(super) fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    pub(super) fn begin(&mut self) {
        self.tables.push(OpenTable::default());
    }

    /// Begins a row; the one that is open ends.
    pub(super) fn begin_row(&mut self) {
        self.end_row();
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
            table.in_row = true;
        }
    }

    /// Begins a cell, in a row of its own where none is open. `names` says whether it names a column or a row.
    pub(super) fn begin_cell(&mut self, names: bool) {
        if self.tables.last().is_some_and(|table| !table.in_row) {
            self.begin_row();
        }
        if let Some(row) = self.row() {
            row.push(OpenCell {
                columns: 1,
                rows: 1,
                names,
                ..OpenCell::default()
            });
        }
    }

    /// Says how many columns and rows the cell that is open takes; nothing where it says 0.
    pub(super) fn span(&mut self, columns: u16, rows: u16) {
        if let Some(cell) = self.row().and_then(|row| row.last_mut()) {
            cell.columns = columns.max(cell.columns);
            cell.rows = rows.max(cell.rows);
        }
    }

    /// Says that the cell that is open is one with that above it.
    pub(super) fn goes_on(&mut self) {
        if let Some(cell) = self.row().and_then(|row| row.last_mut()) {
            cell.goes_on = true;
        }
    }

    /// Adds a paragraph to the cell that is open; says whether a table is.
    pub(super) fn add(&mut self, label: &str, text: &str) -> bool {
        let Some(table) = self.tables.last_mut() else {
            return false;
        };
        let between = if label.is_empty() { "" } else { " " };
        let labelled = [label, between, text].concat();
        let cell = table.rows.last_mut().and_then(|row| row.last_mut());
        match cell.filter(|_| table.in_row) {
            Some(cell) if !text.trim().is_empty() => cell.paragraphs.push(labelled),
            Some(_) => {}
            None => table.beside.push(labelled),
        }
        true
    }

    /// Ends the row that is open.
    pub(super) fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut().filter(|table| table.in_row) else {
            return;
        };
        table.in_row = false;
        let count = table.rows.len();
        let names = table
            .rows
            .last()
            .is_some_and(|row| !row.is_empty() && row.iter().all(|cell| cell.names));
        if names && table.head + 1 == count {
            table.head = count;
        }
    }

    /// Ends a table, and gives it unless it goes as paragraphs into the cell that it stands in.
    pub(super) fn end(&mut self) -> Option<OpenTable> {
        self.end_row();
        let mut table = self.tables.pop()?;
        table.join_down();
        table.drop_blank();
        let Some(cell) = self.row().and_then(|row| row.last_mut()) else {
            return Some(table);
        };
        let cells = table.rows.into_iter().flatten();
        let within = cells.flat_map(|cell| cell.paragraphs);
        cell.paragraphs
            .extend(table.beside.into_iter().chain(within));
        None
    }

    /// The row of the innermost table that is open.
    fn row(&mut self) -> Option<&mut Vec<OpenCell>> {
        let table = self.tables.last_mut()?;
        table.rows.last_mut().filter(|_| table.in_row)
    }
}

impl OpenTable {
    /// Drops rows without a word, where no cell reaches into them.
    fn drop_blank(&mut self) {
        let is_blank = |row: &Vec<OpenCell>| row.iter().all(|cell| cell.paragraphs.is_empty());
        if self.rows.iter().flatten().any(|cell| cell.rows > 1) {
            return;
        }
        let names = self.rows.iter().take(self.head);
        self.head -= names.filter(|row| is_blank(row)).count();
        self.rows.retain(|row| !is_blank(row));
    }

    /// Makes cells that go on one with those above them.
    fn join_down(&mut self) {
        // By column the last cell that stands there: its row, and its place in that.
        let mut last = [(0, usize::MAX); MOST_COLUMNS];
        for at in 0..self.rows.len() {
            let row = std::mem::take(&mut self.rows[at]);
            let (mut kept, mut column) = (Vec::new(), 0);
            for cell in row {
                let above = last.get(column).copied();
                let above = above.and_then(|(row, cell)| self.rows.get_mut(row)?.get_mut(cell));
                let end = column.saturating_add(cell.columns.into());
                let above = above.filter(|_| cell.goes_on && cell.paragraphs.is_empty());
                if let Some(above) = above {
                    above.rows = above.rows.saturating_add(1);
                } else {
                    let taken = column.min(MOST_COLUMNS)..end.min(MOST_COLUMNS);
                    last[taken].fill((at, kept.len()));
                    kept.push(cell);
                }
                column = end;
            }
            self.rows[at] = kept;
        }
    }
}

/// So many columns are told apart; a word processor has no more than 63.
const MOST_COLUMNS: usize = 100;
