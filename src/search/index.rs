//! The tables of the index, built once and read at every key.
//!
//! ```text
//! word → its spelling and forms     vocabulary, letters, intern
//! word → texts that have it         postings, text_set
//! text → its words in order         sequences, compounds
//! paragraph → its text and place    paragraphs, wordings, leads
//! words of titles and symbols       names
//! ```

pub(super) mod builder;
pub(super) mod compounds;
pub(super) mod concordance;
pub(super) mod intern;
pub(super) mod leads;
pub(super) mod letters;
pub(super) mod names;
pub(super) mod paragraphs;
pub(super) mod postings;
pub(super) mod sequences;
pub(super) mod text_set;
pub(super) mod varint;
pub(super) mod vocabulary;
pub(super) mod wordings;
