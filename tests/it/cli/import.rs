//! `resolut import`.

use std::os::unix::fs::PermissionsExt;

use super::Test;

const SOURCE: &[u8] = include_bytes!("../../../data/icfm-34.txt");
const BUNDLED: &str = include_str!("../../../data/corpus.json");

#[test]
fn an_import_goes_to_the_data_folder_with_its_source() {
    let done = Test::new("import icfm-34.txt")
        .file("icfm-34.txt", SOURCE)
        .any_stderr()
        .success();
    assert_eq!(done.read(".local/share/resolut/icfm-34.json"), BUNDLED);
    assert_eq!(
        done.read(".local/share/resolut/icfm-34.txt").as_bytes(),
        SOURCE
    );
    assert!(
        done.stderr
            .ends_with("resolut: written to `[DIR]/.local/share/resolut/icfm-34.json`\n"),
        "{}",
        done.stderr
    );
}

#[test]
fn xdg_says_where_the_data_folder_is() {
    let done = Test::new("import icfm-34.txt")
        .file("icfm-34.txt", SOURCE)
        .env("XDG_DATA_HOME", "[DIR]/data")
        .any_stderr()
        .success();
    assert!(done.has("data/resolut/icfm-34.json"));
}

#[test]
fn a_corpus_is_replaced_only_by_force() {
    let done = Test::new("import icfm-34.txt -o mine.json")
        .file("icfm-34.txt", SOURCE)
        .file("mine.json", "precious")
        .stderr("resolut: `mine.json` exists already and is not replaced without `--force`\n")
        .fails();
    assert_eq!(done.read("mine.json"), "precious");
    let done = done
        .then("import icfm-34.txt -o mine.json --force")
        .any_stderr()
        .success();
    assert_eq!(done.read("mine.json"), BUNDLED);
}

#[test]
fn lines_of_a_source_that_was_changed_since_its_import_are_not_shown() {
    let show = "show 3/34-P:8 --as-printed --corpus mine.json";
    let lines = Test::new("show 3/34-P:8 --as-printed").any_stdout();
    let lines = lines.success().stdout;
    let repeats = "resolut: `mine.json` has 2/34-P and 1 more again; its own text is shown\n";
    let done = Test::new("import icfm-34.txt -o mine.json")
        .file("icfm-34.txt", SOURCE)
        .any_stderr()
        .success();
    let corpus = done.read("mine.json");
    let done = done.then(show).stdout(&lines).stderr(repeats).success();
    // Another text of as many lines.
    let text = String::from_utf8_lossy(SOURCE).replace("Siachen", "Wular");
    let changed = done.then(show).file("icfm-34.txt", text).stderr(&format!(
        "{repeats}resolut: the lines can't be shown: `icfm-34.txt` was changed since it was imported; \
         import it again\n"
    ));
    let done = changed.fails();
    // Said once, though two citations are refused for it.
    let twice = done.then("show 3/34-P:8 2/34-P:7 --as-printed --corpus mine.json");
    let done = twice.any_stderr().fails();
    assert_eq!(done.stderr.lines().count(), 2, "{}", done.stderr);
    // A corpus that does not say what its source was is believed.
    let digest = corpus.lines().find(|line| line.contains("sha256")).unwrap();
    let unsigned = corpus.replace(&format!(",\n{digest}"), "");
    assert!(!unsigned.contains("sha256"));
    let want = lines.replace("Siachen", "Wular");
    let done = done.then(show).file("mine.json", unsigned);
    done.stdout(&want).stderr(repeats).success();
}

#[test]
fn a_source_in_latin_1_is_known_as_it_is_kept() {
    let latin = "RESOLUTION NO. 1/1-T\n\nThe First Session,\n\n1. Calls for caf\u{e9}s.\n";
    let bytes: Vec<u8> = latin.chars().map(|c| u8::try_from(c).unwrap()).collect();
    Test::new("import a.txt --encoding latin1")
        .file("a.txt", bytes)
        .any_stderr()
        .success()
        .then("show 1/1-T:1 --as-printed")
        .stdout("5\t1. Calls for cafés.\n")
        .success();
}

#[test]
fn nothing_is_imported_into_a_folder_that_others_may_write_in() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("resolut");
    std::fs::create_dir(&own).unwrap();
    std::fs::set_permissions(&own, PermissionsExt::from_mode(0o777)).unwrap();
    let done = Test::new("import icfm-34.txt")
        .file("icfm-34.txt", SOURCE)
        .env("XDG_DATA_HOME", folder.path().to_str().unwrap())
        .any_stderr()
        .fails();
    assert!(
        done.stderr.contains("every user may write in"),
        "{}",
        done.stderr
    );
    assert_eq!(std::fs::read_dir(&own).unwrap().count(), 0);
}

#[test]
fn a_report_for_programs_goes_to_standard_output() {
    let done = Test::new("import icfm-34.txt -o mine.json --format json")
        .file("icfm-34.txt", SOURCE)
        .any_stdout()
        .success();
    assert!(
        done.stdout
            .starts_with("[\n{\"file\":\"icfm-34.txt\",\"counts\":{\"sessions\":1,")
    );
    assert!(done.stdout.ends_with("\"corpus\":\"mine.json\"}\n]\n"));
}

#[test]
fn a_file_without_a_resolution_writes_nothing() {
    let done = Test::new("import icfm-34.txt letter.txt")
        .file("icfm-34.txt", SOURCE)
        .file("letter.txt", "Dear Sir,\n")
        .any_stderr()
        .fails();
    assert!(
        done.stderr
            .starts_with("resolut: no resolution in `letter.txt`: "),
        "{}",
        done.stderr
    );
    assert!(!done.has(".local"));
}

#[test]
fn a_file_that_is_not_there_writes_nothing() {
    let done = Test::new("import icfm-34.txt nowhere.txt")
        .file("icfm-34.txt", SOURCE)
        .stderr("resolut: can't read `nowhere.txt`: No such file or directory (os error 2)\n")
        .fails();
    assert!(!done.has(".local"));
}

#[test]
fn latin_1_is_named_and_read_when_it_is_asked_for() {
    let latin1: Vec<u8> = String::from_utf8_lossy(SOURCE)
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(0xe9))
        .collect();
    let done = Test::new("import latin.txt")
        .file("latin.txt", latin1)
        .any_stderr()
        .fails();
    assert!(
        done.stderr
            .contains("\nhint: or import it as it is with `--encoding latin1`\n"),
        "{}",
        done.stderr
    );
    assert!(!done.has(".local"));
    let done = done
        .then("import latin.txt --encoding latin1")
        .any_stderr()
        .success();
    assert!(
        done.read(".local/share/resolut/latin.txt")
            .contains("Pakistané")
    );
    done.then("show 2/34-P:pp5 --as-printed")
        .any_stderr()
        .stdout(
            "36\tTaking note of the Memorandum submitted by the True Representatives of Jammu and \
             Kashmir. \n",
        )
        .success();
}

#[test]
fn several_sources_may_go_into_one_corpus() {
    let text = String::from_utf8_lossy(SOURCE).into_owned();
    let second = text.find("RESOLUTION NO. 3/34-P").unwrap_or_default();
    let (first, second) = text.split_at(second);
    let done = Test::new("import first.txt second.txt -o both.json")
        .file("first.txt", first)
        .file("second.txt", second)
        .any_stderr()
        .success();
    done.then("list --corpus both.json --format tsv")
        .any_stderr()
        .stdout("ICFM-34\tThirty-Fourth Session\t2\t16\t22\n")
        .success()
        .then("show 3/34-P:pp1 --as-printed --corpus both.json")
        .any_stderr()
        .stdout("14\tGuided by the principles and purposes of the UN as well as OIC Charter; \n")
        .success();
}

#[test]
fn a_source_is_never_written_over() {
    let done = Test::new("import icfm-34.txt -o ./icfm-34.txt --force")
        .file("icfm-34.txt", SOURCE)
        .stderr("resolut: `icfm-34.txt` would be written over itself\n")
        .fails();
    assert_eq!(done.read("icfm-34.txt").as_bytes(), SOURCE);
}

#[test]
fn two_sources_of_one_name_are_refused() {
    let done = Test::new("import one/icfm.txt two/icfm.txt")
        .file("one/icfm.txt", SOURCE)
        .file("two/icfm.txt", SOURCE)
        .stderr(
            "resolut: two files would be written to `[DIR]/.local/share/resolut/icfm.txt`; rename \
             one of the sources\n",
        )
        .fails();
    assert!(!done.has(".local"));
}

#[test]
fn a_folder_that_is_not_there_is_said_of_the_file_that_was_named() {
    Test::new("import icfm-34.txt -o nowhere/mine.json")
        .file("icfm-34.txt", SOURCE)
        .stderr("resolut: can't write `nowhere/mine.json`: its folder is not there\n")
        .fails();
}

const LAMPS: &str = "The Board of Boats,\n\nRecalling its lamps,\n\n1. Decides to light them;\n\n2. Requests oil.\n";

#[test]
fn what_a_text_does_not_print_is_given_by_options() {
    let options = "--symbol B/RES/7 --title 'The lamps' --organ 'Board of Boats' --session 3 --date 2018-11-01";
    let done = Test::new(&format!(
        "import lamps.txt -o x.json --language fr {options}"
    ))
    .file("lamps.txt", LAMPS)
    .any_stderr()
    .success();
    let corpus = done.read("x.json");
    for line in [
        r#""id": "BB-3""#,
        r#""organ": "Board of Boats""#,
        r#""symbol": "B/RES/7""#,
        r#""title": "The lamps""#,
        r#""adopted": "2018-11-01""#,
        r#""language": "fr""#,
    ] {
        assert!(corpus.contains(line), "{line}: {corpus}");
    }
}

#[test]
fn a_symbol_or_a_day_is_not_given_to_several_texts() {
    Test::new("import a.txt b.txt --symbol B/7 -o x.json")
        .file("a.txt", LAMPS)
        .file("b.txt", LAMPS)
        .stderr("resolut: `--symbol` is that of one text, and 2 are named; import it by itself\n")
        .fails();
    Test::new("import a.txt --date tomorrow -o x.json")
        .file("a.txt", LAMPS)
        .stderr("resolut: `tomorrow` is no day; write it as in `--date 2018-11-01`\n")
        .fails();
    Test::new("import a.txt --language ? -o x.json")
        .file("a.txt", LAMPS)
        .stderr("resolut: `?` is no tag of a language; write it as in `--language fr`\n")
        .fails();
}
