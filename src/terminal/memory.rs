//! What is kept of a reading, and when.

use std::iter;
use std::panic;
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::app::App;
use crate::store::{State, Store, StoreError};

/// What is kept between two runs: in a file where there can be one, else for this run only.
#[derive(Debug, Default)]
pub struct Memory {
    /// The file.
    store: Option<Store>,
    /// What it holds.
    state: State,
    /// The last try to save failed, as the next ones will unless something is done.
    is_unsaved: bool,
}

impl Memory {
    /// What a store holds; without one it lasts as long as this run.
    pub fn new(store: Option<Store>, state: State) -> Self {
        Self {
            store,
            state,
            is_unsaved: false,
        }
    }

    /// Saves where a reader is, and returns what there is to say of it. A file that can't be written costs
    /// only the memory. It is said once, and tried again: a full disk may have room by the end.
    pub fn keep(&mut self, app: &App<'_>) -> Option<String> {
        app.remember(&mut self.state);
        let trouble = self.save().err();
        let is_lasting = trouble.as_ref().is_some_and(|error| !error.is_passing());
        let was_said = std::mem::replace(&mut self.is_unsaved, is_lasting) && is_lasting;
        trouble.filter(|_| !was_said).map(|trouble| said(&trouble))
    }

    /// Notes where a reader is, for a panic to save.
    pub fn note_place(&mut self, app: &App<'_>) {
        app.remember_place(&mut self.state);
    }

    fn save(&mut self) -> Result<(), StoreError> {
        match &mut self.store {
            Some(store) => store.save(&self.state),
            None => Ok(()),
        }
    }
}

/// The memory, which only a panic takes from another thread.
pub fn held(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Has the place of the last frame saved if the program panics, and ends it then with the status that
/// panics have: a release is built without the means to go on.
pub fn keep_over_panic(memory: &Arc<Mutex<Memory>>) {
    let memory = Arc::clone(memory);
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        report(info);
        // What is being saved at this moment is not waited for.
        if let Ok(mut memory) = memory.try_lock() {
            let _ = memory.save();
        }
        process::exit(101);
    }));
}

/// An error with what caused it.
pub fn said(error: &dyn std::error::Error) -> String {
    let causes = iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
