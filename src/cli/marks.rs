//! `resolut marks`: the paragraphs that were marked in the reader, in the order they were marked.
//!
//! An object has `citation`, `session` and `words`, the first words of the paragraph as it was marked;
//! and `gone`, where the corpus has no such place any more. As columns: `citation session words`. Into a
//! pipe a mark is one line, `citation TAB words`.

use std::io::Write;

use anyhow::{Result, bail};
use serde::Serialize;

use super::args::choices::Format;
use super::outcome::Outcome;
use super::output::Output;
use super::output::sheet::{Head, Highlighted};
use super::report::note;
use crate::reader::keep::{self, Mark, Store};
use crate::text::corpus::Corpus;
use crate::text::typeset::{columns, cut};

#[derive(Serialize)]
struct MarkRecord<'a> {
    citation: &'a str,
    session: &'a str,
    words: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    gone: bool,
}

/// Prints the marks.
pub(super) fn run(
    format: Format,
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
    let rows: Vec<_> = marks
        .iter()
        .map(|mark| MarkRecord::of(mark, corpus))
        .collect();
    match (format, out.manner.width) {
        (Format::Json, _) => out.array(rows)?,
        (Format::Tsv, _) => {
            for row in rows {
                out.columns(&[row.citation, row.session, row.words])?;
            }
        }
        (Format::Text, None) => {
            for row in rows {
                out.columns(&[row.citation, &row.shown()])?;
            }
        }
        (Format::Text, Some(width)) => {
            let widest = rows.iter().map(|row| columns(row.citation)).max();
            for row in rows {
                let head = Head::name(row.citation, widest.unwrap_or(0) + 2, out.manner);
                let room = width.saturating_sub(head.columns());
                let shown = row.shown();
                let words = cut(&shown, room, out.manner.ellipsis());
                out.hung(&head, Highlighted::plain(&words), width)?;
            }
        }
    }
    Ok(Outcome::Found)
}

impl<'a> MarkRecord<'a> {
    fn of(mark: &'a Mark, corpus: &Corpus) -> Self {
        Self {
            citation: &mark.at.citation,
            session: &mark.at.session,
            words: &mark.words,
            gone: corpus.find_printed(&mark.at.citation).is_none(),
        }
    }

    /// The words, for people.
    fn shown(&self) -> String {
        let gone = if self.gone { "no longer here: " } else { "" };
        [gone, self.words].concat()
    }
}
