//! `resolut`: a keyboard-driven terminal reader for diplomatic resolutions.
//!
//! The code is a house of nine floors. A floor uses itself and what is below it in this picture, never what
//! is above (`tests/it/layers.rs` holds it to that):
//!
//! ```text
//!   cli       the command line: a command each, and what they print
//!   reader    the person's side: state, keys, panes or lines, what is kept, the loop
//!   analysis  what follows from a paragraph: references, wordings, comparison, what it asks of whom
//!   bundle    the corpus that is compiled into the program
//!   search    a query in, ranked hits out
//!   export    resolutions out, in the formats of others
//!   import    a foreign document in, resolutions and a report out
//!   tty       a terminal with manners; it knows no resolution
//!   text      the field's words: resolutions, citations, the corpus and its files
//! ```
//!
//! Data goes one way: file → corpus → index → state → frame.
//!
//! - *A paragraph*: [`text::format`] reads the JSON of a file, [`text::corpus`] puts files together and reads
//!   a [`Resolution`](text::model::Resolution) where it is needed, [`text::typeset`] sets it in rows, the panes
//!   draw the rows.
//! - *A citation*: [`text::citation`] reads `2/34-P:7` in every spelling; the corpus finds the
//!   [`Place`](text::model::Place).
//! - *A reference*: [`analysis::references`] reads the running text of a paragraph, the corpus says where it leads.
//! - *A query*: [`search::Finder`] answers it with ranked hits and their spans.
//! - *A key*: [`tty`] turns bytes into events, [`reader::keymap`] into an action, [`reader::app::App`] changes
//!   its state and returns an effect, [`reader::panes`] draws a frame, `tty` sends what differs in one write.
//! - *A document*: [`import`] turns the text of a PDF, or a file of Akoma Ntoso, into resolutions of the model
//!   and a report;
//!   [`text::format`] makes a corpus file of the sessions.
//!
//! # Words
//!
//! | word | meaning |
//! |---|---|
//! | session | a meeting of an organ, under which resolutions are adopted |
//! | symbol | the name of a resolution in print: `2/34-P`, `S/RES/2505 (2020)` |
//! | opening | the organ's name at the head of a resolution |
//! | preambular, operative paragraph | `pp3`, `op7`: a paragraph of the preamble, or of the part that decides |
//! | point | a part of a paragraph: `7(a)(i)` |
//! | passage | an opening, a paragraph, a point or what stands between them: one entry of the flat list that a resolution is |
//! | heading, table, rule | what stands between paragraphs; it has no number and is cited as the paragraph before it |
//! | flush text | text of a paragraph that goes on behind its points |
//! | section | a part of a resolution with operative paragraphs of its own, and perhaps a preamble |
//! | note | what a document says at its foot to a mark in a text |
//! | facts | what is known of a resolution beside its text: adoption, meeting, vote |
//! | unit | a passage with all points below it |
//! | place | a passage of a resolution of the corpus |
//! | citation | a place in writing |
//! | claim | what a citation says of a resolution beside its symbol: organ, session, day |
//! | lead verb | the verb phrase that a paragraph begins with: *Calls upon* |
//! | volume | one corpus file, opened; its catalogue is what lists need of it |
//! | wording | one text that several paragraphs may have: agreed language |
//! | hit, span | a row of an answer; the bytes of a text that a query matched, or that print sets off |
//! | reference | a citation in the running text of a paragraph |
//! | owner | whose paragraphs a reference names: a resolution, or a report, which is none of ours |
//! | act | one thing that a paragraph does: a verb, and who is asked |
//! | change | bytes of one wording in place of bytes of another |
//! | mark | a place that the reader marked with `m` |
//! | reader's note | what the reader wrote to a mark with `M`; in the state a `note` |
//! | repair, doubt | what an import changed in the layout; what a person should look at |
//!
//! # From a citation to its text
//!
//! ```
//! use resolut::bundle;
//!
//! let corpus = bundle::corpus();
//! let cited = corpus.read_citation("op. para. 7 of 2/34-P", None)?;
//! assert_eq!(corpus.cite(cited.beginning()).to_string(), "2/34-P:7");
//! assert!(corpus.text(cited.beginning())?.starts_with("Requests the Islamic Development Bank"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod analysis;
pub mod bundle;
pub mod cli;
pub mod export;
pub mod import;
pub mod reader;
pub mod search;
pub mod text;
pub mod tty;
