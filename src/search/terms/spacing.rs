//! Blanks typed too few or too many: words run together are parted (`unitednations`), parted words are joined
//! (`humani tarian`), and what a hyphen joins is one word where the corpus knows it as one.

use super::{Term, ways};
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::query::{Asked, MOST_WORDS};
use crate::search::terms::slips;
use crate::search::terms::ways::{Certainty, Way, WayKind, is_number};
use crate::search::weights::{
    EXACT, FAR_LIKELIER, LIKELIER_PARTED, SHORTEST_PARTED, SHORTEST_RUN, Weights,
};
use crate::search::words::spelling;
use crate::search::words::tokens;

/// Writes what a hyphen or an apostrophe links as one word, where the corpus knows it so.
pub(in crate::search) fn join_linked(words: &Concordance, asked: &[Asked]) -> Vec<Asked> {
    let mut joined: Vec<Asked> = Vec::new();
    let mut buffer = Vec::new();
    let mut was_joined = false;
    for next in asked {
        if next.linked
            && next.alias.is_none()
            && !was_joined
            && let Some(last) = joined.last_mut()
            && last.alias.is_none()
            && let Some(whole) =
                tokens::compound(last.word.as_bytes(), next.word.as_bytes(), &mut buffer)
            && !words.vocabulary.beginning_with(whole).is_empty()
        {
            last.word.push_str(&next.word);
            last.typed = format!("{}-{}", last.typed, next.typed);
            last.end = next.end;
            was_joined = true;
        } else {
            joined.push(next.clone());
            was_joined = false;
        }
    }
    joined
}

/// Parts words that were run together: unknown ones, and hardly known ones, that are two known ones. Half of
/// a word that was typed in two pieces is left as it is.
pub(in crate::search) fn part(words: &Concordance, asked: &[Asked]) -> Vec<Asked> {
    let is_half = |position: usize| {
        let near = &asked[position.saturating_sub(1)..asked.len().min(position + 2)];
        near.windows(2).any(|pair| joined(words, pair).is_some())
    };
    let mut parted = Vec::new();
    for (position, next) in asked.iter().enumerate() {
        let parts = match next.alias {
            Some(_) => None,
            None => parts(words, &next.word),
        };
        match parts {
            Some(parts) if parted.len() + 2 <= MOST_WORDS && !is_half(position) => {
                parted.extend(parts.map(|word| Asked {
                    word,
                    ..next.clone()
                }));
            }
            _ => parted.push(next.clone()),
        }
    }
    parted.truncate(MOST_WORDS);
    parted
}

/// The word of the corpus that neighbours make together.
fn joined(words: &Concordance, pair: &[Asked]) -> Option<WordId> {
    if pair.iter().any(|asked| asked.alias.is_some()) {
        return None;
    }
    let whole: String = pair.iter().map(|asked| asked.word.as_str()).collect();
    if pair.iter().any(|asked| is_number(&asked.word)) {
        let [first, second] = pair else { return None };
        let (first, second) = (first.word.as_bytes(), second.word.as_bytes());
        tokens::grouped(first, second, &mut Vec::new())?;
    }
    ways::exact(words, &levelled(&whole))
}

/// The two known words that a word is made of, if that is likelier than itself: the pair whose rarer
/// half is most frequent.
fn parts(words: &Concordance, word: &str) -> Option<[String; 2]> {
    let known: usize = Entry::each(words.vocabulary.beginning_with(word.as_bytes()))
        .map(|entry| words.postings.count(words.vocabulary.id(entry)))
        .sum();
    let far_likelier = known * FAR_LIKELIER;
    if word.len() < SHORTEST_RUN || is_number(word) || far_likelier > words.postings.texts() {
        return None;
    }
    let texts = |word: &String| ways::exact(words, word).map_or(0, |id| words.postings.count(id));
    let cuts = SHORTEST_PARTED..word.len().saturating_sub(SHORTEST_PARTED - 1);
    let (least, parts) = cuts
        .filter_map(|cut| word.split_at_checked(cut))
        .map(|(first, second)| [first, second].map(levelled))
        .map(|parts| (parts.iter().map(texts).min().unwrap_or(0), parts))
        .max_by_key(|(least, _)| *least)?;
    let is_likelier = least > far_likelier && least > one_slip_off(words, word) * LIKELIER_PARTED;
    is_likelier.then_some(parts)
}

/// A part in the spelling it has as a word of its own.
fn levelled(part: &str) -> String {
    let mut part = part.as_bytes().to_vec();
    spelling::level(&mut part);
    String::from_utf8(part).unwrap_or_default()
}

/// In how many texts the most frequent word stands that is one slip off.
fn one_slip_off(words: &Concordance, word: &str) -> usize {
    let mut most = 0;
    slips::near(&words.vocabulary, word, 1, |slip| {
        if slip.whole <= 1 {
            let id = words.vocabulary.id(slip.entry);
            most = most.max(words.postings.count(id));
        }
    });
    most
}

/// Lets neighbours stand for the word they make together.
pub(in crate::search) fn join(words: Weighed<'_>, asked: &[Asked], terms: &mut [Term]) {
    for position in 1..asked.len() {
        join_pair(words, asked, terms, position);
    }
}

fn join_pair(words: Weighed<'_>, asked: &[Asked], terms: &mut [Term], position: usize) {
    let pair = &asked[position - 1..=position];
    let Some(whole) = joined(&words, pair) else {
        return;
    };
    terms[position].joined = Some(whole);
    // Beside a part that begins no word, only the whole can be meant, and no slip or inflection of a part.
    let vocabulary = &words.vocabulary;
    let is_unknown = |asked: &Asked| vocabulary.beginning_with(asked.word.as_bytes()).is_empty();
    if pair.iter().any(is_unknown) {
        for term in &mut terms[position - 1..=position] {
            let exact = term.ways.iter().filter(|way| way.quality >= EXACT);
            term.ways = exact.copied().collect();
        }
    }
    for term in &mut terms[position - 1..=position] {
        add_joined(words.weights, term, whole);
        // Half a word is as rare as the whole of it.
        if !term.ways.iter().any(|way| way.quality >= EXACT) {
            term.weigh(words);
        }
    }
}

fn add_joined(weights: &Weights, term: &mut Term, word: WordId) {
    if term
        .ways
        .iter()
        .any(|way| way.word == word && way.quality >= weights.joined)
    {
        return;
    }
    let joined = Way {
        word,
        quality: weights.joined,
        certainty: Certainty::Sure,
        kind: WayKind::Joined,
    };
    let better = term
        .ways
        .partition_point(|way| way.quality >= weights.joined);
    let (before, behind) = term.ways.split_at(better);
    let behind = behind.iter().filter(|way| way.word != word);
    term.ways = before
        .iter()
        .chain([&joined])
        .chain(behind)
        .copied()
        .collect();
}
