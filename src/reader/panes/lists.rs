//! The lists beside that of the finder.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::finder;
use super::list::{self, ListRow, ListSelection, RowRank, RowWords};
use super::theme::Theme;
use crate::analysis::compare::Fate;
use crate::analysis::trace::TracedWording;
use crate::export::{Quotation, QuoteStyle};
use crate::reader::app::App;
use crate::reader::app::outline::{OutlineEntry, OutlineRow};
use crate::reader::app::overlays::acts::ActRow;
use crate::reader::app::overlays::compared::Comparison;
use crate::reader::app::overlays::list_pane::{ListKind, ListPane, ListSide};
use crate::reader::app::overlays::references::{ReferenceHeading, ReferenceList, ReferenceRow};
use crate::reader::app::overlays::traced::nearness_said;
use crate::reader::keep::Mark;
use crate::text::citation::Day;
use crate::text::corpus::Corpus;
use crate::text::counted::{counted, counted_as};
use crate::text::model::{Place, ResolutionId};
use crate::text::typeset::{columns, cut, wrap};

/// The columns that the words have which say by when.
const WHEN: usize = 24;

pub(super) fn render(pane: &ListPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let (mut ways, mut size) = heading(pane, app, canvas);
    if let Some((left, all)) = pane.left_of() {
        let (_, order) = pane.said();
        let recurring = match pane.recurring() {
            0 => String::new(),
            more => counted_as(more, "more recurs", "more recur"),
        };
        let parts = [format!("{left} of {all}"), recurring, order.to_owned()];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        size = parts.join(", ");
    }
    if let (Some(typed), Some(way)) = (pane.narrowed_by(), ways.first()) {
        ways.insert(0, format!("{way}, {typed}"));
    }
    list::heading(&ways, &size, canvas);
    let (rows, selected) = in_sight(pane, app, canvas.theme);
    list::rows(&rows, selected, canvas);
}

/// The row of a list at a line of the screen.
pub(super) fn row_at(pane: &ListPane, app: &App<'_>, area: Rect, y: u16) -> Option<usize> {
    // The signs of all themes are as wide.
    let (rows, selected) = in_sight(pane, app, &Theme::UNICODE);
    let laid = list::lay(&rows, selected, area);
    let mut lines = laid.lines.into_iter();
    lines.find_map(|(row, lines)| lines.contains(&y).then_some(row))
}

/// The rows in sight, and which of them is selected.
fn in_sight(pane: &ListPane, app: &App<'_>, theme: &Theme) -> (Vec<ListRow>, ListSelection) {
    let most = match pane.listed() {
        // The few styles have a column as wide as the longest of them, in sight or not.
        ListKind::Quotes(..) => QuoteStyle::ALL.len(),
        _ => pane.height(app.view()),
    };
    let cursor = pane.cursor();
    let shown = pane.rows().iter().skip(cursor.top).take(most);
    let rows: Vec<ListRow> = shown.map(|&at| row(pane, at, app, theme)).collect();
    let selected = ListSelection {
        at: cursor.at - cursor.top,
        is_whole: pane.is_whole(),
    };
    (rows, selected)
}

/// What the list is, the fullest way first, and how much it has.
fn heading(pane: &ListPane, app: &App<'_>, canvas: &Canvas<'_>) -> (Vec<String>, String) {
    let corpus = app.corpus();
    let (name, order) = pane.said();
    let (name, count) = (name.to_owned(), pane.rows().len());
    match pane.listed() {
        ListKind::Quotes(cited, quotations) => {
            let resolution = corpus.resolution(cited.resolution);
            let units = cited.units(&resolution);
            let (source, words) = quoted(quotations);
            let ways = vec![format!("{name} {source}"), name];
            let is_numbered = |unit: &&usize| resolution.passages[**unit].number.is_some();
            let size = match units.len() {
                0 | 1 => counted(words, "word"),
                // Their numbers stand before them, and are no words of theirs.
                many => {
                    let numbers = units.iter().filter(is_numbered).count();
                    let words = counted(words.saturating_sub(numbers), "word");
                    format!("{}, {words}", counted(many, "paragraph"))
                }
            };
            (ways, size)
        }
        ListKind::Languages(places) => {
            let symbol = places.first().map(|place| corpus.symbol(place.resolution));
            let way = format!("{name} of {}", symbol.unwrap_or_default());
            (vec![way, name], format!("{count}, {order}"))
        }
        ListKind::Outline(contents) => (vec![name], format!("{count} of {}", contents.count())),
        ListKind::Resolutions(titles) => {
            let all = titles.count();
            (vec![name], format!("{count} of {all}, {order}"))
        }
        ListKind::References(list) => {
            let (refers, of) = (list.referring.len(), corpus.cite_all(&list.of));
            let size = match list.citing() {
                Some(citing) => format!("refers to {refers}   cited by {}", citing.len()),
                None => format!("refers to {refers}"),
            };
            (vec![format!("{name} of {of}"), of.to_string()], size)
        }
        ListKind::Actions(list) if list.is_looking() => (
            vec![format!("{name} of all resolutions")],
            "looking".to_owned(),
        ),
        ListKind::Actions(list) if list.is_all() => {
            let ways = vec![format!("{name} of all resolutions"), name];
            (ways, format!("{count} due, {order}"))
        }
        ListKind::Actions(list) => {
            let way = format!("{name} of {}", corpus.symbol(list.of));
            (vec![way, name], format!("{count}, {order}"))
        }
        ListKind::Trace(list) => {
            let of = corpus.cite(list.place()).to_string();
            let way = format!("{name} of {of}");
            let (earlier, later) = list.counts();
            let size = if list.is_line() {
                format!("{later} before it, {order}")
            } else {
                format!("{earlier} earlier, {later} later, {order}")
            };
            (vec![way, of], size)
        }
        ListKind::Comparison(compared) => {
            let [from, mut to] = compared.of.map(|id| corpus.symbol_and_language(id));
            if compared.is_of_languages {
                to = corpus.language(compared.of[1]).into();
            }
            let way = format!("{from} {} {to}", canvas.theme.step);
            let beside = usize::from(canvas.area.width).saturating_sub(columns(&way) + 4);
            let mut size = compared.counted();
            if columns(&size) > beside {
                size = counted_by_sign(compared, canvas.theme);
            }
            (vec![way], size)
        }
        _ if pane.side() == ListSide::Here => {
            let symbol = corpus.symbol(pane.open());
            let ways = vec![format!("{name} in {symbol}"), name];
            (ways, format!("{count}, {order}"))
        }
        _ => (vec![name], format!("{count}, {order}")),
    }
}

/// How the words look that are highlighted in the text beside a list.
pub(super) fn look(pane: &ListPane, theme: &Theme) -> Style {
    match pane.listed() {
        ListKind::References(_) | ListKind::Actions(..) => theme.referring,
        _ => theme.matched,
    }
}

fn row(pane: &ListPane, at: usize, app: &App<'_>, theme: &Theme) -> ListRow {
    match pane.listed() {
        ListKind::Marks => {
            let is_whole = pane.is_whole() && pane.selected() == Some(at);
            of_mark(&app.marks()[at], is_whole, app.corpus())
        }
        ListKind::Hits(hits) => finder::row(&hits[at], app.corpus()),
        ListKind::Places(places) => of_place(places[at], app.corpus()),
        ListKind::Languages(places) => {
            let place = places[at];
            let language = app.corpus().language(place.resolution).to_owned();
            let mut row = of_place(place, app.corpus());
            row.columns[1] = language;
            row
        }
        ListKind::Resolutions(titles) => of_title(titles.id(at), app.corpus()),
        ListKind::Outline(_) => of_entry(&app.outline().entries()[at], app),
        ListKind::Quotes(_, quotations) => of_quotation(&quotations[at]),
        ListKind::Actions(list) if list.is_all() => of_due(&list.acts()[at], app.corpus()),
        ListKind::Actions(list) => of_act(&list.acts()[at], app.corpus()),
        ListKind::References(list) => of_reference(list, at, pane.said().1, app.corpus()),
        ListKind::Trace(list) => of_wording(&list.wordings[at], app.corpus(), theme),
        ListKind::Comparison(compared) => {
            let place = compared.place(at, pane.open());
            of_compared(compared, at, place, app.corpus(), theme)
        }
    }
}

/// What is referred to, or who refers: the words around, and before them what is to be said.
fn of_reference(list: &ReferenceList, at: usize, order: &str, corpus: &Corpus) -> ListRow {
    let (citation, said, (words, span)) = match list.row(at) {
        None => return ListRow::default(),
        Some(ReferenceRow::Heading(heading)) => {
            let heading = match (heading, list.citing()) {
                (ReferenceHeading::Referring, _) if list.referring.is_empty() => {
                    "Refers to nothing".to_owned()
                }
                (ReferenceHeading::Referring, _) => "Refers to".to_owned(),
                (_, None) => "Looking for who cites it".to_owned(),
                (_, Some([])) => "Cited by nothing here".to_owned(),
                (_, Some(_)) => format!("Cited by, {order}"),
            };
            return ListRow {
                rank: RowRank::Heading,
                ..of_words(String::new(), heading)
            };
        }
        Some(ReferenceRow::Referring(one)) => {
            let said = one.said.as_ref().map(|said| format!("{said}: "));
            (one.referent.to_string(), said, &one.words)
        }
        Some(ReferenceRow::Citing(one)) => (corpus.cite(one.place).to_string(), None, &one.words),
    };
    let said = said.unwrap_or_default();
    let span = span.start + said.len()..span.end + said.len();
    ListRow {
        columns: [String::new(), citation, String::new()],
        words: RowWords {
            text: said.clone() + words,
            spans: vec![span.clone()],
            best: said.is_empty().then_some(span),
            is_reference: true,
        },
        rank: RowRank::Below,
        ..ListRow::default()
    }
}

/// When, where, how near, and the words; `!` before one whose lead verb is another.
fn of_wording(one: &TracedWording, corpus: &Corpus, theme: &Theme) -> ListRow {
    let day = corpus.adopted(one.place.resolution);
    let near = nearness_said(one, theme.fuzzy);
    let mut row = of_place(one.place, corpus);
    row.has_other_verb = one.change.is_some();
    [row.columns[0], row.columns[2]] = [day.map_or_else(String::new, Day::short), near];
    row
}

/// How many rows there are of each sign.
fn counted_by_sign(compared: &Comparison, theme: &Theme) -> String {
    let counts = theme.fates.iter().filter_map(|sign| {
        let rows = compared.rows.iter();
        let count = rows.filter(|row| sign_of(row.fate, theme) == *sign).count();
        (count > 0).then(|| format!("{count} {sign}"))
    });
    counts.collect::<Vec<_>>().join("  ")
}

fn sign_of(fate: Fate, theme: &Theme) -> &'static str {
    theme.fates[match fate {
        Fate::Same => 0,
        Fate::Changed | Fate::Split | Fate::Merged => 1,
        Fate::Dropped => 2,
        Fate::New => 3,
    }]
}

/// What became of it, its numbers in the earlier and the later resolution, and the words.
fn of_compared(
    compared: &Comparison,
    at: usize,
    place: Option<Place>,
    corpus: &Corpus,
    theme: &Theme,
) -> ListRow {
    let row = &compared.rows[at];
    let sign = sign_of(row.fate, theme);
    let [from, to] = row.pair(corpus);
    let [left, right] = compared.widths;
    let how = match row.fate {
        Fate::Split | Fate::Merged => row.fate.name(),
        _ if row.is_moved => "moved",
        _ => "",
    };
    let mut shown = place.map_or_else(ListRow::default, |place| of_place(place, corpus));
    let numbers = format!("{sign}  {from:>left$}  {to:>right$}");
    shown.columns = [String::new(), numbers, how.to_owned()];
    shown
}

/// By when, where, and what.
fn of_act(act: &ActRow, corpus: &Corpus) -> ListRow {
    let when = cut(&act.when, WHEN, "…").into_owned();
    let place = corpus.cite(act.place).without_symbol();
    ListRow {
        columns: [when, place, String::new()],
        ..of_words(String::new(), act.words.clone())
    }
}

/// The same in a list of all resolutions, where the day is what one looks for: no room is too small for it.
fn of_due(act: &ActRow, corpus: &Corpus) -> ListRow {
    let due = act.due_said();
    let due = cut(&due, WHEN, "…");
    let place = corpus.cite(act.place).to_string();
    of_words(place, format!("{due}: {}", act.words))
}

/// The citation of what is quoted, and how many words that has.
fn quoted(quotations: &[Quotation]) -> (&str, usize) {
    let mut all = quotations.iter();
    let plain = all.find(|one| one.style == QuoteStyle::Plain);
    let source = plain.map_or("", |plain| plain.source.as_str());
    let words = plain.map_or(0, |plain| {
        let all = plain.text.split_whitespace().count();
        all.saturating_sub(source.split_whitespace().count())
    });
    (source, words)
}

/// A style, and how it names the source.
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

/// A part or heading with the number of its paragraphs, or a passage with its citation.
fn of_entry(entry: &OutlineEntry, app: &App<'_>) -> ListRow {
    let resolution = app.resolution();
    let name = |text| ListRow {
        columns: [String::new(), String::new(), entry.paragraphs.to_string()],
        ..of_words(String::new(), text)
    };
    match &entry.row {
        OutlineRow::Passage(index) => {
            let place = Place::new(app.place().resolution, *index);
            let citation = app.corpus().cite(place).without_symbol();
            of_words(citation, resolution.passages[*index].text.to_string())
        }
        row => name(row.words(resolution)),
    }
}

/// A mark, with all of its paragraph instead of its first words where it is here and that is asked for.
fn of_mark(mark: &Mark, is_whole: bool, corpus: &Corpus) -> ListRow {
    let found = Some(&mark.at.citation).filter(|_| is_whole);
    let found = found.and_then(|citation| corpus.find_printed(citation));
    let text = found.and_then(|cited| corpus.text(cited.beginning()).ok());
    let words = text.as_ref().unwrap_or(&mark.words);
    let mut row = of_words(mark.at.citation.clone(), mark.listed_with(words));
    row.columns[0] = mark.day().map_or_else(String::new, Day::short);
    row
}

fn of_place(place: Place, corpus: &Corpus) -> ListRow {
    let text = corpus.text(place);
    of_words(
        corpus.cite(place).to_string(),
        text.unwrap_or_else(|lost| lost.to_string()),
    )
}

fn of_title(id: ResolutionId, corpus: &Corpus) -> ListRow {
    ListRow {
        columns: [
            corpus.adopted(id).map_or_else(String::new, Day::short),
            corpus.symbol_and_language(id).to_string(),
            corpus.entry(id).operative.to_string(),
        ],
        ..of_words(String::new(), corpus.title_or_words(id).into_owned())
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
