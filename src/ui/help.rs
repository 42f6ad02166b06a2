//! The help card: every key of the table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::paint;
use super::theme::Theme;
use crate::keymap::{BINDINGS, Binding};

/// Columns of the keys, and of a column of the card.
const KEYS: u16 = 18;
const COLUMN: u16 = KEYS + 30;

/// Where the card stands: in the middle, in as many columns of keys as fit.
pub(super) fn card(screen: Rect) -> Rect {
    let columns = columns(screen);
    let width = (columns * COLUMN + 3).min(screen.width);
    let rows = u16::try_from(BINDINGS.len()).unwrap_or(u16::MAX).div_ceil(columns);
    let height = (rows + 2).min(screen.height);
    Rect {
        x: (screen.width - width) / 2,
        y: (screen.height - height) / 2,
        width,
        height,
    }
}

fn columns(area: Rect) -> u16 {
    if area.width >= 2 * COLUMN + 3 { 2 } else { 1 }
}

/// The rows of a card of this size, those out of sight included.
pub(super) fn length(card: Rect) -> usize {
    BINDINGS.len().div_ceil(usize::from(columns(card)))
}

pub(super) fn render(top: usize, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    Clear.render(area, buffer);
    frame(theme, area, buffer);
    let length = length(area);
    for (x, bindings) in (area.x + 2..).step_by(usize::from(COLUMN)).zip(BINDINGS.chunks(length)) {
        let rows = bindings.iter().skip(top);
        for (binding, y) in rows.zip(area.y + 1..area.bottom().saturating_sub(1)) {
            let end = area.right().saturating_sub(1).min(x + COLUMN);
            row(binding, (x, y), end, theme, buffer);
        }
    }
}

fn row(binding: &Binding, (x, y): (u16, u16), end: u16, theme: &Theme, buffer: &mut Buffer) {
    let keys_end = (x + KEYS - 1).min(end);
    paint::line(buffer, (x, y), keys_end, &binding.keys_named(), theme, theme.strong);
    paint::line(buffer, ((x + KEYS).min(end), y), end, binding.help, theme, theme.plain);
}

fn frame(theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let [upper_left, upper_right, lower_right, lower_left, across, down] = theme.frame;
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for x in area.x..=right {
        buffer.set_string(x, area.y, across, theme.plain);
        buffer.set_string(x, bottom, across, theme.plain);
    }
    for y in area.y..=bottom {
        buffer.set_string(area.x, y, down, theme.plain);
        buffer.set_string(right, y, down, theme.plain);
    }
    for (x, y, corner) in [
        (area.x, area.y, upper_left),
        (right, area.y, upper_right),
        (right, bottom, lower_right),
        (area.x, bottom, lower_left),
    ] {
        buffer.set_string(x, y, corner, theme.plain);
    }
    paint::line(buffer, (area.x + 2, area.y), right, " Keys ", theme, theme.strong);
}
