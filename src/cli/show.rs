//! `resolut show A B C`: the units of several citations, and what is said of those that name none.
//!
//! A citation may also stand in several arguments, `2/34-P para 7`. All arguments are tried alone, then all
//! of them as one. If neither is good, they are parted: an argument that names a paragraph by itself is a
//! citation, and what stands between two such is one together, so that of `2/34-P pragraph 7` not the whole
//! resolution is printed.

pub(super) mod export;
pub(super) mod quote;
mod source_lines;

use std::io::Write;

use anyhow::{Error, Result};

use super::args::table::ShowArgs;
use super::outcome::Outcome;
use super::output::Output;
use super::output::record::Unit;
use super::output::units as written;
use super::{locate, report};
use crate::text::corpus::{CitationError, Corpus, ResolveError};

/// What a citation is read as.
type Units = fn(&Corpus, &str) -> Result<Vec<Unit>>;

/// Prints what the citations name, and then says what is wrong with those that name nothing.
pub(super) fn run(
    asked: &ShowArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let units: Units = if asked.as_printed {
        locate::printed_units
    } else {
        locate::units
    };
    let (mut units, refused) = parted(&asked.citation, corpus, units)?;
    if asked.all {
        units = Unit::with_all_between(&units, corpus)?;
    }
    let outcome = match (units.is_empty(), asked.as_printed) {
        (true, _) => Outcome::Found,
        (false, true) => source_lines::run(&units, asked.format, corpus, out)?,
        (false, false) => {
            written::write(&units, asked.format, corpus, out)?;
            Outcome::Found
        }
    };
    out.finish()?;
    Ok(report::errors(&refused).max(outcome))
}

/// The units of all citations, and the errors of those that have none.
///
/// # Errors
/// There is but one citation, and it names nothing.
pub(super) fn parted(
    arguments: &[String],
    corpus: &Corpus,
    units: Units,
) -> Result<(Vec<Unit>, Vec<Error>)> {
    let each: Result<Vec<_>> = arguments.iter().map(|one| units(corpus, one)).collect();
    if let Ok(each) = each {
        return Ok((each.concat(), Vec::new()));
    }
    if let Ok(one) = units(corpus, &arguments.join(" ")) {
        return Ok((one, Vec::new()));
    }
    let citations = citations(arguments, corpus);
    if let [one] = &citations[..] {
        return Ok((units(corpus, one)?, Vec::new()));
    }
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for citation in citations {
        match units(corpus, &citation) {
            Ok(units) => found.extend(units),
            Err(error) => refused.push(error.context(format!("`{citation}`"))),
        }
    }
    Ok((found, refused))
}

/// How much of a citation an argument is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CitationPiece {
    /// All of it, with the paragraph.
    Place,
    /// The resolution; what follows may say which paragraph.
    Resolution,
    /// What is none without the words around it.
    Word,
}

/// The citations that arguments are parted into, each of them as one text.
fn citations(arguments: &[String], corpus: &Corpus) -> Vec<String> {
    let pieces = arguments.iter().map(|argument| piece(argument, corpus));
    let pieces: Vec<_> = arguments.iter().zip(pieces).collect();
    let parts =
        pieces.chunk_by(|(_, one), (_, other)| ![one, other].contains(&&CitationPiece::Place));
    let words = |part: &[(&String, CitationPiece)]| -> Vec<String> {
        part.iter()
            .map(|(argument, _)| (*argument).clone())
            .collect()
    };
    let mut citations = Vec::new();
    for part in parts {
        if part.iter().any(|&(_, piece)| piece == CitationPiece::Word) {
            citations.push(words(part).join(" "));
        } else {
            citations.extend(words(part));
        }
    }
    citations
}

fn piece(argument: &str, corpus: &Corpus) -> CitationPiece {
    match corpus.read_citation(argument, None) {
        Ok(resolved) if resolved.passages.is_empty() => CitationPiece::Resolution,
        Err(CitationError::Resolve(
            ResolveError::UnknownSymbol { .. }
            | ResolveError::Ambiguous { .. }
            | ResolveError::NotInLanguage { .. },
        )) => CitationPiece::Resolution,
        Err(
            CitationError::Parse(_)
            | CitationError::Resolve(
                ResolveError::BareNumber { .. } | ResolveError::NothingOpen { .. },
            ),
        ) => CitationPiece::Word,
        _ => CitationPiece::Place,
    }
}
