//! Where the words of a text stand, as they are printed.
//!
//! A word is a run of letters and digits of any alphabet; Chinese and Japanese, which have no blanks,
//! are read as overlapping pairs of characters. Initials with stops, `O.I.C.`, are one word, and so is a number whose thousands are
//! parted: `10,000`. A possessive `'s` is no word.

use super::fold;

/// A word as it is printed.
#[derive(Debug)]
pub(in crate::search) struct PrintedWord<'t> {
    pub(in crate::search) text: &'t str,
    /// Where it stands in the text, in bytes.
    pub(in crate::search) start: usize,
    /// What stands between it and the word before.
    pub(in crate::search) gap: Gap,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::search) enum Gap {
    /// Nothing yet.
    Empty,
    Hyphen,
    /// A hyphen and blanks: a line end inside a compound.
    HyphenBlank,
    Apostrophe,
    /// One blank.
    Blank,
    /// Anything else.
    Wide,
}

impl Gap {
    fn and(self, c: char) -> Self {
        match (self, c) {
            (Self::Empty, '-' | '\u{2010}' | '\u{2011}') => Self::Hyphen,
            (Self::Empty, '\'' | '\u{2019}' | '\u{2bc}') => Self::Apostrophe,
            (Self::Hyphen | Self::HyphenBlank, ' ' | '\r' | '\n') => Self::HyphenBlank,
            (Self::Empty, ' ') => Self::Blank,
            _ => Self::Wide,
        }
    }

    /// Whether the two words may be one: `cease-fire`, `d'Ivoire`.
    pub(in crate::search) fn links(self) -> bool {
        matches!(self, Self::Hyphen | Self::HyphenBlank | Self::Apostrophe)
    }
}

/// Of each byte, whether it is an ASCII letter or digit: most bytes of most texts are, and are looked up here.
const ALPHANUMERIC: [bool; 256] = {
    let mut are = [false; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        are[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    are
};

/// Reads a text word by word.
#[derive(Debug)]
pub(in crate::search) struct PrintedWords<'t> {
    text: &'t str,
    at: usize,
    /// Whether the character at `at` was read already, as the second of a pair.
    in_pair: bool,
}

impl<'t> PrintedWords<'t> {
    pub(in crate::search) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            in_pair: false,
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// The character of a script without blanks that is next.
    fn ideograph(&self) -> Option<char> {
        let is_ascii = self.text.as_bytes().get(self.at)?.is_ascii();
        let next = if is_ascii { None } else { self.peek() };
        next.filter(|&c| fold::is_ideographic(c))
    }

    /// Moves to the next character of a word, or to none at the end.
    fn skip_gap(&mut self) -> Option<Gap> {
        let bytes = self.text.as_bytes();
        let mut gap = if self.at == 0 { Gap::Wide } else { Gap::Empty };
        loop {
            let byte = *bytes.get(self.at)?;
            if byte.is_ascii_alphanumeric() {
                return Some(gap);
            }
            if byte.is_ascii() {
                gap = match (gap, byte) {
                    (Gap::Empty, b' ') => Gap::Blank,
                    _ => gap.and(char::from(byte)),
                };
                self.at += 1;
                continue;
            }
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

    /// Moves behind a word.
    fn skip_word(&mut self) {
        loop {
            let bytes = self.text.as_bytes();
            let in_word = |byte: &u8| ALPHANUMERIC[usize::from(*byte)];
            while bytes.get(self.at).is_some_and(in_word) {
                self.at += 1;
            }
            let next = match bytes.get(self.at) {
                Some(other) if !other.is_ascii() => self.peek(),
                _ => None,
            };
            let in_word = |&c: &char| {
                c.is_alphanumeric() && !fold::is_ideographic(c) || fold::is_invisible(c)
            };
            let Some(c) = next.filter(in_word) else {
                return;
            };
            self.at += c.len_utf8();
        }
    }

    /// Moves behind an initialism with stops, `O.I.C.`, if the word from `start` on is its first letter.
    fn skip_initials(&mut self, start: usize) {
        let letters = self.text.as_bytes();
        let is_letter = |at: usize| letters.get(at).is_some_and(u8::is_ascii_alphabetic);
        let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if self.at - start != 1 || !is_letter(start) {
            return;
        }
        while letters.get(self.at) == Some(&b'.')
            && is_letter(self.at + 1)
            && !letters.get(self.at + 2).is_some_and(goes_on)
        {
            self.at += 2;
        }
    }

    /// Moves behind the thousands of a number, if the word from `start` on is what stands before them: `10,000`.
    fn skip_thousands(&mut self, start: usize) {
        const COMMA_OR_BLANK: [char; 4] = [',', '\u{a0}', '\u{2009}', '\u{202f}'];
        let letters = self.text.as_bytes();
        let is_digit = |at: usize| letters.get(at).is_some_and(u8::is_ascii_digit);
        let is_begun = self.at - start <= 3 && (start..self.at).all(is_digit);
        if !is_begun || letters.get(start) == Some(&b'0') {
            return;
        }
        while let Some(sign) = self.peek().filter(|sign| COMMA_OR_BLANK.contains(sign)) {
            let first = self.at + sign.len_utf8();
            let behind = self
                .text
                .get(first + 3..)
                .and_then(|rest| rest.chars().next());
            let goes_on = behind.is_some_and(char::is_alphanumeric);
            if goes_on || !(first..first + 3).all(is_digit) {
                return;
            }
            self.at = first + 3;
        }
    }

    /// Steps over a character and returns the end of the word that it begins, in bytes: of the pair with the next
    /// character, or of itself where it stands alone. The last character of a pair begins no further word.
    fn skip_first_of_pair(&mut self, first: char) -> Option<usize> {
        self.at += first.len_utf8();
        let second = self.ideograph();
        let ended_pair = std::mem::replace(&mut self.in_pair, second.is_some());
        match second {
            Some(second) => Some(self.at + second.len_utf8()),
            None => (!ended_pair).then_some(self.at),
        }
    }
}

impl<'t> Iterator for PrintedWords<'t> {
    type Item = PrintedWord<'t>;

    fn next(&mut self) -> Option<PrintedWord<'t>> {
        loop {
            let gap = self.skip_gap()?;
            let start = self.at;
            let end = if let Some(first) = self.ideograph() {
                self.skip_first_of_pair(first)
            } else {
                self.skip_word();
                self.skip_initials(start);
                self.skip_thousands(start);
                Some(self.at)
            };
            let word = end.and_then(|end| self.text.get(start..end));
            let is_possessive = |word: &str| gap == Gap::Apostrophe && is_s(word);
            if let Some(text) = word.filter(|word| !is_possessive(word)) {
                return Some(PrintedWord { text, start, gap });
            }
        }
    }
}

/// Whether a word is an `s`, whatever its case and the invisible characters about it.
fn is_s(word: &str) -> bool {
    let mut letters = Vec::new();
    for c in word.chars() {
        fold::push(c, &mut letters);
        if letters.len() > 1 {
            return false;
        }
    }
    letters == b"s"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Vec<&str> {
        PrintedWords::new(text).map(|word| word.text).collect()
    }

    #[test]
    fn words_are_told_as_printed() {
        assert_eq!(
            printed("The 35th “Session’s” co\u{ad}operation"),
            ["The", "35th", "Session", "co\u{ad}operation"]
        );
        assert_eq!(
            printed("8,700 10\u{a0}000 1,234\u{202f}567 8,70 1,2345 012,345 9,999th 1540,242"),
            [
                "8,700",
                "10\u{a0}000",
                "1,234\u{202f}567",
                "8",
                "70",
                "1",
                "2345",
                "012",
                "345",
                "9",
                "999th",
                "1540",
                "242"
            ]
        );
        assert_eq!(printed("第2505号决议"), ["第", "2505", "号决", "决议"]);
        assert!(printed("—…!").is_empty());
        assert_eq!(printed("OIC’S\u{200b} l’s\u{ad}"), ["OIC", "l"]);
    }

    #[test]
    fn hyphens_and_apostrophes_link_words() {
        let words = PrintedWords::new("cease-fire l'homme self- rule a - b c");
        let linked: Vec<bool> = words.map(|word| word.gap.links()).collect();
        let yes = true;
        assert_eq!(
            linked,
            [false, yes, false, yes, false, yes, false, false, false]
        );
    }
}
