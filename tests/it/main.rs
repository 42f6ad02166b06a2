//! Tests of the whole program, linked once.

mod pty;
