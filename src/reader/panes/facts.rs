//! The facts of the open resolution: names at the left, what they are at the right.

use super::canvas::{Canvas, Focus};
use super::text::body;
use crate::reader::app::App;
use crate::reader::app::overlays::facts::{LABEL, rows};

pub(super) fn render(top: usize, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let facts = app.facts();
    canvas.name("Facts", Focus::Here);
    let area = body(canvas.area);
    let text = area.x + u16::try_from(LABEL).unwrap_or(u16::MAX) + 1;
    let shown = rows(&facts, app.view()).into_iter().skip(top);
    for ((fact, range), y) in shown.zip(area.y..area.bottom()) {
        let (label, value) = &facts[fact];
        if range.start == 0 {
            let strong = canvas.theme.strong;
            canvas.styled((area.x + 1, y), label, strong);
        }
        let row = value.get(range).unwrap_or_default().trim_end();
        canvas.line((text, y), row);
    }
}
