//! Postings as they are written to a file, and read back: a forged file is none.

use std::ops::Range;

use super::neighbours::Neighbours;
use super::{Postings, frequent, listed};
use crate::search::index::pages::LongTable;
use crate::search::index::varint;
use crate::search::index::vocabulary::WordId;
use crate::text::block::{self, Saved};

impl Postings {
    /// Saves all but the lists.
    pub(in crate::search) fn save(&self, body: &mut Vec<u8>, order: &[WordId]) {
        block::put(body, self.texts);
        varint::put_runs(body, &self.counts);
        block::put_table(body, self.bits.iter().map(|bits| bits.to_le_bytes()));
        let places = listed(order, self.frequent).map(|(_, at)| &self.places[at]);
        varint::put_small(body, places.map(|place| place.end - place.start));
        self.neighbours.save(body);
    }

    /// The postings of the words that stand in this alphabetical order; their lists are still to be given.
    pub(in crate::search) fn load(saved: &mut Saved<'_>, order: &[WordId]) -> Option<Self> {
        let texts = saved.count()?;
        let counts = varint::runs(saved, order.len())?;
        (counts.len() == order.len()).then_some(())?;
        let frequent = frequent(&counts, texts);
        let bits = saved.table(u64::from_le_bytes)?;
        let places = places(&varint::small(saved)?, order, frequent, counts.len())?;
        let end = places.iter().map(|place| place.end).max();
        let postings = Self {
            texts,
            bits,
            frequent,
            lists: LongTable::default(),
            neighbours: Neighbours::load(saved, (frequent, texts), end.unwrap_or(0))?,
            places,
            counts,
        };
        postings.has_sound_bits().then_some(postings)
    }

    /// Whether each frequent word has the number of texts that its count says, and all of them exist.
    fn has_sound_bits(&self) -> bool {
        let across = self.words_of_bits();
        let of_bits = &self.counts[..self.frequent];
        self.frequent.checked_mul(across) == Some(self.bits.len())
            && of_bits.iter().enumerate().all(|(word, &count)| {
                let row = &self.bits[word * across..][..across];
                let set: u32 = row.iter().map(|block| block.count_ones()).sum();
                // What is left of the last block holds no text.
                let last = row
                    .last()
                    .map_or(0, |block| 64 - block.leading_zeros() as usize);
                set == count && across.saturating_sub(1) * 64 + last <= self.texts
            })
    }
}

/// Where the lists of words stand, of as many bytes as `lengths` says.
fn places(
    lengths: &[u32],
    order: &[WordId],
    frequent: usize,
    words: usize,
) -> Option<Vec<Range<u32>>> {
    (lengths.len() == words - frequent).then_some(())?;
    let (mut places, mut end) = (vec![0..0; lengths.len()], 0_u32);
    for ((_, at), &length) in listed(order, frequent).zip(lengths) {
        let start = end;
        end = start.checked_add(length)?;
        *places.get_mut(at)? = start..end;
    }
    Some(places)
}
