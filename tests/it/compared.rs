//! Two resolutions compared in the reader: which they are, what changed, where a row leads.

use insta::assert_snapshot;
use resolut::reader::app::Overlay;
use resolut::reader::app::action::Effect;

use crate::screens::screen;
use crate::walk::{Shelf, Walk};

/// The rows of the screen without blanks at their ends.
fn rows(walk: &Walk<'_>) -> Vec<String> {
    let rows = walk.lines().into_iter();
    rows.map(|row| row.trim_end().to_owned()).collect()
}

fn after(keys: &str) -> String {
    Shelf::of_straits().open(80, 24).keys(keys).place()
}

fn said(keys: &str) -> String {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(keys).message().to_owned()
}

screen!(compared, 80 x 24, ":2897:1<Enter>c<Enter>jjjj", Shelf::of_straits());
screen!(compared_beside_the_list, 120 x 40, ":2897:1<Enter>c<Enter>jjj", Shelf::of_straits());
screen!(compared_on_a_small_screen, 40 x 10, ":2897:1<Enter>c<Enter>jjjj", Shelf::of_straits());
screen!(compared_side_by_side, 200 x 50, ":2897:1<Enter>c<Enter>|jj", Shelf::of_straits());
screen!(compared_side_by_side_on_the_smallest_screen_for_that, 124 x 24, ":2897:1<Enter>c<Enter>jj|", Shelf::of_straits());
screen!(what_to_compare_with, 80 x 24, ":2897:1<Enter>c", Shelf::of_straits());

#[test]
fn the_likeliest_predecessor_is_in_the_prompt_and_each_paragraph_in_one_row() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:1<Enter>c<Enter>");
    assert_snapshot!(rows(&walk)[..10].join("\n"), @"
     S/RES/2846 (2031) › S/RES/2897 (2032)                       3 =  4 ≠  1 −  1 +
    ▌ =  pp1  pp1         Further reaffirming that the custom of the straits, as wr…
      ≠  pp2  pp2         Recalling its resolutions 2816 (2030) and 2846 (2031),
      =    5    1  moved  Calls upon the ferries to carry two lanterns from dusk un…
      ≠    3    2  moved  Decides that for a period of twelve months from the date …
      ≠    1    3         Demands that the harbours of the north lend boats, oars a…
      −    2              Welcomes the gift of a lighthouse by the guild of the gla…
      ≠    4    4         Requests the Secretary-General to report to the Council b…
      +         5         Thanks the keepers of the bells;
      =    6    6         Decides to remain seized of the matter.
    ");
}

#[test]
fn another_resolution_is_compared_where_it_is_named_the_earlier_one_first() {
    let heading = |keys: &str| {
        let shelf = Shelf::of_straits();
        let mut walk = shelf.open(80, 24);
        walk.keys(keys);
        rows(&walk)[0].clone()
    };
    let named = heading(":2897:1<Enter>c<C-u>2816<Enter>");
    assert!(
        named.starts_with(" S/RES/2816 (2030) › S/RES/2897 (2032)"),
        "{named}"
    );
    let later = heading(":2816:1<Enter>c<C-u>2897<Enter>");
    assert!(
        later.starts_with(" S/RES/2816 (2030) › S/RES/2897 (2032)"),
        "{later}"
    );
}

#[test]
fn enter_goes_into_the_open_resolution_or_else_to_what_was_dropped() {
    assert_eq!(
        after(":2897:1<Enter>c<Enter>g<Enter>"),
        "S/RES/2897 (2032):pp1"
    );
    assert_eq!(
        after(":2897:1<Enter>c<Enter>g<Enter>o"),
        "S/RES/2897 (2032):1"
    );
    assert_eq!(after(":2897:1<Enter>c<Enter>q"), "S/RES/2897 (2032):1");
    let dropped = "S/RES/2846 (2031):2";
    let all = [
        "", "j", "jj", "jjj", "jjjj", "jjjjj", "jjjjjj", "jjjjjjj", "jjjjjjjj",
    ];
    let places = all.map(|down| after(&format!(":2897:1<Enter>c<Enter>{down}<Enter>")));
    let in_open = places
        .iter()
        .filter(|place| place.starts_with("S/RES/2897"));
    assert_eq!(in_open.count(), 8, "{places:?}");
    assert!(places.iter().any(|place| place == dropped), "{places:?}");
}

/// The signs of the rows that `n` leads to.
fn walked(walk: &mut Walk<'_>) -> String {
    let mut seen = String::new();
    while walk.message().is_empty() {
        let lines = rows(walk);
        let row = lines.iter().find(|row| row.starts_with('▌')).unwrap();
        seen.extend(row.chars().nth(2));
        walk.keys("n");
    }
    seen
}

#[test]
fn n_goes_from_change_to_change_and_tab_shows_these_alone() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:1<Enter>c<Enter>");
    assert_eq!(walked(&mut walk), "=≠=≠≠−≠+");
    assert_eq!(walk.message(), "no further change: N goes back");
    let mut beside = shelf.open(124, 24);
    beside.keys(":2897:1<Enter>c<Enter>|");
    assert_eq!(walked(&mut beside), "=≠=≠≠−≠+");
    walk.keys("<Tab>g");
    let lines = rows(&walk);
    let listed = lines.iter().take_while(|row| !row.starts_with('─'));
    let listed: Vec<_> = listed.filter(|row| !row.is_empty()).collect();
    assert_eq!(listed.len(), 8, "{listed:?}");
    walk.keys("<Tab>");
    assert!(matches!(walk.app.overlay(), Some(Overlay::List(pane)) if pane.rows().len() == 9));
}

#[test]
fn two_columns_need_room_and_stay_until_they_are_left() {
    assert_eq!(
        said(":2897:1<Enter>c<Enter>|"),
        "two columns of text need a screen of 124 columns"
    );
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(124, 30);
    walk.keys(":2897:1<Enter>c<Enter>");
    let is_beside = |walk: &Walk<'_>| matches!(walk.app.overlay(), Some(Overlay::List(pane)) if pane.is_beside());
    assert!(!is_beside(&walk));
    walk.keys("|");
    assert!(is_beside(&walk));
    walk.resize(100, 30);
    assert!(!is_beside(&walk));
    walk.resize(200, 30);
    assert!(is_beside(&walk));
    walk.keys("|");
    assert!(!is_beside(&walk));
}

#[test]
fn each_text_stays_in_its_column() {
    for width in [124, 160, 200] {
        let shelf = Shelf::of_straits();
        let mut walk = shelf.open(width, 40);
        walk.keys(":2897:1<Enter>c<Enter>|");
        let lines = rows(&walk);
        let below = lines.iter().skip_while(|row| !row.starts_with('─')).skip(1);
        for row in below.take(20) {
            let rule: Vec<_> = row.chars().enumerate().filter(|(_, c)| *c == '│').collect();
            assert_eq!(rule.len(), 1, "{row}");
        }
    }
}

#[test]
fn what_cant_be_compared_says_why_and_the_prompt_stays() {
    let itself = said(":2897:1<Enter>c<C-u>2897<Enter>");
    assert_eq!(
        itself,
        "S/RES/2897 (2032) can't be compared with itself; name an earlier resolution first"
    );
    let french = said(":2897:1<Enter>c<C-u>2898<Enter>");
    assert_eq!(
        french,
        "S/RES/2897 (2032) is in `en` and S/RES/2898 (2032) in `fr`; words are compared in one language"
    );
    for keys in [":2816:1<Enter>c", ":2816:1<Enter>c<Enter>"] {
        let none = said(keys);
        assert!(
            none.starts_with("no resolution before S/RES/2816 (2030)"),
            "{none}"
        );
        assert!(none.ends_with(": name one"), "{none}");
    }
    assert_eq!(
        after(":2897:1<Enter>c<C-u>2898<Enter><C-g>j"),
        "S/RES/2897 (2032):2"
    );
}

#[test]
fn a_comparison_is_written_with_its_marks() {
    let shelf = Shelf::of_straits();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2897:1<Enter>c<Enter>wrows.tsv<Enter>");
    let Some(Effect::Write(file)) = walk.effects.last() else {
        panic!("a file is written");
    };
    let rows: Vec<&str> = file.content.lines().collect();
    assert!(rows[0].starts_with("same pp1 > pp1\t"), "{}", rows[0]);
    let changed = "changed 4 > 4\tS/RES/2897 (2032):4\t2032\tRequests the Secretary-General to report to the Council by \
        1 May [-2032-] {+2033+} on the work of the watch;";
    assert!(rows[6].starts_with(changed), "{}", rows[6]);
    assert_eq!((file.rows, rows.len()), (9, 9));
}
