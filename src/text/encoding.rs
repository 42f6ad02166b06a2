//! Bytes → text: what is UTF-8, and what else bytes look like.
//!
//! Whatever is read as text is judged here, by its first bytes and by what is no UTF-8 in it, so that every
//! command gives the same advice. An error is the end of a sentence: the caller, which knows the name
//! of the file, puts it before.

use std::str::Utf8Error;

mod format;
mod guess;

pub use format::{FileFormat, format};
pub use guess::Guess;

/// The byte order mark.
pub const MARK: char = '\u{feff}';

/// Why bytes are no text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// Another encoding, or no text at all.
    #[error("{0}")]
    Other(FileFormat),
    /// A byte is no UTF-8.
    #[error("is not UTF-8: line {line} holds the byte 0x{byte:02X}; {guess}")]
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// The first byte that is wrong.
        byte: u8,
        /// What it may be.
        guess: Guess,
    },
}

/// The text that bytes are, as it stands.
///
/// ```
/// use resolut::text::encoding::text;
///
/// assert_eq!(text("née".into())?, "née");
/// assert!(text(b"n\xe9e".to_vec()).is_err());
/// # Ok::<(), resolut::text::encoding::NotText>(())
/// ```
///
/// # Errors
/// They are no UTF-8, or the text is a document of another kind.
pub fn text(bytes: Vec<u8>) -> Result<String, NotText> {
    match format(&bytes) {
        Some(format) => Err(NotText::Other(format)),
        None => String::from_utf8(bytes)
            .map_err(|error| NotText::of(error.as_bytes(), error.utf8_error())),
    }
}

/// The text that bytes are, borrowed from them.
///
/// # Errors
/// As those of [`text`].
pub fn borrowed(bytes: &[u8]) -> Result<&str, NotText> {
    match format(bytes) {
        Some(format) => Err(NotText::Other(format)),
        None => str::from_utf8(bytes).map_err(|error| NotText::of(bytes, error)),
    }
}

impl NotText {
    fn of(bytes: &[u8], error: Utf8Error) -> Self {
        let (before, after) = bytes.split_at(error.valid_up_to().min(bytes.len()));
        Self::NotUtf8 {
            line: before.split(|&byte| byte == b'\n').count(),
            byte: after.first().copied().unwrap_or_default(),
            guess: Guess::of(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(bytes: &[u8]) -> String {
        let owned = text(bytes.to_vec()).unwrap_err();
        assert_eq!(borrowed(bytes), Err(owned));
        owned.to_string()
    }

    fn wide<const WIDTH: usize>(text: &str, bytes: impl Fn(u32) -> [u8; WIDTH]) -> Vec<u8> {
        text.chars().flat_map(|c| bytes(u32::from(c))).collect()
    }

    #[test]
    fn utf_8_is_text_with_or_without_a_mark() {
        for (bytes, want) in [
            ("Décide", "Décide"),
            ("\u{feff}Décide", "\u{feff}Décide"),
            ("", ""),
            ("\0", "\0"),
            ("قرار 7", "قرار 7"),
        ] {
            assert_eq!(text(bytes.as_bytes().to_vec()).as_deref(), Ok(want));
            assert_eq!(borrowed(bytes.as_bytes()), Ok(bytes));
        }
    }

    #[test]
    fn wide_text_is_told_by_its_mark_and_without_one() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the letters are of one unit"
        )]
        let narrow = |c: u32| c as u16;
        for plain in [
            "{\"format\": 1}",
            "\u{feff}{\n}\n",
            "RESOLUTION NO. 2/34-P",
            "قرار رقم 2/34-س بشأن نزاع جامو وكشمير",
        ] {
            let marked = plain.starts_with(MARK);
            for (bytes, name) in [
                (wide(plain, |c| narrow(c).to_le_bytes()), "utf-16le"),
                (wide(plain, |c| narrow(c).to_be_bytes()), "utf-16be"),
                (wide(plain, u32::to_le_bytes), "utf-32le"),
                (wide(plain, u32::to_be_bytes), "utf-32be"),
            ] {
                let unmarked = name.trim_end_matches("le").trim_end_matches("be");
                let name = if marked { unmarked } else { name };
                let advice = format!("`iconv -f {name} -t utf-8 FILE`");
                assert!(said(&bytes).ends_with(&advice), "{plain}: {}", said(&bytes));
            }
        }
    }

    #[test]
    fn what_is_no_plain_text_is_told_with_what_makes_text_of_it() {
        for (bytes, want) in [
            (&b"\x1f\x8b\x08\0\0\0\0\0\0\x03"[..], "is packed by gzip; unpack it first: `gunzip FILE`"),
            (b"BZh91AY", "`bunzip2 FILE`"),
            (b"\xfd7zXZ\0\0", "`unxz FILE`"),
            (b"\x28\xb5\x2f\xfd\x04", "`unzstd FILE`"),
            (b"PK\x03\x04\x14\0\0\0\0\0", "is a ZIP archive"),
            (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml", "is a Word document"),
            (b"PK\x03\x04\x14\0\0\x08\0\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", "is a LibreOffice document"),
            (b"%PDF-1.7\n\xe2\xe3", "`pdftotext -layout FILE`"),
            (b"\x89PNG\r\n\x1a\n", "is an image"),
            (b"II*\0\x08\0\0\0", "`tesseract FILE TEXT`"),
            (b"%!PS-Adobe-3.0\n", "`ps2ascii FILE`"),
            (b"\x1f\x9d\x90ab", "`uncompress FILE`"),
            (b"\x5d\0\0\x80\0", "`unlzma FILE`"),
            (b"\x04\x22\x4d\x18\x60", "`unlz4 FILE`"),
            (b"7z\xbc\xaf\x27\x1c\0\x04", "is packed by 7-Zip"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a Word document"),
            (b"{\\rtf1\\ansi", "is a Rich Text document"),
            (b" \n<!DOCTYPE HTML>", "is HTML"),
            (b"\xef\xbb\xbf<html lang=en>", "is HTML"),
            (b"<?xml version=\"1.0\"?>", "is XML"),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0\x80", "it is no text"),
        ] {
            assert!(said(bytes).contains(want), "{want}: {}", said(bytes));
        }
    }

    #[test]
    fn only_what_may_be_latin_1_is_called_so() {
        let latin = "it may be Latin-1: try `iconv -f latin1 -t utf-8 FILE`";
        for (bytes, want) in [
            (&b"{\n\"D\xe9cide\"}"[..], latin),
            (b"caf\xe9", latin),
            (
                b"the Council\x92s \x93own\x94",
                "`iconv -f cp1252 -t utf-8 FILE`",
            ),
            (b"the Council\xd5s d\x8etente", "ENCODING"),
            (b"the d\x82tente of the", "ENCODING"),
            (
                b"b\x9cuf et \xc9tat, l\x92\xe9t\xe9",
                "`iconv -f cp1252 -t utf-8 FILE`",
            ),
            (
                "é, à, ô and \u{ff}".as_bytes().split_last().unwrap().1,
                "damaged",
            ),
            (b"\xef\xf0\xe8\xed\xe8\xec\xe0\xe5\xf2", "ENCODING"),
            (b"\x8c\x88\x8b\x63\x81\x41", "ENCODING"),
        ] {
            let said = said(bytes);
            assert!(said.starts_with("is not UTF-8: line "), "{said}");
            assert!(said.contains(want), "{want}: {said}");
        }
        assert!(said(b"{\n\"D\xe9cide\"}").contains("line 2 holds the byte 0xE9"));
    }
}
