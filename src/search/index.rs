//! The tables of the index, built once and read at every key.
//!
//! ```text
//! word → its spelling and forms     vocabulary, letters, intern
//! word → texts that have it         postings, text_set
//! text → its words in order         sequences, compounds
//! paragraph → its text and place    paragraphs, wordings, leads
//! words of titles and symbols       names
//! ```

use crate::text::block::{self, BlockHead, Saved};
use crate::text::corpus::Corpus;
use concordance::Concordance;
use names::NameTable;
use paragraphs::Paragraphs;

pub(super) mod builder;
pub(super) mod compounds;
pub(super) mod concordance;
pub(super) mod intern;
pub(super) mod leads;
pub(super) mod letters;
pub(super) mod names;
pub(super) mod paragraphs;
pub(super) mod postings;
pub(super) mod sequences;
pub(super) mod text_set;
pub(super) mod varint;
pub(super) mod vocabulary;
pub(super) mod wordings;

/// What can be found in a corpus: built once, then only read, by any number of threads. It holds positions in the
/// corpus and no text of it; a [`Finder`](crate::search::Finder) puts the two together.
#[derive(Debug)]
pub struct Index {
    pub(super) paragraphs: Paragraphs,
    /// The words of the paragraphs.
    pub(super) words: Concordance,
    pub(super) names: NameTable,
}

impl Index {
    /// The head of a saved index. Raise the version with every change of the layout, or of how text is taken apart
    /// into words.
    pub const KIND: BlockHead = BlockHead {
        name: *b"resindex",
        version: 7,
    };

    /// Reads every paragraph of a corpus.
    pub fn build(corpus: &Corpus) -> Self {
        Self::build_while(corpus, |_| true)
    }

    /// Reads the paragraphs of a corpus as long as `goes_on` returns true. It is called before each resolution with
    /// the number of those that have been read: for a first part of a big corpus, a progress, or an early end.
    pub fn build_while(corpus: &Corpus, goes_on: impl FnMut(usize) -> bool) -> Self {
        let (paragraphs, words) = Paragraphs::read(corpus, goes_on);
        Self {
            paragraphs,
            words,
            names: NameTable::read(corpus),
        }
    }

    /// Makes the tables of letters now, so that the first question does not have to wait for them. They are the
    /// one part that is made when it is first needed, for a start that asks nothing should not pay for it.
    pub fn prepare(&self) {
        self.words.vocabulary.holders();
        self.names.prepare();
    }

    /// Whether every resolution of the corpus was read.
    pub fn is_whole(&self) -> bool {
        self.paragraphs.is_whole()
    }

    /// The index as a block of bytes, to be kept for the next start.
    ///
    /// ```
    /// use resolut::bundle;
    /// use resolut::search::Index;
    ///
    /// let corpus = bundle::corpus();
    /// let kept = Index::build(&corpus).to_bytes();
    /// assert!(Index::from_bytes(&kept, &corpus).is_some());
    /// assert!(Index::from_bytes(&kept[1..], &corpus).is_none());
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::with_capacity(self.size() + self.size() / 8);
        self.words.save(&mut body);
        self.paragraphs.save(&mut body);
        self.names.save(&mut body);
        block::block(Self::KIND, &body)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote. `None` if the bytes are of another version, are damaged, or
    /// can't be of this corpus. Whether the corpus has changed since does not show in them: the caller must know.
    pub fn from_bytes(bytes: &[u8], corpus: &Corpus) -> Option<Self> {
        let (mut saved, _) = Saved::block(bytes, Self::KIND)?;
        let words = Concordance::load(&mut saved)?;
        let index = Self {
            paragraphs: Paragraphs::load(&mut saved, corpus)?,
            names: NameTable::load(&mut saved, corpus)?,
            words,
        };
        let fits = index.paragraphs.texts() == index.words.postings.texts();
        (saved.is_empty() && fits).then_some(index)
    }

    /// The size of the index in memory, in bytes, without the tables that [`prepare`](Self::prepare) makes.
    pub fn size(&self) -> usize {
        self.paragraphs.size() + self.words.size() + self.names.size()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_can_share_an_index() {
        fn shares<T: Send + Sync>() {}
        shares::<Index>();
    }
}
