//! What a paragraph is called in the tables of the index.

use std::ops::Range;

/// A paragraph, counted from 0 in the order of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) struct ParagraphId(pub(in crate::search) u32);

impl ParagraphId {
    pub(in crate::search) fn index(self) -> usize {
        self.0 as usize
    }

    /// The paragraphs of a range, in their order.
    pub(in crate::search) fn each(range: Range<Self>) -> impl Iterator<Item = Self> {
        (range.start.0..range.end.0).map(Self)
    }
}
