//! What holds of any query and any text.

use std::sync::LazyLock;

use proptest::prelude::*;
use resolut::search::{Match, Subject};

use super::Library;

/// A finder keeps working tables, so each thread of tests takes its own.
fn with_bundled<T>(test: impl FnOnce(&Library) -> T) -> T {
    thread_local!(static LIBRARY: Library = Library::bundled());
    LIBRARY.with(test)
}

/// Every word of every paragraph, with its place.
static WORDS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let library = Library::bundled();
    let mut words = Vec::new();
    for hit in library
        .find("pp")
        .hits
        .into_iter()
        .chain(library.find("op").hits)
    {
        let text = library.text(&hit);
        let name = library.name(hit.subject);
        let of_letters = text.split(|c: char| !c.is_alphanumeric());
        for word in of_letters.filter(|word| word.len() > 1) {
            words.push((word.to_owned(), name.clone()));
        }
    }
    words
});

/// A plain scan: the paragraphs that have each word as a whole word, whatever its case.
fn scan(library: &Library, words: &[&str]) -> Vec<String> {
    let all = library
        .find("pp")
        .hits
        .into_iter()
        .chain(library.find("op").hits);
    all.filter(|hit| {
        let text = library.text(hit).to_lowercase();
        let has: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).collect();
        words
            .iter()
            .all(|word| has.contains(&word.to_lowercase().as_str()))
    })
    .map(|hit| library.name(hit.subject))
    .collect()
}

fn half_typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,8}",
        "[a-z]{1,9}",
        "[0-9/:()-]{1,6}",
        proptest::sample::select(vec![
            "\"",
            "\"abc",
            "-",
            "-\"",
            "in:",
            "in:.",
            "in:\"",
            "verb:",
            "verb:\"",
            "session:",
            "pp",
            "op",
            "annex",
            "'s",
            "-in:",
            "kashmir",
            "secretary-",
            "d'",
            "北",
            "北京",
            "الم",
            "≈",
            "\u{301}",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 150, ..Default::default() })]

    #[test]
    fn the_answer_contains_that_of_a_plain_scan(
        one in 0..1_000_000_usize, other in 0..1_000_000_usize,
    ) {
        let words = [&*WORDS[one % WORDS.len()].0, &*WORDS[other % WORDS.len()].0];
        with_bundled(|library| {
            let found = library.unmarked(&words.join(" "));
            for name in scan(library, &words) {
                prop_assert!(found.contains(&name), "{words:?}: {name} not in {found:?}");
            }
            Ok(())
        })?;
    }

    #[test]
    fn any_query_is_answered_in_order(query in half_typed()) {
        with_bundled(|library| {
            let findings = library.find(&query);
            prop_assert!(findings.found >= findings.hits.len());
            prop_assert!(findings.hits.is_sorted_by(|a, b| a.by <= b.by), "{query}");
            prop_assert!(findings.hits.is_sorted_by(|a, b| a.score >= b.score), "{query}");
            for hit in &findings.hits {
                let text = library.text(hit);
                let mut end = 0;
                for span in &hit.spans(&text) {
                    prop_assert!(span.start >= end && span.start < span.end);
                    prop_assert!(text.get(span.clone()).is_some(), "on character borders");
                    end = span.end;
                }
            }
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 12, ..Default::default() })]

    #[test]
    fn what_was_asked_before_changes_no_answer(queries in proptest::collection::vec(half_typed(), 1..4)) {
        let (asked, fresh) = (Library::bundled(), Library::bundled);
        for query in queries {
            let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
            for typed in ends.filter_map(|end| query.get(..end)) {
                asked.find(typed);
            }
            prop_assert_eq!(asked.find(&query), fresh().find(&query), "{}", query);
        }
    }

    #[test]
    fn the_paragraphs_that_are_counted_are_those_that_are_walked(query in half_typed()) {
        with_bundled(|library| {
            let findings = library.limited(&query, 3);
            let (sure, all) = (findings.sure, findings.sure + findings.guessed);
            for (by, count) in [(Match::Words, sure), (Match::Fuzzy, all)] {
                let places = library.paragraphs(&query, by);
                prop_assert_eq!(places.len(), count, "{}", query);
                prop_assert!(places.is_sorted_by(|one, next| one < next), "{}", query);
                let listed = library.limited(&query, 1000).hits.into_iter();
                let mut listed = listed.filter(|hit| hit.by <= by).flat_map(|hit| hit.places().collect::<Vec<_>>());
                prop_assert!(listed.all(|place| places.contains(&place)), "{}", query);
            }
            Ok(())
        })?;
    }

    #[test]
    fn all_that_are_counted_can_be_listed(query in half_typed()) {
        with_bundled(|library| {
            let found = library.find(&query);
            let narrow = library.limited(&query, 3);
            prop_assert_eq!(found.hits.len(), found.found, "{}", query);
            prop_assert_eq!(narrow.found, found.found, "{}", query);
            prop_assert_eq!(&narrow.hits[..], &found.hits[..narrow.hits.len()], "{}", query);
            Ok(())
        })?;
    }
}

#[test]
fn each_word_of_a_paragraph_finds_it() {
    let library = Library::bundled();
    for (word, name) in WORDS.iter() {
        // Alone, `op` would narrow and a number would cite.
        let query = format!("{word} {word}");
        let found = library.unmarked(&query);
        assert!(found.contains(name), "{query}: {found:?}");
    }
}

#[test]
fn where_there_is_no_room_for_all_the_rarest_match_is_shown_with_its_neighbours() {
    let text = "Notes the list of all of the means of many of the weapons of mass destruction";
    let library = Library::of_paragraphs(&[text, "of it", "of the", "of all"]);
    let hit = &library.find("of destruction").hits[0];
    let best = hit.spans_and_best(text).1.unwrap();
    assert_eq!(&text[best.start..], "of mass destruction");
}

#[test]
fn spans_are_what_was_asked_for() {
    let library = Library::bundled();
    for (word, _) in WORDS.iter() {
        let query = format!("{word} {word}");
        let hits = library.find(&query).hits.into_iter();
        let found = hits.filter(|hit| hit.by == Match::Words);
        for hit in found.filter(|hit| matches!(hit.subject, Subject::Passage(_))) {
            let text = library.text(&hit);
            let spans = hit.spans(&text);
            let text = text.to_lowercase();
            assert!(!spans.is_empty(), "{query}");
            for span in &spans {
                let shown = text.get(span.clone()).unwrap_or_default();
                let letters: String = shown.chars().filter(|c| c.is_alphanumeric()).collect();
                assert!(
                    letters.contains(&word.to_lowercase())
                        || spelt_alike(&letters, word)
                        || spelt_alike(&letters, without_plural(word))
                        || initials(shown).contains(&word.to_lowercase()),
                    "{query}: {shown}"
                );
            }
        }
    }
}

/// The first letters of words, as of a name that was asked for by its acronym.
fn initials(shown: &str) -> String {
    let words = shown.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).collect()
}

/// A word without the ending of a plural.
fn without_plural(word: &str) -> &str {
    let endings = ["ies", "ren", "es", "en", "s"];
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending));
    stem.unwrap_or(word)
}

/// Alike but for British spellings, and for small numbers in words or figures, with or without `th`.
fn spelt_alike(one: &str, other: &str) -> bool {
    let plain = |word: &str| {
        let word = word.to_lowercase();
        let number = word.trim_end_matches(char::is_alphabetic);
        if !number.is_empty() {
            return number.to_owned();
        }
        let figures = ["two", "three", "four", "five"].iter().zip(2..);
        match figures.into_iter().find(|(small, _)| **small == word) {
            Some((_, figure)) => figure.to_string(),
            None => word.replace("our", "or").replace('s', "z"),
        }
    };
    plain(one).contains(&plain(other))
}
