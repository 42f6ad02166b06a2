//! For each word, the texts it stands in.
//!
//! A word of many texts keeps one bit a text, others keep the distances from one text to the next. So
//! the commonest words, which would be most of the bytes, are small, and asking whether a text has
//! one costs a look. Lists stand in the alphabetical order of their words: a beginning leads to neighbours.

use std::ops::Range;

use super::vocabulary::WordId;
use crate::search::index::pages::LongTable;
use crate::search::index::text_set::{self, TextId, Texts};
use crate::search::index::varint::{self, narrow};
use neighbours::{NeighbourCollector, Neighbours};

pub(super) mod neighbours;
mod saved;

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
    lists: LongTable,
    /// Where the list of each word that is not frequent stands.
    places: Vec<Range<u32>>,
    neighbours: Neighbours,
}

/// What was found out of each word, from the one in most texts on.
pub(in crate::search) struct CollectedWords {
    /// In how many texts each stands.
    pub(in crate::search) counts: Vec<u32>,
    /// These texts, word after word.
    pub(in crate::search) flat: Vec<TextId>,
    pub(in crate::search) neighbours: NeighbourCollector,
}

impl Postings {
    /// Takes the words of so many texts. `order` is the alphabetical one.
    pub(in crate::search) fn new(texts: usize, words: CollectedWords, order: &[WordId]) -> Self {
        let CollectedWords {
            counts,
            flat,
            neighbours,
        } = words;
        let ends = counts.iter().scan(0, |end, &count| {
            *end += count as usize;
            Some(*end)
        });
        let ends: Vec<usize> = ends.collect();
        let of = |word: usize| &flat[ends[word] - counts[word] as usize..ends[word]];
        let frequent = frequent(&counts, texts);
        let across = texts.div_ceil(64);
        let mut bits = vec![0; frequent * across];
        for word in 0..frequent {
            let row = &mut bits[word * across..][..across];
            for &text in of(word) {
                row[text.index() / 64] |= 1 << (text.0 % 64);
            }
        }
        let mut lists = Vec::new();
        let mut places = vec![0..0; counts.len() - frequent];
        for (word, at) in listed(order, frequent) {
            let (start, mut before) = (narrow(lists.len()), 0);
            for &text in of(word.index()) {
                varint::put(text.0 - before, &mut lists);
                before = text.0;
            }
            places[at] = start..narrow(lists.len());
        }
        let neighbours = Neighbours::new(neighbours, texts, &mut lists);
        lists.shrink_to_fit();
        Self {
            texts,
            counts,
            bits,
            frequent,
            lists: LongTable::Held(lists),
            places,
            neighbours,
        }
    }

    /// How many bytes the lists take.
    pub(in crate::search) fn length_of_lists(&self) -> usize {
        let ends = self.places.iter().map(|place| place.end);
        ends.max().unwrap_or(0).max(self.neighbours.end()) as usize
    }

    pub(in crate::search) fn lists(&self) -> &LongTable {
        &self.lists
    }

    /// Gives the lists, which were not saved with the rest.
    pub(in crate::search) fn set_lists(&mut self, lists: LongTable) {
        self.lists = lists;
    }

    /// How many texts there are.
    pub(in crate::search) fn texts(&self) -> usize {
        self.texts
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

    /// Calls `see` with the texts that have a word, in ascending order.
    #[inline]
    pub(in crate::search) fn each(&self, word: WordId, see: impl FnMut(TextId)) {
        if self.is_frequent(word) {
            text_set::set_bits(self.bits(word).iter().copied()).for_each(see);
        } else {
            self.each_listed(word, see);
        }
    }

    /// Calls `see` with those of `texts` that have a word, in ascending order.
    #[inline]
    pub(in crate::search) fn each_among(
        &self,
        texts: &Texts,
        word: WordId,
        mut see: impl FnMut(TextId),
    ) {
        self.any_among(texts, word, |text| {
            see(text);
            false
        });
    }

    /// Whether `is_it` holds for one of `texts` that have a word. It is asked in ascending order, up to the first that
    /// fits.
    #[inline]
    pub(in crate::search) fn any_among(
        &self,
        texts: &Texts,
        word: WordId,
        mut is_it: impl FnMut(TextId) -> bool,
    ) -> bool {
        if self.is_frequent(word) {
            texts.shared(self.bits(word)).any(is_it)
        } else {
            self.any_listed(word, |text| texts.has(text) && is_it(text))
        }
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
            self.each_listed(word, |text| texts.add(text));
        }
    }

    /// Whether [`add_neighbours`](Self::add_neighbours) can be asked of a word: of the commonest.
    pub(in crate::search) fn has_neighbours(&self, word: WordId) -> bool {
        self.neighbours.has(word)
    }

    /// Adds the texts in which two such words stand side by side.
    pub(in crate::search) fn add_neighbours(
        &self,
        texts: &mut Texts,
        first: WordId,
        second: WordId,
    ) {
        let place = self.neighbours.place(first, second);
        if place.len() == neighbours::length_of_bits(self.texts) {
            let bytes = self.lists.read(place.start as usize..place.end as usize);
            let blocks = bytes.as_chunks().0.iter().copied();
            let with = text_set::set_bits(blocks.map(u64::from_le_bytes));
            let exist = with.take_while(|text| text.index() < self.texts);
            exist.for_each(|text| texts.add(text));
            return;
        }
        self.any_in(place, |text| {
            texts.add(text);
            false
        });
    }

    /// The texts that have a word, a bit each; nothing where the word is not frequent.
    fn bits(&self, word: WordId) -> &[u64] {
        let across = self.words_of_bits();
        let row = word.index() * across;
        self.bits.get(row..row + across).unwrap_or(&[])
    }

    /// Reads the list of a word that is not frequent.
    #[inline]
    fn each_listed(&self, word: WordId, mut see: impl FnMut(TextId)) {
        self.any_listed(word, |text| {
            see(text);
            false
        });
    }

    /// Reads the list of a word that is not frequent, up to the first text for which `is_it` holds.
    #[inline]
    fn any_listed(&self, word: WordId, is_it: impl FnMut(TextId) -> bool) -> bool {
        self.any_in(self.places[word.index() - self.frequent].clone(), is_it)
    }

    /// Reads a list up to the first text for which `is_it` holds. It ends before a text that does not exist, or where it
    /// can't be read.
    #[inline]
    fn any_in(&self, place: Range<u32>, mut is_it: impl FnMut(TextId) -> bool) -> bool {
        let list = self.lists.read(place.start as usize..place.end as usize);
        let (mut rest, mut text) = (&*list, 0_u32);
        while let Some(distance) = varint::take(&mut rest) {
            text = text.saturating_add(distance);
            if text as usize >= self.texts {
                return false;
            }
            if is_it(TextId(text)) {
                return true;
            }
        }
        false
    }

    fn words_of_bits(&self) -> usize {
        self.texts.div_ceil(64)
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        let of_words = self.counts.len() * 4 + self.bits.len() * 8 + self.places.len() * 8;
        of_words + self.lists.size() + self.neighbours.size()
    }
}

/// The words that are not frequent in the alphabetical order, each with its position among them by count.
fn listed(order: &[WordId], frequent: usize) -> impl Iterator<Item = (WordId, usize)> {
    let words = order.iter().copied();
    words.filter_map(move |word| Some((word, word.index().checked_sub(frequent)?)))
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
            let order: Vec<_> = (0..).map(WordId).take(words.len()).collect();
            let none = NeighbourCollector::new(&[], 0);
            let words_of = CollectedWords { counts, flat, neighbours: none };
            let postings = Postings::new(200, words_of, &order);
            for (word, texts) in (0..).map(WordId).zip(&words) {
                let mut read = BTreeSet::new();
                postings.each(word, |text| _ = read.insert(text.0));
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
