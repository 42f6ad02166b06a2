use super::*;
use crate::text::language::Language;

fn heading(text: &str) -> Option<(String, usize, bool)> {
    let line = Line {
        number: 1,
        words: text.split_whitespace().collect(),
        ..Line::default()
    };
    read_lines(&[line], Language::English)
        .map(|heading| (heading.symbol, heading.words, heading.sure))
}

#[test]
fn a_heading_names_its_symbol_in_many_styles() {
    for (text, symbol, words, sure) in [
        ("RESOLUTION NO. 2/34-P", "2/34-P", 3, true),
        ("RESOLUTION No.1/35-E", "1/35-E", 2, true),
        ("RESOLUTION NO 4/10 - PAL (IS)", "4/10-PAL (IS)", 6, true),
        ("RES. No. 12/10-ORG (IS)", "12/10-ORG (IS)", 4, true),
        ("Res. 12/10-ORG", "12/10-ORG", 2, false),
        ("DRAFT RESOLUTION NO. 2/34-P", "2/34-P", 4, true),
        ("RESOLUTION NO. 2/34-P ON THE LAKES", "2/34-P", 3, true),
        ("RESOLUTION 34/68 A", "34/68 A", 3, true),
        ("Resolution 2505 (2020)", "2505 (2020)", 3, false),
        ("S/RES/2505 (2020)", "S/RES/2505 (2020)", 2, false),
        ("2/34-P", "2/34-P", 1, false),
        ("RÉSOLUTION N° 2/34-P", "2/34-P", 3, true),
        ("RESOLUTION 34/68 Boats of the lakes", "34/68", 2, false),
        ("WHA66.2 Lamps on the piers", "WHA66.2", 1, false),
        ("EB148.R3", "EB148.R3", 1, false),
        ("EB154(17) Lamps on the piers", "EB154(17)", 1, false),
        (
            "41 C/Resolution 66 Lamps on the piers",
            "41 C/Resolution 66",
            3,
            false,
        ),
        ("1. RESOLUTION NO. 1/51-W ON THE LAKES", "1/51-W", 4, true),
        ("RESOLUTION 2532 (2020)", "2532 (2020)", 3, true),
        (
            "Resolution 1 (Rev. Hammamet, 2016)",
            "1 (Rev. Hammamet, 2016)",
            5,
            false,
        ),
        ("General Assembly Resolution GA/3/1.1", "GA/3/1.1", 4, false),
        ("Council of the Lakes resolution 47/1", "47/1", 6, false),
        (
            "Resolution 1 of the 27th Conference on Buoys (2022)",
            "1 (2022)",
            9,
            false,
        ),
        ("Resolution 1 of the 27th Conference", "1 (27th)", 6, false),
        ("Beschluss Nr. 7 der 19. Versammlung", "7 (19)", 6, false),
        ("Résolution n° 12 de 2041", "12 (2041)", 5, false),
        ("القرار رقم 17 لسنة 2041", "17 (2041)", 5, false),
        ("قرار رقم 17 د.ع (4) – ج 3 – 2041/9/6", "17", 10, false),
        ("Résolution C 12/2041", "C 12/2041", 3, false),
        ("Measure 28 (2041)", "28 (2041)", 3, false),
        ("Motion 14: Lamps in the library", "14", 2, false),
        ("Antrag V-12: Lampen", "V-12", 2, false),
        ("DÉLIBÉRATION N° 2041-12", "2041-12", 3, true),
        ("ПОСТАНОВЛЕНИЕ № 12", "12", 3, true),
        (
            "Conf. 12.4 (Rev. CoP19)",
            "Conf. 12.4 (Rev. CoP19)",
            4,
            false,
        ),
        ("P9_TA(2034)0104", "P9_TA(2034)0104", 1, false),
        ("A/C.1/73/L.5", "A/C.1/73/L.5", 1, false),
        ("United Nations A/C.1/73/L.5", "A/C.1/73/L.5", 3, false),
        (
            "AG/RES. 2908 (XLVII-O/17)",
            "AG/RES. 2908 (XLVII-O/17)",
            3,
            false,
        ),
        ("Resolution A.1134(32)", "A.1134(32)", 2, false),
        ("DECISION 1/CP.21", "1/CP.21", 2, true),
        ("Résolution 2932 (2030)", "2932 (2030)", 3, false),
        ("Resolución 2932 (2030)", "2932 (2030)", 3, false),
        ("Резолюция 2932 (2030)", "2932 (2030)", 3, false),
        ("القرار 2932 (2030)", "2932 (2030)", 3, false),
        ("第2932(2030)号决议", "2932 (2030)", 1, false),
        ("Resolution 34/68. Boats of the lakes", "34/68", 2, false),
        ("H. Res. 123", "H. Res. 123", 3, false),
    ] {
        assert_eq!(
            heading(text),
            Some((symbol.to_owned(), words, sure)),
            "{text}"
        );
    }
}

#[test]
fn other_lines_are_no_headings() {
    for text in [
        "Resolutions and as agreed upon in 2004",
        "resolution 1373 (2001) and all others",
        "Resolution No. 1/33-P on the lakes calls upon",
        "Resolution 34/68. Boats sail;",
        "Resolution 34/68 Boats sail",
        "RESOLUTIONS ADOPTED BY THE SESSION",
        "RESOLUTION",
        "RESOLUTION NO.",
        "resolution 1596",
        "Resolution 1596;",
        "1/2",
        "34/POL/SG.REP.2);",
        "WHA66.2 and EB148.R3 on lamps",
        "Recalling Security Council resolution 2532 (2020)",
        "RESOLUTION 2532 (2020),",
        "2. Takes note of A/73/12",
        "Lake Ministers/22/RES/FINAL",
    ] {
        assert_eq!(heading(text), None, "{text}");
    }
}

#[test]
fn a_number_stands_behind_a_day_below_what_a_resolution_is_called() {
    let lines = |text: &'static str| -> Vec<_> {
        let lines = text.lines().map(|line| Line {
            words: line.split_whitespace().collect(),
            ..Line::default()
        });
        lines.collect()
    };
    let read = |text| read_lines(&lines(text), Language::Russian);
    let heading = read("РЕШЕНИЕ\nот 21 мая 2041 г. № 45/7").unwrap();
    assert_eq!((&*heading.symbol, heading.below), ("45/7", 1));
    for text in [
        "Решение\nот 21 мая 2041 г. № 45/7",
        "РЕШЕНИЕ\nвид на озеро № 45/7",
        "РЕШЕНИЕ\nот 21 мая 2041 г. № 45/7 о лодках",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_symbol_tells_its_session() {
    for (symbol, session) in [
        ("2/34-P", Some(34)),
        ("12/10-ORG (IS)", Some(10)),
        ("A/RES/62/1", Some(62)),
        ("34/68 A", Some(34)),
        ("S/RES/2505 (2020)", None),
        ("2505 (2020)", None),
        ("7/2041", None),
        ("7/CP.36", Some(36)),
    ] {
        assert_eq!(session_number(symbol), session, "{symbol}");
    }
}
