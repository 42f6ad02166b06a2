//! The words of a concordance, in alphabetical order.
//!
//! A word has two numbers: its *entry* here, by which beginnings are looked up, and its [`WordId`],
//! which counts from the most frequent word, so that common words take one byte in a list. Everything
//! is flat tables of numbers: they can be written to a file and read back as they are.

use std::ops::Range;
use std::sync::OnceLock;

use super::intern::Interner;
use crate::search::index::letters::Holders;
use crate::search::index::varint::{self, narrow};
use crate::text::block::{self, Saved};

/// A word, counted from the one that stands in most texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) struct WordId(pub(in crate::search) u32);

impl WordId {
    pub(in crate::search) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A word, counted from the first in alphabetical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Entry(pub(in crate::search) usize);

impl Entry {
    /// The entries of a range, in their order.
    pub(in crate::search) fn each(range: Range<Self>) -> impl Iterator<Item = Self> {
        (range.start.0..range.end.0).map(Self)
    }
}

#[derive(Debug, Default)]
pub(in crate::search) struct Vocabulary {
    /// The words one after the other.
    letters: Vec<u8>,
    /// Where each entry begins in `letters`, and one more.
    starts: Vec<u32>,
    ids: Vec<WordId>,
    /// Which entries hold which letters.
    holders: OnceLock<Holders>,
}

impl Vocabulary {
    /// Takes the interned words in `order`, the alphabetical one; `id_of` gives each one's number by
    /// frequency.
    pub(in crate::search) fn new(words: &Interner, order: &[u32], id_of: &[WordId]) -> Self {
        let mut vocabulary = Self {
            starts: vec![0],
            ..Self::default()
        };
        for &interned in order {
            let word = words.word(interned);
            vocabulary.letters.extend_from_slice(word);
            vocabulary.starts.push(narrow(vocabulary.letters.len()));
            vocabulary.ids.push(id_of[interned as usize]);
        }
        vocabulary
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        let (mut bytes, mut before) = (Vec::new(), &[][..]);
        for word in Entry::each(self.all()).map(|entry| self.word(entry)) {
            let shared = word
                .iter()
                .zip(before)
                .take_while(|(one, other)| one == other);
            let shared = u8::try_from(shared.count()).unwrap_or(u8::MAX);
            bytes.push(shared);
            block::put_bytes(&mut bytes, &word[usize::from(shared)..]);
            before = word;
        }
        block::put_bytes(body, &bytes);
        varint::put_small(body, self.ids.iter().map(|id| id.0));
    }

    pub(in crate::search) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let (letters, starts) = unshared(saved.bytes()?)?;
        let ids: Vec<_> = varint::small(saved)?.into_iter().map(WordId).collect();
        let text = std::str::from_utf8(&letters).ok()?;
        let is_border = |&start: &u32| text.is_char_boundary(start as usize);
        let fits = starts.iter().all(is_border)
            && starts.len() == ids.len() + 1
            && ids.iter().all(|id| id.index() < ids.len());
        fits.then_some(Self {
            letters,
            starts,
            ids,
            holders: OnceLock::new(),
        })
    }

    pub(in crate::search) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(in crate::search) fn word(&self, entry: Entry) -> &[u8] {
        &self.letters[self.starts[entry.0] as usize..self.starts[entry.0 + 1] as usize]
    }

    pub(in crate::search) fn id(&self, entry: Entry) -> WordId {
        self.ids[entry.0]
    }

    /// The words in alphabetical order.
    pub(in crate::search) fn ids(&self) -> &[WordId] {
        &self.ids
    }

    /// Which entries hold which letters, counted now if they have not been.
    pub(in crate::search) fn holders(&self) -> &Holders {
        let count = || Holders::of(Entry::each(self.all()).map(|entry| self.word(entry)));
        self.holders.get_or_init(count)
    }

    /// All entries.
    pub(in crate::search) fn all(&self) -> Range<Entry> {
        Entry(0)..Entry(self.len())
    }

    /// The entries of a range that lack at most `max_missing` letters of a word, from 0 to 2.
    pub(in crate::search) fn lacking(
        &self,
        max_missing: usize,
        word: &str,
        among: Range<Entry>,
    ) -> impl Iterator<Item = Entry> {
        let among = among.start.0..among.end.0;
        let holders = self.holders();
        holders
            .lacking(max_missing, word.as_bytes(), among)
            .map(Entry)
    }

    /// The entry of a word.
    pub(in crate::search) fn find(&self, word: &[u8]) -> Option<Entry> {
        let entry = self.first_not_below(word);
        (entry.0 < self.len() && self.word(entry) == word).then_some(entry)
    }

    /// The entries that begin with `prefix`.
    pub(in crate::search) fn beginning_with(&self, prefix: &[u8]) -> Range<Entry> {
        let start = self.first_not_below(prefix);
        let mut end = self.len();
        let mut low = start.0;
        while low < end {
            let middle = usize::midpoint(low, end);
            if self.word(Entry(middle)).starts_with(prefix) {
                low = middle + 1;
            } else {
                end = middle;
            }
        }
        start..Entry(low)
    }

    fn first_not_below(&self, word: &[u8]) -> Entry {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(Entry(middle)) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Entry(low)
    }

    /// How many bytes the tables take, but for that of the holders.
    pub(in crate::search) fn size(&self) -> usize {
        self.letters.len() + self.starts.len() * 4 + self.len() * 4
    }
}

/// The words one after the other, and where they begin and end, of words that are saved as how many bytes each
/// begins with of the one before, and what it goes on with.
fn unshared(mut bytes: &[u8]) -> Option<(Vec<u8>, Vec<u32>)> {
    let (mut letters, mut starts, mut before) = (Vec::new(), vec![0], 0);
    while let Some((&shared, rest)) = bytes.split_first() {
        bytes = rest;
        let length = varint::take(&mut bytes)? as usize;
        let (own, rest) = bytes.split_at_checked(length)?;
        bytes = rest;
        let begins = before..before + usize::from(shared);
        before = letters.len();
        (begins.end <= before).then(|| letters.extend_from_within(begins))?;
        letters.extend_from_slice(own);
        starts.push(u32::try_from(letters.len()).ok()?);
    }
    Some((letters, starts))
}

/// How many characters two words share at their beginning; both are UTF-8.
pub(in crate::search) fn shared_characters(one: &[u8], other: &[u8]) -> u8 {
    let alike = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    // A character counts once all of its bytes are shared: where the next byte begins another.
    let whole = |word: &[u8]| word.get(alike).is_none_or(|&byte| is_first_byte(byte));
    let count = characters(&one[..alike]);
    let count = if whole(one) && whole(other) {
        count
    } else {
        count - 1
    };
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// How many characters a word has.
pub(in crate::search) fn characters(word: &[u8]) -> usize {
    word.iter().filter(|&&byte| is_first_byte(byte)).count()
}

fn is_first_byte(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut interner = Interner::default();
        for word in words {
            interner.intern(word.as_bytes());
        }
        let ids: Vec<_> = (0..interner.len()).map(WordId).collect();
        Vocabulary::new(&interner, &interner.in_order(), &ids)
    }

    #[test]
    fn words_are_found_whole_and_by_their_beginning() {
        let vocabulary = vocabulary(&["peace", "pact", "peaceful", "war", "мир"]);
        assert_eq!(vocabulary.find(b"peace"), Some(Entry(1)));
        assert_eq!(vocabulary.find(b"pea"), None);
        assert_eq!(vocabulary.beginning_with(b"pea"), Entry(1)..Entry(3));
        assert_eq!(vocabulary.beginning_with(b"x"), Entry(4)..Entry(4));
        assert_eq!(
            vocabulary.beginning_with("ми".as_bytes()),
            Entry(4)..Entry(5)
        );
        assert_eq!(vocabulary.beginning_with(b""), Entry(0)..Entry(5));
    }

    #[test]
    fn shared_beginnings_are_counted_in_characters() {
        for (one, other, shared) in [
            ("peace", "peaceful", 5),
            ("", "war", 0),
            ("мир", "мина", 2),
            ("мир", "мис", 2),
            ("a", "b", 0),
        ] {
            let count = shared_characters(one.as_bytes(), other.as_bytes());
            assert_eq!(count, shared, "{one} {other}");
        }
    }
}
