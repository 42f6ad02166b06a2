//! Text → folded words, each with the bytes it was read from.
//!
//! A word is a run of letters and digits of any alphabet; Chinese and Japanese, which have no blanks,
//! are read as overlapping pairs of characters. A hyphen or an apostrophe parts words but is
//! remembered, so that `cease-fire` and `d'Ivoire` can be found as one word as well; a possessive
//! `'s` is dropped. The text, the query and the marking of matches all read through here: what one of
//! them calls the fifth word is the fifth word for all.

use std::ops::Range;

use super::{fold, spelling};

/// Longer words are cut: what is longer is no word but an address or a ruler.
pub(super) const LONGEST: usize = 40;

/// A word of a text.
#[derive(Debug)]
pub(super) struct Token<'a> {
    /// Folded, as UTF-8.
    pub(super) word: &'a [u8],
    /// Where it stands in the text.
    pub(super) bytes: Range<usize>,
    /// Whether only a hyphen or an apostrophe parts it from the word before.
    pub(super) linked: bool,
}

/// Reads a text word by word.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    word: Vec<u8>,
    /// Whether the character at `at` was read already, as the second of a pair.
    in_pair: bool,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    /// Nothing yet.
    Empty,
    Hyphen,
    /// A hyphen and one blank: a line end inside a compound.
    HyphenBlank,
    Apostrophe,
    /// Anything else.
    Wide,
}

impl Gap {
    fn and(self, c: char) -> Self {
        match (self, c) {
            (Self::Empty, '-' | '\u{2010}' | '\u{2011}') => Self::Hyphen,
            (Self::Empty, '\'' | '\u{2019}' | '\u{2bc}') => Self::Apostrophe,
            (Self::Hyphen, ' ') => Self::HyphenBlank,
            _ => Self::Wide,
        }
    }
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            word: Vec::with_capacity(LONGEST),
            in_pair: false,
        }
    }

    /// The next word. (No `Iterator`: a word lives in a buffer that the next one takes over.)
    pub(super) fn next(&mut self) -> Option<Token<'_>> {
        loop {
            let gap = self.skip_gap()?;
            let start = self.at;
            let first = self.peek()?;
            self.word.clear();
            let end = if !first.is_ascii() && fold::is_ideographic(first) {
                self.read_pair(first)
            } else {
                self.read_word();
                Some(self.at)
            };
            let Some(end) = end else { continue };
            spelling::level(&mut self.word);
            let possessive = gap == Gap::Apostrophe && self.word == b"s";
            if !self.word.is_empty() && !possessive {
                let linked = start > 0 && !matches!(gap, Gap::Wide | Gap::Empty);
                return Some(Token {
                    word: &self.word,
                    bytes: start..end,
                    linked,
                });
            }
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// Moves to the next character of a word, or to none at the end.
    fn skip_gap(&mut self) -> Option<Gap> {
        let bytes = self.text.as_bytes();
        let mut gap = if self.at == 0 { Gap::Wide } else { Gap::Empty };
        loop {
            let byte = *bytes.get(self.at)?;
            if byte.is_ascii() {
                if byte.is_ascii_alphanumeric() {
                    return Some(gap);
                }
                gap = gap.and(char::from(byte));
                self.at += 1;
            } else {
                let c = self.peek()?;
                if c.is_alphanumeric() {
                    return Some(gap);
                }
                if !fold::is_invisible(c) {
                    gap = gap.and(c);
                }
                self.at += c.len_utf8();
            }
        }
    }

    fn read_word(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte.is_ascii_alphanumeric() {
                if self.word.len() < LONGEST {
                    self.word.push(byte.to_ascii_lowercase());
                }
                self.at += 1;
                continue;
            }
            if byte.is_ascii() {
                return;
            }
            let Some(c) = self.peek() else { return };
            if fold::is_ideographic(c) || !(c.is_alphanumeric() || fold::is_invisible(c)) {
                return;
            }
            let before = self.word.len();
            if c.is_alphanumeric() {
                fold::push(c, &mut self.word);
            }
            if self.word.len() > LONGEST {
                self.word.truncate(before);
            }
            self.at += c.len_utf8();
        }
    }

    /// Reads a character with its neighbour and steps over the first of them. A character that stands
    /// alone is a word; one that ended a pair is none again.
    fn read_pair(&mut self, first: char) -> Option<usize> {
        fold::push(first, &mut self.word);
        self.at += first.len_utf8();
        let second = self.peek().filter(|&c| fold::is_ideographic(c));
        let ended_pair = std::mem::replace(&mut self.in_pair, second.is_some());
        match second {
            Some(second) => {
                fold::push(second, &mut self.word);
                Some(self.at + second.len_utf8())
            }
            None if ended_pair => None,
            None => Some(self.at),
        }
    }
}

/// Writes two linked words as one, where both are of letters: `cease` and `fire`, not `34` and `p`.
pub(super) fn compound<'b>(
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

/// The folded words of a text, without their compounds.
pub(super) fn words(text: &str) -> Vec<String> {
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
    fn words_are_read_and_folded() {
        for (text, expected) in [
            ("The 35th Session (2007).", "the 35th session 2007"),
            ("S/RES/2505 (2020)", "s res 2505 2020"),
            ("Mission’s report; OIC's", "mission report oic"),
            ("Côte d’Ivoire", "cote d ivoire"),
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

    #[test]
    fn hyphens_and_apostrophes_link_words() {
        let mut tokens = Tokens::new("cease-fire l'homme self- rule a - b c");
        let mut linked = Vec::new();
        while let Some(token) = tokens.next() {
            linked.push(token.linked);
        }
        let yes = true;
        assert_eq!(
            linked,
            [false, yes, false, yes, false, yes, false, false, false]
        );
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
