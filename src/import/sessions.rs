//! Resolutions → sessions, each under the one its opening names.

use super::report::Report;
use super::{Options, headings, opening};
use crate::format::{Resolution, Session};

/// The sessions of a source, in the order of print.
#[derive(Default)]
pub(super) struct Sessions(pub(super) Vec<Session<'static>>);

impl Sessions {
    pub(super) fn add(
        &mut self,
        resolution: Resolution<'static>,
        options: &Options<'_>,
        report: &mut Report,
    ) {
        let line = resolution.source.as_ref().and_then(|source| source.lines);
        let line = line.map_or(1, |[first, _]| first);
        let opening = resolution.opening.as_ref().map_or("", |opening| &opening.0);
        let symbol = resolution.symbol.0.to_string();
        let number = headings::session_number(&symbol);
        let session = if let Some(read) = opening::session(opening) {
            if number.is_some_and(|number| number != read.number) {
                let message = format!("{symbol} does not name session {}", read.number);
                report.doubt(line, message);
            }
            read.session
        } else {
            let session = self.unread(opening, number, options);
            let message = format!(
                "the opening of {symbol} names no session; put in `{}`",
                session.id.0
            );
            report.doubt(line, message);
            session
        };
        if self
            .0
            .iter()
            .flat_map(|s| &s.resolutions)
            .any(|r| r.symbol.0 == symbol)
        {
            report.doubt(
                line,
                format!("{symbol} is in the source twice; both are kept"),
            );
        }
        let position = self.0.iter().position(|known| known.id == session.id);
        let at = position.unwrap_or(self.0.len());
        if position.is_none() {
            self.0.push(session);
        } else if (Session {
            resolutions: vec![],
            ..self.0[at].clone()
        }) != session
        {
            let message =
                format!("{symbol} opens otherwise than the first resolution of its session");
            report.doubt(line, message);
        }
        self.0[at].resolutions.push(resolution);
    }

    /// The session of a resolution whose opening names none: one already read, or one made from symbol,
    /// organ and file name.
    fn unread(
        &self,
        opening: &str,
        number: Option<u32>,
        options: &Options<'_>,
    ) -> Session<'static> {
        let read = number.and_then(|number| {
            let ends = format!("-{number}");
            self.0.iter().find(|session| session.id.0.ends_with(&ends))
        });
        if let Some(session) = read {
            return Session {
                resolutions: vec![],
                ..session.clone()
            };
        }
        let stem = options
            .file_name
            .rsplit_once('.')
            .map_or(options.file_name, |(stem, _)| stem);
        let organ = opening::organ(opening);
        let prefix = organ
            .map(opening::initials)
            .filter(|initials| !initials.is_empty());
        let prefix = prefix.unwrap_or_else(|| stem.to_owned());
        let (id, name) = match number {
            Some(number) => (format!("{prefix}-{number}"), format!("Session {number}")),
            None => (prefix, stem.to_owned()),
        };
        Session {
            id: id.into(),
            organ: organ
                .map_or("unknown organ".to_owned(), opening::with_organisation)
                .into(),
            name: name.into(),
            theme: None,
            place: None,
            dates: None,
            resolutions: vec![],
        }
    }
}
