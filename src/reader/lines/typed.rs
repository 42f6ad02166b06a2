//! Lines that a person types: edited with the keys of the prompts, with the lines before at hand.
//!
//! The terminal is raw while a line is typed, and as it was found while something is printed: what ends or stops a
//! program does so then by itself. Nobody's screen is painted: the row is [`TypedRow`].

use std::collections::VecDeque;
use std::io::{self, Write};
use std::os::fd::BorrowedFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::PROMPT;
use super::line::LineSource;
use crate::reader::app::action::{Action, Edit};
use crate::reader::app::overlays::prompt::Prompt;
use crate::reader::keymap::{self, Context, Key};
use crate::text::typeset::columns;
use crate::tty::device;
use crate::tty::events::{Event, Events, Watch};
use crate::tty::input::EscKey;
use crate::tty::modes::{self, Modes};
use crate::tty::row::TypedRow;
use crate::tty::signals::{self, Signals};

/// The lines of a terminal.
pub struct TypedLines {
    events: Events<BorrowedFd<'static>>,
    /// What happened behind the end of the last line.
    ahead: VecDeque<Event>,
    /// Whether no line is typed.
    is_idle: Arc<AtomicBool>,
    /// The lines before, the latest last.
    history: Vec<String>,
}

/// A line while it is typed.
#[derive(Default)]
struct Typing {
    prompt: Prompt,
    row: TypedRow,
    /// How many lines back of the history it is.
    back: usize,
    /// What was typed before the history was looked into.
    draft: String,
}

/// How the typing of a line ended.
enum TypingEnd {
    Line(String),
    /// Nobody types any more.
    Input,
    Signal(i32),
}

impl TypedLines {
    /// Lines of the terminal that the keys come from.
    ///
    /// # Errors
    /// The system takes no handlers of signals.
    pub fn of_terminal() -> io::Result<Self> {
        let mut signals = Signals::catch()?;
        let is_idle = signals.act_while()?;
        Ok(Self {
            events: Events::new(device::input(), signals),
            ahead: VecDeque::new(),
            is_idle,
            history: Vec::new(),
        })
    }

    fn type_line(&mut self, modes: &Modes, output: &mut dyn Write) -> io::Result<TypingEnd> {
        let mut typing = Typing::default();
        loop {
            let Some(event) = self.ahead.pop_front() else {
                typing.show(output)?;
                let watch = Watch {
                    input: true,
                    esc: EscKey::Idle,
                    ..Watch::default()
                };
                self.ahead.extend(self.events.next_batch(watch)?);
                continue;
            };
            match event {
                Event::Key(key) => {
                    let action = keymap::action(Context::Finder, key);
                    let is_end = matches!(Key::of(key), Key::Ctrl('c' | 'd'));
                    match action {
                        Some(Action::Leave | Action::Edit(Edit::DeleteForward))
                            if is_end && typing.prompt.text().is_empty() =>
                        {
                            return Ok(TypingEnd::Input);
                        }
                        Some(Action::Accept) => {
                            typing.show(output)?;
                            output.write_all(b"\r\n")?;
                            return Ok(TypingEnd::Line(typing.prompt.text().to_owned()));
                        }
                        Some(Action::Leave) => {
                            // It stays to be read, as all that was printed.
                            typing.show(output)?;
                            typing = Typing::default();
                            begin_again(output)?;
                        }
                        Some(Action::Suspend) => {
                            modes.suspend()?;
                        }
                        Some(action) => typing.change(action, &self.history),
                        None => {}
                    }
                }
                Event::Paste(text) => {
                    typing.prompt.paste(&text);
                }
                Event::Stop => {
                    modes.suspend()?;
                }
                Event::Resumed => {
                    modes.retake()?;
                    typing.row = TypedRow::default();
                    begin_again(output)?;
                }
                Event::Resize if !typing.row.fits(room()) => {
                    typing.row = TypedRow::default();
                    begin_again(output)?;
                }
                Event::HangUp => return Ok(TypingEnd::Input),
                Event::Terminate(signal) => return Ok(TypingEnd::Signal(signal)),
                Event::Mouse(_) | Event::Resize | Event::News | Event::Due | Event::Writable => {}
            }
        }
    }

    /// Keeps a line for those that follow, unless it is the last one again.
    fn remember(&mut self, line: &str) {
        if !line.trim().is_empty() && self.history.last().is_none_or(|last| last != line) {
            self.history.push(line.to_owned());
        }
    }
}

impl LineSource for TypedLines {
    fn next_line(&mut self, prompt: &str, output: &mut dyn Write) -> io::Result<Option<String>> {
        output.flush()?;
        self.is_idle.store(false, Ordering::SeqCst);
        // A terminal that is gone has no further line.
        let Ok(modes) = Modes::take() else {
            return Ok(None);
        };
        // Whoever sees the prompt may type what is then a key, Ctrl-C as well.
        let end = output
            .write_all(prompt.as_bytes())
            .and_then(|()| self.type_line(&modes, output));
        drop(modes);
        self.is_idle.store(true, Ordering::SeqCst);
        match end.unwrap_or(TypingEnd::Input) {
            TypingEnd::Line(line) => {
                self.remember(&line);
                return Ok(Some(line.trim().to_owned()));
            }
            TypingEnd::Input => {}
            TypingEnd::Signal(signal) => {
                // Where the shell goes on.
                let _ = output.write_all(b"\n").and_then(|()| output.flush());
                signals::die_of(signal);
            }
        }
        Ok(None)
    }

    fn is_ahead(&self) -> bool {
        self.ahead
            .iter()
            .any(|event| matches!(event, Event::Key(_)))
    }
}

impl Typing {
    fn change(&mut self, action: Action, history: &[String]) {
        match action {
            Action::Previous | Action::Edit(Edit::Older) => self.recall(self.back + 1, history),
            Action::Next | Action::Edit(Edit::Newer) if self.back > 0 => {
                self.recall(self.back - 1, history);
            }
            Action::Edit(edit) => {
                self.prompt.edit(edit);
            }
            _ => {}
        }
    }

    /// Takes the line that was typed so many lines before; of none, what was typed now.
    fn recall(&mut self, back: usize, history: &[String]) {
        if self.back == 0 {
            self.draft = self.prompt.text().to_owned();
        }
        if let Some(at) = history.len().checked_sub(back) {
            self.prompt = Prompt::with(history.get(at).unwrap_or(&self.draft));
            self.back = back;
        }
    }

    fn show(&mut self, output: &mut dyn Write) -> io::Result<()> {
        let before = self.prompt.before_cursor();
        let after = self.prompt.text().get(before.len()..).unwrap_or_default();
        let sent = self.row.show(before, after, room());
        output.write_all(sent.as_bytes())?;
        output.flush()
    }
}

/// The columns behind the prompt.
fn room() -> usize {
    usize::from(modes::size().width).saturating_sub(columns(PROMPT))
}

/// Asks anew on a row of its own: what was printed stays.
fn begin_again(output: &mut dyn Write) -> io::Result<()> {
    write!(output, "\r\n{PROMPT}")
}
