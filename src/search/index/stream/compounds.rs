//! Compounds: two words that are known as one. `cease fire` is, where some text has `ceasefire` or `cease-fire`.

use foldhash::HashMap;

use super::{StreamWord, WordKind};
use crate::search::index::aliases::forms::Forms;
use crate::search::index::intern::Interner;

/// What of a phrase ends at the word at hand of a text, and at the two positions before it: a bit for each part.
#[derive(Debug, Default)]
pub(in crate::search) struct PhraseEnds<B>([B; 3]);

impl<B: Copy + Default> PhraseEnds<B> {
    /// Goes on to the next word: what ends right before it. Nothing for an alias, as a phrase is looked for as it is
    /// printed.
    #[inline]
    pub(in crate::search) fn before(&mut self, kind: WordKind) -> Option<B> {
        let [here, before, two_before] = self.0;
        match kind {
            WordKind::Simple => {
                self.0 = [B::default(), here, before];
                Some(here)
            }
            WordKind::Compound => Some(two_before),
            WordKind::Alias(_) => None,
        }
    }

    /// What ends at the word at hand.
    #[inline]
    pub(in crate::search) fn here(&mut self) -> &mut B {
        &mut self.0[0]
    }
}

/// Parts of a compound shorter than this, in bytes, are not looked for in text written apart.
const SHORTEST_PART: usize = 3;

#[derive(Debug, Default)]
pub(in crate::search) struct Pairs {
    /// By first and second part.
    compounds: HashMap<(u32, u32), u32>,
    /// By first word, the last five bits of the numbers that its second words have, a bit each: most words
    /// are no pair, and cost no look.
    seconds: Vec<u32>,
    forms: Forms,
}

impl Pairs {
    /// Takes all words, and their order; and the forms of names.
    pub(in crate::search) fn new(words: &Interner, order: &[u32], forms: Forms) -> Self {
        let mut pairs = Self {
            compounds: HashMap::default(),
            seconds: vec![0; order.len()],
            forms,
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

    /// Calls `take` with each word of a text, after the two words of a pair with their compound, and after the form of a
    /// name with its alias.
    #[inline]
    pub(in crate::search) fn each(&self, text: &[StreamWord], mut take: impl FnMut(u32, WordKind)) {
        let (mut before, mut seconds) = (0, 0);
        for (at, code) in text.iter().enumerate() {
            let word = code.word();
            take(word, code.kind());
            if code.kind() != WordKind::Simple {
                continue;
            }
            let may_be_pair = seconds >> (word % u32::BITS) & 1 != 0;
            let is_simple = |next: &StreamWord| next.kind() == WordKind::Simple;
            if may_be_pair && text.get(at + 1).is_none_or(is_simple) {
                let whole = self.compounds.get(&(before, word));
                if let Some(&whole) = whole {
                    take(whole, WordKind::Compound);
                }
            }
            self.forms.each_ending(&text[..=at], |alias, words| {
                take(alias, WordKind::Alias(words));
            });
            (before, seconds) = (word, self.seconds[word as usize]);
        }
    }
}
