//! What a document should be read as, a row each, and how far a reading is from it.
//!
//! ```text
//! row  = fact " " value                               ; symbol, title, language, adopted, meeting, votes
//!      | part [ "/" number ] " " text                 ; opening, pp, op, an: a paragraph
//!      | "." … [ "/" label ] " " text                 ; a point, a stop for each step of its depth
//!      | "#" part " " text                            ; a heading over a paragraph
//!      | "|" part " " text                            ; a table, ` / ` between its rows and ` | ` between cells
//!      | "note/" mark " " text
//! text = words | first words " … " last words
//! ```
//!
//! A resolution begins with its symbol; `*` is any. Facts that are not named may be anything, but all paragraphs,
//! points, headings and notes are named, and no word is in no resolution.

use std::fmt::Write as _;

use resolut::import::{Import, ImportError};
use resolut::text::model::{Part, Passage, PassageKind, Resolution, Votes};

use super::resolutions;

/// A reading beside the rows that it should have.
#[derive(Default)]
pub(super) struct Comparison {
    /// What is wrong, a line each.
    pub faults: Vec<String>,
    /// How many of the paragraphs are right, and how many there are.
    pub paragraphs: (usize, usize),
    /// The same of the points.
    pub points: (usize, usize),
    /// Words that are in no resolution.
    pub left_out: usize,
}

impl Comparison {
    pub(super) fn of(import: &Result<Import, ImportError>, rows: &str) -> Self {
        let mut comparison = Self::default();
        let read = match import {
            Ok(import) => {
                comparison.left_out = import.report.words.left_out;
                resolutions(import).flat_map(rows_of).collect()
            }
            Err(error) => {
                comparison.faults.push(error.to_string());
                vec![]
            }
        };
        let rows: Vec<_> = rows.lines().collect();
        comparison.count(&read, &rows);
        if comparison.left_out > 0 {
            let fault = format!("{} words left out", comparison.left_out);
            comparison.faults.push(fault);
        }
        comparison
    }

    /// Goes along both, by the longest run of rows that they have in common.
    fn count(&mut self, read: &[String], rows: &[&str]) {
        let common = common(read, rows);
        let (mut at, mut wanted) = (0, 0);
        while at < read.len() || wanted < rows.len() {
            let is_right = at < read.len() && wanted < rows.len() && fits(&read[at], rows[wanted]);
            if is_right {
                self.tally(rows[wanted], true);
                (at, wanted) = (at + 1, wanted + 1);
            } else if wanted < rows.len() && common[at][wanted + 1] == common[at][wanted] {
                self.tally(rows[wanted], false);
                self.faults.push(format!("expected {}", rows[wanted]));
                wanted += 1;
            } else {
                // Facts that nobody asks for are passed over.
                if !is_fact(&read[at]) {
                    self.faults.push(format!("found    {}", read[at]));
                }
                at += 1;
            }
        }
    }

    fn tally(&mut self, row: &str, is_right: bool) {
        let count = match row.split([' ', '/']).next() {
            Some("opening" | "pp" | "op" | "an") => &mut self.paragraphs,
            Some(stops) if stops.starts_with('.') => &mut self.points,
            _ => return,
        };
        count.0 += usize::from(is_right);
        count.1 += 1;
    }
}

/// How many rows both have in common from two places on.
fn common(read: &[String], rows: &[&str]) -> Vec<Vec<usize>> {
    let mut common = vec![vec![0; rows.len() + 2]; read.len() + 2];
    for at in (0..read.len()).rev() {
        for wanted in (0..rows.len()).rev() {
            common[at][wanted] = if fits(&read[at], rows[wanted]) {
                common[at + 1][wanted + 1] + 1
            } else {
                common[at + 1][wanted].max(common[at][wanted + 1])
            };
        }
    }
    common
}

fn is_fact(row: &str) -> bool {
    let key = row.split(' ').next().unwrap_or(row);
    ["title", "language", "adopted", "meeting", "votes"].contains(&key)
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
    match passage.kind {
        PassageKind::Heading { .. } => row.insert(0, '#'),
        PassageKind::Table(_) => row.insert(0, '|'),
        _ => {}
    }
    if let Some(number) = &passage.number {
        let _ = write!(row, "/{number}");
    }
    format!("{row} {}", passage.text.replace('\n', " / "))
}
