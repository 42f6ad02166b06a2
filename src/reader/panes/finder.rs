//! The finder's list: each hit with its place and the words around the match that says most.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::{Canvas, Focus, Piece};
use crate::reader::app::App;
use crate::reader::app::action::Action;
use crate::reader::app::overlays::finder::FinderPane;
use crate::reader::keymap::key_of;
use crate::search::{Hit, Match, Subject};
use crate::text::typeset::{columns, fits};

/// Below this many columns, a hit takes two rows: its place, and its words below.
const NARROW: u16 = 50;

/// What can be typed, shown while nothing is.
const SYNTAX: &[&str] = &[
    "words, or how they begin",
    "2/34-P:7         a place",
    "\"peace process\" a phrase",
    "-word       not this one",
    "pp op annex    one  part",
    "verb:urges     lead verb",
    "in:2/34-P in:.  one text",
    "session:34   one session",
];

/// How many rows a hit takes in a list of this size.
pub(super) fn rows_of_hit(area: Rect) -> usize {
    if area.width < NARROW && area.height > 8 {
        2
    } else {
        1
    }
}

pub(super) fn render(finder: &FinderPane, app: &App<'_>, canvas: &mut Canvas<'_>) {
    let (theme, area) = (canvas.theme, canvas.area);
    if finder.prompt().text().trim().is_empty() {
        canvas.name("Find", Focus::Here);
        for (line, y) in SYNTAX.iter().zip(area.y + 2..area.bottom()) {
            canvas.line((area.x + 2, y), line);
        }
        return;
    }
    canvas.name(&heading(finder, app, area), Focus::Here);
    let tall = rows_of_hit(area);
    let cursor = finder.cursor();
    let hits = finder.findings().hits.iter().enumerate().skip(cursor.top);
    let rows = canvas.rows_below_name().step_by(tall);
    // Where its words follow in the same row, a place leaves them a part of it.
    let of_row = if tall == 1 {
        area.width / 5 * 3
    } else {
        area.width
    };
    let room = of_row.saturating_sub(2);
    for ((position, hit), y) in hits.zip(rows) {
        let selected = position == cursor.at;
        if selected {
            canvas.select(y);
        }
        if hit.by == Match::Fuzzy {
            canvas.sign((area.x + 1, y), theme.fuzzy);
        }
        let x = canvas.line((area.x + 2, y), &place(hit, app, room));
        if tall == 1 {
            words(hit, app, (x + 2, y), canvas);
        } else if y + 1 < area.bottom() {
            if selected {
                canvas.select(y + 1);
            }
            words(hit, app, (area.x + 4, y + 1), canvas);
        }
    }
}

/// What the list is, as fully as there is room to say it.
fn heading(finder: &FinderPane, app: &App<'_>, area: Rect) -> String {
    let findings = finder.findings();
    let room = usize::from(area.width).saturating_sub(1);
    let fitting = |ways: &[String], short: &str| {
        let way = ways.iter().find(|way| fits(way, room));
        way.map_or_else(|| short.to_owned(), String::clone)
    };
    if let Some(refusal) = finder.refusal() {
        return fitting(&[refusal.to_owned()], "No such place");
    }
    match findings.hits.first() {
        None if app.indexing().is_some() => "Nothing yet".to_owned(),
        None if !app.has_index() => "Nothing could be indexed".to_owned(),
        None => "Nothing found".to_owned(),
        Some(first) if first.by != Match::Citation && !findings.dropped.is_empty() => {
            let query = finder.prompt().text().trim();
            let dropped = findings.dropped.join(", ");
            let ways = [
                format!("No paragraph has all of: {query}; nearest"),
                format!("Nearest, without {dropped}"),
            ];
            fitting(&ways, "None has all; nearest")
        }
        Some(_) => match key_of(Action::OpenSame) {
            Some(key) if finder.selected().is_some_and(|hit| !hit.same.is_empty()) => {
                fitting(&[format!("Found   {key} lists all")], "Found")
            }
            _ => "Found".to_owned(),
        },
    }
}

/// The place of a hit, and how many others say the same.
fn place(hit: &Hit, app: &App<'_>, room: u16) -> String {
    let corpus = app.corpus();
    let place = match hit.subject {
        Subject::Session(id) => corpus.session(id).id.to_string(),
        Subject::Resolution(id) => corpus.symbol(id).to_owned(),
        Subject::Passage(place) => corpus.cite(place).to_string(),
    };
    let full = match hit.same.len() {
        0 => return place,
        others => format!("{place} and {others} more"),
    };
    if fits(&full, room.into()) {
        full
    } else {
        format!("{place} +{}", hit.same.len())
    }
}

fn words(hit: &Hit, app: &App<'_>, (mut x, y): (u16, u16), canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = canvas.area.right();
    let corpus = app.corpus();
    let text = match hit.subject {
        Subject::Session(id) => corpus.session(id).name.to_string(),
        Subject::Resolution(id) => corpus.title_or_topic(id).unwrap_or_default().into_owned(),
        Subject::Passage(place) => match corpus.text(place) {
            Ok(text) => text,
            Err(lost) => {
                canvas.line((x, y), &lost.to_string());
                return;
            }
        },
    };
    let room = usize::from(end.saturating_sub(x));
    let (spans, best) = hit.spans_and_best(&text);
    let seen = excerpt(&text, best.as_ref(), room);
    if seen.start > 0 {
        x = canvas.line((x, y), theme.ellipsis);
    }
    let set = Piece {
        text: text.get(seen.clone()).unwrap_or_default(),
        offset: seen.start,
        spans: &spans,
        strong: 0..0,
        marks: &[],
    };
    let is_cut = !fits(set.text, usize::from(end.saturating_sub(x)));
    let ellipsis = u16::try_from(columns(theme.ellipsis)).unwrap_or(1) * u16::from(is_cut);
    let edge = end.saturating_sub(ellipsis);
    let behind = canvas.up_to(edge).piece((x, y), &set, theme.plain);
    if is_cut {
        canvas.line((behind, y), theme.ellipsis);
    }
}

/// The part of a text to show in `room` columns: from its beginning, or where the match that says most would
/// stand outside, from a word shortly before it, or as far before it as the text still ends in sight.
fn excerpt(text: &str, matched: Option<&Range<usize>>, room: usize) -> Range<usize> {
    let Some(matched) = matched else {
        return 0..text.len();
    };
    let before = text.get(..matched.end).unwrap_or_default();
    if fits(before, room) {
        return 0..text.len();
    }
    let lead_in = text.get(..matched.start).unwrap_or_default();
    let mut start = matched.start;
    for (at, _) in lead_in.rmatch_indices(' ') {
        let context = lead_in.get(at + 1..).unwrap_or_default();
        let seen = text.get(at + 1..).unwrap_or_default();
        if columns(context) * 4 > room && !fits(seen, room.saturating_sub(1)) {
            break;
        }
        start = at + 1;
    }
    start..text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_begins_at_a_word_before_its_first_match() {
        let text = "Requests the Islamic Development Bank to provide vocational training";
        let at = text.find("vocational").unwrap();
        let seen = excerpt(text, Some(&(at..at + 10)), 40);
        let to_its_end = "Bank to provide vocational training";
        assert_eq!(text.get(seen), Some(to_its_end));
        let goes_on = [text, " and higher education"].concat();
        let seen = excerpt(&goes_on, Some(&(at..at + 10)), 40);
        let seen = goes_on.get(seen).unwrap();
        assert!(seen.starts_with("provide vocational training"));
        let seen = excerpt(text, Some(&(13..20)), 40);
        assert_eq!(seen, 0..text.len());
    }
}
