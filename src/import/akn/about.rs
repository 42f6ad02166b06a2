//! What is known of a document beside its text.
//!
//! | step | owns |
//! |---|---|
//! | `meta` | what the file says of its work, its adoption and the vote |
//! | `identity` | whose text it is, where witnesses disagree |
//! | `catalogue` | what a librarian says of it |

pub(super) mod catalogue;
pub(super) mod identity;
pub(super) mod meta;
