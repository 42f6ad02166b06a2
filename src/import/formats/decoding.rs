//! Bytes → text, by what the bytes are or by the encoding that was named.
//!
//! UTF-8 is certain where bytes hold to it, and UTF-16 where they begin with its mark or have a zero byte beside each
//! letter. What else may be Western European is read as Windows-1252, which has each letter of Latin-1 at the same
//! byte, and that is said; other encodings have to be named.

use std::borrow::Cow;
use std::str::FromStr;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::text::encoding::{self, FileFormat, Guess, NotText};

/// How the bytes of a source are read.
///
/// ```
/// use resolut::import::Encoding;
///
/// assert_eq!("auto".parse(), Ok(Encoding::ByContent));
/// assert_eq!("latin1".parse::<Encoding>(), "windows-1252".parse());
/// assert!("esperanto".parse::<Encoding>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// As what they look like.
    #[default]
    ByContent,
    /// As what was named.
    Named(&'static encoding_rs::Encoding),
}

/// No encoding has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no encoding that is known here")]
pub struct UnknownEncoding;

impl Encoding {
    /// UTF-8 and nothing else.
    pub const UTF_8: Self = Self::Named(UTF_8);

    /// Windows-1252, as which browsers read what is called Latin-1.
    pub const LATIN_1: Self = Self::Named(WINDOWS_1252);
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    /// Reads `auto`, or a name of the [Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels).
    fn from_str(name: &str) -> Result<Self, UnknownEncoding> {
        if name == "auto" {
            return Ok(Self::ByContent);
        }
        let named = encoding_rs::Encoding::for_label_no_replacement(name.as_bytes());
        named.map(Self::Named).ok_or(UnknownEncoding)
    }
}

/// The text of some bytes, and how it was found.
pub(super) struct Decoded<'a> {
    /// As it stands: with its control characters.
    pub text: Cow<'a, str>,
    /// What the bytes were taken for, where nobody had said so.
    pub taken_for: TakenFor,
    /// How many characters could not be read; U+FFFD stands in their places.
    pub broken: usize,
}

/// What bytes were taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TakenFor {
    /// What they are, or were said to be.
    Known,
    /// By its mark or its zero bytes.
    Wide(&'static str),
    /// By its letters.
    Western(&'static str),
}

/// The text of bytes.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Result<Decoded<'_>, NotText> {
    match encoding {
        Encoding::ByContent => by_content(bytes),
        Encoding::Named(named) if named == UTF_8 => match encoding::borrowed(bytes) {
            Err(NotText::Other(FileFormat::Tagged(_))) => Ok(tagged(bytes)),
            read => read.map(|text| Decoded::sure(text.into())),
        },
        Encoding::Named(named) => match encoding::format(bytes) {
            None | Some(FileFormat::Wide(_) | FileFormat::Tagged(_)) => {
                Ok(decode_as(bytes, named, TakenFor::Known))
            }
            Some(other) => Err(NotText::Other(other)),
        },
    }
}

fn by_content(bytes: &[u8]) -> Result<Decoded<'_>, NotText> {
    let wide = |named: &'static encoding_rs::Encoding| {
        Ok(decode_as(bytes, named, TakenFor::Wide(named.name())))
    };
    match encoding::borrowed(bytes) {
        Ok(text) => Ok(Decoded::sure(text.into())),
        Err(NotText::Other(FileFormat::Tagged(_))) => Ok(tagged(bytes)),
        Err(NotText::Other(FileFormat::Wide("utf-16le"))) => wide(UTF_16LE),
        Err(NotText::Other(FileFormat::Wide("utf-16be"))) => wide(UTF_16BE),
        Err(NotText::Other(FileFormat::Wide("utf-16"))) => {
            let marked = encoding_rs::Encoding::for_bom(bytes);
            wide(marked.map_or(UTF_16LE, |(named, _)| named))
        }
        Err(NotText::NotUtf8 {
            guess: Guess::Single(_),
            ..
        }) => {
            let taken_for = TakenFor::Western(WINDOWS_1252.name());
            Ok(decode_as(bytes, WINDOWS_1252, taken_for))
        }
        Err(what) => Err(what),
    }
}

/// The text of bytes that begin with a tag: what they hold is found out from it.
fn tagged(bytes: &[u8]) -> Decoded<'_> {
    match str::from_utf8(bytes) {
        Ok(text) => Decoded::sure(text.into()),
        Err(_) => decode_as(bytes, WINDOWS_1252, TakenFor::Western(WINDOWS_1252.name())),
    }
}

fn decode_as<'a>(
    bytes: &'a [u8],
    named: &'static encoding_rs::Encoding,
    taken_for: TakenFor,
) -> Decoded<'a> {
    let (text, has_errors) = named.decode_with_bom_removal(bytes);
    let broken = if has_errors {
        text.matches(char::REPLACEMENT_CHARACTER).count()
    } else {
        0
    };
    Decoded {
        text,
        taken_for,
        broken,
    }
}

impl<'a> Decoded<'a> {
    fn sure(text: Cow<'a, str>) -> Self {
        Self {
            text,
            taken_for: TakenFor::Known,
            broken: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Décide — enfin — de passer à l’été";

    fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn read(bytes: &[u8], encoding: Encoding) -> (String, TakenFor, usize) {
        let decoded = decode(bytes, encoding).unwrap();
        (decoded.text.into(), decoded.taken_for, decoded.broken)
    }

    #[test]
    fn bytes_are_read_as_what_they_are() {
        let western = encoding_rs::WINDOWS_1252.encode(TEXT).0;
        let marked = format!("\u{feff}{TEXT}");
        for (bytes, taken_for) in [
            (TEXT.as_bytes().to_vec(), TakenFor::Known),
            (wide(TEXT, u16::to_le_bytes), TakenFor::Wide("UTF-16LE")),
            (wide(TEXT, u16::to_be_bytes), TakenFor::Wide("UTF-16BE")),
            (wide(&marked, u16::to_le_bytes), TakenFor::Wide("UTF-16LE")),
            (wide(&marked, u16::to_be_bytes), TakenFor::Wide("UTF-16BE")),
            (western.to_vec(), TakenFor::Western("windows-1252")),
        ] {
            let want = (TEXT.to_owned(), taken_for, 0);
            assert_eq!(read(&bytes, Encoding::ByContent), want);
        }
    }

    #[test]
    fn what_is_named_is_not_guessed() {
        let cyrillic = "koi8-r".parse::<Encoding>().unwrap();
        assert_eq!(read(b"\xd2\xc5\xdb", cyrillic).0, "реш");
        assert_eq!(
            read(b"caf\xe9 \x93so\x94", Encoding::LATIN_1).0,
            "café “so”"
        );
        assert!(decode(b"caf\xe9", Encoding::UTF_8).is_err());
        assert!(decode(b"%PDF-1.4", Encoding::LATIN_1).is_err());
    }

    #[test]
    fn what_can_not_be_read_is_counted() {
        let chinese = "gb18030".parse().unwrap();
        assert_eq!(read(b"a\xff b\xff", chinese).2, 2);
        let odd = [&wide(TEXT, u16::to_le_bytes)[..], b"x"].concat();
        assert_eq!(read(&odd, Encoding::ByContent).2, 1);
    }
}
