//! Tests of the whole program, linked once.

mod citation;
mod import;
mod search;
