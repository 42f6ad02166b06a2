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
//! several, `variants` those in which there is another text. What is not known is left out. As tab-separated
//! columns: `id name resolutions pp op`; `symbol title pp op annexes adopted`; `symbol kind number lead`.
//!
//! Narrowed or put in order, resolutions are listed by their days, those of all sessions together.

mod chosen;
mod dates;
mod records;

use std::io::{self, Write};

use anyhow::Result;

use super::args::choices::Format;
use super::locate::Listed;
use super::outcome::Outcome;
use super::output::Output;
use super::output::record::{Record, Unit};
use super::output::sheet::{Head, Highlighted, padded};
use crate::text::corpus::Corpus;
use crate::text::model::{ResolutionId, SessionId};
use crate::text::typeset::{columns, cut};
use records::{ResolutionRecord, SessionRecord, outline, paragraphs};

pub(super) use chosen::chosen;

/// Prints what is asked for.
pub(super) fn run(
    listed: Listed,
    format: Format,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    match format {
        Format::Text => text(listed, corpus, out)?,
        Format::Json => json(listed, corpus, out)?,
        Format::Tsv => tsv(listed, corpus, out)?,
    }
    Ok(match listed {
        Listed::Sessions if corpus.sessions().len() == 0 => Outcome::Nothing,
        Listed::Session(id) if corpus.resolutions_of(id).is_empty() => Outcome::Nothing,
        _ => Outcome::Found,
    })
}

fn json(listed: Listed, corpus: &Corpus, out: &mut Output<impl Write>) -> Result<()> {
    match listed {
        Listed::Sessions => out.array(corpus.sessions().map(|id| SessionRecord::of(corpus, id)))?,
        Listed::Session(id) => resolutions_in_json(corpus.resolutions_of(id), corpus, out)?,
        Listed::Resolution(id) => out.array([ResolutionRecord {
            outline: Some(outline(corpus, id)?),
            ..ResolutionRecord::of(corpus, id)
        }])?,
    }
    Ok(())
}

fn tsv(listed: Listed, corpus: &Corpus, out: &mut Output<impl Write>) -> Result<()> {
    match listed {
        Listed::Sessions => {
            for id in corpus.sessions() {
                let row = SessionRecord::of(corpus, id);
                let [resolutions, pp, op] =
                    [row.resolutions, row.pp, row.op].map(|n| n.to_string());
                out.columns(&[row.id, row.name, &resolutions, &pp, &op])?;
            }
        }
        Listed::Session(id) => resolutions_in_columns(corpus.resolutions_of(id), corpus, out)?,
        Listed::Resolution(id) => {
            for unit in paragraphs(corpus, id)? {
                let record = Record::of(corpus, unit)?;
                let [symbol, kind, number, _] = record.columns();
                let lead = record.lead.as_deref().unwrap_or_default();
                out.columns(&[symbol, kind, number, lead])?;
            }
        }
    }
    Ok(())
}

fn resolutions_in_json(
    ids: &[ResolutionId],
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> io::Result<()> {
    out.array(ids.iter().map(|&id| ResolutionRecord::of(corpus, id)))
}

fn resolutions_in_columns(
    ids: &[ResolutionId],
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> io::Result<()> {
    for &id in ids {
        let row = ResolutionRecord::of(corpus, id);
        let title = corpus.title_or_topic(id).unwrap_or_default();
        let [pp, op, annexes] = [row.pp, row.op, row.annexes].map(|count| count.to_string());
        let adopted = row.adopted.unwrap_or_default();
        out.columns(&[row.symbol, &title, &pp, &op, &annexes, adopted])?;
    }
    Ok(())
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
