//! Citations in a language: what is read, what is named, and what is printed.

use resolut::text::citation::Citation;
use resolut::text::corpus::Corpus;
use resolut::text::model::Place;

use super::{all_named, loaded, named, resolution};

fn harbour() -> Corpus {
    loaded(include_str!("../../fixtures/languages/harbour.json").to_owned())
}

#[test]
fn a_language_stands_behind_everything_else() {
    for (typed, printed) in [
        ("2/34-P@fr", "2/34-P@fr"),
        ("2/34-P:7@FR", "2/34-P:7@fr"),
        ("2/34-P:7 @fr", "2/34-P:7@fr"),
        ("2/34-P:7＠fr", "2/34-P:7@fr"),
        ("2/34-P:7@zh-hans-CN", "2/34-P:7@zh-Hans-CN"),
        ("2/34-P:7@es-419", "2/34-P:7@es-419"),
        ("2/34-P:7@de‑1996", "2/34-P:7@de-1996"),
        (
            "paras 7, 9 and 11 to 12 of 2/34-P@fr",
            "2/34-P:7,9,11-12@fr",
        ),
        (
            "points (a) to (c) of paragraph 3 of 2/34-P @fr",
            "2/34-P:3(a)-(c)@fr",
        ),
        ("2/34-P:3 (a, c-e)@fr", "2/34-P:3(a),3(c)-(e)@fr"),
        ("2/34-P:annex B:pp2@fr", "2/34-P:annex B:pp2@fr"),
        ("OIC Resolution No. 2/34-P of 17 May 2007@fr", "2/34-P@fr"),
        ("“2/34-P:7@fr”", "2/34-P:7@fr"),
        ("(see 2/34-P:7@fr).", "2/34-P:7@fr"),
        ("(2/34-P:7)@fr", "2/34-P:7@fr"),
        ("2/34-P:7@fr;", "2/34-P:7@fr"),
        (
            "https://undocs.org/en/S/RES/2505(2020)@fr",
            "S/RES/2505 (2020)@fr",
        ),
        ("7@fr", "7@fr"),
        ("op 7@fr", "op7@fr"),
        ("pp3,4@fr", "pp3,4@fr"),
    ] {
        let read: Result<Citation, _> = typed.parse();
        let read = read.map(|read| read.to_string());
        assert_eq!(read.as_deref(), Ok(printed), "{typed}");
        let again: Citation = printed.parse().unwrap();
        assert_eq!(again.to_string(), printed);
    }
}

#[test]
fn what_stands_behind_the_sign_and_is_no_tag_is_an_error_there() {
    for (typed, at) in [
        ("2/34-P:7@", ""),
        ("2/34-P:7@.", "."),
        ("2/34-P:7@f", "f"),
        ("2/34-P:7@ fr", "fr"),
        ("2/34-P:7@fr de", "fr de"),
        ("2/34-P:7@fr-", "fr-"),
        ("2/34-P:7@12", "12"),
        ("2/34-P:7@français", "français"),
        ("2/34-P:7@abcdefghi", "abcdefghi"),
    ] {
        let error = typed.parse::<Citation>().unwrap_err();
        let said = error.to_string();
        assert!(
            said.starts_with("expected the tag of a language such as `fr` at"),
            "{typed}: {said}"
        );
        assert_eq!(&typed[error.offset()..], at, "{typed}");
    }
    for typed in ["@fr", "a@fr", "2/34-P@fr:7", "2/34-P@fr@de", "“7@fr”"] {
        assert!(typed.parse::<Citation>().is_err(), "{typed}");
    }
}

#[test]
fn a_language_is_that_of_the_text_that_is_cited() {
    let corpus = harbour();
    for (typed, cited) in [
        ("HB/RES/1 (2019):2", "HB/RES/1 (2019):2"),
        ("HB/RES/1 (2019):2@en", "HB/RES/1 (2019):2"),
        ("HB/RES/1 (2019):2@en-GB", "HB/RES/1 (2019):2"),
        ("HB/RES/1 (2019):2@zh", "HB/RES/1 (2019):2@zh-Hans"),
        ("HB/RES/1 (2019):3@zh", "HB/RES/1 (2019):3@zh-Hans"),
        ("HB/RES/1@ar", "HB/RES/1 (2019)@ar"),
        ("HB/RES/1:1(b)@ar", "HB/RES/1 (2019):1(ب)@ar"),
        ("HB/RES/1:1(ب)", "HB/RES/1 (2019):1(b)"),
    ] {
        assert_eq!(named(&corpus, typed, None).as_deref(), Ok(cited), "{typed}");
        assert_eq!(named(&corpus, cited, None).as_deref(), Ok(cited));
    }
    let several = "HB/RES/1 (2019):1-2@zh-Hans";
    assert_eq!(all_named(&corpus, several).as_deref(), Ok(several));
}

#[test]
fn a_language_of_the_open_resolution_needs_no_symbol() {
    let corpus = harbour();
    let open = Some("HB/RES/1 (2019)");
    for (typed, cited) in [
        ("2@ar", "HB/RES/1 (2019):2@ar"),
        ("pp1@zh", "HB/RES/1 (2019):pp1@zh-Hans"),
        ("2@en", "HB/RES/1 (2019):2"),
    ] {
        assert_eq!(named(&corpus, typed, open).as_deref(), Ok(cited), "{typed}");
    }
}

#[test]
fn a_language_that_is_not_there_is_told_which_are() {
    let corpus = harbour();
    for (typed, said) in [
        (
            "HB/RES/2:1@ar",
            "`HB/RES/2 (2019)` is not here in `ar`, but in `en` and `zh-Hans`",
        ),
        (
            "HB/RES/1@tlh",
            "`HB/RES/1 (2019)` is not here in `tlh`, but in `en`, `ar` and `zh-Hans`",
        ),
        (
            "HB/RES/1:3@ar",
            "HB/RES/1 (2019) has operative paragraphs 1 and 2",
        ),
    ] {
        let refused = named(&corpus, typed, None).unwrap_err();
        assert_eq!(refused, said, "{typed}");
    }
    let refused = named(&super::corpus(), "2/34-P:7@fr", None).unwrap_err();
    assert_eq!(refused, "`2/34-P` is not here in `fr`, but in `en`");
}

#[test]
fn only_a_text_that_is_not_shown_is_cited_with_its_language() {
    let corpus = harbour();
    for shown in ["en", "ar", "zh-Hans"] {
        corpus.choose_language(shown).unwrap();
        for id in corpus.resolutions() {
            let first = Place::new(id, 0);
            let cited = corpus.cite(first).to_string();
            assert_eq!(cited.contains('@'), !corpus.is_shown(id), "{cited}");
            for cited in [cited, corpus.spell_out(first)] {
                let again = corpus.read_citation(&cited, None).unwrap().beginning();
                assert_eq!(again, first, "{cited}");
            }
        }
    }
}

#[test]
fn a_symbol_may_have_the_sign_of_a_language() {
    let json = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "S", "organ": "O", "name": "N", "resolutions": [
          {"symbol": "1/2@fr", "language": "en", "preamble": [], "operative": [{"text": "Ends."}]}]}]}"#;
    let corpus = loaded(json.to_owned());
    let id = resolution(&corpus, "1/2@fr");
    for typed in ["1/2@fr", "1/2@fr:1", "1/2@FR, para 1@en"] {
        assert_eq!(
            corpus.read_citation(typed, None).unwrap().resolution,
            id,
            "{typed}"
        );
    }
}

#[test]
fn what_was_printed_in_one_language_is_found_in_another() {
    let corpus = harbour();
    corpus.choose_language("ar").unwrap();
    let found = |printed| {
        let found = corpus.find_printed(printed)?;
        Some(corpus.cite(found.beginning()).to_string())
    };
    let third = "HB/RES/1 (2019):3";
    assert_eq!(found(third).as_deref(), Some("HB/RES/1 (2019):3@en"));
    assert_eq!(found("HB/RES/1 (2019):9"), None);
    assert_eq!(found("HB/RES/1 (2019):1@tlh"), None);
}
