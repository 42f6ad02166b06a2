//! Standard output: where data goes, how wide it is set, and whether it may be bold.
//!
//! The one place that names standard output. A pipe gets no escape sequence and no line break that is
//! not in the data; a terminal gets both. A reader who closes the pipe has seen enough: the write that
//! fails ends the program quietly (`is_closed_pipe`).

pub(super) mod json;
pub(super) mod record;
pub(super) mod rows;
pub(super) mod sheet;
pub(super) mod units;

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

use super::args::choices::When;
use crate::export::csv_table;
use crate::text::visible::{ascii, visible};
use crate::tty::modes;

/// The widest that text is set, whatever the terminal.
const MEASURE: usize = 80;

/// Where data is printed, and how.
#[derive(Debug)]
pub(super) struct Output<W> {
    to: W,
    pub(super) manner: Manner,
}

/// How text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    /// The columns that text is set to; none in a pipe, where nothing is wrapped.
    pub(super) width: Option<usize>,
    /// The columns of the terminal.
    pub(super) screen: usize,
    /// Whether bold and underline may be used.
    pub(super) emphasis: Emphasis,
    /// Which characters signs are made of.
    pub(super) charset: Charset,
    /// Whether a terminal shows it, which has the quotes and dashes of a text in those characters too.
    pub(super) is_on_screen: bool,
}

/// What was printed of an array.
#[derive(Default)]
pub(super) struct ArrayItems {
    any: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Emphasis {
    Plain,
    Styled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Unicode,
    Ascii,
}

impl Output<BufWriter<StdoutLock<'static>>> {
    /// Standard output.
    pub(super) fn stdout(color: When, charset: Charset) -> Self {
        let screen = terminal_columns().unwrap_or(MEASURE);
        let width = stdout_is_terminal().then_some(screen.min(MEASURE));
        let emphasis = match color {
            When::Always => Emphasis::Styled,
            When::Auto if width.is_some() && !no_color() && !modes::is_dumb() => Emphasis::Styled,
            When::Auto | When::Never => Emphasis::Plain,
        };
        Self {
            to: BufWriter::new(io::stdout().lock()),
            manner: Manner {
                width,
                screen,
                emphasis,
                charset,
                is_on_screen: width.is_some(),
            },
        }
    }
}

/// Whether a person reads standard output.
pub(super) fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The columns of the terminal; none where it does not say.
fn terminal_columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|&columns| columns > 0)
}

/// Whether the locale has more than ASCII. Where nothing is said of it, as in a bare container, it has.
pub(super) fn locale_is_utf8() -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    said.is_none_or(|value| {
        let value = value.to_string_lossy().to_lowercase();
        value.contains("utf-8") || value.contains("utf8")
    })
}

/// Whether `NO_COLOR` asks for plain text (<https://no-color.org>: set and not empty).
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

impl<W: Write> Output<W> {
    /// What goes elsewhere than to standard output.
    pub(super) fn to(to: W, manner: Manner) -> Self {
        Self { to, manner }
    }

    /// Prints a line.
    pub(super) fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.to, "{}", line.trim_end_matches(' '))
    }

    /// Where it all goes, for a dialogue that prints as it goes on.
    pub(super) fn dialogue(&mut self) -> &mut W {
        &mut self.to
    }

    /// Prints bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)
    }

    /// Prints a line whose columns are parted by tabs, their controls made visible.
    pub(super) fn columns(&mut self, columns: &[&str]) -> io::Result<()> {
        let columns: Vec<_> = columns.iter().map(|column| visible(column)).collect();
        writeln!(self.to, "{}", columns.join("\t"))
    }

    /// Begins a table with the names of its columns, as RFC 4180 has it.
    pub(super) fn table(&mut self, names: &[&str]) -> csv::Result<csv::Writer<&mut dyn Write>> {
        csv_table(&mut self.to, names)
    }

    /// Prints an array with one object a line, so that it can be read by line as well.
    pub(super) fn array<T: Serialize>(
        &mut self,
        objects: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        let mut items = ArrayItems::default();
        for object in objects {
            self.begin_item(&mut items)?;
            json::write(&mut self.to, &object)?;
        }
        self.end_array(&items)
    }

    /// Prints an object of an array whose objects are not all at hand, as [`json::text`] makes it.
    pub(super) fn item(&mut self, items: &mut ArrayItems, object: &str) -> io::Result<()> {
        self.begin_item(items)?;
        self.to.write_all(object.as_bytes())
    }

    fn begin_item(&mut self, items: &mut ArrayItems) -> io::Result<()> {
        let before = if items.any { ",\n" } else { "[\n" };
        items.any = true;
        self.to.write_all(before.as_bytes())
    }

    /// Ends an array.
    pub(super) fn end_array(&mut self, items: &ArrayItems) -> io::Result<()> {
        let end = if items.any { "\n]\n" } else { "[]\n" };
        self.to.write_all(end.as_bytes())
    }

    /// Makes sure that all has been written.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Manner {
    /// A text as it is shown: its controls visible, and on a screen in the characters that are there.
    pub(super) fn shown(self, text: &str) -> Cow<'_, str> {
        let text = visible(text);
        match self.charset {
            Charset::Ascii if self.is_on_screen => {
                text.chars().map(|c| ascii(c).unwrap_or(c)).collect()
            }
            Charset::Ascii | Charset::Unicode => text,
        }
    }

    /// The text as a heading.
    pub(super) fn bold(self, text: &str) -> String {
        self.styled(text, "\x1b[1m", "\x1b[22m")
    }

    /// The text as a match.
    pub(super) fn underlined(self, text: &str) -> String {
        self.styled(text, "\x1b[4m", "\x1b[24m")
    }

    fn styled(self, text: &str, on: &str, off: &str) -> String {
        match self.emphasis {
            Emphasis::Styled if !text.is_empty() => [on, text, off].concat(),
            Emphasis::Styled | Emphasis::Plain => text.to_owned(),
        }
    }
}

/// Whether an error means that nobody reads what is written any more.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
