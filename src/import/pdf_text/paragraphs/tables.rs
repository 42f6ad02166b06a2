//! Tables that the format of a document tells, and text that goes on behind them or behind points.
//!
//! A table belongs to the paragraph that it follows. It stays lines of text where it is nothing but the frame of a page:
//! above the first paragraph, or where paragraphs begin in its cells.

use super::super::blocks::{Block, BlockKind, CellPlace, words_of};
use super::{LineGap, ParagraphParser, Stage};
use crate::import::pdf_text::numbering;
use crate::import::shapes::{CellPiece, DocumentShapes, LineShape};
use crate::import::source::Line;
use crate::import::words::is_stop;
use crate::text::format::MAX_DEPTH;

impl<'a> ParagraphParser<'a, '_> {
    /// Looks for tables that are the frame of a page: a paragraph of the resolution begins in a cell.
    pub(in crate::import) fn find_frames(&mut self, lines: &[Line<'_>], body: &[usize]) {
        for &index in body {
            let line = &lines[index];
            let LineShape::Row(table) = line.shape else {
                continue;
            };
            let begins = match numbering::number(&line.words) {
                Some(label) => {
                    let text = numbering::text_behind(line, &label, None);
                    label.has_stop() && self.leads.verb(&text).is_some()
                }
                None => self.leads.verb(&line.text()).is_some() && line.ends_sentence(),
            };
            if begins {
                self.frame(table);
            }
        }
    }

    /// Takes a table for the frame of a page.
    fn frame(&mut self, table: usize) {
        self.frames.resize(self.frames.len().max(table + 1), false);
        self.frames[table] = true;
    }

    /// Takes a line that is a row of a table, or part of one; none of a frame, nor of a table above the first paragraph.
    pub(in crate::import) fn takes_row(
        &mut self,
        line: &Line<'a>,
        shapes: &DocumentShapes,
    ) -> bool {
        let LineShape::Row(table) = line.shape else {
            return false;
        };
        let has_begun = self
            .blocks
            .last()
            .is_some_and(|open| open.kind != BlockKind::Opening && !open.words.is_empty());
        if !has_begun {
            self.frame(table);
        }
        let takes = self.frames.get(table) != Some(&true);
        if takes {
            self.row(line, shapes.pieces(line.number));
        }
        takes
    }

    fn row(&mut self, line: &Line<'a>, pieces: &[CellPiece]) {
        let words = words_of(line);
        let mut words = words.into_iter().enumerate().peekable();
        for (at, piece) in pieces.iter().enumerate() {
            let end = pieces.get(at + 1).map_or(usize::MAX, |next| next.column);
            let mut within = Vec::new();
            while let Some((_, word)) = words.next_if(|(word, _)| line.column_of(*word) < end) {
                within.push(word);
            }
            if within.is_empty() {
                continue;
            }
            let place = CellPlace {
                table: piece.table,
                row: piece.row,
                cell: piece.cell,
                depth: self.depth_of_table(),
            };
            self.blocks.push(Block::of(BlockKind::Cell(place), within));
        }
    }

    /// A table is deeper than the paragraph or the point that it follows, unless it stands between paragraphs of an
    /// annex.
    fn depth_of_table(&self) -> u8 {
        let Some(open) = self.blocks.last() else {
            return 0;
        };
        match open.kind {
            BlockKind::Cell(_) | BlockKind::Flush(_) => open.depth(),
            BlockKind::Annex | BlockKind::Between(_) => 0,
            BlockKind::Annexed
                if open
                    .words
                    .last()
                    .is_some_and(|word| word.text.ends_with('.')) =>
            {
                0
            }
            _ => (open.depth() + 1).min(MAX_DEPTH),
        }
    }

    /// Begins what goes on behind a table: text of the paragraph that it stands in, or a paragraph of an annex.
    pub(super) fn behind_table(&mut self) {
        let Some(BlockKind::Cell(place)) = self.blocks.last().map(|block| block.kind) else {
            return;
        };
        let kind = match (place.depth, self.part) {
            (0, Some(BlockKind::Annex) | None) => BlockKind::Annexed,
            (0, Some(part)) => part,
            (depth, _) => BlockKind::Flush(depth),
        };
        self.blocks.push(Block::of(kind, vec![]));
    }

    /// Whether a line goes on with the text of a paragraph at its margin, behind points that are set in.
    pub(super) fn is_flush(&self, line: &Line<'_>) -> bool {
        let open = self.blocks.last();
        let is_point = open.is_some_and(|block| matches!(block.kind, BlockKind::Point(_)));
        let ends = self
            .last_word(LineGap::Touches)
            .is_some_and(|word| is_stop(word) && !word.ends_with([',', ':']));
        is_point
            && self.stage != Stage::Annexes
            && ends
            && self.margin.is_some_and(|margin| line.column < margin)
            && line.words.len() > 1
            && line.words[0].starts_with(char::is_lowercase)
    }
}
