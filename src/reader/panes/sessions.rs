//! The session list.

use super::canvas::{Canvas, Focus};
use crate::reader::app::sessions::SessionRow;
use crate::reader::app::{App, Pane};
use crate::text::citation::without_year;
use crate::text::corpus::Corpus;
use crate::text::counted::counted;
use crate::text::model::{ResolutionId, SessionId};

pub(super) fn render(app: &App<'_>, canvas: &mut Canvas<'_>) {
    let sessions = app.sessions();
    let cursor = sessions.cursor();
    let (theme, corpus) = (canvas.theme, app.corpus());
    canvas.name("Sessions", Focus::of(Pane::Sessions, app));
    let rows = sessions.rows().iter().enumerate().skip(cursor.top);
    for ((position, row), y) in rows.zip(canvas.rows_below_name()) {
        if position == cursor.at {
            canvas.select(y);
        }
        match *row {
            // What is listed above has its session in sight.
            SessionRow::Resolution(id) if position == cursor.top && cursor.at > position => {
                let session = corpus.session_of(id);
                heading(session, app, y, canvas);
            }
            SessionRow::Session(id) => heading(id, app, y, canvas),
            SessionRow::Resolution(id) => {
                let title = corpus.title_or_words(id);
                let line = format!("{}  {title}", symbol(id, corpus));
                let open = id == corpus.shown(app.place().resolution);
                let style = if open { theme.strong } else { theme.plain };
                canvas.styled((canvas.area.x + 3, y), &line, style);
            }
        }
    }
}

/// The symbol of a resolution, without a year that the row of its session says: its title needs the columns.
fn symbol(id: ResolutionId, corpus: &Corpus) -> &str {
    let symbol = corpus.symbol(id);
    let session = &corpus.session(corpus.session_of(id)).id;
    let short = without_year(symbol).filter(|(_, year)| session.contains(&year.to_string()));
    short.map_or(symbol, |(short, _)| short)
}

fn heading(id: SessionId, app: &App<'_>, y: u16, canvas: &mut Canvas<'_>) {
    let fold = canvas.theme.folds[usize::from(!app.sessions().is_unfolded(id))];
    let line = format!("{fold} {}", said(id, app.corpus()));
    canvas.line((canvas.area.x + 1, y), &line);
}

/// A session in a line: its short name, then where and when it met, or how much it adopted.
fn said(id: SessionId, corpus: &Corpus) -> String {
    let session = corpus.session(id);
    let city = session
        .place
        .as_deref()
        .and_then(|place| place.split(',').next());
    let year = session
        .dates
        .as_ref()
        .and_then(|dates| dates.from.as_deref()?.get(..4));
    if let (Some(city), Some(year)) = (city, year) {
        format!("{}  {city}, {year}", session.id)
    } else {
        let held = counted(corpus.resolutions_of(id).len(), "resolution");
        format!("{}  {held}", session.id)
    }
}
