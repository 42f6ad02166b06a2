//! The text of a resolution in Markdown → its passages, by the signs that `export` writes.

use std::mem;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::headings;
use super::inline::InlineWords;
use super::notes::LabelledNotes;
use super::remark::Remark;
use super::table::TableRows;
use crate::text::format::MAX_DEPTH;
use crate::text::line_starts::LineStarts;
use crate::text::model::{Part, Passage, PassageKind, Resolution};

/// A text that is being read.
pub(super) struct MarkdownBody<'a> {
    source: &'a str,
    /// The lines of the text that it stands in, and its first byte there.
    line_starts: &'a LineStarts,
    begin: usize,
    resolution: Resolution,
    part: Part,
    /// How many lists are open, and how deep the first of them stands.
    lists: u8,
    base: u8,
    /// The words of the block that is read, and which of its bytes they are.
    inline: InlineWords,
    extent: Option<Range<usize>>,
    /// What was said of the block that comes next.
    depth: Option<u8>,
    level: Option<u8>,
    is_flush: bool,
    rule: Option<String>,
    mark: Option<String>,
    table: TableRows,
    /// The comment that is read.
    html: String,
    /// The label of the note that is read.
    note: Option<String>,
    notes: LabelledNotes,
    /// Where what is no whole resolution begins.
    excerpt: Option<usize>,
}

impl<'a> MarkdownBody<'a> {
    /// A text that begins at a byte of one with those lines, of a resolution that has no passages yet.
    pub(super) fn new(
        source: &'a str,
        begin: usize,
        line_starts: &'a LineStarts,
        resolution: Resolution,
    ) -> Self {
        Self {
            source,
            line_starts,
            begin,
            resolution,
            part: Part::Preamble,
            lists: 0,
            base: 0,
            inline: InlineWords::default(),
            extent: None,
            depth: None,
            level: None,
            is_flush: false,
            rule: None,
            mark: None,
            table: TableRows::default(),
            html: String::new(),
            note: None,
            notes: LabelledNotes::default(),
            excerpt: None,
        }
    }

    /// Reads the whole text.
    pub(super) fn read(&mut self) {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(self.source, options).into_offset_iter() {
            if self.excerpt.is_none() || self.note.is_some() || is_note(&event) {
                self.take(event, range);
            }
        }
        self.end_block();
    }

    /// The resolution, and where in the text something begins that is no part of it.
    pub(super) fn finish(mut self) -> (Resolution, Option<usize>) {
        self.notes.put_into(&mut self.resolution);
        (self.resolution, self.excerpt)
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(markup) => self.html += &markup,
            Event::Rule => {
                let signs = self.rule.take().unwrap_or_default();
                self.extent = Some(range);
                self.push(PassageKind::Rule, Passage::new(self.part, signs));
            }
            event => {
                let extent = self.extent.get_or_insert(range.clone());
                extent.end = extent.end.max(range.end);
                self.inline.take(event, self.source, range);
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::List(_) => {
                if self.lists > 0 && self.extent.is_some() {
                    self.end_text();
                } else if self.lists == 0 {
                    self.end_block();
                    let depth = self.depth.take().unwrap_or(1);
                    self.base = depth.saturating_sub(1);
                }
                self.lists = self.lists.saturating_add(1);
            }
            Tag::Item => {
                self.end_block();
                self.extent = Some(range.start..range.start);
            }
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.note = Some(label.to_string());
            }
            Tag::Table(_) => {
                self.end_block();
                self.extent = Some(range);
            }
            Tag::TableHead | Tag::TableRow => self.table.begin_row(),
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock => self.end_block(),
            tag => self.inline.start(tag, self.source, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::List(_) => {
                self.end_block();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Item => {
                if self.extent.is_some() {
                    self.end_text();
                }
            }
            TagEnd::FootnoteDefinition => {
                let text = self.inline.finish().text;
                let label = self.note.take().unwrap_or_default();
                self.notes.add(&label, self.mark.take(), text);
                self.extent = None;
            }
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::TableCell => {
                let cell = self.inline.finish();
                self.table.add(cell);
            }
            TagEnd::Table => {
                self.extent = Some(range);
                let table = mem::take(&mut self.table).finish();
                let passage = Passage::table(self.part, table);
                self.push(passage.kind.clone(), passage);
            }
            TagEnd::HtmlBlock => self.comments(range),
            TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::CodeBlock => self.end_block(),
            _ => self.inline.end(self.source, range),
        }
    }

    /// Takes what comments say; other markup is text.
    fn comments(&mut self, range: Range<usize>) {
        let markup = mem::take(&mut self.html);
        for line in markup.lines().filter(|line| !line.trim().is_empty()) {
            match Remark::of(line) {
                Some(remark) => self.remark(remark, range.start),
                None if line.trim_start().starts_with("<!--") => {}
                None => {
                    self.extent = Some(range.clone());
                    self.inline.text(line);
                    self.end_text();
                }
            }
        }
    }

    fn remark(&mut self, remark: Remark, at: usize) {
        match remark {
            Remark::Part(part) => {
                self.part = part;
                headings::make_room(&mut self.resolution, part);
            }
            Remark::Depth(depth) => self.depth = Some(depth),
            Remark::Level(level) => self.level = Some(level),
            Remark::Flush => self.is_flush = true,
            Remark::Rule(signs) => self.rule = Some(signs),
            Remark::Mark(mark) => self.mark = Some(mark),
            Remark::Table(shape) => self.table.shape = Some(shape),
            Remark::Excerpt => self.excerpt = Some(at),
            Remark::Empty => {
                self.extent = Some(at..at);
                self.end_text();
            }
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let words = self.inline.finish();
        match level {
            HeadingLevel::H1 => headings::note_title(&mut self.resolution, words),
            HeadingLevel::H2 => headings::name_part(&mut self.resolution, self.part, &words.text),
            level => {
                let level = self.level.take().unwrap_or(level as u8 - 2);
                let passage = words.passage(self.part);
                return self.push(PassageKind::Heading { level }, passage);
            }
        }
        self.extent = None;
    }

    /// Ends what is read; of a note it goes on.
    fn end_block(&mut self) {
        if self.note.is_some() {
            self.inline.end_line();
        } else if self.extent.is_some() && !self.inline.is_empty() {
            self.end_text();
        }
    }

    /// Ends a paragraph or a point.
    fn end_text(&mut self) {
        let passage = self.inline.finish().passage(self.part);
        let kind = if mem::take(&mut self.is_flush) {
            PassageKind::Flush
        } else {
            PassageKind::Text
        };
        self.push(kind, passage);
    }

    /// Adds a passage at its depth, which is at most one more than that of what stands above it.
    fn push(&mut self, kind: PassageKind, passage: Passage) {
        let listed = if self.lists > 0 {
            self.base.saturating_add(self.lists)
        } else {
            u8::from(kind == PassageKind::Flush)
        };
        let depth = self.depth.take().unwrap_or(listed);
        let above = self.resolution.passages.last();
        let deepest = above
            .filter(|above| above.part == self.part)
            .map_or(0, |above| above.depth.saturating_add(1));
        let lines = self.extent.take().map(|bytes| self.lines(&bytes));
        self.resolution.push(Passage {
            kind,
            depth: depth.min(deepest).min(MAX_DEPTH),
            lines,
            ..passage
        });
    }

    fn lines(&self, bytes: &Range<usize>) -> [u32; 2] {
        let text = self.source.get(bytes.clone()).unwrap_or_default();
        let end = bytes.start + text.trim_end().len().max(1) - 1;
        [bytes.start, end].map(|at| self.line_starts.line_of(self.begin + at))
    }
}

fn is_note(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::FootnoteDefinition(_)) | Event::End(TagEnd::FootnoteDefinition)
    )
}
