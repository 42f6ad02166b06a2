//! Panics that cost the work they happen in, and not the reader.
//!
//! A release does not unwind: a panic ends the program as soon as the hook for panics returns. For a panic of
//! contained work it never does.

use std::cell::Cell;
use std::panic::{self, PanicHookInfo};
use std::{process, thread};

/// What the program ends with after a panic, as Rust's own do that unwind.
const STATUS: i32 = 101;

type Listener = Box<dyn FnOnce(String)>;

thread_local! {
    /// Whom a panic of this thread is told, while it does contained work.
    static TOLD: Cell<Option<Listener>> = const { Cell::new(None) };
}

/// Does work that changes nothing outside itself before it ends. If it panics, the message of the panic with its
/// place in the source is told, and the thread does nothing any more: it should be one for this work alone.
pub fn contain(work: impl FnOnce(), told: impl FnOnce(String) + 'static) {
    TOLD.set(Some(Box::new(told)));
    work();
    TOLD.set(None);
}

/// Tells of a panic of contained work, and does not return then.
fn stay_contained(panic: &PanicHookInfo<'_>) {
    if let Some(told) = TOLD.take() {
        told(panic.to_string());
        loop {
            thread::park();
        }
    }
}

/// Has a panic that is not contained end the program, once it is reported and `last` is done.
pub fn end_with_status(last: impl Fn() + Send + Sync + 'static) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        stay_contained(info);
        report(info);
        last();
        process::exit(STATUS);
    }));
}

/// Panics where a test asks for it by a variable, to see what is left behind; not in a release.
#[cfg(debug_assertions)]
pub(crate) fn panic_if_asked(place: &str) {
    let asked = std::env::var_os("RESOLUT_PANIC");
    assert!(
        asked.is_none_or(|asked| asked != place),
        "panicked, as asked"
    );
}
