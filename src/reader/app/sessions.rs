//! The session list: sessions, the newest first, those that are open with their resolutions below.

use std::cmp::Reverse;

use super::list::{Cursor, CursorStep};
use crate::text::corpus::Corpus;
use crate::text::model::{ResolutionId, SessionId};
use crate::text::sorting::sort_by_key;

/// A row of the session list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionRow {
    /// A session.
    Session(SessionId),
    /// A resolution of the session above.
    Resolution(ResolutionId),
}

/// The left pane.
#[derive(Debug, Default)]
pub struct SessionList {
    /// The sessions in the order in which they are listed.
    order: Vec<SessionId>,
    rows: Vec<SessionRow>,
    /// By session.
    unfolded: Vec<bool>,
    cursor: Cursor,
}

impl SessionList {
    /// The list of a corpus, all sessions folded.
    pub fn of(corpus: &Corpus) -> Self {
        let mut order: Vec<_> = corpus.sessions().collect();
        sort_by_key(&mut order, |&id| Reverse(corpus.day_of_session(id)));
        let mut sessions = Self {
            order,
            unfolded: vec![false; corpus.sessions().len()],
            ..Self::default()
        };
        sessions.lay(corpus);
        sessions
    }

    fn lay(&mut self, corpus: &Corpus) {
        self.rows.clear();
        for &id in &self.order {
            self.rows.push(SessionRow::Session(id));
            if self.unfolded[id.0 as usize] {
                let resolutions = corpus.resolutions_of(id).iter();
                self.rows
                    .extend(resolutions.copied().map(SessionRow::Resolution));
            }
        }
    }

    /// Lists the versions that are shown now, which are as many as before.
    pub fn turn(&mut self, corpus: &Corpus) {
        self.lay(corpus);
    }

    /// Selects a resolution and unfolds its session; `height` rows are in sight.
    pub fn select(&mut self, corpus: &Corpus, resolution: ResolutionId, height: usize) {
        let session = corpus.session_of(resolution);
        let resolution = corpus.shown(resolution);
        if !self.is_unfolded(session) {
            self.unfolded[session.0 as usize] = true;
            self.lay(corpus);
        }
        let row = self
            .rows
            .iter()
            .position(|row| *row == SessionRow::Resolution(resolution));
        self.cursor
            .select(row.unwrap_or(0), self.rows.len(), height);
        self.leave_room(height);
    }

    /// Has the selected row stand below the first one in sight, where the session of both is drawn.
    fn leave_room(&mut self, height: usize) {
        let Cursor { at, top } = self.cursor;
        if at == top && height > 1 && matches!(self.rows.get(at), Some(SessionRow::Resolution(_))) {
            self.cursor.top -= 1;
        }
    }

    /// Folds or unfolds the selected session, of which as much comes into sight as `height` rows show.
    pub fn toggle(&mut self, corpus: &Corpus, session: SessionId, height: usize) {
        let at = self.cursor.at;
        let mut last = at;
        let unfolds = !self.is_unfolded(session);
        self.unfolded[session.0 as usize] = unfolds;
        if unfolds {
            last += corpus.resolutions_of(session).len();
        }
        self.lay(corpus);
        self.cursor.top = self
            .cursor
            .top
            .max((last + 1).saturating_sub(height))
            .min(at);
        self.resize(height);
    }

    /// Moves the selection.
    pub fn step(&mut self, step: CursorStep, height: usize) {
        self.cursor.step(step, self.rows.len(), height);
        self.leave_room(height);
    }

    /// Selects a row in sight, counted from the first; where there is none the selection stays.
    pub fn put(&mut self, row: usize, height: usize) {
        let at = self.cursor.top + row;
        // In the place of what is listed first its session is drawn.
        let above = self.rows.get(..=at).unwrap_or_default().iter().rev();
        let to_session = match self.rows.get(at) {
            Some(SessionRow::Resolution(_)) if row == 0 && self.cursor.at > at => above
                .take_while(|row| matches!(row, SessionRow::Resolution(_)))
                .count(),
            Some(_) => 0,
            None => return,
        };
        self.cursor.select(at - to_session, self.rows.len(), height);
        self.leave_room(height);
    }

    /// Scrolls by rows, down if positive; what is selected stays in sight.
    pub fn scroll(&mut self, rows: isize, height: usize) {
        self.cursor.scroll(rows, self.rows.len(), height);
        self.leave_room(height);
    }

    /// Keeps the selected row in sight of `height` rows.
    pub fn resize(&mut self, height: usize) {
        self.cursor.select(self.cursor.at, self.rows.len(), height);
        self.leave_room(height);
    }

    /// What is selected; none in an empty corpus.
    pub fn selected(&self) -> Option<SessionRow> {
        self.rows.get(self.cursor.at).copied()
    }

    /// True if the resolutions of a session are listed.
    pub fn is_unfolded(&self, session: SessionId) -> bool {
        self.unfolded[session.0 as usize]
    }

    /// All rows.
    pub fn rows(&self) -> &[SessionRow] {
        &self.rows
    }

    /// The selected row and the first in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }
}
