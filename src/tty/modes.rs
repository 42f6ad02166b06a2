//! The terminal's modes, taken and given back.
//!
//! Raw mode is set at once; what has to be written to take the screen ([`TerminalKind::open`]) goes out with the
//! first frame. What was taken is kept in one place for the whole process, since not only
//! the owner of [`Modes`] gives it back but also a panic: [`leave`] may be called from anywhere, any
//! number of times, and undoes just what was done.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use ratatui::layout::Size;
use rustix::io::retry_on_intr;
use rustix::process::getpgrp;
use rustix::stdio::stdout;
use rustix::termios::{
    OptionalActions, Termios, isatty, tcdrain, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr,
};

use super::device::{self, keyboard};
use super::signals;

/// What a terminal has beyond a cursor that moves and rows that scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerminalKind {
    /// An alternate screen, bracketed paste, a cursor that can be hidden.
    Emulator,
    /// The cursor alone can be hidden: the Linux console, DEC's terminals from the VT220 on.
    Console,
    /// None of these.
    Vt100,
}

impl TerminalKind {
    /// The kind of this process's terminal, by its name: a database of terminals may be missing or old at
    /// the far end of a connection.
    pub fn of_process() -> Self {
        env::var("TERM").map_or(Self::Emulator, |term| Self::named(&term))
    }

    fn named(term: &str) -> Self {
        if term.starts_with("vt1") {
            Self::Vt100
        } else if ["linux", "vt", "cons"]
            .iter()
            .any(|name| term.starts_with(name))
        {
            Self::Console
        } else {
            Self::Emulator
        }
    }

    /// What takes the screen.
    pub const fn open(self) -> &'static [u8] {
        match self {
            Self::Emulator => b"\x1b[?1049h\x1b[?2004h",
            Self::Console | Self::Vt100 => b"",
        }
    }

    /// What gives it back. GNU screen has an alternate screen only if it is configured, so all are erased.
    const fn close(self) -> &'static [u8] {
        match self {
            Self::Emulator => b"\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?2004l\x1b[?25h\x1b[?1049l",
            Self::Console => b"\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?25h",
            Self::Vt100 => b"\x1b[m\x1b[r\x1b[H\x1b[J",
        }
    }

    /// Whether the cursor can be hidden.
    pub const fn hides_cursor(self) -> bool {
        matches!(self, Self::Emulator | Self::Console)
    }
}

/// What has a terminal report buttons and the wheel of a mouse, each with its cell, and what ends that. It says nothing of a
/// pointer that only moves.
const MOUSE: [&[u8]; 2] = [b"\x1b[?1000h\x1b[?1006h", b"\x1b[?1006l\x1b[?1000l"];

/// Whether the mouse is reported, so that this has to be given back.
static MOUSE_TAKEN: AtomicBool = AtomicBool::new(false);

/// Sizes beyond are taken as these: two copies of every cell are kept.
const LARGEST: Size = Size::new(1000, 400);

/// Whether panes can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// They can.
    Panes,
    /// Keys come from no terminal, or standard output is none.
    NoTerminal,
    /// `$TERM` is unset, empty or `dumb`.
    Dumb,
}

/// What the terminal of this process can show.
pub fn ability() -> Ability {
    if !isatty(keyboard()) || !isatty(stdout()) {
        Ability::NoTerminal
    } else if is_dumb() {
        Ability::Dumb
    } else {
        Ability::Panes
    }
}

/// Whether the terminal of this process knows no sequences, or none that we could know of.
pub fn is_dumb() -> bool {
    is_dumb_name(env::var_os("TERM").as_deref())
}

fn is_dumb_name(term: Option<&OsStr>) -> bool {
    let name = term.map(OsStr::to_string_lossy).unwrap_or_default();
    name.is_empty() || name == "dumb"
}

/// The terminal's size; 80x24, or what `$COLUMNS` and `$LINES` say, where it does not know (a serial line).
pub fn size() -> Size {
    let told = tcgetwinsize(stdout()).map_or((0, 0), |told| (told.ws_col, told.ws_row));
    let named = |name| env::var(name).ok().and_then(|value| value.parse().ok());
    let either = |told: u16, name, default| match told {
        0 => named(name).filter(|&set| set > 0).unwrap_or(default),
        _ => told,
    };
    Size {
        width: either(told.0, "COLUMNS", 80).min(LARGEST.width),
        height: either(told.1, "LINES", 24).min(LARGEST.height),
    }
}

/// The terminal's settings from before raw mode, while it is taken.
static TAKEN: Mutex<Option<Termios>> = Mutex::new(None);

fn taken() -> MutexGuard<'static, Option<Termios>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal in raw mode; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Modes(());

impl Modes {
    /// Takes the terminal, and sees to it that a panic gives it back before it is reported.
    ///
    /// # Errors
    ///
    /// When keys come from no terminal, or it is gone.
    pub fn take() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let report = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                leave();
                report(info);
            }));
        });
        let modes = Self(());
        modes.retake()?;
        Ok(modes)
    }

    /// What takes the screen, to be sent ahead of the first frame: [`TerminalKind::open`], and with a mouse what has that
    /// reported, where the terminal may know one.
    pub fn opening(&self, with_mouse: bool) -> Vec<u8> {
        let kind = TerminalKind::of_process();
        let mut opening = kind.open().to_vec();
        if with_mouse && kind == TerminalKind::Emulator {
            MOUSE_TAKEN.store(true, Ordering::Relaxed);
            opening.extend_from_slice(MOUSE[0]);
        }
        opening
    }

    /// Takes the terminal again after [`Modes::suspend`], or after something else changed its modes. The
    /// screen needs [`TerminalKind::open`] and a full frame then.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn retake(&self) -> io::Result<()> {
        if signals::can_stop() {
            // The settings seen from the background are the shell's own, for its prompt. Draining changes
            // nothing, but the system stops who asks for it from there until its turn comes; a check and
            // a stop of our own would miss a turn that comes between the two.
            retry_on_intr(|| tcdrain(keyboard()))?;
        }
        let mut taken = taken();
        let before = match taken.take() {
            Some(before) => before,
            None => tcgetattr(keyboard())?,
        };
        let before = taken.insert(before);
        make_raw(keyboard(), before)
    }

    /// Gives the terminal back and stops until the job is continued; [`Modes::retake`] is for the
    /// [`Resumed`](super::events::Event::Resumed) that follows. Does nothing and says `false` where nobody
    /// could continue it.
    ///
    /// # Errors
    ///
    /// When the system does not let it stop.
    pub fn suspend(&self) -> io::Result<bool> {
        if !signals::can_stop() {
            return Ok(false);
        }
        leave();
        signals::stop()?;
        Ok(true)
    }
}

impl Drop for Modes {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back as it was found. Does nothing when it is not taken.
pub fn leave() {
    let Some(before) = taken().take() else { return };
    let mut closing = Vec::new();
    if MOUSE_TAKEN.swap(false, Ordering::Relaxed) {
        closing.extend_from_slice(MOUSE[1]);
    }
    closing.extend_from_slice(TerminalKind::of_process().close());
    device::close(&closing);
    // In the background the shell has the terminal, with its own settings; touching them would stop us.
    if !in_background() {
        let _ = tcsetattr(keyboard(), OptionalActions::Now, &before);
    }
}

/// Whether another job has the terminal. A terminal that is gone nobody has.
fn in_background() -> bool {
    tcgetpgrp(keyboard()).is_ok_and(|foreground| foreground != getpgrp())
}

/// Raw mode keeps what has been typed so far, for the program to read.
fn make_raw(terminal: impl AsFd, before: &Termios) -> io::Result<()> {
    let mut raw = before.clone();
    raw.make_raw();
    let terminal = terminal.as_fd();
    Ok(retry_on_intr(|| {
        tcsetattr(terminal, OptionalActions::Now, &raw)
    })?)
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use portable_pty::{PtySize, native_pty_system};
    use rustix::termios::LocalModes;

    use super::*;

    #[test]
    fn only_a_terminal_that_moves_its_cursor_shows_panes() {
        for (term, is_dumb) in [
            (Some("xterm-256color"), false),
            (Some("vt100"), false),
            (Some("dumb"), true),
            (Some(""), true),
            (None, true),
        ] {
            assert_eq!(is_dumb_name(term.map(OsStr::new)), is_dumb, "{term:?}");
        }
    }

    #[test]
    fn a_terminal_is_known_by_its_name() {
        for (term, want) in [
            ("xterm-256color", TerminalKind::Emulator),
            ("screen.xterm-256color", TerminalKind::Emulator),
            ("unheard-of", TerminalKind::Emulator),
            ("linux", TerminalKind::Console),
            ("linux-16color", TerminalKind::Console),
            ("vt220", TerminalKind::Console),
            ("vt100", TerminalKind::Vt100),
            ("vt102-nsgr", TerminalKind::Vt100),
        ] {
            assert_eq!(TerminalKind::named(term), want, "{term}");
        }
    }

    #[test]
    fn raw_mode_is_undone_exactly() {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let terminal = File::options()
            .read(true)
            .write(true)
            .open(pair.master.tty_name().unwrap())
            .unwrap();
        let before = tcgetattr(&terminal).unwrap();
        make_raw(&terminal, &before).unwrap();
        let raw = tcgetattr(&terminal).unwrap();
        let cooked = LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        assert!(before.local_modes.contains(cooked) && !raw.local_modes.intersects(cooked));
        tcsetattr(&terminal, OptionalActions::Now, &before).unwrap();
        let after = tcgetattr(&terminal).unwrap();
        assert_eq!(format!("{before:?}"), format!("{after:?}"));
    }

    #[test]
    fn leaving_what_was_not_taken_does_nothing() {
        leave();
        leave();
        assert!(taken().is_none());
    }
}
