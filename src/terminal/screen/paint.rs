//! From what the terminal shows to what it should show: the bytes of a frame.
//!
//! Row by row, left to right, only what differs. Three ways to save: a gap of cells that are right
//! already is printed again where that is shorter than moving over it; a blank end of a row is erased;
//! and where whole rows have moved, the terminal moves them (`scroll`), if that comes out shorter.

use ratatui::buffer::Cell;

use super::brush::Brush;
use super::glyph;
use super::grid::{self, Grid};
use super::pen::Pen;
use super::scroll;

/// Below this, a frame is too short for a scroll to save anything.
const WORTH_SCROLLING: usize = 40;

/// Writes what turns `shown` into `next`; afterwards they are equal.
pub(super) fn paint(brush: &mut Brush, shown: &mut Grid, next: &Grid) {
    let (start, mut before) = (brush.out.len(), None);
    if let Some(moved) = scroll::find(shown, next) {
        before = Some((brush.clone(), shown.clone(), moved));
    }
    paint_rows(brush, shown, next);
    let written = brush.out.len() - start;
    if let Some((mut other, mut scrolled, moved)) = before
        && written > WORTH_SCROLLING
    {
        other.scroll(moved.top, moved.bottom, moved.by);
        scrolled.scroll(moved.top, moved.bottom, moved.by);
        paint_rows(&mut other, &mut scrolled, next);
        other.end_region();
        if other.out.len() < brush.out.len() {
            *brush = other;
        }
    }
    shown.clone_from(next);
}

fn paint_rows(brush: &mut Brush, shown: &mut Grid, next: &Grid) {
    for y in 0..next.height() {
        paint_row(brush, shown.row_mut(y), next.row(y), y);
    }
}

fn paint_row(brush: &mut Brush, shown: &mut [Cell], next: &[Cell], y: usize) {
    let blank_from = next.len()
        - next
            .iter()
            .rev()
            .take_while(|c| glyph::is_erased(c))
            .count();
    let mut x = 0;
    while let Some(cell) = next.get(x) {
        if grid::is_covered(cell) || glyph::look_same(&shown[x], cell) {
            x += 1;
            continue;
        }
        if x >= blank_from && differing(&shown[x..], &next[x..]) > 3 {
            brush.go(x, y);
            brush.erase_row();
            return;
        }
        cross_gap(brush, next, x, y);
        brush.go(x, y);
        x = paint_glyph(brush, shown, next, x, y);
    }
}

fn differing(shown: &[Cell], next: &[Cell]) -> usize {
    let pairs = shown.iter().zip(next);
    pairs
        .filter(|(one, other)| !glyph::look_same(one, other))
        .count()
}

/// Prints the cells between the cursor and `x` again where that is shorter than a move. They are right
/// on the screen, so this changes nothing but the cursor.
fn cross_gap(brush: &mut Brush, next: &[Cell], x: usize, y: usize) {
    let Some(gap) = brush.column_in(y).and_then(|from| next.get(from..x)) else {
        return;
    };
    let reprintable = |cell: &Cell| {
        let pen_fits =
            Pen::of(cell) == brush.pen() || glyph::is_erased(cell) && brush.pen().erases_plainly();
        pen_fits && cell.symbol().is_ascii() && cell.symbol().len() == 1
    };
    if gap.len() > 8 || !gap.iter().all(reprintable) {
        return;
    }
    if gap.len() <= brush.cost_of_going(x, y) {
        for cell in gap {
            brush.print_again(cell, 1);
        }
    }
}

/// Prints the glyph at `x`, where the cursor stands, and returns the column after it.
fn paint_glyph(brush: &mut Brush, shown: &mut [Cell], next: &[Cell], x: usize, y: usize) -> usize {
    let cell = &next[x];
    let covered = next.iter().skip(x + 1).take_while(|c| grid::is_covered(c));
    let width = 1 + covered.count();
    let end = x + width;
    let mut reach = end;
    if glyph::steady(cell.symbol()) {
        brush.print(cell, width);
    } else {
        // The terminal may draw less than we think, over what was there, or more, over what comes next.
        brush.print_blanks(cell, width);
        brush.go(x, y);
        reach = x + glyph::widest(cell.symbol());
        if reach > next.len() {
            // It would wrap into the next row: at the edge, the first character has to do.
            brush.print(&glyph::first(cell), width);
            brush.lose_cursor();
        } else {
            brush.print(cell, width);
        }
    }
    shown[x..end].clone_from_slice(&next[x..end]);
    shown
        .iter_mut()
        .take(reach)
        .skip(end)
        .for_each(grid::forget);
    end
}
