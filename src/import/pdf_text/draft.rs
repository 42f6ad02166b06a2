//! The lines of one resolution → its passages, in the order of print.
//!
//! Every character of the lines must be found again in the parts, in order: [`Draft::read`] compares
//! them, so that a wrong rule makes an import fail and never makes it lose a word.

use std::ops::Range;

use super::adoption::ClosingNote;
use super::blocks::{Block, BlockKind};
use super::furniture::Pages;
use super::head::{self, labels};
use super::headings::Heading;
use super::notes::Footnote;
use super::paragraphs::{LineGap, OperativeNumbering, ParagraphParser};
use crate::import::Options;
use crate::import::by_hand::{LineTold, ToldBeginning};
use crate::import::pdf_text::{first_paragraph, numbering};
use crate::import::report::Report;
use crate::import::shapes::DocumentShapes;
use crate::import::source::Line;
use crate::import::words::{self, JoinedText, SOFT_HYPHEN};
use crate::text::citation::is_citable;
use crate::text::language::{ENGLISH, Language};
use crate::text::lead::LeadRules;
use crate::text::map::Set;
use crate::text::model::{
    AnnexHeading, Cell, Half, Lines, Note, Part, Passage, PassageKind, Resolution, Source, Text,
};

/// A resolution in the making.
pub(in crate::import) struct Draft<'a> {
    /// Heading, title, opening, paragraphs and points, in the order of the source.
    blocks: Vec<Block<'a>>,
    /// The text of each block.
    texts: Vec<JoinedText>,
    language: Language,
    /// The notes of each block, in the order of their marks.
    notes: Vec<Vec<Note>>,
    /// What stands behind the text.
    closing: Vec<ClosingNote>,
    shapes: &'a DocumentShapes,
}

impl<'a> Draft<'a> {
    /// Reads the lines of a resolution; none where words got lost.
    pub(in crate::import) fn read(
        pages: &mut Pages<'a>,
        range: Range<usize>,
        heading: &Heading,
        report: &mut Report,
    ) -> Option<Self> {
        let (lines, leads) = (pages.lines, pages.leads);
        let symbol = heading.symbol_line(range.start);
        let over = pages.text(range.start..symbol.unwrap_or(range.start));
        let body = pages.text(heading.body(range.start)..range.end);
        let opening = LineTold::Begins(ToldBeginning::Opening);
        let told = pages.told_at(&opening, range.clone());
        let told = told.and_then(|told| body.iter().position(|&line| line == told));
        let first = told.unwrap_or_else(|| {
            first_paragraph::find_beginning(lines, &body, leads, symbol.is_some())
        });
        let (above, body) = body.split_at(first);
        let mut blocks = head::read(lines, &over, symbol, above, heading);
        let numbering = OperativeNumbering::of(lines, body, leads);
        let tight = leads.begins_small() && first_paragraph::is_tight(lines, body);
        let mut paragraphs = ParagraphParser::new(report, numbering, leads);
        let mut closed = None;
        let mut goes_on_to = None;
        paragraphs.find_frames(lines, body);
        for at in 0..body.len() {
            let (line, next) = first_paragraph::line_at(lines, body, at);
            if let Some(told) = pages.told.get(&body[at])
                && paragraphs.as_told(line, told)
            {
                continue;
            }
            if paragraphs.takes_row(line, pages.shapes) {
                continue;
            }
            let before = at.checked_sub(1).map(|before| body[before]);
            let ruled = before.is_some_and(|before| pages.ruled(before, body[at]));
            let page_ends = before.is_some_and(|before| pages.page_breaks(before, body[at]));
            let gap = if page_ends {
                LineGap::PageEnds
            } else if ruled
                || pages.is_unwrapped
                || line.blank_before > pages.usual_gap
                || tight && before.is_some_and(|before| lines[before].ends_sentence())
            {
                LineGap::Apart
            } else {
                LineGap::Touches
            };
            if paragraphs.opens_annex(line, next, gap) {
                paragraphs.annex(line);
                continue;
            }
            if ruled
                && paragraphs.closes_before(line)
                && at > *goes_on_to.get_or_insert_with(|| last_begun(lines, body, leads))
            {
                closed = Some(body[at]);
                break;
            }
            if paragraphs.in_annex() {
                let below: Vec<_> = body[at + 1..]
                    .iter()
                    .map(|&index| &lines[index])
                    .take_while(|line| line.blank_before <= pages.usual_gap)
                    .take(first_paragraph::HEAD_LINES)
                    .collect();
                paragraphs.annexed(line, &below, gap);
            } else {
                paragraphs.line(line, next, gap);
            }
        }
        blocks.extend(paragraphs.finish());
        if let Some(closed) = closed {
            pages.leave_out(closed..range.end, "after the closing rule");
        }
        let texts: Vec<_> = blocks
            .iter()
            .map(|block| words::join(&block.words, report))
            .collect();
        let source = pages.text(range.clone());
        let mut draft = Self {
            notes: vec![vec![]; blocks.len()],
            language: leads.language(),
            closing: pages.closing_in(&range).to_vec(),
            shapes: pages.shapes,
            blocks,
            texts,
        };
        let is_whole = draft.holds_all(source.iter().map(|&index| &lines[index]));
        draft.take_notes(pages, range, report);
        is_whole.then_some(draft)
    }

    /// Takes the notes that stand in the resolution, or on the page that it begins on: each to its marks, or, where
    /// none asks for it, to the paragraph before it.
    fn take_notes(&mut self, pages: &mut Pages<'a>, range: Range<usize>, report: &mut Report) {
        let lines = pages.lines;
        let notes = &mut pages.notes;
        for (text, own) in self.texts.iter().zip(&mut self.notes) {
            for &(at, marks) in &text.marks {
                let from = marks.start as usize;
                for &note in &notes.asked[from..from + usize::from(marks.count)] {
                    let note = &mut notes.list[note];
                    let said = keep(note, report);
                    own.push(Note {
                        mark: note.mark.as_str().into(),
                        at: u32::try_from(at).ok().filter(|_| at < text.text.len()),
                        text: said.into(),
                    });
                }
            }
        }
        let mut heard: Set<(String, Text)> = Set::default();
        for note in self.notes.iter().flatten() {
            heard.insert((note.mark.to_string(), note.text.clone()));
        }
        let behind = |at| notes.list.partition_point(|note| note.lines.start < at);
        let within = behind(range.start)..behind(range.end);
        for note in notes.list[within].iter_mut().filter(|note| !note.is_kept) {
            let said = keep(note, report);
            // Print says it again on each page.
            if heard.contains(&(note.mark.clone(), said.as_str().into())) {
                continue;
            }
            let number = lines[note.lines.start].number;
            let message = format!(
                "no mark `{}` found in the text; its note stands where it was printed",
                note.mark
            );
            report.doubt(number, message);
            let before = self.blocks.partition_point(|block| {
                let first = block.source().next();
                first.is_none_or(|word| word.line <= number)
            });
            self.notes[before.saturating_sub(1)].push(Note {
                mark: note.mark.as_str().into(),
                at: None,
                text: said.into(),
            });
        }
    }

    /// Whether the blocks hold every character of the lines, in order.
    fn holds_all<'l>(&self, lines: impl Iterator<Item = &'l Line<'l>>) -> bool {
        let source = lines.flat_map(|line| line.words.iter().flat_map(|word| word.chars()));
        let read = self
            .blocks
            .iter()
            .zip(&self.texts)
            .flat_map(|(block, text)| {
                let label = block.label.iter().flat_map(|word| word.text.chars());
                label.chain(text.text.chars())
            });
        let solid = |c: &char| !c.is_whitespace() && *c != SOFT_HYPHEN;
        source.filter(solid).eq(read.filter(solid))
    }

    pub(in crate::import) fn resolution(
        self,
        options: &Options<'_>,
        symbol: &str,
        report: &mut Report,
    ) -> Resolution {
        let mut resolution = Resolution {
            source: Some(Source {
                file: options.file_name.into(),
                lines: self.lines(0..self.blocks.len()),
                sha256: None,
            }),
            ..Resolution::new(symbol, self.language.tag().unwrap_or(ENGLISH))
        };
        let mut part = Part::Operative;
        let mut head_notes = Vec::new();
        for (at, (block, text)) in self.blocks.iter().zip(&self.texts).enumerate() {
            let text = &text.text;
            count(block, text, report);
            match block.kind {
                BlockKind::Heading => {
                    if let Some(day) = head::adoption_day(text) {
                        resolution.adopted = Some(day.into());
                    }
                    resolution.headings.push(text.as_str().into());
                    let notes = self.notes[at].iter().cloned();
                    head_notes.extend(notes.map(|note| Note { at: None, ..note }));
                }
                BlockKind::Title => {
                    resolution.title = Some(text.as_str().into());
                    head_notes.extend(self.notes[at].iter().cloned());
                }
                BlockKind::Annex => {
                    let title = (!text.is_empty()).then_some(text.as_str());
                    resolution.annexes.push(AnnexHeading {
                        notes: self.notes[at].clone().into(),
                        ..AnnexHeading::titled(title)
                    });
                    part = part_of(BlockKind::Annexed, resolution.annexes.len()).unwrap_or(part);
                }
                BlockKind::Cell(_) => {
                    let before = at.checked_sub(1).map(|before| &self.blocks[before]);
                    if before.and_then(Block::table) != block.table() {
                        resolution.push(self.table(at, part));
                    }
                }
                kind => {
                    // A heading stands in the part of what it is over.
                    let below = self
                        .blocks
                        .get(at + 1)
                        .filter(|_| matches!(kind, BlockKind::Between(_)));
                    let kind = below.map_or(kind, |below| below.kind);
                    part = part_of(kind, resolution.annexes.len()).unwrap_or(part);
                    resolution.push(self.passage(at, part));
                }
            }
        }
        resolution.title_notes = head_notes.into();
        for note in &self.closing {
            note.tell(&mut resolution);
        }
        resolution.facts.sponsors = labels::sponsors(&resolution.headings);
        if resolution.adopted.is_none() {
            let titled = resolution.title.as_deref().and_then(head::day_in_title);
            let notes = || resolution.title_notes.iter();
            let headings = || resolution.headings.iter();
            let day = titled
                .or_else(|| notes().find_map(|note| head::adoption_day(&note.text)))
                .or_else(|| headings().find_map(|heading| head::day_beside_place(heading)));
            resolution.adopted = day.map(Into::into);
        }
        self.doubt_parts(&resolution, report);
        report.counts.resolutions += 1;
        report.counts.preambular += resolution.paragraphs(Part::Preamble).count();
        report.counts.operative += resolution.paragraphs(Part::Operative).count();
        report.counts.annexes += resolution.annexes.len();
        resolution
    }

    fn doubt_parts(&self, resolution: &Resolution, report: &mut Report) {
        let line = self.lines(0..1).map_or(1, |[first, _]| first);
        let symbol = &resolution.symbol;
        if !is_citable(symbol) {
            report.doubt(
                line,
                format!("{symbol} can't be cited: it reads as a place"),
            );
        }
        for (part, name) in [
            (Part::Opening, "opening"),
            (Part::Operative, "operative paragraphs"),
        ] {
            if resolution.paragraphs(part).next().is_none() {
                report.doubt(line, format!("no {name} found in {symbol}"));
            }
        }
    }

    /// The block at `at` as it is read. Its lines are those of its points as well; an opening has none.
    fn passage(&self, at: usize, part: Part) -> Passage {
        let kind = match self.blocks[at].kind {
            BlockKind::Between(level) => PassageKind::Heading {
                level: level.unwrap_or(1),
            },
            BlockKind::Flush(_) => PassageKind::Flush,
            _ => PassageKind::Text,
        };
        let has_others = kind == PassageKind::Text;
        let below = self.blocks[at + 1..]
            .iter()
            .take_while(|below| has_others && below.depth() > self.blocks[at].depth());
        let unit = at..at + 1 + below.count();
        Passage {
            kind,
            depth: self.blocks[at].depth(),
            number: self.blocks[at].number.as_deref().map(Into::into),
            lines: self.lines(unit).filter(|_| part != Part::Opening),
            notes: self.notes[at].clone().into(),
            ..Passage::new(part, self.texts[at].text.as_str())
        }
    }

    /// The table whose first cell is the block at `at`.
    fn table(&self, at: usize, part: Part) -> Passage {
        let own = self.blocks[at].table();
        let cells = self.blocks[at..]
            .iter()
            .take_while(|block| block.table() == own);
        let end = at + cells.count();
        let table = own.and_then(|own| self.shapes.tables.get(own));
        let mut table = table.cloned().unwrap_or_default();
        for index in at..end {
            let BlockKind::Cell(place) = self.blocks[index].kind else {
                continue;
            };
            let row = table.rows.get_mut(place.row);
            if let Some(cell) = row.and_then(|row| row.get_mut(place.cell)) {
                add_to_cell(cell, &self.texts[index].text, &self.notes[index]);
            }
        }
        Passage {
            depth: self.blocks[at].depth(),
            lines: self.lines(at..end),
            ..Passage::table(part, table)
        }
    }

    fn lines(&self, range: Range<usize>) -> Option<Lines> {
        let mut words = self.blocks[range].iter().flat_map(Block::source);
        let first = words.next()?.line;
        Some([first, words.last().map_or(first, |last| last.line)])
    }
}

/// Adds a paragraph to a cell, with its notes.
fn add_to_cell(cell: &mut Cell, text: &str, notes: &[Note]) {
    let before = match cell.text.len() {
        0 => String::new(),
        _ => [&cell.text, "\n"].concat(),
    };
    let start = u32::try_from(before.len()).unwrap_or(u32::MAX);
    let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
    // A mark at the end of the paragraph before stands within the text now.
    let ended = cell.notes.iter().map(|note| Note {
        at: note.at.or(Some(start.saturating_sub(1))),
        ..note.clone()
    });
    let added = notes.iter().map(|note| Note {
        at: note.at.map(|at| at.min(end).saturating_add(start)),
        ..note.clone()
    });
    cell.notes = ended.chain(added).collect();
    cell.text = (before + text).into();
}

/// The text of a note that stands in a resolution. Its words and repairs are counted once, however many marks ask for
/// it.
fn keep(note: &mut Footnote<'_>, report: &mut Report) -> String {
    if note.is_kept {
        return words::join(&note.words, &mut Report::default()).text;
    }
    let said = words::join(&note.words, report).text;
    report.words.notes += note.label + said.split(' ').count();
    note.is_kept = true;
    said
}

/// The last position in `body` of a line that begins a paragraph of a resolution: a number or a line behind a
/// stop, and a lead verb. A rule before it closes nothing. 0 where there is none.
fn last_begun(lines: &[Line<'_>], body: &[usize], leads: LeadRules) -> usize {
    let begins = |at: &usize| {
        let (line, next) = first_paragraph::line_at(lines, body, *at);
        let stopped = || {
            let before = at.checked_sub(1).map(|before| &lines[body[before]]);
            before.is_none_or(Line::ends_sentence)
        };
        match numbering::number(&line.words) {
            Some(label) => {
                let text = numbering::text_behind(line, &label, next);
                label.has_stop() && leads.verb(&text).is_some()
            }
            None => leads.verb(&line.text()).is_some() && stopped(),
        }
    };
    (0..body.len()).rev().find(begins).unwrap_or(0)
}

/// The part that a paragraph stands in, where `annexes` have begun; none for a point, which stands
/// where its paragraph does, and for what is no paragraph.
fn part_of(kind: BlockKind, annexes: usize) -> Option<Part> {
    match kind {
        BlockKind::Opening => Some(Part::Opening),
        BlockKind::Preambular => Some(Part::Preamble),
        BlockKind::Operative => Some(Part::Operative),
        BlockKind::Annexed => Some(Part::Annex(
            u16::try_from(annexes).unwrap_or(u16::MAX),
            Half::Operative,
        )),
        BlockKind::Heading
        | BlockKind::Title
        | BlockKind::Annex
        | BlockKind::Between(_)
        | BlockKind::Cell(_)
        | BlockKind::Flush(_)
        | BlockKind::Point(_) => None,
    }
}

/// Counts the words of a block.
fn count(block: &Block<'_>, text: &str, report: &mut Report) {
    let words = &mut report.words;
    words.numbers += block.label_words();
    report.counts.points += usize::from(matches!(block.kind, BlockKind::Point(_)));
    *match block.kind {
        BlockKind::Heading | BlockKind::Between(_) => &mut words.headings,
        BlockKind::Title | BlockKind::Annex => &mut words.titles,
        BlockKind::Opening => &mut words.openings,
        BlockKind::Preambular
        | BlockKind::Operative
        | BlockKind::Annexed
        | BlockKind::Point(_)
        | BlockKind::Cell(_)
        | BlockKind::Flush(_) => &mut words.text,
    } += text.split(' ').filter(|word| !word.is_empty()).count();
}
