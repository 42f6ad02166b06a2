//! Days that are printed, and months that stand for their last day.

use super::Due;
use crate::analysis::actions::days;
use crate::analysis::lexemes::{Lexemes, ManyWords};
use crate::text::model::MONTHS;

/// A day of either kind that begins there, and where what follows it begins.
pub(super) fn date(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const BEGINNINGS: ManyWords = ManyWords::of(&["by", "before", "later", "prior", "on"]);
    if !lexemes.is_one_of(at, &BEGINNINGS) {
        return None;
    }
    by(lexemes, at).or_else(|| told_on(lexemes, at))
}

/// `by 15 June 2003`, `no later than 1 May 2004`, `by the end of June 2003`, `prior to this date`.
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
        return before.map(|(day, _)| (day, behind + 2));
    }
    let first = (behind..behind + 3).find_map(|start| day(lexemes, start));
    first.or_else(|| last_day(lexemes, behind, lexemes.is(at, &["by", "later"])))
}

/// `an oral update on 15 June 2003`, `the first one due on 1 May 2004`: the day on which the organ is told something.
fn told_on(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    const TOLD: [&str; 9] = [
        "report",
        "reports",
        "update",
        "updates",
        "briefing",
        "briefings",
        "council",
        "committee",
        "due",
    ];
    let is_told = lexemes.is(at, &["on"]) && lexemes.is(at.wrapping_sub(1), &TOLD);
    is_told.then(|| day(lexemes, at + 1))?
}

/// `… and 1 November 2003`, right behind another day.
pub(super) fn further(lexemes: &Lexemes<'_>, at: usize, before: &Due) -> Option<(Due, usize)> {
    let is_joined = lexemes.is(at, &["and"]) || lexemes.is_mark(at, &[',']);
    let is_behind_day = is_joined && matches!(before, Due::Day(_) | Due::Yearless(..));
    is_behind_day.then(|| day(lexemes, at + 1))?
}

/// A day there, `15 June 2003` or `June 15, 2003`, and where what follows begins. Its year may stand behind the next
/// one: `15 March and again by 15 June 2003`.
fn day(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
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
    if let Some(year) = year(lexemes, year_at) {
        let day = Due::Day(format!("{year}-{month:02}-{number:02}"));
        return Some((day, year_at + 1));
    }
    let end = at + 2;
    let is_between =
        |next: &usize| lexemes.is(*next, &["and", "again", "by"]) || lexemes.is_mark(*next, &[',']);
    let next = end + (end..end + 5).take_while(is_between).count();
    let next = day(lexemes, next).filter(|_| next > end);
    let day = match next {
        Some((Due::Day(next), _)) => Due::Day(format!("{}-{month:02}-{number:02}", next.get(..4)?)),
        _ => Due::Yearless(month, number),
    };
    Some((day, end))
}

/// The last day of what is named behind `by`: `the end of June 2003`, `the end of 2003`; of `June 2003` where that is
/// meant to its end.
fn last_day(lexemes: &Lexemes<'_>, at: usize, is_to_end: bool) -> Option<(Due, usize)> {
    let end = at + usize::from(lexemes.is(at, &["the"]));
    let is_end = lexemes.is(end, &["end"]) && lexemes.is(end + 1, &["of"]);
    let at = if is_end { end + 2 } else { at };
    let named = month(lexemes, at);
    let is_last = is_end || is_to_end && named.is_some();
    let year_at = at + usize::from(named.is_some());
    let (year, month) = (year(lexemes, year_at)?, named.unwrap_or(12));
    let last = days::length(year, month).filter(|_| is_last)?;
    let day = Due::LastDay(format!("{year}-{month:02}-{last}"));
    Some((day, year_at + 1))
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
