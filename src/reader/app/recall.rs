//! What a reader remembers from one run to the next, in words that outlive the corpus.

use super::trail::Trail;
use super::{App, Message};
use crate::export::QuoteStyle;
use crate::reader::keep::{Spot, State};
use crate::text::corpus::Corpus;
use crate::text::model::Place;

impl App<'_> {
    /// Takes up the marks, jumps and queries of an earlier run. Places that the corpus no longer has are
    /// passed over; their marks are kept.
    pub fn recall(&mut self, state: &State) {
        self.marks.clone_from(&state.marks);
        self.queries.clone_from(&state.queries);
        let style = state.quote.as_deref().and_then(QuoteStyle::named);
        self.quote_style = style.unwrap_or_default();
        self.note_marked();
        let jumps = state
            .jumps
            .iter()
            .filter_map(|spot| place_of(self.corpus, spot));
        self.trail = Trail::from_behind(jumps);
    }

    /// Goes to the place where an earlier run ended.
    pub fn resume(&mut self, state: &State) {
        let Some(last) = &state.last else {
            return;
        };
        match place_of(self.corpus, last) {
            Some(place) => self.show(place, super::TextPane::jump),
            None => self.tell(Message::Refusal(format!(
                "{} is no longer here",
                last.citation
            ))),
        }
    }

    /// Notes place, marks, jumps, queries and a chosen language for the next run.
    pub fn remember(&self, state: &mut State) {
        self.remember_place(state);
        state.marks.clone_from(&self.marks);
        state.queries.clone_from(&self.queries);
        if self.quote_style != QuoteStyle::default() || state.quote.is_some() {
            state.quote = Some(self.quote_style.name().to_owned());
        }
        if let Some(chosen) = self.corpus.chosen_language() {
            state.language = Some(chosen.to_owned());
        }
        state.jumps = self.trail.behind().map(|place| self.spot(place)).collect();
        state.jump_at = state.jumps.len();
    }

    /// Notes the place alone.
    pub fn remember_place(&self, state: &mut State) {
        state.last = Some(self.spot(self.place));
    }

    /// Notes which passages of the open resolution are marked.
    pub(super) fn note_marked(&mut self) {
        let id = self.place.resolution;
        let symbol = self.corpus.symbol(id);
        let own = self
            .marks
            .iter()
            .filter(|mark| mark.at.citation.starts_with(symbol));
        let places = own.filter_map(|mark| place_of(self.corpus, &mark.at));
        self.marked = places
            .filter(|place| place.resolution == id)
            .map(Place::index)
            .collect();
    }

    /// A place in words that outlive the corpus.
    pub(super) fn spot(&self, place: Place) -> Spot {
        let session = self.corpus.session_of(place.resolution);
        Spot {
            citation: self.corpus.cite(place).to_string(),
            session: self.corpus.session(session).id.to_string(),
        }
    }
}

/// The place a spot names, wherever its resolution is now.
pub(super) fn place_of(corpus: &Corpus, spot: &Spot) -> Option<Place> {
    let found = corpus.find_printed(&spot.citation)?;
    Some(found.beginning())
}
