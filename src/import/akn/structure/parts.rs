//! Where sections and annexes begin.

use super::super::document::{
    AnnexStart, DocumentPart, DocumentPassage, DoubtKind, SectionStart, Shape,
};
use super::super::flow::{BlockMark, FlowBlock, Zone};
use super::super::words;
use super::{Coming, Fresh, Placer};
use crate::text::model::DocumentKind;

impl Placer<'_> {
    pub(super) fn section(&mut self, block: FlowBlock) {
        if self.document.kind == DocumentKind::Statement
            || matches!(self.part, DocumentPart::Annex(_))
        {
            if block.number.is_some() || !block.text.is_empty() {
                self.heading(block, 1, Coming::default());
            }
            return;
        }
        let title = (!block.text.is_empty()).then_some(block.text);
        self.begin_section(SectionStart {
            number: block.number,
            title,
            before: 0,
        });
    }

    pub(super) fn begin_section(&mut self, section: SectionStart) {
        self.section = self.section.saturating_add(1);
        let before = self.document.passages.len();
        self.document
            .sections
            .push(SectionStart { before, ..section });
        self.part = DocumentPart::Preamble(self.section);
        self.has_operative = false;
        self.fresh = Some(Fresh::Section);
        self.base = 0;
        self.levels.clear();
    }

    pub(super) fn annex(&mut self, block: FlowBlock) {
        let is_open = self.fresh == Some(Fresh::Annex)
            && self
                .document
                .annexes
                .last()
                .is_some_and(|annex| annex.title.is_none() && annex.headings.is_empty());
        if !is_open {
            if !self.is_attachment {
                self.doubt(block.at, DoubtKind::AnnexInBody, &block.text.text);
            }
            self.begin_annex();
        }
        if let Some(annex) = self.document.annexes.last_mut() {
            let mut title = block.text;
            if let Some(number) = block.number {
                title.put_before(&format!("{}{} ", number.shown, number.stop));
            }
            annex.title = Some(title);
        }
    }

    pub(super) fn begin_annex(&mut self) {
        let before = self.document.passages.len();
        self.document.annexes.push(AnnexStart {
            before,
            ..AnnexStart::default()
        });
        self.part =
            DocumentPart::Annex(u16::try_from(self.document.annexes.len()).unwrap_or(u16::MAX));
        self.fresh = Some(Fresh::Annex);
        self.last = None;
        self.base = 0;
        self.levels.clear();
    }

    /// The numbers of the body begin again behind a heading: what stands from that heading on is an annex.
    pub(super) fn restart(&mut self) {
        if !matches!(self.part, DocumentPart::Operative(_)) || !self.document.sections.is_empty() {
            return;
        }
        let is_heading = |passage: &DocumentPassage| {
            matches!(passage.shape, Shape::Heading(_))
                && passage.depth == 0
                && passage.number.is_none()
        };
        let passages = &self.document.passages;
        let from = passages
            .iter()
            .rposition(|passage| !is_heading(passage))
            .map_or(0, |at| at + 1);
        if from == passages.len() {
            return;
        }
        let mut moved = self.document.passages.split_off(from);
        let title = moved.remove(0);
        self.doubt(title.at, DoubtKind::AnnexInBody, &title.text.text);
        self.begin_annex();
        if let Some(annex) = self.document.annexes.last_mut() {
            annex.title = Some(title.text);
        }
        for passage in &mut moved {
            passage.part = self.part;
        }
        self.fresh = Some(Fresh::Annex).filter(|_| moved.is_empty());
        self.document.passages.append(&mut moved);
        self.find_margin();
    }
}

/// Whether a heading, or a line without number and stop, opens an annex.
pub(super) fn opens_annex(block: &FlowBlock) -> bool {
    let text = &block.text.text;
    let is_line = || match block.mark {
        BlockMark::Heading(_) => true,
        _ => block.number.is_none() && text.chars().count() < 150 && !words::ends_as_text(text),
    };
    block.zone == Zone::Body && words::opens_annex(text) && is_line()
}
