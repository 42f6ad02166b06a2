//! Which words hold which letters: a table by which most of a vocabulary is passed over at once.
//!
//! Words stand in blocks of 64, each with a row of bits for every letter. So the letters that words lack
//! are counted for a whole block together, a bit of each counter at a time.

use std::ops::Range;

const BLOCK: usize = 64;

/// By block of entries: for each bit of a [`letter_set`], the entries that have it.
#[derive(Debug, Default)]
pub(in crate::search) struct Holders(Vec<[u64; BLOCK]>);

impl Holders {
    /// The table of words, in the order of their entries.
    pub(in crate::search) fn of<'w>(words: impl Iterator<Item = &'w [u8]>) -> Self {
        let mut blocks = Vec::new();
        for (entry, word) in words.enumerate() {
            let nth = entry / BLOCK;
            blocks.resize(nth + 1, [0; BLOCK]);
            for letter in bits(letter_set(word)) {
                blocks[nth][letter] |= 1 << (entry % BLOCK);
            }
        }
        Self(blocks)
    }

    /// The entries that lack at most `max_missing` letters of a word, from 0 to 2.
    pub(in crate::search) fn lacking(
        &self,
        max_missing: usize,
        word: &[u8],
        among: Range<usize>,
    ) -> impl Iterator<Item = usize> {
        let letters: Vec<usize> = bits(letter_set(word)).collect();
        let blocks = among.start / BLOCK..among.end.div_ceil(BLOCK);
        let entries = blocks.flat_map(move |nth| {
            let likely = lacking_in_block(&self.0[nth], max_missing, &letters);
            bits(likely).map(move |bit| nth * BLOCK + bit)
        });
        entries.filter(move |entry| among.contains(entry))
    }
}

/// The entries of a block that lack at most `max_missing` of the letters, a bit each.
fn lacking_in_block(block: &[u64; BLOCK], max_missing: usize, letters: &[usize]) -> u64 {
    // By count: the entries that lack more letters than that.
    let mut more = [0; 3];
    for &letter in letters {
        let lack = !block[letter];
        more[2] |= more[1] & lack;
        more[1] |= more[0] & lack;
        more[0] |= lack;
    }
    !more[max_missing]
}

/// Which bits are set, the lowest first.
fn bits(set: u64) -> impl Iterator<Item = usize> {
    let rest = |set: &u64| Some(set & (set - 1)).filter(|&rest| rest != 0);
    let sets = std::iter::successors(Some(set).filter(|&set| set != 0), rest);
    sets.map(|set| set.trailing_zeros() as usize)
}

/// Which letters a word holds, a bit each, and in the upper half which it holds more than once. So a slip
/// takes away one bit at the most; letters that share a bit only make the set say less.
fn letter_set(word: &[u8]) -> u64 {
    let letters = std::str::from_utf8(word).unwrap_or_default().chars();
    letters.fold(0, |set, letter| {
        let bit = 1 << (u32::from(letter) % 32);
        if set & bit == 0 {
            set | bit
        } else {
            set | bit << 32
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_are_told_once_and_again() {
        let of = |word: &str| bits(letter_set(word.as_bytes())).collect::<Vec<_>>();
        assert_eq!(of(""), [0; 0]);
        assert_eq!(of("aba"), [1, 2, 33]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn words_are_told_by_the_letters_they_lack(
            words in prop::collection::vec("[a-dмир]{0,5}", 0..200),
            asked in "[a-dмир]{1,6}",
            max_missing in 0_usize..3,
            from in 0_usize..100,
        ) {
            let holders = Holders::of(words.iter().map(String::as_bytes));
            let among = from.min(words.len())..words.len();
            let letters = letter_set(asked.as_bytes());
            let is_near = |&entry: &usize| {
                let lacks = letters & !letter_set(words[entry].as_bytes());
                lacks.count_ones() as usize <= max_missing
            };
            let expected: Vec<_> = among.clone().filter(is_near).collect();
            let told: Vec<_> = holders.lacking(max_missing, asked.as_bytes(), among).collect();
            prop_assert_eq!(told, expected);
        }
    }
}
