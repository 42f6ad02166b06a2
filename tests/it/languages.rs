//! Reading in one language and the next: the place, what is listed, cited and kept.

use insta::assert_snapshot;
use resolut::reader::app::App;
use resolut::reader::app::action::Effect;
use resolut::reader::keep::State;
use resolut::text::corpus::Corpus;

use crate::plain;
use crate::screens::screen;
use crate::walk::{Shelf, Walk};

const HARBOUR: &str = include_str!("../fixtures/languages/harbour.json");

fn harbour() -> Shelf {
    let mut corpus = Corpus::default();
    corpus.add_text(HARBOUR).unwrap();
    Shelf::of(corpus)
}

fn language<'w>(walk: &'w Walk<'_>) -> &'w str {
    &walk.app.resolution().language
}

#[test]
fn the_next_language_is_read_at_the_same_place() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    for (to, places) in [
        ("2", ["2", "2", "2"]),
        ("1(b)", ["1(ب)", "1(b)", "1(b)"]),
        ("preamble", ["pp1", "pp1", "pp1"]),
    ] {
        walk.keys(&format!(":HB/RES/1 (2019):{to}<Enter>"));
        for (tag, place) in ["ar", "zh-Hans", "en"].into_iter().zip(places) {
            walk.keys("L<Enter>");
            assert_eq!(language(&walk), tag);
            assert_eq!(walk.place(), format!("HB/RES/1 (2019):{place}"));
            assert!(walk.message().starts_with(&format!("now in `{tag}`")));
        }
    }
}

#[test]
fn of_more_than_two_languages_there_is_a_list_at_the_same_place() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys("2<Enter>L");
    let list = walk.lines();
    assert!(
        list[0].starts_with(" Languages of HB/RES/1 (2019)"),
        "{}",
        list[0]
    );
    assert!(list[2].starts_with("▌ ar"), "{}", list[2]);
    for leave in ["q", "<Esc>"] {
        walk.keys(leave);
        assert_eq!(
            (walk.place().as_str(), language(&walk)),
            ("HB/RES/1 (2019):2", "en")
        );
        walk.keys("L");
    }
    walk.keys("j<Enter>");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/1 (2019):2", "zh-Hans")
    );
    assert_eq!(walk.message(), "now in `zh-Hans`");
    walk.keys(":HB/RES/2 (2019):1<Enter>L");
    assert_eq!(
        language(&walk),
        "en",
        "of two languages there is only one other"
    );
}

#[test]
fn the_list_of_languages_is_written_with_each_of_them() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys("2<Enter>Lwa.tsv<Enter>");
    let Some(Effect::Write(file)) = walk.effects.last() else {
        panic!("{}", walk.message());
    };
    let languages = file.content.lines().map(|row| row.split('\t').next());
    let languages: Vec<_> = languages.map(Option::unwrap_or_default).collect();
    assert_eq!(languages, ["en", "ar", "zh-Hans"]);
}

#[test]
fn the_facts_name_the_languages_of_the_other_texts() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):2<Enter>I");
    let facts = walk.lines();
    let said = |fact: &str| facts.iter().any(|line| line.trim() == fact);
    assert!(said("language    en, also in ar, zh-Hans"), "{facts:?}");
}

#[test]
fn a_place_that_is_not_there_is_said_and_never_its_neighbour_in_silence() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):3<Enter>L<Enter>");
    assert_eq!(walk.place(), "HB/RES/1 (2019):2");
    assert_eq!(walk.message(), "`ar` has no 3; this is the place before it");
    walk.keys(":HB/RES/1 (2019):pp1<Enter>L<Enter>");
    assert_eq!(walk.place(), "HB/RES/1 (2019):pp1");
    assert_eq!(
        walk.message(),
        "now in `zh-Hans`, where pp1 is one of 1: it may be another paragraph"
    );
}

#[test]
fn a_resolution_of_one_language_says_so() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>L");
    assert_eq!(walk.place(), "2/34-P:7");
    assert_eq!(walk.message(), "2/34-P is here in `en` only");
}

#[test]
fn a_second_text_in_a_language_is_no_language_more() {
    let text = |variant: &str, words: &str| {
        format!(
            r#"{{"symbol": "1/1", "language": "en"{variant}, "operative": [{{"number": "1", "text": "{words}"}}]}}"#
        )
    };
    let texts = [
        text("", "Decides to meet."),
        text(", \"variant\": 2", "Decides to wait."),
    ];
    let mut corpus = Corpus::default();
    corpus
        .add_text(format!(
            r#"{{"format": "resolut-corpus/2", "sessions": [{{"id": "S-1", "organ": "Organ", "name": "First Session", "resolutions": [{}]}}]}}"#,
            texts.join(", ")
        ))
        .unwrap();
    let shelf = Shelf::of(corpus);
    let mut walk = shelf.open(80, 24);
    walk.keys("L");
    assert_eq!(walk.message(), "1/1 is here in `en` only");
    assert!(!walk.lines()[0].contains("en"), "{}", walk.lines()[0]);
    walk.keys("/wait");
    let heading = walk.lines()[0].clone();
    assert!(!heading.contains("other languages"), "{heading}");
    let ids = shelf.corpus.resolutions();
    let cited = ids.map(|id| shelf.corpus.cite_resolution(id).to_string());
    assert_eq!(cited.collect::<Vec<_>>(), ["1/1", "1/1"]);
}

#[test]
fn what_is_open_next_is_in_the_chosen_language_where_it_is_there() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys("L<Enter>L<Enter>]");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/2 (2019):1", "zh-Hans")
    );
    walk.keys("L]");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/3 (2019):1", "ar")
    );
}

#[test]
fn the_way_back_is_in_the_language_that_is_read_now() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):1(b)<Enter>:HB/RES/2 (2019):1<Enter>L");
    assert_eq!(language(&walk), "zh-Hans");
    walk.keys("o");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/1 (2019):1(b)", "zh-Hans")
    );
    walk.keys("L<Enter>i");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/2 (2019):1", "en")
    );
}

#[test]
fn a_place_is_cited_as_any_of_the_languages_prints_it() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys("L<Enter>:HB/RES/1 (2019):1(b)<Enter>");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/1 (2019):1(ب)", "ar")
    );
    walk.keys("L<Enter>:1(ب)<Enter>");
    assert_eq!(walk.place(), "HB/RES/1 (2019):1(b)");
    walk.keys("L<Enter>L<Enter>:op3<Enter>");
    assert_eq!(
        walk.message(),
        "HB/RES/1 (2019) has operative paragraphs 1 and 2"
    );
}

#[test]
fn a_text_in_another_language_is_cited_with_its_tag() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):2@zh<Enter>");
    assert_eq!(language(&walk), "zh-Hans");
    let there = "HB/RES/1 (2019):2@zh-Hans";
    assert_eq!(walk.place(), there);
    walk.keys("]").keys(&format!(":{there}<Enter>m"));
    assert_eq!(walk.place(), there);
    assert_eq!(walk.app.marks()[0].at.citation, there);
    walk.keys(":HB/RES/2 (2019):1@ar<Enter>");
    assert_eq!(
        walk.message(),
        "`HB/RES/2 (2019)` is not here in `ar`, but in `en` and `zh-Hans`"
    );
    assert_eq!(walk.place(), there);
    // A place without a symbol stays in the open text.
    walk.keys(":1<Enter>");
    assert_eq!(walk.place(), "HB/RES/1 (2019):1@zh-Hans");
    // In its own language the mark is at the place without a tag.
    walk.keys("L<Enter>L<Enter>2<Enter>");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/1 (2019):2", "ar")
    );
    walk.keys("L<Enter>");
    assert!(walk.app.is_marked(walk.app.place().index()));
    walk.keys("m");
    assert!(walk.app.marks().is_empty());
}

#[test]
fn a_hit_in_another_language_is_cited_so_that_it_is_found_again() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys("/lang:zh 绳索<Enter>");
    let hit = walk.place();
    assert_eq!(hit, "HB/RES/2 (2019):1@zh-Hans");
    walk.keys("[").keys(&format!("/{hit}<Enter>"));
    assert_eq!(walk.place(), hit);
}

#[test]
fn a_mark_at_a_place_that_the_language_has_not_leads_to_one_that_has_it() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):3<Enter>mL<Enter>'<Enter>");
    assert_eq!(walk.place(), "HB/RES/1 (2019):3@en");
}

#[test]
fn marks_and_the_language_are_kept_and_hold_in_every_language() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):1(b)<Enter>mL<Enter>");
    assert!(walk.app.is_marked(walk.app.place().index()));
    let mut state = State::default();
    walk.app.remember(&mut state);
    assert_eq!(state.language.as_deref(), Some("ar"));
    assert_eq!(state.marks[0].at.citation, "HB/RES/1 (2019):1(b)");

    let again = harbour();
    let chosen = state.language.as_deref().unwrap();
    again.corpus.choose_language(chosen).unwrap();
    let mut app = App::open(&again.corpus, None, None);
    app.recall(&state);
    app.resume(&state);
    assert_eq!(&*app.resolution().language, "ar");
    assert!(app.is_marked(app.place().index()));
    app.remember(&mut state);
    assert_eq!(state.language.as_deref(), Some("ar"));
}

#[test]
fn a_mark_is_taken_away_in_whatever_language_it_was_set() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys(":HB/RES/1 (2019):1(b)<Enter>mL<Enter>m");
    assert!(walk.app.marks().is_empty());
}

#[test]
fn a_choice_that_a_corpus_has_nothing_in_stays_for_others() {
    let mut state = State {
        language: Some("fr".to_owned()),
        ..State::default()
    };
    let shelf = Shelf::bundled();
    shelf.open(80, 24).app.remember(&mut state);
    assert_eq!(state.language.as_deref(), Some("fr"));
}

#[test]
fn hits_are_looked_for_again_in_the_language_that_is_read_now() {
    let shelf = harbour();
    let mut walk = shelf.open(80, 24);
    walk.keys("/lamp<Enter>gn");
    assert_eq!(walk.message(), "hit 1 of 2 for lamp");
    walk.keys("L<Enter>n");
    assert_eq!(walk.message(), "nothing found for lamp");
    walk.keys("L<Enter>L<Enter>n");
    assert!(walk.message().starts_with("hit "), "{}", walk.message());
}

#[test]
fn lines_say_the_language_with_the_symbol() {
    let answers = plain::session(&harbour(), "HB/RES/1 (2019):2\nnext language\n");
    let first = "HB/RES/1 (2019), en, On the lighthouse\n";
    assert!(answers.starts_with(first), "{answers}");
    assert!(
        answers.ends_with(
            "now in `ar`\nHB/RES/1 (2019), ar, بشأن المنارة\nHB/RES/1 (2019):2, operative paragraph \
             2 of 2\nيطلب إلى الحارس أن يقدم تقريرا.\n"
        ),
        "{answers}"
    );
}

screen!(languages, 80 x 24, ":HB/RES/1 (2019):1(b)<Enter>L", harbour());
screen!(languages_on_a_small_screen, 40 x 10, "2<Enter>L", harbour());
screen!(another_language, 80 x 24, ":HB/RES/1 (2019):1(b)<Enter>L<Enter>", harbour());
screen!(another_language_on_a_small_screen, 40 x 10, "2<Enter>L<Enter>L<Enter>", harbour());
screen!(another_language_on_a_large_screen, 120 x 40, "3<Enter>L<Enter>", harbour());

screen!(two_languages_beside_each_other, 124 x 30, "2<Enter>L<Enter>|", harbour());
screen!(two_languages_over_each_other, 80 x 24, "2<Enter>|", harbour());
screen!(two_languages_on_a_small_screen, 40 x 10, "2<Enter>|", harbour());

/// What the rows of the list say: the sign, and the numbers in both languages.
fn paired(walk: &Walk<'_>) -> Vec<String> {
    let lines = walk.lines();
    let rows = lines[1..].iter().take_while(|line| !line.starts_with('─'));
    let words = |line: &String| {
        line.split_whitespace()
            .take(3)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let rows = rows.map(|line| words(&line.replace('▌', " ")));
    rows.filter(|row| !row.is_empty()).collect()
}

#[test]
fn a_text_stands_beside_the_next_language_paragraph_by_paragraph() {
    let shelf = harbour();
    let mut walk = shelf.open(124, 40);
    walk.keys("2<Enter>|");
    assert_eq!(
        paired(&walk),
        ["= pp1 pp1", "= pp2 pp2", "= 1 1", "= 2 2", "− 3 Remains"]
    );
    let lines = walk.lines();
    let beside = lines
        .iter()
        .find(|line| line.contains("keeper to report") && line.contains('│'));
    assert!(
        beside.is_some_and(|line| line.contains("يطلب إلى الحارس")),
        "{lines:?}"
    );
    // Where what has no numbers is more in one of them, only the position is the same.
    walk.keys("L");
    assert!(walk.lines()[0].contains("zh-Hans"), "{}", walk.lines()[0]);
    assert_eq!(paired(&walk)[..2], ["≠ pp1 pp1", "− pp2 Noting"]);
    walk.keys("L");
    assert!(walk.lines()[0].contains("en › ar "), "{}", walk.lines()[0]);
    // Enter goes to the paragraph in the open language, and leaving changes nothing.
    walk.keys("q");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/1 (2019):2", "en")
    );
    walk.keys("|j<Enter>");
    assert_eq!(
        (walk.place().as_str(), language(&walk)),
        ("HB/RES/1 (2019):3", "en")
    );
}

#[test]
fn a_text_of_one_language_has_none_to_stand_beside() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(124, 40);
    walk.keys("7<Enter>|");
    assert_eq!(walk.message(), "2/34-P is here in `en` only");
}
