//! The outline of the open resolution.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::name;
use super::theme::Theme;
use crate::reader::app::outline::OutlineRow;
use crate::reader::app::{App, Pane};
use crate::reader::panes::canvas;
use crate::text::model::{Part, Passage, Resolution};
use crate::text::typeset::columns;

/// Columns of a number, and of its indent a level.
const NUMBER: usize = 4;
const INDENT: usize = 3;

pub(super) fn render(app: &App<'_>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let focused = app.focus() == Pane::Outline;
    let outline = app.outline();
    let cursor = outline.cursor();
    let resolution = app.resolution();
    name("Outline", focused, theme, area, buffer);
    let rows = outline.rows().iter().enumerate().skip(cursor.top);
    for ((position, row), y) in rows.zip(area.y + 1..area.bottom()) {
        canvas::select(buffer, (area.x, y), position == cursor.at, theme);
        let (number, words) = match *row {
            OutlineRow::Part(part) => (" ".to_owned(), part_name(part, resolution)),
            OutlineRow::Passage(index) => in_line(&resolution.passages[index]),
        };
        let end = area.right();
        let x = canvas::line(buffer, (area.x + 1, y), end, &number, theme, theme.plain);
        canvas::line(buffer, (x, y), end, words, theme, theme.plain);
    }
}

fn part_name(part: Part, resolution: &Resolution) -> &str {
    match part {
        Part::Opening => "Opening",
        Part::Preamble => "Preamble",
        Part::Operative => "Operative",
        Part::Annex(position) => resolution.annex_title(position),
    }
}

/// The number, flush right in its column, and the words behind it.
fn in_line(passage: &Passage) -> (String, &str) {
    if passage.part == Part::Opening {
        return (" ".to_owned(), "Opening");
    }
    let number = label(passage);
    let indent = INDENT * usize::from(passage.depth.min(6));
    let blanks = (indent + NUMBER + 1).saturating_sub(columns(&number));
    (format!("{:blanks$}{number}  ", ""), &passage.text)
}

/// The number that stands beside a passage: as printed, or the ordinal of a preambular paragraph.
pub(super) fn label(passage: &Passage) -> String {
    match (&passage.number, passage.part) {
        (Some(number), _) => number.to_string(),
        (None, Part::Preamble) if passage.depth == 0 => format!("pp{}", passage.ordinal),
        _ => String::new(),
    }
}
