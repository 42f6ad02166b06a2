//! `resolut import`.

use super::Test;

const SOURCE: &[u8] = include_bytes!("../../../data/icfm-34.txt");
const BUNDLED: &str = include_str!("../../../data/corpus.json");

#[test]
fn an_import_goes_to_the_data_folder_with_its_source() {
    let done = Test::new("import icfm-34.txt")
        .file("icfm-34.txt", SOURCE)
        .any_stderr()
        .success();
    assert_eq!(done.read(".local/share/resolut/icfm-34.json"), BUNDLED);
    assert_eq!(
        done.read(".local/share/resolut/icfm-34.txt").as_bytes(),
        SOURCE
    );
    assert!(
        done.stderr
            .ends_with("resolut: written to `[DIR]/.local/share/resolut/icfm-34.json`\n"),
        "{}",
        done.stderr
    );
}

#[test]
fn xdg_says_where_the_data_folder_is() {
    let done = Test::new("import icfm-34.txt")
        .file("icfm-34.txt", SOURCE)
        .env("XDG_DATA_HOME", "[DIR]/data")
        .any_stderr()
        .success();
    assert!(done.has("data/resolut/icfm-34.json"));
}

#[test]
fn a_corpus_is_replaced_only_by_force() {
    let done = Test::new("import icfm-34.txt -o mine.json")
        .file("icfm-34.txt", SOURCE)
        .file("mine.json", "precious")
        .stderr("resolut: `mine.json` exists already and is not replaced without `--force`\n")
        .fails();
    assert_eq!(done.read("mine.json"), "precious");
    let done = done
        .then("import icfm-34.txt -o mine.json --force")
        .any_stderr()
        .success();
    assert_eq!(done.read("mine.json"), BUNDLED);
}

#[test]
fn a_report_for_programs_goes_to_standard_output() {
    let done = Test::new("import icfm-34.txt -o mine.json --format json")
        .file("icfm-34.txt", SOURCE)
        .any_stdout()
        .success();
    assert!(
        done.stdout
            .starts_with("[\n{\"file\":\"icfm-34.txt\",\"counts\":{\"sessions\":1,")
    );
    assert!(done.stdout.ends_with("\"corpus\":\"mine.json\"}\n]\n"));
}

#[test]
fn a_file_without_a_resolution_writes_nothing() {
    let done = Test::new("import icfm-34.txt letter.txt")
        .file("icfm-34.txt", SOURCE)
        .file("letter.txt", "Dear Sir,\n")
        .any_stderr()
        .fails();
    assert!(
        done.stderr
            .starts_with("resolut: no resolution in `letter.txt`: "),
        "{}",
        done.stderr
    );
    assert!(!done.has(".local"));
}

#[test]
fn a_file_that_is_not_there_writes_nothing() {
    let done = Test::new("import icfm-34.txt nowhere.txt")
        .file("icfm-34.txt", SOURCE)
        .stderr("resolut: can't read `nowhere.txt`: No such file or directory (os error 2)\n")
        .fails();
    assert!(!done.has(".local"));
}

#[test]
fn latin_1_is_named_and_read_when_it_is_asked_for() {
    let latin1: Vec<u8> = String::from_utf8_lossy(SOURCE)
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(0xe9))
        .collect();
    let done = Test::new("import latin.txt")
        .file("latin.txt", latin1)
        .any_stderr()
        .fails();
    assert!(
        done.stderr.contains("`--encoding latin1`"),
        "{}",
        done.stderr
    );
    assert!(!done.has(".local"));
    let done = done
        .then("import latin.txt --encoding latin1")
        .any_stderr()
        .success();
    assert!(
        done.read(".local/share/resolut/latin.txt")
            .contains("Pakistané")
    );
    done.then("show 2/34-P:pp5 --as-printed")
        .any_stderr()
        .stdout(
            "36\tTaking note of the Memorandum submitted by the True Representatives of Jammu and \
             Kashmir. \n",
        )
        .success();
}

#[test]
fn several_sources_may_go_into_one_corpus() {
    let text = String::from_utf8_lossy(SOURCE).into_owned();
    let second = text.find("RESOLUTION NO. 3/34-P").unwrap_or_default();
    let (first, second) = text.split_at(second);
    let done = Test::new("import first.txt second.txt -o both.json")
        .file("first.txt", first)
        .file("second.txt", second)
        .any_stderr()
        .success();
    done.then("list --corpus both.json --format tsv")
        .any_stderr()
        .stdout("ICFM-34\tThirty-Fourth Session\t2\t16\t22\n")
        .success()
        .then("show 3/34-P:pp1 --as-printed --corpus both.json")
        .any_stderr()
        .stdout("14\tGuided by the principles and purposes of the UN as well as OIC Charter; \n")
        .success();
}

#[test]
fn a_source_is_never_written_over() {
    let done = Test::new("import icfm-34.txt -o ./icfm-34.txt --force")
        .file("icfm-34.txt", SOURCE)
        .stderr("resolut: `icfm-34.txt` would be written over itself\n")
        .fails();
    assert_eq!(done.read("icfm-34.txt").as_bytes(), SOURCE);
}

#[test]
fn two_sources_of_one_name_are_refused() {
    let done = Test::new("import one/icfm.txt two/icfm.txt")
        .file("one/icfm.txt", SOURCE)
        .file("two/icfm.txt", SOURCE)
        .stderr(
            "resolut: two files would be written to `[DIR]/.local/share/resolut/icfm.txt`; rename \
             one of the sources\n",
        )
        .fails();
    assert!(!done.has(".local"));
}

#[test]
fn a_folder_that_is_not_there_is_said_of_the_file_that_was_named() {
    Test::new("import icfm-34.txt -o nowhere/mine.json")
        .file("icfm-34.txt", SOURCE)
        .stderr("resolut: can't write `nowhere/mine.json`: its folder is not there\n")
        .fails();
}
