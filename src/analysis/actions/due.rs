//! By when: days, spans, rhythms and occasions, as they are printed.

use std::fmt;
use std::ops::Range;

use super::days;
use crate::analysis::lexemes::{LexemeKind, Lexemes};
use crate::text::citation::numeral::read_ordinal;
use crate::text::model::MONTHS;

/// By when something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// On or before a day, ISO 8601.
    Day(String),
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
            Self::Day(day) => Some(day.clone()),
            Self::Within(count, unit) => days::behind(adopted?, *count, *unit),
            Self::Every(..) | Self::Occasion | Self::Regularly => None,
        }
    }
}

/// `2005-06-15`, `within 45 days`, `every 6 months`, `occasion` or `regularly`.
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
            Self::Day(day) => f.write_str(day),
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
        let further = further.and_then(|(_, before)| further_day(lexemes, at, before));
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
    let (due, end) = by(lexemes, at)
        .or_else(|| told_on(lexemes, at))
        .or_else(|| every(lexemes, at))
        .or_else(|| within(lexemes, at))
        .or_else(|| occasion(lexemes, at))?;
    let mut start = at;
    while start > clause.start && lexemes.is(start - 1, &BEFORE) {
        start -= 1;
    }
    Some((start..end.min(clause.end), due))
}

/// `by 15 June 2003`, `no later than 1 May 2004`, `prior to this date`.
fn by(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    let behind = if lexemes.is(at, &["by", "before"]) {
        at + 1
    } else if lexemes.is(at, &["later"]) && lexemes.is(at + 1, &["than"])
        || lexemes.is(at, &["prior"]) && lexemes.is(at + 1, &["to"])
    {
        at + 2
    } else {
        return None;
    };
    if lexemes.is(behind, &["this", "that"]) && lexemes.is(behind + 1, &["date"]) {
        let before = (0..at).rev().find_map(|before| day(lexemes, before));
        return before.map(|(day, _)| (Due::Day(day), behind + 2));
    }
    let first = (behind..behind + 3).find_map(|start| day(lexemes, start));
    let is_until = lexemes.is(at, &["by", "later"]);
    let (day, end) = first.or_else(|| end_of_month(lexemes, behind).filter(|_| is_until))?;
    Some((Due::Day(day), end))
}

/// `an oral update on 15 June 2003`: the day on which the organ is told something.
fn told_on(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const TOLD: [&str; 8] = [
        "report",
        "reports",
        "update",
        "updates",
        "briefing",
        "briefings",
        "council",
        "committee",
    ];
    let is_told = lexemes.is(at, &["on"]) && lexemes.is(at.wrapping_sub(1), &TOLD);
    let (day, end) = day(lexemes, at + 1).filter(|_| is_told)?;
    Some((Due::Day(day), end))
}

/// `… and 1 November 2003`, right behind another day.
fn further_day(lexemes: &Lexemes<'_>, at: usize, before: &Due) -> Option<(Due, usize)> {
    let is_joined = lexemes.is(at, &["and"]) || lexemes.is_mark(at, &[',']);
    let is_behind_day = is_joined && matches!(before, Due::Day(_));
    let (day, end) = day(lexemes, at + 1).filter(|_| is_behind_day)?;
    Some((Due::Day(day), end))
}

/// A day there, `15 June 2003` or `June 15, 2003`, as ISO 8601 has it, and where what follows begins. The year may stand
/// behind the next one: `15 March and 15 June 2003`.
fn day(lexemes: &Lexemes<'_>, at: usize) -> Option<(String, usize)> {
    let (number, month_at, year_at) = if month(lexemes, at).is_some() {
        (
            at + 1,
            at,
            at + 2 + usize::from(lexemes.is_mark(at + 2, &[','])),
        )
    } else {
        (at, at + 1, at + 2)
    };
    let number = lexemes
        .number(number)
        .filter(|number| (1..=31).contains(number))?;
    let month = month(lexemes, month_at)?;
    let next = year_at + usize::from(lexemes.is_mark(year_at, &[',']));
    let next = next + usize::from(lexemes.is(next, &["and"]));
    let (year, end) = match year(lexemes, year_at) {
        Some(year) => (year.to_string(), year_at + 1),
        None if next > year_at => (day(lexemes, next)?.0.get(..4)?.to_owned(), year_at),
        None => return None,
    };
    Some((format!("{year}-{month:02}-{number:02}"), end))
}

/// The last day of what is named behind `by the end of`: `June 2003`, `2003`.
fn end_of_month(lexemes: &Lexemes<'_>, at: usize) -> Option<(String, usize)> {
    let at = at + usize::from(lexemes.is(at, &["the"]));
    if !(lexemes.is(at, &["end"]) && lexemes.is(at + 1, &["of"])) {
        return None;
    }
    let named = month(lexemes, at + 2);
    let year_at = at + 2 + usize::from(named.is_some());
    let (year, month) = (year(lexemes, year_at)?, named.unwrap_or(12));
    let last = days::length(year, month)?;
    Some((format!("{year}-{month:02}-{last}"), year_at + 1))
}

/// The month there, from 1.
fn month(lexemes: &Lexemes<'_>, at: usize) -> Option<u32> {
    let numbered = MONTHS.iter().zip(1..);
    let mut named = numbered.filter(|(month, _)| lexemes.is(at, &[month]));
    named.next().map(|(_, number)| number)
}

fn year(lexemes: &Lexemes<'_>, at: usize) -> Option<u32> {
    lexemes
        .number(at)
        .filter(|year| (1900..2200).contains(year))
}

/// `every six months`, `at 90-day intervals`, `quarterly`.
fn every(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    let is_of = lexemes.is(at.wrapping_sub(1), &["of"]);
    if lexemes.is(at, &["every", "each"]) && !is_of {
        if let Some((count, unit, behind)) = time(lexemes, at + 1) {
            return Some((Due::Every(count, unit), behind));
        }
        let unit = unit(lexemes, at + 1)?;
        return Some((Due::Every(1, unit), at + 2));
    }
    let is_intervals = lexemes.is(at + 3, &["intervals", "basis"]);
    if is_intervals
        && lexemes.is_mark(at + 1, &['-'])
        && let Some(count) = count(lexemes, at)
    {
        let unit = unit(lexemes, at + 2)?;
        return Some((Due::Every(count, unit), at + 4));
    }
    rhythm(lexemes, at)
}

/// `quarterly`, `semi-annually`, `twice a year`; but not the name of a report that there is: `his quarterly report`.
fn rhythm(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const RHYTHMS: [(&[&str], u32, TimeUnit); 6] = [
        (&["weekly"], 1, TimeUnit::Weeks),
        (&["fortnightly", "biweekly"], 2, TimeUnit::Weeks),
        (&["monthly"], 1, TimeUnit::Months),
        (&["quarterly"], 3, TimeUnit::Months),
        (
            &["biannual", "biannually", "semiannual", "semiannually"],
            6,
            TimeUnit::Months,
        ),
        (&["annually", "yearly"], 1, TimeUnit::Years),
    ];
    const YEARLY: [&str; 7] = [
        "basis",
        "report",
        "reports",
        "briefing",
        "briefings",
        "update",
        "updates",
    ];
    const OF_WHOM: [&str; 8] = ["the", "his", "her", "its", "their", "next", "this", "in"];
    if lexemes.is(at, &["twice"]) && lexemes.is(at + 1, &["a", "per", "each"]) {
        return lexemes
            .is(at + 2, &["year"])
            .then_some((Due::Every(6, TimeUnit::Months), at + 3));
    }
    // `semi-annual` is three lexemes.
    let is_half = lexemes.is(at, &["semi", "bi"]) && lexemes.is_mark(at + 1, &['-', '‑']);
    let word = if is_half { at + 2 } else { at };
    let is_yearly = lexemes.is(word, &["annual", "annually"]);
    let (count, unit) = if is_half {
        is_yearly.then_some((6, TimeUnit::Months))?
    } else if is_yearly && lexemes.is(word + 1, &YEARLY) {
        (1, TimeUnit::Years)
    } else {
        let mut known = RHYTHMS.iter();
        let known = known.find(|(words, ..)| lexemes.is(word, words))?;
        (known.1, known.2)
    };
    let is_name = lexemes.is(word + 1, &["report", "reports", "reporting"])
        && lexemes.is(at.wrapping_sub(1), &OF_WHOM);
    (!is_name).then_some((Due::Every(count, unit), word + 1))
}

/// `within 30 days of the adoption`, `in 18 months`; of something else it is an occasion.
fn within(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const FROM: [&str; 4] = ["of", "from", "after", "following"];
    let is_within = lexemes.is(at, &["within", "in", "than"]);
    let first = at + usize::from(is_within);
    let (count, unit, behind) = time(lexemes, first)?;
    if lexemes.is(behind, &["prior", "before"]) {
        return Some((Due::Occasion, behind + 1));
    }
    let is_from = lexemes.is(behind, &FROM);
    let is_bare = is_within && !is_from && !lexemes.is(at.wrapping_sub(1), &["for"]);
    let words = || (behind..behind + 7).any(|near| lexemes.is(near, &["adoption", "resolution"]));
    match (is_from, is_from && words()) {
        (true, true) if is_within || is_after(lexemes, at) => {
            Some((Due::Within(count, unit), behind))
        }
        (true, false) if is_within || is_after(lexemes, at) && !lexemes.is(behind, &["of"]) => {
            Some((Due::Occasion, behind))
        }
        (false, _) if is_bare => Some((Due::Within(count, unit), behind)),
        _ => None,
    }
}

/// Whether a time that *within* does not stand before is a term, and no duration: not `for a period of 30 days from`.
fn is_after(lexemes: &Lexemes<'_>, at: usize) -> bool {
    !(1..4).any(|back| lexemes.is(at.wrapping_sub(back), &["for", "period"]))
}

/// `six months`, `30 days`, `forty-five days`; and where what follows begins.
fn time(lexemes: &Lexemes<'_>, at: usize) -> Option<(u32, TimeUnit, usize)> {
    let at = at + usize::from(lexemes.is(at, &["the", "next"]));
    let tens = count(lexemes, at)?;
    let next = at + 1;
    if lexemes.is_mark(next, &['-'])
        && let Some(ones) = count(lexemes, next + 1).filter(|&ones| tens % 10 == 0 && ones < 10)
    {
        return Some((tens + ones, unit(lexemes, next + 2)?, next + 3));
    }
    let next = next + usize::from(lexemes.is(next, &["working", "calendar"]));
    Some((tens, unit(lexemes, next)?, next + 1))
}

fn count(lexemes: &Lexemes<'_>, at: usize) -> Option<u32> {
    const WORDS: [(&str, u32); 27] = [
        ("a", 1),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("eighteen", 18),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
        ("sixteen", 16),
        ("seventeen", 17),
    ];
    if let Some(printed) = lexemes.word(at) {
        let word = WORDS
            .iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(printed));
        return word.map(|(_, count)| *count);
    }
    let number = lexemes.number(at);
    number.filter(|&count| count > 0 && count < 1000)
}

/// The unit there, that of `in six months’ time` as well.
fn unit(lexemes: &Lexemes<'_>, at: usize) -> Option<TimeUnit> {
    let word = lexemes.word(at)?.trim_end_matches(['’', '\'']);
    [
        (["hour", "hours"], TimeUnit::Hours),
        (["day", "days"], TimeUnit::Days),
        (["week", "weeks"], TimeUnit::Weeks),
        (["month", "months"], TimeUnit::Months),
        (["year", "years"], TimeUnit::Years),
    ]
    .iter()
    .find(|(words, _)| words.iter().any(|one| word.eq_ignore_ascii_case(one)))
    .map(|(_, unit)| *unit)
}

/// `regularly`, `in his next report`, `before the end of the mandate`, `to the 35th Session`.
fn occasion(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    if lexemes.is(at, &["regularly", "periodically"]) {
        return Some((Due::Regularly, at + 1));
    }
    if lexemes.is(at, &["regular", "periodic"])
        && lexemes.is(
            at + 1,
            &["intervals", "basis", "updates", "briefings", "reports"],
        )
    {
        return Some((Due::Regularly, at + 2));
    }
    if lexemes.is(at, &["in"]) {
        const ARTICLES: [&str; 9] = [
            "his", "its", "the", "their", "all", "these", "this", "her", "such",
        ];
        let is_report = |near: usize| lexemes.is(near, &["report", "reports", "reporting"]);
        let near = (at + 1..at + 7).find(|&near| is_report(near));
        let is_clean =
            |end: usize| (at + 1..end).all(|between| !lexemes.is_mark(between, &[',', ';']));
        return near
            .filter(|&end| lexemes.is(at + 1, &ARTICLES) && is_clean(end))
            .map(|end| (Due::Occasion, end + 1));
    }
    let is_end = |near: usize| {
        lexemes.is(
            near,
            &[
                "end",
                "expiry",
                "expiration",
                "completion",
                "conclusion",
                "termination",
                "session",
                "elections",
            ],
        )
    };
    let is_before = lexemes.is(at, &["before", "upon", "at", "following"])
        || lexemes.is(at, &["to"]) && lexemes.is(at.wrapping_sub(1), &["prior"]);
    if is_before && let Some(end) = (at + 1..at + 4).find(|&near| is_end(near)) {
        return Some((Due::Occasion, end + 1));
    }
    session(lexemes, at)
}

/// `to the 35th Session`, `at its fifty-first session`, `in the agenda of its next session`.
fn session(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const NAMES: [&str; 4] = ["session", "meeting", "assembly", "conference"];
    let is_when = lexemes.is(at, &["to", "at", "before", "by", "during", "than"])
        || lexemes.is(at, &["of"]) && lexemes.is(at.wrapping_sub(1), &["agenda"]);
    let is_to = is_when && lexemes.is(at + 1, &["the", "its"]);
    let is_name = |near: usize| {
        let is_word = lexemes.word(near).is_some()
            || lexemes
                .get(near)
                .is_some_and(|one| one.kind == LexemeKind::Number);
        is_word || lexemes.is_mark(near, &['-', '‑'])
    };
    let mut names =
        (at + 2..at + 9).take_while(|&near| is_name(near) && !lexemes.is(near, &["and"]));
    let end = names.find(|&near| lexemes.is(near, &NAMES))?;
    let is_numbered = (at + 2..end).any(|near| {
        let is_ordinal = lexemes.word(near).is_some_and(|word| {
            let word = word.to_lowercase();
            ["th", "st", "nd", "rd"].contains(&&*word) || read_ordinal(&word).is_some()
        });
        is_ordinal || lexemes.is(near, &["next", "forthcoming"])
    });
    (is_to && is_numbered).then_some((Due::Occasion, end + 1))
}
