//! Why a citation leads nowhere, in words that say what there is instead.

use super::siblings::joined;
use crate::text::citation::ParseCitationError;
use crate::text::corpus::ReadError;

/// Why a citation names nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// No resolution has that symbol.
    #[error("no resolution `{symbol}` is here{}", did_you_mean(near))]
    UnknownSymbol {
        /// The symbol as cited.
        symbol: String,
        /// Symbols that come near it, nearest first.
        near: Vec<String>,
    },
    /// Several resolutions have symbols that fit.
    #[error("`{cited}` may be {}", either(candidates))]
    Ambiguous {
        /// The citation.
        cited: String,
        /// Citations that name one of them each.
        candidates: Vec<String>,
    },
    /// The resolution is another than the citation says.
    #[error("`{symbol}` {is}, {not}")]
    Differs {
        /// The symbol of what was found.
        symbol: String,
        /// What it is: `is of 2020`.
        is: String,
        /// What was said of it: `not of 2021`.
        not: String,
    },
    /// The resolution is here in other languages only.
    #[error("`{symbol}` is not here in `{wanted}`, but in {}", joined(has, "and"))]
    NotInLanguage {
        /// Its symbol.
        symbol: String,
        /// The tag that is cited.
        wanted: String,
        /// The tags there are, in backticks.
        has: Vec<String>,
    },
    /// The resolution has no such place.
    #[error("{within} has {has}")]
    NoSuchPlace {
        /// The citation.
        cited: String,
        /// The resolution or the paragraph in which it was looked for, as it is cited.
        within: String,
        /// What there is instead: `operative paragraphs 1 to 12`.
        has: String,
    },
    /// The range ends before it begins.
    #[error("`{cited}` runs backwards; write the earlier paragraph first")]
    Backwards {
        /// The citation.
        cited: String,
    },
    /// A place without a symbol, and no resolution open.
    #[error("`{cited}` of which resolution? write its symbol as well, as in `{example}`")]
    NothingOpen {
        /// The citation.
        cited: String,
        /// A citation of that form.
        example: String,
    },
    /// A number alone that is no symbol, and no resolution open.
    #[error(
        "`{cited}` is the symbol of no resolution here; for a paragraph, write its symbol as well, as in `{example}`"
    )]
    BareNumber {
        /// The citation.
        cited: String,
        /// A citation of that form.
        example: String,
    },
    /// The resolution can't be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

/// Why a text leads nowhere: it is no citation, or it cites what is not there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CitationError {
    /// It can't be read.
    #[error(transparent)]
    Parse(#[from] ParseCitationError),
    /// It can be read.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
}

impl CitationError {
    /// Whether there is the resolution, but not as it is cited: without the place, or another than the
    /// citation says. The message says what there is.
    pub fn is_absent_place(&self) -> bool {
        matches!(
            self,
            Self::Resolve(
                ResolveError::NoSuchPlace { .. }
                    | ResolveError::Differs { .. }
                    | ResolveError::NotInLanguage { .. }
            )
        )
    }
}

/// How many candidates a message lists.
const LISTED: usize = 6;

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", either(near))
    }
}

fn either(candidates: &[String]) -> String {
    let listed = candidates.iter().take(LISTED);
    let mut words: Vec<_> = listed.map(|candidate| format!("`{candidate}`")).collect();
    if candidates.len() > LISTED {
        words.push(format!("one of {} more", candidates.len() - LISTED));
    }
    joined(&words, "or")
}
