//! The session list.

use super::canvas::{Canvas, Focus};
use crate::reader::app::sessions::SessionRow;
use crate::reader::app::{App, Pane};
use crate::text::model::Session;

pub(super) fn render(app: &App<'_>, canvas: &mut Canvas<'_>) {
    let sessions = app.sessions();
    let cursor = sessions.cursor();
    let theme = canvas.theme;
    canvas.name("Sessions", Focus::of(Pane::Sessions, app));
    let rows = sessions.rows().iter().enumerate().skip(cursor.top);
    for ((position, row), y) in rows.zip(canvas.rows_below_name()) {
        if position == cursor.at {
            canvas.select(y);
        }
        match *row {
            SessionRow::Session(id) => {
                let fold = theme.folds[usize::from(!sessions.is_unfolded(id))];
                let line = format!("{fold} {}", said(app.corpus().session(id)));
                canvas.line((canvas.area.x + 1, y), &line);
            }
            SessionRow::Resolution(id) => {
                let title = app.corpus().title_or_topic(id).unwrap_or_default();
                let line = format!("{}  {title}", app.corpus().symbol(id));
                let open = id == app.corpus().shown(app.place().resolution);
                let style = if open { theme.strong } else { theme.plain };
                canvas.styled((canvas.area.x + 3, y), &line, style);
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
