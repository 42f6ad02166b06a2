//! Text set for people: numbers hung in a margin, matches highlighted, nothing wider than the terminal.
//!
//! Into a pipe a paragraph is one line, behind its citation and a tab; that form is the commands' own.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use super::{Charset, Manner, Output};
use crate::text::model::Resolution;
use crate::text::typeset::{columns, wrap};
use crate::text::visible::visible;

/// The columns before the text of a paragraph; its number ends two before.
pub(in crate::cli) const MARGIN: usize = 8;

/// The columns by which points are set in, a level.
const INDENT: usize = 4;

/// The fewest columns that a text needs beside its head.
const ROOM: usize = 16;

/// What stands before the first row of a text; the other rows keep as many columns free.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Head {
    text: String,
    columns: usize,
}

impl Head {
    /// A text as it is, controls made visible.
    pub(in crate::cli) fn new(text: &str) -> Self {
        let text = visible(text).into_owned();
        let columns = columns(&text);
        Self { text, columns }
    }

    /// A name in bold, up to `width` columns and two blanks at least.
    pub(in crate::cli) fn name(name: &str, width: usize, manner: Manner) -> Self {
        let Self { text, columns } = Self::new(name);
        let free = width.saturating_sub(columns).max(2);
        Self {
            text: [&*manner.bold(&text), &" ".repeat(free)].concat(),
            columns: columns + free,
        }
    }

    /// A number at the right of the margin.
    pub(in crate::cli) fn in_margin(number: &str) -> Self {
        let Self { text, columns } = Self::new(number);
        let free = (MARGIN - 2).saturating_sub(columns);
        Self {
            text: [" ".repeat(free).as_str(), &text, "  "].concat(),
            columns: free + columns + 2,
        }
    }

    /// The number of a point, set in by `indent` columns.
    fn of_point(number: &str, indent: usize) -> Self {
        let Self { text, columns } = Self::new(number);
        let free = INDENT.saturating_sub(columns).max(1);
        Self {
            text: [" ".repeat(indent).as_str(), &text, &" ".repeat(free)].concat(),
            columns: indent + columns + free,
        }
    }

    /// The head with a sign behind it.
    pub(in crate::cli) fn then(mut self, sign: &str) -> Self {
        self.text.push_str(sign);
        self.columns += columns(sign);
        self
    }

    /// What stands before a row of the text, counted from 0.
    fn before(&self, row: usize) -> Cow<'_, str> {
        match row {
            0 => Cow::Borrowed(&self.text),
            _ => Cow::Owned(" ".repeat(self.columns)),
        }
    }

    /// The columns it takes.
    pub(in crate::cli) fn columns(&self) -> usize {
        self.columns
    }
}

/// Text with matches, to be set in rows.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Highlighted<'a> {
    pub(in crate::cli) text: &'a str,
    /// Byte ranges of the text, ascending.
    pub(in crate::cli) spans: &'a [Range<usize>],
}

impl<'a> Highlighted<'a> {
    /// Text without a match.
    pub(in crate::cli) fn plain(text: &'a str) -> Self {
        Self { text, spans: &[] }
    }

    /// A piece of the text, its controls visible and its matches underlined.
    fn piece(self, range: Range<usize>, manner: Manner) -> String {
        let mut piece = String::new();
        let mut at = range.start;
        for span in self.spans {
            let from = span.start.clamp(at, range.end);
            let to = span.end.clamp(from, range.end);
            piece.push_str(&manner.shown(self.text.get(at..from).unwrap_or_default()));
            let matched = manner.shown(self.text.get(from..to).unwrap_or_default());
            piece.push_str(&manner.underlined(&matched));
            at = to;
        }
        piece.push_str(&manner.shown(self.text.get(at..range.end).unwrap_or_default()));
        piece
    }
}

impl<W: Write> Output<W> {
    /// Prints a text in rows of `width` behind its head.
    pub(in crate::cli) fn hung(
        &mut self,
        head: &Head,
        text: Highlighted<'_>,
        width: usize,
    ) -> io::Result<()> {
        let head = &self.fitting(head, text, width)?;
        let rows = wrap(text.text, width.saturating_sub(head.columns));
        for (position, row) in rows.into_iter().enumerate() {
            let piece = text.piece(row, self.manner);
            self.line(&[&*head.before(position), &piece].concat())?;
        }
        Ok(())
    }

    /// Prints at most `most` rows of a text, from the row before that of a byte.
    pub(in crate::cli) fn excerpt(
        &mut self,
        head: &Head,
        (text, byte): (Highlighted<'_>, usize),
        width: usize,
        most: usize,
    ) -> io::Result<()> {
        let ellipsis = self.manner.ellipsis();
        let head = &self.fitting(head, text, width)?;
        let room = width.saturating_sub(head.columns);
        if wrap(text.text, room).len() <= most {
            return self.hung(head, text, width);
        }
        let rows = wrap(text.text, room.saturating_sub(columns(ellipsis)));
        let first = rows
            .partition_point(|row| row.end <= byte)
            .saturating_sub(1)
            .min(rows.len().saturating_sub(most));
        let last = (first + most).min(rows.len());
        for (position, row) in rows.iter().enumerate().take(last).skip(first) {
            let mut piece = text.piece(row.clone(), self.manner);
            if position == first && first > 0 {
                piece.insert_str(0, ellipsis);
            }
            if position + 1 == last && last < rows.len() {
                piece.truncate(piece.trim_end().len());
                piece.push_str(ellipsis);
            }
            self.line(&[&*head.before(position - first), &piece].concat())?;
        }
        Ok(())
    }

    /// The head, if it leaves room for the text; else it is printed, and the text goes below.
    fn fitting(&mut self, head: &Head, text: Highlighted<'_>, width: usize) -> io::Result<Head> {
        let room = width.saturating_sub(head.columns);
        if text.text.is_empty() || room >= ROOM.min(width / 2) {
            return Ok(head.clone());
        }
        self.line(&head.text)?;
        Ok(Head::new("  "))
    }

    /// Prints the passage at `index` with its points, `number` hung in the margin.
    pub(in crate::cli) fn unit(
        &mut self,
        resolution: &Resolution,
        index: usize,
        number: &str,
        width: usize,
    ) -> io::Result<()> {
        let unit = &resolution.passages[resolution.unit(index)];
        for passage in unit {
            let depth = usize::from(passage.depth - unit[0].depth);
            // What stands among points stands at the margin of their paragraph.
            let (level, number) = match (depth, passage.is_text()) {
                (0, _) => (0, number),
                (_, true) => (depth, passage.number.as_deref().unwrap_or_default()),
                (_, false) => (depth - 1, ""),
            };
            let head = if level == 0 {
                Head::in_margin(number)
            } else {
                // Deep points keep half of the width for their text.
                let indent = (MARGIN + INDENT * (level - 1)).min(width / 2);
                Head::of_point(number, indent)
            };
            for line in passage.marked_text().lines() {
                self.hung(&head, Highlighted::plain(line), width)?;
            }
        }
        Ok(())
    }
}

impl Manner {
    /// What stands where text was cut off.
    pub(in crate::cli) fn ellipsis(self) -> &'static str {
        match self.charset {
            Charset::Unicode => "…",
            Charset::Ascii => "...",
        }
    }

    /// What stands before a note of the reader.
    pub(in crate::cli) fn bullet(self) -> &'static str {
        match self.charset {
            Charset::Unicode => "• ",
            Charset::Ascii => "* ",
        }
    }

    /// What stands before a hit that was only guessed.
    pub(in crate::cli) fn guess(self) -> &'static str {
        match self.charset {
            Charset::Unicode => "≈ ",
            Charset::Ascii => "~ ",
        }
    }
}

/// A text with blanks behind it, up to `width` columns.
pub(in crate::cli) fn padded(text: &str, width: usize) -> String {
    let text = visible(text);
    let free = width.saturating_sub(columns(&text));
    [&*text, &" ".repeat(free)].concat()
}
