//! The shapes of the first format, and what they are in the second.
//!
//! What the second has beside them is unknown to the first: there it is skipped, whatever it may say.

use serde::Deserialize;

use super::{
    AnnexShape, JsonString, List, NotedShape, ParagraphShape, ResolutionShape, SourceShape,
};
use crate::text::model::Lines;

/// A resolution.
#[derive(Deserialize)]
pub(in crate::text::format) struct FirstResolution<'a> {
    #[serde(borrow)]
    symbol: JsonString<'a>,
    title: Option<JsonString<'a>>,
    language: JsonString<'a>,
    adopted: Option<JsonString<'a>>,
    source: Option<SourceShape<'a>>,
    #[serde(default)]
    headings: Vec<JsonString<'a>>,
    opening: Option<JsonString<'a>>,
    preamble: Vec<FirstParagraph<'a>>,
    operative: Vec<FirstParagraph<'a>>,
    #[serde(default)]
    annexes: Vec<FirstAnnex<'a>>,
}

/// A paragraph, or one of its points.
#[derive(Deserialize)]
struct FirstParagraph<'a> {
    #[serde(borrow)]
    number: Option<JsonString<'a>>,
    text: JsonString<'a>,
    #[serde(default)]
    points: Vec<Self>,
    lines: Option<Lines>,
}

/// What is annexed to a resolution.
#[derive(Deserialize)]
struct FirstAnnex<'a> {
    #[serde(borrow)]
    title: Option<JsonString<'a>>,
    paragraphs: Vec<FirstParagraph<'a>>,
}

impl<'a> From<FirstResolution<'a>> for ResolutionShape<'a> {
    fn from(first: FirstResolution<'a>) -> Self {
        Self {
            title: first.title.map(NotedShape::from),
            adopted: first.adopted,
            source: first.source,
            headings: first.headings,
            opening: first.opening.map(NotedShape::from),
            preamble: list(first.preamble),
            operative: list(first.operative),
            annexes: first.annexes.into_iter().map(AnnexShape::from).collect(),
            ..Self::new(first.symbol, first.language)
        }
    }
}

impl<'a> From<FirstAnnex<'a>> for AnnexShape<'a> {
    fn from(first: FirstAnnex<'a>) -> Self {
        Self {
            title: first.title.map(NotedShape::from),
            paragraphs: list(first.paragraphs),
            ..Self::default()
        }
    }
}

impl<'a> From<FirstParagraph<'a>> for ParagraphShape<'a> {
    fn from(first: FirstParagraph<'a>) -> Self {
        Self {
            number: first.number,
            text: Some(first.text),
            points: first.points.into_iter().map(Self::from).collect(),
            lines: first.lines,
            ..Self::default()
        }
    }
}

fn list(paragraphs: Vec<FirstParagraph<'_>>) -> List<'_> {
    List(Some(
        paragraphs.into_iter().map(ParagraphShape::from).collect(),
    ))
}
