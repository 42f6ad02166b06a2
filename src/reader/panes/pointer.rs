//! What stands at a cell of the screen.

use ratatui::layout::{Position, Rect};

use super::areas::{Areas, areas, areas_beside, areas_of_one, layout, panes_height};
use super::{list, lists, text};
use crate::reader::app::view::Layout;
use crate::reader::app::{App, Overlay, Pane, Pointed, PointedPane};

/// What stands at a position on a screen; nothing where a line is typed that is no list, and in the last line.
pub fn under(app: &App<'_>, area: Rect, at: Position) -> Option<Pointed> {
    let (layout, measure) = (layout(area), app.measure());
    let typed = app.asked_line().is_some() || matches!(app.overlay(), Some(Overlay::GoTo(_)));
    if layout == Layout::Notice || typed || at.y >= panes_height(area) {
        return None;
    }
    let of_one = areas_of_one(area, measure);
    let alone = layout == Layout::Single || app.is_zoomed();
    match app.overlay() {
        Some(Overlay::Help(_) | Overlay::Facts(_) | Overlay::Printed(_)) => {
            Some(pointed(PointedPane::Card, None))
        }
        Some(Overlay::List(pane)) if pane.is_beside() => in_list(app, areas_beside(area), at),
        Some(Overlay::Finder(_) | Overlay::List(_)) => {
            in_list(app, areas(area, layout, measure), at)
        }
        _ if alone => Some(in_pane(app.focus(), of_one, at)),
        _ => {
            let shared = areas(area, layout, measure);
            let pane = if at.x >= shared.text.x {
                Pane::Text
            } else if shared.sessions.contains(at) {
                Pane::Sessions
            } else if shared.outline.contains(at) {
                Pane::Outline
            } else {
                return None;
            };
            Some(in_pane(pane, shared, at))
        }
    }
}

fn pointed(pane: PointedPane, row: Option<usize>) -> Pointed {
    Pointed {
        pane,
        row,
        height: 1,
    }
}

fn in_pane(pane: Pane, areas: Areas, at: Position) -> Pointed {
    let first = match pane {
        Pane::Sessions => areas.sessions.y + 1,
        Pane::Outline => areas.outline.y + 1,
        Pane::Text => text::body(areas.text).y,
    };
    let row = at.y.checked_sub(first).map(usize::from);
    pointed(PointedPane::Pane(pane), row)
}

fn in_list(app: &App<'_>, areas: Areas, at: Position) -> Option<Pointed> {
    if areas.list.contains(at) {
        let height = list::height_of_row(areas.list);
        let line = at.y.checked_sub(areas.list.y + 1).map(usize::from);
        let row = match app.overlay() {
            Some(Overlay::List(pane)) if pane.is_whole() => {
                lists::row_at(pane, app, areas.list, at.y)
            }
            _ => line.map(|line| line / height),
        };
        let pane = PointedPane::List;
        return Some(Pointed { pane, row, height });
    }
    let is_beside = at.y >= areas.list_text.y && at.x >= areas.list_text.x;
    is_beside.then(|| pointed(PointedPane::ListText, None))
}
