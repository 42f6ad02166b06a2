//! What stands before a line: the gap above it and the last word of the text that was read so far.

use crate::import::words::{goes_on, is_stop};

/// How far a line stands from the line of text above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum LineGap {
    /// As close as the lines of one paragraph.
    Touches,
    /// A wider gap or a rule lies between them.
    Apart,
    /// A page ends between them.
    PageEnds,
}

impl LineGap {
    /// Whether the lines do not touch.
    pub(super) fn is_wide(self) -> bool {
        self != Self::Touches
    }
}

/// What the last word before a line says of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// A stop, or nothing was read yet: a paragraph may begin.
    Stop,
    /// A word that ends no sentence and demands no other.
    Word,
    /// A word after which the sentence must go on: `the`, `and`.
    Open,
}

/// What stands before a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before<'a> {
    pub(super) gap: LineGap,
    /// None before the first word.
    pub(super) word: Option<&'a str>,
    ending: Ending,
}

impl<'a> Before<'a> {
    pub(super) fn new(gap: LineGap, word: Option<&'a str>) -> Self {
        let ending = match word {
            Some(word) if goes_on(word) => Ending::Open,
            Some(word) if !is_stop(word) => Ending::Word,
            _ => Ending::Stop,
        };
        Self { gap, word, ending }
    }

    /// Whether a stop stands before the line, or nothing.
    pub(super) fn stops(self) -> bool {
        self.ending == Ending::Stop
    }

    /// Whether the sentence before the line can't end there.
    pub(super) fn hangs(self) -> bool {
        self.ending == Ending::Open
    }

    pub(super) fn is_apart(self) -> bool {
        self.gap.is_wide()
    }

    /// Whether a paragraph may begin with a word that also stands inside paragraphs.
    pub(super) fn may_part(self) -> bool {
        self.stops() || self.is_apart() && !self.hangs()
    }
}
