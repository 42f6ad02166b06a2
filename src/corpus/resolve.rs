//! Which place of the corpus a citation names, and how each place is cited.
//!
//! The two are inverse: [`Corpus::resolve`] of what [`Corpus::cite`] gives is the same place again. Symbols are
//! compared one by one at each question; on ten thousand that is well under the time between two keys.

use std::ops::Range;

use super::Corpus;
use crate::citation::{self, Citation, Fit, Target, Typed};
use crate::model::{Part, Passage, Place, ResolutionId};
use crate::order;

mod absent;
mod cite;
mod error;
mod siblings;
mod steps;

pub(super) use cite::Cited;
pub use error::{CitationError, ResolveError};

/// What a citation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The resolution.
    pub resolution: ResolutionId,
    /// The passages cited, points and all, never empty; none for the whole resolution.
    pub passages: Option<Range<usize>>,
}

impl Resolved {
    /// Where it begins: its first passage, or the top of the whole resolution.
    pub fn beginning(&self) -> Place {
        self.place().unwrap_or(Place::new(self.resolution, 0))
    }

    /// The first passage; none for the whole resolution.
    pub fn place(&self) -> Option<Place> {
        let passages = self.passages.as_ref()?;
        Some(Place::new(self.resolution, passages.start))
    }
}

impl Corpus {
    /// Reads a citation and finds what it names.
    ///
    /// # Errors
    /// The text is no citation, or it cites what is not there.
    pub fn read_citation(
        &self,
        typed: &str,
        open: Option<ResolutionId>,
    ) -> Result<Resolved, CitationError> {
        let parsed = typed.parse();
        if parsed.is_err()
            && let Some(resolution) = self.named_exactly(typed.trim())
        {
            return Ok(Resolved {
                resolution,
                passages: None,
            });
        }
        Ok(self.resolve(&parsed?, open)?)
    }

    /// What a citation names, with `open` as the resolution of a place without a symbol.
    ///
    /// # Errors
    /// No resolution or several have the symbol, or the resolution has no such place or can't be read.
    pub fn resolve(
        &self,
        citation: &Citation,
        open: Option<ResolutionId>,
    ) -> Result<Resolved, ResolveError> {
        match citation {
            Citation::Of { symbol, target } => {
                let resolution = self.named(symbol, target.as_ref())?;
                self.within(resolution, target.as_ref())
            }
            Citation::Here(target) => match open {
                Some(resolution) => self.within(resolution, Some(target)),
                None => Err(ResolveError::NothingOpen {
                    cited: citation.to_string(),
                    example: self.example(target),
                }),
            },
            Citation::Bare(target) => {
                let symbol = target.to_string();
                let here = open.map(|resolution| self.within(resolution, Some(target)));
                if let Some(Ok(resolved)) = here {
                    return Ok(resolved);
                }
                match (self.fitting(&symbol).as_slice(), here) {
                    ([only], _) => self.within(*only, None),
                    ([], None) => Err(ResolveError::BareNumber {
                        cited: symbol,
                        example: self.example(target),
                    }),
                    (several, None) => Err(self.ambiguous(&symbol, None, several)),
                    (_, Some(here)) => here,
                }
            }
        }
    }

    fn named(&self, symbol: &str, target: Option<&Target>) -> Result<ResolutionId, ResolveError> {
        match self.fitting(symbol).as_slice() {
            [] => Err(ResolveError::UnknownSymbol {
                symbol: symbol.to_owned(),
                near: self.near(symbol),
            }),
            [only] => Ok(*only),
            several => Err(self.ambiguous(symbol, target, several)),
        }
    }

    fn ambiguous(
        &self,
        symbol: &str,
        target: Option<&Target>,
        several: &[ResolutionId],
    ) -> ResolveError {
        ResolveError::Ambiguous {
            cited: cited(symbol, target),
            candidates: self.candidates(several, target),
        }
    }

    /// The resolution that a symbol names, or those that it fits alike.
    pub(crate) fn fitting(&self, symbol: &str) -> Vec<ResolutionId> {
        let typed = Typed::new(symbol);
        let mut best = Fit::Partly;
        let mut fitting = Vec::new();
        for id in self.resolutions() {
            if let Some(fit) = typed.fit(self.symbol(id))
                && fit >= best
            {
                if fit > best {
                    fitting.clear();
                    best = fit;
                }
                fitting.push(id);
            }
        }
        fitting
    }

    /// The resolution that is called just so.
    pub(crate) fn named_exactly(&self, symbol: &str) -> Option<ResolutionId> {
        let typed = Typed::new(symbol);
        self.resolutions()
            .filter(|id| typed.is_exactly(self.symbol(*id)))
            .last()
    }

    /// The citations that would have named one of these: with the place, where they have it.
    fn candidates(&self, fitting: &[ResolutionId], target: Option<&Target>) -> Vec<String> {
        let mut candidates: Vec<_> = fitting
            .iter()
            .filter(|id| self.within(**id, target).is_ok())
            .map(|id| cited(self.symbol(*id), target))
            .collect();
        candidates.dedup();
        if candidates.len() < 2 {
            candidates = fitting
                .iter()
                .map(|id| self.symbol(*id).to_owned())
                .collect();
            candidates.dedup();
        }
        candidates
    }

    /// Up to three symbols with the same numbers, in whatever order, or the same first number.
    fn near(&self, symbol: &str) -> Vec<String> {
        let typed: Vec<_> = citation::numbers(symbol).collect();
        let mut near: Vec<_> = self
            .resolutions()
            .filter_map(|id| {
                let printed = citation::numbers(self.symbol(id));
                let shared = printed
                    .clone()
                    .filter(|number| typed.contains(number))
                    .count();
                let first = typed.first().copied()?;
                let same_first = printed.clone().next() == Some(first);
                let likeness = 2 * shared + usize::from(same_first);
                (same_first || shared == typed.len()).then_some((likeness, id))
            })
            .collect();
        order::sort_by(&mut near, |(likeness, _)| !(*likeness as u64));
        let mut near: Vec<_> = near
            .iter()
            .map(|(_, id)| self.symbol(*id).to_owned())
            .collect();
        near.dedup();
        near.truncate(3);
        near
    }

    /// The target in the first resolution, or its first passage where it has none such.
    fn example(&self, target: &Target) -> String {
        let Some(first) = self.resolutions().next() else {
            return cited("2/34-P", Some(target));
        };
        let resolution = self.resolution(first);
        if self.within(first, Some(target)).is_ok() || resolution.passages.is_empty() {
            return cited(self.symbol(first), Some(target));
        }
        let operative = |passage: &Passage| passage.part == Part::Operative;
        let index = resolution.passages.iter().position(operative);
        self.cite(Place::new(first, index.unwrap_or(0))).to_string()
    }

    /// A place in a resolution.
    pub(crate) fn within(
        &self,
        resolution: ResolutionId,
        target: Option<&Target>,
    ) -> Result<Resolved, ResolveError> {
        let passages = match target {
            None => None,
            Some(target) => {
                let text = self.read(resolution)?;
                Some(steps::passages(&text, target)?)
            }
        };
        Ok(Resolved {
            resolution,
            passages,
        })
    }
}

fn cited(symbol: &str, target: Option<&Target>) -> String {
    let citation = Citation::Of {
        symbol: symbol.to_owned(),
        target: target.cloned(),
    };
    citation.to_string()
}
