//! Lists over lists: what is asked of a row, and the way back through them.

use crate::walk::{Shelf, Walk};

/// The rows of the screen that no message stands on.
fn list(walk: &Walk<'_>) -> Vec<String> {
    let mut lines = walk.lines();
    lines.truncate(lines.len() * 3 / 4);
    lines
}

/// Opens one list over another, which is then that of `named`, leaves it, and has the first one as it was.
#[track_caller]
fn comes_back(shelf: &Shelf, below: &str, over: &str, named: &str) {
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
        let mut walk = shelf.open(width, height);
        walk.keys(below);
        let before = list(&walk);
        walk.keys(over);
        let heading = walk.lines().swap_remove(0);
        assert!(heading.contains(named), "{heading}");
        walk.keys("q");
        assert_eq!(list(&walk), before, "{width}x{height}: {below} {over}");
        walk.keys("q");
        assert!(walk.app.overlay().is_none());
    }
}

#[test]
fn each_list_is_asked_of_a_row_and_left_for_the_one_before() {
    let straits = Shelf::of_straits();
    let trace = ":2897:pp1<Enter>tj";
    comes_back(&straits, trace, "r", "S/RES/2838 (2030):pp1");
    comes_back(&straits, trace, "a", "Actions");
    comes_back(&straits, trace, "ts", "S/RES/2838 (2030):pp1");
    let compared = ":2897:1<Enter>c<Enter>jj";
    comes_back(&straits, compared, "r", "S/RES/2897 (2032)");
    comes_back(
        &straits,
        ":2897:pp2<Enter>rj",
        "c<Enter>",
        "S/RES/2816 (2030)",
    );
    let lanterns = Shelf::of_lanterns();
    comes_back(&lanterns, ":2904:2<Enter>aj", "r", "S/RES/2904 (2031)");
    comes_back(&lanterns, ":2904:2<Enter>afto:sec<Enter>", "r", "S/RES/29");
}

#[test]
fn a_list_that_is_narrowed_or_turned_is_so_when_one_is_back() {
    let shelf = Shelf::of_lanterns();
    comes_back(&shelf, ":2904:2<Enter>a<Tab>sGk", "r", "S/RES/29");
    comes_back(&shelf, ":2904:2<Enter>rjz", "r", "S/RES/29");
}

#[test]
fn what_is_asked_of_a_row_leaves_the_text_where_it_is() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:2<Enter>rrr");
    assert_eq!(walk.place(), "S/RES/2904 (2031):2");
    walk.keys("qqq");
    assert!(walk.app.overlay().is_none());
    assert_eq!(walk.place(), "S/RES/2904 (2031):2");
}

#[test]
fn enter_goes_from_the_last_list_and_o_comes_back_to_the_text() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:2<Enter>rr<Enter>");
    assert!(walk.app.overlay().is_none());
    assert_eq!(walk.place(), "S/RES/2901 (2031):1");
    walk.keys("o");
    assert_eq!(walk.place(), "S/RES/2904 (2031):2");
    walk.keys("rq");
    assert!(walk.app.overlay().is_none());
}

#[test]
fn a_row_that_leads_nowhere_says_so_and_stays() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:2<Enter>rjj");
    let before = list(&walk);
    walk.keys("t");
    assert_eq!(
        walk.message(),
        "S/RES/2901 (2031):9: S/RES/2901 (2031) has operative paragraphs 1 to 4"
    );
    assert_eq!(list(&walk), before);
}

#[test]
fn what_no_row_has_is_refused_and_the_list_stays() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2846:2<Enter>m'");
    let before = list(&walk);
    walk.keys("t");
    assert_eq!(
        walk.message(),
        "no other wording of S/RES/2846 (2031):2 is here"
    );
    assert_eq!(list(&walk), before);
}

#[test]
fn a_mark_that_is_set_in_a_list_over_the_marks_is_there_when_one_is_back() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:pp1<Enter>m'");
    let marks = |walk: &Walk<'_>| list(walk)[1..4].join("\n");
    assert!(!marks(&walk).contains("2816"));
    walk.keys("tmq");
    assert!(
        marks(&walk).contains("S/RES/2816 (2030):pp1"),
        "{}",
        marks(&walk)
    );
    let selected = list(&walk).into_iter().find(|row| row.starts_with('▌'));
    assert!(selected.unwrap().contains("2897"));
}

#[test]
fn lists_fit_a_screen_that_changed_while_another_was_over_them() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(120, 40);
    walk.keys(":2897:pp1<Enter>tjr");
    walk.resize(80, 24).keys("q");
    let back = list(&walk);
    let mut other = shelf.open(80, 24);
    other.keys(":2897:pp1<Enter>tj");
    assert_eq!(back, list(&other));
}
