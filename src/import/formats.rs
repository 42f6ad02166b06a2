//! Whatever a file is → a document with text.
//!
//! | step | owns |
//! |---|---|
//! | `document` | a file → its text, and what should be said of it |
//! | `decoding` | bytes → text |
//! | `docx` | a Word document → its text, with a table of its own steps |
//! | `markdown`, `html` | Markdown, a page → its text |
//! | `cells` | tables that are open while a document is read |
//! | `plain` | paragraphs, rows and notes of a document → lines that a person can read |

mod cells;
mod decoding;
mod document;
mod docx;
mod html;
mod markdown;
mod plain;

pub use decoding::{Encoding, UnknownEncoding};
pub use document::{SourceDocument, SourceFormat};
pub use docx::DocxError;
pub(super) use markdown::documents as markdown_documents;
