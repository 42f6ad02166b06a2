//! Whatever a file is → a document with text, by a reader of ours or by a program that is installed.

use anyhow::Result;

use super::tools::PDFTOTEXT;
use crate::cli::outcome::Outcome;
use crate::cli::report::Advised;
use crate::import::{ImportError, Options, SourceDocument, SourceFormat};
use crate::text::encoding::{self, FileFormat, Guess, NotText};

/// The document that a file is, told by its bytes.
pub(super) fn document(bytes: &[u8], options: &Options<'_>) -> Result<SourceDocument> {
    match encoding::format(bytes) {
        Some(FileFormat::Pdf) => pdf(bytes, options.file_name),
        _ => SourceDocument::of(bytes, options).map_err(advised),
    }
}

fn pdf(bytes: &[u8], file: &str) -> Result<SourceDocument> {
    let text = PDFTOTEXT.text_of(bytes, file, "a PDF")?;
    if text.chars().any(char::is_alphanumeric) {
        return Ok(SourceDocument::of_text(text, SourceFormat::Pdf));
    }
    Err(Advised {
        message: format!("there is no text in `{file}`: its pages are pictures, as of a scan"),
        hint: Some(
            "have its text recognized first, and import that: `ocrmypdf FILE TEXT.pdf`".into(),
        ),
        outcome: Outcome::Faulty,
    }
    .into())
}

/// Says of text in another encoding how it is imported as it is.
pub(super) fn advised(error: ImportError) -> anyhow::Error {
    match error {
        ImportError::NotText {
            what:
                NotText::NotUtf8 {
                    guess: Guess::Unknown | Guess::Damaged | Guess::Single(_),
                    ..
                },
            ..
        } => Advised {
            message: error.to_string(),
            hint: Some(
                "or import it as it is with `--encoding`, as in `--encoding koi8-r`".to_owned(),
            ),
            outcome: Outcome::Faulty,
        }
        .into(),
        _ => error.into(),
    }
}
