//! What a citation says of a resolution beside its symbol, to be held against the resolution that is found.

use std::fmt;

use super::letter::folded;
use super::numeral::ordinal;
use crate::text::model::MONTHS;

/// Something said of the cited resolution.
///
/// ```
/// use resolut::text::citation::{Citation, Claim};
///
/// let Citation::Of { claims, .. } = "resolution 2505 adopted on 13 January 2020".parse()? else {
///     panic!("it has a symbol");
/// };
/// assert!(matches!(claims[..], [Claim::Adopted(day)] if day.to_string() == "13 January 2020"));
/// # Ok::<(), resolut::text::citation::ParseCitationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The organ that adopted it, or the organisation of that, by a name of the corpus or of
    /// the closed list of this module.
    Organ(String),
    /// The session at which it was adopted.
    Session(NumberedSession),
    /// The day of its adoption.
    Adopted(Day),
    /// The first and the last day of the session: `15-17 May 2007`.
    Held(Day, Day),
    /// The year of its adoption: `2/34-P (2007)`, where the symbol itself has none.
    Year(u16),
    /// Its symbol once more: `(UN Doc. S/RES/2505)`.
    Symbol(String),
    /// That it is no resolution: `decision Assembly/AU/Dec.1(I)`. A resolution is what every document of a
    /// corpus may be called.
    Kind(ClaimedKind),
}

/// What a document is called instead of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimedKind {
    /// A decision.
    Decision,
    /// A recommendation.
    Recommendation,
}

impl ClaimedKind {
    /// The kind that a folded word is.
    pub(super) fn read(word: &str) -> Option<Self> {
        match word {
            "decision" | "decisions" => Some(Self::Decision),
            "recommendation" | "recommendations" => Some(Self::Recommendation),
            _ => None,
        }
    }

    /// Whether a document of that symbol may be one: not where the symbol says that it is something else.
    pub(crate) fn can_have(self, symbol: &str) -> bool {
        let letters = symbol.split(|c: char| !c.is_alphabetic());
        let words: Vec<String> = letters.map(|word| folded(word).collect()).collect();
        let says = |starts: &str| words.iter().any(|word| word.starts_with(starts));
        match self {
            Self::Decision => says("dec") || !(says("res") || says("rec")),
            Self::Recommendation => says("rec") || !(says("res") || says("dec")),
        }
    }
}

impl fmt::Display for ClaimedKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Decision => "decision",
            Self::Recommendation => "recommendation",
        })
    }
}

/// A session by its number: the `tenth emergency special session`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedSession {
    /// From 1.
    pub number: u32,
    /// The words that make it another series than the ordinary sessions, in the order of the alphabet.
    pub kinds: Vec<String>,
}

/// A day of the calendar that ISO days are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

impl Day {
    /// Reads an ISO day, `2020-01-13`.
    pub fn read(iso: &str) -> Option<Self> {
        let mut numbers = iso.split('-');
        let day = Self {
            year: numbers.next()?.parse().ok()?,
            month: numbers.next()?.parse().ok()?,
            day: numbers.next()?.parse().ok()?,
        };
        (numbers.next().is_none() && day.is_one()).then_some(day)
    }

    /// Whether there can be such a day.
    pub(super) fn is_one(self) -> bool {
        (1..=12).contains(&self.month) && (1..=31).contains(&self.day)
    }

    /// `May`; `?` for a month that there is not.
    pub fn month_name(self) -> &'static str {
        let month = usize::from(self.month).checked_sub(1);
        month.and_then(|month| MONTHS.get(month)).unwrap_or(&"?")
    }

    /// As [`Day::read`] reads it.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// For a column of days: ` 7 May 2007`.
    pub fn short(self) -> String {
        format!("{:>2} {:.3} {}", self.day, self.month_name(), self.year)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.day, self.month_name(), self.year)
    }
}

impl fmt::Display for NumberedSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", ordinal(self.number))?;
        for kind in &self.kinds {
            write!(f, "{kind} ")?;
        }
        f.write_str("session")
    }
}
