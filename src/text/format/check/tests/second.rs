//! Faults that only a file of the second format can have.

use serde_json::{Value, json};

use super::{planted, shown};
use crate::text::format::{FormatVersion, resolution};
use crate::text::model::PassageKind;

/// A sound file with every field of the second format.
pub(super) fn sound() -> Value {
    let json = r#"{
        "format": "resolut-corpus/2",
        "sessions": [{
            "id": "B-1", "organ": "Board of Boats", "name": "First Session",
            "resolutions": [
                {
                    "symbol": "1/B", "language": "en", "variant": 2, "adopted": "2008-06-02",
                    "title": {"text": "LANTERNS", "notes": [{"mark": "*", "text": "Reissued."}]},
                    "issued": "2008-06-03", "meeting": "7th meeting", "record": "B/PV.7", "draft": "B/L.4",
                    "agenda": "Light", "topic": "on lanterns", "sponsors": ["Keel"], "subjects": ["LAMPS"],
                    "vote": {"for": 3, "against": 1, "abstaining": 0, "who": {"for": ["Keel"], "against": [], "abstaining": []}},
                    "doubts": ["two days are printed"],
                    "opening": {"text": "The Board,", "spans": [[0, 9, "i"]], "notes": []},
                    "preamble": [{"text": "Recalling the tide,", "spans": [[0, 9, "i"]]}],
                    "operative": [
                        {"heading": "Light", "level": 2, "number": "I"},
                        {"number": "1", "text": "Decides é:", "spans": [[0, 11, "b"], [0, 7, "i"], [8, 10, "a", "b:1"]],
                         "notes": [{"mark": "1", "at": 10, "text": "By vote."}],
                         "points": [{"number": "(a)", "text": "to meet;"}, {"flush": true, "text": "and sail."}]},
                        {"table": [["Name", ""], [{"text": "Keel\nand Oar", "cols": 2, "rows": 1, "notes": [{"mark": "a", "text": "Sunk."}]}]], "head": 1},
                        {"rule": "-----"}],
                    "sections": [{"number": "A", "title": "Oars", "preamble": [{"text": "Noting,"}], "operative": [{"text": "Ends."}]}],
                    "annexes": [{"number": "II", "title": "Rules", "headings": ["of the Board"], "notes": [{"text": "Old."}],
                                 "preamble": [{"text": "Whereas,"}], "paragraphs": [{"text": "One."}]}]
                },
                {"symbol": "2/B", "kind": "statement", "language": "en", "paragraphs": [{"text": "The Board is glad."}]}
            ]
        }]
    }"#;
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_sound_file_of_the_second_format_has_no_faults() {
    let json = serde_json::to_string_pretty(&sound()).unwrap();
    assert_eq!(shown(&json), [""; 0]);
}

#[test]
fn an_entry_is_one_thing() {
    planted(
        &sound(),
        &[
            (
                "/R/operative/0",
                json!({"level": 1}),
                "! R.operative[0].text: missing",
            ),
            (
                "/R/operative/0",
                json!({"heading": "Light", "text": "Decides"}),
                "! R.operative[0].text: `text` beside `heading`: an entry is a text, a heading, a table or a rule",
            ),
            (
                "/R/operative/0/level",
                json!(7),
                "! R.operative[0].level: expected a whole number from 1 to 6, found 7",
            ),
            (
                "/R/operative/2/table/1/0/cols",
                json!(0),
                "! R.operative[2].table[1][0].cols: expected a whole number from 1 to 65535, found 0",
            ),
            (
                "/R/operative/2/table/0/0",
                json!(7),
                "! R.operative[2].table[0][0]: expected a string or an object, found a number",
            ),
            (
                "/R/operative/1/spans/0",
                json!([0, 9]),
                "! R.operative[1].spans[0]: expected a span, `[from, to, \"i\"]`: invalid length 2, expected a span, `[from, to, \"i\"]`",
            ),
            ("/R/operative/2/table/0", json!(["One", "Two", "Three"]), ""),
        ],
    );
}

#[test]
fn what_stands_beside_a_text_fits_it() {
    planted(
        &sound(),
        &[
            (
                "/R/operative/1/spans",
                json!([[0, 13, "i"]]),
                "R.operative[1].spans[0]: the span ends at 13, the text at 11",
            ),
            (
                "/R/operative/1/spans",
                json!([[4, 4, "i"]]),
                "R.operative[1].spans[0]: the span from 4 to 4 is empty",
            ),
            (
                "/R/operative/1/spans",
                json!([[0, 9, "i"]]),
                "R.operative[1].spans[0]: byte 9 is within a character",
            ),
            (
                "/R/operative/1/spans",
                json!([[0, 4, "i"], [2, 7, "b"]]),
                "R.operative[1].spans[1]: crosses the span from 0 to 4",
            ),
            (
                "/R/operative/1/spans",
                json!([[4, 7, "i"], [0, 2, "b"]]),
                "R.operative[1].spans[1]: begins before the span before it",
            ),
            (
                "/R/operative/1/spans",
                json!([[0, 7, "blink"]]),
                "R.operative[1].spans[0]: unknown kind `blink`, expected i, b, u, s, sup, sub or a",
            ),
            (
                "/R/operative/1/spans",
                json!([[0, 7, "a"]]),
                "R.operative[1].spans[0]: a link without its address",
            ),
            (
                "/R/operative/1/notes/0/at",
                json!(12),
                "R.operative[1].notes[0].at: the note stands at 12, the text ends at 11",
            ),
            (
                "/R/operative/1/notes/0/at",
                json!(9),
                "R.operative[1].notes[0].at: byte 9 is within a character",
            ),
            (
                "/R/operative/2/table/1/0/notes/0",
                json!({"at": 90, "text": "Sunk."}),
                "R.operative[2].table[1][0].notes[0].at: the note stands at 90, the text ends at 12",
            ),
        ],
    );
}

#[test]
fn what_is_odd_in_the_second_format_is_a_fault_and_read() {
    planted(
        &sound(),
        &[
            (
                "/R/operative/2/head",
                json!(3),
                "R.operative[2].head: the table has 2 rows",
            ),
            (
                "/R/operative/3",
                json!({"rule": "*", "points": [{"text": "x"}]}),
                "R.operative[3].points: nothing stands below a rule",
            ),
            (
                "/R/operative/3",
                json!({"flush": true, "text": "x"}),
                "R.operative[3].flush: flush text stands among the points of a paragraph",
            ),
            (
                "/sessions/0/resolutions/1/kind",
                json!("poem"),
                "sessions[0].resolutions[1].kind: unknown kind `poem`, expected resolution, draft or statement",
            ),
            (
                "/R/operative/2/table/0/0",
                json!("a\u{7}"),
                "R.operative[2].table[0][0]: holds the control character U+0007",
            ),
        ],
    );
}

#[test]
fn a_file_of_the_first_format_means_what_it_meant() {
    let json = r#"{"symbol": "1/A", "language": "en", "kind": 7, "vote": "none", "sections": "A",
        "preamble": [], "operative": [{"text": "Decides", "flush": true, "heading": "x", "spans": 3, "notes": "?"}]}"#;
    let read = resolution(json, FormatVersion::First).unwrap();
    assert_eq!(read.passages[0].kind, PassageKind::Text);
    assert_eq!(&*read.passages[0].text, "Decides");
    assert!(read.sections.is_empty());
    assert!(resolution(json, FormatVersion::Second).is_none());
}
