//! What a reader remembers from one run to the next, in words that outlive the corpus.

use super::action::{Action, Effect};
use super::trail::Trail;
use super::view::MEASURE;
use super::{App, Message};
use crate::export::QuoteStyle;
use crate::reader::keep::{Mark, Spot, State};
use crate::text::corpus::Corpus;
use crate::text::model::{Place, ResolutionId};
use crate::text::typeset::page::ReadersNote;

/// The narrowest text, and by how many columns a key changes it.
const NARROWEST: u16 = 32;
const STEP: u16 = 4;
/// No screen shows wider text.
const WIDEST: u16 = 400;

impl App<'_> {
    /// Takes up the marks, jumps and queries of an earlier run. Places that the corpus no longer has are
    /// passed over; their marks are kept.
    pub fn recall(&mut self, state: &State) {
        self.marks.clone_from(&state.marks);
        self.queries.clone_from(&state.queries);
        let style = state.quote.as_deref().and_then(QuoteStyle::named);
        self.quote_style = style.unwrap_or_default();
        self.recall_choices(state);
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
        self.remember_choices(state);
        state.jumps = self.trail.behind().map(|place| self.spot(place)).collect();
        state.jump_at = state.jumps.len();
    }

    /// Notes the place alone.
    pub fn remember_place(&self, state: &mut State) {
        state.last = Some(self.spot(self.place));
    }

    /// The most columns that text has.
    pub fn measure(&self) -> u16 {
        self.measure
    }

    /// Makes the text narrower or wider, as far as there is room.
    pub(super) fn change_measure(&mut self, action: Action) -> Option<Effect> {
        let shown = u16::try_from(self.extent().columns).unwrap_or(WIDEST);
        let to = if action == Action::Wider {
            self.measure.saturating_add(STEP)
        } else {
            shown.min(self.measure).saturating_sub(STEP).max(NARROWEST)
        };
        if action == Action::Wider && shown < self.measure {
            self.refuse("there is no room for wider text");
            return None;
        }
        if to >= self.measure && action == Action::Narrower {
            self.refuse("text is no narrower than that");
            return None;
        }
        self.measure = to;
        self.note(format!("text of {to} columns at most"));
        Some(Effect::Set)
    }

    /// Notes that a list is in the other one of its orders from now on, or no longer.
    pub(super) fn choose_order(&mut self, name: &str) {
        let before = self.turned.len();
        self.turned.retain(|turned| turned != name);
        if self.turned.len() == before {
            self.turned.push(name.to_owned());
        }
    }

    pub(super) fn recall_choices(&mut self, state: &State) {
        self.turned.clone_from(&state.orders);
        let measure = state.measure.unwrap_or(MEASURE);
        self.measure = measure.clamp(NARROWEST, WIDEST);
    }

    pub(super) fn remember_choices(&self, state: &mut State) {
        state.orders.clone_from(&self.turned);
        if self.measure != MEASURE || state.measure.is_some() {
            state.measure = Some(self.measure);
        }
    }

    /// Takes note of the marks in the open resolution, and of what was written to them.
    pub(super) fn note_marked(&mut self) {
        let marked = marks_in(self.place.resolution, &self.marks, self.corpus);
        self.readers_notes = notes_of(&marked);
        self.marked = marked.into_iter().map(|(passage, _)| passage).collect();
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

/// The marks in a resolution, each with the index of its passage.
pub(super) fn marks_in<'m>(
    id: ResolutionId,
    marks: &'m [Mark],
    corpus: &Corpus,
) -> Vec<(usize, &'m Mark)> {
    let symbol = corpus.symbol(id);
    let own = marks
        .iter()
        .filter(|mark| mark.at.citation.starts_with(symbol));
    let placed = own.filter_map(|mark| Some((place_of(corpus, &mark.at)?, mark)));
    placed
        .filter(|(place, _)| place.resolution == id)
        .map(|(place, mark)| (place.index(), mark))
        .collect()
}

/// What was written to marks of a resolution.
pub(super) fn notes_of(marked: &[(usize, &Mark)]) -> Vec<ReadersNote> {
    let note = |&(passage, mark): &(usize, &Mark)| {
        let text = mark.note.clone()?;
        Some(ReadersNote { passage, text })
    };
    marked.iter().filter_map(note).collect()
}

/// The place a spot names, wherever its resolution is now.
pub(super) fn place_of(corpus: &Corpus, spot: &Spot) -> Option<Place> {
    let found = corpus.find_printed(&spot.citation)?;
    Some(found.beginning())
}
