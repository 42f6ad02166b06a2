//! Whatever a file is → a document with text, by a reader of ours or by a program that is installed.

use anyhow::Result;
use memchr::memmem;

use super::tools::{PDFTOTEXT, pandoc};
use crate::cli::outcome::Outcome;
use crate::cli::report::Advised;
use crate::import::{ImportError, Options, SourceDocument, SourceFormat};
use crate::text::encoding::{self, FileFormat, Guess, NotText};

/// The document that a file is, told by its bytes.
pub(super) fn document(bytes: &[u8], options: &Options<'_>) -> Result<SourceDocument> {
    match encoding::format(bytes) {
        Some(FileFormat::Pdf) => pdf(bytes, options.file_name),
        Some(FileFormat::Document("Word")) if !bytes.starts_with(b"PK") => {
            Err(old_word(options.file_name).into())
        }
        Some(FileFormat::Document("Rich Text")) => {
            by_pandoc(bytes, options.file_name, &RTF, "a Rich Text document")
        }
        Some(FileFormat::Document("LibreOffice")) => {
            by_pandoc(bytes, options.file_name, &ODT, "a LibreOffice document")
        }
        Some(FileFormat::Zip) if memmem::find(head(bytes), EPUB_TYPE).is_some() => {
            by_pandoc(bytes, options.file_name, &EPUB, "a book in EPUB")
        }
        _ => SourceDocument::of(bytes, options).map_err(advised),
    }
}

/// How pandoc is called: from that format, each paragraph on a line.
const ODT: [&str; 5] = ["-f", "odt", "-t", "plain", "--wrap=none"];
const RTF: [&str; 5] = ["-f", "rtf", "-t", "plain", "--wrap=none"];
const EPUB: [&str; 5] = ["-f", "epub", "-t", "plain", "--wrap=none"];

/// What a book in EPUB has at its beginning.
const EPUB_TYPE: &[u8] = b"mimetypeapplication/epub";

fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..256).unwrap_or(bytes)
}

fn by_pandoc(
    bytes: &[u8],
    file: &str,
    arguments: &'static [&'static str],
    what: &str,
) -> Result<SourceDocument> {
    let text = pandoc(arguments).text_of(bytes, file, what)?;
    Ok(SourceDocument::of_text(text, SourceFormat::Other))
}

/// Word documents of before 2007 are read by no program that could be counted on.
fn old_word(file: &str) -> Advised {
    Advised {
        message: format!(
            "`{file}` is a Word document of the format of before 2007, which is not read"
        ),
        hint: Some(
            "save it as .docx, or have it converted: `soffice --headless --convert-to docx FILE`"
                .into(),
        ),
        outcome: Outcome::Faulty,
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
