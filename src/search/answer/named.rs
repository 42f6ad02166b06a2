//! The names that a query finds: symbols and titles of resolutions, ids and names of sessions.

use std::sync::Arc;

use foldhash::{HashSet, HashSetExt};

use crate::search::answer::Searched;
use crate::search::hit::{Matches, Subject};
use crate::search::index::concordance::Weighed;
use crate::search::index::names::{NameKind, NameTable};
use crate::search::index::text_set::TextId;
use crate::search::query::{Asked, AskedName, WordEnd};
use crate::search::rank;
use crate::search::rank::candidate::Candidate;
use crate::search::rank::gather::Gathering;
use crate::search::rank::matches::matches;
use crate::search::rank::reasons::Reasons;
use crate::search::rank::term_map::TermMap;
use crate::search::terms::expand::{Effort, Expander};
use crate::search::terms::ways::Way;
use crate::search::terms::{self, Probe, Term, Ways, beginnings, inflections, phrase, spacing};
use crate::search::weights::{FEW_NAMES, MATCHED_NAMES};
use crate::text::model::{ResolutionId, SessionId};

/// What is kept from key to key to find names.
#[derive(Debug, Default)]
pub(in crate::search) struct NameDesk {
    expander: Expander,
    gathering: Gathering,
}

impl NameDesk {
    pub(in crate::search) fn reasons(&mut self) -> &mut Reasons {
        self.gathering.ranking().1
    }
}

/// The names that a query finds.
#[derive(Debug)]
pub(in crate::search) struct FoundNames {
    /// The best first, each resolution and session once.
    pub(in crate::search) names: Vec<FoundName>,
    /// The ways by which they were found.
    pub(in crate::search) ways: Ways,
}

impl FoundNames {
    pub(in crate::search) fn none() -> Self {
        let names = Vec::new();
        let ways = Ways::Sure;
        Self { names, ways }
    }
}

/// A name that was found.
#[derive(Debug, PartialEq)]
pub(in crate::search) struct FoundName {
    pub(in crate::search) subject: Subject,
    pub(in crate::search) score: f32,
    /// Whether the words stand in it as one run.
    pub(in crate::search) is_run: bool,
    /// Whether they are half of its words or more.
    pub(in crate::search) is_filled: bool,
    /// Matches in the title or in the session's name.
    pub(in crate::search) matches: Matches,
}

/// The names that have all words; where none has, those that may have them by a guess.
pub(in crate::search) fn find(
    searched: Searched<'_>,
    asked: &[Asked],
    desk: &mut NameDesk,
) -> FoundNames {
    let words = searched.index.names.words.weighed(searched.weights);
    let terms = terms(searched, words, asked, &mut desk.expander);
    let all_common = terms.iter().all(|term| term.common);
    if terms.is_empty() || all_common && words.postings.texts() > FEW_NAMES {
        return FoundNames::none();
    }
    let gathering = &mut desk.gathering;
    for ways in [Ways::Sure, Ways::All] {
        let probe = Probe::new(&terms, ways);
        let texts = gathering.all(&words, probe);
        let rows = gathering.likeliest(words, probe, &texts, texts.count(), |_| true);
        if !rows.is_empty() {
            let names = found(searched, probe, rows, gathering.ranking());
            return FoundNames { names, ways };
        }
    }
    FoundNames::none()
}

/// The words as terms. What the paragraphs know is never taken for a slip, nor for two words run together.
fn terms(
    searched: Searched<'_>,
    words: Weighed<'_>,
    asked: &[Asked],
    expander: &mut Expander,
) -> Vec<Term> {
    let is_known = |word: &str| {
        let vocabulary = &searched.index.words.vocabulary;
        !vocabulary.beginning_with(word.as_bytes()).is_empty()
    };
    let asked = terms::names::named(&words.aliases, asked);
    let mut asked = spacing::join_linked(&words, &asked);
    if !asked.iter().all(|asked| is_known(&asked.word)) {
        asked = spacing::part(&words, &asked);
    }
    let ways = |asked: &Asked| -> Arc<[Way]> {
        let word = asked.word.as_str();
        if let Some(alias) = &asked.alias {
            return expander.named(words, word, alias);
        }
        let literal = beginnings::literal(words, word, WordEnd::Open);
        if !literal.is_empty() {
            return literal;
        }
        if is_known(word) {
            return inflections::forms(words, word);
        }
        let guesses = expander.ways(words, (word, WordEnd::Typed), Effort::Sure);
        let likely = guesses
            .iter()
            .filter(|way| way.quality >= words.weights.least_name_guess);
        likely.copied().collect()
    };
    let mut terms = terms::of_words(words, &asked, ways);
    spacing::join(words, &asked, &mut terms);
    terms
}

/// Ranks the texts that were found, and lists what they name.
fn found(
    searched: Searched<'_>,
    probe: Probe<'_>,
    mut rows: Vec<Candidate>,
    (term_map, reasons): (&mut TermMap, &mut Reasons),
) -> Vec<FoundName> {
    let table = &searched.index.names;
    let words = table.words.weighed(searched.weights);
    term_map.set(&words, probe);
    rank::rank(words, probe.terms, (term_map, reasons), &mut rows, |_| ());
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for row in rows {
        let is_filled = table.has_at_most(row.text, 2 * probe.terms.len());
        let names = table.of_text(row.text);
        for kind in names.filter(|kind| !matches!(kind, NameKind::Topic(_))) {
            let subject = kind.subject();
            if !seen.insert(subject) {
                continue;
            }
            let shows_matches = kind.is_printed() && found.len() < MATCHED_NAMES;
            found.push(FoundName {
                subject,
                score: row.score,
                is_run: row.is_run,
                is_filled,
                matches: if shows_matches {
                    matches(&words, term_map, row.text)
                } else {
                    Matches::default()
                },
            });
        }
    }
    term_map.clear();
    found
}

/// The resolutions whose symbol holds these words side by side: `2505`, `2/34`. Where a symbol is equal to them,
/// only those of such a symbol.
pub(in crate::search) fn resolutions_called(
    table: &NameTable,
    symbol: &[String],
    end: WordEnd,
) -> Vec<ResolutionId> {
    let (mut equal, mut longer) = (Vec::new(), Vec::new());
    let mut see = |texts: Vec<TextId>| {
        for text in texts {
            let is_equal = table.length(text) == symbol.len();
            let list = if is_equal { &mut equal } else { &mut longer };
            list.extend(table.of_text(text).filter_map(|kind| match kind {
                NameKind::Symbol(id) => Some(id),
                _ => None,
            }));
        }
        equal.len() + longer.len()
    };
    if see(phrase::texts_with(&table.words, symbol)) == 0 && end == WordEnd::Open {
        see(phrase::texts_beginning(&table.words, symbol));
    }
    if equal.is_empty() { longer } else { equal }
}

/// The sessions whose id or name holds these words side by side: `34`, `thirty-fourth`.
pub(in crate::search) fn sessions_called(table: &NameTable, name: &AskedName) -> Vec<SessionId> {
    let of = |texts: Vec<TextId>| -> Vec<SessionId> {
        let kinds = texts.into_iter().flat_map(|text| table.of_text(text));
        let sessions = kinds.filter_map(|kind| match kind {
            NameKind::SessionId(id) | NameKind::SessionName(id) => Some(id),
            _ => None,
        });
        sessions.collect()
    };
    let called = of(phrase::texts_with(&table.words, &name.words));
    if called.is_empty() && name.end == WordEnd::Open {
        return of(phrase::texts_beginning(&table.words, &name.words));
    }
    called
}
