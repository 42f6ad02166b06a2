//! Planted faults, and what reading and checking agree on.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::super::read;
use super::*;

mod doubts;
mod second;

/// A sound file with every field.
fn sound() -> Value {
    json!({
        "format": "resolut-corpus/1",
        "sessions": [{
            "id": "ICFM-34", "organ": "OIC", "name": "Thirty-Fourth Session", "theme": "Peace",
            "place": "Islamabad",
            "dates": {"printed": "15-17 May 2007", "from": "2007-05-15", "to": "2007-05-17"},
            "later": [1],
            "resolutions": [
                {
                    "symbol": "2/34-P", "title": "On Kashmir", "language": "en", "adopted": "2007-05-17",
                    "source": {"file": "icfm-34.txt", "lines": [1, 141], "sha256": "00000000000000000000000000000000000000000000000000000000000000ff"}, "headings": ["ON"],
                    "opening": "The Session;",
                    "preamble": [{"text": "Recalling “é”", "lines": [3, 3]}],
                    "operative": [{
                        "number": "1", "text": "Calls:",
                        "points": [{"number": "(a)", "text": "to meet\u{2019}", "points": [{"text": "soon"}]}],
                    }],
                    "annexes": [{"title": "Terms", "paragraphs": [{"text": "One."}]}],
                },
                {"symbol": "3/34-P", "language": "en", "preamble": [], "operative": [], "annexes": [], "title": null},
            ],
        }],
    })
}

fn shown(json: &str) -> Vec<String> {
    faults(json).iter().map(ToString::to_string).collect()
}

/// The faults after one value is replaced: those that are fatal with a `!`.
fn after(mut file: Value, pointer: &str, value: Value) -> Vec<String> {
    *file.pointer_mut(pointer).unwrap() = value;
    let faults = faults(&file.to_string());
    let shown = |fault: &Fault| {
        let weight = if fault.is_fatal() { "! " } else { "" };
        format!("{weight}{}: {}", fault.path, fault.message)
    };
    faults.iter().map(shown).collect()
}

/// A file with one paragraph under this many levels of points.
fn nested(levels: usize) -> String {
    let mut json = String::from(
        r#"{"format":"resolut-corpus/1","sessions":[{"id":"a","organ":"b","name":"c","resolutions":[{"symbol":"d","language":"en","preamble":[],"operative":["#,
    );
    json.push_str(&r#"{"text":"x","points":["#.repeat(levels));
    json.push_str(r#"{"text":"x"}"#);
    json.push_str(&"]}".repeat(levels));
    json.push_str("]}]}]}");
    json
}

#[test]
fn a_sound_file_has_no_faults() {
    assert_eq!(
        shown(&serde_json::to_string_pretty(&sound()).unwrap()),
        [""; 0]
    );
}

/// Puts each value in the place of a sound one and compares the fault; none where none is wanted.
/// `R` stands for the first resolution.
#[track_caller]
fn planted(file: &Value, cases: &[(&str, Value, &str)]) {
    for (pointer, value, want) in cases {
        let pointer = pointer.replace("/R", "/sessions/0/resolutions/0");
        let want = want.replace("R.", "sessions[0].resolutions[0].");
        let wanted: &[String] = if want.is_empty() { &[] } else { &[want] };
        assert_eq!(after(file.clone(), &pointer, value.clone()), wanted);
    }
}

#[test]
fn what_can_not_be_read_is_fatal() {
    planted(
        &sound(),
        &[
            (
                "/format",
                json!("resolut-corpus/9"),
                "! format: unknown format `resolut-corpus/9`, expected `resolut-corpus/1` or `resolut-corpus/2`",
            ),
            (
                "/sessions",
                json!({}),
                "! sessions: expected an array, found an object",
            ),
            (
                "/sessions/0/id",
                json!(34),
                "! sessions[0].id: expected a string, found a number",
            ),
            (
                "/sessions/0/organ",
                json!(null),
                "! sessions[0].organ: expected a string, found null",
            ),
            (
                "/sessions/0/theme",
                json!(true),
                "! sessions[0].theme: expected a string, found a boolean",
            ),
            (
                "/sessions/0/dates",
                json!({}),
                "! sessions[0].dates.printed: missing",
            ),
            (
                "/R/source/lines",
                json!("3"),
                "! R.source.lines: expected two line numbers, `[first, last]`, found a string",
            ),
            (
                "/R/source/lines",
                json!([1]),
                "! R.source.lines: expected two line numbers, `[first, last]`: invalid length 1, expected an array of length 2",
            ),
            (
                "/R/operative/0/points/0/points/0",
                json!({"number": "i"}),
                "! R.operative[0].points[0].points[0].text: missing",
            ),
            (
                "/R/annexes/0/paragraphs",
                json!(null),
                "! R.annexes[0].paragraphs: expected an array, found null",
            ),
        ],
    );
}

#[test]
fn what_is_odd_is_a_fault_and_read() {
    planted(
        &sound(),
        &[
            ("/R/title", json!(" "), "R.title: empty"),
            ("/R/preamble/0/text", json!(""), "R.preamble[0].text: empty"),
            (
                "/R/preamble/0/text",
                json!("a\u{1b}[2Jb\u{1b}"),
                "R.preamble[0].text: holds the control character U+001B",
            ),
            (
                "/R/opening",
                json!("a\u{202e}"),
                "R.opening: holds the control character U+202E",
            ),
            (
                "/R/headings/0",
                json!("a\n"),
                "R.headings[0]: holds the control character U+000A",
            ),
            (
                "/R/operative/0/number",
                json!("1."),
                "R.operative[0].number: `1.` has its stop, write `1`",
            ),
            (
                "/R/preamble/0/lines",
                json!([4, 3]),
                "R.preamble[0].lines: the first line, 4, is behind the last, 3",
            ),
            (
                "/R/preamble/0/lines",
                json!([0, 3]),
                "R.preamble[0].lines: lines are counted from 1",
            ),
            (
                "/R/symbol",
                json!("3/34-P"),
                "sessions[0].resolutions[1].symbol: symbol `3/34-P` again, first in line 1; both are in `en`",
            ),
            ("/R/language", json!("x-klingon"), ""),
        ],
    );
}

#[test]
fn every_fault_is_found_each_in_its_line() {
    let json = r#"{
  "format": "resolut-corpus/1",
  "sessions": [
    {"id": "a", "organ": "", "resolutions": []},
    {"id": "a", "organ": "b", "name": "c", "organ": "d",
     "x": 1, "x": 2,
     "resolutions": [{"symbol": "1", "language": "en", "preamble": [], "operative": [7]}]}
  ]
}"#;
    assert_eq!(
        shown(json),
        [
            "line 4: sessions[0].name: missing",
            "line 4: sessions[0].organ: empty",
            "line 5: sessions[1].id: session `a` again, first in line 4",
            "line 5: sessions[1].organ: given twice, first in line 5",
            "line 6: sessions[1].x: given twice, first in line 6",
            "line 7: sessions[1].resolutions[0].operative[0]: expected an object, found a number",
        ]
    );
}

#[test]
fn a_column_counts_characters_from_the_start_of_its_line() {
    let json = "{\"é\": 1, \"format\": 2, \"sessions\":\n\"ü\", \"sessions\": \"\"\n}";
    let places: Vec<_> = faults(json)
        .iter()
        .map(|fault| (fault.line, fault.column))
        .collect();
    assert_eq!(places, [(1, 20), (2, 1), (2, 18), (2, 18)]);
}

#[test]
fn what_is_no_json_says_where() {
    for (json, want) in [
        ("", "line 1, column 0: no JSON: EOF while parsing a value"),
        (
            "{\n  \"format\" 1}",
            "line 2, column 12: no JSON: expected `:`",
        ),
        ("[] []", "line 1, column 4: no JSON: trailing characters"),
        ("[]", "line 1, column 1: expected an object, found an array"),
    ] {
        assert_eq!(shown(json), [want]);
    }
}

#[test]
fn an_error_of_reading_says_how_many_more_there_are() {
    let error = |json: &str| read(json).unwrap_err().to_string();
    assert_eq!(
        error("{\"format\": \"resolut-corpus/1\"}"),
        "line 1: sessions: missing"
    );
    assert_eq!(
        error("{\n\"format\": \"x\", \"sessions\": [{\"id\": \"\"}]}"),
        "line 2: format: unknown format `x`, expected `resolut-corpus/1` or `resolut-corpus/2`; `resolut check FILE` shows 3 more"
    );
}

#[test]
fn what_a_file_says_reaches_no_terminal_as_it_is() {
    let json = r#"{"format": "\u001b[2J", "sessions": [], "\u001b": 1, "\u001b": 2}"#;
    assert!(!shown(json).concat().contains('\u{1b}'));
    assert!(shown(json).concat().contains("␛[2J"));
}

#[test]
fn points_nest_to_a_limit() {
    let deepest = usize::from(MAX_DEPTH);
    assert!(read(&nested(deepest)).is_ok());
    assert_eq!(shown(&nested(deepest)), [""; 0]);
    for levels in [deepest + 1, 59, 60, 61, 62, 70, 128] {
        let said = shown(&nested(levels));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].ends_with(".points: points nest deeper than 32 levels"),
            "{said:?}"
        );
        assert_eq!(read(&nested(levels)).unwrap_err().to_string(), said[0]);
    }
}

#[test]
fn a_hundred_thousand_levels_are_a_fault_and_no_overflow() {
    for json in [
        nested(100_000),
        "[".repeat(100_000),
        "[".repeat(100_000) + &"]".repeat(100_000),
    ] {
        assert_eq!(faults(&json).len(), 1);
        assert!(read(&json).is_err());
    }
}

/// Reading fails if, and only if, a fault is fatal; except that serde reads a list of the values of an
/// object as that object, where a list is a fault.
fn agrees(json: &str) -> Result<(), TestCaseError> {
    let fatal: Vec<Fault> = faults(json).into_iter().filter(Fault::is_fatal).collect();
    if let Err(error) = read(json) {
        prop_assert_eq!(Some(&error.first), fatal.first());
        prop_assert_eq!(error.more + 1, fatal.len());
    } else {
        let lists = |fault: &Fault| fault.message == "expected an object, found an array";
        prop_assert!(fatal.iter().all(lists), "{:?}", fatal);
    }
    Ok(())
}

/// All values of a file, by their JSON pointers.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            pointers(value, &format!("{at}/{name}"), all);
        }),
        Value::Array(values) => values.iter().enumerate().for_each(|(position, value)| {
            pointers(value, &format!("{at}/{position}"), all);
        }),
        _ => {}
    }
}

/// What may stand where something else should.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(5_000_000_000_u64),
        json!(""),
        json!("x"),
        json!("2/34-P"),
        json!([]),
        json!({}),
        json!([1, 2]),
        json!([2, 1]),
        json!([1, 2, 3]),
        json!([null, 1]),
        json!({"text": "x"}),
        json!({"text": "x", "heading": "y"}),
        json!([{"text": "x"}]),
        json!([["x"]]),
        json!(["x", "y", "z", null, null, null, []]),
    ]
}

fn change(file: &mut Value, pointer: &str, to: Option<Value>) {
    match (to, pointer.rsplit_once('/')) {
        (Some(value), _) => *file.pointer_mut(pointer).unwrap() = value,
        (None, Some((above, name))) => match file.pointer_mut(above).unwrap() {
            Value::Object(members) => _ = members.remove(name),
            Value::Array(values) => _ = values.pop(),
            _ => {}
        },
        (None, None) => {}
    }
}

#[test]
fn reading_fails_where_one_value_is_fatally_wrong() {
    for sound in [sound(), second::sound()] {
        let mut all = Vec::new();
        pointers(&sound, "", &mut all);
        for pointer in all {
            for value in values().into_iter().map(Some).chain([None]) {
                let mut file = sound.clone();
                change(&mut file, &pointer, value.clone());
                agrees(&file.to_string())
                    .unwrap_or_else(|said| panic!("{pointer} {value:?}: {said}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn reading_fails_where_several_values_are_fatally_wrong(
        changes in prop::collection::vec(
            (any::<Index>(), prop::option::of(prop::sample::select(values()))),
            2..4,
        ),
        sound in prop::sample::select(vec![sound(), second::sound()]),
    ) {
        let mut file = sound;
        for (index, value) in changes {
            let mut all = Vec::new();
            pointers(&file, "", &mut all);
            change(&mut file, &all[index.index(all.len())], value);
        }
        agrees(&file.to_string())?;
    }

    #[test]
    fn reading_fails_where_the_text_is_fatally_mutilated(
        pretty in any::<bool>(),
        file in prop::sample::select(vec![sound(), second::sound()]),
        cuts in prop::collection::vec((any::<Index>(), 0..12_usize, prop_oneof![
            Just(String::new()),
            r#"[\[\]{}",:\\0-9entu. \n]{1,3}"#,
            Just(r"\ud800".to_owned()),
            Just(r#""text":"x","#.to_owned()),
            Just(r#""x":[[{"x":1e999}]],"#.to_owned()),
            any::<char>().prop_map(String::from),
        ]), 1..3),
    ) {
        let mut json = if pretty { serde_json::to_string_pretty(&file).unwrap() } else { file.to_string() };
        for (at, len, put) in cuts {
            let chars: Vec<char> = json.chars().collect();
            let at = at.index(chars.len());
            let behind = chars.iter().skip(at + len);
            json = chars[..at].iter().copied().chain(put.chars()).chain(behind.copied()).collect();
        }
        agrees(&json)?;
    }
}
