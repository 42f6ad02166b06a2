//! What is kept of a big corpus changes no output; what is prepared is made by a command.

use super::POINTS;
use super::builder::{Done, Test};

/// A corpus that is kept: a field that no reader knows makes it large.
fn large() -> String {
    let padding = format!(r#"{{"padding": "{}", "#, " ".repeat(1 << 20));
    POINTS.replacen('{', &padding, 1)
}

#[test]
fn commands_print_the_same_with_and_without_a_cache() {
    let calls = [
        "find report",
        "find 'reprot soon'",
        "list",
        "list 7/1-T",
        "show 7/1-T:1",
    ];
    for call in calls.map(|call| format!("{call} --corpus big.json --format json")) {
        let run = |test: Test| test.any_stdout().any_stderr().success();
        let first: Done = run(Test::new(&call).file("big.json", large()));
        let printed = first.stdout.clone();
        // Only the finder needs an index.
        assert_eq!(
            first.has(".cache/resolut"),
            call.starts_with("find"),
            "{call}"
        );
        let found = run(first.then("find report --corpus big.json"));
        assert!(found.has(".cache/resolut"));
        assert_eq!(run(found.then(&call)).stdout, printed, "{call}");
    }
}

#[test]
fn what_is_bundled_is_prepared_by_a_command() {
    let done = Test::new("prepare")
        .file("data/corpus.json", POINTS)
        .success();
    assert!(done.has("data/corpus.index"));
    done.then("prepare a.json -o a.index")
        .file("a.json", "{}")
        .stderr("resolut: `a.json`: line 1: format: missing; `resolut check FILE` shows one more\n")
        .fails();
}

#[test]
fn who_only_reads_is_not_told_of_it() {
    for call in ["-h", "--help", "man"] {
        let said = Test::new(call).any_stdout().success().stdout;
        assert!(!said.to_lowercase().contains("prepare"), "{call}");
    }
}
