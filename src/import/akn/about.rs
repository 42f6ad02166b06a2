//! What is known of a document beside its text.
//!
//! | step | owns |
//! |---|---|
//! | `meta` | what the file says of its work, its adoption and the vote |
//! | `claims` | what one witness says of its symbol |
//! | `identity` | whose text it is, where witnesses disagree |
//! | `catalogue` | what a librarian says of it |

pub(super) mod catalogue;
mod claims;
pub(super) mod identity;
pub(super) mod meta;
