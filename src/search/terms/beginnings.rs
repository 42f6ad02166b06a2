//! Words that are typed to their end or up to anywhere before it, and numbers in either spelling: what is sure.

use std::sync::Arc;

use crate::search::index::concordance::Weighed;
use crate::search::index::vocabulary::Entry;
use crate::search::query::WordEnd;
use crate::search::terms::ways::{Certainty, GatheredWays, Way, WayKind, exact, is_number};
use crate::search::weights::{EXACT, FAR_COMMONER, LETTERS, SHORTEST_NUMBER};
use crate::search::words::spelling;

/// The word itself, or where it may go on, all that it begins.
pub(in crate::search) fn literal(words: Weighed<'_>, word: &str, end: WordEnd) -> Arc<[Way]> {
    let mut ways = GatheredWays::new(words);
    match end {
        WordEnd::Open => add_beginnings(&mut ways, (word, WordEnd::Typed)),
        WordEnd::Typed => ways.add_exact(word, WayKind::Typed, EXACT, Certainty::Sure),
    }
    ways.into_sorted()
}

/// Adds the words that a word begins, in its spelling or in another of the same beginning.
pub(in crate::search) fn add_beginnings(ways: &mut GatheredWays<'_>, (word, end): (&str, WordEnd)) {
    add_spelled(ways, (word, end), word.as_bytes());
    if let Some(other) = spelling::half_typed(word.as_bytes()) {
        add_spelled(ways, (word, end), &other);
    }
}

/// Adds the words that begin with `prefix`, which is how a word is spelled.
fn add_spelled(ways: &mut GatheredWays<'_>, (word, end): (&str, WordEnd), prefix: &[u8]) {
    let words = ways.words;
    let vocabulary = &words.vocabulary;
    let (least, most) = begun(ways, (word, end), prefix);
    let certainty = if is_number(word) && word.len() < SHORTEST_NUMBER {
        Certainty::Guess
    } else {
        Certainty::Sure
    };
    for entry in Entry::each(vocabulary.beginning_with(prefix)) {
        let whole = vocabulary.word(entry).len();
        if whole == prefix.len() {
            ways.add(
                entry,
                WayKind::Typed,
                whole_word(&ways.words, word, end),
                Certainty::Sure,
            );
        } else if certainty == Certainty::Sure || end == WordEnd::Open {
            let typed = prefix.len() as f32 / whole as f32;
            let quality = least + (most - least) * typed;
            ways.add(entry, WayKind::Begun, quality, certainty);
        }
    }
}

/// The quality of a word that is typed to its last letter: a letter or two that may go on are no word yet.
fn whole_word(words: &Weighed<'_>, word: &str, end: WordEnd) -> f32 {
    if end == WordEnd::Open && !is_number(word) && word.chars().count() <= LETTERS {
        words.weights.letters
    } else {
        EXACT
    }
}

/// The qualities of a word that a word begins, from one of which nothing is typed to one that is typed.
fn begun(ways: &GatheredWays<'_>, (word, end): (&str, WordEnd), prefix: &[u8]) -> (f32, f32) {
    let weights = ways.words.weights;
    if end == WordEnd::Open && !is_number(word) {
        return match word.chars().count() {
            ..=LETTERS => weights.begun_by_letters,
            _ => weights.begun_by_last,
        };
    }
    let is_word = ways.words.vocabulary.find(prefix).is_some();
    let share = if is_word { weights.beyond_word } else { 1.0 };
    (weights.prefix_least * share, weights.prefix_most * share)
}

/// Adds the plural of a word or its singular. A singular that is far commoner than the plural is another word: `news`.
pub(in crate::search) fn add_other_number(ways: &mut GatheredWays<'_>, word: &str) {
    let (words, weights) = (ways.words, ways.words.weights);
    let count = |word: &str| exact(&words, word).map_or(0, |id| words.postings.count(id));
    let known = count(word);
    for (others, quality) in [
        (spelling::other_numbers(word), weights.numeral),
        (spelling::with_or_without_s(word), weights.with_s),
    ] {
        for other in others {
            if known == 0 || count(&other) <= known * FAR_COMMONER {
                ways.add_exact(&other, WayKind::Number, quality, Certainty::Sure);
            }
        }
    }
}

/// Adds the other ways to write a number.
pub(in crate::search) fn add_numerals(ways: &mut GatheredWays<'_>, word: &str) {
    let quality = ways.words.weights.numeral;
    for other in spelling::numerals(word) {
        ways.add_exact(&other, WayKind::Number, quality, Certainty::Sure);
    }
}
