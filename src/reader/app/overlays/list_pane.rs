//! A list: what has rows in it, in which order, and the text of the selected row.

mod kinds;
mod moves;
mod narrowed;
mod rows;
mod turned;

pub(super) use kinds::pair;
use kinds::shown;
pub use kinds::{ListKind, ListOrder, ListSide, Titles};
use narrowed::RowFilter;

use super::preview::Preview;
use super::prompt::Prompt;
use super::references::ReferenceRow;
use super::word_diff::{WordDiff, WordingLayout, WordingSheet};
use crate::reader::app::list::Cursor;
use crate::reader::app::view::{Layout, Viewport};
use crate::reader::keep::Mark;
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Place, ResolutionId};

/// What the rows of a list are looked up in.
pub struct ListGround<'a> {
    /// Where places are.
    pub corpus: &'a Corpus,
    /// The marks, in the order in which they were set.
    pub marks: &'a [Mark],
    /// What there is room for.
    pub view: Viewport,
    /// Whether wordings are to stand beside each other.
    pub is_beside: bool,
}

/// An open list.
#[derive(Debug)]
pub struct ListPane {
    listed: ListKind,
    /// The resolution that it was asked of.
    open: ResolutionId,
    order: ListOrder,
    side: ListSide,
    /// Whether the selected row has all of its words.
    is_whole: bool,
    /// Positions in what is listed, in the order that is shown.
    rows: Vec<usize>,
    cursor: Cursor,
    preview: Preview,
    /// What stands beside it in place of a preview, where its rows are wordings.
    wordings: WordDiff,
    /// Whether these stand beside each other, below the list.
    is_beside: bool,
    /// What narrows the list.
    prompt: Prompt,
    /// Whether this is being typed over a list that is no prompt.
    is_typing: bool,
    /// What the rows of a list that is no prompt are found by, once it is narrowed.
    filter: Option<RowFilter>,
    /// How many rows there are, whatever narrows them.
    count: usize,
    /// How many acts would be left as well, if what comes again and again had a day.
    recurring: usize,
    /// What is said of operators that name nothing.
    absent: Vec<String>,
}

impl ListPane {
    /// A list with its first row selected.
    pub(super) fn of(listed: ListKind, open: ResolutionId, from: &ListGround<'_>) -> Self {
        let mut pane = Self {
            listed,
            open,
            order: ListOrder::Usual,
            side: ListSide::All,
            is_whole: false,
            rows: Vec::new(),
            cursor: Cursor::default(),
            preview: Preview::default(),
            wordings: WordDiff::default(),
            is_beside: false,
            prompt: Prompt::default(),
            is_typing: false,
            filter: None,
            count: 0,
            recurring: 0,
            absent: Vec::new(),
        };
        pane.lay(from);
        pane
    }

    /// Puts the rows in order, and selects the one at the position of the cursor.
    pub(super) fn lay(&mut self, from: &ListGround<'_>) {
        self.filter = None;
        self.lay_again(from);
    }

    /// Shows the acts that are listed from where they are to begin.
    fn begin(&mut self, from: &ListGround<'_>) {
        self.lay(from);
        if let ListKind::Actions(list) = &self.listed {
            let start = list.start(from.corpus);
            let mut rows = self.rows.iter();
            self.cursor.at = rows.position(|&row| row == start).unwrap_or_default();
            self.look(from);
        }
    }

    /// Whether its rows are wordings, which stand beside it with what changed.
    pub fn is_of_wordings(&self) -> bool {
        matches!(self.listed, ListKind::Trace(_) | ListKind::Comparison(_))
    }

    /// Whether wordings stand beside each other, below the list.
    pub fn is_beside(&self) -> bool {
        self.is_beside
    }

    /// How many of its rows are in sight.
    pub fn height(&self, view: Viewport) -> usize {
        if self.is_beside {
            view.beside_list
        } else {
            view.list
        }
    }

    /// Scrolls the wordings beside the list.
    pub(in crate::reader::app) fn scroll_wordings(&mut self, rows: isize) {
        self.wordings.scroll(rows);
    }

    /// The text beside the list, to be scrolled.
    pub(in crate::reader::app) fn preview_mut(&mut self) -> &mut Preview {
        &mut self.preview
    }

    /// Whether the rows are references, of which some lead nowhere.
    pub(super) fn is_of_references(&self) -> bool {
        matches!(self.listed, ListKind::References(_))
    }

    /// Why the selected reference leads nowhere.
    pub(super) fn refusal(&self) -> Option<String> {
        let (ListKind::References(list), Some(row)) = (&self.listed, self.selected()) else {
            return None;
        };
        match list.row(row)? {
            ReferenceRow::Referring(one) => {
                let said = one.said.as_deref().unwrap_or_default();
                Some(format!("{}: {said}", one.referent))
            }
            _ => None,
        }
    }

    /// Whether the rows are acts.
    pub fn is_of_acts(&self) -> bool {
        matches!(self.listed, ListKind::Actions(_))
    }

    /// Whether rows are still being looked for.
    pub(super) fn is_looking(&self) -> bool {
        match &self.listed {
            ListKind::References(list) => list.citing().is_none(),
            ListKind::Actions(list) => list.is_looking(),
            _ => false,
        }
    }

    /// Looks for further rows as long as `is_time`; they are shown once all are found.
    pub(super) fn look_up(
        &mut self,
        is_time: &mut dyn FnMut() -> bool,
        from: &ListGround<'_>,
    ) -> Result<(), ReadError> {
        let (all, is_done) = match &mut self.listed {
            ListKind::References(list) => {
                let all = list.look_up(from.corpus, is_time);
                (all, list.citing().is_some())
            }
            ListKind::Actions(list) => {
                let all = list.look_up(from.corpus, is_time);
                (all, !list.is_looking())
            }
            _ => return Ok(()),
        };
        if is_done && self.is_of_acts() {
            self.begin(from);
        } else if is_done {
            self.lay(from);
        }
        all
    }

    /// Shows the selected row and its text.
    pub(in crate::reader::app) fn look(&mut self, from: &ListGround<'_>) {
        let below = (self.cursor.at..self.rows.len()).find(|&at| !self.is_heading(at));
        let at = below.unwrap_or(self.cursor.at);
        self.is_beside = from.is_beside && self.is_of_wordings() && from.view.beside.columns > 0;
        let height = self.height(from.view);
        self.cursor.select(at, self.rows.len(), height);
        if at > 0 && self.is_heading(at - 1) && height > 1 {
            self.cursor.top = self.cursor.top.min(at - 1);
        }
        let leads_to = self.place(from);
        let (place, highlights) = shown(&self.listed, self.selected(), leads_to);
        let (marks, corpus) = (from.marks, from.corpus);
        self.preview
            .show(place, &highlights, marks, corpus, from.view);
        if self.is_of_wordings() {
            self.show_wordings(from);
        }
    }

    /// Shows the wordings of the selected row.
    fn show_wordings(&mut self, from: &ListGround<'_>) {
        let (layout, extent) = match from.view.layout {
            _ if self.is_beside => (WordingLayout::Beside, from.view.beside),
            Layout::Single => (WordingLayout::Joined, from.view.preview),
            _ => (WordingLayout::Over, from.view.preview),
        };
        let sheet = WordingSheet {
            layout,
            is_whole: self.is_whole,
            extent,
        };
        let ahead = |rows: usize| match &self.listed {
            ListKind::Trace(_) if rows > 0 => None,
            listed => pair(
                listed,
                *self.rows.get(self.cursor.at + rows)?,
                self.open,
                from.corpus,
            ),
        };
        self.wordings.show(&ahead, sheet);
        if let (true, ListKind::Comparison(compared)) = (self.is_beside, &self.listed) {
            self.wordings.head(compared.of.map(|id| Place::new(id, 0)));
        }
    }

    /// The wordings beside the list.
    pub fn wordings(&self) -> &WordDiff {
        &self.wordings
    }

    /// The position of the selected row in what is listed; none in an empty list.
    pub fn selected(&self) -> Option<usize> {
        self.rows.get(self.cursor.at).copied()
    }

    /// Where the selected row leads, if that is still here.
    pub(super) fn place(&self, from: &ListGround<'_>) -> Option<Place> {
        self.place_at(self.selected()?, from)
    }

    /// The resolution that it was asked of: the open one, or that of a row of the list beneath.
    pub fn open(&self) -> ResolutionId {
        self.open
    }

    /// What has rows here.
    pub fn listed(&self) -> &ListKind {
        &self.listed
    }

    /// Positions in what is listed, in the order that is shown.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The selected row and the first in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The text beside the list.
    pub fn preview(&self) -> &Preview {
        &self.preview
    }

    /// What is listed, and in words how it is ordered.
    pub fn said(&self) -> (&'static str, &'static str) {
        const BY_TEXT: &str = "in the order of the texts";
        let (name, orders) = match self.listed {
            ListKind::Marks => ("Marks", [BY_TEXT, "as they were set"]),
            ListKind::Hits(_) => ("Hits", ["best first", BY_TEXT]),
            ListKind::Languages(_) => ("Languages", ["as they were read", "the last first"]),
            ListKind::Places(_) => ("Places", ["newest first", "oldest first"]),
            ListKind::Outline(_) => ("Outline", ["", ""]),
            ListKind::Resolutions(_) => ("Resolutions", ["newest first", "oldest first"]),
            ListKind::Quotes(..) => ("Quote", ["", ""]),
            ListKind::References(_) => ("References", ["oldest first", "newest first"]),
            ListKind::Actions(..) => ("Actions", ["by date", BY_TEXT]),
            ListKind::Trace(ref list) if list.is_line() => {
                ("Line", ["newest first", "oldest first"])
            }
            ListKind::Trace(_) => ("Wording", ["oldest first", "newest first"]),
            ListKind::Comparison(_) => ("Compared", ["", ""]),
        };
        let order = match self.order {
            ListOrder::Usual => 0,
            ListOrder::Other => 1,
        };
        (name, orders[order])
    }
}
