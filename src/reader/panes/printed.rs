//! The lines of a paragraph in its source: their numbers in the margin, what became of their words below them.

use super::MARGIN;
use super::canvas::Canvas;
use super::list::heading;
use super::text::body;
use crate::reader::app::App;
use crate::reader::app::overlays::printed::{PrintedPane, PrintedRow};
use crate::text::counted::counted;
use crate::text::typeset::columns;

pub(super) fn render(pane: &PrintedPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let citation = app.corpus().cite(app.place()).to_string();
    let source = app.resolution().source.as_ref();
    let file = source.map_or("its source", |source| &*source.file);
    let ways = [format!("{citation} in {file}"), citation];
    heading(
        &ways,
        &counted(pane.printed.repairs.len(), "repair"),
        canvas,
    );
    let area = body(canvas.area);
    let rows = pane.rows(app.view()).into_iter().skip(pane.top);
    for (row, y) in rows.zip(area.y..area.bottom()) {
        match row {
            PrintedRow::Line(number, range) => {
                if range.start == 0 {
                    let number = number.to_string();
                    let wide = u16::try_from(columns(&number)).unwrap_or(u16::MAX);
                    let x = area.x + (MARGIN - 2).saturating_sub(wide);
                    canvas.styled((x, y), &number, canvas.theme.dim);
                }
                let row = pane.line(number).get(range).unwrap_or_default().trim_end();
                canvas.line((area.x + MARGIN, y), row);
            }
            PrintedRow::Repair(said) => {
                let strong = canvas.theme.strong;
                canvas.styled((area.x + MARGIN, y), &said, strong);
            }
        }
    }
}
