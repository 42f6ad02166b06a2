//! What is told of an import: for people, for programs, and where nobody asked.

use crate::cli::Test;

use super::{document, with_boats};

const COUNTS: &str = "8 files: 8 read, 0 read with repairs, 0 not read; 0 symbols in doubt; 0 texts twice; 2 files that are not XML left aside\n";
const GROUPS: &str = "  joined: 2 rows of 1 catalogue
  doubt, symbol spacing: 1 file: 2031/English/S_RES_9002 (2031)-3100002E.xml
`--format json` lists all
";

#[test]
fn a_folder_goes_to_the_data_folder_under_its_name_and_is_read_from_then_on() {
    let written = "resolut: written to `[DIR]/.local/share/resolut/boats.json`\n";
    let done = with_boats("import boats")
        .stderr(&[COUNTS, GROUPS, written].concat())
        .success();
    assert!(!done.has(".local/share/resolut/README.md"));
    let done = done
        .then("show S/RES/9001:1(b) --language en")
        .stdout("S/RES/9001 (2031):1(b)\twicks, as in the list of wicks;\n")
        .success();
    done.then("check")
        .stderr("resolut: no faults in 2 files\n")
        .success();
}

#[test]
fn sessions_are_those_of_the_organs_and_their_documents_in_the_order_of_numbers() {
    with_boats("import boats -o boats.json")
        .any_stderr()
        .success()
        .then("list --corpus boats.json --format tsv")
        .stdout(
            "ICFM-34\tThirty-Fourth Session\t2\t16\t22\nUNGA-99\tNinety-ninth session\t1\t1\t1\n\
             UNSC-2031\tSecurity Council, 2031\t4\t4\t8\n",
        )
        .success()
        .then("list UNSC-2031 --corpus boats.json --format tsv")
        .stdout(
            "S/RES/9001 (2031)\t[on the count of lanterns]\t2\t3\t1\t2031-02-03\n\
             S/RES/9002 (2031)\t\t1\t2\t0\t2031-02-03\nS/PRST/2031/4\t\t0\t2\t0\t2031-03-04\n\
             S/2031/37\t\t1\t1\t0\t2031-04-05\n",
        )
        .success();
}

#[test]
fn a_report_for_programs_has_an_object_a_file() {
    let done = with_boats("import boats -o boats.json --format json")
        .any_stdout()
        .success();
    assert_eq!(done.stdout.lines().count(), 10);
    let english = r#"{"file":"2031/English/S_RES_9001 (2031)-3100001E.xml","state":"imported","symbol":"S/RES/9001 (2031)","language":"en","session":"UNSC-2031","counts":{"pp":2,"op":3,"points":3,"headings":1,"notes":1,"tables":1,"annexes":1},"characters":{"source":320,"corpus":320},"repairs":[],"doubts":[]},"#;
    let told = done.stdout.lines().find(|line| line.contains("3100001E"));
    assert_eq!(told, Some(english));
    let spacing = r#""doubts":[{"line":1,"kind":"symbol-spacing","message":"`S/RES/9002(2031)` is read as S/RES/9002 (2031)"}]},"#;
    let told = done.stdout.lines().find(|line| line.contains("3100002E"));
    assert!(told.is_some_and(|told| told.ends_with(spacing)), "{told:?}");
}

#[test]
fn a_corpus_may_go_to_standard_output() {
    let done = with_boats("import boats -o -")
        .stderr(&[COUNTS, GROUPS].concat())
        .any_stdout()
        .success();
    let corpus = done.stdout.clone();
    let done = done
        .then("import boats -o boats.json")
        .any_stderr()
        .success();
    assert_eq!(done.read("boats.json"), corpus);
}

#[test]
fn a_file_of_xml_goes_under_its_own_name_whatever_that_ends_in() {
    let done = Test::new("import one.xml two.txt")
        .file("one.xml", document(9101, "to row"))
        .file("two.txt", document(9102, "to sail"))
        .any_stderr()
        .success();
    done.then("show S/RES/9101:1 S/RES/9102:1")
        .stdout("S/RES/9101 (2032):1\tDecides to row.\nS/RES/9102 (2032):1\tDecides to sail.\n")
        .success();
}

#[test]
fn texts_among_files_of_akoma_ntoso_are_read_only_where_they_are_named() {
    let text = "RESOLUTION NO. 6/35-E\n\nThe Board of Boats,\n\n1. Decides to light one lantern.\n";
    let done = with_boats("import boats -o boats.json")
        .file("texts/lantern.txt", text)
        .file("boats/lantern.txt", text)
        .any_stderr()
        .success();
    assert!(
        done.stderr
            .contains("; 3 files that are not XML left aside\n")
    );
    let done = done
        .then("import texts -o texts.json")
        .any_stderr()
        .success();
    let done = done
        .then("import boats texts/lantern.txt -o both.json")
        .stderr("resolut: texts and Akoma Ntoso don't go into one corpus; import them one by one\n")
        .fails();
    let done = done
        .then("import boats texts/lantern.txt --format json")
        .any_stdout()
        .success();
    assert!(done.stdout.starts_with("[\n{\"file\":\"lantern.txt\""));
    assert!(done.stdout.ends_with("\n]\n"));
    assert_eq!(done.stdout.lines().count(), 11);
}

#[test]
fn lines_as_printed_are_not_there_and_the_file_is_named() {
    with_boats("import boats")
        .any_stderr()
        .success()
        .then("show 'S/PRST/2031/4:1' --as-printed")
        .stderr(
            "resolut: S/PRST/2031/4:1: the corpus has no lines of `PRST/2031/S_PRST_2031_4-3100003E.xml`\n\n\
             hint: without `--as-printed` the paragraph itself is shown\n",
        )
        .fails();
}

#[test]
fn two_folders_of_one_name_do_not_go_into_one_corpus() {
    Test::new("import one/boats two/boats")
        .file("one/boats/a.xml", document(9101, "to row"))
        .file("two/boats/a.xml", document(9102, "to sail"))
        .stderr(
            "resolut: two corpora would be written to `[DIR]/.local/share/resolut/boats.json`; import one of \
             them with `--output`\n",
        )
        .fails();
}
