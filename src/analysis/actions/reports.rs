//! Whether an act asks for a report: somebody has to tell the organ, or its committee, something.

use std::ops::Range;

use super::addressees::done_at;
use super::clauses::Clause;
use super::verbs::Mood;
use crate::analysis::lexemes::{Lexemes, ManyWords};

/// Whether it does.
pub(super) fn is_report(lexemes: &Lexemes<'_>, clause: &Clause) -> bool {
    if clause.verb.mood == Mood::Says || clause.verb.name == "authorizes" {
        return false;
    }
    let done_at = done_at(lexemes, clause);
    let mut range = clause.verb.behind..clause.lexemes.end;
    range.any(|at| tells(lexemes, clause, at, done_at) || is_asked_for(lexemes, clause, at))
}

/// `a further report from the Director`, `a report to the Council`, right behind the verb.
fn is_asked_for(lexemes: &Lexemes<'_>, clause: &Clause, at: usize) -> bool {
    let is_near = at < clause.verb.behind + 9;
    let is_done = |at| lexemes.is(at, &["to"]);
    is_near
        && clause.verb.name == "requests"
        && lexemes.is(at, &["report", "reports"])
        && lexemes.is(at + 1, &["from", "by", "to"])
        && !(clause.verb.behind..at).any(is_done)
}

/// What tells the organ something where it is given to it.
const ACCOUNTS: [&str; 12] = [
    "options",
    "results",
    "conclusions",
    "programme",
    "proposals",
    "findings",
    "review",
    "evaluation",
    "analysis",
    "account",
    "strategy",
    "plan",
];

/// How something is given to the organ.
const GIVEN: [&str; 6] = [
    "submit", "present", "provide", "prepare", "issue", "deliver",
];

/// How what somebody has is given on.
const SENT: [&str; 5] = ["circulate", "communicate", "convey", "forward", "transmit"];

/// The verbs by which somebody tells something.
const TELLING: ManyWords = ManyWords::of(&[
    "report",
    "keep",
    "brief",
    "inform",
    "update",
    "apprise",
    "notify",
    "bring",
    "be",
    "submit",
    "present",
    "provide",
    "prepare",
    "issue",
    "deliver",
    "include",
    "ensure",
    "explain",
    "describe",
    "outline",
    "detail",
    "indicate",
    "make",
    "circulate",
    "communicate",
    "convey",
    "forward",
    "transmit",
]);

/// Whether a verb stands there by which somebody tells something; `done_at` is the one that says what those behind
/// *that* are to do.
fn tells(lexemes: &Lexemes<'_>, clause: &Clause, at: usize, done_at: Option<usize>) -> bool {
    const MODAL: [&str; 8] = [
        "to",
        "shall",
        "should",
        "and",
        "general",
        "committee",
        "group",
        "also",
    ];
    if !lexemes.is_one_of(at, &TELLING) {
        return false;
    }
    let (before, end) = (at.wrapping_sub(1), clause.lexemes.end);
    let is_modal = |back: usize| lexemes.is(at.wrapping_sub(back), &MODAL);
    let is_verb = is_modal(1) || is_adverb(lexemes, before) && (is_modal(2) || is_modal(3));
    let is_point = lexemes.is_mark(before, &[':', ';'])
        && lexemes
            .word(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase));
    let is_after_name = lexemes.is_mark(before, &[',', ')']) || done_at == Some(at) || is_point;
    if !is_verb && !is_after_name {
        return false;
    }
    let within = |words: &[&str], far: usize| {
        (at + 1..end.min(at + far)).any(|near| lexemes.is(near, words))
    };
    let names_report = |far: usize| {
        within(
            &[
                "report",
                "reports",
                "briefing",
                "briefings",
                "reporting",
                "recommendations",
                "update",
                "updates",
                "assessment",
            ],
            far,
        )
    };
    let to_organ = |far: usize| is_organ(lexemes, at + 1..end.min(at + far));
    if lexemes.is(at, &["report"]) {
        return true;
    }
    if lexemes.is(at, &["keep"]) {
        return within(&["informed", "updated", "apprised", "abreast"], 12);
    }
    if lexemes.is(at, &["brief", "inform", "update", "apprise", "notify"]) {
        return to_organ(6);
    }
    if lexemes.is(at, &SENT) {
        let is_sent =
            |near: usize| lexemes.is(near, &["to"]) && is_organ(lexemes, near + 1..near + 5);
        return (at + 1..end.min(at + 12)).any(is_sent);
    }
    if lexemes.is(at, &["bring"]) {
        let attention = (at + 1..end.min(at + 15)).find(|&near| lexemes.is(near, &["attention"]));
        return attention.is_some_and(|near| is_organ(lexemes, near + 1..near + 5));
    }
    if lexemes.is(at, &["be"])
        && lexemes.is(at + 1, &["submitted", "presented", "provided", "reported"])
    {
        let before = at.saturating_sub(12)..at;
        return to_organ(6) && before.into_iter().any(|near| lexemes.is(near, &ACCOUNTS));
    }
    let is_given = lexemes.is(at, &GIVEN);
    if is_given || lexemes.is(at, &["include", "ensure"]) {
        let is_in_report =
            lexemes.is(at, &["include"]) && in_report(lexemes, at + 1, end.min(at + 3));
        // What is given to the organ may stand behind all that is said of the time.
        let far = match is_given {
            true if to_organ(6) => 40,
            true => 18,
            false => 10,
        };
        let is_told = is_given && within(&ACCOUNTS, far) && to_organ(18);
        return is_told
            || names_report(far) && (is_given || to_organ(80) || in_report(lexemes, at, end))
            || is_in_report;
    }
    if lexemes.is(
        at,
        &["explain", "describe", "outline", "detail", "indicate"],
    ) {
        return in_report(lexemes, clause.verb.behind, end);
    }
    lexemes.is(at, &["make"]) && within(&["recommendations"], 5)
}

/// Whether one of the bodies that are told something is named there.
fn is_organ(lexemes: &Lexemes<'_>, mut range: Range<usize>) -> bool {
    const ORGANS: [&str; 6] = [
        "council",
        "committee",
        "conference",
        "session",
        "assembly",
        "board",
    ];
    range.any(|at| lexemes.is(at, &ORGANS))
}

/// Whether something is to be said *in his next report*.
fn in_report(lexemes: &Lexemes<'_>, at: usize, end: usize) -> bool {
    const OF_WHOM: [&str; 7] = ["his", "its", "the", "their", "all", "her", "regular"];
    (at..end).any(|near| {
        lexemes.is(near, &["in", "of"])
            && lexemes.is(near + 1, &OF_WHOM)
            && (near + 2..near + 9)
                .any(|report| lexemes.is(report, &["report", "reports", "reporting"]))
    })
}

fn is_adverb(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.word(at).is_some_and(|word| word.ends_with("ly"))
        || lexemes.is(at, &["back", "orally", "also", "further"])
}
