//! Texts and their words: which words there are, where each stands, and each text as a row of words.
//!
//! Texts of the same folded words are one: agreed language recurs in every third paragraph, and what
//! reads alike is listed, ranked and shown once.

use std::collections::HashMap;

use super::bytes::narrow;
use super::intern::{self, Interner, Mixed};
use super::postings::Postings;
use super::sequence::Sequences;
use super::tokens::{self, Tokens};
use super::vocabulary::{Vocabulary, WordId};
use crate::order;
use crate::saved::Saved;

/// Parts of a compound shorter than this, in bytes, are not looked for in text written apart.
const SHORTEST_PART: usize = 3;

#[derive(Debug)]
pub(super) struct Concordance {
    pub(super) vocabulary: Vocabulary,
    pub(super) postings: Postings,
    pub(super) sequences: Sequences,
}

impl Concordance {
    pub(super) fn save(&self, body: &mut Vec<u8>) {
        self.vocabulary.save(body);
        self.postings.save(body);
        self.sequences.save(body);
    }

    pub(super) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let concordance = Self {
            vocabulary: Vocabulary::load(saved)?,
            postings: Postings::load(saved)?,
            sequences: Sequences::load(saved)?,
        };
        let Self {
            vocabulary,
            postings,
            sequences,
        } = &concordance;
        let fits = vocabulary.len() == postings.words() && postings.texts() == sequences.texts();
        fits.then_some(concordance)
    }

    /// How many bytes the tables take.
    pub(super) fn size(&self) -> usize {
        self.vocabulary.size() + self.postings.size() + self.sequences.size()
    }
}

/// Takes texts in and makes their concordance.
#[derive(Debug, Default)]
pub(super) struct Collector {
    words: Interner,
    /// The interned words of all texts, compounds with [`COMPOUND`] set.
    stream: Vec<u32>,
    /// Where each text ends in the stream.
    ends: Vec<u32>,
    /// Texts by the hash of their words; of equal hashes the first.
    by_hash: HashMap<u64, u32, Mixed>,
    before: Vec<u8>,
    joined: Vec<u8>,
}

/// Set in the stream for a compound, which takes no position.
const COMPOUND: u32 = 1 << 31;

impl Collector {
    /// Adds a text, or finds the one of the same words; tells its number and whether it is new.
    pub(super) fn add(&mut self, text: &str) -> (u32, bool) {
        let start = self.stream.len();
        let mut hash = 0;
        let mut tokens = Tokens::new(text);
        self.before.clear();
        while let Some(token) = tokens.next() {
            let word = self.words.intern(token.word);
            self.stream.push(word);
            hash = intern::mix(hash, u64::from(word) + 1);
            if token.linked {
                let compound = tokens::compound(&self.before, token.word, &mut self.joined);
                if let Some(compound) = compound {
                    self.stream.push(self.words.intern(compound) | COMPOUND);
                }
            }
            self.before.clear();
            self.before.extend_from_slice(token.word);
        }
        let number = narrow(self.ends.len());
        let first = *self.by_hash.entry(hash).or_insert(number);
        if first != number && self.reads_alike(first, start) {
            self.stream.truncate(start);
            return (first, false);
        }
        self.ends.push(narrow(self.stream.len()));
        (number, true)
    }

    /// Whether a text has the words behind `start`. Compounds don't count: `cease-fire` and
    /// `cease fire` read alike.
    fn reads_alike(&self, text: u32, start: usize) -> bool {
        let simple = |word: &&u32| **word & COMPOUND == 0;
        let one = self.text(text as usize).iter().filter(simple);
        one.eq(self.stream[start..].iter().filter(simple))
    }

    fn text(&self, text: usize) -> &[u32] {
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.stream[start as usize..self.ends[text] as usize]
    }

    /// The concordance of all that was added.
    pub(super) fn finish(self) -> Concordance {
        let pairs = Pairs::new(&self.words);
        let counts = self.counts(&pairs);
        let mut by_count: Vec<u32> = (0..self.words.len()).collect();
        order::sort_by(&mut by_count, |&word| u64::from(!counts[word as usize]));
        let mut ids = vec![WordId(0); by_count.len()];
        for (id, &word) in (0..).map(WordId).zip(&by_count) {
            ids[word as usize] = id;
        }
        let counts: Vec<u32> = by_count.iter().map(|&word| counts[word as usize]).collect();
        let (sequences, flat) = self.spread(&pairs, &ids, &counts);
        Concordance {
            vocabulary: Vocabulary::new(&self.words, &ids),
            postings: Postings::new(self.ends.len(), counts, &flat),
            sequences,
        }
    }

    /// In how many texts each word stands.
    fn counts(&self, pairs: &Pairs) -> Vec<u32> {
        let mut counts = vec![0; self.words.len() as usize];
        let mut last_text = vec![u32::MAX; counts.len()];
        for text in 0..self.ends.len() {
            let number = narrow(text);
            pairs.each(self.text(text), |word, _| {
                if last_text[word as usize] != number {
                    last_text[word as usize] = number;
                    counts[word as usize] += 1;
                }
            });
        }
        counts
    }

    /// The texts as rows of words, and the words' postings one word after the other.
    fn spread(&self, pairs: &Pairs, ids: &[WordId], counts: &[u32]) -> (Sequences, Vec<u32>) {
        let mut sequences = Sequences::default();
        let mut next = Vec::with_capacity(counts.len());
        let mut all = 0;
        for count in counts {
            next.push(all);
            all += *count as usize;
        }
        let mut flat = vec![0; all];
        let mut last_text = vec![u32::MAX; counts.len()];
        for text in 0..self.ends.len() {
            let number = narrow(text);
            pairs.each(self.text(text), |word, compound| {
                let id = ids[word as usize];
                sequences.push(id, compound);
                if std::mem::replace(&mut last_text[id.index()], number) != number {
                    flat[next[id.index()]] = number;
                    next[id.index()] += 1;
                }
            });
            sequences.end_text();
        }
        sequences.shrink();
        (sequences, flat)
    }
}

/// Two words that are known as one: `cease fire`, where some text has `ceasefire` or `cease-fire`.
#[derive(Debug, Default)]
struct Pairs {
    compounds: HashMap<u64, u32, Mixed>,
    /// Whether a word is the first of a pair, and whether the second: most are not, and cost no look.
    begins: Vec<bool>,
    ends: Vec<bool>,
}

impl Pairs {
    fn new(words: &Interner) -> Self {
        let mut pairs = Self {
            compounds: HashMap::default(),
            begins: vec![false; words.len() as usize],
            ends: vec![false; words.len() as usize],
        };
        for whole in 0..words.len() {
            let word = words.word(whole);
            for cut in SHORTEST_PART..word.len().saturating_sub(SHORTEST_PART - 1) {
                let (first, second) = word.split_at(cut);
                if let (Some(first), Some(second)) = (words.get(first), words.get(second)) {
                    pairs.begins[first as usize] = true;
                    pairs.ends[second as usize] = true;
                    pairs.compounds.insert(order::pair(first, second), whole);
                }
            }
        }
        pairs
    }

    /// Tells the words of a text, and behind each pair its compound.
    fn each(&self, text: &[u32], mut tell: impl FnMut(u32, bool)) {
        let mut before = None;
        for (position, &code) in text.iter().enumerate() {
            let word = code & !COMPOUND;
            let is_compound = code & COMPOUND != 0;
            tell(word, is_compound);
            if is_compound {
                continue;
            }
            let linked = text
                .get(position + 1)
                .is_some_and(|next| next & COMPOUND != 0);
            let paired = |first: &u32| self.begins[*first as usize] && self.ends[word as usize];
            if !linked
                && let Some(first) = before.filter(paired)
                && let Some(&whole) = self.compounds.get(&order::pair(first, word))
            {
                tell(whole, true);
            }
            before = Some(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts_with(concordance: &Concordance, word: &str) -> Vec<u32> {
        let mut texts = Vec::new();
        if let Some(entry) = concordance.vocabulary.find(word.as_bytes()) {
            let id = concordance.vocabulary.id(entry);
            concordance.postings.each(id, |text| texts.push(text));
        }
        texts
    }

    #[test]
    fn texts_of_the_same_words_are_one() {
        let mut collector = Collector::default();
        assert_eq!(collector.add("Takes note of the report;"), (0, true));
        assert_eq!(collector.add("Takes note of the reports;"), (1, true));
        assert_eq!(collector.add("TAKES NOTE of the report."), (0, false));
        assert_eq!(collector.finish().postings.texts(), 2);
    }

    #[test]
    fn a_compound_is_found_however_it_is_written() {
        let mut collector = Collector::default();
        for text in [
            "a ceasefire",
            "the cease-fire",
            "a cease fire",
            "to cease, then fire upon",
        ] {
            collector.add(text);
        }
        let concordance = collector.finish();
        // A comma does not part a pair: punctuation is not kept.
        assert_eq!(texts_with(&concordance, "ceasefire"), [0, 1, 2]);
        assert_eq!(texts_with(&concordance, "fire"), [1, 2, 3]);
    }

    #[test]
    fn the_commonest_word_comes_first() {
        let mut collector = Collector::default();
        for text in ["peace now", "peace then", "peace peace"] {
            collector.add(text);
        }
        let concordance = collector.finish();
        let peace = concordance.vocabulary.find(b"peace").unwrap();
        assert_eq!(concordance.vocabulary.id(peace), WordId(0));
        assert_eq!(concordance.postings.count(WordId(0)), 3);
    }
}
