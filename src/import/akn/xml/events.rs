//! Text → tags and what stands between them, with what quick-xml can be told to let pass.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memmem, memrchr};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use quick_xml::{Error, Reader};

use super::attributes::Attribute;
use super::repairs::{MarkupRepair, MarkupRepairKind};
use super::tags::{self, Tag};
use crate::import::akn::eight::space;
use crate::text::encoding;

/// How often reading begins again behind a loose `<` before all the rest counts as text.
const RESTARTS: usize = 1000;

/// A piece of a file.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import::akn) enum MarkupToken<'a> {
    Tag(Tag<'a>),
    /// The end tag of the innermost open element.
    End,
    /// Text, decoded; a comment is an empty one.
    Text(Cow<'a, str>),
    /// White space before a tag, some of it.
    Space {
        has_tab: bool,
    },
}

/// Reads a file piece by piece.
pub(in crate::import::akn) struct MarkupTokens<'a> {
    text: &'a str,
    /// The byte that comes next.
    at: usize,
    restarts: usize,
    /// An element without end was to be jumped over; no other is looked for through all that follows.
    lacks_end: bool,
    /// The attributes of all start tags so far.
    pub(in crate::import::akn) attributes: Vec<Attribute<'a>>,
    /// What had to be let pass, each at its byte.
    pub(in crate::import::akn) repairs: Vec<MarkupRepair>,
}

impl<'a> MarkupTokens<'a> {
    pub(in crate::import::akn) fn new(text: &'a str) -> Self {
        let unmarked = text.strip_prefix(encoding::MARK).unwrap_or(text);
        Self {
            text,
            at: text.len() - unmarked.len(),
            restarts: 0,
            lacks_end: false,
            attributes: Vec::with_capacity(text.len() / 100),
            repairs: Vec::new(),
        }
    }

    /// The byte that comes next.
    pub(in crate::import::akn) fn position(&self) -> usize {
        self.at
    }

    /// The next piece and the byte it begins at, in the element of that name, whose end tag most end tags are.
    pub(in crate::import::akn) fn next(
        &mut self,
        open: &'a str,
    ) -> Option<(MarkupToken<'a>, usize)> {
        let from = self.at;
        let rest = self.rest();
        let token = match rest.as_bytes().first()? {
            b'<' => match self.plain(open, rest) {
                Some((token, length)) => {
                    self.at += length;
                    token
                }
                None => self.unusual()?,
            },
            b'&' => self.unusual()?,
            _ => self.text(),
        };
        Some((token, from))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The plain tag that comes next, and its length.
    fn plain(&mut self, open: &str, rest: &'a str) -> Option<(MarkupToken<'a>, usize)> {
        if let Some(length) = tags::end_of(open, rest) {
            return Some((MarkupToken::End, length));
        }
        let (tag, length) = tags::plain(rest, &mut self.attributes)?;
        Some((MarkupToken::Tag(tag), length))
    }

    fn text(&mut self) -> MarkupToken<'a> {
        let rest = self.rest();
        let (space, has_tab) = space(rest.as_bytes());
        if rest.as_bytes().get(space) == Some(&b'<') {
            self.at += space;
            return MarkupToken::Space { has_tab };
        }
        let end = memchr2(b'<', b'&', rest.as_bytes()).unwrap_or(rest.len());
        self.at += end;
        MarkupToken::Text(Cow::Borrowed(rest.get(..end).unwrap_or_default()))
    }

    /// Has quick-xml read what is neither text nor a plain tag; nothing where the file ends.
    fn unusual(&mut self) -> Option<MarkupToken<'a>> {
        let from = self.at;
        Some(match self.event() {
            Ok(Event::Eof) => return None,
            Ok(Event::Text(text)) => self.unusual_text(text.into_inner(), from),
            Ok(Event::CData(text)) => self.unusual_text(text.into_inner(), from),
            Ok(Event::GeneralRef(name)) => self.reference(&name, from),
            Ok(Event::Start(_) | Event::Empty(_) | Event::End(_)) => {
                let raw = self.text.get(from..self.at).unwrap_or_default();
                let is_one = memrchr(b'<', raw.as_bytes()) == Some(0);
                let tag = is_one.then(|| tags::whole(raw, &mut self.attributes));
                match tag.flatten() {
                    Some(tag) => MarkupToken::Tag(tag),
                    None => self.loose(from),
                }
            }
            Ok(_) => MarkupToken::Text(Cow::Borrowed("")),
            Err(_) => self.broken(from)?,
        })
    }

    /// The next piece as quick-xml reads it.
    fn event(&mut self) -> Result<Event<'a>, Error> {
        let mut reader = begun();
        *reader.get_mut() = self.rest().as_bytes();
        let event = reader.read_event();
        self.at = self.text.len() - reader.get_ref().len();
        event
    }

    /// Jumps behind the end tag of the element that was just opened at a byte, and says what stood inside; nothing
    /// where it has no end tag.
    pub(in crate::import::akn) fn jump(&mut self, at: usize) -> Option<&'a str> {
        if self.lacks_end {
            return None;
        }
        let rest = self.rest();
        let name = name_at(self.text.as_bytes().get(at + 1..).unwrap_or_default());
        let Some((end, behind)) = end_of(name, rest.as_bytes()) else {
            self.lacks_end = true;
            return None;
        };
        self.at += behind;
        rest.get(..end)
    }

    fn unusual_text(&mut self, text: Cow<'a, str>, at: usize) -> MarkupToken<'a> {
        if text.starts_with('&') {
            self.repair(at, MarkupRepairKind::LooseSign, "&");
        }
        MarkupToken::Text(text)
    }

    fn reference(&mut self, name: &str, at: usize) -> MarkupToken<'a> {
        MarkupToken::Text(if let Some(known) = resolve_xml_entity(name) {
            Cow::Borrowed(known)
        } else if let Some(c) = character(name) {
            Cow::Owned(c.to_string())
        } else {
            let raw = self.text.get(at..self.at).unwrap_or_default();
            self.repair(at, MarkupRepairKind::UnknownEntity, raw);
            Cow::Borrowed(raw)
        })
    }

    /// A `<` that begins no tag is text; what follows is read again.
    fn loose(&mut self, at: usize) -> MarkupToken<'a> {
        self.repair(at, MarkupRepairKind::LooseSign, "<");
        self.restarts += 1;
        self.at = if self.restarts > RESTARTS {
            self.text.len()
        } else {
            at + 1
        };
        MarkupToken::Text(Cow::Borrowed(
            self.text.get(at..self.at).unwrap_or_default(),
        ))
    }

    /// Markup without an end: a tag that the end of the file cut goes, anything else is text.
    fn broken(&mut self, at: usize) -> Option<MarkupToken<'a>> {
        let rest = self.text.get(at..).unwrap_or_default();
        let is_cut = !rest.get(1..).unwrap_or_default().contains(['<', '>'])
            && !rest.starts_with("<!")
            && rest
                .split_ascii_whitespace()
                .skip(1)
                .all(|word| word.contains('='));
        if is_cut {
            self.repair(at, MarkupRepairKind::EndsEarly, rest);
            self.at = self.text.len();
            return None;
        }
        Some(self.loose(at))
    }

    fn repair(&mut self, at: usize, kind: MarkupRepairKind, what: &str) {
        self.repairs.push(MarkupRepair {
            line: at,
            kind,
            what: what.chars().take(40).collect(),
        });
    }
}

/// A reader that has begun: where it goes on, what looks like a byte order mark is text.
fn begun<'a>() -> Reader<&'a [u8]> {
    let mut reader = Reader::from_reader(&b"<a/>"[..]);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let _ = reader.read_event();
    reader
}

/// The name of a tag, with its prefix, of what stands behind its `<`.
fn name_at(tag: &[u8]) -> &[u8] {
    let is_name = |byte: &&u8| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'/');
    let length = tag.iter().take_while(is_name).count();
    tag.get(..length).unwrap_or_default()
}

/// Where the end tag of an element begins and ends in what follows its start tag.
fn end_of(name: &[u8], rest: &[u8]) -> Option<(usize, usize)> {
    let tag = [b"</", name].concat();
    let is_whole = |&at: &usize| {
        let behind = rest.get(at + tag.len());
        behind.is_some_and(|byte| *byte == b'>' || byte.is_ascii_whitespace())
    };
    let at = memmem::find_iter(rest, &tag).find(is_whole)?;
    let length = memchr(b'>', rest.get(at..)?)? + 1;
    Some((at, at + length))
}

/// The character that a reference such as `#8217` or `#x2019` names.
fn character(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => digits.parse(),
    };
    char::from_u32(code.ok()?)
}
