//! The last line: where the reader is, the last message, the keys that matter now; or a prompt.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::theme::Theme;
use super::{paint, within};
use crate::app::prompt::Prompt;
use crate::app::{App, Message, Overlay};
use crate::keymap::{Context, footer};
use crate::model::{Part, Place};
use crate::typeset::columns;

/// Draws the line; where the cursor stands, if something is typed.
pub(super) fn render(
    app: &App<'_>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    match app.overlay() {
        Some(Overlay::Finder(finder)) => {
            let findings = finder.findings();
            let mut count = format!("{}/{}", findings.found, findings.of);
            if let Some(percent) = app.indexing() {
                count = format!("indexing {percent} %   {count}");
            }
            if let Some(refusal) = finder.refusal() {
                let both = columns(finder.prompt().text()) + columns(refusal) + 4;
                if both <= usize::from(area.width) {
                    refusal.clone_into(&mut count);
                }
            }
            Some(prompt("/", finder.prompt(), &count, theme, area, buffer))
        }
        Some(Overlay::GoTo(typed)) => {
            let leads_to = match app.cited(typed) {
                Some(Ok(place)) => preview(place, app, theme, area),
                Some(Err(refusal)) => refusal,
                None => String::new(),
            };
            Some(prompt(":", typed, &leads_to, theme, area, buffer))
        }
        Some(Overlay::Marks(_) | Overlay::Help(_)) | None => {
            line(app, theme, area, buffer);
            None
        }
    }
}

/// Place, message and keys; a message takes the room it needs from the others.
fn line(app: &App<'_>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (y, end) = (area.y, area.right());
    let place = app.corpus().cite(app.place()).to_string();
    let how_far = how_far(app);
    let talk = match (app.message(), app.indexing()) {
        (Some(Message::Note(text) | Message::Refusal(text)), _) => text.clone(),
        (None, Some(percent)) => format!("indexing {percent} %"),
        (None, None) => String::new(),
    };
    let room = usize::from(area.width).saturating_sub(columns(&talk));
    let mut x = area.x + 1;
    if talk.is_empty() || columns(&place) + 3 <= room {
        x = paint::line(buffer, (x, y), end, &place, theme, theme.plain) + 2;
    }
    if talk.is_empty() || columns(&place) + columns(&how_far) + 6 <= room {
        x = paint::line(buffer, (x, y), end, &how_far, theme, theme.plain) + 3;
    }
    if !talk.is_empty() {
        x = paint::line(buffer, (x, y), end, &talk, theme, theme.plain) + 3;
    }
    let width = end.saturating_sub(x);
    keys(app, theme, Rect { x, width, ..area }, buffer);
}

/// As many of the footer's keys as fit, flush right.
fn keys(app: &App<'_>, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let mut shown = String::new();
    for (key, word) in footer(Context::of(app)) {
        let more = format!("{}{key} {word}", if shown.is_empty() { "" } else { "   " });
        if columns(&shown) + columns(&more) + 1 > usize::from(area.width) {
            break;
        }
        shown.push_str(&more);
    }
    let wide = u16::try_from(columns(&shown)).unwrap_or(u16::MAX);
    let x = area.right().saturating_sub(wide + 1);
    if !shown.is_empty() {
        paint::line(
            buffer,
            (x, area.y),
            area.right(),
            &shown,
            theme,
            theme.plain,
        );
    }
}

/// What a citation leads to, in two thirds of the line.
fn preview(place: Place, app: &App<'_>, theme: &Theme, area: Rect) -> String {
    let citation = app.corpus().cite(place);
    let text = app.corpus().text(place);
    let text = text.unwrap_or_else(|lost| lost.to_string());
    let room = usize::from(area.width) * 2 / 3;
    crate::typeset::cut(&format!("{citation}  {text}"), room, theme.ellipsis).into_owned()
}

/// The count of the current paragraph among all of its resolution; the opening is none of them.
fn how_far(app: &App<'_>) -> String {
    let resolution = app.resolution();
    if resolution.is_lost {
        return String::new();
    }
    let is_counted = |index: &usize| {
        let passage = &resolution.passages[*index];
        passage.depth == 0 && passage.part != Part::Opening
    };
    let all = (0..resolution.passages.len()).filter(is_counted).count();
    let here = (0..=app.place().index()).filter(|index| *index < resolution.passages.len());
    format!("{}/{all}", here.filter(is_counted).count())
}

fn prompt(
    sign: &str,
    typed: &Prompt,
    count: &str,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Position {
    let count_wide = u16::try_from(columns(count)).unwrap_or(u16::MAX);
    let end = area.right().saturating_sub(count_wide + 2);
    paint::line(
        buffer,
        (end + 1, area.y),
        area.right(),
        count,
        theme,
        theme.plain,
    );
    let x = paint::line(buffer, (area.x, area.y), end, sign, theme, theme.strong);
    // A long line is shown from where its cursor is still in sight.
    let room = usize::from(end.saturating_sub(x + 1));
    let mut before = typed.before_cursor();
    while columns(before) > room {
        let mut rest = before.chars();
        rest.next();
        before = rest.as_str();
    }
    let behind = typed
        .text()
        .get(typed.before_cursor().len()..)
        .unwrap_or_default();
    let cursor = paint::line(buffer, (x, area.y), end, before, theme, theme.plain);
    paint::line(buffer, (cursor, area.y), end, behind, theme, theme.plain);
    within(area, cursor)
}
