//! The text of a resolution: numbers hung in the margin, a sign for the current paragraph there.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::MARGIN;
use super::canvas::{Canvas, Focus, Piece};
use super::outline::label;
use super::theme::Theme;
use crate::reader::app::overlays::preview::Preview;
use crate::reader::app::spans::Spans;
use crate::reader::app::text_pane::TextPane;
use crate::reader::app::{App, Pane};
use crate::text::lead::lead_of;
use crate::text::model::{Part, Place, Resolution};
use crate::text::typeset::columns;
use crate::text::typeset::page::{Of, PageRow, Tone, stands_in};

/// The rows of text below the line that names the resolution. A tall pane has a blank row between.
pub(super) fn body(area: Rect) -> Rect {
    let top = if area.height >= 16 { 2 } else { 1 }.min(area.height);
    Rect {
        y: area.y + top,
        height: area.height - top,
        ..area
    }
}

/// The columns of a title that is cut off before its day goes.
const TITLE: usize = 16;
/// No lead verb is longer, in bytes.
const LONGEST_LEAD: usize = 120;

/// What a page is drawn with.
struct Sheet<'a> {
    resolution: &'a Resolution,
    pane: &'a TextPane,
    spans: &'a Spans,
    look: Style,
    current: usize,
    is_marked: &'a dyn Fn(usize) -> bool,
    is_cited: &'a dyn Fn(usize) -> bool,
}

pub(super) fn render(app: &App<'_>, canvas: &mut Canvas<'_>) {
    let focus = Focus::of(Pane::Text, app);
    let (area, steps) = (canvas.area, steps_to_top(app));
    let is_spare = body(area).y > area.y + 1;
    if !steps.is_empty() && !is_spare {
        let symbol = app.corpus().symbol_and_language(app.place().resolution);
        let room = usize::from(area.width).saturating_sub(columns(&symbol) + 4);
        let way = way(&steps, room, canvas.theme);
        canvas.name(&format!("{symbol} {} {way}", canvas.theme.step), focus);
    } else {
        header(app, app.place(), focus, canvas);
        let way = way(
            &steps,
            usize::from(area.width).saturating_sub(1),
            canvas.theme,
        );
        canvas.line((area.x + 1, area.y + 1), &way);
    }
    let sheet = Sheet {
        resolution: app.resolution(),
        pane: app.text_pane(),
        spans: app.spans(),
        look: canvas.theme.matched,
        current: app.place().index(),
        is_marked: &|passage| app.is_marked(passage),
        is_cited: &|passage| app.is_cited(passage),
    };
    page(&sheet, canvas);
}

/// Draws the text beside a list, its highlights with this look.
pub(super) fn render_preview(
    preview: &Preview,
    look: Style,
    app: &App<'_>,
    canvas: &mut Canvas<'_>,
) {
    let (Some(place), Some(resolution)) = (preview.place, &preview.resolution) else {
        return;
    };
    header(app, place, Focus::Elsewhere, canvas);
    let sheet = Sheet {
        resolution,
        pane: &preview.text_pane,
        spans: &preview.spans,
        look,
        current: place.index(),
        is_marked: &|passage| preview.marked.contains(&passage),
        is_cited: &|_| false,
    };
    page(&sheet, canvas);
}

/// What the first text in sight stands under, which is out of sight above it: its section or annex, and its
/// headings.
fn steps_to_top(app: &App<'_>) -> Vec<String> {
    let resolution = app.resolution();
    let Some(first) = app.text_pane().first_in_sight() else {
        return Vec::new();
    };
    let part = match resolution.passages.get(first).map(|first| first.part) {
        Some(Part::Section(position, _)) => Some(resolution.section_title(position).into_owned()),
        Some(Part::Annex(position, _)) => Some(resolution.annex_title(position).into_owned()),
        _ => None,
    };
    let headings = resolution.headings_over(first).into_iter();
    let headings = headings.map(|heading| resolution.heading_title(heading));
    part.into_iter().chain(headings).collect()
}

/// As many of the last steps of a way as have `room` columns, but one at least.
fn way(steps: &[String], room: usize, theme: &Theme) -> String {
    let between = format!(" {} ", theme.step);
    let mut way = String::new();
    for (position, step) in steps.iter().enumerate().rev() {
        let longer = match way.as_str() {
            "" => step.clone(),
            way => [step, between.as_str(), way].concat(),
        };
        let cut = columns(theme.ellipsis) + columns(&between);
        let beside = if position > 0 { cut } else { 0 };
        if !way.is_empty() && columns(&longer) + beside > room {
            return [theme.ellipsis, &between, &way].concat();
        }
        way = longer;
    }
    way
}

/// Symbol and title, and at the right the day of adoption; in a single pane, the way that leads there.
pub(super) fn header(app: &App<'_>, place: Place, focus: Focus, canvas: &mut Canvas<'_>) {
    dated(app, place, TITLE, focus, canvas);
}

/// The same where no title is worth its day: that of a wording, of which it is asked since when it stands.
pub(super) fn header_of_wording(app: &App<'_>, place: Place, canvas: &mut Canvas<'_>) {
    dated(app, place, 0, Focus::Elsewhere, canvas);
}

/// Symbol and title, and the day where it leaves so many columns of the title.
fn dated(app: &App<'_>, place: Place, kept: usize, focus: Focus, canvas: &mut Canvas<'_>) {
    if canvas.area.is_empty() {
        return;
    }
    let corpus = app.corpus();
    let symbol = corpus.symbol_and_language(place.resolution);
    let (name, title) = if app.is_single() {
        let session = corpus.session(corpus.session_of(place.resolution));
        let way = format!("{} {} {symbol}", session.id, canvas.theme.step);
        (way.into(), None)
    } else {
        (symbol, corpus.title_or_topic(place.resolution))
    };
    let has_title = title.is_some();
    let text = title.map_or_else(|| name.clone(), |title| format!("{name}  {title}").into());
    let (x, y, end) = (canvas.area.x, canvas.area.y, canvas.area.right());
    let day = corpus.adopted(place.resolution);
    let ways = day.map(|day| [day.to_string(), day.short().trim_start().to_owned()]);
    let room = |day: &str| usize::from(end - x).saturating_sub(columns(day) + 3);
    // A day leaves some of the title, and is short where that gives it more.
    let least = if has_title {
        columns(&text).min(columns(&name) + 2 + kept)
    } else {
        columns(&name)
    };
    let fitting = ways
        .iter()
        .flatten()
        .find(|day| columns(&text) <= room(day));
    let short = ways.iter().flatten().last();
    let day = fitting.or(short.filter(|day| least <= room(day)));
    let Some(day) = day else {
        return canvas.name(&text, focus);
    };
    let wide = u16::try_from(columns(day)).unwrap_or(u16::MAX);
    let at = end.saturating_sub(wide);
    canvas.up_to(at - 2).name(&text, focus);
    canvas.line((at, y), day);
}

fn page(sheet: &Sheet<'_>, canvas: &mut Canvas<'_>) {
    let area = body(canvas.area);
    let rows = sheet.pane.page().rows.iter().skip(sheet.pane.top());
    for (row, y) in rows.zip(area.y..area.bottom()) {
        let area = Rect {
            y,
            height: 1,
            ..area
        };
        draw_row(sheet, row, &mut canvas.part(area));
    }
}

fn draw_row(sheet: &Sheet<'_>, row: &PageRow, canvas: &mut Canvas<'_>) {
    let (theme, area) = (canvas.theme, canvas.area);
    let mut spans: &[_] = &[];
    let mut marks = Vec::new();
    if let Of::Passage(index) = row.of {
        marks = sheet.resolution.passages[index].marks();
        marks.retain(|(at, _)| stands_in(*at, &row.range));
        spans = sheet.spans.in_passage(index);
        margin(sheet, index, row, canvas);
    }
    let text = sheet.pane.page().text_of(row, sheet.resolution);
    let style = match row.tone {
        Tone::Plain => theme.plain,
        Tone::Strong => theme.strong,
        Tone::Dim => theme.dim,
    };
    let indent = u16::try_from(row.indent).unwrap_or(u16::MAX);
    let x = area.x.saturating_add(MARGIN).saturating_add(indent);
    let set = Piece {
        text: text.get(row.range.clone()).unwrap_or_default().trim_end(),
        offset: row.range.start,
        spans,
        look: sheet.look,
        strong: lead(sheet.resolution, row),
        marks: &marks,
    };
    canvas.piece((x, area.y), &set, style);
}

/// The bytes of the lead verb of an operative paragraph, which print has in italics. Looked for on the first
/// rows only: no verb phrase is longer.
fn lead(resolution: &Resolution, row: &PageRow) -> Range<usize> {
    let Of::Passage(index) = row.of else {
        return 0..0;
    };
    let passage = &resolution.passages[index];
    let is_looked_for = row.range.start < LONGEST_LEAD
        && passage.is_paragraph()
        && passage.part.is_operative()
        && !resolution.is_lost;
    if is_looked_for {
        lead_of(passage)
    } else {
        0..0
    }
}

/// The sign of the current passage, and the number on a first row: a paragraph's in the margin, a
/// point's before its text.
fn margin(sheet: &Sheet<'_>, index: usize, row: &PageRow, canvas: &mut Canvas<'_>) {
    let (theme, area) = (canvas.theme, canvas.area);
    if index == sheet.current {
        canvas.select(area.y);
    } else if (sheet.is_cited)(index) {
        canvas.sign((area.x, area.y), theme.cited);
    }
    if !row.first {
        return;
    }
    if (sheet.is_marked)(index) {
        canvas.sign((area.x + MARGIN - 2, area.y), theme.marked);
    }
    let passage = &sheet.resolution.passages[index];
    let number = label(passage);
    let wide = u16::try_from(columns(&number)).unwrap_or(u16::MAX);
    let text = area.x + MARGIN;
    let indent = u16::try_from(row.indent).unwrap_or(u16::MAX);
    let (left, right) = match row.indent {
        0 => (area.x + 1, text - 2),
        _ => (text, text.saturating_add(indent).saturating_sub(1)),
    };
    let x = right.saturating_sub(wide).max(left);
    let end = (right + 1).min(area.right());
    canvas.up_to(end).line((x, area.y), &number);
}
