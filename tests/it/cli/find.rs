//! `resolut find`.

use super::Test;

fn citations(args: &str) -> Vec<String> {
    let done = Test::new(args).any_stdout().any_stderr().success();
    let firsts = done
        .stdout
        .lines()
        .filter_map(|line| line.split('\t').next());
    firsts.map(str::to_owned).collect()
}

#[test]
fn a_hit_is_one_line_behind_its_citation() {
    assert_eq!(
        citations("find 'islamic dev bank'")
            .first()
            .map(String::as_str),
        Some("2/34-P:7")
    );
    assert_eq!(
        citations("find islamic dev bank")
            .first()
            .map(String::as_str),
        Some("2/34-P:7")
    );
}

#[test]
fn a_phrase_is_found_where_it_stands() {
    let mut found = citations("find '\"composite dialogue\"'");
    found.sort();
    assert_eq!(found, ["2/34-P:pp6", "3/34-P:1", "3/34-P:2"]);
}

#[test]
fn columns_are_symbol_kind_number_and_text() {
    Test::new("find simla --format tsv")
        .stdout(
            "2/34-P\top\t1\tCalls for a peaceful settlement of the Jammu and Kashmir issue in \
             accordance with the relevant UN Resolutions and as agreed upon in the Simla Agreement.\n",
        )
        .success();
}

#[test]
fn spans_are_the_bytes_of_the_matches() {
    let done = Test::new("find simla --format json").any_stdout().success();
    assert!(
        done.stdout.contains("\"match\":\"words\""),
        "{}",
        done.stdout
    );
    assert!(
        done.stdout.contains("\"spans\":[[136,141]]"),
        "{}",
        done.stdout
    );
}

#[test]
fn a_citation_is_the_first_hit() {
    let done = Test::new("find '2/34-P:7' --format json")
        .any_stdout()
        .success();
    let first = done.stdout.lines().nth(1).unwrap_or_default();
    assert!(first.contains("\"citation\":\"2/34-P:7\""), "{first}");
    assert!(first.contains("\"match\":\"citation\""), "{first}");
}

#[test]
fn the_limit_is_kept_and_what_is_beyond_it_said() {
    let done = Test::new("find kashmir --limit 2 --format tsv")
        .any_stdout()
        .any_stderr()
        .success();
    assert_eq!(done.stdout.lines().count(), 2);
    assert!(done.stderr.starts_with("resolut: 2 of "), "{}", done.stderr);
}

#[test]
fn nothing_found_is_said_and_ends_with_one() {
    Test::new("find zzyzx")
        .stderr("resolut: nothing found for `zzyzx`\n")
        .nothing();
    Test::new("find zzyzx --format json")
        .stdout("[]\n")
        .stderr("resolut: nothing found for `zzyzx`\n")
        .nothing();
}

#[test]
fn of_a_place_that_is_not_there_the_range_is_said_and_nothing_is_guessed() {
    Test::new("find 2/34-P:99")
        .stderr("resolut: 2/34-P has operative paragraphs 1 to 12\n")
        .nothing();
}

#[test]
fn a_word_with_a_hyphen_is_no_option() {
    let without = citations("find 'kashmir -india'");
    assert!(!without.is_empty());
    assert_eq!(citations("find kashmir -india"), without);
    assert_eq!(citations("find -india kashmir"), without);
    assert_eq!(citations("find -- kashmir -india"), without);
    assert_eq!(
        citations("find kashmir -india --limit 2"),
        without.get(..2).unwrap()
    );
    assert_eq!(
        citations("find --limit=2 kashmir -india"),
        without.get(..2).unwrap()
    );
    let fund = citations("find '-kashmir fund'");
    assert_eq!(fund, citations("find fund -kashmir"));
    assert!(!fund.contains(&"2/34-P".to_owned()));
    let help = Test::new("find -h").any_stdout().success();
    assert!(help.stdout.starts_with("Find paragraphs by their words"));
}
