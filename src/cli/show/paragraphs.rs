//! The paragraphs that are shown.
//!
//! On a terminal paragraphs stand under the symbol and title of their resolution, numbers hung; into a pipe each is
//! one line, `citation TAB text`.

use std::io::Write;

use crate::cli::args::choices::Format;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::record::{Record, Unit};
use crate::cli::output::sheet::{Head, Highlighted, MARGIN};
use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;

/// Prints units in the order they were asked for.
pub(super) fn run(
    units: &[Unit],
    format: Format,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> anyhow::Result<Outcome> {
    let records = units.iter().map(|&unit| Record::of(corpus, unit));
    let records = records.collect::<Result<Vec<_>, _>>()?;
    match (format, out.manner.width) {
        (Format::Json, _) => out.array(records)?,
        (Format::Tsv, _) => {
            for record in records {
                out.columns(&record.columns())?;
            }
        }
        (Format::Text, None) => {
            for record in records {
                out.columns(&[&record.citation, &record.text])?;
            }
        }
        (Format::Text, Some(width)) => set(units, &records, corpus, width, out)?,
    }
    Ok(Outcome::Found)
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
