//! Text → folded words, each with the bytes it was read from.
//!
//! A hyphen or an apostrophe parts words but is remembered, so that `cease-fire` and `d'Ivoire` can be
//! found as one word as well. The text, the query and the marking of matches all read words alike:
//! what one of them calls the fifth word is the fifth word for all.

use std::ops::Range;

use super::{fold, spelling};
use crate::search::words::segment::PrintedWords;

/// Longer words are cut: what is longer is no word but an address or a ruler.
pub(in crate::search) const LONGEST: usize = 40;

/// A word of a text.
#[derive(Debug)]
pub(in crate::search) struct WordToken<'a> {
    /// Folded, as UTF-8.
    pub(in crate::search) word: &'a [u8],
    /// Where it stands in the text.
    pub(in crate::search) bytes: Range<usize>,
    /// Whether only a hyphen or an apostrophe parts it from the word before.
    pub(in crate::search) linked: bool,
}

/// Reads a text word by word.
#[derive(Debug)]
pub(in crate::search) struct Tokens<'t> {
    printed: PrintedWords<'t>,
    word: Vec<u8>,
}

impl<'t> Tokens<'t> {
    pub(in crate::search) fn new(text: &'t str) -> Self {
        Self {
            printed: PrintedWords::new(text),
            word: Vec::with_capacity(LONGEST),
        }
    }

    /// The next word. (No `Iterator`: a word lives in a buffer that the next one takes over.)
    pub(in crate::search) fn next(&mut self) -> Option<WordToken<'_>> {
        loop {
            let printed = self.printed.next()?;
            fold(printed.text, &mut self.word);
            if !self.word.is_empty() {
                return Some(WordToken {
                    word: &self.word,
                    bytes: printed.start..printed.start + printed.text.len(),
                    linked: printed.gap.links(),
                });
            }
        }
    }
}

/// Writes what a printed word is compared by; nothing, where no letter is left of it.
pub(in crate::search) fn fold(printed: &str, word: &mut Vec<u8>) {
    word.clear();
    for c in printed.chars() {
        let before = word.len();
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii_alphanumeric() => word.push(byte.to_ascii_lowercase()),
            _ if c.is_alphanumeric() => fold::push(c, word),
            _ => {}
        }
        if word.len() > LONGEST {
            word.truncate(before);
        }
    }
    spelling::level(word);
}

/// Whether a word is printed as acronyms are: mostly in capitals, and not as a Roman number.
pub(in crate::search) fn is_acronym(printed: &str) -> bool {
    let letters = printed.chars().filter(|&c| c != '.');
    let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
    let count = letters.clone().count();
    capitals >= 2
        && capitals * 2 >= count
        && count <= LONGEST_ACRONYM
        && !letters.clone().all(|c| "IVX".contains(c))
}

/// Longer words in capitals, in letters, are printed so for another reason.
const LONGEST_ACRONYM: usize = 12;

/// Writes two linked words as one, where both are of letters: `cease` and `fire`, not `34` and `p`.
pub(in crate::search) fn compound<'b>(
    first: &[u8],
    second: &[u8],
    joined: &'b mut Vec<u8>,
) -> Option<&'b [u8]> {
    let of_letters = |word: &[u8]| !word.is_empty() && !word.iter().any(u8::is_ascii_digit);
    if !of_letters(first) || !of_letters(second) || first.len() + second.len() > LONGEST {
        return None;
    }
    joined.clear();
    joined.extend_from_slice(first);
    joined.extend_from_slice(second);
    Some(joined)
}

/// Writes two words that one blank parts as the number that they are together: `10` and `000`.
pub(in crate::search) fn grouped<'b>(
    first: &[u8],
    second: &[u8],
    joined: &'b mut Vec<u8>,
) -> Option<&'b [u8]> {
    let is_number = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
    let is_begun = matches!(first, [b'1'..=b'9', rest @ ..] if rest.len() < 3 && is_number(rest));
    if !is_begun || second.len() != 3 || !is_number(second) {
        return None;
    }
    joined.clear();
    joined.extend_from_slice(first);
    joined.extend_from_slice(second);
    Some(joined)
}

/// The folded words of a text, without their compounds.
pub(in crate::search) fn words(text: &str) -> Vec<String> {
    let mut tokens = Tokens::new(text);
    let mut words = Vec::new();
    while let Some(token) = tokens.next() {
        words.push(String::from_utf8_lossy(token.word).into_owned());
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn acronyms_are_told_by_their_capitals() {
        let told = ["UNIFIL", "IDPs", "O.I.C", "R2P", "EUFOR"].map(is_acronym);
        assert_eq!(told, [true; 5]);
        assert_eq!(
            ["Chad", "a", "VII", "the", "1994", ""].map(is_acronym),
            [false; 6]
        );
    }

    #[test]
    fn words_are_read_and_folded() {
        for (text, expected) in [
            ("The 35th Session (2007).", "the 35th session 2007"),
            ("S/RES/2505 (2020)", "s res 2505 2020"),
            ("Mission’s report; OIC's", "mission report oic"),
            ("Côte d’Ivoire", "cote d ivoire"),
            ("the O.I.C., e.g. at 9 a.m.", "the oic eg at 9 am"),
            ("5.a.b no.A.b A.bc J. B.", "5 ab no ab a bc j b"),
            ("self- determination", "self determination"),
            ("co\u{ad}operation", "cooperation"),
            ("e\u{301}tat", "etat"),
            (
                "安全理事会决议2505号",
                "安全 全理 理事 事会 会决 决议 2505 号",
            ),
            ("Совет Безопасности", "совет безопасности"),
            ("مجلس الأمن", "مجلس امن"),
            ("", ""),
            ("—…!", ""),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..Default::default() })]

        #[test]
        fn folding_is_idempotent(text in "\\PC{0,60}") {
            let once = words(&text);
            prop_assert_eq!(words(&once.join(" ")), once);
        }

        #[test]
        fn each_word_stands_where_its_bytes_say(text in "\\PC{0,60}") {
            let mut tokens = Tokens::new(&text);
            while let Some(token) = tokens.next() {
                let slice = text.get(token.bytes.clone()).expect("on character borders");
                prop_assert_eq!(words(slice).concat().into_bytes(), token.word);
            }
        }
    }
}
