//! What the markup does not say.

use super::*;

#[test]
fn a_label_before_a_tab_is_a_number() {
    for label in ["(a)", "a)", "i)", "’1‘", "•", "–", "12."] {
        let reading = of_body(&(op("1.", "Asks:") + &bare(&format!("\t{label}\tfor oars;"))));
        let last = reading.document.passages.last().unwrap();
        assert_eq!(last.text.text, "for oars;", "{label}");
        assert!(doubts(&reading).contains(&"number-typed"), "{label}");
    }
    assert_eq!(
        body(&(op("1.", "Asks:") + &bare("Oars\tand sails."))),
        ["op 1 Asks:", "op . Oars and sails."]
    );
    assert_eq!(
        body(&(op("1.", "Asks;") + &bare("2. Begs.")))[1],
        "op 2 Begs."
    );
}

#[test]
fn a_number_or_a_letter_before_a_dash_is_a_label_in_arabic_only() {
    let arabic = file(
        "",
        &(op("1 -", "يطلب:") + &bare("أ - الزوارق؛") + &bare("2 - يقرر.")),
    )
    .replace("eng", "ara");
    assert_eq!(
        outline(&of_file(&arabic).document)[1..],
        ["op 1 يطلب:", "op . أ الزوارق؛", "op 2 يقرر."]
    );
    assert_eq!(
        body(&(op("1.", "Asks:") + &bare("a - boats.")))[1],
        "op . ~ a - boats."
    );
}

#[test]
fn digits_behind_a_note_are_no_label() {
    let note = "<authorialNote marker=\"1\"><p>Of wood.</p></authorialNote>";
    let texts = ["2.\tBegs;", "2 Begs."].map(|text| bare(&format!("{note}{text}")));
    assert_eq!(
        body(&(op("1.", "Asks;") + &texts.concat()))[1..],
        ["op . 2. Begs;", "op . 2 Begs."]
    );
}

#[test]
fn bare_digits_that_come_next_are_a_number() {
    assert_eq!(
        body(&(op("1.", "Asks;") + &bare("2 Begs.")))[1],
        "op 2 Begs."
    );
    assert_eq!(
        body(&(op("1.", "Asks;") + &bare("3 Begs.")))[1],
        "op . 3 Begs."
    );
}

#[test]
fn a_number_without_text_takes_the_text_after_it() {
    let reading = of_body(
        &("<paragraph><num>1.</num></paragraph>".to_string()
            + &bare("Asks.")
            + &bare("<i>Begs</i> the Board.")),
    );
    assert_eq!(
        outline(&reading.document)[2..],
        ["op 1 Asks.", "op Begs the Board."]
    );
    assert_eq!(doubts(&reading), ["number-apart"]);
}

#[test]
fn unnumbered_paragraphs_before_the_first_number_are_preambular() {
    let reading = of_body(&(bare("Noting the wind,") + &op("1.", "Asks.")));
    assert_eq!(
        outline(&reading.document)[2..],
        ["pp Noting the wind,", "op 1 Asks."]
    );
    assert_eq!(doubts(&reading), ["preamble-in-body"]);
    assert_eq!(body(&bare("Asks for all oars.")), ["op Asks for all oars."]);
}

#[test]
fn an_unnumbered_paragraph_goes_on_unless_it_opens_with_a_lead_verb() {
    let texts = op("1.", "Asks:")
        + &bare("for oars and")
        + &bare("Sails of white cloth.")
        + &bare("<i>Begs</i> the Board to meet.");
    assert_eq!(
        body(&texts),
        [
            "op 1 Asks:",
            "op . ~ for oars and",
            "op . Sails of white cloth.",
            "op Begs the Board to meet."
        ]
    );
    let german =
        file("", &(op("1.", "ersucht:") + &bare("und fordert Ruder an."))).replace("eng", "deu");
    assert_eq!(
        outline(&of_file(&german).document)[2],
        "op . und fordert Ruder an."
    );
}

#[test]
fn labels_of_flat_lists_say_how_deep_they_stand() {
    let flat = ["(a)", "(i)", "(ii)", "(b)", "(h)", "(i)", "(j)"]
        .map(|label| op(label, "x;"))
        .concat();
    assert_eq!(
        body(&(op("1.", "Asks:") + &flat))[1..],
        [
            "op . (a) x;",
            "op .. (i) x;",
            "op .. (ii) x;",
            "op . (b) x;",
            "op . (h) x;",
            "op . (i) x;",
            "op . (j) x;"
        ]
    );
    let below = "<paragraph class=\"H1\"><heading>Oars</heading></paragraph>".to_string()
        + &op("•", "one")
        + &op("•", "two");
    assert_eq!(
        body(&(op("1.", "Asks.") + &below))[1..],
        ["op # Oars", "op • one", "op • two"]
    );
}

#[test]
fn a_line_without_a_final_stop_is_a_heading_unless_it_is_one_of_a_list() {
    assert_eq!(
        body(&(op("1.", "Asks.") + &bare("Small boats") + &op("2.", "Begs."))),
        ["op 1 Asks.", "op ## Small boats", "op 2 Begs."]
    );
    let classed = "<paragraph class=\"BlueHeadingH1\"><content><p>Of the many boats that the Board has seen in all its years of work</p></content></paragraph>";
    assert_eq!(
        body(&(op("1.", "Asks.") + classed))[1],
        "op # Of the many boats that the Board has seen in all its years of work"
    );
    let list = ["Oarland", "Sailand", "Keeland"].map(bare).concat();
    assert_eq!(
        body(&(op("1.", "Asks:") + &list))[1..],
        ["op . Oarland", "op . Sailand", "op . Keeland"]
    );
    assert_eq!(
        body(&(op("1.", "Asks.") + &bare("<i>Begs</i> the Board to meet")))[1],
        "op Begs the Board to meet"
    );
}

#[test]
fn an_annex_may_begin_in_the_body() {
    for line in [
        "Annex",
        "ANNEX II",
        "Annex A: Oars",
        "Annexe – Rames",
        "Приложение",
        "附件一",
        "المرفق ألف - الزوارق",
        "Anlage",
    ] {
        let reading = of_body(&(op("1.", "Asks.") + &bare(line) + &op("1.", "An oar is long.")));
        assert_eq!(outline(&reading.document)[3], format!("annex {line}"));
        assert_eq!(doubts(&reading), ["annex-in-body"], "{line}");
    }
    for line in [
        "Annexed to it are oars.",
        "Annexation of boats",
        "Annex to the letter of the Board.",
    ] {
        assert_eq!(
            of_body(&(op("1.", "Asks.") + &bare(line))).document.annexes,
            [],
            "{line}"
        );
    }
}

#[test]
fn numbers_that_begin_again_behind_a_heading_begin_an_annex() {
    let again = op("1.", "Asks;")
        + &op("2.", "Begs.")
        + "<paragraph class=\"H1\"><heading>Terms</heading></paragraph>"
        + &op("1.", "An oar is long.");
    assert_eq!(
        body(&again),
        [
            "op 1 Asks;",
            "op 2 Begs.",
            "annex Terms",
            "an 1 An oar is long."
        ]
    );
    assert_eq!(
        body(&(op("61.", "Asks;") + &op("16.", "Begs;") + &op("16.", "Begs."))),
        ["op 61 Asks;", "op 16 Begs;", "op 16 Begs."]
    );
}
