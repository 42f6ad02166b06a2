//! When marks and the place are saved, and what is said where they can't be.
//!
//! Marks are saved as they are set. The place is saved when a reader goes elsewhere than by reading on: by a
//! jump, or by opening another resolution; at most once a second, and not for a step. So a program that is
//! killed loses the steps since, and no more. A jump within that second is held back until it is over: the
//! loop waits for this once ([`Memory::due`]). Waiting for the next key instead would lose the place of a
//! reader who looks up, pages on within a second and then only reads what is on the screen. Where nothing is
//! held back, nothing is waited for but keys.

use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use time::OffsetDateTime;

use crate::reader::app::{App, Message};
use crate::reader::keep::{State, Store, StoreError};
use crate::reader::panics;
use crate::text::model::Place;

/// The least time between two saves of a place. The save at the opening does not count.
const PAUSE: Duration = Duration::from_secs(1);

/// What is kept between two runs.
#[derive(Debug, Default)]
pub struct Memory {
    /// The file. None where nobody asks for more than this run.
    store: Option<Store>,
    /// What it holds.
    state: State,
    /// The place that was last put into `state` for a panic to save.
    noted: Option<Place>,
    /// The reader knows that saving fails, and why: a reason that lasts is said once.
    was_said: bool,
    /// [`App::journey`] when all was last saved, or can't be; none while it has still to be.
    kept: Option<usize>,
    /// A place has been saved, or there was none to save when the reader opened.
    is_open: bool,
    /// When the place may be saved again.
    next: Option<Instant>,
    /// Another reader was writing: the next key tries again, not a clock.
    is_busy: bool,
}

impl Memory {
    /// The memory of an opened store; `trouble` is what went wrong then, which is already on the screen.
    pub fn new(store: Store, state: State, trouble: Option<&StoreError>) -> Self {
        Self {
            store: Some(store),
            state,
            was_said: trouble.is_some_and(|trouble| !trouble.is_passing()),
            kept: Some(0),
            ..Self::default()
        }
    }

    /// Saves where a reader is, and returns what there is to say of it. A file that can't be written costs
    /// only the memory. It is said once, and tried again: a full disk may have room by the end.
    pub fn keep(&mut self, app: &App<'_>) -> Option<String> {
        let trouble = self.save(app, Store::save);
        self.say(trouble)
    }

    /// Saves marks that have just been changed. Where they can't be kept, the message that tells of the change
    /// says so each time.
    pub fn keep_marks(&mut self, app: &mut App<'_>) {
        // In UTC: the time of a place takes tables that the program has not.
        let today = OffsetDateTime::now_utc().date();
        app.date_marks(&self.state.marks, &today.to_string());
        match self.save(app, Store::save) {
            None => {}
            Some(trouble @ StoreError::SetAside { .. }) => {
                app.tell(Message::Refusal(trouble.to_string()));
            }
            Some(trouble @ StoreError::Busy(_)) => {
                app.add_to_message(&format!(", not yet saved: {}", trouble.reason()));
            }
            Some(trouble) => {
                self.was_said = true;
                app.add_to_message(&format!(" until you leave: {}", trouble.reason()));
            }
        }
    }

    /// Saves the place if the reader went elsewhere and a second has passed, and returns what there is to
    /// say of it.
    pub fn keep_up(&mut self, app: &App<'_>, now: Instant) -> Option<String> {
        self.is_busy = false;
        let was_open = mem::replace(&mut self.is_open, true);
        if self.kept == Some(app.journey()) || self.next.is_some_and(|next| now < next) {
            return None;
        }
        if was_open {
            self.next = Some(now + PAUSE);
        }
        let trouble = self.save(app, Store::try_save);
        self.say(trouble.filter(|_| !self.is_busy))
    }

    /// How long a place is still held back; none where none is.
    pub fn due(&self, app: &App<'_>, now: Instant) -> Option<Duration> {
        let is_held = self.kept != Some(app.journey()) && !self.is_busy;
        self.next
            .filter(|_| is_held)
            .map(|next| next.saturating_duration_since(now))
    }

    /// Saves at the end, and returns what is lost and why, also if it was said before.
    pub fn close(&mut self, app: &App<'_>) -> Option<String> {
        let trouble = self.save(app, Store::save);
        trouble.map(|trouble| trouble.to_string())
    }

    /// Notes where a reader is, for a panic to save. It costs nothing while that is where it was.
    pub fn note_place(&mut self, app: &App<'_>) {
        if self.noted.replace(app.place()) != Some(app.place()) {
            app.remember_place(&mut self.state);
        }
    }

    fn say(&mut self, trouble: Option<StoreError>) -> Option<String> {
        let lasts = trouble.as_ref().is_some_and(|error| !error.is_passing());
        let was_said = mem::replace(&mut self.was_said, lasts) && lasts;
        trouble
            .filter(|_| !was_said)
            .map(|trouble| trouble.to_string())
    }

    fn save(&mut self, app: &App<'_>, save: Saving) -> Option<StoreError> {
        app.remember(&mut self.state);
        self.noted = Some(app.place());
        let trouble = self.write(save);
        self.is_busy = matches!(trouble, Some(StoreError::Busy(_)));
        self.kept = (!self.is_busy).then(|| app.journey());
        trouble
    }

    fn write(&mut self, save: Saving) -> Option<StoreError> {
        save(self.store.as_mut()?, &self.state).err()
    }
}

type Saving = fn(&mut Store, &State) -> Result<(), StoreError>;

/// The memory, which only a panic takes from another thread.
pub fn held(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Has the place of the last frame saved if the program panics, and ends it then with the status that
/// panics have.
pub fn keep_over_panic(memory: &Arc<Mutex<Memory>>) {
    let memory = Arc::clone(memory);
    panics::end_with_status(move || {
        // What is being saved at this moment is not waited for.
        if let Ok(mut memory) = memory.try_lock() {
            let _ = memory.write(Store::save);
        }
    });
}

#[cfg(test)]
mod tests;
