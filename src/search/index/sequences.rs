//! For each text, its words in their order: what nearness, order and phrases are read from.
//!
//! Words are written by frequency, so that the commonest take one byte. A compound (`ceasefire` for
//! `cease-fire`) follows its second part, the alias of a name its form, and they take no position of their own.

use std::ops::Range;

use super::pages::LongTable;
use super::stream::WordKind;
use super::text_set::{TextId, Texts};
use super::vocabulary::WordId;
use crate::search::index::varint::{self, narrow};
use crate::text::block::Saved;

/// The byte before a compound; two of them and a number of words stand before an alias. No word: those are written
/// plus one.
const COMPOUND: u8 = 0;

/// Texts of as many numbers from a multiple of this on are read together: a page or two.
const NEAR: u32 = 64;

#[derive(Debug)]
pub(in crate::search) struct Sequences {
    codes: LongTable,
    /// Where each text begins, and one more.
    starts: Vec<u32>,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct Placed {
    pub(in crate::search) word: WordId,
    /// Position of the word, or of the last part of a compound or an alias, counted from 0.
    pub(in crate::search) position: u32,
    pub(in crate::search) kind: WordKind,
}

impl Placed {
    /// Position of the word, or of the first part of a compound or an alias.
    #[inline]
    pub(in crate::search) fn first(self) -> u32 {
        match self.kind {
            WordKind::Simple => self.position,
            WordKind::Compound => self.position.saturating_sub(1),
            WordKind::Alias(words) => (self.position + 1).saturating_sub(words.into()),
        }
    }
}

/// The words of a text, as they are written.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct CodedText<'c>(&'c [u8]);

impl CodedText<'_> {
    /// Whether `is_it` holds for a word. It is asked in the order of the words, up to the first that fits.
    #[inline]
    pub(in crate::search) fn any(self, mut is_it: impl FnMut(Placed) -> bool) -> bool {
        let mut rest = self.0;
        let mut next = 0_u32;
        while let Some(code) = take(&mut rest) {
            let (code, kind) = if code == u32::from(COMPOUND) {
                match take(&mut rest).unwrap_or(1) {
                    0 => take_alias(&mut rest),
                    code => (code, WordKind::Compound),
                }
            } else {
                next += 1;
                (code, WordKind::Simple)
            };
            let placed = Placed {
                word: WordId(code.saturating_sub(1)),
                position: next.saturating_sub(1),
                kind,
            };
            if is_it(placed) {
                return true;
            }
        }
        false
    }
}

impl Sequences {
    /// Saves all but the codes of the words.
    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        varint::put_ascending(body, &self.starts);
    }

    /// The sequences; their codes are still to be given.
    pub(in crate::search) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let starts = varint::ascending(saved)?;
        (starts.first() == Some(&0)).then(|| Self {
            codes: LongTable::default(),
            starts,
        })
    }

    /// How many bytes the codes take.
    pub(in crate::search) fn length_of_codes(&self) -> usize {
        self.starts.last().map_or(0, |&end| end as usize)
    }

    pub(in crate::search) fn codes(&self) -> &LongTable {
        &self.codes
    }

    /// Gives the codes, which were not saved with the rest.
    pub(in crate::search) fn set_codes(&mut self, codes: LongTable) {
        self.codes = codes;
    }

    /// How many texts there are.
    pub(in crate::search) fn texts(&self) -> usize {
        self.starts.len() - 1
    }

    /// How long a text is, in bytes: its length in words, where a rare word counts twice.
    pub(in crate::search) fn length(&self, text: TextId) -> usize {
        let text = text.index();
        (self.starts[text + 1] - self.starts[text]) as usize
    }

    /// How long a text is on average.
    pub(in crate::search) fn mean_length(&self) -> f32 {
        self.length_of_codes() as f32 / self.texts().max(1) as f32
    }

    /// Calls `see` with the words of a text in their order.
    #[inline]
    pub(in crate::search) fn each(&self, text: TextId, mut see: impl FnMut(Placed)) {
        self.any(text, |placed| {
            see(placed);
            false
        });
    }

    /// Whether `is_it` holds for a word of a text. It is asked in the order of the words, up to the first that fits.
    #[inline]
    pub(in crate::search) fn any(&self, text: TextId, is_it: impl FnMut(Placed) -> bool) -> bool {
        self.of(text, |text| text.any(is_it))
    }

    /// What `read` makes of a text.
    #[inline]
    pub(in crate::search) fn of<T>(
        &self,
        text: TextId,
        read: impl FnOnce(CodedText<'_>) -> T,
    ) -> T {
        read(CodedText(&self.codes.read(self.place(text))))
    }

    /// Keeps those of some texts for which `is_it` holds. Neighbours are read at once: a text is little of a page.
    pub(in crate::search) fn retain(
        &self,
        texts: &mut Texts,
        mut is_it: impl FnMut(CodedText<'_>) -> bool,
    ) {
        let all: Vec<TextId> = texts.iter().collect();
        for near in all.chunk_by(|one, other| one.0 / NEAR == other.0 / NEAR) {
            let (start, end) = (
                self.place(near[0]).start,
                self.place(near[near.len() - 1]).end,
            );
            let codes = self.codes.read(start..end);
            for &text in near {
                let place = self.place(text);
                let own = codes.get(place.start - start..place.end - start);
                if !is_it(CodedText(own.unwrap_or_default())) {
                    texts.remove(text);
                }
            }
        }
    }

    /// Where the codes of a text stand.
    fn place(&self, text: TextId) -> Range<usize> {
        let text = text.index();
        self.starts[text] as usize..self.starts[text + 1] as usize
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.codes.size() + self.starts.len() * 4
    }
}

/// Takes words in, text after text.
#[derive(Debug, Default)]
pub(in crate::search) struct SequenceCollector {
    codes: Vec<u8>,
    ends: Vec<u32>,
}

impl SequenceCollector {
    /// Adds a word to the text that is being written.
    pub(in crate::search) fn push(&mut self, word: WordId, kind: WordKind) {
        match kind {
            WordKind::Simple => {}
            WordKind::Compound => self.codes.push(COMPOUND),
            WordKind::Alias(words) => self.codes.extend([COMPOUND, COMPOUND, words]),
        }
        put(word.0 + 1, &mut self.codes);
    }

    /// Ends the text that is being written.
    pub(in crate::search) fn end_text(&mut self) {
        self.ends.push(narrow(self.codes.len()));
    }

    /// The sequences of all texts.
    pub(in crate::search) fn finish(mut self) -> Sequences {
        self.codes.shrink_to_fit();
        self.ends.insert(0, 0);
        Sequences {
            codes: LongTable::Held(self.codes),
            starts: self.ends,
        }
    }
}

/// Codes below this take one byte: more of them than seven bits hold, for half of a text is its two
/// hundred commonest words.
const ONE_BYTE: u32 = 208;
/// The first byte of a code of more than two bytes.
const LONG: u8 = 255;
/// Codes below this take two bytes.
const TWO_BYTES: u32 = ONE_BYTE + (LONG as u32 - ONE_BYTE) * 256;

#[expect(clippy::cast_possible_truncation, reason = "checked by the bounds")]
fn put(code: u32, codes: &mut Vec<u8>) {
    if code < ONE_BYTE {
        codes.push(code as u8);
    } else if code < TWO_BYTES {
        let rest = code - ONE_BYTE;
        codes.push((ONE_BYTE + rest / 256) as u8);
        codes.push((rest % 256) as u8);
    } else {
        codes.push(LONG);
        varint::put(code, codes);
    }
}

fn take_alias(codes: &mut &[u8]) -> (u32, WordKind) {
    let words = codes.split_off_first().copied().unwrap_or(1);
    (take(codes).unwrap_or(1), WordKind::Alias(words))
}

#[inline]
fn take(codes: &mut &[u8]) -> Option<u32> {
    let (&first, rest) = codes.split_first()?;
    *codes = rest;
    let code = u32::from(first);
    if code < ONE_BYTE {
        return Some(code);
    }
    if first == LONG {
        return varint::take(codes);
    }
    let (&second, rest) = codes.split_first()?;
    *codes = rest;
    Some(ONE_BYTE + (code - ONE_BYTE) * 256 + u32::from(second))
}

#[cfg(test)]
mod tests {
    use super::WordKind::{Alias, Compound, Simple};
    use super::*;

    #[test]
    fn words_are_read_with_their_positions() {
        let mut sequences = SequenceCollector::default();
        sequences.end_text();
        for (word, kind) in [
            (3, Simple),
            (207, Simple),
            (20_000, Compound),
            (5, Alias(2)),
            (0, Simple),
        ] {
            sequences.push(WordId(word), kind);
        }
        sequences.end_text();
        let sequences = sequences.finish();
        let mut read = Vec::new();
        sequences.each(TextId(0), |placed| read.push(placed));
        assert!(read.is_empty());
        sequences.each(TextId(1), |placed| read.push(placed));
        let placed: Vec<_> = read
            .iter()
            .map(|p| (p.word.0, p.position, p.kind))
            .collect();
        assert_eq!(
            placed,
            [
                (3, 0, Simple),
                (207, 1, Simple),
                (20_000, 1, Compound),
                (5, 1, Alias(2)),
                (0, 2, Simple)
            ]
        );
    }
}
