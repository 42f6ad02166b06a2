//! Rare spellings of names: `Huthi` finds what `Houthi` does, where that is far commoner.
//!
//! A word is widened to one that begins and sounds alike, is about as long and stands in far more texts; and only where
//! both are printed as names, so that no word of the language becomes another.

use std::sync::Arc;

use crate::search::answer::Searched;
use crate::search::answer::latest::Latest;
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::terms::ways::{Certainty, Way, WayKind, exact};
use crate::search::weights::FAR_COMMONER;
use crate::search::words::likeness::sound;
use crate::search::words::tokens::Tokens;

/// Words kept from key to key, with the spelling that each is widened to.
pub(in crate::search) type Widenings = Latest<String, Option<Way>, 32>;

/// How many letters one spelling of a name may have more than another.
const LETTERS: usize = 2;

/// The commoner spelling of a name, where a folded word is a rare one.
pub(in crate::search) fn commoner(
    widenings: &mut Widenings,
    searched: Searched<'_>,
    word: &str,
) -> Arc<Option<Way>> {
    widenings.get(word.to_owned(), |word| {
        let words = searched.words();
        let own = exact(&words, word)?;
        let sound_of = sound(word)?;
        let count = |word: WordId| words.postings.count(word);
        // A look at how many texts have a word costs next to nothing: few are left of which more is asked.
        let is_likelier = |other: WordId| count(other) >= FAR_COMMONER * count(own);
        let mut best: Option<WordId> = None;
        for entry in Entry::each(words.vocabulary.beginning_with(first_letter(word))) {
            let (id, other) = (words.vocabulary.id(entry), words.vocabulary.word(entry));
            let is_near = other.len().abs_diff(word.len()) <= LETTERS;
            if is_near
                && is_likelier(id)
                && best.is_none_or(|best| count(best) < count(id))
                && str::from_utf8(other).is_ok_and(|other| sound(other).as_ref() == Some(&sound_of))
            {
                best = Some(id);
            }
        }
        let are_names = |other: &WordId| [own, *other].iter().all(|&id| is_name(searched, id));
        best.filter(are_names).map(|word| Way {
            word,
            quality: words.weights.numeral,
            certainty: Certainty::Sure,
            kind: WayKind::Name,
        })
    })
}

fn first_letter(word: &str) -> &[u8] {
    let end = word.chars().next().map_or(0, char::len_utf8);
    &word.as_bytes()[..end]
}

/// Whether a word has a capital where it is printed first.
fn is_name(searched: Searched<'_>, word: WordId) -> bool {
    let words = searched.words();
    let paragraphs = &searched.index.paragraphs;
    let mut first = None;
    words.postings.each(word, |text| {
        first = first.or(Some(text));
    });
    let Some(text) = first else { return false };
    let place = paragraphs
        .alike(text)
        .next()
        .map(|one| paragraphs.place(one));
    let printed = place.and_then(|place| searched.corpus.text(place).ok());
    let Some(printed) = printed else { return false };
    let mut position = None;
    words.sequences.any(text, |placed| {
        let is_it = placed.word == word;
        if is_it {
            position = Some((placed.first() as usize, placed.position as usize));
        }
        is_it
    });
    let Some((from, to)) = position else {
        return false;
    };
    let mut tokens = Tokens::new(&printed);
    let mut at = 0;
    while let Some(token) = tokens.next() {
        if at >= from && at <= to {
            let letters = printed.get(token.bytes).unwrap_or_default();
            if letters.chars().any(char::is_uppercase) {
                return true;
            }
        }
        at += 1;
        if at > to {
            break;
        }
    }
    false
}
