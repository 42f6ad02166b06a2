//! The outline of the open resolution.

use std::borrow::Cow;

use super::canvas::{Canvas, Focus};
use crate::reader::app::outline::OutlineRow;
use crate::reader::app::{App, Pane};
use crate::text::model::{DocumentKind, Part, Passage, PassageKind, Resolution};
use crate::text::typeset::columns;

/// Columns of a number, and of its indent a level.
const NUMBER: usize = 4;
const INDENT: usize = 3;

pub(super) fn render(app: &App<'_>, canvas: &mut Canvas<'_>) {
    let outline = app.outline();
    let cursor = outline.cursor();
    let resolution = app.resolution();
    canvas.name("Outline", Focus::of(Pane::Outline, app));
    let rows = outline.rows().iter().enumerate().skip(cursor.top);
    for ((position, row), y) in rows.zip(canvas.rows_below_name()) {
        if position == cursor.at {
            canvas.select(y);
        }
        let mut style = canvas.theme.plain;
        let (number, words) = match *row {
            OutlineRow::Part(part) => (" ".to_owned(), part_name(part, resolution)),
            OutlineRow::Passage(index) => {
                let passage = &resolution.passages[index];
                if matches!(passage.kind, PassageKind::Heading { .. }) {
                    style = canvas.theme.strong;
                }
                let (number, words) = in_line(passage, resolution);
                (number, words.into())
            }
        };
        let x = canvas.styled((canvas.area.x + 1, y), &number, style);
        canvas.styled((x, y), &words, style);
    }
}

fn part_name(part: Part, resolution: &Resolution) -> Cow<'_, str> {
    match part {
        Part::Opening => "Opening".into(),
        Part::Preamble => "Preamble".into(),
        Part::Operative if resolution.kind == DocumentKind::Statement => "Paragraphs".into(),
        Part::Operative => "Operative".into(),
        Part::Section(position, _) => resolution.section_title(position),
        Part::Annex(position, _) => resolution.annex_title(position),
    }
}

/// The number, flush right in its column, and the words behind it.
fn in_line<'p>(passage: &'p Passage, resolution: &Resolution) -> (String, &'p str) {
    if passage.part == Part::Opening {
        return (" ".to_owned(), "Opening");
    }
    let depth = usize::from(passage.depth.min(6));
    if let PassageKind::Heading { level } = passage.kind {
        let over = resolution
            .passages
            .iter()
            .filter(|other| other.part == passage.part);
        let levels = over.filter_map(|other| match other.kind {
            PassageKind::Heading { level } => Some(level),
            _ => None,
        });
        let below = usize::from(level - levels.min().unwrap_or(level));
        let number = passage
            .number
            .as_deref()
            .map_or_else(String::new, |number| format!("{number}  "));
        let blanks = 2 + INDENT * depth + 2 * below;
        return (format!("{:blanks$}{number}", ""), &passage.text);
    }
    let number = label(passage);
    let indent = INDENT * depth;
    let blanks = (indent + NUMBER + 1).saturating_sub(columns(&number));
    (format!("{:blanks$}{number}  ", ""), &passage.text)
}

/// The number that stands beside a passage: as printed, or the ordinal of a preambular paragraph.
pub(super) fn label(passage: &Passage) -> String {
    match (&passage.number, passage.part) {
        (Some(number), _) => number.to_string(),
        (None, part) if part.is_preamble() && passage.is_paragraph() => {
            format!("pp{}", passage.ordinal)
        }
        _ => String::new(),
    }
}
