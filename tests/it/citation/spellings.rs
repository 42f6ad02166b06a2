//! Each spelling that is read, and how it prints.

use resolut::text::citation::{Citation, FORMS};

use super::{all_named, corpus, named};

/// What is typed, and the one form in which it prints.
const SPELLINGS: &[(&str, &str)] = &[
    // The symbol.
    ("2/34-P", "2/34-P"),
    ("2/34-p", "2/34-P"),
    ("  2 / 34 - P ", "2/34-P"),
    ("2-34-P", "2/34-P"),
    ("2/34P", "2/34-P"),
    ("2/34 P", "2/34-P"),
    ("2/34", "2/34-P"),
    ("2⁄34–P", "2/34-P"),
    ("res 2/34-P", "2/34-P"),
    ("res. 2/34-P", "2/34-P"),
    ("Resolution No. 2/34-P", "2/34-P"),
    ("RESOLUTION NO.2/34-P.", "2/34-P"),
    ("No. 2/34-P", "2/34-P"),
    ("resolution № 2/34-P", "2/34-P"),
    ("the resolution 2/34-P", "2/34-P"),
    ("S/RES/2505 (2020)", "S/RES/2505 (2020)"),
    ("S/RES/2505(2020)", "S/RES/2505 (2020)"),
    ("s/res 2505", "S/RES/2505 (2020)"),
    ("2505 (2020)", "S/RES/2505 (2020)"),
    ("2505(2020)", "S/RES/2505 (2020)"),
    ("2505", "S/RES/2505 (2020)"),
    ("resolution 2505 (2020)", "S/RES/2505 (2020)"),
    ("A/RES/60/1", "A/RES/60/1"),
    ("60/1", "A/RES/60/1"),
    ("34/68 A", "34/68 A"),
    ("34/68a", "34/68 A"),
    ("181 (II)", "181 (II)"),
    ("181(ii)", "181 (II)"),
    ("181", "181 (II)"),
    ("Tashkent declaration", "Tashkent Declaration"),
    ("UNSCR 2505", "S/RES/2505 (2020)"),
    (
        "Security Council resolution 2505 (2020)",
        "S/RES/2505 (2020)",
    ),
    // Operative paragraphs.
    (
        "OIC, Islamic Conference of Foreign Ministers, Thirty-Fourth Session, Resolution No. 2/34-P, \
         operative paragraph 7",
        "2/34-P:7",
    ),
    (
        "Security Council resolution 2505 (2020), paragraph 7",
        "S/RES/2505 (2020):7",
    ),
    (
        "paragraph 7 of Security Council resolution 2505 (2020)",
        "S/RES/2505 (2020):7",
    ),
    ("UNSCR 2505 para 7", "S/RES/2505 (2020):7"),
    (
        "2505, operative paragraph 4 (second of that number)",
        "S/RES/2505 (2020):4~2",
    ),
    (
        "2505, first unnumbered operative paragraph",
        "S/RES/2505 (2020):~1",
    ),
    ("2/34-P:7", "2/34-P:7"),
    ("2/34-p 7", "2/34-P:7"),
    ("2-34-P 7", "2/34-P:7"),
    ("2/34P op7", "2/34-P:7"),
    ("2/34-P#OP7", "2/34-P:7"),
    ("2/34-P #7", "2/34-P:7"),
    ("2/34-P, 7", "2/34-P:7"),
    ("2/34-P - 7", "2/34-P:7"),
    ("2/34-P — para 7", "2/34-P:7"),
    ("2/34\u{2011}P\u{a0}7", "2/34-P:7"),
    ("2/34 P 7", "2/34-P:7"),
    ("2/34 7", "2/34-P:7"),
    ("2/34:7", "2/34-P:7"),
    ("res 2/34-P para 7", "2/34-P:7"),
    ("Resolution No. 2/34-P, operative paragraph 7", "2/34-P:7"),
    ("op. para. 7 of 2/34-P", "2/34-P:7"),
    ("¶7 2/34-P", "2/34-P:7"),
    ("2/34-P ¶ 7", "2/34-P:7"),
    ("§ 7, 2/34-P", "2/34-P:7"),
    ("2/34-P(7)", "2/34-P:7"),
    ("paragraph 7 of resolution 2/34-P", "2/34-P:7"),
    ("7 of 2/34-P", "2/34-P:7"),
    ("seventh operative paragraph of 2/34-P", "2/34-P:7"),
    ("2/34-P:07", "2/34-P:7"),
    ("2/34-P para. 7.", "2/34-P:7"),
    ("op7 2-34-P", "2/34-P:7"),
    ("2505 7", "S/RES/2505 (2020):7"),
    ("2505 (2020) para 7", "S/RES/2505 (2020):7"),
    (
        "paragraph 7 of resolution 2505 (2020)",
        "S/RES/2505 (2020):7",
    ),
    ("181 (II) 3", "181 (II):3"),
    ("34/68 A 3", "34/68 A:3"),
    ("2505:7 bis", "S/RES/2505 (2020):7 bis"),
    ("2505 7bis", "S/RES/2505 (2020):7 bis"),
    ("2505 para 7 Bis", "S/RES/2505 (2020):7 bis"),
    ("2505:4", "S/RES/2505 (2020):4"),
    ("2505:4~2", "S/RES/2505 (2020):4~2"),
    ("2505:~1", "S/RES/2505 (2020):~1"),
    ("2506:1", "S/RES/2506 (2020):1"),
    ("2507:7a", "S/RES/2507 (2020):7.a"),
    ("2507:7(a)", "S/RES/2507 (2020):7.a"),
    // Preambular ones.
    ("2/34-P:pp3", "2/34-P:pp3"),
    ("2/34-P PP 3", "2/34-P:pp3"),
    ("2/34-P pp.3", "2/34-P:pp3"),
    ("2/34-P preambular 3", "2/34-P:pp3"),
    ("2/34-P, preambular para. 3", "2/34-P:pp3"),
    ("2/34-P preamble 3", "2/34-P:pp3"),
    ("third preambular paragraph of 2/34-P", "2/34-P:pp3"),
    ("2/34-P, third preambular paragraph", "2/34-P:pp3"),
    (
        "the 3rd preambular paragraph of resolution 2/34-P",
        "2/34-P:pp3",
    ),
    ("third paragraph of the preamble of 2/34-P", "2/34-P:pp3"),
    ("2/34-P thirteenth pp", "2/34-P:pp13"),
    ("preambular paragraph 3, 2/34-P", "2/34-P:pp3"),
    // Points.
    ("2505:1(a)", "S/RES/2505 (2020):1(a)"),
    ("2505 1 (A)", "S/RES/2505 (2020):1(a)"),
    ("2505 1a", "S/RES/2505 (2020):1(a)"),
    ("2505 1 a", "S/RES/2505 (2020):1(a)"),
    ("2505:1.a", "S/RES/2505 (2020):1(a)"),
    ("2505 para 1 (a) (ii)", "S/RES/2505 (2020):1(a)(ii)"),
    ("2505 para 1, point (a)(ii)", "S/RES/2505 (2020):1(a)(ii)"),
    (
        "2505, paragraph 1, sub-paragraph (b)",
        "S/RES/2505 (2020):1(b)",
    ),
    (
        "paragraph 1 (a) (i) of resolution 2505 (2020)",
        "S/RES/2505 (2020):1(a)(i)",
    ),
    ("2505:2(~2)", "S/RES/2505 (2020):2(~2)"),
    ("2505:2(2)", "S/RES/2505 (2020):2(~2)"),
    // Other parts.
    ("2505 annex 1 3", "S/RES/2505 (2020):annex1:3"),
    ("2505:annex1:3", "S/RES/2505 (2020):annex1:3"),
    ("2505, annex I, paragraph 3", "S/RES/2505 (2020):annex1:3"),
    (
        "paragraph 3 of annex I to resolution 2505 (2020)",
        "S/RES/2505 (2020):annex1:3",
    ),
    ("2505:annex1:a.2", "S/RES/2505 (2020):annex1:a.2"),
    ("2505:annex1:~1", "S/RES/2505 (2020):annex1:~1"),
    ("2505 annex ii 2", "S/RES/2505 (2020):annex2:~2"),
    (
        "annex II of 2505",
        "S/RES/2505 (2020):annex2:~1 to S/RES/2505 (2020):annex2:~2",
    ),
    ("2/34-P opening", "2/34-P:opening"),
    ("opening of 2/34-P", "2/34-P:opening"),
    ("3/34-P preamble", "3/34-P:pp1 to 3/34-P:pp3"),
    ("3/34-P:operative", "3/34-P:1 to 3/34-P:10"),
    // Ranges.
    ("2/34-P:7-9", "2/34-P:7 to 2/34-P:9"),
    ("2/34-P 7 – 9", "2/34-P:7 to 2/34-P:9"),
    ("2/34-P paras. 7 to 9", "2/34-P:7 to 2/34-P:9"),
    ("paragraphs 7 through 9 of 2/34-P", "2/34-P:7 to 2/34-P:9"),
    ("2/34-P op7-op9", "2/34-P:7 to 2/34-P:9"),
    ("2/34-P pp3-5", "2/34-P:pp3 to 2/34-P:pp5"),
    (
        "2505:1(a)-(b)",
        "S/RES/2505 (2020):1(a) to S/RES/2505 (2020):1(b)",
    ),
    (
        "2505 1a-b",
        "S/RES/2505 (2020):1(a) to S/RES/2505 (2020):1(b)",
    ),
    (
        "2505:1(a)-1(b)",
        "S/RES/2505 (2020):1(a) to S/RES/2505 (2020):1(b)",
    ),
    ("2505:1-2", "S/RES/2505 (2020):1 to S/RES/2505 (2020):2"),
];

/// Lists, and what they print as.
const LISTS: &[(&str, &str)] = &[
    ("2/34-P, paras 7, 8 and 9", "2/34-P:7,8,9"),
    ("2/34-P 7,9", "2/34-P:7,9"),
    ("2/34-P:7,9", "2/34-P:7,9"),
    ("paragraphs 7 and 9 of 2/34-P", "2/34-P:7,9"),
    ("paragraphs 7 and 8 of resolution 2/34-P", "2/34-P:7,8"),
    (
        "paras. 7, 8 & 10–12 of the resolution 2/34-P",
        "2/34-P:7,8,10-12",
    ),
    ("7-9 and 11 of 2/34-P", "2/34-P:7-9,11"),
    ("7, 9 and 11 of resolution 2/34-P", "2/34-P:7,9,11"),
    ("¶¶ 7, 9 2/34-P", "2/34-P:7,9"),
    ("2/34-P pp 3-5, 7 and op 2", "2/34-P:pp3-5,7,op2"),
    ("2/34-P, preambular paragraphs 3 and 5", "2/34-P:pp3,5"),
    (
        "first, third and fifth preambular paragraphs of 2/34-P",
        "2/34-P:pp1,3,5",
    ),
    (
        "second to fourth preambular paragraphs of 2/34-P",
        "2/34-P:pp2-4",
    ),
    (
        "the 3rd and 4th operative paragraphs of 2/34-P",
        "2/34-P:3,4",
    ),
    ("2/34-P opening and paragraph 7", "2/34-P:opening,op7"),
    ("2505 1 (a) and (b)", "S/RES/2505 (2020):1(a),1(b)"),
    (
        "2505, paragraphs 1 (a), (b) and 4",
        "S/RES/2505 (2020):1(a),1(b),4",
    ),
    (
        "2505 1 (a) (i) and (ii)",
        "S/RES/2505 (2020):1(a)(i),1(a)(ii)",
    ),
    ("2505 1 (a) (i) and (b)", "S/RES/2505 (2020):1(a)(i),1(b)"),
    ("2505 1a and b", "S/RES/2505 (2020):1(a),1(b)"),
    (
        "paragraphs 1 and 2 of annex II to resolution 2505 (2020)",
        "S/RES/2505 (2020):annex2:~1,~2",
    ),
    ("2505, annexes I and II", "S/RES/2505 (2020):annex1,annex2"),
    (
        "2505 (2020), paras 1, 2 and 7 bis",
        "S/RES/2505 (2020):1,2,7 bis",
    ),
    ("paras 7, 7 and 7-8 of 2/34-P", "2/34-P:7,7,7-8"),
    (
        "subparagraphs (a) and (b) of paragraph 1 of resolution 2505 (2020)",
        "S/RES/2505 (2020):1(a),1(b)",
    ),
    (
        "sub-paragraphs 1 (a) and (b) of resolution 2505",
        "S/RES/2505 (2020):1(a),1(b)",
    ),
    (
        "points (a) to (b) of paragraph 1 of 2505",
        "S/RES/2505 (2020):1(a)-(b)",
    ),
    ("paragraphs no. 7 and 8 of 2/34-P", "2/34-P:7,8"),
];

/// As a citation stands in a sentence, and what it prints as.
const IN_SENTENCES: &[(&str, &str)] = &[
    // Quotes and brackets.
    ("(2/34-P, para. 7)", "2/34-P:7"),
    ("“2/34-P”, para. 7", "2/34-P:7"),
    ("«2/34-P», para 7", "2/34-P:7"),
    ("„2/34-P“ 7", "2/34-P:7"),
    ("「2/34-P」 para 7", "2/34-P:7"),
    ("[2/34-P], para. 7", "2/34-P:7"),
    ("[2/34-P, para. 7].", "2/34-P:7"),
    ("'2/34-P' para 7", "2/34-P:7"),
    ("2/34-P (para. 7)", "2/34-P:7"),
    ("(2/34-P) para. 7", "2/34-P:7"),
    ("para. 7 (resolution 2/34-P)", "2/34-P:7"),
    ("(2/34-P, para. 7", "2/34-P:7"),
    ("2/34-P, para. 7);", "2/34-P:7"),
    ("(see 2/34-P, paras. 7 and 8)", "2/34-P:7,8"),
    ("“paragraph 7 of resolution 2/34-P”", "2/34-P:7"),
    ("（2/34-P、7）", "2/34-P:7"),
    // Signs of the sentence.
    ("2/34-P, para. 7,", "2/34-P:7"),
    ("2/34-P, para. 7;", "2/34-P:7"),
    ("2/34-P, para. 7?", "2/34-P:7"),
    ("2/34-P, para. 7。", "2/34-P:7"),
    (", 2/34-P, para. 7", "2/34-P:7"),
    ("see also 2/34-P, para. 7.", "2/34-P:7"),
    ("See, e.g., 2/34-P, para. 7.", "2/34-P:7"),
    ("❝2/34-P❞, para. 7", "2/34-P:7"),
    ("Cf. 2/34-P, para. 7.", "2/34-P:7"),
    // Possessives.
    ("resolution 2505’s paragraph 4~2", "S/RES/2505 (2020):4~2"),
    (
        "resolution 2505 (2020)'s paragraph 1",
        "S/RES/2505 (2020):1",
    ),
    ("the Council’s resolution 2505 (2020)", "S/RES/2505 (2020)"),
    ("its resolution 2505 (2020)", "S/RES/2505 (2020)"),
    (
        "paragraph 1 of its resolution 2505 (2020)",
        "S/RES/2505 (2020):1",
    ),
    // Documents and organs.
    ("UN Doc. S/RES/2505 (2020)", "S/RES/2505 (2020)"),
    (
        "U.N. Doc. S/RES/2505 (2020), para. 1",
        "S/RES/2505 (2020):1",
    ),
    ("S.C. Res. 2505, ¶ 1", "S/RES/2505 (2020):1"),
    ("SCR 2505", "S/RES/2505 (2020)"),
    ("UNSC 2505", "S/RES/2505 (2020)"),
    ("UNSC Res 2505, para 1", "S/RES/2505 (2020):1"),
    ("SC res. 2505 (2020)", "S/RES/2505 (2020)"),
    ("UNGA resolution 60/1", "A/RES/60/1"),
    ("G.A. Res. 60/1", "A/RES/60/1"),
    ("General Assembly resolution 60/1, para. 3", "A/RES/60/1:3"),
    (
        "United Nations Security Council resolution 2505",
        "S/RES/2505 (2020)",
    ),
    (
        "resolution 2505 (2020) of the Security Council",
        "S/RES/2505 (2020)",
    ),
    ("OIC resolution 2/34-P", "2/34-P"),
    ("ICFM resolution 2/34-P, para 7", "2/34-P:7"),
    ("resolution 2/34-P of the Thirty-Fourth Session", "2/34-P"),
    (
        "resolution 2/34-P of the 34th session of the Islamic Conference of Foreign Ministers",
        "2/34-P",
    ),
    ("XXXIV session, resolution 2/34-P", "2/34-P"),
    ("session 34, resolution 2/34-P", "2/34-P"),
    (
        "resolution 2/34-P adopted at its thirty-fourth session",
        "2/34-P",
    ),
    ("34ᵗʰ session, resolution 2/34-P", "2/34-P"),
    ("UNSCR2505", "S/RES/2505 (2020)"),
    ("SC/RES/2505, para 1", "S/RES/2505 (2020):1"),
    ("UNSC 2505", "S/RES/2505 (2020)"),
    ("ICFM 2/34-P", "2/34-P"),
    ("resolution 34/68 A", "34/68 A"),
    ("resolution 181", "181 (II)"),
    // Days and years.
    (
        "resolution 2505 (2020) of 13 January 2020",
        "S/RES/2505 (2020)",
    ),
    (
        "Security Council resolution 2505 (2020) of 13 January 2020, paragraph 1",
        "S/RES/2505 (2020):1",
    ),
    (
        "paragraph 1 of resolution 2505 (2020) of 13 January 2020",
        "S/RES/2505 (2020):1",
    ),
    (
        "resolution 2505 (2020), adopted on 13 January 2020",
        "S/RES/2505 (2020)",
    ),
    (
        "resolution 2505 (2020), adopted by the Security Council on 13 January 2020,",
        "S/RES/2505 (2020)",
    ),
    ("S/RES/2505 (2020) dated 2020-01-13", "S/RES/2505 (2020)"),
    ("S.C. Res. 2505, ¶ 1 (Jan. 13, 2020)", "S/RES/2505 (2020):1"),
    (
        "UNSC Res 2505 (13 January 2020) UN Doc S/RES/2505, para 1",
        "S/RES/2505 (2020):1",
    ),
    (
        "resolution 2505 (2020) (S/RES/2505 (2020))",
        "S/RES/2505 (2020)",
    ),
    ("resolution 2/34-P (2007)", "2/34-P"),
    ("resolution 2/34-P of 16 May 2007", "2/34-P"),
    (
        "Security Council resolution 2505 (adopted 13 January 2020)",
        "S/RES/2505 (2020)",
    ),
    (
        "UN Security Council, Resolution 2505 (2020), S/RES/2505 (2020), 13 January 2020",
        "S/RES/2505 (2020)",
    ),
    ("resolution 2505 of 2020", "S/RES/2505 (2020)"),
    ("resolution 2505 from 2020, para 1", "S/RES/2505 (2020):1"),
    ("resolution 2505 (2020-01-13)", "S/RES/2505 (2020)"),
    ("resolution 2505 (2020/01/13)", "S/RES/2505 (2020)"),
    ("resolution 2505 (13-Jan-2020)", "S/RES/2505 (2020)"),
    ("resolution 2505 (13.1.2020)", "S/RES/2505 (2020)"),
    ("resolution 2505 (01/13/2020)", "S/RES/2505 (2020)"),
    ("resolution 2/34-P, 34th session", "2/34-P"),
    ("resolution 2/34-P, 34th Sess., para. 7", "2/34-P:7"),
    ("resolution 2/34-P, ICFM, para 7", "2/34-P:7"),
    // Links.
    ("https://undocs.org/S/RES/2505(2020)", "S/RES/2505 (2020)"),
    ("https://docs.un.org/en/A/RES/60/1, para. 3", "A/RES/60/1:3"),
    (
        "paragraph 1 of https://undocs.org/S/RES/2505%20(2020).",
        "S/RES/2505 (2020):1",
    ),
    (
        "<http://www.un.org/ga/view_doc.asp?symbol=S/RES/2505(2020)&Lang=E> para 1",
        "S/RES/2505 (2020):1",
    ),
    (
        "https://main.un.org/securitycouncil/en/s/res/2505-%282020%29",
        "S/RES/2505 (2020)",
    ),
    (
        "https://undocs.org/S/RES/2505(2020)/en",
        "S/RES/2505 (2020)",
    ),
    (
        "resolution 2505 (2020) <https://undocs.org/S/RES/2505(2020)>",
        "S/RES/2505 (2020)",
    ),
    // Digits and letters of other widths and scripts.
    ("２/３４-Ｐ：７", "2/34-P:7"),
    ("2/34-P OP７", "2/34-P:7"),
    ("٢/٣٤-P:٧", "2/34-P:7"),
    ("२/३४-P ७", "2/34-P:7"),
    ("2/34-P, 3ʳᵈ preambular paragraph", "2/34-P:pp3"),
    ("nº 2/34-P", "2/34-P"),
];

#[test]
fn a_citation_is_read_as_it_stands_in_a_sentence_and_in_a_list() {
    let corpus = corpus();
    let others: Vec<_> = LISTS
        .iter()
        .chain(IN_SENTENCES)
        .map(|&(typed, printed)| (typed, printed, all_named(&corpus, typed)))
        .filter(|(_, printed, named)| named.as_deref() != Ok(printed))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn every_spelling_of_a_place_prints_as_one() {
    let corpus = corpus();
    for &(typed, printed) in SPELLINGS {
        assert_eq!(
            named(&corpus, typed, None).as_deref(),
            Ok(printed),
            "{typed}"
        );
        // Whatever is open, unless a number alone is typed.
        if !typed.chars().all(char::is_numeric) {
            let opened = named(&corpus, typed, Some("3/34-P"));
            assert_eq!(opened.as_deref(), Ok(printed), "{typed}");
        }
    }
}

#[test]
fn the_forms_that_the_manual_page_lists_are_printed_and_read_so() {
    let corpus = corpus();
    for form in FORMS {
        let parsed: Citation = form.printed.parse().unwrap();
        assert_eq!(parsed.to_string(), form.printed);
        for also in form.also {
            let named = all_named(&corpus, also);
            assert_eq!(named, all_named(&corpus, form.printed), "{also}");
        }
    }
}
