//! The outline of the open resolution.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use super::{name, paint};
use crate::app::outline::Row;
use crate::app::{App, Pane};
use crate::model::{Part, Passage, Resolution};
use crate::typeset::columns;

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
        let style = paint::select(buffer, (area.x, y), position == cursor.at, focused, theme);
        let line = match *row {
            Row::Part(part) => format!(" {}", part_name(part, resolution)),
            Row::Passage(index) => passage_line(&resolution.passages[index]),
        };
        paint::line(buffer, (area.x + 1, y), area.right(), &line, theme, style);
    }
}

fn part_name(part: Part, resolution: &Resolution) -> String {
    match part {
        Part::Opening => "Opening".to_owned(),
        Part::Preamble => "Preamble".to_owned(),
        Part::Operative => "Operative".to_owned(),
        Part::Annex(position) => resolution.annex_title(position).to_owned(),
    }
}

/// Number, lead verb and first words, the number flush right in its column.
fn passage_line(passage: &Passage) -> String {
    if passage.part == Part::Opening {
        return " Opening".to_owned();
    }
    let number = label(passage);
    let indent = INDENT * usize::from(passage.depth.min(6));
    let blanks = (indent + NUMBER + 1).saturating_sub(columns(&number));
    format!("{:blanks$}{number}  {}", "", passage.text)
}

/// The number that stands beside a passage: as printed, or the ordinal of a preambular paragraph.
pub(super) fn label(passage: &Passage) -> String {
    match (&passage.number, passage.part) {
        (Some(number), _) => number.to_string(),
        (None, Part::Preamble) if passage.depth == 0 => format!("pp{}", passage.ordinal),
        _ => String::new(),
    }
}
