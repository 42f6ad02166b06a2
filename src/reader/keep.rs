//! What is kept between two runs, and the folders of our own files.
//!
//! | file | owns |
//! |---|---|
//! | `saving` | when marks and the place are saved |
//! | `store` | the file `state.json`: read, locked, saved |
//! | `state` | what it says: the last place, marks, jumps, queries |
//! | `write` | a file written whole or not at all |
//! | `named` | a file that a reader names |
//! | `folders` | where all files of our own are |
//!
//! Several readers may run on one state: each writes only what it changed itself since it read the file, into
//! what the file says by then, under a lock. A file that is no state is set aside, never overwritten, and
//! where other users could have put a link to a file of ours, nothing is read or written.

mod error;
mod folders;
mod named;
pub mod saving;
mod state;
mod store;
mod write;

pub use error::{StoreError, with_causes};
pub use folders::{FILES, Kept, cache_folder, data_folder, state_folder};
pub use named::NamedFile;
pub use state::{Mark, Spot, State};
pub use store::Store;
pub use write::{
    PRIVATE, Replace, SHARED, WriteError, make_folder, nameless, write, write_by, write_unsynced,
};
