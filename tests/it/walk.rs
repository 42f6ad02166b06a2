//! A reader without a terminal: keys go through the real keymap, frames into a buffer.

use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use resolut::app::action::Effect;
use resolut::app::{App, Message};
use resolut::corpus::Corpus;
use resolut::keymap::{self, Context};
use resolut::search::Index;
use resolut::ui::{self, theme::Theme};

/// What a reader reads.
pub(crate) struct Shelf {
    pub(crate) corpus: Corpus,
    pub(crate) index: Rc<Index>,
}

impl Shelf {
    pub(crate) fn bundled() -> Self {
        Self::of(Corpus::bundled())
    }

    pub(crate) fn of(corpus: Corpus) -> Self {
        let index = Rc::new(Index::build(&corpus));
        Self { corpus, index }
    }

    /// A reader on a screen of that size, as after a first start.
    pub(crate) fn open(&self, width: u16, height: u16) -> Walk<'_> {
        let mut walk = Walk {
            app: App::open(&self.corpus, Some(self.index.clone()), None),
            size: (width, height),
            effects: Vec::new(),
        };
        walk.resize(width, height);
        walk
    }
}

/// A reader, and what it asked for so far.
pub(crate) struct Walk<'c> {
    pub(crate) app: App<'c>,
    pub(crate) effects: Vec<Effect>,
    size: (u16, u16),
}

impl Walk<'_> {
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = (width, height);
        self.app
            .resize(ui::viewport(Rect::new(0, 0, width, height)));
        self
    }

    /// Presses keys: characters as they are, others as `<Enter>`, `<C-g>`.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in read_keys(keys) {
            self.press(key);
        }
        self
    }

    pub(crate) fn press(&mut self, key: KeyEvent) {
        let context = Context::of(&self.app);
        if let Some(action) = keymap::action(context, key)
            && let Some(effect) = self.app.update(action)
        {
            self.effects.push(effect);
        }
        self.app.settle();
    }

    /// The current place, as it is cited.
    pub(crate) fn place(&self) -> String {
        self.app.corpus().cite(self.app.place()).to_string()
    }

    pub(crate) fn message(&self) -> &str {
        match self.app.message() {
            Some(Message::Note(text) | Message::Refusal(text)) => text,
            None => "",
        }
    }

    /// The screen as it is shown.
    pub(crate) fn screen(&self) -> Terminal<TestBackend> {
        self.screen_in(&Theme::UNICODE)
    }

    pub(crate) fn screen_in(&self, theme: &Theme) -> Terminal<TestBackend> {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal
            .draw(|frame| {
                if let Some(cursor) = ui::render(&self.app, theme, frame.buffer_mut()) {
                    frame.set_cursor_position(cursor);
                }
            })
            .unwrap();
        terminal
    }

    /// The screen as lines of text.
    pub(crate) fn lines(&self) -> Vec<String> {
        let terminal = self.screen();
        let buffer = terminal.backend().buffer();
        let row = |y| (0..self.size.0).map(|x| buffer[(x, y)].symbol()).collect();
        (0..self.size.1).map(row).collect()
    }
}

/// Reads the notation of [`Walk::keys`].
pub(crate) fn read_keys(keys: &str) -> Vec<KeyEvent> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|named| named.split_once('>'));
        let (code, modifiers, behind) = match named {
            Some((name, behind)) => {
                let (code, modifiers) = named_key(name);
                (code, modifiers, behind)
            }
            None => (
                KeyCode::Char(first),
                KeyModifiers::NONE,
                &rest[first.len_utf8()..],
            ),
        };
        events.push(KeyEvent::new(code, modifiers));
        rest = behind;
    }
    events
}

fn named_key(name: &str) -> (KeyCode, KeyModifiers) {
    if let Some(c) = name.strip_prefix("C-") {
        return (
            KeyCode::Char(c.chars().next().unwrap()),
            KeyModifiers::CONTROL,
        );
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Backspace" => KeyCode::Backspace,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Del" => KeyCode::Delete,
        name => panic!("no key is called {name}"),
    };
    (code, KeyModifiers::NONE)
}
