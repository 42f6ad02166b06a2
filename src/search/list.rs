//! The rows of an answer, as they are listed.

use super::names::Found;
use super::{Hit, Match, Subject};

/// Hits up to the limit, and the count of all.
pub(super) struct List {
    pub(super) hits: Vec<Hit>,
    pub(super) found: usize,
    pub(super) limit: usize,
}

impl List {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            hits: Vec::new(),
            found: 0,
            limit,
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.hits.len() >= self.limit
    }

    /// Whether one of the first `rows` is of that subject: whoever lists many knows that they differ.
    pub(super) fn has(&self, subject: Subject, rows: usize) -> bool {
        let mut hits = self.hits.iter().take(rows);
        hits.any(|hit| hit.subject == subject)
    }

    pub(super) fn push(&mut self, hit: Hit) {
        self.found += 1;
        if !self.is_full() {
            self.hits.push(hit);
        }
    }

    pub(super) fn names(&mut self, names: Vec<Found>, by: Match, kind: f32) {
        let before = self.hits.len();
        for name in names {
            if !self.has(name.subject, before) {
                self.push(Hit {
                    subject: name.subject,
                    by,
                    score: kind + name.score,
                    matches: name.matches,
                    same: Vec::new(),
                });
            }
        }
    }
}
