//! What the other panes list, each row with its place first.

use std::io::{self, Write};

use super::{Dialogue, PAGE, command};
use crate::text::corpus::{DayOrder, TitleWords};
use crate::text::counted::{counted, counted_as};
use crate::text::format::CatalogueEntry;
use crate::text::model::{PassageKind, Place};
use crate::text::typeset::cut;

/// The columns of a row where there is no terminal: enough for the first words of a text.
const ROW: usize = 72;

impl<W: Write> Dialogue<'_, W> {
    pub(super) fn help(&mut self) -> io::Result<()> {
        command::commands()
            .iter()
            .try_for_each(|(typed, help)| self.say(&format!("{typed}, {help}")))
    }

    pub(super) fn outline(&mut self) -> io::Result<()> {
        let (corpus, id) = (self.app.corpus(), self.app.place().resolution);
        let resolution = match corpus.read(id) {
            Ok(resolution) => resolution,
            Err(lost) => return self.say(&lost.to_string()),
        };
        let heading = format!("{}, {}", corpus.symbol(id), size(corpus.entry(id)));
        let mut rows = Vec::new();
        for (index, passage) in resolution.passages.iter().enumerate() {
            // In the open resolution its symbol need not be said.
            let place = corpus.cite(Place::new(id, index)).without_symbol();
            rows.push(match passage.kind {
                PassageKind::Heading { .. } => format!("heading {}", passage.text),
                PassageKind::Rule => continue,
                _ => format!("{place} {}", passage.text),
            });
        }
        self.list(&heading, rows)
    }

    pub(super) fn sessions(&mut self) -> io::Result<()> {
        let corpus = self.app.corpus();
        let heading = counted(corpus.sessions().len(), "session");
        let rows = corpus.sessions().map(|id| {
            let session = corpus.session(id);
            let held = counted(corpus.resolutions_of(id).len(), "resolution");
            let place = session.place.as_deref();
            let place = place.map_or_else(String::new, |place| format!(", {place}"));
            format!("{}, {}{place}, {held}", session.id, session.name)
        });
        self.list(&heading, rows.collect())
    }

    pub(super) fn resolutions(&mut self) -> io::Result<()> {
        let corpus = self.app.corpus();
        let session = corpus.session_of(self.app.place().resolution);
        let resolutions = corpus.resolutions_of(session);
        let held = counted(resolutions.len(), "resolution");
        let heading = format!("{}, {held}", corpus.session(session).id);
        let rows = resolutions.iter().map(|&id| {
            let title = corpus.title_or_topic(id);
            let title = title.map_or_else(String::new, |title| format!(", {title}"));
            let size = size(corpus.entry(id));
            format!("{}{title}, {size}", corpus.symbol(id))
        });
        self.list(&heading, rows.collect())
    }

    /// Lists the resolutions that have these words, the newest first.
    pub(super) fn titles(&mut self, words: &str) -> io::Result<()> {
        let corpus = self.app.corpus();
        let typed = TitleWords::read(words);
        let all = corpus.by_day(DayOrder::Newest);
        let left = all.iter().filter(|&&id| typed.fit(&corpus.title_words(id)));
        let left: Vec<_> = left.copied().collect();
        let heading = format!("{} of {} for {words}", left.len(), all.len());
        let rows = left.into_iter().map(|id| {
            let day = corpus.adopted(id);
            let day = day.map_or_else(String::new, |day| format!(", {day}"));
            format!("{}{day}, {}", corpus.symbol(id), corpus.title_or_words(id))
        });
        self.list(&heading, rows.collect())
    }

    pub(super) fn marks(&mut self) -> io::Result<()> {
        let marks = self.app.marks().to_vec();
        if marks.is_empty() {
            return self.say("no marks yet; `mark` marks a paragraph");
        }
        let rows = marks.iter().enumerate().map(|(position, mark)| {
            let (at, words) = (&mark.at.citation, mark.listed());
            format!("{}, {at} {words}", position + 1)
        });
        self.list(&counted(marks.len(), "mark"), rows.collect())
    }

    /// Keeps a note on the current paragraph; `-` takes it away. Without words it says the one that there is.
    pub(super) fn note(&mut self, words: &str) -> io::Result<()> {
        if words.is_empty() {
            let place = self.app.place();
            let notes = self.app.notes_on(place.index());
            let notes: Vec<String> = notes.map(|note| format!("your note: {note}")).collect();
            if notes.is_empty() {
                return self.say("no note here: `note WORDS` writes one");
            }
            notes.iter().try_for_each(|note| self.say(note))?;
            return self.say("`note -` removes it");
        }
        let note = if words == "-" { "" } else { words };
        if self.app.write_note(self.app.place(), note).is_some() {
            self.memory.keep_marks(&mut self.app);
        }
        self.tell()
    }

    /// Removes a mark by its number in the list.
    pub(super) fn remove(&mut self, number: &str) -> io::Result<()> {
        let marks = self.app.marks();
        let chosen = number
            .parse()
            .ok()
            .and_then(|number: usize| number.checked_sub(1));
        let Some(chosen) = chosen.filter(|&chosen| chosen < marks.len()) else {
            return self.say("write which mark to remove: `marks` lists them with their numbers");
        };
        self.app.remove_mark(chosen);
        self.memory.keep_marks(&mut self.app);
        self.tell()
    }

    /// Prints a heading and the first rows of a list; `more` prints the others.
    pub(super) fn list(&mut self, heading: &str, rows: Vec<String>) -> io::Result<()> {
        self.say(heading)?;
        self.unlisted = rows;
        self.are_whole = false;
        self.print_rows()
    }

    /// The same, each row to its end, however many lines it takes.
    pub(super) fn list_whole(&mut self, heading: &str, rows: Vec<String>) -> io::Result<()> {
        self.say(heading)?;
        self.unlisted = rows;
        self.are_whole = true;
        self.print_rows()
    }

    /// Prints the next rows of the last list.
    pub(super) fn more(&mut self) -> io::Result<()> {
        if self.unlisted.is_empty() {
            return self.say("no list goes on here");
        }
        self.print_rows()
    }

    fn print_rows(&mut self) -> io::Result<()> {
        let left = self.unlisted.split_off(self.unlisted.len().min(PAGE));
        let rows = std::mem::replace(&mut self.unlisted, left);
        for row in rows {
            if self.are_whole {
                self.say(&row)?;
            } else {
                self.cut(&row)?;
            }
        }
        match self.unlisted.len() {
            0 => Ok(()),
            left => self.say(&format!("{left} more; `more` goes on")),
        }
    }

    /// Prints as much of a row as fits.
    pub(super) fn cut(&mut self, row: &str) -> io::Result<()> {
        let width = (self.manner.width)().unwrap_or(ROW);
        self.row(&cut(row, width, "..."))
    }
}

/// `13 preambular and 12 operative paragraphs`.
pub(super) fn size(entry: &CatalogueEntry) -> String {
    let operative = counted(entry.operative, "operative paragraph");
    let annexes = match entry.annexes {
        0 => String::new(),
        annexes => format!(", {}", counted_as(annexes, "annex", "annexes")),
    };
    format!("{} preambular and {operative}{annexes}", entry.preamble)
}
