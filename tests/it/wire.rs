//! A reader in memory on a terminal that counts: what each key costs, to the byte.
//!
//! The bytes are those of the real program: [`super::terminal`] compares.

#![expect(
    clippy::unwrap_used,
    reason = "a terminal that counts takes every frame"
)]

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::layout::Size;
use resolut::reader::panes;
use resolut::reader::panes::theme::Theme;
use resolut::tty::modes::TerminalKind;
use resolut::tty::screen::Screen;

use crate::any_keys::Move;
use crate::walk::{Shelf, Walk};

/// What a terminal got.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    pub(crate) bytes: Vec<u8>,
    pub(crate) writes: usize,
}

/// The end of the wire at the reader.
struct Wire(Rc<RefCell<Sent>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut sent = self.0.borrow_mut();
        sent.bytes.extend_from_slice(bytes);
        sent.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader and its screen.
pub(crate) struct Wired<'c> {
    pub(crate) walk: Walk<'c>,
    pub(crate) theme: &'static Theme,
    screen: Screen<Wire>,
    sent: Rc<RefCell<Sent>>,
}

impl<'c> Wired<'c> {
    /// A reader as after a first start, before its first frame.
    pub(crate) fn open(
        shelf: &'c Shelf,
        (width, height): (u16, u16),
        theme: &'static Theme,
    ) -> Self {
        let sent = Rc::new(RefCell::new(Sent::default()));
        let mut screen = Screen::new(
            Wire(Rc::clone(&sent)),
            Size::new(width, height),
            TerminalKind::Emulator,
        );
        screen.send_ahead(TerminalKind::Emulator.open());
        Self {
            walk: shelf.open(width, height),
            theme,
            screen,
            sent,
        }
    }

    /// Draws a frame; what it sent.
    pub(crate) fn draw(&mut self) -> Sent {
        let app = &self.walk.app;
        let render = |buffer: &mut _| panes::render(app, self.theme, buffer);
        self.screen.draw(render).unwrap();
        self.sent.take()
    }

    /// Presses keys that come all at once.
    pub(crate) fn keys(&mut self, keys: &str) -> Sent {
        self.walk.keys(keys);
        self.draw()
    }

    /// Lets something happen to the reader, be it a new size of its screen.
    pub(crate) fn make(&mut self, one: Move) -> Sent {
        let size = match one {
            Move::Resize(width, height) => Some(Size::new(width, height)),
            Move::Press(_) | Move::Paste(_) | Move::Mouse(..) => None,
        };
        one.make(&mut self.walk);
        if let Some(size) = size {
            self.screen.resize(size);
        }
        self.draw()
    }
}
