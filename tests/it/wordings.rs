//! Wordings of a paragraph in the reader: what they list, what changed, where they lead.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use resolut::reader::app::Overlay;
use resolut::tty::input::MouseAct::{Press, WheelDown, WheelUp};

use crate::screens::screen;
use crate::walk::{Shelf, Walk};

/// The rows of the screen without blanks at their ends.
fn rows(walk: &Walk<'_>) -> Vec<String> {
    let rows = walk.lines().into_iter();
    rows.map(|row| row.trim_end().to_owned()).collect()
}

/// The letters that have a look.
fn with(modifier: Modifier, walk: &Walk<'_>) -> String {
    let terminal = walk.screen();
    let cells = terminal.backend().buffer().content().iter().skip(80);
    let cells = cells.filter(|cell| cell.modifier.contains(modifier));
    cells.map(ratatui::buffer::Cell::symbol).collect()
}

fn after(keys: &str) -> String {
    Shelf::of_straits().open(80, 24).keys(keys).place()
}

screen!(wordings, 80 x 24, ":2897:pp1<Enter>t", Shelf::of_straits());
screen!(wordings_side_by_side, 120 x 40, ":2846:1<Enter>t", Shelf::of_straits());
screen!(wordings_on_a_small_screen, 40 x 10, ":2897:pp1<Enter>t", Shelf::of_straits());
screen!(a_long_wording_is_folded, 80 x 24, ":2897:2<Enter>t", Shelf::of_straits());
screen!(a_long_wording_unfolded, 80 x 24, ":2897:2<Enter>tzn", Shelf::of_straits());

screen!(the_line_of_renewals, 80 x 24, ":2897:2<Enter>t<Tab>j", Shelf::of_straits());

#[test]
fn wordings_stand_oldest_first_and_the_paragraph_among_them() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:pp1<Enter>t");
    assert_snapshot!(rows(&walk)[..5].join("\n"), @"
     Wording of S/RES/2897 (2032):pp1              3 earlier, 0 later, oldest first
    ▌! 2 Jun 2030  S/RES/2816 (2030):pp1   87%  Affirming that the custom of the st…
       7 Oct 2030  S/RES/2838 (2030):pp1   97%  Reaffirming that the custom of the …
       1 Jun 2031  S/RES/2846 (2031):pp1  same  Further reaffirming that the custom…
      30 May 2032  S/RES/2897 (2032):pp1  here  Further reaffirming that the custom…
    ");
}

#[test]
fn enter_goes_to_a_wording_and_o_comes_back() {
    assert_eq!(after(":2897:pp1<Enter>t<Enter>"), "S/RES/2816 (2030):pp1");
    assert_eq!(after(":2897:pp1<Enter>tj<Enter>"), "S/RES/2838 (2030):pp1");
    assert_eq!(after(":2897:pp1<Enter>tj<Enter>o"), "S/RES/2897 (2032):pp1");
    assert_eq!(after(":2897:pp1<Enter>tGq"), "S/RES/2897 (2032):pp1");
}

#[test]
fn enter_gives_each_paragraph_that_a_row_stands_for_its_own() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    let count = |walk: &Walk<'_>| match walk.app.overlay() {
        Some(Overlay::List(pane)) => pane.rows().len(),
        _ => 0,
    };
    walk.keys("2<Enter>tj");
    let selected = rows(&walk)[2].clone();
    assert!(selected.contains("same +"), "{selected}");
    assert_eq!(count(&walk), 2);
    walk.keys("<Enter>");
    assert!(count(&walk) > 9);
    let place = selected
        .split_whitespace()
        .skip(4)
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    walk.keys("<Enter>");
    assert_eq!((walk.place(), count(&walk)), (place, 0));
}

#[test]
fn what_is_gone_is_underlined_in_its_marks_and_what_is_new_is_bold() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2846:1<Enter>t");
    let text = rows(&walk).join("\n");
    assert!(
        text.contains("! verb: Encourages -> Urges (stronger)"),
        "{text}"
    );
    assert_eq!(with(Modifier::UNDERLINED, &walk), "[-Encourages-]");
    assert_eq!(
        with(Modifier::BOLD, &walk),
        "{+Urges+}{+, oars and pilots+}"
    );
}

#[test]
fn a_step_of_the_verb_is_told_from_the_earlier_to_the_later() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2846:1<Enter>tG");
    let text = rows(&walk).join("\n");
    assert!(
        text.contains("! verb: Urges -> Demands (stronger)"),
        "{text}"
    );
}

#[test]
fn n_walks_the_changes_and_says_where_they_end() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:2<Enter>t");
    let cursor = |walk: &Walk<'_>| match walk.app.overlay() {
        Some(Overlay::List(pane)) => pane.cursor().at,
        _ => panic!("a list is open"),
    };
    assert_eq!(cursor(&walk), 0);
    walk.keys("n");
    assert_eq!(cursor(&walk), 1);
    walk.keys("n");
    assert_eq!(walk.message(), "no further change: N goes back");
    walk.keys("N");
    assert_eq!((cursor(&walk), walk.message()), (0, ""));
    walk.keys("N");
    assert_eq!(walk.message(), "no earlier change: n goes on");
}

#[test]
fn what_has_no_wordings_says_so() {
    let said = |keys: &str| {
        let shelf = Shelf::of_straits();
        let mut walk = shelf.open(80, 24);
        walk.keys(keys).message().to_owned()
    };
    assert_eq!(
        said(":2846:2<Enter>t"),
        "no other wording of S/RES/2846 (2031):2 is here"
    );
    assert_eq!(
        said(":2898:1<Enter>t"),
        "no other wording of S/RES/2898 (2032):1 is here"
    );
}

#[test]
fn an_opening_is_no_paragraph() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("t");
    assert_eq!(
        walk.message(),
        "wordings are those of a paragraph: go to one first"
    );
    walk.keys("8<Enter>t<Enter>");
    assert_eq!(walk.place(), "2/34-P:8");
    walk.keys("tj<Enter>");
    assert_eq!(walk.place(), "3/34-P:6");
}

#[test]
fn all_words_of_a_long_wording_are_shown_or_scrolled_to() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:2<Enter>t");
    let folded = rows(&walk).join(" ");
    assert!(folded.contains("from the date of this …"), "{folded}");
    assert!(!folded.contains("and ropes that are needed"), "{folded}");
    walk.keys("z");
    let whole = rows(&walk).join(" ");
    assert!(whole.contains("and ropes that are needed"), "{whole}");
}

#[test]
fn the_wheel_scrolls_the_wordings_and_a_click_chooses_one_also_where_they_stand_below() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:2<Enter>tz");
    let before = rows(&walk);
    walk.mouse((40, 15), WheelDown);
    let after = rows(&walk);
    assert_eq!(before[..12], after[..12]);
    assert_ne!(before[12..], after[12..]);
    walk.mouse((40, 15), WheelUp);
    assert_eq!(rows(&walk), before);
    let mut walk = shelf.open(140, 30);
    walk.keys(":2897:pp1<Enter>t|");
    walk.mouse((100, 3), Press);
    let selected = rows(&walk);
    assert!(selected[3].starts_with("▌ "), "{selected:?}");
}

#[test]
fn tab_turns_to_the_line_of_renewals_and_back() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:pp1<Enter>t");
    let all = rows(&walk)[1..6].to_vec();
    walk.keys("<Tab>");
    assert_snapshot!(rows(&walk)[..4].join("\n"), @"
     Line of S/RES/2897 (2032):pp1                        2 before it, newest first
    ▌ 30 May 2032  S/RES/2897 (2032):pp1  here  Further reaffirming that the custom…
       1 Jun 2031  S/RES/2846 (2031):pp1  same  Further reaffirming that the custom…
     ! 2 Jun 2030  S/RES/2816 (2030):pp1   87%  Affirming that the custom of the st…
    ");
    walk.keys("<Tab>g");
    assert_eq!(rows(&walk)[1..6], all);
    walk.keys("<Tab>j<Enter>");
    assert_eq!(walk.place(), "S/RES/2846 (2031):pp1");
}

#[test]
fn what_renews_nothing_says_so_and_the_wordings_stay() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2838:2<Enter>t");
    let before = rows(&walk)[..6].to_vec();
    walk.keys("<Tab>");
    assert_eq!(
        walk.message(),
        "no resolution is here that has a wording of S/RES/2838 (2030):2 and that its own one renews"
    );
    assert_eq!(rows(&walk)[..6], before);
}
