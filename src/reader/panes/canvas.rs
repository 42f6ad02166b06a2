//! Strings into cells: cut to the room there is, controls as marks, matches in their style.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::theme::Theme;
use crate::text::letters::{cells, columns, drawn, letters};

/// A piece of a longer text, and where it is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Where it begins in the text that the matches count from.
    pub(super) offset: usize,
    /// The matches, ascending.
    pub(super) spans: &'a [Range<usize>],
}

/// Draws a piece from `x` on, up to `end`; the column behind it.
pub(super) fn piece(
    buffer: &mut Buffer,
    (mut x, y): (u16, u16),
    end: u16,
    piece: Piece<'_>,
    theme: &Theme,
    style: Style,
) -> u16 {
    for (at, letter) in letters(piece.text) {
        let at = piece.offset + at;
        let behind = piece.spans.partition_point(|span| span.end <= at);
        let matched = piece.spans.get(behind).is_some_and(|span| span.start <= at);
        let style = if matched {
            style.patch(theme.matched)
        } else {
            style
        };
        if let [b' '..=b'~'] = letter.as_bytes() {
            if x >= end {
                break;
            }
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.set_symbol(letter).set_style(style);
            }
            x += 1;
            continue;
        }
        let letter = drawn(letter);
        let wide = u16::try_from(columns(&letter)).unwrap_or(u16::MAX);
        if x.saturating_add(wide) > end {
            break;
        }
        for (_, letter) in letters(&letter) {
            x += put(buffer, (x, y), letter, style);
        }
    }
    x
}

/// Draws a letter by our own measure, which the buffer's is not for all scripts; its columns. One without
/// any is left out.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), letter: &str, style: Style) -> u16 {
    let wide = u16::try_from(cells(letter)).unwrap_or(u16::MAX);
    for x in x..x.saturating_add(wide) {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.reset();
        }
    }
    if wide > 0
        && let Some(cell) = buffer.cell_mut((x, y))
    {
        cell.set_symbol(letter).set_style(style);
    }
    wide
}

/// Draws a text from `x` on, cut with an ellipsis where it passes `end`; the column behind it.
pub(super) fn line(
    buffer: &mut Buffer,
    at: (u16, u16),
    end: u16,
    text: &str,
    theme: &Theme,
    style: Style,
) -> u16 {
    let room = usize::from(end.saturating_sub(at.0));
    let text = crate::text::typeset::cut(text, room, theme.ellipsis);
    let whole = Piece {
        text: &text,
        offset: 0,
        spans: &[],
    };
    piece(buffer, at, end, whole, theme, style)
}

/// The mark of the selected row of a list.
pub(super) fn select(buffer: &mut Buffer, (x, y): (u16, u16), selected: bool, theme: &Theme) {
    if selected {
        buffer.set_string(x, y, theme.here, theme.plain);
    }
}

/// Empties an area for what stands in front, and takes out the wide letters that reach into it.
pub(super) fn clear(area: Rect, buffer: &mut Buffer) {
    Clear.render(area, buffer);
    for y in area.top()..area.bottom() {
        let before = area.x.checked_sub(1).and_then(|x| buffer.cell_mut((x, y)));
        if let Some(cell) = before.filter(|cell| columns(cell.symbol()) > 1) {
            cell.set_symbol(" ");
        }
    }
}

/// Draws a rule over the whole area.
pub(super) fn rule(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    for position in area.positions() {
        buffer.set_string(position.x, position.y, theme.rule, theme.plain);
    }
}
