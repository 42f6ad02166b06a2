//! Texts in, their concordance out.
//!
//! Texts of the same folded words are one: agreed language recurs in every third paragraph, and what
//! reads alike is listed, ranked and shown once.

use std::cmp::Reverse;
use std::hash::{BuildHasher, Hasher};

use foldhash::HashMap;

use super::concordance::Concordance;
use super::intern::{Interner, Spellings};
use super::postings::neighbours::NeighbourCollector;
use super::postings::{CollectedWords, Postings};
use super::text_set::TextId;
use super::vocabulary::{Vocabulary, WordId};
use crate::search::index::aliases::definitions::{self, Definition, Definitions};
use crate::search::index::aliases::forms::{self, Forms};
use crate::search::index::sequences::{SequenceCollector, Sequences};
use crate::search::index::stream::compounds::Pairs;
use crate::search::index::stream::{StreamWord, WordKind, from_behind};
use crate::search::index::varint::narrow;
use crate::search::words::segment::{Gap, PrintedWord, PrintedWords};
use crate::search::words::{dates, tokens};
use crate::text::sorting::sort_by_key;

/// Takes texts in and makes their concordance.
#[derive(Debug, Default)]
pub(in crate::search) struct Collector {
    spellings: Spellings,
    /// The words of all texts.
    stream: Vec<StreamWord>,
    /// Where each text ends in the stream.
    ends: Vec<u32>,
    /// Texts by the hash of their words; of equal hashes the first.
    by_hash: HashMap<u64, TextId>,
    definitions: Definitions,
    joined: Vec<u8>,
}

impl Collector {
    /// Adds a text, or finds the one of the same words; returns its number and whether it is new.
    pub(in crate::search) fn add(&mut self, text: &str) -> (TextId, bool) {
        let start = self.stream.len();
        let mut hasher = self.by_hash.hasher().build_hasher();
        let mut before = None;
        for printed in PrintedWords::new(text) {
            let Some(word) = self.spellings.word(printed.text) else {
                continue;
            };
            if is_defined(text, &printed) {
                let before = last_words(&self.stream[start..], definitions::MOST_WORDS);
                let words = &self.spellings.words;
                self.definitions.read(words, &before, (printed.text, word));
            }
            if let Some(month) = dates::month_of_day(text, printed.start + printed.text.len()) {
                let month = self.spellings.words.intern(month.as_bytes());
                self.stream.push(StreamWord::new(month, WordKind::Compound));
            }
            self.stream.push(StreamWord::new(word, WordKind::Simple));
            hasher.write_u32(word + 1);
            let words = &mut self.spellings.words;
            if let Some(first) = before {
                let parts = (words.word(first), words.word(word));
                let compound = match printed.gap {
                    Gap::Blank => tokens::grouped(parts.0, parts.1, &mut self.joined),
                    gap if gap.links() => tokens::compound(parts.0, parts.1, &mut self.joined),
                    _ => None,
                };
                if let Some(compound) = compound {
                    let compound = words.intern(compound);
                    self.stream
                        .push(StreamWord::new(compound, WordKind::Compound));
                }
            }
            before = Some(word);
        }
        let number = TextId(narrow(self.ends.len()));
        let first = *self.by_hash.entry(hasher.finish()).or_insert(number);
        if first != number && self.reads_alike(first, start) {
            self.stream.truncate(start);
            return (first, false);
        }
        self.ends.push(narrow(self.stream.len()));
        (number, true)
    }

    /// Whether a text has the words behind `start`. Compounds don't count: `cease-fire` and
    /// `cease fire` read alike.
    fn reads_alike(&self, text: TextId, start: usize) -> bool {
        let simple = |word: &&StreamWord| word.kind() == WordKind::Simple;
        let one = self.text(text).iter().filter(simple);
        one.eq(self.stream[start..].iter().filter(simple))
    }

    /// The words of all texts, in their order.
    pub(super) fn texts(&self) -> impl ExactSizeIterator<Item = (TextId, &[StreamWord])> {
        let texts = (0..narrow(self.ends.len())).map(TextId);
        texts.map(|text| (text, self.text(text)))
    }

    /// The words that the streams of the texts are made of.
    pub(super) fn words(&self) -> &Interner {
        &self.spellings.words
    }

    fn text(&self, text: TextId) -> &[StreamWord] {
        let text = text.index();
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.stream[start as usize..self.ends[text] as usize]
    }

    /// The names of several forms that the texts define, and the common ones.
    pub(in crate::search) fn definitions(&self) -> Vec<Definition> {
        self.definitions.all(&self.spellings)
    }

    /// The concordance of all that was added; each form of a name is followed by its alias.
    pub(in crate::search) fn finish(mut self, definitions: &[Definition]) -> Concordance {
        let forms = Forms::new(&mut self.spellings.words, definitions);
        let words = &self.spellings.words;
        let order = words.in_order();
        let pairs = Pairs::new(words, &order, forms);
        let counts = self.counts(&pairs);
        let mut by_count: Vec<u32> = (0..words.len()).collect();
        sort_by_key(&mut by_count, |&word| Reverse(counts[word as usize]));
        let mut ids = vec![WordId(0); by_count.len()];
        for (id, &word) in (0..).map(WordId).zip(&by_count) {
            ids[word as usize] = id;
        }
        let counts: Vec<u32> = by_count.iter().map(|&word| counts[word as usize]).collect();
        let mut neighbours = NeighbourCollector::new(&counts, self.ends.len());
        let (sequences, flat) = self.spread(&pairs, &ids, &counts, &mut neighbours);
        let vocabulary = Vocabulary::new(words, &order, &ids);
        let has_texts = |word: &str| {
            let word = words.get(word.as_bytes());
            word.is_some_and(|word| counts[ids[word as usize].index()] > 0)
        };
        let aliases = forms::aliases(definitions, has_texts);
        let collected = CollectedWords {
            counts,
            flat,
            neighbours,
        };
        Concordance {
            aliases,
            postings: Postings::new(self.ends.len(), collected, vocabulary.ids()),
            vocabulary,
            sequences,
        }
    }

    /// In how many texts each word stands.
    fn counts(&self, pairs: &Pairs) -> Vec<u32> {
        // With the last text of each.
        let mut words = vec![(None, 0); self.spellings.words.len() as usize];
        for (text, stream) in self.texts() {
            pairs.each(stream, |word, _| {
                let (last, count) = &mut words[word as usize];
                *count += u32::from(*last != Some(text));
                *last = Some(text);
            });
        }
        words.into_iter().map(|(_, count)| count).collect()
    }

    /// The texts as rows of words, and the words' postings one word after the other.
    fn spread(
        &self,
        pairs: &Pairs,
        ids: &[WordId],
        counts: &[u32],
        neighbours: &mut NeighbourCollector,
    ) -> (Sequences, Vec<TextId>) {
        let mut all = 0;
        let starts = counts.iter().map(|count| {
            let start = all;
            all += count;
            start
        });
        let starts: Vec<u32> = starts.collect();
        let mut flat = vec![TextId(0); all as usize];
        // By interned word: its number, its last text, where its next posting goes.
        let state = ids.iter().map(|&id| (id, None, starts[id.index()]));
        let mut words: Vec<_> = state.collect();
        let mut sequences = SequenceCollector::default();
        for (text, stream) in self.texts() {
            pairs.each(stream, |word, kind| {
                let (id, last, next) = &mut words[word as usize];
                sequences.push(*id, kind);
                neighbours.push(text, *id, kind);
                if *last != Some(text) {
                    *last = Some(text);
                    flat[*next as usize] = text;
                    *next += 1;
                }
            });
            sequences.end_text();
            neighbours.end_text();
        }
        (sequences.finish(), flat)
    }
}

/// Whether a word of a text is an acronym in brackets, behind what it stands for.
fn is_defined(text: &str, printed: &PrintedWord<'_>) -> bool {
    let stands_before = |at: usize, bracket: u8| text.as_bytes().get(at) == Some(&bracket);
    printed.start > 0
        && stands_before(printed.start - 1, b'(')
        && stands_before(printed.start + printed.text.len(), b')')
        && tokens::is_acronym(printed.text)
}

/// The last printed words of a text, as many as `most`.
fn last_words(text: &[StreamWord], most: usize) -> Vec<u32> {
    let mut words: Vec<u32> = from_behind(text).take(most).collect();
    words.reverse();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts_with(concordance: &Concordance, word: &str) -> Vec<u32> {
        let vocabulary = &concordance.vocabulary;
        let id = vocabulary
            .find(word.as_bytes())
            .map(|entry| vocabulary.id(entry));
        let mut texts = Vec::new();
        concordance
            .postings
            .each(id.unwrap(), |text| texts.push(text.0));
        texts
    }

    #[test]
    fn texts_of_the_same_words_are_one() {
        let mut collector = Collector::default();
        assert_eq!(
            collector.add("Takes note of the report;"),
            (TextId(0), true)
        );
        assert_eq!(
            collector.add("Takes note of the reports;"),
            (TextId(1), true)
        );
        assert_eq!(
            collector.add("TAKES NOTE of the report."),
            (TextId(0), false)
        );
        assert_eq!(collector.finish(&[]).postings.texts(), 2);
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
        let concordance = collector.finish(&[]);
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
        let concordance = collector.finish(&[]);
        let peace = concordance.vocabulary.find(b"peace").unwrap();
        assert_eq!(concordance.vocabulary.id(peace), WordId(0));
        assert_eq!(concordance.postings.count(WordId(0)), 3);
    }
}
