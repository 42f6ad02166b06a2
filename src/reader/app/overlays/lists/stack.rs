//! Lists that are opened over each other: each is asked of the selected row of the one before, and whoever leaves it
//! is there again.

use crate::reader::app::action::{Action, Effect};
use crate::reader::app::overlays::list_pane::{ListGround, ListKind, ListPane};
use crate::reader::app::{App, Message, Overlay};
use crate::text::model::Place;

/// How many lists are kept below the open one.
const DEEPEST: usize = 100;

/// A list that another was opened over.
#[derive(Debug)]
pub(in crate::reader::app) struct ListBeneath {
    pane: Box<ListPane>,
    /// Where its selected row leads: what the other was asked of.
    at: Place,
}

impl App<'_> {
    /// The list that is open, and what its rows are looked up in.
    pub(in crate::reader::app) fn list_pane(&mut self) -> Option<(&mut ListPane, ListGround<'_>)> {
        let Some(Overlay::List(pane)) = &mut self.overlay else {
            return None;
        };
        let ground = ListGround {
            corpus: self.corpus,
            marks: &self.marks,
            view: self.view,
            is_beside: self.is_beside,
        };
        Some((pane, ground))
    }

    fn list_ground(&self) -> ListGround<'_> {
        ListGround {
            corpus: self.corpus,
            marks: &self.marks,
            view: self.view,
            is_beside: self.is_beside,
        }
    }

    /// What a list is asked of: where the selected row of the open one leads, or else what is read.
    pub(in crate::reader::app::overlays) fn asked_of(&self) -> Place {
        let Some(Overlay::List(pane)) = &self.overlay else {
            return self.place;
        };
        pane.place(&self.list_ground()).unwrap_or(self.place)
    }

    /// Opens a list, over the one that is open.
    pub(in crate::reader::app) fn open_list(&mut self, listed: ListKind) {
        let at = self.asked_of();
        if let Some(Overlay::List(pane)) = self.overlay.take() {
            self.beneath.push(ListBeneath { pane, at });
            let surplus = self.beneath.len().saturating_sub(DEEPEST);
            self.beneath.drain(..surplus);
        }
        let ground = self.list_ground();
        let mut pane = ListPane::of(listed, at.resolution, &ground);
        if self.turned.iter().any(|turned| turned == pane.said().0) {
            pane.turn(&ground);
            pane.put(0, &ground);
        }
        self.overlay = Some(Overlay::List(Box::new(pane)));
    }

    /// Asks for a list of where the selected row leads, or says why it leads nowhere.
    pub(in crate::reader::app::overlays) fn ask_of_row(
        &mut self,
        action: Action,
    ) -> Option<Effect> {
        let (pane, ground) = self.list_pane()?;
        if pane.place(&ground).is_some() {
            return self.read(action);
        }
        self.message = pane.refusal().map(Message::Refusal);
        None
    }

    /// Leaves the open list for the one that it was opened over, or for the text.
    pub(in crate::reader::app::overlays) fn leave_list(&mut self) {
        self.has_left_list = true;
        self.overlay = None;
        let Some(ListBeneath { pane, at }) = self.beneath.pop() else {
            return;
        };
        self.overlay = Some(Overlay::List(pane));
        if let Some((pane, ground)) = self.list_pane() {
            pane.come_back(at, &ground);
        }
    }
}
