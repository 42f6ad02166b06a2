//! A folder that is imported again: what has not changed is taken over, and the rest is read and told.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::symlink;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use crate::cli::{Done, Test, program};

use super::document;

/// A folder of three files, imported once.
fn imported() -> Done {
    Test::new("import all -o all.json")
        .file("all/1.xml", document(9101, "to row"))
        .file("all/2.xml", document(9102, "to sail"))
        .file("all/3.xml", document(9103, "to dive"))
        .any_stderr()
        .success()
}

fn since(stderr: &str) -> &str {
    let line = stderr.lines().find(|line| line.contains("since"));
    line.unwrap_or_default().trim()
}

/// The line that tells how a file is known, in a file of sources.
fn known<'a>(sources: &'a str, name: &str) -> Vec<&'a str> {
    let mut lines = sources.lines().map(|line| line.split('\t').collect());
    lines
        .find(|columns: &Vec<&str>| columns.get(1) == Some(&name))
        .unwrap()
}

#[test]
fn what_did_not_change_is_not_opened_and_the_corpus_stays_as_it_was() {
    let done = imported();
    let before = done.read("all.json");
    // Of the same size and time: a reader would find nothing in it.
    let path = done.path("all/2.xml");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, " ".repeat(document(9102, "to sail").len())).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(time).unwrap();
    let done = done.then("import all -o all.json").any_stderr().success();
    assert_eq!(
        since(&done.stderr),
        "since the last import: 0 came, 0 changed, 0 went, 3 unchanged"
    );
    assert_eq!(done.read("all.json"), before);
    // All of it is read again where that is asked for.
    let done = done
        .then("import all -o all.json --force")
        .any_stderr()
        .nothing();
    assert!(
        done.stderr.starts_with("3 files: 2 read,"),
        "{}",
        done.stderr
    );
    assert!(!done.stderr.contains("since"));
}

#[test]
fn what_came_changed_and_went_is_told_and_the_corpus_is_as_if_all_were_read() {
    let done = imported();
    fs::remove_file(done.path("all/1.xml")).unwrap();
    let done = done
        .then("import all -o all.json")
        .file("all/2.xml", document(9102, "to float"))
        .file("all/4.xml", document(9104, "to land"))
        .stderr(
            "3 files: 3 read, 0 read with repairs, 0 not read; 0 symbols in doubt; 0 texts twice; 0 files that are not XML left aside
  since the last import: 1 came, 1 changed, 1 went, 1 unchanged
  came: 1 file: 4.xml
  changed: 1 file: 2.xml
  went: 1 file: 1.xml
`--format json` lists all
resolut: written to `all.json`
",
        )
        .success();
    let updated = done.read("all.json");
    let done = done.then("import all -o new.json").any_stderr().success();
    assert_eq!(done.read("new.json"), updated);
    assert!(updated.contains("to float") && updated.contains("to dive"));
}

#[test]
fn programs_are_told_what_came_changed_and_went() {
    let done = imported();
    fs::remove_file(done.path("all/3.xml")).unwrap();
    let done = done
        .then("import all -o all.json --format json")
        .file("all/2.xml", document(9102, "to float"))
        .any_stdout()
        .success();
    assert!(
        done.stdout.contains("\"doubts\":[]},\n{\"file\":\"2.xml\""),
        "{}",
        done.stdout
    );
    assert!(done.stdout.contains(
        "\"doubts\":[],\"change\":\"changed\"},\n{\"file\":\"3.xml\",\"change\":\"went\"}\n]\n"
    ));
}

#[test]
fn a_file_of_another_time_and_the_same_bytes_is_known_by_them() {
    let done = imported();
    let file = File::options()
        .write(true)
        .open(done.path("all/2.xml"))
        .unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(5))
        .unwrap();
    let done = done.then("import all -o all.json").any_stderr().success();
    assert_eq!(
        since(&done.stderr),
        "since the last import: 0 came, 0 changed, 0 went, 3 unchanged"
    );
    assert_eq!(known(&done.read("all.sources"), "2.xml")[3], "5000000000");
}

#[test]
fn a_document_of_which_the_catalogue_says_something_new_is_read_again() {
    let done = imported();
    let row = "{\"symbol\": \"S/RES/9102(2032)\", \"resolution_title\": \"[on sails]\"}\n";
    let done = done
        .then("import all -o all.json")
        .file("all/rows.json", row)
        .any_stderr()
        .success();
    assert_eq!(
        since(&done.stderr),
        "since the last import: 0 came, 1 changed, 0 went, 2 unchanged"
    );
    assert!(done.read("all.json").contains("\"topic\":\"on sails\""));
}

#[test]
fn the_first_text_of_a_symbol_is_the_first_though_it_came_later() {
    let done = imported();
    let done = done
        .then("import all -o all.json")
        .file("all/0.xml", document(9102, "to swim"))
        .any_stderr()
        .success();
    assert_eq!(
        since(&done.stderr),
        "since the last import: 1 came, 1 changed, 0 went, 2 unchanged"
    );
    let updated = done.read("all.json");
    let done = done.then("import all -o new.json").any_stderr().success();
    assert_eq!(done.read("new.json"), updated);
    let second = updated.lines().find(|line| line.contains("to sail"));
    assert!(second.is_some_and(|line| line.contains("\"variant\":2")));
}

#[test]
fn a_corpus_of_something_else_is_not_replaced() {
    let done = imported();
    let refused = "resolut: `all.json` exists already and is not replaced without `--force`\n";
    // Of another folder.
    let done = done
        .then("import other -o all.json")
        .file("other/1.xml", document(9101, "to row"))
        .stderr(refused)
        .fails();
    // Changed by somebody else.
    let mut corpus = done.read("all.json");
    corpus.push('\n');
    let done = done
        .then("import all -o all.json")
        .file("all.json", &corpus)
        .stderr(refused)
        .fails();
    assert_eq!(done.read("all.json"), corpus);
}

#[test]
fn what_stands_in_the_place_of_the_list_of_sources_is_not_written_over() {
    let test = Test::new("import all -o all.json")
        .file("all/1.xml", document(9101, "to row"))
        .file("precious", "precious");
    symlink("precious", test.here().join("all.sources")).unwrap();
    let done = test.any_stderr().success();
    let told = "resolut: the next import reads all again: `all.sources` exists already and is not replaced without `--force`\n";
    assert!(done.stderr.contains(told), "{}", done.stderr);
    assert_eq!(done.read("precious"), "precious");
    let done = done.then("import all -o all.json --force").any_stderr();
    assert_eq!(done.success().read("precious"), "precious");
}

#[test]
fn a_list_of_sources_that_lies_is_not_believed() {
    let done = imported();
    let before = done.read("all.json");
    for (at, length) in [("0", "18446744073709551615"), ("18446744073709551615", "9")] {
        let sources = done.read("all.sources");
        let row = known(&sources, "2.xml");
        let mut forged = row.clone();
        (forged[6], forged[7]) = (at, length);
        let forged = sources.replace(&row.join("\t"), &forged.join("\t"));
        fs::write(done.path("all.sources"), forged).unwrap();
        let mut again = program(&done.path(""));
        let again = again.args(["import", "all", "-o", "all.json"]).output();
        assert_eq!(again.unwrap().status.code(), Some(0));
        assert_eq!(done.read("all.json"), before);
    }
}

#[test]
fn an_import_that_was_killed_before_its_corpus_stood_in_its_place_is_made_again() {
    let done = imported();
    let (old, path) = (done.read("all.json"), done.path("all.json"));
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(done.path("all/2.xml"), document(9102, "to wait")).unwrap();
    let done = done.then("import all -o all.json").any_stderr().success();
    let new = done.read("all.json");
    // What is known of the sources was written, and the corpus still is the one before.
    fs::write(&path, &old).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(time).unwrap();
    let done = done.then("import all -o all.json").any_stderr().success();
    assert_eq!(done.read("all.json"), new);
    // Whatever else stands there is not replaced.
    fs::write(&path, &old).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(time - Duration::from_secs(1)).unwrap();
    let done = done.then("import all -o all.json").any_stderr().fails();
    assert_eq!(done.read("all.json"), old);
}

#[test]
fn an_import_that_is_stopped_leaves_the_old_corpus_and_nothing_else() {
    let done = imported();
    let before = done.read("all.json");
    // The report of so many files fills the pipe that nobody reads: the program stands still half way.
    for number in 0..600 {
        let path = done.path(&format!("all/n{number}.xml"));
        fs::write(path, document(9200 + number, "to wait")).unwrap();
    }
    let here = done.path("");
    let mut child = program(&here)
        .args(["import", "all", "-o", "all.json", "--format", "json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut read = [0; 1000];
    let stdout = child.stdout.as_mut().unwrap();
    stdout.read_exact(&mut read).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(done.read("all.json"), before);
    let mut names: Vec<_> = fs::read_dir(&here)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["all", "all.json", "all.sources"]);
    let done = done.then("import all -o all.json").any_stderr().success();
    assert!(
        done.stderr.starts_with("603 files: 603 read"),
        "{}",
        done.stderr
    );
}
