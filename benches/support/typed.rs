//! Invented words, and what is typed of them.

/// What syllables of a language begin with, and what they end in.
pub(crate) type Alphabet = [&'static [&'static str]; 2];

pub(crate) const LATIN: Alphabet = [
    &[
        "b", "d", "f", "g", "k", "l", "m", "n", "p", "pr", "r", "s", "t", "v",
    ],
    &[
        "a", "e", "i", "o", "u", "an", "er", "in", "on", "us", "ti", "al",
    ],
];

/// Words of one paragraph each; every third query has a slip, every third cut words.
pub(crate) fn queries(paragraphs: &[String], count: usize, random: &mut Random) -> Vec<String> {
    (0..count)
        .map(|kind| {
            let words: Vec<&str> = paragraphs[random.below(paragraphs.len())]
                .split_whitespace()
                .collect();
            let wanted = 2 + random.below(3);
            let mut chosen: Vec<Vec<char>> = (0..wanted)
                .map(|_| random.one_of(&words).chars().collect())
                .collect();
            match kind % 3 {
                1 => slip(&mut chosen[0]),
                2 => chosen.iter_mut().for_each(|word| word.truncate(4)),
                _ => {}
            }
            let words = chosen.iter().map(|word| word.iter().collect::<String>());
            words.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// The last letter comes second.
fn slip(word: &mut Vec<char>) {
    if let Some(last) = word.pop() {
        word.insert(word.len().min(1), last);
    }
}

/// What stands in the prompt after each key.
pub(crate) fn beginnings(query: &str) -> impl Iterator<Item = &str> {
    (1..=query.len()).filter_map(|end| query.get(..end))
}

/// Numbers that look drawn by lot, and are the same each time (splitmix64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    pub(crate) fn one_of<'t, T: ?Sized>(&mut self, choices: &[&'t T]) -> &'t T {
        choices[self.below(choices.len())]
    }

    /// A rank below `end`, the n-th drawn 1/n as often as the first.
    pub(crate) fn rank(&mut self, end: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        (end as f64).powf(share) as usize - 1
    }

    /// A word of two to four syllables.
    pub(crate) fn word(&mut self, [onsets, rhymes]: Alphabet) -> String {
        (0..2 + self.below(3))
            .flat_map(|_| [self.one_of(onsets), self.one_of(rhymes)])
            .collect()
    }
}
