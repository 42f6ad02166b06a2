//! The shapes of what stands in the lists of paragraphs.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::{CellShape, JsonString, NoteShape, SpanShape};
use crate::text::format::MAX_DEPTH;
use crate::text::model::Lines;

/// A list of paragraphs, or of points.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::text::format) struct List<'a>(
    #[serde(borrow)] pub(in crate::text::format) Option<Vec<ParagraphShape<'a>>>,
);

/// A paragraph or one of its points, a heading, a table or a rule. One of `text`, `heading`, `table` and
/// `rule` is there, and says which.
#[derive(Default, Serialize, Deserialize)]
pub(in crate::text::format) struct ParagraphShape<'a> {
    /// As printed, without its stop.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) number: Option<JsonString<'a>>,
    /// One line, without the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) text: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) heading: Option<JsonString<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) level: Option<Within<1, 6>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) table: Option<Vec<Vec<CellShape<'a>>>>,
    /// How many rows of the table name its columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) head: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) rule: Option<JsonString<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) flush: Option<bool>,
    /// What stands below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::text::format) points: Vec<Self>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::text::format) spans: Vec<SpanShape<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::text::format) notes: Vec<NoteShape<'a>>,
    /// Lines of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::text::format) lines: Option<Lines>,
}

/// A whole number that is no less than one and no more than another.
#[derive(Clone, Copy, Serialize)]
#[serde(transparent)]
pub(in crate::text::format) struct Within<const LEAST: u32, const MOST: u32>(
    pub(in crate::text::format) u32,
);

impl List<'_> {
    pub(in crate::text::format) fn is_left_out(&self) -> bool {
        self.0.is_none()
    }

    /// Whether each entry says what it is, and none lies too deep.
    pub(super) fn is_sound(&self) -> bool {
        are_sound(self.0.as_deref().unwrap_or_default(), MAX_DEPTH)
    }

    /// How many paragraphs there are: neither points nor what stands between paragraphs.
    pub(in crate::text::format) fn paragraphs(&self) -> usize {
        let entries = self.0.iter().flatten();
        entries
            .filter(|entry| entry.text.is_some() && entry.flush != Some(true))
            .count()
    }

    /// How many entries there are, points and all.
    pub(super) fn passages(&self) -> usize {
        passages(self.0.as_deref().unwrap_or_default())
    }
}

fn are_sound(paragraphs: &[ParagraphShape<'_>], levels: u8) -> bool {
    paragraphs.iter().all(|paragraph| {
        paragraph.is_sound()
            && match levels.checked_sub(1) {
                None => paragraph.points.is_empty(),
                Some(levels) => are_sound(&paragraph.points, levels),
            }
    })
}

fn passages(paragraphs: &[ParagraphShape<'_>]) -> usize {
    let points = paragraphs.iter().map(|one| passages(&one.points));
    paragraphs.len() + points.sum::<usize>()
}

impl ParagraphShape<'_> {
    fn is_sound(&self) -> bool {
        let says = [
            self.text.is_some(),
            self.heading.is_some(),
            self.table.is_some(),
            self.rule.is_some(),
        ];
        says.into_iter().filter(|&says| says).count() == 1
    }
}

impl<'de, const LEAST: u32, const MOST: u32> Deserialize<'de> for Within<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        if (LEAST..=MOST).contains(&number) {
            return Ok(Self(number));
        }
        Err(D::Error::custom(format_args!("{number} is none")))
    }
}
