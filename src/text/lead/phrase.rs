//! Reads the English verb phrase that a text opens with, by the words in `words`.

use std::ops::Range;

use super::words::{
    self, ADVERBS, AUXILIARIES, EXPRESSED, EXPRESSING, FEELINGS, PARTICLES, STATES, VERBS,
};
use super::{Capitals, LeadWord, Verb, each_word, recitals};

/// The verb phrase a text opens with, and where it ends.
pub(super) fn phrase(text: &str, capitals: Capitals) -> Option<(Verb, usize)> {
    if let Some(recital) = recitals::phrase(text, capitals) {
        return Some(recital);
    }
    let mut at = LeadParser::new(each_word(text));
    let first = at.peek()?;
    let shouted = first.in_capitals;
    if !first.capitalised && !shouted && capitals == Capitals::Needed {
        return None;
    }
    if capitals == Capitals::Free && first.lower == "and" {
        at.take(1);
    }
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
    let behind = text.get(at.end()..).unwrap_or_default();
    // `ENCOURAGING THE WORK OF PEACE` is a title.
    let goes_on = behind.contains(char::is_lowercase) || behind.trim_end() == ":";
    (!shouted || goes_on).then(|| (verb, at.end()))
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
