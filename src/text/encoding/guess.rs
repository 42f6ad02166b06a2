//! What bytes may be that are no UTF-8, and what makes text of them.

use std::fmt;

/// What bytes that are no UTF-8 may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// An encoding of one byte a character in which each byte is a sensible one, by its name for `iconv`.
    Single(&'static str),
    /// UTF-8 with a fault in it.
    Damaged,
    /// An encoding that could not be recognised.
    Unknown,
    /// No text.
    Binary,
}

impl Guess {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let no_text = |byte: u8| byte < b' ' && !byte.is_ascii_whitespace() && byte != 0x1b;
        if bytes.iter().copied().any(no_text) {
            return Self::Binary;
        }
        let chunks = || bytes.utf8_chunks();
        let sound = chunks().flat_map(|chunk| chunk.valid().chars());
        let sound = sound.filter(|c| !c.is_ascii()).count();
        if sound > chunks().filter(|chunk| !chunk.invalid().is_empty()).count() {
            return Self::Damaged;
        }
        // Western languages have single letters beyond ASCII in their words; others have whole words.
        let words = bytes.split(u8::is_ascii);
        if words.map(<[u8]>::len).max() > Some(3) || !bytes.windows(3).all(is_western) {
            return Self::Unknown;
        }
        // No letter of Latin-1, but quotes and dashes of Windows.
        let windows = |byte: &u8| (0x80..=0x9f).contains(byte);
        let undefined = |byte: &u8| [0x81, 0x8d, 0x8f, 0x90, 0x9d].contains(byte);
        match (bytes.iter().any(windows), bytes.iter().any(undefined)) {
            (false, _) => Self::Single("latin1"),
            (true, false) => Self::Single("cp1252"),
            (true, true) => Self::Unknown,
        }
    }
}

/// Whether the middle of three bytes may be of Windows-1252 or Latin-1: within a word of small letters stands no
/// capital, and no sign but an apostrophe or a soft hyphen. Other encodings have their letters there.
fn is_western(three: &[u8]) -> bool {
    let &[before, byte, after] = three else {
        return true;
    };
    let is_small = |byte: u8| byte.is_ascii_lowercase() || byte >= 0xdf && byte != 0xf7;
    byte.is_ascii()
        || !(before.is_ascii_lowercase() && is_small(after))
        || is_small(byte)
        || matches!(byte, 0x92 | 0xad | 0x9a | 0x9c | 0x9e)
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single(name) => write!(
                f,
                "it may be {}: try `iconv -f {name} -t utf-8 FILE`",
                if *name == "latin1" {
                    "Latin-1"
                } else {
                    "Windows-1252"
                }
            ),
            Self::Damaged => f.write_str("the rest is UTF-8, so that the file is damaged there"),
            Self::Unknown => f.write_str(
                "if you know its encoding, convert it first: `iconv -f ENCODING -t utf-8 FILE`",
            ),
            Self::Binary => f.write_str("it is no text"),
        }
    }
}
