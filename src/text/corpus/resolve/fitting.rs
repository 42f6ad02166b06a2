//! Which resolutions a symbol fits, and what could have been cited where none or several do.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::{Corpus, ResolveError};
use crate::text::citation::{
    self, Citation, Claim, Fit, Target, Typed, led_by_organ, without_year,
};
use crate::text::model::{Part, Passage, Place, ResolutionId};
use crate::text::sorting::sort_by_key;

impl Corpus {
    /// The versions of resolutions in a language, of those that are in it; themselves where none is said. At
    /// least one, if there is a resolution.
    pub(crate) fn in_language(
        &self,
        resolutions: Vec<ResolutionId>,
        language: Option<&str>,
    ) -> Result<Vec<ResolutionId>, ResolveError> {
        let Some(language) = language else {
            return Ok(resolutions);
        };
        let versions = resolutions.iter().map(|&id| self.version(id, language));
        let versions: Vec<_> = versions.flatten().collect();
        match resolutions.first() {
            Some(&first) if versions.is_empty() => {
                let tags = self.versions(first).iter().map(|&id| self.language(id));
                Err(ResolveError::NotInLanguage {
                    symbol: self.symbol(first).to_owned(),
                    wanted: language.to_owned(),
                    has: tags.map(|tag| format!("`{tag}`")).collect(),
                })
            }
            _ => Ok(versions),
        }
    }

    /// The resolutions that a symbol fits, of which all holds that is said of them. None where it fits none.
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

    pub(super) fn ambiguous(
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
            .map(|id| self.citation(*id, targets.to_vec()).to_string())
            .collect();
        candidates.dedup();
        if candidates.len() < 2 {
            candidates = fitting
                .iter()
                .map(|id| self.cite_resolution(*id).to_string())
                .collect();
            candidates.dedup();
        }
        candidates
    }

    pub(super) fn unknown(&self, symbol: &str) -> ResolveError {
        ResolveError::UnknownSymbol {
            symbol: symbol.to_owned(),
            near: self.near(symbol),
        }
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
    pub(super) fn example(&self, targets: &[Target]) -> String {
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
}

/// Targets of a symbol in the short notation.
pub(super) fn cited(symbol: &str, targets: &[Target]) -> String {
    let citation = Citation::Of {
        symbol: symbol.to_owned(),
        targets: targets.to_vec(),
        claims: Vec::new(),
    };
    citation.to_string()
}
