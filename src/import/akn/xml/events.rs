//! Bytes → tags and text, with what quick-xml can be told to let pass.

use std::borrow::Cow;

use memchr::{memchr, memmem};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::import::akn::document::{MarkupRepair, MarkupRepairKind};

/// How often reading begins again behind a loose `<` before all the rest counts as text.
const RESTARTS: usize = 1000;

/// A piece of a file.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import::akn) enum MarkupToken<'a> {
    /// A start tag; one that ends itself has no end tag.
    Open {
        name: &'a str,
        attributes: &'a str,
        ends_itself: bool,
    },
    /// An end tag.
    Close(&'a str),
    /// Text, decoded.
    Text(Cow<'a, str>),
}

/// Reads a file piece by piece.
pub(in crate::import::akn) struct MarkupTokens<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    base: usize,
    restarts: usize,
    /// What had to be let pass, each at its byte.
    pub(in crate::import::akn) repairs: Vec<MarkupRepair>,
}

impl<'a> MarkupTokens<'a> {
    pub(in crate::import::akn) fn new(text: &'a str) -> Self {
        Self {
            text,
            reader: reader(text),
            base: 0,
            restarts: 0,
            repairs: Vec::new(),
        }
    }

    /// The byte that comes next.
    pub(in crate::import::akn) fn position(&self) -> usize {
        self.base + usize::try_from(self.reader.buffer_position()).unwrap_or(0)
    }

    /// The next piece and the byte it begins at.
    pub(in crate::import::akn) fn next(&mut self) -> Option<(MarkupToken<'a>, usize)> {
        loop {
            let from = self.position();
            let event = self.reader.read_event();
            let raw = self.text.get(from..self.position()).unwrap_or_default();
            let token = match event {
                Ok(Event::Eof) => return None,
                Ok(Event::Text(_)) => self.text_token(raw, from),
                Ok(Event::CData(_)) => {
                    let inner = raw.get(9..raw.len().saturating_sub(3)).unwrap_or_default();
                    self.text_token(inner, from)
                }
                Ok(Event::GeneralRef(name)) => self.reference(&name, raw, from),
                Ok(Event::Start(_) | Event::Empty(_) | Event::End(_)) => match tag(raw) {
                    Some(token) => token,
                    None => self.loose(from),
                },
                Ok(_) => continue,
                Err(_) => self.broken(from)?,
            };
            return Some((token, from));
        }
    }

    /// Jumps behind the end tag of an element that was just opened, and says what stood inside.
    pub(in crate::import::akn) fn jump(&mut self, name: &str) -> Option<&'a str> {
        let from = self.position();
        let rest = self.text.get(from..)?;
        let end = memmem::find_iter(rest.as_bytes(), b"</").find(|&at| {
            rest.get(at + 2..)
                .and_then(|tag| tag.strip_prefix(name))
                .is_some_and(|tail| tail.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()))
        })?;
        let behind = end + memchr(b'>', rest.get(end..)?.as_bytes())? + 1;
        self.begin_at(from + behind);
        rest.get(..end)
    }

    fn begin_at(&mut self, at: usize) {
        self.base = at;
        self.reader = reader(self.text.get(at..).unwrap_or_default());
    }

    fn text_token(&mut self, raw: &'a str, at: usize) -> MarkupToken<'a> {
        if raw.starts_with('&') {
            self.repair(at, MarkupRepairKind::LooseSign, "&");
        }
        MarkupToken::Text(Cow::Borrowed(raw))
    }

    fn reference(
        &mut self,
        name: &quick_xml::events::BytesRef<'_>,
        raw: &'a str,
        at: usize,
    ) -> MarkupToken<'a> {
        let known = match &**name {
            "amp" => Some("&"),
            "lt" => Some("<"),
            "gt" => Some(">"),
            "quot" => Some("\""),
            "apos" => Some("'"),
            _ => None,
        };
        if let Some(known) = known {
            return MarkupToken::Text(Cow::Borrowed(known));
        }
        if let Some(c) = character(name) {
            return MarkupToken::Text(Cow::Owned(c.to_string()));
        }
        self.repair(at, MarkupRepairKind::UnknownEntity, raw);
        MarkupToken::Text(Cow::Borrowed(raw))
    }

    /// A `<` that begins no tag is text; what follows is read again.
    fn loose(&mut self, at: usize) -> MarkupToken<'a> {
        self.repair(at, MarkupRepairKind::LooseSign, "<");
        self.restarts += 1;
        if self.restarts > RESTARTS {
            let rest = self.text.get(at..).unwrap_or_default();
            self.begin_at(self.text.len());
            return MarkupToken::Text(Cow::Borrowed(rest));
        }
        self.begin_at(at + 1);
        MarkupToken::Text(Cow::Borrowed("<"))
    }

    /// Markup without an end: a tag that the end of the file cut goes, anything else is text.
    fn broken(&mut self, at: usize) -> Option<MarkupToken<'a>> {
        let rest = self.text.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return None;
        }
        let is_cut = !rest.get(1..).unwrap_or_default().contains(['<', '>'])
            && !rest.starts_with("<!")
            && rest
                .split_ascii_whitespace()
                .skip(1)
                .all(|word| word.contains('='));
        if is_cut {
            self.repair(at, MarkupRepairKind::EndsEarly, rest);
            self.begin_at(self.text.len());
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

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
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
    let end = inner
        .bytes()
        .position(|byte| byte.is_ascii_whitespace())
        .unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(end);
    is_name(name).then(|| MarkupToken::Open {
        name: local(name),
        attributes,
        ends_itself,
    })
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

/// A control character that XML forbids.
pub(in crate::import::akn) fn is_control(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n' | '\r')
}
