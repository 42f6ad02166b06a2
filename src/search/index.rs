//! The tables of the index, built once and read at every key.
//!
//! ```text
//! word → its spelling and forms     vocabulary, letters, intern
//! word → texts that have it         postings, text_set
//! text → its words in order         sequences, stream
//! paragraph → its text and place    paragraphs, wordings, leads
//! text → those nearly the same      groups
//! words of titles and symbols       names
//! name → its other forms            aliases
//! ```
//!
//! Saved, it is a block of all that is short, and behind it the two long tables: the lists of the postings, and the
//! words of the texts. Those are most of it, and stay in the file (`pages`).

use std::sync::Arc;

use crate::text::block::{self, BlockHead, ReadAt, Saved};
use crate::text::corpus::Corpus;
use concordance::Concordance;
use names::NameTable;
use pages::{LongTable, PagedFile};
use paragraphs::Paragraphs;
use wordings::groups::Groups;

pub(super) mod aliases;
pub(super) mod builder;
pub(super) mod concordance;
pub(super) mod intern;
pub(super) mod leads;
pub(super) mod letters;
pub(super) mod names;
pub(super) mod pages;
pub(super) mod paragraphs;
pub(super) mod postings;
pub(super) mod sequences;
pub(super) mod stream;
pub(super) mod text_set;
pub(super) mod varint;
pub(super) mod vocabulary;
pub(super) mod wordings;

/// What can be found in a corpus: built once, then only read, by any number of threads. It holds positions in the
/// corpus and no text of it; a [`Finder`](crate::search::Finder) puts the two together.
#[derive(Debug)]
pub struct Index {
    pub(super) paragraphs: Paragraphs,
    pub(super) groups: Groups,
    /// The words of the paragraphs.
    pub(super) words: Concordance,
    pub(super) names: NameTable,
    /// Of a file that is read as it is needed.
    pages: Option<Arc<PagedFile>>,
}

impl Index {
    /// The head of a saved index. Raise the version with every change of the layout, or of how text is taken apart
    /// into words.
    pub const KIND: BlockHead = BlockHead {
        name: *b"resindex",
        version: 14,
    };

    /// Reads every paragraph of a corpus.
    pub fn build(corpus: &Corpus) -> Self {
        Self::build_while(corpus, |_| true)
    }

    /// Reads the paragraphs of a corpus as long as `goes_on` returns true. It is called before each resolution with
    /// the number of those that have been read: for a first part of a big corpus, a progress, or an early end.
    pub fn build_while(corpus: &Corpus, goes_on: impl FnMut(usize) -> bool) -> Self {
        let (paragraphs, collector) = Paragraphs::read(corpus, goes_on);
        let definitions = collector.definitions();
        Self {
            paragraphs,
            groups: Groups::of(&collector),
            words: collector.finish(&definitions),
            names: NameTable::read(corpus, &definitions),
            pages: None,
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

    /// The index as bytes, to be kept for the next start.
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
        let [lists, codes] = self.words.long_tables().map(LongTable::all);
        let long = [&*lists, &*codes].concat();
        let mut body = Vec::new();
        self.words.save(&mut body);
        self.paragraphs.save(&mut body);
        self.groups.save(&mut body);
        self.names.save(&mut body);
        block::put_table(&mut body, pages::hashes(&long).map(u64::to_le_bytes));
        let mut bytes = block::block(Self::KIND, &body);
        bytes.extend(long);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote. `None` if the bytes are of another version, are damaged, or
    /// can't be of this corpus. Whether the corpus has changed since does not show in them: the caller must know.
    pub fn from_bytes(bytes: &[u8], corpus: &Corpus) -> Option<Self> {
        let (saved, behind) = Saved::block(bytes, Self::KIND)?;
        Self::load(saved, corpus, |[lists, codes], hashes| {
            let (lists, rest) = behind.split_at_checked(lists)?;
            let (codes, _) = rest.split_at_checked(codes)?;
            let long = &behind[..lists.len() + codes.len()];
            let is_sound = pages::hashes(long).eq(hashes);
            let tables = [lists, codes].map(|table| LongTable::Held(table.into()));
            is_sound.then_some((tables, None))
        })
    }

    /// Reads from the byte `at` of a file what [`to_bytes`](Self::to_bytes) wrote: at once what is short, and the rest
    /// as questions need it. `None` as for [`from_bytes`](Self::from_bytes), or if the file can't be read. Damage in
    /// what is read later is found then: see [`is_damaged`](Self::is_damaged).
    pub fn open(file: impl ReadAt + 'static, at: u64, corpus: &Corpus) -> Option<Self> {
        let block = block::read_block(&file, at, Self::KIND).ok()??;
        let (saved, _) = Saved::block(&block, Self::KIND)?;
        let behind = at + block.len() as u64;
        Self::load(saved, corpus, |[lists, codes], hashes| {
            let all = lists.checked_add(codes)?;
            let pages = PagedFile::new(Box::new(file), behind, all, hashes)?;
            let pages = Arc::new(pages);
            let tables = [0..lists, lists..all];
            let tables = tables.map(|part| LongTable::Paged(Arc::clone(&pages), part));
            Some((tables, Some(pages)))
        })
    }

    /// Reads a block; `long` gives the long tables, which have these lengths and hashes.
    fn load(
        mut saved: Saved<'_>,
        corpus: &Corpus,
        long: impl FnOnce([usize; 2], Vec<u64>) -> Option<([LongTable; 2], Option<Arc<PagedFile>>)>,
    ) -> Option<Self> {
        let words = Concordance::load(&mut saved)?;
        let paragraphs = Paragraphs::load(&mut saved, corpus)?;
        let groups = Groups::load(&mut saved, paragraphs.texts())?;
        let names = NameTable::load(&mut saved, corpus)?;
        let hashes = saved.table(u64::from_le_bytes)?;
        let fits = saved.is_empty() && paragraphs.texts() == words.postings.texts();
        fits.then_some(())?;
        let (tables, pages) = long(words.lengths(), hashes)?;
        Some(Self {
            paragraphs,
            groups,
            words: words.with_long_tables(tables)?,
            names,
            pages,
        })
    }

    /// Whether something that was read since it was opened was not what was written: no answer is to be trusted then,
    /// and a [`Finder`](crate::search::Finder) builds it anew.
    pub fn is_damaged(&self) -> bool {
        self.pages.as_ref().is_some_and(|pages| pages.is_damaged())
    }

    /// The size of the index in memory, in bytes, without the tables that [`prepare`](Self::prepare) makes, and
    /// without the pages of an open file that are kept: four megabytes at most.
    pub fn size(&self) -> usize {
        let texts = self.paragraphs.size() + self.groups.size();
        texts + self.words.size() + self.names.size()
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
