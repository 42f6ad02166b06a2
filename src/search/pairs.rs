//! Two words that are known as one: `cease fire`, where some text has `ceasefire` or `cease-fire`.

use rustc_hash::FxHashMap;

use super::intern::Interner;
use crate::order;

/// Set in the number of a compound where it stands behind its second part; it takes no position.
pub(super) const COMPOUND: u32 = 1 << 31;

/// Parts of a compound shorter than this, in bytes, are not looked for in text written apart.
const SHORTEST_PART: usize = 3;

#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// By both parts, see [`order::pair`].
    compounds: FxHashMap<u64, u32>,
    /// Whether a word is the first of a pair, and whether the second: most are not, and cost no look.
    parts: Vec<(bool, bool)>,
}

impl Pairs {
    /// Takes all words, and their order.
    pub(super) fn new(words: &Interner, order: &[u32]) -> Self {
        let mut pairs = Self {
            compounds: FxHashMap::default(),
            parts: vec![(false, false); order.len()],
        };
        // The words that the one at hand begins with stand before it, each begun with by the next.
        let mut beginnings: Vec<u32> = Vec::new();
        for &whole in order {
            let letters = words.word(whole);
            let begins_with = |&first: &u32| letters.starts_with(words.word(first));
            while beginnings.pop_if(|first| !begins_with(first)).is_some() {}
            for &first in &beginnings {
                let rest = &letters[words.word(first).len()..];
                if rest.len() >= SHORTEST_PART
                    && let Some(second) = words.get(rest)
                {
                    pairs.parts[first as usize].0 = true;
                    pairs.parts[second as usize].1 = true;
                    pairs.compounds.insert(order::pair(first, second), whole);
                }
            }
            if letters.len() >= SHORTEST_PART {
                beginnings.push(whole);
            }
        }
        pairs
    }

    /// Tells the words of a text, and behind each pair its compound.
    #[inline]
    pub(super) fn each(&self, text: &[u32], mut tell: impl FnMut(u32, bool)) {
        let mut before = 0;
        let mut begins = false;
        for (position, &code) in text.iter().enumerate() {
            let word = code & !COMPOUND;
            let is_compound = code & COMPOUND != 0;
            tell(word, is_compound);
            if is_compound {
                continue;
            }
            let (is_first, is_second) = self.parts[word as usize];
            if begins
                && is_second
                && text
                    .get(position + 1)
                    .is_none_or(|next| next & COMPOUND == 0)
                && let Some(&whole) = self.compounds.get(&order::pair(before, word))
            {
                tell(whole, true);
            }
            (before, begins) = (word, is_first);
        }
    }
}
