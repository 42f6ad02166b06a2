//! Attributes of a start tag, read where they are asked for.

use std::borrow::Cow;

use memchr::memchr;

use crate::import::akn::conservation::is_control;

/// With how many before it an attribute is compared: a tag of a hundred thousand takes no minute.
const COMPARED: usize = 64;

/// What stands between the name of a tag and its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import::akn) struct Attributes<'a>(pub(in crate::import::akn) &'a str);

impl<'a> Attributes<'a> {
    /// The name and the value of each, as they stand in the file.
    fn each(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (name, value, behind) = first(rest)?;
            rest = behind;
            Some((name, value))
        })
    }

    /// An attribute as it stands in the file. Of one that stands twice the first counts.
    pub(in crate::import::akn) fn raw(self, name: &str) -> Option<&'a str> {
        let mut each = self.each();
        each.find(|(key, _)| is_local(key, name))
            .map(|(_, value)| value)
    }

    /// The value of an attribute, with references decoded.
    pub(in crate::import::akn) fn value(self, name: &str) -> Option<Cow<'a, str>> {
        self.raw(name).map(decoded)
    }
}

/// The attributes of one tag, read once where several are asked for.
#[derive(Default)]
pub(in crate::import::akn) struct AttributeList<'a>(Vec<(&'a str, &'a str)>);

impl<'a> AttributeList<'a> {
    /// Reads those of the next tag.
    pub(in crate::import::akn) fn read(&mut self, attributes: Attributes<'a>) {
        self.0.clear();
        self.0.extend(attributes.each());
    }

    /// The value of an attribute, with references decoded.
    pub(in crate::import::akn) fn value(&self, name: &str) -> Option<Cow<'a, str>> {
        let found = self.0.iter().find(|(key, _)| is_local(key, name));
        found.map(|(_, value)| decoded(value))
    }

    /// The first attribute that stands twice.
    pub(in crate::import::akn) fn doubled(&self) -> Option<&'a str> {
        let before = |at: usize| self.0.iter().take(at).rev().take(COMPARED);
        let is_twice = |(at, name): &(usize, &str)| before(*at).any(|(other, _)| other == name);
        let mut names = self.0.iter().map(|(name, _)| *name).enumerate();
        names.find(is_twice).map(|(_, name)| name)
    }
}

/// The first attribute, and what stands behind it.
fn first(attributes: &str) -> Option<(&str, &str, &str)> {
    let equals = attributes.bytes().position(|byte| byte == b'=')?;
    let name = attributes.get(..equals)?.trim_ascii();
    let value = attributes.get(equals + 1..)?.trim_ascii_start();
    let (value, end) = match value.as_bytes().first()? {
        quote @ (b'"' | b'\'') => {
            let value = value.get(1..)?;
            (value, memchr(*quote, value.as_bytes()))
        }
        _ => (value, value.find(|c: char| c.is_ascii_whitespace())),
    };
    let end = end.unwrap_or(value.len());
    let behind = value.get(end + 1..).unwrap_or_default();
    Some((name, value.get(..end)?, behind))
}

/// Text with its references decoded; where one of them is none, as it stands. Tabs and ends of lines are spaces in
/// it, as XML has it in attributes, and there are no control characters.
pub(in crate::import::akn) fn decoded(text: &str) -> Cow<'_, str> {
    let text = match memchr(b'&', text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => quick_xml::escape::unescape(text).unwrap_or(Cow::Borrowed(text)),
    };
    if text.bytes().all(|byte| byte >= b' ') {
        return text;
    }
    let is_kept = |c: &char| !u8::try_from(*c).is_ok_and(is_control);
    let kept = text.chars().filter(is_kept);
    kept.map(|c| if c < ' ' { ' ' } else { c }).collect()
}

/// Whether a name is that local name, with or without a prefix.
fn is_local(name: &str, local: &str) -> bool {
    name == local
        || name
            .strip_suffix(local)
            .and_then(|prefix| prefix.find(':').map(|colon| colon + 1 == prefix.len()))
            == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_attribute_that_stands_twice_the_first_counts() {
        let mut list = AttributeList::default();
        let attributes = Attributes(" refersTo=\"oars\" href='a &amp; b' refersTo=\"sails\"");
        assert_eq!(attributes.value("refersTo").as_deref(), Some("oars"));
        assert_eq!(attributes.value("href").as_deref(), Some("a & b"));
        list.read(attributes);
        assert_eq!(list.doubled(), Some("refersTo"));
        assert_eq!(list.value("refersTo").as_deref(), Some("oars"));
        list.read(Attributes(" a=\"b=b=b\" c=\"d\""));
        assert_eq!(list.doubled(), None);
    }

    #[test]
    fn a_value_is_one_line_without_control_characters() {
        let attributes = Attributes(" href=\"oars\nand\tsails&#10;&#27;[31m\"");
        let value = attributes.value("href");
        assert_eq!(value.as_deref(), Some("oars and sails [31m"));
    }

    #[test]
    fn a_prefix_is_no_part_of_a_name_that_is_asked_for() {
        let of = |attributes| Attributes(attributes).value("space");
        assert_eq!(of(" xml:space=\"preserve\"").as_deref(), Some("preserve"));
        assert_eq!(of(" a:xml:space='x' xmlspace='y'"), None);
        assert_eq!(of(" space"), None);
        assert_eq!(of(" space="), None);
        assert_eq!(of(" space=x y=z").as_deref(), Some("x"));
    }
}
