//! `resolut marks`: what was marked in the reader.

use super::Test;

const STATE: &str = r#"{"marks": [
  {"at": {"citation": "2/34-P:7", "session": "ICFM-34"}, "words": "Requests the Islamic"},
  {"at": {"citation": "9/9-Z:1", "session": "Z"}, "words": "Calls \u001b[2J"}]}"#;
/// The same with notes: of them one is to be quoted in a table, one is a sequence for a terminal.
const NOTED: &str = r#"{"marks": [
  {"at": {"citation": "2/34-P:7", "session": "ICFM-34"}, "words": "Requests the Islamic",
   "note": "who \"pays\", and\twhen?\n*now*"},
  {"at": {"citation": "9/9-Z:1", "session": "Z"}, "words": "Calls", "note": "a\u001b[2J"},
  {"at": {"citation": "3/34-P:2", "session": "ICFM-34"}, "words": "Supports", "note": " "}]}"#;
/// The quotation of the first.
const QUOTED: &str = "“Requests the Islamic Development Bank and the Islamic Solidarity Fund to provide the necessary \
    financial resources to provide vocational training and higher education to Kashmiri refugees and entrusts the \
    General Secretariat to submit appropriate proposals.” (OIC, Islamic Conference of Foreign Ministers resolution 2/34-P, \
    para. 7)";
const FILE: &str = ".local/state/resolut/state.json";

#[test]
fn what_was_chosen_is_forgotten_and_nothing_else() {
    let state = r#"{"marks": [{"at": {"citation": "2/34-P:7", "session": "ICFM-34"}, "words": "Requests"}],
        "quote": "un", "measure": 60, "orders": ["Marks"]}"#;
    let done = Test::new("forget")
        .file(FILE, state)
        .stderr(
            "resolut: forgotten: the style of quotations, the order of lists, the width of text\n",
        )
        .success();
    let left = done.read(FILE);
    assert!(
        left.contains("2/34-P:7") && !left.contains("measure") && !left.contains("un\""),
        "{left}"
    );
    Test::new("forget")
        .file(FILE, "{}")
        .stderr("resolut: nothing was chosen that is remembered\n")
        .nothing();
}

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
        .stdout(&format!(
            "2/34-P:7\tICFM-34\tRequests the Islamic\t\t{QUOTED}\n9/9-Z:1\tZ\tCalls ␛[2J\t\t\n"
        ))
        .success();
    Test::new("marks --format json")
        .file(FILE, STATE)
        .stdout(&format!(
            "[\n{{\"citation\":\"2/34-P:7\",\"session\":\"ICFM-34\",\"words\":\"Requests the Islamic\",\
             \"quotation\":\"{QUOTED}\"}},\n\
             {{\"citation\":\"9/9-Z:1\",\"session\":\"Z\",\"words\":\"Calls \\u001b[2J\",\"gone\":true}}\n]\n",
        ))
        .success();
}

#[test]
fn notes_stand_behind_their_marks_and_are_harmless() {
    let marks = |format: &str| Test::new(&format!("marks --format {format}")).file(FILE, NOTED);
    let lines = marks("text").any_stdout().success().stdout;
    let rows: Vec<&str> = lines.lines().collect();
    assert_eq!(
        rows[..2],
        [
            "2/34-P:7\tRequests the Islamic\twho \"pays\", and␉when?␊*now*",
            "9/9-Z:1\tno longer here: Calls\ta␛[2J"
        ]
    );
    assert!(rows[2].starts_with("3/34-P:2\tSupports") && !rows[2].contains("Supports\t"));
    let table = marks("csv").any_stdout().success().stdout;
    let rows: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(rows[0], "citation,session,words,note,quotation");
    let first = format!(
        "2/34-P:7,ICFM-34,Requests the Islamic,\"who \"\"pays\"\", and␉when?␊*now*\",\"{QUOTED}\""
    );
    assert_eq!(rows[1], first);
    assert_eq!(rows[2], "9/9-Z:1,Z,Calls,a␛[2J,");
    let objects = marks("json").any_stdout().success().stdout;
    let objects: serde_json::Value = serde_json::from_str(&objects).unwrap();
    assert_eq!(objects[0]["note"], "who \"pays\", and\twhen?\n*now*");
    assert_eq!(objects[1]["note"], "a\u{1b}[2J");
    assert_eq!(objects[2].get("note"), None);
}

#[test]
fn marks_are_quotations_in_markdown() {
    let written = Test::new("marks --format md").file(FILE, NOTED);
    let written = written.any_stdout().success().stdout;
    let parts: Vec<&str> = written.split("\n\n").collect();
    assert_eq!(parts[0], "**2/34-P:7** who \"pays\", and␉when?␊\\*now\\*");
    assert!(
        parts[1].starts_with("> **7.** Requests the Islamic Development Bank"),
        "{}",
        parts[1]
    );
    assert_eq!(
        parts[2],
        "OIC, Islamic Conference of Foreign Ministers resolution 2/34-P, para. 7"
    );
    assert_eq!(
        parts[3..5],
        ["**9/9-Z:1** a␛\\[2J", "no longer here: Calls"]
    );
    assert_eq!(parts[5], "**3/34-P:2**");
    assert!(
        written.ends_with("para. 2\n\n") || written.ends_with("para. 2\n"),
        "{written}"
    );
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
