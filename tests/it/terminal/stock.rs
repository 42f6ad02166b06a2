//! The screens are those that ratatui's own backend would show: any keys, any sizes, several themes and
//! scripts, cell by cell with styles in the model of a terminal.

use std::cell::RefCell;
use std::fmt::Debug;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::event::KeyCode;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;
use resolut::reader::panes;
use resolut::reader::panes::theme::Theme;
use vt100::Parser;

use crate::any_keys::{Move, moves};
use crate::walk::{SCRIPTS, Shelf, UNSURE};
use crate::wire::Wired;

/// Everything that a theme could be given, so that it is in the frames.
const COLOURFUL: Theme = Theme {
    plain: Style::new().fg(Color::Gray).bg(Color::Blue),
    name: Style::new().add_modifier(Modifier::ITALIC),
    name_focused: Style::new()
        .fg(Color::LightYellow)
        .add_modifier(Modifier::REVERSED),
    strong: Style::new()
        .fg(Color::Indexed(214))
        .add_modifier(Modifier::BOLD),
    matched: Style::new().fg(Color::Black).bg(Color::Rgb(250, 220, 90)),
    ..Theme::UNICODE
};

/// What the stock backend writes.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// ratatui as it comes, with the terminal behind it.
struct Stock {
    terminal: Terminal<CrosstermBackend<Wire>>,
    wire: Wire,
    model: Parser,
}

impl Stock {
    /// A fresh terminal of that size, which is not asked for it.
    fn new(width: u16, height: u16) -> Self {
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let backend = CrosstermBackend::new(wire.clone());
        Self {
            terminal: Terminal::with_options(backend, TerminalOptions { viewport }).unwrap(),
            wire,
            model: model(width, height),
        }
    }

    fn draw(&mut self, wired: &Wired<'_>, theme: &Theme) {
        let drawn = self.terminal.draw(|frame| {
            if let Some(cursor) = panes::render(&wired.walk.app, theme, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        drawn.unwrap();
        self.model.process(&self.wire.0.take());
    }
}

fn model(width: u16, height: u16) -> Parser {
    let sized = |n: u16| n.try_into().unwrap();
    Parser::new(sized(height), sized(width), 0)
}

/// How a cell looks: on a blank only the ground and the lines are seen.
fn look(screen: &vt100::Screen, x: u16, y: u16) -> impl PartialEq + Debug {
    let cell = screen.cell(y, x).unwrap();
    let blank = cell.contents().trim().is_empty() && !cell.is_wide_continuation();
    let text = if blank { " " } else { cell.contents() }.to_owned();
    let pen = (!blank || cell.inverse()).then(|| (cell.fgcolor(), cell.bold(), cell.italic()));
    (text, cell.bgcolor(), cell.underline(), cell.inverse(), pen)
}

fn compare(
    ours: &vt100::Screen,
    stock: &vt100::Screen,
    frame: &Buffer,
) -> Result<(), TestCaseError> {
    let blank = Parser::default();
    for at in frame.area.positions() {
        let shown = look(ours, at.x, at.y);
        // Where a narrow letter took the place of a wide one, the stock backend can leave the ground of
        // the second half.
        if frame[at] == Cell::EMPTY && shown == look(blank.screen(), 0, 0) {
            continue;
        }
        let same = shown == look(stock, at.x, at.y);
        prop_assert!(
            same,
            "at {}:\n{}\n\n{}",
            at,
            ours.contents(),
            stock.contents()
        );
    }
    prop_assert_eq!(ours.hide_cursor(), stock.hide_cursor());
    if !stock.hide_cursor() {
        prop_assert_eq!(ours.cursor_position(), stock.cursor_position());
    }
    Ok(())
}

/// Whatever a terminal makes of glyphs that it measures by itself, all others are where they belong.
fn assert_shows(ours: &vt100::Screen, frame: &Buffer) -> Result<(), TestCaseError> {
    for at in frame.area.positions() {
        let symbol = frame[at].symbol();
        let sure = symbol.chars().count() == 1
            && ('!'..'\u{900}').contains(&symbol.chars().next().unwrap());
        if sure {
            let shown = ours.cell(at.y, at.x).unwrap().contents();
            prop_assert!(
                shown == symbol,
                "{} at {}:\n{}",
                symbol,
                at,
                ours.contents()
            );
        }
    }
    Ok(())
}

/// Any character may be typed, and of many the model has another width than ratatui.
fn is_measured_alike(one: &Move) -> bool {
    !matches!(one, Move::Press(key) if matches!(key.code, KeyCode::Char(c) if !c.is_ascii()))
}

const CONFIG: fn(u32) -> ProptestConfig = |cases| ProptestConfig {
    failure_persistence: None,
    ..ProptestConfig::with_cases(cases)
};

#[test]
fn the_stock_backend_would_show_the_same() {
    let shelves = [Shelf::bundled(), Shelf::of_texts(SCRIPTS)];
    let theme = prop::sample::select(vec![&Theme::UNICODE, &Theme::ASCII, &COLOURFUL]);
    proptest!(CONFIG(24), |(shelf in 0..2_usize, theme in theme, moves in moves())| {
        let mut wired = Wired::open(&shelves[shelf], (80, 24), theme);
        let (mut ours, mut stock) = (model(80, 24), Stock::new(80, 24));
        ours.process(&wired.draw().bytes);
        stock.draw(&wired, theme);
        for one in moves.into_iter().filter(is_measured_alike) {
            if let Move::Resize(width @ 1.., height @ 1..) = one {
                ours = model(width, height);
                stock = Stock::new(width, height);
            } else if let Move::Resize(..) = one {
                continue;
            }
            ours.process(&wired.make(one).bytes);
            stock.draw(&wired, theme);
            let screen = wired.walk.screen();
            compare(ours.screen(), stock.model.screen(), screen.backend().buffer())?;
        }
    });
}

#[test]
fn what_stands_beside_an_emoji_is_right_however_a_terminal_measures_it() {
    let shelf = Shelf::of_texts(UNSURE);
    proptest!(CONFIG(16), |(moves in moves())| {
        let mut wired = Wired::open(&shelf, (80, 24), &Theme::UNICODE);
        let mut ours = model(80, 24);
        ours.process(&wired.draw().bytes);
        for one in moves {
            if let Move::Resize(width @ 1.., height @ 1..) = one {
                ours = model(width, height);
            } else if let Move::Resize(..) = one {
                continue;
            }
            ours.process(&wired.make(one).bytes);
            let screen = wired.walk.screen();
            assert_shows(ours.screen(), screen.backend().buffer())?;
        }
    });
}
