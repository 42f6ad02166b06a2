//! Operators that narrow a query: what they leave, what is said of one that names nothing, and what half of one does.

use resolut::text::corpus::Corpus;
use serde_json::json;

use super::Library;

/// Four resolutions of two years, of two bodies of water.
fn waters() -> Library {
    let resolution = |symbol: &str, title: &str, adopted: &str, texts: [&str; 2]| {
        let texts = (1..).zip(texts);
        let operative: Vec<_> = texts
            .map(|(number, text)| json!({"number": number.to_string(), "text": text}))
            .collect();
        json!({"symbol": symbol, "title": title, "adopted": adopted, "language": "en",
            "preamble": [], "operative": operative})
    };
    let session = |year: u16, resolutions: Vec<serde_json::Value>| {
        json!({"id": format!("BW-{year}"), "organ": "Board of Waters",
            "name": format!("Board of Waters, {year}"), "resolutions": resolutions})
    };
    let first = resolution(
        "W/RES/101 (2003)",
        "The ferries of Lake Tarn",
        "2003-05-31",
        [
            "Demands an end to night crossings;",
            "Requests a report on crossings.",
        ],
    );
    let second = resolution(
        "W/RES/102 (2003)",
        "The canal of Ostrey",
        "2003-11-02",
        [
            "Demands that locks stay open;",
            "Urges the keepers to report.",
        ],
    );
    let third = resolution(
        "W/RES/113 (2004)",
        "Lake Tarn again",
        "2004-01-09",
        [
            "Demands lanterns on ferries;",
            "Calls upon the keepers to report;",
        ],
    );
    let fourth = resolution(
        "W/RES/114 (2004)",
        "Locks",
        "2004-12-30",
        ["Urges all to wait;", "Decides to remain seized."],
    );
    let file = json!({"format": "resolut-corpus/1",
        "sessions": [session(2003, vec![first, second]), session(2004, vec![third, fourth])]});
    let mut corpus = Corpus::default();
    corpus.add_text(file.to_string()).unwrap();
    Library::of(corpus)
}

/// The rows of a query, each as the last figure of its number and its paragraph: `3:1`.
fn rows(library: &Library, query: &str) -> String {
    let rows = library.unmarked(query).into_iter().map(|row| {
        let (symbol, paragraph) = row.split_once(") op").unwrap();
        let (number, _) = symbol.split_once(" (").unwrap();
        format!("{}:{paragraph}", number.rsplit('/').next().unwrap())
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort();
    rows.join(" ")
}

#[test]
fn each_operator_leaves_what_it_names_and_they_combine() {
    let library = waters();
    for (query, expected) in [
        ("year:2003 ", "101:1 101:2 102:1 102:2"),
        ("year:2003-2004 verb:demands ", "101:1 102:1 113:1"),
        ("year:2003-04 verb:demands ", "101:1 102:1 113:1"),
        ("verb:demands title:tarn year:2003 ", "101:1"),
        ("since:2003-11 until:2004-01 report ", "102:2 113:2"),
        ("since:2004-12 ", "114:1 114:2"),
        ("until:2003-5 ", "101:1 101:2"),
        ("adopted:2003-05-31 ", "101:1 101:2"),
        ("adopted:2003-05..2003-11 verb:demands ", "101:1 102:1"),
        ("title:\"lake tarn\" ferries ", "113:1"),
        ("title:lake title:again ", "113:1 113:2"),
        ("title:2004 verb:urges ", "114:1"),
        ("-title:tarn verb:demands ", "102:1"),
        ("-year:2003 verb:urges ", "114:1"),
        ("verb: demands year: 2004 ", "113:1"),
        ("op: report since:2004 ", "113:2"),
    ] {
        assert_eq!(rows(&library, query), expected, "{query}");
    }
}

#[test]
fn several_of_one_kind_are_a_union() {
    let library = waters();
    for (query, expected) in [
        ("in:101 in:114 ", "101:1 101:2 114:1 114:2"),
        ("in:101 in:114 verb:urges verb:requests ", "101:2 114:1"),
        ("session:2003 session:2004 verb:urges ", "102:2 114:1"),
        ("year:2003 year:2004 verb:urges ", "102:2 114:1"),
        ("-in:101 -in:102 report ", "113:2"),
    ] {
        assert_eq!(rows(&library, query), expected, "{query}");
    }
}

#[test]
fn what_names_nothing_is_said_with_what_comes_nearest() {
    let library = waters();
    for (query, said) in [
        ("session:1999 report ", "no session 1999: 2003 to 2004"),
        ("session:bw-2005 ", "no session bw-2005: 2003 to 2004"),
        ("session:ww ", "no session ww"),
        ("in:999 report ", "no resolution 999: 101 to 114"),
        ("verb:demnads ", "no verb demnads: demands?"),
        ("verb:\"cals upon\" ", "no verb cals upon: calls upon?"),
        ("verb:zzz ", "no verb zzz"),
        ("title:ostryey ", "no title with \"ostryey\": ostrey?"),
        ("year:1999 ", "no resolution of 1999: 2003 to 2004"),
        ("since:2010 ", "no resolution since 2010: 2003 to 2004"),
        (
            "adopted:2003-06-01 ",
            "no resolution of 2003-06-01: 2003 to 2004",
        ),
        ("lang:fr report ", "no language fr: en"),
        (
            "year:june ",
            "`year:june` is no time: write `2004` or `2003-2005`",
        ),
    ] {
        let found = library.find(query);
        assert_eq!(found.absent, [said], "{query}");
        assert_eq!(found.found, 0, "{query}");
    }
    assert_eq!(rows(&library, "in:999 in:114 verb:urges "), "114:1");
    assert_eq!(library.find("report -session:1999 ").absent, [""; 0]);
}

/// A narrowing leaves, while it is typed, all that it will leave.
#[test]
fn an_operator_is_never_empty_on_its_way() {
    let library = waters();
    for query in [
        "report in:113",
        "report session:2004",
        "report session:bw-2004",
        "report year:2004",
        "report year:2003-2004",
        "report since:2004-01",
        "report until:2004-01-09",
        "report adopted:2004-01-09",
        "report title:\"lake tarn\"",
        "report verb:calls",
        "report lang:en",
        "report op: -in:101",
        "report -year:2003",
        "report -title:canal",
        "report -about",
    ] {
        let operator = query
            .rfind([':', '-'])
            .unwrap()
            .min(query.find(':').unwrap_or(query.len()));
        for (at, _) in query.char_indices().chain([(query.len(), ' ')]) {
            let half = query.get(..at).unwrap();
            if at > operator {
                let found = library.unmarked(half);
                let is_there = found.iter().any(|row| row == "W/RES/113 (2004) op2");
                let of_first_year = half.ends_with("2003-") || half.ends_with("2003");
                assert!(
                    is_there || of_first_year && !found.is_empty(),
                    "{half}: {found:?}"
                );
            }
        }
    }
}
