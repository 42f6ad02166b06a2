//! Passages in the lists of a file: points below their paragraphs, spans and notes beside a text.

use super::string;
use crate::text::format::shapes::{
    CellShape, JsonString, NoteShape, NotedShape, ParagraphShape, SpanShape, Within,
};
use crate::text::format::spans::{LINK, SPANS};
use crate::text::model::{Cell, Note, Passage, PassageKind, Span, SpanKind};

/// Adds passages to a list, those of a greater depth below the one they follow.
pub(super) fn nest<'a>(entries: &mut Vec<ParagraphShape<'a>>, mut passages: &'a [Passage]) {
    while let Some((passage, behind)) = passages.split_first() {
        let is_below = |below: &&Passage| passage.is_text() && below.depth > passage.depth;
        let (below, behind) = behind.split_at(behind.iter().take_while(is_below).count());
        let mut entry = ParagraphShape::nest(passage);
        nest(&mut entry.points, below);
        entries.push(entry);
        passages = behind;
    }
}

impl<'a> ParagraphShape<'a> {
    /// A passage, without what stands below it.
    fn nest(passage: &'a Passage) -> Self {
        let text = || Some(JsonString::from(&passage.text));
        let entry = match &passage.kind {
            PassageKind::Text => Self {
                text: text(),
                ..Self::default()
            },
            PassageKind::Flush => Self {
                text: text(),
                flush: Some(true),
                ..Self::default()
            },
            PassageKind::Heading { level } => Self {
                heading: text(),
                level: (*level != 1).then_some(Within(u32::from(*level))),
                ..Self::default()
            },
            PassageKind::Table(table) => Self {
                table: Some(
                    table
                        .rows
                        .iter()
                        .map(|row| row.iter().map(CellShape::nest).collect())
                        .collect(),
                ),
                head: u32::try_from(table.head).ok().filter(|head| *head > 0),
                ..Self::default()
            },
            PassageKind::Rule => Self {
                rule: text(),
                ..Self::default()
            },
        };
        Self {
            number: string(passage.number.as_ref()),
            spans: spans(&passage.spans),
            notes: notes(&passage.notes),
            lines: passage.lines,
            ..entry
        }
    }
}

impl<'a> NotedShape<'a> {
    pub(super) fn nest(opening: &'a Passage) -> Self {
        Self {
            text: (&opening.text).into(),
            spans: spans(&opening.spans),
            notes: notes(&opening.notes),
        }
    }
}

impl<'a> CellShape<'a> {
    fn nest(cell: &'a Cell) -> Self {
        Self {
            text: (&cell.text).into(),
            cols: Within(u32::from(cell.columns)),
            rows: Within(u32::from(cell.rows)),
            notes: notes(&cell.notes),
        }
    }
}

pub(super) fn notes(notes: &[Note]) -> Vec<NoteShape<'_>> {
    let notes = notes.iter().map(|note| NoteShape {
        mark: Some(&note.mark)
            .filter(|mark| !mark.is_empty())
            .map(JsonString::from),
        at: note.at,
        text: (&note.text).into(),
    });
    notes.collect()
}

fn spans(spans: &[Span]) -> Vec<SpanShape<'_>> {
    let spans = spans.iter().map(|span| {
        let named = SPANS.iter().find(|(_, kind)| *kind == span.kind);
        SpanShape {
            from: span.range.start,
            to: span.range.end,
            kind: named.map_or(LINK, |(name, _)| name).into(),
            address: match &span.kind {
                SpanKind::Link(address) => Some(address.into()),
                _ => None,
            },
        }
    });
    spans.collect()
}
