//! Resolutions narrowed by title and time, or put in order: by their days, whatever their session.

use std::io::{self, Write};

use anyhow::{Result, bail};

use super::resolutions;
use crate::cli::args::choices::RowFormat;
use crate::cli::args::table::ListArgs;
use crate::cli::locate::Listed;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::sheet::{Head, Highlighted, padded};
use crate::cli::report::note;
use crate::text::citation::Day;
use crate::text::corpus::{Corpus, Period, TitleWords};
use crate::text::model::ResolutionId;
use crate::text::typeset::columns;

/// Prints the resolutions that are left of a session, or of all.
pub(in crate::cli) fn chosen(
    listed: Listed,
    args: &ListArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let session = match listed {
        Listed::Sessions => None,
        Listed::Session(id) => Some(id),
        Listed::Resolution(id) => bail!(
            "{} is one resolution: --title, --since, --until and --order choose among several",
            corpus.symbol(id)
        ),
    };
    let words = TitleWords::read(args.title.as_deref().unwrap_or_default());
    let period = Period {
        since: args.since.clone(),
        until: args.until.clone(),
    };
    let mut ids = corpus.by_day(args.order.map(Into::into).unwrap_or_default());
    ids.retain(|&id| {
        session.is_none_or(|session| corpus.session_of(id) == session)
            && period.holds(corpus.day_of(id))
            && words.fit(&corpus.title_words(id))
    });
    match args.format {
        RowFormat::Text => text(&ids, corpus, out)?,
        format => resolutions(&ids, corpus).write(format, out)?,
    }
    if ids.is_empty() {
        note("no resolution is left: `resolut list` lists all");
        return Ok(Outcome::Nothing);
    }
    Ok(Outcome::Found)
}

/// A row each: day, symbol, operative paragraphs, title.
fn text(ids: &[ResolutionId], corpus: &Corpus, out: &mut Output<impl Write>) -> io::Result<()> {
    let symbols = ids.iter().map(|&id| columns(corpus.symbol(id)));
    let symbols = symbols.max().unwrap_or(0);
    for &id in ids {
        let entry = corpus.entry(id);
        let day = corpus.adopted(id).map_or_else(String::new, Day::short);
        let symbol = padded(&entry.symbol, symbols);
        let head = format!("{day:>11}  {symbol}  {:>3} op  ", entry.operative);
        out.hung(
            &Head::new(&head),
            Highlighted::plain(&corpus.title_or_words(id)),
            out.manner.width.unwrap_or(usize::MAX),
        )?;
    }
    Ok(())
}
