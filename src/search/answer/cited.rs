//! A query read as a citation: the places it names stand before everything else.
//!
//! Why a citation leads nowhere is not found out here, at every key: the caller that tells the reader asks the
//! corpus.

use crate::search::hit::Subject;
use crate::text::citation::{Citation, Target};
use crate::text::corpus::{Corpus, Resolved};
use crate::text::model::{Place, ResolutionId};

pub(in crate::search) mod prose;

/// How many resolutions an ambiguous citation lists.
const CANDIDATES: usize = 6;

/// What a query cites: none where it is no citation, nothing where it leads nowhere, the candidates where it
/// fits several resolutions.
pub(in crate::search) fn cited(
    corpus: &Corpus,
    query: &str,
    open: Option<ResolutionId>,
) -> Option<Vec<Subject>> {
    let (citation, language) = match read(corpus, query)? {
        Citation::InLanguage { cited, language } => (*cited, Some(language)),
        citation => (citation, None),
    };
    let versions = |named| {
        let versions = corpus.in_language(named, language.as_deref());
        versions.unwrap_or_default()
    };
    let here = |targets: &[Target]| {
        let open = versions(vec![open?]);
        let place = corpus.within(*open.first()?, targets).ok()?;
        Some(subjects(corpus, &place))
    };
    match citation {
        Citation::Of {
            symbol,
            targets,
            claims,
        } => match corpus.said_to_be(&symbol, &claims) {
            Ok(named) if named.is_empty() => None,
            Ok(named) => Some(places(corpus, &versions(named), &targets)),
            Err(_) => Some(Vec::new()),
        },
        Citation::Here(targets) => open.map(|_| here(&targets).unwrap_or_default()),
        // A number that numbers nothing is one of the words.
        Citation::Bare(number) => here(std::slice::from_ref(&number)).or_else(|| {
            let named = versions(corpus.fitting(&number.to_string()));
            let is_clear = open.is_none() || named.len() == 1;
            let places = places(corpus, if is_clear { &named } else { &[] }, &[]);
            (!places.is_empty()).then_some(places)
        }),
        Citation::InLanguage { .. } => None,
    }
}

/// A query as a citation. Symbols hold digits: what does not is spared the comparison with every one of them.
fn read(corpus: &Corpus, query: &str) -> Option<Citation> {
    let has_number = query.contains(char::is_numeric);
    let read = if has_number {
        corpus.parse_citation(query)
    } else {
        query.parse()
    };
    read.ok()
}

/// The targets in the one resolution that is named, or where they begin in those of several that have them.
fn places(corpus: &Corpus, named: &[ResolutionId], targets: &[Target]) -> Vec<Subject> {
    let have_it = named
        .iter()
        .filter_map(|&id| corpus.within(id, targets).ok());
    let places: Vec<Vec<Subject>> = have_it
        .map(|place| subjects(corpus, &place))
        .take(CANDIDATES)
        .collect();
    match (named, places.as_slice()) {
        ([_], _) => places.concat(),
        (_, [] | [_]) => {
            let whole = named.iter().copied().map(Subject::Resolution);
            whole.take(CANDIDATES).collect()
        }
        _ => places
            .iter()
            .filter_map(|of_one| of_one.first())
            .copied()
            .collect(),
    }
}

/// What is cited, one by one.
fn subjects(corpus: &Corpus, resolved: &Resolved) -> Vec<Subject> {
    let id = resolved.resolution;
    if resolved.passages.is_empty() {
        return vec![Subject::Resolution(id)];
    }
    let units = resolved.units(&corpus.resolution(id)).into_iter();
    units
        .map(|unit| Subject::Passage(Place::new(id, unit)))
        .collect()
}
