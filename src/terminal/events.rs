//! What happens to the reader, in batches: the one place where the program waits.
//!
//! `poll(2)` over the terminal and the signal pipe, without a timeout while nothing is unfinished: an idle
//! reader never wakes up. All that is queued comes as one batch, so that a held key costs one frame. A
//! terminal that is gone (hang-up, end of file, an error on reading) is an event, and the last one.

use std::io;
use std::os::fd::AsFd;
use std::time::Duration;

use crossterm::event::KeyEvent;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, retry_on_intr};

use super::input::{Decoder, Input};
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
    /// The terminal has a new size.
    Resize,
    /// Asked to stop from outside (SIGTSTP). Ctrl-Z comes as a key.
    Stop,
    /// Continued after a stop: the terminal's modes and contents may have changed.
    Resumed,
    /// Another thread has something to tell.
    News,
    /// The terminal is gone.
    HangUp,
    /// Asked to end by the signal of this number.
    Terminate(i32),
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
    pub fn next_batch(&mut self) -> io::Result<Vec<Event>> {
        let mut batch = Vec::new();
        while batch.is_empty() {
            let ready = self.wait(self.decoder.patience())?;
            let mut end = None;
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
            } else if !ready.signals {
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
            if end.is_some() || !self.wait(Some(Duration::ZERO))?.input {
                break;
            }
        }
        batch.extend(found.into_iter().map(Event::from));
        Ok(end)
    }

    fn wait(&self, patience: Option<Duration>) -> io::Result<Ready> {
        let mut both = [
            PollFd::new(&self.input, PollFlags::IN),
            PollFd::new(&self.signals, PollFlags::IN),
        ];
        let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
        // Interrupted by a signal, it finds the handler's byte when it asks again.
        retry_on_intr(|| poll(&mut both, timeout.as_ref()))?;
        let [input, signals] = both.map(|polled| !polled.revents().is_empty());
        Ok(Ready { input, signals })
    }
}

/// What has something to say. A hang-up or an error counts: reading tells which.
struct Ready {
    input: bool,
    signals: bool,
}

impl From<Input> for Event {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Paste(text) => Self::Paste(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::net::UnixStream;

    use crossterm::event::{KeyCode, KeyModifiers};
    use signal_hook::consts::{SIGCONT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::low_level::raise;

    use super::*;

    /// Events of one end of a socket pair, and the other end as the terminal. Tests run in one process and
    /// signals reach them all: only [`signals_wake_the_loop`] may raise some, and the others pass over them.
    fn stand() -> (Events<UnixStream>, UnixStream) {
        let (input, terminal) = UnixStream::pair().unwrap();
        (Events::new(input, Signals::catch().unwrap()), terminal)
    }

    fn typed(events: &mut Events<UnixStream>) -> Vec<Event> {
        loop {
            let mut batch = events.next_batch().unwrap();
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
        drop(terminal);
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
        assert!(events.next_batch().unwrap().contains(&Event::News));
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
            assert_eq!(events.next_batch().unwrap(), [want]);
        }
        raise(SIGTSTP).unwrap();
        raise(SIGCONT).unwrap();
        assert_eq!(events.next_batch().unwrap(), [Event::Resumed]);
    }
}
