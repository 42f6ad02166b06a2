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

/// Whether a text is nothing but what a body did, over the list of it: `Decided:`; or begins with what it does to what
/// was or should be: `Revokes the plan`.
pub(super) fn is_done(text: &str) -> bool {
    const CHANGES: [&str; 12] = [
        "abolishes",
        "advises",
        "creates",
        "designates",
        "establishes",
        "proposes",
        "repeals",
        "rescinds",
        "revokes",
        "suspends",
        "terminates",
        "trusts",
    ];
    // `1. THAT the articles be amended`: of a company.
    if let Some(behind) = text.strip_prefix("THAT") {
        return behind.starts_with([' ', ',']) && behind.contains(char::is_lowercase);
    }
    let changes = || {
        let first = text.split(' ').next().unwrap_or_default();
        CHANGES.iter().any(|verb| first.eq_ignore_ascii_case(verb))
            && text.contains(char::is_lowercase)
    };
    text.starts_with(['A', 'C', 'D', 'E', 'P', 'R', 'S', 'T']) && changes()
        || [
            "Decided", "Resolved", "Agreed", "DECIDED", "RESOLVED", "AGREED",
        ]
        .iter()
        .any(|verb| text.strip_prefix(verb) == Some(":"))
}

/// Whether a recital says on what a body acts that was put before it: `On the recommendation of the Council`.
pub(super) fn is_offered(text: &str) -> bool {
    const OFFERED: [&str; 4] = [
        "on the recommendation of",
        "upon the recommendation of",
        "on the proposal of",
        "on a proposal from",
    ];
    let opens = |offered: &&str| {
        let begin = text.get(..offered.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(offered))
    };
    // Few lines begin so, and each is asked.
    text.starts_with(['O', 'U']) && OFFERED.iter().any(opens)
}

/// Whether a text is nothing but what stands between the recitals and what is resolved: `NOW, THEREFORE, be it`,
/// `NOW, THEREFORE, THE BOARD:`.
pub(crate) fn is_enacting(text: &str) -> bool {
    if text.starts_with(char::is_lowercase) {
        return false;
    }
    if text.ends_with(':') && gives_reason(text) {
        return true;
    }
    let is_before = |word: &str| BEFORE.contains(&&*word.to_lowercase());
    let mut words = text.split([' ', ',', ':']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_lowercase();
    let calls = first != "be" && text.ends_with(':');
    let of_name = |word: &str| {
        let is_name = word.len() <= 3 || word.starts_with(char::is_uppercase);
        calls && is_name && !word.eq_ignore_ascii_case("resolved")
    };
    ["now", "therefore", "be"].contains(&&*first)
        && words.all(|word| is_before(word) || of_name(word))
}

/// Whether a text says that what stands above it is the reason: `Por ello,`, `Par ces motifs, le Conseil :`.
pub(crate) fn gives_reason(text: &str) -> bool {
    const LONGEST: usize = 120;
    const REASONS: [&str; 11] = [
        "por ello",
        "por todo ello",
        "por tanto",
        "por lo tanto",
        "por lo expuesto",
        "en consecuencia",
        "par ces motifs",
        "en conséquence",
        "après en avoir délibéré",
        "après délibération",
        "for these reasons",
    ];
    let small = || text.to_lowercase();
    text.len() <= LONGEST
        && text.starts_with(['P', 'E', 'A', 'F'])
        && REASONS.iter().any(|reason| {
            let rest = small();
            let rest = rest.strip_prefix(reason);
            rest.is_some_and(|rest| rest.starts_with([',', ':', ' ']))
        })
}

/// What a body does that a text names first: `Congress calls on the Board`, `This Union notes:`. What it notes and
/// believes are recitals.
pub(crate) fn verb_of_body(text: &str) -> Option<Verb> {
    const BEFORE: [&str; 5] = ["this", "the", "therefore", "further", "also"];
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
    const NOTES: [&str; 9] = [
        "notes",
        "believes",
        "recognises",
        "recognizes",
        "considers",
        "observes",
        "acknowledges",
        "welcomes",
        "regrets",
    ];
    const DECIDES: [&str; 9] = [
        "resolves",
        "decides",
        "calls",
        "instructs",
        "mandates",
        "agrees",
        "demands",
        "asks",
        "urges",
    ];
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let words = text.split([' ', ':']).map(str::to_lowercase);
    let mut words = words.filter(|word| !BEFORE.contains(&&**word)).take(2);
    if !BODIES.contains(&&*words.next()?) {
        return None;
    }
    let verb = words.next()?;
    if NOTES.contains(&&*verb) {
        return Some(Verb::Participle);
    }
    DECIDES.contains(&&*verb).then_some(Verb::Finite)
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
        assert!(!is_enacting("therefore, be it"));
        assert!(!is_enacting(""));
    }
}
