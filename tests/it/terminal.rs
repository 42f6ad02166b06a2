//! The real program on a terminal: what only a terminal can show.
//!
//! Each reader has an empty home of its own. What it must show comes from the same frame in memory
//! ([`crate::walk`]), compared cell by cell with what arrives behind the PTY.

use std::fs;
use std::thread;
use std::time::Instant;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use serde_json::Value;
use tempfile::TempDir;

use crate::pty::{PATIENCE, Term};
use crate::walk::{Shelf, Walk};

mod copy;
mod ends;
mod far;
mod frames;
mod gates;
mod input;
mod kinds;
mod memory;
mod refusals;
mod sizes;
mod stock;
mod stops;
mod threads;

pub(crate) use copy::decoded;

const SIZE: (u16, u16) = (80, 24);

/// A home with nothing in it.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    /// Starts the reader, and waits for its first frame.
    #[track_caller]
    pub(crate) fn open(&self) -> Term {
        let mut term = self.start(&[], &[], SIZE);
        term.wait_for("? keys");
        term
    }

    /// Starts the program with a change to its environment.
    pub(crate) fn start(&self, args: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Term {
        let folders = self.folders();
        Term::start(args, &Self::env(&folders, env), size)
    }

    /// Starts a shell script with job control; see [`Term::start_shell`].
    pub(crate) fn start_shell(&self, script: &str, size: (u16, u16)) -> Term {
        let folders = self.folders();
        Term::start_shell(script, &Self::env(&folders, &[]), size)
    }

    fn folders(&self) -> [(&'static str, String); 4] {
        let below = |name: &str| self.folder.path().join(name).to_str().unwrap().to_owned();
        [
            ("HOME", below("")),
            ("XDG_STATE_HOME", below("state")),
            ("XDG_DATA_HOME", below("data")),
            ("XDG_CACHE_HOME", below("cache")),
        ]
    }

    fn env<'e>(
        folders: &'e [(&'static str, String)],
        env: &[(&'e str, &'e str)],
    ) -> Vec<(&'e str, &'e str)> {
        let folders = folders.iter().map(|(name, at)| (*name, at.as_str()));
        folders.chain(env.iter().copied()).collect()
    }

    /// What was written for the next run.
    fn state(&self) -> Value {
        let path = self.folder.path().join("state/resolut/state.json");
        serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
    }

    /// Waits until a place is written there.
    #[track_caller]
    fn wait_for_place(&self, place: &str) {
        let deadline = Instant::now() + PATIENCE;
        let path = self.folder.path().join("state/resolut/state.json");
        while !(path.exists() && self.last_place() == place) {
            assert!(Instant::now() < deadline, "{place} is not saved");
            thread::yield_now();
        }
    }

    /// The place in it.
    pub(crate) fn last_place(&self) -> String {
        let state = self.state();
        state["last"]["citation"].as_str().unwrap().to_owned()
    }
}

/// Waits until the terminal shows what the reader in memory shows, in each cell.
#[track_caller]
fn wait_for_frame(term: &mut Term, walk: &Walk<'_>) {
    let frame = walk.screen();
    let want = frame.backend().to_string();
    term.wait_until(&format!("this frame:\n{want}"), |screen| {
        shows(screen, frame.backend().buffer())
    });
}

fn shows(screen: &vt100::Screen, buffer: &Buffer) -> bool {
    buffer.area().positions().all(|at| {
        let want = &buffer[at];
        screen.cell(at.y, at.x).is_some_and(|cell| {
            let is_blank = cell.contents().trim().is_empty() && want.symbol() == " ";
            let has = |modifier| want.modifier.contains(modifier);
            let looks_same = cell.contents() == want.symbol() && cell.bold() == has(Modifier::BOLD);
            (is_blank || looks_same)
                && cell.underline() == has(Modifier::UNDERLINED)
                && cell.inverse() == has(Modifier::REVERSED)
        })
    })
}

#[test]
fn the_first_frame_shows_the_three_panes() {
    let mut term = Home::new().open();
    let shelf = Shelf::bundled();
    wait_for_frame(&mut term, &shelf.open(SIZE.0, SIZE.1));
    for pane in ["Sessions", "Outline", "2/34-P  THE JAMMU AND KASHMIR"] {
        assert!(term.screen().contains(pane), "{}", term.screen());
    }
}

#[test]
fn what_is_found_is_read_under_its_mark() {
    let mut term = Home::new().open();
    term.type_keys("/islamic dev bank\r");
    term.wait_for("2/34-P:7  20/25");
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(SIZE.0, SIZE.1);
    wait_for_frame(&mut term, walk.keys("/islamic dev bank<Enter>"));
    assert!(
        term.screen()
            .contains("▌   7  Requests the Islamic Development Bank")
    );
}

#[test]
fn a_number_is_a_lookup() {
    let mut term = Home::new().open();
    term.type_keys("]7\r");
    term.wait_for("▌   7  Encourages India");
    term.type_keys("99\r");
    term.wait_for("3/34-P has operative paragraphs 1 to 10");
    term.wait_for("▌   7  Encourages India");
}
