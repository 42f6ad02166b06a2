//! The text pane: a page, and which of its rows are in sight.

use super::view::Extent;
use crate::text::corpus::Corpus;
use crate::text::model::{Resolution, ResolutionId};
use crate::text::typeset::columns;
use crate::text::typeset::page::{Of, Page, PageRow, ReadersNote, TitlePlace};

/// A page that is scrolled.
#[derive(Debug, Default)]
pub struct TextPane {
    resolution: Option<ResolutionId>,
    page: Page,
    top: usize,
    rows: usize,
    /// The words that the last resize kept at the top, and the row they stood on then. Both hold until the
    /// text is scrolled, so that a screen that goes back to its size shows the same again.
    kept: Option<(Anchor, usize)>,
}

/// The words at the top, however wide the page is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    of: Of,
    byte: usize,
    /// Blank rows before them.
    above: usize,
}

impl TextPane {
    /// Sets a resolution for an extent; does nothing if it is set so already. A page of the same
    /// resolution keeps the words at its top.
    pub fn set(
        &mut self,
        id: ResolutionId,
        resolution: &Resolution,
        extent: Extent,
        title: TitlePlace,
        notes: &[ReadersNote],
    ) {
        // A terminal may have no rows: the page then still begins with one of its own.
        self.rows = extent.rows.max(1);
        let same = self.resolution == Some(id);
        let anchor = self.anchor().filter(|_| same);
        if !same || !self.page.is_set(extent.columns, title, notes) {
            self.page = Page::set_with_notes(resolution, extent.columns, title, notes);
            self.resolution = Some(id);
        }
        self.top = anchor.map_or(0, |anchor| self.top_at(anchor));
        self.kept = anchor.map(|anchor| (anchor, self.top));
    }

    /// The page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The first row in sight.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The passage of the first row of text in sight; none where that is a title or stands over a part.
    pub fn first_in_sight(&self) -> Option<usize> {
        let mut rows = self.page.rows.iter().skip(self.top);
        rows.find(|row| row.of != Of::Space)?.of.passage()
    }

    /// The words at the top; none of an empty page.
    pub fn anchor(&self) -> Option<Anchor> {
        let kept = self.kept.filter(|(_, top)| *top == self.top);
        kept.map(|(anchor, _)| anchor).or_else(|| {
            let mut rows = self.page.rows.iter().skip(self.top).enumerate();
            let (above, row) = rows.find(|(_, row)| row.of != Of::Space)?;
            Some(Anchor {
                of: row.of,
                byte: row.range.start,
                above,
            })
        })
    }

    /// Scrolls back to how the page stood, with a row of this passage in sight.
    pub fn restore(&mut self, anchor: Anchor, passage: usize) {
        self.top = self.top_at(anchor);
        if self.passage_in_sight(passage) != passage {
            self.jump(passage);
        }
    }

    /// Where the page is scrolled to with these words at the top.
    fn top_at(&self, anchor: Anchor) -> usize {
        let holds = |row: &PageRow| {
            row.of == anchor.of && (row.range.end > anchor.byte || row.range.is_empty())
        };
        let row = self.page.rows.iter().position(holds);
        // A note that stood there may be gone.
        let row = row.unwrap_or_else(|| {
            let passage = anchor.of.passage();
            passage.map_or(0, |passage| self.page.rows_of(passage).start)
        });
        row.saturating_sub(anchor.above).min(self.last_top())
    }

    fn last_top(&self) -> usize {
        self.page.rows.len().saturating_sub(self.rows)
    }

    /// True if the whole passage is in sight, or as much of it as there are rows.
    fn shows(&self, passage: usize) -> bool {
        let rows = self.page.rows_of(passage);
        rows.start >= self.top && rows.end <= self.top + self.rows
    }

    /// Brings a passage into sight on the way down or up: reading on, it comes to the top; going back,
    /// to the bottom. Most moves then scroll nothing.
    pub fn follow(&mut self, passage: usize) {
        if self.shows(passage) {
            return;
        }
        let rows = self.page.rows_of(passage);
        let top = if rows.start < self.top && rows.len() <= self.rows {
            rows.end.saturating_sub(self.rows)
        } else {
            rows.start
        };
        self.top = top.min(self.last_top());
    }

    /// Brings a passage into sight after a jump: below as much of what stands before it as is whole
    /// paragraphs and takes no more than a third of the screen.
    pub fn jump(&mut self, passage: usize) {
        if self.shows(passage) {
            return;
        }
        let rows = self.page.rows_of(passage);
        let room = (self.rows / 3).min(self.rows.saturating_sub(rows.len()));
        let above = (0..=passage)
            .map(|above| self.page.rows_of(above).start)
            .find(|start| start + room >= rows.start)
            .unwrap_or(rows.start);
        self.top = above.min(self.last_top());
    }

    /// Brings a byte of a passage into sight, for a passage longer than the screen.
    pub fn reveal(&mut self, passage: usize, byte: usize) {
        let rows = self.page.rows_of(passage);
        let row = rows
            .clone()
            .find(|&row| self.page.rows[row].range.end > byte)
            .unwrap_or(rows.start);
        if row < self.top || row >= self.top + self.rows {
            self.top = row.saturating_sub(self.rows / 3).min(self.last_top());
        }
    }

    /// Brings the end of a passage into sight, where what the reader wrote to it stands.
    pub fn reveal_end(&mut self, passage: usize) {
        self.follow(passage);
        let end = self.page.rows_of(passage).end;
        self.top = self.top.max(end.saturating_sub(self.rows));
    }

    /// Scrolls by rows, down if positive; the passage that is current then.
    pub fn scroll(&mut self, rows: isize, current: usize) -> usize {
        let top = self.top.saturating_add_signed(rows).min(self.last_top());
        if top == self.top {
            // At an end of the page there is nothing to scroll: the move goes to its last passage.
            let last = self.page.passage_at(self.page.rows.len());
            return match rows {
                2.. => last,
                ..=-2 => 0,
                _ => current,
            };
        }
        self.top = top;
        self.passage_in_sight(current)
    }

    /// The current passage if a row of it is in sight, else the first that begins there.
    fn passage_in_sight(&self, current: usize) -> usize {
        let rows = self.page.rows_of(current);
        if rows.start < self.top + self.rows && rows.end > self.top {
            return current;
        }
        let first = self.page.rows[self.top..]
            .iter()
            .find_map(|row| match row.of {
                Of::Passage(passage) => Some(passage),
                _ => None,
            });
        first.unwrap_or(current)
    }

    /// Scrolls on within a passage longer than the screen; false if its end is in sight.
    pub fn read_on(&mut self, passage: usize) -> bool {
        let end = self.page.rows_of(passage).end;
        let bottom = self.top + self.rows;
        if end <= bottom || self.page.rows_of(passage).start > self.top + 1 {
            return false;
        }
        self.top =
            (self.top + self.rows.saturating_sub(2).max(1)).min(end.saturating_sub(self.rows));
        true
    }

    /// Scrolls back within a passage longer than the screen; false if its beginning is in sight.
    pub fn read_back(&mut self, passage: usize) -> bool {
        let rows = self.page.rows_of(passage);
        if rows.start >= self.top || rows.end <= self.top {
            return false;
        }
        self.top = self
            .top
            .saturating_sub(self.rows.saturating_sub(2).max(1))
            .max(rows.start);
        true
    }
}

/// On the page if the `room` columns of the line over the text are too few for the title.
pub(super) fn title_place(corpus: &Corpus, id: ResolutionId, room: usize) -> TitlePlace {
    let title = corpus.title_or_topic(id).unwrap_or_default();
    let day = corpus.adopted(id);
    let day = day.map_or(0, |day| 3 + columns(day.short().trim_start()));
    if columns(&corpus.symbol_and_language(id)) + 2 + columns(&title) + day > room {
        TitlePlace::OnPage
    } else {
        TitlePlace::OverPage
    }
}
