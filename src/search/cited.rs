//! A query read as a citation: the places it names stand before everything else.
//!
//! What it leads nowhere by is not asked here, at every key: whoever tells the reader asks the corpus.

use super::Subject;
use crate::citation::{Citation, Target};
use crate::corpus::{Corpus, Resolved};
use crate::model::{Place, ResolutionId};

/// How many resolutions an ambiguous citation lists.
const CANDIDATES: usize = 6;

/// What a query cites: none where it is no citation, nothing where it leads nowhere, the candidates where it
/// fits several resolutions.
pub(super) fn cited(
    corpus: &Corpus,
    query: &str,
    open: Option<ResolutionId>,
) -> Option<Vec<Subject>> {
    let here = |target: &Target| {
        let place = corpus.within(open?, Some(target)).ok()?;
        Some(subjects(corpus, &place))
    };
    match query.parse() {
        Ok(Citation::Of { symbol, target }) => {
            let named = corpus.fitting(&symbol);
            (!named.is_empty()).then(|| places(corpus, &named, target.as_ref()))
        }
        Ok(Citation::Here(target)) => open.map(|_| here(&target).unwrap_or_default()),
        // A number that numbers nothing is one of the words.
        Ok(Citation::Bare(number)) => here(&number).or_else(|| {
            let named = corpus.fitting(&number.to_string());
            let is_clear = open.is_none() || named.len() == 1;
            let places = places(corpus, if is_clear { &named } else { &[] }, None);
            (!places.is_empty()).then_some(places)
        }),
        // Symbols hold digits: what does not is spared the comparison with every one of them.
        Err(_) if query.contains(char::is_numeric) => {
            let named = corpus.named_exactly(query.trim())?;
            Some(vec![Subject::Resolution(named)])
        }
        Err(_) => None,
    }
}

/// The target in the one resolution that is named, or where it begins in those of several that have it.
fn places(corpus: &Corpus, named: &[ResolutionId], target: Option<&Target>) -> Vec<Subject> {
    let have_it = named
        .iter()
        .filter_map(|&id| corpus.within(id, target).ok());
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

/// What is cited, one by one: paragraphs or points of a range stand side by side.
fn subjects(corpus: &Corpus, resolved: &Resolved) -> Vec<Subject> {
    let id = resolved.resolution;
    let Some(range) = resolved.passages.clone() else {
        return vec![Subject::Resolution(id)];
    };
    let resolution = corpus.resolution(id);
    let passages = resolution.passages.get(range.clone()).unwrap_or_default();
    let first = passages.first().map(|passage| passage.depth);
    let cited = range.zip(passages);
    let beside = cited.filter(|(_, passage)| Some(passage.depth) <= first);
    let place = |(index, _)| Subject::Passage(Place::new(id, index));
    beside.map(place).collect()
}
