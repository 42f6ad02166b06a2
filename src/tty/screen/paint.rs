//! From what the terminal shows to what it should show: the bytes of a frame.
//!
//! Row by row, left to right, only what differs. Three ways to save: a gap of cells that are right
//! already is printed again where that is shorter than moving over it; a blank end of a row is erased;
//! and where rows have moved, the terminal moves them (`scroll`), if that comes out shorter.

use ratatui::buffer::Cell;

use super::brush::Brush;
use super::glyph;
use super::grid::{self, Grid};
use super::pen::Pen;
use super::scroll::{self, Moved};

/// Below this, a frame is too short for a scroll to save much.
const WORTH_SCROLLING: usize = 150;

/// Writes what turns `shown` into `next`.
pub(super) fn paint(brush: &mut Brush, shown: &Grid, next: &Grid) {
    let before = brush.clone();
    paint_in_place(brush, shown, next);
    if brush.out.len() - before.out.len() < WORTH_SCROLLING {
        return;
    }
    if let Some(moved) = scroll::find(shown, next) {
        // A region that is set already need not be set again.
        let set = before.region().and_then(|region| moved.of_all(region));
        let as_right = |all: &Moved| to_paint(*all, shown, next) <= to_paint(moved, shown, next);
        let moved = set.filter(as_right).unwrap_or(moved);
        let mut other = before;
        other.scroll(moved);
        paint_rows(&mut other, shown, next, Some(moved));
        if other.out.len() < brush.out.len() {
            *brush = other;
        }
    }
}

/// Writes what turns `shown` into `next` without moving any rows.
pub(super) fn paint_in_place(brush: &mut Brush, shown: &Grid, next: &Grid) {
    paint_rows(brush, shown, next, None);
}

/// How many cells are left to paint after a move.
fn to_paint(moved: Moved, shown: &Grid, next: &Grid) -> usize {
    let rows = (0..next.height()).map(|y| match moved.source(y) {
        Some(from) => differing(shown.row(from), next.row(y)).count(),
        None => next
            .row(y)
            .iter()
            .filter(|cell| !glyph::is_erased(cell))
            .count(),
    });
    rows.sum()
}

/// Paints the rows that a move leaves empty first: the cursor is there.
fn paint_rows(brush: &mut Brush, shown: &Grid, next: &Grid, moved: Option<Moved>) {
    let source = |y: usize| moved.map_or(Some(y), |moved| moved.source(y));
    let rows = || 0..next.height();
    let new = rows().filter(|&y| source(y).is_none());
    for y in new.chain(rows().filter(|&y| source(y).is_some())) {
        let row = next.row(y);
        match source(y).map(|from| shown.row(from)) {
            Some(before) if differing(before, row).next().is_none() => {}
            Some(before) => paint_row(brush, before, row, y),
            None => paint_row(brush, &vec![Cell::EMPTY; row.len()], row, y),
        }
    }
}

fn paint_row(brush: &mut Brush, shown: &[Cell], next: &[Cell], y: usize) {
    let blank_from = next.len()
        - next
            .iter()
            .rev()
            .take_while(|c| glyph::is_erased(c))
            .count();
    // Up to here a glyph may have drawn over what was shown.
    let mut unsure_to = 0;
    let mut x = 0;
    while let Some(cell) = next.get(x) {
        let differs = |x: &usize| *x < unsure_to || !glyph::look_same(&shown[*x], &next[*x]);
        if grid::is_covered(cell) || !differs(&x) {
            x += 1;
            continue;
        }
        if x >= blank_from && (x..next.len()).filter(differs).nth(3).is_some() {
            brush.go(x, y);
            brush.erase_row();
            return;
        }
        cross_gap(brush, next, x, y);
        brush.go(x, y);
        let reach;
        (x, reach) = paint_glyph(brush, next, x, y);
        unsure_to = unsure_to.max(reach);
    }
}

fn differing<'a>(shown: &'a [Cell], next: &'a [Cell]) -> impl Iterator<Item = &'a Cell> {
    let pairs = shown.iter().zip(next);
    pairs.filter_map(|(one, other)| (!glyph::look_same(one, other)).then_some(other))
}

/// Prints the cells between the cursor and `x` again where that is shorter than a move. They are right
/// on the screen, so this changes nothing but the cursor.
fn cross_gap(brush: &mut Brush, next: &[Cell], x: usize, y: usize) {
    let Some(gap) = brush.column_in(y).and_then(|from| next.get(from..x)) else {
        return;
    };
    let pen = brush.pen();
    let again = |cell: &Cell| {
        let in_pen = Pen::of(cell) == pen || glyph::is_erased(cell) && pen.erases_plainly();
        in_pen && glyph::steady(cell.symbol())
    };
    let cost = gap.iter().map(|cell| cell.symbol().len()).sum::<usize>();
    if gap.len() <= 8 && gap.iter().all(again) && cost <= brush.cost_of_going(x, y) {
        for cell in gap {
            brush.print_again(cell, 1);
        }
    }
}

/// Prints the glyph at `x`, where the cursor stands, and returns the column after it, and the one to which
/// it may reach.
fn paint_glyph(brush: &mut Brush, next: &[Cell], x: usize, y: usize) -> (usize, usize) {
    let cell = &next[x];
    let covered = next.iter().skip(x + 1).take_while(|c| grid::is_covered(c));
    let width = 1 + covered.count();
    let end = x + width;
    if glyph::steady(cell.symbol()) {
        brush.print(cell, width);
        return (end, end);
    }
    // The terminal may draw less than we think, over what was there, or more, over what comes next.
    brush.print_blanks(cell, width);
    brush.go(x, y);
    let reach = x + glyph::widest(cell.symbol());
    if reach > next.len() {
        // It would wrap into the next row: at the edge, the first character has to do.
        brush.print(&glyph::first(cell), width);
        brush.lose_cursor();
    } else {
        brush.print(cell, width);
    }
    (end, reach)
}
