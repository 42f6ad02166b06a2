//! `resolut marks`: the paragraphs that were marked in the reader, in the order they were marked.
//!
//! An object has `citation`, `session` and `words`, the first words of the paragraph as it was marked; `note`, what the
//! reader wrote to it; `day`, when it was marked, by the clock in UTC; `quotation`, all of it with its full source; and
//! `gone`, where the corpus has no such place any more. As columns: `citation session words note quotation`. Into a pipe
//! a mark is one line, `citation TAB words`, and the note behind another tab. In Markdown each is a block quote below its
//! citation and its note.

use std::io::Write;

use anyhow::{Result, bail};
use serde::Serialize;

use super::args::choices::{MarksFormat, RowFormat};
use super::outcome::Outcome;
use super::output::Output;
use super::output::rows::Rows;
use super::output::sheet::{Head, Highlighted};
use super::report::note;
use crate::export::{QUOTED_COLUMNS, QuoteStyle, noted};
use crate::reader::keep::{self, Mark, Store};
use crate::text::corpus::Corpus;
use crate::text::typeset::{columns, cut};

#[derive(Serialize)]
struct MarkRecord<'a> {
    citation: &'a str,
    session: &'a str,
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotation: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    gone: bool,
}

/// Prints the marks.
pub(super) fn run(
    format: MarksFormat,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let marks = match Store::open(&keep::state_folder().unwrap_or_default()) {
        (_, state, None) => state.marks,
        (.., Some(trouble)) => bail!(trouble),
    };
    if marks.is_empty() {
        note("no marks yet; `m` marks a paragraph in the reader");
        return Ok(Outcome::Nothing);
    }
    let style = match format {
        MarksFormat::Text => None,
        MarksFormat::Markdown => Some(QuoteStyle::Markdown),
        _ => Some(QuoteStyle::Full),
    };
    let records = marks.iter().map(|mark| MarkRecord::of(mark, style, corpus));
    let records: Vec<_> = records.collect();
    match (format.rows(), out.manner.width) {
        (None, _) => {
            for record in &records {
                let shown = record.shown();
                let quoted = record.quotation.as_deref().unwrap_or(&shown);
                out.line(&noted(record.citation, record.note, quoted))?;
            }
        }
        (Some(RowFormat::Text), Some(width)) => people(&records, width, out)?,
        (Some(rows), _) => {
            let mut printed = Rows::new(&QUOTED_COLUMNS);
            for record in &records {
                printed.push(record, record.columns(rows));
            }
            printed.write(rows, out)?;
        }
    }
    Ok(Outcome::Found)
}

/// Prints a row for each, and below it what the reader wrote to it.
fn people(records: &[MarkRecord<'_>], width: usize, out: &mut Output<impl Write>) -> Result<()> {
    let widest = records.iter().map(|record| columns(record.citation)).max();
    for record in records {
        let head = Head::name(record.citation, widest.unwrap_or(0) + 2, out.manner);
        let room = width.saturating_sub(head.columns());
        let shown = record.shown();
        let words = cut(&shown, room, out.manner.ellipsis());
        out.hung(&head, Highlighted::plain(&words), width)?;
        if let Some(note) = record.note {
            let below = Head::new(&" ".repeat(head.columns())).then(out.manner.bullet());
            out.hung(&below, Highlighted::plain(note), width)?;
        }
    }
    Ok(())
}

/// `resolut forget`: what was chosen in the reader is as at a first start again, and is said. Place, marks and queries stay.
pub(super) fn forget() -> Result<Outcome> {
    let (mut store, mut state, trouble) = Store::open(&keep::state_folder().unwrap_or_default());
    if let Some(trouble) = trouble {
        bail!(trouble);
    }
    let forgotten = state.forget();
    if forgotten.is_empty() {
        note("nothing was chosen that is remembered");
        return Ok(Outcome::Nothing);
    }
    store.save(&state)?;
    note(&format!("forgotten: {}", forgotten.join(", ")));
    Ok(Outcome::Found)
}

impl<'a> MarkRecord<'a> {
    /// What can't be quoted, or is not to be, has no quotation.
    fn of(mark: &'a Mark, style: Option<QuoteStyle>, corpus: &Corpus) -> Self {
        let found = corpus.find_printed(&mark.at.citation);
        let quotation = found.as_ref().zip(style).and_then(|(cited, style)| {
            let quotation = crate::export::quote(style, cited, corpus);
            quotation.ok().flatten()
        });
        Self {
            citation: &mark.at.citation,
            session: &mark.at.session,
            words: &mark.words,
            note: mark.note.as_deref(),
            day: mark.day.as_deref(),
            quotation: quotation.map(|quotation| quotation.text),
            gone: found.is_none(),
        }
    }

    /// The words, for people.
    fn shown(&self) -> String {
        let gone = if self.gone { "no longer here: " } else { "" };
        [gone, self.words].concat()
    }

    fn columns(&self, format: RowFormat) -> Vec<String> {
        let mut columns = vec![self.citation.to_owned()];
        if format == RowFormat::Text {
            columns.push(self.shown());
            columns.extend(self.note.map(str::to_owned));
        } else {
            let quotation = self.quotation.as_deref().unwrap_or_default();
            let others = [
                self.session,
                self.words,
                self.note.unwrap_or_default(),
                quotation,
            ];
            columns.extend(others.map(str::to_owned));
        }
        columns
    }
}
