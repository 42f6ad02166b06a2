//! The finder while a query with operators is typed.

use crate::walk::{Shelf, Walk};

/// The first words of the rows that are listed.
fn rows(walk: &Walk<'_>) -> Vec<String> {
    let lines = walk.lines().into_iter().skip(1);
    let rows = lines.take_while(|line| !line.starts_with('─'));
    let rows = rows.map(|line| line.trim_matches(['▌', ' ']).to_owned());
    rows.filter(|line| !line.is_empty()).collect()
}

#[test]
fn an_operator_that_is_half_typed_leaves_the_answer_of_before() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    for operators in [
        ["verb:", "-", "\"", "year:"],
        ["session:", "-in:", "title: ", "since:"],
    ] {
        for operator in operators {
            walk.keys("/kelp ");
            let before = rows(&walk);
            assert!(before.len() > 1);
            walk.keys(operator);
            assert_eq!(rows(&walk), before, "{operator}");
            walk.keys("<Esc>");
        }
    }
}

#[test]
fn of_an_operator_alone_what_can_be_typed_stays_in_sight() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    let blank = rows(walk.keys("/"));
    assert_eq!(rows(walk.keys("-")), blank);
    walk.keys("<Enter>");
    assert_eq!(walk.message(), "nothing found for -");
}

#[test]
fn a_narrowing_that_names_nothing_is_said_over_the_list_and_at_enter() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    walk.keys("/session:1999 kelp");
    let heading = walk.lines().remove(0);
    let said = "no session 1999: 2007 to 2009";
    assert!(heading.contains(said), "{heading}");
    assert_eq!(walk.keys("<Enter>").message(), said);
}

#[test]
fn narrowings_alone_list_what_they_leave() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    let found = rows(walk.keys("/year:2008 title:pier verb:decides"));
    assert!(found.iter().all(|row| row.contains("(2008)")), "{found:?}");
    assert!(found.len() >= 2, "{found:?}");
    walk.keys("<Enter>");
    assert!(walk.place().contains("(2008)"), "{}", walk.place());
}
