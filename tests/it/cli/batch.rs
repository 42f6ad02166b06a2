//! `resolut find --batch`.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use super::Test;
use super::builder::program;

#[test]
fn the_rows_of_each_query_end_with_an_empty_line() {
    let row = "2/34-P\top\t1\tCalls for a peaceful settlement of the Jammu and Kashmir issue in \
               accordance with the relevant UN Resolutions and as agreed upon in the Simla \
               Agreement.\n";
    Test::new("find --batch --format tsv")
        .stdin("simla\nzzyzx\n\n\"simla agreement\"\r\nsimla")
        .stdout(&format!("{row}\n\n\n{row}\n{row}\n"))
        .success();
}

#[test]
fn each_answer_is_that_of_the_query_alone() {
    let queries = [
        "islamic dev bank",
        "\"composite dialogue\"",
        "kashmir -india",
        "2/34-P:7",
        "kasmir disput",
        "34",
        "zzyzx",
        "op in:3/34-P",
        "of the",
    ];
    for format in ["text", "tsv", "json"] {
        let mut alone = String::new();
        for query in queries {
            let args = format!("find '{query}' --limit 3 --format {format}");
            let call = Test::new(&args).any_stdout().any_stderr();
            let done = if query == "zzyzx" {
                call.nothing()
            } else {
                call.success()
            };
            alone.push_str(&done.stdout);
            alone.push('\n');
        }
        Test::new(&format!("find --batch --limit 3 --format {format}"))
            .stdin(queries.join("\n"))
            .stdout(&alone)
            .success();
    }
}

#[test]
fn where_no_query_finds_anything_it_ends_with_one() {
    Test::new("find --batch")
        .stdin("zzyzx\n\nqqq\n")
        .stdout("\n\n\n")
        .nothing();
    Test::new("find --batch --format json")
        .stdin("zzyzx\n")
        .stdout("[]\n\n")
        .nothing();
    Test::new("find --batch --stats").nothing();
}

#[test]
fn a_line_that_is_not_utf_8_is_named() {
    Test::new("find --batch")
        .stdin(b"zzyzx\ncaf\xe9\nsimla\n")
        .stdout("\n")
        .stderr(
            "resolut: standard input: line 2 is not UTF-8; it may be Latin-1: try \
             `iconv -f latin1 -t utf-8 FILE`\n",
        )
        .fails();
}

#[test]
fn standard_input_that_cannot_be_read_is_an_error() {
    Test::new("find --batch")
        .stdin_folder()
        .stderr("resolut: can't read standard input: Is a directory (os error 21)\n")
        .fails();
}

#[test]
fn queries_come_from_one_side_only() {
    for args in [
        "find",
        "find --batch simla",
        "find simla --stats",
        "find --stats",
    ] {
        let done = Test::new(args).any_stderr().fails();
        assert!(done.stderr.starts_with("resolut: `"), "{}", done.stderr);
    }
}

#[test]
fn times_are_said_for_queries_and_for_keys() {
    let done = Test::new("find --batch --stats")
        .stdin("zzyzx\n\u{e9}\u{301}\n\nends\n")
        .any_stdout()
        .any_stderr()
        .success();
    let said: Vec<Vec<&str>> = done
        .stderr
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    for (row, (kind, count)) in said.iter().zip([("query", "4"), ("key", "11")]) {
        let [us, per, of_what, times @ .., of, counted] = &row[..] else {
            panic!("{}", done.stderr);
        };
        assert_eq!(
            [*us, *per, *of_what, *of, *counted],
            ["us", "per", kind, "of", count]
        );
        let (names, numbers): (Vec<_>, Vec<_>) =
            times.chunks(2).map(|pair| (pair[0], pair[1])).unzip();
        assert_eq!(names, ["min", "median", "p99", "max", "mean"]);
        let numbers: Vec<f64> = numbers.iter().map(|text| text.parse().unwrap()).collect();
        assert!(numbers[..4].is_sorted(), "{}", done.stderr);
        assert!(
            (numbers[0]..=numbers[3]).contains(&numbers[4]),
            "{}",
            done.stderr
        );
    }
    assert_eq!(said.len(), 2, "{}", done.stderr);
}

#[test]
fn an_answer_comes_before_the_next_query_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = program(folder.path())
        .args(["find", "--batch", "--format", "tsv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut queries = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for query in ["simla", "1/1-Q", "simla"] {
        writeln!(queries, "{query}").unwrap();
        while !answers.next().unwrap().unwrap().is_empty() {}
    }
    drop(queries);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    let folder = tempfile::tempdir().unwrap();
    let (answers, closed) = std::io::pipe().unwrap();
    drop(answers);
    let (asked, mut queries) = std::io::pipe().unwrap();
    queries.write_all(b"simla\n").unwrap();
    drop(queries);
    let output = program(folder.path())
        .args(["find", "--batch", "--stats"])
        .stdin(asked)
        .stdout(closed)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
