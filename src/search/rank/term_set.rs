//! Sets of terms.

/// Some of the terms of a query, a bit each; a query has [`MOST_WORDS`](crate::search::query::MOST_WORDS) at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct TermSet(u16);

impl TermSet {
    /// The set of one term, by its position in the query.
    pub(in crate::search) fn of(term: usize) -> Self {
        Self(1 << term)
    }

    /// The set of the first `count` terms, from 1 to 16.
    pub(in crate::search) fn first(count: usize) -> Self {
        Self(u16::MAX >> (u16::BITS as usize - count))
    }

    #[inline]
    pub(in crate::search) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::search) fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    #[inline]
    pub(in crate::search) fn has(self, term: usize) -> bool {
        self.0 >> term & 1 == 1
    }

    /// Whether the two have a term in common.
    #[inline]
    pub(in crate::search) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(in crate::search) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
