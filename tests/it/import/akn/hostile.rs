//! A folder with everything that is no document: the good files are imported, and the others are told.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};

use rustix::fs::{CWD, Mode, mkfifoat};

use crate::cli::Test;

use super::document;

/// A folder `all` with a good file and those.
fn with(files: &[(&str, &[u8])]) -> Test {
    let test = Test::new("import all -o all.json").file("all/good.xml", document(9101, "to row"));
    files.iter().fold(test, |test, (name, bytes)| {
        test.file(&format!("all/{name}"), bytes)
    })
}

#[test]
fn what_is_no_document_is_told_with_its_reason_and_the_others_are_read() {
    let wide: Vec<u8> = format!("\u{feff}{}", document(9102, ""))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let html = b"<!DOCTYPE html><html><p>1. Decides</p></html>";
    let done = with(&[
        ("act.xml", b"<akomaNtoso><act><p>1.</p></act></akomaNtoso>"),
        ("empty.xml", b""),
        ("latin.xml", b"<akomaNtoso><statement>n\xe9e"),
        ("markup.xml", b"no markup"),
        ("page.html", html),
        ("page.xml", html),
        ("picture.svg", b"<?xml version='1.0'?><svg/>"),
        ("wide.xml", &wide),
    ])
    .stderr(
        "8 files: 1 read, 0 read with repairs, 7 not read; 0 symbols in doubt; 0 texts twice; 1 file that is not XML left aside
  not read, document kind act is not read: 1 file: act.xml
  not read, empty: 1 file: empty.xml
  not read, no Akoma Ntoso: 3 files: markup.xml, page.xml, picture.svg
  not read, not UTF-8: 2 files: latin.xml, wide.xml
`--format json` lists all
resolut: written to `all.json`
",
    )
    .nothing();
    let done = done
        .then("show S/RES/9101:1 --corpus all.json")
        .stdout("S/RES/9101 (2032):1\tDecides to row.\n")
        .success();
    let done = done
        .then("import all -o again.json --format json")
        .any_stdout()
        .nothing();
    assert!(done.stdout.contains(
        r#"{"file":"latin.xml","state":"rejected","reason":"not UTF-8 from byte 24","repairs":[],"doubts":[]}"#
    ));
    assert_eq!(done.stdout.matches("\"state\":").count(), 8);
}

#[test]
fn broken_markup_is_repaired_and_told() {
    let whole = document(9102, "&lol; to row");
    let bomb = format!(
        "<!DOCTYPE akomaNtoso [<!ENTITY lol \"lollollol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]>{whole}"
    );
    let (early, _) = whole.split_once(" to row").unwrap();
    let wrong = document(9103, "to sail").replace("</paragraph>", "</list></paragraph>");
    let deep = "<point><num>(a)</num><list>".repeat(5000);
    let deep =
        document(9104, "to dive").replace("</mainBody>", &format!("{deep}<p>deep</p></mainBody>"));
    let done = with(&[
        ("bomb.xml", bomb.as_bytes()),
        ("deep.xml", deep.as_bytes()),
        ("early.xml", early.as_bytes()),
        ("wrong.xml", wrong.as_bytes()),
    ])
    .any_stderr()
    .success();
    assert!(
        done.stderr
            .starts_with("5 files: 1 read, 4 read with repairs, 0 not read;"),
        "{}",
        done.stderr
    );
    let done = done
        .then("show S/RES/9102:1 --corpus all.json")
        .any_stderr()
        .any_stdout()
        .success();
    assert!(done.stdout.contains("Decides &lol;"), "{}", done.stdout);
    let corpus = done.read("all.json");
    let kept = "\"markup repaired: stray end (1)\"";
    assert!(corpus.contains(kept), "{corpus:.2000}");
    done.then("check all.json")
        .stderr("resolut: no faults in 1 file\n")
        .success();
}

#[test]
fn a_file_beyond_all_measure_is_not_read() {
    let test = with(&[("long.xml", b"<akomaNtoso>")]);
    let long = File::options()
        .write(true)
        .open(test.here().join("all/long.xml"));
    long.unwrap().set_len(17 << 20).unwrap();
    let done = test.any_stderr().nothing();
    let told = "  not read, larger than 16 MiB: 1 file: long.xml\n";
    assert!(done.stderr.contains(told), "{}", done.stderr);
}

#[test]
fn links_and_what_is_no_file_are_left_aside() {
    let test = with(&[(".git/objects/x.xml", b""), (".hidden.xml", b"")]);
    let all = test.here().join("all");
    symlink(".", all.join("circle")).unwrap();
    symlink("good.xml", all.join("link.xml")).unwrap();
    symlink("nowhere", all.join("nowhere.xml")).unwrap();
    mkfifoat(CWD, all.join("pipe.xml"), Mode::RUSR | Mode::WUSR).unwrap();
    test.stderr(
        "1 file: 1 read, 0 read with repairs, 0 not read; 0 symbols in doubt; 0 texts twice; 4 files that are not XML left aside
  left aside, links: 3 files: circle, link.xml, nowhere.xml
  left aside, pipes, sockets and devices: 1 file: pipe.xml
`--format json` lists all
resolut: written to `all.json`
",
    )
    .success();
}

#[test]
fn a_name_that_is_no_utf_8_is_read_and_told_without_what_is_wrong_with_it() {
    let test = with(&[]);
    let name = OsStr::from_bytes(b"caf\xe9.xml");
    fs::write(
        test.here().join("all").join(name),
        document(9102, "to sail"),
    )
    .unwrap();
    let done = test.any_stderr().success();
    let done = done
        .then("import all -o again.json --format json")
        .any_stdout()
        .success();
    assert!(done.stdout.contains("{\"file\":\"caf\u{fffd}.xml\""));
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    if rustix::process::geteuid().is_root() {
        return;
    }
    let test = with(&[("secret.xml", b""), ("locked/a.xml", b"")]);
    for name in ["secret.xml", "locked"] {
        let path = test.here().join("all").join(name);
        fs::set_permissions(path, PermissionsExt::from_mode(0o000)).unwrap();
    }
    let done = test.any_stderr().nothing();
    let told =
        "not read, can't be read: Permission denied (os error 13): 2 files: locked, secret.xml\n";
    assert!(done.stderr.contains(told), "{}", done.stderr);
    fs::set_permissions(done.path("all/locked"), PermissionsExt::from_mode(0o700)).unwrap();
}

#[test]
fn where_nothing_can_be_read_nothing_is_written() {
    let done = Test::new("import all -o all.json")
        .file("all/empty.xml", "")
        .stderr(
            "1 file: 0 read, 0 read with repairs, 1 not read; 0 symbols in doubt; 0 texts twice; 0 files that are not XML left aside
  not read, empty: 1 file: empty.xml
`--format json` lists all
resolut: nothing could be read in `[DIR]/all`
",
        )
        .fails();
    assert!(!done.has("all.json") && !done.has("all.sources"));
}

#[test]
fn a_file_is_never_written_over_itself() {
    let one = document(9101, "to row");
    let done = Test::new("import one.xml -o ./one.xml --force")
        .file("one.xml", &one)
        .stderr("resolut: `[DIR]/one.xml` would be written over itself\n")
        .fails();
    assert_eq!(done.read("one.xml"), one);
}

#[test]
fn two_texts_of_one_symbol_and_language_are_both_kept_and_that_is_said() {
    let done = with(&[("zweite.xml", document(9101, "to sail").as_bytes())])
        .stderr(
            "2 files: 2 read, 0 read with repairs, 0 not read; 0 symbols in doubt; 1 text twice; 0 files that are not XML left aside
  doubt, text twice: 1 file: zweite.xml
`--format json` lists all
resolut: written to `all.json`
",
        )
        .success();
    let corpus = done.read("all.json");
    assert!(corpus.contains("\"variant\":2"), "{corpus}");
    let doubt = "text twice: `good.xml` has a text of the same symbol and language";
    assert!(corpus.contains(doubt), "{corpus}");
    let done = done
        .then("check all.json")
        .stderr("resolut: no faults in 1 file\n")
        .success();
    let done = done
        .then("show S/RES/9101:1 --corpus all.json")
        .stdout("S/RES/9101 (2032):1\tDecides to row.\n")
        .success();
    let done = done
        .then("list UNSC-2032 --corpus all.json --format json")
        .any_stdout()
        .success();
    assert!(
        done.stdout
            .contains("\"language\":\"en\",\"variants\":[\"en\"],")
    );
    let done = done
        .then("find lang:en sail --corpus all.json --format tsv")
        .any_stdout()
        .success();
    assert!(done.stdout.contains("Decides to sail."), "{}", done.stdout);
}
