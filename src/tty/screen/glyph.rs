//! How many columns a cell's symbol takes, and whether every terminal agrees.
//!
//! Terminals measure a sequence such as an emoji with joiners by tables of their own. After a symbol
//! that is not [`steady`], nothing is assumed about where the cursor stands or what the next columns show.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

use crate::text::{letters, visible};

/// What shows on an empty cell too.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// The columns that a symbol takes by our measure; 0 for one that cannot be printed as a cell: empty, a
/// combining mark alone, or holding a control character (those of text direction too).
pub(super) fn width(symbol: &str) -> usize {
    match symbol.as_bytes() {
        [b' '..=b'~'] => 1,
        _ if symbol.chars().any(|c| visible::replacement(c).is_some()) => 0,
        _ => letters::cells(symbol),
    }
}

/// The most columns that a terminal may take for a symbol.
pub(super) fn widest(symbol: &str) -> usize {
    let apart: usize = symbol.chars().filter_map(UnicodeWidthChar::width).sum();
    let pictures = symbol.chars().any(|c| c >= '\u{2190}');
    let least = if pictures { 2 } else { 0 };
    apart.max(width(symbol)).max(least)
}

/// The cell with the first character of its symbol alone.
pub(super) fn first(cell: &Cell) -> Cell {
    let mut first = cell.clone();
    first.set_char(cell.symbol().chars().next().unwrap_or(' '));
    first
}

/// Whether all terminals give the symbol the width that we do: single characters of old scripts, lines
/// and CJK; not emoji, sequences, scripts that join, or U+FFFD, which some pass over.
pub(super) fn steady(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(only), None) = (chars.next(), chars.next()) else {
        return false;
    };
    match only {
        ' '..='~' => true,
        '\u{a1}'..='\u{ac}'
        | '\u{ae}'..='\u{2ff}'
        | '\u{370}'..='\u{58f}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{621}'..='\u{64a}'
        | '\u{1e00}'..='\u{1fff}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{2070}'..='\u{22ff}'
        | '\u{2400}'..='\u{243f}'
        | '\u{2500}'..='\u{25ff}' => only.width() == Some(1),
        '\u{3001}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff5e}' => only.width() == Some(2),
        _ => false,
    }
}

/// Whether two cells look the same: on a blank, most of the style does not show.
pub(super) fn look_same(one: &Cell, other: &Cell) -> bool {
    if one.symbol() != " " || other.symbol() != " " {
        return one.symbol() == other.symbol()
            && (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier);
    }
    let seen = one.modifier & SEEN_ON_BLANK;
    one.bg == other.bg
        && seen == other.modifier & SEEN_ON_BLANK
        && (seen.is_empty() || one.fg == other.fg)
}

/// Whether a cell looks as the terminal leaves it when it erases with a plain pen.
pub(super) fn is_erased(cell: &Cell) -> bool {
    cell.symbol() == " " && erases_plainly(cell.bg, cell.modifier)
}

/// Whether erasing, or scrolling in a new line, under this background and these modifiers is plain.
pub(super) fn erases_plainly(background: Color, modifier: Modifier) -> bool {
    background == Color::Reset && !modifier.intersects(SEEN_ON_BLANK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lines_and_ideographs_are_steady_emoji_and_sequences_are_not() {
        for symbol in [
            "a", "é", "│", "▌", "’", "…", "¶", "й", "ع", "≈", "北", "か", "한",
        ] {
            assert!(steady(symbol), "{symbol}");
        }
        for symbol in [
            "",
            "🕊",
            "⚠️",
            "e\u{301}",
            "👨‍👩‍👧",
            "क्ष",
            "\u{ad}",
            "\u{200b}",
            "◾",
            "\u{fffd}",
        ] {
            assert!(!steady(symbol), "{symbol}");
        }
    }

    #[test]
    fn control_characters_and_lone_marks_have_no_width() {
        for symbol in [
            "",
            "\u{1b}",
            "a\u{1b}[2J",
            "\u{9b}",
            "\u{301}",
            "\n",
            "a\u{202e}",
        ] {
            assert_eq!(width(symbol), 0, "{symbol:?}");
        }
    }
}
