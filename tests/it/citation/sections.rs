//! Sections, preambles of annexes, statements, and what stands between paragraphs: how each is cited.

use resolut::text::model::Place;

use super::{all_named, loaded, named, resolution};

const BOATS: &str = include_str!("../../fixtures/boats.json");

#[test]
fn a_section_is_said_where_its_numbers_begin_again() {
    let corpus = loaded(BOATS.to_owned());
    for (typed, answer) in [
        ("B/RES/8 (2008):A:2", Ok("B/RES/8 (2008):A:2")),
        (
            "B/RES/8 (2008), section B, paragraph 1",
            Ok("B/RES/8 (2008):B:1"),
        ),
        (
            "paragraph 2 (a) of section B of B/RES/8 (2008)",
            Ok("B/RES/8 (2008):B:2(a)"),
        ),
        ("B/RES/8 (2008):b:pp1", Ok("B/RES/8 (2008):B:pp1")),
        (
            "first preambular paragraph of section A of B/RES/8 (2008)",
            Ok("B/RES/8 (2008):A:pp1"),
        ),
        ("B/RES/8 (2008) para 3", Ok("B/RES/8 (2008):B:3")),
        ("B/RES/8 (2008):section B", Ok("B/RES/8 (2008):section B")),
        ("B/RES/8 (2008):A:1-2", Ok("B/RES/8 (2008):A:1-2")),
        ("B/RES/8 (2008):A:1,B:2", Ok("B/RES/8 (2008):A:1,B:2")),
        (
            "B/RES/8 (2008):1",
            Err("B/RES/8 (2008) has paragraph 1 in sections A and B"),
        ),
        (
            "B/RES/8 (2008):9",
            Err("B/RES/8 (2008) has sections A and B"),
        ),
        (
            "B/RES/8 (2008):C:1",
            Err("B/RES/8 (2008) has sections A and B"),
        ),
        (
            "B/RES/8 (2008):A:3",
            Err("B/RES/8 (2008) has paragraphs 1 and 2 in section A"),
        ),
    ] {
        let named = all_named(&corpus, typed);
        assert_eq!(named.as_deref().map_err(String::as_str), answer, "{typed}");
    }
}

#[test]
fn a_paragraph_is_found_whatever_section_it_stands_in_where_numbers_go_on() {
    let corpus = loaded(BOATS.to_owned());
    for (typed, answer) in [
        ("B/RES/9 (2008):3", Ok("B/RES/9 (2008):3")),
        (
            "B/RES/9 (2008) section I paragraph 3",
            Ok("B/RES/9 (2008):3"),
        ),
        ("B/RES/9 (2008):3-4", Ok("B/RES/9 (2008):3-4")),
        ("B/RES/9 (2008):operative", Ok("B/RES/9 (2008):operative")),
        (
            "B/RES/9 (2008):5",
            Err("B/RES/9 (2008) has operative paragraphs 1 to 4"),
        ),
    ] {
        let named = all_named(&corpus, typed);
        assert_eq!(named.as_deref().map_err(String::as_str), answer, "{typed}");
    }
}

#[test]
fn an_annex_may_have_a_preamble() {
    let corpus = loaded(BOATS.to_owned());
    for (typed, answer) in [
        (
            "B/RES/7 (2008):annex I:pp2",
            Ok("B/RES/7 (2008):annex I:pp2"),
        ),
        (
            "second preambular paragraph of annex I to B/RES/7 (2008)",
            Ok("B/RES/7 (2008):annex I:pp2"),
        ),
        (
            "B/RES/7 (2008):annex I:1~2",
            Ok("B/RES/7 (2008):annex I:art 2(1)"),
        ),
        ("B/RES/7 (2008):annex I", Ok("B/RES/7 (2008):annex I")),
        (
            "B/RES/7 (2008):annex I:preamble",
            Ok("B/RES/7 (2008):annex I:preamble"),
        ),
        (
            "B/RES/7 (2008):annex I:pp3",
            Err("B/RES/7 (2008) has preambular paragraphs 1 and 2 in annex I"),
        ),
    ] {
        let named = all_named(&corpus, typed);
        assert_eq!(named.as_deref().map_err(String::as_str), answer, "{typed}");
    }
}

#[test]
fn the_paragraphs_of_a_statement_are_counted() {
    let corpus = loaded(BOATS.to_owned());
    assert_eq!(
        named(&corpus, "B/PRST/2008/1:2", None),
        Ok("B/PRST/2008/1:2".to_owned())
    );
    assert_eq!(
        named(&corpus, "B/PRST/2008/1:4", None),
        Err("B/PRST/2008/1 has paragraphs 1 to 3".to_owned())
    );
}

#[test]
fn what_is_no_paragraph_is_cited_as_the_one_it_belongs_to() {
    let corpus = loaded(BOATS.to_owned());
    let id = resolution(&corpus, "B/RES/7 (2008)");
    let open = corpus.resolution(id);
    let cited = |begins: &str| {
        let mut passages = open.passages.iter();
        let index = passages
            .position(|passage| passage.text.starts_with(begins))
            .unwrap();
        corpus
            .cite(Place::new(id, index))
            .to_string()
            .replace("B/RES/7 (2008):", "")
    };
    for (begins, citation) in [
        ("Lanterns", "pp1"),
        ("Light", "operative"),
        ("and urges", "2"),
        ("Harbour |", "2"),
        ("-----", "2"),
        ("Calls upon", "3"),
        ("Article 1", "annex I"),
        ("Article 2", "annex I:art 1(1)"),
    ] {
        assert_eq!(cited(begins), citation, "{begins}");
    }
}

#[test]
fn every_paragraph_and_point_goes_round_with_its_citation() {
    let corpus = loaded(BOATS.to_owned());
    for id in corpus.resolutions() {
        let open = corpus.resolution(id);
        for (index, _) in open
            .passages
            .iter()
            .enumerate()
            .filter(|(_, one)| one.is_text())
        {
            let place = Place::new(id, index);
            for typed in [corpus.cite(place).to_string(), corpus.spell_out(place)] {
                let read = corpus.read_citation(&typed, None);
                assert_eq!(read.map(|read| read.beginning()), Ok(place), "{typed}");
            }
        }
    }
}
