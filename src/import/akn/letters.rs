//! How many letters a text has, and whether two texts have the same.

use memchr::{memchr_iter, memchr3_iter};

use super::eight::ByteCount;

/// What stands in a text. A letter is any character that is not white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LetterCount {
    /// How many letters.
    pub(super) letters: u64,
    /// Whether control characters are in it, which XML forbids; they are no letters.
    pub(super) has_control: bool,
}

impl LetterCount {
    /// Counts a text: its characters without those that are white space.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let count = ByteCount::of(bytes);
        let has_control =
            count.controls > 0 && memchr3_iter(b'\t', b'\n', b'\r', bytes).count() < count.controls;
        let mut letters = count.letters;
        if count.has_wide {
            let is_space = |at: &usize| wide_space(&bytes[*at..]);
            letters -= memchr3_iter(0xc2, 0xe2, 0xe3, bytes)
                .filter(is_space)
                .count();
            letters -= memchr_iter(0xe1, bytes).filter(is_space).count();
        }
        Self {
            letters: letters as u64,
            has_control,
        }
    }
}

/// A control character that XML forbids.
pub(super) fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// Whether a text begins with white space that is not of ASCII.
fn wide_space(text: &[u8]) -> bool {
    matches!(
        text,
        [0xc2, 0x85 | 0xa0, ..]
            | [0xe1, 0x9a, 0x80, ..]
            | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..]
            | [0xe2, 0x81, 0x9f, ..]
            | [0xe3, 0x80, 0x80, ..]
    )
}

/// The letters of a text that comes in pieces, of which others are taken off at its front.
pub(super) struct LettersAhead<'t, I> {
    pieces: I,
    piece: &'t str,
}

impl<'t, I: Iterator<Item = &'t str>> LettersAhead<'t, I> {
    pub(super) fn of(pieces: I) -> Self {
        Self { pieces, piece: "" }
    }

    /// Takes the letters of a text off; false where others come.
    pub(super) fn take(&mut self, mut text: &str) -> bool {
        loop {
            let same = common_start(self.piece, text);
            self.piece = self.piece.get(same..).unwrap_or_default().trim_start();
            text = text.get(same..).unwrap_or_default().trim_start();
            let Some(letter) = text.chars().next() else {
                return true;
            };
            if self.is_over() || !self.piece.starts_with(letter) {
                return false;
            }
        }
    }

    /// Whether no letters are left.
    pub(super) fn are_none(mut self) -> bool {
        self.is_over()
    }

    /// Goes on to the next piece with letters; true where there is none.
    fn is_over(&mut self) -> bool {
        while self.piece.is_empty() {
            let Some(piece) = self.pieces.next() else {
                return true;
            };
            self.piece = piece.trim_start();
        }
        false
    }
}

/// How many bytes two texts begin with that are the same characters.
fn common_start(one: &str, other: &str) -> usize {
    let shorter = one.len().min(other.len());
    if one.as_bytes()[..shorter] == other.as_bytes()[..shorter] {
        return shorter;
    }
    let (words, others) = (
        one.as_bytes().as_chunks::<8>().0,
        other.as_bytes().as_chunks::<8>().0,
    );
    let words = words.iter().zip(others);
    let whole = 8 * words.take_while(|(one, other)| one == other).count();
    let rest = one.bytes().zip(other.bytes()).skip(whole);
    let mut same = whole + rest.take_while(|(one, other)| one == other).count();
    while !one.is_char_boundary(same) {
        same -= 1;
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> u64 {
        LetterCount::of(text).letters
    }

    #[test]
    fn each_character_but_white_space_is_a_letter() {
        for c in '\0'..=char::MAX {
            let is_letter = c > ' ' && !c.is_whitespace();
            for before in ["", "seven b", "eight by"] {
                let letters = count(&format!("{before}{c}"));
                assert_eq!(
                    letters,
                    count(before) + u64::from(is_letter),
                    "{before}{c:?}"
                );
            }
        }
        assert_eq!(count("Oars «и» 附件。\u{3000}fin\u{a0}"), 13);
    }

    #[test]
    fn control_characters_are_noticed_but_for_tabs_and_ends_of_lines() {
        for c in '\0'..'\u{80}' {
            let is_control = c < ' ' && !matches!(c, '\t' | '\n' | '\r');
            for text in [
                format!("{c}"),
                format!("{c} many oars"),
                format!("many oars {c}"),
            ] {
                assert_eq!(LetterCount::of(&text).has_control, is_control, "{text:?}");
            }
        }
    }

    fn same(source: &[&str], made: &[&str]) -> bool {
        let mut letters = LettersAhead::of(source.iter().copied());
        made.iter().all(|text| letters.take(text)) && letters.are_none()
    }

    #[test]
    fn letters_are_the_same_however_they_come_in_pieces_and_lines() {
        let source = ["Oars «и» \u{a0}", "", "\u{a9}附件 fin"];
        assert!(same(
            &source,
            &["Oa", "rs\u{a0}«\u{202f}и»\n", "", "©附件\u{3000}", "\tfin"]
        ));
        assert!(same(&["\u{a0}\u{a9}"], &["\u{a9} "]));
        assert!(same(&["\n", " "], &[" "]));
    }

    #[test]
    fn a_letter_that_is_gone_changed_or_elsewhere_is_noticed() {
        for other in [
            "oars and sail",
            "oars and sailz",
            "sails and oars",
            "oars nad sails",
            "oars and sailss",
            "",
        ] {
            assert!(!same(&["oars and", " sails"], &[other]), "{other}");
            assert!(!same(&[other], &["oars and", " sails"]), "{other}");
        }
    }
}
