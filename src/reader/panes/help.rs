//! The help card: every key of the table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use crate::reader::keymap::{Binding, SECTIONS};
use crate::reader::panes::canvas;

/// Columns of the keys, and of a column of the card.
const KEYS: u16 = 18;
const COLUMN: u16 = KEYS + 30;
/// The same on a small screen: `Backspace` and a blank, and what any key does.
const FEW_KEYS: u16 = 10;
const NARROW: u16 = FEW_KEYS + 28;
/// The frame, and the blank within its left side.
const FRAME: u16 = 3;

/// A row of the card.
#[derive(Clone, Copy)]
enum CardRow {
    Space,
    Heading(&'static str),
    Key(&'static Binding),
}

/// The rows of each column of the card. Sections are dealt out in turn, so that the first of them, which
/// matter most, stand at the top of every column.
fn parts(columns: u16) -> Vec<Vec<CardRow>> {
    let columns = usize::from(columns.max(1));
    let mut parts = vec![Vec::new(); columns];
    for (part, section) in (0..columns).cycle().zip(SECTIONS) {
        let rows: &mut Vec<CardRow> = &mut parts[part];
        if !rows.is_empty() {
            rows.push(CardRow::Space);
        }
        rows.push(CardRow::Heading(section.title));
        rows.extend(section.bindings.iter().map(CardRow::Key));
    }
    parts
}

/// Where the card stands: in the middle, in as many columns of keys as fit.
pub(super) fn card(screen: Rect) -> Rect {
    let columns = columns(screen);
    let width = (columns * column_width(screen) + FRAME).min(screen.width);
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
    if area.width >= 2 * NARROW + FRAME {
        2
    } else {
        1
    }
}

fn column_width(area: Rect) -> u16 {
    (area.width.saturating_sub(FRAME) / columns(area)).min(COLUMN)
}

/// The rows of a card of this size, those out of sight included.
pub(super) fn length(card: Rect) -> usize {
    tallest(columns(card))
}

fn tallest(columns: u16) -> usize {
    parts(columns).iter().map(Vec::len).max().unwrap_or(0)
}

pub(super) fn render(top: usize, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    frame(theme, area, buffer);
    if top + usize::from(area.height.saturating_sub(2)) < length(area) {
        let at = (area.x + 2, area.bottom().saturating_sub(1));
        canvas::line(buffer, at, area.right(), " j for more ", theme, theme.plain);
    }
    let width = column_width(area);
    let lefts = (area.x + 2..).step_by(usize::from(width.max(1)));
    for (x, column) in lefts.zip(parts(columns(area))) {
        let shown = column.into_iter().skip(top);
        for (row, y) in shown.zip(area.y + 1..area.bottom().saturating_sub(1)) {
            let end = area.right().saturating_sub(1).min(x + width - 1);
            draw(row, (x, y), end, theme, buffer);
        }
    }
}

fn draw(row: CardRow, (x, y): (u16, u16), end: u16, theme: &Theme, buffer: &mut Buffer) {
    match row {
        CardRow::Space => {}
        CardRow::Heading(title) => {
            canvas::line(buffer, (x, y), end, title, theme, theme.strong);
        }
        CardRow::Key(binding) => {
            // On a small screen the keys leave most of the row to what they do.
            let room = end.saturating_sub(x);
            let of_keys = if room < 40 {
                FEW_KEYS.min(room / 3)
            } else {
                KEYS
            };
            let help = x + of_keys;
            let keys = binding.keys_named(usize::from(of_keys.saturating_sub(1)));
            canvas::line(
                buffer,
                (x, y),
                help.saturating_sub(1),
                &keys,
                theme,
                theme.plain,
            );
            canvas::line(buffer, (help, y), end, binding.help, theme, theme.plain);
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
    canvas::line(
        buffer,
        (area.x + 2, area.y),
        right,
        " Keys ",
        theme,
        theme.strong,
    );
}
