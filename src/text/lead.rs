//! The lead verb of a paragraph: `Calls upon`, `Noting with regret`.
//!
//! A verb phrase is adverbs, a verb, adverbs again and what belongs to the verb: a particle
//! (`Calls upon`, `Taking note of`), a feeling (`Notes with deep concern`) or a thing expressed
//! (`Expresses its satisfaction at`). The rules are those of English, with the words in
//! `words`. Of a text in another language the first word is taken: in every official language
//! of the United Nations it is the verb or its first part.

mod words;

use std::borrow::Cow;
use std::ops::Range;

use crate::text::model::{Passage, SpanKind};
use words::{
    ADVERBS, AUXILIARIES, COMMON, EXPRESSED, EXPRESSING, FEELINGS, PARTICLES, STATES, VERBS,
};

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
    let end = match phrase(text) {
        Some((_, end)) => end,
        None => each_word(text)
            .next()
            .filter(|first| {
                seems_participle(text) || opens_like_a_sentence(first) && !seems_english(text)
            })
            .map_or(0, |first| first.end),
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
    let mut spans = passage.spans.iter();
    let italic = spans.find(|span| span.kind == SpanKind::Italic);
    let italic = italic.map(|span| span.range.start as usize..span.range.end as usize);
    let begins = |range: &Range<usize>| {
        let before = passage.text.get(..range.start);
        before.is_some_and(|before| before.split_whitespace().count() <= 2)
    };
    italic
        .filter(begins)
        .unwrap_or_else(|| 0..lead_verb(&passage.text).len())
}

/// The form of the known verb phrase a text opens with, capitalised as at the start of a paragraph.
pub(crate) fn opening_verb(text: &str) -> Option<Verb> {
    phrase(text).map(|(verb, _)| verb)
}

/// Whether a text opens with a capitalised word in `-ing`: a participle, or a name such as `Working
/// Group`.
pub(crate) fn seems_participle(text: &str) -> bool {
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
                capitalised: first && !letters.next().is_some_and(char::is_uppercase),
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

/// The verb phrase a text opens with, and where it ends.
fn phrase(text: &str) -> Option<(Verb, usize)> {
    let mut at = LeadParser::new(each_word(text));
    at.peek().filter(|first| first.capitalised)?;
    at.adverbs(|word| !word.stops && (is_adverb(word) || word.lower.ends_with("ly")));
    let (verb, base) = verb_of(&at.peek()?.lower)?;
    at.take(1);
    if AUXILIARIES.contains(&base) {
        at.take(1);
    }
    if at.phrase("and") && at.word(1).is_some_and(|second| same_form(second, verb)) {
        at.take(2);
    }
    at.adverbs(is_adverb);
    let particles = PARTICLES
        .iter()
        .find(|(heads, _)| heads.contains(&base))
        .map_or(&[][..], |(_, particles)| particles);
    match particles.iter().find(|particle| at.phrase(particle)) {
        Some(particle) => at.take(particle.split(' ').count()),
        None if words::NEEDS_PARTICLE.contains(&base) => return None,
        None => {}
    }
    if EXPRESSING.contains(&base) {
        at.thing_expressed();
    } else {
        at.feeling();
    }
    Some((verb, at.end()))
}

/// The form of a verb and the word it stands under in the tables.
fn verb_of(word: &str) -> Option<(Verb, &'static str)> {
    if let Some(state) = listed(STATES, word).or_else(|| listed(AUXILIARIES, word)) {
        return Some((Verb::Participle, state));
    }
    let known = |base: &str| listed(VERBS, base);
    let participle = word.strip_suffix("ing").and_then(|stem| {
        known(stem)
            .or_else(|| known(&format!("{stem}e")))
            .or_else(|| known(undoubled(stem)?))
    });
    let finite = || {
        let stem = word.strip_suffix('s')?;
        known(stem)
            .or_else(|| known(stem.strip_suffix('e')?))
            .or_else(|| known(&format!("{}y", stem.strip_suffix("ie")?)))
    };
    participle
        .map(|base| (Verb::Participle, base))
        .or_else(|| finite().map(|base| (Verb::Finite, base)))
}

/// A word of an alphabetical list.
fn listed(list: &[&'static str], word: &str) -> Option<&'static str> {
    let position = list.binary_search(&word).ok()?;
    list.get(position).copied()
}

/// `regrett` to `regret`.
fn undoubled(stem: &str) -> Option<&str> {
    let mut letters = stem.chars();
    let last = letters.next_back()?;
    (letters.next_back()? == last).then(|| stem.strip_suffix(last))?
}

/// Whether `and` before this word joins two verbs: `Encouraging and supporting`.
fn same_form(word: &LeadWord<'_>, verb: Verb) -> bool {
    verb_of(&word.lower).is_some_and(|(second, _)| second == verb)
}

fn is_adverb(word: &LeadWord<'_>) -> bool {
    ADVERBS.contains(&word.lower.as_ref())
}

/// Walks over the words of a phrase, which are read as they are asked for. It does not go on behind
/// punctuation, but for that of the first word (`Once, more`, `Having, noted`).
struct LeadParser<'t, W> {
    unread: W,
    words: Vec<LeadWord<'t>>,
    next: usize,
}

impl<'t, W: Iterator<Item = LeadWord<'t>>> LeadParser<'t, W> {
    fn new(words: W) -> Self {
        Self {
            unread: words,
            words: Vec::new(),
            next: 0,
        }
    }

    /// Reads on until `count` words are known, or as many as the phrase can have.
    fn read(&mut self, count: usize) {
        while self.words.len() < count && !self.words.iter().skip(1).any(|word| word.stops) {
            let Some(word) = self.unread.next() else {
                return;
            };
            self.words.push(word);
        }
    }

    fn word(&mut self, ahead: usize) -> Option<&LeadWord<'t>> {
        let wanted = self.next + ahead;
        self.read(wanted + 1);
        let stopped = self.next == 1 && self.words[0].stops;
        self.words.get(wanted).filter(|_| !stopped)
    }

    fn peek(&mut self) -> Option<&LeadWord<'t>> {
        self.word(0)
    }

    fn next_is(&mut self, test: impl Fn(&LeadWord<'_>) -> bool) -> bool {
        self.peek().is_some_and(test)
    }

    fn phrase(&mut self, phrase: &str) -> bool {
        phrase
            .split(' ')
            .enumerate()
            .all(|(ahead, wanted)| self.word(ahead).is_some_and(|word| word.lower == wanted))
    }

    fn take(&mut self, count: usize) {
        self.read(self.next + count);
        self.next = (self.next + count).min(self.words.len());
    }

    /// `Also decides`, `Calls once more upon`.
    fn adverbs(&mut self, is_adverb: impl Fn(&LeadWord<'_>) -> bool) {
        loop {
            if self.phrase("once more") {
                self.take(2);
            } else if self.next_is(&is_adverb) {
                self.take(1);
            } else {
                return;
            }
        }
    }

    /// `with regret`, `with deep concern and dismay`; behind `note` also the `of` that follows.
    fn feeling(&mut self) {
        let Some(length) = self
            .phrase("with")
            .then(|| self.noun(1, FEELINGS))
            .flatten()
        else {
            return;
        };
        self.take(length);
        if self.phrase("of") && self.words[..self.next].iter().any(|w| w.lower == "note") {
            self.take(1);
        }
    }

    /// `the hope`, `its deep concern over`.
    fn thing_expressed(&mut self) {
        let article = usize::from(self.next_is(|word| {
            ["the", "its", "their", "our", "his", "her"].contains(&word.lower.as_ref())
        }));
        let Some(length) = self.noun(article, EXPRESSED) else {
            return;
        };
        self.take(length);
        if self.next_is(|w| ["over", "at", "about", "for", "with"].contains(&w.lower.as_ref())) {
            self.take(1);
        }
    }

    /// How many words there are to the end of a noun of the list, from `ahead` on: up to three
    /// adjectives before it, and a second one behind `and`.
    fn noun(&mut self, ahead: usize, nouns: &[&str]) -> Option<usize> {
        let first = self.one_of(nouns, ahead..ahead + 4)? + 1;
        let joined = self.word(first).is_some_and(|word| word.lower == "and");
        let second = joined.then(|| self.one_of(nouns, first + 1..first + 3));
        Some(second.flatten().map_or(first, |second| second + 1))
    }

    /// How far ahead the first word is that is in a list.
    fn one_of(&mut self, list: &[&str], mut ahead: Range<usize>) -> Option<usize> {
        let is_in = |word: &LeadWord<'_>| list.contains(&word.lower.as_ref());
        ahead.find(|&ahead| self.word(ahead).is_some_and(is_in))
    }

    fn end(&self) -> usize {
        self.next
            .checked_sub(1)
            .and_then(|last| self.words.get(last))
            .map_or(0, |last| last.end)
    }
}

#[cfg(test)]
mod tests {
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
