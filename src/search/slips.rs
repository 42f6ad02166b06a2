//! Words of the vocabulary that a mistyped word may have been meant for.
//!
//! A slip is a letter too few, too many, another one, or two neighbours exchanged; distance goes by
//! characters. The vocabulary is walked in its order and the rows of the matrix are kept for the
//! characters that neighbours share; where a beginning is already too far away, all its words are
//! skipped. The distance to a beginning is told as well, because the last word is still being typed.

use super::vocabulary::Vocabulary;

/// Words longer than this, in characters, are not looked up: nothing near them is worth the time.
const LONGEST: usize = 30;

const FAR: u8 = 99;

/// How near an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) entry: usize,
    /// Slips between the whole words; more than allowed means far.
    pub(super) whole: u8,
    /// Slips between the word asked for and the nearest beginning of the entry.
    pub(super) beginning: u8,
}

/// How many slips a word of so many characters is forgiven: in a short word one letter is the word.
pub(super) fn allowed(characters: usize) -> u8 {
    match characters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Tells `found` every entry within `most` slips of `asked`, whole or by its beginning.
pub(super) fn walk(vocabulary: &Vocabulary, asked: &str, most: u8, mut found: impl FnMut(Slip)) {
    let asked: Vec<char> = asked.chars().collect();
    if asked.is_empty() || asked.len() > LONGEST || most == 0 {
        return;
    }
    let mut matrix = Matrix::new(asked, most);
    let mut entry = 0;
    while entry < vocabulary.len() {
        match matrix.follow(vocabulary.word(entry), vocabulary.shared(entry)) {
            Reach::End => {
                let (whole, beginning) = matrix.distances();
                if whole <= most || beginning <= most {
                    found(Slip {
                        entry,
                        whole,
                        beginning,
                    });
                }
                entry += 1;
            }
            // All words that share what was read end alike: none is near as a whole.
            Reach::Settled(beginning) => {
                let depth = matrix.depth();
                loop {
                    if beginning <= most {
                        found(Slip {
                            entry,
                            whole: FAR,
                            beginning,
                        });
                    }
                    entry += 1;
                    if entry == vocabulary.len() || vocabulary.shared(entry) < depth {
                        break;
                    }
                }
            }
        }
    }
}

/// Where the reading of an entry ended.
enum Reach {
    /// At its last character.
    End,
    /// Where no longer word can be near any more; with the least distance of a beginning.
    Settled(u8),
}

/// Rows of the distance between what was asked and the characters of the entry read so far.
struct Matrix {
    asked: Vec<char>,
    most: u8,
    /// Row `d`: distances of the entry's first `d` characters to each beginning of `asked`.
    rows: Vec<[u8; LONGEST + 2]>,
    read: Vec<char>,
    /// The least distance of the whole of `asked` to a beginning of up to `d` characters.
    beginnings: Vec<u8>,
}

impl Matrix {
    fn new(asked: Vec<char>, most: u8) -> Self {
        let mut first = [FAR; LONGEST + 2];
        for (cell, distance) in first.iter_mut().zip(0..=asked.len()) {
            *cell = u8::try_from(distance).unwrap_or(FAR);
        }
        let beginning = first[asked.len()];
        Self {
            asked,
            most,
            rows: vec![first],
            read: Vec::new(),
            beginnings: vec![beginning],
        }
    }

    fn depth(&self) -> usize {
        self.read.len()
    }

    /// The distances of the entry read to its end: whole, and of its nearest beginning.
    fn distances(&self) -> (u8, u8) {
        let depth = self.depth();
        let reaches = self.asked.len().abs_diff(depth) <= usize::from(self.most);
        let whole = if reaches {
            self.rows[depth][self.asked.len()]
        } else {
            FAR
        };
        (whole, self.beginnings[depth])
    }

    fn follow(&mut self, word: &[u8], shared: usize) -> Reach {
        let keep = shared.min(self.depth());
        self.read.truncate(keep);
        self.rows.truncate(keep + 1);
        self.beginnings.truncate(keep + 1);
        if word.is_ascii() {
            for &letter in &word[keep..] {
                if let Some(beginning) = self.push(char::from(letter)) {
                    return Reach::Settled(beginning);
                }
            }
        } else {
            let word = std::str::from_utf8(word).unwrap_or_default();
            for letter in word.chars().skip(keep) {
                if let Some(beginning) = self.push(letter) {
                    return Reach::Settled(beginning);
                }
            }
        }
        Reach::End
    }

    /// Adds a row for one more character of the entry; tells the least distance of a beginning once
    /// every cell is too far for a longer word to come near again.
    fn push(&mut self, letter: char) -> Option<u8> {
        let most = usize::from(self.most);
        self.read.push(letter);
        let depth = self.read.len();
        let length = self.asked.len();
        let above = self.rows[depth - 1];
        let mut row = [FAR; LONGEST + 2];
        row[0] = u8::try_from(depth).unwrap_or(FAR).min(FAR);
        let mut least = if depth <= most { row[0] } else { FAR };
        // Only the band beside the diagonal can hold a distance of `most`.
        for column in depth.saturating_sub(most).max(1)..=(depth + most).min(length) {
            let other = u8::from(self.asked[column - 1] != letter);
            let mut distance = (above[column - 1] + other)
                .min(above[column] + 1)
                .min(row[column - 1] + 1);
            let exchanged = depth > 1
                && column > 1
                && self.asked[column - 1] == self.read[depth - 2]
                && self.asked[column - 2] == letter;
            if exchanged {
                distance = distance.min(self.rows[depth - 2][column - 2] + 1);
            }
            row[column] = distance.min(FAR);
            least = least.min(distance);
        }
        let beginning = self.beginnings[depth - 1].min(row[length]);
        self.rows.push(row);
        self.beginnings.push(beginning);
        (least > self.most).then_some(beginning)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::intern::Interner;
    use super::super::vocabulary::WordId;
    use super::*;

    fn vocabulary(words: &[String]) -> Vocabulary {
        let mut interner = Interner::default();
        for word in words {
            interner.intern(word.as_bytes());
        }
        let ids: Vec<_> = (0..interner.len()).map(WordId).collect();
        Vocabulary::new(&interner, &ids)
    }

    fn near(words: &[&str], asked: &str, most: u8) -> Vec<(String, u8, u8)> {
        let words: Vec<_> = words.iter().map(ToString::to_string).collect();
        let vocabulary = vocabulary(&words);
        let mut near = Vec::new();
        walk(&vocabulary, asked, most, |slip| {
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
        fn the_walk_finds_what_the_whole_matrix_finds(
            words in proptest::collection::vec("[abé]{1,7}", 1..30),
            asked in "[abé]{1,7}",
            most in 1_u8..3,
        ) {
            let vocabulary = vocabulary(&words);
            let mut found = vec![FAR; vocabulary.len()];
            walk(&vocabulary, &asked, most, |slip| found[slip.entry] = slip.whole);
            for (entry, &told) in found.iter().enumerate() {
                let word = std::str::from_utf8(vocabulary.word(entry)).unwrap();
                let plain = plain_distance(word, &asked);
                if plain <= usize::from(most) {
                    prop_assert_eq!(usize::from(told), plain, "{}", word);
                } else {
                    prop_assert!(told > most, "{}", word);
                }
            }
        }
    }
}
