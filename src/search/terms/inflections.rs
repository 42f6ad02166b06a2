//! Other forms of a word, by what they share with it: `determine`, `determination`.

use std::sync::Arc;

use crate::search::index::concordance::Weighed;
use crate::search::index::vocabulary::{Entry, characters, shared_characters};
use crate::search::terms::ways::{Certainty, GatheredWays, Way, WayKind};

/// Other forms of a word, none of them sure.
pub(in crate::search) fn forms(words: Weighed<'_>, word: &str) -> Arc<[Way]> {
    let mut ways = GatheredWays::new(words);
    add_inflected(&mut ways, word, Certainty::Guess);
    ways.into_sorted()
}

/// Adds words that share the greater part of both.
pub(in crate::search) fn add_inflected(
    ways: &mut GatheredWays<'_>,
    word: &str,
    certainty: Certainty,
) {
    let words = ways.words;
    let length = word.chars().count();
    if length < 5 {
        return;
    }
    let stem = (length * 7 / 10).max(4);
    let end = word
        .char_indices()
        .nth(stem)
        .map_or(word.len(), |(at, _)| at);
    for entry in Entry::each(words.vocabulary.beginning_with(&word.as_bytes()[..end])) {
        let other = words.vocabulary.word(entry);
        let other_length = characters(other);
        let shared = usize::from(shared_characters(word.as_bytes(), other));
        let (one_ending, other_ending) = (length - shared, other_length - shared);
        let longer = length.max(other_length);
        let endings_differ_little = one_ending.max(other_ending) <= 6
            && one_ending.min(other_ending) <= 3
            && shared * 2 >= longer;
        if endings_differ_little {
            let alike = shared as f32 / longer as f32;
            let quality = words.weights.inflected * (0.6 + 0.4 * alike);
            ways.add(entry, WayKind::Inflected, quality, certainty);
        }
    }
}
