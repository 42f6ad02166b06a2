//! Documents of many bodies, years and languages, each with its right reading below it.
//!
//! ```text
//! sample  = document "%%%" rows
//! row     = fact " " value                            ; symbol, title, language, adopted, meeting, votes
//!         | part [ "/" number ] " " text              ; opening, pp, op, an: a paragraph
//!         | "." … "/" label " " text                  ; a point, a stop for each step of its depth
//!         | "#" part " " text                         ; a heading over a paragraph
//!         | "note/" mark " " text
//! text    = words | first words " … " last words
//! ```
//!
//! A resolution begins with its symbol; `*` is any. Facts that are not named may be anything, but all paragraphs,
//! points, headings and notes are named, and no word is in no resolution.

use std::fmt::Write as _;
use std::path::Path;

use resolut::import::{Options, pdf_text};
use resolut::text::model::{Part, Passage, PassageKind, Resolution, Votes};

use super::resolutions;

/// What a sample has wrong.
fn faults(document: &str, rows: &str) -> Vec<String> {
    let import = match pdf_text::read(document.as_bytes(), &Options::new("sample.txt")) {
        Ok(import) => import,
        Err(error) => return vec![error.to_string()],
    };
    let read: Vec<String> = resolutions(&import).flat_map(rows_of).collect();
    let mut faults = Vec::new();
    let mut rest = read.iter().map(String::as_str).peekable();
    for row in rows.lines() {
        // Facts that nobody asks for are passed over.
        while let Some(&other) = rest.peek()
            && is_fact(other)
            && key(other) != key(row)
        {
            rest.next();
        }
        if rest.next_if(|read| fits(read, row)).is_none() {
            let found = rest.next().unwrap_or("nothing");
            faults.push(format!("expected {row}\n       found {found}"));
        }
    }
    faults.extend(
        rest.filter(|row| !is_fact(row))
            .map(|row| format!("read as well {row}")),
    );
    let left_out = import.report.words.left_out;
    if left_out > 0 {
        faults.push(format!("{left_out} words left out"));
    }
    faults
}

fn key(row: &str) -> &str {
    row.split(' ').next().unwrap_or(row)
}

fn is_fact(row: &str) -> bool {
    ["title", "language", "adopted", "meeting", "votes"].contains(&key(row))
}

fn fits(read: &str, row: &str) -> bool {
    match row.split_once(" … ") {
        _ if row == "symbol *" => read.starts_with("symbol "),
        Some((first, last)) => {
            read.len() > row.len() - " … ".len() && read.starts_with(first) && read.ends_with(last)
        }
        None => read == row,
    }
}

/// A resolution as rows, whole texts in them.
fn rows_of(resolution: &Resolution) -> Vec<String> {
    let mut rows = vec![format!("symbol {}", resolution.symbol)];
    let facts = &resolution.facts;
    let fact = |name: &str, value: Option<&str>| value.map(|value| format!("{name} {value}"));
    rows.extend(fact("title", resolution.title.as_deref()));
    rows.extend(fact("language", Some(&resolution.language)));
    rows.extend(fact("adopted", resolution.adopted.as_deref()));
    rows.extend(fact("meeting", facts.meeting.as_deref()));
    if let Some(vote) = &facts.vote {
        let count = |votes: &Votes| {
            votes
                .count
                .map_or("-".to_owned(), |count| count.to_string())
        };
        rows.push(format!(
            "votes {} {} {}",
            count(&vote.in_favour),
            count(&vote.against),
            count(&vote.abstaining)
        ));
    }
    let mut annexes = 0;
    for passage in &resolution.passages {
        if let Part::Annex(at, _) = passage.part
            && at > annexes
        {
            annexes = at;
            let heading = &resolution.annexes[usize::from(at) - 1];
            rows.push(format!("an {}", heading.title.as_deref().unwrap_or("")));
        }
        rows.push(row_of(passage));
    }
    let notes = resolution
        .passages
        .iter()
        .flat_map(|passage| &*passage.notes);
    for note in notes.chain(&*resolution.title_notes) {
        rows.push(format!("note/{} {}", note.mark, note.text));
    }
    rows
}

fn row_of(passage: &Passage) -> String {
    let mut row = match passage.part {
        _ if passage.depth > 0 => ".".repeat(passage.depth.into()),
        Part::Opening => "opening".to_owned(),
        Part::Preamble => "pp".to_owned(),
        Part::Operative | Part::Section(..) => "op".to_owned(),
        Part::Annex(..) => "an".to_owned(),
    };
    if matches!(passage.kind, PassageKind::Heading { .. }) {
        row.insert(0, '#');
    }
    if let Some(number) = &passage.number {
        let _ = write!(row, "/{number}");
    }
    format!("{row} {}", passage.text)
}

#[test]
fn documents_of_many_bodies_read_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/kinds");
    let mut wrong = String::new();
    let mut samples: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    samples.sort();
    for path in &samples {
        let sample = std::fs::read_to_string(path).unwrap();
        let (document, rows) = sample.split_once("%%%\n").unwrap();
        for fault in faults(document, rows) {
            let name = path.file_name().unwrap().display();
            let _ = writeln!(wrong, "{name}: {fault}");
        }
    }
    assert!(samples.len() >= 26);
    assert!(wrong.is_empty(), "\n{wrong}");
}
