//! What a mistyped word may have been meant for, and what a slip costs: the score of each word found.

mod near;

use crate::search::index::concordance::Weighed;
use crate::search::index::vocabulary::Entry;
use crate::search::query::WordEnd;
use crate::search::terms::Certainty;
use crate::search::weights::{LEAST_BEGINNING, LIKELY_BEGINNING, SHORTEST_EXCHANGED};

pub(in crate::search) use near::{allowed, near};

/// Words that the word was mistyped for, or whose beginning it was mistyped for if it may go on. Calls `add` with the
/// entry, its quality and its certainty: a slip in few letters makes the beginning of anything.
pub(in crate::search) fn mistyped(
    words: Weighed<'_>,
    word: &str,
    end: WordEnd,
    mut add: impl FnMut(Entry, f32, Certainty),
) {
    let length = word.chars().count();
    if length == SHORTEST_EXCHANGED {
        for word in exchanged(word) {
            if let Some(entry) = words.vocabulary.find(word.as_bytes()) {
                add(entry, words.weights.slips[1], Certainty::Sure);
            }
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
        add(slip.entry, quality, certainty);
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
