//! Bytes of a part → tags and text. Where the markup breaks off, the part ends.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::Event;

/// A piece of a part. Names are without their prefixes.
pub(super) enum PartToken<'a> {
    /// A start tag; an element that is empty is closed next.
    Open(&'a str, PartTag<'a>),
    Close(&'a str),
    Text(Cow<'a, str>),
}

/// The attributes of a tag, as they stand.
#[derive(Clone, Copy)]
pub(super) struct PartTag<'a>(&'a str);

impl<'a> PartTag<'a> {
    /// The value of an attribute.
    pub(super) fn get(self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.0;
        loop {
            let (key, behind) = rest.split_once('=')?;
            let behind = behind.trim_ascii_start();
            let quote = behind.chars().next().filter(|c| ['"', '\''].contains(c))?;
            let (value, behind) = behind.get(1..)?.split_once(quote)?;
            if local(key.trim_ascii()) == name {
                return Some(unescape(value).unwrap_or(Cow::Borrowed(value)));
            }
            rest = behind;
        }
    }

    /// The attribute `val`, which most properties have.
    pub(super) fn val(self) -> Option<Cow<'a, str>> {
        self.get("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number<N: std::str::FromStr>(self) -> Option<N> {
        self.val()?.trim().parse().ok()
    }

    /// Whether a property is on: it is where it stands, unless it says otherwise.
    pub(super) fn is_on(self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads a part piece by piece.
pub(super) struct MarkupPart<'a> {
    bytes: &'a [u8],
    reader: Reader<&'a [u8]>,
    /// The empty element that is to be closed.
    closing: Option<&'a str>,
}

impl<'a> MarkupPart<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::from_reader(bytes);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            bytes,
            reader,
            closing: None,
        }
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Option<PartToken<'a>> {
        if let Some(name) = self.closing.take() {
            return Some(PartToken::Close(name));
        }
        loop {
            let from = self.position();
            return Some(match self.reader.read_event().ok()? {
                Event::Eof => return None,
                Event::Text(text) => PartToken::Text(text.into_inner()),
                Event::CData(text) => PartToken::Text(text.into_inner()),
                Event::GeneralRef(name) => PartToken::Text(entity(&name)),
                Event::Start(_) => self.open(from)?.0,
                Event::Empty(_) => {
                    let (token, name) = self.open(from)?;
                    self.closing = Some(name);
                    token
                }
                Event::End(_) => {
                    let raw = self.raw(from)?.strip_prefix("</")?.strip_suffix('>')?;
                    PartToken::Close(local(raw.trim_ascii_end()))
                }
                _ => continue,
            });
        }
    }

    fn position(&self) -> usize {
        self.bytes.len() - self.reader.get_ref().len()
    }

    /// What stands between a byte and what is read next.
    fn raw(&self, from: usize) -> Option<&'a str> {
        str::from_utf8(self.bytes.get(from..self.position())?).ok()
    }

    /// The start tag that begins at a byte, and its name.
    fn open(&self, from: usize) -> Option<(PartToken<'a>, &'a str)> {
        let raw = self.raw(from)?.strip_prefix('<')?.strip_suffix('>')?;
        let end = raw.find(|c: char| c.is_ascii_whitespace() || c == '/');
        let (name, attributes) = raw.split_at(end.unwrap_or(raw.len()));
        let name = local(name);
        Some((PartToken::Open(name, PartTag(attributes)), name))
    }
}

fn entity<'a>(name: &str) -> Cow<'a, str> {
    if let Some(known) = resolve_xml_entity(name) {
        return Cow::Borrowed(known);
    }
    let digits = name.strip_prefix('#').unwrap_or_default();
    let code = match digits.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => digits.parse(),
    };
    let c = code.ok().and_then(char::from_u32);
    c.map_or(Cow::Borrowed(""), |c| Cow::Owned(c.to_string()))
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
