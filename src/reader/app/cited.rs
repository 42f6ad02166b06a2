//! Going to what a citation names, and quoting it: a paragraph, or several at once.
//!
//! Where several are cited, the reader stands at the first. All of them have a sign in the margin and are
//! quoted together, as long as the current paragraph is one of them. A quotation has its controls made visible
//! paragraph by paragraph: a line end between two of them is ours, one within is the corpus's.

use super::App;
use super::action::Effect;
use super::overlays::prompt::Prompt;
use crate::reader::app::text_pane::TextPane;
use crate::text::corpus::{CitationError, ReadError, Resolved};
use crate::text::model::Place;
use crate::text::visible::visible;

impl App<'_> {
    /// The place that the prompt cites as it stands, or why that leads nowhere; none where it is no
    /// citation yet.
    pub fn cited(&self, prompt: &Prompt) -> Option<Result<Place, String>> {
        let open = Some(self.place.resolution);
        match self.corpus.read_citation(prompt.text(), open) {
            Ok(resolved) => Some(Ok(resolved.beginning())),
            Err(CitationError::Resolve(error)) => Some(Err(error.to_string())),
            Err(CitationError::Parse(_)) => None,
        }
    }

    /// Goes to a cited place; one that does not exist is said and moves nothing.
    pub fn go_to(&mut self, typed: &str) {
        match self
            .corpus
            .read_citation(typed, Some(self.place.resolution))
        {
            Ok(resolved) => {
                self.jump(resolved.beginning());
                self.choose(resolved);
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    /// Goes to one of the places that a citation names, from a list of them.
    pub(super) fn jump_to_cited(&mut self, place: Place, typed: &str) {
        let open = Some(self.place.resolution);
        self.jump(place);
        if let Ok(resolved) = self.corpus.read_citation(typed, open) {
            self.choose(resolved);
            self.leave_cited();
        }
    }

    /// Stands at what was cited when the reader was opened.
    pub fn begin_at(&mut self, resolved: Resolved) {
        self.journey += 1;
        self.show(resolved.beginning(), TextPane::jump);
        self.choose(resolved);
    }

    /// Keeps what is cited together, and says how many paragraphs that are; of a single one nothing.
    pub(super) fn choose(&mut self, resolved: Resolved) {
        let count = resolved.units(&self.open).len();
        self.cited = None;
        if count > 1 {
            let citation = self.corpus.cite_all(&resolved);
            self.note(format!("{count} cited, y copies all: {citation}"));
            self.cited = Some(resolved);
        }
    }

    /// Forgets what was cited together once the current passage is none of it.
    pub(super) fn leave_cited(&mut self) {
        let here = self.place;
        let holds = |cited: &Resolved| {
            let passages = &cited.passages;
            cited.resolution == here.resolution
                && passages.iter().any(|range| range.contains(&here.index()))
        };
        self.cited = self.cited.take().filter(holds);
    }

    /// True if a passage of the open resolution is one of several that were cited.
    pub fn is_cited(&self, passage: usize) -> bool {
        let cited = self.cited.iter().flat_map(|cited| &cited.passages);
        cited.into_iter().any(|range| range.contains(&passage))
    }

    /// Copies the citation of the current paragraph, or of all that were cited.
    pub(super) fn copy_citation(&self) -> Effect {
        let citation = self.citation();
        Effect::Copy {
            text: citation.clone(),
            name: citation,
        }
    }

    /// Copies the current paragraph with its citation; or all that were cited, one below the other, each
    /// with its number, and one citation of them.
    pub(super) fn copy_cited(&mut self) -> Option<Effect> {
        let text = self.cited_text();
        self.copied(&self.citation(), text)
    }

    /// Copies a paragraph with its citation.
    pub(super) fn copy_paragraph(&mut self, place: Place) -> Option<Effect> {
        let citation = visible(&self.corpus.cite(place).to_string()).into_owned();
        let text = self.corpus.text(place);
        self.copied(&citation, text.map(|text| visible(&text).into_owned()))
    }

    /// What stands in place of a text that can't be read is not to be quoted.
    fn copied(&mut self, citation: &str, text: Result<String, ReadError>) -> Option<Effect> {
        match text {
            Err(lost) => self.refuse(lost.to_string()),
            Ok(text) if text.is_empty() => self.refuse(format!("{citation} has no text")),
            Ok(text) => {
                return Some(Effect::Copy {
                    text: format!("{text} ({citation})"),
                    name: format!("{citation} with its text"),
                });
            }
        }
        None
    }

    fn citation(&self) -> String {
        let cited = self.cited.as_ref();
        let several = cited.map(|cited| self.corpus.cite_all(cited));
        let citation = several.unwrap_or_else(|| self.corpus.cite(self.place));
        visible(&citation.to_string()).into_owned()
    }

    fn cited_text(&self) -> Result<String, ReadError> {
        let Some(cited) = &self.cited else {
            let text = self.corpus.text(self.place)?;
            return Ok(visible(&text).into_owned());
        };
        let resolution = self.corpus.read(cited.resolution)?;
        let units = cited.units(&resolution).into_iter();
        let lines = units.map(|unit| {
            let text = resolution.unit_text(unit);
            let line = match &resolution.passages[unit].number {
                Some(number) => format!("{number} {text}"),
                None => text.into_owned(),
            };
            visible(&line).into_owned()
        });
        Ok(lines.collect::<Vec<_>>().join("\n"))
    }
}
