//! How well letters stand for one word that has them all in their order, by what was left out between them.
//!
//! The only file that names the matcher. It is asked about single folded words, where a subsequence
//! means something; over whole paragraphs it "finds" nearly everything.

use super::is_vowel;
use crate::search::weights::Weights;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Scores letters against words. Holds the matcher's working memory, so keep one.
#[derive(Default)]
pub(in crate::search) struct Letters {
    matcher: SkimMatcherV2,
}

impl std::fmt::Debug for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letters")
    }
}

impl Letters {
    /// How well `letters` stand for `word`, both folded: 1 for the word itself, none where the letters
    /// do not all stand in it in their order.
    pub(in crate::search) fn score(
        &self,
        weights: &Weights,
        word: &str,
        letters: &str,
    ) -> Option<f32> {
        let (_, chosen) = self.matcher.fuzzy_indices(word, letters)?;
        let last = chosen.last().copied()?;
        let mut chosen = chosen.into_iter().peekable();
        let mut cost = 0.0;
        for (position, letter) in word.chars().enumerate() {
            if chosen.next_if_eq(&position).is_some() {
                continue;
            }
            let left_out = if is_vowel(letter) {
                weights.lost_vowel
            } else {
                weights.lost_consonant
            };
            cost += if position > last {
                left_out * weights.untyped_tail
            } else {
                left_out
            };
        }
        Some((1.0 - cost).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(word: &str, letters: &str) -> Option<f32> {
        Letters::default().score(&Weights::default(), word, letters)
    }

    #[test]
    fn a_word_stands_for_itself() {
        assert_eq!(score("simla", "simla"), Some(1.0));
        assert_eq!(score("北京", "北京"), Some(1.0));
    }

    #[test]
    fn letters_out_of_order_do_not_match() {
        assert_eq!(score("simla", "smal"), None);
        assert_eq!(score("", "a"), None);
    }

    #[test]
    fn vowels_are_left_out_more_cheaply_than_consonants() {
        assert!(score("humanitarian", "hmntrn") > score("humanitarian", "uaiaia"));
        assert!(score("settlement", "sttlmnt") > score("settlement", "seteme"));
    }
}
