//! The reader with its panes: what the backend sends for each frame, and what is copied.

use crossterm::event::KeyEvent;
use proptest::prelude::*;
use ratatui::layout::Rect;
use resolut::reader::app::action::Effect;
use resolut::reader::keep::{Mark, Spot, State};
use resolut::reader::keymap::{self, Context};
use resolut::reader::panes;
use resolut::reader::panes::theme::Theme;
use resolut::tty::clipboard::{self, Route};

use super::{Own, PAYLOADS, assert_harmless, corpus, hostile};
use crate::pty::Term;
use crate::terminal::decoded;
use crate::walk::{Shelf, Walk, read_keys};
use crate::wire::Wired;

/// Every view, with the payload in it where something is typed.
const KEYS: &[&str] = &[
    "",
    "?",
    "q",
    "j",
    "G",
    "m",
    "'",
    "<Enter>",
    "'d",
    "q",
    "z",
    "h",
    "h",
    "<Enter>",
    "l",
    "/",
    "bank",
    "<Enter>",
    "n",
    ":7/1-",
    "<Enter>",
    "99<Enter>",
    "f",
    "<Tab>",
    "<Esc>",
    "y",
    "Y",
    "o",
    "i",
];

const SIZES: &[(u16, u16)] = &[(80, 24), (120, 40), (40, 8), (1, 1)];

/// Walks through every view and looks at all that is sent.
#[track_caller]
fn look_at(payload: &str, keys: &[KeyEvent], size: (u16, u16)) {
    let shelf = Shelf::of(corpus(payload));
    let mut wired = Wired::open(&shelf, size, &Theme::UNICODE);
    recall(&mut wired.walk, payload);
    let mut look = |does: &dyn Fn(&mut Walk<'_>)| {
        does(&mut wired.walk);
        wired.walk.app.settle();
        for theme in [&Theme::UNICODE, &Theme::ASCII] {
            wired.theme = theme;
            assert_harmless(&wired.draw().bytes, Own::Frame, payload);
        }
    };
    look(&|_| {});
    for key in keys {
        look(&|walk| walk.press(*key));
    }
    for prompt in ["/", ":"] {
        look(&|walk| {
            walk.keys(prompt);
            walk.app.paste(payload);
        });
        look(&|walk| {
            walk.keys("<Enter>");
        });
    }
    for effect in &wired.walk.effects {
        if let Effect::Copy { text, .. } = effect {
            copied(text);
        }
    }
}

/// Marks and a place from a state file that somebody else wrote.
fn recall(walk: &mut Walk<'_>, payload: &str) {
    let spot = Spot {
        citation: payload.to_owned(),
        session: payload.to_owned(),
    };
    let state = State {
        last: Some(spot.clone()),
        marks: vec![Mark::new(spot, payload.to_owned())],
        queries: vec![payload.to_owned()],
        ..State::default()
    };
    walk.app.recall(&state);
    walk.app.resume(&state);
}

/// What is copied is one sequence; in the text there is no control.
#[track_caller]
fn copied(text: &str) {
    let Ok(sequence) = clipboard::copy(text, Route::Direct) else {
        return;
    };
    let sequence = String::from_utf8(sequence).unwrap();
    let encoded = sequence.strip_prefix("\u{1b}]52;c;").unwrap();
    let encoded = encoded.strip_suffix('\u{7}').unwrap();
    assert_harmless(decoded(encoded).as_bytes(), Own::Text, text);
}

#[test]
fn only_our_own_sequences_reach_the_terminal() {
    let keys = read_keys(&KEYS.concat());
    for payload in PAYLOADS {
        for size in SIZES {
            look_at(payload, &keys, *size);
        }
    }
}

#[test]
fn a_screen_of_any_width_and_a_text_of_any_kind_send_nothing_else() {
    let keys = read_keys("j/bank<Enter>n<Esc>m'");
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(64)
    };
    proptest!(config, |(payload in hostile(), width in 1_u16..90, height in 1_u16..30)| {
        look_at(&payload, &keys, (width, height));
    });
}

#[test]
fn keys_of_any_kind_are_no_danger_in_a_prompt() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    for prompt in ["/", ":"] {
        walk.keys(prompt);
        for c in (0..0x11_0000)
            .step_by(97)
            .chain(0..0x100)
            .filter_map(char::from_u32)
        {
            let key = KeyEvent::from(crossterm::event::KeyCode::Char(c));
            if let Some(action) = keymap::action(Context::of(&walk.app), key) {
                walk.app.update(action);
            }
        }
        let text = walk.lines().concat();
        assert_harmless(text.as_bytes(), Own::Text, "a prompt");
        walk.keys("<C-g>");
    }
    assert_eq!(walk.app.view(), panes::viewport(Rect::new(0, 0, 80, 24)));
}

#[test]
fn the_program_sends_frames_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("hostile.json");
    std::fs::write(&file, super::printed::all()).unwrap();
    let env = [
        ("HOME", home.path().to_str().unwrap()),
        ("RESOLUT_CORPUS", file.to_str().unwrap()),
    ];
    let mut term = Term::start(&[], &env, (80, 24));
    term.wait_for("? keys");
    for keys in [
        "]",
        "]",
        "G",
        "m",
        "'\r",
        "/bank\r",
        "n",
        "n",
        "z",
        "hhjjjjjj\r",
        "?",
        "q",
        "q",
    ] {
        term.type_keys(keys);
    }
    assert!(term.exit_status().success());
    let sent = String::from_utf8(term.raw_bytes().to_vec()).unwrap();
    let modes = [
        "\u{1b}[?1049h",
        "\u{1b}[?2004h",
        "\u{1b}[?1049l",
        "\u{1b}[?2004l",
    ];
    let sent = modes
        .iter()
        .fold(sent, |sent, mode| sent.replacen(mode, "", 1));
    assert_harmless(sent.as_bytes(), Own::Frame, "the program");
    term.assert_restored();
}
