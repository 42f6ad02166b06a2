//! The session list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::name;
use super::theme::Theme;
use crate::reader::app::sessions::SessionRow;
use crate::reader::app::{App, Pane};
use crate::reader::panes::canvas;
use crate::text::model::Session;

pub(super) fn render(app: &App<'_>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let focused = app.focus() == Pane::Sessions;
    let sessions = app.sessions();
    let cursor = sessions.cursor();
    name("Sessions", focused, theme, area, buffer);
    let rows = sessions.rows().iter().enumerate().skip(cursor.top);
    for ((position, row), y) in rows.zip(area.y + 1..area.bottom()) {
        canvas::select(buffer, (area.x, y), position == cursor.at, theme);
        match *row {
            SessionRow::Session(id) => {
                let fold = theme.folds[usize::from(!sessions.is_unfolded(id))];
                let line = format!("{fold} {}", said(app.corpus().session(id)));
                canvas::line(
                    buffer,
                    (area.x + 1, y),
                    area.right(),
                    &line,
                    theme,
                    theme.plain,
                );
            }
            SessionRow::Resolution(id) => {
                let title = app.corpus().title(id).unwrap_or_default();
                let line = format!("{}  {title}", app.corpus().symbol(id));
                let open = id == app.place().resolution;
                let style = if open { theme.strong } else { theme.plain };
                canvas::line(buffer, (area.x + 3, y), area.right(), &line, theme, style);
            }
        }
    }
}

/// A session in a line: its short name, then where and when it met, or what it is called.
fn said(session: &Session) -> String {
    let city = session
        .place
        .as_deref()
        .and_then(|place| place.split(',').next());
    let year = session
        .dates
        .as_ref()
        .and_then(|dates| dates.from.as_deref()?.get(..4));
    match (city, year) {
        (Some(city), Some(year)) => format!("{}  {city}, {year}", session.id),
        _ => format!("{}  {}", session.id, session.name),
    }
}
