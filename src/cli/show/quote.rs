//! `resolut quote`: paragraphs with their source, as those who cite have it.
//!
//! A citation may stand in several arguments, as for `show`; where each is one by itself, each is a quotation. They are
//! parted by an empty line.

use std::io::Write;

use anyhow::Result;

use crate::cli::args::table::QuoteArgs;
use crate::cli::locate;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::report::note;
use crate::export::quote;
use crate::text::corpus::{Corpus, Resolved};

/// Prints the quotations.
pub(in crate::cli) fn run(
    args: &QuoteArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let mut outcome = Outcome::Found;
    for (position, cited) in cited(&args.citation, corpus)?.iter().enumerate() {
        let Some(quotation) = quote(args.style, cited, corpus)? else {
            note(&format!(
                "{} has no form for {}: it has one for resolutions of the Security Council and the General Assembly \
                 whose day is known",
                args.style.name(),
                corpus.symbol(cited.resolution)
            ));
            outcome = Outcome::Nothing;
            continue;
        };
        if position > 0 {
            out.line("")?;
        }
        out.bytes(quotation.text.as_bytes())?;
        out.line("")?;
    }
    Ok(outcome)
}

/// What each argument cites, or all of them together.
fn cited(arguments: &[String], corpus: &Corpus) -> Result<Vec<Resolved>> {
    let each: Result<Vec<_>> = arguments
        .iter()
        .map(|one| locate::cited(corpus, one))
        .collect();
    match each {
        Ok(each) => Ok(each),
        Err(_) => Ok(vec![locate::cited(corpus, &arguments.join(" "))?]),
    }
}
