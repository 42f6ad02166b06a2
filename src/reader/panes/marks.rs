//! The list of marks.

use super::canvas::{Canvas, Focus};
use super::finder::rows_of_hit;
use crate::reader::app::App;
use crate::reader::app::list::Cursor;

pub(super) fn render(cursor: Cursor, app: &App<'_>, canvas: &mut Canvas<'_>) {
    canvas.name("Marks", Focus::Here);
    let area = canvas.area;
    let tall = rows_of_hit(area);
    let rows = canvas.rows_below_name().step_by(tall);
    for ((position, mark), y) in app.marks().iter().enumerate().skip(cursor.top).zip(rows) {
        if position == cursor.at {
            canvas.select(y);
        }
        let x = canvas.line((area.x + 2, y), &mark.at.citation);
        let (x, y) = if tall == 1 {
            (x + 2, y)
        } else {
            (area.x + 4, y + 1)
        };
        if y < area.bottom() {
            canvas.line((x, y), &mark.words);
        }
    }
}
