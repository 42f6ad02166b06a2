//! What becomes of a document in the model.

use super::*;
use crate::text::model::{Half, Part, PassageKind};

/// Part, depth, number and text of the passages.
fn rows(resolution: &Resolution) -> Vec<(Part, u8, &str, &str)> {
    let passages = resolution.passages.iter();
    let row = passages.map(|one| {
        let number = one.number.as_deref().unwrap_or_default();
        (one.part, one.depth, number, &*one.text)
    });
    row.collect()
}

#[test]
fn paragraphs_points_and_what_stands_between_them_are_passages() {
    let list = "<paragraph><num>1.</num><list><intro><p><i>Asks</i>:</p></intro>\
        <point><num>(a)</num><content><p>for oars;</p></content></point>\
        <wrapUp><p>long ones.</p></wrapUp></list></paragraph>";
    let resolution = modelled(&file(
        "",
        &format!("{list}<heading class=\"H23\">Sails</heading>"),
    ));
    assert_eq!(&*resolution.symbol, "S/RES/9001 (2031)");
    assert_eq!(
        rows(&resolution),
        [
            (Part::Opening, 0, "", "The Board of Boats,"),
            (Part::Operative, 0, "1", "Asks:"),
            (Part::Operative, 1, "(a)", "for oars;"),
            (Part::Operative, 1, "", "long ones."),
            (Part::Operative, 0, "", "Sails"),
        ]
    );
    assert_eq!(resolution.passages[3].kind, PassageKind::Flush);
    assert_eq!(
        resolution.passages[4].kind,
        PassageKind::Heading { level: 2 }
    );
    assert_eq!(resolution.passages[1].spans[0].range, 0..4);
    assert_eq!(written(resolution.clone()), resolution);
}

#[test]
fn a_note_of_a_line_over_the_text_is_the_next_line() {
    let noted = file("", &op("1.", "Asks.")).replace(
        "</docNumber>",
        "</docNumber><authorialNote marker=\"*\"><p>Reissued.</p></authorialNote>",
    );
    assert_eq!(
        modelled(&noted)
            .headings
            .iter()
            .map(|line| &**line)
            .collect::<Vec<_>>(),
        ["S/RES/9001 (2031)", "Reissued.", "Resolution 9001 (2031)"]
    );
}

#[test]
fn a_title_of_a_section_that_has_notes_is_its_first_heading() {
    let section = "<section><num>A</num><heading>Oars<authorialNote marker=\"1\"><p>Of wood.</p>\
        </authorialNote></heading><paragraph><num>1.</num><content><p>Asks.</p></content></paragraph></section>";
    let resolution = modelled(&file("", section));
    assert_eq!(resolution.sections[0].number.as_deref(), Some("A"));
    assert_eq!(resolution.sections[0].title, None);
    let heading = &resolution.passages[1];
    assert_eq!(heading.kind, PassageKind::Heading { level: 1 });
    assert_eq!(
        (&*heading.text, &*heading.notes[0].text),
        ("Oars", "Of wood.")
    );
    assert_eq!(
        rows(&resolution)[2],
        (Part::Section(1, Half::Operative), 0, "1", "Asks.")
    );
}

#[test]
fn a_catalogue_says_what_a_file_does_not_know() {
    let mut catalogue = CatalogueRows::default();
    let row = r#"{"symbol": "S/RES/9001(2031)", "resolution_title": "Resolution [on boats]", "MS_in_favour_count": "15"}"#;
    assert_eq!(catalogue.add(row), 1);
    let file = file("", &op("1.", "Asks."));
    let reading = read(file.as_bytes(), "S_RES_9001.xml", &catalogue).expect("read");
    assert_eq!(reading.resolution.facts.topic.as_deref(), Some("on boats"));
    let vote = reading.resolution.facts.vote.expect("a vote");
    assert_eq!(vote.in_favour.count, Some(15));
    assert_eq!(reading.resolution.adopted.as_deref(), Some("2031-02-03"));
}

#[test]
fn a_number_of_two_paragraphs_is_one_line() {
    let number = "<p>1</p><p>bis.</p>";
    let resolution = modelled(&file("", &op(number, "Asks.")));
    assert_eq!(resolution.passages[1].number.as_deref(), Some("1 bis"));
}
