//! Folders of corpora, and how much is said of what is wrong in them.

use super::{POINTS, Test};

#[test]
fn a_bad_file_in_a_folder_is_left_out_and_said_and_the_others_are_read() {
    let said = "resolut: left out: `all/bad.json`: line 1: format: missing; `resolut check FILE` shows one more\n";
    for (args, code) in [("show 7/1-T:1(b)", 0), ("show 7/9-T:1", 1)] {
        let test = Test::new(&format!("{args} --corpus all"))
            .file("all/bad.json", "{\n}")
            .file("all/good.json", POINTS);
        if code == 0 {
            let read = test.stdout("7/1-T:1(b)\tto report.\n");
            read.stderr(said).success();
        } else {
            let done = test.any_stderr().nothing();
            assert!(done.stderr.starts_with(said), "{}", done.stderr);
        }
    }
    Test::new("list --corpus all")
        .file("all/bad.json", "{\n}")
        .stderr("resolut: no file in the folder `all` can be read: `all/bad.json`: line 1: format: missing; `resolut check FILE` shows one more\n")
        .fails();
}

#[test]
fn a_file_that_cannot_be_read_is_a_fault_of_its_folder() {
    let done = Test::new("check all")
        .file("all/a.json", b"\xff\xfe{\0")
        .file("all/good.json", POINTS.replace("\\u001b", ""))
        .any_stdout()
        .any_stderr()
        .fails();
    let first =
        "all/a.json:1: is UTF-16, not UTF-8; convert it first: `iconv -f utf-16 -t utf-8 FILE`\n";
    assert!(done.stdout.starts_with(first), "{}", done.stdout);
    assert!(done.stderr.contains("in 2 files"), "{}", done.stderr);
}

#[test]
fn of_many_bad_files_a_few_are_named_and_the_rest_counted() {
    let mut test = Test::new("list").env("XDG_DATA_HOME", "[DIR]/data");
    for number in 0..300 {
        test = test.file(&format!("data/resolut/{number}.json"), "");
    }
    let done = test.any_stdout().any_stderr().success();
    let lines: Vec<_> = done.stderr.lines().collect();
    assert_eq!(lines.len(), 6, "{}", done.stderr);
    assert_eq!(
        lines[5],
        "resolut: and 295 more files left out; `resolut check` says why"
    );
}

#[test]
fn what_was_typed_is_named_at_its_beginning_and_its_end() {
    let long = "x".repeat(100_000);
    for args in [
        format!("show {long}"),
        format!("show 2/34-P:{long}"),
        format!("show 2/34-P:7 {long} 9/{long}"),
        format!("list {long}"),
        format!("find {long}"),
        format!("find verb:{long}"),
        format!("find --limit {long} a"),
        format!("--corpus {long} list"),
        format!("--{long}"),
        format!("list --format {long}"),
        format!("completions {long}"),
        format!("import {long}"),
        format!("check {long}"),
    ] {
        let done = Test::new(&args).any_stdout().any_stderr().whatever();
        let is_short = done.stderr.len() < 200;
        assert!(
            is_short || done.stderr.contains('…'),
            "{}",
            done.stderr.len()
        );
        assert!(
            done.stderr.len() < 4000,
            "{}: {}",
            &args[..20],
            done.stderr.len()
        );
        assert!(done.stdout.len() < 4000);
    }
}

#[test]
fn what_was_read_is_named_with_a_measure() {
    let long = "x".repeat(100_000);
    let corpus = POINTS.replace("7/1-T", &long).replace("T-1", &long);
    let twice = format!("{{\"{long}\": 1, \"{long}\": 2, \"format\": \"{long}\"}}");
    for (name, json) in [("a.json", corpus.replace("en", &long)), ("b.json", twice)] {
        for args in [format!("check {name}"), format!("show 1/1 --corpus {name}")] {
            let test = Test::new(&args).file(name, &json);
            let done = test.any_stdout().any_stderr().whatever();
            for line in done.stdout.lines().chain(done.stderr.lines()) {
                assert!(line.len() < 4000, "{args}: {}", line.len());
            }
        }
    }
}
