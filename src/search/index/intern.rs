//! Words given numbers as they are met, while an index is built.
//!
//! Every word of the corpus goes through here: the hash is fast over short words, and another one in each
//! process, so that words that collide are not easily made.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::search::index::varint::narrow;
use crate::search::words::tokens;
use crate::text::sorting::sort_by;

/// Words by number and numbers by word.
#[derive(Debug)]
pub(in crate::search) struct Interner {
    letters: Vec<u8>,
    /// Where each word ends in `letters`, behind a zero.
    ends: Vec<u32>,
    numbers: HashTable<u32>,
    hashing: RandomState,
}

impl Default for Interner {
    fn default() -> Self {
        Self {
            letters: Vec::new(),
            ends: vec![0],
            numbers: HashTable::new(),
            hashing: RandomState::default(),
        }
    }
}

impl Interner {
    pub(in crate::search) fn len(&self) -> u32 {
        narrow(self.ends.len() - 1)
    }

    #[inline]
    pub(in crate::search) fn word(&self, number: u32) -> &[u8] {
        word(&self.letters, &self.ends, number)
    }

    #[inline]
    pub(in crate::search) fn get(&self, word: &[u8]) -> Option<u32> {
        let number = self.numbers.find(hash(&self.hashing, word), |&number| {
            self.word(number) == word
        });
        number.copied()
    }

    /// The numbers of all words, in the order of their letters.
    pub(in crate::search) fn in_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.len()).collect();
        sort_by(&mut order, |&one, &other| {
            self.word(one).cmp(self.word(other))
        });
        order
    }

    pub(in crate::search) fn intern(&mut self, word: &[u8]) -> u32 {
        self.get(word).unwrap_or_else(|| self.add(word))
    }

    /// Gives a number to a word that has none.
    fn add(&mut self, new: &[u8]) -> u32 {
        let number = self.len();
        self.letters.extend_from_slice(new);
        self.ends.push(narrow(self.letters.len()));
        let hash_of = |&number: &u32| hash(&self.hashing, word(&self.letters, &self.ends, number));
        self.numbers
            .insert_unique(hash(&self.hashing, new), number, hash_of);
        number
    }
}

/// What printed words are read as: most of a text were printed alike before, and are not read again.
#[derive(Debug, Default)]
pub(in crate::search) struct Readings<T> {
    printed: Interner,
    /// By printed word.
    readings: Vec<T>,
}

impl<T: Copy> Readings<T> {
    /// What a printed word is read as; by `read`, if it is new.
    pub(in crate::search) fn of(&mut self, printed: &str, read: impl FnOnce() -> T) -> T {
        if let Some(known) = self.printed.get(printed.as_bytes()) {
            return self.readings[known as usize];
        }
        let reading = read();
        self.printed.add(printed.as_bytes());
        self.readings.push(reading);
        reading
    }
}

/// Folded words by number, and which one each printed word is.
#[derive(Debug, Default)]
pub(in crate::search) struct Spellings {
    pub(in crate::search) words: Interner,
    /// With whether a word is printed as an acronym; none where nothing is left of it.
    folded: Readings<Option<(u32, bool)>>,
    /// By word, how often it was met, and how often as an acronym.
    uses: Vec<[u32; 2]>,
    buffer: Vec<u8>,
}

impl Spellings {
    /// The folded word of a printed one.
    pub(in crate::search) fn word(&mut self, printed: &str) -> Option<u32> {
        let (word, is_acronym) = self.folded.of(printed, || {
            tokens::fold(printed, &mut self.buffer);
            let word = (!self.buffer.is_empty()).then(|| self.words.intern(&self.buffer))?;
            Some((word, tokens::is_acronym(printed)))
        })?;
        if self.uses.len() <= word as usize {
            self.uses.resize(self.words.len() as usize, [0; 2]);
        }
        self.uses[word as usize][usize::from(is_acronym)] += 1;
        Some(word)
    }

    /// How often a folded word was met, and how often as an acronym.
    pub(in crate::search) fn uses(&self, word: &[u8]) -> [u32; 2] {
        let word = self.words.get(word);
        let uses = word.and_then(|word| self.uses.get(word as usize));
        uses.copied().unwrap_or_default()
    }
}

#[inline]
fn word<'l>(letters: &'l [u8], ends: &[u32], number: u32) -> &'l [u8] {
    let number = number as usize;
    &letters[ends[number] as usize..ends[number + 1] as usize]
}

#[inline]
fn hash(hashing: &RandomState, word: &[u8]) -> u64 {
    let mut hasher = hashing.build_hasher();
    hasher.write(word);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_while_the_table_grows() {
        let mut words = Interner::default();
        for number in 0..10_000 {
            assert_eq!(words.intern(format!("word{number}").as_bytes()), number);
        }
        assert_eq!(words.get(b"word77"), Some(77));
        assert_eq!(words.word(9_999), b"word9999");
        assert_eq!(words.get(b"word"), None);
        assert_eq!(words.len(), 10_000);
    }
}
