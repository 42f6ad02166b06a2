//! The loop, keys in, frames out, signals; the only I/O of the reader.

pub mod clipboard;
pub mod events;
pub mod input;
pub mod modes;
pub mod screen;
pub mod signals;
