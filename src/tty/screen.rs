//! Frames out: what ratatui has drawn, sent in one write a frame.
//!
//! It keeps what the terminal shows and sends the difference: cursor, clearing and what opens the screen
//! go with it, and a frame that changes nothing writes nothing. It never asks the terminal anything: the
//! size is what [`Screen::resize`] was given, the cursor where it was put. Drawing on it directly, not by
//! way of ratatui's `Terminal`, halves the copies of every cell that are kept.

mod brush;
mod glyph;
mod grid;
mod paint;
mod pen;
mod scroll;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::modes::TerminalKind;
use brush::Brush;
use grid::Grid;

/// A screen of panes on a terminal; `W` takes each frame in one write.
///
/// ```
/// use ratatui::layout::Size;
/// use ratatui::style::Style;
/// use resolut::tty::modes::TerminalKind;
/// use resolut::tty::screen::Screen;
///
/// let mut sent = Vec::new();
/// let mut screen = Screen::new(&mut sent, Size::new(20, 2), TerminalKind::Emulator);
/// for _ in 0..2 {
///     screen.draw(|frame| {
///         frame.set_string(0, 0, "2/34-P:7", Style::new());
///         None
///     })?;
/// }
/// drop(screen);
/// let sent = String::from_utf8(sent)?;
/// assert_eq!(sent.matches("2/34-P:7").count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Screen<W> {
    terminal: W,
    size: Size,
    next: Grid,
    shown: Grid,
    brush: Brush,
    /// Goes out ahead of the next frame.
    ahead: Vec<u8>,
    /// Nothing is known of what the terminal shows.
    stale: bool,
    /// `None` while it is not known.
    cursor_shown: Option<bool>,
    hides_cursor: bool,
}

impl<W: Write> Screen<W> {
    /// A screen of which the first frame paints every cell.
    pub fn new(terminal: W, size: Size, kind: TerminalKind) -> Self {
        Self {
            terminal,
            size,
            next: Grid::new(size),
            shown: Grid::new(size),
            brush: Brush::new(size.width.into()),
            ahead: Vec::new(),
            stale: true,
            cursor_shown: None,
            hides_cursor: kind.hides_cursor(),
        }
    }

    /// Takes a new size, and paints everything again even when it is the old one: what a terminal does
    /// with its cells when its size changes is its own affair.
    pub fn resize(&mut self, size: Size) {
        if size != self.size {
            self.size = size;
            self.next = Grid::new(size);
            self.shown = Grid::new(size);
            self.brush = Brush::new(size.width.into());
        }
        self.repaint();
    }

    /// Paints everything again with the next frame: something else may have drawn on the terminal.
    pub fn repaint(&mut self) {
        self.stale = true;
        self.cursor_shown = None;
    }

    /// Sends bytes that draw nothing ahead of the next frame, in the same write.
    pub fn send_ahead(&mut self, bytes: &[u8]) {
        self.ahead.extend_from_slice(bytes);
    }

    /// Shows a frame: `render` draws it on an empty buffer, and says where the cursor is seen, if anywhere.
    ///
    /// # Errors
    ///
    /// When the terminal does not take it. The next frame then paints every cell.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let cursor = self.next.draw(render);
        let brush = &mut self.brush;
        brush.out.clear();
        brush.out.append(&mut self.ahead);
        let shows = cursor.is_some();
        let turns_cursor = self.hides_cursor && self.cursor_shown != Some(shows);
        if turns_cursor && !shows {
            brush.out.extend_from_slice(b"\x1b[?25l");
        }
        if self.stale {
            brush.clear();
            self.shown.erase();
            paint::paint_in_place(brush, &self.shown, &self.next);
        } else {
            paint::paint(brush, &self.shown, &self.next);
        }
        // Where it is always seen, it rests in the last line.
        let rest = (!self.hides_cursor).then_some(Position::new(0, u16::MAX));
        if let Some(Position { x, y }) = cursor.or(rest) {
            let within = |at: u16, size: u16| at.min(size.saturating_sub(1)).into();
            brush.go(within(x, self.size.width), within(y, self.size.height));
            if turns_cursor {
                brush.out.extend_from_slice(b"\x1b[?25h");
            }
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        if self.brush.out.is_empty() {
            return Ok(());
        }
        // Half a frame may have gone out when this fails.
        self.repaint();
        self.terminal.write_all(&self.brush.out)?;
        self.stale = false;
        self.cursor_shown = Some(shows);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
