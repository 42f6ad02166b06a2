//! Resolutions → sessions, each under the one its opening names.
//!
//! Where the opening names none, the session is one already read or is made from the symbol, the organ
//! or the name of the file; once told as a doubt.

use std::collections::{HashMap, HashSet};

use super::Options;
use super::report::Report;
use crate::import::pdf_text::{headings, opening};
use crate::text::format::{Resolution, Session};

/// The sessions of a source, in the order of print.
#[derive(Default)]
pub(super) struct Sessions {
    /// Each without its resolutions, and these.
    read: Vec<(Session<'static>, Vec<Resolution<'static>>)>,
    /// Where each stands, by its id.
    positions: HashMap<String, usize>,
    symbols: HashSet<String>,
    /// Ids of the sessions that no opening named.
    made: HashSet<String>,
}

impl Sessions {
    /// Puts a resolution under its session.
    pub(super) fn add(
        &mut self,
        resolution: Resolution<'static>,
        options: &Options<'_>,
        report: &mut Report,
    ) {
        let lines = resolution.source.as_ref().and_then(|source| source.lines);
        let line = lines.map_or(1, |[first, _]| first);
        let symbol = resolution.symbol.0.to_string();
        let session = self.session(&resolution, options, line, report);
        let next = self.read.len();
        let at = *self
            .positions
            .entry(session.id.0.to_string())
            .or_insert(next);
        if at == next {
            self.read.push((session, vec![]));
        } else if self.read[at].0 != session {
            let first = self.read[at].1.first().map_or("", |first| &first.symbol.0);
            let message = format!("{symbol} describes its session otherwise than {first}");
            report.doubt(line, message);
        }
        if !self.symbols.insert(symbol.clone()) {
            let message = format!("{symbol} stands in the source twice; both are kept");
            report.doubt(line, message);
        }
        self.read[at].1.push(resolution);
    }

    /// The sessions with their resolutions.
    pub(super) fn finish(self) -> Vec<Session<'static>> {
        let sessions = self.read.into_iter();
        let whole = sessions.map(|(session, resolutions)| Session {
            resolutions,
            ..session
        });
        whole.collect()
    }

    fn session(
        &mut self,
        resolution: &Resolution<'_>,
        options: &Options<'_>,
        line: u32,
        report: &mut Report,
    ) -> Session<'static> {
        let opening = resolution.opening.as_ref().map_or("", |opening| &opening.0);
        let symbol = &resolution.symbol.0;
        let number = headings::session_number(symbol);
        if let Some(read) = opening::session(opening) {
            if number.is_some_and(|number| number != read.number) {
                let message = format!("{symbol} was adopted at session {}", read.number);
                report.doubt(line, message);
            }
            return read.session;
        }
        let organ = opening::organ(opening);
        let session = number
            .and_then(|number| self.numbered(number, organ))
            .unwrap_or_else(|| made(organ, number, headings::year(symbol), options));
        if self.made.insert(session.id.0.to_string()) {
            let id = &session.id.0;
            let message = format!("the opening of {symbol} names no session; put in `{id}`");
            report.doubt(line, message);
        }
        session
    }

    /// The session of a number that was already read, if its organ agrees.
    fn numbered(&self, number: u32, organ: Option<&str>) -> Option<Session<'static>> {
        let ends = format!("-{number}");
        let mut sessions = self.read.iter().map(|(session, _)| session);
        let same = |session: &&Session<'_>| {
            session.id.0.ends_with(&ends)
                && organ.is_none_or(|organ| session.organ.0.ends_with(organ))
        };
        sessions.find(same).cloned()
    }
}

/// A session made from what is known of a resolution.
fn made(
    organ: Option<&str>,
    number: Option<u32>,
    year: Option<u32>,
    options: &Options<'_>,
) -> Session<'static> {
    let file = options.file_name;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let initials = organ.map(opening::initials).unwrap_or_default();
    let prefix = if initials.is_empty() { stem } else { &initials };
    let (id, name) = match (number, year) {
        (Some(number), _) => (format!("{prefix}-{number}"), format!("Session {number}")),
        (None, Some(year)) => (format!("{prefix}-{year}"), year.to_string()),
        (None, None) => (prefix.to_owned(), stem.to_owned()),
    };
    let organ = organ.map_or("unknown organ".to_owned(), opening::with_organisation);
    Session {
        id: id.into(),
        organ: organ.into(),
        name: name.into(),
        theme: None,
        place: None,
        dates: None,
        resolutions: vec![],
    }
}
