//! The loop, keys in, frames out, signals; the only I/O of the reader.

pub mod input;
pub mod screen;
