//! A document → a resolution of the model, and the order in which its letters were printed.
//!
//! A note of a line over the text stands in a line of its own behind it, for such lines have no notes. A title
//! of a section that has notes is the first heading of the section.

use std::ops::Range;

use crate::import::akn::document::{
    AnnexStart, Document, DocumentCell, DocumentFacts, DocumentPart, DocumentPassage,
    DocumentTable, Number, SectionStart, Shape, Side,
};
use crate::import::akn::text::{Inline, InlineNote, place};
use crate::text::format::MAX_DEPTH;
use crate::text::model::{
    AnnexHeading, Cell, Facts, Half, Note, Part, Passage, PassageKind, Resolution, SectionHeading,
    Table, Text, Vote, Votes,
};
use crate::text::sorting::sort_by_key;

/// A resolution, and what of the source it does not hold: the order of print, and the stops behind numbers.
pub(super) struct Modelled {
    pub(super) resolution: Resolution,
    pub(super) order: Vec<PrintedItem>,
}

/// One thing that was printed, by its position in the resolution, with the stop behind its number.
pub(super) enum PrintedItem {
    /// A line over the title.
    Heading(usize),
    Title,
    Section(usize, String),
    Annex(usize),
    Passage(usize, String),
}

/// Makes a resolution of a document.
pub(super) fn of(document: Document) -> Modelled {
    let mut resolution = Resolution::new(document.symbol, document.language);
    resolution.kind = document.kind;
    resolution.adopted = document.facts.adopted.clone().map(Text::from);
    resolution.facts = facts(document.facts);
    let mut maker = Modeller {
        made: Modelled {
            resolution,
            order: Vec::with_capacity(document.headings.len() + document.passages.len()),
        },
        passages: Vec::with_capacity(document.passages.len()),
        part: None,
        above: Vec::new(),
    };
    for line in document.headings {
        maker.heading(line);
    }
    if let Some(title) = document.title {
        maker.made.resolution.title_notes = notes(title.notes, &title.text);
        maker.made.resolution.title = Some(line(title.text));
        maker.made.order.push(PrintedItem::Title);
    }
    let mut sections = document.sections.into_iter().peekable();
    let mut annexes = document.annexes.into_iter().peekable();
    for (position, passage) in document.passages.into_iter().enumerate() {
        while let Some(section) = sections.next_if(|section| section.before <= position) {
            maker.section(section);
        }
        while let Some(annex) = annexes.next_if(|annex| annex.before <= position) {
            maker.annex(annex);
        }
        maker.passage(passage);
    }
    sections.for_each(|section| maker.section(section));
    annexes.for_each(|annex| maker.annex(annex));
    maker.finish()
}

struct Modeller {
    made: Modelled,
    /// The passages in the order of print, with their positions in it.
    passages: Vec<(usize, Passage)>,
    /// The part of the last passage, and the depths in the document of the paragraphs above the next.
    part: Option<Part>,
    above: Vec<u8>,
}

impl Modeller {
    fn heading(&mut self, line: Inline) {
        for line in lines(line) {
            let at = self.made.resolution.headings.len();
            self.made.resolution.headings.push(line);
            self.made.order.push(PrintedItem::Heading(at));
        }
    }

    fn section(&mut self, section: SectionStart) {
        let at = self.made.resolution.sections.len();
        let noted = |title: &Inline| !title.notes.is_empty();
        let (heading, title) = match section.title {
            Some(title) if noted(&title) => (Some(title), None),
            title => (None, title),
        };
        let (number, stop) = numbered(section.number);
        self.made.resolution.sections.push(SectionHeading {
            number,
            title: title.map(|title| line(title.text)),
        });
        self.made.order.push(PrintedItem::Section(at, stop));
        if let Some(heading) = heading {
            let part = Part::Section(u16::try_from(at + 1).unwrap_or(u16::MAX), Half::Preamble);
            let heading = with_inline(
                Passage {
                    kind: PassageKind::Heading { level: 1 },
                    ..Passage::new(part, "")
                },
                heading,
            );
            self.push(heading, String::new());
        }
    }

    fn annex(&mut self, annex: AnnexStart) {
        let at = self.made.resolution.annexes.len();
        let mut heading = AnnexHeading::default();
        if let Some(title) = annex.title {
            heading.notes = notes(title.notes, &title.text);
            heading.title = Some(line(title.text));
        }
        heading.headings = annex.headings.into_iter().flat_map(lines).collect();
        self.made.resolution.annexes.push(heading);
        self.made.order.push(PrintedItem::Annex(at));
    }

    fn passage(&mut self, passage: DocumentPassage) {
        let part = part(passage.part);
        let depth = self.depth(part, &passage);
        let (number, stop) = numbered(passage.number);
        let made = match passage.shape {
            Shape::Table(made) => Passage {
                notes: notes(passage.text.notes, &passage.text.text),
                ..Passage::table(part, table(made))
            },
            shape => with_inline(
                Passage {
                    kind: kind(&shape, depth),
                    ..Passage::new(part, "")
                },
                passage.text,
            ),
        };
        self.push(
            Passage {
                depth,
                number,
                ..made
            },
            stop,
        );
    }

    fn push(&mut self, passage: Passage, stop: String) {
        let at = self.passages.len();
        self.passages.push((at, passage));
        self.made.order.push(PrintedItem::Passage(at, stop));
    }

    /// How deep a passage stands where only paragraphs and points have others below them.
    fn depth(&mut self, part: Part, passage: &DocumentPassage) -> u8 {
        if self.part.replace(part) != Some(part) {
            self.above.clear();
        }
        let is_above = |&depth: &u8| depth < passage.depth;
        self.above.truncate(
            self.above
                .iter()
                .take_while(|depth| is_above(depth))
                .count(),
        );
        let depth = u8::try_from(self.above.len()).unwrap_or(u8::MAX);
        if passage.shape == Shape::Paragraph {
            self.above.push(passage.depth);
        }
        depth.min(MAX_DEPTH)
    }

    /// Puts the passages of a part together: a corpus has each part once.
    fn finish(mut self) -> Modelled {
        let resolution = &mut self.made.resolution;
        sort_by_key(&mut self.passages, |(_, passage)| passage.part);
        resolution.passages.reserve_exact(self.passages.len());
        let mut places = vec![0; self.passages.len()];
        for (place, (before, passage)) in self.passages.into_iter().enumerate() {
            places[before] = place;
            resolution.push(passage);
        }
        for printed in &mut self.made.order {
            if let PrintedItem::Passage(at, _) = printed {
                *at = places[*at];
            }
        }
        self.made
    }
}

fn part(part: DocumentPart) -> Part {
    match part {
        DocumentPart::Opening => Part::Opening,
        DocumentPart::Preamble(0) => Part::Preamble,
        DocumentPart::Preamble(section) => Part::Section(section, Half::Preamble),
        DocumentPart::Operative(0) | DocumentPart::Statement => Part::Operative,
        DocumentPart::Operative(section) => Part::Section(section, Half::Operative),
        DocumentPart::Annex(annex) => Part::Annex(annex, Half::Operative),
    }
}

/// Text goes on only behind points; where there are none it is a paragraph.
fn kind(shape: &Shape, depth: u8) -> PassageKind {
    match shape {
        Shape::Flush if depth > 0 => PassageKind::Flush,
        Shape::Heading(level) => PassageKind::Heading { level: *level },
        Shape::Rule => PassageKind::Rule,
        Shape::Paragraph | Shape::Flush | Shape::Table(_) => PassageKind::Text,
    }
}

fn with_inline(passage: Passage, inline: Inline) -> Passage {
    Passage {
        spans: inline.spans.into(),
        notes: notes(inline.notes, &inline.text),
        text: line(inline.text),
        ..passage
    }
}

fn table(table: DocumentTable) -> Table {
    let cell = |cell: DocumentCell| Cell {
        notes: notes(cell.text.notes, &cell.text.text),
        columns: cell.columns.max(1),
        rows: cell.rows.max(1),
        text: cell.text.text.into(),
    };
    let rows = table.rows.into_iter();
    Table {
        rows: rows
            .map(|row| row.into_iter().map(cell).collect())
            .collect(),
        head: table.head,
    }
}

fn numbered(number: Option<Number>) -> (Option<Text>, String) {
    match number {
        Some(number) => {
            let shown = Some(line(number.shown)).filter(|shown| !shown.is_empty());
            (shown, number.stop)
        }
        None => (None, String::new()),
    }
}

/// The pieces of a line between its notes, and the notes, in the order of print.
fn lines(line: Inline) -> Vec<Text> {
    let mut lines = Vec::new();
    let mut done = 0;
    for note in line.notes {
        let at = note.at.clamp(done, line.text.len());
        lines.push(between(&line.text, done..at));
        lines.push(self::line(note.text));
        done = at;
    }
    lines.push(between(&line.text, done..line.text.len()));
    lines.retain(|line: &Text| !line.is_empty());
    lines
}

fn between(text: &str, range: Range<usize>) -> Text {
    line(text.get(range).unwrap_or_default().trim().to_string())
}

fn notes(notes: Vec<InlineNote>, text: &str) -> Box<[Note]> {
    let notes = notes.into_iter().map(|note| Note {
        mark: note.mark.into(),
        at: Some(place(note.at)).filter(|_| note.at < text.len()),
        text: line(note.text),
    });
    notes.collect()
}

/// A text as one line; only cells have several.
fn line(text: String) -> Text {
    if memchr::memchr(b'\n', text.as_bytes()).is_some() {
        return text.replace('\n', " ").into();
    }
    text.into()
}

fn facts(facts: DocumentFacts) -> Facts {
    let text = |fact: Option<String>| fact.map(Text::from);
    Facts {
        issued: text(facts.issued),
        meeting: text(facts.meeting),
        record: text(facts.record),
        draft: text(facts.draft),
        agenda: text(facts.agenda),
        topic: text(facts.topic),
        sponsors: texts(facts.sponsors),
        subjects: texts(facts.subjects),
        vote: facts.vote.map(|vote| {
            Box::new(Vote {
                in_favour: votes(vote.favour),
                against: votes(vote.against),
                abstaining: votes(vote.abstaining),
            })
        }),
    }
}

fn votes(side: Side) -> Votes {
    Votes {
        count: side.count.map(u32::from),
        who: texts(side.who),
    }
}

fn texts(texts: Vec<String>) -> Vec<Text> {
    texts.into_iter().map(Text::from).collect()
}
