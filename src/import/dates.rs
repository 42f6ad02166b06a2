//! Days as openings print them → ISO days: `15-17 May 2007`, `30 December 2007 - 2 January 2008`.
//!
//! Months are known in the languages of the United Nations, in German, Italian and Portuguese; only days of the Gregorian
//! calendar are read, and a month of another one ends a date.

use std::ops::Range;

use time::{Date, Month};

use super::words::figures;
use crate::text::citation::is_suffix;
use crate::text::model::MONTHS;

/// The years that are told from other numbers.
pub(super) const YEARS: Range<u32> = 1900..2200;

/// First and last day of the last date in a text. Where no month is named a day in figures is one whose order is sure.
pub(super) fn span(text: &str) -> Option<(String, String)> {
    let mut found = None;
    let mut run = Vec::new();
    for part in tokens(&figures(text)).into_iter().chain([DateToken::Other]) {
        if part == DateToken::Other {
            found = best(&run).or(found);
            run.clear();
        } else {
            run.push(part);
        }
    }
    found.or_else(|| {
        let mut words = text.split(' ');
        words.find_map(in_figures).map(|day| (day.clone(), day))
    })
}

/// The day that a word is, from the year on or with stops: `2022/9/6`, `6.9.2022`.
pub(super) fn in_figures(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let by = word.chars().find(|c| !c.is_ascii_digit())?;
    if !"/.-".contains(by) {
        return None;
    }
    let (first, rest) = word.split_once(by)?;
    let (second, third) = rest.split_once(by)?;
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    let day = match [first, second, third].map(number) {
        [year @ 1900..2200, month, day] => (year, month, day),
        [day, month, year @ 1900..2200] if by == '.' => (year, month, day),
        _ => return None,
    };
    exists(day).then(|| iso(day))
}

/// The day that a word is, from the day to the year: `6/9/2022`. Elsewhere that may be a day of June.
pub(super) fn from_day(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<_> = word.split('/').map(str::parse).collect();
    match *parts.as_slice() {
        [Ok(day), Ok(month), Ok(year)] if YEARS.contains(&year) => {
            Some((year, month, day)).filter(|&day| exists(day)).map(iso)
        }
        _ => None,
    }
}

/// The last day of a text, or the day that is written as ISO 8601 has it.
pub(super) fn day(text: &str) -> Option<String> {
    let parts: Vec<_> = text.split('-').map(str::parse).collect();
    match *parts.as_slice() {
        [Ok(year), Ok(month @ 1..=12), Ok(day @ 1..)] if text.len() == 10 => {
            Some((year, month, day)).filter(|&day| exists(day)).map(iso)
        }
        _ => span(text).map(|(_, last)| last),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DateToken {
    Day(u32),
    Month(u32),
    Year(u32),
    Other,
}

/// The months of other languages, as dates have them.
const OTHER_MONTHS: [&[&str]; 12] = [
    &[
        "janvier",
        "enero",
        "januar",
        "jänner",
        "janeiro",
        "gennaio",
        "января",
        "يناير",
    ],
    &[
        "février",
        "febrero",
        "februar",
        "fevereiro",
        "febbraio",
        "февраля",
        "فبراير",
        "شباط",
    ],
    &["mars", "março", "marzo", "märz", "марта", "مارس", "آذار"],
    &["avril", "aprile", "abril", "апреля", "أبريل", "نيسان"],
    &["mai", "maio", "maggio", "mayo", "мая", "مايو", "أيار"],
    &[
        "juin",
        "junho",
        "giugno",
        "junio",
        "juni",
        "июня",
        "يونيه",
        "يونيو",
        "حزيران",
    ],
    &[
        "juillet",
        "julho",
        "luglio",
        "julio",
        "juli",
        "июля",
        "يوليه",
        "يوليو",
        "تموز",
    ],
    &["août", "aout", "agosto", "августа", "أغسطس", "آب"],
    &[
        "septembre",
        "septiembre",
        "setiembre",
        "setembro",
        "settembre",
        "сентября",
        "سبتمبر",
        "أيلول",
    ],
    &[
        "octobre",
        "outubro",
        "ottobre",
        "octubre",
        "oktober",
        "октября",
        "أكتوبر",
    ],
    &["novembre", "noviembre", "ноября", "نوفمبر"],
    &[
        "décembre",
        "dezembro",
        "dicembre",
        "diciembre",
        "dezember",
        "декабря",
        "ديسمبر",
    ],
];

/// Months of two words: the second tells one from the other.
const PAIRED_MONTHS: [(&str, &str, u32); 6] = [
    ("كانون", "الثاني", 1),
    ("تشرين", "الأول", 10),
    ("تشرين", "الاول", 10),
    ("تشرين", "الثاني", 11),
    ("كانون", "الأول", 12),
    ("كانون", "الاول", 12),
];

/// Words inside a date.
const BETWEEN: [&str; 18] = [
    "", "to", "and", "of", "the", "from", "day", "de", "du", "le", "au", "et", "del", "al", "y",
    "bis", "den", "по",
];

/// Whether a word is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    month(&word.to_lowercase()).is_some()
}

fn month(lower: &str) -> Option<u32> {
    let english = |name: &str| name.eq_ignore_ascii_case(lower);
    let at = MONTHS.iter().position(|name| english(name));
    let at = at.or_else(|| OTHER_MONTHS.iter().position(|names| names.contains(&lower)))?;
    u32::try_from(at + 1).ok()
}

fn tokens(text: &str) -> Vec<DateToken> {
    // `2030年7月1日` is written from the year to the day.
    if let Some((year, rest)) = text.split_once('年')
        && let Some((month, rest)) = rest.split_once('月')
        && let Some((day, _)) = rest.split_once('日')
    {
        let year = year.rsplit(|c: char| !c.is_ascii_digit()).next();
        let number = |text: &str| text.trim().parse::<u32>().ok();
        if let (Some(year), Some(month @ 1..=12), Some(day)) =
            (year.and_then(number), number(month), number(day))
        {
            return vec![
                DateToken::Day(day),
                DateToken::Month(month),
                DateToken::Year(year),
            ];
        }
    }
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !BETWEEN.contains(word)).peekable();
    let mut tokens = Vec::new();
    while let Some(word) = words.next() {
        let paired = PAIRED_MONTHS
            .iter()
            .find(|(first, second, _)| *first == word && words.next_if_eq(second).is_some());
        let token = paired.map_or_else(|| token(word), |(_, _, month)| DateToken::Month(*month));
        // `كانون الثاني/يناير` is one month.
        let again = matches!(token, DateToken::Month(_)) && tokens.last() == Some(&token);
        if !again {
            tokens.push(token);
        }
    }
    tokens
}

fn token(word: &str) -> DateToken {
    let lower = word.to_lowercase();
    if let Some(month) = month(&lower) {
        return DateToken::Month(month);
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let behind = lower.strip_prefix(digits).unwrap_or_default();
    match digits.parse() {
        Ok(day @ 1..=31) if behind.is_empty() || is_suffix(behind) || behind == "er" => {
            DateToken::Day(day)
        }
        Ok(year) if behind.is_empty() && YEARS.contains(&year) => DateToken::Year(year),
        _ => DateToken::Other,
    }
}

/// How many days, months and years a date has at most.
const LONGEST: usize = 6;

/// The last and longest date in a run of days, months and years; none where its days don't exist.
fn best(run: &[DateToken]) -> Option<(String, String)> {
    let begins = |end: usize| end.saturating_sub(LONGEST)..end;
    let at_end = |end: usize| begins(end).find_map(|start| pattern(&run[start..end]));
    let (from, to) = (1..=run.len()).rev().find_map(at_end)?;
    (from <= to && exists(from) && exists(to)).then(|| (iso(from), iso(to)))
}

/// The days of a date that fills the tokens.
fn pattern(tokens: &[DateToken]) -> Option<(YearMonthDay, YearMonthDay)> {
    use DateToken::{Day as D, Month as M, Year as Y};
    Some(match *tokens {
        [D(d1), M(m1), Y(y1), D(d2), M(m2), Y(y2)] => ((y1, m1, d1), (y2, m2, d2)),
        [D(d1), M(m1), D(d2), M(m2), Y(y)] | [M(m1), D(d1), M(m2), D(d2), Y(y)] => {
            ((y, m1, d1), (y, m2, d2))
        }
        [D(d1), D(d2), M(m), Y(y)] | [M(m), D(d1), D(d2), Y(y)] => ((y, m, d1), (y, m, d2)),
        [D(d), M(m), Y(y)] | [M(m), D(d), Y(y)] => ((y, m, d), (y, m, d)),
        _ => return None,
    })
}

/// Year, month and day, each from 1.
type YearMonthDay = (u32, u32, u32);

/// Whether the calendar has such a day.
fn exists((year, month, day): YearMonthDay) -> bool {
    let month = u8::try_from(month).ok().map(Month::try_from);
    let (Some(Ok(month)), Ok(year), Ok(day)) = (month, i32::try_from(year), u8::try_from(day))
    else {
        return false;
    };
    Date::from_calendar_date(year, month, day).is_ok()
}

fn iso((year, month, day): YearMonthDay) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_many_forms() {
        for (text, from, to) in [
            (
                "28-30 Rabi Al-Thani 1428 A.H (15-17 May 2007)",
                "2007-05-15",
                "2007-05-17",
            ),
            ("15 May 2007", "2007-05-15", "2007-05-15"),
            ("28 April to 2 May 2007", "2007-04-28", "2007-05-02"),
            ("May 15-17, 2007", "2007-05-15", "2007-05-17"),
            ("the 1st and 2nd of June 2001", "2001-06-01", "2001-06-02"),
            (
                "30 December 2007 – 2 January 2008",
                "2007-12-30",
                "2008-01-02",
            ),
            ("29 February 2008", "2008-02-29", "2008-02-29"),
            ("le 1er juillet 2030", "2030-07-01", "2030-07-01"),
            ("el 1 de julio de 2030", "2030-07-01", "2030-07-01"),
            ("am 1. Juli 2030", "2030-07-01", "2030-07-01"),
            ("1 июля 2030 года", "2030-07-01", "2030-07-01"),
            ("1 يوليه 2030", "2030-07-01", "2030-07-01"),
            ("٣١ كانون الثاني/يناير ٢٠٣٠", "2030-01-31", "2030-01-31"),
            ("في 1 تشرين الثاني 2030", "2030-11-01", "2030-11-01"),
            ("this 14th day of March, 2031", "2031-03-14", "2031-03-14"),
            ("于2030年7月1日通过", "2030-07-01", "2030-07-01"),
            ("vom 1.7.2030", "2030-07-01", "2030-07-01"),
            ("(ج 3 - 2030/7/1)", "2030-07-01", "2030-07-01"),
        ] {
            assert_eq!(span(text), Some((from.to_owned(), to.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_day_is_read_from_print_and_from_figures() {
        for (text, day) in [
            ("2018-11-01", Some("2018-11-01")),
            ("1 November 2018", Some("2018-11-01")),
            ("2018-02-30", None),
            ("2018-13-01", None),
            ("2018", None),
        ] {
            assert_eq!(super::day(text).as_deref(), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "28 Rabi Al-Thani 1428",
            "31 April 2007",
            "17-15 May 2007",
            "May 2007",
            "F/CN.4/2030/7/1",
            "2030/13/1",
            "7/1/2030",
            "2030/7-1",
            "2030/7/1/4",
        ] {
            assert_eq!(span(text), None, "{text}");
        }
    }
}
