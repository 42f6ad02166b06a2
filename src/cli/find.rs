//! `resolut find`: paragraphs by their words, best first.
//!
//! The objects are those of `show` with three more fields: `score` (comparable within one answer only), `match`
//! (`citation`, `words` or `fuzzy`) and `spans`, the matches as byte ranges of `text`; and where there are any, `same`,
//! the citations of other paragraphs of the same words, `like`, of nearly the same words, and `lacks`, the words of the query that the paragraph is
//! without. A table (`csv`) has the columns of `export`, and these three. On a terminal a long paragraph is cut to the
//! rows around the match that says most; a guess has `≈` before it.

pub(super) mod batch;
mod by_day;
pub(super) mod explain;
mod request;

use std::io::{self, Write};
use std::ops::Range;

use anyhow::Result;
use serde::Serialize;

use super::args::choices::RowFormat;
use super::outcome::Outcome;
use super::output::Output;
use super::output::record::{Record, Unit};
use super::output::rows::Rows;
use super::output::sheet::{Head, Highlighted, MARGIN};
use super::report::note;
use crate::reader::library::Library;
use crate::search::{Findings, Hit, HitBetween, Match, Subject};
use crate::text::corpus::{CitationError, Corpus, ReadError};
use crate::text::model::Place;
use crate::text::typeset::columns;
use crate::text::visible::visible;

pub(super) use request::Request;

/// The rows of a paragraph that are shown on a terminal.
const ROWS: usize = 3;

/// The widest column of citations.
const WIDEST: usize = 14;

#[derive(Serialize)]
struct Found<'a> {
    #[serde(flatten)]
    record: Record<'a>,
    score: f32,
    #[serde(rename = "match")]
    by: &'static str,
    spans: Vec<[usize; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    like: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lacks: Vec<String>,
    #[serde(skip)]
    guess: bool,
    /// The first and the last year of all that it stands for.
    #[serde(skip)]
    years: Option<[&'a str; 2]>,
    /// Where the match begins that says most.
    #[serde(skip)]
    best: usize,
}

/// The columns of a table.
const COLUMNS: [&str; 12] = {
    let [
        citation,
        symbol,
        kind,
        number,
        lead,
        text,
        session,
        language,
        date,
    ] = Record::COLUMNS;
    [
        citation, symbol, kind, number, lead, text, session, language, date, "match", "lacks",
        "same",
    ]
};

/// What was found, and the rows that are printed of it.
pub(super) struct Answer<'a> {
    findings: Findings,
    /// How many headings, tables and notes were found.
    between: usize,
    rows: Vec<Found<'a>>,
}

/// Prints what is found, and says beside it what the list leaves out.
pub(super) fn run(
    request: &Request,
    library: &Library,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let corpus = &library.corpus;
    let mut finder = library.finder();
    if request.counts {
        let outcome = request.count(&mut finder, out)?;
        out.finish()?;
        for absent in finder.find(&request.question(1)).absent {
            note(&absent);
        }
        return Ok(outcome);
    }
    let findings = request.ask(&mut finder, corpus);
    let between = request.ask_between(&mut finder);
    let answer = Answer::read(findings, &between, request.limit, corpus)?;
    answer.print(request.format, out)?;
    out.finish()?;
    remarks(request, corpus, &answer);
    Ok(answer.outcome())
}

impl<'a> Answer<'a> {
    /// Reads the first rows of what was found.
    pub(super) fn read(
        findings: Findings,
        between: &[HitBetween],
        limit: usize,
        corpus: &'a Corpus,
    ) -> Result<Self, ReadError> {
        let behind = between.first().map_or(0.0, |first| first.hit.score);
        let sure = findings.hits.partition_point(|hit| hit.score >= behind);
        let (sure, guessed) = findings.hits.split_at(sure);
        let of = |hit| Found::of(corpus, hit);
        let between_them = between
            .iter()
            .filter_map(|found| Found::between(corpus, found));
        let rows = sure.iter().filter_map(of).chain(between_them);
        let rows = rows.chain(guessed.iter().filter_map(of));
        let rows = rows.take(limit).collect::<Result<_, _>>()?;
        Ok(Self {
            between: between.len(),
            findings,
            rows,
        })
    }

    pub(super) fn print(&self, format: RowFormat, out: &mut Output<impl Write>) -> Result<()> {
        if let (RowFormat::Text, Some(width)) = (format, out.manner.width) {
            return Ok(set(&self.rows, width, out)?);
        }
        let mut rows = Rows::new(&COLUMNS);
        for hit in &self.rows {
            rows.push(hit, hit.columns(format));
        }
        rows.write(format, out)
    }

    pub(super) fn outcome(&self) -> Outcome {
        Outcome::of(self.rows.is_empty())
    }
}

/// Sets the hits behind their citations, or below them where one of those is too long.
fn set(found: &[Found<'_>], width: usize, out: &mut Output<impl Write>) -> io::Result<()> {
    let widest = found.iter().map(|hit| columns(&hit.record.citation)).max();
    let column = widest.filter(|&widest| widest <= WIDEST);
    let below = Head::name("", column.map_or(MARGIN, |column| column + 2), out.manner);
    for (position, hit) in found.iter().enumerate() {
        if position > 0 {
            out.line("")?;
        }
        let citation = Head::name(&hit.record.citation, below.columns(), out.manner);
        let mut head = if column.is_some() {
            citation
        } else {
            out.hung(&citation, Highlighted::plain(""), width)?;
            below.clone()
        };
        if hit.guess {
            head = head.then(out.manner.guess());
        }
        let spans: Vec<Range<usize>> = hit.spans.iter().map(|&[from, to]| from..to).collect();
        let text = Highlighted {
            text: &hit.record.text,
            spans: &spans,
        };
        out.excerpt(&head, (text, hit.best), width, ROWS)?;
        if !hit.same.is_empty() {
            let also = format!("also {}", hit.same.join(", "));
            out.hung(&below, Highlighted::plain(&also), width)?;
        }
        if !hit.like.is_empty() {
            let years = hit
                .years
                .map(|[first, last]| format!(", {first} to {last}"));
            let like = format!(
                "and {} like it{}",
                hit.like.len(),
                years.unwrap_or_default()
            );
            out.hung(&below, Highlighted::plain(&like), width)?;
        }
    }
    Ok(())
}

/// Says what the printed list does not.
fn remarks(request: &Request, corpus: &Corpus, answer: &Answer<'_>) {
    let (findings, printed) = (&answer.findings, answer.rows.len());
    let others = findings.in_other_languages;
    if others > 0 {
        note(&format!(
            "{others} more in other languages; `lang:TAG` searches one of them"
        ));
    }
    for absent in &findings.absent {
        note(absent);
    }
    if printed == 0 {
        if findings.absent.is_empty() {
            note(&nothing(request.query.trim_end(), findings, corpus));
        }
        return;
    }
    if let Some(first) = answer.rows.iter().position(|row| !row.lacks.is_empty()) {
        let lacks = answer.rows[first].lacks.iter();
        let lacks: Vec<String> = lacks.map(|word| format!("`{}`", visible(word))).collect();
        let lacks = lacks.join(", ");
        note(&match first {
            0 => format!("no paragraph has all words; these are without {lacks}"),
            _ => format!("from row {} on they lack a word or two: {lacks}", first + 1),
        });
    }
    let is_session = |hit: &&Hit| matches!(hit.subject, Subject::Session(_));
    let sessions = findings.hits.iter().filter(is_session).count();
    let all = findings.found - sessions + answer.between;
    // Wordings that have no row of their own are not left out.
    if all > printed && printed == request.limit {
        note(&format!(
            "{printed} of {all} shown; `--limit {all}` shows all"
        ));
    }
}

/// What is said where nothing was found.
fn nothing(query: &str, findings: &Findings, corpus: &Corpus) -> String {
    let refused = corpus.read_citation(query, None).err();
    if let Some(absent) = refused.filter(CitationError::is_absent_place) {
        return absent.to_string();
    }
    let query = visible(query);
    match &findings.instead {
        Some(instead) => format!("nothing found for `{query}`: {instead}"),
        None => format!("nothing found for `{query}`"),
    }
}

impl<'a> Found<'a> {
    /// A hit as it is printed; none for a session.
    fn of(corpus: &'a Corpus, hit: &Hit) -> Option<Result<Self, ReadError>> {
        let unit = match hit.subject {
            Subject::Session(_) => return None,
            Subject::Resolution(id) => Unit::Title(id),
            Subject::Passage(place) => Unit::Passage(place),
        };
        Some(Self::of_unit(corpus, unit, hit))
    }

    /// A heading, a table or a note as it is printed.
    fn between(corpus: &'a Corpus, found: &HitBetween) -> Option<Result<Self, ReadError>> {
        let place = found.hit.places().next()?;
        let unit = match found.note {
            Some(note) => Unit::Note(place, note),
            None => Unit::Passage(place),
        };
        Some(Self::of_unit(corpus, unit, &found.hit))
    }

    /// The columns of a line.
    fn columns(&self, format: RowFormat) -> Vec<String> {
        let record = &self.record;
        let (lacks, same) = (self.lacks.join("; "), self.same.join("; "));
        let columns: &[&[&str]] = match format {
            RowFormat::Text => &[&[&record.citation, &record.text]],
            RowFormat::Csv => &[&record.fields(), &[self.by, &lacks, &same]],
            _ => &[&record.columns()],
        };
        columns.concat().into_iter().map(str::to_owned).collect()
    }

    fn of_unit(corpus: &'a Corpus, unit: Unit, hit: &Hit) -> Result<Self, ReadError> {
        let cite = |places: &[Place]| {
            let cited = places.iter().map(|&place| corpus.cite(place).to_string());
            cited.collect()
        };
        Record::of(corpus, unit).map(|record| {
            let (spans, best) = hit.spans_and_best(&record.text);
            Self {
                best: best.map_or(0, |span| span.start),
                record,
                score: hit.score,
                by: match hit.by {
                    Match::Citation => "citation",
                    Match::Words => "words",
                    Match::Fuzzy => "fuzzy",
                },
                spans: spans.iter().map(|span| [span.start, span.end]).collect(),
                same: cite(&hit.same),
                like: cite(&hit.like),
                years: hit.years(corpus),
                lacks: hit.lacks.clone(),
                guess: hit.by == Match::Fuzzy,
            }
        })
    }
}
