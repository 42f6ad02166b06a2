//! The verbs of acts: `requests`, `calls upon`, `takes note`.

use super::called::{again, names_somebody};
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
    let is_asked = asked.is_some() || name == "calls for" && names_somebody(lexemes, behind);
    Some(ActVerb {
        name,
        mood: if is_asked { Asks } else { mood },
        at,
        behind: asked.unwrap_or(behind),
    })
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
