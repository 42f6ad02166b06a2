//! The list of an answer: its hits up to a limit, and how names come onto it.

use crate::search::answer::groups::ListedGroups;
use crate::search::answer::named::FoundName;
use crate::search::hit::{Hit, Match, Subject};
use crate::search::index::Index;
use crate::search::rank::candidate::Candidate;
use crate::search::rank::term_set::TermSet;
use crate::search::terms::Term;

/// Hits up to the limit, and the count of all.
pub(in crate::search) struct HitList {
    pub(in crate::search) hits: Vec<Hit>,
    pub(in crate::search) found: usize,
    pub(in crate::search) limit: usize,
    pub(super) groups: ListedGroups,
    /// How many hits stood there before the rows that are being listed.
    pub(super) before: usize,
}

impl HitList {
    pub(in crate::search) fn new(limit: usize, groups: ListedGroups) -> Self {
        Self {
            hits: Vec::new(),
            found: 0,
            limit,
            groups,
            before: 0,
        }
    }

    pub(in crate::search) fn is_full(&self) -> bool {
        self.hits.len() >= self.limit
    }

    /// How many rows the wordings make that were found.
    pub(super) fn rows_of(&self, index: &Index, found: &[Candidate]) -> usize {
        self.groups.count(index, found.iter().map(|row| row.text))
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
                    lacks: Vec::new(),
                    matches: name.matches,
                    same: Vec::new(),
                    like: Vec::new(),
                });
            }
        }
    }
}

/// How the texts of some rows were found.
#[derive(Clone, Copy)]
pub(super) enum FoundBy<'t> {
    /// They have all words.
    Sure,
    /// By these terms, of which they may lack some.
    Guessed(&'t [Term]),
}

impl FoundBy<'_> {
    pub(super) fn by(self) -> Match {
        match self {
            Self::Sure => Match::Words,
            Self::Guessed(_) => Match::Fuzzy,
        }
    }
}

/// The words that a row does not have, as they were typed.
pub(super) fn lacks(terms: &[Term], has: TermSet) -> Vec<String> {
    let missing = terms.iter().enumerate();
    let missing = missing.filter(|(position, _)| !has.has(*position));
    let mut typed: Vec<String> = missing.map(|(_, term)| term.typed.clone()).collect();
    // A word that was parted is two terms.
    typed.dedup();
    typed
}
