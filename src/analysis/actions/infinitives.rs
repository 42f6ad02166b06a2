//! What somebody is to do: *to* or *shall* before a verb, or a verb that stands so behind *that*.

use crate::analysis::lexemes::{Lexemes, ManyWords};

/// Whether *to* stands there before a verb, and not before a noun.
pub(super) fn is_infinitive(lexemes: &Lexemes<'_>, at: usize) -> bool {
    const BEFORE_NOUNS: [&str; 22] = [
        "contributors",
        "signatories",
        "access",
        "related",
        "pursuant",
        "according",
        "addition",
        "respect",
        "regard",
        "prior",
        "due",
        "response",
        "subject",
        "opposed",
        "committed",
        "commitment",
        "support",
        "assistance",
        "view",
        "threat",
        "relation",
        "contribution",
    ];
    const NOUNS: [&str; 23] = [
        "armed",
        "conflict",
        "conflicts",
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "all",
        "this",
        "that",
        "these",
        "those",
        "any",
        "each",
        "which",
        "whom",
        "other",
        "such",
        "paragraph",
        "resolution",
    ];
    let next = lexemes.word(at + 1);
    lexemes.is(at, &["to"])
        && !lexemes.is(at.wrapping_sub(1), &BEFORE_NOUNS)
        && !lexemes.is(at + 1, &NOUNS)
        && next.is_some_and(|word| word.starts_with(char::is_lowercase))
        || lexemes.is(at, &["to"]) && lexemes.is_mark(at + 1, &[',', ':'])
}

/// Whether what is to be done there is done to somebody: `be held`, `should be brought`.
pub(super) fn is_passive(lexemes: &Lexemes<'_>, at: usize) -> bool {
    const DONE: [&str; 12] = [
        "held", "brought", "given", "made", "put", "taken", "sent", "kept", "set", "paid", "lost",
        "found",
    ];
    // Who is prepared or committed is somebody who is asked.
    const ACTIVE: [&str; 3] = ["prepared", "committed", "involved"];
    let be = (at..at + 3).find(|&at| lexemes.is(at, &["be"]));
    let verb = be.map(|be| {
        be + 1
            + usize::from(
                lexemes
                    .word(be + 1)
                    .is_some_and(|word| word.ends_with("ly")),
            )
    });
    verb.is_some_and(|verb| {
        let is_done = lexemes.word(verb).is_some_and(|word| word.ends_with("ed"));
        (is_done || lexemes.is(verb, &DONE)) && !lexemes.is(verb, &ACTIVE)
    })
}

/// Whether a verb stands there that tells what somebody is to do.
pub(super) fn is_done(lexemes: &Lexemes<'_>, at: usize, is_decided: bool) -> bool {
    const SHALL: [&str; 6] = ["shall", "should", "must", "will", "may", "can"];
    const BASES: ManyWords = ManyWords::of(&[
        "explain",
        "describe",
        "be",
        "take",
        "ensure",
        "report",
        "submit",
        "provide",
        "cease",
        "implement",
        "comply",
        "cooperate",
        "respect",
        "refrain",
        "continue",
        "fulfil",
        "end",
        "put",
        "allow",
        "permit",
        "abide",
        "act",
        "engage",
        "adopt",
        "stop",
        "return",
        "release",
        "withdraw",
        "adhere",
        "make",
        "give",
        "become",
        "do",
        "establish",
        "prevent",
        "resume",
        "facilitate",
        "commit",
        "work",
        "include",
        "keep",
        "carry",
        "honour",
        "contribute",
        "accept",
        "halt",
        "undertake",
        "grant",
        "desist",
        "complete",
        "renounce",
        "participate",
        "conduct",
        "review",
        "consider",
        "use",
        "maintain",
        "disarm",
        "lay",
        "find",
        "create",
        "begin",
        "present",
        "develop",
        "extend",
        "bring",
        "conclude",
        "abstain",
        "inform",
        "notify",
        "identify",
        "promote",
        "address",
        "support",
        "assist",
        "investigate",
        "protect",
        "designate",
        "remain",
        "freeze",
        "deny",
    ]);
    let is_adverb = lexemes
        .word(at)
        .is_some_and(|word| word.len() > 5 && word.ends_with("ly"));
    lexemes.is(at, &SHALL)
        || !is_decided
            && (is_bare(lexemes, at)
                || lexemes.is_one_of(at, &BASES)
                || is_adverb && lexemes.is_one_of(at + 1, &BASES)
                || lexemes.is(at, &["immediately", "fully", "strictly"]))
}

/// Whether a word stands there between somebody and something, as only a verb does: `the authorities reverse their`.
fn is_bare(lexemes: &Lexemes<'_>, at: usize) -> bool {
    const DETERMINERS: ManyWords = ManyWords::of(&[
        "the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "such", "any",
        "all", "each", "every", "both", "no",
    ]);
    const FUNCTION: ManyWords = ManyWords::of(&[
        "and", "or", "but", "nor", "of", "in", "on", "at", "by", "to", "for", "from", "with",
        "within", "without", "under", "over", "upon", "into", "between", "among", "through",
        "during", "before", "after", "since", "until", "pending", "against", "towards", "toward",
        "across", "above", "below", "beyond", "behind", "outside", "inside", "about", "like",
        "than", "as", "that", "which", "who", "whom", "whose", "where", "when", "while", "whether",
        "if", "unless", "because", "although", "once", "via", "per", "despite", "not", "only",
        "also", "even", "both", "all", "such", "half", "alike", "is", "are", "was", "were", "has",
        "have", "had", "do", "so", "what", "how", "why",
    ]);
    let is_verb = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.len() > 3
            && !["ing", "ed", "s", "ly", "ion", "ment", "ance", "ence", "ity"]
                .iter()
                .any(|end| word.ends_with(end))
    };
    lexemes.is_one_of(at + 1, &DETERMINERS)
        && lexemes.word(at).is_some_and(is_verb)
        && lexemes.word(at.wrapping_sub(1)).is_some()
        && ![at.wrapping_sub(1), at]
            .iter()
            .any(|&at| lexemes.is_one_of(at, &FUNCTION))
        && !lexemes.is_one_of(at, &DETERMINERS)
}
