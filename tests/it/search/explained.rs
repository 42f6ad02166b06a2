//! What the score of a row is the sum of.

use resolut::search::{Evidence, Explanation, Question, Subject};

use super::Library;

/// What a row is explained by, as much as is asked of its words.
fn explain(library: &Library, query: &str, row: usize) -> Explanation {
    let subject = library.find(query).hits[row].subject;
    let question = Question {
        query,
        open: library.corpus.resolutions().next(),
        limit: 1000,
    };
    library.finder.borrow_mut().explain(&question, subject)
}

/// The words of a row, with what stands there for each.
fn words(library: &Library, query: &str) -> Vec<(String, Evidence, String)> {
    let parts = explain(library, query, 0).parts.into_iter();
    let words = parts.filter(|part| part.weight > 0.0);
    words
        .map(|part| (part.typed, part.evidence, part.found))
        .collect()
}

#[test]
fn the_parts_of_a_score_are_its_sum() {
    let library = Library::bundled();
    for query in [
        "islamic dev bank",
        "kashmir",
        "self-determination of peoples",
        "musharaf pakistan dialogue",
        "earthquake zzyzx relief",
        "contact group",
        "hmntrn",
        "oic \"composite dialogue\"",
        "simla OR lahore",
        "2/34 bank",
        "2/34-P:7",
        "thirty-fourth session",
        "in:3/34-P contact",
        "op",
    ] {
        let hits = library.find(query).hits;
        assert!(!hits.is_empty(), "{query}");
        for (row, hit) in hits.iter().enumerate() {
            let explained = explain(&library, query, row);
            assert_eq!(explained.row, Some(row), "{query}");
            let kind = explained.parts[0].worth;
            assert!(
                [0.0, 5_000.0, 10_000.0, 20_000.0, 30_000.0].contains(&kind),
                "{query}, row {row}: {explained:?}"
            );
            let sum: f32 = explained.parts.iter().map(|part| part.worth).sum();
            assert!(
                (sum - hit.score).abs() < 0.01,
                "{query}, row {row}: {sum} {hit:?} {explained:?}"
            );
        }
    }
}

#[test]
fn each_word_says_by_what_it_was_found() {
    let library = Library::of_paragraphs(&[
        "Commends the United Nations Interim Force in Harbourland (UNIFHAR)",
        "Asks for the observance of a cease-fire by 12 countries at UNIFHAR",
    ]);
    for (query, typed, evidence, found) in [
        ("observance", "observance", Evidence::Typed, "observance"),
        ("observ", "observ", Evidence::Beginning, "observance"),
        ("country", "country", Evidence::Number, "countries"),
        ("twelve", "twelve", Evidence::Number, "12"),
        ("observing", "observing", Evidence::Inflection, "observance"),
        ("obsrevance", "obsrevance", Evidence::Slip, "observance"),
        ("bsrvnc asks", "asks", Evidence::Typed, "asks"),
        ("obsrvnc", "obsrvnc", Evidence::LettersLeftOut, "observance"),
        (
            "united nations interim force in harbourland 12",
            "united nations interim force in harbourland",
            Evidence::Name,
            "unifhar",
        ),
        ("observance land", "land", Evidence::Lacks, ""),
    ] {
        let words = words(&library, query);
        let wanted = (typed.to_owned(), evidence, found.to_owned());
        assert!(words.contains(&wanted), "{query}: {words:?}");
    }
}

#[test]
fn what_was_not_found_is_told_what_it_lacks() {
    let library =
        Library::of_paragraphs(&["the harbour of the north", "the harbours of the south"]);
    let subject = library.find("south").hits[0].subject;
    let question = Question {
        query: "harbour north",
        open: library.corpus.resolutions().next(),
        limit: 1,
    };
    let explained = library.finder.borrow_mut().explain(&question, subject);
    assert_eq!(explained.row, None);
    let lacks = explained.parts.iter().find(|part| part.typed == "north");
    assert_eq!(lacks.map(|part| part.evidence), Some(Evidence::Lacks));
    assert!(matches!(subject, Subject::Passage(_)));
}
