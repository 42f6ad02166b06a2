//! `resolut show --as-printed`: the lines of the source, with their numbers.
//!
//! The lines are those of the paragraph from its first to its last, blank ones and what stands between
//! included; a whole resolution is all the lines it fills, once; the opening is what stands before the
//! first paragraph, its headings and title with it. In JSON they are a further field of each
//! object, `printed`, with `lines` as their range, and `repairs` says what became of their words; as columns,
//! `symbol kind number line text`.

use std::io::{self, Write};

use anyhow::{Error, Result, bail};
use serde::Serialize;

use crate::analysis::printed::{self, LineRepair, PrintedError, PrintedLines};
use crate::cli::args::choices::TextFormat;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::record::{Record, Unit};
use crate::cli::output::sheet::{Head, Highlighted};
use crate::cli::report::{self, Advised};
use crate::text::corpus::Corpus;
use crate::text::visible::visible;

#[derive(Serialize)]
struct SourceUnit<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    printed: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    repairs: Vec<LineRepair>,
}

/// Prints the lines of what is asked for.
pub(super) fn run(
    units: &[Unit],
    format: TextFormat,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let (mut printed, mut refused) = (Vec::new(), Vec::new());
    for &unit in units {
        match SourceUnit::of(corpus, unit) {
            Ok(lines) => printed.push(lines),
            Err(error) => refused.push(error),
        }
    }
    if printed.is_empty() {
        return Ok(report::errors(&refused));
    }
    match (format, out.manner.width) {
        (TextFormat::Json, _) => out.array(printed)?,
        (TextFormat::Tsv, _) => {
            for unit in &printed {
                let [symbol, kind, number, _] = unit.record.columns();
                for (line, text) in unit.numbered() {
                    out.columns(&[symbol, kind, number, &line, text])?;
                }
            }
        }
        (TextFormat::Text, None) => {
            for (line, text) in printed.iter().flat_map(SourceUnit::numbered) {
                out.columns(&[&line, text])?;
            }
        }
        (TextFormat::Text, Some(_)) => set(&printed, out)?,
        _ => bail!("`--as-printed` prints text, json or tsv"),
    }
    out.finish()?;
    Ok(report::errors(&refused))
}

/// Sets the lines under the citations that they were asked for by.
fn set(printed: &[SourceUnit<'_>], out: &mut Output<impl Write>) -> io::Result<()> {
    for (position, unit) in printed.iter().enumerate() {
        if position > 0 {
            out.line("")?;
        }
        out.line(&out.manner.bold(&visible(&unit.record.citation)))?;
        out.line("")?;
        for (line, text) in unit.numbered() {
            let head = Head::in_margin(&line);
            out.hung(&head, Highlighted::plain(text), out.manner.screen)?;
            for repair in unit.repairs_in(&line) {
                let said = repair.said();
                let head = Head::in_margin("");
                out.hung(&head, Highlighted::plain(&said), out.manner.screen)?;
            }
        }
    }
    Ok(())
}

impl<'a> SourceUnit<'a> {
    fn of(corpus: &'a Corpus, unit: Unit) -> Result<Self> {
        let mut record = Record::of(corpus, unit)?;
        let lines = match unit {
            Unit::Passage(place) => PrintedLines::of(corpus, place),
            Unit::Title(id) => PrintedLines::of_resolution(corpus, id),
            Unit::Annex(place, _) | Unit::Note(place, _) => {
                let citation = record.citation.clone();
                Err(printed::unknown(corpus, place.resolution, citation))
            }
        };
        let lines = lines.map_err(advised)?;
        let last = lines.numbered().last().map_or(0, |(last, _)| last);
        record.lines = Some([lines.first, last]);
        Ok(Self {
            record,
            printed: lines.lines,
            repairs: lines.repairs,
        })
    }

    /// The lines with their numbers.
    fn numbered(&self) -> impl Iterator<Item = (String, &str)> {
        let first = self.record.lines.map_or(1, |[first, _]| first);
        let lines = self.printed.iter().map(String::as_str);
        (first..).map(|line| line.to_string()).zip(lines)
    }

    /// What became of the words of a line.
    fn repairs_in(&self, line: &str) -> impl Iterator<Item = &LineRepair> {
        let repairs = self.repairs.iter();
        repairs.filter(move |repair| repair.line.to_string() == line)
    }
}

/// What to do where the corpus knows no lines.
fn advised(error: PrintedError) -> Error {
    let hint = match error {
        PrintedError::Unknown(_) => {
            "`resolut import` writes a corpus with its lines from the text of the PDF; without \
             `--as-printed` the paragraph itself is shown"
        }
        PrintedError::NoLines { .. } => "without `--as-printed` the paragraph itself is shown",
        error => return error.into(),
    };
    Advised {
        message: error.to_string(),
        hint: Some(hint.to_owned()),
        outcome: Outcome::Faulty,
    }
    .into()
}
