//! From the shapes of a file to what is read: points out of their paragraphs, into one list.

use std::iter;

use super::shapes::{JsonString, ParagraphShape, ResolutionShape, SessionShape};
use crate::text::model::{Dates, Part, Passage, Resolution, Session, Source, Text};

impl From<JsonString<'_>> for Text {
    fn from(string: JsonString<'_>) -> Self {
        string.0.into()
    }
}

impl<R> SessionShape<'_, R> {
    /// The session as it is listed, and its resolutions.
    pub(super) fn flatten(self) -> (Session, Vec<R>) {
        let session = Session {
            id: self.id.into(),
            organ: self.organ.into(),
            name: self.name.into(),
            theme: self.theme.map(Text::from),
            place: self.place.map(Text::from),
            dates: self.dates.map(|dates| Dates {
                printed: dates.printed.into(),
                from: dates.from.map(Text::from),
                to: dates.to.map(Text::from),
            }),
        };
        (session, self.resolutions)
    }
}

impl ResolutionShape<'_> {
    /// The resolution as it is read, its passages in the order of print.
    pub(super) fn flatten(self) -> Resolution {
        let opening = self
            .opening
            .map(|opening| Passage::new(Part::Opening, opening));
        let mut passages = Vec::from_iter(opening);
        flatten(&mut passages, Part::Preamble, 0, self.preamble);
        flatten(&mut passages, Part::Operative, 0, self.operative);
        let mut annexes = Vec::new();
        // What goes beyond the count is taken for the last annex.
        let positions = (1..=u16::MAX).chain(iter::repeat(u16::MAX));
        for (position, annex) in positions.zip(self.annexes) {
            annexes.push(annex.title.map(Text::from));
            flatten(&mut passages, Part::Annex(position), 0, annex.paragraphs);
        }
        Resolution {
            title: self.title.map(Text::from),
            adopted: self.adopted.map(Text::from),
            source: self.source.map(|source| Source {
                file: source.file.into(),
                lines: source.lines,
                sha256: source.sha256.map(Text::from),
            }),
            headings: self.headings.into_iter().map(Text::from).collect(),
            annexes,
            passages,
            ..Resolution::new(self.symbol, self.language)
        }
    }
}

fn flatten(
    passages: &mut Vec<Passage>,
    part: Part,
    depth: u8,
    paragraphs: Vec<ParagraphShape<'_>>,
) {
    for (ordinal, paragraph) in (1..).zip(paragraphs) {
        passages.push(Passage {
            depth,
            ordinal,
            number: paragraph.number.map(Text::from),
            lines: paragraph.lines,
            ..Passage::new(part, paragraph.text)
        });
        flatten(passages, part, depth.saturating_add(1), paragraph.points);
    }
}
