//! The lead verb of a paragraph: `Calls upon`, `Noting with regret`.
//!
//! A verb phrase is adverbs, a verb, adverbs again and what belongs to the verb: a particle
//! (`Calls upon`, `Taking note of`), a feeling (`Notes with deep concern`) or a thing expressed
//! (`Expresses its satisfaction at`). The rules are those of English, in `phrase`, with the words in
//! `words`. Of a text in another language the phrase is told by the tables in `languages`, or it is the first word:
//! in every official language of the United Nations that is the verb or its first part.

mod foreign;
mod languages;
mod phrase;
mod recitals;
mod rules;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use crate::text::model::{Passage, SpanKind};
use phrase::phrase;
pub(crate) use recitals::{gives_reason, is_enacting, verb_of_body};
pub(crate) use rules::LeadRules;
use words::COMMON;

/// How many words of a paragraph are looked at; the longest phrase found in print has nine.
const LOOKED_AT: usize = 16;

/// The form of a lead verb, which tells the part of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// `Recalling`, `Guided`: opens a preambular paragraph.
    Participle,
    /// `Requests`: opens an operative paragraph.
    Finite,
}

/// How the first word of a verb phrase is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Capitals {
    /// With a capital: `Recalling`; or in capitals, where the text goes on in small letters: `URGES all States`.
    Needed,
    /// So, or in small letters, perhaps behind `and`: `noting`, `and invites`.
    Free,
}

/// The first verb phrase of a paragraph, as printed: a prefix of the text, empty where it opens with
/// none.
///
/// ```
/// # use resolut::text::lead::lead_verb;
/// assert_eq!(lead_verb("Noting with regret the attempt"), "Noting with regret");
/// assert_eq!(lead_verb("Calls upon all States to cooperate"), "Calls upon");
/// assert_eq!(lead_verb("Rappelant sa résolution 1/1"), "Rappelant");
/// assert_eq!(lead_verb("the Secretary-General"), "");
/// ```
pub fn lead_verb(text: &str) -> &str {
    let end = match phrase(text, Capitals::Needed) {
        Some((_, end)) => end,
        None if seems_english(text) && !seems_participle(text) => 0,
        None => {
            let first = each_word(text).next();
            let first =
                first.filter(|first| seems_participle(text) || opens_like_a_sentence(first));
            let first = first.map_or(0, |first| first.end);
            foreign::end(text).unwrap_or(first)
        }
    };
    text.get(..end).unwrap_or("")
}

/// The bytes of the verb phrase that a paragraph begins with: what print sets in italics at its beginning, or
/// behind a word or two; where there is no such, [`lead_verb`]. Empty where it begins with none.
///
/// ```
/// use resolut::text::lead::lead_of;
/// use resolut::text::model::{Part, Passage, Span, SpanKind};
///
/// let mut passage = Passage::new(Part::Operative, "Prie le Secrétaire général de l’informer");
/// passage.spans = [Span { range: 0..4, kind: SpanKind::Italic }].into();
/// assert_eq!(lead_of(&passage), 0..4);
/// ```
pub fn lead_of(passage: &Passage) -> Range<usize> {
    italic_lead(passage).unwrap_or_else(|| 0..lead_verb(&passage.text).len())
}

/// The bytes of the verb phrase that a paragraph begins with, where print sets it in italics.
pub(crate) fn italic_lead(passage: &Passage) -> Option<Range<usize>> {
    let mut spans = passage.spans.iter();
    let italic = spans.find(|span| span.kind == SpanKind::Italic)?;
    let range = italic.range.start as usize..italic.range.end as usize;
    let before = passage.text.get(..range.start)?;
    (before.split_whitespace().count() <= 2).then_some(range)
}

/// Whether a text opens with a capitalised word in `-ing`: a participle, or a name such as `Working
/// Group`.
fn seems_participle(text: &str) -> bool {
    each_word(text).next().is_some_and(|first| {
        first.capitalised && first.lower.len() > 5 && first.lower.ends_with("ing")
    })
}

/// A word without the punctuation behind it.
struct LeadWord<'t> {
    lower: Cow<'t, str>,
    end: usize,
    /// A capital followed by a small letter.
    capitalised: bool,
    /// Two capitals or more, and no small letter.
    in_capitals: bool,
    /// Punctuation follows: a phrase ends here.
    stops: bool,
}

/// The words of a text that are looked at.
fn each_word(text: &str) -> impl Iterator<Item = LeadWord<'_>> {
    let mut start = 0;
    text.split_inclusive(char::is_whitespace)
        .filter_map(move |piece| {
            let from = start;
            start += piece.len();
            let printed = piece.trim_end();
            let bare = printed.trim_end_matches([',', ';', ':', '.']);
            let unquoted = bare.trim_start_matches(['“', '"', '«', '‘', '„']);
            let mut letters = unquoted.chars();
            let first = letters.next().is_some_and(char::is_uppercase);
            (!printed.is_empty()).then(|| LeadWord {
                lower: lower(unquoted),
                end: from + bare.len(),
                capitalised: first && !letters.clone().next().is_some_and(char::is_uppercase),
                in_capitals: first
                    && letters.next().is_some_and(char::is_uppercase)
                    && !unquoted.contains(char::is_lowercase),
                stops: bare.len() < printed.len(),
            })
        })
        .take(LOOKED_AT)
}

/// Whether a text has one of the commonest English words.
fn seems_english(text: &str) -> bool {
    each_word(text).any(|word| COMMON.contains(&word.lower.as_ref()))
}

/// Most words are lower case as they stand.
fn lower(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

fn opens_like_a_sentence(first: &LeadWord<'_>) -> bool {
    let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    first.lower.chars().count() <= 30 && (first.capitalised || first.lower.starts_with(caseless))
}

#[cfg(test)]
mod tests {
    use super::words::{AUXILIARIES, STATES, VERBS};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_lead_verb_is_the_whole_verb_phrase_as_printed() {
        for (lead, rest) in [
            ("Requests", " the Secretary-General to report"),
            ("Calls upon", " India to cease"),
            ("Calls on", " India to resolve"),
            ("Calls for", " a peaceful settlement"),
            ("Calls once again upon", " all parties"),
            ("Noting with regret", " the Indian attempt"),
            ("Notes with appreciation", " the positive developments"),
            ("Notes with deep concern and dismay", " that"),
            ("Noting", ", with concern, that"),
            ("Expressing the hope", " that India will"),
            ("Expressing Support for", " the work of"),
            ("Expressing concern over", " the violations"),
            ("Expresses satisfaction at", " the bilateral understanding"),
            ("Expresses its deep appreciation", " to the Government"),
            ("Expresses", " that it will"),
            ("Strongly supports", " the ongoing peace process"),
            ("Also welcomes", " the report"),
            ("Once again urges", " all States"),
            ("Once more urges", " all States"),
            ("Urges once more", " all States"),
            ("Further decides", " to"),
            ("Decides also", " to"),
            ("Decides", ", in this regard, to"),
            ("Taking note of", " the Report"),
            ("Takes note with appreciation of", " the report"),
            ("Taking into account", " the report"),
            ("Guided by", " the principles"),
            ("Having considered", " the report"),
            ("Deeply concerned", " that the situation"),
            ("Deeply concerned at", " the situation"),
            ("Bearing in mind", " the Charter"),
            ("Reaffirming", " its resolutions"),
            ("Encouraging and supporting", " the dialogue"),
            ("Recognizing", " the centrality"),
            ("Acting under", " Chapter VII"),
            ("Regretting", " that"),
            ("Reemphasising", " its commitment"),
            ("Pays tribute to", " the staff"),
            ("Stresses", " that"),
            ("“Decides", " to adopt"),
        ] {
            assert_eq!(lead_verb(&format!("{lead}{rest}")), lead);
        }
    }

    #[test]
    fn the_lists_that_verbs_are_looked_up_in_are_alphabetical() {
        for list in [VERBS, STATES, AUXILIARIES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn a_text_without_a_lead_verb_has_none() {
        for text in [
            "",
            "   ",
            "the Secretary-General",
            "The Security Council, at its session",
            "Resolutions and as agreed upon in the Simla Agreement",
            "ENCOURAGING THE WORK OF PEACE",
            "to meet;",
        ] {
            assert_eq!(lead_verb(text), "", "{text}");
        }
    }

    #[test]
    fn in_another_language_the_first_word_stands_for_the_verb() {
        assert_eq!(lead_verb("Rappelant sa résolution"), "Rappelant");
        assert_eq!(lead_verb("Pide al Secretario General que"), "Pide");
        assert_eq!(lead_verb("Напоминая о своей резолюции"), "Напоминая");
        assert_eq!(lead_verb("يطلب من الأمين العام"), "يطلب");
    }

    fn opening_verb(text: &str) -> Option<Verb> {
        LeadRules::default().verb(text)
    }

    #[test]
    fn the_form_of_the_verb_tells_the_part() {
        assert_eq!(opening_verb("Recalling its"), Some(Verb::Participle));
        assert_eq!(opening_verb("Guided by the"), Some(Verb::Participle));
        assert_eq!(opening_verb("Urges all"), Some(Verb::Finite));
        for text in [
            "Resolutions and",
            "urges",
            "Finding Mission",
            "Monitoring",
            "Keeping of",
            "Acting Chair",
        ] {
            assert_eq!(opening_verb(text), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_lead_verb_is_a_prefix(
            text in "(Also |Deeply |Once )?(Noting|Takes|Expresses|Having|ſ|İ)?[ ,]?(and |with |note |its )*\\PC{0,20}"
        ) {
            prop_assert!(text.starts_with(lead_verb(&text)));
        }
    }
}
