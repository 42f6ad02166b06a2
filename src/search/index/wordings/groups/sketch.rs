//! A text as a few of its runs of three words, from which it is told how alike two texts are.
//!
//! The runs are dealt into 64 piles by their hashes, and of each pile the least hash is kept: of two texts as many are the
//! same as of all runs that either has (one permutation hashing, Li, Owen and Zhang 2012).

use std::array;

use crate::search::index::stream::{StreamWord, WordKind};

/// How many runs are kept of a text.
const PILES: usize = 64;

/// Texts that may be alike are those that share one of so many parts of their sketches.
pub(super) const PARTS: usize = 8;

/// The least hash of each pile of runs; 0 where there is none.
pub(super) struct Sketch([u8; PILES]);

impl Sketch {
    /// That of a text, by the hashes of its words; none of a text without a run.
    pub(super) fn of(text: &[StreamWord], words: &[u64]) -> Option<Self> {
        let simple = text.iter().filter(|word| word.kind() == WordKind::Simple);
        let mut kept = [0; PILES];
        let (mut before, mut last) = (0_u64, 0_u64);
        let mut runs = 0;
        for word in simple.map(|word| words[word.word() as usize]) {
            if runs >= 2 {
                let run = mixed(before ^ last.rotate_left(21) ^ word.rotate_left(42));
                let [.., pile, hash] = run.to_be_bytes();
                let of_pile = &mut kept[usize::from(pile) % PILES];
                if *of_pile == 0 || hash.max(1) < *of_pile {
                    *of_pile = hash.max(1);
                }
            }
            (before, last) = (last, word);
            runs += 1;
        }
        (runs > 2).then_some(Self(kept))
    }

    /// How much of the runs that either of two texts has are in both, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        let (mut alike, mut all) = (0_u8, 0_u8);
        for (one, other) in self.0.iter().zip(&other.0) {
            alike += u8::from(one == other && *one > 0);
            all += u8::from(one | other > 0);
        }
        f32::from(alike) / f32::from(all.max(1))
    }

    /// The hashes of its parts: each is the least of some piles, and of some others.
    pub(super) fn parts(&self) -> [u32; PARTS] {
        let piles = &self.0;
        array::from_fn(|part| {
            let of = &piles[part * (PILES / PARTS)..][..PILES / PARTS];
            let (one, other) = of.split_at(PILES / PARTS / 2);
            let least = |piles: &[u8]| {
                let kept = (0..).zip(piles).filter(|(_, hash)| **hash > 0);
                kept.map(|(pile, hash)| u64::from(*hash) << 8 | pile)
                    .min()
                    .unwrap_or_default()
            };
            let [one, two, three, four, ..] =
                mixed(least(one) << 32 | least(other) << 8 | part as u64).to_be_bytes();
            u32::from_be_bytes([one, two, three, four])
        })
    }
}

/// The hash of a word that has this number.
pub(super) fn of_word(number: u32) -> u64 {
    mixed(u64::from(number) + 1)
}

/// A number whose bits all depend on all bits of another (the finalizer of `SplitMix64`).
fn mixed(number: u64) -> u64 {
    let number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}
