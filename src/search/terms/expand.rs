//! From one word as typed to the words of the corpus that it may stand for.
//!
//! | way | quality | sure |
//! |---|---|---|
//! | the word itself | 1 | yes |
//! | it begins the word | .6 to .92, more the less is missing | yes |
//! | it begins the word and may still be typed | about as much as the word itself; of a letter or two next to nothing | yes |
//! | it is a letter or two, which are a word and may go on | .5 | yes |
//! | it is a short number that may still be typed | .6 | never |
//! | another form of the name | 1 | yes |
//! | the same number: `8`, `8th`; `5`, `five` | .9 | yes |
//! | the plural or the singular: `country`, `countries` | .9 | yes |
//! | they share a long beginning: `determine`, `determination` | .36 to .6 | if nothing better |
//! | a typing slip, two in long words | .75, .5 | if nothing better |
//! | a typing slip in a beginning | .4, .35 | if nothing better, of eight letters and more |
//! | letters left out: `hmntrn` | up to .65 | never |
//!
//! A sure way is what the reader meant as far as one can know. Of a word that the corpus knows, only
//! itself and its beginnings are; a word that it does not know was mistyped or inflected. Known words are
//! guessed at where little is found: where nothing is, by all that they may have been meant for, a slip at
//! half its quality. The qualities (`weights.rs`) were tuned on known items among Security Council paragraphs; what
//! matters is their order and that two fair matches beat one good one.

use std::collections::HashMap;
use std::sync::Arc;

use crate::search::index::concordance::Weighed;
use crate::search::query::WordEnd;
use crate::search::terms::beginnings::{add_beginnings, add_numerals, add_other_number};
use crate::search::terms::inflections::add_inflected;
use crate::search::terms::letters_left_out::{Letters, add_longer, lacks_vowels};
use crate::search::terms::slips::add_mistyped;
use crate::search::terms::ways::{Certainty, GatheredWays, Way, WayKind, is_number};
use crate::search::weights::EXACT;

/// Cached words; a session of typing needs a few dozen.
const MOST_CACHED: usize = 256;

/// How far to look, beyond where a word that is not known leads anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Effort {
    /// No further.
    Sure,
    /// For other forms of the word.
    Forms,
    /// For all that it may have been meant for.
    Guess,
}

/// Finds ways, and remembers them from key to key: typing changes the last word only.
#[derive(Debug, Default)]
pub(in crate::search) struct Expander {
    letters: Letters,
    cache: HashMap<(String, WordEnd), KnownWords>,
}

/// The ways of one word by the effort they took, those that were asked for.
type KnownWords = [Option<Arc<[Way]>>; 3];

impl Expander {
    /// The ways of a folded word, the best first.
    pub(in crate::search) fn ways(
        &mut self,
        words: Weighed<'_>,
        (word, end): (&str, WordEnd),
        effort: Effort,
    ) -> Arc<[Way]> {
        let key = (word.to_owned(), end);
        if self.cache.len() >= MOST_CACHED && !self.cache.contains_key(&key) {
            // Every word begins with a letter or two, and these stand for a good part of the words.
            self.cache.retain(|(word, _), _| word.len() <= 2);
        }
        let known = self.cache.entry(key).or_default();
        if let Some(ways) = &known[effort as usize] {
            return Arc::clone(ways);
        }
        let mut ways = GatheredWays::new(words);
        add_beginnings(&mut ways, (word, end));
        add_numerals(&mut ways, word);
        add_other_number(&mut ways, word);
        let is_unknown = ways.is_empty();
        if is_number(word) {
            // One digit off is another number.
        } else if is_unknown {
            add_meant(&mut ways, word, &self.letters);
        } else {
            add_others(&mut ways, word, effort, &self.letters);
        }
        let ways = ways.into_sorted();
        known[effort as usize] = Some(Arc::clone(&ways));
        if is_unknown || is_number(word) {
            known.fill(Some(Arc::clone(&ways)));
        }
        ways
    }

    /// The ways of the form of a name: the alias of the name, and what the form begins where it is another word.
    pub(in crate::search) fn named(
        &mut self,
        words: Weighed<'_>,
        word: &str,
        alias: &str,
    ) -> Arc<[Way]> {
        let key = (format!("{word}={alias}"), WordEnd::Typed);
        let known = self.cache.entry(key).or_default();
        let ways = known[Effort::Sure as usize].get_or_insert_with(|| {
            let mut ways = GatheredWays::new(words);
            if word != alias {
                add_beginnings(&mut ways, (word, WordEnd::Typed));
            }
            ways.add_exact(alias, WayKind::Name, EXACT, Certainty::Sure);
            ways.into_sorted()
        });
        Arc::clone(ways)
    }
}

/// Adds what a word may have been meant for that the corpus does not know.
fn add_meant(ways: &mut GatheredWays<'_>, word: &str, letters: &Letters) {
    // Without its vowels a word was cut down: it is no other form of a word, nor its beginning.
    if lacks_vowels(word) {
        add_mistyped(ways, word, WordEnd::Typed, 1.0, Certainty::Sure);
    } else {
        add_inflected(ways, word, Certainty::Sure);
        add_mistyped(ways, word, WordEnd::Open, 1.0, Certainty::Sure);
    }
    add_longer(ways, word, letters);
}

/// Adds what else a word may have been meant for that the corpus knows, as far as `effort` goes.
fn add_others(ways: &mut GatheredWays<'_>, word: &str, effort: Effort, letters: &Letters) {
    let is_cut_down = lacks_vowels(word);
    if effort != Effort::Sure && !is_cut_down {
        add_inflected(ways, word, Certainty::Guess);
    }
    if effort == Effort::Guess {
        let end = if is_cut_down {
            WordEnd::Typed
        } else {
            WordEnd::Open
        };
        let share = ways.words.weights.slip_of_known;
        add_mistyped(ways, word, end, share, Certainty::Guess);
        add_longer(ways, word, letters);
    }
}

#[cfg(test)]
mod tests {
    use super::Certainty::{Guess, Sure};
    use super::*;
    use crate::search::index::builder::Collector;
    use crate::search::index::vocabulary::{Entry, WordId};
    use crate::search::weights::Weights;

    fn ways(text: &str, word: &str, effort: Effort) -> Vec<(String, Certainty)> {
        let mut collector = Collector::default();
        collector.add(text);
        let (words, weights) = (collector.finish(&[]), Weights::default());
        let name = |id: WordId| {
            let mut entries = Entry::each(words.vocabulary.all());
            let entry = entries.find(|&entry| words.vocabulary.id(entry) == id);
            String::from_utf8_lossy(words.vocabulary.word(entry.unwrap())).into_owned()
        };
        let ways =
            Expander::default().ways(words.weighed(&weights), (word, WordEnd::Typed), effort);
        ways.iter()
            .map(|way| (name(way.word), way.certainty))
            .collect()
    }

    fn sure(text: &str, word: &str) -> Vec<String> {
        let ways = ways(text, word, Effort::Sure).into_iter();
        ways.filter(|way| way.1 == Sure).map(|way| way.0).collect()
    }

    #[test]
    fn a_word_finds_itself_before_what_it_begins() {
        assert_eq!(
            sure("rights righteous right wrong", "right"),
            ["right", "rights", "righteous"]
        );
    }

    #[test]
    fn an_unknown_word_finds_what_it_was_meant_for() {
        for (text, typed, meant) in [
            ("President Musharraf", "musharaf", "musharraf"),
            ("the determination", "determines", "determination"),
            ("organization", "organisa", "organization"),
            ("neighborly", "neighbou", "neighborly"),
            ("self-defence", "defenc", "defense"),
            ("the centre", "centr", "center"),
        ] {
            assert_eq!(sure(text, typed), [meant]);
        }
    }

    #[test]
    fn a_known_word_is_not_guessed_at_unless_asked() {
        let text = "secretary secretariat";
        assert_eq!(
            ways(text, "secretary", Effort::Sure),
            [("secretary".into(), Sure)]
        );
        let guessed = ways(text, "secretary", Effort::Guess);
        assert_eq!(
            guessed,
            [("secretary".into(), Sure), ("secretariat".into(), Guess)]
        );
    }

    #[test]
    fn letters_left_out_are_never_sure() {
        let found = ways("humanitarian", "hmntrn", Effort::Sure);
        assert_eq!(found, [("humanitarian".into(), Guess)]);
    }

    #[test]
    fn a_word_cut_down_to_its_consonants_is_no_other_form_nor_a_mistyped_beginning() {
        for (text, typed, meant) in [
            ("disaster district distribution", "dsstr", "disaster"),
            ("incorporate increase", "incrprt", "incorporate"),
            ("comprising", "cmprsng", "comprizing"),
            ("organisations", "orgnstns", "organizations"),
        ] {
            let found = ways(text, typed, Effort::Guess);
            assert_eq!(found, [(meant.into(), Guess)], "{typed}");
        }
    }

    #[test]
    fn a_slip_in_few_letters_makes_no_sure_beginning() {
        let found = ways("Poland", "golan", Effort::Sure);
        assert_eq!(found, [("poland".into(), Guess)]);
        assert_eq!(sure("humanitarian", "hunanita"), ["humanitarian"]);
    }

    #[test]
    fn three_letters_are_forgiven_an_exchange_only() {
        assert_eq!(sure("the technical tea", "teh"), ["the"]);
        assert_eq!(ways("independent", "idp", Effort::Guess), []);
    }

    #[test]
    fn a_slip_in_a_known_word_is_worth_less() {
        let worth = |text: &str| {
            let mut collector = Collector::default();
            collector.add(text);
            let (words, weights) = (collector.finish(&[]), Weights::default());
            let words = words.weighed(&weights);
            let ways = Expander::default().ways(words, ("form", WordEnd::Typed), Effort::Guess);
            ways.last().map(|way| way.quality)
        };
        assert_eq!(worth("from"), Some(0.75));
        assert_eq!(worth("form from"), Some(0.375));
    }

    #[test]
    fn the_plural_and_the_singular_are_one_as_surely() {
        for (text, typed) in [
            ("country countries", "country"),
            ("countries country", "countries"),
            ("child children", "child"),
            ("children child", "children"),
            ("crisis crises", "crises"),
            ("women woman", "women"),
        ] {
            let other = text.split(' ').find(|word| *word != typed).unwrap();
            assert!(sure(text, typed).contains(&other.to_owned()), "{typed}");
        }
        assert_eq!(sure("day daies essay", "day"), ["day"]);
        assert_eq!(
            sure("missions mission", "missions"),
            ["missions", "mission"]
        );
    }

    #[test]
    fn numbers_are_not_guessed() {
        assert_eq!(sure("the 8th of five 80 88", "8"), ["8th"]);
        assert_eq!(sure("the 8th of five 5 50", "5"), ["5", "five"]);
        assert_eq!(ways("1999 2000", "1998", Effort::Guess), []);
    }
}
