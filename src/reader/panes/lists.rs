//! The lists beside that of the finder.

use super::canvas::Canvas;
use super::finder;
use super::list::{self, ListRow, RowWords};
use crate::reader::app::App;
use crate::reader::app::overlays::list_pane::{ListKind, ListPane};
use crate::text::citation::Day;
use crate::text::corpus::Corpus;
use crate::text::model::{Place, ResolutionId};

pub(super) fn render(pane: &ListPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let (name, order) = pane.said();
    let count = pane.rows().len();
    let size = match pane.listed() {
        ListKind::Resolutions(titles) => format!("{count} of {}, {order}", titles.count()),
        _ => format!("{count}, {order}"),
    };
    list::heading(&[name.to_owned()], &size, canvas);
    let cursor = pane.cursor();
    let shown = pane.rows().iter().skip(cursor.top).take(app.view().list);
    let rows: Vec<ListRow> = shown.map(|&at| row(pane.listed(), at, app)).collect();
    list::rows(&rows, cursor.at - cursor.top, canvas);
}

fn row(listed: &ListKind, at: usize, app: &App<'_>) -> ListRow {
    match listed {
        ListKind::Marks => {
            let mark = &app.marks()[at];
            of_words(mark.at.citation.clone(), mark.words.clone())
        }
        ListKind::Hits(hits) => finder::row(&hits[at], app.corpus()),
        ListKind::Places(places) => of_place(places[at], app.corpus()),
        ListKind::Resolutions(titles) => of_title(titles.id(at), app.corpus()),
    }
}

fn of_place(place: Place, corpus: &Corpus) -> ListRow {
    let text = corpus.text(place);
    of_words(
        corpus.cite(place).to_string(),
        text.unwrap_or_else(|lost| lost.to_string()),
    )
}

fn of_title(id: ResolutionId, corpus: &Corpus) -> ListRow {
    let entry = corpus.entry(id);
    let day = entry.adopted.as_deref().and_then(Day::read);
    ListRow {
        columns: [
            day.map_or_else(String::new, Day::short),
            corpus.symbol_and_language(id).to_string(),
            entry.operative.to_string(),
        ],
        words: RowWords {
            text: corpus.title_or_words(id).into_owned(),
            ..RowWords::default()
        },
        ..ListRow::default()
    }
}

fn of_words(citation: String, text: String) -> ListRow {
    ListRow {
        columns: [String::new(), citation, String::new()],
        words: RowWords {
            text,
            ..RowWords::default()
        },
        ..ListRow::default()
    }
}
