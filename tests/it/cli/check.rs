//! `resolut check`.

use super::{POINTS, Test};

fn sound() -> String {
    POINTS.replace(r"\u001b[2J", "")
}

#[test]
fn what_is_bundled_has_no_fault() {
    Test::new("check")
        .stderr("resolut: no faults in 1 file\n")
        .success();
}

#[test]
fn a_sound_file_has_no_fault() {
    Test::new("check sound.json")
        .file("sound.json", sound())
        .stderr("resolut: no faults in 1 file\n")
        .success();
}

#[test]
fn each_fault_has_its_file_its_line_and_its_path() {
    Test::new("check points.json")
        .file("points.json", POINTS.replace("\"Ends.\"", "\"\""))
        .stdout(
            "points.json:9: sessions[0].resolutions[0].operative[1].text: holds the control \
             character U+001B\n\
             points.json:10: sessions[0].resolutions[0].annexes[0].paragraphs[0].text: empty\n",
        )
        .stderr("resolut: 2 faults in 1 file\n")
        .fails();
}

#[test]
fn what_is_no_json_is_told_where() {
    Test::new("check broken.json")
        .file("broken.json", "{\n  \"format\": oops\n}\n")
        .stdout("broken.json:2:13: no JSON: expected value\n")
        .stderr("resolut: 1 fault in 1 file\n")
        .fails();
}

#[test]
fn a_folder_is_each_corpus_in_it() {
    let sound = sound();
    Test::new("check folder")
        .file("folder/a.json", &sound)
        .file("folder/b.json", &sound)
        .stderr("resolut: no faults in 2 files\n")
        .success();
}

#[test]
fn what_was_imported_is_checked_with_the_bundled_corpus() {
    Test::new("check")
        .file(".local/share/resolut/mine.json", POINTS)
        .any_stdout()
        .stderr("resolut: 1 fault in 2 files\n")
        .fails();
}

#[test]
fn a_file_that_is_not_there_is_an_error() {
    Test::new("check nowhere.json")
        .stderr("resolut: can't read `nowhere.json`: No such file or directory (os error 2)\n")
        .fails();
}

#[test]
fn a_symbol_that_reads_as_a_place_is_a_fault() {
    Test::new("check cited.json")
        .file("cited.json", sound().replace("7/1-T", "7/1-T:2"))
        .stdout(
            "cited.json:3: sessions[0].resolutions[0].symbol: `7/1-T:2` can't be cited: it reads as a \
             place\n",
        )
        .stderr("resolut: 1 fault in 1 file\n")
        .fails();
}
