//! Which rows a list has and in which order, and where each leads.

use super::{ListGround, ListKind, ListOrder, ListPane, ListSide};
use crate::reader::app::overlays::preview::place_of;
use crate::reader::app::overlays::references::ReferenceRow;
use crate::reader::app::recall;
use crate::text::model::Place;
use crate::text::sorting::sort_by_key;

impl ListPane {
    /// The same where what is listed did not change.
    pub(super) fn lay_again(&mut self, from: &ListGround<'_>) {
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
                sort_by_key(&mut self.rows, |&row| (acts[row].place, acts[row].nth));
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

    /// Whether a row is one of those that are shown.
    pub(super) fn is_on_side(&self, row: usize, from: &ListGround<'_>) -> bool {
        match self.side {
            ListSide::All => true,
            ListSide::Changed => self.is_changed(row),
            ListSide::Here => {
                let place = self.place_at(row, from);
                place.is_some_and(|place| place.resolution == self.open)
            }
        }
    }

    /// Whether a row has a change.
    pub(super) fn is_changed(&self, row: usize) -> bool {
        match &self.listed {
            ListKind::Trace(list) => list.is_changed(row),
            ListKind::Comparison(compared) => compared.is_changed(row),
            _ => false,
        }
    }

    pub(super) fn is_heading_row(&self, row: usize) -> bool {
        let ListKind::References(list) = &self.listed else {
            return false;
        };
        matches!(list.row(row), Some(ReferenceRow::Heading(_)))
    }

    pub(super) fn place_at(&self, row: usize, from: &ListGround<'_>) -> Option<Place> {
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
            ListKind::Comparison(compared) => compared.place(row, self.open),
        }
    }
}
