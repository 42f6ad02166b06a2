//! Words whose letters were left out: `hmntrn` for `humanitarian`.

use crate::search::index::concordance::Weighed;
use crate::search::index::vocabulary::Entry;
use crate::search::terms::fuzzy::Letters;
use crate::search::weights::{FEWEST_LETTERS, MOST_BY_LETTERS};

/// Words that have the letters of the word in their order, the first one first.
pub(in crate::search) fn lacking_letters(
    words: Weighed<'_>,
    word: &str,
    letters: &Letters,
    mut add: impl FnMut(Entry, f32),
) {
    let length = word.chars().count();
    let Some(first) = word.chars().next().filter(|_| length >= FEWEST_LETTERS) else {
        return;
    };
    let beginning = words
        .vocabulary
        .beginning_with(first.encode_utf8(&mut [0; 4]).as_bytes());
    let mut guesses = Vec::new();
    for entry in words.vocabulary.lacking(0, word, beginning) {
        let whole = words.vocabulary.word(entry);
        let fits = whole.len() > word.len() && whole.len() <= word.len() * 3 + 2;
        if !fits || !stands_within(word.as_bytes(), whole) {
            continue;
        }
        let whole = std::str::from_utf8(whole).unwrap_or_default();
        let quality = words.weights.by_letters
            * letters
                .score(words.weights, whole, word)
                .unwrap_or(0.0)
                .powi(2);
        if quality > words.weights.least_by_letters {
            guesses.push((entry, quality));
        }
    }
    // Entries rise, so that of equal ones the first stays first.
    guesses.sort_by(|one, other| other.1.total_cmp(&one.1));
    guesses.truncate(MOST_BY_LETTERS);
    for (entry, quality) in guesses {
        add(entry, quality);
    }
}

/// Whether the bytes stand in the word in their order.
fn stands_within(letters: &[u8], word: &[u8]) -> bool {
    let mut rest = word.iter();
    letters
        .iter()
        .all(|letter| rest.any(|other| other == letter))
}
