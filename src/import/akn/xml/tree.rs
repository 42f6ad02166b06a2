//! Tags → a tree of elements, whatever the tags do: a stack of open elements with the rules of repair.

mod stack;

use std::borrow::Cow;
use std::ops::Range;

use super::attributes::{self, Attribute};
use super::events::{MarkupToken, MarkupTokens};
use super::repairs::{MarkupRepair, MarkupRepairKind};
use super::tags::Tag;
use crate::import::akn::eight::space;
use crate::import::akn::letters::{LetterCount, is_control};
use stack::Stack;

/// An element of a [`Tree`], by its position.
pub(in crate::import::akn) type Id = usize;

/// The root, which is no element of the file.
pub(in crate::import::akn) const ROOT: Id = 0;

/// A file as a tree.
pub(in crate::import::akn) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// The attributes of all elements.
    attributes: Vec<Attribute<'a>>,
    /// The content of each element `meta`.
    pub(in crate::import::akn) metas: Vec<MetaSource<'a>>,
    /// The elements that name the document, its title, its days and its meeting, in the order of the file.
    pub(in crate::import::akn) named: Vec<Id>,
    /// The repairs, each at its byte.
    pub(in crate::import::akn) repairs: Vec<MarkupRepair>,
    /// How many letters its text has.
    pub(in crate::import::akn) letters: u64,
}

/// The content of an element `meta`.
#[derive(Clone, Copy, Debug)]
pub(in crate::import::akn) struct MetaSource<'a> {
    pub(in crate::import::akn) at: usize,
    pub(in crate::import::akn) content: &'a str,
}

struct Node<'a> {
    content: Content<'a>,
    at: usize,
    /// The first and the last child and the next of its parent's; [`ROOT`] is none.
    first: u32,
    last: u32,
    next: u32,
}

enum Content<'a> {
    /// Its local name, and where its attributes stand in the list of all.
    Element(&'a str, Range<u32>),
    Text(Cow<'a, str>),
    Space {
        has_tab: bool,
    },
}

/// A child of an element.
#[derive(Clone, Copy, Debug)]
pub(in crate::import::akn) enum Child<'t> {
    Element(Id),
    Text(&'t str, usize),
    /// White space and nothing else.
    Space {
        has_tab: bool,
    },
}

impl<'a> Tree<'a> {
    /// Reads a file.
    pub(in crate::import::akn) fn read(text: &'a str) -> Self {
        let mut nodes = Vec::with_capacity(text.len() / 40 + 1);
        nodes.push(Node::new(Content::Element("", 0..0), 0));
        let mut tree = Self {
            nodes,
            attributes: Vec::new(),
            metas: Vec::new(),
            named: Vec::new(),
            repairs: Vec::new(),
            letters: 0,
        };
        let mut tokens = MarkupTokens::new(text);
        let mut stack = Stack::default();
        let mut known = 0;
        while let Some((token, at)) = tokens.next(stack.name()) {
            match token {
                MarkupToken::Text(text) => tree.add_text(stack.parent(), text, at),
                MarkupToken::Space { has_tab } => {
                    tree.add(stack.parent(), Content::Space { has_tab }, at);
                }
                MarkupToken::Tag(Tag::Open { name, ends_itself }) => {
                    let from = std::mem::replace(&mut known, tokens.attributes.len());
                    tree.check(&tokens.attributes[from..], at);
                    if name == "meta" && !ends_itself && tree.take_meta(&mut tokens, at) {
                        continue;
                    }
                    let content = Content::Element(name, link(from)..link(known));
                    let id = tree.add(stack.parent(), content, at);
                    if matches!(name, "docNumber" | "docTitle" | "docDate" | "inline") {
                        tree.named.push(id);
                    }
                    if !ends_itself {
                        stack.open(name, id);
                    }
                }
                MarkupToken::End => {
                    stack.close_innermost();
                }
                MarkupToken::Tag(Tag::Close(name)) => stack.close(name, at, &mut tree.repairs),
            }
        }
        if !stack.is_empty() {
            tree.repair(text.len(), MarkupRepairKind::EndsEarly, stack.name());
        }
        tree.repairs.append(&mut tokens.repairs);
        tree.attributes = tokens.attributes;
        tree
    }

    fn add_text(&mut self, parent: Id, text: Cow<'a, str>, at: usize) {
        let (length, has_tab) = space(text.as_bytes());
        if length == text.len() {
            if !text.is_empty() {
                self.add(parent, Content::Space { has_tab }, at);
            }
            return;
        }
        let count = LetterCount::of(text.get(length..).unwrap_or_default());
        self.letters += count.letters;
        let text = if count.has_control {
            self.without_controls(&text, at)
        } else {
            text
        };
        self.add(parent, Content::Text(text), at);
    }

    /// Keeps what stands in an element `meta` that was just opened; false where it has no end.
    fn take_meta(&mut self, tokens: &mut MarkupTokens<'a>, at: usize) -> bool {
        let from = tokens.position();
        let content = tokens.jump(at);
        self.metas
            .extend(content.map(|content| MetaSource { at: from, content }));
        content.is_some()
    }

    #[inline]
    fn add(&mut self, parent: Id, content: Content<'a>, at: usize) -> Id {
        let id = self.nodes.len();
        self.nodes.push(Node::new(content, at));
        let parent = &mut self.nodes[parent];
        let link = link(id);
        match std::mem::replace(&mut parent.last, link) {
            0 => parent.first = link,
            last => self.nodes[last as usize].next = link,
        }
        id
    }

    fn without_controls(&mut self, text: &str, at: usize) -> Cow<'a, str> {
        let controls = text.bytes().filter(|byte| is_control(*byte));
        let codes: Vec<String> = controls.map(|byte| format!("U+{byte:04X}")).collect();
        self.repair(at, MarkupRepairKind::Control, &codes.join(" "));
        let is_kept = |c: &char| !u8::try_from(*c).is_ok_and(is_control);
        Cow::Owned(text.chars().filter(is_kept).collect())
    }

    fn check(&mut self, attributes: &[Attribute<'a>], at: usize) {
        if let Some(name) = attributes::doubled(attributes) {
            self.repair(at, MarkupRepairKind::DoubleAttribute, name);
        }
    }

    fn repair(&mut self, at: usize, kind: MarkupRepairKind, what: &str) {
        self.repairs.push(MarkupRepair {
            line: at,
            kind,
            what: what.to_string(),
        });
    }

    /// How many elements and texts there are.
    pub(in crate::import::akn) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// What stands directly in an element, in order.
    pub(in crate::import::akn) fn children(&self, id: Id) -> impl Iterator<Item = Child<'_>> {
        let linked = |link: u32| (link != 0).then_some(link as usize);
        std::iter::successors(linked(self.nodes[id].first), move |&child| {
            linked(self.nodes[child].next)
        })
        .map(|child| match &self.nodes[child].content {
            Content::Element(..) => Child::Element(child),
            Content::Text(text) => Child::Text(text, self.nodes[child].at),
            Content::Space { has_tab } => Child::Space { has_tab: *has_tab },
        })
    }

    /// The elements directly in an element, in order.
    pub(in crate::import::akn) fn elements(&self, id: Id) -> impl Iterator<Item = Id> {
        self.children(id).filter_map(|child| match child {
            Child::Element(id) => Some(id),
            Child::Text(..) | Child::Space { .. } => None,
        })
    }

    /// The local name of an element.
    pub(in crate::import::akn) fn name(&self, id: Id) -> &'a str {
        match self.nodes[id].content {
            Content::Element(name, _) => name,
            Content::Text(_) | Content::Space { .. } => "",
        }
    }

    /// An attribute of an element; nothing where it is empty.
    pub(in crate::import::akn) fn attribute(&self, id: Id, name: &str) -> Option<Cow<'a, str>> {
        let value = attributes::value(self.attributes(id), name);
        value.filter(|value| !value.trim_start().is_empty())
    }

    /// Whether an element says that it refers to a name.
    pub(in crate::import::akn) fn refers_to(&self, id: Id, name: &str) -> bool {
        self.attribute(id, "refersTo")
            .is_some_and(|to| to.trim_start_matches('#') == name)
    }

    /// All text, in order.
    pub(in crate::import::akn) fn texts(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().filter_map(|node| match &node.content {
            Content::Text(text) => Some(&**text),
            Content::Element(..) | Content::Space { .. } => None,
        })
    }

    /// An attribute of an element as it stands in the file; empty where it is not there.
    pub(in crate::import::akn) fn raw_attribute(&self, id: Id, name: &str) -> &'a str {
        attributes::raw(self.attributes(id), name).unwrap_or_default()
    }

    fn attributes(&self, id: Id) -> &[Attribute<'a>] {
        match &self.nodes[id].content {
            Content::Element(_, range) => {
                &self.attributes[range.start as usize..range.end as usize]
            }
            Content::Text(_) | Content::Space { .. } => &[],
        }
    }

    /// The first element that names something of the document, and of which that is true.
    pub(in crate::import::akn) fn first_named(&self, is: impl Fn(Id) -> bool) -> Option<Id> {
        self.named.iter().copied().find(|&id| is(id))
    }

    /// The byte at which an element begins.
    pub(in crate::import::akn) fn at(&self, id: Id) -> usize {
        self.nodes[id].at
    }

    /// The first element of a name in or below an element, in the order of the file.
    pub(in crate::import::akn) fn find(&self, id: Id, found: &dyn Fn(Id) -> bool) -> Option<Id> {
        self.elements(id).find_map(|child| {
            if found(child) {
                Some(child)
            } else {
                self.find(child, found)
            }
        })
    }
}

impl<'a> Node<'a> {
    fn new(content: Content<'a>, at: usize) -> Self {
        Self {
            content,
            at,
            first: 0,
            last: 0,
            next: 0,
        }
    }
}

/// A position as the tree keeps it; no file has more.
fn link(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(0)
}
