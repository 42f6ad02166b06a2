//! The words of a query as terms: each with the words of the corpus it stands for and its weight.
//!
//! Here words run together are parted (`unitednations`) and parted words joined (`humani tarian`), and
//! what a hyphen joins is looked up as one word where the corpus knows it as one.

use std::sync::Arc;

use super::query::{Asked, AskedPhrase, MOST_WORDS, WordEnd};
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::text_set::TextId;
use crate::search::index::vocabulary::{Entry, WordId};
use crate::search::weights::{
    EXACT, FAR_LIKELIER, LIKELIER_PARTED, SHORTEST_PARTED, SHORTEST_RUN, Weights,
};
use expand::{Certainty, Effort, Expander, Way, is_number};

pub(super) mod expand;
mod fuzzy;
mod inflections;
mod letters_left_out;
pub(super) mod phrase;
pub(super) mod slips;

/// Gives, for the words of a chunk, the texts of the resolution that they number, each with a quality: the share
/// of the words' weight that it counts.
pub(super) type Numbering<'m> = &'m mut dyn FnMut(&[Asked]) -> Arc<[(TextId, f32)]>;

/// Which ways of a term count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ways {
    Sure,
    All,
}

impl Ways {
    /// The ways of a term that count.
    pub(super) fn of(self, term: &Term) -> impl Iterator<Item = &Way> {
        let ways = term.ways.iter();
        ways.filter(move |way| way.certainty == Certainty::Sure || self == Self::All)
    }
}

/// What texts are looked through for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Probe<'t> {
    pub(super) terms: &'t [Term],
    pub(super) ways: Ways,
}

impl<'t> Probe<'t> {
    pub(super) fn new(terms: &'t [Term], ways: Ways) -> Self {
        Self { terms, ways }
    }
}

/// One word asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Term {
    /// As typed.
    pub(super) typed: String,
    /// The words it stands for, the best first.
    pub(super) ways: Arc<[Way]>,
    /// Texts that have it without holding it: those of the resolution that it numbers, with a quality.
    pub(super) members: Arc<[(TextId, f32)]>,
    /// Its rarity.
    pub(super) weight: f32,
    /// Whether it is too common to choose texts.
    pub(super) common: bool,
    /// The word it makes together with the term before.
    pub(super) joined: Option<WordId>,
}

impl Term {
    /// How many texts its ways lead to; a text that two lead to counts twice.
    pub(super) fn reach(&self, words: &Concordance, ways: Ways) -> usize {
        let texts = ways.of(self).map(|way| words.postings.count(way.word));
        texts.sum::<usize>() + self.members.len()
    }

    fn weigh(&mut self, words: Weighed<'_>) {
        let best = self.ways.first().map_or(0.0, |way| way.quality);
        // A letter or two begin anything: they are as common as all their words together.
        let short = self.typed.chars().count() <= 2;
        let group = self
            .ways
            .iter()
            .filter(|way| short || way.quality >= best * words.weights.of_one_group);
        let texts = words.postings.texts() as f32;
        let count = group
            .map(|way| words.postings.count(way.word))
            .sum::<usize>() as f32;
        let count = count.clamp(1.0, (texts * 0.9).max(1.0));
        self.weight = libm::logf(1.0 + (texts - count + 0.5).max(0.0) / (count + 0.5));
        self.common = count > texts * words.weights.common_word;
        if !self.members.is_empty() {
            self.weight = self.weight.max(words.weights.number);
            self.common = false;
        }
    }
}

/// Makes terms of the words of a query; `members` knows which of them number a resolution.
pub(super) fn terms(
    words: Weighed<'_>,
    expander: &mut Expander,
    asked: &[Asked],
    members: Numbering<'_>,
    effort: Effort,
) -> Vec<Term> {
    let asked = part(&words, &join_linked(&words, asked));
    let mut terms: Vec<Term> = asked
        .iter()
        .map(|asked| Term {
            typed: asked.typed.clone(),
            ways: expander.ways(words, &asked.word, effort),
            ..Term::default()
        })
        .collect();
    number(&asked, &mut terms, members);
    for term in &mut terms {
        term.weigh(words);
    }
    join(words, &asked, &mut terms);
    terms
}

/// Makes terms of words whose ways are known.
pub(super) fn of_words(
    words: Weighed<'_>,
    asked: &[Asked],
    mut ways: impl FnMut(&str) -> Arc<[Way]>,
) -> Vec<Term> {
    let term = |asked: &Asked| {
        let mut term = Term {
            typed: asked.typed.clone(),
            ways: ways(&asked.word),
            ..Term::default()
        };
        term.weigh(words);
        term
    };
    asked.iter().map(term).collect()
}

/// The terms of a phrase: its words as they are.
pub(super) fn of_phrase(words: Weighed<'_>, phrase: &AskedPhrase) -> Vec<Term> {
    let term = |(word, end): (&String, WordEnd)| {
        let mut term = Term {
            typed: word.clone(),
            ways: expand::literal(words, word, end),
            ..Term::default()
        };
        term.weigh(words);
        term
    };
    phrase.words.iter().zip(phrase.ends()).map(term).collect()
}

/// Gives the words of a chunk such as `2505` or `2/34` the texts of the resolutions they number.
fn number(asked: &[Asked], terms: &mut [Term], members: Numbering<'_>) {
    for (chunk, terms) in asked
        .chunk_by(|a, b| a.chunk == b.chunk)
        .zip(chunks_mut(asked, terms))
    {
        if !chunk.iter().any(|asked| is_number(&asked.word)) {
            continue;
        }
        let texts = members(chunk);
        for term in terms {
            term.members = Arc::clone(&texts);
        }
    }
}

/// The terms by the chunks of the words they were made from.
fn chunks_mut<'t>(asked: &[Asked], mut terms: &'t mut [Term]) -> Vec<&'t mut [Term]> {
    let mut chunks = Vec::new();
    for chunk in asked.chunk_by(|a, b| a.chunk == b.chunk) {
        let (first, rest) = terms.split_at_mut(chunk.len());
        chunks.push(first);
        terms = rest;
    }
    chunks
}

/// Writes what a hyphen or an apostrophe links as one word, where the corpus knows it so.
pub(super) fn join_linked(words: &Concordance, asked: &[Asked]) -> Vec<Asked> {
    let mut joined: Vec<Asked> = Vec::new();
    let mut buffer = Vec::new();
    let mut was_joined = false;
    for next in asked {
        if next.linked
            && !was_joined
            && let Some(last) = joined.last_mut()
            && let Some(whole) = crate::search::words::tokens::compound(
                last.word.as_bytes(),
                next.word.as_bytes(),
                &mut buffer,
            )
            && !words.vocabulary.beginning_with(whole).is_empty()
        {
            last.word.push_str(&next.word);
            last.typed = format!("{}-{}", last.typed, next.typed);
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
pub(super) fn part(words: &Concordance, asked: &[Asked]) -> Vec<Asked> {
    let is_half = |position: usize| {
        let near = &asked[position.saturating_sub(1)..asked.len().min(position + 2)];
        near.windows(2).any(|pair| joined(words, pair).is_some())
    };
    let mut parted = Vec::new();
    for (position, next) in asked.iter().enumerate() {
        match parts(words, &next.word) {
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
    if pair.iter().any(|asked| is_number(&asked.word)) {
        return None;
    }
    let whole: String = pair.iter().map(|asked| asked.word.as_str()).collect();
    expand::exact(words, &levelled(&whole))
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
    let texts = |word: &String| expand::exact(words, word).map_or(0, |id| words.postings.count(id));
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
    crate::search::words::spelling::level(&mut part);
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
pub(super) fn join(words: Weighed<'_>, asked: &[Asked], terms: &mut [Term]) {
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
