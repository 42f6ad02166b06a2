//! Bytes → tags and text, with what quick-xml can be told to let pass.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use quick_xml::{Error, Reader};

use super::attributes::Attributes;
use crate::import::akn::document::{MarkupRepair, MarkupRepairKind};

/// How often reading begins again behind a loose `<` before all the rest counts as text.
const RESTARTS: usize = 1000;

/// What a file in UTF-8 may begin with.
pub(in crate::import::akn) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A piece of a file.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import::akn) enum MarkupToken<'a> {
    /// A start tag; one that ends itself has no end tag.
    Open {
        name: &'a str,
        attributes: Attributes<'a>,
        ends_itself: bool,
    },
    /// An end tag.
    Close(&'a str),
    /// Text, decoded.
    Text(Cow<'a, str>),
}

/// The file is no text.
#[derive(Debug)]
pub(in crate::import::akn) struct NotUtf8;

/// Reads a file piece by piece.
pub(in crate::import::akn) struct MarkupTokens<'a> {
    bytes: &'a [u8],
    /// What is read next is all that is left in it.
    reader: Reader<&'a [u8]>,
    restarts: usize,
    /// An element without end was to be jumped over; no other is looked for through all that follows.
    lacks_end: bool,
    /// What had to be let pass, each at its byte.
    pub(in crate::import::akn) repairs: Vec<MarkupRepair>,
}

impl<'a> MarkupTokens<'a> {
    pub(in crate::import::akn) fn new(bytes: &'a [u8]) -> Self {
        let mut tokens = Self {
            bytes,
            reader: begun(),
            restarts: 0,
            lacks_end: false,
            repairs: Vec::new(),
        };
        let mark = usize::from(bytes.starts_with(BYTE_ORDER_MARK));
        tokens.go_on_at(mark * BYTE_ORDER_MARK.len());
        tokens
    }

    /// The byte that comes next.
    pub(in crate::import::akn) fn position(&self) -> usize {
        self.bytes.len() - self.reader.get_ref().len()
    }

    /// The next piece and the byte it begins at.
    pub(in crate::import::akn) fn next(
        &mut self,
    ) -> Result<Option<(MarkupToken<'a>, usize)>, NotUtf8> {
        loop {
            let from = self.position();
            let token = match self.reader.read_event() {
                Ok(Event::Eof) => return Ok(None),
                Ok(Event::Text(text)) => self.text(text.into_inner(), from),
                Ok(Event::CData(text)) => self.text(text.into_inner(), from),
                Ok(Event::GeneralRef(name)) => self.reference(&name, from)?,
                Ok(Event::Start(_) | Event::Empty(_) | Event::End(_)) => {
                    match tag(self.str(from..self.position())?) {
                        Some(token) => token,
                        None => self.loose(from)?,
                    }
                }
                Ok(_) => continue,
                Err(Error::Encoding(_)) => return Err(NotUtf8),
                Err(_) => match self.broken(from)? {
                    Some(token) => token,
                    None => return Ok(None),
                },
            };
            return Ok(Some((token, from)));
        }
    }

    /// Jumps behind the end tag of the element that was just opened at a byte, and says what stood inside; nothing
    /// where it has no end tag.
    pub(in crate::import::akn) fn jump(&mut self, at: usize) -> Result<Option<&'a str>, NotUtf8> {
        if self.lacks_end {
            return Ok(None);
        }
        let from = self.position();
        let name = name_at(self.bytes.get(at + 1..).unwrap_or_default());
        let Some((end, behind)) = end_of(name, self.reader.get_ref()) else {
            self.lacks_end = true;
            return Ok(None);
        };
        self.go_on_at(from + behind);
        self.str(from..from + end).map(Some)
    }

    fn str(&self, range: Range<usize>) -> Result<&'a str, NotUtf8> {
        let bytes = self.bytes.get(range).unwrap_or_default();
        std::str::from_utf8(bytes).map_err(|_| NotUtf8)
    }

    fn go_on_at(&mut self, at: usize) {
        *self.reader.get_mut() = self.bytes.get(at..).unwrap_or_default();
    }

    fn text(&mut self, text: Cow<'a, str>, at: usize) -> MarkupToken<'a> {
        if text.starts_with('&') {
            self.repair(at, MarkupRepairKind::LooseSign, "&");
        }
        MarkupToken::Text(text)
    }

    fn reference(&mut self, name: &str, at: usize) -> Result<MarkupToken<'a>, NotUtf8> {
        if let Some(known) = resolve_xml_entity(name) {
            return Ok(MarkupToken::Text(Cow::Borrowed(known)));
        }
        if let Some(c) = character(name) {
            return Ok(MarkupToken::Text(Cow::Owned(c.to_string())));
        }
        let raw = self.str(at..self.position())?;
        self.repair(at, MarkupRepairKind::UnknownEntity, raw);
        Ok(MarkupToken::Text(Cow::Borrowed(raw)))
    }

    /// A `<` that begins no tag is text; what follows is read again.
    fn loose(&mut self, at: usize) -> Result<MarkupToken<'a>, NotUtf8> {
        self.repair(at, MarkupRepairKind::LooseSign, "<");
        self.restarts += 1;
        let end = if self.restarts > RESTARTS {
            self.bytes.len()
        } else {
            at + 1
        };
        self.reader = begun();
        self.go_on_at(end);
        self.str(at..end)
            .map(|text| MarkupToken::Text(Cow::Borrowed(text)))
    }

    /// Markup without an end: a tag that the end of the file cut goes, anything else is text.
    fn broken(&mut self, at: usize) -> Result<Option<MarkupToken<'a>>, NotUtf8> {
        let rest = self.str(at..self.bytes.len())?;
        if rest.is_empty() {
            return Ok(None);
        }
        let is_cut = !rest.get(1..).unwrap_or_default().contains(['<', '>'])
            && !rest.starts_with("<!")
            && rest
                .split_ascii_whitespace()
                .skip(1)
                .all(|word| word.contains('='));
        if is_cut {
            self.repair(at, MarkupRepairKind::EndsEarly, rest);
            self.go_on_at(self.bytes.len());
            return Ok(None);
        }
        self.loose(at).map(Some)
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
    let is_of_name = |&at: &usize| {
        let tag = rest.get(at + 2..).unwrap_or_default();
        let tail = tag.strip_prefix(name).unwrap_or_default();
        tail.first()
            .is_some_and(|byte| *byte == b'>' || byte.is_ascii_whitespace())
    };
    let at = memmem::find_iter(rest, b"</").find(is_of_name)?;
    let length = memchr(b'>', rest.get(at..)?)? + 1;
    Some((at, at + length))
}

/// A tag as it stands between `<` and `>`; nothing where that is no tag.
fn tag(raw: &str) -> Option<MarkupToken<'_>> {
    let inner = raw.strip_prefix('<')?.strip_suffix('>')?;
    if memchr(b'<', inner.as_bytes()).is_some() {
        return None;
    }
    if let Some(name) = inner.strip_prefix('/') {
        return is_name(name).then(|| MarkupToken::Close(local(name.trim_ascii_end())));
    }
    let (inner, ends_itself) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let (name, attributes) = split_tag(inner);
    is_name(name).then(|| MarkupToken::Open {
        name: local(name),
        attributes: Attributes(attributes),
        ends_itself,
    })
}

/// The name of a tag, and what stands behind it.
pub(in crate::import::akn) fn split_tag(inner: &str) -> (&str, &str) {
    let end = inner
        .bytes()
        .position(|byte| byte.is_ascii_whitespace() || byte == b'/');
    inner.split_at(end.unwrap_or(inner.len()))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| {
        c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && c.is_alphabetic())
    })
}

/// A name without its prefix.
pub(in crate::import::akn) fn local(name: &str) -> &str {
    let prefix = name
        .bytes()
        .position(|byte| byte == b':')
        .map_or(0, |at| at + 1);
    name.get(prefix..).unwrap_or(name)
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
