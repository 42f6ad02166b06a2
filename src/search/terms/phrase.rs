//! Words that must stand side by side: a phrase.

use std::sync::Arc;

use super::{beginnings, ways};
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::postings::Postings;
use crate::search::index::sequences::CodedText;
use crate::search::index::stream::compounds::PhraseEnds;
use crate::search::index::text_set::{TextId, Texts};
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::query::{AskedPhrase, MOST_WORDS};
use crate::search::terms::ways::Way;

/// A phrase, looked up once and then looked for in many texts.
#[derive(Debug)]
pub(in crate::search) struct Phrase {
    /// By word: for which parts of the phrase it will do, a bit each.
    parts: Vec<u16>,
    /// By part: the words that will do for it.
    words: Vec<Vec<WordId>>,
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
        let fitting = phrase.take(MOST_WORDS);
        let words: Vec<Vec<WordId>> = fitting.map(|part| part.into_iter().collect()).collect();
        for (part, fitting) in words.iter().enumerate() {
            for word in fitting {
                parts[word.index()] |= 1 << part;
            }
        }
        Self { parts, words }
    }

    /// Whether the phrase stands in a text.
    pub(in crate::search) fn stands_in(&self, words: &Concordance, text: TextId) -> bool {
        self.end_in(words, text).is_some()
    }

    /// Leaves of some texts those in which it stands. Only those are read of which the index does not tell.
    pub(in crate::search) fn narrow(&self, words: &Concordance, texts: &mut Texts) {
        let mut known = Texts::none(words.postings.texts());
        if let [part] = self.words.as_slice() {
            add_printed(words, part, &mut known);
        }
        for pair in self.words.windows(2) {
            let pair = [pair[0].as_slice(), pair[1].as_slice()];
            let mut with = Texts::none(words.postings.texts());
            if add_neighbours(&words.postings, pair, &mut with) {
                if self.words.len() == 2 {
                    known = with.clone();
                }
                add_others(&words.postings, pair, &mut with);
                texts.keep(&with);
            }
        }
        known.keep(texts);
        texts.leave_out(&known);
        let stands = |text: CodedText<'_>| self.end_of(text).is_some();
        words.sequences.retain(texts, stands);
        texts.add_all(&known);
    }

    /// Where its last word stands in a text, the first time.
    fn end_in(&self, words: &Concordance, text: TextId) -> Option<u32> {
        words.sequences.of(text, |text| self.end_of(text))
    }

    fn end_of(&self, text: CodedText<'_>) -> Option<u32> {
        let last = self.words.len().checked_sub(1)?;
        let mut end = None;
        // The parts that a run from the first one ends with.
        let mut ended = PhraseEnds::<u16>::default();
        text.any(|placed| {
            let Some(before) = ended.before(placed.kind) else {
                return false;
            };
            let parts = self.parts.get(placed.word.index()).copied();
            *ended.here() |= (before << 1 | 1) & parts.unwrap_or(0);
            let is_end = *ended.here() >> last & 1 == 1;
            if is_end {
                end = Some(placed.position);
            }
            is_end
        });
        end
    }
}

/// Adds the texts that have a word which is no alias: such a word is printed in each of them.
fn add_printed(words: &Concordance, part: &[WordId], texts: &mut Texts) {
    let aliases = words.aliases.all().iter();
    let aliases: Vec<_> = aliases
        .filter_map(|alias| ways::exact(words, alias))
        .collect();
    for &word in part.iter().filter(|&word| !aliases.contains(word)) {
        words.postings.add_to(texts, word);
    }
}

/// Adds the texts in which the commonest of the words of two parts stand side by side; whether both parts have any.
fn add_neighbours(postings: &Postings, parts: [&[WordId]; 2], texts: &mut Texts) -> bool {
    let common = parts.map(|part| {
        let words = part.iter().copied();
        words.filter(|&word| postings.has_neighbours(word))
    });
    let [firsts, seconds] = common;
    for first in firsts.clone() {
        for second in seconds.clone() {
            postings.add_neighbours(texts, first, second);
        }
    }
    firsts.count() > 0 && seconds.count() > 0
}

/// Adds the texts that have another of the words of two parts: of these nobody knows where they stand.
fn add_others(postings: &Postings, parts: [&[WordId]; 2], texts: &mut Texts) {
    let others = parts.into_iter().flatten();
    for &word in others.filter(|&&word| !postings.has_neighbours(word)) {
        postings.add_to(texts, word);
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
    let mut texts = with_rarest(words, &parts);
    Phrase::of_ways(words, &parts).narrow(&words, &mut texts);
    texts.iter().collect()
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
    use crate::search::index::aliases::definitions::Definition;
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

    #[test]
    fn phrases_of_the_commonest_words_are_found_where_they_are_printed() {
        let mut collector = Collector::default();
        let words = [
            "the",
            "of",
            "peace-keeping",
            "peacekeeping",
            "peace",
            "keeping",
            "un",
            "united nations",
        ];
        // Texts of four of them, of each four once.
        for number in 0..8_usize.pow(4) {
            let four = [0, 3, 6, 9].map(|shift| words[number >> shift & 7]);
            collector.add(&format!("{} x{number}", four.join(" ")));
        }
        // No query is read as the second one, as its form is read as the first.
        let definitions = ["of", "un"].map(|alias| Definition {
            form: ["united", "nations"].map(str::to_owned).to_vec(),
            alias: alias.to_owned(),
        });
        let words = collector.finish(&definitions);
        let weights = Weights::default();
        for (phrase, end) in [
            ("the of", Typed),
            ("of peacekeeping", Typed),
            ("peacekeeping the", Typed),
            ("keeping united", Typed),
            ("the peace keeping of", Typed),
            ("nations un", Typed),
            ("un the", Typed),
            ("un", Typed),
            ("of peace", Open),
            ("the u", Open),
            ("u", Open),
        ] {
            let asked = AskedPhrase {
                words: phrase.split(' ').map(str::to_owned).collect(),
                end,
            };
            let run = Phrase::typed(words.weighed(&weights), &asked);
            let all = Texts::all(words.postings.texts());
            let mut expected = all.clone();
            expected.retain(|text| run.stands_in(&words, text));
            let mut found = all.clone();
            run.narrow(&words, &mut found);
            let some = 1..all.count();
            assert!(
                some.contains(&found.count()) && found == expected,
                "{phrase}"
            );
        }
    }
}
