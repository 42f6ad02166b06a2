//! What a file is by its first bytes, and what makes text of it.

use std::fmt;

/// How many bytes from the beginning of a file are looked at to tell what it is.
const HEAD: usize = 256;

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
    /// A picture.
    Image,
    /// Pages as a program that prints them.
    Pages,
    /// Text with tags.
    Tagged(&'static str),
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
        (b"\xff\xd8\xff", FileFormat::Image),
        (b"\x89PNG", FileFormat::Image),
        (b"GIF8", FileFormat::Image),
        (b"II*\0", FileFormat::Image),
        (b"MM\0*", FileFormat::Image),
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
            Self::Image => f.write_str(
                "is an image, not text; have its text recognized first: `tesseract FILE TEXT`",
            ),
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
