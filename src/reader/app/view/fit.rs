//! The state made to fit what there is room for.

use super::{Extent, Viewport};
use crate::reader::app::App;
use crate::reader::app::overlays::{Overlay, facts};
use crate::reader::app::text_pane::{TextPane, title_place};

impl App<'_> {
    /// Makes everything fit another viewport. The words at the top of the text stay there.
    pub fn resize(&mut self, view: Viewport) {
        let first = self.view == Viewport::default();
        self.view = view;
        self.sessions.resize(view.sessions);
        if first {
            // Nothing has been in sight yet that had to stay there.
            self.text_pane = TextPane::default();
        }
        self.lay();
        if first {
            self.text_pane.jump(self.place.index());
        }
        if let Some((pane, mut ground)) = self.finder_pane() {
            pane.settle(&mut ground);
            pane.look(&ground);
        }
        if let Some((pane, ground)) = self.list_pane() {
            pane.look(&ground);
        }
        match &mut self.overlay {
            Some(Overlay::Help(top)) => *top = (*top).min(view.last_of_help()),
            Some(Overlay::Facts(top)) => {
                let facts = facts::facts(self.corpus, self.place.resolution, &self.open);
                *top = (*top).min(facts::last_top(&facts, view));
            }
            Some(Overlay::Printed(pane)) => pane.resize(view),
            Some(Overlay::List(_) | Overlay::Finder(_) | Overlay::GoTo(_)) | None => {}
        }
    }

    /// Sets the open resolution and selects the current passage in both lists, once there is a screen.
    pub(in crate::reader::app) fn lay(&mut self) {
        if self.view == Viewport::default() {
            return;
        }
        let id = self.place.resolution;
        let title = title_place(self.corpus, id, self.view.header);
        let extent = self.extent();
        let notes = &self.readers_notes;
        self.text_pane.set(id, &self.open, extent, title, notes);
        self.outline.select(self.place.index(), self.view.outline);
    }

    pub(in crate::reader::app) fn extent(&self) -> Extent {
        if self.zoomed {
            self.view.zoomed
        } else {
            self.view.text
        }
    }
}
