//! Citations as lawyers of several bodies write them: their own forms of symbols, sessions, days and lists.

use resolut::text::corpus::Corpus;

use super::{all_named, loaded};

/// Identifier, organ and name of a session; its days; symbol, adoption and titles of annexes of its only resolution.
type Session = (
    [&'static str; 3],
    Option<[&'static str; 2]>,
    &'static str,
    Option<&'static str>,
    &'static [&'static str],
);

const SESSIONS: &[Session] = &[
    (
        ["UNSC-2004", "United Nations", "Security Council, 2004"],
        None,
        "S/RES/1540 (2004)",
        Some("2004-04-28"),
        &[],
    ),
    (
        [
            "UNGA-3",
            "United Nations, General Assembly",
            "Third session",
        ],
        None,
        "217 A (III)",
        Some("1948-12-10"),
        &["Annex A", "Annex B", "Annex C"],
    ),
    (
        [
            "UNGA-5",
            "United Nations, General Assembly",
            "Fifth session",
        ],
        None,
        "377 (V) A",
        Some("1950-11-03"),
        &[],
    ),
    (
        [
            "UNGA-55",
            "United Nations, General Assembly",
            "Fifty-fifth session",
        ],
        None,
        "A/RES/55/180 A and B",
        Some("2000-12-19"),
        &["Annex 1", "Annex 2", "Annex 3"],
    ),
    (
        [
            "HRC-52",
            "United Nations, Human Rights Council",
            "Fifty-second session",
        ],
        None,
        "A/HRC/RES/52/23",
        Some("2023-04-03"),
        &[],
    ),
    (
        [
            "ICFM-34",
            "OIC, Islamic Conference of Foreign Ministers",
            "Thirty-Fourth Session",
        ],
        Some(["2007-05-15", "2007-05-17"]),
        "2/34-P",
        None,
        &["Annex I", "Annex II"],
    ),
    (
        ["AU-1", "African Union, Assembly", "First Ordinary Session"],
        None,
        "Assembly/AU/Dec.1(I)",
        Some("2002-07-10"),
        &[],
    ),
    (
        [
            "WHA-66",
            "World Health Organization, World Health Assembly",
            "Sixty-sixth session",
        ],
        None,
        "WHA66.2",
        Some("2013-05-27"),
        &[],
    ),
];

fn corpus() -> Corpus {
    let points = r#"[{"number": "(a)", "text": "to:", "points": [{"number": "(i)", "text": "act;"}, {"number": "(ii)", "text": "wait;"}, {"number": "(iii)", "text": "end;"}]},
        {"number": "(b)", "text": "two;"}, {"number": "(c)", "text": "three;"}, {"number": "(d)", "text": "four;"}]"#;
    let numbered: Vec<_> = (1..=9)
        .map(|number| {
            let points = if number == 3 { points } else { "[]" };
            format!(r#"{{"number": "{number}", "text": "Urges.", "points": {points}}}"#)
        })
        .collect();
    let sessions = SESSIONS.iter().map(|([id, organ, name], dates, symbol, adopted, annexes)| {
        let dates = dates.map_or(String::new(), |[from, to]| {
            format!(r#""dates": {{"printed": "{from} to {to}", "from": "{from}", "to": "{to}"}}, "#)
        });
        let adopted = adopted.map_or(String::new(), |day| format!(r#""adopted": "{day}", "#));
        let annexes = annexes.iter().map(|title| {
            format!(r#"{{"title": "{title}", "paragraphs": [{{"number": "1", "text": "One."}}, {{"number": "2", "text": "Two."}}]}}"#)
        });
        format!(
            r#"{{"id": "{id}", "organ": "{organ}", "name": "{name}", {dates}"resolutions": [{{"symbol": "{symbol}", {adopted}"language": "en",
                "preamble": [{{"text": "Recalling,"}}, {{"text": "Noting,"}}, {{"text": "Aware,"}}, {{"text": "Bearing,"}}], "operative": [{}], "annexes": [{}]}}]}}"#,
            numbered.join(","),
            annexes.collect::<Vec<_>>().join(",")
        )
    });
    loaded(format!(
        r#"{{"format": "resolut-corpus/1", "sessions": [{}]}}"#,
        sessions.collect::<Vec<_>>().join(",")
    ))
}

/// What is typed, and what it names.
const FORMS: &[(&str, &str)] = &[
    // The letter of a series, behind its bracket or before it, or left out.
    ("G.A. Res. 217 (III) A", "217 A (III)"),
    ("resolution 217 (III)A, para. 3 (b)", "217 A (III):3(b)"),
    ("General Assembly resolution 217 (III)", "217 A (III)"),
    ("General Assembly resolution 377 A (V)", "377 (V) A"),
    ("GA Res 377A(V), para. 1", "377 (V) A:1"),
    (
        "resolution 55/180 A and B, para. 1",
        "A/RES/55/180 A and B:1",
    ),
    // The symbol of a document, of which the corpus has the number alone.
    ("A/RES/217(III) A", "217 A (III)"),
    ("https://undocs.org/A/RES/377(V)", "377 (V) A"),
    (
        "G.A. Res. 217A (III), ¶ 1, U.N. Doc. A/RES/217(III) (Dec. 10, 1948)",
        "217 A (III):1",
    ),
    (
        "resolution 1540 (S/RES/1540), para. 3",
        "S/RES/1540 (2004):3",
    ),
    ("SC-RES-1540", "S/RES/1540 (2004)"),
    // Words for what is no resolution by name.
    (
        "AU Assembly decision Assembly/AU/Dec.1(I), para. 3",
        "Assembly/AU/Dec.1(I):3",
    ),
    ("paragraph 3 of decision 2/34-P", "2/34-P:3"),
    // Organs that are called by the number of their session.
    ("34th ICFM, Resolution No. 2/34-P", "2/34-P"),
    ("Resolution 2/34-P adopted by the XXXIVth ICFM", "2/34-P"),
    (
        "the Thirty-fourth Islamic Conference of Foreign Ministers' resolution 2/34-P",
        "2/34-P",
    ),
    (
        "resolution WHA66.2 of the Sixty-sixth World Health Assembly",
        "WHA66.2",
    ),
    (
        "United Nations Security Council (UNSC), Resolution 1540",
        "S/RES/1540 (2004)",
    ),
    // Days, of adoption and of a session.
    ("resolution 2/34-P of 15-17 May 2007", "2/34-P"),
    ("resolution 2/34-P (15 May to 17 May 2007)", "2/34-P"),
    ("resolution 2/34-P, May 15–17, 2007, para. 3", "2/34-P:3"),
    (
        "resolution 1540 (adopted on 28 April 2004 by the Security Council)",
        "S/RES/1540 (2004)",
    ),
    ("1540 of 2004, para. 3", "S/RES/1540 (2004):3"),
    // Notes and other words for parts.
    ("GA Res 377(V), UNGAOR, 5th Sess", "377 (V) A"),
    ("S.C. Res. 1540, pmbl.", "S/RES/1540 (2004):preamble"),
    ("S.C. Res. 1540, pmbl. ¶ 2", "S/RES/1540 (2004):pp2"),
    ("third preambulatory clause of 2/34-P", "2/34-P:pp3"),
    ("operative clauses 7 and 8 of 2/34-P", "2/34-P:7,8"),
    ("lit. c of para. 3 of 1540", "S/RES/1540 (2004):3(c)"),
    (
        "letters (a) to (c) of paragraph 3 of 1540",
        "S/RES/1540 (2004):3(a)-(c)",
    ),
    // Lists and ranges in one bracket, of ordinals, of annexes.
    (
        "1540, para. 3 (a, b and d)",
        "S/RES/1540 (2004):3(a),3(b),3(d)",
    ),
    ("1540, para. 3 (a, c-d)", "S/RES/1540 (2004):3(a),3(c)-(d)"),
    ("1540, para. 3(a–c), 8", "S/RES/1540 (2004):3(a)-(c),8"),
    (
        "1540, para. 3(a)(i, iii)",
        "S/RES/1540 (2004):3(a)(i),3(a)(iii)",
    ),
    ("1st–3rd preambular paragraphs of 2/34-P", "2/34-P:pp1-3"),
    (
        "annexes A to C of resolution 217 A (III)",
        "217 A (III):annex A,annex B,annex C",
    ),
    ("2/34-P, annexes I–II", "2/34-P:annex I,annex II"),
    (
        "55/180 A and B, annexes 1-3",
        "A/RES/55/180 A and B:annex1,annex2,annex3",
    ),
    (
        "annex 1 to 217 A (III)",
        "217 A (III) has annexes A, B and C",
    ),
    ("2/34-P, paras 3, 4; annex I", "2/34-P:3,4,annex I"),
    // Signs of the page that it was cut from.
    ("2/34-P, annex Ⅱ", "2/34-P:annex II"),
    (
        "[p]aragraph[s] 7 and 8 of [r]esolution 2/34-P",
        "2/34-P:7,8",
    ),
    ("**2/34-P**, para. 7", "2/34-P:7"),
    ("_S/RES/1540 (2004)_", "S/RES/1540 (2004)"),
    (
        "https://daccess-ods.un.org/access.nsf/Get?OpenAgent&DS=S/RES/1540(2004)&Lang=E",
        "S/RES/1540 (2004)",
    ),
    // What is said and is not so.
    (
        "Security Council (GA) resolution 1540",
        "`S/RES/1540 (2004)` is of `United Nations, Security Council, 2004`, not of `GA`",
    ),
    (
        "2/34-P-7",
        "no resolution `2/34-P-7` is here; did you mean `2/34-P`?",
    ),
    (
        "35th ICFM, resolution 2/34-P",
        "`2/34-P` is of `Thirty-Fourth Session`, not of the thirty-fifth session",
    ),
    (
        "resolution 2/34-P of 15-18 May 2007",
        "`2/34-P` was adopted between 15 May 2007 and 17 May 2007, not between 15 May 2007 and 18 May 2007",
    ),
    (
        "resolution 1540 of 29-30 April 2004",
        "`S/RES/1540 (2004)` was adopted on 28 April 2004, not between 29 April 2004 and 30 April 2004",
    ),
    (
        "Human Rights Council decision 52/23",
        "`A/HRC/RES/52/23` is a resolution, no decision",
    ),
    (
        "S/RES/217 A (III)",
        "`217 A (III)` is of `United Nations, General Assembly, Third session`, not of `Security Council`",
    ),
    (
        "A/217 A (III)",
        "no resolution `A/217 A (III)` is here; did you mean `217 A (III)`?",
    ),
];

#[test]
fn a_citation_is_read_in_the_form_that_its_body_gives_it() {
    let corpus = corpus();
    let others: Vec<_> = FORMS
        .iter()
        .map(|&(typed, answer)| (typed, answer, all_named(&corpus, typed)))
        .filter(|(_, answer, named)| {
            let (Ok(named) | Err(named)) = named;
            named != answer
        })
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}
