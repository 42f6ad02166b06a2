//! Verbs that ask only where somebody is named behind them: `calls for all parties to`, `reiterates its call upon`.

use super::actors::{is_actor, is_thing};
use super::infinitives::is_infinitive;
use crate::analysis::lexemes::Lexemes;

/// Whether somebody stands there before what they are to do: `calls for all parties to refrain`, but not `for efforts to`.
pub(super) fn names_somebody(lexemes: &Lexemes<'_>, first: usize) -> bool {
    let mut words = (first + 1..first + 10).take_while(|&at| lexemes.word(at).is_some());
    words
        .find(|&to| is_infinitive(lexemes, to))
        .is_some_and(|to| {
            let and = (first..to).find(|&at| lexemes.is(at, &["and"]));
            let one = first..and.unwrap_or(to);
            is_actor(lexemes, &one) && !is_thing(lexemes, &one)
        })
}

/// Where those who are asked stand, or *that*, behind a noun by which somebody is asked: `its urgent request to`.
pub(super) fn again(lexemes: &Lexemes<'_>, at: usize) -> Option<usize> {
    const NOUNS: [&str; 10] = [
        "request",
        "requests",
        "call",
        "calls",
        "appeal",
        "appeals",
        "demand",
        "demands",
        "invitation",
        "invitations",
    ];
    let is_own = lexemes.is(at, &["its", "the"]);
    let noun = (at + 1..at + 4).find(|&noun| is_own && lexemes.is(noun, &NOUNS))?;
    let behind = behind_source(lexemes, noun + 1);
    if lexemes.is(behind, &["that"]) {
        return Some(behind);
    }
    // `its call for all States to`, but not `for calm`
    let is_for = lexemes.is(behind, &["for"])
        && (behind + 2..behind + 10)
            .take_while(|&at| lexemes.word(at).is_some() && !lexemes.is(at, &["and"]))
            .any(|at| is_infinitive(lexemes, at));
    let is_put = is_for || lexemes.is(behind, &["to", "upon", "on"]);
    is_put.then_some(behind + 1)
}

/// Behind where something was said before: `in paragraph 11 of resolution 2139 (2014)`.
fn behind_source(lexemes: &Lexemes<'_>, at: usize) -> usize {
    const NAMED: [&str; 11] = [
        "in",
        "of",
        "its",
        "contained",
        "made",
        "set",
        "out",
        "paragraph",
        "paragraphs",
        "resolution",
        "resolutions",
    ];
    let is_passed = |&at: &usize| {
        lexemes.is(at, &NAMED) || lexemes.number(at).is_some() || lexemes.is_mark(at, &['(', ')'])
    };
    at + (at..at + 16).take_while(is_passed).count()
}
