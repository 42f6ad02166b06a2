//! Which units a citation on the command line names, and what a name asks to be listed.

use anyhow::Result;

use super::outcome::Outcome;
use super::output::record::Unit;
use super::report::Advised;
use crate::text::corpus::{CitationError, Corpus, ResolveError, Resolved};
use crate::text::model::{Place, ResolutionId, SessionId};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// All sessions.
    Sessions,
    /// The resolutions of a session.
    Session(SessionId),
    /// The paragraphs of a resolution.
    Resolution(ResolutionId),
}

/// What a citation names.
pub(super) fn cited(corpus: &Corpus, citation: &str) -> Result<Resolved> {
    corpus
        .read_citation(citation, None)
        .map_err(|error| match error {
            CitationError::Resolve(error) => advised(&error).into(),
            error @ CitationError::Parse(_) => error.into(),
        })
}

/// The units that a citation names, points with what they belong to.
pub(super) fn units(corpus: &Corpus, citation: &str) -> Result<Vec<Unit>> {
    let resolved = cited(corpus, citation)?;
    let id = resolved.resolution;
    if resolved.passages.is_empty() {
        return Ok(Unit::all_of(corpus, id)?);
    }
    let units = resolved.units(&*corpus.read(id)?).into_iter();
    Ok(units
        .map(|unit| Unit::Passage(Place::new(id, unit)))
        .collect())
}

/// The units whose source lines a citation names: of a whole resolution one, which has them all.
pub(super) fn printed_units(corpus: &Corpus, citation: &str) -> Result<Vec<Unit>> {
    let resolved = cited(corpus, citation)?;
    if resolved.passages.is_empty() {
        return Ok(vec![Unit::Title(resolved.resolution)]);
    }
    units(corpus, citation)
}

/// What is to be listed: all, a session by its id, or the resolution that is cited.
pub(super) fn listed(corpus: &Corpus, name: &str) -> Result<Listed> {
    if name.is_empty() {
        return Ok(Listed::Sessions);
    }
    if let Some(session) = session(corpus, name) {
        return Ok(Listed::Session(session));
    }
    match cited(corpus, name) {
        Ok(resolved) => Ok(Listed::Resolution(resolved.resolution)),
        Err(error) => match error.downcast_ref() {
            Some(CitationError::Parse(_)) => {
                let message = format!("no session and no resolution `{name}` is here");
                let hint = "`resolut list` shows what there is to read, and `resolut list --title WORDS` \
                     the titles with some words";
                Err(Advised {
                    hint: Some(hint.to_owned()),
                    ..absent(message)
                }
                .into())
            }
            _ => Err(error),
        },
    }
}

/// The session of that id, whatever its case and blanks.
pub(super) fn session(corpus: &Corpus, name: &str) -> Option<SessionId> {
    let folded = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let name = folded(name);
    let mut sessions = corpus.sessions();
    sessions.find(|&id| folded(&corpus.session(id).id) == name)
}

/// A citation that could be read, but not followed: not there, or not clear.
fn advised(error: &ResolveError) -> Advised {
    let message = error.to_string();
    match error {
        ResolveError::UnknownSymbol { .. } | ResolveError::BareNumber { .. } => absent(message),
        ResolveError::NoSuchPlace { .. }
        | ResolveError::Differs { .. }
        | ResolveError::NotInLanguage { .. } => Advised {
            message,
            hint: None,
            outcome: Outcome::Nothing,
        },
        ResolveError::Ambiguous { .. }
        | ResolveError::Backwards { .. }
        | ResolveError::NothingOpen { .. }
        | ResolveError::Unreadable(_) => Advised {
            message,
            hint: None,
            outcome: Outcome::Faulty,
        },
    }
}

/// The error of a name that nothing has.
fn absent(message: String) -> Advised {
    Advised {
        message,
        hint: Some("`resolut list` shows what there is to read".to_owned()),
        outcome: Outcome::Nothing,
    }
}
