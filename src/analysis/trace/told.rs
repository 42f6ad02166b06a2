//! A wording as people are told of it.

use super::{Nearness, TracedWording, VerbChange, age};
use crate::analysis::changes::{Marked, marked};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::Place;
use crate::text::sorting::sort_by_key;

impl TracedWording {
    /// When, and how it stands to the paragraph that is asked for: `2008-06-02, 94 %, 11 words in a row`.
    pub fn told(&self, corpus: &Corpus) -> String {
        let mut told: Vec<String> = Vec::new();
        told.extend(corpus.day_of(self.place.resolution).map(str::to_owned));
        told.push(match self.nearness {
            Nearness::Near => format!("{:.0} %", (self.likeness * 100.0).min(99.0)),
            Nearness::Numbers => "same but for numbers".to_owned(),
            Nearness::Letters => "same but for capitals or signs".to_owned(),
            Nearness::Here | Nearness::Same => self.nearness.name().to_owned(),
        });
        told.extend(self.run().map(|run| format!("{run} words in a row")));
        let change = self.change.map(VerbChange::name);
        told.extend(change.map(|change| format!("verb {change}")));
        if !self.same.is_empty() {
            told.push(format!("and {} more", self.same.len()));
        }
        told.join(", ")
    }

    /// The most words in a row that both have, where they have not all of them.
    pub fn run(&self) -> Option<usize> {
        self.is_other().then_some(self.run)
    }

    /// Whether it has other words, numbers, capitals or signs.
    pub fn is_other(&self) -> bool {
        !matches!(self.nearness, Nearness::Here | Nearness::Same)
    }

    /// Its text and that of the paragraph that is asked for, the earlier first.
    ///
    /// # Errors
    /// A resolution can't be read.
    pub fn texts(&self, corpus: &Corpus, asked: Place) -> Result<[String; 2], ReadError> {
        let mut places = [self.place, asked];
        sort_by_key(&mut places, |&place| age(corpus, place));
        let [earlier, later] = places.map(|place| corpus.text(place));
        Ok([earlier?, later?])
    }

    /// The later one of [both texts](Self::texts), with what changed from the earlier one marked.
    pub fn marked(&self, [earlier, later]: &[String; 2]) -> Marked {
        if self.is_other() {
            marked(earlier, later)
        } else {
            Marked::unchanged(later)
        }
    }
}

/// That a paragraph has no other wording; or in the line of renewals none before it.
pub fn lone(corpus: &Corpus, place: Place, in_line: bool) -> String {
    let place = corpus.cite(place);
    if in_line {
        format!("no resolution is here that has a wording of {place} and that its own one renews")
    } else {
        format!("no other wording of {place} is here")
    }
}
