//! A mouse: its wheel scrolls what is under the pointer, a click puts the cursor there. It does nothing else.

use crate::reader::app::action::Action;
use crate::reader::app::{App, Overlay, Pane};
use crate::tty::input::MouseAct;

/// The lines of the screen that a notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What stands under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// Whose area it is.
    pub pane: PointedPane,
    /// Which of its rows, from the first in sight; none of its name.
    pub row: Option<usize>,
    /// How many lines of the screen a row takes.
    pub height: usize,
}

/// Whose area the pointer is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointedPane {
    /// One of the panes.
    Pane(Pane),
    /// A list that stands in front of them, or the finder's.
    List,
    /// The text beside it.
    ListText,
    /// A card that has the screen to itself.
    Card,
}

impl App<'_> {
    /// Does what a mouse did over an area.
    pub fn point(&mut self, at: Pointed, did: MouseAct) {
        self.message = None;
        let rows = NOTCH.div_ceil(at.height.max(1)).cast_signed();
        match did {
            MouseAct::Press => self.click(at),
            MouseAct::WheelDown => self.turn_wheel(at.pane, rows),
            MouseAct::WheelUp => self.turn_wheel(at.pane, -rows),
        }
    }

    fn click(&mut self, at: Pointed) {
        let row = at.row;
        match at.pane {
            PointedPane::Pane(pane) => {
                self.focus = pane;
                if let Some(row) = row {
                    self.put_cursor(pane, row);
                }
            }
            PointedPane::List => self.put_in_list(row),
            PointedPane::ListText | PointedPane::Card => {}
        }
    }

    /// Puts the cursor on a row in sight; where there is none it stays.
    fn put_cursor(&mut self, pane: Pane, row: usize) {
        match pane {
            Pane::Sessions => self.sessions.put(row, self.view.sessions),
            Pane::Outline => {
                let row = self.outline.cursor().top + row;
                if let Some(there) = self.outline.stop_of(row) {
                    self.turn_outline(row, there);
                }
            }
            Pane::Text => {
                let row = self.text_pane.top() + row;
                if let Some(on_page) = self.text_pane.page().rows.get(row) {
                    let passage = on_page.of.passage();
                    let passage = passage.unwrap_or_else(|| self.text_pane.page().passage_at(row));
                    self.move_to(passage);
                }
            }
        }
    }

    /// Selects a row of the outline, whose passage is then the current one.
    fn turn_outline(&mut self, row: usize, there: usize) {
        if self.range_holds(there) {
            self.outline.put(row, self.view.outline);
            self.move_to(there);
            self.text_pane.follow(self.place.index());
        }
    }

    fn put_in_list(&mut self, row: Option<usize>) {
        let Some(row) = row else { return };
        if let Some((pane, ground)) = self.list_pane() {
            let row = pane.cursor().top + row;
            if row < pane.rows().len() {
                pane.put(row, &ground);
            }
        } else if let Some((pane, ground)) = self.finder_pane() {
            pane.put(row, &ground);
        }
    }

    fn turn_wheel(&mut self, pane: PointedPane, rows: isize) {
        match pane {
            PointedPane::Pane(Pane::Sessions) => self.sessions.scroll(rows, self.view.sessions),
            PointedPane::Pane(Pane::Outline) => {
                if let Some((row, there)) = self.outline.scroll(rows, self.view.outline) {
                    self.turn_outline(row, there);
                }
            }
            PointedPane::Pane(Pane::Text) => self.scroll(rows),
            PointedPane::List => {
                if let Some((pane, ground)) = self.list_pane() {
                    pane.scroll(rows, &ground);
                } else if let Some((pane, mut ground)) = self.finder_pane() {
                    pane.scroll(rows, &mut ground);
                }
            }
            PointedPane::ListText => match &mut self.overlay {
                Some(Overlay::List(pane)) if pane.is_of_wordings() => pane.scroll_wordings(rows),
                Some(Overlay::List(pane)) => pane.preview_mut().scroll(rows),
                Some(Overlay::Finder(pane)) => pane.preview_mut().scroll(rows),
                _ => {}
            },
            PointedPane::Card => {
                let action = if rows > 0 {
                    Action::Next
                } else {
                    Action::Previous
                };
                for _ in 0..rows.unsigned_abs() {
                    self.scroll_help(action);
                    self.scroll_facts(action);
                    self.scroll_printed(action);
                }
            }
        }
    }
}
