//! The forms of boards, councils and congresses: `WHEREAS …` and `NOW, THEREFORE, be it RESOLVED …`.

use super::phrase::Capitals;
use super::{LeadWord, Verb, each_word};

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

/// Whether a text is nothing but what stands between the recitals and what is resolved: `NOW, THEREFORE, be it`.
pub(crate) fn is_enacting(text: &str) -> bool {
    let mut words = each_word(text).peekable();
    words
        .peek()
        .is_some_and(|first| ["now", "therefore", "be"].contains(&first.lower.as_ref()))
        && words.all(|word| BEFORE.contains(&word.lower.as_ref()))
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
        assert!(!is_enacting("NOW, THEREFORE, the Board"));
        assert!(!is_enacting(""));
    }
}
