//! Tests of the whole program, linked once.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail")]

mod any_keys;
mod citation;
mod cli;
mod import;
mod keys;
mod layers;
mod pty;
mod screens;
mod search;
mod walk;
