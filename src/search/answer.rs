//! One answer: the rows of all kinds, in the order they are listed.
//!
//! A citation first, then names, then paragraphs that have every word, then guesses.

use std::ops::Range;
use std::sync::Arc;

use super::hit::{Hit, Match, Matches, Subject};
use super::index::Index;
use super::query::{AnnexWord, Asked, Query};
use super::question::{Findings, Question};
use super::rank;
use super::terms::{self, Probe, Term, Ways};
use crate::search::index::concordance::Weighed;
use crate::search::index::paragraphs::{ParagraphId, PartKind};
use crate::search::index::text_set::{TextId, Texts};
use crate::search::rank::gather::{Candidate, Gathering, keep_first};
use crate::search::rank::matches::matches;
use crate::search::rank::term_set::TermSet;
use crate::search::rank::{near_duplicates, prior};
use crate::search::terms::expand::{Effort, Expander};
use crate::search::terms::phrase::Phrase;
use crate::search::weights::{
    BETTER_KIND, FEW_ROWS, LOOKED_AT, MANY_WORDS, NAMES_FIRST, NEAREST, Weights,
};
use crate::text::corpus::Corpus;
use crate::text::model::Place;
use cited::cited;
use hits::HitList;
use named::{FoundName, FoundNames, NameDesk};
use numbered::Numbers;
use scope::{Scope, ScopeKey, Scopes};
use tally::HitTally;

pub(super) mod cited;
pub(super) mod hits;
pub(super) mod named;
pub(super) mod numbered;
pub(super) mod scope;
pub(super) mod tally;

/// What is kept from key to key: tables as long as the corpus, and looked-up words.
#[derive(Debug, Default)]
pub(super) struct Desk {
    gathering: Gathering,
    expander: Expander,
    scopes: Scopes,
    numbers: Numbers,
    names: NameDesk,
}

/// What questions are about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Searched<'f> {
    pub(super) corpus: &'f Corpus,
    /// That of the corpus.
    pub(super) index: &'f Index,
    pub(super) weights: &'f Weights,
}

impl<'f> Searched<'f> {
    /// The words of the paragraphs.
    fn words(self) -> Weighed<'f> {
        self.index.words.weighed(self.weights)
    }
}

/// Answers a question.
pub(super) fn answer(searched: Searched<'_>, question: &Question<'_>, desk: &mut Desk) -> Findings {
    answer_keeping(searched, question, None, desk).0
}

/// The paragraphs of an answer, in the order of the corpus.
pub(super) fn paragraphs(
    searched: Searched<'_>,
    question: &Question<'_>,
    by: Match,
    desk: &mut Desk,
) -> Vec<Place> {
    let (_, tally) = answer_keeping(searched, question, Some(by), desk);
    tally.into_places()
}

fn answer_keeping(
    searched: Searched<'_>,
    question: &Question<'_>,
    by: Option<Match>,
    desk: &mut Desk,
) -> (Findings, HitTally) {
    let query = Query::read(question.query, AnnexWord::Narrows);
    let answer = answer_query(searched, question, &query, HitTally::keeping(by), desk);
    let none_is_sure = answer.0.hits.iter().all(|hit| hit.by == Match::Fuzzy);
    if query.bounds.only.parts.last() == Some(&PartKind::Annex) && none_is_sure {
        let query = Query::read(question.query, AnnexWord::IsWord);
        return answer_query(searched, question, &query, HitTally::keeping(by), desk);
    }
    answer
}

fn answer_query(
    searched: Searched<'_>,
    question: &Question<'_>,
    query: &Query,
    mut tally: HitTally,
    desk: &mut Desk,
) -> (Findings, HitTally) {
    let mut findings = Findings {
        of: searched.index.paragraphs.len(),
        ..Findings::default()
    };
    let mut list = HitList::new(question.limit);
    let cited = cited(searched.corpus, question.query, question.open);
    for &subject in cited.iter().flatten() {
        if let Subject::Passage(place) = subject {
            tally.cite(place);
        }
        list.push(Hit {
            subject,
            by: Match::Citation,
            score: 3.0 * BETTER_KIND,
            matches: Matches::default(),
            same: Vec::new(),
        });
    }
    let names = names(searched, query, &mut desk.names);
    let key = ScopeKey {
        bounds: query.bounds.clone(),
        open: question.open,
        language: searched.corpus.chosen_language().map(str::to_owned),
    };
    let mut search = Search {
        searched,
        scope: desk
            .scopes
            .get(key, |key| Scope::new(&key.bounds, key.open, searched)),
        query,
        numbered: Vec::new(),
        tally,
        in_other_languages: 0,
        desk,
    };
    if let Some(of) = search.scope.searched() {
        findings.of = of;
    }
    if query.is_wordless() {
        if query.narrows() {
            search.browse(&mut list);
        }
    } else {
        let rows = search.by_words(&mut list, names);
        if cited.is_none() && rows.texts.count() < FEW_ROWS {
            findings.dropped = search.guess(&mut list, &rows.best);
        }
    }
    findings.in_other_languages = search.in_other_languages;
    let tally = search.tally;
    findings.hits = list.hits;
    findings.found = list.found;
    findings.sure = tally.sure;
    findings.guessed = tally.guessed;
    (findings, tally)
}

/// The names that a query of nothing but words finds.
fn names(searched: Searched<'_>, query: &Query, desk: &mut NameDesk) -> FoundNames {
    if query.words.is_empty() || !query.phrases.is_empty() || query.narrows() {
        return FoundNames::none();
    }
    let mut found = named::find(searched, &query.words, desk);
    found.names.retain(|name| match name.subject {
        Subject::Resolution(id) => searched.corpus.is_shown(id),
        Subject::Session(_) | Subject::Passage(_) => true,
    });
    found
}

/// Texts that answer a query.
struct Candidates {
    best: Vec<Candidate>,
    /// All of them.
    texts: Texts,
}

/// The paragraphs of one query.
struct Search<'s> {
    searched: Searched<'s>,
    scope: Arc<Scope>,
    query: &'s Query,
    /// The paragraphs of resolutions that the query names by number.
    numbered: Vec<Range<ParagraphId>>,
    /// What was found so far.
    tally: HitTally,
    /// How many paragraphs of languages that are left out have all words.
    in_other_languages: usize,
    desk: &'s mut Desk,
}

impl Search<'_> {
    /// Lists the paragraphs that the operators of the query leave.
    fn browse(&mut self, list: &mut HitList) {
        let paragraphs = &self.searched.index.paragraphs;
        self.desk.gathering.term_map().clear();
        let Some(wanted) = self.scope.texts() else {
            return;
        };
        let mut left = wanted.clone();
        let mut first = Vec::new();
        for (_, text) in self.scope.paragraphs(paragraphs) {
            if first.len() == list.limit {
                break;
            }
            if left.has(text) {
                left.remove(text);
                first.push(Candidate::of(text));
            }
        }
        let rows = Candidates {
            best: first,
            texts: wanted.clone(),
        };
        self.list_rows(list, &rows, Match::Words);
    }

    /// Lists the names, and the paragraphs that have every word of the query; returns those paragraphs.
    fn by_words(&mut self, list: &mut HitList, found: FoundNames) -> Candidates {
        let terms = self.terms(Effort::Sure);
        let rows = self.all(Probe::new(&terms, Ways::Sure), list.limit);
        // A title of scattered words does not stand before a paragraph that says just that.
        let looked_at = rows.best.iter().take(LOOKED_AT);
        let has_run = looked_at.clone().any(|row| row.is_run);
        let fits = |name: &FoundName| name.is_run || name.is_filled || !has_run;
        let leads = |name: &FoundName| found.ways == Ways::Sure && fits(name);
        let (mut first, mut behind): (Vec<_>, Vec<_>) = found.names.into_iter().partition(leads);
        behind.extend(first.split_off(first.len().min(NAMES_FIRST)));
        list.names(first, Match::Words, 2.0 * BETTER_KIND);
        self.list_rows(list, &rows, Match::Words);
        let by = match found.ways {
            Ways::Sure => Match::Words,
            Ways::All => Match::Fuzzy,
        };
        list.names(behind, by, 0.5 * BETTER_KIND);
        rows
    }

    /// Lists paragraphs that may have been meant, beside the `sure` ones; returns the words that the best of them
    /// lacks, where nothing is sure.
    fn guess(&mut self, list: &mut HitList, sure: &[Candidate]) -> Vec<String> {
        // Known words that were found together were not mistyped.
        let effort = if sure.is_empty() {
            Effort::Guess
        } else {
            Effort::Forms
        };
        let terms = self.terms(effort);
        let mut rows = self.all(Probe::new(&terms, Ways::All), list.limit).best;
        let few = rows.len() < FEW_ROWS;
        let may_drop_one = terms.len() >= MANY_WORDS;
        if few && (sure.is_empty() || may_drop_one) {
            rows = self.some(&terms);
        }
        rows.retain(|row| sure.iter().all(|sure| sure.text != row.text));
        if !sure.is_empty() {
            rows.retain(|row| row.has.len() + 1 >= terms.len());
        }
        rows.truncate(NEAREST);
        let mut texts = Texts::none(self.searched.index.words.postings.texts());
        for row in &rows {
            texts.add(row.text);
        }
        let rows = Candidates { best: rows, texts };
        self.list_rows(list, &rows, Match::Fuzzy);
        match rows.best.first() {
            Some(best) if sure.is_empty() => dropped(&terms, best.has),
            _ => Vec::new(),
        }
    }

    fn terms(&mut self, effort: Effort) -> Vec<Term> {
        let words = self.searched.words();
        let Desk {
            numbers, expander, ..
        } = &mut *self.desk;
        self.numbered.clear();
        let mut members = |chunk: &[Asked]| {
            let numbered = numbers.read(self.searched, chunk);
            self.numbered.extend_from_slice(&numbered.paragraphs);
            Arc::clone(&numbered.members)
        };
        let mut terms = terms::terms(words, expander, &self.query.words, &mut members, effort);
        for phrase in &self.query.phrases {
            terms.extend(terms::of_phrase(words, phrase));
        }
        terms.truncate(super::query::MOST_WORDS);
        terms
    }

    /// The texts that have all terms, and the best of them: `wanted`, or as many as are ranked if that is more.
    fn all(&mut self, probe: Probe<'_>, wanted: usize) -> Candidates {
        let words = self.searched.words();
        let gathering = &mut self.desk.gathering;
        let mut texts = gathering.all(&words, probe);
        let is_counted = probe.ways == Ways::Sure && self.scope.leaves_languages_out();
        let first = if is_counted {
            self.scope.in_all_languages()
        } else {
            self.scope.texts()
        };
        if let Some(wanted) = first {
            texts.keep(wanted);
        }
        for phrase in &self.query.phrases {
            let run = Phrase::typed(words, phrase);
            texts.retain(|text| run.stands_in(&words, text));
        }
        if is_counted {
            self.in_other_languages = self
                .scope
                .count_others(&self.searched.index.paragraphs, &texts);
            if let Some(wanted) = self.scope.texts() {
                texts.keep(wanted);
            }
        }
        let wanted = wanted.max(LOOKED_AT);
        let mut best = gathering.likeliest(words, probe, &texts, wanted);
        self.rank(probe, &mut best);
        Candidates { best, texts }
    }

    /// The best of the texts that have some of the terms.
    fn some(&mut self, terms: &[Term]) -> Vec<Candidate> {
        let words = self.searched.words();
        let mut rows = self.desk.gathering.some(words, terms);
        if let Some(wanted) = self.scope.texts() {
            rows.retain(|row| wanted.has(row.text));
        }
        for phrase in &self.query.phrases {
            let run = Phrase::typed(words, phrase);
            rows.retain(|row| run.stands_in(&words, row.text));
        }
        let common = |term: &&Term| term.common;
        let asked = terms.len() - terms.iter().filter(common).count();
        let asked = if asked == 0 { terms.len() } else { asked };
        for row in &mut rows {
            // A missing word is as hard on a paragraph as the share of words it has is small.
            let share = row.has.len() as f32 / asked as f32;
            row.score *= share.min(1.0);
        }
        keep_first(&mut rows, LOOKED_AT, Candidate::best_first);
        self.rank(Probe::new(terms, Ways::All), &mut rows);
        rows
    }

    /// Ranks rows, and leaves the words they were found by in the term map, from which matches are read.
    fn rank(&mut self, probe: Probe<'_>, rows: &mut [Candidate]) {
        let words = self.searched.words();
        let term_map = self.desk.gathering.term_map();
        term_map.clear();
        term_map.set(&words, probe);
        let of_one = !self.numbered.is_empty();
        let Searched { index, weights, .. } = self.searched;
        let prior = if of_one {
            prior::within_resolution
        } else {
            prior::of
        };
        let likelihood = |text| prior(weights, &index.paragraphs, text);
        let ranked = rank::rank(words, probe.terms, term_map, rows, likelihood);
        if !of_one && probe.terms.len() > 1 {
            near_duplicates::lower(words, ranked);
        }
    }

    fn list_rows(&mut self, list: &mut HitList, rows: &Candidates, by: Match) {
        let mut left = rows.best.iter();
        let before = list.hits.len();
        let mut listed = 0;
        while !list.is_full()
            && let Some(&row) = left.next()
        {
            self.list_row(list, row, by, before);
            listed += 1;
        }
        list.found += rows.texts.count() - listed;
        self.count(&rows.texts, by);
    }

    /// Counts the paragraphs of texts.
    fn count(&mut self, texts: &Texts, by: Match) {
        let (paragraphs, scope) = (&self.searched.index.paragraphs, &self.scope);
        if scope.texts().is_none() && self.tally.only_counts() {
            self.tally.count(by, paragraphs.count_of(texts));
            return;
        }
        for text in texts.iter() {
            let alike = paragraphs.alike(text);
            let wanted = alike.filter(|&alike| scope.holds_paragraph(paragraphs, alike));
            if self.tally.only_counts() {
                self.tally.count(by, wanted.count());
            } else {
                let places = wanted.map(|paragraph| paragraphs.place(paragraph));
                self.tally.take(by, places);
            }
        }
    }

    /// Lists a row that is not among the first `before`.
    fn list_row(&mut self, list: &mut HitList, row: Candidate, by: Match, before: usize) {
        let mut places = self.places(row.text);
        if places.is_empty() {
            return;
        }
        let place = places.remove(0);
        let subject = Subject::Passage(place);
        if list.has(subject, before) {
            return;
        }
        let term_map = self.desk.gathering.term_map();
        let kind = if by == Match::Words { BETTER_KIND } else { 0.0 };
        list.push(Hit {
            subject,
            by,
            score: kind + row.score,
            matches: matches(&self.searched.index.words, term_map, row.text),
            same: places,
        });
    }

    /// Where a wording stands, within the scope; first where the query's number points.
    fn places(&self, text: TextId) -> Vec<Place> {
        let paragraphs = &self.searched.index.paragraphs;
        let wanted = |&paragraph: &ParagraphId| self.scope.holds_paragraph(paragraphs, paragraph);
        let alike = paragraphs.alike(text).filter(wanted);
        let is_numbered =
            |paragraph: &ParagraphId| self.numbered.iter().any(|of| of.contains(paragraph));
        let (first, others): (Vec<_>, Vec<_>) = alike.partition(is_numbered);
        let all = first.into_iter().chain(others);
        all.map(|paragraph| paragraphs.place(paragraph)).collect()
    }
}

/// The words that a row does not have, as they were typed.
fn dropped(terms: &[Term], has: TermSet) -> Vec<String> {
    let missing = terms
        .iter()
        .enumerate()
        .filter(|(position, _)| !has.has(*position));
    let mut typed: Vec<String> = missing.map(|(_, term)| term.typed.clone()).collect();
    // A word that was parted is two terms.
    typed.dedup();
    typed
}
