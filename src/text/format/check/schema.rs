//! The schemas of corpus files as tables, for the walk that looks for faults.
//!
//! They say the same as the types in `format::shapes`; a property test holds the two together.

use crate::text::format::FormatVersion;

/// What a value has to be.
pub(super) enum Schema {
    Words(Words),
    /// First and last.
    Lines,
    /// A whole number, from one to another.
    Number(u32, u32),
    Boolean,
    Span,
    Object(&'static [Field]),
    /// An object of which exactly one of the fields in `ONE_OF` is there.
    Entry(&'static [Field]),
    /// A string, or an object with these fields.
    StringOr(&'static Self, &'static [Field]),
    List(&'static Self),
    /// A list of paragraphs, one level below the paragraph it stands in.
    Points(&'static Self),
}

/// What the words of a string are, beyond words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    Format,
    SessionId,
    Symbol,
    DocumentKind,
    Number,
    Digest,
    Text,
    /// Of a cell: it may be empty, and have several lines.
    Cell,
}

pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) schema: Schema,
}

impl Field {
    pub(super) fn is_symbol(&self) -> bool {
        matches!(self.schema, Schema::Words(Words::Symbol))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    /// May be missing, or null.
    Optional,
    /// A list that may be missing, but is not null.
    Listed,
}

/// The fields that say what an entry of a list of paragraphs is.
pub(super) const ONE_OF: [&str; 4] = ["text", "heading", "table", "rule"];

/// The schema of a file.
pub(super) fn of(version: FormatVersion) -> &'static Schema {
    match version {
        FormatVersion::First => &first::FILE,
        FormatVersion::Second => &second::FILE,
    }
}

const fn field(name: &'static str, need: Need, schema: Schema) -> Field {
    Field { name, need, schema }
}

use Need::{Listed, Optional, Required};
use Schema::{Lines, List, Object, Points};

const TEXT: Schema = Schema::Words(Words::Text);

const FORMAT: Field = field("format", Required, Schema::Words(Words::Format));

/// The fields of a session, its resolutions being of a schema.
macro_rules! session {
    ($resolution:expr) => {
        Object(&[
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
            field("resolutions", Required, List($resolution)),
        ])
    };
}

const SOURCE: Field = field(
    "source",
    Optional,
    Object(&[
        field("file", Required, TEXT),
        field("lines", Optional, Lines),
        field("sha256", Optional, Schema::Words(Words::Digest)),
    ]),
);

mod first {
    use super::{
        FORMAT, Lines, List, Listed, Object, Optional, Points, Required, SOURCE, Schema, TEXT,
        Words, field,
    };

    pub(super) static FILE: Schema = Object(&[FORMAT, field("sessions", Required, List(&SESSION))]);

    static SESSION: Schema = session!(&RESOLUTION);

    static RESOLUTION: Schema = Object(&[
        field("symbol", Required, Schema::Words(Words::Symbol)),
        field("title", Optional, TEXT),
        field("language", Required, TEXT),
        field("adopted", Optional, TEXT),
        SOURCE,
        field("headings", Listed, List(&TEXT)),
        field("opening", Optional, TEXT),
        field("preamble", Required, List(&PARAGRAPH)),
        field("operative", Required, List(&PARAGRAPH)),
        field("annexes", Listed, List(&ANNEX)),
    ]);

    static PARAGRAPH: Schema = Object(&[
        field("number", Optional, Schema::Words(Words::Number)),
        field("text", Required, TEXT),
        field("points", Listed, Points(&PARAGRAPH)),
        field("lines", Optional, Lines),
    ]);

    static ANNEX: Schema = Object(&[
        field("title", Optional, TEXT),
        field("paragraphs", Required, List(&PARAGRAPH)),
    ]);
}

mod second {
    use super::{
        FORMAT, Field, Lines, List, Listed, Object, Optional, Points, Required, SOURCE, Schema,
        TEXT, Words, field,
    };

    pub(super) static FILE: Schema = Object(&[FORMAT, field("sessions", Required, List(&SESSION))]);

    static SESSION: Schema = session!(&RESOLUTION);

    static RESOLUTION: Schema = Object(&[
        field("symbol", Required, Schema::Words(Words::Symbol)),
        field("kind", Optional, Schema::Words(Words::DocumentKind)),
        field("title", Optional, NOTED),
        field("language", Required, TEXT),
        field("variant", Optional, Schema::Number(1, u32::MAX)),
        field("adopted", Optional, TEXT),
        field("issued", Optional, TEXT),
        field("meeting", Optional, TEXT),
        field("record", Optional, TEXT),
        field("draft", Optional, TEXT),
        field("agenda", Optional, TEXT),
        field("topic", Optional, TEXT),
        field("sponsors", Listed, List(&TEXT)),
        field("subjects", Listed, List(&TEXT)),
        field("vote", Optional, VOTE),
        SOURCE,
        field("doubts", Listed, List(&TEXT)),
        field("headings", Listed, List(&TEXT)),
        field("opening", Optional, NOTED),
        field("preamble", Optional, List(&ENTRY)),
        field("operative", Optional, List(&ENTRY)),
        field("paragraphs", Optional, List(&ENTRY)),
        field("sections", Listed, List(&SECTION)),
        field("annexes", Listed, List(&ANNEX)),
    ]);

    const VOTE: Schema = Object(&[
        field("for", Optional, COUNT),
        field("against", Optional, COUNT),
        field("abstaining", Optional, COUNT),
        field(
            "who",
            Optional,
            Object(&[
                field("for", Listed, List(&TEXT)),
                field("against", Listed, List(&TEXT)),
                field("abstaining", Listed, List(&TEXT)),
            ]),
        ),
    ]);

    const COUNT: Schema = Schema::Number(0, u32::MAX);

    static ENTRY: Schema = Schema::Entry(&[
        field("number", Optional, Schema::Words(Words::Number)),
        field("text", Optional, TEXT),
        field("heading", Optional, TEXT),
        field("level", Optional, Schema::Number(1, 6)),
        field("table", Optional, List(&ROW)),
        field("head", Optional, COUNT),
        field("rule", Optional, TEXT),
        field("flush", Optional, Schema::Boolean),
        field("points", Listed, Points(&ENTRY)),
        field("spans", Listed, List(&Schema::Span)),
        NOTES,
        field("lines", Optional, Lines),
    ]);

    static ROW: Schema = List(&CELL);

    static CELL: Schema = Schema::StringOr(
        &Schema::Words(Words::Cell),
        &[
            field("text", Required, Schema::Words(Words::Cell)),
            field("cols", Optional, Schema::Number(1, 65_535)),
            field("rows", Optional, Schema::Number(1, 65_535)),
            NOTES,
        ],
    );

    const NOTED: Schema = Schema::StringOr(
        &TEXT,
        &[
            field("text", Required, TEXT),
            field("spans", Listed, List(&Schema::Span)),
            NOTES,
        ],
    );

    const NOTES: Field = field("notes", Listed, List(&NOTE));

    static NOTE: Schema = Object(&[
        field("mark", Optional, TEXT),
        field("at", Optional, COUNT),
        field("text", Required, TEXT),
    ]);

    static SECTION: Schema = Object(&[
        field("number", Optional, TEXT),
        field("title", Optional, TEXT),
        field("preamble", Optional, List(&ENTRY)),
        field("operative", Optional, List(&ENTRY)),
    ]);

    static ANNEX: Schema = Object(&[
        field("number", Optional, TEXT),
        field("title", Optional, NOTED),
        field("headings", Listed, List(&TEXT)),
        NOTES,
        field("preamble", Optional, List(&ENTRY)),
        field("paragraphs", Optional, List(&ENTRY)),
    ]);
}
