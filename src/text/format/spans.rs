//! Spans as they are written: what their kinds are called, and what is wrong with one.

use super::shapes::SpanShape;
use crate::text::model::SpanKind;

/// What the kinds are called, but for a link.
pub(super) const SPANS: [(&str, SpanKind); 6] = [
    ("i", SpanKind::Italic),
    ("b", SpanKind::Bold),
    ("u", SpanKind::Underline),
    ("s", SpanKind::Struck),
    ("sup", SpanKind::Superscript),
    ("sub", SpanKind::Subscript),
];

/// What a link is called.
pub(super) const LINK: &str = "a";

/// What is wrong with a span of a text.
pub(super) fn fault(span: &SpanShape<'_>, text: &str) -> Option<String> {
    let (from, to, kind) = (span.from, span.to, &*span.kind.0);
    let is_border = |byte: u32| text.is_char_boundary(byte as usize);
    if from >= to {
        return Some(format!("the span from {from} to {to} is empty"));
    }
    if to as usize > text.len() {
        let length = text.len();
        return Some(format!("the span ends at {to}, the text at {length}"));
    }
    if let Some(within) = [from, to].into_iter().find(|&byte| !is_border(byte)) {
        return Some(format!("byte {within} is within a character"));
    }
    let is_link = kind == LINK;
    if !is_link && SPANS.iter().all(|(name, _)| *name != kind) {
        let message = format!("unknown kind `{kind:.40}`, expected i, b, u, s, sup, sub or a");
        return Some(message);
    }
    if is_link && span.address.is_none() {
        return Some("a link without its address".to_owned());
    }
    None
}

/// Whether the second of two spans, which begins no earlier, ends behind the first and not all of it.
pub(super) fn cross(one: &SpanShape<'_>, other: &SpanShape<'_>) -> bool {
    other.from < one.to && one.to < other.to
}
