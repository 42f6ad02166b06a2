//! Noun phrases that stand side by side.

use std::ops::Range;

use crate::analysis::actions::actors::is_thing;
use crate::analysis::lexemes::{LexemeKind, Lexemes};

/// The noun phrases of a range: parted at commas, and at *and* before an article.
pub(super) fn phrases(lexemes: &Lexemes<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    // By what means it is to be done belongs to what is to be done.
    let is_means = |at: &usize| {
        let noun = at + 1 + usize::from(lexemes.is(at + 1, &["the"]));
        let is_set_off = lexemes.is_mark(at - 1, &[',']);
        !is_set_off
            && lexemes.is(*at, &["with"])
            && lexemes.is(noun, &["support", "assistance", "help"])
    };
    let end = (range.start + 1..range.end).find(is_means);
    let range = range.start..end.unwrap_or(range.end);
    let mut found = Vec::new();
    let mut start = range.start;
    let (mut is_aside, mut is_listed, mut is_between) = (false, false, false);
    for at in range.start..=range.end {
        let is_end = at == range.end;
        let is_comma =
            lexemes.is_mark(at, &[',', ';']) && !is_adjective(lexemes, at.wrapping_sub(1));
        let is_last = is_listed && !is_aside && ends_list(lexemes, start, at, range.end);
        let parts = is_end || is_comma || is_last || is_parting(lexemes, start, at);
        if !parts {
            continue;
        }
        let piece = trimmed(lexemes, start..at);
        if !piece.is_empty() {
            let is_said_of = is_set_off(lexemes, &piece, found.is_empty());
            is_aside = is_said_of || is_aside && !is_between && !begins_anew(lexemes, start);
            // `and, where applicable, others`
            is_between = is_said_of && lexemes.is(start.wrapping_sub(2), &["and"]);
            if !is_aside {
                found.push(piece);
            }
        }
        start = at + 1;
        is_listed |= is_comma && !is_aside;
        if is_comma {
            is_aside = is_aside && !lexemes.is(at + 1, &["and"]);
        }
    }
    let is_thing = found.first().is_some_and(|first| is_thing(lexemes, first));
    if is_thing { Vec::new() } else { found }
}

/// Whether an adjective stands there whose noun is still to come: `international, regional and subregional bodies`.
fn is_adjective(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.is(
        at,
        &[
            "international",
            "regional",
            "subregional",
            "local",
            "national",
            "bilateral",
            "relevant",
            "political",
            "military",
            "humanitarian",
        ],
    )
}

/// Whether *and* stands there and parts two who are asked.
fn is_parting(lexemes: &Lexemes<'_>, start: usize, at: usize) -> bool {
    const ARTICLES: [&str; 5] = ["the", "all", "other", "its", "his"];
    if !lexemes.is(at, &["and"]) {
        return false;
    }
    if !lexemes.is(at + 1, &ARTICLES) {
        return is_name(lexemes, start, at);
    }
    // `in Chad and the Central African Republic`
    let place = (start..at)
        .rev()
        .take(5)
        .find(|&before| lexemes.is(before, &["in", "between", "of", "from"]));
    let is_place = place.is_some_and(|place| lexemes.is(place, &["in", "between"]));
    !is_place
}

/// Whether *and* stands there before the last of a list, `the Fund, the regional banks and private donors`; not within
/// it, where one noun is shared or a word stands alone.
fn ends_list(lexemes: &Lexemes<'_>, start: usize, at: usize, end: usize) -> bool {
    const JOINTS: [&str; 9] = [
        "of", "in", "for", "from", "between", "to", "with", "on", "and",
    ];
    let is_phrase = |range: Range<usize>| {
        range.len() > 1
            && range.clone().all(|at| {
                let is_hyphen = lexemes.is_mark(at, &['-']);
                is_hyphen || lexemes.word(at).is_some() && !lexemes.is(at, &JOINTS)
            })
    };
    lexemes.is(at, &["and"])
        && is_phrase(start..at)
        && is_phrase(at + 1..end)
        && !is_adjective(lexemes, at - 1)
}

/// Whether a name alone stands before *and*, and one behind it: `Pakistan and India`.
fn is_name(lexemes: &Lexemes<'_>, start: usize, at: usize) -> bool {
    const PARTS: [&str; 2] = ["Herzegovina", "Tobago"];
    let is_capital = |at: usize| {
        lexemes
            .word(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let is_alone = at == start + 1 || at == start + 2 && lexemes.is(start, &["the"]);
    is_alone && is_capital(at - 1) && is_capital(at + 1) && !lexemes.is(at + 1, &PARTS)
}

fn begins_anew(lexemes: &Lexemes<'_>, start: usize) -> bool {
    lexemes.is(start, &["and"]) || lexemes.is(start.wrapping_sub(1), &["and"])
}

/// Without *and* and the article before it.
pub(super) fn trimmed(lexemes: &Lexemes<'_>, mut range: Range<usize>) -> Range<usize> {
    const PASSED: [&str; 4] = ["and", "the", "also", "both"];
    const BEHIND: [&str; 7] = [
        "and",
        "further",
        "also",
        "not",
        "again",
        "urgently",
        "immediately",
    ];
    loop {
        if range.start < range.end && lexemes.is(range.start, &PASSED) {
            range.start += 1;
        } else if range.start + 3 <= range.end
            && lexemes.is(range.start, &["as"])
            && lexemes.is(range.start + 1, &["well"])
        {
            range.start += 3;
        } else {
            break;
        }
    }
    while range.start < range.end && lexemes.is(range.end - 1, &BEHIND) {
        range.end -= 1;
    }
    range
}

/// Whether a piece only says more of what stands before it.
pub(super) fn is_set_off(lexemes: &Lexemes<'_>, piece: &Range<usize>, is_first: bool) -> bool {
    const ASIDE: [&str; 30] = [
        "such",
        "in",
        "including",
        "particularly",
        "especially",
        "within",
        "through",
        "with",
        "as",
        "which",
        "who",
        "whose",
        "where",
        "when",
        "if",
        "under",
        "upon",
        "by",
        "on",
        "at",
        "from",
        "for",
        "notably",
        "without",
        "consistent",
        "pursuant",
        "acting",
        "during",
        "after",
        "until",
    ];
    // `the 1267/1989/2253 Committee`
    let first = lexemes.get(piece.start).map(|first| first.kind);
    let is_name = first == Some(LexemeKind::Symbol)
        && piece.len() > 1
        && lexemes.word(piece.start + 1).is_some();
    let is_numbered = lexemes.number(piece.start).is_some();
    let is_other = first != Some(LexemeKind::Word) && !is_numbered && !is_name;
    is_other || lexemes.is(piece.start, &ASIDE) || !is_first && is_clause(lexemes, piece)
}

/// Whether a piece is no noun phrase: `working closely`, `taking into account`, `appointed by the Council`.
fn is_clause(lexemes: &Lexemes<'_>, piece: &Range<usize>) -> bool {
    const ADJECTIVES: [&str; 4] = [
        "neighbouring",
        "participating",
        "contributing",
        "developing",
    ];
    let is_form = |word: &str| word.len() > 5 && (word.ends_with("ing") || word.ends_with("ly"));
    let is_done = lexemes
        .word(piece.start)
        .is_some_and(|word| word.ends_with("ed"))
        && lexemes.is(
            piece.start + 1,
            &["by", "in", "under", "pursuant", "to", "with", "at"],
        );
    lexemes.word(piece.start).is_some_and(is_form) && !lexemes.is(piece.start, &ADJECTIVES)
        || is_done
}
