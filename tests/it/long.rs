//! Long texts: their parts and headings.

use resolut::reader::app::Pane;

use crate::walk::{Shelf, Walk};

/// Where a key leads, pressed until it leads no further: the places without their symbol, and what is said then.
fn stops(walk: &mut Walk<'_>, key: &str) -> (Vec<String>, String) {
    let mut stops = Vec::new();
    loop {
        let said = walk.keys(key).message().to_owned();
        if !said.is_empty() {
            return (stops, said);
        }
        let place = walk.app.corpus().cite(walk.app.place());
        stops.push(place.without_symbol().to_string());
    }
}

#[test]
fn braces_meet_each_part_and_heading_once_and_stop_at_both_ends() {
    let shelf = Shelf::of_boats();
    for pane in ["", "h", "hh"] {
        let mut walk = shelf.open(80, 24);
        walk.keys(pane);
        let (mut down, end) = stops(&mut walk, "}");
        assert_eq!(
            down,
            [
                "pp1",
                "pp2",
                "1",
                "3",
                "annex1:pp1",
                "annex1:1",
                "annex1:1",
                "annex2:~1"
            ]
        );
        assert_eq!(end, "no part or heading follows in B/RES/7 (2008)");
        let (mut up, beginning) = stops(&mut walk, "{");
        assert_eq!(
            beginning,
            "no part or heading stands before this in B/RES/7 (2008)"
        );
        assert_eq!(up.pop().as_deref(), Some("opening"));
        up.reverse();
        down.pop();
        assert_eq!(up, down);
    }
}

#[test]
fn the_opening_brace_goes_first_to_the_beginning_of_what_one_is_in() {
    let shelf = Shelf::of_boats();
    let mut walk = shelf.open(80, 24);
    walk.keys("4<Enter>{");
    assert_eq!(walk.place(), "B/RES/7 (2008):3");
    assert_eq!(walk.keys("{").place(), "B/RES/7 (2008):1");
    assert_eq!(walk.keys("oo").place(), "B/RES/7 (2008):4");
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(walk.keys("7<Enter>{").place(), "2/34-P:1");
    assert_eq!(walk.keys("{{").place(), "2/34-P:opening");
}

#[test]
fn a_range_goes_on_to_the_next_heading_and_not_out_of_its_part() {
    let shelf = Shelf::of_boats();
    let mut walk = shelf.open(80, 24);
    walk.keys("1<Enter>v}");
    assert_eq!(walk.message(), "3 paragraphs: B/RES/7 (2008):1-3");
    walk.keys("}");
    assert_eq!(
        walk.message(),
        "a range ends with its part: y copies it, v leaves it"
    );
    assert_eq!(walk.place(), "B/RES/7 (2008):3");
    assert_eq!(walk.app.focus(), Pane::Text);
}
