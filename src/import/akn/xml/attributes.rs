//! Attributes of a start tag, in the order of the file.

use std::borrow::Cow;

use memchr::memchr;

use crate::import::akn::eight::has_control_or;
use crate::import::akn::letters::is_control;

/// With how many before it an attribute is compared: a tag of a hundred thousand takes no minute.
const COMPARED: usize = 64;

/// An attribute as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import::akn) struct Attribute<'a> {
    pub(in crate::import::akn) name: &'a str,
    pub(in crate::import::akn) value: &'a str,
}

/// An attribute as it stands in the file. Of one that stands twice the first counts.
pub(in crate::import::akn) fn raw<'a>(attributes: &[Attribute<'a>], name: &str) -> Option<&'a str> {
    let found = attributes
        .iter()
        .find(|attribute| is_local(attribute.name, name));
    found.map(|attribute| attribute.value)
}

/// The value of an attribute, with references decoded.
pub(in crate::import::akn) fn value<'a>(
    attributes: &[Attribute<'a>],
    name: &str,
) -> Option<Cow<'a, str>> {
    raw(attributes, name).map(decoded)
}

/// The first attribute that stands twice.
pub(in crate::import::akn) fn doubled<'a>(attributes: &[Attribute<'a>]) -> Option<&'a str> {
    if attributes.len() < 2 {
        return None;
    }
    let twice = attributes.iter().enumerate().skip(1).find(|(at, one)| {
        let before = &attributes[at.saturating_sub(COMPARED)..*at];
        before.iter().any(|other| other.name == one.name)
    });
    twice.map(|(_, attribute)| attribute.name)
}

/// The attributes of a tag that stands in no order: with `=` anywhere, with values that have no quotes.
pub(super) fn loose(mut rest: &str) -> impl Iterator<Item = Attribute<'_>> {
    std::iter::from_fn(move || {
        let (attribute, behind) = first(rest)?;
        rest = behind;
        Some(attribute)
    })
}

/// The first attribute, and what stands behind it.
fn first(attributes: &str) -> Option<(Attribute<'_>, &str)> {
    let equals = memchr(b'=', attributes.as_bytes())?;
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
    let value = value.get(..end)?;
    Some((Attribute { name, value }, behind))
}

/// Text with its references decoded; where one of them is none, as it stands. Tabs and ends of lines are spaces in
/// it, as XML has it in attributes, and there are no control characters.
pub(in crate::import::akn) fn decoded(text: &str) -> Cow<'_, str> {
    if !has_control_or(b'&', text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let text = quick_xml::escape::unescape(text).unwrap_or(Cow::Borrowed(text));
    let is_kept = |c: &char| !u8::try_from(*c).is_ok_and(is_control);
    let kept = text.chars().filter(is_kept);
    kept.map(|c| if c < ' ' { ' ' } else { c }).collect()
}

/// Whether a name is that local name, with or without a prefix.
fn is_local(name: &str, local: &str) -> bool {
    name.strip_suffix(local)
        .is_some_and(|prefix| prefix.is_empty() || prefix.find(':') == Some(prefix.len() - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(attributes: &str) -> Vec<Attribute<'_>> {
        loose(attributes).collect()
    }

    #[test]
    fn of_an_attribute_that_stands_twice_the_first_counts() {
        let twice = list(" refersTo=\"oars\" href='a &amp; b' refersTo=\"sails\"");
        assert_eq!(value(&twice, "refersTo").as_deref(), Some("oars"));
        assert_eq!(value(&twice, "href").as_deref(), Some("a & b"));
        assert_eq!(doubled(&twice), Some("refersTo"));
        assert_eq!(doubled(&list(" a=\"b=b=b\" c=\"d\"")), None);
    }

    #[test]
    fn a_value_is_one_line_without_control_characters() {
        let list = list(" href=\"oars\nand\tsails&#10;&#27;[31m\"");
        let value = value(&list, "href");
        assert_eq!(value.as_deref(), Some("oars and sails [31m"));
    }

    #[test]
    fn a_prefix_is_no_part_of_a_name_that_is_asked_for() {
        let of = |attributes| value(&list(attributes), "space").map(Cow::into_owned);
        assert_eq!(of(" xml:space=\"preserve\"").as_deref(), Some("preserve"));
        assert_eq!(of(" a:xml:space='x' xmlspace='y'"), None);
        assert_eq!(of(" space"), None);
        assert_eq!(of(" space="), None);
        assert_eq!(of(" space=x y=z").as_deref(), Some("x"));
    }
}
