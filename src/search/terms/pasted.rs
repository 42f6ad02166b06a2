//! A pasted text: the words that it is looked for by, and how much of a text it is.

use foldhash::HashMap;

use super::{rarity, spacing, ways};
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::stream::WordKind;
use crate::search::index::text_set::TextId;
use crate::search::index::vocabulary::WordId;
use crate::search::query::{Asked, MOST_WORDS};
use crate::text::sorting::sort_by;

/// The rarest known words of a pasted text, each once, in their order.
pub(in crate::search) fn telling(words: &Concordance, pasted: &[Asked]) -> Vec<Asked> {
    let pasted = spacing::join_linked(words, pasted);
    let id = |asked: &Asked| ways::exact(words, &asked.word);
    let known = pasted.iter().enumerate();
    let known = known.filter_map(|(at, asked)| Some((id(asked)?, at)));
    let mut known: Vec<(WordId, usize)> = known.collect();
    sort_by(&mut known, Ord::cmp);
    known.dedup_by_key(|(word, _)| *word);
    // Words are numbered by how many texts have them, from the most frequent one on.
    let rarest = known.iter().rev().take(MOST_WORDS);
    let mut positions: Vec<usize> = rarest.map(|&(_, at)| at).collect();
    sort_by(&mut positions, Ord::cmp);
    positions.into_iter().map(|at| pasted[at].clone()).collect()
}

/// The words of a pasted text, by which texts are compared with it.
#[derive(Debug)]
pub(in crate::search) struct PastedWords {
    /// How often it has each.
    counts: HashMap<WordId, u32>,
    /// What all of them weigh.
    weight: f32,
}

impl PastedWords {
    pub(in crate::search) fn of(words: &Concordance, pasted: &[Asked]) -> Self {
        let mut counts = HashMap::default();
        let mut weight = 0.0;
        for word in pasted
            .iter()
            .filter_map(|asked| ways::exact(words, &asked.word))
        {
            *counts.entry(word).or_insert(0) += 1;
            weight += weight_of(words, word);
        }
        Self { counts, weight }
    }

    /// How much of a text it is and the other way round, by weight, from 0 to 1: 1 where both have the same words.
    pub(in crate::search) fn overlap(&self, words: Weighed<'_>, text: TextId) -> f32 {
        let mut left = self.counts.clone();
        let (mut common, mut own) = (0.0, 0.0);
        words.sequences.each(text, |placed| {
            if placed.kind == WordKind::Simple {
                let weight = weight_of(&words, placed.word);
                own += weight;
                if let Some(count) = left.get_mut(&placed.word).filter(|count| **count > 0) {
                    *count -= 1;
                    common += weight;
                }
            }
        });
        2.0 * common / (self.weight + own).max(f32::EPSILON)
    }
}

fn weight_of(words: &Concordance, word: WordId) -> f32 {
    let texts = words.postings.texts() as f32;
    rarity(texts, words.postings.count(word) as f32)
}
