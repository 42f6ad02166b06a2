//! The reader in lines, for screen readers and for terminals without panes: a command in, text out.
//!
//! It walks the same [`App`] as the panes do and keeps the same state, but nothing moves on the screen:
//! no sequence is sent, and what was printed stays. Each move prints where it led, then the text there:
//! short lines first, and counts in words. A person edits the line at a terminal that moves its cursor; any other
//! stays as it is, so that its own line editing, echo and signals work, and input may as well come from a file. The
//! state is written after each command: no end of any kind loses more than the line that was being typed.
//!
//! | module | owns |
//! |---|---|
//! | `line` | standard input, line by line |
//! | `typed` | a line while a person types it, and those before |
//! | `command` | a line → what it asks for, by the table of the keys |
//! | `obey` | what is done for it |
//! | `finder` | finding, and the list of what was found |
//! | `place` | where the reader is, in words |
//! | `aloud` | reading on, spelling, the place among others |
//! | `lists` | what the other panes list: outline, sessions, marks |
//! | `references` | what the paragraph refers to, who refers to it, and what the resolution asks for |
//! | `wordings` | what a paragraph is traced to, and two resolutions compared |

use std::io::{self, Write};

use crate::reader::app::action::Action;
use crate::reader::app::view::{Extent, Viewport};
use crate::reader::app::{App, Message};
use crate::reader::keep::saving::Memory;
use crate::search::Index;
use crate::text::model::Place;
use crate::text::typeset::wrap;
use crate::text::visible::{ascii, visible};

mod aloud;
mod command;
mod finder;
mod line;
mod lists;
mod obey;
mod place;
mod references;
mod typed;
mod wordings;

use command::LineCommand;

pub use command::commands;
pub use line::LineSource;
pub use typed::TypedLines;

/// The prompt: the sign that `less` has, and the panes for a citation.
const PROMPT: &str = ": ";

/// Rows of a list that are printed at once.
const PAGE: usize = 20;

/// Rows and columns beyond any text: it is all in sight, so that a step leads to the next paragraph.
const ENDLESS: usize = 1 << 30;

/// How the dialogue asks, wraps and searches.
pub struct DialogueManner<'m> {
    /// Whether a person answers: then there is a prompt, and a hint at the beginning.
    pub asks: bool,
    /// The columns of the terminal, whenever text is printed; none where nothing is to be wrapped.
    pub width: &'m dyn Fn() -> Option<usize>,
    /// Whether quotation marks and dashes of the text are shown in ASCII.
    pub is_ascii: bool,
    /// Whether somebody has typed on, so that reading aloud is to end.
    pub is_interrupted: &'m dyn Fn() -> bool,
    /// The index, made when the first thing is looked for.
    pub index: &'m dyn Fn() -> Index,
}

/// Reads until `quit` or the end of the input. Returns what could not be saved, and why.
///
/// # Errors
/// Nothing can be printed any more. The place is saved all the same.
pub fn run(
    app: App<'_>,
    memory: Memory,
    manner: &DialogueManner<'_>,
    input: &mut dyn LineSource,
    output: impl Write,
) -> io::Result<Option<String>> {
    let mut dialogue = Dialogue {
        app,
        memory,
        manner,
        output,
        unlisted: Vec::new(),
        are_whole: false,
        is_ahead: false,
    };
    dialogue.app.resize(view());
    let end = dialogue.open().and_then(|()| dialogue.converse(input));
    // What was the last move is known even where it could not be printed.
    let unsaved = dialogue.memory.close(&dialogue.app);
    end.map(|()| unsaved)
}

fn view() -> Viewport {
    let all = Extent {
        rows: ENDLESS,
        columns: ENDLESS,
    };
    Viewport {
        sessions: ENDLESS,
        outline: ENDLESS,
        text: all,
        zoomed: all,
        preview: all,
        list: finder::LISTED,
        ..Viewport::default()
    }
}

struct Dialogue<'r, W> {
    app: App<'r>,
    memory: Memory,
    manner: &'r DialogueManner<'r>,
    output: W,
    /// Rows of the last list that `more` prints, in their order.
    unlisted: Vec<String>,
    /// Whether they are printed whole, or as much of each as fits in one line.
    are_whole: bool,
    /// Whether more was typed behind the last line.
    is_ahead: bool,
}

impl<W: Write> Dialogue<'_, W> {
    fn open(&mut self) -> io::Result<()> {
        if self.manner.asks {
            self.say("`help` lists the commands")?;
        }
        self.tell()?;
        self.title()?;
        self.paragraph()
    }

    fn converse(&mut self, input: &mut dyn LineSource) -> io::Result<()> {
        loop {
            self.save()?;
            let prompt = if self.manner.asks { PROMPT } else { "" };
            let line = input.next_line(prompt, &mut self.output)?;
            self.is_ahead = input.is_ahead();
            let Some(line) = line else {
                if self.manner.asks {
                    // Where the terminal is gone, nobody misses it.
                    let _ = self.output.write_all(b"\n");
                }
                return Ok(());
            };
            let before = self.app.place();
            let command = LineCommand::read(&line);
            if self.obey(command)? {
                return self.output.flush();
            }
            match command {
                LineCommand::Read(_) => self.tell()?,
                LineCommand::Other(_) | LineCommand::Do(Action::GoTo, _) => {
                    self.led_to_cited(before)?;
                }
                _ => self.led(before)?,
            }
        }
    }

    /// Prints the message, and the paragraph if it is another one than `before`.
    fn led(&mut self, before: Place) -> io::Result<()> {
        self.tell()?;
        let here = self.app.place();
        if here.resolution != before.resolution {
            self.title()?;
        }
        if here == before {
            return Ok(());
        }
        self.paragraph()
    }

    /// The same for a citation: of several that are cited together, all are printed.
    fn led_to_cited(&mut self, before: Place) -> io::Result<()> {
        let stops = self.app.resolution().passages.len();
        let cited: Vec<usize> = (0..stops)
            .filter(|&at| self.app.is_cited(at) && self.app.resolution().stop_at(at) == at)
            .collect();
        if cited.is_empty() {
            return self.led(before);
        }
        self.tell()?;
        if self.app.place().resolution != before.resolution {
            self.title()?;
        }
        cited.into_iter().try_for_each(|at| self.passage(at))
    }

    /// Says the message, if there is one.
    fn tell(&mut self) -> io::Result<()> {
        let Some(Message::Note(text) | Message::Refusal(text)) = self.app.message().cloned() else {
            return Ok(());
        };
        self.app.dismiss();
        self.say(&text)
    }

    fn save(&mut self) -> io::Result<()> {
        match self.memory.keep(&self.app) {
            Some(trouble) => self.say(&trouble),
            None => Ok(()),
        }
    }

    /// Prints a text in rows of the terminal's width.
    fn say(&mut self, text: &str) -> io::Result<()> {
        let Some(width) = (self.manner.width)() else {
            return self.row(text);
        };
        for row in wrap(text, width) {
            self.row(text.get(row).unwrap_or_default().trim_end())?;
        }
        Ok(())
    }

    /// Prints a row, its controls visible, in the letters that the terminal has.
    fn row(&mut self, row: &str) -> io::Result<()> {
        let mut row = visible(row);
        if self.manner.is_ascii {
            row = row.chars().map(|c| ascii(c).unwrap_or(c)).collect();
        }
        writeln!(self.output, "{row}")
    }
}
