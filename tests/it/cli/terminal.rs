//! Data on a terminal: set to its width, bold where it may be.

use super::Test;
use crate::pty::Term;

/// Runs the program on a terminal of so many columns; what it prints, bold as `*…*`, underlined as
/// `_…_`, and its exit code.
fn on_terminal(columns: u16, env: &[(&str, &str)], args: &[&str]) -> (String, u32) {
    let home = tempfile::tempdir().unwrap();
    let home = [("HOME", home.path().to_str().unwrap())];
    let mut terminal = Term::start(args, &[&home, env].concat(), (columns, 24));
    let code = terminal.exit_status().exit_code();
    let printed = terminal.raw_bytes().to_vec();
    let printed = String::from_utf8(printed)
        .unwrap()
        .replace("\r\n", "\n")
        .replace("\u{1b}[1m", "*")
        .replace("\u{1b}[22m", "*")
        .replace("\u{1b}[4m", "_")
        .replace("\u{1b}[24m", "_");
    (printed, code)
}

#[test]
fn a_paragraph_is_set_with_its_number_in_the_margin() {
    let (printed, code) = on_terminal(60, &[], &["show", "2/34-P:7"]);
    insta::assert_snapshot!(printed, @r"
    *2/34-P*  THE JAMMU AND KASHMIR DISPUTE

         7  Requests the Islamic Development Bank and the
            Islamic Solidarity Fund to provide the necessary
            financial resources to provide vocational training
            and higher education to Kashmiri refugees and
            entrusts the General Secretariat to submit
            appropriate proposals.
    ");
    assert_eq!(code, 0);
}

#[test]
fn no_line_is_wider_than_the_terminal_or_the_measure() {
    for (columns, most) in [(200, 80), (60, 60), (30, 30)] {
        for args in [
            &["show", "2/34-P"][..],
            &["find", "kashmir", "--limit", "99"],
            &["list"],
        ] {
            let (printed, _) = on_terminal(columns, &[("NO_COLOR", "1")], args);
            for line in printed.lines() {
                assert!(line.chars().count() <= most, "{columns} {args:?}: {line}");
            }
        }
    }
}

#[test]
fn the_lines_of_the_source_stand_beside_their_numbers() {
    let (printed, _) = on_terminal(60, &[], &["show", "3/34-P:8", "--as-printed"]);
    insta::assert_snapshot!(printed, @r"
    *3/34-P:8*

       205  8. Calls on India to resolve all the disputes,
            including Jammu and Kashmir, Siachen,            Sir
            Creek and
       206
       207
       208
       209
       210
       211
            page break
       212  river waters on the basis of international legality
            and past agreements.
    ");
}

#[test]
fn sessions_stand_over_their_resolutions() {
    let (printed, _) = on_terminal(60, &[], &["list"]);
    insta::assert_snapshot!(printed, @r"
    *ICFM-34*  Thirty-Fourth Session, Islamabad, 15 to 17 May 2007

      2/34-P  13 pp  12 op  THE JAMMU AND KASHMIR DISPUTE
      3/34-P   3 pp  10 op  THE PEACE PROCESS BETWEEN INDIA AND
                            PAKISTAN
    ");
}

#[test]
fn an_outline_is_cut_to_the_terminal() {
    let (printed, _) = on_terminal(60, &[], &["list", "3/34-P"]);
    insta::assert_snapshot!(printed, @r"
    *3/34-P*  THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN

            The Thirty-Fourth Session of the Islamic Conference…

       pp1  Guided by the principles and purposes of the UN as…
       pp2  Recalling the OIC Summit and Ministerial Resolution…
       pp3  Recognizing the centrality of the issue of Jammu an…

         1  Strongly supports the ongoing peace process between…
         2  Notes that Pakistan and India, after completing the…
         3  Supports various confidence-building measures taken…
         4  Expresses satisfaction at the bilateral understandi…
         5  Appreciates the flexibility shown by President Mush…
         6  Welcomes the visit of the OIC Mission led by Ambass…
         7  Encourages India to involve the representatives of…
         8  Calls on India to resolve all the disputes, includi…
         9  Calls upon the international community including th…
        10  Requests the Secretary-General and the OIC Contact…
    ");
}

#[test]
fn quotes_and_dashes_of_a_text_are_ascii_on_a_screen_that_has_no_others_and_only_there() {
    let args = ["show", "2/34-P:5"];
    let (own, _) = on_terminal(60, &[], &args);
    assert!(!own.is_ascii(), "{own}");
    let locale = [("LC_ALL", "C")];
    let asked = [&args[..], &["--ascii"]].concat();
    for (env, args) in [(&locale[..], &args[..]), (&[], &asked)] {
        let (shown, _) = on_terminal(60, env, args);
        assert!(shown.is_ascii(), "{shown}");
        assert_eq!(shown.chars().count(), own.chars().count());
    }
    let piped = Test::new("show 2/34-P:5 --ascii")
        .any_stdout()
        .success()
        .stdout;
    assert!(!piped.is_ascii(), "{piped}");
}

#[test]
fn ascii_is_asked_for_or_comes_with_the_locale() {
    for (env, args) in [
        (&[("LANG", "C")][..], &["list", "3/34-P"][..]),
        (&[], &["list", "3/34-P", "--ascii"]),
    ] {
        let (printed, _) = on_terminal(60, env, args);
        assert!(printed.contains("...") && printed.is_ascii(), "{printed}");
    }
}

#[test]
fn matches_are_underlined_and_long_paragraphs_cut_around_them() {
    let (printed, _) = on_terminal(60, &[], &["find", "\"composite dialogue\""]);
    insta::assert_snapshot!(printed, @r"
    *3/34-P:1*    …Pakistan for its continued efforts to create
                and sustain an enabling environment for a
                _composite_ _dialogue_ with India.

    *2/34-P:pp6*  Encouraging and supporting the _composite_
                _dialogue_ between Pakistan and India and
                welcoming the fact that the leaders of the two…

    *3/34-P:2*    …in 2004, have initiated the Fourth Round of the
                _Composite_ _Dialogue_ in March 2007 and have
                expressed the determination to carry the…
    ");
}

#[test]
fn no_color_is_plain_text() {
    for (env, args) in [
        (&[("NO_COLOR", "1")][..], &["list"][..]),
        (&[], &["list", "--color", "never"]),
    ] {
        let (printed, _) = on_terminal(60, env, args);
        assert!(
            !printed.contains('*') && !printed.contains('\u{1b}'),
            "{printed}"
        );
    }
}

#[test]
fn a_terminal_without_sequences_gets_none() {
    for term in ["dumb", ""] {
        for args in [
            &["show", "2/34-P:7"][..],
            &["show", "2/34-P:7", "--as-printed"],
            &["find", "composite dialogue"],
            &["list"],
            &["list", "2/34-P"],
            &["marks"],
            &["check"],
            &["--help"],
            &["show", "--help"],
            &["show", "2/34-P:99"],
            &["show", "no such thing"],
            &["find", "no:such"],
            &["import", "nowhere"],
            &["2/34-P:7"],
            &["--plain", "99"],
        ] {
            let (printed, _) = on_terminal(60, &[("TERM", term)], args);
            assert!(!printed.contains(['*', '\u{1b}']), "{args:?}: {printed}");
        }
        let always = &["--color", "always", "show", "2/34-P:7"];
        let (printed, _) = on_terminal(60, &[("TERM", term)], always);
        assert!(printed.contains("*2/34-P*"), "{printed}");
    }
}

#[test]
fn a_dumb_terminal_is_told_which_command_prints() {
    let (printed, code) = on_terminal(120, &[("TERM", "dumb")], &["2/34-P:7"]);
    assert_eq!(
        printed,
        "resolut: `TERM` is unset or `dumb`, and panes need a terminal; \
         `resolut --plain '2/34-P:7'` reads in lines, `resolut show '2/34-P:7'` prints\n"
    );
    assert_eq!(code, 2);
}

#[test]
fn a_citation_opens_the_reader_and_an_unknown_one_does_not() {
    let home = tempfile::tempdir().unwrap();
    let home = [("HOME", home.path().to_str().unwrap())];
    let mut terminal = Term::start(&["3/34-P", "para", "7"], &home, (80, 24));
    terminal.wait_for("Encourages India");
    terminal.type_keys("q");
    assert_eq!(terminal.exit_status().exit_code(), 0);
    terminal.assert_restored();

    let (printed, code) = on_terminal(80, &[], &["3/34-P:11"]);
    assert_eq!(
        printed,
        "resolut: 3/34-P has operative paragraphs 1 to 10\n"
    );
    assert_eq!(code, 1);
}
