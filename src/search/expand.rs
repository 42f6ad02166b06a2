//! From one word as typed to the words of the corpus that it may stand for.
//!
//! | way | quality | sure |
//! |---|---|---|
//! | the word itself | 1 | yes |
//! | it begins the word | .6 to .92, more the less is missing | yes |
//! | the same number: `8`, `8th`; `5`, `five` | .9 | yes |
//! | they share a long beginning: `determine`, `determination` | .36 to .6 | if nothing better |
//! | a typing slip, two in long words, also in a beginning | .75, .5; .4, .35 | if nothing better |
//! | letters left out: `hmntrn` | up to .65 | never |
//!
//! A sure way is what the reader meant as far as one can know. Of a word that the corpus knows, only
//! itself and its beginnings are; a word that it does not know was mistyped or inflected. Known words are
//! guessed at where little is found: where nothing is, by all that they may have been meant for. The
//! qualities were tuned on known items among Security Council paragraphs; what matters is their order
//! and that two fair matches beat one good one.

use std::collections::HashMap;
use std::sync::Arc;

use super::bytes::narrow;
use super::concordance::Concordance;
use super::slips;
use super::spelling;
use super::vocabulary::{WordId, shared_characters};
use crate::fuzzy::{self, Letters};
use crate::order;

const EXACT: f32 = 1.0;
const PREFIX_LEAST: f32 = 0.6;
const PREFIX_MOST: f32 = 0.92;
/// What is left of it where the beginning is a word itself: who types `right` means `rights` less.
const BEYOND_WORD: f32 = 0.65;
const NUMERAL: f32 = 0.9;
const INFLECTED: f32 = 0.6;
/// By the number of slips.
const WHOLE_SLIP: [f32; 3] = [EXACT, 0.75, 0.5];
const BEGINNING_SLIP: [f32; 3] = [0.6, 0.4, 0.35];
/// Beginnings shorter than this, in characters, are not forgiven one slip, or two.
const LEAST_BEGINNING: [usize; 3] = [0, 5, 9];
/// What is left of a slip's quality in a word that the corpus knows: it was hardly mistyped.
const OF_KNOWN: f32 = 0.5;
/// A first letter is seldom mistyped.
const OTHER_FIRST_LETTER: f32 = 0.8;
const LETTERS: f32 = 0.65;
/// Guesses by letters that are worse are dropped: anything contains four letters in some order.
const LETTERS_LEAST: f32 = 0.08;
/// How many guesses by letters are kept: the best.
const MOST_BY_LETTERS: usize = 40;
/// Numbers shorter than this are not taken for the beginning of longer ones.
const SHORTEST_NUMBER: usize = 3;
/// Cached words; a session of typing needs a few dozen.
const MOST_CACHED: usize = 256;

/// A word of the corpus that a typed word may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Way {
    pub(super) word: WordId,
    /// 1 for the word itself.
    pub(super) quality: f32,
    /// Whether it is no guess.
    pub(super) sure: bool,
}

/// How far to look, beyond where a word that is not known leads anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effort {
    /// No further.
    Sure,
    /// For other forms of the word.
    Forms,
    /// For all that it may have been meant for.
    Guess,
}

/// Finds ways, and remembers them from key to key: typing changes the last word only.
#[derive(Debug, Default)]
pub(super) struct Expander {
    letters: Letters,
    cache: HashMap<String, Known>,
}

/// The ways of one word by the effort they took, those that were asked for.
type Known = [Option<Arc<[Way]>>; 3];

impl Expander {
    /// The ways of a folded word, the best first.
    pub(super) fn ways(&mut self, words: &Concordance, word: &str, effort: Effort) -> Arc<[Way]> {
        if self.cache.len() >= MOST_CACHED && !self.cache.contains_key(word) {
            // Every query begins with a letter, and each stands for a good part of the words.
            self.cache.retain(|word, _| word.len() == 1);
        }
        let known = self.cache.entry(word.to_owned()).or_default();
        if let Some(ways) = &known[effort as usize] {
            return Arc::clone(ways);
        }
        let mut ways = beginnings(words, word);
        let unknown = ways.found.is_empty();
        if !is_number(word) && (unknown || effort != Effort::Sure) {
            // Without its vowels a word was cut down: it is no other form of a word, nor its beginning.
            let is_cut_down = fuzzy::lacks_vowels(word);
            if !is_cut_down {
                ways.add_inflected(word, unknown);
            }
            if unknown || effort == Effort::Guess {
                ways.add_slips(word, unknown, !is_cut_down);
                ways.add_letters(word, &self.letters);
                if let Some(other) = spelling::cut_down(word).filter(|_| is_cut_down) {
                    ways.add_letters(&other, &self.letters);
                }
            }
        }
        let ways = ways.into_sorted();
        known[effort as usize] = Some(Arc::clone(&ways));
        if unknown || is_number(word) {
            known.fill(Some(Arc::clone(&ways)));
        }
        ways
    }
}

/// The words that a word begins, and other ways to write a number.
fn beginnings<'c>(words: &'c Concordance, word: &str) -> Ways<'c> {
    let mut ways = Ways::new(words);
    ways.add_beginnings(word);
    for other in spelling::numerals(word) {
        if let Some(entry) = words.vocabulary.find(other.as_bytes()) {
            ways.add(entry, NUMERAL, true);
        }
    }
    ways
}

/// The word itself in the corpus.
pub(super) fn exact(words: &Concordance, word: &str) -> Option<WordId> {
    let id = words.vocabulary.id(words.vocabulary.find(word.as_bytes())?);
    (words.postings.count(id) > 0).then_some(id)
}

/// The word itself, or where it may go on, all that it begins.
pub(super) fn literal(words: &Concordance, word: &str, goes_on: bool) -> Arc<[Way]> {
    let mut ways = Ways::new(words);
    if goes_on {
        ways.add_beginnings(word);
    } else if let Some(entry) = words.vocabulary.find(word.as_bytes()) {
        ways.add(entry, EXACT, true);
    }
    ways.into_sorted()
}

/// Whether a word is all digits: numbers have no inflection, and one digit off is another number.
pub(super) fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Ways being gathered, some of them twice.
struct Ways<'c> {
    words: &'c Concordance,
    found: Vec<Way>,
}

impl<'c> Ways<'c> {
    fn new(words: &'c Concordance) -> Self {
        let found = Vec::new();
        Self { words, found }
    }

    fn add(&mut self, entry: usize, quality: f32, sure: bool) {
        let word = self.words.vocabulary.id(entry);
        if self.words.postings.count(word) > 0 {
            self.found.push(Way {
                word,
                quality,
                sure,
            });
        }
    }

    fn add_beginnings(&mut self, word: &str) {
        let vocabulary = &self.words.vocabulary;
        let other = spelling::half_typed(word.as_bytes());
        for prefix in [Some(word.as_bytes()), other.as_deref()]
            .into_iter()
            .flatten()
        {
            let is_whole = vocabulary.find(prefix).is_some();
            for entry in vocabulary.beginning_with(prefix) {
                let whole = vocabulary.word(entry).len();
                if whole == prefix.len() {
                    self.add(entry, EXACT, true);
                } else if !is_number(word) || word.len() >= SHORTEST_NUMBER {
                    let typed = prefix.len() as f32 / whole as f32;
                    let quality = PREFIX_LEAST + (PREFIX_MOST - PREFIX_LEAST) * typed;
                    let share = if is_whole { BEYOND_WORD } else { 1.0 };
                    self.add(entry, quality * share, true);
                }
            }
        }
    }

    /// Words that share the greater part of both: `determine`, `determination`.
    fn add_inflected(&mut self, word: &str, sure: bool) {
        let length = word.chars().count();
        if length < 5 {
            return;
        }
        let stem = (length * 7 / 10).max(4);
        let end = word
            .char_indices()
            .nth(stem)
            .map_or(word.len(), |(at, _)| at);
        let vocabulary = &self.words.vocabulary;
        for entry in vocabulary.beginning_with(&word.as_bytes()[..end]) {
            let other = vocabulary.word(entry);
            let other_length = characters(other);
            let shared = usize::from(shared_characters(word.as_bytes(), other));
            let (one_ending, other_ending) = (length - shared, other_length - shared);
            let longer = length.max(other_length);
            let endings_differ_little = one_ending.max(other_ending) <= 6
                && one_ending.min(other_ending) <= 3
                && shared * 2 >= longer;
            if endings_differ_little {
                let alike = shared as f32 / longer as f32;
                self.add(entry, INFLECTED * (0.6 + 0.4 * alike), sure);
            }
        }
    }

    /// Words that it may be mistyped for; and what it may be mistyped for the beginning of, if it goes on.
    fn add_slips(&mut self, word: &str, unknown: bool, goes_on: bool) {
        let length = word.chars().count();
        let most = slips::allowed(length);
        let vocabulary = &self.words.vocabulary;
        slips::near(vocabulary, word, most, |slip| {
            let whole = WHOLE_SLIP.get(usize::from(slip.whole));
            let beginning = usize::from(slip.beginning);
            let beginning = BEGINNING_SLIP
                .get(beginning)
                .filter(|_| goes_on && length >= LEAST_BEGINNING[beginning]);
            let best = [whole, beginning].into_iter().flatten().copied();
            let Some(mut quality) = best.reduce(f32::max) else {
                return;
            };
            if vocabulary.word(slip.entry).first() != word.as_bytes().first() {
                quality *= OTHER_FIRST_LETTER;
            }
            if !unknown {
                quality *= OF_KNOWN;
            }
            self.add(slip.entry, quality, unknown);
        });
    }

    /// Words that have the letters in their order, the first one first.
    fn add_letters(&mut self, word: &str, letters: &Letters) {
        let length = word.chars().count();
        let Some(first) = word.chars().next().filter(|_| length >= 3) else {
            return;
        };
        let vocabulary = &self.words.vocabulary;
        let beginning = vocabulary.beginning_with(first.encode_utf8(&mut [0; 4]).as_bytes());
        let mut guesses = Vec::new();
        for entry in vocabulary.lacking(0, word, beginning) {
            let whole = vocabulary.word(entry);
            let fits = whole.len() > word.len() && whole.len() <= word.len() * 3 + 2;
            if !fits || !stands_within(word.as_bytes(), whole) {
                continue;
            }
            let whole = std::str::from_utf8(whole).unwrap_or_default();
            let quality = LETTERS * letters.score(whole, word).unwrap_or(0.0).powi(2);
            if quality > LETTERS_LEAST {
                guesses.push((entry, quality));
            }
        }
        order::sort_by(&mut guesses, |&(entry, quality)| {
            order::best_first(quality, narrow(entry))
        });
        guesses.truncate(MOST_BY_LETTERS);
        for (entry, quality) in guesses {
            self.add(entry, quality, false);
        }
    }

    /// The best first. Of a word that was added several times the best way stays, and it is sure if one
    /// of them is.
    fn into_sorted(mut self) -> Arc<[Way]> {
        order::sort_by(&mut self.found, |way| {
            order::pair(way.word.0, order::falling(way.quality))
        });
        self.found.dedup_by(|again, first| {
            let same = again.word == first.word;
            first.sure |= same && again.sure;
            same
        });
        order::sort_by(&mut self.found, |way| {
            order::best_first(way.quality, way.word.0)
        });
        self.found.into()
    }
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

#[cfg(test)]
mod tests {
    use super::super::collector::Collector;
    use super::*;

    fn ways(text: &str, word: &str, effort: Effort) -> Vec<(String, bool)> {
        let mut collector = Collector::default();
        collector.add(text);
        let words = collector.finish();
        let name = |id: WordId| {
            let entry = (0..words.vocabulary.len()).find(|&entry| words.vocabulary.id(entry) == id);
            String::from_utf8_lossy(words.vocabulary.word(entry.unwrap())).into_owned()
        };
        let ways = Expander::default().ways(&words, word, effort);
        ways.iter().map(|way| (name(way.word), way.sure)).collect()
    }

    fn sure(text: &str, word: &str) -> Vec<String> {
        let ways = ways(text, word, Effort::Sure).into_iter();
        ways.filter(|way| way.1).map(|way| way.0).collect()
    }

    #[test]
    fn a_word_finds_itself_before_what_it_begins() {
        assert_eq!(
            sure("rights righteous right wrong", "right"),
            ["right", "rights", "righteous"]
        );
    }

    #[test]
    fn an_unknown_word_finds_what_it_was_meant_for() {
        for (text, typed, meant) in [
            ("President Musharraf", "musharaf", "musharraf"),
            ("the determination", "determines", "determination"),
            ("organization", "organisa", "organization"),
            ("neighborly", "neighbou", "neighborly"),
        ] {
            assert_eq!(sure(text, typed), [meant]);
        }
    }

    #[test]
    fn a_known_word_is_not_guessed_at_unless_asked() {
        let text = "secretary secretariat";
        assert_eq!(
            ways(text, "secretary", Effort::Sure),
            [("secretary".into(), true)]
        );
        let guessed = ways(text, "secretary", Effort::Guess);
        assert_eq!(
            guessed,
            [("secretary".into(), true), ("secretariat".into(), false)]
        );
    }

    #[test]
    fn letters_left_out_are_never_sure() {
        let found = ways("humanitarian", "hmntrn", Effort::Sure);
        assert_eq!(found, [("humanitarian".into(), false)]);
    }

    #[test]
    fn a_word_cut_down_to_its_consonants_is_no_other_form_nor_a_mistyped_beginning() {
        for (text, typed, meant) in [
            ("disaster district distribution", "dsstr", "disaster"),
            ("incorporate increase", "incrprt", "incorporate"),
            ("comprising", "cmprsng", "comprizing"),
            ("organisations", "orgnstns", "organizations"),
        ] {
            let found = ways(text, typed, Effort::Guess);
            assert_eq!(found, [(meant.into(), false)], "{typed}");
        }
    }

    #[test]
    fn a_slip_in_a_known_word_is_worth_less() {
        let worth = |text: &str| {
            let mut collector = Collector::default();
            collector.add(text);
            let ways = Expander::default().ways(&collector.finish(), "form", Effort::Guess);
            ways.last().map(|way| way.quality)
        };
        assert_eq!(worth("from"), Some(0.75));
        assert_eq!(worth("form from"), Some(0.375));
    }

    #[test]
    fn numbers_are_not_guessed() {
        assert_eq!(sure("the 8th of five 80 88", "8"), ["8th"]);
        assert_eq!(sure("the 8th of five 5 50", "5"), ["5", "five"]);
        assert_eq!(ways("1999 2000", "1998", Effort::Guess), []);
    }
}
