//! Where names of several forms are defined: in the texts, as `Interim Force in Lebanon (UNIFIL)`, and in a list of common ones.

use foldhash::{HashMap, HashSet};

use super::telling;
use crate::search::index::intern::{Interner, Spellings};
use crate::search::words::tokens;
use crate::text::sorting::sort_by;

/// Names in common use, which texts don't define.
const COMMON: &str = include_str!("../../../../data/names.txt");

/// The most words before an acronym that it is taken to stand for.
pub(in crate::search) const MOST_WORDS: usize = 12;

/// A form of a name, and its alias: folded words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct Definition {
    pub(in crate::search) form: Vec<String>,
    pub(in crate::search) alias: String,
}

/// The definitions that texts give.
#[derive(Debug, Default)]
pub(in crate::search) struct Definitions {
    /// Acronyms, each with words before it in which its letters stand.
    spelled: HashSet<(String, Vec<u32>)>,
    /// Acronyms that are not made of the first letters, as of a name in another language: with the words that stood
    /// before each of them whenever it was defined, and how often it was.
    agreed: HashMap<String, (Vec<u32>, usize)>,
}

impl Definitions {
    /// Reads a definition: an acronym, a printed word with a number, that stands in brackets behind some words.
    pub(in crate::search) fn read(
        &mut self,
        words: &Interner,
        before: &[u32],
        (printed, acronym): (&str, u32),
    ) {
        let mut letters = String::from_utf8_lossy(words.word(acronym)).into_owned();
        if printed.ends_with('s') && letters.pop().is_some() {
            self.spelled.insert((letters.clone(), vec![acronym]));
        }
        let spelled: Vec<_> = before
            .iter()
            .map(|&word| String::from_utf8_lossy(words.word(word)))
            .collect();
        let first = initials_from(&spelled, &letters).or_else(|| spelled_from(&spelled, &letters));
        if let Some(first) = first {
            self.spelled.insert((letters, before[first..].to_vec()));
            return;
        }
        let (agreed, count) = self
            .agreed
            .entry(letters)
            .or_insert_with(|| (before.to_vec(), 0));
        let same = agreed.iter().rev().zip(before.iter().rev());
        let same = same.take_while(|(one, other)| one == other).count();
        if same >= LEAST_AGREED {
            agreed.drain(..agreed.len() - same);
            *count += 1;
        }
    }

    /// All definitions, those of the list of common names first.
    pub(in crate::search) fn all(&self, spellings: &Spellings) -> Vec<Definition> {
        let words = &spellings.words;
        let text = |&word: &u32| String::from_utf8_lossy(words.word(word)).into_owned();
        let spelled = self.spelled.iter().map(|(acronym, form)| (acronym, form));
        let agreed = self.agreed.iter();
        let agreed = agreed.filter(|(_, (_, count))| *count >= 2);
        let agreed = agreed.map(|(acronym, (form, _))| (acronym, form));
        let defined = spelled.chain(agreed).map(|(acronym, form)| Definition {
            form: form
                .iter()
                .map(text)
                .skip_while(|word| telling(word).is_none())
                .collect(),
            alias: acronym.clone(),
        });
        let mut defined: Vec<_> = defined.collect();
        sort_by(&mut defined, Ord::cmp);
        let common = common().into_iter().chain(defined);
        common.filter(|of| !is_usual(spellings, of)).collect()
    }
}

/// Fewer words than this that stand before an acronym time and again are no name.
const LEAST_AGREED: usize = 3;

/// Where the words begin whose first letters an acronym is, small words left out or not.
fn initials_from<W: AsRef<str>>(before: &[W], acronym: &str) -> Option<usize> {
    let mut letters = acronym.chars().rev().peekable();
    for (at, word) in before.iter().enumerate().rev() {
        let word = word.as_ref();
        if letters
            .next_if(|&letter| word.starts_with(letter))
            .is_none()
            && telling(word).is_some()
        {
            return None;
        }
        if letters.peek().is_none() {
            return (at + 1 < before.len()).then_some(at);
        }
    }
    None
}

/// Where the words begin that an acronym stands for: the fewest in which its letters stand in their order, the first of
/// them at the beginning of a word. (The rule of Schwartz and Hearst, 2003.)
fn spelled_from<W: AsRef<str>>(before: &[W], acronym: &str) -> Option<usize> {
    let words = before.iter().enumerate();
    let letters = words.flat_map(|(word, letters)| {
        let letters = letters.as_ref().chars().enumerate();
        letters.map(move |(nth, letter)| (letter, (nth == 0).then_some(word)))
    });
    let letters: Vec<(char, Option<usize>)> = letters.collect();
    let mut at = letters.len();
    for (offset, wanted) in acronym.char_indices().rev() {
        let is_it = |&(letter, begins): &(char, Option<usize>)| {
            letter == wanted && (offset > 0 || begins.is_some())
        };
        at = letters[..at].iter().rposition(is_it)?;
    }
    let first = letters.get(at)?.1?;
    let count = before.len() - first;
    let most = acronym.chars().count();
    (count > 1 && count <= (most * 2).min(most + 5)).then_some(first)
}

/// Whether the alias of a name is rather a word of another meaning, which is no rarer than the name: `who`.
fn is_usual(spellings: &Spellings, definition: &Definition) -> bool {
    let uses = |word: &String| spellings.uses(word.as_bytes());
    let [small, capitals] = uses(&definition.alias);
    let of_form = definition
        .form
        .iter()
        .map(|word| uses(word).iter().sum::<u32>());
    definition.alias.len() <= LONGEST_USUAL && small > capitals + of_form.min().unwrap_or(0)
}

/// Longer aliases, in bytes, are no words of another meaning.
const LONGEST_USUAL: usize = 4;

/// The names of the list.
fn common() -> Vec<Definition> {
    let lines = COMMON.lines().filter(|line| !line.starts_with('#'));
    let names = lines.map(|line| line.split(" = ").map(tokens::words));
    let names = names.flat_map(|forms| {
        let forms: Vec<Vec<String>> = forms.collect();
        let alias = forms.first().map(|form| form.concat()).unwrap_or_default();
        let is_other = |form: &Vec<String>| !form.is_empty() && *form != [&*alias];
        let others: Vec<_> = forms.into_iter().filter(is_other).collect();
        others.into_iter().map(move |form| Definition {
            form,
            alias: alias.clone(),
        })
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acronym_stands_for_the_words_that_spell_it() {
        for (before, acronym, first) in [
            (
                "of the united nations interim force in lebanon",
                "unifil",
                Some(2),
            ),
            (
                "the economic community of west african states",
                "ecowas",
                Some(1),
            ),
            (
                "organization mission in the republic of the congo",
                "monuc",
                Some(1),
            ),
            (
                "united nations stabilization mission in haiti",
                "minustah",
                None,
            ),
            ("of the permanent representative of chad", "xyz", None),
            ("union", "u", None),
        ] {
            let before: Vec<&str> = before.split(' ').collect();
            assert_eq!(spelled_from(&before, acronym), first, "{acronym}");
        }
    }

    #[test]
    fn first_letters_come_before_any_letters() {
        let before: Vec<&str> = "the disarmament demobilization and reintegration"
            .split(' ')
            .collect();
        assert_eq!(initials_from(&before, "ddr"), Some(1));
        assert_eq!(initials_from(&before, "dm"), None);
        assert_eq!(spelled_from(&before, "ddr"), Some(2));
    }

    #[test]
    fn every_line_of_the_list_is_a_name_of_two_forms() {
        for line in COMMON
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            assert!(line.contains(" = "), "{line}");
        }
        let first = common().into_iter().next().unwrap();
        assert_eq!(
            (first.form.concat().as_str(), first.alias.as_str()),
            ("democraticrepublicofthecongo", "drc")
        );
    }
}
