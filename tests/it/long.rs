//! Long texts: their parts and headings.

use insta::assert_snapshot;
use resolut::reader::app::Pane;

use crate::screens::screen;
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
                "annex I:art 1(1)",
                "annex I:art 2(1)",
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
    assert_eq!(
        walk.message(),
        "3 paragraphs, y copies, e quotes: B/RES/7 (2008):1-3"
    );
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

screen!(a_long_annex_begins_folded, 80 x 24, "h", Shelf::of_statute());
screen!(an_outline_with_one_section_open, 80 x 24, "hG<Up><Up><Enter>jj<Enter>j<Enter>jj", Shelf::of_statute());
screen!(an_outline_with_one_section_open_on_a_small_screen, 40 x 10, "hG<Up><Up><Enter>jj<Enter>j<Enter>jj", Shelf::of_statute());
screen!(an_outline_with_one_section_open_on_a_large_screen, 120 x 40, "hG<Up><Up><Enter>jj<Enter>j<Enter>jj", Shelf::of_statute());

/// The rows of the outline in sight, without what is at its right.
fn outline(walk: &Walk<'_>) -> Vec<String> {
    let lines = walk.lines();
    let name = lines.iter().position(|line| line.starts_with(" Outline"));
    let below = lines
        .iter()
        .skip(name.expect("the outline is in sight") + 1);
    let rows = below.filter_map(|line| line.split_once('│'));
    let rows = rows.map(|(row, _)| row.trim_end().to_owned());
    rows.filter(|row| !row.is_empty()).collect()
}

#[test]
fn enter_folds_and_unfolds_a_part_and_a_heading_where_it_stands() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 60);
    walk.keys("h");
    let folded = outline(&walk);
    assert_eq!(walk.keys("jj<Enter>").place(), "B/RES/17 (2010):1");
    assert_eq!(
        outline(&walk),
        [
            " ▾ Preamble",
            "   pp1  Recalling its resol…",
            "▌▸ Operative              2",
            " ▸ Statute               48",
            " ▾ Map",
            "        The map is kept at…"
        ]
    );
    assert_eq!(walk.app.focus(), Pane::Outline);
    walk.keys("<Enter>");
    assert_eq!(
        folded[0].replace(' ', "▌"),
        outline(&walk)[0].replace(' ', "▌")
    );
    assert_eq!(folded.len(), outline(&walk).len());
    walk.keys("j<Enter>");
    assert_eq!(
        (walk.place().as_str(), walk.app.focus()),
        ("B/RES/17 (2010):1", Pane::Text)
    );
}

#[test]
fn a_jump_opens_what_hides_where_it_leads_and_nothing_else() {
    let shelf = Shelf::of_statute();
    for keys in [
        ":annex 1 3~6<Enter>h",
        ":annex 1 3~6<Enter>hg:annex 1 3~6<Enter>",
    ] {
        let mut walk = shelf.open(80, 60);
        walk.keys(keys);
        let rows = outline(&walk);
        let statute = rows
            .iter()
            .position(|row| row.contains("Statute"))
            .expect("it stands there");
        assert_eq!(
            rows[statute..statute + 11],
            [
                " ▾ Statute",
                "   ▸ Section I  The Boa… 16",
                "   ▾ Section II  The harbou…",
                "     ▸ Article 5  Seat    4",
                "     ▾ Article 6  Members",
                "     1  The Board is told o…",
                "     2  The Board is told o…",
                "▌    3  The Board is told o…",
                "     4  The Board is told o…",
                "     ▸ Article 7  Rights… 4",
                "     ▸ Article 8  Voting  4",
            ]
        );
    }
}

#[test]
fn reading_on_into_a_folded_annex_leaves_it_folded() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 24);
    walk.keys("2<Enter>jj");
    assert_eq!(walk.place(), "B/RES/17 (2010):annex1:art 1(2)");
    assert!(outline(&walk).contains(&"▌▸ Statute               48".to_owned()));
    walk.resize(120, 40).resize(80, 24);
    assert!(outline(&walk).contains(&"▌▸ Statute               48".to_owned()));
    walk.keys("h<Enter>");
    assert_eq!(walk.place(), "B/RES/17 (2010):annex1:art 1(2)");
    assert_eq!(walk.keys("j").place(), "B/RES/17 (2010):annex1:art 5(1)");
}

#[test]
fn the_outline_goes_over_what_is_folded_and_stops_at_what_folds() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 24);
    walk.keys("hg");
    let mut stops = vec![walk.place()];
    for _ in 0..6 {
        stops.push(walk.keys("j").place());
    }
    let short: Vec<_> = stops
        .iter()
        .map(|stop| stop.replace("B/RES/17 (2010):", ""))
        .collect();
    assert_eq!(
        short,
        ["pp1", "pp1", "1", "1", "2", "annex1:art 1(1)", "annex2:~1"]
    );
    let line = walk.lines().pop().expect("there is a status line");
    assert!(line.contains("52/52"), "{line}");
    for _ in 0..6 {
        walk.keys("k");
    }
    assert_eq!(walk.place(), "B/RES/17 (2010):pp1");
    assert_eq!(walk.keys("G").place(), stops[6]);
}

#[test]
fn braces_walk_a_folded_outline_and_open_what_stands_around() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 60);
    walk.keys("h}}");
    assert!(outline(&walk).contains(&"▌▸ Statute               48".to_owned()));
    walk.keys("}");
    assert!(
        outline(&walk).contains(&"▌    ▸ Article 2  Members 4".to_owned()),
        "{:?}",
        outline(&walk)
    );
}

#[test]
fn a_range_in_the_outline_ends_with_its_part() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 24);
    walk.keys("2<Enter>hvj");
    assert_eq!(
        walk.message(),
        "a range ends with its part: y copies it, v leaves it"
    );
    assert_eq!(walk.place(), "B/RES/17 (2010):2");
    assert!(
        outline(&walk)
            .iter()
            .any(|row| row.starts_with("▌    2  Decides"))
    );
}

#[test]
fn an_outline_of_preamble_and_operative_part_alone_folds_nothing() {
    let shelf = Shelf::bundled();
    let walk = shelf.open(80, 24);
    assert!(!walk.app.outline().folds());
}

screen!(an_outline_to_be_narrowed, 80 x 24, "2<Enter>hf", Shelf::of_statute());
screen!(a_narrowed_outline, 80 x 24, "hfrights<Down>", Shelf::of_statute());
screen!(a_narrowed_outline_on_a_small_screen, 40 x 10, "hfrights<Down>", Shelf::of_statute());
screen!(a_narrowed_outline_on_a_large_screen, 120 x 40, "hfrights<Down>", Shelf::of_statute());

/// The last line of the screen.
fn last_line(walk: &Walk<'_>) -> String {
    walk.lines().pop().unwrap_or_default()
}

#[test]
fn f_in_the_outline_narrows_it_and_goes() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 24);
    walk.keys("hfrights");
    assert!(walk.lines()[0].contains("4 of 71"), "{}", walk.lines()[0]);
    walk.keys(" of mem<Down><Enter>");
    assert_eq!(
        (walk.place().as_str(), walk.app.focus()),
        ("B/RES/17 (2010):annex1:art 7(1)", Pane::Text)
    );
    assert!(
        outline(&walk)
            .iter()
            .any(|row| row.starts_with("▌    1  The Board"))
    );
    assert_eq!(walk.keys("o").place(), "B/RES/17 (2010):pp1");
}

#[test]
fn what_no_part_or_heading_has_is_looked_for_in_the_paragraphs() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 24);
    walk.keys("hfseized<Enter>");
    assert_eq!(walk.place(), "B/RES/17 (2010):2");
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("hf7");
    assert!(walk.lines()[0].contains("1 of 28"), "{}", walk.lines()[0]);
    assert_eq!(walk.keys("<Enter>").place(), "2/34-P:7");
}

#[test]
fn the_outline_is_left_as_if_it_had_never_been_narrowed() {
    let shelf = Shelf::of_statute();
    for leave in ["<Esc>", "<C-g>", "<C-c>", "<C-u><Backspace>"] {
        let mut walk = shelf.open(80, 24);
        walk.keys("2<Enter>hj");
        let before = walk.lines();
        walk.keys("fvoting<Down>");
        assert_ne!(walk.lines(), before);
        walk.keys(leave);
        assert_eq!(walk.lines(), before, "{leave}");
        assert_eq!(walk.keys("o").place(), "B/RES/17 (2010):pp1");
    }
}

#[test]
fn f_is_what_it_was_in_the_other_panes() {
    let shelf = Shelf::of_statute();
    let mut walk = shelf.open(80, 24);
    assert!(last_line(walk.keys("f")).starts_with("/in:."));
    let mut walk = shelf.open(80, 24);
    walk.keys("hhf");
    assert!(walk.lines()[0].starts_with(" Resolutions"));
}

#[test]
fn a_colon_goes_to_parts_and_headings_as_people_say_them() {
    let shelf = Shelf::of_statute();
    for (typed, place) in [
        ("annex", "annex1:art 1(1)"),
        ("statute", "annex1:art 1(1)"),
        ("Statute art 3(1)", "annex1:art 3(1)"),
        ("statute, article 3, para 2", "annex1:art 3(2)"),
        ("article 1", "annex1:art 1(1)"),
        ("art 12", "annex1:art 12(1)"),
        ("section ii", "annex1:art 5(1)"),
        ("section ii voting 4", "annex1:art 8(4)"),
        ("rights of crews", "annex1:art 9(1)"),
        ("map", "annex2:~1"),
    ] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!(":{typed}<Enter>"));
        assert_eq!(walk.place(), format!("B/RES/17 (2010):{place}"), "{typed}");
        assert_eq!(walk.message(), "", "{typed}");
        assert_eq!(walk.keys("o").place(), "B/RES/17 (2010):pp1");
    }
}

#[test]
fn what_names_nothing_is_told_as_a_citation_is() {
    let shelf = Shelf::of_statute();
    for typed in [
        "99",
        "op 99",
        "article 13",
        "art 3(9)",
        "st",
        "paragraph 99",
    ] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!(":{typed}<Enter>"));
        assert_eq!(walk.place(), "B/RES/17 (2010):pp1", "{typed}");
        assert_ne!(walk.message(), "", "{typed}");
    }
    let mut walk = shelf.open(80, 24);
    walk.keys(":help<Enter>");
    assert!(walk.app.overlay().is_some());
}
