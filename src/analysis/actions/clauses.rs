//! The acts of a paragraph: its lead verb, and the verbs that begin further clauses.
//!
//! A clause begins where a verb of the list stands behind a comma, a semicolon, *and*, or the number of a point. A
//! noun of the same form (`requests for exemption`) begins none.

use std::ops::Range;

use super::infinitives::is_infinitive;
use super::verbs::{ActVerb, Mood, is_noun, verb};
use crate::analysis::lexemes::Lexemes;
use crate::text::lead::{LeadRules, Verb, lead_verb};

/// A clause with the verb it begins with.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) verb: ActVerb,
    /// Its lexemes, the verb among them.
    pub(super) lexemes: Range<usize>,
}

/// The clauses of a text.
pub(super) fn clauses(lexemes: &Lexemes<'_>, text: &str) -> Vec<Clause> {
    let mut starts: Vec<(usize, ActVerb)> = Vec::new();
    if let Some(first) = verb(lexemes, 0).or_else(|| unlisted(text)) {
        starts.push((0, first));
    }
    let mut at = starts.last().map_or(0, |(_, first)| first.behind);
    while at < lexemes.len() {
        match begins(lexemes, at) {
            Some(found) => {
                let behind = found.behind;
                starts.push((at, found));
                at = behind;
            }
            None => at += 1,
        }
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(start, _)| *start)
        .chain([lexemes.len()]);
    let ends: Vec<_> = ends.collect();
    let clauses = starts
        .into_iter()
        .zip(ends)
        .map(|((start, verb), end)| Clause {
            verb,
            lexemes: start..end,
        });
    clauses.collect()
}

/// The verb of a clause that begins there.
fn begins(lexemes: &Lexemes<'_>, at: usize) -> Option<ActVerb> {
    let before = at.checked_sub(1)?;
    let is_border =
        lexemes.is_mark(before, &[',', ';', ':']) || lexemes.is(before, &["and", "but", "or"]);
    let is_point = lexemes.is_mark(before, &[')'])
        && lexemes
            .word(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase));
    if !(is_border || is_point) {
        return None;
    }
    if let Some(unmarked) = unmarked(lexemes, at) {
        return Some(unmarked);
    }
    // The adverbs of a clause begin it: not in their middle.
    if lexemes.is(at, &["and"]) || lexemes.is_mark(at, &[',']) {
        return None;
    }
    let found = verb(lexemes, at)?;
    let word = lexemes.word(found.at)?;
    // Some bodies print all their verbs in capitals.
    let is_loud = word.len() > 3 && !word.contains(char::is_lowercase);
    let is_small = word.starts_with(char::is_lowercase) || is_loud || is_point;
    (is_small && !is_noun(lexemes, &found)).then_some(found)
}

/// `… and request the Secretary-General to`: a verb that asks, without its ending, where no infinitive goes on.
fn unmarked(lexemes: &Lexemes<'_>, at: usize) -> Option<ActVerb> {
    const VERBS: [&str; 4] = ["request", "urge", "invite", "encourage"];
    let is_after_and =
        lexemes.is(at.wrapping_sub(1), &["and"]) && lexemes.is(at + 1, &["the", "all"]);
    if !is_after_and {
        return None;
    }
    let verb = VERBS.iter().find(|verb| lexemes.is(at, &[verb]))?;
    let goes_on = (0..at).any(|before| {
        is_infinitive(lexemes, before) || lexemes.is(before, &["shall", "should", "will", "that"])
    });
    (!goes_on).then(|| ActVerb {
        name: format!("{verb}s"),
        mood: Mood::Asks,
        at,
        behind: at + 1,
    })
}

/// A lead verb that is not in the list: its first word in the third person.
fn unlisted(text: &str) -> Option<ActVerb> {
    let is_finite = LeadRules::default().verb(text) == Some(Verb::Finite);
    let words: Vec<&str> = lead_verb(text)
        .split_whitespace()
        .filter(|_| is_finite)
        .collect();
    let at = words
        .iter()
        .position(|word| word.ends_with('s') && word.len() > 4)?;
    Some(ActVerb {
        name: words[at]
            .trim_matches(|c: char| !c.is_alphabetic())
            .to_lowercase(),
        mood: Mood::Says,
        at,
        behind: words.len(),
    })
}
