//! Articles of annexed statutes: the number of a paragraph begins again in each, and the article says which is meant.

use resolut::text::corpus::{Corpus, Resolved};
use resolut::text::model::{Part, Place};

use super::{all_named, loaded, resolution};

/// An annex whose articles have numbered paragraphs, a single one without a number, and several such; and what
/// belongs to no article.
pub(crate) const STATUTE: &str = r#"{"format": "resolut-corpus/2", "sessions": [
  {"id": "SC-2031", "organ": "United Nations Security Council", "name": "Security Council, 2031", "resolutions": [
    {"symbol": "S/RES/9010 (2031)", "language": "en", "adopted": "2031-05-30", "preamble": [],
     "operative": [{"number": "1", "text": "Establishes the Board."}],
     "annexes": [{"title": "Statute", "paragraphs": [
        {"text": "Having met at Keel,"},
        {"heading": "Section I", "level": 1}, {"heading": "Oars", "level": 1},
        {"heading": "Article 1", "level": 2}, {"heading": "Seat", "level": 2},
        {"number": "1", "text": "The seat is at Keel."},
        {"number": "2", "text": "It moves:", "points": [{"number": "(a)", "text": "by day;"}, {"number": "(b)", "text": "by night."}]},
        {"heading": "ARTICLE 2. Members", "level": 2},
        {"text": "The members are:", "points": [{"number": "(a)", "text": "rowers;"}, {"number": "(b)", "text": "keepers."}]},
        {"heading": "Article 3", "level": 2},
        {"text": "They vote."}, {"text": "They go."},
        {"heading": "Article 3 bis", "level": 2},
        {"number": "1", "text": "Ropes are new."},
        {"heading": "Annexed forms", "level": 2},
        {"number": "1", "text": "The first form."}]}]}]}]}"#;

fn statute() -> Corpus {
    loaded(STATUTE.to_owned())
}

#[test]
fn a_paragraph_is_cited_below_its_article() {
    let corpus = statute();
    for (typed, answer) in [
        ("9010:annex1:art 1(1)", Ok("annex1:art 1(1)")),
        ("9010, annex, article 1(2)(b)", Ok("annex1:art 1(2)(b)")),
        (
            "S/RES/9010 (2031), annex, art. 1 (2) (b)",
            Ok("annex1:art 1(2)(b)"),
        ),
        (
            "article 1, paragraph 2 (a), of the annex to resolution 9010",
            Ok("annex1:art 1(2)(a)"),
        ),
        (
            "Article 2 of annex I to resolution 9010",
            Ok("annex1:art 2"),
        ),
        ("9010 annex art 2(b)", Ok("annex1:art 2(b)")),
        ("9010:annex1:art 3(~2)", Ok("annex1:art 3(~2)")),
        ("9010:annex1:art 3 bis(1)", Ok("annex1:art 3 bis(1)")),
        ("9010:annex1:art 1", Ok("annex1:art 1(1)-(2)")),
        ("9010:annex1:art 1(1)-(2)", Ok("annex1:art 1(1)-(2)")),
        (
            "9010:annex1:art 2,annex1:art 3(~1)",
            Ok("annex1:art 2,annex1:art 3(~1)"),
        ),
        ("9010:annex1:art 1-2", Ok("annex1:art 1-2")),
        ("9010 annex arts. 2 to 3 bis", Ok("annex1:art 2-3 bis")),
        (
            "articles 1 to 3 of the annex to resolution 9010",
            Ok("annex1:art 1-3"),
        ),
        (
            "9010, annex, articles 1 and 3",
            Ok("annex1:art 1(1)-(2),annex1:art 3(~1)-(~2)"),
        ),
        (
            "9010:annex1:art 1(2),art 2",
            Ok("annex1:art 1(2),annex1:art 2"),
        ),
        ("9010:annex1:art 2-3,annex1:~1", Ok("annex1:art 2-3,~1")),
        ("annex, article 2, to resolution 9010", Ok("annex1:art 2")),
        ("annex, article 2 to resolution 9010", Ok("annex1:art 2")),
        (
            "9010:annex1:art 3-1",
            Err("write the earlier paragraph first"),
        ),
        (
            "9010:annex1:art 2-7",
            Err("articles 1 to 3 and 3 bis in annex1"),
        ),
        // As it was cited before, counted through the annex.
        ("9010:annex1:1~2", Ok("annex1:art 3 bis(1)")),
        ("9010:annex1:~1", Ok("annex1:~1")),
        ("9010:annex1:1~3", Ok("annex1:1~3")),
        ("9010:annex1", Ok("annex1")),
        (
            "9010:annex1:art 9",
            Err("articles 1 to 3 and 3 bis in annex1"),
        ),
        (
            "9010:annex1:art 1(3)",
            Err("paragraphs 1 and 2 in article 1 of annex1"),
        ),
        ("9010:annex1:art 1(2)(c)", Err("points (a) and (b)")),
        ("9010:annex1:art 2(c)", Err("points (a) and (b)")),
    ] {
        match (all_named(&corpus, typed), answer) {
            (Ok(named), Ok(answer)) => {
                assert_eq!(named, format!("S/RES/9010 (2031):{answer}"), "{typed}");
            }
            (Err(error), Err(words)) => assert!(error.ends_with(words), "{typed}: {error}"),
            (named, _) => panic!("{typed}: {named:?}"),
        }
    }
}

#[test]
fn each_paragraph_goes_round_with_its_article_short_and_spelled_out() {
    let corpus = statute();
    let id = resolution(&corpus, "S/RES/9010 (2031)");
    let open = corpus.resolution(id);
    let mut spelled = Vec::new();
    for (index, passage) in open.passages.iter().enumerate() {
        if !passage.is_text() {
            continue;
        }
        let place = Place::new(id, index);
        for typed in [corpus.cite(place).to_string(), corpus.spell_out(place)] {
            let read = corpus.read_citation(&typed, None);
            assert_eq!(read.map(|read| read.beginning()), Ok(place), "{typed}");
        }
        let words = corpus.spell_out(place);
        spelled.extend(
            words
                .split_once(", annex I, ")
                .map(|(_, words)| words.to_owned()),
        );
    }
    assert_eq!(
        spelled,
        [
            "first unnumbered paragraph",
            "article 1, paragraph 1",
            "article 1, paragraph 2",
            "article 1, paragraph 2 (a)",
            "article 1, paragraph 2 (b)",
            "article 2",
            "article 2 (a)",
            "article 2 (b)",
            "article 3, first unnumbered paragraph",
            "article 3, second unnumbered paragraph",
            "article 3 bis, paragraph 1",
            "paragraph 1 (third of that number)",
        ]
    );
}

#[test]
fn a_range_over_articles_is_cited_by_them_and_read_back() {
    let corpus = statute();
    let id = resolution(&corpus, "S/RES/9010 (2031)");
    let open = corpus.resolution(id);
    let annexed = |index: &usize| {
        let passage = &open.passages[*index];
        passage.is_paragraph() && matches!(passage.part, Part::Annex(..))
    };
    let paragraphs: Vec<_> = (0..open.passages.len()).filter(annexed).collect();
    let mut cited = Vec::new();
    for (at, &first) in paragraphs.iter().enumerate() {
        for &last in &paragraphs[at..] {
            let all = first..open.unit(last).end;
            let resolved = Resolved {
                resolution: id,
                passages: vec![all],
            };
            let typed = corpus.cite_all(&resolved).to_string();
            let read = corpus.read_citation(&typed, None).unwrap();
            assert_eq!(read.units(&open), resolved.units(&open), "{typed}");
            cited.push(typed.replace("S/RES/9010 (2031):annex1:", ""));
        }
    }
    for typed in [
        "art 1-2",
        "art 1-2,annex1:art 3(~1)",
        "art 1(2),annex1:art 2-3 bis",
        "~1,annex1:art 1-3",
        "art 3-3 bis,1~3",
    ] {
        assert!(
            cited.iter().any(|cited| cited == typed),
            "{typed}: {cited:?}"
        );
    }
}

#[test]
fn words_about_articles_are_no_citation_without_an_annex() {
    let corpus = statute();
    for typed in ["article 1", "art 3(1)", "article 51 of the Charter"] {
        assert!(all_named(&corpus, typed).is_err());
        assert!(corpus.parse_citation(typed).is_err(), "{typed}");
    }
}
