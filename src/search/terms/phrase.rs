//! Words that must stand side by side: a phrase.

use std::sync::Arc;

use super::{beginnings, ways};
use crate::search::index::compounds::WordKind;
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::text_set::{TextId, Texts};
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::query::{AskedPhrase, MOST_WORDS};
use crate::search::terms::ways::Way;

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
        Self::of_ways(words, &parts.collect::<Vec<_>>())
    }

    /// A phrase, by the ways of each of its parts.
    fn of_ways(words: Weighed<'_>, parts: &[Arc<[Way]>]) -> Self {
        let parts = parts.iter();
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
        self.end_in(words, text).is_some()
    }

    /// Where its last word stands in a text, the first time.
    fn end_in(&self, words: &Concordance, text: TextId) -> Option<u32> {
        let last = self.length.checked_sub(1)?;
        let mut end = None;
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
            let is_end = ended[0] >> last & 1 == 1;
            if is_end {
                end = Some(placed.position);
            }
            is_end
        });
        end
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

/// The texts in which a phrase stands as it was typed, in ascending order.
pub(in crate::search) fn texts_typed(words: Weighed<'_>, phrase: &AskedPhrase) -> Vec<TextId> {
    let parts = phrase.words.iter().zip(phrase.ends());
    let parts = parts.map(|(word, end)| beginnings::literal(words, word, end));
    let parts: Vec<_> = parts.collect();
    let run = Phrase::of_ways(words, &parts);
    let texts = with_rarest(words, &parts);
    texts
        .iter()
        .filter(|&text| run.stands_in(&words, text))
        .collect()
}

/// The first text in which words stand side by side that will do for the parts of a phrase, and where the last stands.
pub(in crate::search) fn first_of(
    words: Weighed<'_>,
    parts: &[Arc<[Way]>],
) -> Option<(TextId, u32)> {
    let run = Phrase::of_ways(words, parts);
    let texts = with_rarest(words, parts);
    texts
        .iter()
        .find_map(|text| Some((text, run.end_in(&words, text)?)))
}

/// The texts that have the rarest part of a phrase.
fn with_rarest(words: Weighed<'_>, parts: &[Arc<[Way]>]) -> Texts {
    let count = |ways: &&Arc<[Way]>| -> usize {
        ways.iter().map(|way| words.postings.count(way.word)).sum()
    };
    let mut texts = Texts::none(words.postings.texts());
    let rarest = parts.iter().min_by_key(count);
    for way in rarest.into_iter().flat_map(|ways| ways.iter()) {
        words.postings.add_to(&mut texts, way.word);
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
