//! What a file is, told by its content → a document.

use super::decoding::{self, Encoding, TakenFor};
use super::document::{DocumentRow, SourceDocument, SourceFormat};
use super::{docx, html, markdown};
use crate::import::own::{is_corpus, is_exported};
use crate::import::report::RepairKind;
use crate::import::rows::{self, RowCells};
use crate::import::{ImportError, Options};
use crate::text::encoding::{self, FileFormat};
use crate::text::line_starts::LineStarts;

impl SourceDocument {
    /// The text of some bytes, which tell their format.
    ///
    /// # Errors
    /// They are no text in the encoding, nor a document that is read here.
    pub fn of(bytes: &[u8], options: &Options<'_>) -> Result<Self, ImportError> {
        let file = || options.file_name.to_owned();
        let format = encoding::format(bytes);
        if let Some(FileFormat::Document("Word") | FileFormat::Zip) = format
            && let Some(read) = docx::read(bytes)
        {
            return read.map_err(|what| ImportError::Docx { file: file(), what });
        }
        let decoded = decoding::decode(bytes, page_encoding(bytes, options.encoding));
        let decoded = decoded.map_err(|what| ImportError::NotText { file: file(), what })?;
        let text = decoded.text.trim_start_matches(encoding::MARK);
        let mut document = if is_corpus(text) {
            Self::of_text(decoded.text.into_owned(), SourceFormat::Corpus)
        } else if is_exported(text) {
            Self::of_text(decoded.text.into_owned(), SourceFormat::Exported)
        } else if let Some(rows) = rows::cells(text, options)?.or_else(|| with_front(text)) {
            below_each_other(rows)
        } else {
            by_signs(decoded.text.into_owned())
        };
        document.tell_encoding(decoded.taken_for, decoded.broken);
        Ok(document)
    }

    fn tell_encoding(&mut self, taken_for: TakenFor, broken: usize) {
        match taken_for {
            TakenFor::Known => {}
            TakenFor::Wide(name) => {
                let what = format!("{name} read");
                self.report.repair(1, RepairKind::Encoding, what);
            }
            TakenFor::Western(name) => {
                let message =
                    format!("the bytes are no UTF-8 and were read as {name}, which they look like");
                self.report.doubt(1, message);
            }
        }
        if broken > 0 {
            let broken = match broken {
                1 => "1 character is".to_owned(),
                _ => format!("{broken} characters are"),
            };
            let message = format!("{broken} damaged or of another encoding; U+FFFD stands there");
            self.report.doubt(1, message);
        }
    }
}

/// A page, Markdown or a text, told by its signs.
fn by_signs(text: String) -> SourceDocument {
    if html::is_html(&text) {
        html::read(&text)
    } else if markdown::is_markdown(&text) {
        markdown::read(&text)
    } else {
        SourceDocument::of_text(text, SourceFormat::Text)
    }
}

/// Documents of Markdown one below the other, each with its front matter.
fn with_front(text: &str) -> Option<Vec<RowCells>> {
    let begins = markdown::documents(text)?;
    let ends = begins.iter().skip(1).copied().chain([text.len()]);
    let lines = LineStarts::of(text);
    let rows = begins.iter().zip(ends).map(|(&begin, end)| RowCells {
        line: lines.line_of(begin),
        text: text.get(begin..end).unwrap_or_default().to_owned(),
        ..RowCells::default()
    });
    Some(rows.collect())
}

/// The texts of all rows, one below the other.
fn below_each_other(rows: Vec<RowCells>) -> SourceDocument {
    let mut all = SourceDocument::of_text(String::new(), SourceFormat::Rows);
    let mut before = 0;
    for row in rows {
        let document = by_signs(row.text);
        let ends = if document.text.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        all.text.extend([&document.text, ends]);
        let lines = document.text.matches('\n').count() + ends.len();
        all.rows.push(DocumentRow {
            line: row.line,
            before: u32::try_from(before).unwrap_or(u32::MAX),
            front: row.front,
            document,
            fault: row.fault,
        });
        before += lines;
    }
    all
}

/// The encoding of some bytes: where they are no UTF-8 and begin as a page does, the one that the page says it has.
fn page_encoding(bytes: &[u8], encoding: Encoding) -> Encoding {
    let is_page = bytes.trim_ascii_start().starts_with(b"<");
    if encoding != Encoding::ByContent || !is_page || str::from_utf8(bytes).is_ok() {
        return encoding;
    }
    let named = html::charset(bytes).and_then(|name| name.parse().ok());
    named
        .filter(|named| *named != Encoding::UTF_8)
        .unwrap_or(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;

    fn report(bytes: &[u8], encoding: Encoding) -> Report {
        let options = Options {
            encoding,
            ..Options::new("x")
        };
        SourceDocument::of(bytes, &options).unwrap().report
    }

    #[test]
    fn what_was_guessed_is_said() {
        let western = report(b"caf\xe9", Encoding::ByContent);
        assert!(western.doubts[0].message.contains("windows-1252"));
        assert_eq!(report(b"caf\xe9", Encoding::LATIN_1), Report::default());
        let wide = report(b"\xff\xfea\0\x80", Encoding::ByContent);
        assert_eq!(wide.repairs[0].what, "UTF-16LE read");
        assert!(wide.doubts[0].message.starts_with("1 character is damaged"));
        assert_eq!(
            report("é".as_bytes(), Encoding::ByContent),
            Report::default()
        );
    }
}
