//! Wordings that are nearly the same are one row.

use std::collections::BTreeSet;

use resolut::search::{Apart, Findings, Question, Subject};
use resolut::text::corpus::Corpus;

use super::Library;

/// A mandate that is renewed three times, and a paragraph that is about the same.
fn library() -> Library {
    let mandate = "Decides to extend the mandate of the observers at the lakes until";
    let resolutions = [
        ("1/1", "2003-05-01", format!("{mandate} 31 May 2004;")),
        ("2/1", "2004-05-01", format!("{mandate} 30 June 2005;")),
        (
            "3/1",
            "2005-05-01",
            "Welcomes what the observers at the lakes report of their mandate;".to_owned(),
        ),
        (
            "4/1",
            "2006-05-01",
            format!("{mandate} 15 December 2006, as harbour patrols need them;"),
        ),
    ];
    let resolutions: Vec<_> = resolutions
        .iter()
        .map(|(symbol, adopted, text)| {
            serde_json::json!({"symbol": symbol, "language": "en", "adopted": adopted,
                "preamble": [], "operative": [{"number": "1", "text": text}]})
        })
        .collect();
    let json = serde_json::json!({"format": "resolut-corpus/1", "sessions": [
        {"id": "T", "organ": "o", "name": "n", "resolutions": resolutions}]});
    let mut corpus = Corpus::default();
    corpus.add_text(json.to_string()).unwrap();
    Library::of(corpus)
}

fn ask(library: &Library, query: &str, apart: Apart<'_>, limit: usize) -> Findings {
    let question = Question {
        query,
        open: None,
        limit,
    };
    library.finder.borrow_mut().find_apart(&question, apart)
}

fn rows(library: &Library, findings: &Findings) -> Vec<String> {
    let row = |hit: &resolut::search::Hit| {
        let like = hit.like.iter();
        let like = like.map(|&place| library.corpus.cite(place).to_string());
        let names = [library.name(hit.subject)].into_iter().chain(like);
        names.collect::<Vec<_>>().join(" ")
    };
    findings.hits.iter().map(row).collect()
}

const NONE: Apart<'_> = Apart::Like(&[]);

#[test]
fn a_renewed_wording_is_one_row_by_the_best_match() {
    let library = library();
    let found = |query| rows(&library, &ask(&library, query, NONE, 20));
    assert_eq!(found("extend mandate lakes")[0], "1/1 op1 2/1:1 4/1:1");
    assert_eq!(found("mandate june 2005")[0], "2/1 op1 1/1:1 4/1:1");
    assert_eq!(
        found("mandate observers lakes"),
        ["1/1 op1 2/1:1 4/1:1", "3/1 op1"]
    );
    assert_eq!(found("mandate patrols"), ["4/1 op1 1/1:1 2/1:1", "3/1 op1"]);
}

#[test]
fn a_row_says_from_when_to_when_it_is_and_all_are_counted() {
    let library = library();
    let findings = ask(&library, "extend mandate lakes", NONE, 20);
    assert_eq!(
        findings.hits[0].years(library.corpus),
        Some(["2003", "2006"])
    );
    assert_eq!(findings.hits[0].others(), 2);
    assert_eq!(findings.sure, 3);
}

#[test]
fn a_group_is_listed_one_by_one_behind_its_best_from_where_they_part() {
    let library = library();
    let head = ask(&library, "mandate observers lakes", NONE, 20).hits[0].subject;
    let findings = ask(
        &library,
        "mandate observers lakes",
        Apart::Like(&[head]),
        20,
    );
    assert_eq!(
        rows(&library, &findings),
        ["1/1 op1", "2/1 op1", "4/1 op1", "3/1 op1"]
    );
    let hit = &findings.hits[1];
    let text = library.text(hit);
    let (_, from) = hit.spans_and_best(&text);
    assert_eq!(&text[from.unwrap()], "30");
}

#[test]
fn apart_and_together_the_same_paragraphs_are_found() {
    let library = library();
    for query in ["mandate", "mandate patrols", "observers june", "lakes"] {
        let places = |apart, limit| {
            let hits = ask(&library, query, apart, limit).hits;
            let own = hits.iter().filter_map(|hit| match hit.subject {
                Subject::Passage(place) => Some(place),
                _ => None,
            });
            let others = hits.iter().flat_map(|hit| hit.same.iter().chain(&hit.like));
            own.chain(others.copied()).collect::<BTreeSet<_>>()
        };
        assert_eq!(places(NONE, 20), places(Apart::All, 20), "{query}");
        let few = ask(&library, query, NONE, 1);
        assert_eq!(
            few.hits[..],
            ask(&library, query, NONE, 20).hits[..1],
            "{query}"
        );
    }
}
