//! The paragraph shown beside the finder's list.

use std::sync::Arc;

use super::Ground;
use crate::reader::app::spans::Spans;
use crate::reader::app::text_pane::TextPane;
use crate::reader::app::title_place;
use crate::search::{Hit, Subject};
use crate::text::corpus::Corpus;
use crate::text::model::{Place, Resolution};

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
}

impl Preview {
    /// Shows one of the hits, with all of them highlighted, from the match that says most; nothing where there is
    /// no such hit.
    pub(super) fn show(&mut self, at: usize, hits: &[Hit], ground: &Ground<'_, '_>) {
        let selected = hits.get(at);
        self.place = selected.and_then(|hit| place_of(hit.subject, ground.corpus));
        let Some(place) = self.place else {
            return;
        };
        let id = place.resolution;
        let resolution = ground.corpus.resolution(id);
        let title = title_place(ground.corpus, id, ground.view);
        self.text_pane
            .set(id, &resolution, ground.view.preview, title);
        self.text_pane.jump(place.index());
        self.spans = Spans::of(id, &resolution, hits);
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
