//! What the schema of an entry does not say: that it is one thing, and that what stands beside its text fits.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Walk;
use super::fault::Severity;
use super::raw::{JsonKind, JsonMembers, kind};
use super::schema::{Field, ONE_OF};
use crate::text::format::shapes::{JsonString, NoteShape, SpanShape};
use crate::text::format::spans;

impl<'a> Walk<'a> {
    /// An entry of a list of paragraphs.
    pub(super) fn entry(&mut self, raw: &'a RawValue, fields: &[Field], depth: u8) {
        let Some(members) = self.object(raw, fields, depth) else {
            return;
        };
        let says = |(name, value): &&(JsonString<'_>, &RawValue)| {
            ONE_OF.contains(&&*name.0) && kind(value) != JsonKind::Null
        };
        let mut said = members.0.iter().filter(says);
        let (one, other) = (said.next(), said.next());
        match (one, other) {
            (None, _) => self.below(format_args!(".text"), |walk| {
                walk.fault(raw, Severity::Fatal, "missing");
            }),
            (Some((one, _)), Some((other, at))) => {
                self.below(format_args!(".{}", other.0), |walk| {
                    let message = format!(
                        "`{}` beside `{}`: an entry is a text, a heading, a table or a rule",
                        other.0, one.0
                    );
                    walk.fault(at, Severity::Fatal, &message);
                });
            }
            (Some((what, _)), None) => self.fits(&what.0, &members, depth),
        }
        self.beside(&members);
    }

    /// An object that is a text with what stands beside it.
    pub(super) fn text_object(&mut self, raw: &'a RawValue, fields: &[Field], depth: u8) {
        if let Some(members) = self.object(raw, fields, depth) {
            self.beside(&members);
        }
    }

    /// Whether what an entry has is that of its kind.
    fn fits(&mut self, what: &str, members: &JsonMembers<'a>, depth: u8) {
        let list = |name: &str| {
            Some((
                members.get(name)?,
                value::<Vec<&RawValue>>(members.get(name)?)?,
            ))
        };
        let flush = members.get("flush").filter(|flush| flush.get() == "true");
        if let Some((points, list)) = list("points")
            && (what != "text" || flush.is_some())
            && !list.is_empty()
        {
            let what = if what == "text" { "flush text" } else { what };
            self.below(format_args!(".points"), |walk| {
                walk.fault(
                    points,
                    Severity::Tolerated,
                    &format!("nothing stands below a {what}"),
                );
            });
        }
        if let Some(flush) = flush.filter(|_| depth == 0) {
            self.below(format_args!(".flush"), |walk| {
                walk.fault(
                    flush,
                    Severity::Tolerated,
                    "flush text stands among the points of a paragraph",
                );
            });
        }
        if let Some((_, rows)) = list("table")
            && let Some(head) = members.get("head")
            && value::<usize>(head).is_some_and(|head| head > rows.len())
        {
            self.below(format_args!(".head"), |walk| {
                walk.fault(
                    head,
                    Severity::Tolerated,
                    &format!("the table has {} rows", rows.len()),
                );
            });
        }
    }

    /// Whether spans and notes fit the text that they stand beside.
    fn beside(&mut self, members: &JsonMembers<'a>) {
        let text = members.0.iter().find(|(name, value)| {
            matches!(&*name.0, "text" | "heading") && kind(value) == JsonKind::String
        });
        let Some(JsonString(text)) = text.and_then(|(_, text)| value::<JsonString<'_>>(text))
        else {
            return;
        };
        for (name, list) in &members.0 {
            let list = || value::<Vec<&RawValue>>(list).unwrap_or_default();
            match &*name.0 {
                "spans" => self.below(format_args!(".spans"), |walk| walk.spans(&list(), &text)),
                "notes" => self.below(format_args!(".notes"), |walk| walk.notes(&list(), &text)),
                _ => {}
            }
        }
    }

    fn spans(&mut self, list: &[&'a RawValue], text: &str) {
        let mut around: Vec<SpanShape<'_>> = Vec::new();
        let mut latest = 0;
        for (position, raw) in list.iter().enumerate() {
            let Some(span) = value::<SpanShape<'_>>(raw) else {
                continue;
            };
            around.retain(|around| around.to > span.from);
            let crossed = around.iter().find(|around| spans::cross(around, &span));
            let message = spans::fault(&span, text).or_else(|| match crossed {
                _ if span.from < latest => Some("begins before the span before it".to_owned()),
                Some(crossed) => {
                    let (from, to) = (crossed.from, crossed.to);
                    Some(format!("crosses the span from {from} to {to}"))
                }
                None => None,
            });
            if let Some(message) = message {
                self.below(format_args!("[{position}]"), |walk| {
                    walk.fault(raw, Severity::Tolerated, &message);
                });
            } else {
                latest = span.from;
                around.push(span);
            }
        }
    }

    fn notes(&mut self, list: &[&'a RawValue], text: &str) {
        for (position, raw) in list.iter().enumerate() {
            let Some(at) = value::<NoteShape<'_>>(raw).and_then(|note| note.at) else {
                continue;
            };
            let message = match at as usize {
                at if at > text.len() => {
                    format!("the note stands at {at}, the text ends at {}", text.len())
                }
                at if !text.is_char_boundary(at) => format!("byte {at} is within a character"),
                _ => continue,
            };
            self.below(format_args!("[{position}].at"), |walk| {
                walk.fault(raw, Severity::Tolerated, &message);
            });
        }
    }
}

/// A value, if it can be read: what can't is said by the schema.
fn value<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}
