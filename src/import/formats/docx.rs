//! A Word document → its text, with the numbers that Word prints.
//!
//! | step | owns |
//! |---|---|
//! | `package` | the ZIP archive: its parts, up to a size |
//! | `markup` | bytes of a part → tags and text |
//! | `numbering` | lists and their levels; the label of the next paragraph of a list |
//! | `styles` | the lists that styles belong to |
//! | `body` | the text: paragraphs, tables, notes, text boxes |
//!
//! What was deleted while changes were tracked is left out, as is hidden text; both are told. Headers and footers are
//! furniture, but for a symbol in a header.

use memchr::memmem;

use super::document::{SourceDocument, SourceFormat};
use super::plain::PlainText;
use body::WordBody;
use numbering::WordNumbering;
use package::Package;
use styles::Styles;

mod body;
mod markup;
mod numbering;
mod package;
mod styles;

/// Why a Word document can't be read; the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    /// The archive is damaged, or locked by a password.
    #[error("is a damaged Word document, or one that is locked")]
    Damaged,
    /// It holds no text part.
    #[error("is no Word document: it has no text part")]
    NoText,
    /// Unpacked it would be larger than is read.
    #[error("is a Word document whose text is larger than {} MiB", package::LARGEST >> 20)]
    TooLarge,
}

/// The text of a Word document; none where the bytes are no archive with the text of one.
pub(super) fn read(bytes: &[u8]) -> Option<Result<SourceDocument, DocxError>> {
    let package = Package::open(bytes);
    let is_word = package.as_ref().is_ok_and(Package::has_text)
        || bytes.starts_with(b"PK") && memmem::find(bytes, b"word/document.xml").is_some();
    is_word.then(|| read_package(package?))
}

fn read_package(mut package: Package<'_>) -> Result<SourceDocument, DocxError> {
    let text = package.text()?;
    let styles = Styles::read(&package.related("styles")?);
    let numbering = WordNumbering::read(&package.related("numbering")?, &styles);
    let mut plain = PlainText::default();
    let mut body = WordBody::new(numbering, styles);
    body.read_notes(&package.related("footnotes")?, "footnote");
    body.read_notes(&package.related("endnotes")?, "endnote");
    for header in package.all_related("header")? {
        body.read_header(&header, &mut plain);
    }
    body.read(&text, &mut plain);
    Ok(plain.finish(SourceFormat::Word))
}
