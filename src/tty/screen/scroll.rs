//! Which rows of a screen have moved up or down as a block.
//!
//! A guess that costs nothing when wrong: the caller encodes the frame both ways and takes the shorter.
//! Rows need not have moved whole: where the text scrolls beside lists that stay, it can be shorter to
//! move all of it and to write the lists again.

use ratatui::buffer::Cell;

use super::glyph;
use super::grid::Grid;

/// Columns that are compared at once.
const TILE: usize = 8;

/// The rows `top..=bottom` move up by `by` rows, or down where it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) by: isize,
}

impl Moved {
    /// Where a row comes from; nowhere, for one that the move leaves empty.
    pub(super) fn source(self, y: usize) -> Option<usize> {
        if (self.top..=self.bottom).contains(&y) {
            let from = y.checked_add_signed(self.by);
            from.filter(|from| (self.top..=self.bottom).contains(from))
        } else {
            Some(y)
        }
    }

    /// The same move of more rows.
    pub(super) fn of_all(self, (top, bottom): (usize, usize)) -> Option<Self> {
        let holds = top <= self.top && self.bottom <= bottom;
        holds.then_some(Self {
            top,
            bottom,
            ..self
        })
    }
}

/// The move that brings most of the text that differs into place.
pub(super) fn find(shown: &Grid, next: &Grid) -> Option<Moved> {
    let (before, after) = (tiles(shown), tiles(next));
    let height = after.len();
    let mut best = (0, None);
    for by in (1..height).flat_map(|by| [by.cast_signed(), -by.cast_signed()]) {
        let (mut sum, mut first) = (0, 0);
        for y in 0..height {
            let Some(from) = y.checked_add_signed(by).filter(|from| *from < height) else {
                sum = 0;
                continue;
            };
            if sum <= 0 {
                (sum, first) = (0, y);
            }
            sum += right(&before[from], &after[y]) - right(&before[y], &after[y]);
            if sum > best.0 {
                let (top, bottom) = (first.min(from + first - y), y.max(from));
                best = (sum, Some(Moved { top, bottom, by }));
            }
        }
    }
    best.1
}

/// How many tiles with text are the same in both rows.
fn right(one: &[u64], other: &[u64]) -> isize {
    let pairs = one.iter().zip(other);
    let same = pairs.filter(|(one, other)| one == other && **one != 0);
    same.count().cast_signed()
}

/// A number for each tile of each row, by which most different tiles differ; 0 for one without text.
fn tiles(grid: &Grid) -> Vec<Vec<u64>> {
    let rows = (0..grid.height()).map(|y| grid.row(y).chunks(TILE).map(signature).collect());
    rows.collect()
}

fn signature(tile: &[Cell]) -> u64 {
    if tile.iter().all(glyph::is_erased) {
        return 0;
    }
    tile.iter().fold(1, |sum, cell| {
        let style = u64::from(cell.modifier.bits());
        cell.symbol().bytes().fold(sum ^ style << 8, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    })
}
