//! Files as they may lie on a disk: the stored ones, and some that no test can store.

use std::fs;
use std::path::{Path, PathBuf};

use resolut::text::format;

use super::{Own, assert_harmless};
use crate::cli::Test;

/// The stored files, by name.
fn stored() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths
        .iter()
        .map(|path| (name(path), fs::read(path).unwrap()))
        .collect()
}

/// Those that are read all the same; `check` names what is odd about them.
const READ: &[&str] = &[
    "controls.json",
    "repeats.json",
    "separators.json",
    "unknown-fields.json",
];

#[test]
fn a_stored_file_is_read_or_refused_in_one_line() {
    let files = stored();
    assert!(files.len() > READ.len());
    for (name, bytes) in files {
        let read = READ.contains(&&*name);
        let list = Test::new(&format!("--corpus {name} list")).file(&name, &bytes);
        let list = list.any_stdout().any_stderr();
        let done = if read { list.success() } else { list.fails() };
        assert_harmless(done.stdout.as_bytes(), Own::Tabs, &name);
        assert_harmless(done.stderr.as_bytes(), Own::Text, &name);
        assert!(
            read || done.stderr.lines().count() == 1,
            "{name}: {}",
            done.stderr
        );
        let done = Test::new(&format!("check {name}")).file(&name, &bytes);
        let done = done.any_stdout().any_stderr().fails();
        assert_harmless(done.stdout.as_bytes(), Own::Text, &name);
        assert_harmless(done.stderr.as_bytes(), Own::Text, &name);
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let whole = super::corpus_of("é").to_string();
    for end in 0..whole.len() {
        if let Some(cut) = whole.get(..end) {
            assert!(format::read(cut).is_err(), "{end}");
            assert!(!format::faults(cut).is_empty(), "{end}");
        }
    }
}

#[test]
fn a_source_leads_nowhere_else_and_is_no_pipe() {
    let corpus = |source: &str| {
        format!(
            r#"{{"format":"resolut-corpus/1","sessions":[{{"id":"T","organ":"o","name":"n","resolutions":[
            {{"symbol":"1/1-T","language":"en","source":{{"file":"{source}","lines":[1,2]}},"preamble":[],
            "operative":[{{"number":"1","text":"Ends.","lines":[1,2]}}]}}]}}]}}"#
        )
    };
    for source in ["../secret", "/etc/passwd", "..", "/", "folder", "."] {
        let done = Test::new("--corpus inner/a.json show 1/1-T:1 --as-printed")
            .file("inner/a.json", corpus(source))
            .file("inner/folder/x", "")
            .file("secret", "a\nb\n")
            .any_stderr()
            .fails();
        assert_harmless(done.stderr.as_bytes(), Own::Text, source);
    }
    // Opening a pipe would wait for its other end.
    let folder = tempfile::tempdir().unwrap();
    let status = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe"))
        .status();
    assert!(status.unwrap().success());
    let path = folder.path().join("a.json");
    fs::write(&path, corpus("pipe")).unwrap();
    let done = Test::new("show 1/1-T:1 --as-printed")
        .env("RESOLUT_CORPUS", path.to_str().unwrap())
        .any_stderr()
        .fails();
    assert!(done.stderr.contains("can't be read at"), "{}", done.stderr);
}

#[test]
fn a_device_is_no_source_to_import() {
    let done = Test::new("import /dev/zero -o out.json")
        .any_stderr()
        .fails();
    assert!(
        done.stderr
            .contains("`/dev/zero` is neither a file nor a folder"),
        "{}",
        done.stderr
    );
}

#[test]
fn input_without_lines_is_no_query() {
    let done = Test::new("find --batch").stdin(vec![b'a'; 1 << 20]);
    done.stderr("resolut: standard input: line 1 is longer than 65536 bytes\n")
        .fails();
    let done = Test::new("--plain")
        .stdin(vec![b'a'; 1 << 20])
        .any_stdout()
        .success();
    assert!(done.stdout.len() < 4000);
}
