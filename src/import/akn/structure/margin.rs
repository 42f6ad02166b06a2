//! Where a block is put: below the paragraph that may hold it, or at the margin.

use super::Placer;
use crate::import::akn::document::{DocumentPassage, Shape};
use crate::import::akn::flow::FlowBlock;

impl Placer<'_> {
    /// Whether the last text at the margin is a paragraph of this part, and no heading.
    pub(super) fn follows_paragraph(&self) -> bool {
        let last = self
            .margin_text
            .and_then(|at| self.document.passages.get(at));
        last.is_some_and(|last| last.part == self.part && last.shape == Shape::Paragraph)
    }

    /// Whether the last thing at the margin may have points.
    pub(super) fn margin_holds_points(&self) -> bool {
        let last = self.margin.and_then(|at| self.document.passages.get(at));
        last.is_none_or(may_hold_points)
    }

    /// Looks again for what stands last at the margin.
    pub(super) fn find_margin(&mut self) {
        let passages = &self.document.passages;
        self.margin = passages.iter().rposition(|passage| passage.depth == 0);
        self.margin_text = passages
            .iter()
            .rposition(|passage| passage.depth == 0 && may_hold_points(passage));
    }

    /// A table between a paragraph and its points is one of them, for a table has no points.
    fn take_tables_in(&mut self, depth: u8) {
        let Some(above) = depth.checked_sub(1) else {
            return;
        };
        if self.document.passages.last().is_none_or(may_hold_points) {
            return;
        }
        let part = self.part;
        let passages = &mut self.document.passages;
        let holds = |passage: &DocumentPassage| passage.depth <= above && may_hold_points(passage);
        let Some(holder) = passages
            .iter()
            .rposition(|passage| passage.part != part || holds(passage))
        else {
            return;
        };
        if passages[holder].part == part && passages[holder].depth == above {
            passages[holder + 1..]
                .iter_mut()
                .filter(|passage| passage.depth == above)
                .for_each(|passage| passage.depth = depth);
            self.find_margin();
        }
    }

    pub(super) fn put(&mut self, block: FlowBlock, shape: Shape, depth: u8) {
        self.fresh = None;
        self.take_tables_in(depth);
        let above = self
            .document
            .passages
            .last()
            .filter(|last| last.part == self.part);
        let deepest = above.map_or(0, |last| last.depth + u8::from(may_hold_points(last)));
        self.document.passages.push(DocumentPassage {
            part: self.part,
            depth: depth.min(deepest),
            shape,
            number: block.number,
            text: block.text,
            at: block.at,
        });
        self.mark_margin();
    }

    /// Notes what was just put, where it stands at the margin.
    fn mark_margin(&mut self) {
        let at = self.document.passages.len().checked_sub(1);
        let Some(last) = self.document.passages.last().filter(|last| last.depth == 0) else {
            return;
        };
        self.margin = at;
        if may_hold_points(last) {
            self.margin_text = at;
        }
    }
}

/// A table and a rule have no points.
fn may_hold_points(passage: &DocumentPassage) -> bool {
    !matches!(passage.shape, Shape::Table(_) | Shape::Rule)
}
