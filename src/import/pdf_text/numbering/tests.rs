use super::*;

#[test]
fn a_number_is_read_however_its_stop_stands() {
    for (line, read, stop, words) in [
        ("7. Requests", "7", true, 1),
        ("7 . Requests", "7", true, 2),
        ("7) Requests", "7", true, 1),
        ("7)Requests", "7", true, 0),
        ("7- Requests", "7", false, 1),
        ("7 – Requests", "7", false, 2),
        ("7-Requests", "7", false, 0),
        ("7 Requests", "7", false, 1),
        ("7 bis. Requests", "7 bis", true, 2),
        ("7. bis Requests", "7 bis", true, 2),
        ("7.Requests the", "7", true, 0),
        ("10.", "10", true, 1),
        ("٧ - تطلب", "7", false, 2),
        ("7.请各会员国", "7", true, 0),
    ] {
        let parts: Vec<_> = line.split(' ').collect();
        let label = number(&parts).unwrap();
        assert_eq!(label.number, read, "{line}");
        assert_eq!((label.has_stop(), label.words), (stop, words), "{line}");
    }
    for line in [
        "2004. The",
        "7.5 percent",
        "7th",
        "seven",
        "34/POL",
        "40-member",
    ] {
        let parts: Vec<_> = line.split(' ').collect();
        assert_eq!(number(&parts), None, "{line}");
    }
}

#[test]
fn a_section_is_a_number_where_a_stop_stands_behind_it() {
    let number = |words: &[&str]| section(words).map(|label| (label.number, label.words));
    assert_eq!(number(&["SECTION", "2.", "The"]), Some(("2".to_owned(), 2)));
    for (label, words) in [
        ("Article 1er : De", 3),
        ("Artículo 1.- De", 2),
        ("Art. 1º – De", 3),
        ("PRIMERO.- De", 1),
        ("Primera – De", 2),
    ] {
        let parts: Vec<_> = label.split(' ').collect();
        assert_eq!(number(&parts), Some(("1".to_owned(), words)), "{label}");
    }
    assert_eq!(number(&["十二、", "批准"]), Some(("12".to_owned(), 1)));
    let label = section(&["二、批准报告。"]).unwrap();
    assert_eq!(label.glued, Some(("二、", "批准报告。")));
    assert_eq!(number(&["报告、批准"]), None);
    for words in [
        ["Article", "2", "of"],
        ["Primero", "de", "enero."],
        ["Section", "2", "of"],
        ["section", "2.", "The"],
        ["Part", "2.", "The"],
    ] {
        assert_eq!(number(&words), None);
    }
}

#[test]
fn numbers_behind_a_stop_stand_below_those_between_stops() {
    let above = Above {
        paragraph: 2,
        ..Above::default()
    };
    let mut lists = Lists::default();
    for (label, depth) in [
        ("2.1", 1),
        (".1", 2),
        (".2", 2),
        ("2.2", 1),
        (".1", 2),
        ("2.2.1", 2),
    ] {
        let placed = lists.place(&point(&[label]).unwrap(), above);
        assert_eq!(placed, Some((depth, 0)), "{label}");
    }
}

#[test]
fn letters_of_other_alphabets_count() {
    for labels in [
        ["(أ)", "(ب)", "(ج)"],
        ["(أ)", "(ب)", "(ت)"],
        ["а)", "б)", "в)"],
        ["（a）", "（b）", "（c）"],
    ] {
        let mut lists = Lists::default();
        for label in labels {
            let placed = lists.place(&point(&[label]).unwrap(), Above::default());
            assert_eq!(placed, Some((1, 0)), "{label}");
        }
    }
}

#[test]
fn points_nest_by_how_they_are_labelled() {
    let mut lists = Lists::default();
    for (label, depth, missing) in [
        ("(a)", 1, 0),
        ("(i)", 2, 0),
        ("(ii)", 2, 0),
        ("(iv)", 2, 1),
        ("(b)", 1, 0),
        ("(i)", 2, 0),
        ("-", 3, 0),
        ("-", 3, 0),
        ("(c)", 1, 0),
    ] {
        let placed = lists.place(&point(&[label]).unwrap(), Above::default());
        assert_eq!(placed, Some((depth, missing)), "{label}");
    }
    let stray = point(&["(q)"]).unwrap();
    assert_eq!(lists.place(&stray, Above::default()), None);
}

#[test]
fn lists_nest_only_so_deep() {
    let mut lists = Lists::default();
    let mut place = || lists.place(&point(&["(a)"]).unwrap(), Above::default());
    assert_eq!(place(), Some((1, 0)));
    let deepest = (0..100).filter_map(|_| place()).last();
    assert_eq!(deepest, Some((32, 0)));
    assert_eq!(place(), None);
}

#[test]
fn after_h_comes_the_letter_i() {
    let mut lists = Lists::default();
    for label in "abcdefghi".chars() {
        let label = format!("({label})");
        let placed = lists.place(&point(&[&label]).unwrap(), Above::default());
        assert_eq!(placed, Some((1, 0)));
    }
}

#[test]
fn i_behind_f_or_a_colon_begins_a_list_of_roman_numbers() {
    for (before, colon) in [("abcdef", false), ("abcdef", true), ("abcdefgh", true)] {
        let mut lists = Lists::default();
        for label in before.chars() {
            let label = format!("{label}.");
            lists.place(&point(&[&label]).unwrap(), Above::default());
        }
        let above = Above {
            colon,
            ..Above::default()
        };
        let roman = lists.place(&point(&["i."]).unwrap(), above);
        assert_eq!(roman, Some((2, 0)), "{before}");
        let next = lists.place(&point(&["ii."]).unwrap(), Above::default());
        assert_eq!(next, Some((2, 0)), "{before}");
    }
}

#[test]
fn labels_of_every_form_are_read() {
    for (label, number) in [
        ("(a)", "(a)"),
        ("a)", "a)"),
        ("a.", "a"),
        ("1)", "1)"),
        ("1.", "1"),
        ("(1)", "(1)"),
        ("1.1", "1.1"),
        ("2.3.1.", "2.3.1"),
        ("A.", "A"),
        ("IV.", "IV"),
        ("•", "•"),
        ("–", "–"),
        ("·boats", "·"),
        ("\u{f0b7}", "\u{f0b7}"),
    ] {
        assert_eq!(point(&[label]).unwrap().number, number, "{label}");
    }
    for label in ["2004.", "3.14159", "-based", "*1", "(2004a)", ""] {
        assert_eq!(point(&[label]), None, "{label}");
    }
}

#[test]
fn a_list_whose_first_labels_were_lost_goes_on_behind_points_without_any() {
    let above = Above {
        unlabelled: 2,
        ..Above::default()
    };
    let mut lists = Lists::default();
    assert_eq!(lists.place(&point(&["(c)"]).unwrap(), above), Some((1, 0)));
    let next = lists.place(&point(&["(d)"]).unwrap(), Above::default());
    assert_eq!(next, Some((1, 0)));
    let colon = Above {
        colon: true,
        ..Above::default()
    };
    let mut lists = Lists::default();
    assert_eq!(lists.place(&point(&["(c)"]).unwrap(), colon), Some((1, 2)));
}

#[test]
fn a_decimal_label_belongs_to_the_paragraph_whose_number_it_begins_with() {
    let above = Above {
        paragraph: 2,
        ..Above::default()
    };
    let mut lists = Lists::default();
    for (label, depth) in [
        ("2.1", Some((1, 0))),
        ("2.1.3", Some((2, 0))),
        ("6.6", None),
    ] {
        assert_eq!(
            lists.place(&point(&[label]).unwrap(), above),
            depth,
            "{label}"
        );
    }
}
