//! The finder in lines: it goes to the best hit at once, and lists the others when asked.

use std::io::{self, Write};

use super::Dialogue;
use crate::reader::app::Overlay;
use crate::reader::app::action::Action;
use crate::reader::app::overlays::finder::FinderPane;
use crate::search::Subject;

/// Rows of hits that are asked for in each step; `more` prints no more than twice as many.
pub(super) const LISTED: usize = 100;

impl<W: Write> Dialogue<'_, W> {
    pub(super) fn find(&mut self, action: Action, query: &str) -> io::Result<()> {
        if query.is_empty() {
            return self.say("write what to find: `find islamic dev bank`");
        }
        self.need_index();
        self.app.update(action);
        self.app.paste(query);
        self.app.settle();
        if let Some(Overlay::Finder(finder)) = self.app.overlay() {
            let told = match finder.findings().first_lacking() {
                Some((0, lacks)) => format!(
                    "none has all words; {} without {}",
                    counted(finder),
                    lacks.join(", ")
                ),
                _ => counted(finder),
            };
            if finder.findings().found > 0 && finder.refusal().is_none() {
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

    /// Sees to it that something can be found.
    pub(super) fn need_index(&mut self) {
        if !self.app.has_index() {
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
        let (mut heading, mut rows) = (String::new(), Vec::new());
        if let Some(Overlay::Finder(finder)) = self.app.overlay() {
            let (corpus, findings) = (self.app.corpus(), finder.findings());
            heading = format!("{} for {query}", counted(finder));
            rows.extend(findings.hits.iter().map(|hit| match hit.subject {
                Subject::Session(id) => {
                    let session = corpus.session(id);
                    format!("{} {}", session.id, session.name)
                }
                Subject::Resolution(id) => {
                    let title = corpus.title_or_topic(id).unwrap_or_default();
                    format!("{} {title}", corpus.symbol(id))
                }
                Subject::Passage(place) => match corpus.text(place) {
                    Ok(text) => {
                        let others = match hit.others() {
                            0 => String::new(),
                            others => format!(" and {others} more"),
                        };
                        let lacks = match hit.lacks.as_slice() {
                            [] => String::new(),
                            lacks => format!("without {}: ", lacks.join(", ")),
                        };
                        format!("{lacks}{}{others} {text}", corpus.cite(place))
                    }
                    Err(lost) => lost.to_string(),
                },
            }));
        }
        self.app.update(Action::Leave);
        self.list(&heading, rows)
    }
}

/// How many paragraphs are found: those that `next hit` walks. A session or a title that was found has none.
fn counted(finder: &FinderPane) -> String {
    let found = match (finder.count(), finder.findings().found) {
        (0, names @ 1..) => format!("{names} found by name"),
        (count, _) => format!("{count} found"),
    };
    match finder.findings().in_other_languages {
        0 => found,
        others => format!("{found}, {others} in other languages"),
    }
}
