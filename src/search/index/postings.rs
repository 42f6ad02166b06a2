//! For each word, the texts it stands in.
//!
//! A word of many texts keeps one bit a text, others keep the distances from one text to the next. So
//! the commonest words, which would be most of the bytes, are small, and asking whether a text has
//! one costs a look.

use super::vocabulary::WordId;
use crate::search::index::text_set::{self, TextId, Texts};
use crate::search::index::varint::{self, narrow};
use crate::text::block::{self, Saved};

/// Words in more than 1/8 of the texts are kept as bitmaps: a list would take as many bytes.
const FREQUENT: usize = 8;

#[derive(Debug, Default)]
pub(in crate::search) struct Postings {
    texts: usize,
    /// In how many texts each word stands.
    counts: Vec<u32>,
    /// The bits of the most frequent words: `words_of_bits` each, from `WordId(0)` on.
    bits: Vec<u64>,
    frequent: usize,
    /// The lists of all others.
    lists: Vec<u8>,
    /// Where the list of each word that is not frequent begins, and one more.
    starts: Vec<u32>,
}

impl Postings {
    /// Takes `flat`, the postings of all words one after the other, and how many each word has; words
    /// stand in the order of their counts, the greatest first.
    pub(in crate::search) fn new(texts: usize, counts: Vec<u32>, flat: &[TextId]) -> Self {
        let frequent = frequent(&counts, texts);
        let mut postings = Self {
            texts,
            counts,
            frequent,
            starts: vec![0],
            ..Self::default()
        };
        let across = postings.words_of_bits();
        postings.bits = vec![0; frequent * across];
        let mut rest = flat;
        for word in 0..postings.counts.len() {
            let (of_word, others) = rest.split_at(postings.counts[word] as usize);
            rest = others;
            if word < frequent {
                let row = &mut postings.bits[word * across..][..across];
                for &text in of_word {
                    row[text.index() / 64] |= 1 << (text.0 % 64);
                }
            } else {
                let mut before = 0;
                for &text in of_word {
                    varint::put(text.0 - before, &mut postings.lists);
                    before = text.0;
                }
                postings.starts.push(narrow(postings.lists.len()));
            }
        }
        postings.lists.shrink_to_fit();
        postings
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        block::put(body, self.texts);
        varint::put_runs(body, &self.counts);
        block::put_table(body, self.bits.iter().map(|bits| bits.to_le_bytes()));
        block::put_bytes(body, &self.lists);
    }

    /// The postings of `words` words.
    pub(in crate::search) fn load(saved: &mut Saved<'_>, words: usize) -> Option<Self> {
        let texts = saved.count()?;
        let counts = varint::runs(saved, words)?;
        let frequent = frequent(&counts, texts);
        let bits = saved.table(u64::from_le_bytes)?;
        let lists: Vec<u8> = saved.bytes()?.into();
        let postings = Self {
            starts: starts(&lists, &counts[frequent..], texts)?,
            texts,
            counts,
            bits,
            frequent,
            lists,
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

    /// How many texts there are.
    pub(in crate::search) fn texts(&self) -> usize {
        self.texts
    }

    /// How many words there are.
    pub(in crate::search) fn words(&self) -> usize {
        self.counts.len()
    }

    /// In how many texts a word stands.
    pub(in crate::search) fn count(&self, word: WordId) -> usize {
        self.counts[word.index()] as usize
    }

    /// Whether [`has`](Self::has) can be asked of a word.
    pub(in crate::search) fn is_frequent(&self, word: WordId) -> bool {
        word.index() < self.frequent
    }

    /// Whether a text has a frequent word.
    pub(in crate::search) fn has(&self, word: WordId, text: TextId) -> bool {
        let row = word.index() * self.words_of_bits();
        self.bits[row + text.index() / 64] >> (text.0 % 64) & 1 == 1
    }

    /// The texts that have a word, in ascending order.
    #[inline]
    pub(in crate::search) fn texts_with(&self, word: WordId) -> impl Iterator<Item = TextId> {
        let in_bits = text_set::set_bits(self.bits(word).iter().copied());
        in_bits.chain(self.list(word))
    }

    /// Those of `texts` that have a word, in ascending order.
    #[inline]
    pub(in crate::search) fn texts_among(
        &self,
        texts: &Texts,
        word: WordId,
    ) -> impl Iterator<Item = TextId> {
        let listed = self.list(word).filter(|&text| texts.has(text));
        texts.shared(self.bits(word)).chain(listed)
    }

    /// How many steps it takes to read the texts of a word: the unit in which ways to an answer are compared.
    pub(in crate::search) fn cost(&self, word: WordId) -> usize {
        if self.is_frequent(word) {
            self.words_of_bits()
        } else {
            self.count(word)
        }
    }

    /// Adds the texts that have a word.
    pub(in crate::search) fn add_to(&self, texts: &mut Texts, word: WordId) {
        if self.is_frequent(word) {
            texts.add_bits(self.bits(word));
        } else {
            self.list(word).for_each(|text| texts.add(text));
        }
    }

    /// The texts that have a word, a bit each; nothing where the word is not frequent.
    fn bits(&self, word: WordId) -> &[u64] {
        let across = self.words_of_bits();
        let row = word.index() * across;
        self.bits.get(row..row + across).unwrap_or(&[])
    }

    /// The texts that have a word, from its list; nothing where the word is frequent.
    #[inline]
    fn list(&self, word: WordId) -> impl Iterator<Item = TextId> {
        let ends = word.index().checked_sub(self.frequent);
        let range = ends.map_or(0..0, |at| {
            self.starts[at] as usize..self.starts[at + 1] as usize
        });
        let mut rest = &self.lists[range];
        let mut text = 0;
        std::iter::from_fn(move || {
            text += varint::take(&mut rest)?;
            Some(TextId(text))
        })
    }

    fn words_of_bits(&self) -> usize {
        self.texts.div_ceil(64)
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.counts.len() * 4 + self.bits.len() * 8 + self.lists.len() + self.starts.len() * 4
    }
}

/// Where the lists of words begin and end, of as many texts as their counts say; none where one leads behind the
/// last text, or something is left.
fn starts(lists: &[u8], counts: &[u32], texts: usize) -> Option<Vec<u32>> {
    let (mut starts, mut rest) = (vec![0], lists);
    for &count in counts {
        let mut last = 0_usize;
        for _ in 0..count {
            last = last.saturating_add(varint::take(&mut rest)? as usize);
        }
        (count == 0 || last < texts).then_some(())?;
        starts.push(narrow(lists.len() - rest.len()));
    }
    rest.is_empty().then_some(starts)
}

/// How many words are kept in bits; the first ones.
fn frequent(counts: &[u32], texts: usize) -> usize {
    counts.partition_point(|&count| count as usize * FREQUENT > texts)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 100, ..Default::default() })]

        #[test]
        fn what_was_put_in_is_read_back(
            mut words in proptest::collection::vec(
                proptest::collection::btree_set(0_u32..200, 0..200), 1..8)
        ) {
            words.sort_by_key(|texts: &BTreeSet<u32>| std::cmp::Reverse(texts.len()));
            let counts = words.iter().map(|texts| narrow(texts.len())).collect();
            let flat: Vec<_> = words.iter().flatten().copied().map(TextId).collect();
            let postings = Postings::new(200, counts, &flat);
            for (word, texts) in (0..).map(WordId).zip(&words) {
                let read: BTreeSet<_> = postings.texts_with(word).map(|text| text.0).collect();
                prop_assert_eq!(&read, texts);
                if postings.is_frequent(word) {
                    for text in 0..200 {
                        prop_assert_eq!(postings.has(word, TextId(text)), texts.contains(&text));
                    }
                }
            }
        }
    }
}
