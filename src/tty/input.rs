//! Bytes from a terminal → keys and pastes.
//!
//! A machine of our own and no general escape parser: what matters here is how to get out of a sequence
//! that never ends. A person may press Esc, Alt-] or Alt-P and begin nothing; a packet may be cut in the
//! middle; a terminal may answer what nobody asked. So each byte is read by itself (how the input was cut
//! into packets changes nothing), and [`Decoder::patience`] says how long to wait for the rest. A line may
//! hold a packet back for half a second, and nothing of a key or a paste may then become a command:
//!
//! | read so far | silence that ends it | then it is |
//! |---|---|---|
//! | nothing unfinished | none: no timer | |
//! | ESC | 40 ms | ESC still, but Alt and a character come at once: Esc is a key of its own |
//! | | 560 ms more | Esc; where that does nothing, `[` or `O` go on with it for ever |
//! | ESC and one introducer (`[` `O` `]` `P` …) | 600 ms | Alt and that character |
//! | more of a sequence or a string, half a character | 2 s | dropped |
//! | a paste | 2 s | the paste as far as it came |
//!
//! Where Esc does nothing ([`EscKey::Idle`]), a sequence that any byte can end has no limit either.
//! Answers of the terminal (CSI with a private mark, OSC, DCS, SOS, PM, APC) are read to their end and
//! dropped. A control character ends them early and counts as the key it is, so none can lock the keyboard.

mod keys;
mod mouse;
mod paste;

use std::mem;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use keys::Sequence;
use paste::{Paste, PasteState};

pub use mouse::{MouseAct, MouseReport};
pub use paste::PASTE_LIMIT;

/// How long a character behind ESC is one with Alt.
const ALT_GRACE: Duration = Duration::from_millis(40);

/// How long ESC, or ESC and an introducer, may still become a sequence: half a second, and what a packet
/// takes to be read.
const GRACE: Duration = Duration::from_millis(600);

/// How long an unfinished sequence may stay silent.
const STALL: Duration = Duration::from_secs(2);

const ESC: u8 = 0x1b;

/// What a terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key. Characters carry no `SHIFT`: the character tells. ESC and a character is that character with
    /// `ALT`. Line feed is Enter, as it is for keys typed before raw mode; both `^H` and DEL are Backspace.
    Key(KeyEvent),
    /// A bracketed paste. Line ends are `\n`, other control characters but tabs are left out.
    Paste(String),
    /// A report of the mouse, where the terminal was asked for such.
    Mouse(MouseReport),
}

#[derive(Debug, Default)]
enum DecoderState {
    #[default]
    Ground,
    /// A character of several bytes, with Alt when an ESC stood before it.
    Utf8 {
        bytes: Vec<u8>,
        held: KeyModifiers,
    },
    Escape(Silence),
    Csi(Sequence),
    /// `[` long after an ESC: the rest of an arrow, or a key that was typed.
    LateBracket,
    Ss3(Sequence),
    /// The Linux console's F1 to F5: `ESC [ [ A`.
    ConsoleKey,
    /// The three bytes after `ESC [ M`: a mouse report left on by another program.
    OldMouse(u8),
    /// OSC, DCS, SOS, PM or APC, opened by the character kept; `begun` once anything followed it.
    Text {
        opener: u8,
        begun: bool,
    },
    /// ESC inside such a string: its end, when `\` follows.
    TextEscape,
    Paste(Paste),
}

/// The silence after an ESC, so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Silence {
    None,
    /// Too long for Alt.
    Short,
    /// Too long for any key; Esc has been said.
    Long,
}

/// What Esc does where the input goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EscKey {
    /// It does something: a person who presses it waits for that.
    Acts,
    /// It does nothing, so what may follow it is waited for without a limit.
    #[default]
    Idle,
}

/// Reads a terminal's bytes; see the module for the rules.
///
/// ```
/// use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
/// use resolut::tty::input::{Decoder, Input};
///
/// let mut decoder = Decoder::default();
/// let mut found = Vec::new();
/// decoder.feed(b"j\x1b", &mut found);
/// assert_eq!(found.len(), 1);
/// assert!(decoder.patience().is_some());
/// decoder.feed(b"[A", &mut found);
/// assert_eq!(found[1], Input::Key(KeyEvent::new(KeyCode::Up, KeyModifiers::NONE)));
/// ```
#[derive(Debug, Default)]
pub struct Decoder {
    state: DecoderState,
    esc: EscKey,
}

impl Decoder {
    /// Reads `bytes` and appends what they mean to `found`.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Vec<Input>) {
        for &byte in bytes {
            self.byte(byte, found);
        }
    }

    /// Takes note of what Esc would do now; at first it is [`EscKey::Idle`].
    pub fn set_esc(&mut self, esc: EscKey) {
        self.esc = esc;
    }

    /// How long to wait for more before [`Decoder::expire`]; `None` when nothing is waited for.
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            DecoderState::Ground
            | DecoderState::LateBracket
            | DecoderState::Escape(Silence::Long) => None,
            DecoderState::Escape(Silence::None) => Some(ALT_GRACE),
            DecoderState::Escape(Silence::Short) => Some(GRACE.saturating_sub(ALT_GRACE)),
            DecoderState::Csi(_) | DecoderState::Ss3(_) | DecoderState::ConsoleKey
                if self.esc == EscKey::Idle =>
            {
                None
            }
            DecoderState::Csi(sequence) | DecoderState::Ss3(sequence) if !sequence.is_empty() => {
                Some(STALL)
            }
            DecoderState::Csi(_)
            | DecoderState::Ss3(_)
            | DecoderState::ConsoleKey
            | DecoderState::Text { begun: false, .. } => Some(GRACE),
            _ => Some(STALL),
        }
    }

    /// Ends what is unfinished: the terminal has been silent for as long as [`Decoder::patience`] said.
    pub fn expire(&mut self, found: &mut Vec<Input>) {
        match mem::take(&mut self.state) {
            DecoderState::Escape(Silence::None) => {
                self.state = DecoderState::Escape(Silence::Short);
            }
            DecoderState::Escape(Silence::Short) => {
                found.push(key(KeyCode::Esc));
                if self.esc == EscKey::Idle {
                    self.state = DecoderState::Escape(Silence::Long);
                }
            }
            DecoderState::Csi(sequence) if sequence.is_empty() => {
                found.push(alt(KeyCode::Char('[')));
            }
            DecoderState::Ss3(sequence) if sequence.is_empty() => {
                found.push(alt(KeyCode::Char('O')));
            }
            DecoderState::Text {
                opener,
                begun: false,
            } => found.push(alt(KeyCode::Char(char::from(opener)))),
            DecoderState::Paste(paste) => found.push(Input::Paste(paste.text())),
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8, found: &mut Vec<Input>) {
        self.state = match mem::take(&mut self.state) {
            DecoderState::Ground => Self::ground(byte, KeyModifiers::NONE, found),
            DecoderState::Utf8 { bytes, held } => Self::utf8(bytes, held, byte, found),
            DecoderState::TextEscape if byte == b'\\' => DecoderState::Ground,
            DecoderState::TextEscape => Self::escape(Silence::None, byte, found),
            DecoderState::Escape(silence) => Self::escape(silence, byte, found),
            DecoderState::LateBracket if !keys::goes_on(byte) => {
                Self::ground(byte, KeyModifiers::NONE, found)
            }
            DecoderState::LateBracket => Self::csi(Sequence::default(), byte, found),
            DecoderState::Csi(sequence) => Self::csi(sequence, byte, found),
            DecoderState::Ss3(mut sequence) => match byte {
                b'0'..=b';' => {
                    sequence.push(byte);
                    DecoderState::Ss3(sequence)
                }
                0x40..=0x7e => {
                    found.extend(sequence.ss3(byte).map(Input::Key));
                    DecoderState::Ground
                }
                _ => Self::ground(byte, KeyModifiers::NONE, found),
            },
            DecoderState::ConsoleKey => {
                found.extend(keys::console(byte).map(Input::Key));
                DecoderState::Ground
            }
            DecoderState::OldMouse(1) => DecoderState::Ground,
            DecoderState::OldMouse(left) => DecoderState::OldMouse(left - 1),
            DecoderState::Text { opener, .. } => match byte {
                ESC => DecoderState::TextEscape,
                0x07 => DecoderState::Ground,
                0..0x20 | 0x7f => Self::ground(byte, KeyModifiers::NONE, found),
                _ => DecoderState::Text {
                    opener,
                    begun: true,
                },
            },
            DecoderState::Paste(paste) => Self::paste(paste, byte, found),
        };
    }

    fn ground(byte: u8, held: KeyModifiers, found: &mut Vec<Input>) -> DecoderState {
        match byte {
            ESC => DecoderState::Escape(Silence::None),
            0..0x80 => {
                let mut event = keys::ascii(byte);
                event.modifiers |= held;
                found.push(Input::Key(event));
                DecoderState::Ground
            }
            0xc2..=0xf4 => DecoderState::Utf8 {
                bytes: vec![byte],
                held,
            },
            _ => DecoderState::Ground,
        }
    }

    fn utf8(
        mut bytes: Vec<u8>,
        held: KeyModifiers,
        byte: u8,
        found: &mut Vec<Input>,
    ) -> DecoderState {
        if !(0x80..0xc0).contains(&byte) {
            return Self::ground(byte, KeyModifiers::NONE, found);
        }
        bytes.push(byte);
        let whole = match bytes.first() {
            Some(0xf0..) => 4,
            Some(0xe0..) => 3,
            _ => 2,
        };
        if bytes.len() < whole {
            return DecoderState::Utf8 { bytes, held };
        }
        let typed = str::from_utf8(&bytes)
            .ok()
            .and_then(|text| text.chars().next())
            .filter(|typed| !typed.is_control());
        found.extend(typed.map(|typed| Input::Key(KeyEvent::new(KeyCode::Char(typed), held))));
        DecoderState::Ground
    }

    fn escape(silence: Silence, byte: u8, found: &mut Vec<Input>) -> DecoderState {
        match byte {
            b'[' if silence == Silence::Long => DecoderState::LateBracket,
            b'[' => DecoderState::Csi(Sequence::default()),
            b'O' => DecoderState::Ss3(Sequence::default()),
            _ if silence == Silence::Long => Self::ground(byte, KeyModifiers::NONE, found),
            b']' | b'P' | b'X' | b'^' | b'_' => DecoderState::Text {
                opener: byte,
                begun: false,
            },
            // Alt with these is in use for editing; with another control character it is Esc, then a key.
            b'\t' | b'\r' | 0x08 | 0x7f | 0x20.. => {
                if silence == Silence::Short {
                    found.push(key(KeyCode::Esc));
                }
                Self::ground(byte, KeyModifiers::ALT, found)
            }
            _ => {
                found.push(key(KeyCode::Esc));
                Self::ground(byte, KeyModifiers::NONE, found)
            }
        }
    }

    fn csi(mut sequence: Sequence, byte: u8, found: &mut Vec<Input>) -> DecoderState {
        match byte {
            b'[' if sequence.is_empty() => DecoderState::ConsoleKey,
            b'M' if sequence.is_empty() => DecoderState::OldMouse(3),
            b'$' if sequence.is_rxvt() => {
                found.extend(sequence.csi(byte).map(Input::Key));
                DecoderState::Ground
            }
            0x20..0x40 => {
                sequence.push(byte);
                DecoderState::Csi(sequence)
            }
            b'~' if sequence.opens_paste() => DecoderState::Paste(Paste::default()),
            0x40..=0x7e => {
                found.extend(sequence.mouse(byte).map(Input::Mouse));
                found.extend(sequence.csi(byte).map(Input::Key));
                DecoderState::Ground
            }
            _ => Self::ground(byte, KeyModifiers::NONE, found),
        }
    }

    fn paste(mut paste: Paste, byte: u8, found: &mut Vec<Input>) -> DecoderState {
        match paste.take(byte) {
            PasteState::Open => DecoderState::Paste(paste),
            PasteState::Ended => {
                found.push(Input::Paste(paste.text()));
                DecoderState::Ground
            }
        }
    }
}

fn key(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn alt(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::ALT))
}

#[cfg(test)]
mod tests;
