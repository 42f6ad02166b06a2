//! A text set below the last row of a page: plain, hanging, or as the rows of a table.

use std::ops::Range;

use super::{Of, Page, PageRow, Tone};
use crate::text::typeset::{Beside, wrap_beside};

/// The columns by which a text hangs behind its first row, where it is a row of a table or a note.
pub(super) const HANG: usize = 2;

impl Page {
    /// Sets a table, each of its rows as a line.
    pub(super) fn table(
        &mut self,
        of: Of,
        text: &str,
        head: usize,
        indent: usize,
        beside: Beside<'_>,
    ) {
        let mut start = 0;
        for (position, line) in text.split('\n').enumerate() {
            let tone = if position < head {
                Tone::Strong
            } else {
                Tone::Plain
            };
            let first = self.rows.len();
            self.hanging(of, (line, start), indent, tone, beside);
            if position > 0 {
                self.rows[first].first = false;
            }
            start += line.len() + 1;
        }
    }

    pub(super) fn space(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(PageRow {
                of: Of::Space,
                range: 0..0,
                indent: 0,
                first: false,
                tone: Tone::Plain,
            });
        }
    }

    pub(super) fn text(&mut self, of: Of, text: &str, indent: usize, tone: Tone) {
        self.text_beside(of, text, indent, tone, &|_| 0);
    }

    pub(super) fn text_beside(
        &mut self,
        of: Of,
        text: &str,
        indent: usize,
        tone: Tone,
        beside: Beside<'_>,
    ) {
        let indent = self.indent(indent);
        let rows = wrap_beside(text, self.width - indent, beside);
        for (position, range) in rows.into_iter().enumerate() {
            self.rows.push(PageRow {
                of,
                range,
                indent,
                first: position == 0,
                tone,
            });
        }
    }

    pub(super) fn hung(&mut self, of: Of, text: &str, indent: usize) {
        self.hanging(of, (text, 0), indent, Tone::Plain, &|_| 0);
    }

    /// Sets a text of which all rows but the first are set in further. It begins at a byte of the text of
    /// its passage.
    pub(super) fn hanging(
        &mut self,
        of: Of,
        (text, start): (&str, usize),
        indent: usize,
        tone: Tone,
        beside: Beside<'_>,
    ) {
        let outer = self.indent(indent);
        let behind = |start: usize| {
            move |range: Range<usize>| beside(start + range.start..start + range.end)
        };
        let first = wrap_beside(text, self.width - outer, &behind(start)).swap_remove(0);
        self.rows.push(PageRow {
            of,
            range: start..start + first.end,
            indent: outer,
            first: true,
            tone,
        });
        let rest = text.get(first.end..).unwrap_or_default();
        if rest.is_empty() {
            return;
        }
        let inner = self.indent(indent + HANG);
        let start = start + first.end;
        for range in wrap_beside(rest, self.width - inner, &behind(start)) {
            self.rows.push(PageRow {
                of,
                range: start + range.start..start + range.end,
                indent: inner,
                first: false,
                tone,
            });
        }
    }

    /// An indent that leaves a column at least.
    fn indent(&self, indent: usize) -> usize {
        indent.min(self.width.saturating_sub(1))
    }
}
