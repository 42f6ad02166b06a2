//! What a citation says of a resolution, held against the resolution that its symbol names.

use super::ResolveError;
use crate::text::citation::{
    Claim, Day, NumberedSession, Organ, Typed, led_by_organ, same_name, session_named, turned,
    without_year,
};
use crate::text::corpus::Corpus;
use crate::text::model::{ResolutionId, Session};
use crate::text::sorting::sort_by;

/// Names of a session: the ones it has as a whole, and the parts of them between commas and brackets.
pub(in crate::text::corpus) fn names(session: &Session) -> Vec<String> {
    let mut names = Vec::new();
    for name in [&session.organ, &session.name, &session.id] {
        names.push(name.to_string());
        let parts = name.split([',', ';', '(', ')']).map(str::trim);
        names.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    // A year or a number may be a symbol.
    names.retain(|name| name.contains(char::is_alphabetic));
    names.extend(initials(&session.organ));
    let id = session.id.split(|c: char| !c.is_alphabetic()).next();
    names.extend(id.filter(|id| id.chars().count() > 1).map(str::to_owned));
    sort_by(&mut names, Ord::cmp);
    names.dedup();
    names
}

/// The first letters of the names of an organ: `ICFM`.
fn initials(organ: &str) -> impl Iterator<Item = String> {
    let of_name = |name: &str| -> String {
        let words = name.split(|c: char| !c.is_alphanumeric());
        let capitals = words.filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()));
        capitals.collect()
    };
    let names = organ.split([',', ';', '(', ')']).map(of_name);
    names.filter(|initials| initials.chars().count() > 2)
}

impl Corpus {
    /// What the resolution is instead of what was said of it; nothing where all holds, or where the corpus
    /// does not say.
    pub(super) fn differs(&self, id: ResolutionId, claims: &[Claim]) -> Option<ResolveError> {
        claims.iter().find_map(|claim| self.differs_in(id, claim))
    }

    fn differs_in(&self, id: ResolutionId, claim: &Claim) -> Option<ResolveError> {
        match claim {
            Claim::Organ(name) => self.other_organ(id, name),
            Claim::Session(said) => self.other_session(id, said),
            Claim::Adopted(day) => self.other_day(id, *day),
            Claim::Held(from, to) => self.other_days(id, *from, *to),
            Claim::Year(year) => self.other_year(id, *year),
            Claim::Kind(kind) => (!kind.can_have(self.symbol(id)))
                .then(|| self.difference(id, "is a resolution".into(), format!("no {kind}"))),
            Claim::Symbol(symbol) => self.other_symbol(id, symbol),
        }
    }

    fn other_symbol(&self, id: ResolutionId, said: &str) -> Option<ResolveError> {
        let is_own = |symbol: &str| {
            let turned = turned(symbol);
            let mut ways = std::iter::once(symbol).chain(turned.as_deref());
            ways.any(|way| Typed::new(way).fit(self.symbol(id)).is_some())
        };
        let led = || {
            let (organ, rest) = led_by_organ(said)?;
            Some(is_own(rest) && self.other_organ(id, organ).is_none())
        };
        if is_own(said) || led().unwrap_or(false) {
            return None;
        }
        let is = format!("is `{}`", self.symbol(id));
        Some(self.difference(id, is, format!("not `{said}`")))
    }

    fn other_organ(&self, id: ResolutionId, name: &str) -> Option<ResolveError> {
        let session = self.session(self.session_of(id));
        let own = names(session);
        let is_own = own.iter().any(|own| same_name(own, name));
        let adopted = || {
            let organ = Organ::named(name)?;
            Some(organ.adopted(self.symbol(id), own.iter().map(String::as_str)))
        };
        if is_own || adopted().unwrap_or(false) {
            return None;
        }
        let is = format!("is of `{}, {}`", session.organ, session.name);
        Some(self.difference(id, is, format!("not of `{name}`")))
    }

    fn other_session(&self, id: ResolutionId, said: &NumberedSession) -> Option<ResolveError> {
        let session = self.session(self.session_of(id));
        let named = session_named(&session.name);
        let number = |id: &str| {
            let digits = id.rsplit(|c: char| !c.is_ascii_digit()).next()?;
            digits.parse().ok()
        };
        let is_same = match &named {
            Some(named) => named == said,
            None => said.kinds.is_empty() && number(&session.id) == Some(said.number),
        };
        if is_same {
            return None;
        }
        let is = format!("is of `{}`", session.name);
        Some(self.difference(id, is, format!("not of the {said}")))
    }

    fn other_day(&self, id: ResolutionId, said: Day) -> Option<ResolveError> {
        if let Some(adopted) = self.adopted(id) {
            return (adopted != said).then(|| {
                let is = format!("was adopted on {adopted}");
                self.difference(id, is, format!("not on {said}"))
            });
        }
        if let Some((from, to)) = self.days_of_session(id) {
            let outside = said < from || said > to;
            return outside.then(|| {
                let is = format!("was adopted between {from} and {to}");
                self.difference(id, is, format!("not on {said}"))
            });
        }
        self.other_year(id, said.year)
    }

    fn other_days(&self, id: ResolutionId, first: Day, last: Day) -> Option<ResolveError> {
        let not = format!("not between {first} and {last}");
        if let Some((from, to)) = self.days_of_session(id) {
            return ((from, to) != (first, last)).then(|| {
                let is = format!("was adopted between {from} and {to}");
                self.difference(id, is, not)
            });
        }
        match self.adopted(id) {
            Some(adopted) => (!(first..=last).contains(&adopted)).then(|| {
                let is = format!("was adopted on {adopted}");
                self.difference(id, is, not)
            }),
            None => self.other_year(id, last.year),
        }
    }

    /// The first and the last day of its session.
    fn days_of_session(&self, id: ResolutionId) -> Option<(Day, Day)> {
        let dates = self.session(self.session_of(id)).dates.as_ref()?;
        let from = Day::read(dates.from.as_deref()?)?;
        let to = dates.to.as_deref().and_then(Day::read);
        Some((from, to.unwrap_or(from)))
    }

    /// A year is that of the symbol, of the adoption, or of the session.
    pub(super) fn other_year(&self, id: ResolutionId, said: u16) -> Option<ResolveError> {
        let printed = without_year(self.symbol(id)).map(|(_, year)| year);
        let (from, to) = printed
            .or_else(|| self.adopted(id).map(|day| day.year))
            .map(|year| (year, year))
            .or_else(|| {
                self.days_of_session(id)
                    .map(|(from, to)| (from.year, to.year))
            })?;
        (!(from..=to).contains(&said))
            .then(|| self.difference(id, format!("is of {from}"), format!("not of {said}")))
    }

    fn difference(&self, id: ResolutionId, is: String, not: String) -> ResolveError {
        ResolveError::Differs {
            symbol: self.symbol(id).to_owned(),
            is,
            not,
        }
    }
}
