//! The ends of a reader: the terminal is as it was found, the place is kept.

#[cfg(debug_assertions)]
use std::fs;

use rustix::process::Signal;

use super::{Home, SIZE, wait_for_frame};
#[cfg(debug_assertions)]
use crate::cli::POINTS;
use crate::pty::Term;
use crate::walk::Shelf;

/// A reader at 3/34-P:7.
fn at_seven(home: &Home) -> Term {
    let mut term = home.open();
    assert!(term.is_changed());
    assert!(term.model().alternate_screen() && term.model().hide_cursor());
    term.type_keys("]7\r");
    term.wait_for("3/34-P:7  10/13");
    term
}

#[test]
fn keys_that_quit() {
    for keys in ["q", "\x03", "/ban\x03\x03", "?qq"] {
        let home = Home::new();
        let mut term = at_seven(&home);
        term.type_keys(keys);
        assert!(term.exit_status().success(), "{keys:?}");
        term.assert_restored();
        assert_eq!(term.screen(), "");
        assert_eq!(home.last_place(), "3/34-P:7");
    }
}

#[test]
fn signals_that_end() {
    for (signal, name) in [
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::INT, "Interrupt"),
        (Signal::QUIT, "Quit"),
        (Signal::ABORT, "Aborted"),
        (Signal::ALARM, "Alarm clock"),
        (Signal::PROF, "Profiling timer expired"),
        (Signal::SYS, "Bad system call"),
        (Signal::TRAP, "Trace/breakpoint trap"),
        (Signal::USR1, "User defined signal 1"),
        (Signal::USR2, "User defined signal 2"),
        (Signal::VTALARM, "Virtual timer expired"),
        (Signal::XCPU, "CPU time limit exceeded"),
        // The library that ends by a signal knows no default for these: the status says which it was.
        #[cfg(target_os = "linux")]
        (Signal::POWER, ""),
        (Signal::IO, ""),
    ] {
        let home = Home::new();
        let mut term = at_seven(&home);
        term.signal(signal);
        let status = term.exit_status();
        let died_of = status.signal().unwrap_or_default();
        assert!(died_of.starts_with(name), "{name}: {status}");
        if name.is_empty() {
            let code = 128 + signal.as_raw();
            assert_eq!(i64::from(status.exit_code()), i64::from(code));
        }
        term.assert_restored();
        assert_eq!(term.screen(), "");
        assert_eq!(home.last_place(), "3/34-P:7");
    }
}

#[test]
fn a_signal_ends_what_is_being_typed_too() {
    let home = Home::new();
    let mut term = at_seven(&home);
    term.type_keys("/bank");
    term.wait_until("a cursor", |screen| !screen.hide_cursor());
    term.signal(Signal::TERM);
    term.exit_status();
    term.assert_restored();
    assert_eq!(home.last_place(), "3/34-P:7");
}

#[test]
fn a_terminal_that_vanishes() {
    for is_frozen in [false, true] {
        let home = Home::new();
        let mut term = at_seven(&home);
        if is_frozen {
            // The SIGHUP and the SIGCONT of a system that takes a terminal away then come at once.
            term.freeze();
        }
        term.hang_up();
        term.exit_status();
        assert_eq!(home.last_place(), "3/34-P:7");
    }
}

/// The shell outlives its terminal here: nobody but the reader itself notices that it has to end.
#[test]
fn a_terminal_that_vanishes_under_a_shell() {
    let home = Home::new();
    let script = "trap : HUP; \"$RESOLUT\" 3/34-P:7; :";
    let mut term = home.start_shell(script, SIZE);
    term.wait_for("3/34-P:7  10/13");
    term.hang_up();
    term.exit_status();
    assert_eq!(home.last_place(), "3/34-P:7");
}

/// The line is held, and what the reader wants to show does not go out: it hears its end all the same.
#[test]
fn a_terminal_that_takes_nothing() {
    let ends: [fn(&mut Term); 2] = [
        |term| term.signal(Signal::TERM),
        |term| term.type_keys("qq"),
    ];
    for end in ends {
        let home = Home::new();
        let mut term = at_seven(&home);
        term.hold(true);
        term.type_keys("?");
        end(&mut term);
        term.exit_status();
        assert_eq!(home.last_place(), "3/34-P:7");
    }
}

#[test]
fn a_terminal_that_takes_output_again_shows_the_last_frame() {
    let home = Home::new();
    let mut term = at_seven(&home);
    term.hold(true);
    for keys in ["?", "q", "k", "z"] {
        term.type_keys(keys);
    }
    term.hold(false);
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(SIZE.0, SIZE.1);
    wait_for_frame(&mut term, walk.keys("]7<Enter>?qkz"));
}

/// The shell that started the reader is killed, and it led the session: the system hangs up for it.
#[test]
fn a_parent_that_is_killed() {
    let home = Home::new();
    let mut term = home.start_shell("\"$RESOLUT\" 3/34-P:7; :", SIZE);
    term.wait_for("3/34-P:7  10/13");
    term.signal(Signal::KILL);
    term.wait_until("the screen given back", |screen| !screen.alternate_screen());
    term.exit_status();
    term.assert_restored();
    assert_eq!(home.last_place(), "3/34-P:7");
}

/// As under `nohup`.
#[test]
fn a_terminal_that_vanishes_where_hang_ups_are_ignored() {
    let home = Home::new();
    let mut term = home.start_shell("trap '' HUP; \"$RESOLUT\" 3/34-P:7; :", SIZE);
    term.wait_for("3/34-P:7  10/13");
    term.hang_up();
    term.exit_status();
    assert_eq!(home.last_place(), "3/34-P:7");
}

/// Only programs built for debugging panic when they are asked to.
#[cfg(debug_assertions)]
#[test]
fn a_panic_is_reported_on_the_screen_that_was_there_before_and_loses_no_place() {
    let home = Home::new();
    let mut term = home.start(&["2/34-P:7"], &[("RESOLUT_PANIC", "key")], SIZE);
    term.wait_for("? keys");
    term.type_keys("\x1b[24~");
    assert_eq!(term.exit_status().exit_code(), 101);
    term.assert_restored();
    assert_eq!(home.last_place(), "2/34-P:7");
    assert!(
        term.screen().contains("panicked, as asked"),
        "{}",
        term.screen()
    );
}

/// Only programs built for debugging panic when they are asked to.
#[cfg(debug_assertions)]
#[test]
fn a_panic_while_the_corpus_is_indexed_costs_the_finder_and_not_the_reader() {
    let home = Home::new();
    let corpus = home.folder.path().join("points.json");
    fs::write(&corpus, POINTS).unwrap();
    let corpus = corpus.to_str().unwrap();
    let asked = [("RESOLUT_PANIC", "indexing")];
    let mut term = home.start(&["--corpus", corpus, "2/34-P:7"], &asked, SIZE);
    term.wait_for("not all is found: indexing panicked at");
    term.type_keys("/bank");
    term.wait_for("Nothing could be indexed");
    term.type_keys("\x03:3/34-P:7\r");
    term.wait_for("3/34-P:7  10/13");
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
    assert_eq!(home.last_place(), "3/34-P:7");
}

/// As with a full disk: the write fails and is said, and nothing else is lost.
#[test]
fn a_limit_of_file_sizes_costs_the_memory_alone() {
    let home = Home::new();
    let mut term = home.start_shell("ulimit -f 0; \"$RESOLUT\" 2/34-P:7; echo \"end $?\"", SIZE);
    term.wait_for("2/34-P:7  20/25");
    term.type_keys("m");
    term.wait_for("marked until you leave: file too large");
    term.type_keys("jq");
    term.wait_for("end 0");
    assert!(term.exit_status().success());
    term.assert_restored();
}
