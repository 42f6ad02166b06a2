//! Doubts about sound files.

use serde_json::{Value, json};

use super::super::{examine, faults};

fn doubts(operative: &Value) -> Vec<String> {
    let file = json!({
        "format": "resolut-corpus/1",
        "sessions": [{
            "id": "B-1", "organ": "Boats", "name": "First",
            "resolutions": [
                {"symbol": "1/1", "language": "en", "preamble": [], "operative": operative},
            ],
        }],
    });
    let text = file.to_string();
    assert_eq!(faults(&text), []);
    let found = examine(&text);
    assert!(
        found
            .iter()
            .all(|fault| fault.is_doubt() && !fault.is_fatal())
    );
    found
        .into_iter()
        .map(|fault| format!("{}: {}", fault.path, fault.message))
        .collect()
}

fn numbered(numbers: &[&str]) -> Value {
    let entry = |number: &&str| match *number {
        "" => json!({"text": "Decides."}),
        number => json!({"number": number, "text": "Decides."}),
    };
    numbers.iter().map(entry).collect()
}

#[test]
fn numbers_that_do_not_count_on_are_doubted() {
    let at = |position: usize, said: &str| {
        format!("sessions[0].resolutions[0].operative[{position}]: {said}")
    };
    for (numbers, said) in [
        (&["1", "2", "3"][..], vec![]),
        (&["1", "1 bis", "2"], vec![]),
        (&["1", "", "3"], vec![]),
        (&["1", "3"], vec![at(1, "number 2 is missing before 3")]),
        (&["3"], vec![at(0, "numbers 1 to 2 are missing before 3")]),
        (&["1", "2", "2", "3"], vec![at(2, "number 2 again")]),
        (&["1", "2", "1"], vec![at(2, "number 1 stands behind 2")]),
    ] {
        assert_eq!(doubts(&numbered(numbers)), said, "{numbers:?}");
    }
}

#[test]
fn a_resolution_that_decides_nothing_and_a_paragraph_with_its_points_inside_are_doubted() {
    let said = "sessions[0].resolutions[0].symbol: it has no operative paragraphs";
    assert_eq!(doubts(&json!([])), [said]);
    let long = format!(
        "Requests: (a) boats {}; (b) oars.",
        "and sails ".repeat(200)
    );
    assert_eq!(doubts(&json!([{"number": "1", "text": long}])).len(), 1);
    for text in [
        long.replace("(b)", "(x)"),
        "Requests: (a) boats; (b) oars.".to_owned(),
    ] {
        assert_eq!(
            doubts(&json!([{"number": "1", "text": text}])),
            Vec::<String>::new()
        );
    }
}
