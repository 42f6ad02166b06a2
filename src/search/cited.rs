//! A query read as a citation: the places it names stand before everything else.

use super::Subject;
use crate::citation::Citation;
use crate::corpus::{CitationError, Corpus, ResolveError, Resolved};
use crate::model::ResolutionId;

/// How many resolutions an ambiguous citation lists.
const CANDIDATES: usize = 6;

/// The place that a query cites; the candidates, where it fits several resolutions.
pub(super) fn cited(corpus: &Corpus, query: &str, open: Option<ResolutionId>) -> Vec<Subject> {
    // Symbols hold digits. What does not, and is no `third preambular paragraph` either, is spared the
    // comparison with every symbol.
    let has_digit = query.chars().any(char::is_numeric);
    if !has_digit && query.parse::<Citation>().is_err() {
        return Vec::new();
    }
    match corpus.read_citation(query, open) {
        Ok(resolved) => vec![subject(&resolved)],
        Err(CitationError::Resolve(ResolveError::Ambiguous { candidates, .. })) => candidates
            .iter()
            .take(CANDIDATES)
            .filter_map(|candidate| corpus.read_citation(candidate, open).ok())
            .map(|resolved| subject(&resolved))
            .collect(),
        Err(_) => Vec::new(),
    }
}

fn subject(resolved: &Resolved) -> Subject {
    match resolved.place() {
        Some(place) => Subject::Passage(place),
        None => Subject::Resolution(resolved.resolution),
    }
}
