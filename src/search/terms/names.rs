//! Names of several forms in a query: words that are one become its alias, by which texts with each other are found.

use crate::search::index::aliases::{Aliases, telling};
use crate::search::query::{Asked, AskedPhrase, WordEnd};

/// The words of a query, where the form of a name is one word: its alias. A word that is a form by itself stays, and
/// knows its alias.
pub(in crate::search) fn named(aliases: &Aliases, asked: &[Asked]) -> Vec<Asked> {
    let telling = telling_words(aliases, asked);
    let words: Vec<&str> = telling.iter().map(|&(word, _)| word).collect();
    let (mut named, mut read, mut at) = (Vec::new(), 0, 0);
    while let Some(&(_, first)) = telling.get(at) {
        let found = aliases.find(&words[at..]).and_then(|(count, alias)| {
            let last = telling[at + count - 1].1;
            let is_whole = telling.get(at + count).is_none_or(|next| next.1 > last);
            is_whole.then_some((last, alias))
        });
        let (last, alias) = found.map_or((first, None), |(last, alias)| (last, Some(alias)));
        named.extend_from_slice(&asked[read..first]);
        match alias {
            Some(alias) => named.push(as_name(&asked[first..=last], alias)),
            None => named.push(asked[first].clone()),
        }
        read = last + 1;
        while telling.get(at).is_some_and(|next| next.1 < read) {
            at += 1;
        }
    }
    named.extend_from_slice(&asked[read..]);
    named
}

/// A word whose end is open, or a phrase that is the form of a name, as what is asked for; none for another phrase.
pub(in crate::search) fn named_phrase(aliases: &Aliases, phrase: &AskedPhrase) -> Option<Asked> {
    if phrase.end == WordEnd::Typed {
        return None;
    }
    let asked = phrase.words.iter().map(|word| Asked {
        word: word.clone(),
        typed: word.clone(),
        alias: None,
        linked: false,
        chunk: 0,
        end: WordEnd::Typed,
    });
    let mut named = named(aliases, &asked.collect::<Vec<_>>());
    named.pop().filter(|_| named.is_empty())
}

/// The words by which forms are told, each with the position of the word that was asked. The alias of a name stands
/// for its form: `UN` in `UN mission in Sudan`.
fn telling_words<'a>(aliases: &'a Aliases, asked: &'a [Asked]) -> Vec<(&'a str, usize)> {
    let mut words = Vec::new();
    for (position, asked) in asked.iter().enumerate() {
        match aliases.only_form(&asked.word) {
            Some(form) => words.extend(form.split(' ').map(|word| (word, position))),
            None => words.extend(telling(&asked.word).map(|word| (word, position))),
        }
    }
    words
}

/// Words that are the form of a name, as one.
fn as_name(form: &[Asked], alias: &str) -> Asked {
    let typed: Vec<&str> = form.iter().map(|asked| asked.typed.as_str()).collect();
    let own = match form {
        [only] => &only.word,
        _ => alias,
    };
    Asked {
        word: own.to_owned(),
        typed: typed.join(" "),
        alias: (own != alias || form.len() > 1).then(|| alias.to_owned()),
        linked: false,
        chunk: form.first().map_or(0, |first| first.chunk),
        end: form.last().map_or(WordEnd::Typed, |last| last.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::{AnnexWord, Query};

    #[test]
    fn the_forms_of_names_are_read_as_one_word() {
        let forms = [
            ("united nation", "un"),
            ("united nation mission sudan", "unmis"),
            ("cote ivoire", "ivorycoast"),
            ("ivory coast", "ivorycoast"),
            ("myanmar", "burma"),
        ];
        let forms = forms.map(|(form, alias)| (form.to_owned(), alias.to_owned()));
        let aliases = Aliases::new(forms.into(), Vec::new());
        for (query, read) in [
            ("UNMIS patrols", "unmis patrols"),
            (
                "patrols of the United Nations Mission in Sudan",
                "patrols of the unmis",
            ),
            (
                "the UN mission in sudan and the Ivory Coast",
                "the unmis and the ivorycoast",
            ),
            ("Côte d'Ivoire UN", "ivorycoast un"),
            ("united states mission", "united states mission"),
            ("ivory of the coast trade", "ivorycoast trade"),
            ("Myanmar", "myanmar=burma"),
        ] {
            let query = Query::read(query, AnnexWord::Narrows);
            let named = named(&aliases, &query.words);
            let words = named.iter().map(|asked| match &asked.alias {
                Some(alias) if *alias != asked.word => format!("{}={alias}", asked.word),
                _ => asked.word.clone(),
            });
            assert_eq!(words.collect::<Vec<_>>().join(" "), read);
        }
    }
}
