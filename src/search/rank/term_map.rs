//! Words marked with the terms they stand for: what a text is read by.

use crate::search::index::concordance::Concordance;
use crate::search::index::vocabulary::WordId;
use crate::search::terms::Term;
use crate::search::terms::expand::Way;

/// Which ways of a term count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Ways {
    Sure,
    All,
}

impl Ways {
    /// The ways of a term that count.
    pub(in crate::search) fn of(self, term: &Term) -> impl Iterator<Item = &Way> {
        let ways = term.ways.iter();
        ways.filter(move |way| way.sure || self == Self::All)
    }
}

/// For each word of the corpus the terms that it stands for, a bit each, and how well: its best quality, from 0
/// to 1.
#[derive(Debug, Default)]
pub(in crate::search) struct TermMap {
    terms: Vec<u16>,
    qualities: Vec<f32>,
    marked: Vec<WordId>,
}

impl TermMap {
    /// Marks the ways of terms, the first one with bit 0.
    pub(in crate::search) fn set(&mut self, words: &Concordance, terms: &[Term], ways: Ways) {
        self.terms.resize(words.vocabulary.len(), 0);
        self.qualities.resize(words.vocabulary.len(), 0.0);
        for (position, term) in terms.iter().enumerate() {
            for way in ways.of(term) {
                let word = way.word.index();
                self.terms[word] |= 1 << position;
                self.qualities[word] = self.qualities[word].max(way.quality);
                self.marked.push(way.word);
            }
        }
    }

    pub(in crate::search) fn clear(&mut self) {
        for word in self.marked.drain(..) {
            self.terms[word.index()] = 0;
            self.qualities[word.index()] = 0.0;
        }
    }

    /// The terms that a word stands for: bit `n` for the `n`th term, counted from 0.
    #[inline]
    pub(in crate::search) fn terms(&self, word: WordId) -> u16 {
        self.terms.get(word.index()).copied().unwrap_or(0)
    }

    pub(in crate::search) fn quality(&self, word: WordId) -> f32 {
        self.qualities.get(word.index()).copied().unwrap_or(0.0)
    }
}
