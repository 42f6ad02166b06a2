//! A line that is asked for over what stands on the screen: a note, the name of a file, a resolution.

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A note on a place.
    Note(Place),
    /// The name of a file for the open list.
    File {
        /// The name that is known to be one of a file that is there already.
        there: Option<String>,
    },
    /// The resolution that the open one, or that of the selected row, is compared with.
    Compared,
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
                let asked = self.asked.as_ref()?;
                let typed = asked.prompt.text().trim().to_owned();
                match asked.purpose.clone() {
                    Purpose::Note(place) => {
                        self.asked = None;
                        return self.write_note(place, &typed);
                    }
                    // The line stays until the file is written.
                    Purpose::File { there } => return self.write_list(&typed, there.as_deref()),
                    // The line stays until two can be compared.
                    Purpose::Compared => self.compare_with(&typed),
                }
            }
            _ => {}
        }
        None
    }
}
