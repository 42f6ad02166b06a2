//! `resolut trace`: every earlier and later wording of a paragraph, the oldest first, itself among them; or those in the
//! line of renewals that ends with it, the newest first.
//!
//! | field | what it says |
//! |---|---|
//! | `citation` | the earliest paragraph that reads so |
//! | `adopted` | the day of its resolution |
//! | `state` | `here`, the paragraph itself; `same`, word for word; `numbers`, but for numbers; `near` |
//! | `likeness` | what both have in common, from 0 to 1, a rare word more than a frequent one |
//! | `run` | the most words in a row that both have, as blanks part them |
//! | `verb` | its lead verb |
//! | `verb_change` | how the lead verb of the later of both stands to that of the earlier: `stronger`, `weaker`, `changed` |
//! | `changes` | what changed from the earlier of both to the later, as `compare` has it |
//! | `same` | the citations of other paragraphs that read so |

use std::io::Write;

use anyhow::{Result, bail};
use serde::Serialize;

use super::change::{ChangeRecord, print_marked, three_digits};
use crate::analysis::changes::Marked;
use crate::analysis::trace::{self, Nearness, TracedWording, VerbChange};
use crate::cli::args::choices::RowFormat;
use crate::cli::args::table::TraceArgs;
use crate::cli::locate;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::rows::Rows;
use crate::cli::output::sheet::Head;
use crate::cli::report::note;
use crate::reader::library::Library;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::Place;

/// The columns of a table.
const COLUMNS: [&str; 8] = [
    "adopted", "citation", "likeness", "verb", "change", "state", "run", "same",
];

#[derive(Serialize)]
struct TracedRecord {
    citation: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    adopted: String,
    state: &'static str,
    likeness: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<usize>,
    #[serde(skip_serializing_if = "String::is_empty")]
    verb: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb_change: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same: Vec<String>,
    /// When, and how it stands to the paragraph, for people.
    #[serde(skip)]
    told: String,
    #[serde(skip)]
    words: Marked,
}

/// Prints the wordings of a paragraph.
pub(in crate::cli) fn run(
    asked: &TraceArgs,
    library: &Library,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let corpus = &library.corpus;
    let resolved = locate::cited(corpus, &asked.citation.join(" "))?;
    if resolved.passages.is_empty() {
        bail!(
            "a paragraph is traced, as in `{}`; a resolution is compared with the one before it by `resolut compare`",
            corpus.cite(resolved.beginning())
        );
    }
    let place = resolved.beginning();
    let wordings = if asked.chain {
        trace::chain(corpus, place)?
    } else {
        trace::of(corpus, &mut library.finder(), place)?
    };
    let own = wordings.iter().find(|one| one.nearness == Nearness::Here);
    let own = own.map_or(place, |own| own.place);
    let records = wordings
        .iter()
        .map(|one| TracedRecord::of(corpus, one, own));
    print(&records.collect::<Result<Vec<_>, _>>()?, asked.format, out)?;
    out.finish()?;
    if wordings.len() == 1 {
        note(&trace::lone(corpus, place, asked.chain));
        return Ok(Outcome::Nothing);
    }
    Ok(Outcome::Found)
}

fn print(records: &[TracedRecord], format: RowFormat, out: &mut Output<impl Write>) -> Result<()> {
    if let (RowFormat::Text, Some(width)) = (format, out.manner.width) {
        for record in records {
            let head = Head::name(&record.citation, 0, out.manner);
            print_marked(&head, &record.told, &record.words, width, out)?;
        }
        return Ok(());
    }
    let mut rows = Rows::new(&COLUMNS);
    for record in records {
        rows.push(record, record.columns(format));
    }
    rows.write(format, out)
}

impl TracedRecord {
    fn of(corpus: &Corpus, wording: &TracedWording, own: Place) -> Result<Self, ReadError> {
        let cite = |place: Place| corpus.cite(place).to_string();
        let texts = wording.texts(corpus, own)?;
        let day = corpus.day_of(wording.place.resolution);
        Ok(Self {
            citation: cite(wording.place),
            adopted: day.unwrap_or_default().to_owned(),
            state: wording.nearness.name(),
            likeness: three_digits(wording.likeness),
            run: wording.run(),
            verb: wording.verb.clone(),
            verb_change: wording.change.map(VerbChange::name),
            changes: if wording.is_other() {
                ChangeRecord::all(&texts[0], &texts[1])
            } else {
                Vec::new()
            },
            same: wording.same.iter().copied().map(cite).collect(),
            told: wording.told(corpus),
            words: wording.marked(&texts),
        })
    }

    fn columns(&self, format: RowFormat) -> Vec<String> {
        if format == RowFormat::Text {
            let row = [&self.citation, &self.told, &self.words.text];
            return row.map(String::clone).to_vec();
        }
        vec![
            self.adopted.clone(),
            self.citation.clone(),
            self.likeness.to_string(),
            self.verb.clone(),
            self.verb_change.unwrap_or_default().to_owned(),
            self.state.to_owned(),
            self.run.map(|run| run.to_string()).unwrap_or_default(),
            self.same.join(" + "),
        ]
    }
}
