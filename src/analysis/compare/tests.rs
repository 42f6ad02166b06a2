use serde_json::json;

use super::*;

const MEND: &str =
    "Requests the villages of the northern shore to mend the harbour walls before the ice comes";
const COUNT: &str =
    "to count the boats that lie there each spring and to tell the council how many were lost";
const FORMULA: &str = "in accordance with the treaty on the lakes and rivers of the north";

/// The rows of two texts as `1>2 changed`, in their order.
fn compared(from: &[&str], to: &[&str]) -> Vec<String> {
    let resolution = |symbol: &str, texts: &[&str]| {
        let operative: Vec<_> = (1..)
            .zip(texts)
            .map(|(number, text)| json!({"number": i32::to_string(&number), "text": text}))
            .collect();
        json!({"symbol": symbol, "language": "en", "preamble": [], "operative": operative})
    };
    let corpus_text = json!({"format": "resolut-corpus/1", "sessions": [
        {"id": "1", "organ": "O", "name": "N", "resolutions": [resolution("1/1", from), resolution("2/1", to)]}]});
    let mut corpus = Corpus::default();
    corpus.add_text(corpus_text.to_string()).unwrap();
    let [from, to] = ["1/1", "2/1"].map(|symbol| corpus.named(symbol).unwrap());
    let numbers = |places: &[Place]| {
        let each = places.iter().map(|place| (place.index() + 1).to_string());
        each.collect::<Vec<_>>().join("+")
    };
    let said = |row: &ComparedRow| {
        let moved = if row.is_moved { " moved" } else { "" };
        [
            &*numbers(&row.from),
            ">",
            &numbers(&row.to),
            " ",
            row.fate.name(),
            moved,
        ]
        .concat()
    };
    rows(&corpus, from, to).unwrap().iter().map(said).collect()
}

#[test]
fn a_paragraph_is_split_in_two_and_two_are_merged_in_one() {
    let both = [MEND, ", and ", COUNT, ";"].concat();
    let count = ["Urges them ", COUNT, ";"].concat();
    let end = "Decides to meet again.";
    assert_eq!(
        compared(&[&both, end], &[MEND, &count, end]),
        ["1>1+2 split", "2>3 same"]
    );
    assert_eq!(
        compared(&[MEND, &count, end], &[&both, end]),
        ["1+2>1 merged", "3>2 same"]
    );
}

#[test]
fn a_formula_makes_no_part_of_another_paragraph() {
    let welcomes = ["Welcomes the gift of a lighthouse ", FORMULA, ";"].concat();
    let mend = [MEND, " ", FORMULA, ";"].concat();
    assert_eq!(
        compared(&[&welcomes, &mend], &[&mend]),
        ["1> dropped", "2>1 same"]
    );
}

#[test]
fn case_and_the_sign_at_the_end_are_no_change_and_the_nearer_of_two_alike_is_taken() {
    assert_eq!(
        compared(
            &["Decides to meet;", MEND, "Decides to meet."],
            &["decides to meet,", "Decides to meet;"]
        ),
        ["1>1 same", "2> dropped", "3>2 same"]
    );
}

#[test]
fn what_stands_elsewhere_was_moved_and_the_others_were_not() {
    let [a, b, c] = [
        MEND,
        "Welcomes the gift of a lighthouse;",
        "Condemns smuggling by night;",
    ];
    assert_eq!(
        compared(&[a, b, c], &[c, a, b]),
        ["3>1 same moved", "1>2 same", "2>3 same"]
    );
}

#[test]
fn texts_without_a_word_in_common_are_dropped_and_new() {
    assert_eq!(compared(&["a;"], &["b;"]), ["1> dropped", ">1 new"]);
    assert_eq!(compared(&[], &["—"]), [">1 new"]);
}
