//! Words of the vocabulary that a mistyped word may have been meant for.
//!
//! A slip is a letter too few, too many, another one, or two neighbours exchanged; distance goes by
//! characters. An entry that lacks more of the letters than slips are forgiven is passed over at the
//! cost of a look; the others are read by an automaton that holds all states in a few machine words
//! (Wu and Manber 1992, with exchanges added). The distance to a beginning is found as well, because the
//! last word is still being typed.

use crate::search::index::vocabulary::{Entry, Vocabulary};

/// Words longer than this, in characters, are not looked up: nothing near them is worth the time.
const LONGEST: usize = 30;
/// The most slips that are forgiven.
const MOST: usize = 2;

const FAR: u8 = 99;

/// How near an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Slip {
    pub(in crate::search) entry: Entry,
    /// Slips between the whole words; more than allowed means far.
    pub(in crate::search) whole: u8,
    /// Slips between the word asked for and the nearest beginning of the entry.
    pub(in crate::search) beginning: u8,
}

/// How many slips a word of `characters` is forgiven, from 0 to 2: in a short word one letter is the word.
pub(in crate::search) fn allowed(characters: usize) -> usize {
    match characters {
        0..4 => 0,
        4..8 => 1,
        _ => MOST,
    }
}

/// Calls `found` with every entry within `most` slips of `asked`, whole or by its beginning.
pub(in crate::search) fn near(
    vocabulary: &Vocabulary,
    asked: &str,
    most: usize,
    found: impl FnMut(Slip),
) {
    // The count is known when the program is built, so that all states stay in registers.
    match most {
        0 => {}
        1 => near_by::<1>(vocabulary, asked, found),
        _ => near_by::<MOST>(vocabulary, asked, found),
    }
}

fn near_by<const SLIPS: usize>(vocabulary: &Vocabulary, asked: &str, mut found: impl FnMut(Slip)) {
    let Some(automaton) = Automaton::<SLIPS>::new(asked) else {
        return;
    };
    let mut last = Reading::default();
    let mut far: Option<&[u8]> = None;
    for entry in vocabulary.lacking(SLIPS, asked, vocabulary.all()) {
        let word = vocabulary.word(entry);
        // In alphabetical order, words that begin alike stand together: they are far for the same reason.
        if !far.is_some_and(|beginning| word.starts_with(beginning)) {
            last = automaton.read(word);
            far = last.far_after.map(|bytes| &word[..bytes]);
        }
        if last.whole != FAR || last.beginning != FAR {
            found(Slip {
                entry,
                whole: last.whole,
                beginning: last.beginning,
            });
        }
    }
}

/// What is known of a word that was read.
#[derive(Clone, Copy, Default)]
struct Reading {
    /// As in [`Slip`].
    whole: u8,
    beginning: u8,
    /// The number of bytes after which the whole word was known to be too far, whatever follows.
    far_after: Option<usize>,
}

/// Reads words and counts how many slips they are away.
struct Automaton<const SLIPS: usize> {
    /// By ASCII letter: bit `n` where it is the `n`th character asked for, counted from 1.
    ascii: [u32; 128],
    /// The same of other characters.
    others: Vec<(char, u32)>,
    /// The bit of the last character.
    end: u32,
}

/// By slips: bit `n` where what was read may stand for the first `n` characters asked for.
type States = [u32; MOST + 1];

impl<const SLIPS: usize> Automaton<SLIPS> {
    fn new(asked: &str) -> Option<Self> {
        let length = asked.chars().count();
        if asked.is_empty() || length > LONGEST {
            return None;
        }
        let mut automaton = Self {
            ascii: [0; 128],
            others: Vec::new(),
            end: 1 << length,
        };
        for (n, letter) in (1..).zip(asked.chars()) {
            match automaton.ascii.get_mut(letter as usize) {
                Some(places) => *places |= 1 << n,
                None => automaton.others.push((letter, 1 << n)),
            }
        }
        Some(automaton)
    }

    /// Where a character stands in what was asked.
    fn places(&self, letter: char) -> u32 {
        let others = || self.others.iter().filter(|other| other.0 == letter);
        match self.ascii.get(letter as usize) {
            Some(&places) => places,
            None => others().fold(0, |places, other| places | other.1),
        }
    }

    fn read(&self, word: &[u8]) -> Reading {
        if word.is_ascii() {
            self.read_letters(word.iter().map(|&letter| char::from(letter)))
        } else {
            self.read_letters(std::str::from_utf8(word).unwrap_or_default().chars())
        }
    }

    #[inline]
    fn read_letters(&self, word: impl Iterator<Item = char>) -> Reading {
        // Before anything is read, characters may be missing already.
        let mut states: States = [0b1, 0b11, 0b111];
        let mut before = (States::default(), 0);
        let mut beginning = self.slips(&states);
        let mut bytes = 0;
        for letter in word {
            let places = self.places(letter);
            let next = step::<SLIPS>(&states, &before, places);
            before = (states, places);
            states = next;
            bytes += letter.len_utf8();
            if states[..=SLIPS].iter().all(|&state| state == 0) {
                return Reading {
                    whole: FAR,
                    beginning,
                    far_after: Some(bytes),
                };
            }
            beginning = beginning.min(self.slips(&states));
        }
        Reading {
            whole: self.slips(&states),
            beginning,
            far_after: None,
        }
    }

    /// The least slips with which all that was asked has been read.
    fn slips(&self, states: &States) -> u8 {
        let slips = (0..).zip(&states[..=SLIPS]);
        let mut ended = slips.filter(|(_, state)| **state & self.end != 0);
        ended.next().map_or(FAR, |(slips, _)| slips)
    }
}

/// The states after one more character, which stands at `places`; `before` are the states and the
/// places before the last one.
#[inline]
fn step<const SLIPS: usize>(now: &States, before: &(States, u32), places: u32) -> States {
    let mut next = States::default();
    next[0] = now[0] << 1 & places;
    for slips in 1..=SLIPS {
        let right = now[slips] << 1 & places;
        let (too_many, another) = (now[slips - 1], now[slips - 1] << 1);
        let too_few = next[slips - 1] << 1;
        let exchanged = (before.0[slips - 1] << 1 & places) << 1 & before.1;
        next[slips] = right | too_many | another | too_few | exchanged;
    }
    next
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::index::intern::Interner;
    use crate::search::index::vocabulary::WordId;

    fn vocabulary(words: &[String]) -> Vocabulary {
        let mut interner = Interner::default();
        for word in words {
            interner.intern(word.as_bytes());
        }
        let ids: Vec<_> = (0..interner.len()).map(WordId).collect();
        Vocabulary::new(&interner, &interner.in_order(), &ids)
    }

    fn near(words: &[&str], asked: &str, most: usize) -> Vec<(String, u8, u8)> {
        let words: Vec<_> = words.iter().map(ToString::to_string).collect();
        let vocabulary = vocabulary(&words);
        let mut near = Vec::new();
        super::near(&vocabulary, asked, most, |slip| {
            let word = String::from_utf8_lossy(vocabulary.word(slip.entry));
            near.push((word.into_owned(), slip.whole, slip.beginning));
        });
        near
    }

    #[test]
    fn each_kind_of_slip_counts_one() {
        for asked in ["musharaf", "musharrraf", "musharrag", "mushrarf"] {
            let found = near(&["mission", "musharraf", "mushroom"], asked, 2);
            assert_eq!(found.len(), 1, "{asked}");
        }
        assert_eq!(near(&["simla"], "smila", 1), [("simla".into(), 1, 1)]);
    }

    #[test]
    fn the_beginning_of_a_longer_word_is_near() {
        let found = near(&["humanitarian"], "humanti", 1);
        assert_eq!(found, [("humanitarian".into(), FAR, 1)]);
    }

    #[test]
    fn distance_goes_by_characters() {
        assert_eq!(near(&["безопасность"], "безапасность", 1).len(), 1);
    }

    /// The whole matrix, without a band, sharing or an early end.
    fn plain_distance(one: &str, other: &str) -> usize {
        let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
        let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let differ = usize::from(one[i - 1] != other[j - 1]);
                    let mut least = (rows[i - 1][j - 1] + differ)
                        .min(rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        rows[one.len()][other.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..Default::default() })]

        #[test]
        fn the_automaton_finds_what_the_whole_matrix_finds(
            words in proptest::collection::vec("[abé]{1,7}", 1..30),
            asked in "[abé]{1,7}",
            most in 1_usize..3,
        ) {
            let vocabulary = vocabulary(&words);
            let mut found = vec![(FAR, FAR); vocabulary.len()];
            super::near(&vocabulary, &asked, most, |slip| {
                found[slip.entry.0] = (slip.whole, slip.beginning);
            });
            for (entry, &told) in found.iter().enumerate() {
                let word = std::str::from_utf8(vocabulary.word(Entry(entry))).unwrap();
                let forgiven = |slips: usize| if slips <= most { slips } else { usize::from(FAR) };
                let whole = plain_distance(word, &asked);
                let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
                let beginnings = ends.filter_map(|end| word.get(..end));
                let beginning = beginnings.map(|word| plain_distance(word, &asked)).min().unwrap();
                prop_assert_eq!(usize::from(told.0), forgiven(whole), "{}", word);
                prop_assert_eq!(usize::from(told.1), forgiven(beginning), "{}", word);
            }
        }
    }
}
