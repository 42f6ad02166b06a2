//! Units in every format: what `show` prints and `export` writes.
//!
//! On a terminal paragraphs stand under the symbol and title of their resolution, numbers hung; into a pipe each is
//! one line, `citation TAB text`. Columns for tables (`csv`) are the fields of an object, and the day of adoption.

use std::io::Write;

use anyhow::Result;

use super::Output;
use super::json;
use super::record::{Record, Unit};
use super::sheet::{Head, Highlighted, MARGIN};
use crate::cli::args::choices::TextFormat;
use crate::export::{self, Excerpt};
use crate::text::corpus::Corpus;
use crate::text::format;
use crate::text::model::{ResolutionId, WholeSession};
use crate::text::sorting::sort_by_key;
use crate::text::visible::visible;

/// Writes units in the order they were asked for.
pub(in crate::cli) fn write(
    units: &[Unit],
    format: TextFormat,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<()> {
    let records = || units.iter().map(|&unit| Record::of(corpus, unit));
    match (format, out.manner.width) {
        (TextFormat::Json, _) => out.array(records().collect::<Result<Vec<_>, _>>()?)?,
        (TextFormat::Jsonl, _) => {
            for record in records() {
                out.line(&json::text(&record?))?;
            }
        }
        (TextFormat::Tsv, _) => {
            for record in records() {
                out.columns(&record?.columns())?;
            }
        }
        (TextFormat::Csv, _) => table(units, corpus, out)?,
        (TextFormat::Text, None) => {
            for record in records() {
                let record = record?;
                out.columns(&[&record.citation, &record.text])?;
            }
        }
        (TextFormat::Text, Some(width)) => {
            set(
                units,
                &records().collect::<Result<Vec<_>, _>>()?,
                corpus,
                width,
                out,
            )?;
        }
        (TextFormat::Markdown, _) => {
            out.bytes(export::markdown(&excerpts(units, corpus)?, corpus)?.as_bytes())?;
        }
        (TextFormat::Page, _) => {
            out.bytes(export::page(&excerpts(units, corpus)?, corpus)?.as_bytes())?;
        }
        (TextFormat::Html, _) => {
            out.bytes(export::html(&excerpts(units, corpus)?, corpus)?.as_bytes())?;
        }
        (TextFormat::Corpus, _) => {
            let sessions = format::to_json(&sessions(units, corpus)?);
            json::lines(out.dialogue(), &sessions)?;
        }
    }
    Ok(())
}

/// A table, a unit a row.
fn table(units: &[Unit], corpus: &Corpus, out: &mut Output<impl Write>) -> Result<()> {
    let mut table = out.table(&Record::COLUMNS)?;
    for &unit in units {
        let record = Record::of(corpus, unit)?;
        table.write_record(record.fields().map(|field| visible(field).into_owned()))?;
    }
    table.flush()?;
    Ok(())
}

/// Units put together by resolution, those that follow each other.
fn excerpts(units: &[Unit], corpus: &Corpus) -> Result<Vec<Excerpt>> {
    let mut excerpts = Vec::new();
    for of_one in units.chunk_by(|one, other| one.resolution() == other.resolution()) {
        let Some(id) = of_one.first().map(|unit| unit.resolution()) else {
            continue;
        };
        let resolution = corpus.read(id)?;
        let is_whole = Unit::is_all(of_one, corpus)?;
        let passages = of_one.iter().filter_map(|unit| match unit {
            Unit::Passage(place) => Some(resolution.unit(place.index())),
            Unit::Title(_) | Unit::Annex(..) | Unit::Note(..) => None,
        });
        // The whole has what stands between the paragraphs as well.
        let all = 0..resolution.passages.len();
        let passages = if is_whole {
            std::iter::once(all).collect()
        } else {
            passages.collect()
        };
        excerpts.push(Excerpt {
            resolution: id,
            passages,
            is_whole,
        });
    }
    Ok(excerpts)
}

/// The resolutions that units belong to, each once and whole, under their sessions.
fn sessions(units: &[Unit], corpus: &Corpus) -> Result<Vec<WholeSession>> {
    let mut ids: Vec<ResolutionId> = units.iter().map(|unit| unit.resolution()).collect();
    sort_by_key(&mut ids, |&id| id);
    ids.dedup();
    let mut sessions: Vec<WholeSession> = Vec::new();
    let mut open = None;
    for id in ids {
        let session = corpus.session_of(id);
        if open.replace(session) != Some(session) {
            sessions.push(WholeSession {
                session: corpus.session(session).clone(),
                resolutions: Vec::new(),
            });
        }
        let resolution = corpus.read(id)?;
        if let Some(open) = sessions.last_mut() {
            open.resolutions.push((*resolution).clone());
        }
    }
    Ok(sessions)
}

/// Sets the units under the heading of their resolution.
fn set(
    units: &[Unit],
    records: &[Record<'_>],
    corpus: &Corpus,
    width: usize,
    out: &mut Output<impl Write>,
) -> std::io::Result<()> {
    let mut open = None;
    for (&unit, record) in units.iter().zip(records) {
        let id = unit.resolution();
        if open != Some(id) {
            if open.is_some() {
                out.line("")?;
            }
            open = Some(id);
            heading(corpus, id, width, out)?;
        }
        if matches!(unit, Unit::Title(_)) {
            continue; // It stands in the heading.
        }
        out.line("")?;
        let mut hung = |number: &str| {
            let head = Head::in_margin(number);
            out.hung(&head, Highlighted::plain(&record.text), width)
        };
        match unit {
            Unit::Passage(place) => {
                let number = record.in_print();
                out.unit(&corpus.resolution(id), place.index(), &number, width)?;
            }
            Unit::Note(..) => hung(record.number.as_deref().unwrap_or_default())?,
            Unit::Title(_) | Unit::Annex(..) => hung("")?,
        }
    }
    Ok(())
}

/// The symbol in bold and the title, hung at the margin.
fn heading(
    corpus: &Corpus,
    id: ResolutionId,
    width: usize,
    out: &mut Output<impl Write>,
) -> std::io::Result<()> {
    let head = Head::name(corpus.symbol(id), MARGIN, out.manner);
    let title = corpus.title_or_topic(id).unwrap_or_default();
    let title = Highlighted::plain(&title);
    out.hung(&head, title, width)
}
