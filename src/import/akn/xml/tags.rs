//! One tag: its name, its attributes, where it ends.
//!
//! Nearly all tags are plain: names of ASCII, values in double quotes. They are read here in one pass; of the others
//! quick-xml says where they end.

use super::attributes::{Attribute, loose};
use crate::import::akn::eight::{find_near, space};

/// A start tag or an end tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::akn) enum Tag<'a> {
    /// A start tag; one that ends itself has no end tag. Names are local.
    Open { name: &'a str, ends_itself: bool },
    /// An end tag.
    Close(&'a str),
}

/// The plain tag at the beginning of a text, and its length; its attributes are added to those there are.
pub(in crate::import::akn) fn plain<'a>(
    text: &'a str,
    attributes: &mut Vec<Attribute<'a>>,
) -> Option<(Tag<'a>, usize)> {
    let before = attributes.len();
    let read = match text.as_bytes() {
        [b'<', b'/', ..] => plain_close(text.get(2..)?),
        [b'<', ..] => plain_open(text.get(1..)?, attributes),
        _ => None,
    };
    if read.is_none() {
        attributes.truncate(before);
    }
    let (tag, behind) = read?;
    Some((tag, text.len() - behind.len()))
}

/// How long the end tag of an element of that plain name is, where a text begins with it as it is mostly written.
pub(super) fn end_of(name: &str, text: &str) -> Option<usize> {
    let behind = text.strip_prefix("</")?.strip_prefix(name)?;
    let is_end = !name.is_empty() && behind.starts_with('>');
    is_end.then_some(name.len() + 3)
}

/// The end tag of which that stands behind its `</`, and what is behind it.
fn plain_close(text: &str) -> Option<(Tag<'_>, &str)> {
    let (name, behind) = plain_name(text)?;
    let (space, _) = space(behind.as_bytes());
    let behind = behind.get(space..)?.strip_prefix('>')?;
    Some((Tag::Close(name), behind))
}

/// The start tag of which that stands behind its `<`, and what is behind it.
fn plain_open<'a>(
    text: &'a str,
    attributes: &mut Vec<Attribute<'a>>,
) -> Option<(Tag<'a>, &'a str)> {
    let (name, mut rest) = plain_name(text)?;
    loop {
        let (ends_itself, length) = match rest.as_bytes() {
            [b'>', ..] => (false, 1),
            [b'/', b'>', ..] => (true, 2),
            [b' ' | b'\t' | b'\n' | b'\r', ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            _ => {
                let (attribute, behind) = plain_attribute(rest)?;
                attributes.push(attribute);
                rest = behind;
                continue;
            }
        };
        return Some((Tag::Open { name, ends_itself }, rest.get(length..)?));
    }
}

/// The attribute at the beginning of a text, and what is behind it.
fn plain_attribute(text: &str) -> Option<(Attribute<'_>, &str)> {
    let (_, end) = plain_name_at(text.as_bytes())?;
    let bytes = text.as_bytes();
    let [b'=', b'"', value @ ..] = bytes.get(end..)? else {
        return None;
    };
    let length = find_near(value, b'"', b'<')?;
    if value[length] != b'"' {
        return None;
    }
    let from = end + 2;
    let attribute = Attribute {
        name: text.get(..end)?,
        value: text.get(from..from + length)?,
    };
    Some((attribute, text.get(from + length + 1..)?))
}

/// The name at the beginning of a text, without its prefix, and what is behind it.
fn plain_name(text: &str) -> Option<(&str, &str)> {
    let (local, end) = plain_name_at(text.as_bytes())?;
    let (name, behind) = text.split_at_checked(end)?;
    Some((name.get(local..)?, behind))
}

/// Where the local part of the name at the beginning begins, behind the prefix, and where it ends.
fn plain_name_at(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = word(bytes)?;
    match bytes.get(end) {
        Some(b':') => Some((end + 1, end + 1 + word(&bytes[end + 1..])?)),
        _ => Some((0, end)),
    }
}

/// Whether a byte may stand in a plain word.
const IN_WORD: [bool; 256] = {
    let mut is = [false; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        is[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        byte += 1;
    }
    is
};

/// How long the word at the beginning is, which begins with a letter and has an end.
fn word(bytes: &[u8]) -> Option<usize> {
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    let mut end = 1;
    while IN_WORD[usize::from(*bytes.get(end)?)] {
        end += 1;
    }
    Some(end)
}

/// Any tag, as it stands from `<` to `>`; nothing where that is no tag.
pub(in crate::import::akn) fn whole<'a>(
    raw: &'a str,
    attributes: &mut Vec<Attribute<'a>>,
) -> Option<Tag<'a>> {
    let inner = raw.strip_prefix('<')?.strip_suffix('>')?;
    if let Some(name) = inner.strip_prefix('/') {
        return is_name(name).then(|| Tag::Close(local(name.trim_ascii_end())));
    }
    let (inner, ends_itself) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let end = inner.find(|c: char| c.is_ascii_whitespace() || c == '/');
    let (name, behind) = inner.split_at(end.unwrap_or(inner.len()));
    if !is_name(name) {
        return None;
    }
    attributes.extend(loose(behind));
    let name = local(name);
    Some(Tag::Open { name, ends_itself })
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| {
        c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && c.is_alphabetic())
    })
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::Reader;

    use super::*;

    fn plain_of(text: &str) -> Option<(Tag<'_>, usize, Vec<Attribute<'_>>)> {
        let mut attributes = Vec::new();
        let (tag, length) = plain(text, &mut attributes)?;
        Some((tag, length, attributes))
    }

    #[test]
    fn a_plain_tag_is_read_as_others_are() {
        for tag in [
            "<p>",
            "</p>",
            "</a:p \n>",
            "<br/>",
            "<a:p\n>",
            "<p  />",
            "<p class=\"oars\" xml:space=\"preserve\">",
            "<a href=\"b>c='d'&amp;\"title=\"\"/>",
        ] {
            let mut attributes = Vec::new();
            let whole = whole(tag, &mut attributes).unwrap();
            let followed = format!("{tag}\n</p>");
            let read = plain_of(&followed);
            assert_eq!(read, Some((whole, tag.len(), attributes)), "{tag}");
        }
    }

    proptest! {
        #[test]
        fn an_end_tag_of_a_known_name_is_read_as_others_are(text in "</?[ab]{0,2}[ :/]?>.{0,3}", name in "[ab]{0,2}") {
            if let Some(length) = end_of(&name, &text) {
                prop_assert_eq!(plain(&text, &mut Vec::new()), Some((Tag::Close(&name), length)));
            }
        }

        #[test]
        fn a_plain_tag_ends_where_quick_xml_ends_it(text in "</?[a-z:]{1,3}( |[a-z]=|\"[<>&']?\"|[\"'a:/<>]){0,8}>.{0,9}") {
            if let Some((tag, length, attributes)) = plain_of(&text) {
                let mut reader = Reader::from_str(&text);
                reader.config_mut().allow_unmatched_ends = true;
                reader.read_event().unwrap();
                prop_assert_eq!(reader.buffer_position(), length as u64);
                let mut others = Vec::new();
                let raw = text.get(..length).unwrap();
                prop_assert_eq!(whole(raw, &mut others), Some(tag));
                prop_assert_eq!(others, attributes);
            }
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_others_with_its_attributes() {
        for tag in [
            "<p a = \"b\">",
            "<p a='b'>",
            "<p a=b>",
            "<p a>",
            "<p/ >",
            "</p/>",
            "</p a=\"b\">",
            "<été>",
            "<_p>",
            "<p a=\"b\" c=\"<\">",
            "<a:b:c>",
            "<a:>",
            "<!--p-->",
            "<?p?>",
            "< p>",
            "</",
            "<",
        ] {
            assert_eq!(plain_of(&format!("{tag} ")), None, "{tag}");
        }
    }
}
