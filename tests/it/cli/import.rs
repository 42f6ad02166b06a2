//! `resolut import`.

mod mending;
mod own;
mod rows;
mod tools;

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

/// A document of one resolution.
fn lantern(symbol: &str) -> String {
    format!("RESOLUTION NO. {symbol}\n\nThe Board of Boats,\n\n1. Decides to light one lantern.\n")
}

#[test]
fn a_batch_reads_what_it_can_and_names_what_it_can_not() {
    let done = Test::new("import icfm-34.txt letter.txt nowhere.txt")
        .file("icfm-34.txt", SOURCE)
        .file("letter.txt", "Dear Sir,\n")
        .any_stderr()
        .nothing();
    for said in [
        "resolut: no resolution in `letter.txt`: ",
        "resolut: can't read `nowhere.txt`: No such file or directory (os error 2)\n",
        "resolut: written to `[DIR]/.local/share/resolut/icfm-34.json`\n",
        "resolut: 2 of 3 files not imported\n",
    ] {
        assert!(done.stderr.contains(said), "{said}: {}", done.stderr);
    }
    assert_eq!(done.read(".local/share/resolut/icfm-34.json"), BUNDLED);
    assert!(!done.has(".local/share/resolut/letter.json"));
    // What is there stays, and the others are written.
    let done = done
        .then("import icfm-34.txt lantern.txt")
        .file("lantern.txt", lantern("6/35-E"))
        .any_stderr()
        .nothing();
    let refused = "icfm-34.json` exists already and is not replaced without `--force`\n";
    assert!(done.stderr.contains(refused), "{}", done.stderr);
    assert!(done.has(".local/share/resolut/lantern.json"));
}

#[test]
fn a_program_is_told_of_each_file_why_it_was_not_imported() {
    let done = Test::new("import letter.txt lantern.txt --format json")
        .file("letter.txt", "Dear Sir,\n")
        .file("lantern.txt", lantern("6/35-E"))
        .any_stdout()
        .nothing();
    let told: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!(told[0]["file"], "letter.txt");
    assert_eq!(told[0]["state"], "rejected");
    assert_eq!(told[1]["counts"]["operative"], 1);
}

#[test]
fn where_nothing_can_be_read_nothing_is_written() {
    for args in ["letter.txt", "letter.txt -o mine.json", "empty"] {
        let done = Test::new(&format!("import {args}"))
            .file("letter.txt", "Dear Sir,\n")
            .file("empty/.hidden", "Dear Sir,\n")
            .any_stderr()
            .fails();
        assert!(!done.has(".local") && !done.has("mine.json"));
        assert!(done.stderr.starts_with("resolut: no "), "{}", done.stderr);
    }
}

#[test]
fn a_folder_of_texts_becomes_one_corpus() {
    let done = Test::new("import papers")
        .file("papers/a.txt", lantern("1/35-E"))
        .file("papers/more/a.txt", lantern("2/35-E"))
        .file("papers/letter.txt", "Dear Sir,\n")
        .file("papers/scan.png", b"\x89PNG\r\n\x1a\n\0")
        .any_stderr()
        .nothing();
    for said in [
        "resolut: no resolution in `letter.txt`: ",
        "resolut: written to `[DIR]/.local/share/resolut/papers.json`\n",
        "resolut: 1 of 3 files not imported\n",
        "resolut: 1 file without text left aside\n",
    ] {
        assert!(done.stderr.contains(said), "{said}: {}", done.stderr);
    }
    done.then("show 2/35-E:1 --as-printed")
        .stdout("5\t1. Decides to light one lantern.\n")
        .success()
        .then("show 1/35-E:1 --as-printed")
        .stdout("5\t1. Decides to light one lantern.\n")
        .success();
}

#[test]
fn standard_input_is_kept_under_a_name() {
    Test::new("import -")
        .stdin(lantern("6/35-E"))
        .any_stderr()
        .success()
        .then("show 6/35-E:1 --as-printed")
        .stdout("5\t1. Decides to light one lantern.\n")
        .success();
}

#[test]
fn western_letters_of_one_byte_are_read_and_it_is_said() {
    let latin1: Vec<u8> = String::from_utf8_lossy(SOURCE)
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(0xe9))
        .collect();
    let said = "the bytes are no UTF-8 and were read as windows-1252, which they look like\n";
    for (args, is_said) in [("", true), (" --encoding latin1", false)] {
        let done = Test::new(&format!("import latin.txt{args}"))
            .file("latin.txt", &latin1)
            .any_stderr()
            .success();
        assert_eq!(done.stderr.contains(said), is_said, "{}", done.stderr);
        let kept = done.read(".local/share/resolut/latin.txt");
        assert!(kept.contains("Pakistané"));
        let lines = "36\tTaking note of the Memorandum submitted by the True Representatives of Jammu and \
             Kashmir. \n";
        done.then("show 2/34-P:pp5 --as-printed")
            .any_stderr()
            .stdout(lines)
            .success();
    }
}

#[test]
fn an_encoding_that_is_not_recognized_is_asked_for() {
    let cyrillic = b"\xf0\xe5\xf8\xe5\xed\xe8\xe5";
    let done = Test::new("import a.txt")
        .file("a.txt", cyrillic)
        .any_stderr()
        .fails();
    let hint = "\nhint: or import it as it is with `--encoding`, as in `--encoding koi8-r`\n";
    assert!(done.stderr.ends_with(hint), "{}", done.stderr);
    let done = done
        .then("import a.txt --encoding windows-1251")
        .any_stderr()
        .fails();
    let read = "resolut: no resolution in `a.txt`: ";
    assert!(done.stderr.starts_with(read), "{}", done.stderr);
}

#[test]
fn text_of_two_bytes_a_character_is_read() {
    let text = String::from_utf8_lossy(SOURCE);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let done = Test::new("import icfm-34.txt")
        .file("icfm-34.txt", wide)
        .any_stderr()
        .success();
    assert!(
        done.stderr
            .contains("encodings read: 1\n    line 1: UTF-16LE read\n")
    );
    assert_eq!(done.read(".local/share/resolut/icfm-34.json"), BUNDLED);
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
fn two_sources_of_one_name_get_two() {
    Test::new("import one/a.txt two/a.txt")
        .file("one/a.txt", lantern("1/35-E"))
        .file("two/a.txt", lantern("2/35-E").replace("one", "no"))
        .any_stderr()
        .success()
        .then("show 1/35-E:1 2/35-E:1 --as-printed")
        .stdout("5\t1. Decides to light one lantern.\n5\t1. Decides to light no lantern.\n")
        .success();
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
