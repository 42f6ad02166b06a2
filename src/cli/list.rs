//! `resolut list`: the sessions, the resolutions of one, or the outline of a resolution.
//!
//! For people a session stands over its resolutions. For programs each object is one thing that was
//! asked for, with its counts:
//!
//! | of | fields |
//! |---|---|
//! | all | a session: `id`, `organ`, `name`, `theme`, `place`, `dates` {`printed`, `from`, `to`}, `resolutions`, `pp`, `op` |
//! | a session | a resolution: `symbol`, `title`, `session`, `language`, `languages`, `variants`, `adopted`, `kind`, `topic`, `pp`, `op`, `annexes` |
//! | a resolution | the same, and `outline`: `citation`, `kind`, `number`, `lead` of each paragraph |
//!
//! `pp`, `op`, `resolutions` and `annexes` are counts; `languages` are those of all versions, where there are
//! several, `variants` those in which there is another text. What is not known is left out. As columns:
//! `id name resolutions pp op`; `symbol title pp op annexes adopted`; `symbol kind number lead`.
//!
//! Narrowed or put in order, resolutions are listed by their days, those of all sessions together.

mod chosen;
mod dates;
mod records;

use std::io::{self, Write};

use anyhow::Result;

use super::args::choices::RowFormat;
use super::locate::Listed;
use super::outcome::Outcome;
use super::output::Output;
use super::output::record::{Record, Unit};
use super::output::rows::Rows;
use super::output::sheet::{Head, Highlighted, padded};
use crate::text::corpus::Corpus;
use crate::text::model::{ResolutionId, SessionId};
use crate::text::typeset::{columns, cut};
use records::{ResolutionRecord, SessionRecord, outline, paragraphs};

pub(super) use chosen::chosen;

/// Prints what is asked for.
pub(super) fn run(
    listed: Listed,
    format: RowFormat,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    match (format, listed) {
        (RowFormat::Text, _) => text(listed, corpus, out)?,
        (_, Listed::Sessions) => sessions(corpus).write(format, out)?,
        (_, Listed::Session(id)) => {
            resolutions(corpus.resolutions_of(id), corpus).write(format, out)?;
        }
        (RowFormat::Json | RowFormat::Jsonl, Listed::Resolution(id)) => {
            whole(corpus, id)?.write(format, out)?;
        }
        (_, Listed::Resolution(id)) => paragraphs_of(corpus, id)?.write(format, out)?,
    }
    Ok(match listed {
        Listed::Sessions => Outcome::of(corpus.sessions().len() == 0),
        Listed::Session(id) => Outcome::of(corpus.resolutions_of(id).is_empty()),
        Listed::Resolution(_) => Outcome::Found,
    })
}

fn sessions(corpus: &Corpus) -> Rows {
    let mut rows = Rows::new(&["id", "name", "resolutions", "pp", "op"]);
    for id in corpus.sessions() {
        let row = SessionRecord::of(corpus, id);
        let [resolutions, pp, op] = [row.resolutions, row.pp, row.op].map(|n| n.to_string());
        let columns = [row.id, row.name, &resolutions, &pp, &op];
        rows.push(&row, columns.map(str::to_owned).to_vec());
    }
    rows
}

fn resolutions(ids: &[ResolutionId], corpus: &Corpus) -> Rows {
    let mut rows = Rows::new(&["symbol", "title", "pp", "op", "annexes", "adopted"]);
    for &id in ids {
        let row = ResolutionRecord::of(corpus, id);
        let title = corpus.title_or_topic(id).unwrap_or_default();
        let [pp, op, annexes] = [row.pp, row.op, row.annexes].map(|count| count.to_string());
        let adopted = row.adopted.unwrap_or_default();
        let columns = [row.symbol, &title, &pp, &op, &annexes, adopted];
        rows.push(&row, columns.map(str::to_owned).to_vec());
    }
    rows
}

/// A resolution with its outline, as an object.
fn whole(corpus: &Corpus, id: ResolutionId) -> Result<Rows> {
    let mut rows = Rows::new(&[]);
    let row = ResolutionRecord {
        outline: Some(outline(corpus, id)?),
        ..ResolutionRecord::of(corpus, id)
    };
    rows.push(&row, Vec::new());
    Ok(rows)
}

/// The outline of a resolution, as columns.
fn paragraphs_of(corpus: &Corpus, id: ResolutionId) -> Result<Rows> {
    let mut rows = Rows::new(&["symbol", "kind", "number", "lead"]);
    for unit in paragraphs(corpus, id)? {
        let record = Record::of(corpus, unit)?;
        let [symbol, kind, number, _] = record.columns();
        let lead = record.lead.as_deref().unwrap_or_default();
        let columns = [symbol, kind, number, lead];
        rows.push(&record, columns.map(str::to_owned).to_vec());
    }
    Ok(rows)
}

fn text(listed: Listed, corpus: &Corpus, out: &mut Output<impl Write>) -> Result<()> {
    match listed {
        Listed::Sessions => {
            for (position, id) in corpus.sessions().enumerate() {
                if position > 0 {
                    out.line("")?;
                }
                session(corpus, id, out)?;
            }
            Ok(())
        }
        Listed::Session(id) => Ok(session(corpus, id, out)?),
        Listed::Resolution(id) => resolution(corpus, id, out),
    }
}

/// A session over its resolutions.
fn session(corpus: &Corpus, id: SessionId, out: &mut Output<impl Write>) -> io::Result<()> {
    let session = corpus.session(id);
    let place = session.place.as_deref().map(nearest);
    let days = session.dates.as_ref().map(dates::in_words);
    let described = [Some(&*session.name), place, days.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    heading(&session.id, &described, out)?;
    out.line("")?;

    let ids = corpus.resolutions_of(id);
    let rows: Vec<_> = ids
        .iter()
        .map(|&id| ResolutionRecord::of(corpus, id))
        .collect();
    let widest = |of: fn(&ResolutionRecord<'_>) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let symbols = widest(|row| columns(row.symbol));
    let pp = widest(|row| row.pp.to_string().len());
    let op = widest(|row| row.op.to_string().len());
    for (row, &id) in rows.iter().zip(ids) {
        let symbol = padded(row.symbol, symbols);
        let line = format!("  {symbol}  {:>pp$} pp  {:>op$} op  ", row.pp, row.op);
        let title = corpus.title_or_topic(id).unwrap_or_default();
        out.hung(
            &Head::new(&line),
            Highlighted::plain(&title),
            out.manner.width.unwrap_or(usize::MAX),
        )?;
    }
    Ok(())
}

/// The first words of each paragraph of a resolution.
fn resolution(corpus: &Corpus, id: ResolutionId, out: &mut Output<impl Write>) -> Result<()> {
    let title = corpus.title_or_topic(id).unwrap_or_default();
    heading(corpus.symbol(id), &title, out)?;
    let mut above = None;
    for unit in paragraphs(corpus, id)? {
        let record = Record::of(corpus, unit)?;
        if above != Some(record.kind) || matches!(unit, Unit::Annex(..)) {
            out.line("")?;
        }
        above = Some(record.kind);
        let number = record.in_print();
        let head = Head::in_margin(&number);
        // Into a pipe nothing is cut: a program has no columns.
        let width = out.manner.width.unwrap_or(usize::MAX);
        let room = width.saturating_sub(head.columns());
        let words = cut(&record.text, room, out.manner.ellipsis());
        out.hung(&head, Highlighted::plain(&words), width)?;
    }
    Ok(())
}

/// A name in bold, and what it is.
fn heading(name: &str, described: &str, out: &mut Output<impl Write>) -> io::Result<()> {
    let head = Head::name(name, 0, out.manner);
    let width = out.manner.width.unwrap_or(usize::MAX);
    out.hung(&head, Highlighted::plain(described), width)
}

/// The town of a place: `Islamabad` of `Islamabad, Islamic Republic of Pakistan`.
fn nearest(place: &str) -> &str {
    place.split(',').next().unwrap_or(place)
}
