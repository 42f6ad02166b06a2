//! Bytes → lines of words.
//!
//! Line numbers are those of an editor: a line ends at its line feed. A form feed, a lone carriage
//! return or another separator parts a line in two of the same number. Blank lines leave only their
//! count behind.

use std::borrow::Cow;

use super::report::{RepairKind, Report};
use super::{ImportError, Options};
use crate::text::encoding::{self, NotText};
use crate::text::visible::{is_direction, replacement};

/// How the bytes of a source are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// ISO 8859-1, one byte a character.
    Latin1,
}

impl Encoding {
    /// The bytes of a source in UTF-8, as which it is kept beside its corpus.
    ///
    /// ```
    /// use resolut::import::Encoding;
    ///
    /// assert_eq!(&*Encoding::Latin1.to_utf8(b"\xe9"), "é".as_bytes());
    /// assert_eq!(&*Encoding::Utf8.to_utf8(b"e"), b"e");
    /// ```
    pub fn to_utf8(self, bytes: &[u8]) -> Cow<'_, [u8]> {
        match self {
            Self::Utf8 => Cow::Borrowed(bytes),
            Self::Latin1 => Cow::Owned(latin1(bytes).into_bytes()),
        }
    }
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// A line that holds words.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// From 1.
    pub number: u32,
    pub words: Vec<&'a str>,
    /// Blank lines between it and the line before.
    pub blank_before: u32,
    /// A form feed stands between it and the line before.
    pub feed_before: bool,
}

impl Line<'_> {
    pub(super) fn text(&self) -> String {
        self.words.join(" ")
    }
}

/// The text of the source, without characters that are no text.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    options: &Options<'_>,
    report: &mut Report,
) -> Result<Cow<'a, str>, ImportError> {
    let no_text = |what| ImportError::NotText {
        file: options.file_name.to_owned(),
        what,
    };
    let text = match options.encoding {
        Encoding::Utf8 => Cow::Borrowed(encoding::borrowed(bytes).map_err(no_text)?),
        Encoding::Latin1 => match encoding::format(bytes) {
            Some(format) => return Err(no_text(NotText::Other(format))),
            None => Cow::Owned(latin1(bytes)),
        },
    };
    Ok(without_controls(text, report))
}

/// Drops what is neither text nor space: a byte order mark, control characters, direction marks.
fn without_controls<'a>(text: Cow<'a, str>, report: &mut Report) -> Cow<'a, str> {
    let dropped = |c: char| {
        c == '\u{feff}' || is_direction(c) || (replacement(c).is_some() && !c.is_whitespace())
    };
    if !text.contains(dropped) {
        return text;
    }
    for (index, line) in text.split('\n').enumerate() {
        for control in line.chars().filter(|&c| dropped(c)) {
            let what = match control {
                '\u{feff}' => "byte order mark dropped".to_owned(),
                _ => format!("character U+{:04X} dropped", u32::from(control)),
            };
            report.repair(line_number(index), RepairKind::Character, what);
        }
    }
    Cow::Owned(text.chars().filter(|&c| !dropped(c)).collect())
}

/// The lines that hold words.
pub(super) fn lines_of<'a>(text: &'a str, report: &mut Report) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let (mut blank, mut feed) = (0, false);
    for (index, raw) in text.split('\n').enumerate() {
        let number = line_number(index);
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        report_spaces(raw, number, report);
        let mut filled = false;
        for piece in raw.split_inclusive(is_separator) {
            let words: Vec<_> = piece.split_whitespace().collect();
            if !words.is_empty() {
                filled = true;
                lines.push(Line {
                    number,
                    words,
                    blank_before: std::mem::take(&mut blank),
                    feed_before: std::mem::take(&mut feed),
                });
            }
            feed |= piece.ends_with('\u{c}');
        }
        blank += u32::from(!filled);
    }
    lines
}

fn report_spaces(raw: &str, number: u32, report: &mut Report) {
    if raw.contains('\u{a0}') {
        let what = "non-breaking space read as a space".to_owned();
        report.repair(number, RepairKind::Spaces, what);
    }
    let inner = raw.trim();
    if inner.contains("  ") || inner.contains('\t') {
        let what = "run of spaces read as one".to_owned();
        report.repair(number, RepairKind::Spaces, what);
    }
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn line_number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, String, u32, bool)> {
        lines_of(text, &mut Report::default())
            .into_iter()
            .map(|line| {
                (
                    line.number,
                    line.text(),
                    line.blank_before,
                    line.feed_before,
                )
            })
            .collect()
    }

    #[test]
    fn lines_keep_their_number_whatever_ends_them() {
        let lines = vec![
            (1, "a b".to_owned(), 0, false),
            (3, "c".to_owned(), 1, false),
        ];
        assert_eq!(read("a  b\n\nc\n"), lines);
        assert_eq!(read("a b\r\n\r\n c \r\n"), lines);
        assert_eq!(read("a\u{a0}b\n \t\nc"), lines);
    }

    #[test]
    fn a_form_feed_marks_the_line_after_it() {
        let lines = vec![
            (1, "a".to_owned(), 0, false),
            (2, "b".to_owned(), 0, true),
            (2, "c".to_owned(), 0, true),
        ];
        assert_eq!(read("a\n\u{c}b\u{c}c"), lines);
        assert_eq!(read("a\u{c}\nb\u{c}c"), lines);
    }

    #[test]
    fn control_characters_are_dropped_and_reported() {
        let mut report = Report::default();
        let bytes = "\u{feff}a\nb\u{1}\u{200e}c".as_bytes();
        let text = decode(bytes, &Options::new("x"), &mut report).unwrap();
        assert_eq!(text, "a\nbc");
        let lines: Vec<_> = report.repairs.iter().map(|repair| repair.line).collect();
        assert_eq!(lines, [1, 2, 2]);
    }
}
