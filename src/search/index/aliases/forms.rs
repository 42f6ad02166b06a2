//! The forms of names in texts, while an index is built.

use foldhash::HashMap;

use super::definitions::Definition;
use super::{Aliases, key};
use crate::search::index::intern::Interner;
use crate::search::index::stream::{StreamWord, from_behind};
use crate::text::sorting::sort_by;

/// The forms of which all words are known.
#[derive(Debug, Default)]
pub(in crate::search) struct Forms {
    /// By word, whether it is the last one of a form: most are not, and cost no look.
    is_last: Vec<bool>,
    /// By the last word: the words before it, the last of them first, and the alias.
    by_last: HashMap<u32, Vec<(Vec<u32>, u32)>>,
}

impl Forms {
    /// Takes definitions, and gives numbers to those of their aliases that are no words yet.
    pub(in crate::search) fn new(words: &mut Interner, definitions: &[Definition]) -> Self {
        let mut forms = Self::default();
        for Definition { form, alias } in definitions {
            for form in in_both_numbers(form) {
                let known = form.iter().rev().map(|word| words.get(word.as_bytes()));
                let known: Option<Vec<u32>> = known.collect();
                if let Some((&last, before)) = known.as_deref().and_then(<[u32]>::split_first) {
                    let form = (before.to_vec(), words.intern(alias.as_bytes()));
                    let of_last = forms.by_last.entry(last).or_default();
                    if form != (Vec::new(), last) && !of_last.contains(&form) {
                        of_last.push(form);
                    }
                }
            }
        }
        forms.is_last = vec![false; words.len() as usize];
        for &last in forms.by_last.keys() {
            forms.is_last[last as usize] = true;
        }
        forms
    }

    /// Calls `take` with the alias of each form that ends with the last word of `text`, and the number of its words.
    #[inline]
    pub(in crate::search) fn each_ending(
        &self,
        text: &[StreamWord],
        mut take: impl FnMut(u32, u8),
    ) {
        let Some(last) = text.last().map(|last| last.word()) else {
            return;
        };
        if !self.is_last[last as usize] {
            return;
        }
        for (before, alias) in self.by_last.get(&last).into_iter().flatten() {
            let mut words = from_behind(text).skip(1);
            if before.iter().all(|&word| words.next() == Some(word)) {
                take(*alias, u8::try_from(before.len() + 1).unwrap_or(u8::MAX));
            }
        }
    }
}

/// A form, and where its last word is a plural the singular, or the other way round.
fn in_both_numbers(form: &[String]) -> [Vec<String>; 2] {
    let mut other = form.to_vec();
    if let Some(last) = other.last_mut() {
        match last.strip_suffix('s') {
            Some(singular) => *last = singular.to_owned(),
            None => last.push('s'),
        }
    }
    [form.to_vec(), other]
}

/// The names whose aliases some text has.
pub(in crate::search) fn aliases(
    definitions: &[Definition],
    has_texts: impl Fn(&str) -> bool,
) -> Aliases {
    let found: Vec<_> = definitions
        .iter()
        .filter(|of| has_texts(&of.alias))
        .collect();
    let forms = found.iter().map(|of| {
        let form = key(of.form.iter().map(String::as_str));
        (form, of.alias.clone())
    });
    let forms = forms.filter(|(form, _)| !form.is_empty()).collect();
    let mut all: Vec<String> = found.iter().map(|of| of.alias.clone()).collect();
    sort_by(&mut all, Ord::cmp);
    all.dedup();
    Aliases::new(forms, all)
}
