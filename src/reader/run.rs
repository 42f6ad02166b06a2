//! The loop: keys in, frames out, effects done. The only input and output of the reader.
//!
//! It blocks until something happens, takes all that is queued as one batch, and draws once for it. An
//! end from outside (a signal, a terminal that is gone) saves the place like `q` does.

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect, Size};

use crate::reader::app::action::Effect;
use crate::reader::app::{App, Message};
use crate::reader::keep::saving::{self, Memory, held};
use crate::reader::keymap::{self, Context};
use crate::reader::library::news::{self, Indexing, News};
use crate::reader::panes;
use crate::reader::panes::theme::Theme;
#[cfg(debug_assertions)]
use crate::reader::panics;
use crate::tty::clipboard::{self, Route};
use crate::tty::device::{self, Device};
use crate::tty::events::{Event, Events, Watch};
use crate::tty::input::EscKey;
use crate::tty::modes::{self, Modes, TerminalKind};
use crate::tty::screen::Screen;
use crate::tty::signals::Signals;
use crate::tty::tmux;

/// How long a key may wait for what is looked up meanwhile.
const PATIENCE: Duration = Duration::from_millis(30);

/// How a reader ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As the reader asked.
    Quit,
    /// By the signal of this number.
    Signal(i32),
    /// The terminal is gone.
    HangUp,
}

/// Reads until the end. The terminal is given back as it was found, whatever that end is. An app without
/// an index gets it by `indexing`, on another thread. Beside the end stands what could not be saved, and why.
///
/// # Errors
/// The terminal can't be taken, or the system doesn't let us wait.
pub fn run(
    app: App<'_>,
    theme: &Theme,
    memory: Memory,
    indexing: Option<Indexing>,
    with_mouse: bool,
) -> io::Result<(End, Option<String>)> {
    let signals = Signals::catch()?;
    let modes = Modes::take()?;
    let memory = Arc::new(Mutex::new(memory));
    saving::keep_over_panic(&memory);
    let news = match indexing {
        Some(indexing) => Some(news::start(indexing, signals.waker()?)),
        None => None,
    };
    let kind = TerminalKind::of_process();
    let mut screen = Screen::new(Device, modes::size(), kind);
    screen.send_ahead(&modes.opening(with_mouse));
    let mut main_loop = Loop {
        app,
        memory,
        screen,
        modes,
        news,
        away: false,
        with_mouse,
        area: Rect::default(),
    };
    main_loop.fit(modes::size());
    let mut events = Events::new(device::input(), signals);
    let end = main_loop.run(theme, &mut events);
    let unsaved = held(&main_loop.memory).close(&main_loop.app);
    Ok((end?, unsaved))
}

struct Loop<'c> {
    app: App<'c>,
    memory: Arc<Mutex<Memory>>,
    screen: Screen<Device>,
    modes: Modes,
    news: Option<Receiver<News>>,
    /// Stopped, and not yet continued: the terminal is somebody else's.
    away: bool,
    /// Whether reports of the mouse are heard: others were left on by another program.
    with_mouse: bool,
    area: Rect,
}

impl Loop<'_> {
    fn run(&mut self, theme: &Theme, events: &mut Events<BorrowedFd<'_>>) -> io::Result<End> {
        loop {
            self.look_up();
            if !self.away && self.show(theme).is_err() {
                // A terminal that takes no frame is gone.
                return Ok(End::HangUp);
            }
            if self.keep_up() {
                continue;
            }
            self.app.prepare();
            let watch = Watch {
                input: !self.away,
                output: device::behind(),
                due: self.due(),
                esc: match keymap::action(Context::of(&self.app), KeyCode::Esc.into()) {
                    Some(_) => EscKey::Acts,
                    None => EscKey::Idle,
                },
            };
            for event in events.next_batch(watch)? {
                if let Some(end) = self.handle(event)? {
                    return Ok(end);
                }
            }
        }
    }

    /// Goes on with what is being looked up: a part at a time, so that keys are heard between.
    fn look_up(&mut self) {
        let began = Instant::now();
        self.app.look_up(&mut || began.elapsed() < PATIENCE);
    }

    /// How long to wait for an event: not at all while there is something to look up.
    fn due(&self) -> Option<Duration> {
        if self.app.is_looking() {
            return Some(Duration::ZERO);
        }
        held(&self.memory).due(&self.app, Instant::now())
    }

    /// Answers what was typed and shows what comes of it. A terminal that is behind gets no further frame: the
    /// next one will show what has changed since.
    fn show(&mut self, theme: &Theme) -> io::Result<()> {
        device::catch_up()?;
        if device::behind().is_some() {
            return Ok(());
        }
        self.app.settle();
        held(&self.memory).note_place(&self.app);
        let app = &self.app;
        self.screen.draw(|buffer| panes::render(app, theme, buffer))
    }

    fn handle(&mut self, event: Event) -> io::Result<Option<End>> {
        match event {
            Event::Key(key) => {
                #[cfg(debug_assertions)]
                if key.code == KeyCode::F(12) {
                    panics::panic_if_asked("key");
                }
                let effect = keymap::press(&mut self.app, key);
                return self.bring_about(effect);
            }
            Event::Paste(text) => self.app.paste(&text),
            Event::Mouse(report) if self.with_mouse => {
                let cell = Position::new(report.column, report.row);
                if let Some(at) = panes::under(&self.app, self.area, cell) {
                    self.app.point(at, report.did);
                }
            }
            Event::Resize => self.fit(modes::size()),
            Event::Stop => self.suspend()?,
            Event::Resumed => {
                self.away = false;
                if self.modes.retake().is_err() {
                    // The system also continues a program whose terminal it takes away.
                    return Ok(Some(End::HangUp));
                }
                self.screen.send_ahead(&self.modes.opening(self.with_mouse));
                self.fit(modes::size());
            }
            Event::News => self.hear(),
            Event::Mouse(_) | Event::Writable | Event::Due => {}
            Event::HangUp => return Ok(Some(End::HangUp)),
            Event::Terminate(signal) => return Ok(Some(End::Signal(signal))),
        }
        Ok(None)
    }

    fn bring_about(&mut self, effect: Option<Effect>) -> io::Result<Option<End>> {
        match effect {
            Some(Effect::Quit) => return Ok(Some(End::Quit)),
            Some(Effect::Suspend) => self.suspend()?,
            Some(Effect::Set) => self.set(),
            Some(Effect::Write(file)) => {
                let written = file.write();
                self.app.note_written(&file, written);
            }
            Some(Effect::Save) => held(&self.memory).keep_marks(&mut self.app),
            Some(Effect::Copy { text, name }) => self.copy(&text, &name),
            None => {}
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str, name: &str) {
        let message = match clipboard::copy(text, Route::of_process()) {
            Ok(sequence) => {
                self.screen.send_ahead(&sequence);
                let also = if tmux::load(text) { " and to tmux" } else { "" };
                Message::Note(format!("sent to the terminal{also}: {name}"))
            }
            Err(error) => Message::Refusal(error.to_string()),
        };
        self.app.tell(message);
    }

    fn hear(&mut self) {
        for news in self.news.iter().flat_map(Receiver::try_iter) {
            match news {
                News::Progress(percent) => self.app.note_indexing(Some(percent)),
                News::Part(index) => self.app.take_index(*index),
                News::Whole(index) => {
                    self.app.note_indexing(None);
                    self.app.take_index(*index);
                }
                News::Panicked(said) => {
                    self.app.note_indexing(None);
                    let refusal = format!("not all is found: indexing {said}");
                    self.app.tell(Message::Refusal(refusal));
                }
            }
        }
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.save();
        self.away = self.modes.suspend()?;
        if !self.away {
            let refusal = "there is no shell to go back to".to_owned();
            self.app.tell(Message::Refusal(refusal));
        }
        Ok(())
    }

    fn fit(&mut self, size: Size) {
        self.screen.resize(size);
        self.area = Rect::new(0, 0, size.width, size.height);
        self.set();
    }

    fn set(&mut self) {
        let view = panes::viewport_in(self.area, self.app.measure());
        self.app.resize(view);
    }

    /// Saves the place if it is time to; true if that failed and the reader has to see why.
    fn keep_up(&mut self) -> bool {
        let trouble = held(&self.memory).keep_up(&self.app, Instant::now());
        let is_trouble = trouble.is_some();
        if let Some(trouble) = trouble {
            self.app.tell(Message::Refusal(trouble));
        }
        is_trouble
    }

    fn save(&mut self) {
        let trouble = held(&self.memory).keep(&self.app);
        if let Some(trouble) = trouble {
            self.app.tell(Message::Refusal(trouble));
        }
    }
}
