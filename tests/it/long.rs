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
        stops.push(place.without_symbol());
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
                "annex I:pp1",
                "annex I:1",
                "annex I:1~2",
                "annex~1:~1"
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

#[test]
fn the_headings_of_the_text_at_the_top_stay_in_sight() {
    let shelf = Shelf::of_boats();
    let mut walk = shelf.open(80, 24);
    let second = |walk: &Walk<'_>| {
        let line = &walk.lines()[1];
        let (_, text) = line.split_once('│').expect("a rule stands before the text");
        text.trim().to_owned()
    };
    assert_eq!(second(&walk), "");
    let mut seen = Vec::new();
    for _ in 0..90 {
        let now = second(walk.keys("J"));
        if seen.last() != Some(&now) {
            seen.push(now);
        }
    }
    let article = "Annex I: Rules for lanterns › Article 1";
    let oil = format!("{article} › Oil");
    assert_eq!(
        seen,
        [
            "",
            "Lanterns",
            "",
            "Light",
            "Light › Lanterns on moles",
            "",
            "Oars",
            "",
            "Annex I: Rules for lanterns",
            article,
            &oil,
        ]
    );
}

#[test]
fn a_text_without_headings_has_the_lines_over_it_that_it_had() {
    let shelf = Shelf::bundled();
    for (width, height) in [(80, 24), (80, 14), (40, 10)] {
        let mut walk = shelf.open(width, height);
        let over = walk.lines()[..2].to_vec();
        walk.keys("G");
        assert_eq!(walk.lines()[0], over[0]);
    }
}
