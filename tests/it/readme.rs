//! What the README says of screen, keys and usage is what the program has.
//!
//! `RESOLUT_README=write cargo test readme` puts the blocks right; review them like prose.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use resolut::reader::keep::FILES;
use resolut::reader::keymap::SECTIONS;
use resolut::search::SYNTAX;
use resolut::text::citation::FORMS;
use resolut::text::format;

use crate::plain::session_in;
use crate::walk::Shelf;

/// Compares the block between `<!-- name -->` and `<!-- /name -->` with what it must be.
fn check(name: &str, block: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = readme.find(&open).expect("the block has a beginning") + open.len();
    let end = start + readme[start..].find(&close).expect("the block has an end");
    if std::env::var_os("RESOLUT_README").is_some_and(|value| value == "write") {
        let whole = format!("{}{block}{}", &readme[..start], &readme[end..]);
        fs::write(path, whole).unwrap();
    } else {
        assert_eq!(
            &readme[start..end],
            block,
            "the block `{name}` of the README"
        );
    }
}

/// One test for all blocks: they stand in one file.
#[test]
fn the_readme_shows_what_the_program_has() {
    check("screen", &fenced(&screen()));
    check("keys", &keys());
    check("usage", &fenced(&usage()));
    check("plain", &fenced(&plain()));
    check("queries", &queries());
    check("citations", &citations());
    check("files", &files());
}

/// A page that says which file to copy must not outlive the file.
#[test]
fn contributing_names_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let literals = include_str!("../../CONTRIBUTING.md").split('`').skip(1);
    let named = literals.step_by(2).filter(|literal| {
        let folders = ["src/", "tests/", "benches/"];
        folders.iter().any(|folder| literal.starts_with(folder)) && !literal.contains(' ')
    });
    let is_gone =
        |file: &&str| !root.join(file).exists() && !root.join(format!("{file}.rs")).exists();
    assert_eq!(named.filter(is_gone).collect::<Vec<_>>(), [""; 0]);
}

/// The example of a file is one that can be read and has no faults.
#[test]
fn the_file_that_the_readme_shows_is_sound() {
    let readme = include_str!("../../README.md");
    let (_, block) = readme.split_once("<!-- format-2 -->\n```json\n").unwrap();
    let (json, _) = block.split_once("```\n<!-- /format-2 -->").unwrap();
    assert_eq!(format::faults(json), []);
    let catalogue = format::read(json).unwrap();
    let counts = catalogue
        .entries
        .iter()
        .map(|entry| (entry.operative, entry.passages));
    assert_eq!(counts.collect::<Vec<_>>(), [(2, 9), (1, 1)]);
}

fn fenced(text: &str) -> String {
    format!("```text\n{}\n```\n", text.trim_end())
}

fn screen() -> String {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    let lines = walk.keys("7<Enter>").lines();
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

fn keys() -> String {
    let mut table = String::new();
    for section in SECTIONS {
        let name = section.title;
        write!(table, "\n| {name} | |\n|---|---|\n").unwrap();
        for binding in section.bindings {
            let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{key}`")).collect();
            writeln!(table, "| {} | {} |", keys.join(" "), binding.help).unwrap();
        }
    }
    table.push('\n');
    table
}

/// Words as literals, parted by commas.
fn ticked(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

fn queries() -> String {
    let rows = SYNTAX
        .iter()
        .map(|asked| [ticked(asked.typed), asked.finds.to_owned()]);
    table(["typed", "finds"], rows)
}

fn citations() -> String {
    let rows = FORMS.iter().map(|form| {
        let printed = format!("`{}`", form.printed);
        [printed, form.means.to_owned(), ticked(form.also)]
    });
    table(["printed", "means", "read as well"], rows)
}

fn files() -> String {
    let rows = FILES.iter().map(|file| {
        let path = format!("`{}`, {}", file.path, file.more);
        [file.holds.to_owned(), path]
    });
    table(["what", "where"], rows)
}

fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut table = format!("\n| {} |\n|{}\n", head.join(" | "), "---|".repeat(N));
    for row in rows {
        writeln!(table, "| {} |", row.join(" | ")).unwrap();
    }
    table.push('\n');
    table
}

/// What is typed stands behind the prompt, as on a terminal.
fn plain() -> String {
    let shelf = Shelf::bundled();
    let lines = ["7", "find here composite dialogue", "mark", "99", "quit"];
    let mut shown = String::new();
    let (mut typed, mut before) = (String::new(), 0);
    for line in lines {
        let printed = session_in(&shelf, Some(72), &typed);
        writeln!(shown, "{}: {line}", &printed[before..]).unwrap();
        before = printed.len();
        typed = format!("{typed}{line}\n");
    }
    shown
}

fn usage() -> String {
    let help = Command::new(env!("CARGO_BIN_EXE_resolut"))
        .arg("-h")
        .output()
        .unwrap();
    String::from_utf8(help.stdout).unwrap()
}
