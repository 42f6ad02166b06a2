//! What the markup says, and what it becomes.

use super::super::text::InlineNote;
use super::*;
use crate::text::model::{Span, SpanKind};

#[test]
fn white_space_is_one_space_and_the_ends_are_bare() {
    let reading = of_body(&op(
        "1.",
        " \u{a0}Asks\n\t for  <i> oars</i>\u{a0}now \u{2011}\u{ad} \u{a0}",
    ));
    assert_eq!(
        outline(&reading.document)[2],
        "op 1 Asks for oars\u{a0}now \u{2011}\u{ad}"
    );
}

#[test]
fn a_note_to_the_number_of_a_section_stands_before_its_title() {
    let note = "<authorialNote marker=\"1\"><p>Of wood.</p></authorialNote>";
    let section = format!(
        "<section><num>AB{note}</num><heading>Oars</heading>{}</section>",
        op("1.", "Asks.")
    );
    let document = of_body(&section).document;
    assert_eq!(outline(&document)[2..], ["section AB Oars", "op 1 Asks."]);
}

#[test]
fn a_number_behind_the_title_of_a_section_stays_behind_it() {
    let section = format!(
        "<section><heading>Oars</heading><num>2.</num>{}</section>",
        op("1.", "Asks.")
    );
    let document = of_body(&section).document;
    assert_eq!(outline(&document)[2], "section  Oars");
    assert!(outline(&document)[3].ends_with("2."));
}

#[test]
fn text_in_a_break_that_was_never_closed_stands_behind_it() {
    assert_eq!(
        body(&op("1.", "Asks <i>for<br>long</i> oars.")),
        ["op 1 Asks for long oars."]
    );
}

#[test]
fn a_span_that_a_paragraph_cuts_goes_on_in_the_next_text_from_its_beginning() {
    let reading = of_body(&bare("Asks <i>for<p>a long oar</p>long <b>ones</b></i>"));
    let last = reading.document.passages.last().unwrap();
    assert_eq!(last.text.text, "long ones");
    let ranges: Vec<_> = last
        .text
        .spans
        .iter()
        .map(|span| span.range.clone())
        .collect();
    assert_eq!(ranges, [0..9, 5..9]);
}

#[test]
fn spans_and_notes_stand_beside_the_text() {
    let reading = of_body(&op(
        "1.",
        "<span class=\"bold italic\">Asks </span>for <a href=\"u?a&amp;b\">oars</a><authorialNote marker=\"*\"><p>Of <b>wood</b>.</p><p>Or not.</p></authorialNote> now;",
    ));
    let text = &reading.document.passages[2].text;
    assert_eq!(text.text, "Asks for oars now;");
    let span = |range, kind| Span { range, kind };
    assert_eq!(
        text.spans,
        [
            span(0..4, SpanKind::Bold),
            span(0..4, SpanKind::Italic),
            span(9..13, SpanKind::Link("u?a&b".into()))
        ]
    );
    assert_eq!(
        text.notes,
        [InlineNote {
            mark: "*".into(),
            at: 13,
            text: "Of wood.\nOr not.".into()
        }]
    );
}

#[test]
fn a_letter_and_a_digit_that_meet_on_a_cover_are_two_words() {
    let joined = file("", &op("1.", "on<b>10</b>"))
        .replace("Resolution 9001", "Resolution<span>9001</span>");
    let document = of_file(&joined).document;
    assert_eq!(document.headings[1].text, "Resolution 9001 (2031)");
    assert_eq!(document.passages[1].text.text, "on10");
}

#[test]
fn points_stand_below_their_paragraph_and_a_sublist_below_the_last_point() {
    let list = "<paragraph><num>2.</num><list><intro><p>Asks:</p></intro>\
        <point><num>(a)</num><content><p>for oars:</p></content></point>\
        <wrapUp><p>long ones,</p></wrapUp>\
        <sublist><point><num>(i)</num><content><p>two;</p></content></point></sublist>\
        <point><subheading>Sails</subheading><num>(b)</num><content><p>for sails;</p><p>all white;</p></content></point>\
        <wrapUp><p>and thanks them;</p></wrapUp></list><alinea><content><p>soon.</p></content></alinea></paragraph>";
    assert_eq!(
        body(list),
        [
            "op 2 Asks:",
            "op . (a) for oars:",
            "op .. ~ long ones,",
            "op .. (i) two;",
            "op . #### Sails",
            "op . (b) for sails;",
            "op .. ~ all white;",
            "op . ~ and thanks them;",
            "op . ~ soon."
        ]
    );
}

#[test]
fn a_preamble_may_have_lists_headings_and_text_that_goes_on() {
    let preamble = "<container name=\"Noting\"><p>Noting the sea,</p><p>and the wind,</p></container>\
        <block name=\"subheading\">Boats</block>\
        <container name=\"Recalling\"><blockList><listIntroduction>Recalling:</listIntroduction>\
        <item><num>(a)</num><p>oars,</p></item><item><num>(b)</num><p>sails,</p></item></blockList></container>\
        <container name=\"\"><p>Small boats</p></container><p>The tide</p>\
        <formula><p>Acting as a board,</p></formula>";
    assert_eq!(
        outline(&of_file(&file(preamble, &op("1.", "Asks."))).document),
        [
            "opening The Board of Boats,",
            "pp Noting the sea,",
            "pp . ~ and the wind,",
            "pp ## Boats",
            "pp Recalling:",
            "pp . (a) oars,",
            "pp . (b) sails,",
            "pp ## Small boats",
            "pp ## The tide",
            "pp Acting as a board,",
            "op 1 Asks."
        ]
    );
}

#[test]
fn numbers_lose_their_stop_and_labels_stay_as_printed() {
    for (printed, shown) in [
        ("1.", "1"),
        ("2 -", "2"),
        ("3\u{a0}–", "3"),
        ("(a)", "(a)"),
        ("a)", "a)"),
        ("㈠", "㈠"),
        ("’1‘", "’1‘"),
        ("•", "•"),
        ("–", "–"),
    ] {
        assert_eq!(
            body(&(op("9.", "Asks:") + &op(printed, "this;")))
                .last()
                .unwrap()
                .split(' ')
                .nth_back(1),
            Some(shown)
        );
    }
}

#[test]
fn headings_have_the_level_of_their_class_and_a_number_where_they_have_one() {
    let headings = "<paragraph class=\"H1\"><heading>One</heading></paragraph><paragraph class=\"H23\"><subheading>Two</subheading></paragraph>\
        <paragraph class=\"H4\"><span class=\"bold\">Three</span></paragraph><paragraph class=\"H56\"><crossHeading>Four</crossHeading></paragraph>\
        <paragraph class=\"H1\"><num>II.</num><heading>Five<authorialNote marker=\"1\"><p>InlineNote.</p></authorialNote></heading></paragraph>\
        <paragraph class=\"H23\"><num>B.</num><content><p>Six</p></content></paragraph>";
    assert_eq!(
        body(headings),
        [
            "op # One",
            "op ## Two",
            "op ### Three",
            "op #### Four",
            "op II # Five",
            "op B ## Six"
        ]
    );
}

#[test]
fn sections_have_preambles_of_their_own() {
    let part = |number: &str, title: &str| {
        format!(
            "<part><subheading>{number}</subheading><subheading>{title}</subheading><crossHeading refersTo=\"#preamble\">Noting {title},</crossHeading>"
        )
    };
    let sections = part("I", "Oars")
        + &op("1.", "Asks;")
        + "</part>"
        + &part("II", "Sails")
        + &op("1.", "Begs.")
        + "</part>";
    assert_eq!(
        body(&sections),
        [
            "section I Oars",
            "pp Noting Oars,",
            "op 1 Asks;",
            "section II Sails",
            "pp Noting Sails,",
            "op 1 Begs."
        ]
    );
    let lone = "<section><num>A</num>".to_string()
        + &op("1.", "Asks;")
        + "</section><crossHeading refersTo=\"#preamble\">Noting the tide,</crossHeading>"
        + &op("2.", "Begs.");
    assert_eq!(
        body(&lone),
        [
            "section A",
            "op 1 Asks;",
            "section",
            "pp Noting the tide,",
            "op 2 Begs."
        ]
    );
}

#[test]
fn a_section_may_begin_in_the_preamble() {
    let preamble = "<section><num>A</num><crossHeading refersTo=\"#preamble\">Noting oars,</crossHeading></section>";
    assert_eq!(
        outline(&of_file(&file(preamble, &op("1.", "Asks."))).document)[1..],
        ["section A", "pp Noting oars,", "op 1 Asks."]
    );
}

#[test]
fn a_second_preamble_goes_on_before_the_first_number_and_begins_a_section_after_it() {
    let more = "</mainBody><preamble><container name=\"Noting\"><p>Noting the tide,</p></container></preamble><mainBody>";
    let early = bare("Noting the wind,") + more + &op("1.", "Asks.");
    assert_eq!(
        body(&early),
        ["pp Noting the wind,", "pp Noting the tide,", "op 1 Asks."]
    );
    let late = op("1.", "Asks;") + more + &op("2.", "Begs.");
    assert_eq!(
        body(&late),
        ["op 1 Asks;", "section", "pp Noting the tide,", "op 2 Begs."]
    );
}

#[test]
fn texts_of_a_collection_are_sections_with_the_title_of_their_cover() {
    let component = |number: &str, title: &str| {
        format!(
            "<component><statement><meta/><preface><p><docNumber>{number}</docNumber><docTitle refersTo=\"#resolutionTitle\">{title}\
             <authorialNote marker=\"1\"><p>Of wood.</p></authorialNote></docTitle></p></preface><preamble><formula><p>The Board</p></formula></preamble>\
             <mainBody>{}</mainBody><conclusions><p><inline>9th meeting</inline><eol/><docDate>3 February</docDate></p></conclusions></statement></component>",
            op("1.", "Asks.")
        )
    };
    let all = format!(
        "<akomaNtoso><documentCollection name=\"resolution\"><meta><FRBRlanguage language=\"eng\"/></meta>\
         <coverPage><p><docNumber>A/RES/9/7 A–B</docNumber></p></coverPage>\
         <preface><p><docNumber>9/7.</docNumber><docTitle refersTo=\"#resolutionTitle\">Boats</docTitle></p></preface>\
         <collectionBody><component><documentRef showAs=\"A\"/></component></collectionBody></documentCollection>\
         <components>{}{}</components></akomaNtoso>",
        component("A", "Oars"),
        component("B", "Sails")
    );
    let document = read_as(all.as_bytes(), "A_RES_9_7 A-B.xml")
        .unwrap()
        .document;
    assert_eq!(document.symbol, "A/RES/9/7 A–B");
    assert_eq!(document.title.as_ref().unwrap().text, "Boats");
    assert_eq!(
        document.sections[1].title.as_ref().unwrap().notes[0].text,
        "Of wood."
    );
    assert_eq!(
        outline(&document),
        [
            "section A Oars",
            "pp The Board",
            "op 1 Asks.",
            "op 9th meeting 3 February",
            "section B Sails",
            "pp The Board",
            "op 1 Asks.",
            "op 9th meeting 3 February"
        ]
    );
}

#[test]
fn attachments_are_annexes_and_their_headings_may_open_further_ones() {
    let annexed = op("1.", "Asks.")
        + "</mainBody><attachments><attachment><doc name=\"annex\"><meta/><mainBody>\
        <paragraph class=\"H1\"><heading>Annex I</heading></paragraph><paragraph class=\"H1\"><heading>Oars</heading></paragraph>"
        + &op("1.", "An oar is long.")
        + &bare("It floats.")
        + &bare("Annex II – Sails")
        + &op("1.", "A sail is white.")
        + "</mainBody></doc></attachment></attachments><mainBody>";
    assert_eq!(
        body(&annexed),
        [
            "op 1 Asks.",
            "annex Annex I",
            "an # Oars",
            "an 1 An oar is long.",
            "an It floats.",
            "annex Annex II – Sails",
            "an 1 A sail is white."
        ]
    );
}

#[test]
fn a_table_keeps_its_cells_and_stands_inside_a_paragraph_whose_points_follow() {
    let table = "<table><tr><th>Oar</th><th colspan=\"2\">Sail</th></tr><tr><td><p>long</p><p>thin</p></td><td rowspan=\"x\"/></tr></table>";
    let reading = of_body(&format!(
        "<paragraph><num>1.</num><content><p>Asks:</p>{table}</content><point><num>(a)</num><content><p>now.</p></content></point></paragraph>"
    ));
    assert_eq!(
        outline(&reading.document)[2..],
        [
            "op 1 Asks:",
            "op . table Oar | Sail / long\nthin | ",
            "op . (a) now."
        ]
    );
    let Shape::Table(table) = &reading.document.passages[3].shape else {
        panic!("a table")
    };
    assert_eq!(
        (table.head, table.rows[0][1].columns, table.rows[1][1].rows),
        (1, 2, 1)
    );
}

#[test]
fn what_a_paragraph_quotes_goes_on_in_it() {
    let quoting = "<paragraph><num>1.</num><content><p>Puts for it <mod>this: <quotedStructure><p>An oar</p>\
        <point><num>(a)</num><content><p>of wood</p></content></point></quotedStructure></mod> and signs;</p></content></paragraph>";
    let lines = body(quoting);
    assert_eq!(
        lines,
        [
            "op 1 Puts for it this:",
            "op . ~ An oar",
            "op . (a) of wood",
            "op . ~ and signs;"
        ]
    );
}

#[test]
fn a_line_of_signs_is_a_rule() {
    assert_eq!(
        body(&(op("1.", "Asks.") + &bare("* * *") + &bare("-----"))),
        ["op 1 Asks.", "op rule * * *", "op rule -----"]
    );
}

#[test]
fn text_of_unknown_elements_and_outside_of_paragraphs_is_kept_and_named() {
    let reading = of_body(
        &("loose".to_string()
            + &op("1.", "Asks <strange>for <b>oars</b></strange>;")
            + "<odd><p>And sails.</p></odd>"),
    );
    let lines = outline(&reading.document);
    assert!(lines.iter().any(|line| line.contains("loose")), "{lines:?}");
    assert!(
        lines.contains(&"op 1 Asks for oars;".to_string()),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.contains("And sails.")),
        "{lines:?}"
    );
    for kind in ["loose-text", "unknown-element"] {
        assert!(doubts(&reading).contains(&kind), "{kind}");
    }
}

#[test]
fn points_deeper_than_a_corpus_holds_stand_at_the_deepest_level() {
    let deep = format!(
        "<paragraph><num>1.</num><list>{}{}</list></paragraph>",
        "<sublist><point><num>(a)</num><content><p>x</p></content></point>".repeat(300),
        "</sublist>".repeat(300)
    );
    let reading = of_body(&deep);
    assert_eq!(
        reading
            .document
            .passages
            .iter()
            .map(|passage| passage.depth)
            .max(),
        Some(31)
    );
    assert_eq!(doubts(&reading), ["too-deep"]);
}
