//! Ctrl-Z, SIGTSTP and `fg`: a stopped reader leaves the terminal to the shell, a continued one paints
//! everything again.

use rustix::process::Signal;

use super::{Home, SIZE, wait_for_frame};
use crate::pty::Term;
use crate::walk::Shelf;

const SCRIPT: &str = "\
    echo before; \"$RESOLUT\" 2/34-P:7; echo \"went $?\"; \
    read line; fg; echo \"went $?\"; read line";

/// What the shell says of a program that stopped: 128 and the number of the signal, which systems
/// do not agree about.
const STOPPED: &str = "went 14";

/// A reader under a shell, stopped in some way.
fn stopped(home: &Home, stop: impl Fn(&mut Term)) -> Term {
    let mut term = home.start_shell(SCRIPT, SIZE);
    term.wait_for("? keys");
    assert!(term.is_changed());
    stop(&mut term);
    term.wait_for(STOPPED);
    term.assert_restored();
    assert!(term.screen().starts_with("before\n"), "{}", term.screen());
    assert_eq!(home.last_place(), "2/34-P:7");
    term
}

#[test]
fn a_stopped_reader_leaves_the_terminal_and_fg_brings_it_back() {
    let stops: [fn(&mut Term); 2] = [
        |term| term.type_keys("\x1a"),
        |term| term.signal_foreground(Signal::TSTP),
    ];
    for stop in stops {
        let home = Home::new();
        let mut term = stopped(&home, stop);
        term.type_keys("\n");
        let shelf = Shelf::bundled();
        wait_for_frame(&mut term, shelf.open(SIZE.0, SIZE.1).keys("7<Enter>"));
        assert!(term.is_changed());
        assert!(term.model().alternate_screen() && term.model().bracketed_paste());
        term.type_keys("q");
        term.wait_for("went 0");
        term.assert_restored();
    }
}

#[test]
fn a_size_that_changed_while_the_reader_was_stopped_is_seen() {
    let home = Home::new();
    let mut term = stopped(&home, |term| term.type_keys("\x1a"));
    term.resize((60, 20));
    term.type_keys("\n");
    term.wait_for("2/34-P:7  20/25");
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(SIZE.0, SIZE.1);
    wait_for_frame(&mut term, walk.keys("7<Enter>").resize(60, 20));
}

#[test]
fn a_reader_continued_in_the_background_waits_for_its_turn() {
    let home = Home::new();
    let script = "\"$RESOLUT\" 2/34-P:7; bg; echo \"in the background\"; read line; fg";
    let mut term = home.start_shell(script, SIZE);
    term.wait_for("? keys");
    term.type_keys("\x1a");
    term.wait_for("in the background");
    term.assert_restored();
    term.type_keys("\n");
    let shelf = Shelf::bundled();
    wait_for_frame(&mut term, shelf.open(SIZE.0, SIZE.1).keys("7<Enter>"));
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
}

#[test]
fn where_there_is_no_shell_to_go_back_to_nothing_stops() {
    let home = Home::new();
    let mut term = home.open();
    term.type_keys("\x1a");
    term.wait_for("there is no shell to go back to");
    term.type_keys("7\r");
    term.wait_for("2/34-P:7  20/25");
}
