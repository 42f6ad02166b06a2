//! Two words that are known as one: `cease fire`, where some text has `ceasefire` or `cease-fire`.

use foldhash::HashMap;

use super::intern::Interner;

/// Set in the number of a compound where it stands behind its second part; it takes no position.
pub(in crate::search) const COMPOUND: u32 = 1 << 31;

/// Parts of a compound shorter than this, in bytes, are not looked for in text written apart.
const SHORTEST_PART: usize = 3;

#[derive(Debug, Default)]
pub(in crate::search) struct Pairs {
    /// By first and second part.
    compounds: HashMap<(u32, u32), u32>,
    /// By first word, the last five bits of the numbers that its second words have, a bit each: most words
    /// are no pair, and cost no look.
    seconds: Vec<u32>,
}

impl Pairs {
    /// Takes all words, and their order.
    pub(in crate::search) fn new(words: &Interner, order: &[u32]) -> Self {
        let mut pairs = Self {
            compounds: HashMap::default(),
            seconds: vec![0; order.len()],
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
                    pairs.seconds[first as usize] |= 1 << (second % u32::BITS);
                    pairs.compounds.insert((first, second), whole);
                }
            }
            if letters.len() >= SHORTEST_PART {
                beginnings.push(whole);
            }
        }
        pairs
    }

    /// Gives the words of a text, and behind each pair its compound.
    #[inline]
    pub(in crate::search) fn each(&self, text: &[u32], mut tell: impl FnMut(u32, bool)) {
        let (mut before, mut seconds) = (0, 0);
        let mut rest = text.iter().copied().peekable();
        let mut compound = None;
        while let Some(code) = compound.take().or_else(|| rest.next()) {
            let word = code & !COMPOUND;
            let is_compound = code & COMPOUND != 0;
            tell(word, is_compound);
            if is_compound {
                continue;
            }
            let may_be_pair = seconds >> (word % u32::BITS) & 1 != 0;
            if may_be_pair && rest.peek().is_none_or(|next| next & COMPOUND == 0) {
                let whole = self.compounds.get(&(before, word));
                compound = whole.map(|whole| whole | COMPOUND);
            }
            (before, seconds) = (word, self.seconds[word as usize]);
        }
    }
}
