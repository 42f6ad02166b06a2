//! From the shapes of a file to what is read: points out of their paragraphs, into one list.

use std::iter;

use super::shapes::{
    AnnexShape, CellShape, JsonString, List, NoteShape, NotedShape, ParagraphShape,
    ResolutionShape, SectionShape, SessionShape, SourceShape, SpanShape, VoteShape,
};
use super::spans::{self, SPANS};
use crate::text::model::{
    AnnexHeading, Cell, Dates, Facts, Half, Note, Part, Passage, PassageKind, Resolution,
    SectionHeading, Session, Source, Span, SpanKind, Table, Text, Vote, Votes,
};

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
        let kind = self.document_kind();
        let mut read = Resolution::new(self.symbol, self.language);
        read.kind = kind;
        read.passages.extend(self.opening.map(NotedShape::opening));
        if let Some(title) = self.title {
            read.title = Some(title.text.into());
            read.title_notes = notes(title.notes);
        }
        read.add(Part::Preamble, self.preamble);
        read.add(Part::Operative, self.operative);
        read.add(Part::Operative, self.paragraphs);
        // What goes beyond the count is taken for the last one.
        let positions = || (1..=u16::MAX).chain(iter::repeat(u16::MAX));
        for (position, section) in positions().zip(self.sections) {
            read.add_section(position, section);
        }
        for (position, annex) in positions().zip(self.annexes) {
            read.add_annex(position, annex);
        }
        Resolution {
            variant: self.variant.map(|variant| variant.0),
            adopted: self.adopted.map(Text::from),
            facts: Facts {
                issued: self.issued.map(Text::from),
                meeting: self.meeting.map(Text::from),
                record: self.record.map(Text::from),
                draft: self.draft.map(Text::from),
                agenda: self.agenda.map(Text::from),
                topic: self.topic.map(Text::from),
                sponsors: texts(self.sponsors),
                subjects: texts(self.subjects),
                vote: self.vote.map(|vote| Box::new(vote.into())),
            },
            source: self.source.map(Source::from),
            doubts: texts(self.doubts),
            headings: texts(self.headings),
            ..read
        }
    }
}

impl Resolution {
    fn add_section(&mut self, position: u16, section: SectionShape<'_>) {
        self.sections.push(SectionHeading {
            number: section.number.map(Text::from),
            title: section.title.map(Text::from),
        });
        self.add(Part::Section(position, Half::Preamble), section.preamble);
        self.add(Part::Section(position, Half::Operative), section.operative);
    }

    fn add_annex(&mut self, position: u16, annex: AnnexShape<'_>) {
        let mut noted = annex.notes;
        let title = annex.title.map(|title| {
            noted.extend(title.notes);
            title.text.into()
        });
        self.annexes.push(AnnexHeading {
            number: annex.number.map(Text::from),
            title,
            headings: texts(annex.headings),
            notes: notes(noted),
        });
        self.add(Part::Annex(position, Half::Preamble), annex.preamble);
        self.add(Part::Annex(position, Half::Operative), annex.paragraphs);
    }

    fn add(&mut self, part: Part, list: List<'_>) {
        self.add_at(part, 0, list.0.unwrap_or_default());
    }

    /// Adds entries at a depth of a part.
    fn add_at(&mut self, part: Part, depth: u8, entries: Vec<ParagraphShape<'_>>) {
        for mut entry in entries {
            let points = std::mem::take(&mut entry.points);
            self.push(Passage {
                depth,
                ..entry.passage(part)
            });
            self.add_at(part, depth.saturating_add(1), points);
        }
    }
}

impl ParagraphShape<'_> {
    fn passage(self, part: Part) -> Passage {
        let (kind, text) = match (self.text, self.heading, self.table, self.rule) {
            (Some(text), ..) if self.flush == Some(true) => (PassageKind::Flush, text.into()),
            (Some(text), ..) => (PassageKind::Text, text.into()),
            (_, Some(heading), ..) => {
                let level = self.level.map_or(1, |level| level.0);
                let level = u8::try_from(level).unwrap_or(u8::MAX);
                (PassageKind::Heading { level }, heading.into())
            }
            (_, _, Some(rows), _) => {
                let rows = rows
                    .into_iter()
                    .map(|row| row.into_iter().map(Cell::from).collect());
                let head = self.head.and_then(|head| usize::try_from(head).ok());
                let table = Table {
                    rows: rows.collect(),
                    head: head.unwrap_or(0),
                };
                let text = Text::from(table.text());
                (PassageKind::Table(Box::new(table)), text)
            }
            (_, _, _, rule) => (PassageKind::Rule, rule.map(Text::from).unwrap_or_default()),
        };
        Passage {
            kind,
            number: self.number.map(Text::from),
            spans: read_spans(self.spans, &text),
            notes: notes(self.notes),
            lines: self.lines,
            ..Passage::new(part, text)
        }
    }
}

impl NotedShape<'_> {
    fn opening(self) -> Passage {
        let text = Text::from(self.text);
        Passage {
            spans: read_spans(self.spans, &text),
            notes: notes(self.notes),
            ..Passage::new(Part::Opening, text)
        }
    }
}

impl From<CellShape<'_>> for Cell {
    fn from(cell: CellShape<'_>) -> Self {
        let counted = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
        Self {
            text: cell.text.into(),
            columns: counted(cell.cols.0),
            rows: counted(cell.rows.0),
            notes: notes(cell.notes),
        }
    }
}

impl From<SourceShape<'_>> for Source {
    fn from(source: SourceShape<'_>) -> Self {
        Self {
            file: source.file.into(),
            lines: source.lines,
            sha256: source.sha256.map(Text::from),
        }
    }
}

impl From<VoteShape<'_>> for Vote {
    fn from(vote: VoteShape<'_>) -> Self {
        let who = vote.who.unwrap_or_default();
        let votes = |count, who| Votes {
            count,
            who: texts(who),
        };
        Self {
            in_favour: votes(vote.in_favour, who.in_favour),
            against: votes(vote.against, who.against),
            abstaining: votes(vote.abstaining, who.abstaining),
        }
    }
}

fn texts(strings: Vec<JsonString<'_>>) -> Vec<Text> {
    strings.into_iter().map(Text::from).collect()
}

fn notes(notes: Vec<NoteShape<'_>>) -> Box<[Note]> {
    let notes = notes.into_iter().map(|note| Note {
        mark: note.mark.map(Text::from).unwrap_or_default(),
        at: note.at,
        text: note.text.into(),
    });
    notes.collect()
}

/// The spans that are bytes of the text and of a known kind; the others say nothing.
fn read_spans(spans: Vec<SpanShape<'_>>, text: &str) -> Box<[Span]> {
    let spans = spans
        .into_iter()
        .filter(|span| spans::fault(span, text).is_none());
    let spans = spans.filter_map(|span| {
        let kind = SPANS.iter().find(|(name, _)| *name == span.kind.0);
        let kind = match kind {
            Some((_, kind)) => kind.clone(),
            None => SpanKind::Link(span.address?.into()),
        };
        let range = span.from..span.to;
        Some(Span { range, kind })
    });
    spans.collect()
}
