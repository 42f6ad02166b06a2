//! State → frame. Drawing changes nothing and decides nothing: rows, scroll and selection come from
//! [`App`], how much fits where from [`viewport`].
//!
//! Few lines: a rule between the columns, names over the panes, one sign for "here". The text keeps its
//! place whatever stands at its left, so that most keys redraw little.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::reader::app::view::{Extent, Layout, MEASURE, Viewport};
use crate::reader::app::{App, Overlay, Pane};
use crate::text::visible::ascii;

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

use canvas::Canvas;
use theme::Theme;

pub use pointer::under;

/// Columns before the text: sign, number, space.
const MARGIN: u16 = 7;
/// Below this many columns or rows, one pane stands alone.
const SINGLE: (u16, u16) = (60, 12);
/// Below this many columns or rows, only a notice stands.
const NOTICE: (u16, u16) = (20, 5);
/// From this many columns on, the panes stand side by side.
const WIDE: u16 = 100;
/// From this many columns on, so do two texts.
const BESIDE: u16 = 124;

/// Where everything stands on a screen.
#[derive(Clone, Copy, Debug, Default)]
struct Areas {
    sessions: Rect,
    outline: Rect,
    /// A list: beside the text, or above it.
    list: Rect,
    /// The text that the list stands beside.
    list_text: Rect,
    /// The rule between the two.
    list_rule: Rect,
    /// The rule between the left column and the text, and between sessions and outline.
    rules: [Rect; 2],
    text: Rect,
    status: Rect,
}

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

/// What a screen of this size has room for, with text of the usual measure.
pub fn viewport(area: Rect) -> Viewport {
    viewport_in(area, MEASURE)
}

/// What a screen of this size has room for, with text of so many columns at most.
pub fn viewport_in(area: Rect, measure: u16) -> Viewport {
    let layout = layout(area);
    let shared = areas(area, layout, measure);
    let alone = areas_of_one(area, measure);
    let beside = if area.width >= BESIDE && layout == Layout::Wide {
        areas_beside(area)
    } else {
        Areas::default()
    };
    Viewport {
        layout,
        sessions: body(shared.sessions),
        outline: body(shared.outline),
        text: extent(shared.text),
        zoomed: extent(alone.text),
        header: usize::from(shared.text.width),
        list: body(shared.list) / list::height_of_row(shared.list),
        preview: extent(shared.list_text),
        preview_header: usize::from(shared.list_text.width),
        beside_list: body(beside.list),
        beside: extent(beside.list_text),
        help: usize::from(help_area(area).height.saturating_sub(2)),
        help_length: help::length(help_area(area)),
    }
}

fn layout(area: Rect) -> Layout {
    if area.width < NOTICE.0 || area.height < NOTICE.1 {
        Layout::Notice
    } else if area.width < SINGLE.0 || area.height < SINGLE.1 {
        Layout::Single
    } else if area.width < WIDE {
        Layout::Stacked
    } else {
        Layout::Wide
    }
}

/// The areas of a screen on which one pane stands alone.
fn areas_of_one(area: Rect, measure: u16) -> Areas {
    let height = panes_height(area);
    let whole = Rect::new(0, 0, area.width, height);
    let width = area.width.min(MARGIN + measure);
    let text = Rect::new((area.width - width) / 2, 0, width, height);
    // A name and three rows at least, or no text below.
    let upper = if height < 8 {
        height
    } else {
        (height / 3).max(4)
    };
    Areas {
        sessions: whole,
        outline: whole,
        list: Rect {
            height: upper,
            ..whole
        },
        list_text: below(text, upper),
        text,
        status: status_line(area),
        ..Areas::default()
    }
}

/// The areas of a screen that the panes share as far as its layout lets them.
fn areas(area: Rect, layout: Layout, measure: u16) -> Areas {
    if matches!(layout, Layout::Single | Layout::Notice) {
        return areas_of_one(area, measure);
    }
    let height = panes_height(area);
    let column = |x: u16, width: u16| Rect::new(x, 0, width, height);
    let (left, sessions, outline, rule) = if layout == Layout::Wide {
        let sessions = (area.width / 4).min(36);
        let outline = (area.width * 3 / 10).min(48);
        let left = sessions + 1 + outline;
        let rule = column(sessions, 1);
        (
            left,
            column(0, sessions),
            column(sessions + 1, outline),
            rule,
        )
    } else {
        let left = (area.width * 7 / 20).min(34);
        let upper = (height / 3).clamp(4, 12);
        let lower = Rect::new(0, upper, left, height - upper);
        (left, Rect::new(0, 0, left, upper), lower, Rect::default())
    };
    let x = left + 2;
    let width = (area.width - x).min(MARGIN + measure);
    let panes = Areas {
        sessions,
        outline,
        list: column(0, left),
        list_text: column(x, width),
        list_rule: column(left, 1),
        rules: [column(left, 1), rule],
        text: column(x, width),
        status: status_line(area),
    };
    if layout == Layout::Wide {
        return panes;
    }
    // Titles and words need the whole width more than rows: ten rows of 24.
    let upper = (height * 10 / 23).clamp(4, 16);
    let whole = areas_of_one(area, measure);
    Areas {
        list: Rect::new(0, 0, area.width, upper),
        list_rule: Rect::new(0, upper, area.width, 1),
        list_text: below(whole.text, upper + 1),
        ..panes
    }
}

/// The areas of a list over two texts beside each other.
fn areas_beside(area: Rect) -> Areas {
    let height = panes_height(area);
    let upper = (height * 10 / 23).clamp(4, 16);
    let width = ((area.width - 3) / 2).min(MARGIN + MEASURE);
    let left = (area.width - 3 - 2 * width) / 2;
    let column = |x: u16, width: u16| Rect::new(x, upper + 1, width, height - upper - 1);
    Areas {
        list: Rect::new(0, 0, area.width, upper),
        list_rule: Rect::new(0, upper, area.width, 1),
        list_text: column(left, width),
        rules: [column(left + width + 1, 1), Rect::default()],
        text: column(left + width + 3, width),
        status: status_line(area),
        ..Areas::default()
    }
}

/// The rows of all but the last line.
fn panes_height(area: Rect) -> u16 {
    area.height.saturating_sub(1)
}

fn status_line(area: Rect) -> Rect {
    Rect::new(0, panes_height(area), area.width, area.height.min(1))
}

/// The part of an area from its row `y` on.
fn below(area: Rect, y: u16) -> Rect {
    Rect {
        y,
        height: area.height.saturating_sub(y),
        ..area
    }
}

/// The rows of a pane below its name.
fn body(pane: Rect) -> usize {
    usize::from(pane.height.saturating_sub(1))
}

fn extent(text: Rect) -> Extent {
    Extent {
        rows: usize::from(text::body(text).height),
        columns: usize::from(text.width.saturating_sub(MARGIN)),
    }
}

fn help_area(area: Rect) -> Rect {
    help::card(Rect {
        height: area.height.saturating_sub(1),
        ..area
    })
}

/// Where a cursor may stand: within the area, whatever was asked for.
fn within(area: Rect, x: u16) -> Position {
    Position::new(x.min(area.right().saturating_sub(1)), area.y)
}
