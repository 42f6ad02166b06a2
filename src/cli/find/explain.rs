//! `resolut find --explain`: what the score of one row is the sum of.

use std::io::Write;

use anyhow::{Result, anyhow};
use serde::Serialize;

use super::Request;
use crate::cli::args::choices::RowFormat;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::rows::Rows;
use crate::cli::report::note;
use crate::reader::library::Library;
use crate::search::{Evidence, Findings, Hit, ScorePart, Subject};
use crate::text::corpus::Corpus;
use crate::text::model::Place;
use crate::text::typeset::columns;
use crate::text::visible::visible;

const COLUMNS: [&str; 8] = [
    "citation", "row", "worth", "reason", "word", "found", "weight", "quality",
];

/// A part of a score as it is printed.
#[derive(Serialize)]
struct Reasoned<'a> {
    citation: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    worth: f32,
    reason: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    word: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    found: &'a str,
    #[serde(skip_serializing_if = "is_none")]
    weight: f32,
    #[serde(skip_serializing_if = "is_none")]
    quality: f32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_none(number: &f32) -> bool {
    *number == 0.0
}

/// Explains a row, by its number or by a citation.
pub(in crate::cli) fn run(
    request: &Request,
    asked: &str,
    library: &Library,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let corpus = &library.corpus;
    let mut finder = library.finder();
    let question = request.question(usize::MAX);
    let findings = finder.find(&question);
    let subject = subject(asked, &findings, corpus)?;
    let explanation = finder.explain(&question, subject);
    let row = explanation
        .row
        .map(|at| rows(&findings.hits[..at]).count() + 1);
    let citation = cite(corpus, subject);
    if request.format == RowFormat::Text {
        set(&explanation.parts, out)?;
    } else {
        let mut printed = Rows::new(&COLUMNS);
        for part in &explanation.parts {
            let reasoned = Reasoned::of(part, &citation, row);
            printed.push(&reasoned, reasoned.columns());
        }
        printed.write(request.format, out)?;
    }
    out.finish()?;
    let citation = visible(&citation).into_owned();
    match row {
        Some(row) => note(&format!(
            "`{citation}` is row {row} of {}",
            rows_of(&findings)
        )),
        None => note(&format!(
            "`{citation}` is not in the answer; these words were looked for"
        )),
    }
    Ok(Outcome::of(row.is_none()))
}

/// The rows that are printed: `list` has the sessions.
fn rows(hits: &[Hit]) -> impl Iterator<Item = &Hit> {
    let hits = hits.iter();
    hits.filter(|hit| !matches!(hit.subject, Subject::Session(_)))
}

fn rows_of(findings: &Findings) -> usize {
    rows(&findings.hits).count()
}

/// What is to be explained; of a resolution that is no row itself its first paragraph that is.
fn subject(asked: &str, findings: &Findings, corpus: &Corpus) -> Result<Subject> {
    if let Ok(row) = asked.parse::<usize>() {
        let hit = row
            .checked_sub(1)
            .and_then(|at| rows(&findings.hits).nth(at));
        let missing = || anyhow!("no row {row}: the answer has {}", rows_of(findings));
        return hit.map(|hit| hit.subject).ok_or_else(missing);
    }
    let cited = corpus.read_citation(asked, None)?;
    let id = cited.resolution;
    if let Some(passages) = cited.passages.first() {
        return Ok(Subject::Passage(Place::new(id, passages.start)));
    }
    let is_of = |subject: Subject| match subject {
        Subject::Session(_) => false,
        Subject::Resolution(of) => of == id,
        Subject::Passage(place) => place.resolution == id,
    };
    let first = findings
        .hits
        .iter()
        .map(|hit| hit.subject)
        .find(|&subject| is_of(subject));
    Ok(first.unwrap_or(Subject::Resolution(id)))
}

fn cite(corpus: &Corpus, subject: Subject) -> String {
    match subject {
        Subject::Session(_) => String::new(),
        Subject::Resolution(id) => corpus.symbol(id).to_owned(),
        Subject::Passage(place) => corpus.cite(place).to_string(),
    }
}

impl<'a> Reasoned<'a> {
    fn of(part: &'a ScorePart, citation: &'a str, row: Option<usize>) -> Self {
        Self {
            citation,
            row,
            worth: part.worth,
            reason: part.evidence.name(),
            word: &part.typed,
            found: &part.found,
            weight: part.weight,
            quality: part.quality,
        }
    }

    fn columns(&self) -> Vec<String> {
        let row = self.row.map_or_else(String::new, |row| row.to_string());
        let [worth, weight, quality] = [self.worth, self.weight, self.quality].map(figure);
        let [citation, reason, word, found] =
            [self.citation, self.reason, self.word, self.found].map(str::to_owned);
        vec![citation, row, worth, reason, word, found, weight, quality]
    }
}

fn figure(number: f32) -> String {
    format!("{number:.2}")
}

/// Sets the parts in columns, and their sum below.
fn set(parts: &[ScorePart], out: &mut Output<impl Write>) -> Result<()> {
    let sum: f32 = parts.iter().map(|part| part.worth).sum();
    let widest = parts.iter().map(|part| columns(&part.typed)).max();
    let widest = widest.unwrap_or(0);
    for part in parts {
        let typed = visible(&part.typed);
        let room = " ".repeat(widest - columns(&part.typed).min(widest));
        out.line(&format!(
            "{:>9.2}  {typed}{room}  {}",
            part.worth,
            said(part)
        ))?;
    }
    Ok(out.line(&format!("{sum:>9.2}  in all"))?)
}

/// What a part of a score is for, in words.
fn said(part: &ScorePart) -> String {
    let said = part.evidence.said();
    let is_other = !part.found.is_empty() && part.evidence != Evidence::Typed;
    let found = if is_other {
        format!(" `{}`", visible(&part.found))
    } else {
        String::new()
    };
    if part.weight == 0.0 {
        return format!("{said}{found}");
    }
    let (weight, quality) = (part.weight, part.quality);
    format!("{said}{found}: weight {weight:.2}, quality {quality:.2}")
}
