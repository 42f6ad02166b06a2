//! Notes on paragraphs: written at a prompt, shown below the paragraph and in lists.

use insta::assert_snapshot;
use resolut::reader::app::action::Effect;
use resolut::reader::keep::State;
use resolut::reader::panes::theme::Theme;

use crate::screens::screen;
use crate::walk::{Shelf, Walk};

screen!(a_note_is_written, 80 x 24, "7<Enter>Mwho pays? ask the Bank");
screen!(a_note_below_its_paragraph, 80 x 24, "7<Enter>Mwho pays? ask the Bank before the contact group meets in the third week of May<Enter>");
screen!(a_note_on_a_small_screen, 40 x 10, "7<Enter>Mwho pays? ask the Bank before the contact group meets<Enter>");
screen!(marks_with_notes, 80 x 24, "7<Enter>Mwho pays? ask the Bank<Enter>]3<Enter>m'");
screen!(marks_with_notes_on_a_small_screen, 40 x 10, "7<Enter>Mwho pays? ask the Bank<Enter>]3<Enter>m'");

/// The notes that are kept, in the order of the marks.
fn notes(walk: &Walk<'_>) -> Vec<Option<String>> {
    let marks = walk.app.marks().iter();
    marks.map(|mark| mark.note.clone()).collect()
}

fn shows(walk: &Walk<'_>, words: &str) -> bool {
    walk.lines().iter().any(|line| line.contains(words))
}

#[test]
fn a_note_is_kept_with_the_mark_that_it_sets() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>M who pays? <Enter>");
    assert_eq!(walk.message(), "2/34-P:7 marked with a note");
    assert_eq!(walk.effects, [Effect::Save]);
    assert_eq!(notes(&walk), [Some("who pays?".to_owned())]);
    assert!(shows(&walk, "• who pays?"));
    assert_eq!(walk.place(), "2/34-P:7");
}

#[test]
fn the_prompt_holds_the_note_that_there_was() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>mMwho pays<Enter>M?<Enter>");
    assert_eq!(notes(&walk), [Some("who pays?".to_owned())]);
    assert_eq!(walk.app.marks()[0].at.citation, "2/34-P:7");
}

#[test]
fn an_empty_note_takes_the_note_away_and_not_the_mark() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>Mwho<Enter>M<C-u><Enter>");
    assert_eq!(walk.message(), "2/34-P:7 marked without a note");
    assert_eq!(notes(&walk), [None]);
    assert!(!shows(&walk, "• who"));
    walk.keys("3<Enter>M<Enter>");
    assert_eq!(walk.message(), "2/34-P:3 marked");
}

#[test]
fn a_note_that_is_left_changes_nothing() {
    let shelf = Shelf::bundled();
    for leave in ["<C-g>", "<Esc>", "<C-c>", "<C-u><Backspace>"] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!("7<Enter>Mqjwho{leave}"));
        assert!(walk.app.asked_line().is_none(), "{leave}");
        assert_eq!((notes(&walk).len(), walk.effects.len()), (0, 0), "{leave}");
        walk.keys("Mwho<Enter>Mx");
        walk.keys(leave);
        assert_eq!(notes(&walk), [Some("who".to_owned())], "{leave}");
    }
}

#[test]
fn a_note_goes_with_its_mark_and_comes_back_with_it() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>Mwho<Enter>m");
    let gone = "2/34-P:7 no longer marked: m there brings its note back";
    assert_eq!(walk.message(), gone);
    assert!(!shows(&walk, "• who"));
    walk.keys("m");
    assert_eq!(walk.message(), "2/34-P:7 marked with a note");
    assert!(shows(&walk, "• who"));
    walk.keys("'d");
    assert_eq!(walk.message(), gone);
}

#[test]
fn a_note_is_written_from_a_list_which_stays() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/kashmir<Enter>FjM");
    walk.app.paste("see\nabove");
    walk.keys("<Enter>");
    assert!(walk.app.overlay().is_some());
    assert_eq!(notes(&walk), [Some("see above".to_owned())]);
    assert!(shows(&walk, "• see above"), "beside the list");
    walk.keys("q'MX<Enter>");
    assert_eq!(notes(&walk), [Some("see aboveX".to_owned())]);
    assert!(
        walk.lines()[1].contains("• see aboveX  "),
        "{:?}",
        walk.lines()
    );
}

#[test]
fn a_note_stays_in_sight_and_the_page_where_it_was() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("12<Enter>Mlast<Enter>");
    assert!(shows(&walk, "• last"));
    // At the top of the page stands a note that goes.
    walk.keys("7<Enter>Mone two three<Enter>");
    let row = walk
        .app
        .text_pane()
        .page()
        .rows_of(walk.app.place().index())
        .end
        - 1;
    while walk.app.text_pane().top() < row {
        walk.keys("J");
    }
    let place = walk.place();
    walk.keys("'gd");
    assert_eq!(walk.place(), place);
    assert!(walk.app.text_pane().top() > 0, "not at the beginning");
}

#[test]
fn a_note_below_a_paragraph_longer_than_the_screen_is_shown() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(40, 8);
    walk.keys("7<Enter>Mwho<Enter>");
    walk.app.dismiss();
    assert!(shows(&walk, "• who"), "{:?}", walk.lines());
}

#[test]
fn notes_with_controls_show_signs_and_do_nothing_else() {
    let shelf = Shelf::bundled();
    let hostile = "a\u{1b}[2J\nb\u{7}\u{202e}c\u{9b}31m\r\td";
    let json = serde_json::json!({"marks": [
        {"at": {"citation": "2/34-P:7", "session": "ICFM-34"}, "words": "Requests", "note": hostile},
    ]});
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("state.json"), json.to_string()).unwrap();
    let (_, state, trouble) = resolut::reader::keep::Store::open(folder.path());
    assert!(trouble.is_none(), "{trouble:?}");
    let mut walk = shelf.open(80, 24);
    walk.app.recall(&state);
    let said = "a␛[2J␊b␇\u{fffd}c\u{fffd}31m␍␉d";
    walk.keys("7<Enter>");
    assert!(shows(&walk, &format!("• {said}")), "{:?}", walk.lines());
    walk.keys("M");
    assert!(walk.lines()[23].contains(said));
    walk.keys("<Enter>'");
    assert!(shows(&walk, said));
    let mut kept = State::default();
    walk.app.remember(&mut kept);
    assert_eq!(kept.marks[0].note.as_deref(), Some(hostile), "as it was");
}

#[test]
fn a_note_in_ascii() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>Mwho pays?<Enter>M");
    let screen = walk.screen_in(&Theme::ASCII);
    let cells = screen.backend().buffer().content();
    let shown: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(shown.is_ascii() && shown.contains("* who pays?"));
}
