//! The lists beside that of the finder.

mod cited;
mod compared;
mod heading;
mod quotations;
mod rows;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::list::{self, ListRow, ListSelection};
use super::theme::Theme;
use crate::export::QuoteStyle;
use crate::reader::app::App;
use crate::reader::app::overlays::list_pane::{ListKind, ListPane};

pub(super) use quotations::render_quotation;

pub(super) fn render(pane: &ListPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let (ways, size) = heading::said(pane, app, canvas);
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
    let rows: Vec<ListRow> = shown.map(|&at| rows::row(pane, at, app, theme)).collect();
    let selected = ListSelection {
        at: cursor.at - cursor.top,
        is_whole: pane.is_whole(),
    };
    (rows, selected)
}

/// How the words look that are highlighted in the text beside a list.
pub(super) fn look(pane: &ListPane, theme: &Theme) -> Style {
    match pane.listed() {
        ListKind::References(_) | ListKind::Actions(..) => theme.referring,
        _ => theme.matched,
    }
}
