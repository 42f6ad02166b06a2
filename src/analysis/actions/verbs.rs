//! The verbs of acts: `requests`, `calls upon`, `takes note`.

use crate::analysis::lexemes::Lexemes;

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
    (&["stresses"], Says),
    (&["strongly", "supports"], Says),
    (&["supports"], Says),
    (&["takes", "note"], Says),
    (&["takes", "into"], Says),
    (&["thanks"], Says),
    (&["underlines"], Says),
    (&["underscores"], Says),
    (&["urges"], Asks),
    (&["views"], Says),
    (&["warns"], Says),
    (&["welcomes"], Says),
];

/// What stands before a verb without being it.
const ADVERBS: [&str; 22] = [
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
];

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
    let verb = known(lexemes, at).filter(|_| at - first < 9)?;
    Some(verb)
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
    is_ly || lexemes.is(at, &ADVERBS) || lexemes.is_mark(at, &[','])
}

fn known(lexemes: &Lexemes<'_>, at: usize) -> Option<ActVerb> {
    let (name, mood, length) = VERBS.iter().find_map(|(words, mood)| {
        let stands = |(next, word): (usize, &&str)| is_word(lexemes, at + next, word);
        let is_apart = || {
            let [first, second] = words else { return None };
            let apart = (at + 2..at + 8).find(|&next| is_word(lexemes, next, second))?;
            let is_between = (at + 1..apart).all(|next| {
                is_adverb(lexemes, next) || lexemes.word(next).is_some_and(|word| word.len() > 3)
            });
            (is_word(lexemes, at, first) && is_between).then_some(apart + 1 - at)
        };
        let length = if words.iter().enumerate().all(stands) {
            Some(words.len())
        } else {
            is_apart()
        };
        length.map(|length| (words.join(" "), *mood, length))
    })?;
    let behind = at + length;
    // `expresses its intention`
    let is_intent = name == "expresses"
        && lexemes.is(behind, &["its"])
        && lexemes.is(behind + 1, &["intention"]);
    Some(ActVerb {
        name: if is_intent {
            "expresses its intention".to_owned()
        } else {
            name
        },
        mood,
        at,
        behind: behind + if is_intent { 2 } else { 0 },
    })
}

/// Whether a word stands there, in any spelling.
fn is_word(lexemes: &Lexemes<'_>, at: usize, word: &str) -> bool {
    lexemes.word(at).is_some_and(|found| {
        let found = found.to_ascii_lowercase();
        found == word
            || word == "upon" && found == "on"
            || found
                .strip_suffix("ises")
                .is_some_and(|stem| word.strip_suffix("izes") == Some(stem))
    })
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
    let is_rare = RARE.contains(&&*verb.name);
    let is_firm = lexemes.is(verb.behind, &["that", "the", "such", "its", "to"]);
    lexemes.is(verb.behind, &BEHIND_NOUNS) || is_rare && !is_firm
}
