//! What a format makes of a file: lines that a person can read, and what should be said of them.

use super::decoding::{self, TakenFor};
use super::report::{RepairKind, Report};
use super::{ImportError, Options, docx};
use crate::text::encoding::{self, FileFormat};

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
    /// What was done to make text of it, and what a person should look at.
    pub(super) report: Report,
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
            && docx::is_package(bytes)
        {
            return docx::read(bytes).map_err(|what| ImportError::Docx { file: file(), what });
        }
        let decoded = decoding::decode(bytes, options.encoding)
            .map_err(|what| ImportError::NotText { file: file(), what })?;
        let mut document = Self::of_text(decoded.text.into_owned(), SourceFormat::Text);
        document.tell_encoding(decoded.taken_for, decoded.broken);
        Ok(document)
    }

    /// A text as it is, and what it was before.
    pub fn of_text(text: String, format: SourceFormat) -> Self {
        Self {
            format,
            text,
            report: Report::default(),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Encoding;

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
