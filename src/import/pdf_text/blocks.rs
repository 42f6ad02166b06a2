//! Parts of a resolution in the making: words with their places, not yet joined to texts.

use crate::import::source::Line;
use crate::import::words::{Marks, Word};

/// Part of a resolution in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Block<'a> {
    pub kind: BlockKind,
    /// As printed, without its stop.
    pub number: Option<String>,
    /// The words of the number.
    pub label: Vec<Word<'a>>,
    pub words: Vec<Word<'a>>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum BlockKind {
    Heading,
    Title,
    Opening,
    Preambular,
    Operative,
    /// The heading and title of an annex.
    Annex,
    /// A paragraph of an annex.
    Annexed,
    /// A heading between two paragraphs, of the level that its format says it has.
    Between(Option<u8>),
    /// Of the depth.
    Point(u8),
    /// A paragraph of a cell of a table.
    Cell(CellPlace),
    /// Text of a paragraph that goes on behind its points, of their depth.
    Flush(u8),
}

/// A place in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct CellPlace {
    /// Which of the tables of the document.
    pub table: usize,
    pub row: usize,
    pub cell: usize,
    /// The depth of the table.
    pub depth: u8,
}

impl<'a> Block<'a> {
    pub(in crate::import) fn of(kind: BlockKind, words: Vec<Word<'a>>) -> Self {
        Self {
            kind,
            number: None,
            label: vec![],
            words,
        }
    }

    /// As in [`Passage::depth`](crate::text::model::Passage::depth).
    pub(in crate::import) fn depth(&self) -> u8 {
        match self.kind {
            BlockKind::Point(depth) | BlockKind::Flush(depth) => depth,
            BlockKind::Cell(place) => place.depth,
            _ => 0,
        }
    }

    /// The table that it is part of.
    pub(in crate::import) fn table(&self) -> Option<usize> {
        match self.kind {
            BlockKind::Cell(place) => Some(place.table),
            _ => None,
        }
    }

    /// Whether its number was printed apart from the stop: `7 .`
    pub(in crate::import) fn is_torn(&self) -> bool {
        matches!(self.label.as_slice(), [number, stop] if stop.text == "." && !number.marks.has_tail)
    }

    /// How many words its label fills in print: a stop from which a mark was taken is none.
    pub(in crate::import) fn label_words(&self) -> usize {
        let tails = self.label.iter().filter(|word| word.marks.has_tail);
        self.label.len() - tails.count() - usize::from(self.is_torn())
    }

    /// All its words, in the order of the source.
    pub(in crate::import) fn source(&self) -> impl Iterator<Item = &Word<'a>> {
        self.label.iter().chain(&self.words)
    }
}

/// Takes the words off behind so many. A stop that a mark parted from its word stays with it.
pub(in crate::import) fn split_behind<'a>(
    words: &mut Vec<Word<'a>>,
    count: usize,
) -> Vec<Word<'a>> {
    let last = count.checked_sub(1).and_then(|last| words.get(last));
    let end = count + usize::from(last.is_some_and(|word| word.marks.has_tail));
    words.split_off(end.min(words.len()))
}

/// The words of a line, each with its place.
pub(in crate::import) fn words_of<'a>(line: &Line<'a>) -> Vec<Word<'a>> {
    let last = line.words.len().saturating_sub(1);
    let marks = |index| {
        let mut of_word = line.marks.iter().filter(|(at, _)| *at == index);
        let first = of_word.next().map(|(_, marks)| *marks).unwrap_or_default();
        Marks {
            has_tail: first.has_tail || of_word.any(|(_, marks)| marks.has_tail),
            ..first
        }
    };
    let place = |(index, &word)| Word {
        text: word,
        line: line.number,
        ends_line: index == last,
        marks: marks(index),
    };
    line.words.iter().enumerate().map(place).collect()
}
