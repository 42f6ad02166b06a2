//! The outline of the open resolution.

use super::canvas::{Canvas, Focus};
use crate::reader::app::outline::{Fold, OutlineEntry, OutlineRow};
use crate::reader::app::{App, Pane};
use crate::text::model::{Part, Passage, Resolution};
use crate::text::typeset::columns;

/// Columns of a number, and of its indent a level.
const NUMBER: usize = 4;
const INDENT: usize = 3;

pub(super) fn render(app: &App<'_>, canvas: &mut Canvas<'_>) {
    let outline = app.outline();
    let cursor = outline.cursor();
    canvas.name("Outline", Focus::of(Pane::Outline, app));
    let margin = margin(outline.folds());
    let rows = outline.rows().iter().enumerate().skip(cursor.top);
    for ((position, &entry), y) in rows.zip(canvas.rows_below_name()) {
        if position == cursor.at {
            canvas.select(y);
        }
        row(
            &outline.entries()[entry],
            margin,
            app.resolution(),
            y,
            canvas,
        );
    }
}

/// The columns before the name of a part: where rows fold, room for a sign.
fn margin(folds: bool) -> usize {
    if folds { 2 } else { 1 }
}

fn row(
    entry: &OutlineEntry,
    margin: usize,
    resolution: &Resolution,
    y: u16,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let (blanks, words, style) = match &entry.row {
        OutlineRow::Part(part) => (0, resolution.part_title(*part), theme.plain),
        OutlineRow::Heading { passages, below } => {
            let depth = indent(&resolution.passages[passages.start]);
            let name = resolution.heading_title(passages.clone());
            (
                2 + depth + 2 * usize::from(*below),
                name.into(),
                theme.strong,
            )
        }
        OutlineRow::Passage(index) => {
            let passage = &resolution.passages[*index];
            let (number, words) = in_line(passage, margin);
            let x = canvas.line((canvas.area.x + 1, y), &number);
            canvas.line((x, y), words);
            return;
        }
    };
    let sign = match entry.fold {
        Some(Fold::Open) => theme.folds[0],
        Some(Fold::Closed) => theme.folds[1],
        None => "",
    };
    let mut end = canvas.area.right();
    if entry.fold == Some(Fold::Closed) {
        let count = entry.paragraphs.to_string();
        end = end.saturating_sub(u16::try_from(count.len() + 1).unwrap_or(u16::MAX));
        canvas.line((end, y), &count);
        end = end.saturating_sub(1);
    }
    let mut canvas = canvas.up_to(end);
    let x = canvas.line(
        (canvas.area.x + 1, y),
        &format!("{:blanks$}{sign:margin$}", ""),
    );
    canvas.styled((x, y), &words, style);
}

/// The number, flush right in its column, and the words behind it.
fn in_line(passage: &Passage, margin: usize) -> (String, &str) {
    if passage.part == Part::Opening {
        return (format!("{:margin$}", ""), "Opening");
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
