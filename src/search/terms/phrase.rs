//! Words that must stand side by side: a phrase.

use super::expand;
use crate::search::index::concordance::Concordance;
use crate::search::index::text_set::TextId;
use crate::search::query::MOST_WORDS;

/// A phrase, looked up once and then looked for in many texts.
#[derive(Debug)]
pub(in crate::search) struct Phrase {
    /// By word: for which parts of the phrase it will do, a bit each.
    parts: Vec<u16>,
    length: usize,
}

impl Phrase {
    /// Looks up a phrase of folded words; `goes_on` where the last is still being typed.
    pub(in crate::search) fn new(words: &Concordance, phrase: &[String], goes_on: bool) -> Self {
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
    pub(in crate::search) fn stands_in(&self, words: &Concordance, text: TextId) -> bool {
        let Some(last) = self.length.checked_sub(1) else {
            return false;
        };
        // The parts that a run from the first one ends with: here, one position before, and two.
        let mut ended = [0_u16; 3];
        words.sequences.any(text, |placed| {
            if !placed.compound {
                ended = [0, ended[0], ended[1]];
            }
            let before = ended[if placed.compound { 2 } else { 1 }];
            let parts = self.parts.get(placed.word.index()).copied();
            ended[0] |= (before << 1 | 1) & parts.unwrap_or(0);
            ended[0] >> last & 1 == 1
        })
    }
}

/// Tells the texts in which a phrase of whole words stands, in their order.
pub(in crate::search) fn each_text(
    words: &Concordance,
    phrase: &[String],
    tell: &mut dyn FnMut(TextId),
) {
    let first = phrase.first().and_then(|word| expand::exact(words, word));
    let Some(first) = first else { return };
    let run = (phrase.len() > 1).then(|| Phrase::new(words, phrase, false));
    words.postings.each(first, |text| {
        if run.as_ref().is_none_or(|run| run.stands_in(words, text)) {
            tell(text);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::builder::Collector;

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
            let run = Phrase::new(&words, &phrase, goes_on);
            assert_eq!(run.stands_in(&words, TextId(0)), stands, "{phrase:?}");
        }
    }
}
