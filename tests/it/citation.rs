//! Citations of a made-up corpus: what is named, what is refused, and with which words.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use resolut::text::citation::Citation;
use resolut::text::corpus::{CitationError, Corpus, ResolveError};
use resolut::text::model::{Place, ResolutionId};

mod annexes;
pub(crate) mod articles;
mod bodies;
mod foreign;
mod languages;
mod organs;
mod properties;
mod sections;
mod spellings;
mod symbols;

/// Resolutions as the sources have them: numbered without a gap; with gaps, repeats, points, bullets and
/// annexes; one operative paragraph without a number; lettered and roman symbols.
fn corpus() -> Corpus {
    let numbered = |count: u32| {
        (1..=count)
            .map(|number| format!(r#"{{"number": "{number}", "text": "Urges {number}."}}"#))
            .collect::<Vec<_>>()
            .join(",")
    };
    let preamble = |count: u32| {
        (1..=count)
            .map(|number| format!(r#"{{"text": "Recalling {number},"}}"#))
            .collect::<Vec<_>>()
            .join(",")
    };
    let json = format!(
        r#"{{"format": "resolut-corpus/1", "sessions": [
  {{"id": "ICFM-34", "organ": "OIC, Islamic Conference of Foreign Ministers", "name": "Thirty-Fourth Session",
   "dates": {{"printed": "15-17 May 2007", "from": "2007-05-15", "to": "2007-05-17"}}, "resolutions": [
    {{"symbol": "2/34-P", "language": "en", "opening": "The Session;", "preamble": [{pp13}], "operative": [{op12}]}},
    {{"symbol": "3/34-P", "language": "en", "preamble": [{pp3}], "operative": [{op10}]}},
    {{"symbol": "4/34-E", "language": "en", "preamble": [], "operative": [{op3}]}},
    {{"symbol": "4/34-C", "language": "en", "preamble": [], "operative": [{op1}]}}
  ]}},
  {{"id": "UNSC-2020", "organ": "United Nations", "name": "Security Council, 2020", "resolutions": [
    {{"symbol": "S/RES/2505 (2020)", "language": "en", "adopted": "2020-01-13", "preamble": [{pp3}], "operative": [
      {{"number": "1", "text": "Decides:", "points": [
        {{"number": "(a)", "text": "to act:", "points": [{{"number": "(i)", "text": "now;"}}, {{"number": "(ii)", "text": "here;"}}]}},
        {{"number": "(b)", "text": "to wait;"}}]}},
      {{"number": "2", "text": "Notes:", "points": [{{"number": "–", "text": "this;"}}, {{"number": "–", "text": "that;"}}]}},
      {{"number": "4", "text": "Urges."}},
      {{"number": "4", "text": "Urges again."}},
      {{"number": "7", "text": "Calls."}},
      {{"number": "7 bis", "text": "Calls too."}},
      {{"text": "Remains seized."}}],
     "annexes": [{{"title": "Mandate", "paragraphs": [{{"text": "First."}}, {{"number": "a", "text": "Section."}}, {{"number": "a.2", "text": "Part."}}, {{"number": "3", "text": "Third."}}]}}, {{"paragraphs": [{{"text": "One."}}, {{"text": "Two."}}]}}]}},
    {{"symbol": "S/RES/2506 (2020)", "language": "en", "preamble": [], "operative": [{{"text": "Decides."}}]}},
    {{"symbol": "S/RES/2507 (2020)", "language": "en", "preamble": [], "operative": [{{"number": "7a", "text": "Decides."}}, {{"number": "8", "text": "Ends."}}]}},
    {{"symbol": "A/RES/60/1", "language": "en", "preamble": [], "operative": [{op3}]}},
    {{"symbol": "34/68 A", "language": "en", "preamble": [], "operative": [{op3}]}},
    {{"symbol": "34/68 B", "language": "en", "preamble": [], "operative": [{op1}]}},
    {{"symbol": "181 (II)", "language": "en", "preamble": [], "operative": [{op3}]}},
    {{"symbol": "Tashkent Declaration", "language": "en", "preamble": [], "operative": [{op1}]}}
  ]}}
]}}"#,
        pp13 = preamble(13),
        pp3 = preamble(3),
        op12 = numbered(12),
        op10 = numbered(10),
        op3 = numbered(3),
        op1 = numbered(1),
    );
    loaded(json)
}

fn loaded(json: String) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.add_text(json).unwrap();
    corpus
}

fn resolution(corpus: &Corpus, symbol: &str) -> ResolutionId {
    corpus
        .resolutions()
        .find(|id| corpus.symbol(*id) == symbol)
        .unwrap()
}

/// What a spelling names, as it is printed: the first passage, a range, or the resolution.
fn named(corpus: &Corpus, typed: &str, open: Option<&str>) -> Result<String, String> {
    let open = open.map(|symbol| resolution(corpus, symbol));
    let resolved = corpus
        .read_citation(typed, open)
        .map_err(|error| error.to_string())?;
    if resolved.passages.is_empty() {
        return Ok(corpus.cite_resolution(resolved.resolution).to_string());
    }
    let units = resolved.units(&corpus.resolution(resolved.resolution));
    let cite = |index| {
        corpus
            .cite(Place::new(resolved.resolution, index))
            .to_string()
    };
    Ok(match units.as_slice() {
        [only] => cite(*only),
        [first, .., last] => format!("{} to {}", cite(*first), cite(*last)),
        [] => String::new(),
    })
}

/// All that a spelling names, as it is printed.
fn all_named(corpus: &Corpus, typed: &str) -> Result<String, String> {
    let read = corpus.read_citation(typed, None);
    let resolved = read.map_err(|error| error.to_string())?;
    Ok(corpus.cite_all(&resolved).to_string())
}

#[test]
fn in_an_open_resolution_a_place_is_enough() {
    let corpus = corpus();
    for (typed, printed) in [
        ("7", "2/34-P:7"),
        ("¶7", "2/34-P:7"),
        ("op7", "2/34-P:7"),
        ("OP 7", "2/34-P:7"),
        (":7", "2/34-P:7"),
        ("#7", "2/34-P:7"),
        ("para 7", "2/34-P:7"),
        ("7.", "2/34-P:7"),
        ("pp3", "2/34-P:pp3"),
        ("third preambular paragraph", "2/34-P:pp3"),
        ("7-9", "2/34-P:7 to 2/34-P:9"),
        ("opening", "2/34-P:opening"),
        // No paragraph of it: a symbol after all.
        ("2505", "S/RES/2505 (2020)"),
        ("2-34", "2/34-P"),
        ("3-34-P", "3/34-P"),
    ] {
        assert_eq!(
            named(&corpus, typed, Some("2/34-P")).as_deref(),
            Ok(printed),
            "{typed}"
        );
    }
    for (typed, printed) in [
        ("1(a)", "S/RES/2505 (2020):1(a)"),
        ("1a", "S/RES/2505 (2020):1(a)"),
        ("annex 1 3", "S/RES/2505 (2020):annex1:3"),
        (
            "annex 2",
            "S/RES/2505 (2020):annex2:~1 to S/RES/2505 (2020):annex2:~2",
        ),
        ("~1", "S/RES/2505 (2020):~1"),
        ("op~1", "S/RES/2505 (2020):~1"),
    ] {
        let named = named(&corpus, typed, Some("S/RES/2505 (2020)"));
        assert_eq!(named.as_deref(), Ok(printed), "{typed}");
    }
}

#[test]
fn a_bare_number_is_a_paragraph_where_there_is_one() {
    let mut operative = Vec::new();
    for number in 1..=3 {
        operative.push(format!(r#"{{"number": "{number}", "text": "Urges."}}"#));
    }
    let operative = operative.join(",");
    let corpus = loaded(format!(
        r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "S", "organ": "O", "name": "N", "resolutions": [
            {{"symbol": "S/RES/2 (1946)", "language": "en", "preamble": [], "operative": [{operative}]}},
            {{"symbol": "S/RES/9 (1946)", "language": "en", "preamble": [], "operative": [{operative}]}}]}}]}}"#
    ));
    let named = |typed, open| named(&corpus, typed, open).unwrap();
    assert_eq!(named("2", Some("S/RES/9 (1946)")), "S/RES/9 (1946):2");
    assert_eq!(named("res 2", Some("S/RES/9 (1946)")), "S/RES/2 (1946)");
    assert_eq!(named("9", Some("S/RES/2 (1946)")), "S/RES/9 (1946)");
    assert_eq!(named("2", None), "S/RES/2 (1946)");
}

/// What is typed, the open resolution, and the answer.
const REFUSALS: &[(&str, Option<&str>, &str)] = &[
    ("2/34-P:13", None, "2/34-P has operative paragraphs 1 to 12"),
    (
        "13",
        Some("2/34-P"),
        "2/34-P has operative paragraphs 1 to 12",
    ),
    (
        "op2505",
        Some("2/34-P"),
        "2/34-P has operative paragraphs 1 to 12",
    ),
    ("2/34-P:x", None, "2/34-P has operative paragraphs 1 to 12"),
    (
        "3/34-P:pp4",
        None,
        "3/34-P has preambular paragraphs 1 to 3",
    ),
    ("2/34-P:annex1", None, "2/34-P has no annex"),
    ("3/34-P:opening", None, "3/34-P has no opening"),
    ("4/34-C:3", None, "4/34-C has operative paragraph 1"),
    ("4/34-C:pp1", None, "4/34-C has no preambular paragraphs"),
    ("2/34-P:7(a)", None, "2/34-P:7 has no points"),
    (
        "2/34-P:7-13",
        None,
        "2/34-P has operative paragraphs 1 to 12",
    ),
    (
        "2505:3",
        None,
        "S/RES/2505 (2020) has operative paragraphs 1, 2, 4, 7, 7 bis and one without a number (`~1`)",
    ),
    (
        "2505:4~3",
        None,
        "S/RES/2505 (2020) has operative paragraph 4 only 2 times",
    ),
    (
        "2505:7~2",
        None,
        "S/RES/2505 (2020) has only one operative paragraph 7",
    ),
    (
        "2505:1(c)",
        None,
        "S/RES/2505 (2020):1 has points (a) and (b)",
    ),
    (
        "2505:1(a)(iii)",
        None,
        "S/RES/2505 (2020):1(a) has points (i) and (ii)",
    ),
    (
        "2505:2(a)",
        None,
        "S/RES/2505 (2020):2 has 2 points, without numbers (`~1` to `~2`)",
    ),
    ("2505:annex3", None, "S/RES/2505 (2020) has annexes 1 and 2"),
    (
        "2505 annex para 3",
        None,
        "S/RES/2505 (2020) has annexes 1 and 2",
    ),
    (
        "2505:schedule 1",
        None,
        "S/RES/2505 (2020) has annexes 1 and 2",
    ),
    (
        "paragraphs 7, 8 and 99 of resolution 2/34-P",
        None,
        "2/34-P has operative paragraphs 1 to 12",
    ),
    (
        "General Assembly resolution 2505",
        None,
        "`S/RES/2505 (2020)` is of `United Nations, Security Council, 2020`, not of `General Assembly`",
    ),
    (
        "GA resolution 2505 (2020)",
        None,
        "`S/RES/2505 (2020)` is of `United Nations, Security Council, 2020`, not of `GA`",
    ),
    (
        "resolution 2505 (2020) of the Human Rights Council",
        None,
        "`S/RES/2505 (2020)` is of `United Nations, Security Council, 2020`, not of `Human Rights Council`",
    ),
    (
        "UN Doc. 2/34-P",
        None,
        "`2/34-P` is of `OIC, Islamic Conference of Foreign Ministers, Thirty-Fourth Session`, not of `UN`",
    ),
    (
        "OIC, Islamic Conference of Foreign Ministers, Thirty-Fifth Session, Resolution No. 2/34-P",
        None,
        "`2/34-P` is of `Thirty-Fourth Session`, not of the thirty-fifth session",
    ),
    (
        "34th special session, resolution 2/34-P",
        None,
        "`2/34-P` is of `Thirty-Fourth Session`, not of the thirty-fourth special session",
    ),
    (
        "resolution 2505 (2021)",
        None,
        "`S/RES/2505 (2020)` is of 2020, not of 2021",
    ),
    (
        "resolution 2/34-P (2008)",
        None,
        "`2/34-P` is of 2007, not of 2008",
    ),
    (
        "resolution 2505 (2020) of 14 January 2020",
        None,
        "`S/RES/2505 (2020)` was adopted on 13 January 2020, not on 14 January 2020",
    ),
    (
        "resolution 2/34-P of 18 May 2007",
        None,
        "`2/34-P` was adopted between 15 May 2007 and 17 May 2007, not on 18 May 2007",
    ),
    (
        "resolution 2506 (2020) of 2 March 2021",
        None,
        "`S/RES/2506 (2020)` is of 2020, not of 2021",
    ),
    (
        "UNSC Res 2505 (13 January 2020) UN Doc S/RES/2506",
        None,
        "`S/RES/2505 (2020)` is `S/RES/2505 (2020)`, not `S/RES/2506`",
    ),
    (
        "2/34-P:9-7",
        None,
        "`2/34-P:9-7` runs backwards; write the earlier paragraph first",
    ),
    (
        "2/35-P",
        None,
        "no resolution `2/35-P` is here; did you mean `2/34-P`?",
    ),
    (
        "2/34-Q:7",
        None,
        "no resolution `2/34-Q` is here; did you mean `2/34-P`?",
    ),
    (
        "S/RES/1325 (2000)",
        None,
        "no resolution `S/RES/1325 (2000)` is here",
    ),
    ("4/34 1", None, "`4/34:1` may be `4/34-E:1` or `4/34-C:1`"),
    ("4/34 3", None, "`4/34:3` may be `4/34-E` or `4/34-C`"),
    ("34/68", None, "`34/68` may be `34/68 A` or `34/68 B`"),
    (
        "7",
        None,
        "`7` is the symbol of no resolution here; for a paragraph, write its symbol as well, as in `2/34-P:7`",
    ),
    (
        "2500",
        None,
        "`2500` is the symbol of no resolution here; for a paragraph, write its symbol as well, as in `2/34-P:1`",
    ),
    (
        "pp3",
        None,
        "`pp3` of which resolution? write its symbol as well, as in `2/34-P:pp3`",
    ),
];

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let corpus = corpus();
    for &(typed, open, message) in REFUSALS {
        assert_eq!(
            named(&corpus, typed, open),
            Err(message.to_owned()),
            "{typed}"
        );
    }
}

#[test]
fn what_is_no_citation_is_pointed_at() {
    for (typed, caret, expected) in [
        (
            "",
            0,
            "expected a symbol such as `2/34-P`, or a paragraph such as `7` or `pp3` at the end",
        ),
        (
            "seven",
            0,
            "expected a symbol such as `2/34-P`, or a paragraph such as `7` or `pp3` at column 1",
        ),
        (
            "2/34-P seven",
            7,
            "expected a paragraph such as `7`, `pp3` or `annex 1` at column 8",
        ),
        (
            "2/34-P pp",
            9,
            "expected the number of a paragraph at the end",
        ),
        (
            "2/34-P para xy",
            12,
            "expected the number of a paragraph at column 13",
        ),
        (
            "2/34-P 7 (",
            10,
            "expected the letter or number of a point at the end",
        ),
        ("2/34-P 7 (a", 11, "expected `)` at the end"),
        ("2/34-P 7~0", 9, "expected a count from 1 at column 10"),
        (
            "2/34-P 7, x",
            10,
            "expected the number of a paragraph at column 11",
        ),
        (
            "2/34-P:7(a)-9",
            12,
            "expected another paragraph, or another point of the same paragraph, for the range to end at, at column 13",
        ),
        (
            "resolution",
            10,
            "expected a symbol with its number, such as `2/34-P` at the end",
        ),
        (
            "para 7 of",
            9,
            "expected a symbol with its number, such as `2/34-P` at the end",
        ),
        ("annex", 5, "expected the number of the annex at the end"),
    ] {
        let error = typed.parse::<Citation>().unwrap_err();
        assert_eq!(error.to_string(), expected, "{typed}");
        assert_eq!(
            error.pointed(),
            format!("{typed}\n{}^", " ".repeat(caret)),
            "{typed}"
        );
    }
}

#[test]
fn ordinary_words_are_no_citation() {
    let corpus = corpus();
    for typed in [
        "seven",
        "para",
        "human rights",
        "decided in resolution 2505",
        "as called for by its resolution 2505 (2020)",
        "annex",
        "35th session",
        "35th",
        "resolution",
        "2007",
        "in",
        "op",
        "pp",
        "operative paragraphs",
        "the",
        "8th October 2005",
        "15-17 May 2007",
        "covid-19",
        "first",
        "third paragraph",
        "no",
        "points",
        "preambular",
        "security council",
        "annex of the charter",
        "opening ceremony",
        "preamble of the charter",
        "7 days",
        "24 hours a day",
        "1.5 million",
        "\"7\"",
        "-7",
        "in:2/34-P",
        "session:34",
        "verb:requests",
        "pp human rights",
        "(a)",
        "~",
        ":",
        "2/34-P ceasefire",
        "2/34-P ceasefire resolution 7",
        "the council's resolution",
        "verb:requests resolution 7",
        "\"resolution 7\"",
        "human rights resolution of 2007",
    ] {
        for open in [None, Some("2/34-P")] {
            let named = named(&corpus, typed, open);
            assert!(named.is_err(), "{typed} names {named:?}");
        }
    }
}

#[test]
fn the_exact_symbol_wins_over_those_it_begins() {
    let corpus = loaded(
        r#"{"format": "resolut-corpus/1", "sessions": [{"id": "S", "organ": "O", "name": "N", "resolutions": [
            {"symbol": "34/68 A", "language": "en", "preamble": [], "operative": []},
            {"symbol": "34/68", "language": "en", "preamble": [], "operative": []},
            {"symbol": "34-68", "language": "en", "preamble": [], "operative": []}]}]}"#
            .to_owned(),
    );
    assert_eq!(named(&corpus, "34/68", None).as_deref(), Ok("34/68"));
    assert_eq!(named(&corpus, "res 34-68", None).as_deref(), Ok("34-68"));
    assert_eq!(
        named(&corpus, "34 68", None),
        Err("no resolution `34` is here; did you mean `34/68 A`, `34/68` or `34-68`?".into())
    );
}

#[test]
fn a_place_is_spelled_out_for_quotation() {
    let corpus = corpus();
    let icfm = "OIC, Islamic Conference of Foreign Ministers, Thirty-Fourth Session, Resolution No. 2/34-P";
    let unsc = "United Nations, Security Council, 2020, Resolution S/RES/2505 (2020)";
    for (typed, start, place) in [
        ("2/34-P:7", icfm, "operative paragraph 7"),
        ("2/34-P:pp3", icfm, "preambular paragraph 3"),
        ("2/34-P:opening", icfm, "opening"),
        ("2505:1(a)(i)", unsc, "operative paragraph 1 (a) (i)"),
        ("2505:7 bis", unsc, "operative paragraph 7 bis"),
        (
            "2505:4~2",
            unsc,
            "operative paragraph 4 (second of that number)",
        ),
        (
            "2505:2(~2)",
            unsc,
            "operative paragraph 2, second unnumbered point",
        ),
        ("2505:~1", unsc, "first unnumbered operative paragraph"),
        ("2505:annex1:3", unsc, "annex I, paragraph 3"),
        (
            "2505:annex2:2",
            unsc,
            "annex II, second unnumbered paragraph",
        ),
    ] {
        let place_of = corpus.read_citation(typed, None).unwrap().beginning();
        assert_eq!(
            corpus.spell_out(place_of),
            format!("{start}, {place}"),
            "{typed}"
        );
    }
    let single = corpus.read_citation("2506:1", None).unwrap().beginning();
    assert!(corpus.spell_out(single).ends_with("operative paragraph 1"));
}

#[test]
fn both_kinds_of_error_are_kept_apart() {
    let corpus = corpus();
    let read = |typed| corpus.read_citation(typed, None).unwrap_err();
    assert!(matches!(read("2/34-P seven"), CitationError::Parse(error) if error.column() == 8));
    assert!(matches!(
        read("2/34-P:13"),
        CitationError::Resolve(ResolveError::NoSuchPlace { .. })
    ));
}
