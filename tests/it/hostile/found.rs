//! What fuzzing found, each input once (`benches/fuzz`).

use resolut::text::citation::Citation;

#[test]
fn a_letter_whose_capital_is_several_is_printed_as_it_was() {
    for typed in ["0-0 ΐ", "1/2-ß", "1/2 ŉ", "1/ﬃ"] {
        let citation: Citation = typed.parse().unwrap();
        assert_eq!(citation.to_string().parse(), Ok(citation), "{typed}");
    }
}

#[test]
fn a_letter_before_a_paragraph_in_brackets_is_no_part_of_a_number() {
    for typed in ["0o20 x(520)", "o20 a (7)"] {
        assert!(typed.parse::<Citation>().is_err(), "{typed}");
    }
    let citation: Citation = "resolution 217 A (III)".parse().unwrap();
    assert_eq!(citation.to_string(), "217 A (III)");
}

#[test]
fn a_letter_of_a_symbol_stays_where_its_place_is_printed_behind_it() {
    let citation: Citation = "third preamb 2 i,".parse().unwrap();
    assert_eq!(citation.to_string().parse(), Ok(citation));
}

#[test]
fn a_word_for_a_place_in_brackets_is_no_part_of_a_symbol() {
    let typed = "0w(preambular7pps76.opsth77X)(5)";
    if let Ok(citation) = typed.parse::<Citation>() {
        assert_eq!(citation.to_string().parse(), Ok(citation));
    }
}

#[test]
fn initials_behind_a_stop_are_those_that_are_printed_without_it() {
    let citation = |typed: &str| typed.parse::<Citation>();
    assert_eq!(citation(".u.n.0"), citation("u.n.0"));
}

#[test]
fn a_symbol_may_begin_with_the_letters_of_for_example() {
    for typed in [":P;eg/pa3q4blg", "EG.1/2:7", "cf1/2 para 3"] {
        let citation: Citation = typed.parse().unwrap();
        assert_eq!(citation.to_string().parse(), Ok(citation), "{typed}");
    }
}

#[test]
fn letters_with_stops_behind_an_annex_are_its_label() {
    for typed in ["2teic, annex q.r3; 10; 10 M", "2/34-P annex:q.r.s"] {
        let citation: Citation = typed.parse().unwrap();
        assert_eq!(citation.to_string().parse(), Ok(citation), "{typed}");
    }
}

#[test]
fn a_label_whose_letter_has_no_single_capital_keeps_it() {
    let citation: Citation = "annex ΐ".parse().unwrap();
    assert_eq!(citation.to_string().parse(), Ok(citation));
}

#[test]
fn a_word_for_a_session_begins_no_symbol() {
    for typed in ["n Sess1", "no. session-1", "Sess1", "no3Sess1"] {
        assert!(typed.parse::<Citation>().is_err(), "{typed}");
    }
    assert!("SESS/1".parse::<Citation>().is_ok());
}

#[test]
fn a_symbol_found_in_a_link_is_read_as_it_is_printed() {
    let typed = "p.inT/rTf2ptppintppppp.inT/rTf2ptpppppppppppppppppppT/rhTT02%22බ2";
    if let Ok(citation) = typed.parse::<Citation>() {
        assert_eq!(citation.to_string().parse(), Ok(citation));
    }
}

#[test]
fn an_apostrophe_that_counts_as_a_letter_begins_no_label() {
    for mark in ['\'', '\u{2019}', '\u{2bc}', '\u{ff07}'] {
        let read = format!("3,par:\"{mark}lit").parse::<Citation>();
        let printed = read.map(|citation| citation.to_string());
        assert!(
            !printed.is_ok_and(|printed| printed.contains(mark)),
            "{mark}"
        );
    }
}

#[test]
fn a_symbol_is_none_if_it_would_be_read_otherwise_alone() {
    let read = " Sess1  222-in222-iOIC, Sess1".parse::<Citation>();
    let printed = read.map(|citation| citation.to_string());
    assert_ne!(printed.as_deref(), Ok("222-IN222-IOIC"));
    assert!("2505".parse::<Citation>().is_ok());
    assert!("2505 of the OIC".parse::<Citation>().is_ok());
}

#[test]
fn a_row_of_annexes_runs_from_number_to_number_or_from_letter_to_letter() {
    let row = |typed: &str| {
        typed
            .parse::<Citation>()
            .map(|citation| citation.to_string())
    };
    assert!(row("annexes 2-r").is_err());
    assert_eq!(row("annexes C to D").unwrap(), "annex C,annex D");
}

#[test]
fn initials_begin_no_symbol() {
    assert!("OIC No.o.o.o. 2/34-P".parse::<Citation>().is_err());
}

#[test]
fn a_day_that_is_none_is_not_passed_over() {
    let citation: Citation = "2(2203/0/1pars)".parse().unwrap();
    assert_eq!(citation.to_string(), "2 (2203/0/1PARS)");
}

#[test]
fn a_long_text_that_is_no_citation_is_pointed_at() {
    let typed = ["2/34-P", &"2/".repeat(50_000)].concat();
    let error = typed.parse::<Citation>().unwrap_err();
    assert_eq!(error.pointed().lines().count(), 2);
}

#[test]
fn nothing_long_takes_long() {
    for part in [
        "(",
        "points (a), ",
        "(para ",
        "UN, ",
        "x(",
        ".",
        "first, ",
        "of the ",
    ] {
        let typed = part.repeat(100_000 / part.len());
        assert!(typed.parse::<Citation>().is_err(), "{part}");
    }
}
