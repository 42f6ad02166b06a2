//! The shapes of a corpus file, as serde reads and writes them.
//!
//! Strings are borrowed: from the JSON where it has no escape, from the model where it is written.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::MAX_DEPTH;
#[cfg(doc)]
use crate::text::model;
use crate::text::model::Lines;

/// A whole file. `R` is a resolution, read or still as it stands.
#[derive(Serialize, Deserialize)]
pub(super) struct FileShape<'a, R = ResolutionShape<'a>> {
    /// [`FORMAT`](super::FORMAT).
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
    pub(super) title: Option<JsonString<'a>>,
    pub(super) language: JsonString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) adopted: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<SourceShape<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) headings: Vec<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) opening: Option<JsonString<'a>>,
    pub(super) preamble: Vec<ParagraphShape<'a>>,
    pub(super) operative: Vec<ParagraphShape<'a>>,
    #[serde(default)]
    pub(super) annexes: Vec<AnnexShape<'a>>,
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

/// A paragraph, or one of its points.
#[derive(Serialize, Deserialize)]
pub(super) struct ParagraphShape<'a> {
    /// As printed, without its stop.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<JsonString<'a>>,
    /// One line, without the number.
    pub(super) text: JsonString<'a>,
    /// What stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) points: Vec<Self>,
    /// Lines of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lines: Option<Lines>,
}

/// What is annexed to a resolution.
#[derive(Serialize, Deserialize)]
pub(super) struct AnnexShape<'a> {
    /// As printed.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<JsonString<'a>>,
    /// In order.
    pub(super) paragraphs: Vec<ParagraphShape<'a>>,
}

impl ResolutionShape<'_> {
    pub(super) fn nests_too_deep(&self) -> bool {
        let annexes = self.annexes.iter().map(|annex| &annex.paragraphs);
        [&self.preamble, &self.operative]
            .into_iter()
            .chain(annexes)
            .any(|paragraphs| deeper(paragraphs, MAX_DEPTH))
    }
}

/// Whether points stand more than `levels` below these paragraphs.
fn deeper(paragraphs: &[ParagraphShape<'_>], levels: usize) -> bool {
    paragraphs
        .iter()
        .any(|paragraph| match levels.checked_sub(1) {
            None => !paragraph.points.is_empty(),
            Some(levels) => deeper(&paragraph.points, levels),
        })
}
