//! The field's words: resolutions, their citations, the corpus, and the files that hold it. No terminal, no
//! index.
//!
//! | module | owns |
//! |---|---|
//! | [`model`] | sessions, resolutions and their passages, as they are read |
//! | [`visible`] | control characters of a corpus turned into visible marks |
//! | [`letters`] | graphemes, and the columns they take on a terminal |
//! | [`counted`] | counts with their nouns |
//! | [`encoding`] | bytes as text, and what else they look like |
//! | [`guard`] | files and folders that other users may have put there |
//! | [`block`] | numbers and texts as bytes, in blocks that tell whether they are whole |
//! | `sorting` | lists in order, by one copy of the sort |
//! | `map` | values by keys, by one copy of the hash table |
//! | `line_starts` | in which line of a text a byte stands |
//! | [`language`] | tags of languages: which of several serves, and which one a locale names |
//! | [`lead`] | the lead verb of a paragraph |
//! | [`citation`] | reading and printing `2/34-P:7` |
//! | [`format`](mod@format) | the JSON of a corpus file: shapes, reading, faults |
//! | [`corpus`] | all files as one list; which place a citation names |
//! | [`typeset`] | paragraphs → rows of a width |

pub mod block;
pub mod citation;
pub mod corpus;
pub mod counted;
pub mod encoding;
pub mod format;
pub mod guard;
pub mod language;
pub mod lead;
pub mod letters;
pub(crate) mod line_starts;
pub(crate) mod map;
pub mod model;
pub(crate) mod sorting;
pub mod typeset;
pub mod visible;
