//! `resolut actions`: who is asked to do what by when, an act a row.
//!
//! | field | what it says |
//! |---|---|
//! | `citation` | the paragraph, or the point where a point does it |
//! | `act` | which act of the paragraph it is, from 1 |
//! | `verb` | in the third person, without adverbs |
//! | `addressees` | who is asked, as printed |
//! | `report` | true where the organ or a committee of it is to be told something |
//! | `itself` | true where the organ itself is to do it |
//! | `due` | by when: `2005-06-15`, `--06-15` where no year is printed, `within 45 days` of the adoption, `every 6 months`, `occasion`, `regularly` |
//! | `due_printed` | the words that say so |
//! | `due_date` | the days that follow from these and the day of adoption |
//! | `words` | the clause |

mod calendar;

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use super::readable;
use crate::analysis::actions::{self, Act, Due};
use crate::analysis::is_read;
use crate::cli::args::choices::{ActionFormat, RowFormat};
use crate::cli::args::table::ActionsArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::record::Unit;
use crate::cli::output::rows::Rows;
use crate::cli::output::sheet::{Head, Highlighted};
use crate::cli::report::{errors, note};
use crate::cli::{locate, show};
use crate::search::{ListedActs, NotedAct, RowQuery};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::counted::counted_as;
use crate::text::model::{Place, ResolutionId};

/// The columns of a table.
const COLUMNS: [&str; 8] = [
    "citation",
    "act",
    "verb",
    "addressees",
    "report",
    "due",
    "due_date",
    "words",
];

#[derive(Serialize)]
struct ActRecord {
    /// Empty until it is known that it will be printed.
    citation: String,
    act: usize,
    verb: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    addressees: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    report: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    itself: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    due: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    due_printed: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    due_date: Vec<String>,
    words: String,
    #[serde(skip)]
    place: Place,
    /// The days, each with the words that say so.
    #[serde(skip)]
    dated: Vec<(String, String)>,
    #[serde(skip)]
    recurs: bool,
}

/// Prints the acts that are asked for.
pub(in crate::cli) fn run(
    asked: &ActionsArgs,
    corpus: &Corpus,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let (whole, cited, refused) = asked_for(&asked.of, corpus)?;
    let mut found = Vec::new();
    let whole = whole.iter().map(|&id| Unit::all_of(corpus, id));
    for units in whole.chain([Ok(cited)]) {
        ActRecord::add(corpus, &units?, &mut found)?;
    }
    let absent = narrow(&mut found, asked);
    for act in &mut found {
        act.citation = corpus.cite(act.place).to_string();
    }
    for absent in &absent {
        note(absent);
    }
    if found.is_empty() && refused.is_empty() {
        if absent.is_empty() {
            note("no such act there");
        }
        return Ok(Outcome::Nothing);
    }
    print(&found, asked.format, out)?;
    out.finish()?;
    Ok(errors(&refused))
}

/// What is asked for: the English texts of sessions, the units that are cited, and the errors of what names nothing.
/// Without any name, the English texts of all sessions.
fn asked_for(
    of: &[String],
    corpus: &Corpus,
) -> Result<(Vec<ResolutionId>, Vec<Unit>, Vec<anyhow::Error>)> {
    let (mut sessions, mut citations) = (Vec::new(), Vec::new());
    for name in of {
        match locate::session(corpus, name) {
            Some(session) => sessions.push(session),
            None => citations.push(name.clone()),
        }
    }
    if of.is_empty() {
        sessions.extend(corpus.sessions());
    }
    let whole = sessions.iter().flat_map(|&id| corpus.resolutions_of(id));
    let whole = whole.copied().filter(|&id| is_read(corpus, id)).collect();
    let (cited, refused) = show::parted(&citations, corpus, locate::units)?;
    for unit in &cited {
        readable(corpus, unit.resolution())?;
    }
    Ok((whole, cited, refused))
}

/// Leaves the acts that are asked for; returns what is said of options that name nothing.
fn narrow(found: &mut Vec<ActRecord>, asked: &ActionsArgs) -> Vec<String> {
    let days = asked.due.as_deref().filter(|days| !days.is_empty());
    let noted: Vec<_> = found.iter().map(ActRecord::noted).collect();
    let query = RowQuery::read(&(asked.asks.query(days) + " "));
    let acts = ListedActs::of(noted.iter());
    let (are_asked, absent) = acts.asked(&query);
    let is_any_time = asked.due.is_none();
    let fits = |record: &ActRecord| {
        (!asked.report || record.report) && (is_any_time || !record.due.is_empty())
    };
    let recurs = |row: usize| found[row].recurs && fits(&found[row]);
    match query.recurring(&are_asked, recurs, |query| acts.asked(query).0) {
        0 => {}
        more => {
            let more = counted_as(more, "more act recurs", "more acts recur");
            note(&(more + " without a day"));
        }
    }
    let mut are_asked = are_asked.into_iter();
    found.retain(|record| are_asked.next() == Some(true) && fits(record));
    absent
}

fn print(found: &[ActRecord], format: ActionFormat, out: &mut Output<impl Write>) -> Result<()> {
    let Some(rows) = format.rows() else {
        return calendar::write(found, out);
    };
    if let (RowFormat::Text, Some(width)) = (rows, out.manner.width) {
        for record in found {
            let head = Head::name(&record.citation, 0, out.manner);
            out.hung(&head, Highlighted::plain(&record.line()), width)?;
        }
        return Ok(());
    }
    let mut printed = Rows::new(&COLUMNS);
    for record in found {
        let columns = match rows {
            RowFormat::Text => vec![record.citation.clone(), record.line()],
            _ => record.columns(),
        };
        printed.push(record, columns);
    }
    printed.write(rows, out)
}

impl ActRecord {
    /// Adds the acts of some units.
    fn add(corpus: &Corpus, units: &[Unit], all: &mut Vec<Self>) -> Result<(), ReadError> {
        for unit in units {
            let Unit::Passage(place) = unit else {
                continue;
            };
            let resolution = corpus.read(place.resolution)?;
            let acts = actions::of(&resolution, place.index());
            if acts.is_empty() {
                continue;
            }
            let text = resolution.unit_text(place.index());
            let adopted = corpus.adopted_on(place.resolution);
            all.extend(acts.iter().zip(1..).map(|((passage, act), number)| {
                let at = Place::new(place.resolution, *passage);
                Self::of(act, number, &text, adopted, at)
            }));
        }
        Ok(())
    }

    fn of(act: &Act, number: usize, text: &str, adopted: Option<&str>, place: Place) -> Self {
        let words =
            |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
        let day =
            |(range, due): &(std::ops::Range<usize>, Due)| Some((due.day(adopted)?, words(range)));
        let dated: Vec<_> = act.due.iter().filter_map(day).collect();
        Self {
            citation: String::new(),
            place,
            act: number,
            verb: act.verb.clone(),
            addressees: act.addressees.iter().map(words).collect(),
            report: act.is_report,
            itself: act.is_own,
            due: act.due.iter().map(|(_, due)| due.to_string()).collect(),
            due_printed: act.due.iter().map(|(range, _)| words(range)).collect(),
            due_date: dated.iter().map(|(day, _)| day.clone()).collect(),
            dated,
            words: words(&act.range),
            recurs: act.due.iter().any(|(_, due)| due.recurs()),
        }
    }

    /// What a query can ask of it for.
    fn noted(&self) -> NotedAct {
        NotedAct {
            paragraph: 0,
            verb: self.verb.clone(),
            addressees: self.addressees.clone(),
            is_report: self.report,
            due: self.due_printed.clone(),
            days: self.due_date.clone(),
        }
    }

    /// A line for people: verb, addressees and when; then the clause.
    fn line(&self) -> String {
        let mut line = self.verb.clone();
        if !self.addressees.is_empty() {
            line = [&*line, " ", &self.addressees.join(", ")].concat();
        }
        if self.report {
            line.push_str(" [report]");
        }
        for due in &self.due_printed {
            line = [&*line, " [", due, "]"].concat();
        }
        [&*line, ": ", &self.words].concat()
    }

    fn columns(&self) -> Vec<String> {
        vec![
            self.citation.clone(),
            self.act.to_string(),
            self.verb.clone(),
            self.addressees.join(" + "),
            if self.report { "yes" } else { "no" }.to_owned(),
            self.due.join(","),
            self.due_date.join(","),
            self.words.clone(),
        ]
    }
}
