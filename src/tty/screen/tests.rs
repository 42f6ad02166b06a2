//! What a frame sends, and what a terminal shows of it.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier, Style};

use super::*;

mod random;

/// A terminal that counts what it is sent.
#[derive(Debug, Default)]
struct Wire {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A screen with a model of a terminal behind it.
struct Stand {
    ours: Screen<Wire>,
    model: vt100::Parser,
}

impl Stand {
    fn new(width: u16, height: u16) -> Self {
        let screen = Screen::new(
            Wire::default(),
            Size::new(width, height),
            TerminalKind::Emulator,
        );
        let sized = |n: u16| n.try_into().unwrap();
        Self {
            ours: screen,
            model: vt100::Parser::new(sized(height), sized(width), 0),
        }
    }

    /// Draws a frame and returns what went out; the terminal then shows that frame.
    fn draw(&mut self, paint: impl Fn(&mut Buffer)) -> String {
        let mut frame = Buffer::default();
        let sent = self.send(|buffer| {
            paint(buffer);
            frame.clone_from(buffer);
            None
        });
        self.check(&frame);
        sent
    }

    /// Draws a frame and returns what went out.
    fn send(&mut self, render: impl FnOnce(&mut Buffer) -> Option<Position>) -> String {
        self.ours.draw(render).unwrap();
        let wire = std::mem::take(&mut self.ours.terminal);
        assert_eq!(wire.writes, usize::from(!wire.bytes.is_empty()));
        self.model.process(&wire.bytes);
        String::from_utf8(wire.bytes).unwrap()
    }

    fn draw_lines(&mut self, lines: &[String]) -> String {
        self.draw(|buffer| {
            for (y, line) in (0..).zip(lines) {
                buffer.set_string(0, y, line, Style::new());
            }
        })
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.ours.resize(Size::new(width, height));
        let sized = |n: u16| n.try_into().unwrap();
        self.model
            .screen_mut()
            .set_size(sized(height), sized(width));
    }

    /// Every cell of the terminal against the buffer, but for glyphs on whose width terminals differ.
    fn check(&self, frame: &Buffer) {
        for y in frame.area.rows() {
            let mut x = y.x;
            while x < y.right() {
                let cell = &frame[(x, y.y)];
                let width = cell.cell_width().max(1);
                if glyph::steady(cell.symbol()) && x + width <= y.right() {
                    self.check_cell(cell, x, y.y);
                }
                x += width;
            }
        }
    }

    fn check_cell(&self, cell: &Cell, x: u16, y: u16) {
        let shown = self.model.screen().cell(y, x).unwrap();
        let symbol = if shown.has_contents() {
            shown.contents()
        } else {
            " "
        };
        let mut modifier = Modifier::empty();
        modifier.set(Modifier::BOLD, shown.bold());
        modifier.set(Modifier::DIM, shown.dim());
        modifier.set(Modifier::ITALIC, shown.italic());
        modifier.set(Modifier::UNDERLINED, shown.underline());
        modifier.set(Modifier::REVERSED, shown.inverse());
        let mut terminal = Cell::EMPTY;
        terminal
            .set_symbol(symbol)
            .set_fg(colour(shown.fgcolor()))
            .set_bg(colour(shown.bgcolor()));
        terminal.modifier = modifier;
        assert!(
            glyph::look_same(&terminal, cell),
            "at {x},{y} the terminal shows {terminal:?}, not {cell:?}"
        );
    }
}

fn colour(shown: vt100::Color) -> Color {
    const SIXTEEN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match shown {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => SIXTEEN
            .get(usize::from(index))
            .copied()
            .unwrap_or(Color::Indexed(index)),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

/// Rows of text that differ from each other, as wide as a comfortable measure.
fn text(rows: std::ops::Range<usize>) -> Vec<String> {
    let words = "the General Assembly recalling its earlier work calls upon all parties";
    let line = |row: usize| {
        let turned: String = words.chars().cycle().skip(row * 7).take(60).collect();
        format!("    {row:>3}  {turned}")
    };
    rows.map(line).collect()
}

#[test]
fn a_frame_that_changes_nothing_is_no_write() {
    let mut stand = Stand::new(80, 24);
    stand.draw_lines(&text(0..23));
    assert_eq!(stand.draw_lines(&text(0..23)), "");
}

#[test]
fn a_screen_of_no_size_can_be_drawn_on() {
    for size in [Size::ZERO, Size::new(0, 5), Size::new(5, 0)] {
        let mut screen = Screen::new(Wire::default(), size, TerminalKind::Emulator);
        screen.draw(|_| Some(Position::new(3, 3))).unwrap();
        screen.resize(Size::new(2, 1));
        screen.draw(|_| Some(Position::new(3, 3))).unwrap();
    }
}

#[test]
fn the_first_frame_opens_and_clears_in_its_one_write() {
    let mut stand = Stand::new(20, 3);
    stand.ours.send_ahead(b"\x1b[?1049h");
    let sent = stand.draw_lines(&["resolut".into()]);
    assert_eq!(
        sent,
        "\u{1b}[?1049h\u{1b}[?25l\u{1b}[m\u{1b}[r\u{1b}[H\u{1b}[Jresolut"
    );
}

/// What a line scroll may take beyond its new line: the region set and ended, the way to its edge.
const SCROLL: usize = 20;

#[test]
fn scrolling_a_line_costs_the_new_line_and_a_region() {
    let mut stand = Stand::new(80, 24);
    stand.draw_lines(&text(0..23));
    for (from, shown) in [(1, 23), (2, 24), (1, 1), (0, 0)] {
        let sent = stand.draw_lines(&text(from..from + 23));
        let line = text(shown..shown + 1).concat();
        assert!(sent.len() <= line.trim().len() + SCROLL, "{sent:?}");
    }
}

#[test]
fn what_stands_around_scrolling_text_stays() {
    let mut stand = Stand::new(80, 24);
    let frame = |from: usize| {
        let title = vec![" THE JAMMU AND KASHMIR DISPUTE".to_owned(), String::new()];
        let status = vec![format!(" 2/34-P:7   {from}/25")];
        [title, text(from..from + 21), status].concat()
    };
    stand.draw_lines(&frame(10));
    let sent = stand.draw_lines(&frame(13));
    let lines = text(31..34).concat();
    assert!(sent.contains("\u{1b}[3;23r"), "{sent:?}");
    assert!(sent.len() <= lines.len() + SCROLL + 15, "{sent:?}");
    let sent = stand.draw_lines(&frame(10));
    assert!(sent.contains("\u{1b}M\u{1b}M\u{1b}M"), "{sent:?}");
}

#[test]
fn beside_lists_that_stay_text_is_scrolled_where_that_is_shorter() {
    let mut stand = Stand::new(80, 24);
    let frame = |from: usize| -> Vec<String> {
        let rows = (0..).zip(text(from..from + 23));
        rows.map(|(y, line)| format!(" row {y:>2} │ {line}"))
            .collect()
    };
    stand.draw_lines(&frame(0));
    let sent = stand.draw_lines(&frame(1));
    assert!(sent.contains("\u{1b}[1;23r"), "{sent:?}");
    assert!(sent.len() < frame(1).concat().len() / 4, "{sent:?}");
}

#[test]
fn small_changes_cost_little() {
    let mut stand = Stand::new(40, 10);
    let table = [
        ("Calls upon all States", "\u{1b}[HCalls upon all States"),
        ("Calls upon all states", "\u{1b}[;16Hs"),
        ("Calls upom all State!", "\u{1b}[;10Hm all State!"),
        ("Calls upom", "\u{1b}[10D\u{1b}[K"),
    ];
    stand.draw_lines(&[]);
    for (line, want) in table {
        let sent = stand.draw_lines(&[line.into()]);
        assert!(sent.len() <= want.len(), "{line}: {sent:?}");
    }
}

#[test]
fn the_cursor_moves_in_the_frames_write() {
    let mut stand = Stand::new(40, 10);
    let mut draw = |at: Option<(u16, u16)>| stand.send(|_| at.map(Position::from));
    draw(None);
    assert_eq!(draw(Some((3, 2))), "\n\n\u{1b}[3C\u{1b}[?25h");
    assert_eq!(draw(Some((3, 2))), "");
    assert_eq!(draw(Some((2, 2))), "\u{8}");
    assert_eq!(draw(None), "\u{1b}[?25l");
    assert_eq!(draw(None), "");
}

#[test]
fn a_cursor_that_cannot_be_hidden_rests_in_the_last_line() {
    let mut screen = Screen::new(Wire::default(), Size::new(20, 3), TerminalKind::Vt100);
    screen.draw(|_| None).unwrap();
    screen.draw(|_| Some(Position::new(3, 2))).unwrap();
    screen.draw(|_| None).unwrap();
    let sent = String::from_utf8(screen.terminal.bytes).unwrap();
    assert_eq!(sent, "\u{1b}[m\u{1b}[r\u{1b}[H\u{1b}[J\n\n\u{1b}[3C\r");
}

#[test]
fn after_an_unsure_glyph_the_rest_of_the_row_is_right() {
    let mut stand = Stand::new(20, 3);
    let row = |glyph: &str| {
        let mut line = format!("a{glyph}b│c");
        line.push_str(&" ".repeat(3));
        vec![line, "below".into()]
    };
    for glyph in ["👨‍👩‍👧", "⚠️", "e\u{301}", "x", "🇨🇭", "北", "क्ष", "x"]
    {
        stand.draw_lines(&row(glyph));
    }
}

#[test]
fn an_unsure_glyph_is_drawn_on_blanks() {
    let mut stand = Stand::new(20, 1);
    stand.draw_lines(&["ab│".into()]);
    assert_eq!(stand.draw_lines(&["⚠️│".into()]), "\r  \r⚠️");
    let sent = stand.draw_lines(&["👨‍👩‍👧│".into()]);
    assert!(
        sent.ends_with("👨‍👩‍👧\u{1b}[;3H│   "),
        "the border, again: {sent:?}"
    );
}

#[test]
fn no_control_character_of_a_cell_goes_out() {
    let mut stand = Stand::new(20, 1);
    let sent = stand.send(|buffer| {
        for (x, symbol) in (0..).zip(["\u{1b}[2J", "a\u{7}", "\u{9b}31m", "ok"]) {
            buffer[(x * 2, 0)].set_symbol(symbol);
        }
        None
    });
    assert!(!sent.contains("[2J") && !sent.contains('\u{7}') && !sent.contains('\u{9b}'));
}
