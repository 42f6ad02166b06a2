//! Sentences of the kinds that resolutions have, and what they refer to.

use proptest::prelude::*;

use crate::analysis::references;
use crate::text::corpus::Corpus;
use crate::text::model::Place;

/// Three resolutions; the text stands as paragraph 6 of the second, or where `at` says.
fn corpus(text: &str) -> Corpus {
    let op =
        |number: &str, text: &str| format!(r#"{{"number": "{number}", "text": {}}}"#, json(text));
    let numbered = |count: u32| {
        let all = (1..=count).map(|number| op(&number.to_string(), "Decides to meet;"));
        all.collect::<Vec<_>>().join(",")
    };
    let points = r#"{"number": "3", "text": "Decides:", "points": [
        {"number": "(a)", "text": "to row;"}, {"number": "(b)", "text": "to sail."}]}"#;
    let resolution = |symbol: &str,
                      year: &str,
                      preamble: &str,
                      operative: String,
                      annexes: &str| {
        format!(
            r#"{{"symbol": "{symbol}", "language": "en", "adopted": "{year}-02-01",
                "preamble": [{{"text": {}}}], "operative": [{operative}], "annexes": [{annexes}]}}"#,
            json(preamble)
        )
    };
    let annex = r#"{"title": "Annex I", "paragraphs": [{"number": "1", "text": "Boats."}]}"#;
    let second = [
        numbered(5),
        op("6", text),
        numbered(9).split_off(numbered(6).len() + 1),
        op("(a)", text),
    ];
    let all = [
        resolution(
            "S/RES/2101 (2013)",
            "2013",
            "",
            [&numbered(2), points].join(","),
            "",
        ),
        resolution("S/RES/2201 (2015)", "2015", text, second.join(","), annex),
        resolution("2/34-P", "2007", "", numbered(2), ""),
    ];
    let mut corpus = Corpus::default();
    corpus
        .add_text(format!(
            r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "T", "organ": "o", "name": "n",
                "resolutions": [{}]}}]}}"#,
            all.join(",")
        ))
        .unwrap();
    corpus
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn place(corpus: &Corpus, at: &str) -> Place {
    corpus.read_citation(at, None).unwrap().beginning()
}

/// What the text refers to: the words, the target, and where it leads.
fn read_at(at: &str, text: &str) -> Vec<String> {
    let corpus = corpus(text);
    let all = references::of(&corpus, place(&corpus, at)).unwrap();
    let mut said = Vec::new();
    for one in &all {
        let own = if one.is_owner { " owner" } else { "" };
        let state = one.referent.whereabouts(&corpus);
        let target = one
            .referent
            .to_string()
            .replace("S/RES/2201 (2015)", "here");
        said.push(format!(
            "{} = {target} {}{own}",
            text.get(one.range.clone()).unwrap(),
            state.name()
        ));
    }
    said
}

fn read(text: &str) -> Vec<String> {
    read_at("2201:6", text)
}

/// The targets alone, without owners.
fn targets(text: &str) -> Vec<String> {
    let all = read(text).into_iter().filter(|one| !one.ends_with("owner"));
    let target = |one: String| one.split_once(" = ").unwrap().1.to_owned();
    all.map(target).collect()
}

#[test]
fn a_paragraph_belongs_to_the_resolution_behind_it() {
    assert_eq!(
        read("Renews the measures of paragraphs 1, 3 (b) and 9 of its resolution 2101 (2013);"),
        [
            "1 = S/RES/2101 (2013):1 here",
            "3 (b) = S/RES/2101 (2013):3(b) here",
            "9 = S/RES/2101 (2013):9 missing",
            "2101 (2013) = S/RES/2101 (2013) here owner",
        ]
    );
}

#[test]
fn without_a_year_the_day_behind_the_next_of_the_list_or_the_number_tells_it() {
    for (text, target) in [
        ("as resolution 2101 has it", "S/RES/2101 (2013) here"),
        (
            "resolution 1559 of 2 September 2004",
            "S/RES/1559 (2004) outside",
        ),
        ("resolutions 242 and 338 (1973)", "S/RES/242 (1967) outside"),
        ("as in S/RES/2101(2013)", "S/RES/2101 (2013) here"),
        ("as UNSCR 1325 has it", "S/RES/1325 (2000) outside"),
    ] {
        assert_eq!(
            targets(text).first().map(String::as_str),
            Some(target),
            "{text}"
        );
    }
    assert!(targets("the time of this resolution 90 days ago").is_empty());
    assert!(targets("Convention 182 (1999) of the Organisation").is_empty());
}

#[test]
fn above_below_and_this_resolution_are_the_own_paragraphs() {
    for (text, want) in [
        ("paragraph 2 above", "here:2 here"),
        ("paragraph 12 below", "here:12 missing"),
        ("paragraph 4 of this resolution", "here:4 here"),
        ("paragraph 4 of the present resolution", "here:4 here"),
        ("the measures in the above paragraph", "here:5 here"),
        ("mentioned in the paragraph above", "here:5 here"),
        ("as OP4 above says", "here:4 here"),
        ("as annex I of this resolution", "here:annex I here"),
        ("the list in Annex I shall", "here:annex I here"),
        ("paragraphs 2 to 4 above", "here:2-4 here"),
    ] {
        assert_eq!(targets(text), [want], "{text}");
    }
}

#[test]
fn a_paragraph_without_an_owner_is_the_own_one_if_there_is_such() {
    assert_eq!(
        targets("the tasks of paragraph 4 shall end"),
        ["here:4 here"]
    );
    assert!(targets("the tasks of paragraphs 4 and 57 shall end").is_empty());
    // In a preamble it is that of something else.
    assert!(read_at("2201:pp1", "Noting what paragraph 4 says,").is_empty());
}

#[test]
fn paragraphs_of_other_texts_lead_nowhere() {
    for text in [
        "paragraph 4 of the report of the Secretary-General",
        "paragraph 4 of his report",
        "paragraphs 3 and 4 of that letter",
        "the report (S/2013/7), in particular paragraphs 3 and 4",
        "the report of 3 May 2013, in particular its paragraph 4",
        "article 2, paragraphs 3 and 4, of the Charter",
        "paragraphs 1.3.3 and 2.1.1 of the Agreement",
        "paragraph 3 of annex 2 to the Agreement",
        "Annex 1 of the Peace Agreement",
        "an annex to the resolution that is being drafted",
        "this paragraph above all",
    ] {
        let documents = |one: &String| !one.starts_with("S/2013/7");
        assert_eq!(targets(text).into_iter().find(documents), None, "{text}");
    }
}

#[test]
fn what_stands_before_may_be_the_owner() {
    for text in [
        "resolution 2101 (2013), in particular paragraphs 1 and 2",
        "resolution 2101 (2013) of 1 May 2013, in particular its paragraphs 1 and 2,",
        "resolution 2101 (2013) (paragraphs 1 and 2)",
        "resolution 2101 (2013), except those contained in paragraphs 1 and 2",
        "paragraph 1 and paragraph 2 of resolution 2101 (2013)",
        "resolution 2101 (2013) and recalls paragraphs 1 and 2 of that resolution",
    ] {
        assert_eq!(
            targets(text)
                .iter()
                .filter(|one| one.contains(':'))
                .collect::<Vec<_>>(),
            ["S/RES/2101 (2013):1 here", "S/RES/2101 (2013):2 here"],
            "{text}"
        );
    }
}

#[test]
fn letters_belong_to_the_number_beside_them() {
    for (text, want) in [
        (
            "subparagraphs (a) and (b) of paragraph 3 of resolution 2101 (2013)",
            [
                "S/RES/2101 (2013):3(a) here",
                "S/RES/2101 (2013):3(b) here",
                "S/RES/2101 (2013):3 here",
            ],
        ),
        (
            "paragraph 3 (a), (b) and (c) of resolution 2101 (2013)",
            [
                "S/RES/2101 (2013):3(a) here",
                "S/RES/2101 (2013):3(b) here",
                "S/RES/2101 (2013):3(c) parent",
            ],
        ),
        (
            "paragraph 3, subparagraphs (a) to (b), and paragraph 2 of resolution 2101 (2013)",
            [
                "S/RES/2101 (2013):3 here",
                "S/RES/2101 (2013):3(a)-(b) here",
                "S/RES/2101 (2013):2 here",
            ],
        ),
        (
            "paragraphs 3 (b) (i), (ii) and (c) of resolution 2101 (2013)",
            [
                "S/RES/2101 (2013):3(b)(i) parent",
                "S/RES/2101 (2013):3(b)(ii) parent",
                "S/RES/2101 (2013):3(c) parent",
            ],
        ),
    ] {
        assert_eq!(targets(text), want, "{text}");
    }
}

#[test]
fn a_letter_that_stands_as_a_paragraph_is_found_behind_its_number() {
    assert_eq!(targets("paragraph 9 (a) above"), ["here:9(a) here"]);
    assert_eq!(
        read_at("2201:a", "subparagraph (a) above"),
        ["(a) = here:9(a) here"]
    );
}

#[test]
fn symbols_of_documents_are_read_first() {
    for (text, want) in [
        ("(A/62/896-S/2008/436)", vec!["A/62/896-S/2008/436 outside"]),
        (
            "resolution 60/1 of the Assembly",
            vec!["A/RES/60/1 outside"],
        ),
        ("resolution 217 A (III)", vec!["A/RES/217 A (III) outside"]),
        (
            "statements (S/PRST/2006/31, 2006/59)",
            vec!["S/PRST/2006/31 outside", "S/PRST/2006/59 outside"],
        ),
        (
            "Resolution No. 2/34-P of the Conference",
            vec!["2/34-P here"],
        ),
        ("paragraph 2 of Resolution 2/34-P", vec!["2/34-P:2 here"]),
        (
            "resolutions WHA58.3 (2005) on boats and WHA73.1 (2020)",
            vec!["WHA58.3 outside", "WHA73.1 outside"],
        ),
        (
            "paragraph 2 of resolution WHA73.1",
            vec!["WHA73.1:2 outside"],
        ),
        ("HIV/AIDS and/or the 1990/91 season", vec![]),
        ("of 12 September 2001 (2001)", vec![]),
    ] {
        assert_eq!(targets(text), want, "{text}");
    }
}

#[test]
fn a_list_may_go_on_behind_its_owner() {
    assert_eq!(
        targets("paragraphs 1 (a) of resolution 1267 (1999) and 2 of resolution 2101 (2013)"),
        ["S/RES/1267 (1999):1(a) outside", "S/RES/2101 (2013):2 here"]
    );
}

#[test]
fn a_year_that_is_not_that_of_the_number_is_said() {
    let corpus = corpus("as resolution 2101 (2014) has it");
    let all = references::of(&corpus, place(&corpus, "2201:6")).unwrap();
    assert_eq!(
        all[0].warning.as_deref(),
        Some("resolution 2101 is of 2013")
    );
}

#[test]
fn a_link_that_leads_elsewhere_is_said_and_the_text_wins() {
    let link = |address: &str| {
        let mut corpus = Corpus::default();
        let json = format!(
            r#"{{"format": "resolut-corpus/2", "sessions": [{{"id": "T", "organ": "o", "name": "n", "resolutions": [
                {{"symbol": "S/RES/2201 (2015)", "language": "en", "preamble": [], "operative": [
                    {{"number": "1", "text": "Recalls resolution 2101 (2013);",
                      "spans": [[19, 30, "a", "{address}"]]}}]}}]}}]}}"#
        );
        corpus.add_text(json).unwrap();
        references::of(&corpus, place(&corpus, "2201:1")).unwrap()
    };
    let same = link("https://undocs.org/S/RES/2101(2013)");
    assert_eq!(same[0].warning, None);
    let other = link("https://undocs.org/S/RES/2102(2013)");
    assert_eq!(other[0].referent.symbol(), "S/RES/2101 (2013)");
    assert!(other[0].warning.as_deref().unwrap().contains("S/RES/2102"));
}

#[test]
fn a_text_that_is_not_shown_is_read_in_its_own_annex() {
    let mut corpus = Corpus::default();
    let version = |language: &str| {
        format!(
            r#"{{"symbol": "S/RES/2201 (2015)", "language": "{language}", "preamble": [],
                "operative": [{{"number": "1", "text": "Decides."}}],
                "annexes": [{{"title": "Annex I", "paragraphs": [
                    {{"number": "1", "text": "Boats."}}, {{"number": "2", "text": "As in paragraph 1 above."}}]}}]}}"#
        )
    };
    corpus
        .add_text(format!(
            r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "T", "organ": "o", "name": "n",
                "resolutions": [{}, {}]}}]}}"#,
            version("en"),
            version("fr")
        ))
        .unwrap();
    corpus.choose_language("fr").unwrap();
    let all = references::of(&corpus, place(&corpus, "2201:annex I:2@en")).unwrap();
    assert_eq!(all[0].referent.to_string(), "S/RES/2201 (2015):annex I:1");
}

#[test]
fn a_point_is_counted_from_its_own_beginning() {
    let mut corpus = Corpus::default();
    corpus
        .add_text(
            r#"{"format": "resolut-corpus/1", "sessions": [{"id": "T", "organ": "o", "name": "n", "resolutions": [
                {"symbol": "S/RES/2201 (2015)", "language": "en", "preamble": [], "operative": [
                    {"number": "1", "text": "Recalls resolution 2101 (2013) and:", "points": [
                        {"number": "(a)", "text": "paragraph 2 of that resolution;"}]}]}]}]}"#,
        )
        .unwrap();
    let all = references::of(&corpus, place(&corpus, "2201:1(a)")).unwrap();
    let cited: Vec<_> = all
        .iter()
        .map(|one| (one.range.clone(), one.referent.to_string()))
        .collect();
    assert_eq!(cited, [(10..11, "S/RES/2101 (2013):2".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_what_it_refers_to_stands_in_it(
        text in "(paragraphs? |sub-|annex(es)? |resolutions? |of |this |its |that |above |and |, |\\(|\\)|to |[0-9]{1,4} |[a-z]|I |S/|/|\\(2001\\) |\\(a\\) |é|\u{200e}|\\PC){0,24}"
    ) {
        let corpus = corpus(&text);
        for at in ["2201:6", "2201:pp1"] {
            for one in references::of(&corpus, place(&corpus, at)).unwrap() {
                prop_assert!(text.get(one.range.clone()).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}

#[test]
fn paragraphs_of_a_text_that_is_not_named_are_none_of_this_one() {
    for text in [
        "as in paragraph 3 thereof",
        "as in paragraph 1 of the said resolution",
        "as in paragraph 2 of the same resolution",
    ] {
        assert_eq!(targets(text), [""; 0], "{text}");
    }
    let named = targets("Recalls resolution 2101 (2013) and paragraph 1 thereof;");
    assert_eq!(named, ["S/RES/2101 (2013):1 here"]);
}

#[test]
fn namely_and_thereto_name_the_resolution_before_them_and_a_number_may_have_been_put_in_later() {
    assert_eq!(
        targets("the measures in resolution 2101 (2013), namely those in paragraphs 1 and 3 (a),"),
        ["S/RES/2101 (2013):1 here", "S/RES/2101 (2013):3(a) here"]
    );
    assert_eq!(
        targets(
            "Reaffirms resolution 2101 (2013) and paragraphs 7 and 10 to 12 of Annex B thereto;"
        ),
        [
            "S/RES/2101 (2013):annex B:7 missing",
            "S/RES/2101 (2013):annex B:10-12 missing",
            "S/RES/2101 (2013):annex B missing"
        ]
    );
    assert_eq!(
        targets("as paragraphs 2, 5 bis and 7 above say"),
        ["here:2 here", "here:5 bis missing", "here:7 here"]
    );
    assert_eq!(
        targets("Recalling resolution WHA73.1 (2020),"),
        ["WHA73.1 outside"]
    );
}

#[test]
fn which_the_latter_and_the_former_belong_to_what_was_named_before() {
    assert_eq!(
        targets("Recalling resolution 2101 (2013), paragraph 2 of which bound all,"),
        ["S/RES/2101 (2013):2 here"]
    );
    assert_eq!(
        targets(
            "Recalling resolutions 2102 (2013) and 2101 (2013), and paragraph 2 of the latter,"
        ),
        ["S/RES/2102 (2013) outside", "S/RES/2101 (2013):2 here"]
    );
    assert_eq!(
        targets(
            "Recalling resolutions 2101 (2013) and 2102 (2013), and paragraph 2 of the former,"
        ),
        ["S/RES/2102 (2013) outside", "S/RES/2101 (2013):2 here"]
    );
    assert!(targets("Recalls paragraph 2 of the former;").is_empty());
}

#[test]
fn numbers_of_sessions_and_years_are_of_the_organ_that_is_named_nearest() {
    for (text, want) in [
        (
            "Recalls General Assembly resolution 60/251;",
            &["A/RES/60/251 outside"][..],
        ),
        (
            "Recalls Human Rights Council resolution 16/1;",
            &["A/HRC/RES/16/1 outside"],
        ),
        (
            "Recalls General Assembly resolution 60/251 and Council resolution 5/1;",
            &["A/RES/60/251 outside", "A/HRC/RES/5/1 outside"],
        ),
        (
            "Recalls Human Rights Council resolution 16/1 and its own resolution 70/1;",
            &["A/HRC/RES/16/1 outside", "A/RES/70/1 outside"],
        ),
        (
            "Recalls what the Human Rights Council decided in its resolution 16/1;",
            &["A/HRC/RES/16/1 outside"],
        ),
        (
            "Recalls Council resolution 2005/69;",
            &["E/RES/2005/69 outside"],
        ),
        (
            "Recalls Commission on Human Rights resolution 2005/69;",
            &["E/CN.4/RES/2005/69 outside"],
        ),
        (
            "Recalls Council resolutions 5/1, on building, and the annexes thereto, and 5/2, on conduct;",
            &["A/HRC/RES/5/1 outside", "A/HRC/RES/5/2 outside"],
        ),
        (
            "Recalls its resolution 71/272 A of 2016;",
            &["A/RES/71/272 A outside"],
        ),
    ] {
        assert_eq!(targets(text), want, "{text}");
    }
}

#[test]
fn a_number_without_an_organ_is_of_the_series_of_its_own_resolution() {
    let mut corpus = Corpus::default();
    let json = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "17", "organ": "Council of Lakes", "name": "N", "resolutions": [
            {"symbol": "L/RES/17/5", "language": "en", "preamble": [],
             "operative": [{"number": "1", "text": "Recalls its resolution 8/3 and General Assembly resolution 60/251;"}]}]}]}"#;
    corpus.add_text(json).unwrap();
    let of = place(&corpus, "L/RES/17/5:1");
    let resolution = corpus.read(of.resolution).unwrap();
    let all = references::in_unit(&corpus, of, &resolution);
    let symbols: Vec<_> = all.iter().map(|one| one.referent.symbol()).collect();
    assert_eq!(symbols, ["L/RES/8/3", "A/RES/60/251"]);
}
