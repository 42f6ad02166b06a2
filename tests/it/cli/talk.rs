//! Errors, hints and exit codes: what the program says when it can't do what was asked.

use std::process::Stdio;

use super::builder::program;
use super::{POINTS, Test};

#[test]
fn a_citation_that_cannot_be_read_has_a_caret() {
    Test::new("show 2/34-P:7(a")
        .stderr(
            "resolut: expected `)` at the end\n\
             \n  2/34-P:7(a\n            ^\n",
        )
        .fails();
}

#[test]
fn a_number_out_of_range_is_told_the_range() {
    Test::new("show 2/34-P:13")
        .stderr("resolut: 2/34-P has operative paragraphs 1 to 12\n")
        .nothing();
}

#[test]
fn a_symbol_that_is_not_there_is_not_found() {
    Test::new("show 9/99-X:1")
        .stderr(
            "resolut: no resolution `9/99-X` is here\n\
             \nhint: `resolut list` shows what there is to read\n",
        )
        .nothing();
}

#[test]
fn a_paragraph_without_its_resolution_is_wrong_use() {
    let done = Test::new("show op7").any_stderr().fails();
    assert!(
        done.stderr.contains("write its symbol as well"),
        "{}",
        done.stderr
    );
}

#[test]
fn wrong_use_ends_with_two() {
    Test::new("show")
        .stderr(
            "resolut: `resolut show` needs a CITATION\n\
             \nhint: `resolut show --help` says what it takes\n",
        )
        .fails();
    Test::new("list --formt xml")
        .stderr(
            "resolut: `resolut list` has no option `--formt`\n\
             \nhint: did you mean `--format`? `resolut list --help` says what it takes\n",
        )
        .fails();
}

#[test]
fn a_corpus_that_cannot_be_read_is_an_error() {
    Test::new("list --corpus nowhere.json")
        .stderr("resolut: can't read `nowhere.json`: No such file or directory (os error 2)\n")
        .fails();
    Test::new("list")
        .env("RESOLUT_CORPUS", "nowhere.json")
        .stderr("resolut: can't read `nowhere.json`: No such file or directory (os error 2)\n")
        .fails();
}

#[test]
fn the_environment_names_corpora_as_the_option_does() {
    Test::new("show 7/1-T:pp1")
        .file("points.json", POINTS)
        .env("RESOLUT_CORPUS", "points.json")
        .stdout("7/1-T:pp1\tRecalling nothing,\n")
        .success();
}

#[test]
fn the_option_takes_the_place_of_the_environment() {
    for args in [
        "show 7/1-T:pp1 --corpus points.json",
        "--corpus points.json show 7/1-T:pp1",
        "--corpus points.json 7/1-T:pp1",
    ] {
        Test::new(args)
            .file("points.json", POINTS)
            .env("RESOLUT_CORPUS", "nowhere.json")
            .stdout("7/1-T:pp1\tRecalling nothing,\n")
            .success();
    }
}

#[test]
fn an_import_that_is_broken_stops_nothing() {
    let done = Test::new("show 2/34-P:pp5")
        .file(".local/share/resolut/broken.json", "{")
        .any_stdout()
        .any_stderr()
        .success();
    assert!(
        done.stderr
            .starts_with("resolut: left out: `[DIR]/.local/share/resolut/broken.json`")
    );
    assert!(done.stdout.starts_with("2/34-P:pp5\t"));
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    for args in [
        &["list"][..],
        &["show", "2/34-P"],
        &["find", "kashmir"],
        &["man"],
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = program(folder.path())
            .args(args)
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = env!("CARGO_PKG_VERSION");
    Test::new("--version")
        .stdout(&format!("resolut {version}\n"))
        .success();
}

#[test]
fn the_manual_page_has_every_command() {
    let done = Test::new("man").any_stdout().success();
    assert!(done.stdout.contains(".TH resolut 1"), "{}", done.stdout);
    for command in [
        "SHOW",
        "FIND",
        "LIST",
        "MARKS",
        "IMPORT",
        "CHECK",
        "COMPLETIONS",
        "MAN",
    ] {
        let heading = format!("\n.SH \"RESOLUT {command}\"\n");
        assert!(done.stdout.contains(&heading), "{heading}");
    }
}

#[test]
fn a_citation_that_fits_two_resolutions_lists_them() {
    Test::new("2/34 1 --corpus other.json")
        .file("other.json", POINTS.replace("7/1-T", "2/34-Q"))
        .stderr("resolut: `2/34:1` may be `2/34-P:1` or `2/34-Q:1`\n")
        .fails();
}

#[test]
fn a_number_that_is_no_symbol_is_not_found() {
    let done = Test::new("show 2505").any_stderr().nothing();
    let first = "resolut: `2505` is the symbol of no resolution here";
    assert!(done.stderr.starts_with(first), "{}", done.stderr);
}

#[test]
fn the_manual_page_has_what_the_program_has() {
    let done = Test::new("man").any_stdout().success();
    for (section, row) in [
        ("KEYS", "half a page down"),
        ("LINES", "find here WORDS or f"),
        ("QUERIES", "verb:requests"),
        ("CITATIONS", "2/34\\-P:annex1:3"),
        ("\"EXIT STATUS\"", "There is no such thing."),
        ("ENVIRONMENT", "RESOLUT_CORPUS"),
        ("FILES", "$XDG_STATE_HOME/resolut/state.json"),
        ("EXAMPLES", "resolut find kashmir \\-india"),
    ] {
        let (_, behind) = done
            .stdout
            .split_once(&format!("\n.SH {section}\n"))
            .unwrap();
        let body = behind.split("\n.SH ").next().unwrap();
        assert!(body.contains(row), "{section}: {body}");
    }
}

#[test]
fn an_unknown_first_word_is_told_the_command_that_is_meant() {
    for args in ["shwo 2/34-P", "--plain shwo 2/34-P", "Show"] {
        let done = Test::new(args).any_stderr().fails();
        let hint = "\nhint: did you mean `resolut show`? `resolut --help` lists the commands\n";
        assert!(done.stderr.ends_with(hint), "{}", done.stderr);
    }
    // What may be a citation is told what is wrong with it.
    let done = Test::new("fifth kashmir").any_stderr().fails();
    assert!(!done.stderr.contains("did you mean"), "{}", done.stderr);
}

#[test]
fn help_is_no_citation() {
    let help = Test::new("--help").any_stdout().success().stdout;
    Test::new("help").stdout(&help).success();
    let help = Test::new("find --help").any_stdout().success().stdout;
    Test::new("help find").stdout(&help).success();
}
