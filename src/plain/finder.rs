//! The finder in lines: it goes to the best hit at once, and lists the others when asked.

use std::io::{self, Write};

use super::Reading;
use crate::app::Overlay;
use crate::app::action::Action;
use crate::search::Subject;

/// Hits that are listed at once.
pub(super) const LISTED: usize = 20;

impl<W: Write> Reading<'_, W> {
    pub(super) fn find(&mut self, action: Action, query: &str) -> io::Result<()> {
        if query.is_empty() {
            return self.say("write what to find: `find islamic dev bank`");
        }
        self.need_index();
        self.app.update(action);
        self.app.paste(query);
        self.app.settle();
        if let Some(Overlay::Finder(finder)) = self.app.overlay() {
            let findings = finder.findings();
            let told = match (findings.found, findings.dropped.as_slice()) {
                (0, _) => None,
                (found, []) => Some(format!("{found} found")),
                (found, dropped) => Some(format!(
                    "none has all words; {found} found without {}",
                    dropped.join(", ")
                )),
            };
            if let Some(told) = told.filter(|_| finder.refusal().is_none()) {
                self.say(&told)?;
            }
        }
        let before = self.app.place();
        self.app.update(Action::Accept);
        // Found is also what is read already.
        if self.app.place() == before && self.app.message().is_none() {
            self.paragraph()?;
        }
        Ok(())
    }

    fn need_index(&mut self) {
        if !self.indexed {
            self.indexed = true;
            self.app.take_index((self.manner.index)());
            self.app.note_indexing(None);
        }
    }

    /// Lists what the last search found, best first.
    pub(super) fn hits(&mut self) -> io::Result<()> {
        let Some(query) = self.app.query().map(str::to_owned) else {
            return self.say("nothing was searched for yet: `find islamic dev bank`");
        };
        self.need_index();
        self.app.update(Action::Find);
        self.app.paste(&query);
        self.app.settle();
        let mut rows = Vec::new();
        if let Some(Overlay::Finder(finder)) = self.app.overlay() {
            let (corpus, findings) = (self.app.corpus(), finder.findings());
            let listed = findings.hits.iter().take(LISTED);
            rows.push(match findings.found {
                found if found > LISTED => {
                    format!("{LISTED} of {found} found for {query}")
                }
                found => format!("{found} found for {query}"),
            });
            rows.extend(listed.map(|hit| match hit.subject {
                Subject::Session(id) => {
                    let session = corpus.session(id);
                    format!("{} {}", session.id, session.name)
                }
                Subject::Resolution(id) => {
                    let title = corpus.title(id).unwrap_or_default();
                    format!("{} {title}", corpus.symbol(id))
                }
                Subject::Passage(place) => match corpus.text(place) {
                    Ok(text) => format!("{} {text}", corpus.cite(place)),
                    Err(lost) => lost.to_string(),
                },
            }));
        }
        self.app.update(Action::Leave);
        rows.iter().try_for_each(|row| self.cut(row))
    }
}
