//! Whatever a file is → a document with text.
//!
//! | step | owns |
//! |---|---|
//! | `by_content` | bytes → a document, by the format that they are of |
//! | `decoding` | bytes → text |
//! | `docx` | a Word document → its text, with a table of its own steps |
//! | `markdown` | Markdown → its text |
//! | `html` | a page, or a piece of one → its text |
//! | `numerals` | numbers of lists as they are printed |
//! | `plain` | paragraphs, rows and notes of a document → lines that a person can read |
//! | `cells` | tables that are open while a document is read |
//! | `document` | these lines, and what should be said of them |
//!
//! A step uses only those below it in the table.

mod by_content;
mod cells;
mod decoding;
mod document;
mod docx;
mod html;
mod markdown;
mod numerals;
mod plain;

pub use decoding::{Encoding, UnknownEncoding};
pub(super) use document::DocumentRow;
pub use document::{SourceDocument, SourceFormat};
pub use docx::DocxError;
