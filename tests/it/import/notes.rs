//! What pages add to a text, as the ways of making text from a PDF leave it: notes, heads, job numbers, adoption.

use resolut::import::{Import, RepairKind};
use resolut::text::model::{Part, Resolution};

use super::{import, lines_of, only, outline, passages};

/// Each note of the operative part and the preamble: mark, the text before it, and what it says.
fn notes(resolution: &Resolution) -> Vec<String> {
    let parts = [Part::Preamble, Part::Operative].into_iter();
    let of_part = parts.flat_map(|part| passages(resolution, part));
    let notes = of_part.flat_map(|passage| {
        passage.notes.iter().map(|note| {
            let at = note.at.map_or(passage.text.len(), |at| at as usize);
            let before = passage.text.get(..at).unwrap();
            let last = before.rsplit(' ').next().unwrap();
            format!("{last}[{}] {}", note.mark, note.text)
        })
    });
    notes.collect()
}

const HEAD: &str = "RESOLUTION NO. 7/66-LAK\nON\nBELLS\n\nThe Sixty-sixth Session of the Assembly of the Lakes,\n\n";

/// The paragraphs of every text here.
fn assert_read(import: &Import, case: &str) {
    let resolution = only(import);
    assert_eq!(
        outline(resolution, Part::Preamble),
        ["|Recalling the report on bells and the tower of the old harbour,"],
        "{case}"
    );
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "1|Urges Members:",
            "  (1)|to ring in fog, in the night and at noon;",
            "  (2)|to oil the ropes;",
            "2|Requests a report.",
        ],
        "{case}"
    );
    assert_eq!(import.report.words.left_out, 0, "{case}");
}

#[test]
fn a_note_at_a_page_s_foot_is_no_part_of_the_paragraph_that_goes_on() {
    let said = [
        "bells[1] Document L66/4.",
        "Members:[2] And the unions of lakes, where there are any.",
    ];
    for (case, text) in [
        (
            "a layout, the marks over their words",
            "                             1\nRecalling the report on bells and the tower of the old harbour,\n\n1. Urges Members:2\n\n\
             (1) to ring in fog, in the\n\n\n1\n    Document L66/4.\n2\n    And the unions of lakes,\n    where there are any.\n\
             \u{c}night and at noon;\n\n(2) to oil the ropes;\n\n2. Requests a report.\n",
        ),
        (
            "a rule, no gap and no end of a page",
            "Recalling the report on bells1 and the tower of the old harbour,\n1. Urges Members:²\n(1) to ring in fog, in the\n\
             ____________\n1 Document L66/4.\n2 And the unions of lakes, where there are any.\nnight and at noon;\n\
             (2) to oil the ropes;\n2. Requests a report.\n",
        ),
        (
            "at the page's top",
            "Recalling the report on bells1 and the tower of the old harbour,\n\n1. Urges Members:2\n\n\
             (1) to ring in fog, in the\n\u{c}1 Document L66/4.\n2 And the unions of lakes, where there are any.\n\n\
             night and at noon;\n\n(2) to oil the ropes;\n\n2. Requests a report.\n",
        ),
        (
            "at the document's end",
            "Recalling the report on bells[1] and the tower of the old harbour,\n\n1. Urges Members: [2]\n\n\
             (1) to ring in fog, in the night and at noon;\n\n(2) to oil the ropes;\n\n2. Requests a report.\n\n\
             Notes\n\n[1] Document L66/4.\n\n[2] And the unions of lakes, where there are any.\n",
        ),
        (
            "figures by themselves",
            "Recalling the report on bells 1 and the tower of the old harbour,\n\n1. Urges Members: 2\n\n\
             (1) to ring in fog, in the\n\n\n       ___________\n         1\n           Document L66/4.\n         2\n           \
             And the unions of lakes, where there are any.\n\n38-18142                    2/2\n\n\
             night and at noon;\n\n(2) to oil the ropes;\n\n2. Requests a report.\n",
        ),
    ] {
        let import = import(&format!("{HEAD}{text}"));
        assert_read(&import, case);
        assert_eq!(notes(only(&import)), said, "{case}");
    }
}

#[test]
fn a_note_that_no_mark_asks_for_stands_at_the_paragraph_before_it() {
    let text =
        format!("{HEAD}Recalling bells,\n\n1. Requests a report.\n\n_______\n* Document L66/4.\n");
    let import = import(&text);
    assert_eq!(notes(only(&import)), ["report.[*] Document L66/4."]);
    let doubts = import.report.doubts.iter().map(|doubt| &doubt.message);
    assert!(
        doubts
            .into_iter()
            .any(|doubt| doubt.starts_with("no mark `*` found"))
    );
}

#[test]
fn a_mark_in_brackets_may_stand_before_a_stop() {
    let import = import(&format!(
        "{HEAD}Recalling bells[1],\n\n1. Requests a report.\n\nNotes\n\n[1] Document L66/4.\n"
    ));
    assert_eq!(
        outline(only(&import), Part::Preamble),
        ["|Recalling bells,"]
    );
}

#[test]
fn a_stop_behind_a_mark_stays_with_the_number_or_the_label_and_is_no_word() {
    let import = import(&format!(
        "{HEAD}Recalling bells¹,\n\n1¹. Urges Members:\n\n(a)¹, to ring;\n\n2. Requests a report.\n\n\
         ______\n1 Document L66/4.\n"
    ));
    assert_eq!(
        outline(only(&import), Part::Operative),
        ["1|Urges Members:", "  (a)|to ring;", "2|Requests a report."]
    );
    assert_eq!(import.report.words.source, import.report.words.read);
    assert_eq!(lines_of(&import.report, RepairKind::Number), [0; 0]);
}

#[test]
fn numbered_lines_that_are_no_notes_stay_text() {
    for behind in [
        "1. Recalls the bells1 of the harbour;\n\n2. Requests:\n\n1 bell for each boat;\n\n2 ropes.\n",
        "1. Recalls that the bells of\n\n1 November were rung.\n",
        "1. Welcomes the bells of\n\n3 Harbours.\n",
    ] {
        let import = import(&format!("{HEAD}Recalling bells,\n\n{behind}"));
        assert_eq!(notes(only(&import)), Vec::<String>::new(), "{behind}");
        assert_eq!(import.report.words.notes, 0, "{behind}");
    }
}

#[test]
fn what_a_page_adds_is_known_by_its_form_or_because_it_says_the_head_again() {
    let said = "Resolution adopted by the Assembly on 29 October 2038\n\n93/7. Report of the Bell Ringers\n\n\
                The Assembly of the Lakes,\n\nRecalling the report on bells and the tower";
    let rest = "of the old harbour,\n\n1. Urges Members:\n\n(1) to ring in fog, in the night and at noon;\n\n\
                (2) to oil the ropes;\n\n2. Requests a report.\n";
    for page in [
        "\n\n 38-18142 (E)    021138\n *3818142*\n\u{c}L/RES/93/7           Report of the Bell Ringers\n\n",
        "\n38-18142 (E)\n\n021138\n\n*3818142*\n\n\u{c}Report of the Bell\nRingers\n\nL/RES/93/7\n\n",
        "\n\n2/5\n\n",
        "\n\npage iv\n\n",
        "\n- 3 -\n",
        "\n\n3 of 7\n\u{c}L/RES/93/7\nPage 4\n",
        "\nPlease recycle\n38-18142\n",
        "\n\u{c}L/RES/93/7 page 2\n",
    ] {
        let mast = "United Lakes      L/RES/93/7\nDistr.: General\n\n";
        let import = import(&format!("{mast}{said}{page}{rest}"));
        assert_read(&import, page);
    }
}

#[test]
fn how_a_resolution_was_adopted_is_a_fact_and_no_text() {
    let text = format!(
        "{HEAD}Recalling the report on bells and the tower of the old harbour,\n\n1. Urges Members:\n\n\
         (1) to ring in fog, in the night and at noon;\n\n(2) to oil the ropes;\n\n2. Requests a report.\n\n\
         [Adopted by a recorded vote of 12 to 2, with 1 abstention.]\n\n\
         (Ninth plenary meeting, 27 May 2038 –\nCommittee B, third report)\n\n(Signed) A. Pilot\n"
    );
    let import = import(&text);
    assert_read(&import, "adopted");
    let resolution = only(&import);
    assert_eq!(resolution.adopted.as_deref(), Some("2038-05-27"));
    assert_eq!(
        resolution.facts.meeting.as_deref(),
        Some("Ninth plenary meeting")
    );
    let vote = resolution.facts.vote.as_ref().unwrap();
    assert_eq!(vote.in_favour.count, Some(12));
    assert_eq!(import.report.words.facts, 23);
}

#[test]
fn marks_with_the_last_number_there_is_count_no_further() {
    let mark = "⁴²⁹⁴⁹⁶⁷²⁹⁵";
    let text =
        format!("{HEAD}1. Urges Members{mark} to ring.\n\n{mark}\n{mark}\nDocument L66/4.\n");
    let import = import(&text);
    let operative = outline(only(&import), Part::Operative);
    assert!(operative[0].starts_with("1|Urges Members"), "{operative:?}");
}
