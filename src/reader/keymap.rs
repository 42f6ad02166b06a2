//! Which key does what: one table of context, keys, action and help.
//!
//! The help card, the footer and the README's list of keys come from it. Keys are those of vim and
//! `less`; none needs Alt, and none is Ctrl-A, -B, -S, -Q or -Space, which multiplexers and flow
//! control keep for themselves. Esc may be late over a slow link, so it is never the only way.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::reader::app::action::{Action, Edit, Effect};
use crate::reader::app::overlays::asked::Purpose;
use crate::reader::app::overlays::list_pane::ListKind;
use crate::reader::app::{App, Overlay, Pane};

mod table;

pub use table::{KeySection, SECTIONS};

/// Where a key is pressed, which decides what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The panes.
    Panes,
    /// The finder: characters are text.
    Finder,
    /// The prompt for a citation: characters are text.
    GoTo,
    /// The prompt for a note: characters are text.
    Note,
    /// The prompt for the name of a file: characters are text.
    File,
    /// The list of marks.
    Marks,
    /// The prompt for the resolution to compare with: characters are text.
    Compared,
    /// Another list that is no prompt.
    List,
    /// The references of a paragraph.
    References,
    /// Wordings with what changed.
    Wordings,
    /// The list of resolutions: characters are text.
    Resolutions,
    /// The outline as a list: characters are text.
    Outline,
    /// What narrows another list: characters are text.
    Filter,
    /// The list of styles of quotations.
    Quote,
    /// The help card.
    Help,
    /// The facts of the open resolution.
    Facts,
    /// The lines of a paragraph in its source.
    Printed,
}

/// A key as it is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// A character with Ctrl.
    Ctrl(char),
    /// Any of the ten digits.
    Digit,
    /// A key that is no character.
    Named(KeyCode),
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to be named first.
    pub keys: &'static [Key],
    /// The action they ask for.
    pub action: Action,
    /// What the action does, for the help card; at most 27 columns.
    pub help: &'static str,
    /// What the help card says of this key and the next of the table in one row, if they are a pair; at most 27
    /// columns.
    pub pair: Option<&'static str>,
    /// A word for the footer, if it belongs there.
    pub footer: Option<&'static str>,
    /// Words that stand before those of the footer while one of these panes has the focus.
    pub footer_of: &'static [(Pane, &'static str)],
    /// What it is called where commands are typed as words ([`crate::reader::lines`]); none where only panes
    /// have it.
    pub word: Option<&'static str>,
}

impl Context {
    /// The context an app is in.
    pub fn of(app: &App<'_>) -> Self {
        match app.asked_line().map(|asked| &asked.purpose) {
            Some(Purpose::Note(_)) => return Self::Note,
            Some(Purpose::File { .. }) => return Self::File,
            Some(Purpose::Compared) => return Self::Compared,
            None => {}
        }
        match app.overlay() {
            None => Self::Panes,
            Some(Overlay::Finder(_)) => Self::Finder,
            Some(Overlay::GoTo(_)) => Self::GoTo,
            Some(Overlay::List(pane)) if pane.is_typing() => Self::Filter,
            Some(Overlay::List(pane)) => match pane.listed() {
                ListKind::Marks => Self::Marks,
                ListKind::Hits(_)
                | ListKind::Places(_)
                | ListKind::Languages(_)
                | ListKind::Actions(..) => Self::List,
                ListKind::Resolutions(_) => Self::Resolutions,
                ListKind::Outline(_) => Self::Outline,
                ListKind::Quotes(..) => Self::Quote,
                ListKind::References(_) => Self::References,
                ListKind::Trace(_) | ListKind::Comparison(_) => Self::Wordings,
            },
            Some(Overlay::Help(_)) => Self::Help,
            Some(Overlay::Facts(_)) => Self::Facts,
            Some(Overlay::Printed(_)) => Self::Printed,
        }
    }

    /// True if characters are text here.
    fn is_prompt(self) -> bool {
        matches!(
            self,
            Self::Finder
                | Self::GoTo
                | Self::Note
                | Self::File
                | Self::Compared
                | Self::Resolutions
                | Self::Outline
                | Self::Filter
        )
    }
}

/// Every binding, in the order of the help card.
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    SECTIONS.iter().flat_map(|section| section.bindings)
}

/// What a key asks for, if anything.
pub fn action(context: Context, event: KeyEvent) -> Option<Action> {
    if event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    let pressed = Key::of(event);
    let bound = bindings()
        .find(|binding| {
            binding.contexts.contains(&context) && binding.keys.iter().any(|key| key.is(pressed))
        })
        .map(|binding| binding.action);
    match (bound, pressed) {
        (Some(Action::GoToDigit(_)), Key::Char(digit)) => Some(Action::GoToDigit(digit)),
        (None, Key::Char(c)) if context.is_prompt() => Some(Action::Edit(Edit::Insert(c))),
        _ => bound,
    }
}

/// Presses a key, and returns what must happen outside of the state. A key that asks for nothing takes the message away,
/// as every key does.
///
/// ```
/// use crossterm::event::{KeyCode, KeyEvent};
/// use resolut::bundle;
/// use resolut::reader::app::App;
/// use resolut::reader::keymap;
///
/// let corpus = bundle::corpus();
/// let mut app = App::open(&corpus, None, None);
/// for key in [KeyCode::Char('1'), KeyCode::Char('2'), KeyCode::Enter] {
///     keymap::press(&mut app, KeyEvent::from(key));
/// }
/// assert_eq!(corpus.cite(app.place()).to_string(), "2/34-P:12");
/// ```
pub fn press(app: &mut App<'_>, event: KeyEvent) -> Option<Effect> {
    let Some(action) = action(Context::of(app), event) else {
        app.dismiss();
        return None;
    };
    app.update(action)
}

/// The first key of an action, as a person would name it; none where it has no key.
///
/// ```
/// use resolut::reader::app::action::Action;
/// use resolut::reader::keymap::key_of;
///
/// assert_eq!(key_of(Action::Mark).as_deref(), Some("m"));
/// ```
pub fn key_of(action: Action) -> Option<String> {
    let mut bindings = bindings();
    let binding = bindings.find(|binding| binding.action == action)?;
    Some(binding.keys.first()?.to_string())
}

/// A key in the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it does.
    pub action: Action,
    /// The key, and the word for what it does.
    pub text: String,
    /// Whether it stays where there is no room for others: a reader who knows this key finds all others, or the
    /// way out.
    pub stays: bool,
}

/// What is named in the footer where an app is: first what the focused pane has of its own, then what is named in all
/// of the context, in the order of the table.
pub fn footer(app: &App<'_>) -> Vec<Hint> {
    let context = Context::of(app);
    let pane = (context == Context::Panes).then(|| app.focus());
    let folds = app
        .outline()
        .selected()
        .is_some_and(|row| row.fold.is_some());
    let own = bindings().filter_map(|binding| {
        let mut words = binding.footer_of.iter();
        let (_, word) = words.find(|(of, _)| Some(*of) == pane)?;
        let is_said = *word != FOLD || folds;
        is_said.then(|| hint(binding, word))
    });
    let here = bindings().filter(|binding| binding.contexts.contains(&context));
    let here = here.filter_map(|binding| Some(hint(binding, binding.footer?)));
    own.chain(here).collect()
}

/// What Enter does in the outline, where the selected row has something below it.
const FOLD: &str = "fold";

fn hint(binding: &Binding, word: &str) -> Hint {
    let text = match binding.keys[0] {
        Key::Digit => format!("7 Enter {word}"),
        key => format!("{key} {word}"),
    };
    let stays = matches!(binding.action, Action::Help | Action::Quit | Action::Leave);
    Hint {
        action: binding.action,
        text,
        stays,
    }
}

impl Key {
    /// The key that was pressed; Shift and Alt are none of it.
    pub fn of(event: KeyEvent) -> Self {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        match event.code {
            KeyCode::Char(c) if ctrl => Self::Ctrl(c.to_ascii_lowercase()),
            KeyCode::Char(c) => Self::Char(c),
            code => Self::Named(code),
        }
    }

    fn is(self, pressed: Self) -> bool {
        match self {
            Self::Digit => matches!(pressed, Self::Char('0'..='9')),
            key => key == pressed,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Char(' ') => "Space",
            Self::Char(c) => return write!(f, "{c}"),
            Self::Ctrl(c) => return write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            Self::Digit => "0-9",
            Self::Named(code) => match code {
                KeyCode::PageDown => "PgDn",
                KeyCode::PageUp => "PgUp",
                KeyCode::Delete => "Del",
                KeyCode::BackTab => "Shift-Tab",
                code => return write!(f, "{code}"),
            },
        };
        f.write_str(name)
    }
}

impl Binding {
    /// The first of its keys by name, `j Down`: as many as fit whole in `room` columns, but one at least.
    pub fn keys_named(&self, room: usize) -> String {
        let mut named = String::new();
        for key in self.keys {
            let with_next = match named.as_str() {
                "" => key.to_string(),
                named => format!("{named} {key}"),
            };
            if !named.is_empty() && with_next.len() > room {
                break;
            }
            named = with_next;
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTEXTS: [Context; 16] = [
        Context::Panes,
        Context::Finder,
        Context::GoTo,
        Context::Note,
        Context::File,
        Context::Compared,
        Context::Marks,
        Context::List,
        Context::Resolutions,
        Context::Outline,
        Context::Quote,
        Context::References,
        Context::Wordings,
        Context::Help,
        Context::Facts,
        Context::Printed,
    ];

    fn press(context: Context, code: KeyCode, modifiers: KeyModifiers) -> Option<Action> {
        action(context, KeyEvent::new(code, modifiers))
    }

    #[test]
    fn no_key_does_two_things_in_a_context() {
        for context in CONTEXTS {
            let mut seen: Vec<Key> = Vec::new();
            for binding in bindings().filter(|binding| binding.contexts.contains(&context)) {
                for key in binding.keys {
                    assert!(!seen.contains(key), "{key} twice in {context:?}");
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn no_key_is_one_that_multiplexers_or_flow_control_own() {
        for key in bindings().flat_map(|binding| binding.keys) {
            assert!(
                !matches!(key, Key::Ctrl('a' | 'b' | 's' | 'q' | ' ')),
                "{key}"
            );
        }
    }

    #[test]
    fn esc_is_never_the_only_way() {
        for binding in bindings() {
            if binding.keys.contains(&Key::Named(KeyCode::Esc)) {
                assert!(binding.keys.len() > 1, "{}", binding.help);
            }
        }
    }

    #[test]
    fn help_fits_its_column() {
        for binding in bindings() {
            assert!(binding.help.len() <= 27, "{}", binding.help);
            assert!(binding.pair.is_none_or(|both| both.len() <= 27));
            assert!(!binding.contexts.is_empty() && !binding.keys.is_empty());
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let words: Vec<_> = bindings().filter_map(|binding| binding.word).collect();
        for (position, word) in words.iter().enumerate() {
            assert!(!words[..position].contains(word), "{word}");
            assert_eq!(word.to_lowercase(), *word);
        }
    }

    #[test]
    fn a_digit_opens_the_prompt_with_itself() {
        let seven = press(Context::Panes, KeyCode::Char('7'), KeyModifiers::NONE);
        assert_eq!(seven, Some(Action::GoToDigit('7')));
    }

    #[test]
    fn characters_are_text_in_a_prompt_and_only_there() {
        let typed = |context| press(context, KeyCode::Char('q'), KeyModifiers::NONE);
        assert_eq!(
            typed(Context::Finder),
            Some(Action::Edit(Edit::Insert('q')))
        );
        assert_eq!(typed(Context::Panes), Some(Action::Quit));
        assert_eq!(
            press(Context::Panes, KeyCode::Char('€'), KeyModifiers::NONE),
            None
        );
        assert_eq!(
            press(Context::Finder, KeyCode::Char('x'), KeyModifiers::ALT),
            None
        );
    }

    #[test]
    fn a_capital_is_another_key_with_or_without_shift_reported() {
        let last = press(Context::Panes, KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(last, Some(Action::Last));
        assert_eq!(
            press(Context::Panes, KeyCode::Char('G'), KeyModifiers::NONE),
            last
        );
    }
}
