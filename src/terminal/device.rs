//! The terminal's device, by descriptors of our own that never wait.
//!
//! Standard input and output belong to whoever else runs on this terminal as well, so that making them
//! non-blocking would reach the shell. The device is opened once more for either. Where it can't be (after
//! `su`, which leaves it to another user), the standard ones serve, and a terminal that takes nothing holds us.

use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::{Errno, retry_on_intr};
use rustix::stdio::{stdin, stdout};
use rustix::termios::ttyname;

/// How long the last bytes wait for a terminal that takes none.
const PATIENCE: Duration = Duration::from_millis(200);

/// Where keys come from.
pub fn input() -> BorrowedFd<'static> {
    static INPUT: OnceLock<Option<OwnedFd>> = OnceLock::new();
    own(&INPUT, stdin(), OFlags::RDONLY)
}

/// Where frames go.
fn output() -> BorrowedFd<'static> {
    static OUTPUT: OnceLock<Option<OwnedFd>> = OnceLock::new();
    own(&OUTPUT, stdout(), OFlags::WRONLY)
}

fn own(
    kept: &'static OnceLock<Option<OwnedFd>>,
    standard: BorrowedFd<'static>,
    way: OFlags,
) -> BorrowedFd<'static> {
    let opened = kept.get_or_init(|| again(standard, way).ok());
    opened.as_ref().map_or(standard, AsFd::as_fd)
}

fn again(terminal: impl AsFd, way: OFlags) -> rustix::io::Result<OwnedFd> {
    let flags = way | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    open(ttyname(terminal, Vec::new())?, flags, Mode::empty())
}

/// Something has been written, so that the screen has to be given back.
static WRITTEN: AtomicBool = AtomicBool::new(false);

/// What was written, and not yet taken by the terminal.
static REST: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn rest() -> MutexGuard<'static, Vec<u8>> {
    REST.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal, while it has not taken all that was written: no frame should be drawn until it has.
pub fn behind() -> Option<BorrowedFd<'static>> {
    (!rest().is_empty()).then(output)
}

/// Sends of the rest what the terminal takes now.
///
/// # Errors
/// The terminal is gone.
pub fn catch_up() -> io::Result<()> {
    let mut rest = rest();
    if !rest.is_empty() {
        let sent = send(&rest)?;
        rest.drain(..sent);
    }
    Ok(())
}

/// Writes the last bytes, if any were written before. A terminal that takes nothing is left as it is.
pub(super) fn close(bytes: &[u8]) {
    if !WRITTEN.swap(false, Ordering::Relaxed) {
        return;
    }
    rest().extend_from_slice(bytes);
    let deadline = Instant::now() + PATIENCE;
    while catch_up().is_ok()
        && let Some(terminal) = behind()
    {
        let left = deadline.saturating_duration_since(Instant::now());
        let left = Timespec::try_from(left).ok();
        let mut polled = [PollFd::new(&terminal, PollFlags::OUT)];
        if !retry_on_intr(|| poll(&mut polled, left.as_ref())).is_ok_and(|ready| ready > 0) {
            break;
        }
    }
    rest().clear();
}

/// How many of these bytes the terminal takes now.
fn send(bytes: &[u8]) -> io::Result<usize> {
    match retry_on_intr(|| rustix::io::write(output(), bytes)) {
        Err(Errno::AGAIN) => Ok(0),
        sent => Ok(sent?),
    }
}

/// Frames out: each is one `write(2)`, as far as the terminal takes it whole; see [`behind`] for the rest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        WRITTEN.store(true, Ordering::Relaxed);
        let mut rest = rest();
        let sent = if rest.is_empty() { send(bytes)? } else { 0 };
        rest.extend_from_slice(bytes.get(sent..).unwrap_or_default());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
