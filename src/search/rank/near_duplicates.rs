//! Rows whose texts say nearly the same: renewed mandates, language taken over with another date.
//!
//! Words that fit all of them do not tell them apart, so a reader who wants one of them types its number or
//! date as well, and of rows that fit equally well the one that stands alone is likelier meant. The price: a
//! reader who types just such words and wants one of the variants finds it a row or two further down.

use super::candidate::Candidate;
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::text_set::TextId;
use crate::search::weights::{COMPARED_VARIANTS, Weights};

/// Puts rows below others that fit as well, where a variant of theirs does too. Takes rows in their order,
/// and leaves them so.
pub(in crate::search) fn lower(words: Weighed<'_>, rows: &mut [Candidate]) {
    let enough = rows
        .first()
        .map_or(0.0, |best| best.score * words.weights.fits_as_well);
    let fits = |row: &&Candidate| row.score >= enough;
    let fit = rows.iter().take_while(fits).count();
    let compared = rows.iter().take(fit.min(COMPARED_VARIANTS));
    let texts = compared.map(|row| Triples::of(&words, row.text));
    let texts: Vec<Triples> = texts.collect();
    let mut have_variants = [false; COMPARED_VARIANTS];
    for (position, text) in texts.iter().enumerate() {
        for (before, other) in texts[..position].iter().enumerate() {
            let shared = text.shared(other);
            have_variants[position] |= text.is_mostly(shared, words.weights);
            have_variants[before] |= other.is_mostly(shared, words.weights);
        }
    }
    if !have_variants.contains(&true) {
        return;
    }
    // Where many fit, so do those that are not compared: they must not come before the others.
    let are_lowered = have_variants.into_iter().chain(std::iter::repeat(true));
    for (row, is_lowered) in rows.iter_mut().take(fit).zip(are_lowered) {
        if is_lowered {
            row.score *= 1.0 - words.weights.has_variant;
        }
    }
    rows.sort_unstable_by(Candidate::best_first);
}

/// The triples of neighbouring words in a text, a bit each; by chance, two texts of common length share
/// a twentieth of their bits.
struct Triples {
    bits: [u64; Self::WORDS],
    count: u32,
}

impl Triples {
    const WORDS: usize = 16;

    fn of(words: &Concordance, text: TextId) -> Self {
        /// Spreads numbers over the highest bits: 2⁶⁴ divided by the golden ratio.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut bits = [0_u64; Self::WORDS];
        let mut last = [0; 2];
        words.sequences.each(text, |placed| {
            let word = u64::from(placed.word.0);
            let bit = (last[0] << 42 ^ last[1] << 21 ^ word).wrapping_mul(SPREAD) >> 54;
            bits[bit as usize / 64] |= 1 << (bit % 64);
            last = [last[1], word];
        });
        let count = bits.iter().map(|bits| bits.count_ones()).sum();
        Self { bits, count }
    }

    /// How many triples two texts share.
    fn shared(&self, other: &Self) -> u32 {
        let both = self.bits.iter().zip(other.bits);
        both.map(|(one, other)| (one & other).count_ones()).sum()
    }

    /// Whether `shared` triples are most of its own, so that a text that shares them is a variant.
    fn is_mostly(&self, shared: u32, weights: &Weights) -> bool {
        shared as f32 > self.count as f32 * weights.shared_triples
    }
}
