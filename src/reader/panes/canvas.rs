//! A part of the screen to draw on. Strings become cells: cut to the room there is, controls made visible,
//! matches in their style.
//!
//! Positions are columns and rows of the screen, whatever part of it a canvas covers.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::theme::Theme;
use crate::reader::app::{App, Pane};
use crate::text::letters::{cells, columns, drawn, letters};

/// An area of the screen, and the look of what is drawn there.
pub(super) struct Canvas<'b> {
    buffer: &'b mut Buffer,
    pub(super) theme: &'b Theme,
    pub(super) area: Rect,
}

/// A piece of a longer text.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Where it begins in the text that the matches count from, in bytes.
    pub(super) offset: usize,
    /// The matches as ranges of bytes, ascending.
    pub(super) spans: &'a [Range<usize>],
    /// What they look like.
    pub(super) look: Style,
    /// The bytes that are strong, counted likewise.
    pub(super) strong: Range<usize>,
    /// What stands in the text and is none of it, each with the byte that it stands before.
    pub(super) marks: &'a [(usize, String)],
}

/// Whether the keys move in a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    Here,
    Elsewhere,
}

impl Focus {
    /// The focus of a pane.
    pub(super) fn of(pane: Pane, app: &App<'_>) -> Self {
        if app.focus() == pane {
            Self::Here
        } else {
            Self::Elsewhere
        }
    }
}

impl<'b> Canvas<'b> {
    /// The whole screen.
    pub(super) fn new(buffer: &'b mut Buffer, theme: &'b Theme) -> Self {
        let area = buffer.area;
        Self {
            buffer,
            theme,
            area,
        }
    }

    /// Another area of the same screen.
    pub(super) fn part(&mut self, area: Rect) -> Canvas<'_> {
        Canvas {
            buffer: self.buffer,
            theme: self.theme,
            area,
        }
    }

    /// The same area with its right edge moved to the column `end`.
    pub(super) fn up_to(&mut self, end: u16) -> Canvas<'_> {
        self.part(Rect {
            width: end.saturating_sub(self.area.x),
            ..self.area
        })
    }

    /// The rows below the name.
    pub(super) fn rows_below_name(&self) -> Range<u16> {
        self.area.y + 1..self.area.bottom()
    }

    /// Draws a piece from `x` on, up to the right edge; returns the column behind it.
    pub(super) fn piece(&mut self, (mut x, y): (u16, u16), piece: &Piece<'_>, style: Style) -> u16 {
        let end = self.area.right();
        let mut marks = piece.marks.iter().peekable();
        for (at, letter) in letters(piece.text) {
            let at = piece.offset + at;
            while let Some((_, mark)) = marks.next_if(|(before, _)| *before <= at) {
                x = self.mark((x, y), mark);
            }
            let behind = piece.spans.partition_point(|span| span.end <= at);
            let matched = piece.spans.get(behind).is_some_and(|span| span.start <= at);
            let is_strong = piece.strong.contains(&at);
            let mut style = style;
            if is_strong {
                style = style.patch(self.theme.strong);
            }
            if matched {
                style = style.patch(piece.look);
            }
            if let [b' '..=b'~'] = letter.as_bytes() {
                if x >= end {
                    break;
                }
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.set_symbol(letter).set_style(style);
                }
                x += 1;
                continue;
            }
            let letter = drawn(letter);
            let wide = u16::try_from(columns(&letter)).unwrap_or(u16::MAX);
            if x.saturating_add(wide) > end {
                break;
            }
            for (_, letter) in letters(&letter) {
                x += self.letter((x, y), letter, style);
            }
        }
        for (_, mark) in marks {
            x = self.mark((x, y), mark);
        }
        x
    }

    /// Draws what is none of a text; returns the column behind it.
    fn mark(&mut self, (mut x, y): (u16, u16), mark: &str) -> u16 {
        for (_, letter) in letters(&drawn(mark)) {
            let wide = u16::try_from(columns(letter)).unwrap_or(u16::MAX);
            if x.saturating_add(wide) <= self.area.right() {
                x += self.letter((x, y), letter, self.theme.dim);
            }
        }
        x
    }

    /// Draws a letter and returns its columns, by our own measure: the buffer measures some scripts otherwise.
    /// A letter without a column is left out.
    fn letter(&mut self, (x, y): (u16, u16), letter: &str, style: Style) -> u16 {
        let wide = u16::try_from(cells(letter)).unwrap_or(u16::MAX);
        for x in x..x.saturating_add(wide) {
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                cell.reset();
            }
        }
        if wide > 0
            && let Some(cell) = self.buffer.cell_mut((x, y))
        {
            cell.set_symbol(letter).set_style(style);
        }
        wide
    }

    /// Draws a text from `x` on, cut with an ellipsis where it passes the right edge; returns the
    /// column behind it.
    pub(super) fn styled(&mut self, (x, y): (u16, u16), text: &str, style: Style) -> u16 {
        let room = usize::from(self.area.right().saturating_sub(x));
        let text = crate::text::typeset::cut(text, room, self.theme.ellipsis);
        let whole = Piece {
            text: &text,
            offset: 0,
            spans: &[],
            look: self.theme.matched,
            strong: 0..0,
            marks: &[],
        };
        self.piece((x, y), &whole, style)
    }

    /// Draws a plain text as [`Canvas::styled`] does.
    pub(super) fn line(&mut self, at: (u16, u16), text: &str) -> u16 {
        self.styled(at, text, self.theme.plain)
    }

    /// Draws one of the theme's signs.
    pub(super) fn sign(&mut self, (x, y): (u16, u16), sign: &str) {
        self.buffer.set_string(x, y, sign, self.theme.plain);
    }

    /// Shows that a row is the selected one of its list.
    pub(super) fn select(&mut self, y: u16) {
        self.sign((self.area.x, y), self.theme.here);
    }

    /// Draws the name over a pane.
    pub(super) fn name(&mut self, text: &str, focus: Focus) {
        let style = match focus {
            Focus::Here => self.theme.name_focused,
            Focus::Elsewhere => self.theme.name,
        };
        self.styled((self.area.x + 1, self.area.y), text, style);
    }

    /// Fills the whole area with a sign.
    pub(super) fn fill(&mut self, sign: &str) {
        for position in self.area.positions() {
            self.sign((position.x, position.y), sign);
        }
    }

    /// Empties the area for what stands in front, and takes out the wide letters that reach into it.
    pub(super) fn clear(&mut self) {
        let area = self.area;
        Clear.render(area, self.buffer);
        for y in area.top()..area.bottom() {
            let before = area.x.checked_sub(1);
            let before = before.and_then(|x| self.buffer.cell_mut((x, y)));
            if let Some(cell) = before.filter(|cell| columns(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }
}
