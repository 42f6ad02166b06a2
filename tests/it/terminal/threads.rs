//! Where the system gives no thread.

use std::fs;

use super::{Home, SIZE};
use crate::cli::POINTS;

#[test]
fn a_corpus_is_indexed_and_read_without_a_thread() {
    let home = Home::new();
    let corpus = home.folder.path().join("points.json");
    fs::write(&corpus, POINTS).unwrap();
    // No machine has so much memory for a stack, so that every start of a thread fails.
    let none = [("RUST_MIN_STACK", (1_u64 << 60).to_string())];
    let none = none.each_ref().map(|(name, size)| (*name, size.as_str()));
    let mut term = home.start(&["--corpus", corpus.to_str().unwrap()], &none, SIZE);
    term.wait_for("? keys");
    term.type_keys("/report\r");
    term.wait_for("7/1-T:1(b)");
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
}
