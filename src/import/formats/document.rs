//! What a format makes of a file: lines that a person can read, and what should be said of them.

use super::decoding::{self, Encoding, TakenFor};
use super::{docx, html, markdown};
use crate::import::front::Front;
use crate::import::own::{is_corpus, is_exported};
use crate::import::report::{RepairKind, Report};
use crate::import::rows::{self, DocumentRow};
use crate::import::shapes::DocumentShapes;
use crate::import::{ImportError, Options};
use crate::text::encoding::{self, FileFormat};
use crate::text::model::Resolution;

/// A document as text: what is read for resolutions, and what is kept beside the corpus, as its lines.
///
/// ```
/// use resolut::import::{SourceDocument, Options};
///
/// let document = SourceDocument::of(b"Requests a caf\xe9.\n", &Options::new("a.txt"))?;
/// assert_eq!(document.text, "Requests a café.\n");
/// # Ok::<(), resolut::import::ImportError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceDocument {
    /// What it was.
    pub format: SourceFormat,
    /// Its lines. Of a text all that it holds, control characters too.
    pub text: String,
    /// What is known of it beside its text.
    pub(super) front: Front,
    /// Its documents, where it is a table of several.
    pub(in crate::import) rows: Vec<DocumentRow>,
    /// What its format says of its lines.
    pub(in crate::import) shapes: DocumentShapes,
    /// What was done to make text of it, and what a person should look at.
    pub(in crate::import) report: Report,
}

/// What a document was before it was text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceFormat {
    /// Text.
    #[default]
    Text,
    /// A PDF, of which another program made text.
    Pdf,
    /// A Word document.
    Word,
    /// Markdown.
    Markdown,
    /// A page of HTML.
    Html,
    /// A table with a document a row.
    Rows,
    /// A corpus file of ours, whose text is its JSON.
    Corpus,
    /// Markdown that `export` wrote.
    Exported,
    /// A document of another word processor, of which another program made text.
    Other,
}

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
        } else if let Some(rows) = rows::of(text, options)? {
            rows
        } else {
            Self::of_string(decoded.text.into_owned())
        };
        document.tell_encoding(decoded.taken_for, decoded.broken);
        Ok(document)
    }

    /// A page, Markdown or a text, told by its signs.
    pub(in crate::import) fn of_string(text: String) -> Self {
        if html::is_html(&text) {
            html::read(&text)
        } else if markdown::is_markdown(&text) {
            markdown::read(&text)
        } else {
            Self::of_text(text, SourceFormat::Text)
        }
    }

    /// A table without rows.
    pub(in crate::import) fn of_rows() -> Self {
        Self::of_text(String::new(), SourceFormat::Rows)
    }

    /// A text as it is, and what it was before.
    pub fn of_text(text: String, format: SourceFormat) -> Self {
        Self {
            format,
            text,
            front: Front::NOTHING,
            rows: Vec::new(),
            shapes: DocumentShapes::default(),
            report: Report::default(),
        }
    }

    /// The report of its import, which begins with what was done to make text of it.
    pub(in crate::import) fn begin_report(&self, options: &Options<'_>) -> Report {
        Report {
            file: options.file_name.to_owned(),
            ..self.report.clone()
        }
    }

    /// What the document says of itself, as one of several resolutions where it holds several. A day and a title it
    /// says only where none is printed: see [`Self::complete`].
    pub(in crate::import) fn own_front(&self, count: usize) -> Front {
        Front {
            symbol: self.front.symbol.clone().filter(|_| count <= 1),
            title: None,
            date: None,
            ..self.front.clone()
        }
    }

    /// Adds title and day to the only resolution of the document, where they are not printed.
    pub(in crate::import) fn complete(&self, resolution: &mut Resolution, report: &mut Report) {
        let front = Front {
            title: self
                .front
                .title
                .clone()
                .filter(|_| resolution.title.is_none()),
            date: self
                .front
                .date
                .clone()
                .filter(|_| resolution.adopted.is_none()),
            ..Front::NOTHING
        };
        front.describe(resolution, report);
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
