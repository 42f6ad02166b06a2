//! What is kept of a reading, and when.
//!
//! Marks are saved as they are set. The place is saved when a reader goes elsewhere than by reading on: by a
//! jump, or by opening another resolution; at most once a second, and not for a step. So a program that is
//! killed loses the steps since, and no more. A jump within that second is held back until it is over: the
//! loop waits for this once ([`Memory::due`]). Waiting for the next key instead would lose the place of a
//! reader who looks up, pages on within a second and then only reads what is on the screen. Where nothing is
//! held back, nothing is waited for but keys.

use std::mem;
use std::panic;
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::app::{App, Message};
use crate::store::{State, Store, StoreError};

/// The least time between two saves of a place. That of the opening is none of them.
const PAUSE: Duration = Duration::from_secs(1);

/// What is kept between two runs.
#[derive(Debug, Default)]
pub struct Memory {
    /// The file. None where nobody asks for more than this run.
    store: Option<Store>,
    /// What it holds.
    state: State,
    /// What is in the way of saving lasts, and was said.
    was_said: bool,
    /// [`App::journey`] when the place was last saved.
    kept: usize,
    /// A place has been saved, or there was none to save when the reader opened.
    is_open: bool,
    /// When the place may be saved again.
    next: Option<Instant>,
    /// Another reader was writing: the next key tries again, not a clock.
    is_busy: bool,
}

impl Memory {
    /// What a store holds; `trouble` is what it said, and the reader was told, when it was opened.
    pub fn new(store: Store, state: State, trouble: Option<&StoreError>) -> Self {
        Self {
            store: Some(store),
            state,
            was_said: trouble.is_some_and(|trouble| !trouble.is_passing()),
            ..Self::default()
        }
    }

    /// Saves where a reader is, and returns what there is to say of it. A file that can't be written costs
    /// only the memory. It is said once, and tried again: a full disk may have room by the end.
    pub fn keep(&mut self, app: &App<'_>) -> Option<String> {
        app.remember(&mut self.state);
        let trouble = self.save(Store::save);
        self.say(trouble)
    }

    /// Saves marks that have just been changed. Where they can't be kept, the message that tells of the change
    /// says so each time.
    pub fn keep_marks(&mut self, app: &mut App<'_>) {
        app.remember(&mut self.state);
        match self.save(Store::save) {
            None => {}
            Some(trouble) if trouble.is_passing() => {
                app.tell(Message::Refusal(trouble.to_string()));
            }
            Some(trouble) => {
                self.was_said = true;
                app.say_until_end(&trouble.reason());
            }
        }
    }

    /// Saves the place if the reader went elsewhere and a second has passed, and returns what there is to
    /// say of it.
    pub fn keep_up(&mut self, app: &App<'_>, now: Instant) -> Option<String> {
        self.is_busy = false;
        let was_open = mem::replace(&mut self.is_open, true);
        if self.kept == app.journey() || self.next.is_some_and(|next| now < next) {
            return None;
        }
        if was_open {
            self.next = Some(now + PAUSE);
        }
        app.remember(&mut self.state);
        let trouble = self.save(Store::try_save);
        self.is_busy = matches!(trouble, Some(StoreError::Busy(_)));
        if self.is_busy {
            return None;
        }
        self.kept = app.journey();
        self.say(trouble)
    }

    /// How long a place is still held back; none where none is.
    pub fn due(&self, app: &App<'_>, now: Instant) -> Option<Duration> {
        let is_held = self.kept != app.journey() && !self.is_busy;
        self.next
            .filter(|_| is_held)
            .map(|next| next.saturating_duration_since(now))
    }

    /// Saves at the end, and returns what is lost and why, also if it was said before.
    pub fn close(&mut self, app: &App<'_>) -> Option<String> {
        app.remember(&mut self.state);
        self.save(Store::save).map(|trouble| trouble.to_string())
    }

    /// Notes where a reader is, for a panic to save.
    pub fn note_place(&mut self, app: &App<'_>) {
        app.remember_place(&mut self.state);
    }

    fn say(&mut self, trouble: Option<StoreError>) -> Option<String> {
        let lasts = trouble.as_ref().is_some_and(|error| !error.is_passing());
        let was_said = mem::replace(&mut self.was_said, lasts) && lasts;
        trouble
            .filter(|_| !was_said)
            .map(|trouble| trouble.to_string())
    }

    fn save(&mut self, save: Saving) -> Option<StoreError> {
        let store = self.store.as_mut()?;
        save(store, &self.state).err()
    }
}

type Saving = fn(&mut Store, &State) -> Result<(), StoreError>;

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
            let _ = memory.save(Store::save);
        }
        process::exit(101);
    }));
}

/// An error with what caused it.
pub fn said(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;

    use rustix::fs::{FlockOperation, flock};
    use tempfile::TempDir;

    use super::*;
    use crate::app::action::{Action, Effect};
    use crate::corpus::Corpus;

    /// A reader with nothing remembered, and where its state is kept.
    fn opened(corpus: &Corpus) -> (App<'_>, Memory, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let memory = memory(folder.path());
        (App::open(corpus, None, None), memory, folder)
    }

    fn memory(folder: &Path) -> Memory {
        let (store, state, trouble) = Store::open(folder);
        Memory::new(store, state, trouble.as_ref())
    }

    /// The place that is kept.
    fn last(folder: &TempDir) -> Option<String> {
        let (_, state, _) = Store::open(folder.path());
        state.last.map(|spot| spot.citation)
    }

    fn after(seconds: f32, start: Instant) -> Instant {
        start + Duration::from_secs_f32(seconds)
    }

    #[test]
    fn a_place_is_saved_by_a_jump_and_not_by_a_step() {
        let corpus = Corpus::bundled();
        let (mut app, mut memory, folder) = opened(&corpus);
        let start = Instant::now();
        assert_eq!(memory.keep_up(&app, start), None);
        assert_eq!(last(&folder), None);
        app.go_to("2/34-P:7");
        assert_eq!(memory.keep_up(&app, start), None);
        assert_eq!(last(&folder).as_deref(), Some("2/34-P:7"));
        fs::remove_file(folder.path().join("state.json")).unwrap();
        app.update(Action::Next);
        assert_eq!(memory.due(&app, start), None);
        memory.keep_up(&app, after(60.0, start));
        assert_eq!(last(&folder), None);
        for (far, at) in [
            (Action::NextResolution, "3/34-P:opening"),
            (Action::Back, "2/34-P:8"),
            (Action::Last, "2/34-P:12"),
        ] {
            app.update(far);
            memory = self::memory(folder.path());
            memory.keep_up(&app, start);
            assert_eq!(last(&folder).as_deref(), Some(at));
        }
    }

    #[test]
    fn a_place_that_was_asked_for_is_saved_when_it_opens() {
        let corpus = Corpus::bundled();
        let (_, mut memory, folder) = opened(&corpus);
        let cited = corpus.read_citation("3/34-P:2", None).unwrap();
        let mut app = App::open(&corpus, None, Some(cited.beginning()));
        let start = Instant::now();
        memory.keep_up(&app, start);
        assert_eq!(last(&folder).as_deref(), Some("3/34-P:2"));
        app.go_to("2/34-P:7");
        memory.keep_up(&app, start);
        assert_eq!(last(&folder).as_deref(), Some("2/34-P:7"));
    }

    #[test]
    fn of_jumps_within_a_second_the_last_one_is_saved_behind_it() {
        let corpus = Corpus::bundled();
        let (mut app, mut memory, folder) = opened(&corpus);
        let start = Instant::now();
        memory.keep_up(&app, start);
        for (seconds, jump, kept, due) in [
            (0.0, "2/34-P:7", "2/34-P:7", None),
            (0.25, "3/34-P:8", "2/34-P:7", Some(750)),
            (0.5, "3/34-P:2", "2/34-P:7", Some(500)),
            (1.0, "3/34-P:2", "3/34-P:2", None),
            (1.5, "2/34-P:1", "3/34-P:2", Some(500)),
        ] {
            app.go_to(jump);
            let now = after(seconds, start);
            assert_eq!(memory.keep_up(&app, now), None);
            assert_eq!(last(&folder).as_deref(), Some(kept), "{seconds}");
            let due = due.map(Duration::from_millis);
            assert_eq!(memory.due(&app, now), due, "{seconds}");
        }
    }

    #[test]
    fn while_another_reader_writes_no_clock_runs_and_the_next_key_tries_again() {
        let corpus = Corpus::bundled();
        let (mut app, mut memory, folder) = opened(&corpus);
        let start = Instant::now();
        memory.keep_up(&app, start);
        let lock = File::create(folder.path().join("state.lock")).unwrap();
        flock(&lock, FlockOperation::LockExclusive).unwrap();
        app.go_to("2/34-P:7");
        assert_eq!(memory.keep_up(&app, start), None);
        assert_eq!((memory.due(&app, start), last(&folder)), (None, None));
        flock(&lock, FlockOperation::Unlock).unwrap();
        app.update(Action::Next);
        memory.keep_up(&app, after(1.0, start));
        assert_eq!(last(&folder).as_deref(), Some("2/34-P:8"));
    }

    #[test]
    fn where_nothing_is_kept_each_mark_says_so_and_the_end_once_more() {
        let corpus = Corpus::bundled();
        let mut app = App::open(&corpus, None, None);
        app.go_to("2/34-P:7");
        let mut memory = memory(Path::new(""));
        assert_eq!(memory.keep_up(&app, Instant::now()), None);
        let because = "neither `XDG_STATE_HOME` nor `HOME` is a full path";
        for done in ["marked", "no longer marked"] {
            assert_eq!(app.update(Action::Mark), Some(Effect::Save));
            memory.keep_marks(&mut app);
            let said = format!("2/34-P:7 {done} until you leave: {because}");
            assert_eq!(app.message(), Some(&Message::Refusal(said)));
        }
        let said = memory.close(&app);
        assert_eq!(said, Some(format!("nothing is remembered: {because}")));
    }
}
