//! Words that must stand side by side: a phrase.

use super::concordance::Concordance;
use super::expand;
use super::query::MOST_WORDS;

/// A phrase, looked up once and then looked for in many texts.
#[derive(Debug)]
pub(super) struct Run {
    /// By word: for which parts of the phrase it will do, a bit each.
    parts: Vec<u16>,
    length: usize,
}

impl Run {
    /// Looks up a phrase of folded words; `goes_on` where the last is still being typed.
    pub(super) fn new(words: &Concordance, phrase: &[String], goes_on: bool) -> Self {
        let last = phrase.len().saturating_sub(1);
        let mut parts = vec![0; words.vocabulary.len()];
        for (part, word) in phrase.iter().enumerate().take(MOST_WORDS) {
            for way in expand::literal(words, word, goes_on && part == last).iter() {
                parts[way.word.index()] |= 1 << part;
            }
        }
        let length = phrase.len().min(MOST_WORDS);
        Self { parts, length }
    }

    /// Whether the phrase stands in a text.
    pub(super) fn stands_in(&self, words: &Concordance, text: u32) -> bool {
        let mut ended = [Ends::default(); MOST_WORDS];
        words.sequences.any(text, |placed| {
            let parts = self.parts.get(placed.word.index()).copied();
            let parts = parts.filter(|&parts| parts != 0);
            let Some(parts) = parts else { return false };
            let mut stands = false;
            // Positions are counted from 1 here, so that 0 is before all. A compound covers two.
            let here = placed.position + 1;
            let before = here.saturating_sub(if placed.compound { 2 } else { 1 });
            for part in (0..self.length).rev().filter(|part| parts >> part & 1 == 1) {
                if part == 0 || ended[part - 1].at(before) {
                    ended[part].add(here);
                    stands |= part + 1 == self.length;
                }
            }
            stands
        })
    }
}

/// Where runs up to one part of a phrase ended lately.
#[derive(Clone, Copy, Default)]
struct Ends {
    last: u32,
    /// Bit `n`: one ended `n` positions before the last.
    back: u32,
}

impl Ends {
    fn add(&mut self, position: u32) {
        self.back = self.back.checked_shl(position - self.last).unwrap_or(0) | 1;
        self.last = position;
    }

    fn at(self, position: u32) -> bool {
        let back = self.last.checked_sub(position);
        back.is_some_and(|back| back < u32::BITS && self.back >> back & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::concordance::Collector;
    use super::*;

    #[test]
    fn a_phrase_is_found_across_compounds_and_half_typed() {
        let mut collector = Collector::default();
        collector.add("the cease-fire line; a ceasefire");
        let words = collector.finish();
        for (phrase, goes_on, stands) in [
            ("cease fire", false, true),
            ("the ceasefire line", false, true),
            ("fire line", false, true),
            ("the line", false, false),
            ("line cease", false, false),
            ("ceasefire li", true, true),
            ("ceasefire li", false, false),
            ("unknown", false, false),
        ] {
            let phrase: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let run = Run::new(&words, &phrase, goes_on);
            assert_eq!(run.stands_in(&words, 0), stands, "{phrase:?}");
        }
    }
}
