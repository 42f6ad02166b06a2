//! Texts and their words: which words there are, where each stands, and each text as a row of words.

use std::ops::Deref;

use super::aliases::Aliases;
use super::pages::LongTable;
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
    pub(in crate::search) aliases: Aliases,
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

    /// Saves all but the long tables.
    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        self.vocabulary.save(body);
        self.postings.save(body, self.vocabulary.ids());
        self.sequences.save(body);
        self.aliases.save(body);
    }

    /// What was saved; the long tables are still to be given.
    pub(in crate::search) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let vocabulary = Vocabulary::load(saved)?;
        let concordance = Self {
            postings: Postings::load(saved, vocabulary.ids())?,
            vocabulary,
            sequences: Sequences::load(saved)?,
            aliases: Aliases::load(saved)?,
        };
        let fits = concordance.postings.texts() == concordance.sequences.texts();
        fits.then_some(concordance)
    }

    /// The long tables: the lists of the postings, and the codes of the sequences.
    pub(in crate::search) fn long_tables(&self) -> [&LongTable; 2] {
        [self.postings.lists(), self.sequences.codes()]
    }

    /// How many bytes each of the long tables has.
    pub(in crate::search) fn lengths(&self) -> [usize; 2] {
        let lists = self.postings.length_of_lists();
        [lists, self.sequences.length_of_codes()]
    }

    /// The concordance with its long tables, if they are as long as they should be.
    pub(in crate::search) fn with_long_tables(mut self, tables: [LongTable; 2]) -> Option<Self> {
        let fits = tables.each_ref().map(LongTable::len) == self.lengths();
        let [lists, codes] = tables;
        self.postings.set_lists(lists);
        self.sequences.set_codes(codes);
        fits.then_some(self)
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        let words = self.vocabulary.size() + self.aliases.size();
        words + self.postings.size() + self.sequences.size()
    }
}
