//! The shapes of a corpus file as a table, for the walk that looks for faults.
//!
//! They say the same as the types in [`crate::text::format`]; a property test holds the two together.

/// What a value has to be.
pub(super) enum Shape {
    Words(Words),
    /// First and last.
    Lines,
    Object(&'static [Field]),
    List(&'static Self),
    /// A list of paragraphs, one level below the paragraph it stands in.
    Points,
}

/// What the words of a string are, beyond words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Format,
    SessionId,
    Symbol,
    Number,
    Digest,
    Text,
}

pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) shape: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    /// May be missing, or null.
    Optional,
    /// A list that may be missing, but is not null.
    Listed,
}

const fn field(name: &'static str, need: Need, shape: Shape) -> Field {
    Field { name, need, shape }
}

use Need::{Listed, Optional, Required};
use Shape::{Lines, List, Object, Points};

const TEXT: Shape = Shape::Words(Words::Text);

pub(super) static FILE: Shape = Object(&[
    field("format", Required, Shape::Words(Words::Format)),
    field("sessions", Required, List(&SESSION)),
]);

static SESSION: Shape = Object(&[
    field("id", Required, Shape::Words(Words::SessionId)),
    field("organ", Required, TEXT),
    field("name", Required, TEXT),
    field("theme", Optional, TEXT),
    field("place", Optional, TEXT),
    field(
        "dates",
        Optional,
        Object(&[
            field("printed", Required, TEXT),
            field("from", Optional, TEXT),
            field("to", Optional, TEXT),
        ]),
    ),
    field("resolutions", Required, List(&RESOLUTION)),
]);

static RESOLUTION: Shape = Object(&[
    field("symbol", Required, Shape::Words(Words::Symbol)),
    field("title", Optional, TEXT),
    field("language", Required, TEXT),
    field("adopted", Optional, TEXT),
    field(
        "source",
        Optional,
        Object(&[
            field("file", Required, TEXT),
            field("lines", Optional, Lines),
            field("sha256", Optional, Shape::Words(Words::Digest)),
        ]),
    ),
    field("headings", Listed, List(&TEXT)),
    field("opening", Optional, TEXT),
    field("preamble", Required, List(&PARAGRAPH)),
    field("operative", Required, List(&PARAGRAPH)),
    field("annexes", Listed, List(&ANNEX)),
]);

pub(super) static PARAGRAPH: Shape = Object(&[
    field("number", Optional, Shape::Words(Words::Number)),
    field("text", Required, TEXT),
    field("points", Listed, Points),
    field("lines", Optional, Lines),
]);

static ANNEX: Shape = Object(&[
    field("title", Optional, TEXT),
    field("paragraphs", Required, List(&PARAGRAPH)),
]);
