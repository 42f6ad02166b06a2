//! A folder of documents of others → sessions, their order, and what is told of all its files.
//!
//! Pure: what walks a folder and writes the corpus stands in `cli::import`.
//!
//! | file | owns |
//! |---|---|
//! | `session` | the session that a document is put under |
//! | `order` | where it stands within its session |
//! | `account` | what is told of one file |
//! | `tally` | what is told of all of them |

mod account;
mod order;
mod session;
mod tally;

pub use account::{DocumentCounts, FileAccount, FileState};
pub use order::listing_order;
pub use session::session_of;
pub use tally::{CollectionTally, FileChange, FileFacts, figures};
