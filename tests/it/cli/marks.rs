//! `resolut marks`: what was marked in the reader.

use super::Test;

const STATE: &str = r#"{"marks": [
  {"at": {"citation": "2/34-P:7", "session": "ICFM-34"}, "words": "Requests the Islamic"},
  {"at": {"citation": "9/9-Z:1", "session": "Z"}, "words": "Calls \u001b[2J"}]}"#;
const FILE: &str = ".local/state/resolut/state.json";

#[test]
fn marks_are_lines_into_a_pipe() {
    Test::new("marks")
        .file(FILE, STATE)
        .stdout("2/34-P:7\tRequests the Islamic\n9/9-Z:1\tno longer here: Calls ␛[2J\n")
        .success();
}

#[test]
fn marks_are_columns_and_objects() {
    Test::new("marks --format tsv")
        .file(FILE, STATE)
        .stdout("2/34-P:7\tICFM-34\tRequests the Islamic\n9/9-Z:1\tZ\tCalls ␛[2J\n")
        .success();
    Test::new("marks --format json")
        .file(FILE, STATE)
        .stdout(
            "[\n{\"citation\":\"2/34-P:7\",\"session\":\"ICFM-34\",\"words\":\"Requests the Islamic\"},\n\
             {\"citation\":\"9/9-Z:1\",\"session\":\"Z\",\"words\":\"Calls \\u001b[2J\",\"gone\":true}\n]\n",
        )
        .success();
}

#[test]
fn without_marks_there_is_nothing_to_list() {
    Test::new("marks")
        .stderr("resolut: no marks yet; `m` marks a paragraph in the reader\n")
        .nothing();
}

#[test]
fn a_mark_that_can_not_be_kept_is_said_in_lines_and_behind_the_end() {
    let said = "every user may write in `[DIR]/.local/state/resolut`";
    let test = Test::new("--plain 2/34-P:7")
        .open_folder(".local/state/resolut")
        .stdin("mark\nmarks\nremove 1\n")
        .stderr(&format!("resolut: nothing is remembered: {said}\n"));
    let lines = test.any_stdout().success().stdout;
    let until = format!("marked until you leave: {said}\n");
    assert!(lines.starts_with(&format!("nothing is remembered: {said}\n2/34-P, ")));
    assert!(
        lines.contains(&format!("\n2/34-P:7 {until}1 mark\n")),
        "{lines}"
    );
    assert!(
        lines.ends_with(&format!("\n2/34-P:7 no longer {until}")),
        "{lines}"
    );
}

#[test]
fn marks_of_the_reader_in_lines_are_listed() {
    Test::new("--plain")
        .stdin("7\nmark\n")
        .any_stdout()
        .success()
        .then("marks")
        .any_stdout()
        .success();
}
