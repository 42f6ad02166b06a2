//! The list of marks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::finder::rows_of_hit;
use super::name;
use super::theme::Theme;
use crate::reader::app::App;
use crate::reader::app::list::Cursor;
use crate::reader::panes::canvas;

pub(super) fn render(
    cursor: Cursor,
    app: &App<'_>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    name("Marks", true, theme, area, buffer);
    let tall = rows_of_hit(area);
    let rows = (area.y + 1..area.bottom()).step_by(tall);
    for ((position, mark), y) in app.marks().iter().enumerate().skip(cursor.top).zip(rows) {
        canvas::select(buffer, (area.x, y), position == cursor.at, theme);
        let place = &mark.at.citation;
        let x = canvas::line(
            buffer,
            (area.x + 2, y),
            area.right(),
            place,
            theme,
            theme.plain,
        );
        let (x, y) = if tall == 1 {
            (x + 2, y)
        } else {
            (area.x + 4, y + 1)
        };
        if y < area.bottom() {
            canvas::line(
                buffer,
                (x, y),
                area.right(),
                &mark.words,
                theme,
                theme.plain,
            );
        }
    }
}
