//! A whole resolution set to a width: the page that is scrolled.

use std::borrow::Cow;
use std::ops::Range;

use super::columns;
use crate::text::model::{Note, Part, PassageKind, Resolution};
use crate::text::visible::visible;
use indents::indents;
use setting::HANG;

mod indents;
mod of;
mod setting;

pub use of::Of;

/// What stands on a row of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRow {
    /// Whose text it is.
    pub of: Of,
    /// The bytes of that text.
    pub range: Range<usize>,
    /// Columns left free before it.
    pub indent: usize,
    /// The first row of its text: the number stands beside it.
    pub first: bool,
    /// How it is printed.
    pub tone: Tone,
}

/// How a row is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    #[default]
    Plain,
    /// As what stands over text.
    Strong,
    /// As what is no text: a line of signs, a note of the reader.
    Dim,
}

/// What a reader wrote to a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadersNote {
    /// The index of the passage.
    pub passage: usize,
    /// As it was written, perhaps with controls.
    pub text: String,
}

impl ReadersNote {
    /// The note as it stands on a page, in one line.
    fn line(&self) -> String {
        format!("• {}", visible(&self.text))
    }
}

/// Where the title of a resolution stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TitlePlace {
    /// In the line over the page, so that the page begins with the first passage.
    #[default]
    OverPage,
    /// On the first rows of the page.
    OnPage,
}

/// The rows of a resolution at one width.
///
/// ```
/// use resolut::bundle;
/// use resolut::text::typeset::page::{Of, Page, TitlePlace};
///
/// let corpus = bundle::corpus();
/// let place = corpus.read_citation("2/34-P:7", None)?.beginning();
/// let resolution = corpus.read(place.resolution)?;
/// let page = Page::set(&resolution, 47, TitlePlace::OverPage);
/// let rows = page.rows_of(place.index());
/// assert_eq!(page.rows[rows.start].of, Of::Passage(place.index()));
/// assert!(page.rows[rows.start].first);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// From the title to the last annex.
    pub rows: Vec<PageRow>,
    /// The row on which each passage begins.
    starts: Vec<usize>,
    /// How many sections and annexes have their heading on the page.
    opened: (u16, u16),
    width: usize,
    title: TitlePlace,
    notes: Vec<ReadersNote>,
}

impl Page {
    /// Sets a resolution to `width` columns of text, margin not counted.
    pub fn set(resolution: &Resolution, width: usize, place: TitlePlace) -> Self {
        Self::set_with_notes(resolution, width, place, &[])
    }

    /// Sets a resolution with the reader's notes, each below its passage.
    pub fn set_with_notes(
        resolution: &Resolution,
        width: usize,
        place: TitlePlace,
        notes: &[ReadersNote],
    ) -> Self {
        let mut page = Self {
            width,
            title: place,
            notes: notes.to_vec(),
            ..Self::default()
        };
        if place == TitlePlace::OnPage
            && let Some(title) = resolution.title_or_topic()
        {
            page.text(Of::Title, &title, 0, Tone::Strong);
        }
        for (note, _) in resolution.title_notes.iter().enumerate() {
            let of = Of::TitleNote(note);
            page.hung(of, &of.text(resolution), HANG);
        }
        let indents = indents(resolution, width);
        for (index, indent) in indents.into_iter().enumerate() {
            page.open(resolution, resolution.passages[index].part);
            page.passage(resolution, index, indent);
            page.readers_notes(index, notes, indent);
        }
        page.open_to(resolution, (u16::MAX, u16::MAX));
        page
    }

    /// True if the page was set so.
    pub fn is_set(&self, width: usize, title: TitlePlace, notes: &[ReadersNote]) -> bool {
        (self.width, self.title) == (width, title) && self.notes == notes
    }

    /// The text that a row is of.
    pub fn text_of<'t>(&self, row: &PageRow, resolution: &'t Resolution) -> Cow<'t, str> {
        match row.of {
            Of::ReadersNote(_, note) => self.notes[note].line().into(),
            of => of.text(resolution),
        }
    }

    /// Sets what stands over a part, and over those before it that hold nothing.
    fn open(&mut self, resolution: &Resolution, part: Part) {
        match part {
            Part::Section(position, _) => self.open_to(resolution, (position, 0)),
            Part::Annex(position, _) => self.open_to(resolution, (u16::MAX, position)),
            Part::Opening | Part::Preamble | Part::Operative => {}
        }
    }

    fn open_to(&mut self, resolution: &Resolution, (section, annex): (u16, u16)) {
        let last = |headings: usize| u16::try_from(headings).unwrap_or(u16::MAX);
        for position in self.opened.0..section.min(last(resolution.sections.len())) {
            self.heading(Of::Section(position + 1), resolution);
            self.opened.0 = position + 1;
        }
        for position in self.opened.1..annex.min(last(resolution.annexes.len())) {
            self.heading(Of::Annex(position + 1), resolution);
            let heading = &resolution.annexes[usize::from(position)];
            for line in 0..heading.headings.len() {
                let of = Of::AnnexHeading(position + 1, line);
                self.text(of, &of.text(resolution), 0, Tone::Strong);
            }
            for note in 0..heading.notes.len() {
                let of = Of::AnnexNote(position + 1, note);
                self.hung(of, &of.text(resolution), HANG);
            }
            self.opened.1 = position + 1;
        }
    }

    fn heading(&mut self, of: Of, resolution: &Resolution) {
        self.space();
        self.text(of, &of.text(resolution), 0, Tone::Strong);
    }

    /// Sets a passage, and its notes below it.
    fn passage(&mut self, resolution: &Resolution, index: usize, indent: usize) {
        let passage = &resolution.passages[index];
        let of = Of::Passage(index);
        let is_heading = |index: usize| {
            let before = &resolution.passages[index];
            matches!(before.kind, PassageKind::Heading { .. }) && before.part == passage.part
        };
        // Headings right below each other are one: `Article 3`, `Use of oars`.
        if !(is_heading(index) && index.checked_sub(1).is_some_and(is_heading)) {
            self.space();
        }
        self.starts.push(self.rows.len());
        let marks = passage.marks();
        let beside = |range: Range<usize>| {
            let own = marks.iter().filter(|(at, _)| stands_in(*at, &range));
            own.map(|(_, mark)| columns(mark)).sum()
        };
        let text = &passage.text;
        match &passage.kind {
            PassageKind::Text | PassageKind::Flush => {
                self.text_beside(of, text, indent, Tone::Plain, &beside);
            }
            PassageKind::Heading { .. } => {
                self.text_beside(of, text, indent, Tone::Strong, &beside);
            }
            PassageKind::Rule => self.text_beside(of, text, indent, Tone::Dim, &beside),
            PassageKind::Table(table) => self.table(of, text, table.head, indent, &beside),
        }
        for (note, text) in passage.all_notes().map(Note::line).enumerate() {
            self.hung(Of::Note(index, note), &text, indent + HANG);
        }
    }

    fn readers_notes(&mut self, index: usize, notes: &[ReadersNote], indent: usize) {
        for (position, note) in notes.iter().enumerate() {
            if note.passage == index {
                let of = Of::ReadersNote(index, position);
                self.hanging(of, (&note.line(), 0), indent, Tone::Dim, &|_| 0);
            }
        }
    }

    /// The rows of a passage and its notes, without the space around them.
    pub fn rows_of(&self, passage: usize) -> Range<usize> {
        let start = self.starts.get(passage).copied().unwrap_or(0);
        let length = self.rows[start.min(self.rows.len())..]
            .iter()
            .take_while(|row| row.of.passage() == Some(passage))
            .count();
        start..start + length
    }

    /// The passage that a row belongs to: its own, or the first one below.
    pub fn passage_at(&self, row: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= row)
            .saturating_sub(1)
    }
}

/// Whether a mark that stands before a byte belongs to a range: it goes with what it stands behind.
pub fn stands_in(at: usize, range: &Range<usize>) -> bool {
    match at {
        0 => range.start == 0,
        _ => range.start < at && at <= range.end,
    }
}

#[cfg(test)]
mod tests;
