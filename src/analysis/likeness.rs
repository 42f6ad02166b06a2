//! How alike two wordings are: by the words that they have in common in the same order, where a word counts the more
//! the fewer texts have it.
//!
//! Among the measures that were tried on pairs of paragraphs which people had read side by side (shingles, runs, plain
//! counts), this one told best which are two wordings of one text. What it can't tell is the same said in other words.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts become weights, of which three digits matter"
)]

use super::words::{key, pieces};

/// Texts as rows of words, and what each word weighs.
pub(super) struct WeighedTexts {
    /// What a word weighs, by its number.
    weights: Vec<f32>,
    all: Vec<WeighedText>,
}

/// A text as the numbers of its words.
struct WeighedText {
    words: Vec<u32>,
    /// The same in order.
    sorted: Vec<u32>,
    weight: f32,
}

/// The most cells of a table of two texts, 16 MB: paragraphs of 2,000 words each. Of longer ones it is not told which words
/// they have in common, only how much.
const CELLS: usize = 4 << 20;

/// Stands for a word that a third text has, and is no word of any.
const SHARED: u32 = u32::MAX;

/// How alike two wordings are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct CommonShare {
    /// What they have in common of both together, from 0 to 1.
    pub(super) of_both: f32,
    /// What they have in common of the shorter one, from 0 to 1.
    pub(super) of_shorter: f32,
}

impl WeighedTexts {
    /// Reads some texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let keys: Vec<Vec<u64>> = texts.map(keys).collect();
        let mut words: Vec<u64> = keys.iter().flat_map(|text| distinct(text)).collect();
        words.sort_unstable();
        let texts = keys.len() as f32;
        let (mut known, mut weights) = (Vec::new(), Vec::new());
        for alike in words.chunk_by(|one, other| one == other) {
            known.extend(alike.first());
            weights.push(libm::logf((texts + 1.0) / alike.len() as f32));
        }
        let number = |key: &u64| {
            let place = known.binary_search(key).unwrap_or_default();
            u32::try_from(place).unwrap_or_default()
        };
        let wording =
            |keys: &Vec<u64>| WeighedText::new(keys.iter().map(number).collect(), &weights);
        let all = keys.iter().map(wording).collect();
        Self { weights, all }
    }

    /// Takes texts whose words have numbers, and what each word weighs.
    pub(super) fn of_words(texts: impl Iterator<Item = Vec<u32>>, weights: Vec<f32>) -> Self {
        let all = texts.map(|words| WeighedText::new(words, &weights));
        Self {
            all: all.collect(),
            weights,
        }
    }

    /// How alike two of them are. Those of which less than `least` of the shorter one is in the other are not looked at
    /// closely: they are not alike at all.
    pub(super) fn likeness(&self, one: usize, other: usize, least: f32) -> CommonShare {
        let (one, other) = (&self.all[one], &self.all[other]);
        let share = |common: f32| CommonShare::of(common, one, other);
        if share(self.in_any_order(one, other)).of_shorter < least {
            return CommonShare::default();
        }
        share(self.in_order(&one.words, &other.words))
    }

    /// What two of them have in common in whatever order.
    pub(super) fn likeness_in_any_order(&self, one: usize, other: usize) -> CommonShare {
        let (one, other) = (&self.all[one], &self.all[other]);
        CommonShare::of(self.in_any_order(one, other), one, other)
    }

    /// Whether two of them are the same words but for numbers.
    pub(super) fn are_one(&self, one: usize, other: usize) -> bool {
        self.all[one].words == self.all[other].words
    }

    /// How much of a text is in what another one has beside a third, from 0 to 1, and the most words in a row of it.
    pub(super) fn within_rest(&self, part: usize, of: usize, beside: usize) -> (f32, usize) {
        let part = &self.all[part];
        let rest = self.rest(&self.all[of].words, &self.all[beside].words);
        let share = self.in_order(&part.words, &rest) / part.weight.max(f32::MIN_POSITIVE);
        (share, longest_run(&part.words, &rest))
    }

    /// The weight of the words that two have in common, in whatever order.
    fn in_any_order(&self, one: &WeighedText, other: &WeighedText) -> f32 {
        let mut rest = other.sorted.iter().peekable();
        let mut common = 0.0;
        for word in &one.sorted {
            while rest.next_if(|other| *other < word).is_some() {}
            if rest.next_if_eq(&word).is_some() {
                common += self.weight(*word);
            }
        }
        common
    }

    /// The weight of the heaviest words that two have in common in the same order.
    fn in_order(&self, one: &[u32], other: &[u32]) -> f32 {
        let mut row = vec![0.0; other.len() + 1];
        for word in one {
            self.step(*word, other, &mut row);
        }
        row.last().copied().unwrap_or_default()
    }

    /// Takes a further word of one text into the row that has, for each beginning of the other, what they share.
    fn step(&self, word: u32, other: &[u32], row: &mut [f32]) {
        let weight = self.weight(word);
        let (mut left, mut above_left) = (0.0_f32, 0.0_f32);
        for (cell, other) in row[1..].iter_mut().zip(other) {
            let above = *cell;
            // None is no number: a comparison is half of what `max` takes.
            left = if word == *other {
                above_left + weight
            } else if left < above {
                above
            } else {
                left
            };
            *cell = left;
            above_left = above;
        }
    }

    /// The words of a text with [`SHARED`] for those that another one has in the same order.
    fn rest(&self, of: &[u32], beside: &[u32]) -> Vec<u32> {
        let mut rest = of.to_vec();
        for (at, _) in self.matches(of, beside) {
            rest[at] = SHARED;
        }
        rest
    }

    /// How alike two of them are by words that at least `run` in a row share.
    pub(super) fn likeness_in_runs(&self, one: usize, other: usize, run: usize) -> CommonShare {
        let (one, other) = (&self.all[one], &self.all[other]);
        if is_long(&one.words, &other.words) {
            return CommonShare::of(self.in_order(&one.words, &other.words), one, other);
        }
        let matches = self.matches(&one.words, &other.words);
        let is_next = |one: &(usize, usize), next: &(usize, usize)| {
            (one.0, one.1) == (next.0 + 1, next.1 + 1)
        };
        let runs = matches.chunk_by(is_next).filter(|words| words.len() >= run);
        let words = runs.flatten().map(|&(at, _)| self.weight(one.words[at]));
        CommonShare::of(words.sum(), one, other)
    }

    /// The positions of the heaviest words that two texts have in common in the same order, the last first; none of long
    /// texts.
    fn matches(&self, one: &[u32], other: &[u32]) -> Vec<(usize, usize)> {
        if is_long(one, other) {
            return Vec::new();
        }
        let mut rows = vec![vec![0.0; one.len() + 1]];
        for word in other {
            let mut row = rows.last().cloned().unwrap_or_default();
            self.step(*word, one, &mut row);
            rows.push(row);
        }
        let mut matches = Vec::new();
        let (mut at, mut row) = (one.len(), other.len());
        while row > 0 && at > 0 {
            // Words are taken together where they can be, so that those in a row stay so.
            if other[row - 1] == one[at - 1] {
                (at, row) = (at - 1, row - 1);
                matches.push((at, row));
            } else if rows[row][at] <= rows[row - 1][at] {
                row -= 1;
            } else {
                at -= 1;
            }
        }
        matches
    }

    fn weight(&self, word: u32) -> f32 {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }

    /// The most words in a row that two have in common.
    pub(super) fn longest_run(&self, one: usize, other: usize) -> usize {
        longest_run(&self.all[one].words, &self.all[other].words)
    }
}

impl CommonShare {
    /// The mean of both shares: a text that is all in a longer one is like it.
    pub(super) fn mean(self) -> f32 {
        self.of_both.midpoint(self.of_shorter)
    }

    /// That of two texts that have words of this weight in common.
    fn of(common: f32, one: &WeighedText, other: &WeighedText) -> Self {
        Self {
            of_both: 2.0 * common / (one.weight + other.weight).max(f32::MIN_POSITIVE),
            of_shorter: common / one.weight.min(other.weight).max(f32::MIN_POSITIVE),
        }
    }
}

impl WeighedText {
    fn new(words: Vec<u32>, weights: &[f32]) -> Self {
        let mut sorted = words.clone();
        sorted.sort_unstable();
        let weight = words.iter().map(|&word| weights[word as usize]).sum();
        Self {
            words,
            sorted,
            weight,
        }
    }
}

/// Whether a table of two texts would have too many cells.
fn is_long(one: &[u32], other: &[u32]) -> bool {
    one.len().saturating_mul(other.len()) > CELLS
}

/// The most in a row that two lists have in common.
pub(super) fn longest_run<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let mut runs = vec![0; other.len() + 1];
    let mut longest = 0;
    for word in one {
        // From behind, so that a run goes on from that of the word before.
        for (at, other) in other.iter().enumerate().rev() {
            runs[at + 1] = if word == other { runs[at] + 1 } else { 0 };
            longest = longest.max(runs[at + 1]);
        }
    }
    longest
}

fn keys(text: &str) -> Vec<u64> {
    let pieces = pieces(text).into_iter();
    pieces.filter_map(|piece| key(text.get(piece)?)).collect()
}

fn distinct(keys: &[u64]) -> Vec<u64> {
    let mut distinct = keys.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] = [
        "Urges all parties to protect the lakes of the north;",
        "Urges all the parties to protect the lakes;",
        "Decides to meet again;",
        "Urges all parties to protect the lakes of the north and to count the boats on them each year;",
    ];

    #[test]
    fn what_is_alike_has_words_in_common_in_the_same_order() {
        let wordings = WeighedTexts::of(TEXTS.into_iter());
        let likeness = |one, other| wordings.likeness(one, other, 0.0).of_both;
        assert!((likeness(0, 0) - 1.0).abs() < 1e-5);
        assert!(likeness(0, 1) > 0.6 && likeness(0, 1) < 1.0);
        assert!(likeness(0, 2) < 0.2);
        assert!((likeness(1, 3) - likeness(3, 1)).abs() < 1e-5);
    }

    #[test]
    fn what_is_hardly_in_another_is_not_looked_at() {
        let wordings = WeighedTexts::of(TEXTS.into_iter());
        assert_eq!(wordings.likeness(0, 2, 0.5), CommonShare::default());
    }

    #[test]
    fn long_texts_are_told_without_a_table_of_their_words() {
        let long = "the boats of the north ".repeat(600);
        let weighed = WeighedTexts::of([&*long, &long, TEXTS[2]].into_iter());
        let words = &weighed.all[0].words;
        assert!(is_long(words, words) && weighed.matches(words, words).is_empty());
        assert!((weighed.likeness_in_runs(0, 1, 3).of_both - 1.0).abs() < 1e-3);
        assert!(weighed.within_rest(2, 0, 1).0 < 0.01);
    }

    #[test]
    fn what_a_text_has_beside_a_third_is_its_rest() {
        let texts = [
            &TEXTS[..],
            &["Decides to count the boats on them each year;"],
        ]
        .concat();
        let wordings = WeighedTexts::of(texts.into_iter());
        let (share, run) = wordings.within_rest(4, 3, 0);
        assert!(share > 0.6 && run == 8, "{share} {run}");
        assert_eq!(wordings.within_rest(1, 3, 0).1, 1);
    }
}
