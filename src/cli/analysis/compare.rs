//! `resolut compare`: two resolutions paragraph by paragraph, in the order of the later one.
//!
//! | field | what it says |
//! |---|---|
//! | `from`, `to` | the paragraph of the earlier and of the later resolution; a list where it was split or merged |
//! | `pair` | the same, short: `["13", "10"]`, `["11+12", "11"]`, `["", "22"]` |
//! | `status` | `same`, `changed`, `split`, `merged`, `dropped`, `new` |
//! | `same` | whether the words are the same |
//! | `moved` | true where it stands elsewhere among the others |
//! | `likeness` | what they have in common, from 0 to 1, a rare word more than a frequent one |
//! | `changes` | what changed: `from` and `to`, bytes of their texts (of several joined by a blank), `gone` and `new`, those bytes |

use std::io::Write;

use anyhow::{Result, bail};
use serde::Serialize;

use super::change::{ChangeRecord, print_marked, three_digits};
use crate::analysis::changes::Marked;
use crate::analysis::compare::{self, ComparedRow, Fate};
use crate::analysis::lineage;
use crate::cli::args::choices::RowFormat;
use crate::cli::args::table::CompareArgs;
use crate::cli::locate;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::rows::Rows;
use crate::cli::output::sheet::Head;
use crate::cli::report::{Advised, note};
use crate::text::corpus::{Corpus, ReadError, Resolved};
use crate::text::model::Place;

/// The columns of a table.
const COLUMNS: [&str; 5] = ["from", "to", "status", "moved", "likeness"];

/// The columns of a terminal that the numbers of a row have before its words.
const NUMBERS: usize = 12;

#[derive(Serialize)]
struct ComparedRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Citations>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Citations>,
    pair: [String; 2],
    status: &'static str,
    same: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    moved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    likeness: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeRecord>,
    /// What became of it, for people.
    #[serde(skip)]
    told: String,
    #[serde(skip)]
    words: Marked,
}

/// The citation of one paragraph, or of several.
#[derive(Serialize)]
#[serde(untagged)]
enum Citations {
    One(String),
    Several(Vec<String>),
}

/// Prints two resolutions compared.
pub(in crate::cli) fn run(
    asked: &CompareArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let [from, to] = both(corpus, asked)?;
    let of = [from.resolution, to.resolution];
    if let Some(refusal) = compare::refusal(corpus, of) {
        bail!(refusal);
    }
    let mut rows = compare::rows(corpus, from.resolution, to.resolution)?;
    rows.retain(|row| is_asked(row, &from, &to));
    let records = rows.iter().map(|row| ComparedRecord::of(corpus, row));
    print(&records.collect::<Result<Vec<_>, _>>()?, asked.format, out)?;
    out.finish()?;
    if asked.format == RowFormat::Text {
        note(&compare::summary(corpus, of, &rows));
    }
    Ok(Outcome::Found)
}

/// What is to be compared: two that are named, or one with the one before it in its line.
fn both(corpus: &Corpus, asked: &CompareArgs) -> Result<[Resolved; 2]> {
    let first = locate::cited(corpus, &asked.resolution)?;
    if let Some(later) = &asked.later {
        return Ok([first, locate::cited(corpus, later)?]);
    }
    let symbol = corpus.symbol(first.resolution);
    let none = || Advised {
        message: lineage::begins(corpus, first.resolution),
        hint: Some(format!(
            "name the one that it is to be compared with: `resolut compare EARLIER '{symbol}'`"
        )),
        outcome: Outcome::Nothing,
    };
    let before = lineage::predecessor(corpus, first.resolution)?.ok_or_else(none)?;
    Ok([Resolved::whole(before), first])
}

/// Whether a row has something of what was cited; all have where only resolutions were.
fn is_asked(row: &ComparedRow, from: &Resolved, to: &Resolved) -> bool {
    let has = |places: &[Place], cited: &Resolved| {
        let mut places = places.iter().map(|place| place.index());
        places.any(|place| {
            cited
                .passages
                .iter()
                .any(|passages| passages.contains(&place))
        })
    };
    let is_whole = from.passages.is_empty() && to.passages.is_empty();
    is_whole || has(&row.from, from) || has(&row.to, to)
}

fn print(
    records: &[ComparedRecord],
    format: RowFormat,
    out: &mut Output<impl Write>,
) -> Result<()> {
    if let (RowFormat::Text, Some(width)) = (format, out.manner.width) {
        for record in records {
            let head = Head::name(&record.pair.join(" > "), NUMBERS, out.manner);
            print_marked(&head, &record.told, &record.words, width, out)?;
        }
        return Ok(());
    }
    let mut rows = Rows::new(&COLUMNS);
    for record in records {
        rows.push(record, record.columns(format));
    }
    rows.write(format, out)
}

impl ComparedRecord {
    fn of(corpus: &Corpus, row: &ComparedRow) -> Result<Self, ReadError> {
        let [from, to] = [&row.from, &row.to].map(|places| Citations::of(corpus, places));
        let texts = row.texts(corpus)?;
        let is_pair = from.is_some() && to.is_some();
        let changes = if row.is_other() || row.has_other_letters(&texts) {
            ChangeRecord::all(&texts[0], &texts[1])
        } else {
            Vec::new()
        };
        Ok(Self {
            from,
            to,
            pair: row.pair(corpus),
            status: row.fate.name(),
            same: row.fate == Fate::Same,
            moved: row.is_moved,
            likeness: is_pair.then(|| three_digits(row.likeness)),
            changes,
            told: row.told(),
            words: row.marked(&texts),
        })
    }

    fn columns(&self, format: RowFormat) -> Vec<String> {
        if format == RowFormat::Text {
            let [from, to] = self.pair.clone();
            return vec![from, to, self.told.clone(), self.words.text.clone()];
        }
        let citations =
            |of: &Option<Citations>| of.as_ref().map(Citations::line).unwrap_or_default();
        let likeness = self.likeness.map(|likeness| likeness.to_string());
        vec![
            citations(&self.from),
            citations(&self.to),
            self.status.to_owned(),
            if self.moved { "moved" } else { "" }.to_owned(),
            likeness.unwrap_or_default(),
        ]
    }
}

impl Citations {
    fn of(corpus: &Corpus, places: &[Place]) -> Option<Self> {
        let cited = places.iter().map(|&place| corpus.cite(place).to_string());
        let mut cited: Vec<_> = cited.collect();
        match cited.len() {
            0 | 1 => cited.pop().map(Self::One),
            _ => Some(Self::Several(cited)),
        }
    }

    fn line(&self) -> String {
        match self {
            Self::One(one) => one.clone(),
            Self::Several(several) => several.join(" + "),
        }
    }
}
