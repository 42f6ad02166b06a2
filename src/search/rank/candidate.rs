//! A text that may answer a query, and the order of two such.

use std::cmp::Ordering;

use crate::search::index::text_set::TextId;
use crate::search::rank::term_set::TermSet;

/// A text that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::search) struct Candidate {
    pub(in crate::search) text: TextId,
    pub(in crate::search) score: f32,
    /// The terms that the score counts; after ranking, all that the text has.
    pub(in crate::search) has: TermSet,
    /// Whether they stand there as one run of words, in their order. False before ranking.
    pub(in crate::search) is_run: bool,
}

impl Candidate {
    /// A text of which nothing else is known yet.
    pub(in crate::search) fn of(text: TextId) -> Self {
        Self {
            text,
            score: 0.0,
            has: TermSet::default(),
            is_run: false,
        }
    }

    /// The higher score first, and of two equal ones the lower text: an order without ties.
    pub(in crate::search) fn best_first(&self, other: &Self) -> Ordering {
        let scores = other.score.total_cmp(&self.score);
        scores.then(self.text.cmp(&other.text))
    }
}

/// Keeps the `wanted` rows that come first in an order, themselves in any order.
pub(in crate::search) fn keep_first(
    rows: &mut Vec<Candidate>,
    wanted: usize,
    order: impl Fn(&Candidate, &Candidate) -> Ordering,
) {
    if rows.len() > wanted {
        rows.select_nth_unstable_by(wanted, order);
        rows.truncate(wanted);
    }
}
