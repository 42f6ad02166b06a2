//! Words whose letters were left out: `hmntrn` for `humanitarian`. None of them is sure.

mod subsequence;

use crate::search::index::vocabulary::Entry;
use crate::search::terms::ways::{Certainty, GatheredWays, WayKind};
use crate::search::weights::{FEWEST_LETTERS, MOST_BY_LETTERS};
use crate::search::words::spelling;
use crate::text::sorting::sort_by;

pub(in crate::search) use subsequence::Letters;

/// Adds words that have the letters of the word in their order, the first one first.
pub(in crate::search) fn add_longer(ways: &mut GatheredWays<'_>, word: &str, letters: &Letters) {
    add_having(ways, word, letters);
    if let Some(other) = spelling::cut_down(word).filter(|_| lacks_vowels(word)) {
        add_having(ways, &other, letters);
    }
}

fn add_having(ways: &mut GatheredWays<'_>, word: &str, letters: &Letters) {
    let length = word.chars().count();
    let Some(first) = word.chars().next().filter(|_| length >= FEWEST_LETTERS) else {
        return;
    };
    let words = ways.words;
    let (vocabulary, weights) = (&words.vocabulary, words.weights);
    let beginning = vocabulary.beginning_with(first.encode_utf8(&mut [0; 4]).as_bytes());
    let quality = |entry: Entry| {
        let whole = vocabulary.word(entry);
        let fits = whole.len() > word.len() && whole.len() <= word.len() * 3 + 2;
        let holds = fits && stands_within(word.as_bytes(), whole);
        let whole = std::str::from_utf8(whole).ok().filter(|_| holds)?;
        Some(weights.by_letters * letters.score(weights, whole, word)?.powi(2))
    };
    let likely = vocabulary.lacking(0, word, beginning);
    let likely = likely.filter_map(|entry| Some((entry, quality(entry)?)));
    let mut guesses: Vec<_> = likely
        .filter(|(_, quality)| *quality > weights.least_by_letters)
        .collect();
    // Entries rise, so that of equal ones the first stays first.
    sort_by(&mut guesses, |one, other| other.1.total_cmp(&one.1));
    guesses.truncate(MOST_BY_LETTERS);
    for (entry, quality) in guesses {
        ways.add(entry, WayKind::LettersLeftOut, quality, Certainty::Guess);
    }
}

/// Whether the bytes stand in the word in their order.
fn stands_within(letters: &[u8], word: &[u8]) -> bool {
    let mut rest = word.iter();
    letters
        .iter()
        .all(|letter| rest.any(|other| other == letter))
}

/// Whether a word has no vowel behind its first letter, though its script writes vowels. Readers who
/// leave vowels out keep a `y` at the end: `scrty`.
pub(in crate::search) fn lacks_vowels(word: &str) -> bool {
    let within = word.strip_suffix('y').unwrap_or(word).chars().skip(1);
    word.bytes().all(|letter| letter.is_ascii_lowercase())
        && !within
            .into_iter()
            .any(|letter| is_vowel(letter) || letter == 'y')
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}
