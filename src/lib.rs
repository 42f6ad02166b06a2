//! `resolut`: a keyboard-driven terminal reader for diplomatic resolutions.
//!
//! Data goes one way: file → corpus → index → state → frame. The modules stand in that order, and
//! each uses only what stands above it (`tests/it/layers.rs` holds them to it):
//!
//! | module | owns |
//! |---|---|
//! | [`model`] | sessions, resolutions and their passages, as they are read |
//! | [`visible`] | control characters of a corpus turned into visible marks |
//! | [`letters`] | graphemes, and the columns they take on a terminal |
//! | [`encoding`] | bytes as text, and what else they look like |
//! | [`guard`] | files and folders that other users may have put there |
//! | [`saved`] | numbers and texts as bytes, in blocks that tell whether they are whole |
//! | [`lead`] | the lead verb of a paragraph |
//! | [`citation`] | reading and printing `2/34-P:7` |
//! | [`format`](mod@format) | the JSON of a corpus file: shapes, reading, faults |
//! | [`corpus`] | the bundled and the added files; which place a citation names |
//! | [`import`] | text that came out of a PDF → resolutions and a report |
//! | [`fuzzy`] | scoring one short string against another |
//! | [`search`] | the finder's index: a query in, ranked hits with spans out |
//! | [`typeset`] | paragraphs → rows of a width |
//! | [`store`] | files of our own: where they are, and writing them whole |
//! | [`library`] | a corpus with its index: what is prepared or kept of them, or made anew |
//! | [`app`] | all state of the reader, and every transition |
//! | [`keymap`] | which key does what, in which context |
//! | [`ui`] | state → frame |
//! | [`terminal`] | the loop, keys in, frames out, signals; the only I/O of the reader |
//! | [`plain`] | the reader in lines: commands as words, no panes and no sequences |
//! | [`cli`] | the command line |

pub mod app;
pub mod citation;
pub mod cli;
pub mod corpus;
pub mod encoding;
pub mod format;
pub mod fuzzy;
pub mod guard;
pub mod import;
pub mod keymap;
pub mod lead;
pub mod letters;
pub mod library;
pub mod model;
pub mod plain;
pub mod saved;
pub mod search;
pub mod store;
pub mod terminal;
pub mod typeset;
pub mod ui;
pub mod visible;
