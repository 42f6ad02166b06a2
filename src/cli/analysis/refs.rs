//! `resolut refs`: what paragraphs refer to, in the order of the text.
//!
//! | field | what it says |
//! |---|---|
//! | `citation` | the paragraph or point, as it was asked for |
//! | `start`, `end` | bytes of its `text`, as `show` prints that |
//! | `words` | those bytes |
//! | `kind` | `res`, `para`, `self`, `annex`, `ga`, `prst` or `doc` |
//! | `target` | what is named, as a citation, or the symbol of a document |
//! | `state` | `here`; `parent`, where a point has no place of its own; `outside` of the corpus; `missing` |
//! | `place` | where it leads, if that is cited otherwise than it is named |
//! | `has` | of what is missing, what there is instead |
//! | `own` | true of a resolution that only says whose paragraphs are named |
//! | `warning` | what speaks against it: a link of the source that leads elsewhere, another year |

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use super::readable;
use crate::analysis::around;
use crate::analysis::references::{self, Reference, Whereabouts};
use crate::cli::args::choices::RowFormat;
use crate::cli::args::table::RefsArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::record::Unit;
use crate::cli::output::rows::Rows;
use crate::cli::output::sheet::{Head, Highlighted};
use crate::cli::report::{errors, note};
use crate::cli::{locate, show};
use crate::text::corpus::Corpus;
use crate::text::model::Place;

/// The columns of a table.
const COLUMNS: [&str; 7] = [
    "citation", "start", "end", "kind", "target", "state", "words",
];

/// The columns of a terminal that what is named has before its words.
const NAMES: usize = 24;

#[derive(Serialize)]
struct RefRecord<'a> {
    citation: &'a str,
    start: usize,
    end: usize,
    words: &'a str,
    kind: &'static str,
    target: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    own: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<String>,
}

/// Prints what the citations that are asked for refer to.
pub(in crate::cli) fn run(
    asked: &RefsArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let (units, refused) = show::parted(&asked.citation, corpus, locate::units)?;
    let mut rows = Rows::new(&COLUMNS);
    let mut found = 0;
    for unit in &units {
        if let Unit::Passage(place) = *unit {
            readable(corpus, place.resolution)?;
            found += paragraph(corpus, place, asked.format, &mut rows, out)?;
        }
    }
    rows.write(asked.format, out)?;
    out.finish()?;
    if found == 0 && refused.is_empty() {
        note(&format!("nothing is cited in {}", asked.citation.join(" ")));
        return Ok(Outcome::Nothing);
    }
    Ok(errors(&refused))
}

/// Adds the references of a paragraph to the rows, or prints them for people; tells how many there are.
fn paragraph(
    corpus: &Corpus,
    place: Place,
    format: RowFormat,
    rows: &mut Rows,
    out: &mut Output<impl Write>,
) -> Result<usize> {
    let citation = corpus.cite(place).to_string();
    let text = corpus.text(place)?;
    let all = references::of(corpus, place)?;
    let width = out.manner.width.filter(|_| format == RowFormat::Text);
    if let Some(width) = width.filter(|_| !all.is_empty()) {
        out.line(&out.manner.bold(&citation))?;
        for reference in &all {
            set(corpus, reference, &text, width, out)?;
        }
        return Ok(all.len());
    }
    for reference in &all {
        let record = RefRecord::of(corpus, reference, &citation, &text);
        let columns = match format {
            RowFormat::Text => record.line(&around(&text, &reference.range).0),
            _ => record.columns(),
        };
        rows.push(&record, columns);
    }
    Ok(all.len())
}

/// Sets a reference behind what it names.
fn set(
    corpus: &Corpus,
    reference: &Reference,
    text: &str,
    width: usize,
    out: &mut Output<impl Write>,
) -> Result<()> {
    let record = RefRecord::of(corpus, reference, "", text);
    let target = ["  ", &*record.target].concat();
    let head = Head::new(&format!("{target:NAMES$}  "));
    let (mut words, span) = around(text, &reference.range);
    if let Some(said) = record.said() {
        words = [&*words, " (", &said, ")"].concat();
    }
    let text = Highlighted {
        text: &words,
        spans: &[span],
    };
    Ok(out.hung(&head, text, width)?)
}

impl<'a> RefRecord<'a> {
    fn of(corpus: &Corpus, reference: &Reference, citation: &'a str, text: &'a str) -> Self {
        let target = reference.referent.to_string();
        let found = reference.referent.whereabouts(corpus);
        let place = found
            .place()
            .map(|place| corpus.cite_all(place).to_string());
        Self {
            citation,
            start: reference.range.start,
            end: reference.range.end,
            words: text.get(reference.range.clone()).unwrap_or_default(),
            kind: reference.referent.kind(),
            state: found.name(),
            place: place.filter(|place| *place != target),
            has: match found {
                Whereabouts::Missing(has) => Some(has),
                _ => None,
            },
            own: reference.is_owner,
            warning: reference.warning.clone(),
            target,
        }
    }

    /// What is to be said of where it leads; nothing where it leads there.
    fn said(&self) -> Option<String> {
        let place = self.place.as_deref().unwrap_or_default();
        let said = match self.state {
            "outside" => Some("not here".to_owned()),
            "missing" => self.has.clone(),
            "parent" => Some(format!("the point is not here by itself; {place}")),
            _ if self.place.is_some() => Some(format!("here as {place}")),
            _ => None,
        };
        let each: Vec<_> = [said, self.warning.clone()].into_iter().flatten().collect();
        (!each.is_empty()).then(|| each.join("; "))
    }

    fn columns(&self) -> Vec<String> {
        [
            self.citation,
            &self.start.to_string(),
            &self.end.to_string(),
            self.kind,
            &self.target,
            self.state,
            self.words,
        ]
        .map(str::to_owned)
        .to_vec()
    }

    /// The columns of a line for people.
    fn line(&self, words: &str) -> Vec<String> {
        let said = self.said().unwrap_or_default();
        [self.citation, &self.target, words, &said]
            .map(str::to_owned)
            .to_vec()
    }
}
