//! `resolut quote`: the words of the corpus, and the source as each guide has it.

use super::Test;
use crate::citation::articles::STATUTE;

/// A resolution of the Council with points, bullets and annexes; one whose paragraphs have no number; one of the
/// Assembly; a statement; and one of a body that no guide abbreviates.
const CORPUS: &str = r#"{"format": "resolut-corpus/2", "sessions": [
    {"id": "SC-2031", "organ": "United Nations Security Council", "name": "Security Council, 2031", "resolutions": [
        {"symbol": "S/RES/9001 (2031)", "title": "On lanterns", "adopted": "2031-09-03", "language": "en",
         "preamble": [{"text": "Recalling the night,"}, {"text": "Noting the fog,"}, {"text": "Stressing the lamp,"}],
         "operative": [
            {"number": "1", "text": "Decides to light the lamp;"},
            {"number": "2", "text": "Requests the watch", "points": [
                {"number": "(a)", "text": "to climb", "points": [
                    {"number": "(i)", "text": "by day;"}, {"number": "(ii)", "text": "by night;"}]},
                {"number": "(b)", "text": "to count:", "points": [{"text": "oil;"}, {"text": "wicks;"}]},
                {"number": "(c)", "text": "to rest;"}, {"number": "(d)", "text": "to rise;"}]},
            {"number": "3", "text": "Thanks <the> watch*;"},
            {"number": "4", "text": "Remains seized of the lamp."}],
         "annexes": [
            {"number": "I", "title": "Rules", "paragraphs": [{"number": "1", "text": "No fire."}]},
            {"number": "II", "title": "Oil", "paragraphs": [{"number": "1", "text": "Whale."}, {"number": "2", "text": "Rape."}]}]},
        {"symbol": "S/RES/9002 (2031)", "language": "en", "preamble": [],
         "operative": [{"text": "Decides to wait."}, {"text": "Decides to go."}]},
        {"symbol": "S/PRST/2031/4", "kind": "statement", "adopted": "2031-05-01", "language": "en", "preamble": [],
         "operative": [{"text": "The Council waits."}, {"text": "The Council goes."}]}]},
    {"id": "GA-99", "organ": "General Assembly", "name": "Ninety-ninth session", "resolutions": [
        {"symbol": "A/RES/99/1", "adopted": "2044-12-17", "language": "en", "preamble": [],
         "operative": [{"number": "1", "text": "Decides."}, {"number": "2", "text": "Asks."}]}]},
    {"id": "HB-1", "organ": "Harbour Board", "name": "First", "resolutions": [
        {"symbol": "HB/1", "adopted": "2031-01-01", "language": "en", "preamble": [],
         "operative": [{"number": "1", "text": "Decides."}]}]}]}"#;

fn quoted(cited: &str, style: &str) -> String {
    let command = format!("quote '{cited}' --style {style} --corpus c.json");
    let done = Test::new(&command).file("c.json", CORPUS);
    done.any_stdout().success().stdout
}

/// What stands behind the quotation.
fn source(cited: &str, style: &str) -> String {
    let text = quoted(cited, style);
    let (_, source) = text.split_once("” (").unwrap();
    source.strip_suffix(")\n").unwrap().to_owned()
}

#[test]
fn documents_of_the_united_nations_name_paragraphs_in_words_and_numbers() {
    for (cited, place) in [
        ("S/RES/9001:1", ", para. 1"),
        ("S/RES/9001:2-4", ", paras. 2–4"),
        ("S/RES/9001 paras 1 and 4", ", paras. 1 and 4"),
        ("S/RES/9001 paras 1, 2 and 4", ", paras. 1, 2 and 4"),
        ("S/RES/9001:2(a)(i)", ", para. 2 (a) (i)"),
        ("S/RES/9001:2(a),2(c)", ", para. 2 (a) and (c)"),
        ("S/RES/9001:2(b)-(d)", ", para. 2 (b)–(d)"),
        ("S/RES/9001:2(b)(~2)", ", para. 2 (b), second bullet"),
        (
            "S/RES/9001:2(b)(~1)-(~2)",
            ", para. 2 (b), first and second bullets",
        ),
        ("S/RES/9001:2(d),3", ", paras. 2 (d) and 3"),
        ("S/RES/9001:pp3", ", third preambular paragraph"),
        ("S/RES/9001:pp1-3", ", first to third preambular paragraphs"),
        (
            "S/RES/9001:pp1,pp3",
            ", first and third preambular paragraphs",
        ),
        (
            "S/RES/9001:pp3,op1",
            ", third preambular paragraph and para. 1",
        ),
        ("S/RES/9001:annex II:2", ", annex II, para. 2"),
        ("S/RES/9001:annex II", ", annex II"),
        ("S/RES/9001", ""),
    ] {
        assert_eq!(
            source(cited, "un"),
            format!("resolution 9001 (2031){place}"),
            "{cited}"
        );
    }
    for (cited, words) in [
        (
            "S/RES/9002:~2",
            "resolution 9002 (2031), second operative paragraph",
        ),
        (
            "S/RES/9002:~1-~2",
            "resolution 9002 (2031), first and second operative paragraphs",
        ),
        ("S/PRST/2031/4:2", "statement S/PRST/2031/4, para. 2"),
        ("A/RES/99/1:2", "resolution 99/1, para. 2"),
        ("HB/1:1", "resolution HB/1, para. 1"),
        (
            "2/34-P:pp13",
            "resolution 2/34-P, thirteenth preambular paragraph",
        ),
    ] {
        assert_eq!(source(cited, "un"), words, "{cited}");
    }
}

#[test]
fn paragraphs_of_a_statute_are_quoted_by_their_article_in_the_form_of_each_guide() {
    let source = |cited: &str, style: &str| {
        let command = format!("quote '9010:annex1:{cited}' --style {style} --corpus s.json");
        let done = Test::new(&command).file("s.json", STATUTE);
        let text = done.any_stdout().success().stdout;
        text.split_once("annex I, ")
            .unwrap()
            .1
            .trim_end()
            .to_owned()
    };
    for (cited, un, oscola, bluebook) in [
        ("art 1(1)", "art. 1 (1))", "art 1(1))", "art. 1(1)"),
        (
            "art 1(2)(b)",
            "art. 1 (2) (b))",
            "art 1(2)(b))",
            "art. 1(2)(b)",
        ),
        ("art 1", "art. 1)", "art 1)", "art. 1"),
        ("art 2", "art. 2)", "art 2)", "art. 2"),
        ("art 3", "art. 3)", "art 3)", "art. 3"),
        ("art 2(a)", "art. 2 (a))", "art 2(a))", "art. 2(a)"),
        (
            "art 3(~2)",
            "art. 3, second paragraph)",
            "art 3, second paragraph)",
            "art. 3, second paragraph",
        ),
        (
            "art 1(1),annex1:art 2",
            "arts. 1 (1) and 2)",
            "arts 1(1) and 2)",
            "arts. 1(1), 2",
        ),
        ("art 1-2", "arts. 1 and 2)", "arts 1–2)", "arts. 1–2"),
        (
            "art 1-2,annex1:art 3(~1)",
            "arts. 1, 2 and 3, first paragraph)",
            "arts 1–2 and 3, first paragraph)",
            "arts. 1–2, 3, first paragraph",
        ),
        ("art 1-3", "arts. 1–3)", "arts 1–3)", "arts. 1–3"),
    ] {
        assert_eq!(source(cited, "un"), un, "{cited}");
        assert_eq!(source(cited, "oscola"), oscola, "{cited}");
        assert!(
            source(cited, "bluebook").starts_with(bluebook),
            "{cited}: {}",
            source(cited, "bluebook")
        );
    }
}

#[test]
fn other_guides_have_other_forms() {
    for (cited, style, words) in [
        (
            "S/RES/9001:2-4",
            "full",
            "Security Council resolution 9001 (2031) of 3 September 2031, paras. 2–4",
        ),
        (
            "A/RES/99/1:1",
            "full",
            "General Assembly resolution 99/1 of 17 December 2044, para. 1",
        ),
        (
            "HB/1:1",
            "full",
            "Harbour Board resolution HB/1 of 1 January 2031, para. 1",
        ),
        (
            "S/RES/9001:1",
            "oscola",
            "UNSC Res 9001 (3 September 2031) UN Doc S/RES/9001, para 1",
        ),
        (
            "S/RES/9001:2(a)(i)",
            "oscola",
            "UNSC Res 9001 (3 September 2031) UN Doc S/RES/9001, para 2(a)(i)",
        ),
        (
            "S/RES/9001:pp3",
            "oscola",
            "UNSC Res 9001 (3 September 2031) UN Doc S/RES/9001, third preambular paragraph",
        ),
        (
            "A/RES/99/1:1-2",
            "oscola",
            "UNGA Res 99/1 (17 December 2044) UN Doc A/RES/99/1, paras 1–2",
        ),
        (
            "S/RES/9001:1",
            "bluebook",
            "S.C. Res. 9001, ¶ 1, U.N. Doc. S/RES/9001 (Sept. 3, 2031)",
        ),
        (
            "S/RES/9001:2-4",
            "bluebook",
            "S.C. Res. 9001, ¶¶ 2–4, U.N. Doc. S/RES/9001 (Sept. 3, 2031)",
        ),
        (
            "S/RES/9001:pp3",
            "bluebook",
            "S.C. Res. 9001, pmbl. ¶ 3, U.N. Doc. S/RES/9001 (Sept. 3, 2031)",
        ),
        (
            "S/RES/9001",
            "bluebook",
            "S.C. Res. 9001, U.N. Doc. S/RES/9001 (Sept. 3, 2031)",
        ),
        (
            "A/RES/99/1:2",
            "bluebook",
            "G.A. Res. 99/1, ¶ 2, U.N. Doc. A/RES/99/1 (Dec. 17, 2044)",
        ),
    ] {
        assert_eq!(source(cited, style), words, "{cited} {style}");
    }
}

#[test]
fn a_guide_without_a_form_is_no_guess() {
    for (cited, symbol) in [
        ("HB/1:1", "HB/1"),
        ("S/RES/9002:~1", "S/RES/9002 (2031)"),
        ("S/PRST/2031/4:1", "S/PRST/2031/4"),
    ] {
        let command = format!("quote {cited} --style oscola --corpus c.json");
        let command = command
            .replace("quote ", "quote '")
            .replace(" --style", "' --style");
        Test::new(&command)
            .file("c.json", CORPUS)
            .stderr(&format!(
                "resolut: oscola has no form for {symbol}: it has one for resolutions of the Security Council and the \
                 General Assembly whose day is known\n"
            ))
            .nothing();
    }
}

#[test]
fn the_words_are_those_of_the_document() {
    let head = "S/RES/9001 (2031)";
    assert_eq!(
        quoted("S/RES/9001:1", "plain"),
        format!("Decides to light the lamp; ({head}:1)\n")
    );
    assert_eq!(quoted("S/RES/9001:1", "citation"), format!("{head}:1\n"));
    assert_eq!(
        quoted("S/RES/9001:1,3", "plain"),
        format!("1 Decides to light the lamp;\n3 Thanks <the> watch*; ({head}:1,3)\n")
    );
    assert_eq!(
        quoted("S/RES/9001:3-4", "un"),
        "“3. Thanks <the> watch*; 4. Remains seized of the lamp.” (resolution 9001 (2031), paras. 3 and 4)\n"
    );
    assert_eq!(
        quoted("S/RES/9001 paras 1 and 3", "un"),
        "“1. Decides to light the lamp; […] 3. Thanks <the> watch*;” (resolution 9001 (2031), paras. 1 and 3)\n"
    );
    assert_eq!(
        quoted("S/RES/9001:2(c)-(d)", "un"),
        "“(c) to rest; (d) to rise;” (resolution 9001 (2031), para. 2 (c) and (d))\n"
    );
    assert_eq!(
        quoted("S/RES/9001:3-4", "markdown"),
        "> **3.** Thanks \\<the\\> watch\\*;\n\n> **4.** Remains seized of the lamp.\n\n\
         Security Council resolution 9001 (2031) of 3 September 2031, paras. 3 and 4\n"
    );
    assert_eq!(
        quoted("S/RES/9001:3", "html"),
        "<blockquote lang=\"en\" cite=\"https://undocs.org/S/RES/9001(2031)\">\n\
         <p id=\"S/RES/9001_(2031):3\" class=\"n l0\"><b>3.</b> Thanks &lt;the&gt; watch*;</p>\n</blockquote>\n\
         <p>Security Council resolution 9001 (2031) of 3 September 2031, para. 3</p>\n"
    );
}

#[test]
fn several_citations_are_several_quotations_or_one() {
    Test::new("quote 2/34-P para 99")
        .stderr("resolut: 2/34-P has operative paragraphs 1 to 12\n")
        .nothing();
    let done = Test::new("quote HB/1:1 A/RES/99/1:1 --style citation --corpus c.json")
        .file("c.json", CORPUS);
    done.stdout("HB/1:1\n\nA/RES/99/1:1\n").success();
    let done =
        Test::new("quote HB/1 para 1 --style citation --corpus c.json").file("c.json", CORPUS);
    done.stdout("HB/1:1\n").success();
}
