//! Rare spellings of names: `Huthi` finds what `Houthi` does, where that is far commoner.
//!
//! A word is widened to one that sounds alike, begins alike, is within the slips of a typist and stands in far more
//! texts; and only where both are printed as names, so that no word of the language becomes another.

use std::sync::Arc;

use crate::search::answer::Searched;
use crate::search::answer::latest::Latest;
use crate::search::index::vocabulary::WordId;
use crate::search::terms::slips;
use crate::search::terms::ways::{Certainty, Way, WayKind, exact};
use crate::search::weights::FAR_COMMONER;
use crate::search::words::likeness::sound;
use crate::search::words::tokens::Tokens;

/// Words kept from key to key, with the spelling that each is widened to.
pub(in crate::search) type Widenings = Latest<String, Option<Way>, 32>;

/// How many slips two spellings of a name may be apart.
const SLIPS: usize = 2;

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
        let mut best: Option<WordId> = None;
        slips::near(&words.vocabulary, word, SLIPS, |slip| {
            let other = words.vocabulary.word(slip.entry);
            let begins_alike = other.first() == word.as_bytes().first();
            let id = words.vocabulary.id(slip.entry);
            let is_likelier = count(id) >= FAR_COMMONER * count(own)
                && best.is_none_or(|best| count(best) < count(id));
            let sounds_alike = || {
                str::from_utf8(other).is_ok_and(|other| sound(other).as_ref() == Some(&sound_of))
            };
            if usize::from(slip.whole) <= SLIPS && begins_alike && is_likelier && sounds_alike() {
                best = Some(id);
            }
        });
        let are_names = |other: &WordId| [own, *other].iter().all(|&id| is_name(searched, id));
        best.filter(are_names).map(|word| Way {
            word,
            quality: words.weights.numeral,
            certainty: Certainty::Sure,
            kind: WayKind::Name,
        })
    })
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
