//! What resolut wrote itself, read again as it was: a corpus file, and Markdown of whole resolutions.
//!
//! | step | owns |
//! |---|---|
//! | `corpus` | a corpus file → its sessions |
//! | `markdown` | Markdown → its resolutions, and what is none |
//! | `body` | the text of one → its passages |
//! | `inline` | the words of a passage, with spans, marks of notes and a number |
//! | `remark` | comments that say what Markdown has no sign for |
//! | `headings`, `table`, `notes` | what stands over parts, cells of tables, texts of notes |
//! | `account` | what is told of it |

mod account;
mod body;
mod corpus;
mod headings;
mod inline;
mod markdown;
mod notes;
mod remark;
mod table;

pub use corpus::is_corpus;
pub(super) use corpus::read as read_corpus;
pub(super) use markdown::{is_exported, read as read_markdown};
pub use remark::{MARKDOWN_FORMAT, Remark, TableShape};
