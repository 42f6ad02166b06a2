//! What is remembered between two runs.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rustix::process::Signal;

use super::{Home, SIZE};

#[test]
fn a_reader_opens_where_it_was_left_with_its_marks() {
    let home = Home::new();
    let mut term = home.open();
    term.type_keys("7\rm]7\r");
    term.wait_for("3/34-P:7  10/13");
    term.type_keys("q");
    term.exit_status();

    let mut term = home.open();
    term.wait_for("▌   7  Encourages India");
    term.wait_for("3/34-P:7  10/13");
    term.type_keys("'");
    term.wait_for(" 2/34-P:7  Requests the Islamic");
    term.type_keys("\r");
    term.wait_for("▌   7• Requests the Islamic Development Bank");
}

#[test]
fn a_folder_that_cannot_be_used_is_said_once_and_costs_only_the_memory() {
    let home = Home::new();
    let file = home.folder.path().join("file");
    fs::write(&file, "").unwrap();
    let below = file.join("state");
    let state = [("XDG_STATE_HOME", below.to_str().unwrap())];
    let mut term = home.start(&[], &state, SIZE);
    term.wait_for("nothing is remembered: not a directory: can't read `");
    term.type_keys("7\rm");
    term.wait_for("2/34-P:7 marked until you leave: not a directory: can't ");
    term.type_keys("]'");
    term.wait_for(" 2/34-P:7  Requests the Islamic");
    term.type_keys("\r");
    term.wait_for("▌   7• Requests the Islamic Development Bank");
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
    let said = "resolut: marks and place are not saved: not a directory: can't ";
    assert!(term.screen().starts_with(said), "{}", term.screen());
}

/// A limit stands in for a full disk: what is there can be read, and no byte can be added.
const FULL: &str = "trap '' XFSZ; ulimit -f 0; \"$RESOLUT\"";

#[test]
fn a_full_disk_costs_what_is_new_and_is_said() {
    let home = Home::new();
    let mut term = home.open();
    term.type_keys("7\rmq");
    term.exit_status();
    let before = home.state();

    let mut term = home.start_shell(FULL, SIZE);
    term.wait_for("2/34-P:7  20/25");
    term.type_keys("jm");
    term.wait_for("2/34-P:8 marked until you leave: file too large: can't write `");
    term.type_keys("'");
    term.wait_for("  2/34-P:8");
    term.type_keys("qk");
    term.wait_for("2/34-P:7  20/25");
    term.type_keys("m");
    term.wait_for("2/34-P:7 no longer marked until you leave: file too large: ");
    term.type_keys("'d");
    term.wait_for("2/34-P:8 no longer marked until you leave: file too large: ");
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
    assert_eq!(home.state(), before);
    let folder = home.folder.path().join("state/resolut");
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = names.map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["state.json", "state.lock"]);
}

#[test]
fn a_place_that_can_not_be_kept_is_said_at_the_jump_and_behind_the_end() {
    let home = Home::new();
    let mut term = home.start_shell(FULL, SIZE);
    term.wait_for("? keys");
    term.type_keys("7\r");
    term.wait_for("marks and place are not saved: file too large: can't write `");
    term.type_keys("8\r");
    term.wait_for("2/34-P:8  21/25");
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
    let said = "resolut: marks and place are not saved: file too large: can't write `";
    assert!(term.screen().starts_with(said), "{}", term.screen());
}

#[test]
fn a_folder_that_every_user_may_write_in_is_not_used() {
    let home = Home::new();
    let folder = home.folder.path().join("state/resolut");
    fs::create_dir_all(&folder).unwrap();
    fs::set_permissions(&folder, PermissionsExt::from_mode(0o777)).unwrap();
    let mut term = home.start(&["2/34-P:7"], &[], SIZE);
    term.wait_for("nothing is remembered: every user may write in `");
    term.type_keys("m");
    term.wait_for("2/34-P:7 marked until you leave: every user may write in `");
    term.type_keys("q");
    assert!(term.exit_status().success());
    let said = "resolut: nothing is remembered: every user may write in `";
    assert!(term.screen().starts_with(said), "{}", term.screen());
    assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn a_reader_that_is_killed_loses_no_jump() {
    let home = Home::new();
    let mut term = home.open();
    term.type_keys("]");
    term.wait_for("3/34-P:opening");
    // Within the second for which it is held back: no other key follows.
    term.type_keys("7\r");
    home.wait_for_place("3/34-P:7");
    term.type_keys("m");
    term.wait_for("3/34-P:7 marked");
    term.signal(Signal::KILL);
    term.exit_status();

    let mut term = home.open();
    term.wait_for("▌   7• Encourages India");
    term.type_keys("o");
    home.wait_for_place("3/34-P:opening");
    term.signal(Signal::KILL);
    term.exit_status();
}

#[test]
fn a_damaged_file_is_set_aside_and_said() {
    let home = Home::new();
    let folder = home.folder.path().join("state/resolut");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("state.json"), "{").unwrap();
    let mut term = home.start(&[], &[], SIZE);
    term.wait_for("marks and places begin anew: ");
    term.type_keys("]q");
    assert!(term.exit_status().success());
    assert_eq!(home.last_place(), "3/34-P:opening");
    assert!(folder.join("state.json.damaged-1").exists());
}

#[test]
fn of_two_readers_neither_loses_the_marks_of_the_other() {
    let home = Home::new();
    let (mut one, mut other) = (home.open(), home.open());
    one.type_keys("7\rm");
    one.wait_for("2/34-P:7 marked");
    other.type_keys("]7\rm");
    other.wait_for("3/34-P:7 marked");
    for reader in [&mut one, &mut other] {
        reader.type_keys("q");
        assert!(reader.exit_status().success());
    }
    let state = home.state();
    let marks = state["marks"].as_array().unwrap().iter();
    let marks: Vec<_> = marks.map(|mark| &mark["at"]["citation"]).collect();
    assert_eq!(marks, ["2/34-P:7", "3/34-P:7"]);
}
