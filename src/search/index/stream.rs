//! The words of texts that are taken in, with the compounds and names that they make.

pub(in crate::search) mod compounds;

/// How a word stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum WordKind {
    /// As one printed word, at a position of its own.
    Simple,
    /// As two printed words. It follows the second of them and takes no position.
    Compound,
    /// As a form of a name, of so many printed words. It follows the last of them and takes no position.
    Alias(u8),
}

/// An interned word, below 2³¹, of a text that is taken in; the highest bit is its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct StreamWord(u32);

impl StreamWord {
    const COMPOUND: u32 = 1 << 31;

    pub(in crate::search) fn new(word: u32, kind: WordKind) -> Self {
        match kind {
            WordKind::Simple => Self(word),
            WordKind::Compound | WordKind::Alias(_) => Self(word | Self::COMPOUND),
        }
    }

    pub(in crate::search) fn word(self) -> u32 {
        self.0 & !Self::COMPOUND
    }

    pub(in crate::search) fn kind(self) -> WordKind {
        if self.0 & Self::COMPOUND == 0 {
            WordKind::Simple
        } else {
            WordKind::Compound
        }
    }
}

/// The printed words of a text, the last one first.
pub(in crate::search) fn from_behind(text: &[StreamWord]) -> impl Iterator<Item = u32> {
    let words = text.iter().rev();
    let simple = words.filter(|word| word.kind() == WordKind::Simple);
    simple.map(|word| word.word())
}
