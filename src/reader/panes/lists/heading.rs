//! The line over a list: what it is, and how much it has.

use super::compared::counted_by_sign;
use super::quotations::quoted;
use crate::reader::app::App;
use crate::reader::app::overlays::list_pane::{ListKind, ListPane, ListSide};
use crate::reader::panes::canvas::Canvas;
use crate::text::counted::{counted, counted_as};
use crate::text::typeset::columns;

/// What the list is, the fullest way first, and how much it has; with what it was narrowed by, where it was.
pub(super) fn said(pane: &ListPane, app: &App<'_>, canvas: &Canvas<'_>) -> (Vec<String>, String) {
    let (mut ways, mut size) = of_all(pane, app, canvas);
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
    (ways, size)
}

/// The same of the whole list.
fn of_all(pane: &ListPane, app: &App<'_>, canvas: &Canvas<'_>) -> (Vec<String>, String) {
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
