//! The shapes of what stands beside a text: spans and notes; and of cells, which have notes as well.
//!
//! A text with neither is written as a string, else as an object.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{JsonString, Within};

/// A text that may have notes: a string where it has none.
pub(in crate::text::format) struct NotedShape<'a> {
    pub(in crate::text::format) text: JsonString<'a>,
    pub(in crate::text::format) spans: Vec<SpanShape<'a>>,
    pub(in crate::text::format) notes: Vec<NoteShape<'a>>,
}

/// A cell of a table: a string where it is no more.
pub(in crate::text::format) struct CellShape<'a> {
    pub(in crate::text::format) text: JsonString<'a>,
    pub(in crate::text::format) cols: Within<1, 65_535>,
    pub(in crate::text::format) rows: Within<1, 65_535>,
    pub(in crate::text::format) notes: Vec<NoteShape<'a>>,
}

/// `[from, to, "i"]`, of a link with its address behind.
pub(in crate::text::format) struct SpanShape<'a> {
    pub(in crate::text::format) from: u32,
    pub(in crate::text::format) to: u32,
    pub(in crate::text::format) kind: JsonString<'a>,
    pub(in crate::text::format) address: Option<JsonString<'a>>,
}

/// See [`crate::text::model::Note`].
#[derive(Serialize, Deserialize)]
pub(in crate::text::format) struct NoteShape<'a> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) mark: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) at: Option<u32>,
    pub(in crate::text::format) text: JsonString<'a>,
}

impl Serialize for NotedShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Object<'s> {
            text: &'s JsonString<'s>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            spans: &'s [SpanShape<'s>],
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            notes: &'s [NoteShape<'s>],
        }
        let Self { text, spans, notes } = self;
        if spans.is_empty() && notes.is_empty() {
            return text.serialize(serializer);
        }
        Object { text, spans, notes }.serialize(serializer)
    }
}

impl Serialize for CellShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Object<'s> {
            text: &'s JsonString<'s>,
            #[serde(skip_serializing_if = "is_one")]
            cols: u32,
            #[serde(skip_serializing_if = "is_one")]
            rows: u32,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            notes: &'s [NoteShape<'s>],
        }
        let (text, notes) = (&self.text, &*self.notes);
        let (cols, rows) = (self.cols.0, self.rows.0);
        if (cols, rows, notes.len()) == (1, 1, 0) {
            return text.serialize(serializer);
        }
        let object = Object {
            text,
            cols,
            rows,
            notes,
        };
        object.serialize(serializer)
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_one(count: &u32) -> bool {
    *count == 1
}

impl Serialize for SpanShape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = 3 + usize::from(self.address.is_some());
        let mut span = serializer.serialize_tuple(length)?;
        span.serialize_element(&self.from)?;
        span.serialize_element(&self.to)?;
        span.serialize_element(&self.kind)?;
        if let Some(address) = &self.address {
            span.serialize_element(address)?;
        }
        span.end()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for SpanShape<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;

        impl<'de> Visitor<'de> for Each {
            type Value = SpanShape<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a span, `[from, to, \"i\"]`")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut span: A) -> Result<Self::Value, A::Error> {
                let missing = |length| A::Error::invalid_length(length, &self);
                let read = SpanShape {
                    from: span.next_element()?.ok_or_else(|| missing(0))?,
                    to: span.next_element()?.ok_or_else(|| missing(1))?,
                    kind: span.next_element()?.ok_or_else(|| missing(2))?,
                    address: span.next_element()?,
                };
                match span.next_element::<IgnoredAny>()? {
                    None => Ok(read),
                    Some(_) => Err(missing(5)),
                }
            }
        }

        deserializer.deserialize_seq(Each)
    }
}

/// What a string or an object stands for.
trait StringOrObject<'de>: Sized {
    /// The object.
    type Object: Deserialize<'de>;
    const EXPECTED: &'static str;

    fn of_string(text: JsonString<'de>) -> Self;
    fn of_object(object: Self::Object) -> Self;
}

struct Either<T>(std::marker::PhantomData<T>);

impl<'de, T: StringOrObject<'de>> Visitor<'de> for Either<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
        Ok(T::of_string(JsonString(Cow::Borrowed(text))))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::of_string(JsonString(Cow::Owned(text.to_owned()))))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::Object::deserialize(MapAccessDeserializer::new(map)).map(T::of_object)
    }
}

fn either<'de, T: StringOrObject<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(Either(std::marker::PhantomData))
}

#[derive(Deserialize)]
pub(in crate::text::format) struct NotedObject<'a> {
    #[serde(borrow)]
    text: JsonString<'a>,
    #[serde(default)]
    spans: Vec<SpanShape<'a>>,
    #[serde(default)]
    notes: Vec<NoteShape<'a>>,
}

impl<'a> From<JsonString<'a>> for NotedShape<'a> {
    fn from(text: JsonString<'a>) -> Self {
        Self {
            text,
            spans: Vec::new(),
            notes: Vec::new(),
        }
    }
}

impl<'a> StringOrObject<'a> for NotedShape<'a> {
    type Object = NotedObject<'a>;
    const EXPECTED: &'static str = "a string, or an object with `text` and `notes`";

    fn of_string(text: JsonString<'a>) -> Self {
        text.into()
    }

    fn of_object(object: NotedObject<'a>) -> Self {
        let NotedObject { text, spans, notes } = object;
        Self { text, spans, notes }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for NotedShape<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        either::<NotedShape<'de>, D>(deserializer)
    }
}

#[derive(Deserialize)]
pub(in crate::text::format) struct CellObject<'a> {
    #[serde(borrow)]
    text: JsonString<'a>,
    cols: Option<Within<1, 65_535>>,
    rows: Option<Within<1, 65_535>>,
    #[serde(default)]
    notes: Vec<NoteShape<'a>>,
}

impl<'a> StringOrObject<'a> for CellShape<'a> {
    type Object = CellObject<'a>;
    const EXPECTED: &'static str = "a string, or an object with `text`";

    fn of_string(text: JsonString<'a>) -> Self {
        Self {
            text,
            cols: Within(1),
            rows: Within(1),
            notes: Vec::new(),
        }
    }

    fn of_object(object: CellObject<'a>) -> Self {
        Self {
            text: object.text,
            cols: object.cols.unwrap_or(Within(1)),
            rows: object.rows.unwrap_or(Within(1)),
            notes: object.notes,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for CellShape<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        either::<CellShape<'de>, D>(deserializer)
    }
}
