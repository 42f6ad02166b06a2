//! When a place and a mark are saved, and what is said where they are not.

use std::fs::{self, File};
use std::path::Path;

use rustix::fs::{FlockOperation, flock};
use tempfile::TempDir;

use super::*;
use crate::bundle;
use crate::reader::app::action::{Action, Effect};
use crate::text::corpus::Corpus;

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

/// The lock that another reader holds while it writes.
fn lock(folder: &TempDir) -> File {
    let lock = File::create(folder.path().join("state.lock")).unwrap();
    flock(&lock, FlockOperation::LockExclusive).unwrap();
    lock
}

fn after(seconds: f32, start: Instant) -> Instant {
    start + Duration::from_secs_f32(seconds)
}

#[test]
fn a_place_is_saved_by_a_jump_and_not_by_a_step() {
    let corpus = bundle::corpus();
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
    let corpus = bundle::corpus();
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
    let corpus = bundle::corpus();
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
    let corpus = bundle::corpus();
    let (mut app, mut memory, folder) = opened(&corpus);
    let start = Instant::now();
    memory.keep_up(&app, start);
    let lock = lock(&folder);
    app.go_to("2/34-P:7");
    assert_eq!(memory.keep_up(&app, start), None);
    assert_eq!((memory.due(&app, start), last(&folder)), (None, None));
    flock(&lock, FlockOperation::Unlock).unwrap();
    app.update(Action::Next);
    memory.keep_up(&app, after(1.0, start));
    assert_eq!(last(&folder).as_deref(), Some("2/34-P:8"));
}

#[test]
fn a_mark_set_while_another_reader_writes_is_saved_with_the_next_key() {
    let corpus = bundle::corpus();
    let (mut app, mut memory, folder) = opened(&corpus);
    let start = Instant::now();
    memory.keep_up(&app, start);
    let lock = lock(&folder);
    app.update(Action::Mark);
    memory.keep_marks(&mut app);
    let said = format!(
        "2/34-P:opening marked, not yet saved: another reader is writing in `{}`",
        folder.path().display()
    );
    assert_eq!(app.message(), Some(&Message::Refusal(said)));
    assert_eq!(memory.due(&app, start), None);
    flock(&lock, FlockOperation::Unlock).unwrap();
    assert_eq!(memory.keep_up(&app, start), None);
    let (_, state, _) = Store::open(folder.path());
    assert_eq!(state.marks.len(), 1);
}

#[test]
fn where_nothing_is_kept_each_mark_says_so_and_the_end_once_more() {
    let corpus = bundle::corpus();
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

#[test]
fn a_panic_saves_the_place_of_the_last_frame() {
    let corpus = bundle::corpus();
    let (mut app, mut memory, folder) = opened(&corpus);
    let panicked_at = |memory: &mut Memory, app: &App<'_>| {
        memory.note_place(app);
        assert!(memory.write(Store::save).is_none());
        last(&folder)
    };
    app.go_to("2/34-P:7");
    let there = panicked_at(&mut memory, &app);
    assert_eq!(there.as_deref(), Some("2/34-P:7"));
    // A mark that is saved before the next frame notes its own place.
    app.update(Action::Next);
    app.update(Action::Mark);
    memory.keep_marks(&mut app);
    app.update(Action::Previous);
    let there = panicked_at(&mut memory, &app);
    assert_eq!(there.as_deref(), Some("2/34-P:7"));
    app.update(Action::Next);
    let there = panicked_at(&mut memory, &app);
    assert_eq!(there.as_deref(), Some("2/34-P:8"));
}

#[test]
fn a_mark_is_kept_with_the_day_on_which_it_is_set() {
    let corpus = bundle::corpus();
    let (mut app, mut memory, folder) = opened(&corpus);
    app.update(Action::Mark);
    memory.keep_marks(&mut app);
    let marks = || Store::open(folder.path()).1.marks;
    assert!(marks()[0].day().is_some());
    // One of an earlier version has none, and gets none.
    let file = folder.path().join("state.json");
    let json = fs::read_to_string(&file).unwrap();
    fs::write(&file, json.replace("\"day\"", "\"day_of_another_version\"")).unwrap();
    let (store, state, _) = Store::open(folder.path());
    app.recall(&state);
    let mut memory = Memory::new(store, state, None);
    app.update(Action::Next);
    app.update(Action::Mark);
    memory.keep_marks(&mut app);
    let dated: Vec<_> = marks().iter().map(|mark| mark.day().is_some()).collect();
    assert_eq!(dated, [false, true]);
}
