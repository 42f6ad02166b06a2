//! Annexes are cited by the labels that the document prints over them.

use resolut::text::model::Place;

use super::{all_named, loaded};

/// A corpus of one resolution, `T/1`, with annexes of these titles, of two paragraphs each.
fn with_annexes(titles: &[&str]) -> resolut::text::corpus::Corpus {
    let annexes = titles.iter().map(|title| {
        format!(
            r#"{{"title": "{title}", "paragraphs": [{{"number": "1", "text": "One of {title}."}}, {{"number": "2", "text": "Two of {title}."}}]}}"#
        )
    });
    loaded(format!(
        r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "S", "organ": "O", "name": "N", "resolutions": [
            {{"symbol": "T/1", "language": "en", "preamble": [], "operative": [{{"number": "1", "text": "Decides."}}], "annexes": [{}]}}]}}]}}"#,
        annexes.collect::<Vec<_>>().join(",")
    ))
}

/// Titles of annexes, what is typed, and what it names or the message.
const LABELS: &[(&[&str], &str, &str)] = &[
    (
        &["Annex II", "Annex III"],
        "T/1 annex II para 2",
        "T/1:annex II:2",
    ),
    (
        &["Annex II", "Annex III"],
        "T/1 annex 3 para 2",
        "T/1:annex III:2",
    ),
    (
        &["Annex II", "Annex III"],
        "T/1 annex I",
        "T/1 has annexes II and III",
    ),
    (
        &["Annex II", "Annex III"],
        "T/1, annexes II and III",
        "T/1:annex II,annex III",
    ),
    (
        &["Annex A: Terms", "ANNEX B"],
        "paragraph 2 of annex B to T/1",
        "T/1:annex B:2",
    ),
    (
        &["Annex A: Terms", "ANNEX B"],
        "T/1 annex (B), para 2",
        "T/1:annex B:2",
    ),
    (
        &["Annexure A", "Enclosure 3"],
        "T/1 encl. 3 para 2",
        "T/1:enclosure3:2",
    ),
    (
        &["Annexure A", "Enclosure 3"],
        "T/1 annexure A para 2",
        "T/1:annex A:2",
    ),
    (
        &["Annex A: Terms", "ANNEX B"],
        "T/1 annex 2",
        "T/1 has annexes A and B",
    ),
    (
        &["Annex C", "Annex I"],
        "T/1 annex 1 para 1",
        "T/1 has annexes C and I",
    ),
    (&["Annex 2", "Annex 4"], "T/1:annex4:1", "T/1:annex4:1"),
    (
        &["Annex 2", "Annex 4"],
        "T/1 annex IV, paragraph 1",
        "T/1:annex4:1",
    ),
    (
        &["Annex 2", "Annex 4"],
        "T/1:annex1:1",
        "T/1 has annexes 2 and 4",
    ),
    (
        &["Annex", "Appendix 1", "Appendix 2"],
        "T/1 appendix 2, para 1",
        "T/1:appendix2:1",
    ),
    (
        &["Annex", "Appendix 1", "Appendix 2"],
        "T/1 annex, para 1",
        "T/1:annex1:1",
    ),
    (
        &["Annex", "Appendix 1", "Appendix 2"],
        "T/1 annex 2",
        "T/1 has one annex and appendices 1 and 2",
    ),
    (
        &["Enclosure", "Attachment A"],
        "T/1 attachment A para 2",
        "T/1:attachment A:2",
    ),
    (
        &["Enclosure", "Attachment A"],
        "T/1 enclosure para 2",
        "T/1:enclosure1:2",
    ),
    (
        &["Schedule 1A", "Schedule 1B"],
        "T/1 schedule 1B, para 2",
        "T/1:schedule1.B:2",
    ),
    (
        &["Terms of reference", "Budget"],
        "T/1 annex II para 2",
        "T/1:annex2:2",
    ),
    (
        &["Terms of reference", "Budget"],
        "T/1 annex B",
        "T/1 has annexes 1 and 2",
    ),
    (
        &["Annex I", "Budget"],
        "T/1 annex 2",
        "T/1 has annexes I and ~1",
    ),
    (
        &["Annex I", "Annex I"],
        "T/1 annex I~2 para 1",
        "T/1:annex I~2:1",
    ),
    (
        &["First annex", "Second annex"],
        "T/1 annex 2 para 1",
        "T/1:annex2:1",
    ),
    (
        &["Annex I", "Annex II", "Annex III"],
        "T/1 annex IV",
        "T/1 has annexes I, II and III",
    ),
];

#[test]
fn the_printed_label_decides_and_not_the_order() {
    for &(titles, typed, answer) in LABELS {
        let named = all_named(&with_annexes(titles), typed);
        let named = named.unwrap_or_else(|error| error);
        assert_eq!(named, answer, "{typed} of {titles:?}");
    }
}

#[test]
fn every_paragraph_of_an_annex_goes_round_with_its_label() {
    for titles in [
        &["Annex II", "Annex III"][..],
        &["Annex A", "Annex B", "Annex I"],
        &["Annex I", "Budget", "Annex I"],
        &["Appendix", "Annex", "Schedule 2", "Enclosure B"],
        &["Schedule 1A", "Schedule 1.B", "Schedule A-1"],
    ] {
        let corpus = with_annexes(titles);
        let id = corpus.resolutions().next().unwrap();
        for index in 0..corpus.resolution(id).passages.len() {
            let place = Place::new(id, index);
            for typed in [corpus.cite(place).to_string(), corpus.spell_out(place)] {
                let read = corpus
                    .read_citation(&typed, None)
                    .map(|read| read.beginning());
                assert_eq!(read, Ok(place), "{typed} of {titles:?}");
            }
        }
    }
}
