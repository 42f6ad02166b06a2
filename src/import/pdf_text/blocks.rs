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
    /// A heading between two paragraphs.
    Between,
    /// Of the depth.
    Point(u8),
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

    /// 0 but for points, as in [`Passage::depth`](crate::text::model::Passage::depth).
    pub(in crate::import) fn depth(&self) -> u8 {
        match self.kind {
            BlockKind::Point(depth) => depth,
            _ => 0,
        }
    }

    /// All its words, in the order of the source.
    pub(in crate::import) fn source(&self) -> impl Iterator<Item = &Word<'a>> {
        self.label.iter().chain(&self.words)
    }
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
