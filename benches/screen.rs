//! One frame: what our screen sends and costs, beside ratatui's own backend on the same frames.
//!
//! `cargo bench --bench screen`. Bytes are exact; they are printed first. A round of the clock is two
//! frames, there and back.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints and may fail"
)]

use std::cell::Cell;
use std::io::{self, Write};
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;
use resolut::bundle;
use resolut::reader::app::App;
use resolut::reader::keymap::{self, Context};
use resolut::reader::panes;
use resolut::reader::panes::theme::Theme;
use resolut::search::Index;
use resolut::tty::modes::TerminalKind;
use resolut::tty::screen::Screen;

/// What is done to the first frame to get the second: keys before it, keys after it.
const CHANGES: &[(&str, &str, &str)] = &[
    ("no change", "", ""),
    ("next paragraph", "jjj", "j"),
    ("page down", "", " "),
    ("next resolution", "", "]"),
    ("finder letter", "/islamic de", "v"),
];
const SIZES: &[(u16, u16)] = &[(80, 24), (120, 40)];

/// Counts the bytes that a terminal would get.
struct Wire<'c>(&'c Cell<usize>);

impl Write for Wire<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn screen(criterion: &mut Criterion) {
    let corpus = bundle::corpus();
    let index = Arc::new(Index::build(&corpus));
    for &(width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let mut group = criterion.benchmark_group(format!("{width}x{height}"));
        group.throughput(Throughput::Elements(2));
        for &(change, before, after) in CHANGES {
            let mut app = App::open(&corpus, Some(index.clone()), None);
            app.resize(panes::viewport(area));
            press(&mut app, "7\n");
            let frames = [before, after].map(|keys| {
                press(&mut app, keys);
                picture(&app, area)
            });
            let sent = [Cell::new(0), Cell::new(0)];
            let mut ours = Screen::new(Wire(&sent[0]), area.as_size(), TerminalKind::Emulator);
            let mut stock = stock(Wire(&sent[1]), area);
            let bytes = frames.each_ref().map(|frame| {
                draw(&mut ours, frame);
                draw_stock(&mut stock, frame);
                sent.each_ref().map(Cell::take)
            });
            let [_, [by_us, by_stock]] = bytes;
            println!("{width}x{height}, {change}: {by_us} bytes, ratatui's own {by_stock}");
            group.bench_function(BenchmarkId::new("ours", change), |bench| {
                bench.iter(|| frames.iter().for_each(|frame| draw(&mut ours, frame)));
            });
            group.bench_function(BenchmarkId::new("ratatui's own", change), |bench| {
                bench.iter(|| {
                    for frame in &frames {
                        draw_stock(&mut stock, frame);
                    }
                });
            });
        }
        group.finish();
    }
}

/// ratatui as it comes, on a terminal of that size, which is not asked for it.
fn stock(wire: Wire<'_>, area: Rect) -> Terminal<CrosstermBackend<Wire<'_>>> {
    let viewport = Viewport::Fixed(area);
    Terminal::with_options(CrosstermBackend::new(wire), TerminalOptions { viewport }).unwrap()
}

fn draw(screen: &mut Screen<Wire<'_>>, picture: &Buffer) {
    let copy = |buffer: &mut Buffer| {
        buffer.content.clone_from(&picture.content);
        None
    };
    screen.draw(copy).unwrap();
}

fn draw_stock(terminal: &mut Terminal<CrosstermBackend<Wire<'_>>>, picture: &Buffer) {
    terminal
        .draw(|frame| frame.buffer_mut().content.clone_from(&picture.content))
        .unwrap();
}

/// A frame as the reader draws it.
fn picture(app: &App<'_>, area: Rect) -> Buffer {
    let mut buffer = Buffer::empty(area);
    panes::render(app, &Theme::UNICODE, &mut buffer);
    buffer
}

fn press(app: &mut App<'_>, keys: &str) {
    for key in keys.chars() {
        let code = if key == '\n' {
            KeyCode::Enter
        } else {
            KeyCode::Char(key)
        };
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        if let Some(action) = keymap::action(Context::of(app), key) {
            app.update(action);
        }
        app.settle();
    }
}

criterion_group!(benches, screen);
criterion_main!(benches);
