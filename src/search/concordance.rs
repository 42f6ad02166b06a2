//! Texts and their words: which words there are, where each stands, and each text as a row of words.

use super::postings::Postings;
use super::sequence::Sequences;
use super::vocabulary::Vocabulary;
use crate::saved::Saved;

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
