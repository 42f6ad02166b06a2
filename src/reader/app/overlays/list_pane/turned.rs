//! A list turned over: its other order, some of its rows, more rows for one, or all words of it.

use super::{ListGround, ListKind, ListOrder, ListPane, ListSide, Titles};
use crate::text::corpus::DayOrder;

impl ListPane {
    /// Turns from all wordings of a paragraph to those in its line of renewals, or back; the paragraph is selected.
    ///
    /// # Errors
    /// There is none in its line, in words.
    pub(in crate::reader::app::overlays) fn turn_to_line(
        &mut self,
        from: &ListGround<'_>,
    ) -> Result<(), String> {
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
    pub(in crate::reader::app::overlays) fn unfold(&mut self, from: &ListGround<'_>) -> bool {
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

    /// Turns to some of the rows, or to all; the selected row stays selected if it is among them. False if
    /// none is there.
    pub(in crate::reader::app::overlays) fn turn_over(&mut self, from: &ListGround<'_>) -> bool {
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

    /// Turns to the other order; the selected row stays selected.
    pub(in crate::reader::app::overlays) fn turn(&mut self, from: &ListGround<'_>) {
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

    /// Shows all words of the selected row, or no more than have room on its own. Where its rows are wordings, it is
    /// the text beside them that has all of its words.
    pub(in crate::reader::app::overlays) fn show_whole_words(&mut self, from: &ListGround<'_>) {
        self.is_whole = !self.is_whole;
        if self.is_of_wordings() {
            self.look(from);
        }
    }

    /// Whether the selected row has all of its words.
    pub fn is_whole(&self) -> bool {
        self.is_whole && !self.is_of_wordings()
    }

    /// Which rows are shown.
    pub fn side(&self) -> ListSide {
        self.side
    }
}
