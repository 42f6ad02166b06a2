//! Which paragraphs repeat the wording of an earlier one.
//!
//! Wordings are numbered as they are first met, so all but the repeats follow from counting: only
//! those are kept. A corpus without agreed language costs nothing here.

use std::ops::Range;

use super::paragraphs::id::ParagraphId;
use crate::search::index::text_set::{TextId, Texts};
use crate::search::index::varint::{self, narrow};
use crate::text::block::Saved;

pub(super) mod groups;

/// Paragraphs and the wordings they have.
#[derive(Debug, Default)]
pub(in crate::search) struct Wordings {
    /// Paragraphs that repeat a wording, in their order, and that wording.
    repeats: Vec<(ParagraphId, TextId)>,
    /// The same paragraphs, by wording.
    by_text: Vec<ParagraphId>,
    /// Where those of each wording begin in `by_text`, and one more.
    starts: Vec<u32>,
    /// The wordings that are repeated.
    repeated: Texts,
}

impl Wordings {
    /// Takes the paragraphs that repeat a wording, in their order, each with the wording; of `texts` wordings.
    pub(in crate::search) fn new(repeats: Vec<(ParagraphId, TextId)>, texts: usize) -> Self {
        // By counting, which takes a fifth of the time of a sort: it is done at every start.
        let mut starts = vec![0_u32; texts + 2];
        let mut repeated = Texts::none(texts);
        for &(_, text) in &repeats {
            starts[text.index() + 2] += 1;
            repeated.add(text);
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut by_text = vec![ParagraphId(0); repeats.len()];
        for &(paragraph, text) in &repeats {
            // Moved on to where those of the next wording begin.
            let place = &mut starts[text.index() + 1];
            by_text[*place as usize] = paragraph;
            *place += 1;
        }
        Self {
            repeats,
            by_text,
            starts,
            repeated,
        }
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        let pairs = self
            .repeats
            .iter()
            .map(|&(paragraph, text)| (paragraph.0, text.0));
        varint::put_pairs(body, &pairs.collect::<Vec<_>>());
    }

    /// The repeats of a corpus of `paragraphs` paragraphs.
    pub(in crate::search) fn load(saved: &mut Saved<'_>, paragraphs: usize) -> Option<Self> {
        let repeats = varint::pairs(saved)?;
        let new = paragraphs.checked_sub(repeats.len())?;
        let fits = repeats.is_sorted_by(|before, after| before.0 < after.0)
            && repeats
                .last()
                .is_none_or(|last| (last.0 as usize) < paragraphs)
            && repeats.iter().all(|repeat| (repeat.1 as usize) < new);
        let repeats = repeats.into_iter();
        let typed = repeats.map(|(paragraph, text)| (ParagraphId(paragraph), TextId(text)));
        fits.then(|| Self::new(typed.collect(), new))
    }

    /// How many paragraphs repeat a wording.
    pub(in crate::search) fn len(&self) -> usize {
        self.repeats.len()
    }

    /// Paragraphs that stand side by side, each with its wording.
    pub(in crate::search) fn of(
        &self,
        paragraphs: Range<ParagraphId>,
    ) -> impl Iterator<Item = (ParagraphId, TextId)> {
        let mut behind = self
            .repeats
            .partition_point(|repeat| repeat.0 < paragraphs.start);
        ParagraphId::each(paragraphs).map(move |paragraph| match self.repeats.get(behind) {
            Some(&(repeat, text)) if repeat == paragraph => {
                behind += 1;
                (paragraph, text)
            }
            _ => (paragraph, TextId(paragraph.0 - narrow(behind))),
        })
    }

    /// How many paragraphs repeat one of some wordings.
    pub(in crate::search) fn count_again(&self, texts: &Texts) -> usize {
        let repeated = self.repeated.shared_with(texts);
        repeated.map(|text| self.places_again(text).len()).sum()
    }

    /// The paragraphs of a wording, in their order.
    pub(in crate::search) fn paragraphs(&self, text: TextId) -> impl Iterator<Item = ParagraphId> {
        std::iter::once(self.first(text)).chain(self.again(text))
    }

    /// The paragraphs that repeat a wording, in their order.
    pub(in crate::search) fn again(
        &self,
        text: TextId,
    ) -> impl ExactSizeIterator<Item = ParagraphId> {
        self.by_text[self.places_again(text)].iter().copied()
    }

    fn places_again(&self, text: TextId) -> Range<usize> {
        let start = |text: usize| self.starts[text] as usize;
        start(text.index())..start(text.index() + 1)
    }

    /// The first paragraph of a wording: as many behind its number as there are repeats before it.
    fn first(&self, text: TextId) -> ParagraphId {
        let (mut low, mut high) = (0, self.repeats.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let new_before = self.repeats[middle].0.index() - middle;
            if new_before <= text.index() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        ParagraphId(text.0 + narrow(low))
    }

    /// How many bytes the tables take.
    pub(in crate::search) fn size(&self) -> usize {
        self.repeats.len() * (8 + 4) + self.starts.len() * 4
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
                let wording = TextId(narrow(wording));
                match known {
                    Some(_) => repeats.push((ParagraphId(paragraph), wording)),
                    None => wordings.push(text),
                }
                all.push(wording);
            }
            let repeats = Wordings::new(repeats, wordings.len());
            let from = all.len() / 3;
            let range = ParagraphId(narrow(from))..ParagraphId(narrow(all.len()));
            let of: Vec<_> = repeats.of(range).collect();
            let expected: Vec<_> = (0..).map(ParagraphId).zip(all.iter().copied()).skip(from).collect();
            prop_assert_eq!(of, expected);
            for &wording in &all {
                let alike: Vec<_> = repeats.paragraphs(wording).collect();
                let expected: Vec<_> =
                    (0..).map(ParagraphId).zip(&all).filter(|(_, other)| **other == wording).map(|(p, _)| p).collect();
                prop_assert_eq!(alike, expected);
            }
            let mut even = Texts::none(wordings.len());
            let is_even = |wording: &TextId| wording.0.is_multiple_of(2);
            all.iter().filter(|wording| is_even(wording)).for_each(|&wording| even.add(wording));
            let expected = all.iter().filter(|wording| is_even(wording)).count() - even.count();
            prop_assert_eq!(repeats.count_again(&even), expected);
        }
    }
}
