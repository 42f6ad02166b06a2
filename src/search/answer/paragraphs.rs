//! The paragraphs that one query finds: those that have all of its words, and those that nearly do.

use std::ops::Range;
use std::sync::Arc;

use crate::search::answer::list::HitList;
use crate::search::answer::numbered;
use crate::search::answer::scope::Scope;
use crate::search::answer::tally::HitTally;
use crate::search::answer::titled::TitledTerms;
use crate::search::answer::widened;
use crate::search::answer::{Desk, Searched};
use crate::search::index::paragraphs::id::ParagraphId;
use crate::search::index::text_set::Texts;
use crate::search::query::{Asked, MOST_WORDS, Query};
use crate::search::rank::candidate::{Candidate, keep_first};
use crate::search::rank::reasons::{Reason, Summed};
use crate::search::rank::{self, prior};
use crate::search::terms::expand::Effort;
use crate::search::terms::pasted::PastedWords;
use crate::search::terms::phrase::Phrase;
use crate::search::terms::{self, Probe, Term, Ways};
use crate::search::weights::LOOKED_AT;

/// Texts that answer a query.
pub(super) struct Candidates {
    pub(super) best: Vec<Candidate>,
    /// All of them.
    pub(super) texts: Texts,
}

/// The paragraphs of one query.
pub(super) struct Search<'s> {
    pub(super) searched: Searched<'s>,
    pub(super) scope: Arc<Scope>,
    query: &'s Query,
    /// What the query has in quotation marks.
    phrases: Vec<Phrase>,
    /// The paragraphs of resolutions that the query names by number.
    pub(super) numbered: Vec<Range<ParagraphId>>,
    /// What was found so far.
    pub(super) tally: HitTally,
    /// How many paragraphs of languages that are left out have all words.
    pub(super) in_other_languages: usize,
    pub(super) desk: &'s mut Desk,
}

impl<'s> Search<'s> {
    pub(super) fn new(
        searched: Searched<'s>,
        query: &'s Query,
        scope: Arc<Scope>,
        tally: HitTally,
        desk: &'s mut Desk,
    ) -> Self {
        let words = searched.words();
        let phrases = query.phrases.iter();
        Self {
            searched,
            scope,
            query,
            phrases: phrases.map(|asked| Phrase::typed(words, asked)).collect(),
            numbered: Vec::new(),
            tally,
            in_other_languages: 0,
            desk,
        }
    }

    /// The terms of the query. Notes which resolutions it numbers.
    pub(super) fn terms(&mut self, effort: Effort) -> Vec<Term> {
        let words = self.searched.words();
        let Desk {
            numbers, expander, ..
        } = &mut *self.desk;
        self.numbered.clear();
        let mut members = |chunk: &[Asked]| {
            let numbered = numbered::numbered(numbers, self.searched, chunk);
            self.numbered.extend_from_slice(&numbered.paragraphs);
            Arc::clone(&numbered.members)
        };
        let mut terms = terms::terms(words, expander, &self.query.words, &mut members, effort);
        for term in &mut terms {
            let widenings = &mut self.desk.widenings;
            if let Some(way) = *widened::commoner(widenings, self.searched, &term.word) {
                term.add(words, way);
            }
        }
        for phrase in &self.query.phrases {
            terms.extend(terms::of_phrase(words, phrase));
        }
        for either in &self.query.either {
            terms.push(terms::of_either(
                words,
                &mut self.desk.expander,
                either,
                effort,
            ));
        }
        terms.truncate(MOST_WORDS);
        terms
    }

    /// The texts that have all terms, and the best of them: as many as make the rows that a list may have, or as are
    /// ranked if that is more.
    pub(super) fn all(&mut self, probe: Probe<'_>, list: &HitList) -> Candidates {
        let words = self.searched.words();
        let mut texts = self.desk.gathering.all(&words, probe);
        self.narrow(&mut texts, probe.ways);
        let gathering = &mut self.desk.gathering;
        let wanted = list.limit.max(LOOKED_AT);
        let are_enough = |best: &[_]| list.rows_of(self.searched.index, best) >= list.limit;
        let mut best = gathering.likeliest(words, probe, &texts, wanted, are_enough);
        self.rank(probe, &TitledTerms::none(), &mut best);
        Candidates { best, texts }
    }

    /// Leaves of the texts those within the scope that have the phrases of the query. Where nothing is guessed, counts
    /// what the languages have that are left out.
    fn narrow(&mut self, texts: &mut Texts, ways: Ways) {
        let counts_others = ways == Ways::Sure && self.scope.leaves_languages_out();
        let wanted = if counts_others {
            self.scope.in_all_languages()
        } else {
            self.scope.texts()
        };
        if let Some(wanted) = wanted {
            texts.keep(wanted);
        }
        let words = self.searched.words();
        for phrase in &self.phrases {
            phrase.narrow(&words, texts);
        }
        if counts_others {
            let paragraphs = &self.searched.index.paragraphs;
            self.in_other_languages = self.scope.count_others(paragraphs, texts);
            if let Some(wanted) = self.scope.texts() {
                texts.keep(wanted);
            }
        }
    }

    /// The best of the texts that have some of the terms.
    pub(super) fn some(&mut self, terms: &[Term]) -> Vec<Candidate> {
        let words = self.searched.words();
        let mut rows = self.desk.gathering.some(words, terms);
        if let Some(wanted) = self.scope.texts() {
            rows.retain(|row| wanted.has(row.text));
        }
        for phrase in &self.phrases {
            rows.retain(|row| phrase.stands_in(&words, row.text));
        }
        let asked = match terms.iter().filter(|term| !term.common).count() {
            0 => terms.len(),
            uncommon => uncommon,
        };
        let (_, reasons) = self.desk.gathering.ranking();
        for row in &mut rows {
            // What a paragraph lacks counts less than how rare its words are: three words of a long name are no match
            // for a telling one.
            let share = row.has.len() as f32 / asked as f32;
            let worth = row.score * (share.min(1.0).sqrt() - 1.0);
            Summed { row, reasons }.add(Reason::Lacks, worth);
        }
        keep_first(&mut rows, LOOKED_AT, Candidate::best_first);
        let titled = TitledTerms::of(&mut self.desk.titles, self.searched, terms);
        self.rank(Probe::new(terms, Ways::All), &titled, &mut rows);
        rows
    }

    /// Ranks rows, and leaves the words they were found by in the term map, from which matches are read.
    fn rank(&mut self, probe: Probe<'_>, titled: &TitledTerms<'_>, rows: &mut [Candidate]) {
        let words = self.searched.words();
        let (term_map, reasons) = self.desk.gathering.ranking();
        term_map.clear();
        term_map.set(&words, probe);
        // Of a pasted text another that many paragraphs have is no likelier one.
        let of_one = !self.numbered.is_empty() || !self.query.pasted.is_empty();
        let Searched { index, weights, .. } = self.searched;
        let prior = if of_one {
            prior::within_resolution
        } else {
            prior::of
        };
        let pasted = &self.query.pasted;
        let pasted = (!pasted.is_empty()).then(|| PastedWords::of(&words, pasted));
        let all: f32 = probe.terms.iter().map(|term| term.weight).sum();
        let judge = |sum: &mut Summed<'_>| {
            prior(weights, &index.paragraphs, sum);
            titled.lift(self.searched, sum);
            if let Some(pasted) = &pasted {
                let overlap = pasted.overlap(words, sum.row.text);
                sum.add(Reason::Pasted, overlap * all * weights.pasted);
            }
        };
        rank::rank(words, probe.terms, (term_map, reasons), rows, judge);
        // Phrases of which one will do are shown, but a word of them alone is worth nothing.
        for phrase in self.query.either.iter().flatten() {
            if phrase.as_word().is_none() {
                let shown = terms::of_phrase(words, phrase);
                term_map.set(&words, Probe::new(&shown, Ways::Sure));
            }
        }
    }
}
