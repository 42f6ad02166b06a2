//! What the keys do in lists that are no prompts: written to a file, turned over, all words of a row.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use resolut::reader::app::action::Effect;

use crate::screens::screen;
use crate::walk::{Shelf, Walk};

screen!(the_name_of_a_file, 80 x 24, "7<Enter>m'wmarks.csv");
screen!(all_words_of_a_row, 80 x 24, "7<Enter>Mwho pays? ask the Bank<Enter>]3<Enter>m'z");
screen!(all_words_of_a_row_on_a_small_screen, 40 x 10, "7<Enter>Mwho pays? ask the Bank<Enter>]3<Enter>m'jz");
screen!(marks_of_the_open_resolution, 80 x 24, "7<Enter>m]3<Enter>m'<Tab>");

/// Types a name and Enter, and writes what is asked for, as the reader does.
fn write(walk: &mut Walk<'_>, path: &Path) {
    walk.keys(&format!("<C-u>{}<Enter>", path.display()));
    again(walk);
}

fn again(walk: &mut Walk<'_>) {
    if let Some(Effect::Write(file)) = walk.effects.pop() {
        let written = file.write();
        walk.app.note_written(&file, written);
    }
}

/// A reader with two marks, one of them with a note that tables have to quote, in the list of them.
fn marks(shelf: &Shelf) -> Walk<'_> {
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>Mwho \"pays\", and when?<Enter>]3<Enter>m'");
    walk.effects.clear();
    walk
}

#[test]
fn a_list_is_written_in_the_format_of_its_ending() {
    let shelf = Shelf::bundled();
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str| {
        let path = folder.path().join(name);
        let mut walk = marks(&shelf);
        walk.keys("w");
        write(&mut walk, &path);
        let said = format!("2 rows written to {}", path.display());
        assert_eq!(walk.message(), said);
        assert!(walk.app.asked_line().is_none() && walk.app.overlay().is_some());
        fs::read_to_string(path).unwrap()
    };
    let csv = written("a.csv");
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(rows[0], "citation,session,words,note,quotation");
    let first = "2/34-P:7,ICFM-34,Requests the Islamic Development Bank";
    assert!(rows[1].starts_with(first), "{}", rows[1]);
    assert!(
        rows[1].contains(",\"who \"\"pays\"\", and when?\",\"“Requests"),
        "{}",
        rows[1]
    );
    assert!(rows[2].starts_with("3/34-P:3,ICFM-34,") && rows.len() == 4);
    let tsv = written("a.TSV");
    let fields: Vec<&str> = tsv.lines().next().unwrap().split('\t').collect();
    assert_eq!(
        (fields[0], fields[3]),
        ("2/34-P:7", "who \"pays\", and when?")
    );
    let json: serde_json::Value = serde_json::from_str(&written("a.json")).unwrap();
    assert_eq!(json[0]["note"], "who \"pays\", and when?");
    assert_eq!(json[1].get("note"), None);
    let markdown = written("a.md");
    assert!(markdown.starts_with("**2/34-P:7** who \"pays\", and when?\n\n> **7.** Requests"));
    assert!(
        markdown.contains("para. 7\n\n**3/34-P:3**\n\n> **3.** Supports"),
        "{markdown}"
    );
}

#[test]
fn a_file_that_is_there_is_replaced_by_a_second_enter_only() {
    let shelf = Shelf::bundled();
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["1.csv", "2.csv"].map(|name| folder.path().join(name));
    fs::write(&one, "mine").unwrap();
    fs::write(&two, "mine").unwrap();
    let mut walk = marks(&shelf);
    walk.keys("w");
    write(&mut walk, &one);
    let exists = format!("{} exists: Enter again writes over it", one.display());
    assert_eq!(walk.message(), exists);
    assert!(walk.lines()[22].contains("exists"), "{:?}", walk.lines());
    // Another name is asked for first as well.
    write(&mut walk, &two);
    assert!(
        walk.message().contains("2.csv exists"),
        "{}",
        walk.message()
    );
    write(&mut walk, &one);
    assert_eq!(walk.message(), exists);
    assert_eq!(fs::read_to_string(&one).unwrap(), "mine");
    walk.keys("<Enter>");
    again(&mut walk);
    assert!(
        walk.message().starts_with("2 rows written"),
        "{}",
        walk.message()
    );
    assert!(fs::read_to_string(&one).unwrap().starts_with("citation,"));
    assert_eq!(fs::read_to_string(&two).unwrap(), "mine");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "no file is left beside"
    );
}

#[test]
fn what_speaks_against_a_name_is_said_and_the_name_stays() {
    let shelf = Shelf::bundled();
    let folder = tempfile::tempdir().unwrap();
    let mut walk = marks(&shelf);
    walk.keys("wmarks<Enter>");
    let ending = "name a file that ends in .csv, .tsv, .json or .md";
    assert_eq!((walk.message(), walk.effects.len()), (ending, 0));
    let nowhere = folder.path().join("no/marks.csv");
    write(&mut walk, &nowhere);
    let said = format!(
        "can't write `{}`: No such file or directory",
        nowhere.display()
    );
    assert!(walk.message().starts_with(&said), "{}", walk.message());
    assert_eq!(
        walk.app.asked_line().unwrap().prompt.text(),
        nowhere.to_str().unwrap()
    );
    walk.keys("<C-g>");
    assert!(walk.app.asked_line().is_none() && walk.app.overlay().is_some());
    // A folder is no file.
    walk.keys("w");
    let path = folder.path().join("a.csv");
    fs::create_dir(&path).unwrap();
    write(&mut walk, &path);
    write(&mut walk, &path);
    assert!(
        walk.message().contains("is no regular file"),
        "{}",
        walk.message()
    );
}

#[test]
fn lists_of_all_kinds_are_written_too() {
    let shelf = Shelf::bundled();
    for (open, name, begins) in [
        (
            "/kashmir<Enter>F",
            "a.csv",
            "citation,session,words,note,quotation\r\n",
        ),
        (
            "7<Enter>12<Enter>O",
            "a.tsv",
            "2/34-P:7\tICFM-34\tRequests the Islamic",
        ),
        (
            "7<Enter>r",
            "a.csv",
            "relation,citation,session,words,note,quotation\r\n",
        ),
        (
            "a",
            "a.csv",
            "when,citation,session,words,note,quotation\r\n",
        ),
        ("a", "a.md", "**"),
        (
            "7<Enter>e",
            "a.csv",
            "style,citation,session,words,note,quotation\r\nplain,2/34-P:7,ICFM-34,2/34-P:7,,Requests the",
        ),
        ("7<Enter>ej", "a.md", "**plain 2/34-P:7**"),
    ] {
        let mut walk = shelf.open(80, 24);
        walk.keys(open);
        walk.app.look_up(&mut || true);
        walk.keys(&format!("w{name}<Enter>"));
        match walk.effects.last() {
            Some(Effect::Write(file)) => {
                assert!(file.content.starts_with(begins), "{open}: {}", file.content);
            }
            other => panic!("{open}: {other:?} {}", walk.message()),
        }
    }
}

#[test]
fn nothing_of_a_corpus_is_written_as_a_control() {
    let texts = ["one \u{1b}[2J \u{202e}two", "three"];
    let shelf = Shelf::of_texts(&texts);
    for ending in ["csv", "tsv", "json", "md"] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!("jjjm'wa.{ending}<Enter>"));
        let Some(Effect::Write(file)) = walk.effects.last() else {
            panic!("{}", walk.message());
        };
        let is_control = |c: char| c.is_control() && !"\t\r\n".contains(c) || c == '\u{202e}';
        assert!(!file.content.contains(is_control), "{}", file.content);
    }
}

#[test]
fn tab_turns_a_list_over_to_the_open_resolution() {
    let shelf = Shelf::bundled();
    let mut walk = marks(&shelf);
    let rows = |walk: &Walk<'_>| {
        let lines = walk.lines();
        lines[1..10]
            .iter()
            .filter(|line| line.contains("34-P:"))
            .count()
    };
    assert_eq!(rows(&walk), 2);
    walk.keys("<Tab>");
    assert!(
        walk.lines()[0].contains("Marks in 3/34-P"),
        "{}",
        walk.lines()[0]
    );
    assert_eq!(rows(&walk), 1);
    walk.keys("<Tab>");
    assert_eq!(rows(&walk), 2);
    // The last one of a side goes: all are shown.
    walk.keys("<Tab>d");
    assert_eq!(rows(&walk), 1);
    assert!(walk.lines()[1].contains("2/34-P:7"));
    walk.keys("<Tab>");
    assert_eq!(walk.message(), "none of the marks is in 3/34-P");
    assert_eq!(rows(&walk), 1);
}

#[test]
fn z_shows_all_words_of_the_selected_row() {
    let shelf = Shelf::bundled();
    let mut walk = marks(&shelf);
    let list = |walk: &Walk<'_>| {
        let lines = walk.lines();
        let rows = lines[1..10].iter().map(|line| line.trim());
        rows.collect::<Vec<_>>().join(" ")
    };
    let tail = "appropriate proposals.";
    assert!(!list(&walk).contains(tail), "{} / {tail}", list(&walk));
    walk.keys("z");
    assert!(list(&walk).contains(tail), "{} / {tail}", list(&walk));
    walk.keys("z");
    assert!(!list(&walk).contains(tail));
}

#[test]
fn a_list_is_filtered_by_words_and_behind_enter_its_keys_are_letters_again() {
    let shelf = Shelf::bundled();
    let heading = |walk: &Walk<'_>| walk.lines()[0].trim_end().to_owned();
    let mut walk = marks(&shelf);
    walk.keys("f");
    assert!(walk.lines()[23].trim_end().ends_with("words, or year:2009"));
    assert!(heading(&walk).ends_with("2, in the order of the texts"));
    walk.keys("pays bank");
    assert!(
        heading(&walk).ends_with("1 of 2, in the order of the texts"),
        "{}",
        heading(&walk)
    );
    assert!(!heading(&walk).contains("pays bank"));
    walk.keys("<Enter>");
    assert!(heading(&walk).starts_with(" Marks, pays bank "));
    walk.keys("w");
    assert!(walk.app.asked_line().is_some());
    walk.keys("a.tsv<Enter>");
    let Some(Effect::Write(file)) = walk.effects.pop() else {
        panic!("{}", walk.message());
    };
    assert_eq!((file.rows, &file.content[..11]), (1, "2/34-P:7\tIC"));
    // Who leaves the words has all rows again, and is still in the list.
    walk.keys("<C-g>f<C-g>");
    assert!(heading(&walk).ends_with("2, in the order of the texts"));
    walk.keys("fsupports<Enter><Enter>");
    assert_eq!(walk.place(), "3/34-P:3");
    for open in [
        "'",
        "O",
        "/kashmir<Enter>F",
        "7<Enter>r",
        ":2/34-P:8<Enter>t",
        "a",
        "e",
    ] {
        let mut walk = marks(&shelf);
        walk.keys(&format!("q{open}fzzzz"));
        walk.app.look_up(&mut || true);
        let text = heading(&walk);
        assert!(text.contains(" 0 of "), "{open}: {text}");
        walk.keys("<Enter>jk<Enter>q");
    }
}

#[test]
fn who_leaves_lists_once_too_often_does_not_leave_the_program() {
    let shelf = Shelf::bundled();
    let mut walk = marks(&shelf);
    walk.keys("qq");
    assert_eq!(walk.effects, []);
    assert_eq!(walk.message(), "press it once more to leave resolut");
    walk.keys("q");
    assert_eq!(walk.effects, [Effect::Quit]);
    let mut walk = marks(&shelf);
    walk.keys("qjq");
    assert_eq!(walk.effects, [Effect::Quit]);
}
