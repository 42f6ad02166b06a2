//! State → frame. Drawing changes nothing and decides nothing: rows, scroll and selection come from
//! [`App`], where they stand from `areas`.
//!
//! Few lines: a rule between the columns, names over the panes, one sign for "here". The text keeps its
//! place whatever stands at its left, so that most keys redraw little.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::reader::app::view::Layout;
use crate::reader::app::{App, Overlay, Pane};
use crate::text::visible::ascii;

mod areas;
mod canvas;
mod facts;
mod finder;
mod help;
mod list;
mod lists;
mod outline;
mod pointer;
mod printed;
mod sessions;
mod status;
mod text;
pub mod theme;
mod word_diff;

use areas::{Areas, areas, areas_beside, areas_of_one, help_area, layout};
use canvas::Canvas;
use theme::Theme;

pub use areas::{viewport, viewport_in};
pub use pointer::under;

/// Columns before the text: sign, number, space.
const MARGIN: u16 = 7;
/// Draws the whole screen; returns where the cursor stands, if something is typed.
///
/// ```
/// use ratatui::buffer::Buffer;
/// use ratatui::layout::Rect;
/// use resolut::bundle;
/// use resolut::reader::app::App;
/// use resolut::reader::panes::{self, theme::Theme};
///
/// let corpus = bundle::corpus();
/// let place = corpus.read_citation("2/34-P:7", None)?.beginning();
/// let mut app = App::open(&corpus, None, Some(place));
///
/// let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
/// app.resize(panes::viewport(buffer.area));
/// let cursor = panes::render(&app, &Theme::ASCII, &mut buffer);
/// assert_eq!(cursor, None);
/// let shown: String = buffer.content().iter().map(|cell| cell.symbol()).collect();
/// assert!(shown.contains("Requests the Islamic Development Bank"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn render(app: &App<'_>, theme: &Theme, buffer: &mut Buffer) -> Option<Position> {
    let (area, measure) = (buffer.area, app.measure());
    let layout = layout(area);
    if layout == Layout::Notice {
        Line::raw("resolut needs 20x5").render(area, buffer);
        return None;
    }
    let listing = matches!(app.overlay(), Some(Overlay::Finder(_) | Overlay::List(_)));
    let is_beside = matches!(app.overlay(), Some(Overlay::List(pane)) if pane.is_beside());
    let areas = if is_beside {
        areas_beside(area)
    } else if app.is_zoomed() && !listing {
        areas_of_one(area, measure)
    } else {
        areas(area, layout, measure)
    };
    let mut canvas = Canvas::new(buffer, theme);
    match app.overlay() {
        Some(Overlay::Finder(finder)) => {
            finder::render(finder, app, &mut canvas.part(areas.list));
            let text = &mut canvas.part(areas.list_text);
            text::render_preview(finder.preview(), theme.matched, app, text);
        }
        Some(Overlay::List(pane)) => {
            lists::render(pane, app, &mut canvas.part(areas.list));
            let text = &mut canvas.part(areas.list_text);
            text::render_preview(pane.preview(), lists::look(pane, theme), app, text);
            lists::render_quotation(pane, text);
            word_diff::render(pane, 0, app, text);
            if is_beside {
                word_diff::render(pane, 1, app, &mut canvas.part(areas.text));
            }
        }
        // Alone on the screen: beside it and below, cut rows would be no text.
        Some(Overlay::Help(top)) => help::render(*top, &mut canvas.part(help_area(area))),
        Some(Overlay::Facts(top)) => {
            facts::render(
                *top,
                app,
                &mut canvas.part(areas_of_one(area, measure).text),
            );
        }
        Some(Overlay::Printed(pane)) => {
            printed::render(
                pane,
                app,
                &mut canvas.part(areas_of_one(area, measure).text),
            );
        }
        Some(Overlay::GoTo(_)) | None => panes(app, layout, areas, &mut canvas),
    }
    match app.overlay() {
        Some(Overlay::Help(_) | Overlay::Facts(_) | Overlay::Printed(_)) => {}
        _ if listing && (layout == Layout::Stacked || is_beside) => {
            let [.., across, _] = theme.frame;
            canvas.part(areas.list_rule).fill(across);
            if is_beside {
                canvas.part(areas.rules[0]).fill(theme.rule);
            }
        }
        _ if listing => canvas.part(areas.list_rule).fill(theme.rule),
        _ => {
            for rule in areas.rules {
                canvas.part(rule).fill(theme.rule);
            }
        }
    }
    let cursor = status::render(app, &mut canvas.part(areas.status));
    if theme.is_ascii {
        show_in_ascii(buffer);
    }
    cursor
}

/// Shows quotation marks and dashes of the text as a terminal has them that knows no others.
fn show_in_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut letters = cell.symbol().chars();
        if let (Some(letter), None) = (letters.next().and_then(ascii), letters.next()) {
            cell.set_char(letter);
        }
    }
}

fn panes(app: &App<'_>, layout: Layout, areas: Areas, canvas: &mut Canvas<'_>) {
    let alone = layout == Layout::Single || app.is_zoomed();
    if !alone || app.focus() == Pane::Sessions {
        sessions::render(app, &mut canvas.part(areas.sessions));
    }
    if !alone || app.focus() == Pane::Outline {
        outline::render(app, &mut canvas.part(areas.outline));
    }
    if !alone || app.focus() == Pane::Text {
        text::render(app, &mut canvas.part(areas.text));
    }
}

/// Where a cursor may stand: within the area, whatever was asked for.
fn within(area: Rect, x: u16) -> Position {
    Position::new(x.min(area.right().saturating_sub(1)), area.y)
}
