//! Who can do something, and what cannot.

use std::ops::Range;

use crate::analysis::lexemes::Lexemes;

/// Whether a phrase names somebody who can do something.
pub(super) fn is_actor(lexemes: &Lexemes<'_>, phrase: &Range<usize>) -> bool {
    const ACTORS: [&str; 25] = [
        "state",
        "states",
        "secretariat",
        "secretary",
        "committee",
        "government",
        "governments",
        "group",
        "panel",
        "team",
        "parties",
        "party",
        "mission",
        "council",
        "chairman",
        "chair",
        "representative",
        "commission",
        "coordinator",
        "tribunal",
        "prosecutor",
        "ombudsperson",
        "authorities",
        "authority",
        "directorate",
    ];
    let of = (phrase.start..phrase.end)
        .find(|&at| lexemes.is(at, &["of", "in", "for", "imposed", "by"]));
    let head = phrase.start..of.unwrap_or(phrase.end);
    let is_actor = |at: usize| lexemes.is(at, &ACTORS) || is_acronym(lexemes, at);
    head.clone().any(is_actor) && head.len() < 8 || is_proper_name(lexemes, &head)
}

/// Whether a name of a few words stands there and nothing else, as that of a country, and not one of a text.
fn is_proper_name(lexemes: &Lexemes<'_>, phrase: &Range<usize>) -> bool {
    const TEXTS: [&str; 8] = [
        "annex",
        "article",
        "section",
        "statute",
        "agreement",
        "protocol",
        "charter",
        "resolution",
    ];
    let is_name = |at: usize| {
        let word = lexemes.word(at);
        word.is_some_and(|word| word.starts_with(char::is_uppercase)) && !lexemes.is(at, &TEXTS)
    };
    (1..4).contains(&phrase.len()) && phrase.clone().all(is_name)
}

/// Whether a name in capitals stands there: `UNMISS`, `MINUSCA`, the `DPRK`.
fn is_acronym(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let capitals = |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count();
    lexemes
        .word(at)
        .is_some_and(|word| word.len() > 2 && capitals(word) * 2 > word.len())
}

/// Whether what is asked for is no person or body: `encourages efforts by UNMIL to`.
pub(super) fn is_thing(lexemes: &Lexemes<'_>, phrase: &Range<usize>) -> bool {
    const THINGS: [&str; 21] = [
        "efforts",
        "effort",
        "progress",
        "steps",
        "measures",
        "work",
        "initiatives",
        "use",
        "support",
        "cooperation",
        "participation",
        "continuation",
        "implementation",
        "contributions",
        "plans",
        "activities",
        "provision",
        "deployment",
        "dialogue",
        "establishment",
        "attempts",
    ];
    let head = phrase.start..phrase.end.min(phrase.start + 3);
    lexemes.is(phrase.start, &["a", "an"]) || head.clone().any(|at| lexemes.is(at, &THINGS))
}
