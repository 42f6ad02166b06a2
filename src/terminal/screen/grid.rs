//! The cells of a screen, with wide glyphs kept whole.
//!
//! A glyph of several columns is held by its first cell; the cells under the rest of it are [`COVERED`].
//! Whatever is put anywhere, no half of a glyph remains.

use ratatui::buffer::Cell;
use ratatui::layout::Size;

use super::glyph;

/// The symbol of a cell that a glyph at its left reaches over.
const COVERED: &str = "";

/// The symbol of a cell of which it is not known what the terminal shows: equal to no other.
const UNKNOWN: &str = "\u{18}";

/// The cells of a screen, row by row.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    width: usize,
    cells: Vec<Cell>,
}

impl Grid {
    pub(super) fn new(size: Size) -> Self {
        let (width, height) = (usize::from(size.width), usize::from(size.height));
        Self {
            width,
            cells: vec![Cell::EMPTY; width * height],
        }
    }

    pub(super) fn erase(&mut self) {
        self.cells.fill(Cell::EMPTY);
    }

    /// Empties the cells from one place up to another, counted row by row.
    pub(super) fn erase_range(&mut self, from: usize, to: usize) {
        let end = to.min(self.cells.len());
        if let Some(cells) = self.cells.get_mut(from.min(end)..end) {
            cells.fill(Cell::EMPTY);
        }
    }

    pub(super) fn height(&self) -> usize {
        self.cells.len().checked_div(self.width).unwrap_or(0)
    }

    pub(super) fn row(&self, y: usize) -> &[Cell] {
        self.cells
            .get(y * self.width..(y + 1) * self.width)
            .unwrap_or_default()
    }

    pub(super) fn row_mut(&mut self, y: usize) -> &mut [Cell] {
        self.cells
            .get_mut(y * self.width..(y + 1) * self.width)
            .unwrap_or_default()
    }

    /// Moves the rows `top..=bottom` up by `by` rows, or down where it is negative; new rows are empty.
    pub(super) fn scroll(&mut self, top: usize, bottom: usize, by: isize) {
        let lines = by.unsigned_abs().min(bottom + 1 - top) * self.width;
        let Some(block) = self
            .cells
            .get_mut(top * self.width..(bottom + 1) * self.width)
        else {
            return;
        };
        if by > 0 {
            block.rotate_left(lines);
            let kept = block.len() - lines;
            block.iter_mut().skip(kept).for_each(Cell::reset);
        } else {
            block.rotate_right(lines);
            block.iter_mut().take(lines).for_each(Cell::reset);
        }
    }
}

/// Puts a cell into a row as ratatui means it. What no terminal can print as one cell becomes a blank.
pub(super) fn put(row: &mut [Cell], x: usize, cell: &Cell) {
    let blank = cell.symbol() == " ";
    if row.get(x).is_none_or(|under| is_covered(under) && blank) {
        // ratatui sends the blank under some emoji on its own; the emoji covers it.
        return;
    }
    let width = glyph::width(cell.symbol());
    let fits = width > 0 && x + width <= row.len();
    let width = if fits { width } else { 1 };
    if is_covered(&row[x]) {
        let owner = (0..x).rev().find(|&left| !is_covered(&row[left]));
        if let Some(symbol) = owner.and_then(|left| row.get_mut(left)) {
            symbol.set_symbol(" ");
        }
    }
    let after = row.iter_mut().skip(x + width);
    after
        .take_while(|under| is_covered(under))
        .for_each(Cell::reset);
    for (at, under) in row.iter_mut().enumerate().skip(x).take(width) {
        under.clone_from(cell);
        if at > x {
            under.set_symbol(COVERED);
        } else if !fits {
            under.set_symbol(" ");
        }
    }
}

/// Notes in what the terminal shows that it may show anything here.
pub(super) fn forget(cell: &mut Cell) {
    cell.set_symbol(UNKNOWN);
}

pub(super) fn is_covered(cell: &Cell) -> bool {
    cell.symbol() == COVERED
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row_after(puts: &[(usize, &str)]) -> String {
        let mut grid = Grid::new(Size::new(6, 1));
        for &(x, symbol) in puts {
            let mut cell = Cell::EMPTY;
            cell.set_symbol(symbol);
            put(grid.row_mut(0), x, &cell);
        }
        let shown = |cell: &Cell| match cell.symbol() {
            COVERED => "-".to_owned(),
            symbol => symbol.to_owned(),
        };
        grid.row(0).iter().map(shown).collect()
    }

    #[test]
    fn no_half_of_a_glyph_remains() {
        let table: &[(&[(usize, &str)], &str)] = &[
            (&[(0, "a"), (1, "b"), (0, "北")], "北-    "),
            (&[(0, "北"), (0, "a")], "a     "),
            (&[(0, "北"), (1, "b")], " b    "),
            (&[(1, "北"), (0, "京")], "京-    "),
            (&[(0, "北"), (1, "京")], " 京-   "),
            (&[(0, "北"), (1, " ")], "北-    "),
            (&[(5, "北")], "      "),
            (&[(9, "x")], "      "),
            (&[(0, "\u{1b}[2J"), (1, "\u{301}"), (2, "c")], "  c   "),
        ];
        for (puts, want) in table {
            assert_eq!(row_after(puts), *want, "{puts:?}");
        }
    }

    #[test]
    fn scrolled_rows_leave_empty_ones() {
        let mut grid = Grid::new(Size::new(1, 4));
        for (y, symbol) in ["a", "b", "c", "d"].into_iter().enumerate() {
            grid.row_mut(y)[0].set_symbol(symbol);
        }
        let shown = |grid: &Grid| -> String { grid.cells.iter().map(Cell::symbol).collect() };
        grid.scroll(0, 2, 1);
        assert_eq!(shown(&grid), "bc d");
        grid.scroll(1, 3, -2);
        assert_eq!(shown(&grid), "b  c");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn whatever_is_put_anywhere_glyphs_are_whole(
            puts in prop::collection::vec(
                (0usize..8, prop::sample::select(vec!["a", " ", "北", "⚠️", "\u{301}", "", "👨‍👩‍👧"])),
                0..30,
            ),
        ) {
            let mut grid = Grid::new(Size::new(6, 1));
            for (x, symbol) in puts {
                let mut cell = Cell::EMPTY;
                cell.set_symbol(symbol);
                put(grid.row_mut(0), x, &cell);
            }
            let row = grid.row(0);
            let mut x = 0;
            while let Some(cell) = row.get(x) {
                let covered = row.iter().skip(x + 1).take_while(|cell| is_covered(cell)).count();
                prop_assert_eq!(glyph::width(cell.symbol()), 1 + covered);
                x += 1 + covered;
            }
        }
    }
}
