//! A reader without a terminal: keys go through the real keymap, frames into a buffer.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Rect};
use resolut::bundle;
use resolut::reader::app::action::Effect;
use resolut::reader::app::{App, Message};
use resolut::reader::keymap;
use resolut::reader::panes;
use resolut::reader::panes::theme::Theme;
use resolut::search::Index;
use resolut::text::corpus::Corpus;
use resolut::text::format;
use resolut::tty::input::MouseAct;
use serde_json::json;

/// Paragraphs of scripts that are wide, joined, written from right to left or composed of several
/// characters; all terminals agree on their widths.
pub(crate) const SCRIPTS: &[&str] = &[
    "Réaffirme l’intégrité territoriale e\u{301}nonce\u{301}e a\u{300} l’article 2, et se félicite de l’adoption de l’accord",
    "Призывает Совет Безопасности продолжать наблюдение за прекращением огня в соответствии с резолюцией 2/34-P",
    "يدعو مجلس الأمن جميع الدول إلى تقديم المساعدة الإنسانية، وَيُؤَكِّدُ قرار 2/34-P من جديد",
    "决定安全理事会应继续审议此事，并请秘书长向大会第六十二届会议提出报告；",
    "安全保障理事会は平和を求める。한국어 문단도 여기에 있다 ｆｕｌｌｗｉｄｔｈ",
    "Welcomes the dove 🕊 and the earth 🌍 of peace, a supercalifragilisticexpialidociousantidisestablishment",
    "A\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307} mark on a mark; a\u{200b}zero width, a\u{7}bell",
];

/// Emoji of several characters, letters that join, what stands for a control: here each terminal has its
/// own measure.
pub(crate) const UNSURE: &[&str] = &[
    "Welcomes the sign ⚠️, the family 👨‍👩‍👧, the flag 🇨🇭 and the hand 👍🏽 of peace, and the ones behind them",
    "A turn to the left \u{202e}is shown\u{202c} and not made \u{2066}anywhere\u{2069} in a line of text",
    "सुरक्षा परिषद क्षेत्र में शान्ति का आह्वान करती है",
];

/// Resolutions that refer to each other, and one in French.
pub(crate) const LANTERNS: &str = include_str!("../fixtures/lanterns.json");

/// What a reader reads.
pub(crate) struct Shelf {
    pub(crate) corpus: Corpus,
    pub(crate) index: Arc<Index>,
}

impl Shelf {
    pub(crate) fn bundled() -> Self {
        Self::of(bundle::corpus())
    }

    pub(crate) fn of(corpus: Corpus) -> Self {
        let index = Arc::new(Index::build(&corpus));
        Self { corpus, index }
    }

    /// What only the second format can say: headings, a table, notes, sections, deep points, a statement.
    pub(crate) fn of_boats() -> Self {
        let mut corpus = Corpus::default();
        corpus
            .add_text(include_str!("../fixtures/boats.json"))
            .unwrap();
        Self::of(corpus)
    }

    /// Resolutions that refer to each other, and one in French.
    pub(crate) fn of_lanterns() -> Self {
        let mut corpus = Corpus::default();
        corpus.add_text(LANTERNS).unwrap();
        Self::of(corpus)
    }

    /// A mandate that was renewed twice, a resolution that shares a paragraph with it, and one in French.
    pub(crate) fn of_straits() -> Self {
        let mut corpus = Corpus::default();
        corpus
            .add_text(include_str!("../fixtures/straits.json"))
            .unwrap();
        Self::of(corpus)
    }

    /// A resolution with a long annex: three sections of four articles of four paragraphs each.
    pub(crate) fn of_statute() -> Self {
        let subjects = ["Seat", "Members", "Rights of members", "Voting"];
        let mut annex = Vec::new();
        let mut article = 0;
        for (section, title) in [
            ("I", "The Board"),
            ("II", "The harbours"),
            ("III", "Rights of crews"),
        ] {
            annex.push(json!({"heading": format!("Section {section}"), "level": 1}));
            annex.push(json!({"heading": title, "level": 1}));
            for subject in subjects {
                article += 1;
                annex.push(json!({"heading": format!("Article {article}"), "level": 2}));
                annex.push(json!({"heading": subject, "level": 2}));
                annex.extend((1..=4).map(|number| {
                    json!({"number": number.to_string(), "text": format!("The Board is told of rule {number} of article {article}.")})
                }));
            }
        }
        let file = json!({
            "format": format::FormatVersion::Second.name(),
            "sessions": [{"id": "BB-2010", "organ": "Board of Boats", "name": "Fourth Session", "resolutions": [{
                "symbol": "B/RES/17 (2010)", "language": "en", "title": "STATUTE OF THE BOARD",
                "preamble": [{"text": "Recalling its resolution B/RES/7 (2008),"}],
                "operative": [
                    {"number": "1", "text": "Adopts the statute that is annexed;"},
                    {"number": "2", "text": "Decides to remain seized of the matter."},
                ],
                "annexes": [{"title": "Statute", "paragraphs": annex}, {"title": "Map", "paragraphs": [{"text": "The map is kept at Keel."}]}],
            }]}],
        });
        let mut corpus = Corpus::default();
        corpus.add_text(file.to_string()).unwrap();
        Self::of(corpus)
    }

    /// Resolutions of three sessions with their days and titles, one without either.
    pub(crate) fn of_years() -> Self {
        let topics = [
            "the long pier",
            "the lanterns of the mole",
            "the élan of the rowing clubs",
            "kelp",
            "the ferry and the pier",
            "the harbour dues",
            "the old quay",
        ];
        let resolution = |year: u32, number: usize, topic: &str| {
            let action = ["Establishment", "Extension of the mandate", "Review"][number % 3];
            json!({
                "symbol": format!("HB/RES/{number} ({year})"), "language": "en",
                "title": format!("{action} of the working group of the Harbour Board on {topic}"),
                "adopted": format!("{year}-{:02}-{:02}", 1 + number % 12, 3 + 3 * (number % 8)),
                "preamble": [{"text": format!("Recalling what it decided on {topic},")}],
                "operative": [
                    {"number": "1", "text": format!("Decides to extend the mandate of the working group on {topic} until the next session;")},
                    {"number": "2", "text": "Decides to remain seized of the matter."},
                ],
            })
        };
        let session = |year: u32| {
            let numbered = (1..).zip(topics);
            let mut resolutions: Vec<_> = numbered
                .map(|(at, topic)| resolution(year, at + 7 * (year as usize - 2007), topic))
                .collect();
            if year == 2007 {
                resolutions.push(json!({
                    "symbol": "HB/RES/D", "language": "en", "preamble": [],
                    "operative": [{"text": "Thanks the watch of the harbour for its patience."}],
                }));
            }
            json!({"id": format!("HB-{year}"), "organ": "Harbour Board", "name": format!("Harbour Board, {year}"),
                "resolutions": resolutions})
        };
        let sessions = [2007, 2008, 2009].map(session);
        let file = json!({
            "format": format::FormatVersion::First.name(),
            "sessions": sessions,
        });
        let mut corpus = Corpus::default();
        corpus.add_text(file.to_string()).unwrap();
        Self::of(corpus)
    }

    /// A resolution of all these paragraphs, and one of each.
    pub(crate) fn of_texts(texts: &[&str]) -> Self {
        let paragraphs = |texts: &[&str]| -> Vec<_> {
            let numbered = (1..).zip(texts);
            let paragraph = |(number, text): (i32, &&str)| {
                let points = [
                    json!({"number": "(а)", "text": text}),
                    json!({"text": text}),
                ];
                json!({"number": number.to_string(), "text": text, "points": points})
            };
            numbered.map(paragraph).collect()
        };
        let resolution = |symbol: String, texts: &[&str]| {
            json!({
                "symbol": symbol, "title": texts[0], "language": "mul", "opening": texts[0],
                "preamble": [{"text": texts[0]}], "operative": paragraphs(texts),
                "annexes": [{"title": texts[0], "paragraphs": paragraphs(texts)}],
            })
        };
        let mut resolutions = vec![resolution("1/1".to_owned(), texts)];
        let single = (2..).zip(texts.chunks(1));
        resolutions.extend(single.map(|(number, text)| resolution(format!("{number}/1"), text)));
        let file = json!({
            "format": format::FormatVersion::First.name(),
            "sessions": [{
                "id": "北京-1", "organ": texts[0], "name": texts[1], "resolutions": resolutions,
            }],
        });
        let mut corpus = Corpus::default();
        corpus.add_text(file.to_string()).unwrap();
        Self::of(corpus)
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
        let area = Rect::new(0, 0, width, height);
        self.app
            .resize(panes::viewport_in(area, self.app.measure()));
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
        let effect = keymap::press(&mut self.app, key);
        if effect == Some(Effect::Set) {
            self.resize(self.size.0, self.size.1);
        }
        self.effects.extend(effect);
        self.app.settle();
        self.app.look_up(&mut || true);
    }

    /// Does something with the mouse over a cell (column, row).
    pub(crate) fn mouse(&mut self, (x, y): (u16, u16), did: MouseAct) -> &mut Self {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        if let Some(at) = panes::under(&self.app, area, Position::new(x, y)) {
            self.app.point(at, did);
        }
        self.app.settle();
        self
    }

    /// Columns and rows of the screen.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.size
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
                if let Some(cursor) = panes::render(&self.app, theme, frame.buffer_mut()) {
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
