//! The words of the corpus that a typed word may stand for, and how surely it does.

use std::sync::Arc;

use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::vocabulary::{Entry, WordId};
use crate::text::sorting::sort_by;

/// A word of the corpus that a typed word may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::search) struct Way {
    pub(in crate::search) word: WordId,
    /// How near the word is to what was typed, above 0 and up to 1: 1 for the word itself.
    pub(in crate::search) quality: f32,
    pub(in crate::search) certainty: Certainty,
    pub(in crate::search) kind: WayKind,
}

/// How a word of the corpus was told from one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum WayKind {
    Typed,
    Begun,
    /// The same number in another spelling, or the plural for the singular and back.
    Number,
    Inflected,
    Mistyped,
    LettersLeftOut,
    Name,
    /// Together with a neighbour.
    Joined,
}

/// Whether a word is what the reader meant, as far as one can know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Certainty {
    Guess,
    Sure,
}

/// Ways being gathered, some of them twice.
pub(in crate::search) struct GatheredWays<'c> {
    pub(in crate::search) words: Weighed<'c>,
    found: Vec<Way>,
}

impl<'c> GatheredWays<'c> {
    pub(in crate::search) fn new(words: Weighed<'c>) -> Self {
        let found = Vec::new();
        Self { words, found }
    }

    pub(in crate::search) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Adds a word, unless it stands in no text.
    pub(in crate::search) fn add(
        &mut self,
        entry: Entry,
        kind: WayKind,
        quality: f32,
        certainty: Certainty,
    ) {
        let word = self.words.vocabulary.id(entry);
        if self.words.postings.count(word) > 0 {
            self.found.push(Way {
                word,
                quality,
                certainty,
                kind,
            });
        }
    }

    /// Adds a word in this very spelling, if the corpus has it.
    pub(in crate::search) fn add_exact(
        &mut self,
        word: &str,
        kind: WayKind,
        quality: f32,
        certainty: Certainty,
    ) {
        if let Some(entry) = self.words.vocabulary.find(word.as_bytes()) {
            self.add(entry, kind, quality, certainty);
        }
    }

    /// Adds ways that were gathered before.
    pub(in crate::search) fn extend(&mut self, ways: &[Way]) {
        self.found.extend_from_slice(ways);
    }

    /// The best first. Of a word that was added several times the best way stays, and it is sure if one
    /// of them is.
    pub(in crate::search) fn into_sorted(mut self) -> Arc<[Way]> {
        let better = |one: &Way, other: &Way| other.quality.total_cmp(&one.quality);
        let by_word = |one: &Way, other: &Way| one.word.cmp(&other.word);
        sort_by(&mut self.found, |one, other| {
            by_word(one, other).then_with(|| better(one, other))
        });
        self.found.dedup_by(|again, first| {
            let same = again.word == first.word;
            if same {
                first.certainty = first.certainty.max(again.certainty);
            }
            same
        });
        sort_by(&mut self.found, better);
        self.found.into()
    }
}

/// The word itself in the corpus.
pub(in crate::search) fn exact(words: &Concordance, word: &str) -> Option<WordId> {
    let id = words.vocabulary.id(words.vocabulary.find(word.as_bytes())?);
    (words.postings.count(id) > 0).then_some(id)
}

/// Whether a word is all digits.
pub(in crate::search) fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
