//! The finder: a query in, ranked hits with the spans of their matches out.
//!
//! What is typed is tried as a citation, then against symbols, titles and session names, then against
//! the words of paragraphs, by an index that is built once ([`Index::build`]). A query goes through
//!
//! 1. `query`: operators, phrases and words;
//! 2. `terms`: each word → the words of the corpus it may stand for;
//! 3. `rank`: texts that have all words, or where none has, some; of the best of them phrases, order and nearness;
//! 4. `answer`: the rows, in the order they are listed.
//!
//! Rows that have every word as typed, as a beginning, or as the likely meaning of a word that the
//! corpus does not know, are [`Match::Words`]; all others are guesses and stand below.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts become weights, of which three digits matter"
)]

mod answer;
mod finder;
mod hit;
mod index;
mod query;
mod question;
mod rank;
mod terms;
mod weights;
mod words;

pub use finder::Finder;
pub use hit::{Hit, Match, Subject};
pub use index::Index;
pub use query::{SYNTAX, Syntax};
pub use question::{Findings, Question};
pub use weights::Weights;
