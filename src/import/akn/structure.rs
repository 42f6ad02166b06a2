//! Blocks in the order of print → a document: where its parts begin, and what belongs to what.

mod ahead;
mod margin;
mod parts;

use ahead::Coming;

use super::document::{
    Document, DocumentDoubt, DocumentPart, DoubtKind, Number, SectionStart, Shape,
};
use super::flow::{BlockMark, FlowBlock, PLAIN_LEVEL, Zone};
use super::labels::{self, Levels};
use super::words::{self, Language};
use crate::text::model::DocumentKind;

/// Puts the blocks into a document.
pub(super) fn place(
    blocks: Vec<FlowBlock>,
    document: &mut Document,
    language: Language,
    doubts: &mut Vec<DocumentDoubt>,
) {
    document.passages.reserve(blocks.len());
    let mut maker = Placer {
        document,
        doubts,
        language,
        part: DocumentPart::Preamble(0),
        section: 0,
        has_operative: false,
        last: None,
        base: 0,
        levels: Levels::default(),
        margin: None,
        margin_text: None,
        fresh: None,
        is_attachment: false,
    };
    let coming = ahead::coming(&blocks);
    for (block, coming) in blocks.into_iter().zip(coming) {
        maker.block(block, coming);
    }
}

/// What lines of a cover may belong to.
#[derive(Clone, Copy, PartialEq)]
enum Fresh {
    Annex,
    Section,
}

struct Placer<'d> {
    document: &'d mut Document,
    doubts: &'d mut Vec<DocumentDoubt>,
    language: Language,
    part: DocumentPart,
    section: u16,
    /// A paragraph of this section is operative.
    has_operative: bool,
    /// The last number of a paragraph.
    last: Option<u32>,
    /// The depth of the paragraph that points of the markup belong to.
    base: u8,
    levels: Levels,
    /// The last passage at the margin, and the last that is no table and no rule.
    margin: Option<usize>,
    margin_text: Option<usize>,
    /// What was begun, and nothing stands in it yet.
    fresh: Option<Fresh>,
    is_attachment: bool,
}

impl Placer<'_> {
    fn block(&mut self, mut block: FlowBlock, ahead: Coming) {
        if matches!(block.mark, BlockMark::Paragraph | BlockMark::Heading(_))
            && parts::opens_annex(&block)
        {
            return self.annex(block);
        }
        if words::is_rule(&block.text.text)
            && block.number.is_none()
            && !matches!(block.mark, BlockMark::Line { .. })
        {
            return self.put(block, Shape::Rule, 0);
        }
        match std::mem::replace(&mut block.mark, BlockMark::Paragraph) {
            BlockMark::Line { is_title } => self.line(block, is_title),
            BlockMark::Formula => self.formula(block),
            BlockMark::Container { .. } if block.zone == Zone::Body && self.has_operative => {
                self.unnumbered_in(block, ahead);
            }
            BlockMark::Container { .. } | BlockMark::Preambular { .. } => self.preambular(block),
            BlockMark::Paragraph if block.zone == Zone::Conclusions => self.plain(block),
            BlockMark::Paragraph => self.paragraph(block, ahead),
            BlockMark::Point(depth) => {
                let depth = self.base.saturating_add(depth);
                self.put(block, Shape::Paragraph, depth);
            }
            BlockMark::Flush(depth) => {
                let depth = self.base.saturating_add(depth);
                self.put(block, Shape::Flush, depth);
            }
            BlockMark::Heading(level) => self.heading(block, level, ahead),
            BlockMark::PointHeading(depth) => {
                let depth = self.base.saturating_add(depth);
                self.put(block, Shape::Heading(4), depth);
            }
            BlockMark::Table(table) => {
                self.enter_body(ahead.paragraph && ahead.number);
                self.put(block, Shape::Table(table), 0);
            }
            BlockMark::Section => self.section(block),
            BlockMark::Attachment => {
                self.is_attachment = true;
                self.begin_annex();
            }
        }
    }

    fn line(&mut self, block: FlowBlock, is_title: bool) {
        if self.fresh == Some(Fresh::Annex) {
            if let Some(annex) = self.document.annexes.last_mut() {
                annex.headings.push(block.text);
            }
        } else if self.fresh == Some(Fresh::Section)
            && let Some(section) = self.document.sections.last_mut()
        {
            if section.number.is_none()
                && section.title.is_none()
                && !is_title
                && block.text.notes.is_empty()
            {
                section.number = Some(labels::number(&block.text.text));
            } else if section.title.is_none() {
                section.title = Some(block.text);
            } else {
                self.put(block, Shape::Heading(2), 0);
            }
        } else if !self.document.passages.is_empty() {
            self.put(block, Shape::Heading(1), 0);
        } else {
            self.document.headings.extend(self.document.title.take());
            if is_title {
                self.document.title = Some(block.text);
            } else {
                self.document.headings.push(block.text);
            }
        }
    }

    fn formula(&mut self, block: FlowBlock) {
        let is_first = self.document.passages.is_empty() && self.document.sections.is_empty();
        if is_first && self.document.annexes.is_empty() {
            let before = std::mem::replace(&mut self.part, DocumentPart::Opening);
            self.put(block, Shape::Paragraph, 0);
            self.part = before;
        } else {
            self.preambular(block);
        }
    }

    fn preambular(&mut self, block: FlowBlock) {
        if self.document.kind == DocumentKind::Statement
            || matches!(self.part, DocumentPart::Annex(_))
        {
            return self.plain(block);
        }
        if self.has_operative {
            self.begin_section(SectionStart::default());
        }
        self.part = DocumentPart::Preamble(self.section);
        self.base = 0;
        self.put(block, Shape::Paragraph, 0);
    }

    fn paragraph(&mut self, mut block: FlowBlock, ahead: Coming) {
        self.digits(&mut block);
        match &block.number {
            Some(number) => match labels::decimal(&number.shown) {
                _ if is_heading(&block) => {
                    let level = block.level.unwrap_or(PLAIN_LEVEL);
                    self.heading(block, level, ahead);
                }
                Some(value) => self.numbered(block, value),
                None => self.labelled(block),
            },
            None => self.unnumbered_in(block, ahead),
        }
    }

    /// Bare digits at the beginning of a paragraph that are one more than the last number are its number.
    fn digits(&mut self, block: &mut FlowBlock) {
        let Some(last) = self.last.filter(|_| block.number.is_none()) else {
            return;
        };
        if let Some((value, bytes)) = labels::bare_digits(&block.text)
            && value == last + 1
        {
            let digits = block.text.text.get(..bytes).unwrap_or_default();
            block.number = Some(Number {
                shown: digits.to_string(),
                stop: String::new(),
            });
            block.text.cut(bytes);
            self.doubt(block.at, DoubtKind::NumberTyped, &value.to_string());
        }
    }

    fn numbered(&mut self, block: FlowBlock, value: u32) {
        if value == 1 && self.last.is_some_and(|last| last > 1) {
            self.restart();
        }
        self.enter_body(false);
        self.has_operative = true;
        self.last = Some(value);
        self.base = 0;
        self.levels.clear();
        self.put(block, Shape::Paragraph, 0);
    }

    /// A paragraph that its label makes a point of the one before it.
    fn labelled(&mut self, block: FlowBlock) {
        self.enter_body(false);
        let is_alone = !self.follows_paragraph() || !self.margin_holds_points();
        let label = block
            .number
            .as_ref()
            .map(|number| format!("{}{}", number.shown, number.stop));
        let label = label.unwrap_or_default();
        let depth = self.levels.place(&label, is_alone);
        self.base = depth;
        self.doubt(block.at, DoubtKind::FlatList, &label);
        self.put(block, Shape::Paragraph, depth);
    }

    fn unnumbered_in(&mut self, block: FlowBlock, ahead: Coming) {
        if words::is_signs(&block.text.text) {
            return self.put(block, Shape::Flush, 1);
        }
        if self.document.kind == DocumentKind::Statement
            || matches!(self.part, DocumentPart::Annex(_))
        {
            return self.plain(block);
        }
        if !self.has_operative && (ahead.number || block.zone == Zone::Preamble) {
            if block.zone == Zone::Body {
                self.doubt(block.at, DoubtKind::PreambleInBody, &block.text.text);
            }
            self.part = DocumentPart::Preamble(self.section);
            self.base = 0;
            return self.put(block, Shape::Paragraph, 0);
        }
        self.unnumbered(block);
    }

    /// An operative paragraph without number, or text that goes on after a numbered one.
    fn unnumbered(&mut self, block: FlowBlock) {
        self.enter_body(false);
        let follows = self.has_operative && self.last.is_some() && self.follows_paragraph();
        if !follows || block.text.opens_italic() {
            self.has_operative = true;
            return self.plain(block);
        }
        self.doubt(block.at, DoubtKind::Continuation, &block.text.text);
        let small = block
            .text
            .text
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
        if small && self.language.small_letter_goes_on() {
            self.put(block, Shape::Flush, 1);
        } else {
            self.put(block, Shape::Paragraph, 1);
        }
        self.base = 1;
    }

    /// A paragraph of its own.
    fn plain(&mut self, block: FlowBlock) {
        self.enter_body(false);
        self.base = 0;
        self.levels.clear();
        self.put(block, Shape::Paragraph, 0);
    }

    fn heading(&mut self, block: FlowBlock, level: u8, ahead: Coming) {
        self.enter_body(block.zone == Zone::Preamble || (ahead.number && ahead.paragraph));
        self.base = 0;
        self.levels.clear();
        self.put(block, Shape::Heading(level), 0);
    }

    /// Goes from the preamble to the body, where what comes is not preambular.
    fn enter_body(&mut self, is_preambular: bool) {
        if self.document.kind == DocumentKind::Statement {
            if !matches!(self.part, DocumentPart::Annex(_)) {
                self.part = DocumentPart::Statement;
            }
        } else if matches!(self.part, DocumentPart::Preamble(_)) && !is_preambular {
            self.part = DocumentPart::Operative(self.section);
        }
    }

    fn doubt(&mut self, at: usize, kind: DoubtKind, message: &str) {
        self.doubts.push(DocumentDoubt::quoting(at, kind, message));
    }
}

/// A numbered line that its style makes a heading.
fn is_heading(block: &FlowBlock) -> bool {
    block.level.is_some()
        && !block.text.text.is_empty()
        && words::is_at_most(&block.text.text, 25)
        && !words::ends_as_text(&block.text.text)
}
