//! Lists of points, lines and headings as documents have them.

use resolut::import::RepairKind;
use resolut::text::model::{Part, PassageKind, Resolution};

use super::{import, lines_of, only, outline, passages};

const HEAD: &str = "RESOLUTION NO. 7/66-LAK\nON\nBELLS\n\nThe Sixty-sixth Session of the Assembly of the Lakes,\n\n\
                    Recalling the bells,\n\n";

fn operative(text: &str) -> Vec<String> {
    let import = import(&format!("{HEAD}{text}"));
    outline(only(&import), Part::Operative)
}

#[test]
fn behind_a_number_that_stands_alone_is_its_paragraph_and_no_heading() {
    let rows = operative(
        "1. Requests a report.\n2.\n\nHarbours of the north\n\n Urges all harbours to stay.\n",
    );
    assert_eq!(rows[1], "2|Harbours of the north");
}

#[test]
fn a_number_with_nothing_behind_it_hides_no_repair_of_another_on_its_line() {
    for (first, repaired) in [("1.Calls", 1), ("1 . Calls", 1), ("1. Calls", 0)] {
        let import = import(&format!(
            "The Assembly of the Lakes,\n\nRecalling the bells,\n\n{first} upon all captains to ring.\r2 .\n"
        ));
        let repairs = lines_of(&import.report, RepairKind::Number);
        assert_eq!(repairs, vec![5; repaired], "{first}");
    }
}

#[test]
fn a_head_over_no_resolution_is_text_of_the_one_above_it() {
    let import = import(
        "The Assembly of the Lakes,\n\nRecalling the bells,\n\n1. Calls upon all captains to ring.\n\n\
         Forum: Lakes\nTopic: Reeds\n\nto sing; and to dance.\n",
    );
    assert_eq!(import.report.words.source, import.report.words.read);
    let rows = outline(only(&import), Part::Operative).join(" ");
    assert!(
        rows.contains("Reeds") && rows.contains("to dance."),
        "{rows}"
    );
}

#[test]
fn points_are_told_by_labels_of_every_form() {
    for [one, two, inner, next] in [
        ["(a)", "(b)", "(i)", "(ii)"],
        ["a)", "b)", "i)", "ii)"],
        ["a.", "b.", "i.", "ii."],
        ["A.", "B.", "a.", "b."],
        ["(1)", "(2)", "(a)", "(b)"],
        ["1)", "2)", "a)", "b)"],
        ["1.1", "1.2", "1.2.1", "1.2.2"],
        ["i.", "ii.", "-", "-"],
        ["•", "•", "–", "–"],
        ["\u{f0b7}", "\u{f0b7}", "o", "o"],
    ] {
        let inner = if inner == "o" { "a." } else { inner };
        let next = if next == "o" { "b." } else { next };
        let expected = |label: &str| label.trim_end_matches('.').to_owned();
        let rows = [
            "1|Requests the harbours to ring:".to_owned(),
            format!("  {}|in fog;", expected(one)),
            format!("  {}|in the night:", expected(two)),
            format!("    {}|once for ships,", expected(inner)),
            format!("    {}|twice for boats;", expected(next)),
            "2|Decides to listen.".to_owned(),
        ];
        for gap in ["\n", "\n\n", "\n\t"] {
            let text = [
                "1. Requests the harbours to ring:".to_owned(),
                format!("{one} in fog;"),
                format!("{two} in the night:"),
                format!("{inner} once for ships,"),
                format!("{next} twice for boats;"),
                "2. Decides to listen.".to_owned(),
            ]
            .join(gap);
            assert_eq!(operative(&text), rows, "{one} {gap:?}");
        }
        let apart = format!(
            "1.\nRequests the harbours to ring:\n{one}\nin fog;\n{two}\nin the night:\n{inner}\n\
             once for ships,\n{next}\ntwice for boats;\n2.\nDecides to listen.\n"
        );
        assert_eq!(operative(&apart), rows, "{one} apart");
    }
}

#[test]
fn points_need_no_stop_where_their_labels_go_on() {
    for (one, two) in [("a.", "b."), ("(i)", "(ii)"), ("•", "•")] {
        let text = format!(
            "1. Requests the harbours to ring:\n{one} in fog\n{two} at noon\n2. Decides to listen.\n"
        );
        let label = |label: &str| label.trim_end_matches('.').to_owned();
        let rows = [
            "1|Requests the harbours to ring:".to_owned(),
            format!("  {}|in fog", label(one)),
            format!("  {}|at noon", label(two)),
            "2|Decides to listen.".to_owned(),
        ];
        assert_eq!(operative(&text), rows);
    }
    let torn = "1. Requests the harbours to ring:\n(a) in fog as said in the\n(b) of old;\n";
    assert_eq!(operative(torn).len(), 2);
}

#[test]
fn points_whose_labels_were_lost_are_points_where_there_are_several() {
    let head = "1. Requests the harbours, which\nring their bells:\n\n";
    let rows = operative(&format!(
        "{head}To oil the ropes\nof all bells;\n\nTo paint the towers;\n\n(c) To sing;\n\n2. Decides to listen.\n"
    ));
    assert_eq!(
        rows,
        [
            "1|Requests the harbours, which ring their bells:",
            "  |To oil the ropes of all bells;",
            "  |To paint the towers;",
            "  (c)|To sing;",
            "2|Decides to listen.",
        ]
    );
    let rows = operative(&format!(
        "{head}Ropes that are\noiled shall hold.\n\n2. Decides to listen.\n"
    ));
    assert_eq!(
        rows,
        [
            "1|Requests the harbours, which ring their bells: Ropes that are oiled shall hold.",
            "2|Decides to listen.",
        ]
    );
}

#[test]
fn a_line_inside_a_quotation_begins_no_paragraph() {
    let text = format!(
        "{HEAD}Noting the book “Rules of the Bells,\nRecalling the Tower”, and all who read it,\n\n1. Requests bells.\n"
    );
    let import = import(&text);
    assert_eq!(
        outline(only(&import), Part::Preamble),
        [
            "|Recalling the bells,",
            "|Noting the book “Rules of the Bells, Recalling the Tower”, and all who read it,",
        ]
    );
}

#[test]
fn a_heading_between_paragraphs_is_no_part_of_the_one_before_it() {
    let text = format!(
        "{HEAD}Ropes and oil\n\n1. Requests ropes that\nhold;\n\nThe towers of the north\n\n2. Decides to paint;\n\n\
         3. Decides to listen.\n"
    );
    let import = import(&text);
    let resolution = only(&import);
    let heads = |resolution: &Resolution| {
        let passages = passages(resolution, Part::Operative).into_iter();
        let heads = passages.filter(|passage| matches!(passage.kind, PassageKind::Heading { .. }));
        heads
            .map(|passage| passage.text.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        heads(resolution),
        ["Ropes and oil", "The towers of the north"]
    );
    let texts = resolution
        .paragraphs(Part::Operative)
        .map(|passage| &*passage.text);
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            "Requests ropes that hold;",
            "Decides to paint;",
            "Decides to listen."
        ]
    );
}

#[test]
fn paragraphs_are_read_whatever_the_lines_look_like() {
    let lines = [
        "Recalling the bells of the old harbour and those of the new one, which ring in fog and at noon, as the report \
         on bells of the year before says at length,",
        "1. Requests the harbours to ring:",
        "(a) in fog;",
        "(b) in the night;",
        "2. Decides to listen to the bells and to write down, for a year and a day, which of them were heard on the \
         other shore of the lake.",
    ];
    let head = "RESOLUTION NO. 7/66-LAK\n\nON\n\nBELLS\n\nThe Sixty-sixth Session of the Assembly of the Lakes,\n\n";
    let expected = [
        "1|Requests the harbours to ring:".to_owned(),
        "  (a)|in fog;".to_owned(),
        "  (b)|in the night;".to_owned(),
        lines[4].replacen("2. ", "2|", 1),
    ];
    for text in [
        lines.join("\n"),
        lines.join("\n\n"),
        lines.join("\n\n\n"),
        lines.join(" "),
    ] {
        let import = import(&format!("{head}{text}\n"));
        assert_eq!(
            outline(only(&import), Part::Preamble),
            [format!("|{}", lines[0])]
        );
        assert_eq!(outline(only(&import), Part::Operative), expected, "{text}");
    }
}
