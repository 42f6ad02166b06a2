//! Going from one language of the open resolution to the next, and staying at the same place.

use super::overlays::finder::FinderPane;
use super::overlays::list_pane::ListKind;
use super::text_pane::TextPane;
use super::{App, LastSearch};
use crate::text::corpus::Likeness;
use crate::text::map::Set;
use crate::text::model::ResolutionId;

impl App<'_> {
    /// Lists the languages of the open resolution where they are more than two, each with the same place in it;
    /// of two it goes to the other.
    pub(super) fn other_language(&mut self) {
        let (corpus, here) = (self.corpus, self.place);
        let texts = corpus.languages_of(here.resolution);
        if texts.len() <= 2 {
            return self.next_language();
        }
        let at = texts.iter().position(|&text| text == here.resolution);
        let next = at.map_or(0, |at| (at + 1) % texts.len());
        let places = texts
            .iter()
            .map(|&text| corpus.counterpart(here, text).place);
        self.open_list(ListKind::Languages(places.collect()));
        if let Some((pane, ground)) = self.list_pane() {
            pane.put(next, &ground);
        }
    }

    /// Goes to the next language of the open resolution.
    pub fn next_language(&mut self) {
        let (corpus, id) = (self.corpus, self.place.resolution);
        let Some(next) = corpus.next_language(id) else {
            let (symbol, language) = (corpus.symbol(id), corpus.language(id));
            return self.refuse(format!("{symbol} is here in `{language}` only"));
        };
        self.turn_to(next);
    }

    /// Shows everything in the language of another text of the open resolution from now on. Where that has no
    /// such place it is said.
    pub(super) fn turn_to(&mut self, next: ResolutionId) {
        let (corpus, left) = (self.corpus, self.place);
        let language = corpus.language(next);
        let words = corpus.cite(left).without_symbol();
        let shown = self.shown_on_trail();
        if let Err(unknown) = corpus.choose_language(language) {
            self.refuse(unknown.to_string());
            return;
        }
        self.sessions.turn(corpus);
        self.trail.move_each(|place| {
            if shown.contains(&place.resolution) {
                corpus.in_shown(place)
            } else {
                place
            }
        });
        let there = corpus.counterpart(left, next);
        self.journey += 1;
        self.show(there.place, TextPane::jump);
        self.search_again();
        self.note(said(language, there.likeness, &words));
    }

    /// The resolutions of places behind and ahead that are in the language that applies.
    fn shown_on_trail(&self) -> Set<ResolutionId> {
        let all = self.trail.all().map(|place| place.resolution);
        all.filter(|&id| self.corpus.is_shown(id)).collect()
    }

    /// Looks for the same in what is shown now.
    fn search_again(&mut self) {
        let Some(LastSearch { query, open, .. }) = self.search.take() else {
            return;
        };
        let mut pane = FinderPane::with(&query);
        let mut ground = self.ground();
        ground.open = ground.corpus.shown(open);
        pane.settle(&mut ground);
        let (hits, places) = pane.walk(&mut ground);
        self.search = Some(LastSearch {
            open: ground.open,
            query,
            hits,
            places,
        });
        self.highlight_hits();
    }
}

/// Where the reader is now, who was at the place `left`.
fn said(language: &str, likeness: Likeness, left: &str) -> String {
    match likeness {
        Likeness::Same => format!("now in `{language}`"),
        Likeness::Among(count) => {
            format!(
                "now in `{language}`, where {left} is one of {count}: it may be another paragraph"
            )
        }
        Likeness::Before => format!("`{language}` has no {left}; this is the place before it"),
    }
}
