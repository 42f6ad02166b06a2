//! The help card: every key of the table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint;
use super::theme::Theme;
use crate::keymap::{Binding, SECTIONS};

/// Columns of the keys, and of a column of the card.
const KEYS: u16 = 18;
const COLUMN: u16 = KEYS + 30;
/// Columns of the keys on a small screen: `Backspace` and a blank.
const FEW_KEYS: u16 = 10;

/// A row of the card.
#[derive(Clone, Copy)]
enum Row {
    Space,
    Heading(&'static str),
    Key(&'static Binding),
}

/// The rows of each column of the card, sections kept whole.
fn parts(columns: u16) -> Vec<Vec<Row>> {
    let rows = rows();
    let borders = (0..rows.len()).filter(|&at| columns > 1 && matches!(rows[at], Row::Space));
    match borders.min_by_key(|&at| at.max(rows.len() - at)) {
        Some(at) => vec![rows[..at].to_vec(), rows[at + 1..].to_vec()],
        None => vec![rows],
    }
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for section in SECTIONS {
        if !rows.is_empty() {
            rows.push(Row::Space);
        }
        rows.push(Row::Heading(section.title));
        rows.extend(section.bindings.iter().map(Row::Key));
    }
    rows
}

/// Where the card stands: in the middle, in as many columns of keys as fit.
pub(super) fn card(screen: Rect) -> Rect {
    let columns = columns(screen);
    let width = (columns * COLUMN + 3).min(screen.width);
    let rows = u16::try_from(tallest(columns)).unwrap_or(u16::MAX - 2);
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
    tallest(columns(card))
}

fn tallest(columns: u16) -> usize {
    parts(columns).iter().map(Vec::len).max().unwrap_or(0)
}

pub(super) fn render(top: usize, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    paint::clear(area, buffer);
    frame(theme, area, buffer);
    if top + usize::from(area.height.saturating_sub(2)) < length(area) {
        let at = (area.x + 2, area.bottom().saturating_sub(1));
        paint::line(buffer, at, area.right(), " j for more ", theme, theme.plain);
    }
    let lefts = (area.x + 2..).step_by(usize::from(COLUMN));
    for (x, column) in lefts.zip(parts(columns(area))) {
        let shown = column.into_iter().skip(top);
        for (row, y) in shown.zip(area.y + 1..area.bottom().saturating_sub(1)) {
            let end = area.right().saturating_sub(1).min(x + COLUMN - 1);
            draw(row, (x, y), end, theme, buffer);
        }
    }
}

fn draw(row: Row, (x, y): (u16, u16), end: u16, theme: &Theme, buffer: &mut Buffer) {
    match row {
        Row::Space => {}
        Row::Heading(title) => {
            paint::line(buffer, (x, y), end, title, theme, theme.strong);
        }
        Row::Key(binding) => {
            // On a small screen the keys leave most of the row to what they do.
            let room = end.saturating_sub(x);
            let of_keys = if room < 40 {
                FEW_KEYS.min(room / 3)
            } else {
                KEYS
            };
            let help = x + of_keys;
            let keys = binding.keys_named(usize::from(of_keys.saturating_sub(1)));
            paint::line(
                buffer,
                (x, y),
                help.saturating_sub(1),
                &keys,
                theme,
                theme.plain,
            );
            paint::line(buffer, (help, y), end, binding.help, theme, theme.plain);
        }
    }
}

fn frame(theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let [
        upper_left,
        upper_right,
        lower_right,
        lower_left,
        across,
        down,
    ] = theme.frame;
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
    paint::line(
        buffer,
        (area.x + 2, area.y),
        right,
        " Keys ",
        theme,
        theme.strong,
    );
}
