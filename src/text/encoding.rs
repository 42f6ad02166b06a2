//! Bytes → text: what is UTF-8, and what else bytes look like.
//!
//! Whatever is read as text is judged here, by its first bytes and by what is no UTF-8 in it, so that every
//! command gives the same advice. An error is the end of a sentence: the caller, which knows the name
//! of the file, puts it before.

use std::fmt;
use std::str::Utf8Error;

/// The byte order mark.
pub const MARK: char = '\u{feff}';

/// How many bytes from the beginning of a file are looked at to tell what it is.
const HEAD: usize = 256;

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

/// What the first bytes of a file tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// A Unicode encoding of two or four bytes a character, by the name `iconv` has for it.
    Wide(&'static str),
    /// Packed: by what, and what unpacks it.
    Packed(&'static str, &'static str),
    /// An archive of files.
    Zip,
    /// What a word processor writes.
    Document(&'static str),
    /// Pages, not text.
    Pdf,
    /// Pages as a program that prints them.
    Pages,
    /// Text with tags.
    Tagged(&'static str),
}

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

/// What bytes are by their beginning; none where they may be text in UTF-8 or in an encoding of one byte a
/// character.
///
/// ```
/// use resolut::text::encoding::{FileFormat, format};
///
/// assert!(matches!(format(b"%PDF-1.7 ..."), Some(FileFormat::Pdf)));
/// assert!(format(b"RESOLUTION NO. 2/34-P").is_none());
/// ```
pub fn format(bytes: &[u8]) -> Option<FileFormat> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    signed(head).or_else(|| wide(head)).or_else(|| tagged(head))
}

/// By the bytes that files of a kind begin with.
fn signed(head: &[u8]) -> Option<FileFormat> {
    const SIGNS: &[(&[u8], FileFormat)] = &[
        (b"\xff\xfe\0\0", FileFormat::Wide("utf-32")),
        (b"\0\0\xfe\xff", FileFormat::Wide("utf-32")),
        (b"\xff\xfe", FileFormat::Wide("utf-16")),
        (b"\xfe\xff", FileFormat::Wide("utf-16")),
        (b"\x1f\x8b", FileFormat::Packed("gzip", "gunzip")),
        (b"BZh", FileFormat::Packed("bzip2", "bunzip2")),
        (b"\xfd7zXZ\0", FileFormat::Packed("xz", "unxz")),
        (b"\x28\xb5\x2f\xfd", FileFormat::Packed("zstd", "unzstd")),
        (b"\x1f\x9d", FileFormat::Packed("compress", "uncompress")),
        (b"\x5d\0\0", FileFormat::Packed("lzma", "unlzma")),
        (b"\x04\x22\x4d\x18", FileFormat::Packed("lz4", "unlz4")),
        (b"7z\xbc\xaf\x27\x1c", FileFormat::Packed("7-Zip", "7z x")),
        (b"%PDF-", FileFormat::Pdf),
        (b"%!PS", FileFormat::Pages),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            FileFormat::Document("Word"),
        ),
        (b"{\\rtf", FileFormat::Document("Rich Text")),
    ];
    if head.starts_with(b"PK\x03\x04") {
        return Some(packed_document(head));
    }
    let sign = SIGNS.iter().find(|(sign, _)| head.starts_with(sign))?;
    Some(sign.1)
}

/// Of a ZIP archive: the document whose parts it holds, by the name of its first file.
fn packed_document(head: &[u8]) -> FileFormat {
    const NAME: usize = 30;
    let name = head.get(NAME..).unwrap_or_default();
    let begins = |with: &[u8]| name.starts_with(with);
    if begins(b"[Content_Types].xml") || begins(b"_rels/") || begins(b"word/") {
        FileFormat::Document("Word")
    } else if begins(b"mimetypeapplication/vnd.oasis") {
        FileFormat::Document("LibreOffice")
    } else {
        FileFormat::Zip
    }
}

/// By where the zero bytes stand: text in UTF-16 or UTF-32 without a mark holds one in every few characters.
fn wide(head: &[u8]) -> Option<FileFormat> {
    let zeros = |of: usize, at: usize| {
        let one = head.iter().skip(at).step_by(of);
        one.filter(|&&byte| byte == 0).count()
    };
    let (pairs, fours) = (head.len() / 2, head.len() / 4);
    let [a, b, c, d] = [0, 1, 2, 3].map(|at| zeros(4, at));
    let (even, odd) = (zeros(2, 0), zeros(2, 1));
    let many = |zeros: usize, others: usize| zeros > pairs / 10 && others * 8 < zeros;
    let name = if fours == 0 {
        return None;
    } else if c >= fours && d >= fours && a < fours {
        "utf-32le"
    } else if a >= fours && b >= fours && d < fours {
        "utf-32be"
    } else if many(odd, even) {
        "utf-16le"
    } else if many(even, odd) {
        "utf-16be"
    } else {
        return None;
    };
    Some(FileFormat::Wide(name))
}

/// By the tag that stands first.
fn tagged(head: &[u8]) -> Option<FileFormat> {
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
    let head = head.trim_ascii_start();
    let begins = |with: &str| {
        let begin = head.get(..with.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(with.as_bytes()))
    };
    if begins("<!doctype html") || begins("<html") {
        Some(FileFormat::Tagged("HTML"))
    } else if begins("<?xml") {
        Some(FileFormat::Tagged("XML"))
    } else {
        None
    }
}

impl Guess {
    fn of(bytes: &[u8]) -> Self {
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

impl fmt::Display for FileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wide(name) => {
                let shown = name.to_uppercase();
                write!(
                    f,
                    "is {shown}, not UTF-8; convert it first: `iconv -f {name} -t utf-8 FILE`"
                )
            }
            Self::Packed(by, with) => {
                write!(f, "is packed by {by}; unpack it first: `{with} FILE`")
            }
            Self::Zip => f.write_str("is a ZIP archive, not text; unpack it first: `unzip FILE`"),
            Self::Document(of) => write!(
                f,
                "is a {of} document, not text; save it as plain text in UTF-8 first"
            ),
            Self::Pdf => {
                f.write_str("is a PDF, not text; take its text out first: `pdftotext -layout FILE`")
            }
            Self::Pages => {
                f.write_str("is PostScript, not text; take its text out first: `ps2ascii FILE`")
            }
            Self::Tagged(of) => write!(
                f,
                "is {of}, which is not read here; save its text as plain text in UTF-8 first"
            ),
        }
    }
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
