//! Frames: one write each, only what changed, all of it after a resize.

use rustix::process::Signal;

use super::{Home, SIZE, wait_for_frame};
use crate::walk::{LANTERNS, Shelf, Walk};

#[cfg(target_os = "linux")]
#[test]
fn a_frame_is_one_write_also_the_first_and_for_ten_keys() {
    let home = Home::new();
    let mut term = home.open();
    term.freeze();
    assert_eq!(term.writes(), 1);
    term.type_keys("jjjjjjjjjj");
    // The reader paints everything again, as it does after a stop.
    term.signal(Signal::CONT);
    let shelf = Shelf::bundled();
    wait_for_frame(&mut term, shelf.open(SIZE.0, SIZE.1).keys("jjjjjjjjjj"));
    term.freeze();
    assert_eq!(term.writes(), 2);
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut term = Home::new().open();
    let mut step = |keys: &str, place: &str| {
        term.take_raw_bytes();
        for key in keys.chars() {
            term.type_keys(&key.to_string());
        }
        term.wait_for(place);
        String::from_utf8(term.take_raw_bytes()).unwrap()
    };
    let down = step("j", "2/34-P:pp1  1/25");
    step("k", "2/34-P:opening  0/25");
    // Often enough to come in several batches.
    let nothing = "gkx".repeat(500);
    let after = step(&(nothing + "j"), "2/34-P:pp1  1/25");
    assert_eq!(after, down);
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn who_cites_is_shown_once_it_is_looked_up_and_the_reader_rests_then() {
    let home = Home::new();
    let file = home.folder.path().join("lanterns.json");
    std::fs::write(&file, LANTERNS).unwrap();
    let mut corpus = resolut::bundle::corpus();
    corpus.add_text(LANTERNS).unwrap();
    let shelf = Shelf::of(corpus);
    let mut walk = shelf.open(SIZE.0, SIZE.1);
    let mut term = home.start(&["--corpus", file.to_str().unwrap()], &[], SIZE);
    term.wait_for("? keys");
    for keys in [":2901:1\r", "r", "\r", "r", "q", "o"] {
        term.type_keys(keys);
        wait_for_frame(&mut term, walk.keys(&keys.replace('\r', "<Enter>")));
        term.wait_for_rest();
    }
}

#[test]
fn every_size_is_painted_whole_with_the_same_paragraph_at_the_top() {
    let home = Home::new();
    let mut term = home.open();
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(SIZE.0, SIZE.1);
    term.type_keys("3\r");
    wait_for_frame(&mut term, walk.keys("3<Enter>"));
    let before = text(&walk);
    for size in [
        (120, 40),
        (80, 24),
        (60, 12),
        (40, 10),
        (20, 5),
        (19, 5),
        (1, 1),
        (200, 50),
        SIZE,
    ] {
        term.resize(size);
        wait_for_frame(&mut term, walk.resize(size.0, size.1));
    }
    assert_eq!(text(&walk), before);
    term.type_keys("j");
    wait_for_frame(&mut term, walk.keys("j"));
}

#[test]
fn a_screen_that_goes_back_to_its_size_shows_the_same_again() {
    let shelf = Shelf::bundled();
    for zoom in ["", "z"] {
        let mut walk = shelf.open(SIZE.0, SIZE.1);
        walk.keys(zoom);
        for lines in 0..100 {
            let before = walk.lines();
            for (width, height) in [(120, 40), (40, 10), (20, 5), (1, 1), (200, 60), SIZE] {
                walk.resize(width, height);
            }
            assert_eq!(walk.lines(), before, "{zoom} {lines}");
            walk.keys("J");
        }
    }
}

/// The rows of the text pane.
fn text(walk: &Walk<'_>) -> Vec<String> {
    let lines = walk.lines();
    let panes = lines.iter().filter_map(|line| line.split_once('│'));
    panes.map(|(_, text)| text.to_owned()).collect()
}
