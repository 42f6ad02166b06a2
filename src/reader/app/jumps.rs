//! Going to a place: what is shown then, and the way back.

use super::App;
use super::outline::Outline;
use super::spans::Spans;
use super::text_pane::TextPane;
use super::trail::TrailStop;
use crate::text::model::Place;

impl App<'_> {
    /// Goes to a place; `reveal` brings it into sight.
    pub(super) fn show(&mut self, place: Place, reveal: fn(&mut TextPane, usize)) {
        let id = place.resolution;
        if id != self.place.resolution {
            self.open = self.corpus.resolution(id);
        }
        let last = self.open.passages.len().saturating_sub(1);
        let other = id != self.place.resolution || self.outline.rows().is_empty();
        self.range = None;
        self.place = Place::new(id, self.open.stop_at(place.index().min(last)));
        self.leave_cited();
        if other {
            self.sessions.select(self.corpus, id, self.view.sessions);
            self.outline = Outline::of(&self.open);
            self.highlight_hits();
            self.note_marked();
        }
        self.outline.open_to(self.place.index());
        self.lay();
        reveal(&mut self.text_pane, self.place.index());
    }

    /// Where the reader is, to come back to.
    pub(super) fn stop(&self) -> TrailStop {
        TrailStop {
            place: self.place,
            top: self.text_pane.anchor(),
        }
    }

    /// Goes to a place that was left, and scrolls its page to where it stood then.
    pub(super) fn come_back(&mut self, stop: TrailStop) {
        self.journey += 1;
        self.show(stop.place, TextPane::jump);
        if let Some(top) = stop.top {
            self.text_pane.restore(top, self.place.index());
        }
    }

    /// Goes to a place that is not next to this one: the way back is remembered.
    pub(super) fn jump(&mut self, place: Place) {
        if place != self.place {
            self.leave();
        }
        self.show(place, TextPane::jump);
    }

    /// Notes the place that a jump leaves.
    pub(super) fn leave(&mut self) {
        self.trail.leave(self.stop());
        self.journey += 1;
    }

    /// Goes to a paragraph that was found: to the match that says most, be it in a point far below its
    /// beginning.
    pub(super) fn jump_to_hit(&mut self, place: Place) {
        self.jump(place);
        let unit = self.open.unit(place.index());
        if let Some((passage, byte)) = self.spans.best_in(&unit) {
            self.show(Place::new(place.resolution, passage), TextPane::jump);
            self.text_pane.reveal(passage, byte);
        }
    }

    /// Highlights what the last search found in the open resolution.
    pub(super) fn highlight_hits(&mut self) {
        let id = self.place.resolution;
        self.spans = self.search.as_ref().map_or_else(Spans::default, |search| {
            Spans::of(id, &self.open, &search.hits)
        });
    }
}
