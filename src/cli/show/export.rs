//! `resolut export`: paragraphs, resolutions, sessions or all, for other programs and documents.
//!
//! Written is what stands there: headings, tables and notes as well. Text is set to 72 columns, as files of plain
//! text are. A file is written whole or not at all, and an old one is replaced only where that is asked for.

use std::io::Write;

use anyhow::Result;

use crate::cli::args::choices::TextFormat;
use crate::cli::args::table::ExportArgs;
use crate::cli::locate::{self, Listed};
use crate::cli::outcome::Outcome;
use crate::cli::output::record::Unit;
use crate::cli::output::{Charset, Emphasis, Manner, Output, units};
use crate::cli::report::note;
use crate::reader::keep::{self, Replace, SHARED};
use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;

/// The columns that plain text is set to in a file.
const COLUMNS: usize = 72;

/// Writes what is asked for to standard output or a file.
pub(in crate::cli) fn run(
    args: &ExportArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let mut chosen = Vec::new();
    if args.all {
        let ids = corpus.sessions().flat_map(|id| corpus.resolutions_of(id));
        all_of(ids, corpus, &mut chosen)?;
    }
    for named in &args.of {
        match locate::listed(corpus, named)? {
            Listed::Session(id) => all_of(corpus.resolutions_of(id), corpus, &mut chosen)?,
            _ => chosen.extend(locate::units(corpus, named)?),
        }
    }
    let chosen = match args.format {
        TextFormat::Corpus => chosen,
        _ => Unit::with_all_between(&chosen, corpus)?,
    };
    let Some(file) = &args.output else {
        if args.format == TextFormat::Text {
            out.manner.width.get_or_insert(COLUMNS);
        }
        units::write(&chosen, args.format, corpus, out)?;
        return Ok(Outcome::Found);
    };
    let mut bytes = Vec::new();
    let mut to_file = Output::to(&mut bytes, IN_A_FILE);
    units::write(&chosen, args.format, corpus, &mut to_file)?;
    keep::write(file, &bytes, Replace::with_force(args.force), SHARED)?;
    note(&format!("written to `{}`", file.display()));
    Ok(Outcome::Found)
}

/// Plain text as it stands in a file.
const IN_A_FILE: Manner = Manner {
    width: Some(COLUMNS),
    screen: COLUMNS,
    emphasis: Emphasis::Plain,
    charset: Charset::Unicode,
    is_on_screen: false,
};

fn all_of<'i>(
    ids: impl IntoIterator<Item = &'i ResolutionId>,
    corpus: &Corpus,
    chosen: &mut Vec<Unit>,
) -> Result<()> {
    for &id in ids {
        chosen.extend(Unit::all_of(corpus, id)?);
    }
    Ok(())
}
