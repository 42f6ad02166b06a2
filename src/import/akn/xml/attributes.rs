//! Attributes of a start tag, read where they are asked for.

use std::borrow::Cow;

use memchr::memchr;

use super::events::local;

/// The attributes between the name of a tag and its end, each with its local name and its raw value.
pub(in crate::import::akn) fn each(raw: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let equals = memchr(b'=', rest.as_bytes())?;
        let name = rest.get(..equals)?.trim_ascii();
        let behind = rest.get(equals + 1..)?.trim_ascii_start();
        let quote = *behind.as_bytes().first()?;
        let (from, end) = match quote {
            b'"' | b'\'' => (1, memchr(quote, behind.as_bytes().get(1..)?)),
            _ => (
                0,
                behind.bytes().position(|byte| byte.is_ascii_whitespace()),
            ),
        };
        let end = end.map_or(behind.len(), |end| end + from);
        rest = behind.get((end + 1).min(behind.len())..)?;
        Some((name, behind.get(from..end)?))
    })
}

/// An attribute as it stands in the file.
pub(in crate::import::akn) fn raw<'a>(raw: &'a str, name: &str) -> Option<&'a str> {
    each(raw)
        .find(|(key, _)| local(key) == name)
        .map(|(_, value)| value)
}

/// The value of an attribute, with references decoded. Of an attribute that stands twice the first counts.
pub(in crate::import::akn) fn value<'a>(raw: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let value = self::raw(raw, name)?;
    if memchr(b'&', value.as_bytes()).is_none() {
        return Some(Cow::Borrowed(value));
    }
    Some(quick_xml::escape::unescape(value).unwrap_or(Cow::Borrowed(value)))
}

/// The first attribute that stands twice.
pub(in crate::import::akn) fn doubled(raw: &str) -> Option<&str> {
    if raw.bytes().filter(|&byte| byte == b'=').count() < 2 {
        return None;
    }
    let mut names: Vec<&str> = Vec::with_capacity(8);
    for (name, _) in each(raw) {
        if names.contains(&name) {
            return Some(name);
        }
        names.push(name);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_attribute_that_stands_twice_the_first_counts() {
        let raw = " refersTo=\"oars\" href='a &amp; b' refersTo=\"sails\"";
        assert_eq!(value(raw, "refersTo").as_deref(), Some("oars"));
        assert_eq!(value(raw, "href").as_deref(), Some("a & b"));
        assert_eq!(doubled(raw), Some("refersTo"));
        assert_eq!(doubled(" a=\"b=b=b\" c=\"d\""), None);
    }

    #[test]
    fn a_prefix_is_no_part_of_a_name_that_is_asked_for() {
        assert_eq!(
            value(" xml:space=\"preserve\"", "space").as_deref(),
            Some("preserve")
        );
        assert_eq!(value(" broken", "space"), None);
        assert_eq!(value(" broken=", "broken"), None);
    }
}
