//! What panes and lines may see of the state.

use super::outline::Outline;
use super::overlays::asked::AskedLine;
use super::sessions::SessionList;
use super::spans::Spans;
use super::text_pane::TextPane;
use super::view::{Layout, Viewport};
use super::{App, Message, Overlay, Pane};
use crate::reader::keep::Mark;
use crate::text::corpus::Corpus;
use crate::text::model::{Passage, Place, Resolution};

impl<'c> App<'c> {
    /// The corpus that is read.
    pub fn corpus(&self) -> &'c Corpus {
        self.corpus
    }

    /// The resolution that is open.
    pub fn resolution(&self) -> &Resolution {
        &self.open
    }

    /// The current passage.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The current passage itself; none in a resolution without text.
    pub fn passage(&self) -> Option<&Passage> {
        self.resolution().passages.get(self.place.index())
    }

    /// The pane that the keys move in.
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// True if the text has the screen to itself.
    pub fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    /// The left pane.
    pub fn sessions(&self) -> &SessionList {
        &self.sessions
    }

    /// The middle pane.
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The text pane.
    pub fn text_pane(&self) -> &TextPane {
        &self.text_pane
    }

    /// What is highlighted in the open resolution.
    pub fn spans(&self) -> &Spans {
        &self.spans
    }

    /// How often the reader went elsewhere than by reading on: by a jump, there or back, or by opening another
    /// resolution, the first one if it was asked for.
    pub fn journey(&self) -> usize {
        self.journey
    }

    /// What stands in front of the panes.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// The line that is asked for over all else.
    pub fn asked_line(&self) -> Option<&AskedLine> {
        self.asked.as_ref()
    }

    /// The marks, the oldest first.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// True if a passage of the open resolution is marked.
    pub fn is_marked(&self, passage: usize) -> bool {
        self.marked.contains(&passage)
    }

    /// What the reader wrote to a passage of the open resolution.
    pub fn notes_on(&self, passage: usize) -> impl Iterator<Item = &str> {
        let notes = self.readers_notes.iter();
        let notes = notes.filter(move |note| note.passage == passage);
        notes.map(|note| note.text.as_str())
    }

    /// The message in the last line, if there is one.
    pub fn message(&self) -> Option<&Message> {
        self.message.as_ref()
    }

    /// How much of the corpus is indexed, in percent, while it is not all.
    pub fn indexing(&self) -> Option<u8> {
        self.indexing
    }

    /// What was searched for last.
    pub fn query(&self) -> Option<&str> {
        self.search.as_ref().map(|search| search.query.as_str())
    }

    /// What there is room for.
    pub fn view(&self) -> Viewport {
        self.view
    }

    /// True if one pane has the screen to itself, so that its name must be said.
    pub fn is_single(&self) -> bool {
        self.view.layout == Layout::Single
    }
}
