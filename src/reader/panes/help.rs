//! The help card: every key of the table.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::reader::keymap::{Binding, SECTIONS};

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
    /// A pair of them, and what is said of both.
    Pair(&'static Binding, &'static Binding, &'static str),
}

impl CardRow {
    fn is_heading(self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// Whether a blank row stands between sections. Where not all rows are in sight, none does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    Blank,
    None,
}

/// The rows of each column of the card. Sections are dealt out in turn, so that the first of them, which
/// matter most, stand at the top of every column.
fn parts(columns: u16, spacing: Spacing) -> Vec<Vec<CardRow>> {
    let columns = usize::from(columns.max(1));
    let mut parts = vec![Vec::new(); columns];
    for (part, section) in (0..columns).cycle().zip(SECTIONS) {
        let rows: &mut Vec<CardRow> = &mut parts[part];
        if spacing == Spacing::Blank && !rows.is_empty() {
            rows.push(CardRow::Space);
        }
        rows.push(CardRow::Heading(section.title));
        let mut bindings = section.bindings.iter();
        while let Some(binding) = bindings.next() {
            let pair = binding.pair.and_then(|both| Some((bindings.next()?, both)));
            rows.push(match pair {
                Some((next, both)) => CardRow::Pair(binding, next, both),
                None => CardRow::Key(binding),
            });
        }
    }
    parts
}

/// Where the card stands: in the middle, in as many columns of keys as fit.
pub(super) fn card(screen: Rect) -> Rect {
    let columns = columns(screen);
    let width = (columns * column_width(screen) + FRAME).min(screen.width);
    let rows = tallest(columns, spacing(screen));
    let height = u16::try_from(rows + 2)
        .unwrap_or(u16::MAX)
        .min(screen.height);
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
    tallest(columns(card), spacing(card))
}

/// Blank rows, if there is room for them beside all others.
fn spacing(area: Rect) -> Spacing {
    if tallest(columns(area), Spacing::Blank) + 2 <= usize::from(area.height) {
        Spacing::Blank
    } else {
        Spacing::None
    }
}

fn tallest(columns: u16, spacing: Spacing) -> usize {
    let parts = parts(columns, spacing);
    parts.iter().map(Vec::len).max().unwrap_or(0)
}

pub(super) fn render(top: usize, canvas: &mut Canvas<'_>) {
    frame(canvas);
    let area = canvas.area;
    if top + usize::from(area.height.saturating_sub(2)) < length(area) {
        let at = (area.x + 2, area.bottom().saturating_sub(1));
        canvas.line(at, " j for more ");
    }
    let width = column_width(area);
    let lefts = (area.x + 2..).step_by(usize::from(width.max(1)));
    for (x, column) in lefts.zip(parts(columns(area), spacing(area))) {
        let mut shown = column.get(top..).unwrap_or_default().to_vec();
        // What the first row stands under is above it.
        let heading = column.iter().take(top + 1).rfind(|row| row.is_heading());
        if let (Some(first), Some(heading)) = (shown.first_mut(), heading) {
            *first = *heading;
        }
        for (row, y) in shown
            .into_iter()
            .zip(area.y + 1..area.bottom().saturating_sub(1))
        {
            let end = area.right().saturating_sub(1).min(x + width - 1);
            draw(row, (x, y), &mut canvas.up_to(end));
        }
    }
}

fn draw(row: CardRow, (x, y): (u16, u16), canvas: &mut Canvas<'_>) {
    match row {
        CardRow::Space => {}
        CardRow::Heading(title) => {
            canvas.styled((x, y), title, canvas.theme.strong);
        }
        CardRow::Key(binding) => key(
            |room| binding.keys_named(room),
            binding.help,
            (x, y),
            canvas,
        ),
        CardRow::Pair(first, second, both) => {
            // Each by its first key alone.
            let keys = [first, second].map(|binding| binding.keys_named(0));
            key(|_| keys.join(" "), both, (x, y), canvas);
        }
    }
}

/// Draws keys, as they are named in some columns, and what they do.
fn key(
    keys: impl FnOnce(usize) -> String,
    help: &str,
    (x, y): (u16, u16),
    canvas: &mut Canvas<'_>,
) {
    // On a small screen the keys leave most of the row to what they do.
    let room = canvas.area.right().saturating_sub(x);
    let of_keys = if room < 40 {
        FEW_KEYS.min(room / 3)
    } else {
        KEYS
    };
    let end = (x + of_keys).saturating_sub(1);
    let keys = keys(usize::from(of_keys.saturating_sub(1)));
    canvas.up_to(end).line((x, y), &keys);
    canvas.line((x + of_keys, y), help);
}

fn frame(canvas: &mut Canvas<'_>) {
    let area = canvas.area;
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
    ] = canvas.theme.frame;
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for x in area.x..=right {
        canvas.sign((x, area.y), across);
        canvas.sign((x, bottom), across);
    }
    for y in area.y..=bottom {
        canvas.sign((area.x, y), down);
        canvas.sign((right, y), down);
    }
    for (x, y, corner) in [
        (area.x, area.y, upper_left),
        (right, area.y, upper_right),
        (right, bottom, lower_right),
        (area.x, bottom, lower_left),
    ] {
        canvas.sign((x, y), corner);
    }
    let strong = canvas.theme.strong;
    let at = (area.x + 2, area.y);
    canvas.up_to(right).styled(at, " Keys ", strong);
}
