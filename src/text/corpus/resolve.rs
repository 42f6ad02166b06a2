//! Which place of the corpus a citation names, and how each place is cited.
//!
//! The two are inverse: [`Corpus::resolve`] of what [`Corpus::cite`] gives is the same place again. Symbols are
//! compared one by one at each question; on ten thousand that is well under the time between two keys.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use super::Corpus;
use crate::text::citation::{
    self, Citation, Claim, Fit, Names, ParseCitationError, Target, Typed, led_by_organ,
    without_year,
};
use crate::text::model::{Part, Passage, Place, Resolution, ResolutionId};

mod absent;
mod annexes;
mod cite;
mod counterpart;
mod error;
mod held;
mod parts;
mod siblings;
mod steps;
mod symbols;

pub(super) use cite::Cited;
pub use counterpart::{Counterpart, Likeness};
pub use error::{CitationError, ResolveError};
pub(super) use siblings::joined;
pub(super) use symbols::Symbols;

use crate::text::sorting::sort_by_key;
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
            names.sort();
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
            Citation::Of {
                symbol,
                targets,
                claims,
            } => match self.said_to_be(symbol, claims)?.as_slice() {
                [only] => self.within(*only, targets),
                several => Err(self.ambiguous(symbol, targets, several)),
            },
            Citation::Here(targets) => match open {
                Some(resolution) => self.within(resolution, targets),
                None => Err(ResolveError::NothingOpen {
                    cited: citation.to_string(),
                    example: self.example(targets),
                }),
            },
            Citation::Bare(target) => {
                let symbol = target.to_string();
                let target = std::slice::from_ref(target);
                let here = open.map(|resolution| self.within(resolution, target));
                if let Some(Ok(resolved)) = here {
                    return Ok(resolved);
                }
                match (self.fitting(&symbol).as_slice(), here) {
                    ([only], _) => Ok(Resolved::whole(*only)),
                    ([], None) => Err(ResolveError::BareNumber {
                        cited: symbol,
                        example: self.example(target),
                    }),
                    (several, None) => Err(self.ambiguous(&symbol, &[], several)),
                    (_, Some(here)) => here,
                }
            }
        }
    }

    /// The resolutions that a symbol fits, of which all holds that is said of them. At least one.
    pub(crate) fn said_to_be(
        &self,
        symbol: &str,
        claims: &[Claim],
    ) -> Result<Vec<ResolutionId>, ResolveError> {
        let (mut held, mut year) = self.fitting_of_year(symbol);
        let mut claims = Cow::Borrowed(claims);
        if held.is_empty()
            && let Some((organ, rest)) = led_by_organ(symbol)
        {
            (held, year) = self.fitting_of_year(rest);
            claims.to_mut().insert(0, Claim::Organ(organ.to_owned()));
        }
        if held.is_empty() {
            return Err(ResolveError::UnknownSymbol {
                symbol: symbol.to_owned(),
                near: self.near(symbol),
            });
        }
        let mut difference = None;
        held.retain(|&id| {
            let other_year = year.and_then(|year| self.other_year(id, year));
            let differs = other_year.or_else(|| self.differs(id, &claims));
            let holds = differs.is_none();
            difference = difference.take().or(differs);
            holds
        });
        match difference {
            Some(difference) if held.is_empty() => Err(difference),
            _ => Ok(held),
        }
    }

    /// The resolutions that a symbol fits; or those that it fits without its year, and that year.
    fn fitting_of_year(&self, symbol: &str) -> (Vec<ResolutionId>, Option<u16>) {
        let fitting = self.fitting(symbol);
        match without_year(symbol).filter(|_| fitting.is_empty()) {
            Some((before, year)) => (self.fitting(before), Some(year)),
            None => (fitting, None),
        }
    }

    fn ambiguous(
        &self,
        symbol: &str,
        targets: &[Target],
        several: &[ResolutionId],
    ) -> ResolveError {
        ResolveError::Ambiguous {
            cited: cited(symbol, targets),
            candidates: self.candidates(several, targets),
        }
    }

    /// The resolution that a symbol names, or those that it fits alike.
    pub(crate) fn fitting(&self, symbol: &str) -> Vec<ResolutionId> {
        let fitting = self.fitting_as_typed(symbol);
        match citation::turned(symbol).filter(|_| fitting.is_empty()) {
            Some(turned) => self.fitting_as_typed(&turned),
            None => fitting,
        }
    }

    fn fitting_as_typed(&self, symbol: &str) -> Vec<ResolutionId> {
        let typed = Typed::new(symbol);
        let mut best = Fit::Partly;
        let mut fitting = Vec::new();
        for (id, symbol) in self.each_symbol() {
            if let Some(fit) = typed.fit(symbol)
                && fit >= best
                && self.is_shown(id)
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

    /// The citations that would have named one of these: with the place, where they have it.
    fn candidates(&self, fitting: &[ResolutionId], targets: &[Target]) -> Vec<String> {
        let mut candidates: Vec<_> = fitting
            .iter()
            .filter(|id| self.within(**id, targets).is_ok())
            .map(|id| cited(self.symbol(*id), targets))
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
            .filter(|&id| self.is_shown(id))
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
        sort_by_key(&mut near, |&(likeness, _)| Reverse(likeness));
        let mut near: Vec<_> = near
            .iter()
            .map(|(_, id)| self.symbol(*id).to_owned())
            .collect();
        near.dedup();
        near.truncate(3);
        near
    }

    /// The targets in the first resolution, or its first passage where it has none such.
    fn example(&self, targets: &[Target]) -> String {
        let Some(first) = self.resolutions().next().map(|id| self.shown(id)) else {
            return cited("2/34-P", targets);
        };
        let resolution = self.resolution(first);
        if self.within(first, targets).is_ok() || resolution.passages.is_empty() {
            return cited(self.symbol(first), targets);
        }
        let operative = |passage: &Passage| passage.part == Part::Operative;
        let index = resolution.passages.iter().position(operative);
        self.cite(Place::new(first, index.unwrap_or(0))).to_string()
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

fn cited(symbol: &str, targets: &[Target]) -> String {
    let citation = Citation::Of {
        symbol: symbol.to_owned(),
        targets: targets.to_vec(),
        claims: Vec::new(),
    };
    citation.to_string()
}
