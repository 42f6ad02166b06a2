//! What a byte or a finished escape sequence means as a key.
//!
//! One table for every TERM: the sequences of xterm, VT220, rxvt, the Linux console and the `CSI u` form
//! that tmux sends do not contradict each other, so nothing depends on `$TERM`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::mouse::MouseReport;

/// More parameters than any key has; an answer with more is no key.
const MOST: usize = 4;

/// The kind of event of a key that is let go.
const RELEASED: u16 = 3;

/// The parameters of an escape sequence while it is read.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    parameters: [u16; MOST],
    /// Which parameter is being read.
    at: usize,
    /// In which subparameter of it, counted in `:` before it.
    sub: usize,
    /// The kind of event, which kitty's protocol has behind the modifiers: 3 for a key let go.
    event: u16,
    /// Holds anything that a key's sequence does not: an answer, to be dropped.
    foreign: bool,
    /// Begins as a report of the mouse does.
    of_mouse: bool,
    begun: bool,
}

impl Sequence {
    /// Takes a parameter or intermediate byte (`0x20` to `0x3f`).
    pub(super) fn push(&mut self, byte: u8) {
        let is_first = !std::mem::replace(&mut self.begun, true);
        match byte {
            b'<' if is_first => self.of_mouse = true,
            b';' => {
                self.at += 1;
                self.sub = 0;
            }
            b':' => self.sub += 1,
            b'0'..=b'9' => {
                let number = match (self.at, self.sub) {
                    (at, 0) => self.parameters.get_mut(at),
                    (1, 1) => Some(&mut self.event),
                    // Keys may carry more, and we need none of it.
                    _ => None,
                };
                if let Some(number) = number {
                    let digit = u16::from(byte - b'0');
                    *number = number.saturating_mul(10).saturating_add(digit);
                }
            }
            _ => self.foreign = true,
        }
        self.foreign |= self.at >= MOST;
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.begun
    }

    /// One plain number so far: rxvt ends the sequences of shifted keys with `$`.
    pub(super) fn is_rxvt(&self) -> bool {
        self.begun && !self.foreign && self.at == 0 && self.sub == 0
    }

    pub(super) fn opens_paste(&self) -> bool {
        !self.foreign && self.parameters == [200, 0, 0, 0]
    }

    /// The key of a control sequence that ends with `last`.
    pub(super) fn csi(&self, last: u8) -> Option<KeyEvent> {
        if self.foreign || self.of_mouse || self.event == RELEASED {
            return None;
        }
        let [first, second, third, _] = self.parameters;
        let code = match (last, first) {
            (b'~', 27) => return coded(third).map(|code| KeyEvent::new(code, modifiers(second))),
            (b'u', _) => coded(first)?,
            (b'~' | b'$' | b'^' | b'@', _) => numbered(first)?,
            (b'a'..=b'd', _) => arrow(last.to_ascii_uppercase())?,
            (b'Z', _) => KeyCode::BackTab,
            // A larger number is the row of a cursor report: `CSI 24 ; 80 R` is not F3.
            (_, 0 | 1) => arrow(last).or_else(|| function(last))?,
            _ => return None,
        };
        let code = match code {
            // This form gives the key as it is without Shift.
            KeyCode::Char(typed) if last == b'u' && modifiers(second) == KeyModifiers::SHIFT => {
                KeyCode::Char(typed.to_ascii_uppercase())
            }
            code => code,
        };
        let held = match last {
            b'$' | b'a'..=b'd' => KeyModifiers::SHIFT,
            b'^' => KeyModifiers::CONTROL,
            b'@' => KeyModifiers::CONTROL | KeyModifiers::SHIFT,
            b'Z' => KeyModifiers::SHIFT | modifiers(second),
            _ => modifiers(second),
        };
        Some(KeyEvent::new(code, held))
    }

    /// What a control sequence that ends with `last` reports of the mouse; a button that is let go (`m`) does nothing.
    pub(super) fn mouse(&self, last: u8) -> Option<MouseReport> {
        let [button, column, row, _] = self.parameters;
        let is_report = self.of_mouse && !self.foreign && self.at == 2 && last == b'M';
        is_report.then(|| MouseReport::read(button, column, row))?
    }

    /// The key of `ESC O` and `last`; some terminals put the modifier before it as a number.
    pub(super) fn ss3(&self, last: u8) -> Option<KeyEvent> {
        if self.foreign {
            return None;
        }
        let [first, second, ..] = self.parameters;
        let held = modifiers(first.max(second));
        let (code, held) = match last {
            b'M' => (KeyCode::Enter, held),
            // The keypad, as a program that died may have left it: each key 0x40 above its character.
            b'X' => (KeyCode::Char('='), held),
            b'j'..=b'y' => (KeyCode::Char(char::from(last - 0x40)), held),
            b'a'..=b'd' => (
                arrow(last.to_ascii_uppercase())?,
                held | KeyModifiers::CONTROL,
            ),
            _ => (arrow(last).or_else(|| function(last))?, held),
        };
        Some(KeyEvent::new(code, held))
    }
}

/// Whether a byte right behind `ESC [` goes on with a key.
pub(super) fn goes_on(byte: u8) -> bool {
    matches!(byte, 0x30..0x40 | b'Z' | b'a'..=b'd')
        || arrow(byte).or_else(|| function(byte)).is_some()
}

/// The key of one byte below `0x80`.
pub(super) fn ascii(byte: u8) -> KeyEvent {
    let control =
        |typed: u8| KeyEvent::new(KeyCode::Char(char::from(typed)), KeyModifiers::CONTROL);
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match byte {
        b'\t' => plain(KeyCode::Tab),
        b'\r' | b'\n' => plain(KeyCode::Enter),
        0x08 | 0x7f => plain(KeyCode::Backspace),
        0x1b => plain(KeyCode::Esc),
        0 => control(b' '),
        0x01..=0x1a => control(byte + 0x60),
        0x1c..0x20 => control(byte + 0x40),
        _ => plain(KeyCode::Char(char::from(byte))),
    }
}

/// The key of `ESC [ [` and `last` on the Linux console.
pub(super) fn console(last: u8) -> Option<KeyEvent> {
    let number = last.checked_sub(b'A').filter(|&number| number < 5)?;
    Some(KeyEvent::new(KeyCode::F(number + 1), KeyModifiers::NONE))
}

fn arrow(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        _ => return None,
    })
}

fn function(last: u8) -> Option<KeyCode> {
    let number = last.checked_sub(b'P').filter(|&number| number < 4)?;
    Some(KeyCode::F(number + 1))
}

fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number).ok()? - 10),
        17..=21 => KeyCode::F(u8::try_from(number).ok()? - 11),
        23 | 24 => KeyCode::F(u8::try_from(number).ok()? - 12),
        _ => return None,
    })
}

/// The key of a character code, as `CSI u` and xterm's `CSI 27 ; … ~` give it.
fn coded(number: u16) -> Option<KeyCode> {
    match number {
        9 => Some(KeyCode::Tab),
        13 => Some(KeyCode::Enter),
        27 => Some(KeyCode::Esc),
        8 | 127 => Some(KeyCode::Backspace),
        57399..=57426 => Some(keypad(number)),
        // Kitty's numbers of keys that type nothing, such as Shift itself.
        0xe000..=0xf8ff => None,
        _ => char::from_u32(number.into())
            .filter(|typed| !typed.is_control())
            .map(KeyCode::Char),
    }
}

/// A key of the keypad by kitty's number, 57399 to 57426.
fn keypad(number: u16) -> KeyCode {
    const SIGNS: &[u8] = b"0123456789./*-+\r=,";
    const OTHERS: [KeyCode; 10] = [
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Insert,
        KeyCode::Delete,
    ];
    let at = usize::from(number.saturating_sub(57399));
    let sign = SIGNS.get(at).map(|&sign| ascii(sign).code);
    let other = || OTHERS.get(at.saturating_sub(SIGNS.len())).copied();
    sign.or_else(other).unwrap_or(KeyCode::Null)
}

/// xterm's modifier number: one more than the sum of shift 1, alt 2 and control 4.
fn modifiers(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let mut held = KeyModifiers::NONE;
    held.set(KeyModifiers::SHIFT, bits & 1 != 0);
    held.set(KeyModifiers::ALT, bits & 2 != 0);
    held.set(KeyModifiers::CONTROL, bits & 4 != 0);
    held
}
