//! Panics that cost the work they happen in, and not the reader.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

thread_local! {
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
    /// What the last panic of this thread that was caught said, with its place in the source.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Does work that changes nothing outside itself before it ends.
///
/// # Errors
///
/// The work panicked; the text is the message of the panic with its place in the source.
pub fn catch(work: impl FnOnce()) -> Result<(), String> {
    IS_CAUGHT.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(false);
    done.map_err(|_| SAID.take())
}

/// Whether a panic is caught by [`catch`]: a hook must not report it then.
pub fn is_caught(panic: &PanicHookInfo<'_>) -> bool {
    let is_caught = IS_CAUGHT.get();
    if is_caught {
        SAID.set(panic.to_string());
    }
    is_caught
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
