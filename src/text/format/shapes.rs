//! The shapes of a corpus file, as serde reads and writes them: those of the second format, which hold all
//! that the first can say.
//!
//! Strings are borrowed: from the JSON where it has no escape, from the model where it is written.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

#[cfg(doc)]
use crate::text::model;
use crate::text::model::{DocumentKind, Lines};

mod beside;
pub(super) mod first;
mod passages;

pub(super) use beside::{CellShape, NoteShape, NotedShape, SpanShape};
pub(super) use passages::{List, ParagraphShape, Within};

/// What documents are called.
pub(super) const KINDS: [(&str, DocumentKind); 3] = [
    ("resolution", DocumentKind::Resolution),
    ("draft", DocumentKind::Draft),
    ("statement", DocumentKind::Statement),
];

/// A whole file. `R` is a resolution, read or still as it stands.
#[derive(Serialize, Deserialize)]
pub(super) struct FileShape<'a, R = ResolutionShape<'a>> {
    /// [`FormatVersion::name`](super::FormatVersion::name).
    #[serde(borrow)]
    pub(super) format: JsonString<'a>,
    /// In the order they are listed.
    pub(super) sessions: Vec<SessionShape<'a, R>>,
}

/// A string of the file: borrowed where it has no escape. (serde borrows a bare `Cow`, but not one
/// inside an `Option` or a `Vec`.)
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct JsonString<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

/// See [`model::Session`].
#[derive(Serialize, Deserialize)]
pub(super) struct SessionShape<'a, R = ResolutionShape<'a>> {
    #[serde(borrow)]
    pub(super) id: JsonString<'a>,
    pub(super) organ: JsonString<'a>,
    pub(super) name: JsonString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) theme: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dates: Option<DatesShape<'a>>,
    pub(super) resolutions: Vec<R>,
}

/// See [`model::Dates`].
#[derive(Serialize, Deserialize)]
pub(super) struct DatesShape<'a> {
    #[serde(borrow)]
    pub(super) printed: JsonString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<JsonString<'a>>,
}

/// See [`model::Resolution`].
#[derive(Serialize, Deserialize)]
pub(super) struct ResolutionShape<'a> {
    #[serde(borrow)]
    pub(super) symbol: JsonString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<NotedShape<'a>>,
    pub(super) language: JsonString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) variant: Option<Within<1, { u32::MAX }>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) adopted: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) issued: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) meeting: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) record: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) draft: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) agenda: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) topic: Option<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) sponsors: Vec<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) subjects: Vec<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) vote: Option<VoteShape<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<SourceShape<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) doubts: Vec<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) headings: Vec<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) opening: Option<NotedShape<'a>>,
    /// Lists that are left out where they are empty; in the first format these two never are.
    #[serde(default, skip_serializing_if = "List::is_left_out")]
    pub(super) preamble: List<'a>,
    #[serde(default, skip_serializing_if = "List::is_left_out")]
    pub(super) operative: List<'a>,
    /// Those of a statement.
    #[serde(default, skip_serializing_if = "List::is_left_out")]
    pub(super) paragraphs: List<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) sections: Vec<SectionShape<'a>>,
    #[serde(default)]
    pub(super) annexes: Vec<AnnexShape<'a>>,
}

/// See [`model::Vote`].
#[derive(Serialize, Deserialize)]
pub(super) struct VoteShape<'a> {
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub(super) in_favour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) against: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) abstaining: Option<u32>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<VotersShape<'a>>,
}

/// Who voted how.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct VotersShape<'a> {
    #[serde(borrow, default, rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub(super) in_favour: Vec<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) against: Vec<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) abstaining: Vec<JsonString<'a>>,
}

/// See [`model::Source`].
#[derive(Serialize, Deserialize)]
pub(super) struct SourceShape<'a> {
    #[serde(borrow)]
    pub(super) file: JsonString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lines: Option<Lines>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sha256: Option<JsonString<'a>>,
}

/// See [`model::SectionHeading`], and what stands below it.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct SectionShape<'a> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "List::is_left_out")]
    pub(super) preamble: List<'a>,
    #[serde(default, skip_serializing_if = "List::is_left_out")]
    pub(super) operative: List<'a>,
}

/// See [`model::AnnexHeading`], and what stands below it.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct AnnexShape<'a> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<NotedShape<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) headings: Vec<JsonString<'a>>,
    /// Those of number and title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<NoteShape<'a>>,
    #[serde(default, skip_serializing_if = "List::is_left_out")]
    pub(super) preamble: List<'a>,
    #[serde(default)]
    pub(super) paragraphs: List<'a>,
}

impl<'a> ResolutionShape<'a> {
    /// A resolution that says no more.
    pub(super) fn new(symbol: JsonString<'a>, language: JsonString<'a>) -> Self {
        Self {
            symbol,
            kind: None,
            title: None,
            language,
            variant: None,
            adopted: None,
            issued: None,
            meeting: None,
            record: None,
            draft: None,
            agenda: None,
            topic: None,
            sponsors: Vec::new(),
            subjects: Vec::new(),
            vote: None,
            source: None,
            doubts: Vec::new(),
            headings: Vec::new(),
            opening: None,
            preamble: List::default(),
            operative: List::default(),
            paragraphs: List::default(),
            sections: Vec::new(),
            annexes: Vec::new(),
        }
    }

    /// Whether it can be read, which the types alone don't say.
    pub(super) fn is_sound(&self) -> bool {
        self.lists().all(List::is_sound)
    }

    /// All of its lists.
    fn lists(&self) -> impl Iterator<Item = &List<'a>> {
        let own = [&self.preamble, &self.operative, &self.paragraphs];
        let sections = self.sections.iter();
        let sections = sections.flat_map(|section| [&section.preamble, &section.operative]);
        let annexes = self.annexes.iter();
        let annexes = annexes.flat_map(|annex| [&annex.preamble, &annex.paragraphs]);
        own.into_iter().chain(sections).chain(annexes)
    }

    /// What it is; a resolution where that is not known.
    pub(super) fn document_kind(&self) -> DocumentKind {
        let said = self.kind.as_ref().map(|kind| &*kind.0);
        let named = KINDS.iter().find(|(name, _)| Some(*name) == said);
        named.map_or(DocumentKind::Resolution, |(_, kind)| *kind)
    }

    /// How many passages it has.
    pub(super) fn passages(&self) -> usize {
        let listed: usize = self.lists().map(List::passages).sum();
        listed + usize::from(self.opening.is_some())
    }
}
