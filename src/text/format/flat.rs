//! From the shapes of a file to what is read: points out of their paragraphs, into one list.

use std::iter;

use super::{Paragraph, Resolution, Session, Text};
use crate::text::model::{self, Part};

fn text(text: Text<'_>) -> model::Text {
    text.0.into()
}

impl<R> Session<'_, R> {
    /// The session as it is listed, and its resolutions.
    pub(super) fn into_model(self) -> (model::Session, Vec<R>) {
        let session = model::Session {
            id: text(self.id),
            organ: text(self.organ),
            name: text(self.name),
            theme: self.theme.map(text),
            place: self.place.map(text),
            dates: self.dates.map(|dates| model::Dates {
                printed: text(dates.printed),
                from: dates.from.map(text),
                to: dates.to.map(text),
            }),
        };
        (session, self.resolutions)
    }
}

impl Resolution<'_> {
    /// The resolution as it is read, its passages in the order of print.
    pub(super) fn into_model(self) -> model::Resolution {
        let mut passages = Vec::new();
        if let Some(opening) = self.opening {
            passages.push(model::Passage {
                part: Part::Opening,
                depth: 0,
                ordinal: 1,
                number: None,
                text: text(opening),
                lines: None,
            });
        }
        flatten(&mut passages, Part::Preamble, 0, self.preamble);
        flatten(&mut passages, Part::Operative, 0, self.operative);
        let mut annexes = Vec::new();
        // What goes beyond the count is taken for the last annex.
        let positions = (1..=u16::MAX).chain(iter::repeat(u16::MAX));
        for (position, annex) in positions.zip(self.annexes) {
            annexes.push(annex.title.map(text));
            flatten(&mut passages, Part::Annex(position), 0, annex.paragraphs);
        }
        model::Resolution {
            symbol: text(self.symbol),
            title: self.title.map(text),
            language: text(self.language),
            adopted: self.adopted.map(text),
            source: self.source.map(|source| model::Source {
                file: text(source.file),
                lines: source.lines,
                sha256: source.sha256.map(text),
            }),
            headings: self.headings.into_iter().map(text).collect(),
            annexes,
            passages,
            is_lost: false,
        }
    }
}

fn flatten(
    passages: &mut Vec<model::Passage>,
    part: Part,
    depth: u8,
    paragraphs: Vec<Paragraph<'_>>,
) {
    for (ordinal, paragraph) in (1..).zip(paragraphs) {
        passages.push(model::Passage {
            part,
            depth,
            ordinal,
            number: paragraph.number.map(text),
            text: text(paragraph.text),
            lines: paragraph.lines,
        });
        flatten(passages, part, depth.saturating_add(1), paragraph.points);
    }
}
