//! A citation among other words: `as stated in paragraph 3 of resolution 1540 (2004)`, `S/RES/1540 export controls`.
//!
//! Of such a citation the number stays a word of the query, by which the resolution comes first; what else it is made of
//! is no word that a paragraph must have. A place that it names is listed before all.

use std::sync::Arc;

use super::subjects;
use crate::search::answer::Searched;
use crate::search::answer::latest::Latest;
use crate::search::answer::numbered::Numbered;
use crate::search::hit::Subject;
use crate::search::query::MOST_WORDS;
use crate::search::words::tokens;
use crate::text::citation::Citation;

/// Citations kept from key to key.
pub(in crate::search) type ProseCitations = Latest<String, Option<NumberedPlace>, 8>;

/// How many words behind a citation may be taken for a part of it.
const TOO_MANY: usize = 3;

/// What a citation comes to.
#[derive(Debug)]
pub(in crate::search) struct NumberedPlace {
    /// The number of the resolution: `1540`, `2/34`.
    number: String,
    /// The places that are cited; none where it is the resolution.
    places: Vec<Subject>,
}

/// A query with a citation in it.
pub(in crate::search) struct InProse {
    /// As typed, with the number in place of the citation.
    pub(in crate::search) typed: String,
    pub(in crate::search) places: Vec<Subject>,
}

/// The query, if a part of it cites; none where all of it does, or where it is a pasted text or quotes.
pub(in crate::search) fn in_prose(
    searched: Searched<'_>,
    typed: &str,
    citations: &mut ProseCitations,
) -> Option<InProse> {
    let is_quoted = typed.contains(['"', '\u{201c}', '\u{201d}']);
    let chunks = typed.split_whitespace().count();
    if is_quoted || !(2..=MOST_WORDS).contains(&chunks) || !typed.contains(char::is_numeric) {
        return None;
    }
    let mut is_start = true;
    for (at, letter) in typed.char_indices() {
        let begins = std::mem::replace(&mut is_start, letter.is_whitespace()) && !is_start;
        let rest = typed.get(at..)?;
        let Some((citation, length)) = begins.then(|| longest(rest)).flatten() else {
            continue;
        };
        let (cited, behind) = rest.split_at_checked(length)?;
        let is_all = cited.len() >= typed.trim().len();
        let known = citations.get(cited.to_owned(), |_| named(searched, &citation));
        if let Some(NumberedPlace { number, places }) =
            Arc::as_ref(&known).as_ref().filter(|_| !is_all)
        {
            return Some(InProse {
                typed: [typed.get(..at)?, number, behind].concat(),
                places: places.clone(),
            });
        }
    }
    None
}

/// The longest beginning of a text that cites a resolution, and its length in bytes.
fn longest(text: &str) -> Option<(Citation, usize)> {
    let mut cited = text.trim_end();
    for _ in 0..=TOO_MANY {
        match cited.parse() {
            Ok(citation) => {
                let is_of = matches!(citation, Citation::Of { .. });
                return is_of.then_some((citation, cited.len()));
            }
            Err(error) => {
                let read = cited.get(..error.offset())?.trim_end();
                let shorter = if read.len() < cited.len() {
                    read
                } else {
                    without_last_word(cited)?
                };
                // Half a word cites nothing.
                let is_whole = text.get(shorter.len()..)?.starts_with(char::is_whitespace);
                cited = if is_whole {
                    shorter
                } else {
                    without_last_word(shorter)?
                };
            }
        }
    }
    None
}

fn without_last_word(text: &str) -> Option<&str> {
    let (before, _) = text.rsplit_once(char::is_whitespace)?;
    Some(before.trim_end())
}

/// The number of the one resolution that is cited, as short as it tells it from the others; and the places.
fn named(searched: Searched<'_>, citation: &Citation) -> Option<NumberedPlace> {
    let Citation::Of {
        symbol,
        targets,
        claims,
    } = citation
    else {
        return None;
    };
    let corpus = searched.corpus;
    let named = corpus.said_to_be(symbol, claims).ok()?;
    let &[id] = named.as_slice() else { return None };
    let words = tokens::words(corpus.symbol(id));
    let has_digit = |word: &String| word.contains(|c: char| c.is_ascii_digit());
    let words = &words[words.iter().position(has_digit)?..];
    let numbers = (1..=words.len()).map(|count| &words[..count]);
    let mut telling =
        numbers.filter(|number| Numbered::read(searched, number).paragraphs.len() == 1);
    let number = telling.next()?.join("/");
    let cited = corpus.within(id, targets).ok();
    let cited = cited.filter(|_| !targets.is_empty());
    let places = cited.map_or_else(Vec::new, |cited| subjects(corpus, &cited));
    Some(NumberedPlace { number, places })
}
