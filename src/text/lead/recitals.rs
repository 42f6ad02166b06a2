//! The forms of boards, councils and congresses: `WHEREAS …` and `NOW, THEREFORE, be it RESOLVED …`.

use super::{Capitals, LeadWord, Verb, each_word};

/// What may stand before `resolved`.
const BEFORE: [&str; 15] = [
    "now",
    "therefore",
    "thus",
    "so",
    "be",
    "it",
    "is",
    "was",
    "further",
    "hereby",
    "also",
    "finally",
    "and",
    "that",
    "has",
];

/// What follows `Resolved` where it is no state: `Resolved to save` is one.
const BEHIND: [&str; 6] = ["that", "further", "by", "finally", "also", "unanimously"];

/// `Whereas`, or `be it resolved` with what stands before it, and where it ends.
pub(super) fn phrase(text: &str, capitals: Capitals) -> Option<(Verb, usize)> {
    let mut words = each_word(text);
    let first = words.next()?;
    let written = first.capitalised || first.in_capitals || capitals == Capitals::Free;
    if !written {
        return None;
    }
    if first.lower == "whereas" {
        return Some((Verb::Participle, first.end));
    }
    if first.lower == "resolved" {
        let resolves = first.in_capitals
            || first.stops
            || words
                .next()
                .is_some_and(|next| BEHIND.contains(&next.lower.as_ref()));
        return resolves.then_some((Verb::Finite, first.end));
    }
    let is_before = |word: &LeadWord<'_>| BEFORE.contains(&word.lower.as_ref());
    let resolved = is_before(&first).then(|| words.find(|word| !is_before(word)))??;
    (resolved.lower == "resolved").then_some((Verb::Finite, resolved.end))
}

/// Whether a recital says on what a body acts that was put before it: `On the recommendation of the Council`.
pub(super) fn is_offered(text: &str) -> bool {
    const OFFERED: [&str; 3] = ["recommendation", "proposal", "initiative"];
    // Few lines begin so, and each is asked.
    if !text.starts_with(['O', 'U']) {
        return false;
    }
    let mut words = each_word(text);
    let (Some(on), Some(article), Some(offered)) = (words.next(), words.next(), words.next())
    else {
        return false;
    };
    ["on", "upon"].contains(&&*on.lower)
        && ["the", "a"].contains(&&*article.lower)
        && OFFERED.contains(&&*offered.lower)
}

/// Whether a text is nothing but what stands between the recitals and what is resolved: `NOW, THEREFORE, be it`,
/// `NOW, THEREFORE, THE BOARD:`.
pub(crate) fn is_enacting(text: &str) -> bool {
    let mut words = each_word(text).peekable();
    let opens = words.next_if(|first| ["now", "therefore", "be"].contains(&first.lower.as_ref()));
    let Some(first) = opens else {
        return false;
    };
    let calls = first.lower != "be" && text.ends_with(':');
    words.all(|word| {
        let of_name = word.capitalised || word.in_capitals || word.lower.len() <= 3;
        BEFORE.contains(&word.lower.as_ref()) || calls && of_name && word.lower != "resolved"
    })
}

/// What a body does by the heading over its paragraphs, in small letters: `this union notes:`, `conference calls on the
/// board to:`. What it notes and believes are recitals.
pub(crate) fn verb_of_body(text: &str) -> Option<Verb> {
    const BODIES: [&str; 9] = [
        "union",
        "house",
        "conference",
        "congress",
        "council",
        "assembly",
        "senate",
        "meeting",
        "branch",
    ];
    const RECITES: [&str; 10] = [
        "notes",
        "believes",
        "recognises",
        "recognizes",
        "considers",
        "observes",
        "understands",
        "acknowledges",
        "welcomes",
        "regrets",
    ];
    const DECIDES: [&str; 10] = [
        "resolves",
        "decides",
        "calls",
        "instructs",
        "mandates",
        "agrees",
        "demands",
        "requests",
        "asks",
        "urges",
    ];
    let words: Vec<_> = text
        .split([' ', ':'])
        .filter(|word| !["this", "the", "therefore", "further", "also"].contains(word))
        .collect();
    let [body, verb, ..] = words.as_slice() else {
        return None;
    };
    let is = |verbs: &[&str]| BODIES.contains(body) && verbs.contains(verb);
    is(&RECITES)
        .then_some(Verb::Participle)
        .or_else(|| is(&DECIDES).then_some(Verb::Finite))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recitals_and_what_is_resolved_are_told() {
        for (text, verb) in [
            ("WHEREAS, the lamp was put out;", Some(Verb::Participle)),
            ("Whereas the lamp was put out;", Some(Verb::Participle)),
            ("RESOLVED, by the Council, to light it", Some(Verb::Finite)),
            ("Resolved, That the lamp be lit", Some(Verb::Finite)),
            ("Resolved further that", Some(Verb::Finite)),
            ("NOW, THEREFORE, BE IT RESOLVED that", Some(Verb::Finite)),
            ("IT WAS RESOLVED THAT the lamp", Some(Verb::Finite)),
            ("Be it further resolved", Some(Verb::Finite)),
            ("Resolved to save the lamp", None),
            ("It was dark", None),
            ("whereas the lamp", None),
        ] {
            let found = phrase(text, Capitals::Needed).map(|(verb, _)| verb);
            assert_eq!(found, verb, "{text}");
        }
    }

    #[test]
    fn what_enacts_is_known_by_itself() {
        assert!(is_enacting("NOW, THEREFORE, be it"));
        assert!(is_enacting("Now therefore the Board of Boats:"));
        assert!(!is_enacting("NOW, THEREFORE, the Board"));
        assert!(!is_enacting("Therefore requests the Board:"));
        assert!(!is_enacting(""));
    }
}
