//! The verbs of acts: `requests`, `calls upon`, `takes note`.

use super::infinitives::is_infinitive;
use crate::analysis::lexemes::{Lexemes, ManyWords};

/// What a verb does to the one who stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// Asks somebody to do something.
    Asks,
    /// Decides, and may so bind somebody.
    Decides,
    /// Says something.
    Says,
}

use Mood::{Asks, Decides, Says};

/// A verb in the third person, and a verb that is written otherwise.
const VERBS: &[(&[&str], Mood)] = &[
    (&["accepts"], Says),
    (&["acknowledges"], Says),
    (&["adopts"], Says),
    (&["affirms"], Says),
    (&["agrees"], Says),
    (&["appeals", "to"], Asks),
    (&["appeals", "for"], Says),
    (&["applauds"], Says),
    (&["appreciates"], Says),
    (&["approves"], Says),
    (&["asks"], Asks),
    (&["authorizes"], Asks),
    (&["calls", "for"], Says),
    (&["calls", "upon"], Asks),
    (&["charges"], Asks),
    (&["clarifies"], Says),
    (&["commends"], Says),
    (&["condemns"], Says),
    (&["confirms"], Says),
    (&["congratulates"], Says),
    (&["considers"], Says),
    (&["decides"], Decides),
    (&["declares"], Says),
    (&["demands"], Asks),
    (&["denounces"], Says),
    (&["deplores"], Says),
    (&["determines"], Says),
    (&["directs"], Asks),
    (&["emphasizes"], Says),
    (&["encourages"], Asks),
    (&["endorses"], Says),
    (&["entrusts"], Asks),
    (&["establishes"], Says),
    (&["exhorts"], Asks),
    (&["expects"], Asks),
    (&["expresses"], Says),
    (&["extends"], Says),
    (&["hails"], Says),
    (&["highlights"], Says),
    (&["insists"], Says),
    (&["instructs"], Asks),
    (&["invites"], Asks),
    (&["looks", "forward"], Says),
    (&["mandates"], Asks),
    (&["notes"], Says),
    (&["pays", "tribute"], Says),
    (&["praises"], Says),
    (&["reaffirms"], Says),
    (&["recalls"], Says),
    (&["recognizes"], Says),
    (&["recommends"], Asks),
    (&["regards"], Says),
    (&["regrets"], Says),
    (&["reiterates"], Says),
    (&["rejects"], Says),
    (&["reminds"], Asks),
    (&["renews"], Says),
    (&["requests"], Asks),
    (&["requires"], Asks),
    (&["resolves"], Decides),
    (&["stands", "ready"], Says),
    (&["stresses"], Says),
    (&["supports"], Says),
    (&["takes", "note"], Says),
    (&["takes", "into"], Says),
    (&["tasks"], Asks),
    (&["thanks"], Says),
    (&["underlines"], Says),
    (&["underscores"], Says),
    (&["urges"], Asks),
    (&["views"], Says),
    (&["warns"], Says),
    (&["welcomes"], Says),
];

/// How an organ says what it is going to do itself.
pub(super) const INTENDS: &str = "expresses its intention";

/// Verbs that say again what was asked before.
const AGAIN: [&str; 2] = ["reaffirms", "reiterates"];

/// What stands before a verb without being it.
const ADVERBS: ManyWords = ManyWords::of(&[
    "also",
    "again",
    "once",
    "more",
    "in",
    "this",
    "particular",
    "regard",
    "context",
    "respect",
    "connection",
    "end",
    "to",
    "that",
    "further",
    "however",
    "therefore",
    "thus",
    "hereby",
    "nonetheless",
    "furthermore",
    "moreover",
]);

/// A verb where it stands.
#[derive(Clone, Debug)]
pub(super) struct ActVerb {
    /// As it is called: in small letters, `calls upon` for `calls on`.
    pub(super) name: String,
    pub(super) mood: Mood,
    /// The lexeme of the verb, behind its adverbs.
    pub(super) at: usize,
    /// Where what follows it begins.
    pub(super) behind: usize,
}

/// The verb there, adverbs before it or not.
pub(super) fn verb(lexemes: &Lexemes<'_>, first: usize) -> Option<ActVerb> {
    let at = behind_adverbs(lexemes, first);
    known(lexemes, at).filter(|_| at - first < 9)
}

fn behind_adverbs(lexemes: &Lexemes<'_>, mut at: usize) -> usize {
    while is_adverb(lexemes, at) {
        at += 1;
    }
    at
}

fn is_adverb(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let is_ly = lexemes
        .word(at)
        .is_some_and(|word| word.len() > 4 && word.ends_with("ly"));
    is_ly || lexemes.is_one_of(at, &ADVERBS) || lexemes.is_mark(at, &[','])
}

fn known(lexemes: &Lexemes<'_>, at: usize) -> Option<ActVerb> {
    // So does each of the list; few other words do.
    let word = lexemes.word(at)?;
    let [first, .., b's' | b'S'] = word.as_bytes() else {
        return None;
    };
    let mut verbs = VERBS.iter().filter(|(words, _)| {
        let letter = words.first().and_then(|word| word.bytes().next());
        letter == Some(first.to_ascii_lowercase())
    });
    let (name, mood, behind) = verbs.find_map(|(words, mood)| {
        let behind = behind_words(lexemes, at, words)?;
        Some((words.join(" "), *mood, behind))
    })?;
    // `expresses its intention`
    let is_intent = name == "expresses"
        && lexemes.is(behind, &["its"])
        && lexemes.is(behind + 1, &["intention", "intent"]);
    if is_intent {
        return Some(ActVerb {
            name: INTENDS.to_owned(),
            mood,
            at,
            behind: behind + 2,
        });
    }
    let asked = again(lexemes, behind).filter(|_| AGAIN.contains(&&*name));
    Some(ActVerb {
        name,
        mood: if asked.is_some() { Asks } else { mood },
        at,
        behind: asked.unwrap_or(behind),
    })
}

/// Where those who are asked stand, or *that*, behind a noun by which somebody is asked: `its urgent request to`.
fn again(lexemes: &Lexemes<'_>, at: usize) -> Option<usize> {
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

/// Where what follows a verb begins, if it stands there: its second word right behind the first, or apart from it, as
/// in `calls, in this regard, upon`.
fn behind_words(lexemes: &Lexemes<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let (first, further) = words.split_first()?;
    if !is_word(lexemes, at, first) {
        return None;
    }
    let Some(second) = further.first() else {
        return Some(at + 1);
    };
    let second = (at + 1..at + 8).find(|&next| is_word(lexemes, next, second))?;
    let is_between = (at + 1..second).all(|next| {
        is_adverb(lexemes, next) || lexemes.word(next).is_some_and(|word| word.len() > 3)
    });
    is_between.then_some(second + 1)
}

/// Whether a word stands there, in any spelling.
fn is_word(lexemes: &Lexemes<'_>, at: usize, word: &str) -> bool {
    let is_british = |stem: &str| lexemes.is(at, &[&[stem, "ises"].concat()]);
    lexemes.is(at, &[word])
        || word == "upon" && lexemes.is(at, &["on"])
        || word.strip_suffix("izes").is_some_and(is_british)
}

/// Whether a noun of the same form stands there: `requests for exemption`.
pub(super) fn is_noun(lexemes: &Lexemes<'_>, verb: &ActVerb) -> bool {
    const BEHIND_NOUNS: [&str; 13] = [
        "for", "of", "from", "by", "made", "under", "pursuant", "received", "and", "or", "is",
        "are", "referred",
    ];
    const RARE: [&str; 12] = [
        "accepts",
        "adopts",
        "agrees",
        "considers",
        "determines",
        "establishes",
        "extends",
        "regards",
        "renews",
        "requires",
        "resolves",
        "views",
    ];
    // These begin a paragraph, and hardly a further clause but behind `, and`.
    const NEARLY_ALWAYS: [&str; 2] = ["charges", "tasks"];
    // A verb of two words has no noun of its form.
    if verb.name.contains(' ') {
        return false;
    }
    let is_rare = RARE.contains(&&*verb.name);
    let is_firm = lexemes.is(verb.behind, &["that", "the", "such", "its", "to"]);
    let before = verb.at.wrapping_sub(1);
    let is_joined = lexemes.is(before, &["and"]) && lexemes.is_mark(before.wrapping_sub(1), &[',']);
    NEARLY_ALWAYS.contains(&&*verb.name) && !(is_joined && lexemes.is(verb.behind, &["the"]))
        || lexemes.is(verb.behind, &BEHIND_NOUNS)
        || is_rare && !is_firm
}
