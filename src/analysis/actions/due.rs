//! By when: days, spans, rhythms and occasions, as they are printed.

use std::fmt;
use std::ops::Range;

use super::days;
use crate::analysis::lexemes::Lexemes;

mod dates;
mod occasions;
mod spans;

/// By when something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// On or before a day, ISO 8601.
    Day(String),
    /// On or before the last day of a month or year that is named, ISO 8601.
    LastDay(String),
    /// On or before a day of no year that is named: its month and its day.
    Yearless(u32, u32),
    /// Within a time from the adoption.
    Within(u32, TimeUnit),
    /// Again and again.
    Every(u32, TimeUnit),
    /// With or before something else: a report, the end of a mandate.
    Occasion,
    /// Again and again, as often as is seen fit.
    Regularly,
}

/// A measure of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TimeUnit {
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

impl Due {
    /// The day that follows, ISO 8601: the day itself, or that of the adoption and the time from it.
    ///
    /// ```
    /// use resolut::analysis::actions::{Due, TimeUnit};
    ///
    /// let due = Due::Within(45, TimeUnit::Days);
    /// assert_eq!(due.day(Some("2005-04-18")).as_deref(), Some("2005-06-02"));
    /// let due = Due::Within(3, TimeUnit::Months);
    /// assert_eq!(due.day(Some("2005-11-30")).as_deref(), Some("2006-02-28"));
    /// assert_eq!(Due::Occasion.day(Some("2005-04-18")), None);
    /// ```
    pub fn day(&self, adopted: Option<&str>) -> Option<String> {
        match self {
            Self::Day(day) | Self::LastDay(day) => Some(day.clone()),
            Self::Within(count, unit) => days::behind(adopted?, *count, *unit),
            Self::Yearless(..) | Self::Every(..) | Self::Occasion | Self::Regularly => None,
        }
    }

    /// Whether its day is printed, and not counted.
    pub fn is_printed_day(&self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// Whether it is a time, and not what something else brings.
    pub(super) fn is_firm(&self) -> bool {
        !matches!(self, Self::Occasion | Self::Regularly)
    }

    /// Whether it comes again and again.
    pub fn recurs(&self) -> bool {
        matches!(self, Self::Every(..) | Self::Regularly)
    }
}

/// `2005-06-15`, `--06-15` where no year is named, `within 45 days`, `every 6 months`, `occasion` or `regularly`.
impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = |unit: &TimeUnit| match unit {
            TimeUnit::Hours => "hours",
            TimeUnit::Days => "days",
            TimeUnit::Weeks => "weeks",
            TimeUnit::Months => "months",
            TimeUnit::Years => "years",
        };
        match self {
            Self::Day(day) | Self::LastDay(day) => f.write_str(day),
            Self::Yearless(month, day) => write!(f, "--{month:02}-{day:02}"),
            Self::Within(count, of) => write!(f, "within {count} {}", unit(of)),
            Self::Every(count, of) => write!(f, "every {count} {}", unit(of)),
            Self::Occasion => f.write_str("occasion"),
            Self::Regularly => f.write_str("regularly"),
        }
    }
}

/// A time in a text: its lexemes, and what it says.
type FoundDue = (Range<usize>, Due);

/// The times of a clause, in its order; what is due *regularly* only where nothing else is said.
pub(super) fn due(lexemes: &Lexemes<'_>, clause: &Range<usize>) -> Vec<FoundDue> {
    let mut all: Vec<FoundDue> = Vec::new();
    let mut at = clause.start;
    while at < clause.end {
        let further = all.last().filter(|(words, _)| words.end == at);
        let further = further.and_then(|(_, before)| dates::further(lexemes, at, before));
        let found = further.map(|(due, end)| (at + 1..end.min(clause.end), due));
        match found.or_else(|| one(lexemes, at, clause)) {
            Some(found) => {
                at = found.0.end.max(at + 1);
                all.push(found);
            }
            None => at += 1,
        }
    }
    // What is firmest is meant: a day before an occasion, an occasion before *regularly*.
    for vague in [Due::Regularly, Due::Occasion] {
        if all.iter().any(|(_, due)| *due != vague) {
            all.retain(|(_, due)| *due != vague);
        }
    }
    all.dedup_by(|one, other| one.1 == other.1);
    all
}

fn one(lexemes: &Lexemes<'_>, at: usize, clause: &Range<usize>) -> Option<FoundDue> {
    const BEFORE: [&str; 7] = ["no", "not", "later", "less", "than", "at", "least"];
    const BEHIND: [&str; 3] = ["intervals", "basis", "thereafter"];
    let (due, mut end) = dates::date(lexemes, at)
        .or_else(|| spans::span(lexemes, at))
        .or_else(|| occasions::occasion(lexemes, at))?;
    let mut start = at;
    if due.recurs() {
        while lexemes.is(end, &BEHIND) {
            end += 1;
        }
        // `on a quarterly basis`
        let is_on = start > clause.start + 1 && lexemes.is(start - 2, &["on"]);
        if is_on && lexemes.is(start - 1, &["a", "an"]) {
            start -= 2;
        }
    }
    while start > clause.start && lexemes.is(start - 1, &BEFORE) {
        start -= 1;
    }
    Some((start..end.min(clause.end), due))
}
