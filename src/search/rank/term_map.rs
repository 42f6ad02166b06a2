//! Which terms each word stands for: what a text is read by.

use crate::search::index::concordance::Concordance;
use crate::search::index::vocabulary::WordId;
use crate::search::rank::term_set::TermSet;
use crate::search::terms::Probe;

/// For each word of the corpus the terms that it stands for, and how well: its best quality, from 0
/// to 1.
#[derive(Debug, Default)]
pub(in crate::search) struct TermMap {
    terms: Vec<TermSet>,
    qualities: Vec<f32>,
    /// The words that stand for any.
    entered: Vec<WordId>,
}

impl TermMap {
    /// Enters the words that terms stand for.
    pub(in crate::search) fn set(&mut self, words: &Concordance, probe: Probe<'_>) {
        self.terms
            .resize(words.vocabulary.len(), TermSet::default());
        self.qualities.resize(words.vocabulary.len(), 0.0);
        for (position, term) in probe.terms.iter().enumerate() {
            for way in probe.ways.of(term) {
                let word = way.word.index();
                self.terms[word].add(TermSet::of(position));
                self.qualities[word] = self.qualities[word].max(way.quality);
                self.entered.push(way.word);
            }
        }
    }

    pub(in crate::search) fn clear(&mut self) {
        for word in self.entered.drain(..) {
            self.terms[word.index()] = TermSet::default();
            self.qualities[word.index()] = 0.0;
        }
    }

    /// The terms that a word stands for.
    #[inline]
    pub(in crate::search) fn terms(&self, word: WordId) -> TermSet {
        self.terms.get(word.index()).copied().unwrap_or_default()
    }

    pub(in crate::search) fn quality(&self, word: WordId) -> f32 {
        self.qualities.get(word.index()).copied().unwrap_or(0.0)
    }
}
