//! Paragraphs and points with their numbers, headings, texts and lists.

use super::super::document::DoubtKind;
use super::super::text::{Inline, InlinePiece};
use super::super::words::Role;
use super::{BlockMark, Flow, FlowBlock, PLAIN_LEVEL, Waiting};
use crate::import::akn::xml::tree::{Child, Id};

/// How deep points of points may stand in a corpus.
const DEEPEST: u8 = 31;

/// A paragraph or a point that is being read.
struct Holder {
    /// What its first text becomes.
    first: BlockMark,
    /// What further texts become.
    further: BlockMark,
    level: Option<u8>,
    has_text: bool,
    /// The depth of points directly in it.
    depth: u8,
}

impl Flow<'_, '_> {
    /// A preambular paragraph: its first text, the others that go on, lists with their points.
    pub(super) fn container(&mut self, id: Id) {
        let is_named = self.tree.attribute(id, "name").is_some();
        self.hold(id, BlockMark::Container { is_named });
    }

    /// A text in the body without an element that says what it is.
    pub(super) fn bare_paragraph(&mut self, id: Id) {
        self.hold(id, BlockMark::Paragraph);
    }

    fn hold(&mut self, id: Id, first: BlockMark) {
        let mut holder = Holder::new(first, BlockMark::Flush(1), None, 1);
        self.texts_of(id, &mut holder);
        self.number_alone();
    }

    /// A paragraph: its number, headings, text, points, in their order.
    pub(super) fn paragraph(&mut self, id: Id) {
        let level = self.level(id);
        let mut holder = Holder::new(BlockMark::Paragraph, BlockMark::Flush(1), level, 1);
        self.parts(id, &mut holder);
    }

    /// A point: its heading, number, text, and what stands below it.
    pub(super) fn point(&mut self, id: Id, depth: u8) {
        let depth = self.bounded(depth, id);
        let below = depth.saturating_add(1);
        let mut holder = Holder::new(
            BlockMark::Point(depth),
            BlockMark::Flush(below.min(DEEPEST)),
            None,
            below,
        );
        self.parts(id, &mut holder);
    }

    /// What stands directly in a paragraph or a point.
    fn parts(&mut self, id: Id, holder: &mut Holder) {
        let tree = self.tree;
        for child in tree.children(id) {
            match child {
                Child::Element(child) => self.part(child, holder),
                Child::Text(text, at) => {
                    let text = Inline::plain(text);
                    if !text.is_empty() {
                        self.doubt(at, DoubtKind::LooseText, &text.text);
                        self.text(text, at, holder);
                    }
                }
                Child::Space { .. } => {}
            }
        }
        self.number_alone();
    }

    fn part(&mut self, id: Id, holder: &mut Holder) {
        let is_point = matches!(holder.first, BlockMark::Point(_));
        match self.tree.name(id) {
            "num" if !holder.has_text && self.waiting.is_none() => match self.number(id) {
                Some(number) => {
                    let (mark, level) = (holder.first.clone(), holder.level);
                    self.waiting = Some(Waiting {
                        number,
                        mark,
                        level,
                        at: self.tree.at(id),
                    });
                }
                None => self.texts_of(id, holder),
            },
            "heading" | "subheading" | "crossHeading" if is_point => {
                self.heading_of_points(id, holder.depth - 1);
            }
            "heading" | "subheading" | "crossHeading" => self.heading(id, holder.level),
            "span" | "b" | "i" | "u" if !is_point && self.waiting.is_none() && !holder.has_text => {
                self.heading(id, holder.level);
            }
            "sublist" => self.list(id, holder.depth),
            "point" | "item" | "li" => self.point(id, holder.depth),
            "paragraph" => self.paragraph(id),
            "table" | "authorialNote" => self.element(id),
            name => {
                if Role::of(name) == Role::Unknown {
                    self.name_unknown(id);
                }
                self.texts_of(id, holder);
            }
        }
    }

    /// The texts in an element, in order, with the lists in it.
    fn texts_of(&mut self, id: Id, holder: &mut Holder) {
        for piece in self.pieces(id) {
            let child = match piece {
                InlinePiece::Text(text, at) => {
                    self.text(text, at, holder);
                    continue;
                }
                InlinePiece::Block(child) => child,
            };
            match self.tree.name(child) {
                "sublist" => self.list(child, holder.depth.saturating_add(1)),
                "point" | "item" | "li" => self.point(child, holder.depth),
                "heading" | "subheading" | "crossHeading" => {
                    self.heading_of_points(child, holder.depth);
                }
                "table" => self.table(child),
                "paragraph" => self.paragraph(child),
                name => {
                    if Role::of(name) == Role::Unknown {
                        self.name_unknown(child);
                    }
                    self.texts_of(child, holder);
                }
            }
        }
    }

    fn text(&mut self, text: Inline, at: usize, holder: &mut Holder) {
        if std::mem::replace(&mut holder.has_text, true) {
            return self.put(holder.further.clone(), text, at);
        }
        let Some(waiting) = self.waiting.take() else {
            self.put(holder.first.clone(), text, at);
            self.level_last(holder.level);
            return;
        };
        self.numbered(waiting, text);
    }

    /// Puts down a number that waited, with its text.
    fn numbered(&mut self, waiting: Waiting, text: Inline) {
        self.push(waiting.mark, text, waiting.at);
        self.level_last(waiting.level);
        if let Some(block) = self.blocks.last_mut() {
            block.number = Some(waiting.number);
        }
    }

    fn level_last(&mut self, level: Option<u8>) {
        if let Some(block) = self.blocks.last_mut() {
            block.level = level;
        }
    }

    /// A number whose text does not come.
    pub(super) fn number_alone(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            self.numbered(waiting, Inline::default());
        }
    }

    fn heading(&mut self, id: Id, of_paragraph: Option<u8>) {
        let own = self.level(id).or(of_paragraph);
        let level = own.unwrap_or(PLAIN_LEVEL);
        let waiting = self.waiting.take();
        let from = self.blocks.len();
        self.texts(id, || BlockMark::Heading(level));
        let is_own = |block: &FlowBlock| {
            matches!(block.mark, BlockMark::Heading(_)) && block.number.is_none()
        };
        if let Some(block) = self.blocks.get_mut(from).filter(|block| is_own(block)) {
            block.number = waiting.map(|waiting| waiting.number);
            block.level = of_paragraph;
        } else if let Some(waiting) = waiting {
            let behind = self.blocks.split_off(from);
            self.waiting = Some(waiting);
            self.number_alone();
            self.blocks.extend(behind);
        }
    }

    /// A heading among points.
    fn heading_of_points(&mut self, id: Id, depth: u8) {
        self.number_alone();
        self.texts(id, || BlockMark::PointHeading(depth));
    }

    /// A list below a point, or one that stands in no paragraph.
    pub(super) fn list(&mut self, id: Id, depth: u8) {
        self.number_alone();
        let depth = self.bounded(depth, id);
        if depth > 1 {
            self.below_last_point(depth);
        }
        let mut holder = Holder::new(
            BlockMark::Flush(depth),
            BlockMark::Flush(depth),
            None,
            depth,
        );
        self.texts_of(id, &mut holder);
        self.number_alone();
    }

    /// Text that goes on between a point and the list below it belongs to that point.
    fn below_last_point(&mut self, depth: u8) {
        for block in self.blocks.iter_mut().rev() {
            match &mut block.mark {
                BlockMark::Flush(at) if *at == depth - 1 => *at = depth,
                _ => break,
            }
        }
    }

    fn bounded(&mut self, depth: u8, id: Id) -> u8 {
        let is_said = || {
            self.doubts
                .iter()
                .any(|doubt| doubt.kind == DoubtKind::TooDeep)
        };
        if depth > DEEPEST && !is_said() {
            let message = format!("points more than {DEEPEST} deep stand at the deepest level");
            self.doubt(self.tree.at(id), DoubtKind::TooDeep, &message);
        }
        depth.min(DEEPEST)
    }
}

impl Holder {
    fn new(first: BlockMark, further: BlockMark, level: Option<u8>, depth: u8) -> Self {
        Self {
            first,
            further,
            level,
            has_text: false,
            depth,
        }
    }
}
