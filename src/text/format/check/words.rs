//! What is wrong with a string or a number by itself.

use std::borrow::Cow;
use std::collections::hash_map::Entry;

use serde_json::value::RawValue;

use super::fault::Severity;
use super::raw::{JsonKind, JsonMembers};
use super::schema::Words;
use super::{FORMATS, Walk};
use crate::text::citation::is_citable;
use crate::text::format::FormatVersion;
use crate::text::format::shapes::{JsonString, KINDS};
use crate::text::model::Lines;
use crate::text::visible::replacement;

impl<'a> Walk<'a> {
    pub(super) fn lines(&mut self, raw: &'a RawValue) {
        let expected = "two line numbers, `[first, last]`";
        let Some([first, last]) = self.read::<Lines>(raw, JsonKind::Array, expected) else {
            return;
        };
        if first == 0 {
            self.fault(raw, Severity::Tolerated, "lines are counted from 1");
        }
        if first > last {
            let message = format!("the first line, {first}, is behind the last, {last}");
            self.fault(raw, Severity::Tolerated, &message);
        }
    }

    pub(super) fn number(&mut self, raw: &'a RawValue, least: u32, most: u32) {
        let expected = match most {
            u32::MAX => format!("a whole number, {least} or more"),
            most => format!("a whole number from {least} to {most}"),
        };
        let number = self.read::<u32>(raw, JsonKind::Number, &expected);
        if let Some(number) = number.filter(|number| !(least..=most).contains(number)) {
            self.fault(
                raw,
                Severity::Fatal,
                &format!("expected {expected}, found {number}"),
            );
        }
    }

    pub(super) fn words(&mut self, raw: &'a RawValue, words: Words) {
        let Some(JsonString(text)) = self.read::<JsonString<'a>>(raw, JsonKind::String, "a string")
        else {
            return;
        };
        if words == Words::Format {
            if FormatVersion::named(&text).is_none() {
                let message = format!("unknown format `{text:.40}`, expected {FORMATS}");
                self.fault(raw, Severity::Fatal, &message);
            }
            return;
        }
        let is_cell = words == Words::Cell;
        if text.trim().is_empty() && !is_cell {
            return self.fault(raw, Severity::Tolerated, "empty");
        }
        let mut controls = Vec::new();
        let is_control = |c: &char| replacement(*c).is_some() && !(is_cell && *c == '\n');
        for control in text.chars().filter(is_control) {
            if !controls.contains(&control) {
                controls.push(control);
            }
        }
        for control in controls {
            let message = format!("holds the control character U+{:04X}", control as u32);
            self.fault(raw, Severity::Tolerated, &message);
        }
        match words {
            Words::Number => {
                let is_more = |number: &&str| number.contains(char::is_alphanumeric);
                if let Some(number) = text.strip_suffix('.').filter(is_more) {
                    let message = format!("`{text:.40}` has its stop, write `{number:.40}`");
                    self.fault(raw, Severity::Tolerated, &message);
                }
            }
            Words::SessionId => self.once(raw, "session", text, None),
            Words::Symbol => {
                if !is_citable(&text) {
                    let message = format!("`{text:.80}` can't be cited: it reads as a place");
                    self.fault(raw, Severity::Tolerated, &message);
                }
            }
            Words::Digest => {
                let is_digit = |c: char| c.is_ascii_hexdigit();
                if text.len() != 64 || !text.chars().all(is_digit) {
                    let message = format!("expected 64 hexadecimal digits, found `{text:.80}`");
                    self.fault(raw, Severity::Tolerated, &message);
                }
            }
            Words::DocumentKind => {
                if KINDS.iter().all(|(name, _)| *name != text) {
                    let expected = "resolution, draft or statement";
                    let message = format!("unknown kind `{text:.40}`, expected {expected}");
                    self.fault(raw, Severity::Tolerated, &message);
                }
            }
            Words::Text | Words::Cell | Words::Format => {}
        }
    }

    /// Notes the symbol of a resolution: it may stand once in each language, or once for each variant.
    pub(super) fn symbol(&mut self, members: &JsonMembers<'a>) {
        let text = |raw: &'a RawValue| serde_json::from_str::<JsonString<'a>>(raw.get()).ok();
        if let Some(raw) = members.get("symbol")
            && let Some(JsonString(symbol)) = text(raw)
            && !symbol.trim().is_empty()
        {
            let language = members.get("language").and_then(text);
            let version = Version {
                language: language.map_or_else(String::new, |tag| tag.0.to_lowercase()),
                variant: members
                    .get("variant")
                    .map_or("null", RawValue::get)
                    .to_owned(),
            };
            self.below(format_args!(".symbol"), |walk| {
                walk.once(raw, "symbol", symbol, Some(version));
            });
        }
    }

    /// Notes a name that may stand only once in the file, or once as such a version.
    fn once(
        &mut self,
        raw: &'a RawValue,
        what: &'static str,
        name: Cow<'a, str>,
        version: Option<Version>,
    ) {
        let line = self.line_of(raw);
        let language = version.as_ref().map(|version| &*version.language);
        let both = match language {
            Some(tag) if !tag.is_empty() => format!("; both are in `{tag:.40}`"),
            _ => String::new(),
        };
        match self.names.entry((what, name, version)) {
            Entry::Vacant(place) => _ = place.insert(line),
            Entry::Occupied(first) => {
                let ((_, name, _), line) = (first.key(), first.get());
                let message = format!("{what} `{name:.80}` again, first in line {line}{both}");
                self.fault(raw, Severity::Tolerated, &message);
            }
        }
    }
}

/// What tells the texts of one symbol apart.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Version {
    /// Its tag in small letters.
    language: String,
    /// The number as JSON.
    variant: String,
}
