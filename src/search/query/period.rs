//! Days of adoption as they are asked for: a year, a month, a day, or what lies between two of them.
//!
//! What is not typed to its end stands for all that it may become, as a beginning of a word does.

use super::WordEnd;
use crate::text::corpus::Period;

/// The figures of a day.
const PATTERN: &str = "0000-00-00";

/// `2003`; `2003-2005`, `2003-05` and `2003..2005`; `2003-`.
pub(super) fn years(typed: &str, end: WordEnd) -> Option<Period> {
    let parted = typed
        .split_once("..")
        .or_else(|| typed.split_once(['-', '–']));
    let Some((first, last)) = parted else {
        return Some(Period {
            since: Some(year(typed, end)?),
            until: Some(typed.to_owned()),
        });
    };
    let first = year(first, WordEnd::Typed)?;
    let last = match (last.len(), end) {
        (0, WordEnd::Typed) => return Some(since(first)),
        (0, WordEnd::Open) => first.clone(),
        (2, _) => last_year(&first, year(last, WordEnd::Open)?, end),
        _ => year(last, end)?,
    };
    Some(between(first, last))
}

/// The last year of a range by its last two figures, `05` behind `2003`; on its way to four it may be any.
fn last_year(first: &str, figures: String, end: WordEnd) -> String {
    let full = [first.get(..2).unwrap_or_default(), &figures].concat();
    if end == WordEnd::Open && *full < *first {
        figures
    } else {
        full
    }
}

fn year(typed: &str, end: WordEnd) -> Option<String> {
    limit(typed, end).filter(|year| !year.contains('-'))
}

/// `2003`, `2003-05`, `2003-05-31`; `2003-05..2004-02`, `2003..`.
pub(super) fn days(typed: &str, end: WordEnd) -> Option<Period> {
    let Some((first, last)) = typed.split_once("..") else {
        let day = limit(typed, end)?;
        return Some(between(day.clone(), day));
    };
    let first = limit(first, WordEnd::Typed)?;
    match (last, end) {
        ("", WordEnd::Typed) => Some(since(first)),
        ("", WordEnd::Open) => Some(between(first.clone(), first)),
        _ => Some(between(first, limit(last, end)?)),
    }
}

/// From a day on.
pub(super) fn since(day: String) -> Period {
    Period {
        since: Some(day),
        until: None,
    }
}

/// Up to a day.
pub(super) fn until(day: String) -> Period {
    Period {
        since: None,
        until: Some(day),
    }
}

/// From one day to another, whichever is the earlier.
fn between(one: String, other: String) -> Period {
    let is_backwards = other.len() >= 4 && other < one;
    let (first, last) = if is_backwards {
        (other, one)
    } else {
        (one, other)
    };
    Period {
        since: Some(first),
        until: Some(last),
    }
}

/// A year, a month or a day with all of its figures; or, not typed to its end, the first of them.
pub(super) fn limit(typed: &str, end: WordEnd) -> Option<String> {
    let typed = match end {
        WordEnd::Typed => typed,
        WordEnd::Open => typed.strip_suffix(['-', '.']).unwrap_or(typed),
    };
    let last = typed.split('-').count() - 1;
    let part = |(at, part): (usize, &str)| {
        // A month above 1 and a day above 3 have no second figure.
        let may_go_on = end == WordEnd::Open && at == last && part <= ["", "1", "3"][at.min(2)];
        let is_one_figure = at > 0 && part.len() == 1 && !may_go_on;
        [if is_one_figure { "0" } else { "" }, part].concat()
    };
    let parts: Vec<String> = typed.split('-').enumerate().map(part).collect();
    let limit = parts.join("-");
    let figures: String = limit.chars().map(figure).collect();
    let is_begun = end == WordEnd::Open && !limit.is_empty() && PATTERN.starts_with(&figures);
    (Period::is_limit(&limit) || is_begun).then_some(limit)
}

fn figure(letter: char) -> char {
    if letter.is_ascii_digit() { '0' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::WordEnd::{Open, Typed};
    use super::*;

    fn said(period: Option<Period>) -> String {
        period.map_or_else(String::new, |period| {
            let [since, until] = [period.since, period.until].map(Option::unwrap_or_default);
            format!("{since} to {until}")
        })
    }

    #[test]
    fn years_are_one_or_a_range() {
        for (typed, end, expected) in [
            ("2003", Typed, "2003 to 2003"),
            ("2003-2005", Typed, "2003 to 2005"),
            ("2003–2005", Typed, "2003 to 2005"),
            ("2003..2005", Typed, "2003 to 2005"),
            ("2003-05", Typed, "2003 to 2005"),
            ("2005-2003", Typed, "2003 to 2005"),
            ("2003-", Typed, "2003 to "),
            ("03", Typed, ""),
            ("2003-20055", Typed, ""),
            ("june", Open, ""),
            ("2003-x", Open, ""),
        ] {
            assert_eq!(said(years(typed, end)), expected, "{typed}");
        }
    }

    #[test]
    fn days_are_years_months_and_days() {
        for (typed, end, expected) in [
            ("2003", Typed, "2003 to 2003"),
            ("2003-05", Typed, "2003-05 to 2003-05"),
            ("2003-5-1", Typed, "2003-05-01 to 2003-05-01"),
            ("2003-05..2004", Typed, "2003-05 to 2004"),
            ("2003-05..", Typed, "2003-05 to "),
            ("2003-05-01-1", Typed, ""),
            ("", Typed, ""),
        ] {
            assert_eq!(said(days(typed, end)), expected, "{typed}");
        }
    }

    /// Typed letter by letter, no range leaves out what it will name.
    #[test]
    fn what_is_half_typed_holds_all_that_it_may_become() {
        for (typed, read, day) in [
            ("2003-2005", years as fn(&str, WordEnd) -> _, "2004-10-31"),
            ("1998-2005", years, "2000-01-31"),
            ("2004-10-31", days, "2004-10-31"),
            ("2004-09-03", days, "2004-09-03"),
            ("2004-01..2004-11", days, "2004-01-31"),
        ] {
            for (at, _) in typed.char_indices().skip(1) {
                let half = typed.get(..at).unwrap_or_default();
                let begun = read(half, Open).unwrap_or_else(|| panic!("`{half}` is a beginning"));
                // The first of two days is asked for alone as long as the other is not begun.
                let is_first = typed.len() > 8 && begun.since == begun.until;
                let holds = begun.holds(Some(day));
                assert!(holds || is_first, "{half}: {}", said(Some(begun)));
            }
        }
    }
}
