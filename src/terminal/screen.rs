//! Frames out: the backend that ratatui draws on.
//!
//! It keeps what the terminal shows and sends the difference, in one write a frame: cursor, clearing and
//! what opens the screen are held back until [`Backend::flush`], and a frame that changes nothing writes
//! nothing. It never asks the terminal anything: the size is what [`Screen::resize`] was told, the cursor
//! where it was put.

mod brush;
mod glyph;
mod grid;
mod paint;
mod pen;
mod scroll;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use brush::Brush;
use grid::Grid;

/// A screen of panes on a terminal; `W` takes each frame in one write.
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
    cursor: Position,
    cursor_wanted: bool,
    /// `None` while it is not known.
    cursor_shown: Option<bool>,
}

impl<W: Write> Screen<W> {
    /// A screen of which the first frame paints every cell.
    pub fn new(terminal: W, size: Size) -> Self {
        Self {
            terminal,
            size,
            next: Grid::new(size),
            shown: Grid::new(size),
            brush: Brush::new(size.width.into()),
            ahead: Vec::new(),
            stale: true,
            cursor: Position::ORIGIN,
            cursor_wanted: false,
            cursor_shown: None,
        }
    }

    /// Takes a new size, and paints everything again even when it is the old one: what a terminal does
    /// with its cells when its size changes is its own affair. ratatui learns of it at the next draw.
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

    fn write_frame(&mut self) -> io::Result<()> {
        self.brush.out.clear();
        self.brush.out.append(&mut self.ahead);
        if self.cursor_shown != Some(false) && !self.cursor_wanted {
            self.brush.out.extend_from_slice(b"\x1b[?25l");
        }
        if self.stale {
            self.brush.clear();
            self.shown.erase();
        }
        paint::paint(&mut self.brush, &mut self.shown, &self.next);
        if self.cursor_wanted {
            self.brush.go(self.cursor.x.into(), self.cursor.y.into());
            if self.cursor_shown != Some(true) {
                self.brush.out.extend_from_slice(b"\x1b[?25h");
            }
        }
        if self.brush.out.is_empty() {
            return Ok(());
        }
        // Half a frame may have gone out when this fails.
        self.repaint();
        self.terminal.write_all(&self.brush.out)?;
        self.stale = false;
        self.cursor_shown = Some(self.cursor_wanted);
        Ok(())
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            grid::put(self.next.row_mut(y.into()), x.into(), cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.cursor = Position {
            x: x.min(self.size.width.saturating_sub(1)),
            y: y.min(self.size.height.saturating_sub(1)),
        };
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let width = usize::from(self.size.width);
        let row = usize::from(self.cursor.y) * width;
        let here = row + usize::from(self.cursor.x);
        match region {
            ClearType::All => self.next.erase(),
            ClearType::AfterCursor => self.next.erase_range(here, usize::MAX),
            ClearType::BeforeCursor => self.next.erase_range(0, here + 1),
            ClearType::CurrentLine => self.next.erase_range(row, row + width),
            ClearType::UntilNewLine => self.next.erase_range(here, row + width),
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_frame()
    }
}

#[cfg(test)]
mod tests;
