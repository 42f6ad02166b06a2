//! Steps and pages: to another passage of the open resolution, or another row of a pane.

use crate::reader::app::list::{CursorStep, Direction};
use crate::reader::app::{App, Pane};
use crate::text::model::{Passage, Place};

impl App<'_> {
    pub(super) fn step(&mut self, step: CursorStep) {
        if self.focus == Pane::Sessions {
            self.sessions.step(step, self.view.sessions);
            return;
        }
        let here = self.place.index();
        if self.focus == Pane::Text {
            let within = match step {
                CursorStep::Down(_) => self.text_pane.read_on(here),
                CursorStep::Up(_) => self.text_pane.read_back(here),
                CursorStep::First | CursorStep::Last => false,
            };
            if within {
                return;
            }
        }
        let there = match self.focus {
            Pane::Outline => self.step_in_outline(step),
            _ => self.stop_beyond(step),
        };
        let there = self.beyond_range(step, there);
        if matches!(step, CursorStep::First | CursorStep::Last) && there != here {
            self.leave();
        }
        self.move_to(there);
        self.text_pane.follow(self.place.index());
    }

    /// The passage that a step in the text leads to.
    fn stop_beyond(&self, step: CursorStep) -> usize {
        let (resolution, here) = (self.resolution(), self.place.index());
        let last = resolution.passages.len().saturating_sub(1);
        match step {
            CursorStep::Down(rows) => resolution.stop_behind(here, rows),
            CursorStep::Up(rows) => resolution.stop_before(here, rows),
            CursorStep::First => resolution.stop_at(0),
            CursorStep::Last => resolution.stop_at(last),
        }
    }

    /// Where a step leads while there is a range, which is of whole paragraphs: to none of their points, nor to a
    /// table between them.
    fn beyond_range(&self, step: CursorStep, there: usize) -> usize {
        if self.range.is_none() {
            return there;
        }
        let passages = &self.open.passages;
        let is_paragraph = |index: &usize| passages.get(*index).is_some_and(Passage::is_paragraph);
        let before = |index: usize| (0..=index).rev().find(is_paragraph).unwrap_or(index);
        let here = before(self.place.index());
        let behind = self.open.unit(here).end;
        match step {
            CursorStep::Down(_) if before(there) <= here => {
                let next = (behind..passages.len()).find(is_paragraph);
                next.unwrap_or(here)
            }
            CursorStep::Up(_) if before(there) >= here => {
                (0..here).rev().find(is_paragraph).unwrap_or(here)
            }
            _ => before(there),
        }
    }

    /// Selects another row of the outline, unless a range would leave its part; the passage that it stands for.
    fn step_in_outline(&mut self, step: CursorStep) -> usize {
        let Some((row, there)) = self.outline.beyond(step) else {
            return self.place.index();
        };
        if self.range_holds(there) {
            self.outline.put(row, self.view.outline);
        }
        there
    }

    /// Makes a passage of the open resolution the current one, unless a range would leave its part.
    pub(in crate::reader::app) fn move_to(&mut self, passage: usize) {
        let passage = self.open.stop_at(passage);
        if !self.range_holds(passage) {
            return;
        }
        self.place = Place::new(self.place.resolution, passage);
        self.leave_cited();
        self.extend_range();
        self.outline.select(passage, self.view.outline);
    }

    /// Goes on by a part of a page: `1 / share` of the rows of the focused pane.
    pub(super) fn page(&mut self, direction: Direction, share: usize) {
        let rows = |height: usize| (height / share).saturating_sub(2).max(1);
        match self.focus {
            Pane::Text => {
                let rows = isize::try_from(rows(self.extent().rows)).unwrap_or(isize::MAX);
                self.scroll(match direction {
                    Direction::Onward => rows,
                    Direction::Back => -rows,
                });
            }
            Pane::Sessions | Pane::Outline => {
                let height = match self.focus {
                    Pane::Sessions => self.view.sessions,
                    Pane::Outline | Pane::Text => self.view.outline,
                };
                self.step(match direction {
                    Direction::Onward => CursorStep::Down(rows(height)),
                    Direction::Back => CursorStep::Up(rows(height)),
                });
            }
        }
    }

    pub(super) fn scroll(&mut self, rows: isize) {
        let passage = self.text_pane.scroll(rows, self.place.index());
        self.move_to(passage);
    }
}
