//! What resolut wrote itself, imported again.

use crate::cli::Test;

const BOATS: &str = include_str!("../../../fixtures/boats.json");

#[test]
fn an_exported_corpus_is_imported_as_it_was() {
    for corpus in ["", " --corpus boats.json"] {
        let exported = Test::new(&format!("export --all --format corpus -o out.json{corpus}"))
            .file("boats.json", BOATS)
            .any_stderr()
            .success();
        let written = exported.read("out.json");
        let done = exported.then("import out.json").any_stderr().success();
        assert_eq!(done.read(".local/share/resolut/out.json"), written);
        assert!(!done.has(".local/share/resolut/out.json.txt"));
    }
}

#[test]
fn several_corpora_and_a_text_go_into_one() {
    Test::new("import boats.json lamps.txt -o all.json")
        .file("boats.json", BOATS)
        .file(
            "lamps.txt",
            "RESOLUTION NO. 2/9-B\n\nThe Board of Boats,\n\n1. Decides to light them.\n",
        )
        .any_stderr()
        .success()
        .then("show 2/9-B:1 'B/RES/7 (2008):3' --corpus all.json")
        .stdout(
            "2/9-B:1\tDecides to light them.\n\
             B/RES/7 (2008):3\tCalls upon all members to carry two spare oars;\n",
        )
        .success();
}

#[test]
fn a_bad_corpus_is_named_with_its_reason_and_place() {
    let bad = BOATS.replacen("\"language\": \"en\",", "", 1);
    let done = Test::new("import bad.json torn.json")
        .file("bad.json", bad)
        .file("torn.json", BOATS.get(..2_000).unwrap_or_default())
        .any_stderr()
        .fails();
    let bad = "resolut: `bad.json` is a corpus that can't be read: line 11: sessions[0].resolutions[0].language: missing\n";
    assert!(done.stderr.contains(bad), "{}", done.stderr);
    let torn = "resolut: `torn.json` is a corpus that can't be read: line 37, column ";
    assert!(done.stderr.contains(torn), "{}", done.stderr);
    assert!(!done.has(".local/share/resolut"));
}

#[test]
fn what_is_odd_in_a_corpus_is_a_doubt_with_its_place() {
    let odd = BOATS.replacen("\"number\": \"4\", ", "\"number\": \"6\", ", 1);
    let done = Test::new("import odd.json")
        .file("odd.json", odd)
        .any_stderr()
        .success();
    let doubt =
        "line 51: sessions[0].resolutions[0].operative[8]: numbers 4 to 5 are missing before 6\n";
    assert!(done.stderr.contains(doubt), "{}", done.stderr);
}

#[test]
fn nothing_is_said_of_a_corpus_that_it_says_itself() {
    Test::new("import boats.json --symbol B/1")
        .file("boats.json", BOATS)
        .stderr(
            "resolut: `boats.json` was written by resolut and says itself what it holds; leave the symbol out\n",
        )
        .fails();
}
