//! What is big: floods, long paragraphs, deep nesting. All is read or refused, in time in proportion to
//! its size, and what is sent stays within the screen.

use std::fmt::Write as _;

use resolut::import::{Options, pdf_text};
use resolut::text::corpus::Corpus;
use resolut::text::format::{self, Fault};
use resolut::text::typeset::LETTER;
use serde_json::json;

use super::{Own, assert_harmless};
use crate::cli::Test;
use crate::plain::session_in;
use crate::walk::Shelf;

/// A long paragraph in bytes.
const FLOOD: usize = if cfg!(debug_assertions) {
    2 << 20
} else {
    10 << 20
};

/// One to be set in rows and indexed, where tests are not optimised.
const LONG: usize = if cfg!(debug_assertions) {
    1 << 16
} else {
    FLOOD
};

/// How many stand side by side.
const CROWD: usize = if cfg!(debug_assertions) {
    8_000
} else {
    20_000
};

fn corpus_of(text: &str) -> String {
    json!({"format": "resolut-corpus/1", "sessions": [{
        "id": "T", "organ": "o", "name": "n", "resolutions": [{
            "symbol": "7/1-T", "title": text, "language": "en", "preamble": [],
            "operative": [{"number": "1", "text": text}, {"number": "2", "text": "Ends."}]}]}]})
    .to_string()
}

fn floods(length: usize) -> [(&'static str, String); 6] {
    let flood = |unit: &str| unit.repeat(length / unit.len());
    [
        ("words", flood("Calls upon the bank ")),
        ("one word", flood("a")),
        ("combining marks", ["e", &flood("\u{301}")].concat()),
        ("joiners", flood("👩\u{200d}")),
        ("nothing seen", flood("\u{200b}")),
        ("controls", flood("\u{1b}[2J")),
    ]
}

#[test]
fn a_long_paragraph_is_read_in_panes_and_in_lines() {
    for (name, text) in floods(LONG) {
        let mut corpus = Corpus::default();
        corpus.add_text(corpus_of(&text)).unwrap();
        let shelf = Shelf::of(corpus);
        let mut walk = shelf.open(80, 24);
        for keys in ["j", "/bank<Enter>", "G", "m'", "<Esc>1<Enter>", "?"] {
            let lines = walk.keys(keys).lines();
            assert_harmless(lines.concat().as_bytes(), Own::Text, name);
            let characters = lines.concat().chars().count();
            assert!(characters <= 80 * 24 * 2 * LETTER, "{name}: {characters}");
        }
        let printed = session_in(&shelf, Some(40), "outline\nfind bank\nmark\nmarks\n2\n");
        assert!(printed.ends_with("\nEnds.\n"), "{name}");
    }
}

#[test]
fn a_long_paragraph_is_printed_and_found() {
    for (name, text) in floods(LONG) {
        for command in [
            "show 7/1-T",
            "find ends in:7/1-T",
            "list 7/1-T",
            "check big.json",
        ] {
            let test = Test::new(&format!("--corpus big.json {command}"));
            let done = test
                .file("big.json", corpus_of(&text))
                .any_stdout()
                .any_stderr()
                .whatever();
            assert_harmless(done.stdout.as_bytes(), Own::Tabs, name);
            assert_harmless(done.stderr.as_bytes(), Own::Tabs, name);
        }
    }
}

#[test]
fn megabytes_of_anything_are_printed() {
    for (name, text) in floods(FLOOD) {
        let test = Test::new("--corpus big.json show 7/1-T:1").file("big.json", corpus_of(&text));
        let done = test.any_stdout().success();
        assert_harmless(done.stdout.as_bytes(), Own::Tabs, name);
        assert_eq!(done.stdout.lines().count(), 1, "{name}");
    }
}

#[test]
fn nesting_without_end_is_refused_or_passed_over() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let around = |field: &str, value: &str| {
        format!(
            r#"{{"format":"resolut-corpus/1","sessions":[{{"id":"T","organ":"o","name":"n","resolutions":[
            {{"symbol":"1/1","language":"en","preamble":[],"operative":[{{"text":"a","{field}":{value}}}]}}]}}]}}"#
        )
    };
    for (json, readable) in [
        (deep("[", "]"), false),
        ("[".repeat(100_000), false),
        (r#"{"a":"#.repeat(100_000), false),
        // A field that is not known is skipped, whatever stands in it.
        (around("other", &deep("[", "]")), true),
        (
            around("other", &(deep(r#"{"a":"#, "}").replace(":}", ":1}"))),
            true,
        ),
        (
            around(
                "points",
                &(deep(r#"[{"text":"a","points":"#, "}]").replace(":}", ":[]}")),
            ),
            false,
        ),
        (around("text", &deep("[", "]")), false),
    ] {
        let faults = format::faults(&json);
        assert_eq!(format::read(&json).is_ok(), readable);
        assert_eq!(faults.iter().any(Fault::is_fatal), !readable);
        assert!(faults.iter().all(|fault| fault.to_string().len() < 1000));
    }
}

#[test]
fn faults_without_end_are_counted_to_an_end() {
    let mut json = r#"{"format":"resolut-corpus/1","sessions":["#.to_owned();
    for n in 0..200_000 {
        write!(json, "{}\n{n}", if n > 0 { "," } else { "" }).unwrap();
    }
    json.push_str("]}");
    let faults = format::faults(&json);
    assert!(faults.len() <= 10_001);
    let last = faults.last().unwrap();
    assert!(last.message.contains("more"), "{last}");
    assert!(format::read(&json).is_err());
}

#[test]
fn more_annexes_than_are_counted_stay_apart_from_none() {
    let annexes: Vec<_> = (0..70_000)
        .map(|_| json!({"paragraphs": [{"text": "a"}]}))
        .collect();
    let file = json!({"format": "resolut-corpus/1", "sessions": [{"id": "T", "organ": "o", "name": "n",
        "resolutions": [{"symbol": "1/1", "language": "en", "preamble": [], "operative": [],
            "annexes": annexes}]}]});
    let mut corpus = Corpus::default();
    corpus.add_text(file.to_string()).unwrap();
    let id = corpus.resolutions().next().unwrap();
    let resolution = corpus.read(id).unwrap();
    assert_eq!(resolution.passages.len(), 70_000);
    let parts: Vec<_> = resolution
        .passages
        .iter()
        .map(|passage| passage.part)
        .collect();
    assert!(parts.is_sorted());
}

/// What a step that looks back at all lines before would take hours for.
#[test]
fn a_long_source_is_imported() {
    for line in [
        "Calls upon the bank ",
        "a",
        "1. ",
        "(a) ",
        "self-\n",
        "1. Calls\n",
        "12\n",
        "Recalling x,\n",
        "\n",
        "th\n",
        "\u{301}",
        "- a,\n b\n",
        "ANNEX\nAN\n",
        "ANNEX\na\n",
        "7\u{c}",
        "RESOLUTION NO. 1/1-T\n",
    ] {
        let text = format!(
            "RESOLUTION NO. 1/1-T\n\nThe Session,\n\n1. Calls {}",
            line.repeat(LONG / line.len())
        );
        let import = pdf_text::read(text.as_bytes(), &Options::new("x.txt")).unwrap();
        let told = import.report.to_string();
        assert!(told.len() < 100 * text.len(), "{line:?}: {}", told.len());
    }
}

/// The same for a corpus of many that stand side by side.
#[test]
fn a_crowd_is_listed_cited_and_found() {
    let paragraphs = |number: &str| vec![json!({"number": number, "text": "Calls."}); CROWD];
    let resolution = |symbol: &str| json!({"symbol": symbol, "language": "en", "preamble": [], "operative": [{"text": "Calls."}]});
    let with = |field: &str, value: serde_json::Value| {
        let mut resolution = resolution("1/1");
        resolution[field] = value;
        vec![json!({"id": "T", "organ": "o", "name": "n", "resolutions": [resolution]})]
    };
    let session = |id: usize, symbol: String| json!({"id": format!("T{id}"), "organ": "o", "name": "n", "resolutions": [resolution(&symbol)]});
    let crowds = [
        with("operative", paragraphs("1").into()),
        with("preamble", paragraphs("").into()),
        with(
            "operative",
            json!([{"number": "1", "text": "Calls:", "points": paragraphs("(a)")}]),
        ),
        with(
            "annexes",
            vec![json!({"paragraphs": [{"text": "Calls."}]}); CROWD].into(),
        ),
        (0..CROWD).map(|n| session(n, format!("{n}/1"))).collect(),
        (0..CROWD).map(|n| session(n, "1/1".to_owned())).collect(),
    ];
    for (crowd, sessions) in crowds.into_iter().enumerate() {
        let file = json!({"format": "resolut-corpus/1", "sessions": sessions}).to_string();
        for command in [
            "list 1/1",
            "show 1/1",
            "find calls --limit 3",
            "check big.json",
        ] {
            let test = Test::new(&format!("--corpus big.json {command}"));
            let done = test
                .file("big.json", &file)
                .any_stdout()
                .any_stderr()
                .whatever();
            assert_harmless(
                done.stderr.as_bytes(),
                Own::Text,
                &format!("{crowd} {command}"),
            );
        }
        let lines = "next\nlast\noutline\nfind calls\nhits\n";
        let test = Test::new("--corpus big.json --plain 1/1")
            .file("big.json", &file)
            .stdin(lines);
        test.any_stdout().any_stderr().success();
    }
}
