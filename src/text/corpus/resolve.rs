//! Which place of the corpus a citation names, and how each place is cited.
//!
//! The two are inverse: [`Corpus::resolve`] of what [`Corpus::cite`] gives is the same place again. Symbols are
//! compared one by one at each question; on ten thousand that is well under the time between two keys.

use std::ops::Range;

use super::Corpus;
use crate::text::citation::{Citation, Names, ParseCitationError, Target};
use crate::text::model::{Place, Resolution, ResolutionId};
use crate::text::sorting::sort_by;

mod absent;
mod annexes;
mod articles;
mod cite;
mod counterpart;
mod error;
mod fitting;
mod held;
mod parts;
mod siblings;
mod spell_out;
mod steps;
mod symbols;

pub(super) use cite::Cited;
pub use counterpart::{Counterpart, Likeness};
pub use error::{CitationError, ResolveError};
pub(super) use siblings::joined;
pub(super) use symbols::Symbols;

use parts::Parts;

/// What a citation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The resolution.
    pub resolution: ResolutionId,
    /// The passages cited, points and all, in the order in which they are cited; no range is empty. None
    /// for the whole resolution.
    pub passages: Vec<Range<usize>>,
}

impl Resolved {
    /// The whole of a resolution.
    pub(crate) fn whole(resolution: ResolutionId) -> Self {
        let passages = Vec::new();
        Self {
            resolution,
            passages,
        }
    }

    /// Where it begins: its first passage, or the top of the whole resolution.
    pub fn beginning(&self) -> Place {
        let first = self.passages.first().map_or(0, |range| range.start);
        Place::new(self.resolution, first)
    }

    /// The positions of the paragraphs or points cited, each once, in the order in which they are cited;
    /// none for the whole resolution.
    ///
    /// ```
    /// use resolut::bundle;
    ///
    /// let corpus = bundle::corpus();
    /// let cited = corpus.read_citation("2/34-P paras 9 and 7", None)?;
    /// let resolution = corpus.read(cited.resolution)?;
    /// let numbers: Vec<_> = cited
    ///     .units(&resolution)
    ///     .into_iter()
    ///     .filter_map(|unit| resolution.passages[unit].number.as_deref())
    ///     .collect();
    /// assert_eq!(numbers, ["9", "7"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn units(&self, resolution: &Resolution) -> Vec<usize> {
        let mut each: Vec<usize> = Vec::new();
        for range in &self.passages {
            for unit in units(resolution, range) {
                if !each.contains(&unit) {
                    each.push(unit);
                }
            }
        }
        each
    }
}

/// The paragraphs or points that stand side by side in a range.
fn units(resolution: &Resolution, range: &Range<usize>) -> Vec<usize> {
    let mut units = Vec::new();
    let mut index = range.start;
    while index < range.end {
        if resolution.passages[index].is_text() {
            units.push(index);
        }
        index = resolution.unit(index).end.max(index + 1);
    }
    units
}

impl Names for Corpus {
    fn symbols(&self, see: &mut dyn FnMut(&str)) {
        self.each_symbol().for_each(|(_, symbol)| see(symbol));
    }

    fn organs(&self) -> &[String] {
        self.organs.get_or_init(|| {
            let sessions = self.sessions().map(|id| self.session(id));
            let mut names: Vec<_> = sessions.flat_map(held::names).collect();
            sort_by(&mut names, Ord::cmp);
            names.dedup();
            names
        })
    }
}

impl Corpus {
    /// Reads a citation: by the grammar, and by the symbols, organs and sessions of this corpus.
    ///
    /// # Errors
    /// The text is no citation.
    pub fn parse_citation(&self, typed: &str) -> Result<Citation, ParseCitationError> {
        Citation::read(typed, self)
    }

    /// Reads a citation and finds what it names.
    ///
    /// ```
    /// use resolut::bundle;
    ///
    /// let corpus = bundle::corpus();
    /// let open = corpus.read_citation("3/34-P", None)?.resolution;
    /// let cited = corpus.read_citation("7", Some(open))?;
    /// assert_eq!(corpus.cite(cited.beginning()).to_string(), "3/34-P:7");
    ///
    /// let error = corpus.read_citation("2/34-P:99", None).unwrap_err();
    /// assert!(error.to_string().contains("2/34-P"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The text is no citation, or it cites what is not there.
    pub fn read_citation(
        &self,
        typed: &str,
        open: Option<ResolutionId>,
    ) -> Result<Resolved, CitationError> {
        Ok(self.resolve(&self.parse_citation(typed)?, open)?)
    }

    /// What a citation names, with `open` as the resolution of a place without a symbol.
    ///
    /// # Errors
    /// No resolution or several have the symbol, or the one that has it is another than the citation says,
    /// has no such place or can't be read.
    pub fn resolve(
        &self,
        citation: &Citation,
        open: Option<ResolutionId>,
    ) -> Result<Resolved, ResolveError> {
        match citation {
            Citation::InLanguage { cited, language } => {
                self.resolve_in(cited, open, Some(language))
            }
            cited => self.resolve_in(cited, open, None),
        }
    }

    fn resolve_in(
        &self,
        citation: &Citation,
        open: Option<ResolutionId>,
        language: Option<&str>,
    ) -> Result<Resolved, ResolveError> {
        let within = |id: ResolutionId, targets: &[Target]| {
            let version = self.in_language(vec![id], language)?;
            self.within(version[0], targets)
        };
        match citation {
            Citation::Of {
                symbol,
                targets,
                claims,
            } => {
                let named = self.in_language(self.said_to_be(symbol, claims)?, language)?;
                match named.as_slice() {
                    [] => Err(self.unknown(symbol)),
                    [only] => self.within(*only, targets),
                    several => Err(self.ambiguous(symbol, targets, several)),
                }
            }
            Citation::Here(targets) => match open {
                Some(resolution) => within(resolution, targets),
                None => Err(ResolveError::NothingOpen {
                    cited: citation.to_string(),
                    example: self.example(targets),
                }),
            },
            Citation::Bare(target) => {
                let symbol = target.to_string();
                let target = std::slice::from_ref(target);
                let here = open.map(|resolution| within(resolution, target));
                if let Some(Ok(resolved)) = here {
                    return Ok(resolved);
                }
                match (self.fitting(&symbol).as_slice(), here) {
                    ([only], _) => within(*only, &[]),
                    ([], None) => Err(ResolveError::BareNumber {
                        cited: symbol,
                        example: self.example(target),
                    }),
                    (several, None) => Err(self.ambiguous(&symbol, &[], several)),
                    (_, Some(here)) => here,
                }
            }
            Citation::InLanguage { .. } => self.resolve(citation, open),
        }
    }

    /// What a printed citation names, in whatever language that is if not in the one that applies; none where
    /// it is gone.
    pub fn find_printed(&self, citation: &str) -> Option<Resolved> {
        let here = self.read_citation(citation, None).ok();
        here.or_else(|| {
            let mut tags = self.languages().iter().filter(|_| self.is_multilingual());
            tags.find_map(|tag| self.read_citation(&format!("{citation}@{tag}"), None).ok())
        })
    }

    /// Places in a resolution, as it or another version of it prints them; without any, the whole of it.
    pub(crate) fn within(
        &self,
        resolution: ResolutionId,
        targets: &[Target],
    ) -> Result<Resolved, ResolveError> {
        if targets.is_empty() {
            return Ok(Resolved::whole(resolution));
        }
        let found = self.as_printed(resolution, targets);
        found.or_else(|absent| {
            let others = self.versions(resolution).iter().copied();
            let mut others = others.filter(|&other| other != resolution);
            let place = others.find_map(|other| self.printed_in(other, targets, resolution));
            place.ok_or(absent)
        })
    }

    /// Places as a version prints them, where they are in another one.
    fn printed_in(
        &self,
        version: ResolutionId,
        targets: &[Target],
        shown: ResolutionId,
    ) -> Option<Resolved> {
        let printed = self.as_printed(version, targets).ok()?;
        let there = self.read(shown).ok()?;
        let units = printed.units(&*self.read(version).ok()?).into_iter();
        let passages = units.map(|unit| {
            let counterpart = self.counterpart(Place::new(version, unit), shown);
            let is_same = counterpart.likeness == Likeness::Same;
            is_same.then(|| there.unit(counterpart.place.index()))
        });
        Some(Resolved {
            resolution: shown,
            passages: passages.collect::<Option<_>>()?,
        })
    }

    fn as_printed(
        &self,
        resolution: ResolutionId,
        targets: &[Target],
    ) -> Result<Resolved, ResolveError> {
        let text = self.read(resolution)?;
        let parts = Parts::of(&text);
        let each = targets
            .iter()
            .map(|target| steps::passages(&text, &parts, target));
        Ok(Resolved {
            resolution,
            passages: each.collect::<Result<_, _>>()?,
        })
    }
}
