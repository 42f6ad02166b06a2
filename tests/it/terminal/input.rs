//! Keys and pastes as they arrive: in pieces, by the megabyte, without sense.

use super::{Home, wait_for_frame};
use crate::walk::Shelf;

#[test]
fn a_key_cut_between_packets_is_one_key() {
    let mut term = Home::new().open();
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    // What comes before the cut tells that the first packet has been read.
    term.type_keys("j\x1b[6");
    wait_for_frame(&mut term, walk.keys("j"));
    term.type_keys("~j\x1b[1;1");
    wait_for_frame(&mut term, walk.keys("<PgDn>j"));
    term.type_keys("A");
    wait_for_frame(&mut term, walk.keys("<Up>"));
}

#[test]
fn a_pasted_text_is_typed_into_the_finder() {
    let mut term = Home::new().open();
    term.type_keys("/\x1b[200~islamic\rdev bank\x1b[201~");
    term.wait_for("/islamic dev bank");
    term.type_keys("\r");
    term.wait_for("2/34-P:7  20/25");
}

#[test]
fn a_text_pasted_elsewhere_is_no_keys() {
    let mut term = Home::new().open();
    term.type_keys("\x1b[200~]7\rq\x1b[201~j");
    term.wait_for("2/34-P:pp1  1/25");
}

#[test]
fn a_megabyte_is_pasted_without_harm() {
    let megabyte = "composite dialogue ".repeat(55_000);
    for before in ["", "/", ":"] {
        let mut term = Home::new().open();
        term.type_keys(&format!("{before}\x1b[200~{megabyte}\x1b[201~\x07"));
        term.type_keys("7\r");
        term.wait_for("2/34-P:7  20/25");
    }
}

#[test]
fn a_megabyte_is_typed_without_harm() {
    let mut term = Home::new().open();
    term.type_keys("/");
    term.type_keys(&"dialogue ".repeat(110_000));
    term.type_keys("\x07");
    term.type_keys("7\r");
    term.wait_for("2/34-P:7  20/25");
}

#[test]
fn random_bytes_do_no_harm() {
    for seed in 1..=4_u64 {
        let mut term = Home::new().open();
        term.type_bytes(&noise(seed, 4096));
        // Out of what is open, if anything is, and out of the reader.
        term.type_keys("\x03\x03\x03");
        let status = term.exit_status();
        assert!(status.success(), "{seed}: {status}");
        term.assert_restored();
    }
}

/// Bytes that look random (xorshift), many of them ESC and `[`, without those that quit.
fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed;
    let bytes = std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        match state.to_be_bytes() {
            [0..32, ..] => 0x1b,
            [32..64, ..] => b'[',
            [_, byte, ..] => byte,
        }
    });
    bytes
        .filter(|byte| ![b'q', 0x03].contains(byte))
        .take(length)
        .collect()
}
