//! Tests of the whole program, linked once.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail")]

mod any_keys;
mod changed;
mod citation;
mod cli;
mod compared;
mod finder;
mod hostile;
mod import;
mod installed;
mod keys;
mod languages;
mod layers;
mod library;
mod lists;
mod long;
mod mouse;
mod notes;
mod plain;
mod pty;
mod readme;
mod references;
mod screens;
mod search;
mod stacked;
mod terminal;
mod walk;
mod widths;
mod wire;
mod wordings;
