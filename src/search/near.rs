//! Texts near to one: those that share the most of its rarest words, with the words of each in their order.
//!
//! How near they are is not judged here: among the texts that share the twelve rarest words of a paragraph, the first
//! thousand have 98 of 100 of its other wordings. Numbers are all one word, so that a wording which is renewed with
//! another day stays the same.

use super::index::Index;
use super::index::stream::WordKind;
use super::index::text_set::TextId;
use super::index::vocabulary::{Entry, WordId};
use crate::search::index::varint::narrow;
use crate::text::model::Place;
use crate::text::sorting::sort_by;

/// How many of the rarest words of a text are looked up.
const RAREST: usize = 12;

/// What a number weighs: about as much as a word that half of all texts have.
const NUMBER: f32 = 0.6;

/// A text and those near to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NearTexts {
    /// The text itself first, then those that share most of its rarest words.
    pub texts: Vec<NearText>,
    /// What each word weighs, the more the fewer texts have it.
    pub weights: Vec<f32>,
}

/// A text of one or more paragraphs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NearText {
    /// The paragraphs that read so word for word, in the order of the corpus.
    pub places: Vec<Place>,
    /// The numbers of its words in their order.
    pub words: Vec<u32>,
}

/// The paragraph at `place` and at most `most` texts near to it; nothing where there is no paragraph.
pub(super) fn near(index: &Index, place: Place, most: usize) -> NearTexts {
    let Some(text) = index.paragraphs.text_at(place) else {
        return NearTexts::default();
    };
    let numbers = NumberWords::of(index);
    let mut near = NearTexts {
        weights: weights(index),
        texts: Vec::new(),
    };
    let own = numbers.words(index, text);
    let sharing = sharing(index, &near.weights, &own);
    let others = sharing.into_iter().filter(|&other| other != text);
    for text in std::iter::once(text).chain(others.take(most)) {
        let alike = index.paragraphs.alike(text);
        near.texts.push(NearText {
            places: alike.map(|alike| index.paragraphs.place(alike)).collect(),
            words: numbers.words(index, text),
        });
    }
    near
}

/// What each word weighs, and at the end a number.
fn weights(index: &Index) -> Vec<f32> {
    let postings = &index.words.postings;
    let texts = postings.texts() as f32 + 1.0;
    let words = 0..index.words.vocabulary.len();
    let counts = words.map(|word| postings.count(WordId(narrow(word))) as f32);
    let weights = counts.map(|count| libm::logf(texts / (count + 0.5)).max(0.0));
    weights.chain([NUMBER]).collect()
}

/// The texts that share the rarest words of one, those first that share the most.
fn sharing(index: &Index, weights: &[f32], words: &[u32]) -> Vec<TextId> {
    // The numbers of words count from the most frequent one, and the one behind all words is no word.
    let mut rarest: Vec<u32> = words.to_vec();
    rarest.retain(|&word| (word as usize) + 1 < weights.len());
    rarest.sort_unstable();
    rarest.dedup();
    let mut shares = vec![0.0_f32; index.words.postings.texts()];
    for &word in rarest.iter().rev().take(RAREST) {
        index.words.postings.each(WordId(word), |text| {
            shares[text.index()] += weights[word as usize];
        });
    }
    let share = |text: TextId| shares[text.index()];
    let all = (0..narrow(shares.len())).map(TextId);
    let mut sharing: Vec<TextId> = all.filter(|&text| share(text) > 0.0).collect();
    sort_by(&mut sharing, |&one, &other| {
        share(other).total_cmp(&share(one))
    });
    sharing
}

/// Which words are numbers.
struct NumberWords {
    are_numbers: Vec<bool>,
}

impl NumberWords {
    fn of(index: &Index) -> Self {
        let vocabulary = &index.words.vocabulary;
        let mut are_numbers = vec![false; vocabulary.len()];
        for digit in b'0'..=b'9' {
            let entries = vocabulary.beginning_with(&[digit]);
            for entry in Entry::each(entries) {
                are_numbers[vocabulary.id(entry).index()] = true;
            }
        }
        Self { are_numbers }
    }

    /// The words of a text; each number is the one behind all words.
    fn words(&self, index: &Index, text: TextId) -> Vec<u32> {
        let mut words = Vec::new();
        index.words.sequences.each(text, |placed| {
            if placed.kind == WordKind::Simple {
                let is_number = self.are_numbers.get(placed.word.index()) == Some(&true);
                let number = narrow(self.are_numbers.len());
                words.push(if is_number { number } else { placed.word.0 });
            }
        });
        words
    }
}
