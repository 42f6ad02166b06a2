//! The reader in lines on a terminal: nothing but text is sent, and no end loses the place.

use rustix::process::Signal;

use crate::pty::Term;
use crate::terminal::Home;

const DUMB: &[(&str, &str)] = &[("TERM", "dumb")];

/// Waits for a text, and for the prompt behind it: what is typed before is echoed elsewhere.
fn wait_for_prompt(term: &mut Term, behind: &str) {
    term.wait_for(behind);
    term.wait_until("the prompt behind the text", |screen| {
        screen.contents().trim_end().ends_with(':')
    });
}

#[test]
fn nothing_but_text_is_sent_and_the_terminal_stays_as_it_is() {
    let home = Home::new();
    let mut term = home.start(&["--plain"], DUMB, (60, 24));
    wait_for_prompt(&mut term, "held in Islamabad");
    term.type_keys("7\n");
    wait_for_prompt(&mut term, "2/34-P:7, operative paragraph 7 of 12");
    assert!(!term.is_changed());
    term.type_keys("find composite dialogue\n");
    term.wait_for("3 found");
    term.type_keys("quit\n");
    assert!(term.exit_status().success());
    let printed = String::from_utf8(term.raw_bytes().to_vec()).unwrap();
    let is_text = |c: char| c == '\r' || c == '\n' || !c.is_control();
    assert!(printed.chars().all(is_text), "{printed:?}");
    assert!(printed.starts_with("`help` lists the commands\r\n2/34-P, THE JAMMU"));
    assert!(printed.contains("\r\n: 7\r\n2/34-P:7, operative"));
    term.assert_restored();
    assert_eq!(home.last_place(), "3/34-P:1");
}

#[test]
fn a_lost_connection_loses_no_place() {
    let home = Home::new();
    let mut term = home.start(&["--plain", "2/34-P:7"], DUMB, (80, 24));
    wait_for_prompt(&mut term, "appropriate proposals.");
    term.type_keys("next\n");
    wait_for_prompt(&mut term, "2/34-P:8, operative");
    term.hang_up();
    term.exit_status();
    assert_eq!(home.last_place(), "2/34-P:8");
}

#[test]
fn the_end_of_the_input_is_an_end() {
    let home = Home::new();
    let mut term = home.start(&["--plain"], DUMB, (80, 24));
    wait_for_prompt(&mut term, "held in Islamabad");
    term.type_keys("3/34-P:2\n");
    term.wait_for("3/34-P:2, operative");
    term.type_keys("\u{4}");
    assert!(term.exit_status().success());
    assert_eq!(home.last_place(), "3/34-P:2");
}

#[test]
fn lines_read_on_where_panes_were_left() {
    let home = Home::new();
    let mut term = home.open();
    term.type_keys("7\rm");
    term.wait_for("marked");
    term.type_keys("q");
    term.exit_status();
    let mut term = home.start(&["--plain"], DUMB, (80, 24));
    term.wait_for("2/34-P:7, operative paragraph 7 of 12, marked");
    term.type_keys("q\n");
    assert!(term.exit_status().success());
}

/// A dialogue at a terminal on which a line can be edited, behind its first prompt.
fn typing(home: &Home) -> Term {
    let mut term = home.start(&["--plain"], &[], (60, 24));
    wait_for_prompt(&mut term, "held in Islamabad");
    term.wait_until("a line to be typed", |_| true);
    term
}

#[test]
fn a_line_is_edited_and_the_lines_before_come_back() {
    let home = Home::new();
    let mut term = typing(&home);
    term.type_keys("99\x7f\x7f2/34:7\x1b[D\x1b[D-P\r");
    wait_for_prompt(&mut term, "2/34-P:7, operative paragraph 7 of 12");
    term.type_keys("op 1\x1b[H\x1b[F2\r");
    wait_for_prompt(&mut term, "2/34-P:12, operative paragraph 12 of 12");
    // Two lines back, one forward again, and from there on.
    term.type_keys("draft\x1b[A\x1b[A\x1b[B\x7f\r");
    wait_for_prompt(&mut term, "2/34-P:1, operative paragraph 1 of 12");
    term.type_keys("\x1b[A\x1b[A\x1b[A\r");
    wait_for_prompt(&mut term, "appropriate proposals.");
    term.type_keys("quit\r");
    assert!(term.exit_status().success());
    term.assert_restored();
    assert_eq!(home.last_place(), "2/34-P:7");
    assert!(!term.raw_bytes().contains(&0x1b), "{}", term.screen());
}

#[test]
fn what_is_typed_is_shown_once_and_nothing_else_is_painted() {
    let home = Home::new();
    let mut term = typing(&home);
    term.take_raw_bytes();
    term.type_keys("op 7");
    term.wait_for(": op 7");
    assert_eq!(term.take_raw_bytes(), b"op 7");
    term.type_keys("\x7f");
    term.wait_until("nothing behind the blank", |screen| {
        screen.contents().trim_end().ends_with(": op")
    });
    assert_eq!(term.take_raw_bytes(), b"\x08 \x08");
}

#[test]
fn a_line_wider_than_its_row_stays_on_it() {
    let home = Home::new();
    let mut term = typing(&home);
    let long = "composite dialogue between Pakistan and India and the peace process";
    term.type_keys(&format!("find {long}"));
    term.wait_for("peace process");
    let (row, _) = term.model().cursor_position();
    term.type_keys("\x1b[H");
    term.wait_for(": find composite dialogue");
    assert_eq!(term.model().cursor_position(), (row, 2));
    term.type_keys("\r");
    wait_for_prompt(&mut term, "found");
}

#[test]
fn ctrl_c_drops_a_line_and_at_an_empty_one_ends_as_ctrl_d_does() {
    for end in ["\x03", "\x04"] {
        let home = Home::new();
        let mut term = typing(&home);
        term.type_keys("find kash\x03");
        term.wait_for(": find kash");
        term.type_keys("3/34-P:2x\x1b[D\x04\r");
        wait_for_prompt(&mut term, "3/34-P:2, operative paragraph 2 of 10");
        term.type_keys(end);
        assert!(term.exit_status().success());
        term.assert_restored();
        assert_eq!(home.last_place(), "3/34-P:2");
    }
}

#[test]
fn the_terminal_is_given_back_when_a_line_is_never_ended() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let home = Home::new();
        let mut term = typing(&home);
        term.type_keys("7\rhalf");
        term.wait_for(": half");
        term.signal(signal);
        let status = term.exit_status();
        assert!(status.signal().is_some(), "{status}");
        term.assert_restored();
        assert_eq!(home.last_place(), "2/34-P:7");
    }
}

#[test]
fn a_stopped_dialogue_gives_the_terminal_back_and_goes_on_with_its_line() {
    let home = Home::new();
    let script = "\"$RESOLUT\" --plain 3/34-P:2; echo \"went $?\"; read line; fg; echo \"went $?\"";
    let mut term = home.start_shell(script, (80, 24));
    wait_for_prompt(&mut term, "3/34-P:2, operative");
    term.type_keys("op");
    term.wait_for(": op");
    term.type_keys("\x1a");
    term.wait_for("went 14");
    term.assert_restored();
    term.type_keys("\n");
    term.wait_until("the line once more", |screen| {
        screen.contents().trim_end().ends_with(": op")
    });
    term.type_keys(" 7\r");
    wait_for_prompt(&mut term, "3/34-P:7, operative paragraph 7 of 10");
    term.type_keys("q\r");
    term.wait_for("went 0");
    term.assert_restored();
}
