//! What a mistyped word may have been meant for, and what a slip costs: the score of each word found.

mod edit_distance;

use crate::search::query::WordEnd;
use crate::search::terms::ways::{Certainty, GatheredWays, WayKind};
use crate::search::weights::{LEAST_BEGINNING, LIKELY_BEGINNING, SHORTEST_EXCHANGED};

pub(in crate::search) use edit_distance::{allowed, near};

/// Adds words that the word was mistyped for, or whose beginning it was mistyped for if it may go on: at a `share` of
/// their quality, and `at_most` that certain. A slip in few letters makes the beginning of anything.
pub(in crate::search) fn add_mistyped(
    ways: &mut GatheredWays<'_>,
    word: &str,
    end: WordEnd,
    share: f32,
    at_most: Certainty,
) {
    let words = ways.words;
    let length = word.chars().count();
    if length == SHORTEST_EXCHANGED {
        for word in exchanged(word) {
            let quality = words.weights.slips[1] * share;
            ways.add_exact(&word, WayKind::Mistyped, quality, at_most);
        }
    }
    let most = allowed(length);
    near(&words.vocabulary, word, most, |slip| {
        let whole = words.weights.slips.get(usize::from(slip.whole));
        let beginning = usize::from(slip.beginning);
        let beginning = words
            .weights
            .slips_in_beginning
            .get(beginning)
            .filter(|_| end == WordEnd::Open && length >= LEAST_BEGINNING[beginning]);
        let best = [whole, beginning].into_iter().flatten().copied();
        let Some(mut quality) = best.reduce(f32::max) else {
            return;
        };
        if words.vocabulary.word(slip.entry).first() != word.as_bytes().first() {
            quality *= words.weights.other_first_letter;
        }
        let certainty = if whole.is_some() || length >= LIKELY_BEGINNING {
            Certainty::Sure
        } else {
            Certainty::Guess
        };
        let certainty = certainty.min(at_most);
        ways.add(slip.entry, WayKind::Mistyped, quality * share, certainty);
    });
}

/// The word with two neighbours exchanged, wherever they stand.
fn exchanged(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    (1..letters.len()).map(move |at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        letters.into_iter().collect()
    })
}
