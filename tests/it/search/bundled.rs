//! Queries on the two resolutions that are bundled, counted by hand.

use super::Library;

#[test]
fn each_query_finds_just_its_paragraphs() {
    let library = Library::bundled();
    for (query, count) in [
        ("secretary general", 6),
        ("secretary-general", 6),
        ("ceasefire", 2),
        ("cease-fire", 2),
        ("cease fire", 2),
        ("self-determination", 3),
        ("self determination", 3),
        ("contact group", 3),
        ("human rights", 5),
        ("good offices", 2),
        ("35th session", 3),
        ("simla", 1),
        ("unmogip", 1),
        ("UNMOGIP", 1),
        ("musharraf", 1),
        ("musharaf", 1),
        ("ezzat kamel mufti", 3),
        ("earthquake", 2),
        ("\"composite dialogue\"", 3),
        ("verb:requests", 3),
        ("verb:\"calls upon\"", 2),
        ("verb:calls -india", 1),
        ("\"dialogue composite\"", 0),
    ] {
        let found = library.unmarked(query);
        assert_eq!(found.len(), count, "{query}: {found:?}");
    }
}

#[test]
fn three_cut_words_find_the_paragraph() {
    let library = Library::bundled();
    assert_eq!(library.all("islamic dev bank")[0], "2/34-P op7");
    assert_eq!(
        library.highlighted("islamic dev bank")[..3],
        ["Islamic", "Development", "Bank"]
    );
}

#[test]
fn every_paragraph_is_searched_and_no_opening() {
    let library = Library::bundled();
    assert_eq!(library.find("session").of, 38);
    assert_eq!(library.find("pp").found, 16);
    assert_eq!(library.find("op").found, 22);
}

#[test]
fn operators_narrow() {
    let library = Library::bundled();
    assert_eq!(library.unmarked("musharraf in:3/34-P"), ["3/34-P op5"]);
    assert!(library.all("musharraf in:.").is_empty());
    for query in [
        "-verb:requests secretary",
        "kashmir -pp",
        "contact -in:2/34-P",
    ] {
        assert!(!library.unmarked(query).is_empty(), "{query}");
    }
    let leads = |name: &String| ["2/34-P op12", "3/34-P op10"].contains(&name.as_str());
    assert!(!library.all("-verb:requests secretary").iter().any(leads));
    assert!(
        !library
            .all("kashmir -pp")
            .iter()
            .any(|name| name.contains("pp"))
    );
    assert!(
        !library
            .all("contact -in:2/34-P")
            .iter()
            .any(|name| name.starts_with("2/34"))
    );
    assert!(library.all("kashmir -session:34").is_empty());
    assert!(library.all("in:9/99 kashmir").is_empty());
    assert_eq!(library.unmarked("simla session:34"), ["2/34-P op1"]);
    assert!(library.all("simla session:35").is_empty());
    assert_eq!(library.unmarked("earthquake pp").len(), 2);
    assert!(library.unmarked("earthquake op").is_empty());
    assert_eq!(library.unmarked("3/34 musharraf"), ["3/34-P op5"]);
}

#[test]
fn each_paragraph_of_a_range_is_cited() {
    let library = Library::bundled();
    let found = library.all("2/34-P:7-9");
    assert_eq!(found, ["2/34-P op7", "2/34-P op8", "2/34-P op9"]);
    assert_eq!(library.all("2/34-P:7")[0], "2/34-P op7");
    assert_eq!(library.all("2/34-P:99"), [""; 0]);
}

#[test]
fn a_citation_comes_first() {
    let library = Library::bundled();
    assert_eq!(library.all("2/34-P:7")[0], "2/34-P op7");
    assert_eq!(library.all("3/34 op 5")[0], "3/34-P op5");
    assert_eq!(library.all("7")[0], "2/34-P op7");
    assert_eq!(library.all("3/34-P")[0], "3/34-P");
}

#[test]
fn what_is_cited_is_followed_by_no_guess() {
    let library = Library::bundled();
    for query in ["2/34-P pp 7", "3/34 op 5", "2/34 2 (b)"] {
        let rows = library.all(query);
        assert!(
            rows.iter().all(|row| !row.starts_with('≈')),
            "{query}: {rows:?}"
        );
        assert_eq!(library.find(query).first_lacking(), None, "{query}");
    }
}

#[test]
fn titles_and_sessions_come_before_paragraphs() {
    let library = Library::bundled();
    assert_eq!(library.all("peace process")[..2], ["3/34-P", "3/34-P op1"]);
    assert_eq!(library.highlighted("process peace"), ["PEACE", "PROCESS"]);
    assert_eq!(library.all("thirty-fourth")[0], "ICFM-34");
}

#[test]
fn the_words_that_no_paragraph_has_are_named() {
    let library = Library::bundled();
    let findings = library.find("simla kangaroo");
    assert_eq!(
        findings.first_lacking(),
        Some((0, &["kangaroo".to_owned()][..]))
    );
    assert_eq!(library.all("simla kangaroo")[0], "≈2/34-P op1");
    let findings = library.find("simla agreement");
    assert_ne!(findings.first_lacking().map(|(at, _)| at), Some(0));
}
