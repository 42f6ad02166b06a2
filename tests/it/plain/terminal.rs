//! The reader in lines on a terminal: nothing but text is sent, and no end loses the place.

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
