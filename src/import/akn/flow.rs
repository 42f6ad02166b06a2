//! A tree → its paragraphs, headings and tables in the order of print, each with what its markup says of it.

mod blocks;
mod paragraph;

use blocks::heading_level;
pub(super) use blocks::{BlockMark, FlowBlock, PLAIN_LEVEL, Zone};

use super::document::{DocumentDoubt, DoubtKind, Number};
use super::labels;
use super::table;
use super::text::{Inline, InlineNote, InlinePiece, Reader};
use super::words::Role;
use super::xml::tree::{Child, Id, ROOT, Tree};

/// A number of more characters is a text.
const LONGEST_NUMBER: usize = 24;

/// A number of a paragraph or a point whose text has not come yet.
struct Waiting {
    number: Number,
    mark: BlockMark,
    level: Option<u8>,
    at: usize,
}

/// Reads a tree into blocks.
pub(super) struct Flow<'t, 'a> {
    tree: &'t Tree<'a>,
    zone: Zone,
    /// A number that waits for its text.
    waiting: Option<Waiting>,
    /// Notes at a number, for the text behind it.
    number_notes: Vec<InlineNote>,
    reader: Reader<'t, 'a>,
    pub(super) blocks: Vec<FlowBlock>,
    pub(super) doubts: Vec<DocumentDoubt>,
}

impl<'t, 'a> Flow<'t, 'a> {
    pub(super) fn read(tree: &'t Tree<'a>) -> Self {
        let mut flow = Self {
            tree,
            zone: Zone::Body,
            waiting: None,
            number_notes: Vec::new(),
            reader: Reader::new(tree),
            blocks: Vec::with_capacity(tree.len() / 10),
            doubts: Vec::new(),
        };
        flow.all(ROOT);
        flow
    }

    /// Everything in an element that holds blocks.
    fn all(&mut self, id: Id) {
        self.walk(id, Self::element);
    }

    /// Hands over the elements in an element; text beside them becomes a paragraph.
    fn walk(&mut self, id: Id, mut take: impl FnMut(&mut Self, Id)) {
        let tree = self.tree;
        for child in tree.children(id) {
            match child {
                Child::Element(child) => take(self, child),
                Child::Text(text, at) => self.loose(text, at),
                Child::Space { .. } => {}
            }
        }
    }

    fn loose(&mut self, text: &str, at: usize) {
        let text = Inline::plain(text);
        if text.is_empty() {
            return;
        }
        self.doubt(at, DoubtKind::LooseText, &text.text);
        let mark = if self.zone == Zone::Cover {
            BlockMark::Line { is_title: false }
        } else {
            BlockMark::Paragraph
        };
        self.put(mark, text, at);
    }

    fn element(&mut self, id: Id) {
        match self.tree.name(id) {
            "coverPage" | "preface" => self.zone(id, Zone::Cover),
            "preamble" => self.zone(id, Zone::Preamble),
            "conclusions" => self.zone(id, Zone::Conclusions),
            "mainBody" => self.zone(id, Zone::Body),
            "component" => self.component(id),
            "attachment" => {
                self.put(BlockMark::Attachment, Inline::default(), self.tree.at(id));
                self.all(id);
            }
            "section" | "part" | "chapter" | "title" | "article" | "division" => self.section(id),
            "formula" => self.texts(id, || BlockMark::Formula),
            "container" | "recital" => self.container(id),
            "paragraph" => self.paragraph(id),
            "list" | "blockList" | "ul" | "ol" => self.list(id, 1),
            "sublist" => self.list(id, 2),
            "point" | "item" | "li" => self.point(id, 1),
            "crossHeading" if self.is_preambular(id) => {
                self.texts(id, || BlockMark::Preambular { is_marked: true });
            }
            "heading" | "subheading" | "crossHeading" | "block" => {
                let level = self.level(id).unwrap_or(PLAIN_LEVEL);
                self.texts(id, || BlockMark::Heading(level));
            }
            "table" => self.table(id),
            "p" | "alinea" | "content" | "intro" | "wrapUp" | "quotedStructure"
            | "listIntroduction" => self.bare(id),
            "authorialNote" => self.note(id),
            name => match Role::of(name) {
                Role::Inline => self.bare(id),
                Role::Unknown => self.unknown(id),
                _ => self.all(id),
            },
        }
    }

    fn zone(&mut self, id: Id, zone: Zone) {
        let before = std::mem::replace(&mut self.zone, zone);
        self.all(id);
        self.zone = before;
    }

    /// A text that has its own cover in a collection: a section, with what the cover says as its number and title.
    fn component(&mut self, id: Id) {
        let tree = self.tree;
        let holds_text = tree
            .find(id, &|id| matches!(tree.name(id), "mainBody" | "preamble"))
            .is_some();
        if holds_text {
            self.put(BlockMark::Section, Inline::default(), tree.at(id));
        }
        self.all(id);
    }

    fn section(&mut self, id: Id) {
        let tree = self.tree;
        self.put(BlockMark::Section, Inline::default(), tree.at(id));
        let opening = self.blocks.len();
        self.walk(id, |flow, child| {
            let is_first = flow.blocks.len() == opening;
            let section = &flow.blocks[opening - 1];
            // Behind the title it is text, in its place.
            let has_none = section.number.is_none() && section.text.text.is_empty();
            match flow.tree.name(child) {
                "num" if is_first && has_none => match flow.number(child) {
                    Some(number) => {
                        let notes = std::mem::take(&mut flow.number_notes);
                        let section = &mut flow.blocks[opening - 1];
                        section.number = Some(number);
                        section.text.notes = notes;
                    }
                    None => flow.bare(child),
                },
                "num" => flow.bare(child),
                "heading" | "subheading" if is_first => flow.over_section(child),
                _ => flow.element(child),
            }
        });
    }

    /// A heading at the head of a section: its number, where that is all, else its title.
    fn over_section(&mut self, id: Id) {
        let text = self.joined(id);
        let at = self.tree.at(id);
        let Some(section) = self.blocks.last_mut() else {
            return;
        };
        if section.number.is_none()
            && text.notes.is_empty()
            && labels::is_section_number(&text.text)
        {
            section.number = Some(labels::number(&text.text));
        } else if section.text.text.is_empty() {
            section.text.join(text);
        } else {
            self.put(BlockMark::Heading(2), text, at);
        }
    }

    fn is_preambular(&self, id: Id) -> bool {
        self.tree.refers_to(id, "preamble")
    }

    fn table(&mut self, id: Id) {
        self.reader.is_cover = false;
        let table = table::read(self.tree, &mut self.reader, id);
        self.reader.unknown.clear();
        self.put(BlockMark::Table(table), Inline::default(), self.tree.at(id));
    }

    /// A text without an element that says what it is.
    fn bare(&mut self, id: Id) {
        match self.zone {
            Zone::Cover => self.line(id),
            Zone::Preamble => self.texts(id, || BlockMark::Preambular { is_marked: false }),
            Zone::Body | Zone::Conclusions => self.bare_paragraph(id),
        }
    }

    /// A line of a cover. One that a number and the human title share is two.
    fn line(&mut self, id: Id) {
        let tree = self.tree;
        let is_title =
            |id: Id| tree.name(id) == "docTitle" && tree.refers_to(id, "resolutionTitle");
        let Some(title) = tree.find(id, &is_title) else {
            return self.texts(id, || BlockMark::Line { is_title: false });
        };
        let is_beside = tree.elements(id).any(|child| child == title);
        let is_alone = tree.children(id).all(|child| match child {
            Child::Element(child) => child == title || tree.name(child) == "docNumber",
            Child::Text(text, _) => text.trim().is_empty(),
            Child::Space { .. } => true,
        });
        if !is_beside || !is_alone {
            return self.texts(id, || BlockMark::Line { is_title: false });
        }
        for child in tree.elements(id) {
            let is_title = child == title;
            self.texts(child, || BlockMark::Line { is_title });
        }
    }

    /// A note that stands in no text: it belongs to the text before it, or to that of the number before it.
    fn note(&mut self, id: Id) {
        let mark = self.tree.attribute(id, "marker").unwrap_or_default();
        let text = Reader::of_note(self.tree).joined(id);
        if self.waiting.is_some() {
            self.number_notes.push(InlineNote {
                mark: mark.into_owned(),
                at: 0,
                text: text.text,
            });
            return;
        }
        match self.blocks.last_mut() {
            Some(block) if !matches!(block.mark, BlockMark::Table(_)) && !block.text.is_empty() => {
                block.text.note(&mark, text);
            }
            _ => self.put(BlockMark::Paragraph, text, self.tree.at(id)),
        }
    }

    fn unknown(&mut self, id: Id) {
        self.name_unknown(id);
        if Reader::new(self.tree).is_inline(id) {
            self.bare(id);
        } else {
            self.all(id);
        }
    }

    fn name_unknown(&mut self, id: Id) {
        let name = self.tree.name(id);
        self.doubt(self.tree.at(id), DoubtKind::UnknownElement, name);
    }

    /// Each text in an element as a block; blocks in it as they are.
    fn texts(&mut self, id: Id, mark: impl Fn() -> BlockMark) {
        for piece in self.pieces(id) {
            match piece {
                InlinePiece::Text(text, at) => self.put(mark(), text, at),
                InlinePiece::Block(child) => match self.tree.name(child) {
                    "p" | "content" | "block" | "alinea" => {
                        self.texts(child, &mark as &dyn Fn() -> BlockMark);
                    }
                    _ => self.element(child),
                },
            }
        }
    }

    fn pieces(&mut self, id: Id) -> impl Iterator<Item = InlinePiece> + use<> {
        self.reader.is_cover = self.zone == Zone::Cover;
        let pieces = self.reader.pieces(id);
        for id in std::mem::take(&mut self.reader.unknown) {
            self.name_unknown(id);
        }
        pieces
    }

    fn joined(&mut self, id: Id) -> Inline {
        self.reader.is_cover = false;
        let text = self.reader.joined(id);
        self.reader.unknown.clear();
        text
    }

    /// The number in an element `num`; nothing where a text stands in it, as where its end tag is wanting.
    fn number(&mut self, id: Id) -> Option<Number> {
        let text = self.joined(id);
        let is_number = text.text.chars().count() <= LONGEST_NUMBER
            && text.notes.iter().all(|note| note.at == text.text.len());
        if !is_number {
            return None;
        }
        // They stand behind the number: before the first word of what follows.
        let notes = text.notes.into_iter();
        let notes = notes.map(|note| InlineNote { at: 0, ..note });
        self.number_notes.extend(notes);
        Some(labels::number(&text.text))
    }

    fn level(&self, id: Id) -> Option<u8> {
        heading_level(self.tree.raw_attribute(id, "class"))
    }

    /// Adds a block; a number that waits for its text stands before it, alone.
    fn put(&mut self, mark: BlockMark, text: Inline, at: usize) {
        self.number_alone();
        self.push(mark, text, at);
    }

    fn push(&mut self, mark: BlockMark, mut text: Inline, at: usize) {
        if !self.number_notes.is_empty() {
            text.notes.splice(0..0, self.number_notes.drain(..));
        }
        self.blocks.push(FlowBlock {
            mark,
            zone: self.zone,
            level: None,
            number: None,
            text,
            at,
        });
    }

    fn doubt(&mut self, at: usize, kind: DoubtKind, message: &str) {
        self.doubts.push(DocumentDoubt::quoting(at, kind, message));
    }
}
