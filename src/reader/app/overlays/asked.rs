//! A line that is asked for over what stands on the screen: a note.

use super::prompt::Prompt;
use crate::reader::app::App;
use crate::reader::app::action::{Action, Edit, Effect};
use crate::text::model::Place;

/// A line that is asked for, as far as it is typed.
#[derive(Debug)]
pub struct AskedLine {
    /// What it is for.
    pub purpose: Purpose,
    /// What is typed.
    pub prompt: Prompt,
}

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A note on a place.
    Note(Place),
}

impl App<'_> {
    /// Types into the line that is asked for. Deleting in an empty one leaves it.
    pub(super) fn edit_asked(&mut self, edit: Edit) {
        match &mut self.asked {
            Some(asked) if edit == Edit::DeleteBack && asked.prompt.text().is_empty() => {
                self.asked = None;
            }
            Some(asked) => {
                asked.prompt.edit(edit);
            }
            None => {}
        }
    }

    /// Takes the line that was asked for, or leaves it.
    pub(in crate::reader::app) fn answer(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Leave | Action::Quit => self.asked = None,
            Action::Accept => {
                let asked = self.asked.take()?;
                let Purpose::Note(place) = asked.purpose;
                return self.write_note(place, asked.prompt.text());
            }
            _ => {}
        }
        None
    }
}
