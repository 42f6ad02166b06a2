//! The session that a document is put under, by its symbol.
//!
//! An organ that meets in numbered sessions has them in its symbols, before the number of the document:
//! `A/RES/73/1`, `A/77/L.5`, `A/RES/ES-10/21`; older ones in brackets behind it: `217 A (III)`. The Security Council
//! has none: a year stands for a session, that of the symbol or else that of the day.

use crate::import::pdf_text::opening::with_organisation;
use crate::text::citation::{ordinal, read_roman};
use crate::text::model::Session;

/// When a document was adopted, as its organ counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sitting {
    Session(u32),
    EmergencySpecialSession(u32),
    SpecialSession(u32),
    Year(u32),
    Unknown,
}

/// Organs by what their symbols begin with, the longer first: the beginning of the names of their sessions, and
/// their own name.
const ORGANS: [(&str, &str, &str); 4] = [
    ("A/HRC/", "HRC", "Human Rights Council"),
    ("S/", "UNSC", "Security Council"),
    ("A/", "UNGA", "General Assembly"),
    ("E/", "ECOSOC", "Economic and Social Council"),
];

/// The session of a document: by its symbol, else by the year of its day, which is that of adoption or of issue.
///
/// ```
/// use resolut::import::collection::session_of;
///
/// assert_eq!(&*session_of("S/PRST/2009/4", None).id, "UNSC-2009");
/// let assembly = session_of("A/RES/73/195", Some("2018-12-19"));
/// assert_eq!(&*assembly.id, "UNGA-73");
/// assert_eq!(&*assembly.organ, "United Nations, General Assembly");
/// assert_eq!(&*assembly.name, "Seventy-third session");
/// ```
pub fn session_of(symbol: &str, day: Option<&str>) -> Session {
    let (prefix, organ) = organ_of(symbol);
    let year_of_day = || year(day?.get(..4)?).map(Sitting::Year);
    let sitting = sitting(symbol, prefix == "UNSC")
        .or_else(year_of_day)
        .unwrap_or(Sitting::Unknown);
    let (id, name) = match sitting {
        Sitting::Session(number) => (number.to_string(), numbered(number, "session")),
        Sitting::EmergencySpecialSession(number) => (
            format!("ES-{number}"),
            numbered(number, "emergency special session"),
        ),
        Sitting::SpecialSession(number) => {
            (format!("S-{number}"), numbered(number, "special session"))
        }
        Sitting::Year(year) => (year.to_string(), format!("{organ}, {year}")),
        Sitting::Unknown => ("undated".to_owned(), format!("{organ}, undated")),
    };
    Session::new(format!("{prefix}-{id}"), with_organisation(&organ), name)
}

/// The organ of a symbol: the beginning of the names of its sessions, and its own name.
fn organ_of(symbol: &str) -> (String, String) {
    let known = ORGANS.iter().find(|(begin, ..)| symbol.starts_with(begin));
    if let Some((_, prefix, organ)) = known {
        return ((*prefix).to_owned(), (*organ).to_owned());
    }
    match symbol.split_once('/') {
        Some((first, _)) if !first.is_empty() => (first.to_owned(), first.to_owned()),
        _ => ("other".to_owned(), "Unknown organ".to_owned()),
    }
}

/// What a symbol says of its session. The number of the document itself, the last part, is none.
fn sitting(symbol: &str, has_years_only: bool) -> Option<Sitting> {
    let bracketed = |part: &str| {
        let (_, behind) = part.split_once('(')?;
        let inner = behind.split(')').next()?.trim();
        let roman = || read_roman(inner).map(|number| Sitting::Session(number.into()));
        year(inner).map(Sitting::Year).or_else(roman)
    };
    let (before, last) = symbol.rsplit_once('/').unwrap_or(("", symbol));
    let is_fit = |sitting: &Sitting| !has_years_only || matches!(sitting, Sitting::Year(_));
    let mut said = before.split('/').filter_map(labelled);
    said.find(is_fit).or_else(|| bracketed(last).filter(is_fit))
}

/// A part of a symbol that is a session or a year: `73`, `ES-10`, `S-32`, `2009`.
fn labelled(part: &str) -> Option<Sitting> {
    if let Some(number) = part.strip_prefix("ES-") {
        return count(number).map(Sitting::EmergencySpecialSession);
    }
    if let Some(number) = part.strip_prefix("S-") {
        return count(number).map(Sitting::SpecialSession);
    }
    year(part)
        .map(Sitting::Year)
        .or_else(|| count(part).map(Sitting::Session))
}

fn count(digits: &str) -> Option<u32> {
    let is_number = matches!(digits.len(), 1..=3) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

fn year(digits: &str) -> Option<u32> {
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits.parse().ok().filter(|_| is_year);
    year.filter(|year| (1900..2200).contains(year))
}

/// `Seventy-third session`
fn numbered(number: u32, what: &str) -> String {
    let mut ordinal = ordinal(number);
    if let Some(first) = ordinal.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{ordinal} {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_council_has_a_session_a_year() {
        for (symbol, day, id) in [
            ("S/RES/2722 (2024)", None, "UNSC-2024"),
            ("S/RES/2010", Some("2011-09-30"), "UNSC-2011"),
            ("S/PRST/2000/27/Corr.1", None, "UNSC-2000"),
            ("S/2024/37", Some("2025-01-01"), "UNSC-2024"),
            ("S/12/Add.3", Some("1946-05-01"), "UNSC-1946"),
            ("S/25678", None, "UNSC-undated"),
        ] {
            assert_eq!(&*session_of(symbol, day).id, id, "{symbol}");
        }
        let session = session_of("S/RES/2722 (2024)", None);
        assert_eq!(&*session.organ, "United Nations, Security Council");
        assert_eq!(&*session.name, "Security Council, 2024");
    }

    #[test]
    fn other_organs_have_the_session_of_the_symbol() {
        for (symbol, id, name) in [
            ("A/RES/73/195", "UNGA-73", "Seventy-third session"),
            ("A/77/L.5", "UNGA-77", "Seventy-seventh session"),
            ("A/C.1/77/L.5/Rev.1", "UNGA-77", "Seventy-seventh session"),
            ("A/RES/217(III)", "UNGA-3", "Third session"),
            (
                "A/RES/ES-10/21",
                "UNGA-ES-10",
                "Tenth emergency special session",
            ),
            ("A/RES/S-32/1", "UNGA-S-32", "Thirty-second special session"),
            ("A/HRC/RES/16/18", "HRC-16", "Sixteenth session"),
            (
                "E/RES/2010/5",
                "ECOSOC-2010",
                "Economic and Social Council, 2010",
            ),
            (
                "E/CN.6/2031/L.1",
                "ECOSOC-2031",
                "Economic and Social Council, 2031",
            ),
            ("B/RES/7/1", "B-7", "Seventh session"),
            ("B/RES/7", "B-2031", "B, 2031"),
            ("untitled", "other-2031", "Unknown organ, 2031"),
        ] {
            let session = session_of(symbol, Some("2031-02-03"));
            assert_eq!((&*session.id, &*session.name), (id, name), "{symbol}");
        }
    }
}
