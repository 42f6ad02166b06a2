//! A paragraph's markup → its text, with spans and notes beside it.

mod writer;

use self::writer::Writer;
use super::words::Role;
use super::xml::tree::{Child, Id, Tree};
use crate::text::model::{Span, SpanKind};

/// A text, and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// The text; runs of white space are one space.
    pub text: String,
    /// What is set apart in it, by its beginning.
    pub spans: Vec<Span>,
    /// Its notes, by their place.
    pub notes: Vec<InlineNote>,
    /// Where a tab first stood between words: the byte of its space.
    pub tab: Option<usize>,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct InlineNote {
    /// Its mark as printed: `1`, `*`.
    pub mark: String,
    /// The byte of the text at which it was cut out.
    pub at: usize,
    /// What it says.
    pub text: String,
}

/// A piece of what stands in a paragraph.
pub(super) enum InlinePiece {
    /// Text.
    Text(Inline, usize),
    /// An element that is a paragraph, a list or a table of its own.
    Block(Id),
}

/// The pieces of an element, in their order. Most elements are one piece, for which no list is made.
#[derive(Default)]
struct InlinePieces {
    first: Option<InlinePiece>,
    others: Vec<InlinePiece>,
}

impl InlinePieces {
    fn push(&mut self, piece: InlinePiece) {
        match self.first {
            None => self.first = Some(piece),
            Some(_) => self.others.push(piece),
        }
    }
}

impl Inline {
    /// Text that is not marked up.
    pub(super) fn plain(text: &str) -> Self {
        let mut writer = Writer::default();
        writer.push(text, false);
        writer.finish()
    }

    /// Adds a note at its end.
    pub(super) fn note(&mut self, mark: &str, note: Self) {
        note.note_at(self.text.len(), mark, &mut self.notes);
    }

    /// Makes notes at a place of this text and of the notes in it.
    fn note_at(self, at: usize, mark: &str, notes: &mut Vec<InlineNote>) {
        notes.push(InlineNote {
            mark: mark.to_string(),
            at,
            text: self.text,
        });
        notes.extend(self.notes.into_iter().map(|note| InlineNote { at, ..note }));
    }

    /// Whether there is nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.notes.is_empty()
    }

    /// Whether it opens with an italic run, which is the lead verb.
    pub(super) fn opens_italic(&self) -> bool {
        let opening = self.text.len()
            - self
                .text
                .trim_start_matches(['“', '„', '«', '"', '”'])
                .len();
        self.spans
            .iter()
            .any(|span| span.kind == SpanKind::Italic && span.range.start <= place(opening))
    }

    /// Whether a note stands before the end of the first bytes: what it says is printed before their end.
    pub(super) fn has_note_before(&self, bytes: usize) -> bool {
        self.notes.iter().any(|note| note.at < bytes)
    }

    /// Takes the first bytes off, with the space behind them.
    pub(super) fn cut(&mut self, bytes: usize) {
        let rest = self.text.get(bytes..).unwrap_or_default();
        let gone = bytes + (rest.len() - rest.trim_start().len());
        self.text.replace_range(..gone.min(self.text.len()), "");
        self.move_spans(|at| at.saturating_sub(place(gone)));
        self.spans.retain(|span| !span.range.is_empty());
        for note in &mut self.notes {
            note.at = note.at.saturating_sub(gone);
        }
        self.tab = self.tab.and_then(|tab| tab.checked_sub(gone));
    }

    /// Puts a label before its text.
    pub(super) fn put_before(&mut self, label: &str) {
        let by = label.len();
        self.text.insert_str(0, label);
        self.move_spans(|at| at + place(by));
        for note in &mut self.notes {
            note.at += by;
        }
    }

    /// Adds another paragraph, on a line of its own.
    pub(super) fn join(&mut self, mut other: Self) {
        if self.is_empty() {
            *self = Self { tab: None, ..other };
            return;
        }
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push('\n');
        }
        let by = self.text.len();
        self.text.push_str(&other.text);
        other.move_spans(|at| at + place(by));
        self.spans.append(&mut other.spans);
        let moved = |note: InlineNote| InlineNote {
            at: note.at + by,
            ..note
        };
        self.notes.extend(other.notes.into_iter().map(moved));
    }

    fn move_spans(&mut self, to: impl Fn(u32) -> u32) {
        for span in &mut self.spans {
            span.range = to(span.range.start)..to(span.range.end);
        }
    }
}

/// A byte of a text, as the model counts them.
pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Reads what stands in an element, piece by piece.
pub(super) struct Reader<'t, 'a> {
    tree: &'t Tree<'a>,
    /// On a cover a letter and a digit that meet at a border are two words.
    pub(super) is_cover: bool,
    /// A note in a note is part of its text.
    is_note: bool,
    out: Writer,
    pieces: InlinePieces,
    /// Elements that the reader does not know.
    pub(super) unknown: Vec<Id>,
}

impl<'t, 'a> Reader<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>) -> Self {
        Self {
            tree,
            is_cover: false,
            is_note: false,
            out: Writer::default(),
            pieces: InlinePieces::default(),
            unknown: Vec::new(),
        }
    }

    /// Reads what a note says.
    pub(super) fn of_note(tree: &'t Tree<'a>) -> Self {
        Self {
            is_note: true,
            ..Self::new(tree)
        }
    }

    /// The pieces of an element: none is empty.
    pub(super) fn pieces(&mut self, id: Id) -> impl Iterator<Item = InlinePiece> + use<> {
        self.out.at = self.tree.at(id);
        self.content(id);
        self.end();
        let pieces = std::mem::take(&mut self.pieces);
        pieces.first.into_iter().chain(pieces.others)
    }

    /// One text of all that stands in an element, each paragraph on a line of its own.
    pub(super) fn joined(&mut self, id: Id) -> Inline {
        let mut all = Inline::default();
        for piece in self.pieces(id) {
            all.join(match piece {
                InlinePiece::Text(text, _) => text,
                InlinePiece::Block(id) => self.joined(id),
            });
        }
        all
    }

    fn content(&mut self, id: Id) {
        let tree = self.tree;
        for child in tree.children(id) {
            match child {
                Child::Text(text, _) => self.out.push(text, self.is_cover),
                Child::Element(child) => self.element(child),
                Child::Space { has_tab } => self.out.space(has_tab),
            }
        }
    }

    fn element(&mut self, id: Id) {
        match Role::of(self.tree.name(id)) {
            Role::Note if !self.is_note => {
                let mark = self.tree.attribute(id, "marker").unwrap_or_default();
                let text = Reader::of_note(self.tree).joined(id);
                self.out.note(&mark, text);
            }
            Role::Break => {
                self.out.push(" ", false);
                // Where a break was never closed, text stands in it.
                self.content(id);
            }
            Role::Inline => self.span(id),
            Role::Unknown if self.is_inline(id) => {
                self.unknown.push(id);
                self.span(id);
            }
            _ => {
                self.end();
                self.pieces.push(InlinePiece::Block(id));
                self.out.at = self.tree.at(id);
            }
        }
    }

    fn span(&mut self, id: Id) {
        let begin = self.out.begin();
        self.content(id);
        if let Some(range) = self.out.end(begin) {
            let tree = self.tree;
            kinds(tree, id, &mut |kind| {
                let range = range.clone();
                self.out.spans.push(Span { range, kind });
            });
        }
    }

    /// Whether no element in or below an element is a block.
    pub(super) fn is_inline(&self, id: Id) -> bool {
        let is_block = |id: Id| {
            !matches!(
                Role::of(self.tree.name(id)),
                Role::Inline | Role::Unknown | Role::Note | Role::Break
            )
        };
        self.tree.find(id, &is_block).is_none()
    }

    fn end(&mut self) {
        let at = self.out.at;
        let text = self.out.finish();
        if !text.is_empty() {
            self.pieces.push(InlinePiece::Text(text, at));
        }
    }
}

/// How an element sets its text apart.
fn kinds(tree: &Tree<'_>, id: Id, take: &mut dyn FnMut(SpanKind)) {
    take(match tree.name(id) {
        "i" => SpanKind::Italic,
        "b" => SpanKind::Bold,
        "u" | "ins" => SpanKind::Underline,
        "s" | "del" => SpanKind::Struck,
        "sup" => SpanKind::Superscript,
        "sub" => SpanKind::Subscript,
        "a" | "ref" => match tree.attribute(id, "href") {
            Some(address) => SpanKind::Link(address.into()),
            None => return,
        },
        _ => {
            let classes = tree.attribute(id, "class").unwrap_or_default();
            return classes
                .split_ascii_whitespace()
                .filter_map(of_class)
                .for_each(take);
        }
    });
}

fn of_class(class: &str) -> Option<SpanKind> {
    Some(match class {
        "italic" => SpanKind::Italic,
        "bold" => SpanKind::Bold,
        "underline" => SpanKind::Underline,
        "strike" => SpanKind::Struck,
        "superscript" | "sup" => SpanKind::Superscript,
        "subscript" | "sub" => SpanKind::Subscript,
        _ => return None,
    })
}
