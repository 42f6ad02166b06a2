//! Each spelling that is read, and how it prints.

use super::{corpus, named};

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
    ("2505 annex para 3", "S/RES/2505 (2020):annex1:3"),
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
