//! Words of the vocabulary that a word may have been meant for, each with its quality: other forms of it,
//! what it was mistyped for, and what it was cut down from.

use super::slips;
use crate::search::index::concordance::Weighed;
use crate::search::index::vocabulary::{Entry, shared_characters};
use crate::search::query::WordEnd;
use crate::search::terms::expand::Certainty;
use crate::search::terms::fuzzy::Letters;
use crate::search::weights::{
    FEWEST_LETTERS, LEAST_BEGINNING, LIKELY_BEGINNING, MOST_BY_LETTERS, SHORTEST_EXCHANGED,
};

/// Words that share the greater part of both: `determine`, `determination`.
pub(in crate::search) fn inflected(
    words: Weighed<'_>,
    word: &str,
    mut add: impl FnMut(Entry, f32),
) {
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
            add(entry, words.weights.inflected * (0.6 + 0.4 * alike));
        }
    }
}

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
    let most = slips::allowed(length);
    slips::near(&words.vocabulary, word, most, |slip| {
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

/// The word with two neighbours exchanged, wherever they stand.
fn exchanged(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    (1..letters.len()).map(move |at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        letters.into_iter().collect()
    })
}

fn characters(word: &[u8]) -> usize {
    word.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// Whether the bytes stand in the word in their order.
fn stands_within(letters: &[u8], word: &[u8]) -> bool {
    let mut rest = word.iter();
    letters
        .iter()
        .all(|letter| rest.any(|other| other == letter))
}
