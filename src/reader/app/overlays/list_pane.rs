//! A list: what has rows in it, in which order, and the text of the selected row.

mod narrowed;

use narrowed::RowFilter;

use super::acts::ActList;
use super::compared::Comparison;
use super::contents::Contents;
use super::preview::{Highlights, Preview, place_of};
use super::prompt::Prompt;
use super::references::{ReferenceList, ReferenceRow};
use super::traced::TraceList;
use super::word_diff::{WordDiff, WordingLayout, WordingPair, WordingSheet};
use crate::export::{Quotation, QuoteStyle};
use crate::reader::app::list::{Cursor, CursorStep, Direction};
use crate::reader::app::recall;
use crate::reader::app::view::{Layout, Viewport};
use crate::reader::keep::Mark;
use crate::search::Hit;
use crate::text::corpus::{Corpus, DayOrder, ReadError, Resolved, TitleWords};
use crate::text::model::{Place, ResolutionId};
use crate::text::sorting::sort_by_key;

/// What a list has rows of.
#[derive(Clone, Debug, PartialEq)]
pub enum ListKind {
    /// The marks of the reader.
    Marks,
    /// What the last search found, best first.
    Hits(Vec<Hit>),
    /// Where the reader was, the latest first.
    Places(Vec<Place>),
    /// A place of the open resolution in each of its languages.
    Languages(Vec<Place>),
    /// The resolutions of the corpus, by their days, narrowed by words.
    Resolutions(Titles),
    /// The outline of the open resolution, narrowed by words.
    Outline(Contents),
    /// What is to be quoted, in every style that there is for it.
    Quotes(Resolved, Vec<Quotation>),
    /// What a paragraph refers to, and who refers to it.
    References(Box<ReferenceList>),
    /// What the open resolution does, as it was open then; or what is due in all.
    Actions(Box<ActList>),
    /// The wordings of a paragraph.
    Trace(Box<TraceList>),
    /// Two resolutions paragraph by paragraph.
    Comparison(Box<Comparison>),
}

/// Resolutions in the order of a list, each with the words that it is found by.
#[derive(Clone, Debug, PartialEq)]
pub struct Titles {
    ids: Vec<ResolutionId>,
    words: Vec<String>,
}

impl Titles {
    pub(super) fn of(corpus: &Corpus, order: DayOrder) -> Self {
        let ids = corpus.by_day(order);
        let words = ids.iter().map(|&id| corpus.title_words(id)).collect();
        Self { ids, words }
    }

    /// The resolution at a position.
    pub fn id(&self, at: usize) -> ResolutionId {
        self.ids[at]
    }

    /// How many there are, whatever narrows them.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// Those that what was typed leaves.
    fn left(&self, typed: &str) -> Vec<usize> {
        let typed = TitleWords::read(typed);
        let fits = |at: &usize| typed.fit(&self.words[*at]);
        (0..self.count()).filter(fits).collect()
    }
}

/// In which of its two orders a list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// The one that it opens with.
    #[default]
    Usual,
    /// The other one.
    Other,
}

/// Which of its rows a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListSide {
    /// All of them.
    #[default]
    All,
    /// Those in the open resolution.
    Here,
    /// Those that changed.
    Changed,
}

/// What the rows of a list are looked up in.
pub struct ListGround<'a> {
    /// Where places are.
    pub corpus: &'a Corpus,
    /// The marks, in the order in which they were set.
    pub marks: &'a [Mark],
    /// The open resolution.
    pub open: ResolutionId,
    /// What there is room for.
    pub view: Viewport,
    /// Whether wordings are to stand beside each other.
    pub is_beside: bool,
}

/// An open list.
#[derive(Debug)]
pub struct ListPane {
    listed: ListKind,
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
    /// What is said of operators that name nothing.
    absent: Vec<String>,
}

impl ListPane {
    /// A list with its first row selected.
    pub(super) fn of(listed: ListKind, from: &ListGround<'_>) -> Self {
        let mut pane = Self {
            listed,
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

    /// The same where what is listed did not change.
    fn lay_again(&mut self, from: &ListGround<'_>) {
        self.rows = match &self.listed {
            ListKind::Marks => (0..from.marks.len()).collect(),
            ListKind::Hits(hits) => (0..hits.len()).collect(),
            ListKind::Places(places) | ListKind::Languages(places) => (0..places.len()).collect(),
            ListKind::Resolutions(titles) => titles.left(self.prompt.text()),
            ListKind::Outline(contents) => contents.left(self.prompt.text()),
            ListKind::Quotes(_, quotations) => (0..quotations.len()).collect(),
            ListKind::References(list) => (0..list.count()).collect(),
            ListKind::Actions(list) => (0..list.acts().len()).collect(),
            ListKind::Trace(list) => (0..list.wordings.len()).collect(),
            ListKind::Comparison(compared) => (0..compared.rows.len()).collect(),
        };
        match (&self.listed, self.order) {
            (ListKind::Marks, ListOrder::Usual) | (ListKind::Hits(_), ListOrder::Other) => {
                let places: Vec<_> = (0..self.rows.len())
                    .map(|row| self.place_at(row, from))
                    .collect();
                // What is no longer here stands at the end.
                sort_by_key(&mut self.rows, |&row| (places[row].is_none(), places[row]));
            }
            (
                ListKind::Places(_) | ListKind::Languages(_) | ListKind::Trace(_),
                ListOrder::Other,
            ) => {
                self.rows.reverse();
            }
            (ListKind::Actions(list), ListOrder::Other) => {
                let acts = list.acts();
                sort_by_key(&mut self.rows, |&row| acts[row].place);
            }
            (ListKind::Comparison(compared), ListOrder::Other) => {
                sort_by_key(&mut self.rows, |&row| {
                    let from = compared.rows[row].from.first().copied();
                    (from.is_none(), from)
                });
            }
            (ListKind::References(list), ListOrder::Other) => {
                self.rows[list.second_heading() + 1..].reverse();
            }
            _ => {}
        }
        if self.side != ListSide::All {
            let rows = self.rows.iter().copied();
            let shown: Vec<_> = rows.filter(|&row| self.is_on_side(row, from)).collect();
            if shown.is_empty() {
                self.side = ListSide::All;
            } else {
                self.rows = shown;
            }
        }
        self.leave_narrowed(from);
        self.look(from);
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

    /// Turns from all wordings of a paragraph to those in its line of renewals, or back; the paragraph is selected.
    ///
    /// # Errors
    /// There is none in its line, in words.
    pub(super) fn turn_to_line(&mut self, from: &ListGround<'_>) -> Result<(), String> {
        let ListKind::Trace(list) = &mut self.listed else {
            return Ok(());
        };
        list.turn(from.corpus)?;
        let own = list.place();
        self.lay(from);
        self.select(Some(own), from);
        Ok(())
    }

    /// Gives each paragraph that the selected row stands for a row of its own. False where it is one.
    pub(super) fn unfold(&mut self, from: &ListGround<'_>) -> bool {
        let (selected, place) = (self.selected(), self.place(from));
        let (Some(row), ListKind::Trace(list)) = (selected, &mut self.listed) else {
            return false;
        };
        let is_folded = list.unfold(row, from.corpus);
        if is_folded {
            self.lay(from);
            self.select(place, from);
        }
        is_folded
    }

    /// Selects the row that leads to a place, or else the first.
    fn select(&mut self, place: Option<Place>, from: &ListGround<'_>) {
        let mut places = self.rows.iter().map(|&row| self.place_at(row, from));
        self.cursor.at = places.position(|one| one == place).unwrap_or_default();
        self.look(from);
    }

    /// Whether a row is one of those that are shown.
    fn is_on_side(&self, row: usize, from: &ListGround<'_>) -> bool {
        match self.side {
            ListSide::All => true,
            ListSide::Changed => self.is_changed(row),
            ListSide::Here => {
                let place = self.place_at(row, from);
                place.is_some_and(|place| place.resolution == from.open)
            }
        }
    }

    /// Turns to some of the rows, or to all; the selected row stays selected if it is among them. False if
    /// none is there.
    pub(super) fn turn_over(&mut self, from: &ListGround<'_>) -> bool {
        if let ListKind::Actions(list) = &mut self.listed {
            let selected = self.rows.get(self.cursor.at);
            let selected = selected.and_then(|&row| list.acts().get(row));
            let (is_all, selected) = (!list.is_all(), selected.map(|act| act.place));
            list.turn(is_all, selected, from.corpus);
            self.begin(from);
            return true;
        }
        let some = match self.listed {
            ListKind::Marks | ListKind::Hits(_) | ListKind::Places(_) => ListSide::Here,
            ListKind::Comparison(_) => ListSide::Changed,
            _ => return true,
        };
        let selected = self.selected();
        let other = match self.side {
            ListSide::All => some,
            _ => ListSide::All,
        };
        self.side = other;
        self.lay(from);
        let mut rows = self.rows.iter();
        let at = rows.position(|&row| Some(row) == selected);
        self.cursor.at = at.unwrap_or_default();
        self.look(from);
        self.side == other
    }

    /// Shows all words of the selected row, or no more than have room on its own. Where its rows are wordings, it is
    /// the text beside them that has all of its words.
    pub(super) fn show_whole_words(&mut self, from: &ListGround<'_>) {
        self.is_whole = !self.is_whole;
        if self.is_of_wordings() {
            self.look(from);
        }
    }

    /// Whether the selected row has all of its words.
    pub fn is_whole(&self) -> bool {
        self.is_whole && !self.is_of_wordings()
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

    /// Brings the next change into sight: of this row, or of the next one that has any. False where there is none.
    pub(super) fn walk_changes(&mut self, direction: Direction, from: &ListGround<'_>) -> bool {
        if self.wordings.walk_changes(direction) {
            return true;
        }
        let at = self.cursor.at;
        let is_changed = |row: &usize| self.is_changed(self.rows[*row]);
        let next = match direction {
            Direction::Onward => (at + 1..self.rows.len()).find(is_changed),
            Direction::Back => (0..at).rev().find(is_changed),
        };
        if let Some(row) = next {
            self.put(row, from);
        }
        next.is_some()
    }

    /// Whether a row has a change.
    fn is_changed(&self, row: usize) -> bool {
        match &self.listed {
            ListKind::Trace(list) => list.is_changed(row),
            ListKind::Comparison(compared) => compared.is_changed(row),
            _ => false,
        }
    }

    /// Which rows are shown.
    pub fn side(&self) -> ListSide {
        self.side
    }

    /// Turns to the other order; the selected row stays selected.
    pub(super) fn turn(&mut self, from: &ListGround<'_>) {
        let selected = self.place(from);
        self.order = match self.order {
            ListOrder::Usual => ListOrder::Other,
            ListOrder::Other => ListOrder::Usual,
        };
        if let ListKind::Resolutions(titles) = &mut self.listed {
            *titles = Titles::of(
                from.corpus,
                match self.order {
                    ListOrder::Usual => DayOrder::Newest,
                    ListOrder::Other => DayOrder::Oldest,
                },
            );
        }
        self.lay(from);
        self.select(selected, from);
    }

    /// Selects the quotation of a style, if there is one.
    pub(super) fn select_style(&mut self, style: QuoteStyle, from: &ListGround<'_>) {
        if let ListKind::Quotes(_, quotations) = &self.listed {
            let mut styles = quotations.iter().map(|quotation| quotation.style);
            self.cursor.at = styles.position(|one| one == style).unwrap_or_default();
            self.look(from);
        }
    }

    /// Selects a row.
    pub(in crate::reader::app) fn put(&mut self, row: usize, from: &ListGround<'_>) {
        self.cursor.at = row;
        self.look(from);
    }

    /// Scrolls by rows, down if positive; another row is selected where the one that is would leave the sight.
    pub(in crate::reader::app) fn scroll(&mut self, rows: isize, from: &ListGround<'_>) {
        let selected = self.cursor.at;
        let height = self.height(from.view);
        self.cursor.scroll(rows, self.rows.len(), height);
        if self.cursor.at != selected {
            self.look(from);
        }
    }

    /// The text beside the list, to be scrolled.
    pub(in crate::reader::app) fn preview_mut(&mut self) -> &mut Preview {
        &mut self.preview
    }

    /// Selects another row.
    pub(super) fn step(&mut self, step: CursorStep, from: &ListGround<'_>) {
        let height = self.height(from.view);
        self.cursor.step(step, self.rows.len(), height);
        if let (CursorStep::Up(_), true) = (step, self.is_heading(self.cursor.at)) {
            let above = (0..self.cursor.at).rev().find(|&at| !self.is_heading(at));
            self.cursor.at = above.unwrap_or(self.cursor.at);
        }
        self.look(from);
    }

    /// Selects the first row below the other heading, if there is one.
    pub(super) fn step_to_other_heading(&mut self, from: &ListGround<'_>) {
        let ListKind::References(list) = &self.listed else {
            return;
        };
        let second = list.second_heading();
        let second = self.rows.iter().position(|&row| row == second);
        let second = second.unwrap_or_default();
        let to = if self.cursor.at < second { second } else { 0 };
        if to + 1 < self.rows.len() && !self.is_heading(to + 1) {
            self.cursor.at = to + 1;
            self.look(from);
        }
    }

    /// Whether there is a heading at a position in the order that is shown: it is not selected.
    fn is_heading(&self, at: usize) -> bool {
        self.rows
            .get(at)
            .is_some_and(|&row| self.is_heading_row(row))
    }

    fn is_heading_row(&self, row: usize) -> bool {
        let ListKind::References(list) = &self.listed else {
            return false;
        };
        matches!(list.row(row), Some(ReferenceRow::Heading(_)))
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
                from.open,
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

    fn place_at(&self, row: usize, from: &ListGround<'_>) -> Option<Place> {
        match &self.listed {
            ListKind::Marks => recall::place_of(from.corpus, &from.marks.get(row)?.at),
            ListKind::Hits(hits) => place_of(hits.get(row)?.subject, from.corpus),
            ListKind::Places(places) | ListKind::Languages(places) => places.get(row).copied(),
            ListKind::Resolutions(titles) => Some(Place::new(titles.id(row), 0)),
            ListKind::Outline(contents) => Some(contents.place(row)),
            ListKind::Quotes(..) => None,
            ListKind::References(list) => list.row(row)?.place(),
            ListKind::Actions(list) => list.acts().get(row).map(|act| act.place),
            ListKind::Trace(list) => list.wordings.get(row).map(|one| one.place),
            ListKind::Comparison(compared) => compared.place(row, from.open),
        }
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

/// What is shown beside a row that leads to a place, and what is highlighted there. A reference that leads nowhere is
/// shown where it stands.
fn shown(
    listed: &ListKind,
    row: Option<usize>,
    leads_to: Option<Place>,
) -> (Option<Place>, Highlights<'_>) {
    match (listed, row) {
        (ListKind::Hits(hits), Some(row)) => {
            let hit = hits.get(row..=row).unwrap_or_default();
            (leads_to, Highlights::Hits(hit))
        }
        (ListKind::References(list), Some(row)) => {
            let stands = list.row(row).and_then(ReferenceRow::stands);
            let place = leads_to.or(stands.map(|(place, _)| place));
            let highlights = match stands {
                Some((at, words)) if place == Some(at) => {
                    Highlights::Words(at.index(), std::slice::from_ref(words))
                }
                _ => Highlights::Hits(&[]),
            };
            (place.or(Some(list.of.beginning())), highlights)
        }
        (ListKind::Actions(list), Some(row)) => {
            let (paragraph, words) = &list.acts()[row].due;
            (leads_to, Highlights::Words(*paragraph, words))
        }
        // The wordings stand there.
        (ListKind::Trace(_) | ListKind::Comparison(_), _) => (None, Highlights::Hits(&[])),
        _ => (leads_to, Highlights::Hits(&[])),
    }
}

/// The wordings of a row, and what changed from the one to the other.
pub(super) fn pair(
    listed: &ListKind,
    row: usize,
    open: ResolutionId,
    corpus: &Corpus,
) -> Option<WordingPair> {
    match listed {
        ListKind::Trace(list) => list.pair(row, corpus),
        ListKind::Comparison(compared) => compared.pair(row, open, corpus),
        _ => None,
    }
}
