//! The text beside a list of wordings: two of them, with marks at what the one has and the other has not.
//!
//! The earlier one stands over the later one or, where that is asked for, at its left. A screen of one pane has both in one
//! text. Where all of it has no room, runs of words that both have are left out.

use std::ops::Range;

use crate::analysis::changes::{Marked, WordingLength, joined, parted};
use crate::reader::app::list::Direction;
use crate::reader::app::view::Extent;
use crate::text::counted::counted;
use crate::text::model::Place;
use crate::text::typeset::wrap;

/// Two wordings, the earlier one first, or two languages. One of them may be missing.
#[derive(Clone, Debug, Default)]
pub(super) struct WordingPair {
    /// The paragraphs of each; none of what is missing.
    pub(super) places: [Vec<Place>; 2],
    /// Their texts.
    pub(super) texts: [String; 2],
    /// The position of the one that the row of the list leads to.
    pub(super) selected: usize,
    /// What is to be said of both.
    pub(super) said: Vec<String>,
    /// Whether they are in two languages: then no word of one is one of the other.
    pub(super) is_of_languages: bool,
}

/// How two wordings stand on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WordingLayout {
    /// The earlier one over the later one.
    #[default]
    Over,
    /// The earlier one at the left of the later one, and the pairs of the next rows below.
    Beside,
    /// Both in one text.
    Joined,
}

/// A text as it is set: a wording with its marks, or what is said of two.
#[derive(Clone, Debug, Default)]
pub struct WordingText {
    /// The paragraphs that have it; none of what is said.
    pub places: Vec<Place>,
    /// The text with its marks.
    pub marked: Marked,
    /// Whether the row of the list leads there.
    pub is_selected: bool,
}

/// What stands on a row, in one of its two columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordingCell {
    /// The line over a wording.
    Head(Place),
    /// Words of a text.
    Words {
        /// The position of the text.
        text: usize,
        /// Its bytes.
        range: Range<usize>,
    },
}

/// Columns of a row: the second one only where wordings stand beside each other.
pub type WordingRow = [Option<WordingCell>; 2];

/// Wordings as they are set to rows, and which of these are in sight.
#[derive(Debug, Default)]
pub struct WordDiff {
    layout: WordingLayout,
    heads: Vec<Place>,
    texts: Vec<WordingText>,
    rows: Vec<WordingRow>,
    /// How many of these are those of the row that is selected.
    own_rows: usize,
    top: usize,
    height: usize,
}

/// How wordings are to be set.
#[derive(Clone, Copy)]
pub(super) struct WordingSheet {
    pub(super) layout: WordingLayout,
    /// Whether no words are left out.
    pub(super) is_whole: bool,
    /// The room for each column.
    pub(super) extent: Extent,
}

impl WordDiff {
    /// Sets a pair, and where wordings stand beside each other those behind it as far as there is room.
    pub(super) fn show(
        &mut self,
        pair: &dyn Fn(usize) -> Option<WordingPair>,
        sheet: WordingSheet,
    ) {
        self.clear(sheet);
        let Some(first) = pair(0) else {
            return;
        };
        let columns = sheet.extent.columns;
        self.set(&first, WordingLength::Whole, columns);
        if !sheet.is_whole && self.rows.len() > self.height {
            self.clear(sheet);
            self.set(&first, WordingLength::Folded, columns);
        }
        self.own_rows = self.rows.len();
        for next in 1.. {
            if self.layout != WordingLayout::Beside || self.rows.len() >= self.height {
                break;
            }
            let Some(mut next) = pair(next) else {
                break;
            };
            next.selected = usize::MAX;
            self.rows.push(WordingRow::default());
            self.set(&next, WordingLength::Whole, columns);
        }
    }

    fn clear(&mut self, sheet: WordingSheet) {
        *self = Self {
            layout: sheet.layout,
            height: sheet.extent.rows,
            ..Self::default()
        };
    }

    fn set(&mut self, pair: &WordingPair, length: WordingLength, columns: usize) {
        let mut set: [Vec<WordingCell>; 2] = Default::default();
        let sides = pair.sides(self.layout, length);
        if self.heads.is_empty() {
            let is_named =
                |side: &usize| self.layout != WordingLayout::Over || sides[*side].is_some();
            let named = (0..2).filter(is_named);
            self.heads = named
                .filter_map(|side| pair.places[side].first())
                .copied()
                .collect();
        }
        for (side, marked) in sides.into_iter().enumerate() {
            let Some(marked) = marked else {
                continue;
            };
            let places = pair.places[side].clone();
            let text = WordingText {
                places,
                marked,
                is_selected: side == pair.selected || self.layout == WordingLayout::Joined,
            };
            set[side] = self.cells(text, columns);
        }
        match self.layout {
            WordingLayout::Beside => self.place_beside(set),
            WordingLayout::Over | WordingLayout::Joined => self.place_over(set),
        }
        for said in &pair.said {
            let said = WordingText {
                marked: Marked::unchanged(said),
                ..WordingText::default()
            };
            let cells = self.cells(said, columns);
            self.place_beside([cells, Vec::new()]);
        }
    }

    /// The rows of a text.
    fn cells(&mut self, text: WordingText, columns: usize) -> Vec<WordingCell> {
        let position = self.texts.len();
        let ranges = wrap(&text.marked.text, columns).into_iter();
        self.texts.push(text);
        let cell = |range| WordingCell::Words {
            text: position,
            range,
        };
        ranges.map(cell).collect()
    }

    fn place_beside(&mut self, [from, to]: [Vec<WordingCell>; 2]) {
        let height = from.len().max(to.len());
        let (mut from, mut to) = (from.into_iter(), to.into_iter());
        let rows = (0..height).map(|_| [from.next(), to.next()]);
        self.rows.extend(rows);
    }

    /// The later one below a line of its own.
    fn place_over(&mut self, [from, to]: [Vec<WordingCell>; 2]) {
        if let (false, false, Some(&head)) = (from.is_empty(), to.is_empty(), self.heads.get(1)) {
            self.place_beside([from, Vec::new()]);
            let head = [Some(WordingCell::Head(head)), None];
            self.rows.extend([WordingRow::default(), head]);
            return self.place_beside([to, Vec::new()]);
        }
        self.place_beside([from, Vec::new()]);
        self.place_beside([to, Vec::new()]);
    }

    /// Scrolls by rows, down if positive; false at an end.
    pub(super) fn scroll(&mut self, rows: isize) -> bool {
        let last = self.rows.len().saturating_sub(self.height.max(1));
        let top = self.top.saturating_add_signed(rows).min(last);
        std::mem::replace(&mut self.top, top) != top
    }

    /// Brings the next change that is out of sight into sight; false where there is none.
    pub(super) fn walk_changes(&mut self, direction: Direction) -> bool {
        let seen = self.top..self.top + self.height.max(1);
        let mut below = (seen.end..self.own_rows).filter(|&row| self.has_change(row));
        let mut above = (0..seen.start).rev().filter(|&row| self.has_change(row));
        let next = match direction {
            Direction::Onward => below.next(),
            Direction::Back => above.next(),
        };
        let Some(row) = next else {
            return false;
        };
        let to = row.saturating_sub(self.height / 3);
        self.scroll(to.cast_signed() - self.top.cast_signed())
    }

    /// Whether a mark begins or ends on a row.
    fn has_change(&self, row: usize) -> bool {
        self.rows[row].iter().flatten().any(|cell| match cell {
            WordingCell::Head(_) => false,
            WordingCell::Words { text, range } => {
                let spans = &self.texts[*text].marked.spans;
                spans
                    .iter()
                    .any(|span| span.start < range.end && range.start < span.end)
            }
        })
    }

    /// Names other paragraphs over the rows.
    pub(super) fn head(&mut self, heads: [Place; 2]) {
        self.heads = heads.to_vec();
    }

    /// How they stand.
    pub fn layout(&self) -> WordingLayout {
        self.layout
    }

    /// The paragraphs whose resolutions the lines over the rows name.
    pub fn heads(&self) -> &[Place] {
        &self.heads
    }

    /// What is set.
    pub fn texts(&self) -> &[WordingText] {
        &self.texts
    }

    /// The rows from the first one in sight on.
    pub fn rows(&self) -> &[WordingRow] {
        self.rows.get(self.top..).unwrap_or_default()
    }
}

impl WordingPair {
    /// The texts with their marks, as a layout has them; none where there is none, or where it would say the same again.
    fn sides(&self, layout: WordingLayout, length: WordingLength) -> [Option<Marked>; 2] {
        let [from, to] = &self.texts;
        if self.is_of_languages || self.places.iter().any(Vec::is_empty) {
            let plain = |side: usize| {
                let is_there = !self.places[side].is_empty();
                is_there.then(|| Marked::unchanged(&self.texts[side]))
            };
            return [plain(0), plain(1)];
        }
        let parted = parted(from, to, length);
        let is_one = parted.iter().all(|side| side.spans.is_empty());
        match (layout, parted) {
            (WordingLayout::Beside, [from, to]) => [Some(from), Some(to)],
            (_, [from, _]) if is_one && self.selected == 0 => [Some(from), None],
            (_, [_, to]) if is_one => [None, Some(to)],
            (WordingLayout::Over, [from, to]) => [Some(from), Some(to)],
            (WordingLayout::Joined, _) => [None, Some(joined(from, to, length))],
        }
    }
}

/// How many words are gone and new in two wordings, in words.
pub(super) fn counted_changes(from: &str, to: &str) -> Option<String> {
    let [gone, new] = parted(from, to, WordingLength::Whole).map(|side| {
        let marked = side
            .spans
            .iter()
            .filter_map(|span| side.text.get(span.clone()));
        marked
            .map(|words| words.split_whitespace().count())
            .sum::<usize>()
    });
    (gone + new > 0).then(|| format!("{} gone, {new} new", counted(gone, "word")))
}
