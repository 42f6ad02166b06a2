//! Colours and modifiers → SGR, with the fewest bytes.
//!
//! The pen is kept from cell to cell and from frame to frame; a change is written as the difference
//! to the pen in hand or to the plain one, whichever is shorter. The sixteen colours have their two-digit codes.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::glyph;

/// How characters are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

/// Each modifier with the codes that set and end it; bold and dim end together, as do the blinks.
const CODES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    pub(super) const PLAIN: Self = Self {
        foreground: Color::Reset,
        background: Color::Reset,
        modifier: Modifier::empty(),
    };

    pub(super) const fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether what is erased in this pen is plain on every terminal.
    pub(super) fn erases_plainly(self) -> bool {
        glyph::erases_plainly(self.background, self.modifier)
    }

    /// Writes the change from this pen to `next`.
    pub(super) fn change(self, next: Self, out: &mut Vec<u8>) {
        if self == next {
            return;
        }
        let mut reset = Vec::with_capacity(16);
        if next != Self::PLAIN {
            reset.push(b';');
            Self::PLAIN.codes_to(next, &mut reset);
        }
        let mut change = Vec::with_capacity(16);
        self.codes_to(next, &mut change);
        let shorter = if change.len() < reset.len() {
            change
        } else {
            reset
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(&shorter);
        out.push(b'm');
    }

    fn codes_to(self, next: Self, out: &mut Vec<u8>) {
        let mut codes = Codes { out, first: true };
        let ended = CODES
            .iter()
            .filter(|(modifier, ..)| (self.modifier - next.modifier).contains(*modifier));
        let mut ends: Vec<u8> = ended.map(|&(.., end)| end).collect();
        ends.dedup();
        for &end in &ends {
            codes.push(format_args!("{end}"));
        }
        for &(modifier, set, end) in &CODES {
            let stays = self.modifier.contains(modifier) && !ends.contains(&end);
            if next.modifier.contains(modifier) && !stays {
                codes.push(format_args!("{set}"));
            }
        }
        if self.foreground != next.foreground {
            codes.colour(next.foreground, 30);
        }
        if self.background != next.background {
            codes.colour(next.background, 40);
        }
    }
}

/// Codes with semicolons between them.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl Codes<'_> {
    fn push(&mut self, code: std::fmt::Arguments<'_>) {
        if !std::mem::take(&mut self.first) {
            self.out.push(b';');
        }
        // Writing to a vector cannot fail.
        let _ = self.out.write_fmt(code);
    }

    /// A colour of the foreground (`base` 30) or of the background (40).
    fn colour(&mut self, colour: Color, base: u8) {
        let code = match colour {
            Color::Reset => base + 9,
            Color::Black => base,
            Color::Red => base + 1,
            Color::Green => base + 2,
            Color::Yellow => base + 3,
            Color::Blue => base + 4,
            Color::Magenta => base + 5,
            Color::Cyan => base + 6,
            Color::Gray => base + 7,
            Color::DarkGray => base + 60,
            Color::LightRed => base + 61,
            Color::LightGreen => base + 62,
            Color::LightYellow => base + 63,
            Color::LightBlue => base + 64,
            Color::LightMagenta => base + 65,
            Color::LightCyan => base + 66,
            Color::White => base + 67,
            Color::Indexed(index) => return self.push(format_args!("{};5;{index}", base + 8)),
            Color::Rgb(red, green, blue) => {
                return self.push(format_args!("{};2;{red};{green};{blue}", base + 8));
            }
        };
        self.push(format_args!("{code}"));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn change(from: Style, to: Style) -> String {
        let pen = |style| {
            let mut cell = Cell::EMPTY;
            cell.set_style(style);
            Pen::of(&cell)
        };
        let mut out = Vec::new();
        pen(from).change(pen(to), &mut out);
        String::from_utf8(out).unwrap().replace('\u{1b}', "^")
    }

    #[test]
    fn only_what_changes_is_written() {
        let plain = Style::new();
        let table = [
            (plain, plain, ""),
            (plain, plain.bold(), "^[1m"),
            (plain.bold(), plain, "^[m"),
            (plain.bold(), plain.bold().red(), "^[31m"),
            (plain.bold().red(), plain.red(), "^[22m"),
            (plain.bold(), plain.dim(), "^[;2m"),
            (plain.bold().dim().red(), plain.dim().red(), "^[22;2m"),
            (plain, plain.light_blue().on_dark_gray(), "^[94;100m"),
            (plain, plain.fg(Color::Indexed(9)), "^[38;5;9m"),
            (
                plain.bold().reversed(),
                plain.bg(Color::Rgb(1, 2, 3)),
                "^[;48;2;1;2;3m",
            ),
        ];
        for (from, to, want) in table {
            assert_eq!(change(from, to), want, "{from:?} {to:?}");
        }
    }
}
