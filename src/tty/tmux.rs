//! The tmux around us: text for its buffer and, by it, for the clipboard of the terminal outside.
//!
//! As it comes, tmux lets no program inside it reach that clipboard by a sequence (`set-clipboard external`,
//! `allow-passthrough off`), but does so itself for `load-buffer -w`. It is run without a shell, says nothing
//! on our terminal, and is given half a second: a server that hangs must not hold a reader up.

use std::env;
use std::io;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, ioctl_fionbio, retry_on_intr, write};

/// True where its reader has not told it to keep away from clipboards.
const TAKES: &str = "#{!=:#{set-clipboard},off}";

/// A command that fails, so that this can be told: there is no such buffer.
const REFUSES: &str = "show-buffer -b resolut-is-refused";

/// How long tmux may take for all of it.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often it is asked whether it has ended.
const PAUSE: Duration = Duration::from_millis(2);

/// Gives a text to the tmux that this program runs in, if it does; true if tmux took it and hands it on.
pub(crate) fn load(text: &str) -> bool {
    let is_inside = env::var_os("TMUX").is_some_and(|server| !server.is_empty());
    is_inside && run(text).unwrap_or(false)
}

fn run(text: &str) -> io::Result<bool> {
    let deadline = Instant::now() + PATIENCE;
    let mut tmux = Command::new("tmux")
        .args(["if-shell", "-F", TAKES, "load-buffer -w -", REFUSES])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let fed = tmux.stdin.take().map_or(Ok(()), |input| {
        ioctl_fionbio(&input, true)?;
        feed(&input, text.as_bytes(), deadline)
    });
    let took = fed.and_then(|()| wait(&mut tmux, deadline));
    if took.is_err() {
        tmux.kill()?;
        tmux.wait()?;
    }
    took
}

/// Writes all of a text; what reads it may be slow, or not read at all.
fn feed(input: &ChildStdin, mut text: &[u8], deadline: Instant) -> io::Result<()> {
    while !text.is_empty() {
        match retry_on_intr(|| write(input, text)) {
            Ok(taken) => text = text.get(taken..).unwrap_or_default(),
            Err(Errno::AGAIN) => {
                let left = Timespec::try_from(left(deadline)?).ok();
                let mut polled = [PollFd::new(input, PollFlags::OUT)];
                retry_on_intr(|| poll(&mut polled, left.as_ref()))?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Waits until tmux ends; true if it succeeded.
fn wait(tmux: &mut Child, deadline: Instant) -> io::Result<bool> {
    loop {
        if let Some(status) = tmux.try_wait()? {
            return Ok(status.success());
        }
        thread::sleep(PAUSE.min(left(deadline)?));
    }
}

/// The time until `deadline`.
fn left(deadline: Instant) -> io::Result<Duration> {
    let left = deadline.checked_duration_since(Instant::now());
    left.ok_or_else(|| io::ErrorKind::TimedOut.into())
}
