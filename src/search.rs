//! The finder: a query in, ranked hits with the spans of their matches out.
//!
//! What is typed is tried as a citation, then against symbols, titles and session names, then against
//! the words of paragraphs, by an index that is built once ([`Index::build`]). A query goes up these floors;
//! each uses itself and what is below it (`tests/it/layers.rs` holds them to that):
//!
//! ```text
//!   finder    what is asked: a corpus, its index, and what is kept from key to key
//!   answer    the rows, in the order they are listed
//!   question  what a question and its answer are made of
//!   rank      texts that have all words, or where none has, some; phrases, order and nearness in the best of them
//!   terms     each word of a query → the words of the corpus it may stand for
//!   query     what is typed → operators, phrases and words
//!   acts      what paragraphs ask of whom by when
//!   near      a text → those that share its rarest words
//!   index     each word of the corpus → the texts that have it
//!   hit       one row, with the spans of its matches
//!   words     text → folded words
//!   weights   what each piece of evidence is worth
//! ```
//!
//! Rows that have every word as typed, as a beginning, or as the likely meaning of a word that the
//! corpus does not know, are [`Match::Words`]; all others are guesses and stand below.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts become weights, of which three digits matter"
)]

mod acts;
mod answer;
mod finder;
mod hit;
mod index;
mod near;
mod query;
mod question;
mod rank;
mod terms;
mod weights;
mod words;

pub use acts::{NotedAct, ReadActs};
pub use answer::asked::{ListedActs, RowQuery};
pub use finder::Finder;
pub use hit::{Hit, HitBetween, Match, Subject};
pub use index::Index;
pub use near::{NearText, NearTexts};
pub use query::{SYNTAX, Syntax};
pub use question::{Apart, Evidence, Explanation, Findings, Question, ScorePart};
pub use weights::Weights;
