//! Sets of texts, a bit each: what answers a query is counted and cut down in them.

use std::sync::Arc;

/// A text of a concordance, counted from 0 in the order in which the texts were added. Paragraphs that read alike are
/// one text: a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::search) struct TextId(pub(in crate::search) u32);

impl TextId {
    pub(in crate::search) fn index(self) -> usize {
        self.0 as usize
    }

    /// Its block of 64 in a set, and its bit there.
    fn bit(self) -> (usize, u64) {
        (self.index() / 64, 1 << (self.0 % 64))
    }
}

/// Some of the texts of a concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Texts {
    blocks: Vec<u64>,
}

impl Texts {
    /// The empty set over `of` texts.
    pub(in crate::search) fn none(of: usize) -> Self {
        let blocks = vec![0; of.div_ceil(64)];
        Self { blocks }
    }

    /// The set of all `of` texts.
    pub(in crate::search) fn all(of: usize) -> Self {
        let mut texts = Self::none(of);
        texts.blocks.fill(u64::MAX);
        if let Some(last) = texts.blocks.last_mut() {
            *last >>= (64 - of % 64) % 64;
        }
        texts
    }

    /// The texts that are in one of some sets at least, in two, and so on.
    pub(in crate::search) fn in_some(sets: &[Arc<Self>]) -> Vec<Self> {
        let mut in_some: Vec<Self> = Vec::new();
        for set in sets {
            in_some.push(Self::none(set.blocks.len() * 64));
            for fewer in (0..in_some.len() - 1).rev() {
                let (before, behind) = in_some.split_at_mut(fewer + 1);
                behind[0].add_shared(&before[fewer], set);
            }
            in_some[0].add_bits(&set.blocks);
        }
        in_some
    }

    /// Adds the texts that two others share.
    fn add_shared(&mut self, one: &Self, other: &Self) {
        for (block, shared) in self.blocks.iter_mut().zip(one.and(&other.blocks)) {
            *block |= shared;
        }
    }

    pub(in crate::search) fn add(&mut self, text: TextId) {
        let (block, bit) = text.bit();
        self.blocks[block] |= bit;
    }

    pub(in crate::search) fn remove(&mut self, text: TextId) {
        let (block, bit) = text.bit();
        self.blocks[block] &= !bit;
    }

    /// Adds the texts of which a bit is set.
    pub(in crate::search) fn add_bits(&mut self, bits: &[u64]) {
        for (block, bits) in self.blocks.iter_mut().zip(bits) {
            *block |= bits;
        }
    }

    #[inline]
    pub(in crate::search) fn has(&self, text: TextId) -> bool {
        let (block, bit) = text.bit();
        self.blocks[block] & bit != 0
    }

    /// Keeps those that are in the others too.
    pub(in crate::search) fn keep(&mut self, others: &Self) {
        for (block, other) in self.blocks.iter_mut().zip(&others.blocks) {
            *block &= other;
        }
    }

    /// Leaves those that are not in the others.
    pub(in crate::search) fn leave_out(&mut self, others: &Self) {
        for (block, other) in self.blocks.iter_mut().zip(&others.blocks) {
            *block &= !other;
        }
    }

    /// Adds those of the others.
    pub(in crate::search) fn add_all(&mut self, others: &Self) {
        self.add_bits(&others.blocks);
    }

    pub(in crate::search) fn retain(&mut self, mut is_wanted: impl FnMut(TextId) -> bool) {
        let all = self.clone();
        for text in all.iter().filter(|&text| !is_wanted(text)) {
            self.remove(text);
        }
    }

    pub(in crate::search) fn count(&self) -> usize {
        let counts = self.blocks.iter().map(|block| block.count_ones() as usize);
        counts.sum()
    }

    /// Those that are in the others too, in their order.
    pub(in crate::search) fn shared_with(&self, others: &Self) -> impl Iterator<Item = TextId> {
        self.shared(&others.blocks)
    }

    /// Those of which a bit is set, in their order.
    #[inline]
    pub(in crate::search) fn shared(&self, bits: &[u64]) -> impl Iterator<Item = TextId> {
        set_bits(self.and(bits))
    }

    fn and(&self, bits: &[u64]) -> impl Iterator<Item = u64> {
        self.blocks
            .iter()
            .zip(bits)
            .map(|(block, bits)| block & bits)
    }

    /// In their order.
    pub(in crate::search) fn iter(&self) -> impl Iterator<Item = TextId> {
        set_bits(self.blocks.iter().copied())
    }
}

/// The texts whose bits are set, in their order.
#[inline]
pub(in crate::search) fn set_bits(
    blocks: impl Iterator<Item = u64>,
) -> impl Iterator<Item = TextId> {
    let blocks = (0..).step_by(64).zip(blocks);
    blocks.flat_map(|(first, block)| {
        let mut rest = block;
        std::iter::from_fn(move || {
            let next = (rest != 0).then(|| TextId(first + rest.trailing_zeros()))?;
            rest &= rest - 1;
            Some(next)
        })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn texts(of: usize, some: &BTreeSet<u32>) -> Texts {
        let mut texts = Texts::none(of);
        for &text in some {
            texts.add(TextId(text));
        }
        texts
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..Default::default() })]

        #[test]
        fn sets_of_texts_are_sets(
            one in proptest::collection::btree_set(0_u32..200, 0..60),
            other in proptest::collection::btree_set(0_u32..200, 0..60),
        ) {
            let mut both = texts(200, &one);
            prop_assert_eq!(both.count(), one.len());
            both.keep(&texts(200, &other));
            let expected: Vec<_> = one.intersection(&other).copied().map(TextId).collect();
            prop_assert_eq!(both.iter().collect::<Vec<_>>(), expected);
            let mut without = texts(200, &one);
            without.retain(|text| !other.contains(&text.0));
            let expected: Vec<_> = one.difference(&other).copied().map(TextId).collect();
            prop_assert_eq!(without.iter().collect::<Vec<_>>(), expected);
        }

        #[test]
        fn texts_are_told_by_the_number_of_sets_they_are_in(
            sets in proptest::collection::vec(
                proptest::collection::btree_set(0_u32..200, 0..60), 0..5),
        ) {
            let count = |text: &u32| sets.iter().filter(|set| set.contains(text)).count();
            let shared: Vec<_> = sets.iter().map(|set| Arc::new(texts(200, set))).collect();
            let in_some = Texts::in_some(&shared);
            prop_assert_eq!(in_some.len(), sets.len());
            for (least, told) in (1..).zip(in_some) {
                let expected: Vec<_> = (0..200).filter(|text| count(text) >= least).map(TextId).collect();
                prop_assert_eq!(told.iter().collect::<Vec<_>>(), expected);
            }
        }

        #[test]
        fn the_set_of_all_texts_has_each(of in 0_usize..300) {
            prop_assert_eq!(Texts::all(of).count(), of);
        }
    }
}
