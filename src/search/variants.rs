//! Rows whose texts say nearly the same: renewed mandates, language taken over with another date.
//!
//! Words alone do not tell such texts apart, so who wants one of them types a number or a date as well,
//! and of rows that fit equally the one that stands alone is likelier meant.

use super::concordance::Concordance;
use super::gather::{LOOKED_AT, Row};
use super::rank;
use crate::order;

/// What a row with a variant beside it loses, as a share of its score: as much as words differ by chance.
const HAS_VARIANT: f32 = 0.04;
/// So many of the first rows are compared, each with each.
const COMPARED: usize = 30;
/// A text with more than this share of a text's triples, in tenths, is a variant of it.
const TENTHS: u32 = 6;

/// The triples of neighbouring words in a text, a bit each: two texts with none in common still share a
/// tenth of the bits.
type Triples = [u64; 8];

/// Puts rows below others that fit equally, where a variant of theirs is among the first. Takes rows in
/// their order, and leaves them so.
pub(super) fn lower(words: &Concordance, rows: &mut [Row]) {
    let looked_at = rows.len().min(LOOKED_AT);
    let rows = &mut rows[..looked_at];
    let first = &mut rows[..looked_at.min(COMPARED)];
    let triples: Vec<Triples> = first.iter().map(|row| of(words, row.text)).collect();
    for (at, row) in first.iter_mut().enumerate() {
        let (before, behind) = (&triples[..at], &triples[at + 1..]);
        let others = &mut before.iter().chain(behind);
        if others.any(|other| is_variant(&triples[at], other)) {
            row.score *= 1.0 - HAS_VARIANT;
        }
    }
    order::sort_by(rows, rank::best_first);
}

fn of(words: &Concordance, text: u32) -> Triples {
    /// Spreads numbers over its highest bits: 2⁶⁴ divided by the golden ratio.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut triples = [0; 8];
    let mut last = [0; 2];
    words.sequences.each(text, |placed| {
        let word = u64::from(placed.word.0);
        let triple = (last[0] << 42 ^ last[1] << 21 ^ word).wrapping_mul(SPREAD) >> 55;
        triples[triple as usize / 64] |= 1 << (triple % 64);
        last = [last[1], word];
    });
    triples
}

fn is_variant(of: &Triples, other: &Triples) -> bool {
    let (mut all, mut shared) = (0, 0);
    for (of, other) in of.iter().zip(other) {
        all += of.count_ones();
        shared += (of & other).count_ones();
    }
    shared * 10 > all * TENTHS
}
