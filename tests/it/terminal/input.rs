//! Keys and pastes as they arrive: in pieces, by the megabyte, without sense.

use super::{Home, SIZE, wait_for_frame};
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

/// The reader rests with an ESC read, however long that takes, before the arrow goes on.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn an_arrow_cut_behind_its_escape_is_an_arrow() {
    let mut term = Home::new().open();
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    for (key, typed) in [("<Down>", "[B"), ("<PgDn>", "[6~"), ("<Up>", "OA")] {
        term.type_keys("j\x1b");
        wait_for_frame(&mut term, walk.keys("j"));
        term.wait_for_rest();
        term.type_keys(typed);
        wait_for_frame(&mut term, walk.keys(key));
    }
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
    for before in ["", "/", "f", ":", "7", "'", "?"] {
        let mut term = Home::new().open();
        term.type_keys(&format!("{before}\x1b[200~{megabyte}\x1b[201~\x07"));
        term.type_keys("7\r");
        term.wait_for("2/34-P:7  20/25");
    }
}

#[test]
fn a_megabyte_is_typed_without_harm() {
    for before in ["/", ":"] {
        let mut term = Home::new().open();
        term.type_keys(before);
        term.type_keys(&"dialogue ".repeat(110_000));
        term.type_keys("\x07");
        term.type_keys("7\r");
        term.wait_for("2/34-P:7  20/25");
    }
}

/// What a terminal may answer to what nobody asked, whole and cut short.
const ANSWERS: &[&str] = &[
    "\x1b[?64;1;2;22c",
    "\x1b[>41;354;0c",
    "\x1b[0n",
    "\x1b[24;80R",
    "\x1b[?2026;2$y",
    "\x1b[8;24;80t",
    "\x1b[?0u",
    "\x1b[106;1:3u",
    "\x1b[57441;2u",
    "\x1b[<0;10;5M",
    "\x1b[<35;4000;5000m",
    "\x1b[M !!",
    "\x1b[I\x1b[O",
    "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b]52;c;cQ==\x07",
    "\x1bP>|terminal 1.0\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\u{9b}?1;2c",
    "\x1b[200",
    "\x1b[99999999999999999999;1",
    "\x1b]0;a title without an end",
    "\x1bPq#0;2;0;0;0",
    "\x1b_an answer without an end",
    "\x1bX",
    "\x1b[M ",
];

#[test]
fn whatever_a_terminal_answers_the_keys_go_on() {
    let home = Home::new();
    for before in ["", "/ban", ":3/34", "7", "'", "?"] {
        let mut term = home.open();
        for (answer, number) in ANSWERS.iter().zip((1..=9).cycle()) {
            // Ctrl-G ends what has no end, and then leaves what is open.
            term.type_keys(&format!("{before}{answer}\x07\x07\x07{number}\r"));
            term.wait_for(&format!("2/34-P:{number}  "));
        }
        let all = ANSWERS.concat();
        term.type_keys(&format!("{before}{all}\x07\x07\x0712\r"));
        term.wait_for("2/34-P:12  25/25");
        term.type_keys("q");
        assert!(term.exit_status().success());
        term.assert_restored();
    }
}

#[test]
fn random_bytes_do_no_harm() {
    for seed in 1..=4_u64 {
        let mut term = Home::new().open();
        term.type_bytes(&noise(seed, 4096));
        // Out of what is open, lists over lists, and out of the reader.
        term.type_keys(&"\x03".repeat(20));
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

#[test]
fn keys_come_from_the_terminal_when_the_corpus_comes_by_a_pipe() {
    let home = Home::new();
    let corpus = "cat data/corpus.json | \"$RESOLUT\" --corpus -";
    let script = format!(
        "cd '{}'; {corpus} 3/34-P:2; echo end $?",
        env!("CARGO_MANIFEST_DIR")
    );
    let mut term = home.start_shell(&script, SIZE);
    term.wait_for("completing the three rounds");
    term.type_keys("G");
    term.wait_for("3/34-P:10  13/13");
    term.type_keys("q");
    term.wait_for("end 0");
    term.assert_restored();
    let mut lines = home.start_shell(&script.replace("--corpus", "--plain --corpus"), SIZE);
    lines.wait_for("3/34-P:2, operative paragraph 2 of 10");
    lines.type_keys("7\n");
    lines.wait_for("3/34-P:7, operative paragraph 7 of 10");
    lines.type_keys("q\n");
    lines.wait_for("end 0");
}
