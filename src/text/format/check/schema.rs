//! The schema of a corpus file as a table, for the walk that looks for faults.
//!
//! It says the same as the types in `format::shapes`; a property test holds the two together.

/// What a value has to be.
pub(super) enum Schema {
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
    pub(super) schema: Schema,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    /// May be missing, or null.
    Optional,
    /// A list that may be missing, but is not null.
    Listed,
}

const fn field(name: &'static str, need: Need, schema: Schema) -> Field {
    Field { name, need, schema }
}

use Need::{Listed, Optional, Required};
use Schema::{Lines, List, Object, Points};

const TEXT: Schema = Schema::Words(Words::Text);

pub(super) static FILE: Schema = Object(&[
    field("format", Required, Schema::Words(Words::Format)),
    field("sessions", Required, List(&SESSION)),
]);

static SESSION: Schema = Object(&[
    field("id", Required, Schema::Words(Words::SessionId)),
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

static RESOLUTION: Schema = Object(&[
    field("symbol", Required, Schema::Words(Words::Symbol)),
    field("title", Optional, TEXT),
    field("language", Required, TEXT),
    field("adopted", Optional, TEXT),
    field(
        "source",
        Optional,
        Object(&[
            field("file", Required, TEXT),
            field("lines", Optional, Lines),
            field("sha256", Optional, Schema::Words(Words::Digest)),
        ]),
    ),
    field("headings", Listed, List(&TEXT)),
    field("opening", Optional, TEXT),
    field("preamble", Required, List(&PARAGRAPH)),
    field("operative", Required, List(&PARAGRAPH)),
    field("annexes", Listed, List(&ANNEX)),
]);

pub(super) static PARAGRAPH: Schema = Object(&[
    field("number", Optional, Schema::Words(Words::Number)),
    field("text", Required, TEXT),
    field("points", Listed, Points),
    field("lines", Optional, Lines),
]);

static ANNEX: Schema = Object(&[
    field("title", Optional, TEXT),
    field("paragraphs", Required, List(&PARAGRAPH)),
]);
