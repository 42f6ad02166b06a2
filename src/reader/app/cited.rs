//! Going to what a citation names, and quoting it: a paragraph, or several at once.
//!
//! Where several are cited, the reader stands at the first. All of them have a sign in the margin and are
//! quoted together, as long as the current paragraph is one of them. A range that is begun with a key cites all from
//! there to the current paragraph.

use super::App;
use super::action::Effect;
use super::overlays::prompt::Prompt;
use crate::export::{Quotation, QuoteStyle, quote};
use crate::reader::app::text_pane::TextPane;
use crate::text::corpus::{CitationError, Resolved};
use crate::text::counted::counted;
use crate::text::model::Place;
use crate::text::visible::visible;

impl App<'_> {
    /// What the prompt cites as it stands, or why that leads nowhere; none where it is no citation yet.
    pub fn cited(&self, prompt: &Prompt) -> Option<Result<Resolved, String>> {
        let open = Some(self.place.resolution);
        match self.corpus.read_citation(prompt.text(), open) {
            Ok(resolved) => Some(Ok(resolved)),
            Err(CitationError::Resolve(error)) => Some(Err(error.to_string())),
            Err(CitationError::Parse(_)) => None,
        }
    }

    /// Goes to a cited place, or to a part or heading of the open resolution by its name; one that does not exist
    /// is said and moves nothing.
    pub fn go_to(&mut self, typed: &str) {
        match self
            .corpus
            .read_citation(typed, Some(self.place.resolution))
        {
            Ok(resolved) => {
                self.jump(resolved.beginning());
                self.choose(resolved);
            }
            Err(error) => match self.outline.named(typed, &self.open) {
                Some(there) => self.jump(Place::new(self.place.resolution, there)),
                None => self.refuse(error.to_string()),
            },
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
            self.note(format!("{count} cited, y copies, e quotes: {citation}"));
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

    /// Copies the current paragraph, or all that were cited, as a quotation in the style that was chosen.
    pub(super) fn copy_cited(&mut self) -> Option<Effect> {
        self.range = None;
        match self.quoted() {
            Some(cited) => self.copy_quoted(&cited),
            None => self.copy_text(self.place),
        }
    }

    /// Copies a paragraph as a quotation in the style that was chosen.
    pub(super) fn copy_paragraph(&mut self, place: Place) -> Option<Effect> {
        match self.quoted_at(place) {
            Some(cited) => self.copy_quoted(&cited),
            None => self.copy_text(place),
        }
    }

    /// What is to be quoted: what was cited together, or the current paragraph. None where that is none.
    pub(super) fn quoted(&self) -> Option<Resolved> {
        self.cited.clone().or_else(|| self.quoted_at(self.place))
    }

    fn quoted_at(&self, place: Place) -> Option<Resolved> {
        let resolution = self.corpus.read(place.resolution).ok()?;
        let passage = resolution.passages.get(place.index())?;
        passage.is_text().then(|| Resolved {
            resolution: place.resolution,
            passages: vec![resolution.unit(place.index())],
        })
    }

    fn copy_quoted(&mut self, cited: &Resolved) -> Option<Effect> {
        match quote(self.quote_style, cited, self.corpus) {
            Ok(Some(quotation)) => return Some(self.sent(quotation, cited)),
            Ok(None) => {
                let (style, symbol) = (
                    self.quote_style.name(),
                    self.corpus.symbol(cited.resolution),
                );
                self.refuse(format!(
                    "{style} has no form for {symbol}: press e for another style"
                ));
            }
            Err(lost) => self.refuse(lost.to_string()),
        }
        None
    }

    /// A quotation on its way to the clipboard.
    pub(super) fn sent(&self, quotation: Quotation, cited: &Resolved) -> Effect {
        let citation = self.corpus.cite_all(cited).to_string();
        let citation = visible(&citation);
        let name = match quotation.style {
            QuoteStyle::Citation => citation.into_owned(),
            QuoteStyle::Plain => format!("{citation} with its text"),
            style => format!("{citation} with its text, as {}", style.name()),
        };
        Effect::Copy {
            text: quotation.text,
            name,
        }
    }

    /// Copies what is no paragraph. What stands in place of a text that can't be read is not to be quoted.
    fn copy_text(&mut self, place: Place) -> Option<Effect> {
        let citation = visible(&self.corpus.cite(place).to_string()).into_owned();
        match self.corpus.text(place) {
            Err(lost) => self.refuse(lost.to_string()),
            Ok(text) if text.is_empty() => self.refuse(format!("{citation} has no text")),
            Ok(text) => {
                return Some(Effect::Copy {
                    text: format!("{} ({citation})", visible(&text)),
                    name: format!("{citation} with its text"),
                });
            }
        }
        None
    }

    /// Quotes in a style from now on.
    pub fn choose_quote_style(&mut self, style: QuoteStyle) {
        if self.quote_style != style {
            self.quote_style = style;
            // The choice is kept as a place is.
            self.journey += 1;
        }
    }

    fn citation(&self) -> String {
        let cited = self.cited.as_ref();
        let several = cited.map(|cited| self.corpus.cite_all(cited));
        let citation = several.unwrap_or_else(|| self.corpus.cite(self.place));
        visible(&citation.to_string()).into_owned()
    }

    /// Begins a range at the current paragraph, or leaves it.
    pub(super) fn toggle_range(&mut self) {
        if self.range.take().is_some() {
            self.cited = None;
            return;
        }
        self.range = Some(self.open.paragraph_of(self.place.index()));
        self.extend_range();
        self.note("a range: j and k extend it, y copies it, v leaves it");
    }

    /// Whether a range may go on to a passage: it ends with its part. That is said.
    pub(super) fn range_holds(&mut self, passage: usize) -> bool {
        let part = |passage: usize| self.open.passages.get(passage).map(|one| one.part);
        let holds = self.range.is_none_or(|first| part(first) == part(passage));
        if !holds {
            self.refuse("a range ends with its part: y copies it, v leaves it");
        }
        holds
    }

    /// Cites all from where a range was begun to the current paragraph.
    pub(super) fn extend_range(&mut self) {
        let Some(first) = self.range else {
            return;
        };
        let here = self.open.paragraph_of(self.place.index());
        let last = self.open.unit(first.max(here)).end;
        let all = first.min(here)..last;
        let cited = Resolved {
            resolution: self.place.resolution,
            passages: vec![all],
        };
        let count = cited.units(&self.open).len();
        let citation = self.corpus.cite_all(&cited);
        let count = counted(count, "paragraph");
        self.note(format!("{count}, y copies, e quotes: {citation}"));
        self.cited = Some(cited);
    }
}
