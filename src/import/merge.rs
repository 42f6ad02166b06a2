//! Resolutions under sessions: one session for each id, whatever source has it.

use crate::text::map::Map;
use crate::text::model::{Session, Text, WholeSession};

/// Sessions, each once, in the order they were met.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) sessions: Vec<WholeSession>,
    /// Where each stands, by its id.
    positions: Map<Text, usize>,
}

impl Merged {
    /// The session of this id as it was first described, to put resolutions under it.
    pub(super) fn under(&mut self, session: &Session) -> &mut WholeSession {
        let next = self.sessions.len();
        let at = *self.positions.or_insert(session.id.clone(), next);
        if at == next {
            self.sessions.push(WholeSession {
                session: session.clone(),
                resolutions: Vec::new(),
            });
        }
        &mut self.sessions[at]
    }
}

/// The sessions of several sources: those of one id are one, described as in the first, with the
/// resolutions of all in the order of the sources.
///
/// ```
/// use resolut::import;
/// use resolut::text::model::{Resolution, Session, WholeSession};
///
/// let source = |symbol| WholeSession {
///     session: Session::new("B-1", "Board of Boats", "First Session"),
///     resolutions: vec![Resolution::new(symbol, "en")],
/// };
/// let merged = import::merge([source("1/1"), source("2/1")]);
/// assert_eq!(merged.len(), 1);
/// assert_eq!(&*merged[0].resolutions[1].symbol, "2/1");
/// ```
pub fn merge(sessions: impl IntoIterator<Item = WholeSession>) -> Vec<WholeSession> {
    let mut merged = Merged::default();
    for mut whole in sessions {
        let under = merged.under(&whole.session);
        under.resolutions.append(&mut whole.resolutions);
    }
    merged.sessions
}
