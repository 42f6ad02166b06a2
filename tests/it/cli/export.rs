//! `resolut export`: what is written, in every format, and where.

use insta::assert_snapshot;
use resolut::text::corpus::Corpus;

use super::Test;

const BOATS: &str = include_str!("../../fixtures/boats.json");

fn boats(args: &str) -> Test {
    Test::new(&format!("export --corpus boats.json {args}")).file("boats.json", BOATS)
}

/// A corpus file in which an attacker wrote.
fn hostile() -> String {
    r#"{"format": "resolut-corpus/2", "sessions": [{"id": "H-1", "organ": "Board", "name": "First", "resolutions": [
        {"symbol": "H/1", "title": "<script> \u001b[2J", "language": "en", "preamble": [], "operative": [
            {"number": "1", "text": "Asks <b>*all*</b> \u009b31m [x](y) | &amp;",
             "spans": [[0, 4, "a", "javascript:alert(1)"]]}]}]}]}"#
        .to_owned()
}

#[test]
fn a_resolution_is_written_as_markdown() {
    let done = boats("B/RES/7 --format markdown");
    assert_snapshot!(done.any_stdout().success().stdout);
}

#[test]
fn a_resolution_is_typeset_for_paper_whatever_it_is_written_to() {
    let done = boats("B/RES/7 --format page");
    let page = done.any_stdout().success().stdout;
    assert_snapshot!(page);
    let widest = page.lines().map(|line| line.chars().count()).max();
    assert_eq!(widest, Some(72));
}

#[test]
fn what_is_typeset_of_a_paragraph_or_a_point_stands_at_the_margin() {
    let shown = |cited: &str| {
        let test = Test::new(&format!("show --corpus boats.json {cited} --format page"));
        test.file("boats.json", BOATS).any_stdout().success().stdout
    };
    assert_snapshot!(shown("B/RES/7:2(a) B/RES/7:4"), @r"
    B/RES/7 (2008)                                               6 June 2008
    [on lanterns and oars in small harbours]

       (a)  a list of the lanterns in use, and of those that failed:

             (i) for want of oil;

            (ii) in a storm;

        4.  Decides to remain seized of the matter.
    ");
    assert_snapshot!(shown("3/34-P:3"), @r"
    3/34-P
    THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN

        3.  Supports various confidence-building measures taken by both
            Pakistan and India including on peace and security, covering
            both conventional and non-conventional fields and people-to-
            people contacts.
    ");
    let hostile = Test::new("show H/1 --corpus hostile.json --format page")
        .file("hostile.json", hostile())
        .any_stdout()
        .success();
    assert!(
        !hostile.stdout.contains(['\u{1b}', '\u{9b}']),
        "{:?}",
        hostile.stdout
    );
}

#[test]
fn a_resolution_is_written_as_a_page() {
    let done = boats("B/RES/7 --format html");
    assert_snapshot!(done.any_stdout().success().stdout);
}

#[test]
fn paragraphs_are_lines_of_objects_and_rows_of_a_table() {
    Test::new("export 3/34-P:3 --format csv")
        .stdout(
            "citation,symbol,kind,number,lead,text,session,language,date\r\n\
             3/34-P:3,3/34-P,op,3,Supports,\"Supports various confidence-building measures taken by both Pakistan and India \
             including on peace and security, covering both conventional and non-conventional fields and people-to-people \
             contacts.\",ICFM-34,en,\r\n",
        )
        .success();
    let done = Test::new("export ICFM-34").any_stdout().success();
    assert_eq!(done.stdout.lines().count(), 42);
    let is_object = |line: &str| line.starts_with("{\"citation\":\"") && line.ends_with('}');
    assert!(done.stdout.lines().all(is_object), "{}", done.stdout);
}

#[test]
fn plain_text_is_set_to_72_columns_whatever_the_terminal() {
    let done = Test::new("export --all --format text")
        .any_stdout()
        .success();
    let widest = done.stdout.lines().map(|line| line.chars().count()).max();
    assert!(matches!(widest, Some(60..=72)), "{widest:?}");
}

#[test]
fn a_corpus_is_the_same_when_it_is_read_again() {
    for name in ["bundled", "boats.json"] {
        let done = match name {
            "bundled" => Test::new("export --all --format corpus"),
            _ => boats("--all --format corpus"),
        };
        let written = done.any_stdout().success().stdout;
        let mut again = Corpus::default();
        again.add_text(written).unwrap();
        let mut original = Corpus::default();
        match name {
            "bundled" => original
                .add_text(include_str!("../../../data/corpus.json"))
                .unwrap(),
            _ => original.add_text(BOATS).unwrap(),
        }
        for id in original.resolutions() {
            let symbol = original.symbol(id).to_owned();
            let other = again.read_citation(&symbol, None).unwrap().resolution;
            assert_eq!(*again.read(other).unwrap(), *original.read(id).unwrap());
        }
    }
}

#[test]
fn a_file_is_written_whole_and_an_old_one_kept_unless_told() {
    let done = Test::new("export 2/34-P --format md -o out.md")
        .stderr("resolut: written to `out.md`\n")
        .success();
    assert!(done.read("out.md").starts_with("---\nsymbol: \"2/34-P\"\n"));
    let again = done
        .then("export 3/34-P --format md -o out.md")
        .any_stderr()
        .fails();
    assert!(again.stderr.contains("`out.md`"), "{}", again.stderr);
    assert!(again.read("out.md").contains("\"2/34-P\""));
    let forced = again
        .then("export 3/34-P --format md -o out.md --force")
        .any_stderr()
        .success();
    assert!(forced.read("out.md").contains("\"3/34-P\""));
}

#[test]
fn nothing_of_a_corpus_is_markup_or_a_control() {
    for format in ["markdown", "html", "csv", "jsonl", "text", "corpus"] {
        let done = Test::new(&format!("export --corpus h.json H/1 --format {format}"))
            .file("h.json", hostile())
            .any_stdout()
            .success();
        let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        assert!(
            !done.stdout.contains(is_control),
            "{format}: {}",
            done.stdout
        );
        if format == "html" {
            for markup in ["<script", "<b>*", "javascript:"] {
                assert!(!done.stdout.contains(markup), "{}", done.stdout);
            }
        }
    }
}
