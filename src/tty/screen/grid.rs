//! The cells of a screen, with wide glyphs kept whole.
//!
//! A glyph of several columns is held by its first cell; the cells under the rest of it are [`COVERED`].

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use super::glyph;

/// The symbol of a cell that a glyph at its left reaches over.
const COVERED: &str = "";

/// The cells of a screen, row by row.
#[derive(Debug)]
pub(super) struct Grid(Buffer);

impl Grid {
    pub(super) fn new(size: Size) -> Self {
        Self(Buffer::empty(Rect::from((Position::ORIGIN, size))))
    }

    pub(super) fn erase(&mut self) {
        self.0.reset();
    }

    /// Takes a frame as ratatui means it: what stands under a glyph does not show, and what no terminal
    /// can print as one cell becomes a blank.
    pub(super) fn draw<T>(&mut self, render: impl FnOnce(&mut Buffer) -> T) -> T {
        self.0.reset();
        let drawn = render(&mut self.0);
        let width = usize::from(self.0.area.width).max(1);
        self.0.content.chunks_mut(width).for_each(keep_whole);
        drawn
    }

    pub(super) const fn height(&self) -> usize {
        self.0.area.height as usize
    }

    pub(super) fn row(&self, y: usize) -> &[Cell] {
        let width = usize::from(self.0.area.width);
        let cells = self.0.content.get(y * width..(y + 1) * width);
        cells.unwrap_or_default()
    }
}

fn keep_whole(row: &mut [Cell]) {
    let mut x = 0;
    while let Some(cell) = row.get(x) {
        let width = glyph::width(cell.symbol());
        let (glyph, rest) = row.split_at_mut(x + 1);
        let glyph = &mut glyph[x];
        if let (1.., Some(under)) = (width, rest.get_mut(..width.saturating_sub(1))) {
            for cell in under {
                cell.clone_from(glyph);
                cell.set_symbol(COVERED);
            }
        } else {
            glyph.set_symbol(" ");
        }
        x += width.max(1);
    }
}

pub(super) fn is_covered(cell: &Cell) -> bool {
    cell.symbol() == COVERED
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn no_half_of_a_glyph_remains() {
        let table: &[(&[(u16, &str)], &str)] = &[
            (&[(0, "a"), (1, "b"), (0, "北")], "北-    "),
            (&[(0, "北"), (0, "a")], "a     "),
            (&[(0, "北"), (1, "b")], "北-    "),
            (&[(1, "北"), (0, "京")], "京-    "),
            (&[(5, "北")], "      "),
            (&[(0, "\u{1b}[2J"), (1, "\u{301}"), (2, "c")], "  c   "),
        ];
        for (puts, want) in table {
            let mut grid = Grid::new(Size::new(6, 1));
            grid.draw(|buffer| {
                for &(x, symbol) in *puts {
                    buffer[(x, 0)].set_symbol(symbol).set_style(Style::new());
                }
            });
            let shown = |cell: &Cell| match cell.symbol() {
                COVERED => "-".to_owned(),
                symbol => symbol.to_owned(),
            };
            let row: String = grid.row(0).iter().map(shown).collect();
            assert_eq!(row, *want, "{puts:?}");
        }
    }
}
