//! Marks: set, removed, and what the reader writes to them.

use std::mem;

use super::asked::{AskedLine, Purpose};
use super::prompt::Prompt;
use crate::reader::app::action::Effect;
use crate::reader::app::{App, recall};
use crate::reader::keep::{Mark, Spot};
use crate::text::corpus::Corpus;
use crate::text::model::Place;

/// Characters of a paragraph to know it by.
const WORDS: usize = 120;

impl App<'_> {
    /// Marks a place, or removes its mark.
    pub(in crate::reader::app) fn toggle_mark(&mut self, place: Place) -> Option<Effect> {
        let mut is_marked = false;
        while let Some(position) = self.mark_at(place) {
            is_marked = true;
            self.remove_mark(position);
        }
        if !is_marked {
            let position = self.set_mark(place)?;
            self.tell_of_mark(position, false);
        }
        self.show_marks();
        Some(Effect::Save)
    }

    /// Removes a mark by its position in the list; it has still to be saved.
    ///
    /// # Panics
    /// If there is no such mark.
    pub fn remove_mark(&mut self, position: usize) {
        let removed = self.marks.remove(position);
        let citation = &removed.at.citation;
        if removed.note.is_some() {
            self.note(format!(
                "{citation} no longer marked: m there brings its note back"
            ));
            self.removed.retain(|earlier| earlier.at != removed.at);
            self.removed.push(removed);
        } else {
            self.note(format!("{citation} no longer marked"));
        }
        self.show_marks();
    }

    /// Asks for a note on a place; what was written before is in the prompt.
    pub(in crate::reader::app) fn ask_note(&mut self, place: Place) {
        if let Err(lost) = self.corpus.text(place) {
            return self.refuse(lost.to_string());
        }
        let before = self.note_at(place);
        self.asked = Some(AskedLine {
            purpose: Purpose::Note(place),
            prompt: Prompt::with(&before.unwrap_or_default()),
        });
    }

    /// Keeps a note on a place, which is marked with it. An empty note takes the earlier one away, not the mark.
    pub fn write_note(&mut self, place: Place, note: &str) -> Option<Effect> {
        let marked = self.mark_at(place);
        let position = marked.or_else(|| self.set_mark(place))?;
        let note = Some(note.trim()).filter(|note| !note.is_empty());
        let before = mem::replace(&mut self.marks[position].note, note.map(str::to_owned));
        self.tell_of_mark(position, before.is_some());
        self.show_marks();
        self.text_pane.reveal_end(self.place.index());
        Some(Effect::Save)
    }

    /// Gives a day, ISO 8601, to the marks that are not among those of before.
    pub fn date_marks(&mut self, before: &[Mark], day: &str) {
        for mark in &mut self.marks {
            if mark.day.is_none() && before.iter().all(|earlier| earlier.at != mark.at) {
                mark.day = Some(day.to_owned());
            }
        }
    }

    /// Says that a place is marked; `had_note` if there was a note before.
    fn tell_of_mark(&mut self, position: usize, had_note: bool) {
        let mark = &self.marks[position];
        let with = match mark.note {
            Some(_) => " with a note",
            None if had_note => " without a note",
            None => "",
        };
        self.note(format!("{} marked{with}", mark.at.citation));
    }

    /// Sets a mark, with the note that an earlier one there had; returns its position.
    fn set_mark(&mut self, place: Place) -> Option<usize> {
        let text = match self.corpus.text(place) {
            Ok(text) => text,
            Err(lost) => {
                self.refuse(lost.to_string());
                return None;
            }
        };
        let mut mark = Mark::new(self.spot(place), first_words(&text));
        if let Some(earlier) = self.removed.iter().position(|one| one.at == mark.at) {
            mark.note = self.removed.swap_remove(earlier).note;
        }
        self.marks.push(mark);
        Some(self.marks.len() - 1)
    }

    /// What was written to a place.
    pub(super) fn note_at(&self, place: Place) -> Option<String> {
        self.marks[self.mark_at(place)?].note.clone()
    }

    /// The position of the mark at a place.
    fn mark_at(&self, place: Place) -> Option<usize> {
        let at = self.spot(place);
        let mut marks = self.marks.iter();
        marks.position(|mark| is_at(self.corpus, mark, &at, place))
    }

    /// Shows the marks as they are now, in the text and beside a list.
    fn show_marks(&mut self) {
        self.note_marked();
        self.lay();
        if let Some((pane, ground)) = self.list_pane() {
            pane.look(&ground);
        }
    }
}

/// What a paragraph is known by in a list, and a mark's for good.
pub(super) fn first_words(text: &str) -> String {
    text.chars().take(WORDS).collect()
}

/// Whether a mark is at a place, which is also the spot `at`: perhaps as another version prints it.
fn is_at(corpus: &Corpus, mark: &Mark, at: &Spot, place: Place) -> bool {
    let is_of_work = || {
        mark.at
            .citation
            .starts_with(corpus.symbol(place.resolution))
    };
    mark.at == *at || is_of_work() && recall::place_of(corpus, &mark.at) == Some(place)
}
