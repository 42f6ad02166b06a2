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
use crate::analysis::changes::{self, Marked};
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
use crate::text::model::{Place, ResolutionId};

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
    /// The texts; of several paragraphs joined by a blank.
    #[serde(skip)]
    texts: [String; 2],
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
    comparable(corpus, from.resolution, to.resolution)?;
    let mut rows = compare::rows(corpus, from.resolution, to.resolution)?;
    rows.retain(|row| is_asked(row, &from, &to));
    let records = rows.iter().map(|row| ComparedRecord::of(corpus, row));
    print(&records.collect::<Result<Vec<_>, _>>()?, asked.format, out)?;
    out.finish()?;
    if asked.format == RowFormat::Text {
        note(&summary(corpus, [from.resolution, to.resolution], &rows));
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
        message: format!(
            "no resolution before {symbol} has a title like its own, and it cites none that is here"
        ),
        hint: Some(format!(
            "name the one that it is to be compared with: `resolut compare EARLIER '{symbol}'`"
        )),
        outcome: Outcome::Nothing,
    };
    let before = lineage::predecessor(corpus, first.resolution)?.ok_or_else(none)?;
    Ok([Resolved::whole(before), first])
}

/// That two resolutions can be compared.
///
/// # Errors
/// They are one, or not in one language.
fn comparable(corpus: &Corpus, from: ResolutionId, to: ResolutionId) -> Result<()> {
    let [one, other] = [from, to].map(|id| corpus.symbol_and_language(id));
    if from == to {
        bail!("{one} can't be compared with itself; name an earlier resolution first");
    }
    if corpus.language(from) != corpus.language(to) {
        bail!(
            "{one} is in `{}` and {other} in `{}`; words are compared in one language",
            corpus.language(from),
            corpus.language(to)
        );
    }
    Ok(())
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

/// How many rows there are of each kind.
fn summary(corpus: &Corpus, of: [ResolutionId; 2], rows: &[ComparedRow]) -> String {
    let [from, to] = of.map(|id| corpus.symbol(id));
    let counts = Fate::ALL.iter().filter_map(|fate| {
        let count = rows.iter().filter(|row| row.fate == *fate).count();
        (count > 0).then(|| format!("{count} {}", fate.name()))
    });
    let moved = rows.iter().filter(|row| row.is_moved).count();
    let moved = (moved > 0).then(|| format!("{moved} moved"));
    let counts: Vec<_> = counts.chain(moved).collect();
    format!("from {from} to {to}: {}", counts.join(", "))
}

fn print(
    records: &[ComparedRecord],
    format: RowFormat,
    out: &mut Output<impl Write>,
) -> Result<()> {
    if let (RowFormat::Text, Some(width)) = (format, out.manner.width) {
        for record in records {
            let head = Head::name(&record.pair.join(" > "), NUMBERS, out.manner);
            print_marked(&head, &record.said(), &record.words(), width, out)?;
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
        let [from, to] = [&row.from, &row.to].map(|places| cited(corpus, places));
        let texts = [text(corpus, &row.from)?, text(corpus, &row.to)?];
        let is_pair = !from.is_empty() && !to.is_empty();
        let changes = if is_pair && row.fate != Fate::Same {
            ChangeRecord::all(&texts[0], &texts[1])
        } else {
            Vec::new()
        };
        Ok(Self {
            pair: [short(&from), short(&to)],
            from: Citations::of(from),
            to: Citations::of(to),
            status: row.fate.name(),
            same: row.fate == Fate::Same,
            moved: row.is_moved,
            likeness: is_pair.then(|| three_digits(row.likeness)),
            changes,
            texts,
        })
    }

    /// What became of it, for people.
    fn said(&self) -> String {
        let moved = if self.moved { ", moved" } else { "" };
        [self.status, moved].concat()
    }

    /// The words with what changed marked; of what is in one resolution only, without marks.
    fn words(&self) -> Marked {
        let [from, to] = &self.texts;
        if !self.changes.is_empty() {
            return changes::marked(from, to);
        }
        let text = if to.is_empty() { from } else { to };
        Marked {
            text: text.clone(),
            spans: Vec::new(),
        }
    }

    fn columns(&self, format: RowFormat) -> Vec<String> {
        if format == RowFormat::Text {
            let [from, to] = self.pair.clone();
            return vec![from, to, self.said(), self.words().text];
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
    fn of(mut cited: Vec<String>) -> Option<Self> {
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

fn cited(corpus: &Corpus, places: &[Place]) -> Vec<String> {
    let places = places.iter();
    places
        .map(|&place| corpus.cite(place).to_string())
        .collect()
}

/// Citations without their symbol: `11+12`.
fn short(cited: &[String]) -> String {
    let numbers = cited
        .iter()
        .map(|one| one.split_once(':').map_or(&**one, |(_, number)| number));
    numbers.collect::<Vec<_>>().join("+")
}

fn text(corpus: &Corpus, places: &[Place]) -> Result<String, ReadError> {
    let texts: Result<Vec<_>, _> = places.iter().map(|&place| corpus.text(place)).collect();
    Ok(texts?.join(" "))
}
