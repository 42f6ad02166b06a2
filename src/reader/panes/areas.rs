//! Where everything stands on a screen of a size, and how much of it there is room for.

use ratatui::layout::Rect;

use super::{MARGIN, help, list, text};
use crate::reader::app::view::{Extent, Layout, MEASURE, Viewport};

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
pub(super) struct Areas {
    pub(super) sessions: Rect,
    pub(super) outline: Rect,
    /// A list: beside the text, or above it.
    pub(super) list: Rect,
    /// The text that the list stands beside.
    pub(super) list_text: Rect,
    /// The rule between the two.
    pub(super) list_rule: Rect,
    /// The rule between the left column and the text, and between sessions and outline.
    pub(super) rules: [Rect; 2],
    pub(super) text: Rect,
    pub(super) status: Rect,
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

pub(super) fn layout(area: Rect) -> Layout {
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
pub(super) fn areas_of_one(area: Rect, measure: u16) -> Areas {
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
pub(super) fn areas(area: Rect, layout: Layout, measure: u16) -> Areas {
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
pub(super) fn areas_beside(area: Rect) -> Areas {
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
pub(super) fn panes_height(area: Rect) -> u16 {
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

pub(super) fn help_area(area: Rect) -> Rect {
    help::card(Rect {
        height: area.height.saturating_sub(1),
        ..area
    })
}
