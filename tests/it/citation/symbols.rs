//! Whatever its form, a symbol of the corpus can be cited, and what is printed of it is read as the same.

use resolut::text::citation::is_citable;
use resolut::text::model::Place;

use super::{all_named, loaded};

/// Symbols of bodies as they print them.
const SYMBOLS: &[&str] = &[
    // Organisation of Islamic Cooperation.
    "2/34-P",
    "1/11-C A",
    "1/11-C (IS) A",
    "3/34-S&T",
    "2/34-P/Rev.1",
    "2/34 P Rev. 2",
    "2/34-P bis",
    "1/34-PAL*",
    "S&T 3/34",
    "Res. XII.3",
    "1/8-P(IS)",
    // United Nations.
    "S/RES/2722 (2024)",
    "S/RES/9 (1946)",
    "S/PRST/2024/1",
    "A/RES/55/180 A and B",
    "A/RES/60/1",
    "A/RES/S-10/2",
    "A/RES/ES-11/1",
    "A/RES/3201(S-VI)",
    "A/RES/217 A (III)",
    "217 A (III)",
    "31/16 A",
    "34/68 A",
    "A/HRC/RES/52/23",
    "A/HRC/RES/S-30/1",
    "E/RES/2023/14",
    "E/CN.4/RES/2005/80",
    "E/CN.6/1997/L.2/Rev.1",
    "T/RES/2183 (LIII)",
    "UNEP/EA.5/Res.14",
    "TD/RES/100(V)",
    "Decision 1/88",
    "Resolution 1/3",
    // Others.
    "WHA66.2",
    "EB152.R5",
    "GC(45)/RES/12",
    "GC(XLV)/RES/9.A",
    "A.1000(25)",
    "MEPC.203(62)",
    "MSC.428(98)",
    "CM/Res(2011)1",
    "CM/Rec(2010)5",
    "Assembly/AU/Dec.1(I)",
    "EX.CL/Dec.555 (XVI)",
    "PSC/PR/COMM.(DCCCXV)",
    "AG/RES. 2908 (XLVII-O/17)",
    "AG/RES.1 (I-E/70)",
    "P9_TA(2021)0009",
    "2019/2712(RSP)",
    "40 C/Resolution 12",
    "Resolution 1 (Rev. Hammamet, 2016)",
    "ITU-R 1-8",
    "Resolution ICC-ASP/1/Res.3",
    "ILC.110/Resolution I",
    "UN-Habitat/HA.2/Res.1",
    "C-M(2002)49",
    "Tashkent Declaration",
    "No. 4/45",
    "1",
    "GC.1/2:Add",
];

#[test]
fn each_symbol_goes_round_through_print_and_quotation() {
    let resolutions: Vec<_> = SYMBOLS
        .iter()
        .map(|symbol| {
            format!(
                r#"{{"symbol": "{symbol}", "language": "en", "preamble": [{{"text": "Recalling,"}}],
                    "operative": [{{"number": "1", "text": "Decides:", "points": [{{"number": "(a)", "text": "so."}}]}}, {{"number": "2", "text": "Ends."}}],
                    "annexes": [{{"title": "Annex II", "paragraphs": [{{"number": "1", "text": "First."}}]}}]}}"#
            )
        })
        .collect();
    let corpus = loaded(format!(
        r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "S", "organ": "United Nations, Some Organ", "name": "Third Session", "resolutions": [{}]}}]}}"#,
        resolutions.join(",")
    ));
    let mut wrong = Vec::new();
    for id in corpus.resolutions() {
        let symbol = corpus.symbol(id);
        let whole = corpus
            .read_citation(symbol, None)
            .map(|read| read.resolution);
        if whole != Ok(id) {
            wrong.push(format!("{symbol}: {whole:?}"));
        }
        for index in 0..corpus.resolution(id).passages.len() {
            let place = Place::new(id, index);
            let cited = corpus.cite(place).to_string();
            // A number alone may be a paragraph, and so begin a list of them.
            let parted = symbol.contains(|c: char| !c.is_numeric() && c != ':');
            let again = cited.replacen(':', ", ", usize::from(parted && !symbol.contains(':')));
            for typed in [
                cited.clone(),
                corpus.spell_out(place),
                again,
                cited.to_lowercase(),
            ] {
                let read = corpus
                    .read_citation(&typed, None)
                    .map(|read| read.beginning());
                if read != Ok(place) {
                    wrong.push(format!("{typed} for {cited}: {read:?}"));
                }
            }
        }
        for (typed, printed) in [
            (format!("{symbol}, paras 1 and 2"), format!("{symbol}:1,2")),
            (
                format!("paragraphs 1 and 2 of {symbol}"),
                format!("{symbol}:1,2"),
            ),
            (format!("({symbol}, para. 2)"), format!("{symbol}:2")),
        ] {
            let named = all_named(&corpus, &typed);
            if named.as_ref() != Ok(&printed) {
                wrong.push(format!("{typed}: {named:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of them:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_symbol_that_reads_as_a_place_can_not_be_cited() {
    for symbol in SYMBOLS {
        assert!(is_citable(symbol), "{symbol}");
    }
    for symbol in [
        "op7",
        "pp3",
        "2/34-P:7",
        "annex 1",
        "third operative paragraph",
        "",
        "–",
        "…",
    ] {
        assert!(!is_citable(symbol), "{symbol}");
    }
}
