//! A list: what it is and how many, and rows of columns with words behind them.
//!
//! Where there is little room columns go, one after the other, before the words lose it: first the day, then the
//! count; the citation never. In a narrow and high list the words have a row of their own.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::{Canvas, Focus, Piece};
use crate::text::typeset::{columns, fits, wrap};

/// Below this many columns a row is two: its columns, and its words below.
const NARROW: u16 = 50;
/// Columns before a row, and between its columns.
const GAP: u16 = 2;
/// The columns that words have before a column goes for them.
const WORDS: u16 = 20;

/// A row.
#[derive(Debug, Default)]
pub(super) struct ListRow {
    /// It was only guessed that the row belongs here.
    pub(super) is_guess: bool,
    /// It is a wording with another lead verb.
    pub(super) has_other_verb: bool,
    /// Day, citation and count.
    pub(super) columns: [String; 3],
    pub(super) words: RowWords,
    pub(super) rank: RowRank,
}

/// Where a row stands in a list that has headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RowRank {
    /// In a list that has none.
    #[default]
    Only,
    /// A heading: its words stand alone.
    Heading,
    /// Below a heading.
    Below,
}

/// The words of a row.
#[derive(Debug, Default)]
pub(super) struct RowWords {
    pub(super) text: String,
    /// What matched, as ranges of bytes, ascending.
    pub(super) spans: Vec<Range<usize>>,
    /// The match to begin with where there is no room for all.
    pub(super) best: Option<Range<usize>>,
    /// Whether these are no matches but the words that refer.
    pub(super) is_reference: bool,
}

impl ListRow {
    /// The columns before its first one.
    fn margin(&self) -> u16 {
        match self.rank {
            RowRank::Only | RowRank::Heading => GAP,
            RowRank::Below => 2 * GAP,
        }
    }
}

const CITATION: usize = 1;
const COUNT: usize = 2;
/// The columns in the order in which they go.
const FIRST_TO_GO: [usize; 2] = [0, COUNT];

/// How many rows of the screen a row takes.
pub(super) fn height_of_row(area: Rect) -> usize {
    if area.width < NARROW && area.height > 8 {
        2
    } else {
        1
    }
}

/// Draws what a list is, in the longest of some ways that has room, and at the right how many it has.
pub(super) fn heading(ways: &[String], size: &str, canvas: &mut Canvas<'_>) {
    let area = canvas.area;
    let wide = u16::try_from(columns(size)).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(wide + 2 * GAP);
    let way = ways.iter().find(|way| fits(way, room.into()));
    let shortest = ways.last().map_or("", String::as_str);
    let name = way.map_or(shortest, String::as_str);
    canvas.name(name, Focus::Here);
    if fits(name, room.into()) {
        canvas.line((area.right().saturating_sub(wide + 1), area.y), size);
    }
}

/// The row that is selected.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListSelection {
    /// Its position among those in sight.
    pub(super) at: usize,
    /// Whether it has all of its words, on as many rows as they need.
    pub(super) is_whole: bool,
}

/// Where rows stand on the screen.
pub(super) struct LaidRows {
    widths: [u16; 3],
    /// The words of the selected row, where it has all of them.
    whole: Vec<Range<usize>>,
    /// The rows that have room, each with its lines.
    pub(super) lines: Vec<(usize, Range<u16>)>,
}

/// Lays the rows in sight, of which one is selected.
pub(super) fn lay(rows: &[ListRow], selected: ListSelection, area: Rect) -> LaidRows {
    let tall = height_of_row(area);
    let widths = widths(rows, area.width, if tall == 1 { WORDS } else { 0 });
    let whole = rows.get(selected.at).filter(|_| selected.is_whole);
    let whole = whole.map_or_else(Vec::new, |row| set(row, widths, area));
    let more = whole.len().saturating_sub(1);
    // Rows above it make room for its words.
    let room = usize::from(area.height.saturating_sub(1));
    let over = ((selected.at + 1) * tall + more).saturating_sub(room);
    let first = over.div_ceil(tall).min(selected.at);
    let mut y = area.y + 1;
    let mut lines = Vec::new();
    for position in first..rows.len() {
        if y >= area.bottom() {
            break;
        }
        let is_selected = position == selected.at;
        let height = if is_selected { tall + more } else { tall };
        let end = y.saturating_add(u16::try_from(height).unwrap_or(u16::MAX));
        let end = end.min(area.bottom());
        lines.push((position, y..end));
        y = end;
    }
    LaidRows {
        widths,
        whole,
        lines,
    }
}

/// Draws the rows in sight, of which one is selected.
pub(super) fn rows(rows: &[ListRow], selected: ListSelection, canvas: &mut Canvas<'_>) {
    let (theme, area) = (canvas.theme, canvas.area);
    let tall = height_of_row(area);
    let LaidRows {
        widths,
        whole,
        lines,
    } = lay(rows, selected, area);
    for (position, Range { start: y, end }) in lines {
        let (row, is_selected) = (&rows[position], position == selected.at);
        if is_selected {
            (y..end).for_each(|y| canvas.select(y));
        }
        if row.is_guess {
            canvas.sign((area.x + 1, y), theme.fuzzy);
        }
        if row.has_other_verb {
            canvas.sign((area.x + 1, y), "!");
        }
        if row.rank == RowRank::Heading {
            canvas.styled((area.x + GAP, y), &row.words.text, theme.strong);
            continue;
        }
        let mut at = (cells(row, widths, y, canvas), y);
        if tall > 1 {
            at = (area.x + GAP + row.margin(), y + 1);
        }
        if at.1 < end && (!is_selected || whole.is_empty()) {
            words(&row.words, at, canvas);
        } else {
            let last = usize::from(end - at.1.min(end)).saturating_sub(1);
            for ((position, line), y) in whole.iter().enumerate().zip(at.1..end) {
                // Words without a row are cut off.
                let until = if position == last {
                    row.words.text.len()
                } else {
                    line.end
                };
                line_of(&row.words, line.start..until, (at.0, y), canvas);
            }
        }
    }
}

/// All words of a row on as many rows as they need.
fn set(row: &ListRow, widths: [u16; 3], area: Rect) -> Vec<Range<usize>> {
    let before = if height_of_row(area) > 1 {
        GAP + row.margin()
    } else {
        let shown = widths.into_iter().filter(|width| *width > 0);
        row.margin() + shown.map(|width| width + GAP).sum::<u16>()
    };
    wrap(&row.words.text, area.width.saturating_sub(before).into())
}

/// How wide each column is, none where it has gone for words of some columns.
fn widths(rows: &[ListRow], room: u16, words: u16) -> [u16; 3] {
    let widest = |column: usize| rows.iter().map(|row| columns(&row.columns[column])).max();
    let mut widths =
        [0, 1, 2].map(|column| u16::try_from(widest(column).unwrap_or(0)).unwrap_or(u16::MAX));
    // One long citation is no reason to move the words of all others.
    widths[CITATION] = widths[CITATION].min((room / 5 * 2).max(24));
    for column in FIRST_TO_GO {
        let shown = widths.iter().filter(|width| **width > 0);
        let margin = rows.iter().map(ListRow::margin).max();
        let taken = shown.fold(margin.unwrap_or(GAP), |taken, width| {
            taken.saturating_add(width + GAP)
        });
        if taken.saturating_add(words) > room {
            widths[column] = 0;
        }
    }
    widths
}

/// Draws the columns of a row; returns the column where its words begin.
fn cells(row: &ListRow, widths: [u16; 3], y: u16, canvas: &mut Canvas<'_>) -> u16 {
    let mut x = canvas.area.x + row.margin();
    for (column, (cell, width)) in row.columns.iter().zip(widths).enumerate() {
        if width > 0 {
            let own = u16::try_from(columns(cell)).unwrap_or(u16::MAX);
            let left = if column == COUNT {
                width.saturating_sub(own)
            } else {
                0
            };
            let end = canvas.line((x + left, y), cell);
            x = end.max(x + width) + GAP;
        }
    }
    x
}

fn words(words: &RowWords, (mut x, y): (u16, u16), canvas: &mut Canvas<'_>) {
    let room = usize::from(canvas.area.right().saturating_sub(x));
    // Before what refers stands what is done with it; a match says enough by itself.
    let share = if words.is_reference { 2 } else { 4 };
    let seen = excerpt(&words.text, words.best.as_ref(), room, share);
    if seen.start > 0 {
        x = canvas.line((x, y), canvas.theme.ellipsis);
    }
    line_of(words, seen, (x, y), canvas);
}

/// Draws some of the words, cut off at the edge.
fn line_of(words: &RowWords, seen: Range<usize>, (x, y): (u16, u16), canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let end = canvas.area.right();
    let set = Piece {
        text: words.text.get(seen.clone()).unwrap_or_default().trim_end(),
        offset: seen.start,
        spans: &words.spans,
        look: if words.is_reference {
            theme.referring
        } else {
            theme.matched
        },
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
/// stand outside, from a word shortly before it, with at most one part in `share` of the room before it; or as far
/// before it as the text still ends in sight.
fn excerpt(text: &str, matched: Option<&Range<usize>>, room: usize, share: usize) -> Range<usize> {
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
        if columns(context) * share > room && !fits(seen, room.saturating_sub(1)) {
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
        let seen = excerpt(text, Some(&(at..at + 10)), 40, 4);
        let to_its_end = "Bank to provide vocational training";
        assert_eq!(text.get(seen), Some(to_its_end));
        let goes_on = [text, " and higher education"].concat();
        let seen = excerpt(&goes_on, Some(&(at..at + 10)), 40, 4);
        let seen = goes_on.get(seen).unwrap();
        assert!(seen.starts_with("provide vocational training"));
        let seen = excerpt(&goes_on, Some(&(at..at + 10)), 40, 2);
        let seen = goes_on.get(seen).unwrap();
        assert!(seen.starts_with("Bank to provide vocational training"));
        let seen = excerpt(text, Some(&(13..20)), 40, 4);
        assert_eq!(seen, 0..text.len());
    }
}
