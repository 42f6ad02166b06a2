//! The last line: where the reader is, the last message, the keys that matter now; or a prompt.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::theme::Theme;
use super::within;
use crate::reader::app::action::Action;
use crate::reader::app::overlays::asked::{AskedLine, Purpose};
use crate::reader::app::overlays::finder::FinderPane;
use crate::reader::app::overlays::list_pane::ListKind;
use crate::reader::app::overlays::prompt::Prompt;
use crate::reader::app::{App, Message, Overlay};
use crate::reader::keymap::{Hint, footer};
use crate::text::corpus::Resolved;
use crate::text::model::Part;
use crate::text::typeset::{columns, cut, letters, wrap};

/// Columns between what is said and the keys.
const GAP: usize = 3;
/// Columns that what is typed has before a key beside it goes.
const ROOM: usize = 20;
/// What may be typed to narrow the rows of a list, and those of a list of acts.
const WORDS: &str = "words, or year:2009";
const ASKS: &str = "words, to:secretary-general, does:report, due:2009, or year:2009";

/// Draws the line; returns where the cursor stands, if something is typed.
pub(super) fn render(app: &App<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let width = usize::from(canvas.area.width);
    if let Some(asked) = app.asked_line() {
        return Some(asked_line(asked, app, canvas));
    }
    match app.overlay() {
        Some(Overlay::Finder(finder)) => {
            let room = room_beside(finder.prompt(), width);
            let refusal = finder.refusal().filter(|refusal| columns(refusal) <= room);
            let beside = refusal.map_or_else(|| keys_of_finder(finder, app, room), str::to_owned);
            Some(prompt("/", finder.prompt(), &beside, canvas))
        }
        Some(Overlay::GoTo(typed)) => {
            let leads_to = match app.cited(typed) {
                Some(Ok(cited)) => preview(&cited, app, canvas),
                Some(Err(refusal)) => {
                    cut(&refusal, width * 2 / 3, canvas.theme.ellipsis).into_owned()
                }
                None => String::new(),
            };
            Some(prompt(":", typed, &leads_to, canvas))
        }
        Some(Overlay::List(pane)) if pane.prompt().is_some() => {
            let typed = pane.prompt()?;
            let room = room_beside(typed, width);
            let beside = match app.message() {
                Some(Message::Note(text) | Message::Refusal(text)) if columns(text) <= room => {
                    text.clone()
                }
                _ if pane.is_typing() && typed.text().is_empty() => {
                    let asks = if pane.is_of_acts() { ASKS } else { WORDS };
                    cut(asks, room, canvas.theme.ellipsis).into_owned()
                }
                _ => keys_beside(&footer(app), room),
            };
            Some(prompt("f ", typed, &beside, canvas))
        }
        Some(Overlay::List(_) | Overlay::Help(_) | Overlay::Facts(_) | Overlay::Printed(_))
        | None => {
            line(app, canvas);
            None
        }
    }
}

/// A line that is asked for. What is said of it stands beside it, or above where that has no room.
fn asked_line(asked: &AskedLine, app: &App<'_>, canvas: &mut Canvas<'_>) -> Position {
    let room = room_beside(&asked.prompt, canvas.area.width.into());
    let hints = footer(app);
    let keys = keys_beside(&hints, room);
    let beside = match app.message() {
        None => keys,
        Some(Message::Note(text) | Message::Refusal(text)) if columns(text) <= room => text.clone(),
        Some(Message::Note(text) | Message::Refusal(text)) => {
            above(text, canvas);
            keys
        }
    };
    let sign = match asked.purpose {
        Purpose::Note(_) => [canvas.theme.marked, " "].concat(),
        Purpose::File { .. } => "w ".to_owned(),
        Purpose::Compared => "c ".to_owned(),
    };
    prompt(&sign, &asked.prompt, &beside, canvas)
}

/// The columns beside what is typed.
fn room_beside(typed: &Prompt, width: usize) -> usize {
    width.saturating_sub(columns(typed.text()).max(ROOM) + 4)
}

fn keys_of_finder(finder: &FinderPane, app: &App<'_>, room: usize) -> String {
    let stands_for_several = finder.selected().is_some_and(|hit| hit.others() > 0);
    let mut hints = footer(app);
    hints.retain(|hint| stands_for_several || hint.action != Action::OpenSame);
    let year = finder.bare_year(app.corpus());
    let year = year.map_or_else(String::new, |year| format!("year:{year} narrows   "));
    match keys_beside(&hints, room.saturating_sub(columns(&year))) {
        keys if keys.is_empty() => keys_beside(&hints, room),
        keys => year + &keys,
    }
}

/// As many keys as have room beside what is typed.
fn keys_beside(hints: &[Hint], room: usize) -> String {
    let keys = keys(hints, room);
    if columns(&keys) > room {
        String::new()
    } else {
        keys
    }
}

/// Place, message and keys. A message takes the room it needs from all but the keys that stay; one that is
/// too long for that stands in rows of its own above. How far the index is can wait for a wider screen.
fn line(app: &App<'_>, canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let hints = footer(app);
    let width = usize::from(area.width).saturating_sub(2);
    let room = width.saturating_sub(columns(&keys(&hints, 0)) + GAP);
    let mut talk = talk(app);
    if columns(&talk) > room {
        if app.message().is_some() {
            above(&talk, canvas);
        }
        talk.clear();
    }
    let place = app.corpus().cite(app.place()).to_string();
    let said = said(
        &place,
        &how_far(app, canvas.theme),
        &talk,
        room,
        canvas.theme,
    );
    let at = (area.x + 1, area.y);
    let end = canvas.line(at, &said);
    let keys = keys(&hints, width.saturating_sub(columns(&said) + GAP));
    let wide = u16::try_from(columns(&keys)).unwrap_or(u16::MAX);
    let at = (area.right().saturating_sub(wide + 1).max(end), area.y);
    canvas.line(at, &keys);
}

/// What there is to tell: a message, or how far the index is once that is worth a word.
fn talk(app: &App<'_>) -> String {
    match (app.message(), app.indexing()) {
        (Some(Message::Note(text) | Message::Refusal(text)), _) => text.clone(),
        (None, Some(percent @ 1..)) => format!("indexing {percent} %"),
        (None, Some(0) | None) => String::new(),
    }
}

/// As much of place, count and talk as has room, in this order; talk before count, and before the place.
fn said(place: &str, how_far: &str, talk: &str, room: usize, theme: &Theme) -> String {
    let whole = if talk.is_empty() {
        [format!("{place}  {how_far}"), place.to_owned()].to_vec()
    } else {
        let with_count = format!("{place}  {how_far}   {talk}");
        [with_count, format!("{place}   {talk}"), talk.to_owned()].to_vec()
    };
    let fitting = whole.iter().find(|said| columns(said) <= room);
    let shortest = whole.last().map_or("", String::as_str);
    fitting.map_or_else(
        || cut(shortest, room, theme.ellipsis).into_owned(),
        Clone::clone,
    )
}

/// As many hints as fit into `room` columns, in their order; those that stay are always among them.
fn keys(hints: &[Hint], room: usize) -> String {
    let with = |others: usize| {
        let mut left = others;
        let mut is_shown = |hint: &&Hint| {
            let is_shown = hint.stays || left > 0;
            left -= usize::from(!hint.stays && is_shown);
            is_shown
        };
        let shown = hints.iter().filter(&mut is_shown);
        let shown: Vec<_> = shown.map(|hint| hint.text.as_str()).collect();
        shown.join("   ")
    };
    let mut fitting = (0..=hints.len()).rev().map(with);
    fitting
        .find(|keys| columns(keys) <= room)
        .unwrap_or_else(|| with(0))
}

/// Draws a long message over the last rows of the panes, below a rule.
fn above(talk: &str, canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let rows = wrap(talk, usize::from(area.width).saturating_sub(2));
    let height = u16::try_from(rows.len() + 1)
        .unwrap_or(u16::MAX)
        .min(area.y);
    let y = area.y - height;
    canvas.part(Rect { y, height, ..area }).clear();
    let [.., across, _] = canvas.theme.frame;
    for x in area.x..area.right() {
        canvas.sign((x, y), across);
    }
    for (row, y) in rows.into_iter().zip(y + 1..area.y) {
        let row = talk.get(row).unwrap_or_default().trim_end();
        canvas.line((area.x + 1, y), row);
    }
}

/// What a citation leads to, in two thirds of the line.
fn preview(cited: &Resolved, app: &App<'_>, canvas: &Canvas<'_>) -> String {
    let (corpus, place) = (app.corpus(), cited.beginning());
    let citation = if cited.passages.is_empty() {
        corpus.cite(place)
    } else {
        corpus.cite_all(cited)
    };
    let text = corpus.text(place);
    let text = text.unwrap_or_else(|lost| lost.to_string());
    let room = usize::from(canvas.area.width) * 2 / 3;
    cut(&format!("{citation}  {text}"), room, canvas.theme.ellipsis).into_owned()
}

/// Which paragraph of its resolution is the current one, `7/12`; the opening does not count.
fn how_far(app: &App<'_>, theme: &Theme) -> String {
    if let Some(pair) = languages_paired(app, theme) {
        return pair;
    }
    let resolution = app.resolution();
    if resolution.is_lost {
        return String::new();
    }
    let is_counted = |index: &usize| {
        let passage = &resolution.passages[*index];
        passage.is_paragraph() && passage.part != Part::Opening
    };
    let all = (0..resolution.passages.len()).filter(is_counted).count();
    let here = (0..=app.place().index()).filter(|index| *index < resolution.passages.len());
    format!("{}/{all}", here.filter(is_counted).count())
}

/// The numbers of a paragraph in two languages that stand beside each other, and whether they are the same.
fn languages_paired(app: &App<'_>, theme: &Theme) -> Option<String> {
    let Some(Overlay::List(pane)) = app.overlay() else {
        return None;
    };
    let ListKind::Comparison(compared) = pane.listed() else {
        return None;
    };
    let row = compared.rows.get(pane.selected()?);
    let [own, other] = row.filter(|_| compared.is_of_languages)?.pair(app.corpus());
    let [same, changed, ..] = theme.fates;
    let sign = if own == other { same } else { changed };
    Some(format!("{own} {sign} {other}"))
}

fn prompt(sign: &str, typed: &Prompt, count: &str, canvas: &mut Canvas<'_>) -> Position {
    let area = canvas.area;
    let count_wide = u16::try_from(columns(count)).unwrap_or(u16::MAX);
    let end = area.right().saturating_sub(count_wide + 2);
    canvas.line((end + 1, area.y), count);
    let strong = canvas.theme.strong;
    let mut canvas = canvas.up_to(end);
    let x = canvas.styled((area.x, area.y), sign, strong);
    // A long line is shown from where its cursor is still in sight.
    let room = usize::from(end.saturating_sub(x + 1));
    let mut before = typed.before_cursor();
    let mut wide = columns(before);
    for (_, letter) in letters(before) {
        if wide <= room {
            break;
        }
        wide -= columns(letter);
        before = before.get(letter.len()..).unwrap_or_default();
    }
    let behind = typed
        .text()
        .get(typed.before_cursor().len()..)
        .unwrap_or_default();
    let cursor = canvas.line((x, area.y), before);
    canvas.line((cursor, area.y), behind);
    within(area, cursor)
}
