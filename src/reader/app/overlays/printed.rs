//! The lines of the current paragraph in its source, as rows of a page.

use std::ops::Range;

use super::scrolled;
use crate::analysis::printed::PrintedLines;
use crate::reader::app::action::Action;
use crate::reader::app::view::Viewport;
use crate::reader::app::{App, Overlay};
use crate::reader::keep::with_causes;
use crate::text::typeset::wrap;

/// The lines of a paragraph, and the first of their rows in sight.
#[derive(Debug)]
pub struct PrintedPane {
    /// The lines.
    pub printed: PrintedLines,
    /// The first row in sight.
    pub top: usize,
}

/// A row of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintedRow {
    /// Bytes of the line of this number, which begins with them or goes on.
    Line(u32, Range<usize>),
    /// What became of words of the line above.
    Repair(String),
}

impl PrintedPane {
    /// The rows of the page, each line followed by what became of its words.
    pub fn rows(&self, view: Viewport) -> Vec<PrintedRow> {
        let width = view.zoomed.columns.max(1);
        let mut rows = Vec::new();
        for (number, line) in self.printed.numbered() {
            let wrapped = wrap(line.trim_end(), width).into_iter();
            rows.extend(wrapped.map(|range| PrintedRow::Line(number, range)));
            let repairs = self.printed.repairs.iter();
            let repairs = repairs.filter(|repair| repair.line == number);
            rows.extend(repairs.map(|repair| PrintedRow::Repair(repair.said())));
        }
        rows
    }

    /// The line of a number.
    pub fn line(&self, number: u32) -> &str {
        let position = number.saturating_sub(self.printed.first) as usize;
        self.printed.lines.get(position).map_or("", String::as_str)
    }

    /// The first row in sight when the last one is.
    fn last_top(&self, view: Viewport) -> usize {
        let page = view.zoomed.rows.max(1);
        self.rows(view).len().saturating_sub(page)
    }

    pub(in crate::reader::app) fn resize(&mut self, view: Viewport) {
        self.top = self.top.min(self.last_top(view));
    }
}

impl App<'_> {
    /// The lines of the current paragraph in its source, or why there are none.
    pub(in crate::reader) fn printed(&self) -> Result<PrintedLines, String> {
        PrintedLines::of(self.corpus, self.place).map_err(|error| with_causes(&error))
    }

    pub(in crate::reader::app) fn open_printed(&mut self) {
        match self.printed() {
            Ok(printed) => {
                let pane = PrintedPane { printed, top: 0 };
                self.overlay = Some(Overlay::Printed(Box::new(pane)));
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    pub(in crate::reader::app) fn scroll_printed(&mut self, action: Action) {
        let view = self.view;
        let Some(Overlay::Printed(pane)) = &mut self.overlay else {
            return;
        };
        match scrolled(pane.top, action, view.zoomed.rows, pane.last_top(view)) {
            Some(to) => pane.top = to,
            None => self.overlay = None,
        }
    }
}
