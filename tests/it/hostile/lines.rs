//! The reader in lines: nothing but text comes out, whatever stands in the corpus and is typed.

use proptest::prelude::*;

use super::{Own, PAYLOADS, assert_harmless, corpus, hostile};
use crate::plain::session_in;
use crate::walk::Shelf;

const COMMANDS: &str = "help\nnext\nnext\nmark\nmarks\noutline\nsessions\nresolutions\nfind bank\nhits\n\
    n\nquote\ncitation\nback\n99\n";

fn look_at(payload: &str, width: Option<usize>) {
    let shelf = Shelf::of(corpus(payload));
    let lines = format!(
        "{COMMANDS}{payload}\nfind {payload}\n/{payload}\ngo {payload}\nremove {payload}\nmarks\n"
    );
    let printed = session_in(&shelf, width, &lines);
    assert_harmless(printed.as_bytes(), Own::Text, payload);
}

#[test]
fn only_text_is_printed() {
    for payload in PAYLOADS {
        for width in [None, Some(40), Some(1)] {
            look_at(payload, width);
        }
    }
}

#[test]
fn only_text_is_printed_whatever_is_typed() {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(64)
    };
    proptest!(config, |(payload in hostile(), width in prop::option::of(1_usize..60))| {
        look_at(&payload, width);
    });
}
