//! The text beside a list: the place of the selected row.

use std::ops::Range;
use std::sync::Arc;

use crate::reader::app::recall::{marks_in, notes_of};
use crate::reader::app::spans::Spans;
use crate::reader::app::text_pane::TextPane;
use crate::reader::app::text_pane::title_place;
use crate::reader::app::view::Viewport;
use crate::reader::keep::Mark;
use crate::search::{Hit, Subject};
use crate::text::corpus::Corpus;
use crate::text::model::{Place, Resolution, ResolutionId};

/// What is highlighted in the text beside a list.
pub(super) enum Highlights<'a> {
    /// What these hits have of it.
    Hits(&'a [Hit]),
    /// Words of a paragraph, as bytes of it with its points.
    Words(usize, &'a [Range<usize>]),
}

impl Highlights<'_> {
    fn spans(&self, id: ResolutionId, resolution: &Resolution) -> Spans {
        match self {
            Self::Hits(hits) => Spans::of(id, resolution, hits),
            Self::Words(paragraph, words) => Spans::of_words(resolution, *paragraph, words),
        }
    }
}

/// The text beside the list.
#[derive(Debug, Default)]
pub struct Preview {
    /// The current passage; none while nothing is found.
    pub place: Option<Place>,
    /// Its resolution.
    pub resolution: Option<Arc<Resolution>>,
    /// Its page.
    pub text_pane: TextPane,
    /// What is highlighted on it.
    pub spans: Spans,
    /// Its marked passages, where the list has to do with them.
    pub marked: Vec<usize>,
}

impl Preview {
    /// Scrolls by rows, down if positive.
    pub fn scroll(&mut self, rows: isize) {
        let current = self.place.map_or(0, Place::index);
        self.text_pane.scroll(rows, current);
    }

    /// Shows a place, with what is highlighted in its resolution, from the match that says most.
    pub(super) fn show(
        &mut self,
        place: Option<Place>,
        highlights: &Highlights<'_>,
        marks: &[Mark],
        corpus: &Corpus,
        view: Viewport,
    ) {
        self.place = place;
        let Some(place) = self.place else {
            return;
        };
        let id = place.resolution;
        let resolution = corpus.resolution(id);
        let title = title_place(corpus, id, view.preview_header);
        let marked = marks_in(id, marks, corpus);
        let notes = notes_of(&marked);
        self.marked = marked.into_iter().map(|(passage, _)| passage).collect();
        let extent = view.preview;
        self.text_pane.set(id, &resolution, extent, title, &notes);
        self.text_pane.jump(place.index());
        self.spans = highlights.spans(id, &resolution);
        let unit = resolution.unit(place.index());
        if let Some((passage, byte)) = self.spans.best_in(&unit) {
            self.text_pane.reveal(passage, byte);
        }
        self.resolution = Some(resolution);
    }
}

/// Where a hit leads: a session to its first resolution, a resolution to its beginning.
pub fn place_of(subject: Subject, corpus: &Corpus) -> Option<Place> {
    match subject {
        Subject::Passage(place) => Some(place),
        Subject::Resolution(id) => Some(Place::new(id, 0)),
        Subject::Session(id) => {
            let first = corpus.resolutions_of(id).first()?;
            Some(Place::new(*first, 0))
        }
    }
}
