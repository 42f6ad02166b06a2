//! Every fault of a corpus file, each with its path and its line.
//!
//! serde stops at the first thing it can't take, and knows no path. Here the file is walked along a
//! table of its shapes, value by value, and each fault is noted where it stands. Fatal is what
//! [`read`](super::read) can't read: no JSON, an unknown format, a field that is missing, given twice
//! or of the wrong type, points nested too deep. Other faults are shown by `resolut check`, and the
//! file is read all the same: a reader rather sees an empty or odd paragraph than no resolution.

mod doubts;
mod entry;
mod fault;
mod raw;
mod schema;
mod words;

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::{self, Write};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::shapes::{JsonString, SpanShape};
use super::{FormatVersion, MAX_DEPTH};
use crate::text::line_starts::LineStarts;
use crate::text::visible::visible;
use raw::{JsonKind, kind};
use schema::{Field, Need, Schema};
use words::Version;

use crate::text::sorting::sort_by_key;
pub use fault::Fault;
use fault::Severity;
pub(super) use raw::{JsonMembers, said};

/// No more faults are listed of one file: each takes many times the room of what is wrong.
const MOST: usize = 10_000;

/// What a file may be.
pub(super) const FORMATS: &str = "`resolut-corpus/1` or `resolut-corpus/2`";

/// The format that a file says it has.
#[derive(Deserialize)]
struct Said<'a> {
    #[serde(borrow)]
    format: JsonString<'a>,
}

/// The faults of a corpus file, in the order of its lines; none if it is sound. Behind ten thousand of
/// them, one says that there are more.
///
/// In a file that is no JSON, only the place where it ceases to be is found.
///
/// ```
/// use resolut::text::format::faults;
///
/// let found = faults("{\"format\": \"resolut-corpus/1\",\n \"sessions\": 7}");
/// assert_eq!(found[0].path, "sessions");
/// assert_eq!(found[0].line, 2);
/// assert!(found[0].is_fatal());
/// ```
pub fn faults(json: &str) -> Vec<Fault> {
    let mut found = examine(json);
    found.retain(|fault| !fault.is_doubt());
    found
}

/// The faults of a corpus file, and among them what a person should look at in a sound one: numbers of operative
/// paragraphs that are missing or stand there twice, a resolution without any, a long paragraph with the labels of
/// points in its text.
///
/// ```
/// use resolut::text::format::examine;
///
/// let json = r#"{"format": "resolut-corpus/1", "sessions": [{"id": "B-1", "organ": "Boats", "name": "First",
///     "resolutions": [{"symbol": "1/1", "language": "en", "preamble": [], "operative": [
///         {"number": "1", "text": "Decides."}, {"number": "3", "text": "Requests."}]}]}]}"#;
/// let found = examine(json);
/// assert_eq!(found[0].message, "number 2 is missing before 3");
/// assert!(found[0].is_doubt());
/// ```
pub fn examine(json: &str) -> Vec<Fault> {
    let file = match serde_json::from_str::<&RawValue>(json) {
        Ok(file) => file,
        Err(error) => {
            let mut fault = Fault::of_json(&error);
            fault.message.insert_str(0, "no JSON: ");
            return vec![fault];
        }
    };
    let mut walk = Walk {
        json,
        line_starts: LineStarts::of(json),
        path: String::new(),
        names: HashMap::new(),
        faults: Vec::new(),
    };
    let said = serde_json::from_str::<Said<'_>>(json).ok();
    let version = said.and_then(|said| FormatVersion::named(&said.format.0));
    walk.value(file, schema::of(version.unwrap_or_default()), 0);
    walk.into_faults()
}

struct Walk<'a> {
    json: &'a str,
    line_starts: LineStarts,
    /// Of the value we are at.
    path: String,
    /// The sessions and symbols that were met, these with their language and variant, and in which line.
    names: HashMap<(&'static str, Cow<'a, str>, Option<Version>), usize>,
    /// Each with its offset, and without its column.
    faults: Vec<(usize, Fault)>,
}

impl<'a> Walk<'a> {
    /// Walks a value, at `depth` levels of points.
    fn value(&mut self, raw: &'a RawValue, schema: &Schema, depth: u8) {
        match schema {
            Schema::Words(words) => self.words(raw, *words),
            Schema::Lines => self.lines(raw),
            Schema::Number(least, most) => self.number(raw, *least, *most),
            Schema::Boolean => {
                self.read::<bool>(raw, JsonKind::Boolean, "true or false");
            }
            Schema::Span => {
                self.read::<SpanShape<'a>>(raw, JsonKind::Array, "a span, `[from, to, \"i\"]`");
            }
            Schema::Object(fields) => {
                self.object(raw, fields, depth);
            }
            Schema::Entry(fields) => self.entry(raw, fields, depth),
            Schema::StringOr(string, _) if kind(raw) == JsonKind::String => {
                self.value(raw, string, depth);
            }
            Schema::StringOr(_, fields) if kind(raw) == JsonKind::Object => {
                self.text_object(raw, fields, depth);
            }
            Schema::StringOr(..) => {
                let found = kind(raw).name();
                let message = format!("expected a string or an object, found {found}");
                self.fault(raw, Severity::Fatal, &message);
            }
            Schema::List(each) => self.list(raw, each, depth),
            Schema::Points(each) => self.points(raw, each, depth + 1),
        }
    }

    /// Walks an object, and returns its members.
    fn object(
        &mut self,
        raw: &'a RawValue,
        fields: &[Field],
        depth: u8,
    ) -> Option<JsonMembers<'a>> {
        let members: JsonMembers<'a> = self.read(raw, JsonKind::Object, "an object")?;
        let mut met = HashMap::new();
        for (name, value) in &members.0 {
            let field = fields.iter().find(|field| field.name == name.0);
            let line = self.line_of(value);
            self.below(format_args!(".{}", name.0), |walk| {
                match met.entry(&*name.0) {
                    Entry::Vacant(place) => _ = place.insert(line),
                    Entry::Occupied(first) => {
                        let message = format!("given twice, first in line {}", first.get());
                        // A field that the format does not know is passed over, however often it stands.
                        let severity = match field {
                            Some(_) => Severity::Fatal,
                            None => Severity::Tolerated,
                        };
                        walk.fault(value, severity, &message);
                    }
                }
                if let Some(field) = field
                    && !(field.need == Need::Optional && kind(value) == JsonKind::Null)
                {
                    walk.value(value, &field.schema, depth);
                }
            });
        }
        if fields.iter().any(Field::is_symbol) {
            self.symbol(&members);
            self.doubt(&members);
        }
        for field in fields {
            if field.need == Need::Required && !met.contains_key(field.name) {
                self.below(format_args!(".{}", field.name), |walk| {
                    walk.fault(raw, Severity::Fatal, "missing");
                });
            }
        }
        Some(members)
    }

    fn list(&mut self, raw: &'a RawValue, each: &Schema, depth: u8) {
        let values: Vec<&RawValue> = self
            .read(raw, JsonKind::Array, "an array")
            .unwrap_or_default();
        for (position, value) in values.into_iter().enumerate() {
            self.below(format_args!("[{position}]"), |walk| {
                walk.value(value, each, depth);
            });
        }
    }

    /// Deeper points are not looked into: a hostile file can't exhaust the stack.
    fn points(&mut self, raw: &'a RawValue, each: &Schema, depth: u8) {
        if depth <= MAX_DEPTH {
            self.list(raw, each, depth);
        } else if let Some(points) = self.read::<Vec<&RawValue>>(raw, JsonKind::Array, "an array")
            && !points.is_empty()
        {
            let message = format!("points nest deeper than {MAX_DEPTH} levels");
            self.fault(raw, Severity::Fatal, &message);
        }
    }

    /// Reads a value of a kind, or notes what was expected.
    fn read<T: Deserialize<'a>>(
        &mut self,
        raw: &'a RawValue,
        wanted: JsonKind,
        expected: &str,
    ) -> Option<T> {
        let found = kind(raw);
        if found != wanted {
            let message = format!("expected {expected}, found {}", found.name());
            self.fault(raw, Severity::Fatal, &message);
            return None;
        }
        let read = serde_json::from_str(raw.get());
        if let Err(error) = &read {
            let message = format!("expected {expected}: {}", said(error));
            self.fault(raw, Severity::Fatal, &message);
        }
        read.ok()
    }

    fn fault(&mut self, at: &RawValue, severity: Severity, message: &str) {
        if self.faults.len() > MOST {
            return;
        }
        let more = format!("more than {MOST} faults; what follows is not listed");
        let message = if self.faults.len() < MOST {
            message
        } else {
            &more
        };
        let fault = Fault {
            // What was taken from the file is shown on a terminal.
            path: visible(&self.path).into_owned(),
            line: self.line_of(at),
            column: 1,
            message: visible(message).into_owned(),
            severity,
        };
        self.faults.push((self.offset_of(at), fault));
    }

    /// The faults in order. Columns are counted on from fault to fault: a file may be one long line.
    fn into_faults(mut self) -> Vec<Fault> {
        sort_by_key(&mut self.faults, |&(offset, _)| offset);
        let (mut counted_to, mut column) = (0, 1);
        for (offset, fault) in &mut self.faults {
            let start = self.line_starts.start_of(*offset);
            if start > counted_to {
                (counted_to, column) = (start, 1);
            }
            let between = self.json.get(counted_to..*offset).unwrap_or_default();
            column += between.chars().count();
            (counted_to, fault.column) = (*offset, column);
        }
        self.faults.into_iter().map(|(_, fault)| fault).collect()
    }

    /// Goes one step down the path.
    fn below(&mut self, step: fmt::Arguments<'_>, walk: impl FnOnce(&mut Self)) {
        let above = self.path.len();
        // Writing to a string does not fail.
        let _ = self.path.write_fmt(step);
        if self.path.starts_with('.') {
            self.path.remove(0);
        }
        walk(self);
        self.path.truncate(above);
    }

    /// Where a value stands, in bytes. It is borrowed from the text, so its address tells.
    fn offset_of(&self, value: &RawValue) -> usize {
        value.get().as_ptr().addr() - self.json.as_ptr().addr()
    }

    fn line_of(&self, value: &RawValue) -> usize {
        self.line_starts.line_of(self.offset_of(value)) as usize
    }
}

#[cfg(test)]
mod tests;
