//! A list: what has rows in it, in which order, and the text of the selected row.

use super::preview::{Preview, place_of};
use super::prompt::Prompt;
use crate::export::{Quotation, QuoteStyle};
use crate::reader::app::list::{Cursor, CursorStep};
use crate::reader::app::recall;
use crate::reader::app::view::Viewport;
use crate::reader::keep::Mark;
use crate::search::Hit;
use crate::text::corpus::{Corpus, DayOrder, Resolved, TitleWords};
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
    /// The resolutions of the corpus, by their days, narrowed by words.
    Resolutions(Titles),
    /// What is to be quoted, in every style that there is for it.
    Quotes(Resolved, Vec<Quotation>),
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

/// What the rows of a list are looked up in.
pub struct ListGround<'a> {
    /// Where places are.
    pub corpus: &'a Corpus,
    /// The marks, in the order in which they were set.
    pub marks: &'a [Mark],
    /// What there is room for.
    pub view: Viewport,
}

/// An open list.
#[derive(Debug)]
pub struct ListPane {
    listed: ListKind,
    order: ListOrder,
    /// Positions in what is listed, in the order that is shown.
    rows: Vec<usize>,
    cursor: Cursor,
    preview: Preview,
    /// What narrows the list.
    prompt: Prompt,
}

impl ListPane {
    /// A list with its first row selected.
    pub(super) fn of(listed: ListKind, from: &ListGround<'_>) -> Self {
        let mut pane = Self {
            listed,
            order: ListOrder::Usual,
            rows: Vec::new(),
            cursor: Cursor::default(),
            preview: Preview::default(),
            prompt: Prompt::default(),
        };
        pane.lay(from);
        pane
    }

    /// Puts the rows in order, and selects the one at the position of the cursor.
    pub(super) fn lay(&mut self, from: &ListGround<'_>) {
        self.rows = match &self.listed {
            ListKind::Marks => (0..from.marks.len()).collect(),
            ListKind::Hits(hits) => (0..hits.len()).collect(),
            ListKind::Places(places) => (0..places.len()).collect(),
            ListKind::Resolutions(titles) => titles.left(self.prompt.text()),
            ListKind::Quotes(_, quotations) => (0..quotations.len()).collect(),
        };
        match (&self.listed, self.order) {
            (ListKind::Marks, ListOrder::Usual) | (ListKind::Hits(_), ListOrder::Other) => {
                let places: Vec<_> = (0..self.rows.len())
                    .map(|row| self.place_at(row, from))
                    .collect();
                // What is no longer here stands at the end.
                sort_by_key(&mut self.rows, |&row| (places[row].is_none(), places[row]));
            }
            (ListKind::Places(_), ListOrder::Other) => self.rows.reverse(),
            _ => {}
        }
        self.look(from);
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
        let mut places = self.rows.iter().map(|&row| self.place_at(row, from));
        self.cursor.at = places
            .position(|place| place == selected)
            .unwrap_or_default();
        self.look(from);
    }

    /// Selects the quotation of a style, if there is one.
    pub(super) fn select_style(&mut self, style: QuoteStyle, from: &ListGround<'_>) {
        if let ListKind::Quotes(_, quotations) = &self.listed {
            let mut styles = quotations.iter().map(|quotation| quotation.style);
            self.cursor.at = styles.position(|one| one == style).unwrap_or_default();
            self.look(from);
        }
    }

    /// Changes what narrows the list; what is first then is selected.
    pub(super) fn edit(&mut self, change: impl FnOnce(&mut Prompt) -> bool, from: &ListGround<'_>) {
        if change(&mut self.prompt) {
            self.cursor = Cursor::default();
            self.lay(from);
        }
    }

    /// What narrows the list; none of a list that is no prompt.
    pub fn prompt(&self) -> Option<&Prompt> {
        matches!(self.listed, ListKind::Resolutions(_)).then_some(&self.prompt)
    }

    /// Selects another row.
    pub(super) fn step(&mut self, step: CursorStep, from: &ListGround<'_>) {
        self.cursor.step(step, self.rows.len(), from.view.list);
        self.look(from);
    }

    /// Shows the selected row and its text.
    pub(in crate::reader::app) fn look(&mut self, from: &ListGround<'_>) {
        self.cursor
            .select(self.cursor.at, self.rows.len(), from.view.list);
        let hits = match (&self.listed, self.selected()) {
            (ListKind::Hits(hits), Some(row)) => hits.get(row..=row).unwrap_or_default(),
            _ => &[],
        };
        let place = self.place(from);
        self.preview.show(place, hits, from.corpus, from.view);
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
            ListKind::Places(places) => places.get(row).copied(),
            ListKind::Resolutions(titles) => Some(Place::new(titles.id(row), 0)),
            ListKind::Quotes(..) => None,
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
            ListKind::Places(_) => ("Places", ["newest first", "oldest first"]),
            ListKind::Resolutions(_) => ("Resolutions", ["newest first", "oldest first"]),
            ListKind::Quotes(..) => ("Quote", ["", ""]),
        };
        let order = match self.order {
            ListOrder::Usual => 0,
            ListOrder::Other => 1,
        };
        (name, orders[order])
    }
}
