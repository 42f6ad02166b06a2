//! Words that must stand side by side: a phrase.

use super::{beginnings, ways};
use crate::search::index::compounds::WordKind;
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::text_set::TextId;
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::query::{AskedPhrase, MOST_WORDS};

/// A phrase, looked up once and then looked for in many texts.
#[derive(Debug)]
pub(in crate::search) struct Phrase {
    /// By word: for which parts of the phrase it will do, a bit each.
    parts: Vec<u16>,
    length: usize,
}

impl Phrase {
    /// Looks up a phrase as it was typed: of the last word perhaps a beginning only.
    pub(in crate::search) fn typed(words: Weighed<'_>, phrase: &AskedPhrase) -> Self {
        let ends = phrase.words.iter().zip(phrase.ends());
        let parts = ends.map(|(word, end)| beginnings::literal(words, word, end));
        let parts = parts.map(|ways| ways.iter().map(|way| way.word).collect::<Vec<_>>());
        Self::of(&words, parts)
    }

    /// Looks up a phrase of whole folded words.
    fn whole(words: &Concordance, phrase: &[String]) -> Self {
        Self::of(words, phrase.iter().map(|word| ways::exact(words, word)))
    }

    /// A phrase, by the words that will do for each of its parts.
    fn of<W>(words: &Concordance, phrase: impl Iterator<Item = W>) -> Self
    where
        W: IntoIterator<Item = WordId>,
    {
        let mut parts = vec![0; words.vocabulary.len()];
        let mut length = 0;
        for (part, fitting) in phrase.enumerate().take(MOST_WORDS) {
            length = part + 1;
            for word in fitting {
                parts[word.index()] |= 1 << part;
            }
        }
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
            let before = match placed.kind {
                WordKind::Simple => {
                    ended = [0, ended[0], ended[1]];
                    ended[1]
                }
                WordKind::Compound => ended[2],
                // A phrase is looked for as it is printed.
                WordKind::Alias(_) => return false,
            };
            let parts = self.parts.get(placed.word.index()).copied();
            ended[0] |= (before << 1 | 1) & parts.unwrap_or(0);
            ended[0] >> last & 1 == 1
        })
    }
}

/// The texts in which a phrase stands of whose last word a beginning is typed; some of them twice.
pub(in crate::search) fn texts_beginning(words: &Concordance, phrase: &[String]) -> Vec<TextId> {
    let mut texts = Vec::new();
    let Some((last, before)) = phrase.split_last() else {
        return texts;
    };
    let begun = words.vocabulary.beginning_with(last.as_bytes());
    let begun: Vec<_> = Entry::each(begun)
        .map(|entry| words.vocabulary.id(entry))
        .collect();
    let whole = before
        .iter()
        .map(|word| Vec::from_iter(ways::exact(words, word)));
    let parts = whole.chain([begun.clone()]);
    let run = (!before.is_empty()).then(|| Phrase::of(words, parts));
    for word in begun {
        words.postings.each(word, |text| {
            if run.as_ref().is_none_or(|run| run.stands_in(words, text)) {
                texts.push(text);
            }
        });
    }
    texts
}

/// The texts in which a phrase of whole folded words stands, in ascending order.
pub(in crate::search) fn texts_with(words: &Concordance, phrase: &[String]) -> Vec<TextId> {
    let mut texts = Vec::new();
    let run = (phrase.len() > 1).then(|| Phrase::whole(words, phrase));
    if let Some(first) = phrase.first().and_then(|word| ways::exact(words, word)) {
        words.postings.each(first, |text| {
            if run.as_ref().is_none_or(|run| run.stands_in(words, text)) {
                texts.push(text);
            }
        });
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::builder::Collector;
    use crate::search::query::WordEnd::{Open, Typed};
    use crate::search::weights::Weights;

    #[test]
    fn a_phrase_is_found_across_compounds_and_half_typed() {
        let mut collector = Collector::default();
        collector.add("the cease-fire line; a ceasefire");
        let (words, weights) = (collector.finish(&[]), Weights::default());
        for (phrase, end, stands) in [
            ("cease fire", Typed, true),
            ("the ceasefire line", Typed, true),
            ("fire line", Typed, true),
            ("the line", Typed, false),
            ("line cease", Typed, false),
            ("ceasefire li", Open, true),
            ("ceasefire li", Typed, false),
            ("unknown", Typed, false),
        ] {
            let phrase = AskedPhrase {
                words: phrase.split(' ').map(str::to_owned).collect(),
                end,
            };
            let run = Phrase::typed(words.weighed(&weights), &phrase);
            assert_eq!(run.stands_in(&words, TextId(0)), stands, "{phrase:?}");
        }
    }
}
