//! A mouse: the wheel scrolls what is under the pointer, a click puts the cursor there, and nothing else happens.

use resolut::reader::app::{Overlay, Pane};
use resolut::tty::input::MouseAct::{Press, WheelDown, WheelUp};

use crate::pty::Term;
use crate::terminal::Home;
use crate::walk::{Shelf, Walk};

/// A cell of the text of a line of the screen.
#[track_caller]
fn cell_of(walk: &Walk<'_>, text: &str) -> (u16, u16) {
    let lines = walk.lines();
    let found = (0..).zip(&lines).find_map(|(y, line)| {
        let before = line.split_once(text)?.0;
        Some((u16::try_from(before.chars().count()).unwrap(), y))
    });
    found.unwrap_or_else(|| panic!("no `{text}` on the screen:\n{}", lines.join("\n")))
}

#[track_caller]
fn click(walk: &mut Walk<'_>, text: &str) {
    let at = cell_of(walk, text);
    walk.mouse(at, Press);
}

#[test]
fn a_click_puts_the_cursor_into_the_pane_under_the_pointer() {
    let shelf = Shelf::bundled();
    for size in [(80, 24), (120, 40)] {
        let mut walk = shelf.open(size.0, size.1);
        let here = |walk: &Walk<'_>| (walk.place(), walk.app.focus());
        click(&mut walk, "pp3");
        assert_eq!(here(&walk), ("2/34-P:pp3".to_owned(), Pane::Outline));
        // The text has a spare row above.
        let pp4 = walk.app.text_pane().page().rows_of(4).start - walk.app.text_pane().top();
        walk.mouse((size.0 - 9, 2 + u16::try_from(pp4).unwrap()), Press);
        assert_eq!(here(&walk), ("2/34-P:pp4".to_owned(), Pane::Text));
        click(&mut walk, "3/34-P");
        assert_eq!(here(&walk), ("2/34-P:pp4".to_owned(), Pane::Sessions));
        walk.keys("<Enter>");
        assert_eq!(walk.place(), "3/34-P:opening");
        assert!(walk.effects.is_empty());
    }
}

#[test]
fn a_click_beside_all_rows_and_a_prompt_moves_nothing() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>");
    for at in [(79, 23), (0, 0), (27, 5), (5, 7), (500, 500)] {
        walk.mouse(at, Press);
        assert_eq!(walk.place(), "2/34-P:7", "{at:?}");
    }
    walk.keys(":8");
    let before = walk.lines();
    for act in [Press, WheelDown, WheelUp] {
        walk.mouse((60, 12), act);
        assert_eq!(walk.lines(), before);
    }
}

#[test]
fn the_wheel_scrolls_three_lines_of_the_text_and_back() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    let text = |line: &String| line.chars().skip(30).collect::<String>();
    let fifth = text(&walk.lines()[5]);
    walk.mouse((60, 12), WheelDown);
    assert_eq!(walk.app.text_pane().top(), 3);
    assert_eq!(walk.app.focus(), Pane::Text);
    assert_eq!(text(&walk.lines()[2]), fifth);
    // What is current stays so while a row of it is in sight.
    assert_eq!(walk.place(), "2/34-P:opening");
    for _ in 0..5 {
        walk.mouse((60, 12), WheelDown);
    }
    assert_ne!(walk.place(), "2/34-P:opening");
    for _ in 0..9 {
        walk.mouse((60, 12), WheelUp);
    }
    assert_eq!(walk.app.text_pane().top(), 0);
}

#[test]
fn the_wheel_scrolls_the_pane_under_the_pointer_whichever_has_the_keys() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    let top = walk.app.sessions().cursor().top;
    walk.mouse((5, 3), WheelDown);
    assert_eq!(walk.app.sessions().cursor().top, top + 3);
    assert_eq!(
        (walk.app.focus(), walk.app.text_pane().top()),
        (Pane::Text, 0)
    );
    (0..4).for_each(|_| {
        walk.mouse((5, 3), WheelUp);
    });
    assert_eq!(walk.app.sessions().cursor().top, 0);

    let statute = Shelf::of_statute();
    let mut walk = statute.open(80, 24);
    walk.keys("}}}}}}h");
    let top = walk.app.outline().cursor().top;
    walk.mouse((5, 15), WheelDown);
    let cursor = walk.app.outline().cursor();
    assert!(
        cursor.top == top + 3 || cursor.at > cursor.top,
        "{cursor:?}"
    );
    let stop = walk.app.outline().selected().unwrap().stop;
    assert_eq!(stop, walk.app.place().index());
}

#[test]
fn the_row_that_stands_for_a_session_is_the_session() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    walk.mouse((5, 3), WheelDown);
    assert!(walk.lines()[1].starts_with(" ▾ HB-2007"));
    walk.mouse((5, 1), Press);
    walk.keys("<Enter>");
    let folded = walk.lines().into_iter();
    assert_eq!(folded.filter(|line| line.contains("▸ HB-2007")).count(), 1);
}

#[test]
fn a_click_chooses_a_row_of_a_list_and_the_wheel_scrolls_the_text_beside() {
    let shelf = Shelf::bundled();
    for size in [(80, 24), (120, 40), (40, 40)] {
        let mut walk = shelf.open(size.0, size.1);
        walk.keys("/kashmir");
        let third = match walk.app.overlay() {
            Some(Overlay::Finder(finder)) => finder.findings().hits[2].subject,
            _ => panic!("the finder is open"),
        };
        let rows = if size.0 < 50 { 2 } else { 1 };
        walk.mouse((8, 1 + 2 * rows), Press);
        match walk.app.overlay() {
            Some(Overlay::Finder(finder)) => assert_eq!(finder.selected().unwrap().subject, third),
            _ => panic!("the finder is open"),
        }
        walk.mouse((8, 2), WheelDown);
        walk.keys("<Esc>");
        assert_eq!(walk.place(), "2/34-P:opening", "{size:?}");
    }
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>m8<Enter>m9<Enter>m'z");
    click(&mut walk, "2/34-P:9");
    walk.keys("<Enter>");
    assert_eq!(walk.place(), "2/34-P:9");
}

#[test]
fn a_card_is_scrolled_and_does_not_close() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(60, 12);
    walk.keys("?");
    walk.mouse((9, 5), WheelDown);
    walk.mouse((9, 5), Press);
    assert!(
        matches!(walk.app.overlay(), Some(Overlay::Help(3))),
        "{:?}",
        walk.app.overlay()
    );
    walk.mouse((9, 5), WheelUp);
    walk.mouse((9, 5), WheelUp);
    assert!(matches!(walk.app.overlay(), Some(Overlay::Help(0))));
}

/// A reader with a mouse on a terminal, after its first frame.
fn with_mouse(home: &Home) -> Term {
    let mut term = home.start(&["--mouse"], &[], (80, 24));
    term.wait_for("? keys");
    assert_ne!(
        term.model().mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    term
}

#[test]
fn a_terminal_reports_its_mouse_while_the_reader_runs_and_no_longer() {
    let home = Home::new();
    let mut term = with_mouse(&home);
    term.type_keys("\x1b[<65;60;12M\x1b[<65;60;12M\x1b[<0;40;6M\x1b[<0;40;6m");
    term.type_keys("m");
    term.wait_for("marked");
    assert!(
        !term.screen().contains("2/34-P:opening"),
        "{}",
        term.screen()
    );
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
}

#[test]
fn a_terminal_is_not_asked_for_its_mouse_unless_that_is_wanted() {
    let home = Home::new();
    let mut term = home.open();
    // A report that another program left on.
    term.type_keys("\x1b[<65;60;12M7\r");
    term.wait_for("2/34-P:7  20/25");
    assert_eq!(
        term.model().mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    term.type_keys("q");
    term.exit_status();
    let sent = String::from_utf8_lossy(term.raw_bytes()).into_owned();
    assert!(!sent.contains("1000") && !sent.contains("1006"));
}

#[test]
fn a_stopped_reader_leaves_the_mouse_to_the_shell_and_a_dead_one_too() {
    let home = Home::new();
    let script = "\"$RESOLUT\" --mouse 2/34-P:7; echo \"went $?\"; read line; fg; echo \"went $?\"";
    let mut term = home.start_shell(script, (80, 24));
    term.wait_for("? keys");
    term.type_keys("\x1a");
    term.wait_for("went 14");
    term.assert_restored();
    term.type_keys("\n");
    term.wait_for("? keys");
    term.wait_until("the mouse", |screen| {
        screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    term.signal_foreground(rustix::process::Signal::TERM);
    term.wait_for("went 143");
    term.assert_restored();
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_mouse_back() {
    let home = Home::new();
    let mut term = home.start(&["--mouse"], &[("RESOLUT_PANIC", "key")], (80, 24));
    term.wait_for("? keys");
    term.type_keys("\x1b[24~");
    assert_eq!(term.exit_status().exit_code(), 101);
    term.assert_restored();
}
