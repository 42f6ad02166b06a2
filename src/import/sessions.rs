//! Resolutions → sessions, each under the one its opening names.
//!
//! Where the opening names none, the session is one already read or is made from the symbol, the organ
//! or the name of the file; once told as a doubt.

use super::merge::Merged;
use super::report::Report;
use super::{Options, front};
use crate::import::pdf_text::head::labels;
use crate::import::pdf_text::{headings, opening};
use crate::text::map::Set;
use crate::text::model::{Resolution, Session, Text, WholeSession};

/// The sessions of a source, in the order of print.
#[derive(Default)]
pub(super) struct Sessions {
    read: Merged,
    symbols: Set<Text>,
    /// Ids of the sessions that no opening named.
    made: Set<Text>,
}

impl Sessions {
    /// Puts a resolution under its session.
    pub(super) fn add(
        &mut self,
        resolution: Resolution,
        options: &Options<'_>,
        report: &mut Report,
    ) {
        let lines = resolution.source.as_ref().and_then(|source| source.lines);
        let line = lines.map_or(1, |[first, _]| first);
        let symbol = resolution.symbol.clone();
        let session = self.session(&resolution, options, line, report);
        let under = self.read.under(&session);
        if under.session != session {
            let first = under.resolutions.first().map_or("", |first| &first.symbol);
            let message = format!("{symbol} describes its session otherwise than {first}");
            report.doubt(line, message);
        }
        under.resolutions.push(resolution);
        if !self.symbols.insert(symbol.clone()) {
            let message = format!("{symbol} stands in the source twice; both are kept");
            report.doubt(line, message);
        }
    }

    /// The sessions with their resolutions.
    pub(super) fn finish(self) -> Vec<WholeSession> {
        self.read.sessions
    }

    fn session(
        &mut self,
        resolution: &Resolution,
        options: &Options<'_>,
        line: u32,
        report: &mut Report,
    ) -> Session {
        if let Some(given) = given(resolution, options) {
            return given;
        }
        let opening = resolution.opening().unwrap_or_default();
        let symbol = &resolution.symbol;
        let number = headings::session_number(symbol);
        if let Some(read) = opening::session(opening) {
            if number.is_some_and(|number| number != read.number) {
                let message = format!("{symbol} was adopted at session {}", read.number);
                report.doubt(line, message);
            }
            return read.session;
        }
        let organ = opening::organ(opening).or_else(|| labels::organ(&resolution.headings));
        let organ = organ.as_deref();
        let session = number
            .and_then(|number| self.numbered(number, organ))
            .unwrap_or_else(|| made(organ, number, headings::year(symbol), options));
        if self.made.insert(session.id.clone()) {
            let id = &session.id;
            let message = format!("the opening of {symbol} names no session; put in `{id}`");
            report.doubt(line, message);
        }
        session
    }

    /// The session of a number that was already read, if its organ agrees.
    fn numbered(&self, number: u32, organ: Option<&str>) -> Option<Session> {
        let ends = format!("-{number}");
        let same = |session: &&Session| {
            session.id.ends_with(&ends) && organ.is_none_or(|organ| session.organ.ends_with(organ))
        };
        let mut sessions = self.read.sessions.iter().map(|whole| &whole.session);
        sessions.find(same).cloned()
    }
}

/// The session whose organ or name is given; the other as the opening has it.
fn given(resolution: &Resolution, options: &Options<'_>) -> Option<Session> {
    let (organ, name) = (options.front.organ(), options.front.session());
    if organ.is_none() && name.is_none() {
        return None;
    }
    let opening = resolution.opening().unwrap_or_default();
    let read = opening::session(opening).map(|read| (read.number, read.session));
    let printed = read.as_ref().map(|(_, session)| &*session.organ);
    let opened = opening::organ(opening).or_else(|| labels::organ(&resolution.headings));
    let organ = organ.as_deref().or(printed).or(opened.as_deref());
    let symbol = &resolution.symbol;
    let number = match &name {
        Some(name) => opening::ordinal(name),
        None => read.as_ref().map(|(number, _)| *number),
    };
    let number = number.or(headings::session_number(symbol).filter(|_| name.is_none()));
    let mut session = made(organ, number, headings::year(symbol), options);
    if let Some((_, read)) = read.filter(|_| name.is_none()) {
        session.name = read.name;
    }
    if let Some(name) = name.filter(|name| name.parse::<u32>().is_err()) {
        session.name = name.into();
    }
    Some(session)
}

/// A session made from what is known of a resolution.
fn made(
    organ: Option<&str>,
    number: Option<u32>,
    year: Option<u32>,
    options: &Options<'_>,
) -> Session {
    let stem = front::stem(options.file_name);
    let initials = organ.map(opening::initials).unwrap_or_default();
    let prefix = if initials.is_empty() { stem } else { &initials };
    let (id, name) = match (number, year) {
        (Some(number), _) => (format!("{prefix}-{number}"), format!("Session {number}")),
        (None, Some(year)) => (format!("{prefix}-{year}"), year.to_string()),
        (None, None) => (prefix.to_owned(), stem.to_owned()),
    };
    let organ = organ.map_or("unknown organ".to_owned(), opening::with_organisation);
    Session::new(id, organ, name)
}
