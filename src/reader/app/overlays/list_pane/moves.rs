//! Which row of a list is selected, and how keys select another.

use super::{ListGround, ListKind, ListPane};
use crate::export::QuoteStyle;
use crate::reader::app::list::{CursorStep, Direction};
use crate::text::model::Place;

impl ListPane {
    /// Selects the row that leads to a place, or else the first.
    pub(super) fn select(&mut self, place: Option<Place>, from: &ListGround<'_>) {
        let mut places = self.rows.iter().map(|&row| self.place_at(row, from));
        self.cursor.at = places.position(|one| one == place).unwrap_or_default();
        self.look(from);
    }

    /// Shows it again as it was before another was opened over it at a place. Marks may have been set there.
    pub(in crate::reader::app::overlays) fn come_back(&mut self, at: Place, from: &ListGround<'_>) {
        if self.listed == ListKind::Marks {
            self.lay(from);
            self.select(Some(at), from);
        }
        self.look(from);
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

    /// Selects another row.
    pub(in crate::reader::app::overlays) fn step(
        &mut self,
        step: CursorStep,
        from: &ListGround<'_>,
    ) {
        let height = self.height(from.view);
        self.cursor.step(step, self.rows.len(), height);
        if let (CursorStep::Up(_), true) = (step, self.is_heading(self.cursor.at)) {
            let above = (0..self.cursor.at).rev().find(|&at| !self.is_heading(at));
            self.cursor.at = above.unwrap_or(self.cursor.at);
        }
        self.look(from);
    }

    /// Selects the first row below the other heading, if there is one.
    pub(in crate::reader::app::overlays) fn step_to_other_heading(
        &mut self,
        from: &ListGround<'_>,
    ) {
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
    pub(super) fn is_heading(&self, at: usize) -> bool {
        self.rows
            .get(at)
            .is_some_and(|&row| self.is_heading_row(row))
    }

    /// Brings the next change into sight: of this row, or of the next one that has any. False where there is none.
    pub(in crate::reader::app::overlays) fn walk_changes(
        &mut self,
        direction: Direction,
        from: &ListGround<'_>,
    ) -> bool {
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

    /// Selects the quotation of a style, if there is one.
    pub(in crate::reader::app::overlays) fn select_style(
        &mut self,
        style: QuoteStyle,
        from: &ListGround<'_>,
    ) {
        if let ListKind::Quotes(_, quotations) = &self.listed {
            let mut styles = quotations.iter().map(|quotation| quotation.style);
            self.cursor.at = styles.position(|one| one == style).unwrap_or_default();
            self.look(from);
        }
    }
}
