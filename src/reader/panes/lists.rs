//! The lists beside that of the finder.

use super::canvas::Canvas;
use super::finder;
use super::list::{self, ListRow, RowWords};
use crate::export::{Quotation, QuoteStyle};
use crate::reader::app::App;
use crate::reader::app::overlays::list_pane::{ListKind, ListPane};
use crate::text::citation::Day;
use crate::text::corpus::Corpus;
use crate::text::counted::counted;
use crate::text::model::{Place, ResolutionId};
use crate::text::typeset::wrap;

pub(super) fn render(pane: &ListPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    if let ListKind::Quotes(_, quotations) = pane.listed() {
        return quotes(quotations, pane, canvas);
    }
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
        ListKind::Quotes(_, quotations) => of_quotation(&quotations[at]),
    }
}

/// The styles, each with how it names the source.
fn quotes(quotations: &[Quotation], pane: &ListPane, canvas: &mut Canvas<'_>) {
    let mut all = quotations.iter();
    let plain = all.find(|one| one.style == QuoteStyle::Plain);
    let source = plain.map_or("", |plain| &plain.source);
    let words = plain.map_or(0, |plain| {
        let all = plain.text.split_whitespace().count();
        all.saturating_sub(source.split_whitespace().count())
    });
    let name = format!("Quote {source}");
    list::heading(&[name, "Quote".to_owned()], &counted(words, "word"), canvas);
    let cursor = pane.cursor();
    let shown = quotations.iter().skip(cursor.top);
    let rows: Vec<ListRow> = shown.map(of_quotation).collect();
    list::rows(&rows, cursor.at - cursor.top, canvas);
}

fn of_quotation(quotation: &Quotation) -> ListRow {
    let source = match quotation.style {
        style @ (QuoteStyle::Plain | QuoteStyle::Markdown | QuoteStyle::Html) => style.described(),
        _ => &quotation.source,
    };
    of_words(quotation.style.name().to_owned(), source.to_owned())
}

/// What will be sent, flush left; of a long text the end as well.
pub(super) fn render_quotation(pane: &ListPane, canvas: &mut Canvas<'_>) {
    let ListKind::Quotes(_, quotations) = pane.listed() else {
        return;
    };
    let Some(quotation) = pane.selected().and_then(|at| quotations.get(at)) else {
        return;
    };
    let (theme, area) = (canvas.theme, canvas.area);
    let lines = quotation.text.split('\n');
    let mut rows: Vec<&str> = lines.flat_map(|line| set(line, area.width)).collect();
    let height = usize::from(area.height);
    if rows.len() > height {
        let behind = rows.len() - height / 3;
        rows.splice(
            (height - height / 3).saturating_sub(1)..behind,
            [theme.ellipsis],
        );
    }
    for (row, y) in rows.into_iter().zip(area.y..area.bottom()) {
        canvas.line((area.x, y), row);
    }
}

fn set(line: &str, width: u16) -> Vec<&str> {
    let rows = wrap(line, usize::from(width)).into_iter();
    rows.filter_map(|row| line.get(row))
        .map(str::trim_end)
        .collect()
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
