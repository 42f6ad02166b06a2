//! What is due with or before something else.

use super::Due;
use crate::analysis::lexemes::{LexemeKind, Lexemes, ManyWords};
use crate::text::citation::numeral::read_ordinal;

/// What an occasion begins with.
const BEGINNINGS: ManyWords = ManyWords::of(&[
    "regularly",
    "periodically",
    "regular",
    "periodic",
    "in",
    "before",
    "upon",
    "at",
    "following",
    "to",
    "by",
    "during",
    "than",
    "of",
]);

/// `regularly`, `in his next report`, `before the end of the mandate`, `to the 35th Session`.
pub(super) fn occasion(lexemes: &Lexemes<'_>, at: usize) -> Option<(Due, usize)> {
    if !lexemes.is_one_of(at, &BEGINNINGS) {
        return None;
    }
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
    if !(is_when && lexemes.is(at + 1, &["the", "its"])) {
        return None;
    }
    let is_name = |near: usize| {
        let is_word = lexemes.word(near).is_some()
            || lexemes
                .get(near)
                .is_some_and(|one| one.kind == LexemeKind::Number);
        is_word || lexemes.is_mark(near, &['-', '‑'])
    };
    let mut names =
        (at + 2..at + 11).take_while(|&near| is_name(near) && !lexemes.is(near, &["and"]));
    let end = names.find(|&near| lexemes.is(near, &NAMES))?;
    let is_numbered = (at + 2..end).any(|near| {
        let is_ordinal = lexemes.word(near).is_some_and(|word| {
            let word = word.to_lowercase();
            ["th", "st", "nd", "rd"].contains(&&*word) || read_ordinal(&word).is_some()
        });
        is_ordinal || lexemes.is(near, &["next", "forthcoming"])
    });
    is_numbered.then_some((Due::Occasion, end + 1))
}
