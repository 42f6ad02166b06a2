//! The outline of the open resolution.

use std::borrow::Cow;
use std::ops::Range;

use super::canvas::{Canvas, Focus};
use crate::reader::app::outline::OutlineRow;
use crate::reader::app::{App, Pane};
use crate::text::model::{DocumentKind, Part, Passage, Resolution};
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
            OutlineRow::Heading { passage, below } => {
                style = canvas.theme.strong;
                let passage = &resolution.passages[passage];
                (heading_label(passage, below), (&*passage.text).into())
            }
            OutlineRow::Passage(index) => {
                let passage = &resolution.passages[index];
                let (number, words) = in_line(passage);
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

/// The number of a heading, where it has one, indented as far as it stands `below` the highest of its part.
fn heading_label(passage: &Passage, below: u8) -> String {
    let number = passage.number.as_deref();
    let number = number.map_or_else(String::new, |number| format!("{number}  "));
    let blanks = 2 + indent(passage) + 2 * usize::from(below);
    format!("{:blanks$}{number}", "")
}

/// Headings in a line, each with its number where it has one.
pub(super) fn heading_name(resolution: &Resolution, headings: Range<usize>) -> String {
    let mut words: Vec<&str> = Vec::new();
    for heading in &resolution.passages[headings] {
        words.extend(heading.number.as_deref());
        words.push(&heading.text);
    }
    words.join("  ")
}

/// The number, flush right in its column, and the words behind it.
fn in_line(passage: &Passage) -> (String, &str) {
    if passage.part == Part::Opening {
        return (" ".to_owned(), "Opening");
    }
    let number = label(passage);
    let blanks = (indent(passage) + NUMBER + 1).saturating_sub(columns(&number));
    (format!("{:blanks$}{number}  ", ""), &passage.text)
}

/// The columns that a point is indented, up to its sixth level.
fn indent(passage: &Passage) -> usize {
    INDENT * usize::from(passage.depth.min(6))
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
