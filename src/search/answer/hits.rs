//! The rows of an answer, as they are listed.

use crate::search::answer::named::FoundName;
use crate::search::hit::{Hit, Match, Subject};

/// Hits up to the limit, and the count of all.
pub(in crate::search) struct HitList {
    pub(in crate::search) hits: Vec<Hit>,
    pub(in crate::search) found: usize,
    pub(in crate::search) limit: usize,
}

impl HitList {
    pub(in crate::search) fn new(limit: usize) -> Self {
        Self {
            hits: Vec::new(),
            found: 0,
            limit,
        }
    }

    pub(in crate::search) fn is_full(&self) -> bool {
        self.hits.len() >= self.limit
    }

    /// Whether one of the first `rows` has that subject. Callers that list many paragraphs know that they differ.
    pub(in crate::search) fn has(&self, subject: Subject, rows: usize) -> bool {
        let mut hits = self.hits.iter().take(rows);
        hits.any(|hit| hit.subject == subject)
    }

    pub(in crate::search) fn push(&mut self, hit: Hit) {
        self.found += 1;
        if !self.is_full() {
            self.hits.push(hit);
        }
    }

    pub(in crate::search) fn names(&mut self, names: Vec<FoundName>, by: Match, kind: f32) {
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
