//! `resolut [CITATION]` on a terminal: opening the reader.

use std::io::{IsTerminal, stdin};

use anyhow::Result;

use super::Outcome;
use super::args::Everywhere;
use super::output::Marks;
use super::record::Unit;
use super::report::Advised;
use super::{load, locate};
use crate::corpus::Corpus;

/// Opens the reader at the place that is cited, or where it was left.
pub(super) fn open(citation: &[String], everywhere: &Everywhere, marks: Marks) -> Result<Outcome> {
    let citation = citation.join(" ");
    if let Some(reason) = no_reader() {
        let citation = if citation.is_empty() {
            "2/34-P:7"
        } else {
            &citation
        };
        return Err(Advised {
            message: format!("the reader needs a terminal, and {reason}"),
            hint: Some(format!(
                "`resolut show '{citation}'` prints the paragraph instead"
            )),
            outcome: Outcome::Faulty,
        }
        .into());
    }
    let corpus = load::corpus(&everywhere.corpus)?;
    let start = if citation.is_empty() {
        None
    } else {
        locate::units(&corpus, &citation)?.first().copied()
    };
    open_reader(corpus, start, everywhere, marks)
}

/// Why there can be no reader here.
fn no_reader() -> Option<&'static str> {
    if !stdin().is_terminal() {
        Some("standard input is none")
    } else if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        Some("`TERM` says that this one is `dumb`")
    } else {
        None
    }
}

/// The one call into the reader.
fn open_reader(
    _corpus: Corpus,
    _start: Option<Unit>,
    _everywhere: &Everywhere,
    _marks: Marks,
) -> Result<Outcome> {
    anyhow::bail!("the reader is not there yet")
}
