//! Names of several forms: an acronym and what it stands for, a common name and the official one.
//!
//! A text with one form of a name is found by each other. To that end every name has an alias, its acronym or a word
//! made for it, and each of its forms in a text is followed in the index by that alias: one word, which stands in as many
//! texts as all forms together. A query's words that are a form of a name become the alias ([`Aliases::find`]).
//!
//! The names are those that the corpus defines itself, and those of `data/names.txt` (`definitions`).

use std::ops::Range;

use crate::text::block::{self, Saved};
use crate::text::sorting::sort_by;

pub(in crate::search) mod definitions;
pub(in crate::search) mod forms;

/// The names of which some text has a form.
#[derive(Debug, Default)]
pub(in crate::search) struct Aliases {
    /// Each form as a [`key`], with its alias, in the order of the keys.
    by_form: Vec<(String, String)>,
    /// The positions of the same, in the order of the aliases.
    by_alias: Vec<usize>,
    /// All aliases that stand in texts: also those of names that no query is read as.
    all: Vec<String>,
}

impl Aliases {
    /// Takes forms as [keys](key), each with its alias, and all aliases.
    pub(in crate::search) fn new(mut by_form: Vec<(String, String)>, all: Vec<String>) -> Self {
        sort_by(&mut by_form, Ord::cmp);
        by_form.dedup_by(|again, first| again.0 == first.0);
        let mut by_alias: Vec<usize> = (0..by_form.len()).collect();
        sort_by(&mut by_alias, |&one, &other| {
            by_form[one].1.cmp(&by_form[other].1)
        });
        Self {
            by_form,
            by_alias,
            all,
        }
    }

    pub(in crate::search) fn save(&self, body: &mut Vec<u8>) {
        block::put(body, self.by_form.len());
        for (form, alias) in &self.by_form {
            block::put_text(body, form);
            block::put_text(body, alias);
        }
        block::put(body, self.all.len());
        for alias in &self.all {
            block::put_text(body, alias);
        }
    }

    pub(in crate::search) fn load(saved: &mut Saved<'_>) -> Option<Self> {
        let text = |saved: &mut Saved<'_>| saved.text().map(str::to_owned);
        let by_form = saved.list(|saved| Some((text(saved)?, text(saved)?)))?;
        Some(Self::new(by_form, saved.list(text)?))
    }

    /// The aliases that stand in texts.
    pub(in crate::search) fn all(&self) -> &[String] {
        &self.all
    }

    /// The form of a name that has one, and which this word is the alias of.
    pub(in crate::search) fn only_form(&self, alias: &str) -> Option<&str> {
        let of = |&position: &usize| self.by_form[position].1.as_str();
        let start = self.by_alias.partition_point(|at| of(at) < alias);
        let mut forms = self.by_alias[start..].iter();
        let first = forms.next().filter(|at| of(at) == alias)?;
        let is_only = forms.next().is_none_or(|at| of(at) != alias);
        is_only.then(|| self.by_form[*first].0.as_str())
    }

    /// The longest run of words, all of them [telling](key), at the beginning of `words` that is a form of a name: how many
    /// they are, and the alias.
    pub(in crate::search) fn find(&self, words: &[&str]) -> Option<(usize, &str)> {
        let mut among = 0..self.by_form.len();
        let (mut key, mut longest) = (String::new(), None);
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                key.push(' ');
            }
            key.push_str(word);
            among = self.beginning_with(&key, among);
            let Some(first) = self.by_form.get(among.clone()).and_then(<[_]>::first) else {
                break;
            };
            if first.0 == key {
                longest = Some((at + 1, first.1.as_str()));
            }
        }
        longest
    }

    fn beginning_with(&self, key: &str, among: Range<usize>) -> Range<usize> {
        let forms = &self.by_form[among.clone()];
        let start = forms.partition_point(|(form, _)| form.as_str() < key);
        let count = forms[start..].partition_point(|(form, _)| form.starts_with(key));
        among.start + start..among.start + start + count
    }

    /// How many bytes the table takes.
    pub(in crate::search) fn size(&self) -> usize {
        let letters = self
            .by_form
            .iter()
            .map(|(form, alias)| form.len() + alias.len());
        letters.sum::<usize>() + self.all.iter().map(String::len).sum::<usize>()
    }
}

/// What a form is compared by: its telling words, without the plural's `s`.
pub(in crate::search) fn key<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.filter_map(telling).collect();
    words.join(" ")
}

/// What a folded word is compared by in the form of a name; none of the small words, which readers leave out.
pub(in crate::search) fn telling(word: &str) -> Option<&str> {
    const SMALL: [&str; 11] = [
        "and", "at", "d", "de", "for", "in", "of", "on", "the", "to", "with",
    ];
    let singular = word.strip_suffix('s').filter(|word| word.len() > 3);
    (!SMALL.contains(&word)).then_some(singular.unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_is_found() {
        let forms = [
            ("african union", "au"),
            ("african union mission somalia", "amisom"),
            ("union", "u"),
        ];
        let owned = forms.map(|(form, alias)| (form.to_owned(), alias.to_owned()));
        let aliases = Aliases::new(owned.into(), Vec::new());
        for (query, found) in [
            ("african union mission somalia", Some((4, "amisom"))),
            ("african union mission sudan", Some((2, "au"))),
            ("african states", None),
            ("union mission", Some((1, "u"))),
        ] {
            let words: Vec<&str> = query.split(' ').collect();
            assert_eq!(aliases.find(&words), found, "{query}");
        }
        assert_eq!(aliases.only_form("au"), Some("african union"));
    }

    #[test]
    fn small_words_and_plurals_do_not_tell() {
        let words = "small arms and light weapons in the region".split(' ');
        assert_eq!(key(words), "small arms light weapon region");
    }
}
