//! Who is asked: the noun phrases between the verb of an act and what is to be done.
//!
//! `Requests the Secretary-General to report`, `Demands that all States implement`, `Requests a report from the
//! Director`. A phrase is given as it is printed, without its article; what a comma sets off (`in particular those …`)
//! is passed over.

mod phrases;

use std::ops::Range;

use super::actors::is_actor;
use super::clauses::Clause;
use super::infinitives::{is_done, is_infinitive, is_passive};
use super::verbs::Mood;
use crate::analysis::lexemes::{LexemeKind, Lexemes};
use phrases::{is_set_off, phrases, trimmed};

/// How many lexemes are looked through for what is to be done.
const FAR: usize = 90;

/// The addressees of an act, as ranges of lexemes.
pub(super) fn addressees(lexemes: &Lexemes<'_>, clause: &Clause) -> Vec<Range<usize>> {
    let end = clause.lexemes.end.min(clause.verb.behind + FAR);
    let behind = behind_aside(lexemes, clause.verb.behind, end);
    match clause.verb.mood {
        Mood::Asks if lexemes.is(behind, &["that"]) => that(lexemes, behind + 1, end, false),
        Mood::Decides if lexemes.is(behind, &["that"]) => that(lexemes, behind + 1, end, true),
        Mood::Asks => asked(lexemes, behind, end, &clause.verb.name),
        Mood::Decides | Mood::Says => Vec::new(),
    }
}

/// Behind what is set off right behind the verb: `, in this regard,`, `also`, `strongly`.
fn behind_aside(lexemes: &Lexemes<'_>, mut at: usize, end: usize) -> usize {
    const ADVERBS: [&str; 6] = ["also", "further", "again", "once", "therefore", "urgently"];
    loop {
        if lexemes.is(at, &ADVERBS) {
            at += 1;
        } else if lexemes.is(at, &["in"]) && lexemes.is(at + 1, &["particular"]) {
            at += 2;
        } else if lexemes.is(at, &["in", "to"])
            && lexemes.is(at + 1, &["this"])
            && lexemes.word(at + 2).is_some()
        {
            at += 3;
        } else {
            break;
        }
    }
    if !lexemes.is_mark(at, &[',']) {
        return at;
    }
    let closing = (at + 1..end).find(|&comma| lexemes.is_mark(comma, &[',']));
    closing.map_or(at, |closing| closing + 1)
}

/// Those behind *that*, before what they are to do. Who decides asks those only who can do something.
fn that(lexemes: &Lexemes<'_>, first: usize, end: usize, is_decided: bool) -> Vec<Range<usize>> {
    let first = behind_opening(lexemes, first, end);
    let does = (first + 1..end).find(|&at| is_done(lexemes, at, is_decided));
    let Some(does) = does else {
        return Vec::new();
    };
    let is_bound = !lexemes.is(
        does + 1,
        &[
            "be", "not", "apply", "enter", "remain", "expire", "continue", "only", "also", "have",
            "consist", "include",
        ],
    ) || lexemes.is(does + 1, &["be"])
        && lexemes.is(
            does + 2,
            &[
                "authorized",
                "authorised",
                "required",
                "requested",
                "obliged",
            ],
        );
    let is_bound = is_bound && lexemes.is(does, &["shall", "should", "must", "will"]);
    if !is_decided && is_passive(lexemes, does) {
        return Vec::new();
    }
    let found = phrases(lexemes, first..does);
    let acts = |phrase: &Range<usize>| is_actor(lexemes, phrase);
    if is_decided && !(is_bound && found.iter().any(acts)) {
        return Vec::new();
    }
    found
}

/// Where the verb stands that says what those behind *that* are to do.
pub(super) fn done_at(lexemes: &Lexemes<'_>, clause: &Clause) -> Option<usize> {
    let end = clause.lexemes.end.min(clause.verb.behind + FAR);
    let that = behind_aside(lexemes, clause.verb.behind, end);
    let first = behind_opening(lexemes, that + 1, end);
    let is_that = lexemes.is(that, &["that"]);
    let mut verbs = first + 1..end;
    verbs.find(|&at| is_that && is_done(lexemes, at, false))
}

/// Behind what stands between *that* and who is asked: `in the monthly reports,`.
fn behind_opening(lexemes: &Lexemes<'_>, first: usize, end: usize) -> usize {
    let first = behind_aside(lexemes, first, end);
    if !lexemes.is(
        first,
        &[
            "in", "within", "upon", "for", "by", "as", "during", "until", "pending",
        ],
    ) {
        return first;
    }
    let closing = (first..end).find(|&comma| lexemes.is_mark(comma, &[',']));
    closing.map_or(first, |comma| comma + 1)
}

/// Those behind a verb that asks, before *to* and what they are to do, or before *with* and what they are entrusted
/// with.
fn asked(lexemes: &Lexemes<'_>, first: usize, end: usize, verb: &str) -> Vec<Range<usize>> {
    if ["charges", "entrusts", "tasks"].contains(&verb)
        && let Some(with) = (first + 1..end)
            .take_while(|&at| !is_infinitive(lexemes, at))
            .find(|&at| lexemes.is(at, &["with"]))
    {
        return phrases(lexemes, first..with);
    }
    // `the Director: (a) to report`
    let colon = (first + 1..end).find(|&at| lexemes.is_mark(at, &[':']));
    let all = end;
    let end = colon.unwrap_or(end);
    let mut segment = first;
    let is_main = |at: &usize| {
        if lexemes.is_mark(*at, &[',']) {
            segment = at + 1;
        }
        let piece = trimmed(lexemes, segment..*at);
        let is_aside = segment > first && is_set_off(lexemes, &piece, false);
        is_infinitive(lexemes, *at) && !is_aside
    };
    let main = (first + 1..end).find(is_main);
    let any = || (first + 1..end).find(|&at| is_infinitive(lexemes, at));
    let is_listed = |colon: &usize| (*colon..all).any(|at| is_infinitive(lexemes, at));
    if let Some(to) = main.or_else(any).or(colon.filter(is_listed)) {
        let mut found = phrases(lexemes, first..to);
        if !found.is_empty() {
            found.extend(asked_besides(lexemes, to, end, verb));
        }
        return found;
    }
    if verb == "reminds"
        && let Some(of) =
            (first + 1..end).find(|&at| lexemes.is(at, &["of", "that"]) || ends_phrase(lexemes, at))
    {
        return phrases(lexemes, first..of);
    }
    let is_from = |at: &usize| {
        lexemes.is(*at, &["from"])
            || lexemes.is(*at, &["by"])
                && lexemes.is(
                    at.wrapping_sub(1),
                    &["report", "reports", "briefing", "update"],
                )
    };
    if verb == "requests"
        && let Some(from) = (first..end).find(is_from)
    {
        let behind = (from + 1..end)
            .find(|&at| ends_phrase(lexemes, at) || lexemes.is(at, &["on", "within", "by", "in"]));
        return phrases(lexemes, from + 1..behind.unwrap_or(end));
    }
    // `Urges all States and encourages …`: what follows is asked of both.
    let is_shared = lexemes.is(end.wrapping_sub(1), &["and"]) && end - first < 8;
    if is_shared && lexemes.is(first, &["all", "the", "both", "member", "states"]) {
        return phrases(lexemes, first..end);
    }
    Vec::new()
}

/// Those who are asked to do something else, behind what the first are to do: `…, and the Panel to verify this`,
/// `and on donors to contribute`.
fn asked_besides(lexemes: &Lexemes<'_>, to: usize, end: usize, verb: &str) -> Vec<Range<usize>> {
    const FAR: usize = 14;
    const EXAMPLES: [&str; 6] = [
        "including",
        "such",
        "particularly",
        "especially",
        "notably",
        "with",
    ];
    let mut piece = to;
    for at in to + 1..end {
        let is_comma = lexemes.is_mark(at, &[',']);
        let and = at + usize::from(is_comma);
        let is_called = verb == "calls upon" && lexemes.is(and + 1, &["on", "upon"]);
        let is_said_of = is_set_off(lexemes, &(piece..at), false)
            && !lexemes.is(piece, &EXAMPLES)
            && !lexemes.is(piece + 1, &["particular"]);
        // Behind a further comma it is the last of a list.
        let is_own = is_comma && (piece == to || is_said_of);
        if lexemes.is(and, &["and"]) && (is_called || is_own) {
            let first = and + 1 + usize::from(is_called);
            let next = (first..end.min(first + FAR))
                .take_while(|&at| {
                    !lexemes
                        .get(at)
                        .is_some_and(|one| one.kind == LexemeKind::Mark && one.text != "-")
                })
                .find(|&at| is_infinitive(lexemes, at));
            let found = next.map(|next| phrases(lexemes, first..next));
            let found = found.unwrap_or_default();
            if found.first().is_some_and(|first| is_actor(lexemes, first)) {
                return found;
            }
        }
        if is_comma {
            piece = at + 1;
        }
    }
    Vec::new()
}

fn ends_phrase(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.is_mark(at, &[',', ';', '.', ':'])
}
