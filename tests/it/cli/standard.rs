//! `-`: standard input where a file is read, standard output where one is written.

use super::{POINTS, Test};

const SOURCE: &str = include_str!("../../fixtures/import/lakes.txt");

#[test]
fn a_corpus_is_read_from_standard_input() {
    let read = "7/1-T:1(a)\tto meet: (i) soon;\n";
    Test::new("show 7/1-T:1(a) --corpus -")
        .stdin(POINTS)
        .stdout(read)
        .success();
    Test::new("7/1-T:1(a)")
        .env("RESOLUT_CORPUS", "-")
        .stdin(format!("\u{feff}{POINTS}"))
        .stdout(read)
        .success();
    let done = Test::new("check -").stdin("{\n}").any_stdout().any_stderr();
    let said = "standard input:1: format: missing";
    let done = done.fails();
    assert!(done.stdout.starts_with(said), "{}", done.stdout);
    Test::new("list --corpus -")
        .stdin("{")
        .stderr("resolut: standard input: line 1, column 1: no JSON: EOF while parsing an object\n")
        .fails();
}

#[test]
fn a_source_comes_and_a_corpus_goes_by_the_standard_streams() {
    let file = Test::new("import a.txt -o out.json")
        .file("a.txt", SOURCE)
        .any_stderr()
        .success();
    let corpus = file.read("out.json");
    let streamed = Test::new("import a.txt -o -")
        .file("a.txt", SOURCE)
        .stdout(&corpus)
        .any_stderr()
        .success();
    assert!(!streamed.has("-"), "a file named `-`");
    let named = corpus.replace("\"a.txt\"", "\"out.txt\"");
    let done = Test::new("import - -o out.json")
        .stdin(SOURCE)
        .any_stderr()
        .success();
    assert_eq!(done.read("out.json"), named);
    assert_eq!(done.read("out.txt"), SOURCE);
    Test::new("import - -o -")
        .stdin(SOURCE)
        .stdout(&corpus.replace("\"a.txt\"", "\"stdin.txt\""))
        .any_stderr()
        .success();
}

#[test]
fn a_stream_that_is_wanted_twice_is_refused() {
    let twice = "resolut: standard input can be read only once\n";
    let both = "resolut: standard input can't be both the corpus and the queries; name a file for the corpus\n";
    for (args, said) in [
        ("list --corpus - --corpus -", twice),
        ("check - -", twice),
        ("find --batch --corpus -", both),
    ] {
        let test = Test::new(args).stdin(POINTS).any_stdout();
        test.stderr(said).fails();
    }
    let report = "resolut: the corpus and the report would both go to standard output; leave out `--format json`\n";
    Test::new("import - -o - --format json")
        .stdin(SOURCE)
        .stderr(report)
        .fails();
}

#[test]
fn what_is_no_text_is_told_alike_by_every_command() {
    let wide: Vec<u8> = POINTS
        .chars()
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect();
    for (bytes, said) in [
        (
            &wide[..],
            "is UTF-32LE, not UTF-8; convert it first: `iconv -f utf-32le -t utf-8 FILE`",
        ),
        (
            b"\x1f\x8b\x08\0\0\0\0\0",
            "is packed by gzip; unpack it first: `gunzip FILE`",
        ),
        (
            b"PK\x03\x04\x14\0\0\0",
            "is a ZIP archive, not text; unpack it first: `unzip FILE`",
        ),
        (
            b"\xef\xf0\xe8\xed\xe8\xec",
            "is not UTF-8: line 1 holds the byte 0xEF; if you know its encoding, convert it first: `iconv -f ENCODING -t utf-8 FILE`",
        ),
    ] {
        for args in [
            "list --corpus a.json",
            "check a.json",
            "import a.json -o b.json",
        ] {
            let done = Test::new(args).file("a.json", bytes).any_stderr().fails();
            let said = format!("resolut: `a.json` {said}\n");
            assert!(done.stderr.starts_with(&said), "{args}: {}", done.stderr);
        }
        for args in ["list --corpus -", "check -", "import - -o b.json"] {
            let done = Test::new(args).stdin(bytes).any_stderr().fails();
            assert!(done.stderr.contains(said), "{args}: {}", done.stderr);
        }
    }
}
