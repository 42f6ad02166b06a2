//! `resolut cited`: who cites a paragraph or a resolution, oldest first.
//!
//! | field | what it says |
//! |---|---|
//! | `citation` | the paragraph that cites |
//! | `target` | what it names |
//! | `exact` | whether that is just what was asked for, no part of it and no more |
//! | `lead` | the lead verb of the paragraph |
//! | `words` | the words around |
//! | `adopted` | the day of adoption of the resolution that cites |
//!
//! With `--count` one object: `target`, `paragraphs`, `resolutions`.

use std::io::Write;
use std::ops::Range;

use anyhow::Result;
use serde::Serialize;

use super::readable;
use crate::analysis::cited;
use crate::cli::args::choices::RowFormat;
use crate::cli::args::table::CitedArgs;
use crate::cli::locate;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::rows::Rows;
use crate::cli::output::sheet::{Head, Highlighted};
use crate::cli::report::note;
use crate::text::corpus::Corpus;
use crate::text::lead::lead_of;

/// The columns of a table.
const COLUMNS: [&str; 6] = ["citation", "target", "exact", "lead", "adopted", "words"];

#[derive(Serialize)]
struct CitingRecord<'a> {
    citation: String,
    target: String,
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<String>,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    adopted: Option<&'a str>,
    #[serde(skip)]
    span: Range<usize>,
}

#[derive(Serialize)]
struct CitingCount {
    target: String,
    paragraphs: usize,
    resolutions: usize,
}

/// Prints who cites what is asked for.
pub(in crate::cli) fn run(
    asked: &CitedArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let resolved = locate::cited(corpus, &asked.citation.join(" "))?;
    readable(corpus, resolved.resolution)?;
    let all = cited::by(corpus, &resolved)?;
    let target = corpus.cite_all(&resolved).to_string();
    if asked.count {
        count(target, &all, asked.format, out)?;
    } else if all.is_empty() {
        note(&format!("nothing here cites {target}"));
    } else {
        let rows = all.iter().map(|one| CitingRecord::of(corpus, one));
        print(&rows.collect::<Result<Vec<_>>>()?, asked.format, out)?;
    }
    Ok(if all.is_empty() {
        Outcome::Nothing
    } else {
        Outcome::Found
    })
}

fn print(all: &[CitingRecord<'_>], format: RowFormat, out: &mut Output<impl Write>) -> Result<()> {
    if let (RowFormat::Text, Some(width)) = (format, out.manner.width) {
        for record in all {
            let head = Head::name(&record.citation, 0, out.manner);
            let text = Highlighted {
                text: &record.words,
                spans: std::slice::from_ref(&record.span),
            };
            out.hung(&head, text, width)?;
        }
        return Ok(());
    }
    let mut rows = Rows::new(&COLUMNS);
    for record in all {
        let columns = match format {
            RowFormat::Text => vec![record.citation.clone(), record.words.clone()],
            _ => record.columns(),
        };
        rows.push(record, columns);
    }
    rows.write(format, out)
}

fn count(
    target: String,
    all: &[cited::Citing],
    format: RowFormat,
    out: &mut Output<impl Write>,
) -> Result<()> {
    let mut places: Vec<_> = all.iter().map(|one| one.place).collect();
    places.dedup();
    let mut resolutions: Vec<_> = places.iter().map(|place| place.resolution).collect();
    resolutions.dedup();
    let count = CitingCount {
        target,
        paragraphs: places.len(),
        resolutions: resolutions.len(),
    };
    let columns = vec![
        count.target.clone(),
        count.paragraphs.to_string(),
        count.resolutions.to_string(),
    ];
    let mut rows = Rows::new(&["target", "paragraphs", "resolutions"]);
    rows.push(&count, columns);
    rows.write(format, out)
}

impl<'a> CitingRecord<'a> {
    fn of(corpus: &'a Corpus, citing: &cited::Citing) -> Result<Self> {
        let resolution = corpus.read(citing.place.resolution)?;
        let (words, span) = citing.words.clone();
        let passage = &resolution.passages[citing.place.index()];
        let lead = passage.text.get(lead_of(passage)).unwrap_or_default();
        Ok(Self {
            citation: corpus.cite(citing.place).to_string(),
            target: citing.reference.referent.to_string(),
            exact: citing.is_exact,
            lead: (!lead.is_empty()).then(|| lead.to_owned()),
            words,
            adopted: corpus.entry(citing.place.resolution).adopted.as_deref(),
            span,
        })
    }

    fn columns(&self) -> Vec<String> {
        [
            &*self.citation,
            &self.target,
            if self.exact { "true" } else { "false" },
            self.lead.as_deref().unwrap_or_default(),
            self.adopted.unwrap_or_default(),
            &self.words,
        ]
        .map(str::to_owned)
        .to_vec()
    }
}
