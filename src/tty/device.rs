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

/// How long the last bytes wait for a terminal that takes none. The system hands bytes to it by the buffer,
/// and one of 3,600 bytes takes a line of 9,600 bits a second almost as long.
const PATIENCE: Duration = Duration::from_secs(4);

/// The terminal of this session, where standard input is something else.
static CONTROLLING: OnceLock<OwnedFd> = OnceLock::new();

/// Takes keys from the terminal of this session: standard input is used up for something else.
///
/// # Errors
/// The session has no terminal.
pub fn leave_standard_input() -> io::Result<()> {
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
    let terminal = open("/dev/tty", flags, Mode::empty())?;
    // Whoever came first took the same terminal.
    let _ = CONTROLLING.set(terminal);
    Ok(())
}

/// The terminal of whoever types, for its modes: standard input unless that was left.
pub fn keyboard() -> BorrowedFd<'static> {
    CONTROLLING.get().map_or_else(stdin, AsFd::as_fd)
}

/// Whether something was typed that nobody has read yet.
pub fn is_typed() -> bool {
    let mut polled = [PollFd::from_borrowed_fd(keyboard(), PollFlags::IN)];
    let at_once = Timespec::default();
    poll(&mut polled, Some(&at_once)).is_ok_and(|ready| ready > 0)
}

/// Where keys come from.
pub fn input() -> BorrowedFd<'static> {
    static INPUT: OnceLock<Option<OwnedFd>> = OnceLock::new();
    own(&INPUT, keyboard(), OFlags::RDONLY)
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
        let sent = send(output(), &rest)?;
        rest.drain(..sent);
    }
    Ok(())
}

/// Writes the last bytes, if any were written before: for as long as the terminal takes some. One that
/// takes none any more is left as it is.
pub(super) fn close(bytes: &[u8]) {
    if WRITTEN.swap(false, Ordering::Relaxed) {
        let mut rest = std::mem::take(&mut *rest());
        rest.extend_from_slice(bytes);
        send_slowly(output(), &rest, PATIENCE);
    }
}

/// Sends bytes for as long as the terminal takes some, and ends when it takes none within `patience`.
fn send_slowly(terminal: BorrowedFd<'_>, mut bytes: &[u8], patience: Duration) {
    let mut deadline = Instant::now() + patience;
    while let Ok(sent) = send(terminal, bytes) {
        bytes = bytes.get(sent..).unwrap_or_default();
        if sent > 0 {
            deadline = Instant::now() + patience;
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if bytes.is_empty() || left.is_zero() {
            return;
        }
        let mut polled = [PollFd::from_borrowed_fd(terminal, PollFlags::OUT)];
        // Interrupted or not, the deadline tells when to end.
        let _ = poll(&mut polled, Timespec::try_from(left).ok().as_ref());
    }
}

/// How many of these bytes the terminal takes now.
fn send(terminal: BorrowedFd<'_>, bytes: &[u8]) -> io::Result<usize> {
    match retry_on_intr(|| rustix::io::write(terminal, bytes)) {
        Err(Errno::AGAIN) => Ok(0),
        sent => Ok(sent?),
    }
}

/// Frames out: each is one `write(2)`, as far as the terminal takes it whole; see [`behind`] for the rest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Device;

impl Write for Device {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        WRITTEN.store(true, Ordering::Relaxed);
        let mut rest = rest();
        let sent = if rest.is_empty() {
            send(output(), bytes)?
        } else {
            0
        };
        rest.extend_from_slice(bytes.get(sent..).unwrap_or_default());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::os::unix::net::UnixStream;
    use std::thread::{sleep, spawn};

    use super::*;

    /// A terminal at the end of a socket that holds what it can.
    fn terminal() -> (UnixStream, UnixStream) {
        let (end, terminal) = UnixStream::pair().unwrap();
        end.set_nonblocking(true).unwrap();
        (end, terminal)
    }

    #[test]
    fn a_line_gets_all_for_as_long_as_it_takes_some() {
        const PAUSE: Duration = Duration::from_millis(4);
        let patience = Duration::from_secs(1);
        let (end, mut line) = terminal();
        // It takes longer than the patience for all, and much less for each part.
        let reader = spawn(move || {
            let (mut bytes, mut taken) = ([0; 4096], 0);
            while let Ok(count @ 1..) = line.read(&mut bytes) {
                taken += count;
                sleep(PAUSE);
            }
            taken
        });
        let all = vec![b'x'; 4096 * 400];
        send_slowly(end.as_fd(), &all, patience);
        drop(end);
        assert_eq!(reader.join().unwrap(), all.len());
    }

    #[test]
    fn a_line_that_takes_nothing_is_not_waited_for() {
        let (end, line) = terminal();
        send_slowly(end.as_fd(), &vec![b'x'; 1 << 20], Duration::from_millis(1));
        // A line that is gone is no wait either, however patient.
        drop(line);
        send_slowly(end.as_fd(), b"x", Duration::MAX / 4);
    }
}
