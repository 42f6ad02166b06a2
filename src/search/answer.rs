//! One answer: the rows of all kinds, in the order they are listed.
//!
//! A citation first, then names, then paragraphs that have every word, then guesses.

use std::sync::Arc;

use super::acts::ReadActs;
use super::hit::{Hit, Match, Matches, Subject};
use super::index::Index;
use super::query::{AnnexWord, Query};
use super::question::{Apart, Findings, Question};
use crate::search::index::concordance::Weighed;
use crate::search::index::paragraphs::PartKind;
use crate::search::rank::gather::Gathering;
use crate::search::terms;
use crate::search::terms::expand::Expander;
use crate::search::weights::{BETTER_KIND, FEW_ROWS, Weights};
use crate::text::corpus::Corpus;
use crate::text::model::Place;
use asked::ActDesk;
use cited::cited;
use cited::prose::{self, ProseCitations};
use groups::ListedGroups;
use list::HitList;
use named::{FoundNames, NameDesk};
use numbered::Numbers;
use paragraphs::Search;
use scope::{Scope, ScopeKey, Scopes};
use tally::HitTally;
use titled::LatestTitles;
use widened::Widenings;

pub(super) mod asked;
pub(super) mod between;
mod cited;
pub(super) mod explained;
mod groups;
mod instead;
mod latest;
mod list;
mod named;
mod numbered;
mod paragraphs;
mod rows;
mod scope;
mod tally;
mod titled;
mod widened;

/// What is kept from key to key: tables as long as the corpus, and looked-up words.
#[derive(Debug, Default)]
pub(super) struct Desk {
    gathering: Gathering,
    expander: Expander,
    scopes: Scopes,
    numbers: Numbers,
    citations: ProseCitations,
    names: NameDesk,
    titles: LatestTitles,
    widenings: Widenings,
    /// By resolution, the words of its title; once they are asked for.
    title_words: Vec<String>,
    acts: ActDesk,
}

/// What questions are about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Searched<'f> {
    pub(super) corpus: &'f Corpus,
    /// That of the corpus.
    pub(super) index: &'f Index,
    pub(super) weights: &'f Weights,
    /// How acts are read; none where nobody told.
    pub(super) acts: Option<ReadActs>,
}

impl<'f> Searched<'f> {
    /// The words of the paragraphs.
    fn words(self) -> Weighed<'f> {
        self.index.words.weighed(self.weights)
    }
}

/// A question, and which rows it wants.
#[derive(Clone, Copy, Debug)]
struct AskedRows<'a> {
    question: &'a Question<'a>,
    apart: Apart<'a>,
}

/// Answers a question.
pub(super) fn answer(
    searched: Searched<'_>,
    question: &Question<'_>,
    apart: Apart<'_>,
    desk: &mut Desk,
) -> Findings {
    let asked = AskedRows { question, apart };
    answer_keeping(searched, asked, None, desk).0
}

/// The paragraphs of an answer, in the order of the corpus.
pub(super) fn paragraphs(
    searched: Searched<'_>,
    question: &Question<'_>,
    by: Match,
    desk: &mut Desk,
) -> Vec<Place> {
    let apart = Apart::All;
    let asked = AskedRows { question, apart };
    let (_, tally) = answer_keeping(searched, asked, Some(by), desk);
    tally.into_places()
}

/// Answers a question, and keeps the paragraphs that are found `by` a way or a better one.
fn answer_keeping(
    searched: Searched<'_>,
    asked: AskedRows<'_>,
    by: Option<Match>,
    desk: &mut Desk,
) -> (Findings, HitTally) {
    let question = asked.question;
    let prose = prose::in_prose(searched, question.query, &mut desk.citations);
    let (typed, places) = match &prose {
        Some(prose) => (prose.typed.as_str(), prose.places.as_slice()),
        None => (question.query, [].as_slice()),
    };
    let query = Query::read(typed, AnnexWord::Narrows);
    let tally = || HitTally::keeping(by);
    let answer = answer_query(searched, asked, (&query, places), tally(), desk);
    let none_is_sure = answer.0.hits.iter().all(|hit| hit.by == Match::Fuzzy);
    if query.bounds.only.parts.last() == Some(&PartKind::Annex) && none_is_sure {
        let query = Query::read(typed, AnnexWord::IsWord);
        return answer_query(searched, asked, (&query, places), tally(), desk);
    }
    answer
}

fn answer_query(
    searched: Searched<'_>,
    asked: AskedRows<'_>,
    (query, places): (&Query, &[Subject]),
    mut tally: HitTally,
    desk: &mut Desk,
) -> (Findings, HitTally) {
    let AskedRows { question, apart } = asked;
    let telling = (!query.pasted.is_empty()).then(|| telling(searched, query));
    let query = telling.as_ref().unwrap_or(query);
    // Without words none fits better than another.
    let apart = if query.is_wordless() {
        Apart::All
    } else {
        apart
    };
    let mut list = HitList::new(question.limit, ListedGroups::new(searched.index, apart));
    let cited = cited(searched.corpus, question.query, question.open);
    list_cited(cited.as_deref().unwrap_or(places), &mut list, &mut tally);
    let names = names(searched, query, &mut desk.names);
    let scope = scope(searched, question, query, desk);
    let of = scope.searched();
    let absent = scope.absent().to_vec();
    let mut search = Search::new(searched, query, scope, tally, desk);
    if query.is_wordless() {
        if query.narrows() {
            search.browse(&mut list);
        }
    } else {
        let rows = search.by_words(&mut list, names);
        if cited.is_none() && rows.texts.count() < FEW_ROWS {
            search.guess(&mut list, &rows.best);
        }
    }
    let Search {
        tally,
        in_other_languages,
        ..
    } = search;
    let is_empty = list.found == 0 && in_other_languages == 0;
    let is_empty = is_empty && cited.is_none() && absent.is_empty();
    let instead = if is_empty {
        instead::instead(searched, question, query, desk)
    } else {
        None
    };
    let findings = Findings {
        hits: list.hits,
        found: list.found,
        sure: tally.sure,
        guessed: tally.guessed,
        in_other_languages,
        cites: cited.is_some(),
        absent,
        instead,
        of: of.unwrap_or(searched.index.paragraphs.len()),
    };
    (findings, tally)
}

/// The query for a pasted text: by those of its words that tell most.
fn telling(searched: Searched<'_>, query: &Query) -> Query {
    let words = terms::pasted::telling(&searched.index.words, &query.pasted);
    let mut telling = query.clone();
    if !words.is_empty() {
        telling.words = words;
    }
    telling
}

/// Lists what the query cites.
fn list_cited(cited: &[Subject], list: &mut HitList, tally: &mut HitTally) {
    for &subject in cited {
        if let Subject::Passage(place) = subject {
            tally.cite(place);
        }
        list.push(Hit {
            subject,
            by: Match::Citation,
            score: 3.0 * BETTER_KIND,
            lacks: Vec::new(),
            matches: Matches::default(),
            same: Vec::new(),
            like: Vec::new(),
        });
    }
}

/// The paragraphs that the operators of a query leave.
fn scope(
    searched: Searched<'_>,
    question: &Question<'_>,
    query: &Query,
    desk: &mut Desk,
) -> Arc<Scope> {
    let Searched { corpus, .. } = searched;
    let bounds = query.bounds.clone();
    if bounds.names_titles() && desk.title_words.is_empty() {
        let all = corpus.resolutions();
        desk.title_words = all.map(|id| corpus.title_words(id)).collect();
    }
    let Desk {
        title_words: titles,
        scopes,
        acts,
        ..
    } = desk;
    let key = ScopeKey {
        bounds,
        open: question.open,
        language: corpus.chosen_language().map(str::to_owned),
    };
    scopes.get(key, |key| {
        Scope::new(&key.bounds, key.open, searched, titles, acts)
    })
}

/// The names that a query of nothing but words finds.
fn names(searched: Searched<'_>, query: &Query, desk: &mut NameDesk) -> FoundNames {
    let only_words = query.phrases.is_empty() && query.either.is_empty();
    if query.words.is_empty() || !only_words || query.narrows() {
        return FoundNames::none();
    }
    let mut found = named::find(searched, &query.words, desk);
    found.names.retain(|name| match name.subject {
        Subject::Resolution(id) => searched.corpus.is_shown(id),
        Subject::Session(_) | Subject::Passage(_) => true,
    });
    found
}
