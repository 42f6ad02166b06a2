//! What happens to the reader, in batches: the one place where the program waits.
//!
//! `poll(2)` over the terminal and the signal pipe, without a timeout while nothing is unfinished or held
//! back: an idle reader never wakes up. All that is queued comes as one batch, so that a held key costs one frame. A
//! terminal that is gone (hang-up, end of file, an error on reading) is an event, and the last one.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use crossterm::event::KeyEvent;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, retry_on_intr};

use super::input::{Decoder, EscKey, Input, MouseReport};
use super::signals::{Signals, Wishes};

/// The most bytes read for one batch: a flood of input must not keep frames away.
const BATCH: usize = 64 * 1024;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted: at most [`super::input::PASTE_LIMIT`] bytes, lines ended by `\n`.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseReport),
    /// The terminal has a new size.
    Resize,
    /// Asked to stop from outside (SIGTSTP). Ctrl-Z comes as a key.
    Stop,
    /// Continued after a stop: the terminal's modes and contents may have changed.
    Resumed,
    /// Another thread has sent something.
    News,
    /// What was held back is due.
    Due,
    /// The terminal takes output again.
    Writable,
    /// The terminal is gone.
    HangUp,
    /// Asked to end by the signal of this number.
    Terminate(i32),
}

/// What is waited for, beside signals.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch<'t> {
    /// Input: not while the terminal belongs to another program, which reads it too.
    pub input: bool,
    /// A terminal that has still to take output.
    pub output: Option<BorrowedFd<'t>>,
    /// How long to wait before [`Event::Due`]; none if nothing is held back.
    pub due: Option<Duration>,
    /// What Esc would do, if it comes.
    pub esc: EscKey,
}

/// The events of the terminal `I` is read from.
#[derive(Debug)]
pub struct Events<I> {
    input: I,
    signals: Signals,
    decoder: Decoder,
}

impl<I: AsFd> Events<I> {
    /// Events of a terminal (or of anything else that can be polled) and of signals.
    pub fn new(input: I, signals: Signals) -> Self {
        Self {
            input,
            signals,
            decoder: Decoder::default(),
        }
    }

    /// Waits until something happens and returns all that has happened, in order; signals come first,
    /// and what ends the program comes last.
    ///
    /// # Errors
    ///
    /// When the system cannot wait.
    pub fn next_batch(&mut self, watch: Watch<'_>) -> io::Result<Vec<Event>> {
        self.decoder.set_esc(watch.esc);
        let mut batch = Vec::new();
        while batch.is_empty() {
            let unfinished = self.decoder.patience();
            let ready = self.wait(watch, unfinished.or(watch.due))?;
            let mut end = None;
            batch.extend(ready.output.then_some(Event::Writable));
            if ready.signals {
                let wishes = self.signals.take();
                batch.extend(wishes.stop.then_some(Event::Stop));
                batch.extend(wishes.resumed.then_some(Event::Resumed));
                batch.extend(wishes.resized.then_some(Event::Resize));
                end = wishes.end.map(Event::Terminate);
                if wishes == Wishes::default() {
                    batch.push(Event::News);
                }
            }
            if ready.input {
                end = end.or(self.read_all(&mut batch)?);
            } else if !ready.signals && !ready.output && unfinished.is_none() {
                batch.push(Event::Due);
            } else if !ready.signals && !ready.output {
                let mut found = Vec::new();
                self.decoder.expire(&mut found);
                batch.extend(found.into_iter().map(Event::from));
            }
            batch.extend(end);
        }
        Ok(batch)
    }

    /// Reads what is queued; what it returns ends the program.
    fn read_all(&mut self, batch: &mut Vec<Event>) -> io::Result<Option<Event>> {
        let (mut bytes, mut found, mut total) = ([0; 4096], Vec::new(), 0);
        let mut end = None;
        while total < BATCH {
            match read(&self.input, &mut bytes) {
                Ok(0) => end = Some(Event::HangUp),
                Ok(count) => {
                    total += count;
                    self.decoder
                        .feed(bytes.get(..count).unwrap_or_default(), &mut found);
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => end = Some(Event::HangUp),
            }
            let more = Watch {
                input: true,
                ..Watch::default()
            };
            if end.is_some() || !self.wait(more, Some(Duration::ZERO))?.input {
                break;
            }
        }
        batch.extend(found.into_iter().map(Event::from));
        Ok(end)
    }

    fn wait(&self, watch: Watch<'_>, patience: Option<Duration>) -> io::Result<Ready> {
        let signals = PollFd::new(&self.signals, PollFlags::IN);
        let input = watch.input.then(|| PollFd::new(&self.input, PollFlags::IN));
        let output = watch
            .output
            .map(|terminal| PollFd::from_borrowed_fd(terminal, PollFlags::OUT));
        let mut polled: Vec<_> = [Some(signals), input, output]
            .into_iter()
            .flatten()
            .collect();
        let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
        // Interrupted by a signal, it finds the handler's byte when it asks again.
        retry_on_intr(|| poll(&mut polled, timeout.as_ref()))?;
        let mut ready = polled.iter().map(|polled| !polled.revents().is_empty());
        let mut next = || ready.next().unwrap_or_default();
        Ok(Ready {
            signals: next(),
            input: watch.input && next(),
            output: watch.output.is_some() && next(),
        })
    }
}

/// What can be read or written now. A hang-up or an error counts as readable: the read then fails.
struct Ready {
    signals: bool,
    input: bool,
    output: bool,
}

impl From<Input> for Event {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Paste(text) => Self::Paste(text),
            Input::Mouse(report) => Self::Mouse(report),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::Shutdown;
    use std::os::unix::net::UnixStream;

    use crossterm::event::{KeyCode, KeyModifiers};
    use signal_hook::consts::{SIGCONT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::low_level::raise;

    use super::*;

    const WATCH: Watch<'_> = Watch {
        input: true,
        output: None,
        due: None,
        esc: EscKey::Acts,
    };

    /// Events of one end of a socket pair, and the other end as the terminal. Tests run in one process and
    /// signals reach them all: only [`signals_wake_the_loop`] may raise some, and the others pass over them.
    fn stand() -> (Events<UnixStream>, UnixStream) {
        let (input, terminal) = UnixStream::pair().unwrap();
        (Events::new(input, Signals::catch().unwrap()), terminal)
    }

    fn typed(events: &mut Events<UnixStream>) -> Vec<Event> {
        loop {
            let mut batch = events.next_batch(WATCH).unwrap();
            batch.retain(|event| matches!(event, Event::Key(_) | Event::Paste(_) | Event::HangUp));
            if !batch.is_empty() {
                return batch;
            }
        }
    }

    fn key(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn keys_queued_at_once_are_one_batch() {
        let (mut events, mut terminal) = stand();
        terminal.write_all(&b"j".repeat(5000)).unwrap();
        assert_eq!(typed(&mut events), vec![key(KeyCode::Char('j')); 5000]);
    }

    #[test]
    fn a_lone_escape_is_believed_when_nothing_follows() {
        let (mut events, mut terminal) = stand();
        terminal.write_all(b"\x1b").unwrap();
        assert_eq!(typed(&mut events), [key(KeyCode::Esc)]);
    }

    #[test]
    fn a_sequence_cut_between_packets_is_one_key() {
        let (mut events, mut terminal) = stand();
        let (mut first, mut found) = (true, Vec::new());
        for packet in [b"j\x1b".as_slice(), b"[", b"5", b"~"] {
            terminal.write_all(packet).unwrap();
            if std::mem::take(&mut first) {
                found.extend(typed(&mut events));
            } else if packet != b"~" {
                let mut keys = Vec::new();
                assert_eq!(events.read_all(&mut keys).unwrap(), None);
                found.extend(keys);
            }
        }
        found.extend(typed(&mut events));
        assert_eq!(found, [key(KeyCode::Char('j')), key(KeyCode::PageUp)]);
    }

    #[test]
    fn a_terminal_that_vanishes_is_the_last_event() {
        let (mut events, mut terminal) = stand();
        terminal.write_all(b"j").unwrap();
        // Dropped, it could live on for a moment in a process that another test starts.
        terminal.shutdown(Shutdown::Both).unwrap();
        assert_eq!(typed(&mut events), [key(KeyCode::Char('j')), Event::HangUp]);
        assert_eq!(typed(&mut events), [Event::HangUp]);
    }

    #[test]
    fn another_thread_wakes_the_loop() {
        let (input, _terminal) = UnixStream::pair().unwrap();
        let signals = Signals::catch().unwrap();
        let mut waker = signals.waker().unwrap();
        let mut events = Events::new(input, signals);
        waker.write_all(&[0]).unwrap();
        assert!(events.next_batch(WATCH).unwrap().contains(&Event::News));
    }

    #[test]
    fn signals_wake_the_loop() {
        let (mut events, _terminal) = stand();
        for (signal, want) in [
            (SIGWINCH, Event::Resize),
            (SIGTSTP, Event::Stop),
            (SIGCONT, Event::Resumed),
            (SIGTERM, Event::Terminate(SIGTERM)),
        ] {
            raise(signal).unwrap();
            assert_eq!(events.next_batch(WATCH).unwrap(), [want]);
        }
        for (first, second, want) in [
            (SIGTSTP, SIGCONT, Event::Resumed),
            (SIGCONT, SIGTSTP, Event::Stop),
        ] {
            raise(first).unwrap();
            raise(second).unwrap();
            assert_eq!(events.next_batch(WATCH).unwrap(), [want]);
        }
    }

    #[test]
    fn a_terminal_of_somebody_else_is_not_read() {
        let (mut events, mut terminal) = stand();
        terminal.write_all(b"j").unwrap();
        let mut waker = events.signals.waker().unwrap();
        waker.write_all(&[0]).unwrap();
        let away = Watch {
            input: false,
            ..WATCH
        };
        let batch = events.next_batch(away).unwrap();
        assert!(!batch.contains(&key(KeyCode::Char('j'))), "{batch:?}");
        assert_eq!(typed(&mut events), [key(KeyCode::Char('j'))]);
    }

    #[test]
    fn what_is_due_wakes_the_loop_once_the_keys_are_read() {
        let (mut events, mut terminal) = stand();
        terminal.write_all(b"j\x1b").unwrap();
        let watch = Watch {
            due: Some(Duration::ZERO),
            ..WATCH
        };
        let mut seen = Vec::new();
        while !seen.contains(&Event::Due) {
            seen.extend(events.next_batch(watch).unwrap());
        }
        seen.retain(|event| matches!(event, Event::Key(_) | Event::Due));
        let keys = [key(KeyCode::Char('j')), key(KeyCode::Esc)];
        assert_eq!(seen, [&keys[..], &[Event::Due]].concat());
    }

    #[test]
    fn a_terminal_that_takes_output_again_is_an_event() {
        let (mut events, terminal) = stand();
        let watch = Watch {
            output: Some(terminal.as_fd()),
            ..WATCH
        };
        assert!(events.next_batch(watch).unwrap().contains(&Event::Writable));
    }
}
