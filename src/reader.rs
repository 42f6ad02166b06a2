//! The person's side: what the reader sees, types and comes back to.
//!
//! | module | owns |
//! |---|---|
//! | [`app`] | all state of the reader, and every transition; nothing is drawn or written there |
//! | [`keymap`] | which key does what, in which context |
//! | [`panes`] | state → frame |
//! | [`lines`] | the same state in lines: commands as words, no panes and no sequences |
//! | [`keep`] | where the position, marks and jumps are saved, and when |
//! | [`library`] | a corpus with its index: prepared, kept or made anew, also in the background |
//! | [`panics`] | panics that cost the work they happen in, and not the reader |
//! | [`run`] | the loop of the panes: keys in, frames out, effects done |

pub mod app;
pub mod keep;
pub mod keymap;
pub mod library;
pub mod lines;
pub mod panes;
pub mod panics;
pub mod run;
