//! Which rows of a screen have moved up or down as a block.
//!
//! A guess that costs nothing when wrong: the caller encodes the frame both ways and takes the shorter.

use ratatui::buffer::Cell;

use super::glyph;
use super::grid::Grid;

/// The rows `top..=bottom` move up by `by` rows, or down where it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) by: isize,
}

/// The move that brings most of the rows that differ into place.
pub(super) fn find(shown: &Grid, next: &Grid) -> Option<Moved> {
    let height = next.height();
    let differs: Vec<usize> = (0..height)
        .filter(|&y| !same(shown.row(y), next.row(y)))
        .collect();
    let (&first, &last) = differs.first().zip(differs.last())?;
    let before: Vec<u64> = (0..height).map(|y| signature(shown.row(y))).collect();
    let after: Vec<u64> = (0..height).map(|y| signature(next.row(y))).collect();
    let span = isize::try_from(last - first).ok()?;
    let mut best = (1, None);
    for by in (-span..=span).filter(|&by| by != 0) {
        let source = |y: usize| {
            y.checked_add_signed(by)
                .filter(|from| (first..=last).contains(from))
        };
        let arrive: Vec<usize> = differs
            .iter()
            .copied()
            .filter(|&y| {
                source(y).is_some_and(|from| {
                    after[y] != 0 && before[from] == after[y] && same(shown.row(from), next.row(y))
                })
            })
            .collect();
        if arrive.len() <= best.0 {
            continue;
        }
        if let Some((&top, &bottom)) = arrive.first().zip(arrive.last()) {
            let by_rows = by.unsigned_abs();
            let (top, bottom) = if by > 0 {
                (top, bottom + by_rows)
            } else {
                (top - by_rows, bottom)
            };
            best = (arrive.len(), Some(Moved { top, bottom, by }));
        }
    }
    best.1
}

fn same(one: &[Cell], other: &[Cell]) -> bool {
    one.iter().zip(other).all(|(a, b)| glyph::look_same(a, b))
}

/// A number by which most different rows differ; 0 for a row without text.
fn signature(row: &[Cell]) -> u64 {
    row.iter()
        .enumerate()
        .filter(|(_, cell)| cell.symbol() != " ")
        .fold(0, |sum, (x, cell)| {
            cell.symbol().bytes().fold(sum ^ x as u64, |sum, byte| {
                (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            })
        })
}
