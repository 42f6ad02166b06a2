//! A text cut into words and signs, to compare it with another one.

use std::ops::Range;

use crate::text::block::hash;
use crate::text::letters::{cells, letters};

/// The words and signs of a text in their order, as bytes.
///
/// A word is what stands between blanks without the signs around it, and each of these is one by itself. Of scripts
/// without blanks, whose letters are two columns wide, each letter is a word.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let bare = chunk.trim_end();
        // Most are words without a sign.
        if !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            pieces.push(at..at + bare.len());
            at += chunk.len();
            continue;
        }
        let word = bare.trim_start_matches(is_sign);
        let before = bare.len() - word.len();
        let word = word.trim_end_matches(is_sign);
        let behind = before + word.len();
        add_signs(&mut pieces, at, bare.get(..before));
        add_word(&mut pieces, at + before, word);
        add_signs(&mut pieces, at + behind, bare.get(behind..));
        at += chunk.len();
    }
    pieces
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric()
}

fn add_signs(pieces: &mut Vec<Range<usize>>, from: usize, signs: Option<&str>) {
    let signs = signs.unwrap_or_default().char_indices();
    pieces.extend(signs.map(|(at, sign)| from + at..from + at + sign.len_utf8()));
}

fn add_word(pieces: &mut Vec<Range<usize>>, from: usize, word: &str) {
    if word.is_empty() {
        return;
    }
    let mut start = from;
    if !word.is_ascii() {
        for (at, letter) in letters(word) {
            let (at, is_word) = (from + at, cells(letter) == 2);
            if is_word && start < at {
                pieces.push(start..at);
            }
            if is_word {
                pieces.push(at..at + letter.len());
                start = at + letter.len();
            }
        }
    }
    if start < from + word.len() {
        pieces.push(start..from + word.len());
    }
}

/// What a word is compared by, whatever its case and its numbers: a hash of 64 bits, which two words of a text share
/// once in billions of texts. None of a sign.
pub(super) fn key(word: &str) -> Option<u64> {
    word.starts_with(char::is_alphanumeric).then_some(())?;
    let mut folded = Vec::with_capacity(word.len());
    if word.is_ascii() {
        folded.extend(word.bytes().map(|byte| byte.to_ascii_lowercase()));
    } else {
        let small: String = word.chars().flat_map(char::to_lowercase).collect();
        folded.extend(small.into_bytes());
    }
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    folded
        .iter_mut()
        .filter(|byte| is_digit(byte))
        .for_each(|byte| *byte = b'#');
    folded.dedup_by(|one, other| *one == b'#' && *other == b'#');
    Some(hash(0, &folded))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let cut = |range| text.get(range).unwrap();
        pieces(text).into_iter().map(cut).collect()
    }

    #[test]
    fn words_stand_without_the_signs_around_them() {
        assert_eq!(
            cut("Recalls (“the Fund’s”) S/2008/436, and  cease-fires;"),
            [
                "Recalls",
                "(",
                "“",
                "the",
                "Fund’s",
                "”",
                ")",
                "S/2008/436",
                ",",
                "and",
                "cease-fires",
                ";"
            ]
        );
        assert_eq!(cut("回顾决议2505"), ["回", "顾", "决", "议", "2505"]);
        assert_eq!(cut(" — "), ["—"]);
    }

    #[test]
    fn case_and_numbers_make_no_other_word() {
        assert_eq!(key("S/2008/436"), key("s/1999/7"));
        assert_eq!(key("Urges"), key("urges"));
        assert_ne!(key("urges"), key("urge"));
        assert_eq!(key("("), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..Default::default() })]

        #[test]
        fn only_blanks_are_left_out(text in "\\PC{0,40}") {
            let all: String = cut(&text).concat();
            let expected: String = text.split_whitespace().collect();
            prop_assert_eq!(all, expected);
        }
    }
}
