//! Texts and their words: which words there are, where each stands, and each text as a row of words.

use std::ops::Deref;

use super::postings::Postings;
use super::vocabulary::Vocabulary;
use crate::search::index::sequences::Sequences;
use crate::search::weights::Weights;
use crate::text::block::Saved;

#[derive(Debug)]
pub(in crate::search) struct Concordance {
    pub(in crate::search) vocabulary: Vocabulary,
    pub(in crate::search) postings: Postings,
    pub(in crate::search) sequences: Sequences,
}

/// A concordance, and the weights by which its words are judged.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct Weighed<'i> {
    words: &'i Concordance,
    pub(in crate::search) weights: &'i Weights,
}

impl Deref for Weighed<'_> {
    type Target = Concordance;

    fn deref(&self) -> &Concordance {
        self.words
    }
}

impl Concordance {
    pub(in crate::search) fn weighed<'i>(&'i self, weights: &'i Weights) -> Weighed<'i> {
        let words = self;
        Weighed { words, weights }
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        self.vocabulary.save(body);
        self.postings.save(body);
        self.sequences.save(body);
    }

    pub(in crate::search) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let vocabulary = Vocabulary::load(saved)?;
        let concordance = Self {
            postings: Postings::load(saved, vocabulary.len())?,
            vocabulary,
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
    pub(in crate::search) fn size(&self) -> usize {
        self.vocabulary.size() + self.postings.size() + self.sequences.size()
    }
}
