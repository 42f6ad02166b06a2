//! Which paragraphs repeat the wording of an earlier one.
//!
//! Wordings are numbered as they are first met, so all but the repeats follow from counting: only
//! those are kept. A corpus without agreed language costs nothing here.

use std::ops::Range;

use crate::search::index::text_set::Texts;
use crate::search::index::varint::narrow;
use crate::text::block::{self, Saved};

/// Paragraphs and the wordings they have.
#[derive(Debug, Default)]
pub(in crate::search) struct Wordings {
    /// Paragraphs that repeat a wording, in their order, and that wording.
    repeats: Vec<(u32, u32)>,
    /// The same, each with the wording first, by wording.
    by_wording: Vec<(u32, u32)>,
}

impl Wordings {
    /// Takes the paragraphs that repeat a wording, in their order, each with the wording.
    pub(in crate::search) fn new(repeats: Vec<(u32, u32)>) -> Self {
        let turned = repeats
            .iter()
            .map(|&(paragraph, wording)| (wording, paragraph));
        let mut by_wording: Vec<(u32, u32)> = turned.collect();
        by_wording.sort_unstable();
        Self {
            repeats,
            by_wording,
        }
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        block::put_pairs(body, &self.repeats);
    }

    /// The repeats of a corpus of that many `paragraphs`.
    pub(in crate::search) fn load(saved: &mut Saved<'_>, paragraphs: usize) -> Option<Self> {
        let repeats = saved.pairs()?;
        let new = paragraphs.checked_sub(repeats.len())?;
        let fits = repeats.is_sorted_by(|before, after| before.0 < after.0)
            && repeats
                .last()
                .is_none_or(|last| (last.0 as usize) < paragraphs)
            && repeats.iter().all(|repeat| (repeat.1 as usize) < new);
        fits.then(|| Self::new(repeats))
    }

    /// How many paragraphs repeat a wording.
    pub(in crate::search) fn len(&self) -> usize {
        self.repeats.len()
    }

    /// Paragraphs that stand side by side, each with its wording.
    pub(in crate::search) fn of(&self, paragraphs: Range<u32>) -> impl Iterator<Item = (u32, u32)> {
        let mut behind = self
            .repeats
            .partition_point(|repeat| repeat.0 < paragraphs.start);
        paragraphs.map(move |paragraph| match self.repeats.get(behind) {
            Some(&(repeat, wording)) if repeat == paragraph => {
                behind += 1;
                (paragraph, wording)
            }
            _ => (paragraph, paragraph - narrow(behind)),
        })
    }

    /// How many paragraphs repeat one of some wordings.
    pub(in crate::search) fn count_again(&self, wordings: &Texts) -> usize {
        let again = self.by_wording.iter();
        again.filter(|&&(wording, _)| wordings.has(wording)).count()
    }

    /// The paragraphs of a wording, in their order.
    pub(in crate::search) fn paragraphs(&self, wording: u32) -> impl Iterator<Item = u32> {
        std::iter::once(self.first(wording)).chain(self.again(wording))
    }

    /// The paragraphs that repeat a wording, in their order.
    pub(in crate::search) fn again(&self, wording: u32) -> impl Iterator<Item = u32> {
        let start = self.by_wording.partition_point(|again| again.0 < wording);
        let again = self.by_wording[start..].iter();
        let again = again.take_while(move |again| again.0 == wording);
        again.map(|again| again.1)
    }

    /// The first paragraph of a wording: as many behind its number as there are repeats before it.
    fn first(&self, wording: u32) -> u32 {
        let (mut low, mut high) = (0, self.repeats.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let new_before = self.repeats[middle].0 as usize - middle;
            if new_before <= wording as usize {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        wording + narrow(low)
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.repeats.len() * (8 + 8)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..Default::default() })]

        #[test]
        fn each_paragraph_keeps_its_wording(texts in proptest::collection::vec(0_u8..12, 0..40)) {
            let mut wordings: Vec<u8> = Vec::new();
            let (mut repeats, mut all) = (Vec::new(), Vec::new());
            for (paragraph, text) in (0..).zip(texts) {
                let known = wordings.iter().position(|other| *other == text);
                let wording = known.unwrap_or(wordings.len());
                let wording = narrow(wording);
                match known {
                    Some(_) => repeats.push((paragraph, wording)),
                    None => wordings.push(text),
                }
                all.push(wording);
            }
            let repeats = Wordings::new(repeats);
            let from = narrow(all.len() / 3);
            let of: Vec<_> = repeats.of(from..narrow(all.len())).collect();
            let expected: Vec<_> = (0..).zip(all.iter().copied()).skip(from as usize).collect();
            prop_assert_eq!(of, expected);
            for &wording in &all {
                let alike: Vec<u32> = repeats.paragraphs(wording).collect();
                let expected: Vec<u32> =
                    (0..).zip(&all).filter(|(_, other)| **other == wording).map(|(p, _)| p).collect();
                prop_assert_eq!(alike, expected);
            }
        }
    }
}
