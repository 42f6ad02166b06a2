//! What resolut wrote itself, read again as it was: a corpus file.

mod account;
mod corpus;

pub use corpus::is_corpus;
pub(super) use corpus::read as read_corpus;
