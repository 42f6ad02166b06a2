//! Any keys at any size: no panic, and every index in range.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use ratatui::layout::Rect;
use resolut::reader::app::Overlay;
use resolut::reader::app::outline::Fold;
use resolut::reader::app::overlays::facts::rows;
use resolut::reader::panes;
use resolut::tty::input::MouseAct;

use crate::walk::{Shelf, Walk};

#[derive(Clone, Debug)]
pub(crate) enum Move {
    Press(KeyEvent),
    Resize(u16, u16),
    Paste(String),
    Mouse((u16, u16), MouseAct),
}

impl Move {
    pub(crate) fn make(self, walk: &mut Walk<'_>) {
        match self {
            Self::Press(key) => walk.press(key),
            Self::Resize(width, height) => {
                walk.resize(width, height);
            }
            Self::Paste(text) => {
                walk.app.paste(&text);
                walk.app.settle();
            }
            Self::Mouse(at, did) => {
                walk.mouse(at, did);
            }
        }
    }
}

fn mouse() -> impl Strategy<Value = Move> {
    let acts = vec![MouseAct::Press, MouseAct::WheelDown, MouseAct::WheelUp];
    let cell = (0_u16..120, 0_u16..50);
    (cell, proptest::sample::select(acts)).prop_map(|(at, did)| Move::Mouse(at, did))
}

fn key() -> impl Strategy<Value = KeyEvent> {
    let code = prop_oneof![
        6 => proptest::sample::select("tc|jkhlgGnNoimMw'yYzfFOsdvLIpra{}?/:[]0127 bduJKq\"-".chars().collect::<Vec<_>>())
            .prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
        3 => proptest::sample::select(vec![
            KeyCode::Enter, KeyCode::Esc, KeyCode::Tab, KeyCode::BackTab, KeyCode::Backspace,
            KeyCode::Delete, KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right,
            KeyCode::Home, KeyCode::End, KeyCode::PageUp, KeyCode::PageDown, KeyCode::F(5),
        ]),
    ];
    let modifiers = prop_oneof![
        8 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
    ];
    (code, modifiers).prop_map(|(code, modifiers)| KeyEvent::new(code, modifiers))
}

/// Keys, pasted text and new sizes.
pub(crate) fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        20 => key().prop_map(Move::Press),
        6 => mouse(),
        1 => (0_u16..220, 0_u16..70).prop_map(|(width, height)| Move::Resize(width, height)),
        1 => (0_u16..30, 0_u16..12).prop_map(|(width, height)| Move::Resize(width, height)),
        1 => "[ a-z0-9/:\n\u{1b}é安-]{0,30}".prop_map(Move::Paste),
    ];
    proptest::collection::vec(one, 0..60)
}

fn check(walk: &Walk<'_>) {
    let app = &walk.app;
    let passages = app.resolution().passages.len();
    assert!(app.place().index() < passages.max(1));
    let sessions = app.sessions();
    assert!(sessions.cursor().at < sessions.rows().len());
    let outline = app.outline();
    assert!(outline.cursor().at < outline.rows().len());
    let selected = outline.selected().expect("a row is selected");
    assert!(selected.stop == app.place().index() || selected.fold == Some(Fold::Closed));
    assert!(app.text_pane().top() < app.text_pane().page().rows.len());
    match app.overlay() {
        Some(Overlay::Finder(finder)) => {
            assert!(finder.cursor().at < finder.findings().hits.len().max(1));
        }
        Some(Overlay::List(pane)) => assert!(pane.cursor().at < pane.rows().len().max(1)),
        Some(Overlay::Help(top)) => assert!(*top <= app.view().help_length),
        Some(Overlay::Facts(top)) => {
            assert!(*top == 0 || *top < rows(&app.facts(), app.view()).len());
        }
        Some(Overlay::Printed(pane)) => {
            assert!(pane.top == 0 || pane.top < pane.rows(app.view()).len());
        }
        Some(Overlay::GoTo(_)) | None => {}
    }
}

#[test]
fn any_keys_at_any_size_leave_every_index_in_range() {
    let shelves = [Shelf::bundled(), Shelf::of_statute(), Shelf::of_straits()];
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(64)
    };
    proptest!(config, |(moves in moves(), shelf in 0..shelves.len())| {
        let mut walk = shelves[shelf].open(80, 24);
        for one in moves {
            one.make(&mut walk);
            check(&walk);
            walk.lines();
        }
    });
}

#[test]
fn a_screen_of_no_rows_or_columns_is_drawn() {
    let shelf = Shelf::bundled();
    for (width, height) in [(0, 0), (1, 1), (0, 9), (9, 0), (20, 5), (60, 12), (100, 5)] {
        let mut walk = shelf.open(width, height);
        for keys in ["", "/a", "<Esc>?", "q:7", "<Esc>m'", "qz", "hh"] {
            walk.keys(keys);
            walk.lines();
        }
        assert_eq!(
            walk.app.view(),
            panes::viewport(Rect::new(0, 0, width, height))
        );
    }
}

#[test]
fn a_terminal_of_no_rows_scrolls_no_further_than_the_last_row() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.press(KeyCode::Char('G').into());
    walk.resize(69, 0);
    for code in [
        KeyCode::Down,
        KeyCode::Char('J'),
        KeyCode::PageDown,
        KeyCode::Char(' '),
        KeyCode::PageDown,
        KeyCode::PageDown,
    ] {
        walk.press(code.into());
        check(&walk);
    }
    for keys in ["I", "j", "G"] {
        walk.keys(keys);
        check(&walk);
    }
}
