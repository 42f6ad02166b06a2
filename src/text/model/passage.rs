//! The entries of the flat list that a resolution is.

use std::borrow::Cow;
use std::ops::Range;

use super::{Lines, Table, Text};
use crate::text::sorting::sort_by_key;

/// The parts of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The organ's name: "The Thirty-Fourth Session … held in …;".
    Opening,
    /// The preambular paragraphs.
    Preamble,
    /// The operative paragraphs; those of a statement, which has no other.
    Operative,
    /// Half of a section, counted from 1: of a resolution that is several under one symbol.
    Section(u16, Half),
    /// Half of an annex, counted from 1.
    Annex(u16, Half),
}

/// The halves that a section and an annex have, as a resolution has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Its preambular paragraphs; few have any.
    Preamble,
    /// Its other paragraphs.
    Operative,
}

impl Part {
    /// Whether its paragraphs are preambular ones, which are counted and not numbered.
    pub fn is_preamble(self) -> bool {
        matches!(
            self,
            Self::Preamble | Self::Section(_, Half::Preamble) | Self::Annex(_, Half::Preamble)
        )
    }

    /// Whether its paragraphs are operative ones.
    pub fn is_operative(self) -> bool {
        matches!(self, Self::Operative | Self::Section(_, Half::Operative))
    }

    /// The annex that it is half of, counted from 1.
    pub fn annex(self) -> Option<u16> {
        match self {
            Self::Annex(position, _) => Some(position),
            _ => None,
        }
    }

    /// The section that it is half of, counted from 1.
    pub fn section(self) -> Option<u16> {
        match self {
            Self::Section(position, _) => Some(position),
            _ => None,
        }
    }
}

/// One paragraph or point, the opening, or what is printed between paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The part it stands in.
    pub part: Part,
    /// 0 for a paragraph, 1 for its points, 2 for theirs. What stands between paragraphs or points has
    /// their depth; flush text that of the points it follows.
    pub depth: u8,
    /// Its position among the paragraphs or points beside it, from 1: the number of a preambular
    /// paragraph. Of what is neither, that of the one before it; 0 where there is none.
    pub ordinal: u32,
    /// What it is.
    pub kind: PassageKind,
    /// The number as printed, without its stop: `7`, `7 bis`, `(a)`. Preambular paragraphs have none.
    pub number: Option<Text>,
    /// The text, without the number and without its points. Of a table [`Table::text`].
    pub text: Text,
    /// What print sets off in the text, by where it begins; the longer before those within it.
    pub spans: Box<[Span]>,
    /// Its notes, in the order of their marks.
    pub notes: Box<[Note]>,
    /// First and last line of the source.
    pub lines: Option<Lines>,
}

/// What a passage is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PassageKind {
    /// A paragraph, a point or the opening: what is numbered, counted and cited.
    #[default]
    Text,
    /// Text of a paragraph that goes on behind its points, at the paragraph's own margin.
    Flush,
    /// A heading over what follows.
    Heading {
        /// 1 for the largest, up to 6.
        level: u8,
    },
    /// A table.
    Table(Box<Table>),
    /// A line of signs, `-----`.
    Rule,
}

/// Bytes of a text that print sets off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The bytes; they begin and end between characters.
    pub range: Range<u32>,
    /// How they are set off.
    pub kind: SpanKind,
}

/// How print sets off a span.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SpanKind {
    Italic,
    Bold,
    Underline,
    Struck,
    Superscript,
    Subscript,
    /// A link, with its address.
    Link(Text),
}

/// A note of the document to one of its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its mark as printed, `1`, `*`; it stands in no text.
    pub mark: Text,
    /// The byte of the text that the mark stands before; none at its end.
    pub at: Option<u32>,
    /// What it says.
    pub text: Text,
}

impl Note {
    /// Mark and text in a line.
    pub fn line(&self) -> String {
        let between = if self.mark.is_empty() { "" } else { " " };
        [&*self.mark, between, &self.text].concat()
    }

    /// The mark as it stands in a text: raised, or in brackets where it would read as a part of a word.
    fn raised(&self) -> String {
        let mut raised = String::new();
        for c in self.mark.chars() {
            match PLAIN.chars().position(|plain| plain == c) {
                Some(at) => raised.extend(RAISED.chars().nth(at)),
                None if c.is_alphanumeric() => return format!("[{}]", self.mark),
                None => raised.push(c),
            }
        }
        raised
    }
}

/// Figures and letters, and how each is printed over the line.
const PLAIN: &str = "0123456789abcdefghijklmnoprstuvwxyz";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

impl Passage {
    /// A paragraph without a number, the first of its part.
    pub fn new(part: Part, text: impl Into<Text>) -> Self {
        Self {
            part,
            depth: 0,
            ordinal: 1,
            kind: PassageKind::Text,
            number: None,
            text: text.into(),
            spans: Box::default(),
            notes: Box::default(),
            lines: None,
        }
    }

    /// A table.
    pub fn table(part: Part, table: Table) -> Self {
        let text = table.text();
        Self {
            ordinal: 0,
            kind: PassageKind::Table(Box::new(table)),
            ..Self::new(part, text)
        }
    }

    /// Whether it is a paragraph, a point or the opening.
    pub fn is_text(&self) -> bool {
        self.kind == PassageKind::Text
    }

    /// Whether it is a paragraph or the opening, and no point.
    pub fn is_paragraph(&self) -> bool {
        self.depth == 0 && self.is_text()
    }

    /// Whether a reader stops at it: not at a heading, which is read with what follows, nor at a rule.
    pub fn is_stop(&self) -> bool {
        !matches!(self.kind, PassageKind::Heading { .. } | PassageKind::Rule)
    }

    /// The marks of its notes, each with the byte of its text that it stands before, in their order. They are no
    /// part of the text: who quotes it leaves them out.
    pub fn marks(&self) -> Vec<(usize, String)> {
        if self.all_notes().next().is_none() {
            return Vec::new();
        }
        let place = |note: &Note, end: usize| note.at.map_or(end, |at| (at as usize).min(end));
        let own = self.notes.iter();
        let own = own.map(|note| (place(note, self.text.len()), note.raised()));
        let mut marks: Vec<_> = own.collect();
        if let PassageKind::Table(table) = &self.kind {
            let placed = table.placed().flat_map(|(start, cell)| {
                let notes = cell.notes.iter();
                notes.map(move |note| (start + place(note, cell.text.len()), note.raised()))
            });
            marks.extend(placed);
        }
        marks.retain(|(at, mark)| !mark.is_empty() && self.text.is_char_boundary(*at));
        sort_by_key(&mut marks, |(at, _)| *at);
        marks
    }

    /// Its text with the marks of its notes where they stand.
    pub fn marked_text(&self) -> Cow<'_, str> {
        let mut marked = Cow::Borrowed(&*self.text);
        for (at, mark) in self.marks().iter().rev() {
            marked.to_mut().insert_str(*at, mark);
        }
        marked
    }

    /// Its notes and those of the cells of a table, in the order of print.
    pub fn all_notes(&self) -> impl Iterator<Item = &Note> {
        let table = match &self.kind {
            PassageKind::Table(table) => Some(table),
            _ => None,
        };
        let cells = table.into_iter().flat_map(|table| table.cells());
        cells.flat_map(|cell| &cell.notes).chain(&self.notes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::Cell;

    fn note(mark: &str, at: Option<u32>) -> Note {
        Note {
            mark: mark.into(),
            at,
            text: "See there.".into(),
        }
    }

    #[test]
    fn a_mark_stands_where_print_has_it_and_figures_are_raised() {
        let mut passage = Passage::new(Part::Operative, "Lights été lamps.");
        passage.notes = [
            note("*", None),
            note("12", Some(6)),
            note("a", Some(99)),
            note("б", None),
            note("", Some(1)),
            // Within a letter: it is left out.
            note("3", Some(8)),
        ]
        .into();
        assert_eq!(passage.marked_text(), "Lights¹² été lamps.*ᵃ[б]");
        passage.notes = Box::default();
        assert_eq!(passage.marked_text(), "Lights été lamps.");
    }

    #[test]
    fn a_mark_of_a_cell_stands_in_its_row() {
        let mut rows = ["One", "Two"].map(|text| vec![Cell::new(text), Cell::new("7")]);
        rows[1][0].notes = [note("1", Some(2))].into();
        rows[1][1].notes = [note("2", None)].into();
        let passage = Passage::table(
            Part::Operative,
            Table {
                rows: rows.to_vec(),
                head: 0,
            },
        );
        assert_eq!(passage.marked_text(), "One | 7\nTw¹o | 7²");
    }
}
