//! The words of a query as terms: each with the words of the corpus it stands for and its weight.
//!
//! What was typed may be a beginning, another form of the word, mistyped or cut down to some of its letters, with a
//! blank too many or too few: each of these has a file below.

use std::sync::Arc;

use super::query::{Asked, AskedPhrase};
use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::text_set::TextId;
use crate::search::index::vocabulary::WordId;
use crate::search::weights::LETTERS;
use expand::{Effort, Expander};
use ways::{Certainty, GatheredWays, Way, WayKind, is_number};

pub(super) mod beginnings;
pub(super) mod expand;
pub(super) mod inflections;
mod letters_left_out;
pub(super) mod names;
pub(super) mod pasted;
pub(super) mod phrase;
pub(super) mod slips;
pub(super) mod spacing;
pub(super) mod ways;

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
    /// Folded; of the form of a name its alias.
    pub(super) word: String,
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
    /// A word and what it stands for.
    fn new(words: Weighed<'_>, typed: &str, ways: Arc<[Way]>) -> Self {
        let mut term = Self {
            typed: typed.to_owned(),
            ways,
            ..Self::default()
        };
        term.weigh(words);
        term
    }

    /// Whether it is a short number of which more may be typed: no text need have what it begins.
    pub(super) fn goes_on(&self) -> bool {
        let is_guess = |way: &Way| (way.kind, way.certainty) == (WayKind::Begun, Certainty::Guess);
        self.ways.iter().any(is_guess)
    }

    /// How many texts its ways lead to; a text that two lead to counts twice.
    pub(super) fn reach(&self, words: &Concordance, ways: Ways) -> usize {
        let texts = ways.of(self).map(|way| words.postings.count(way.word));
        texts.sum::<usize>() + self.members.len()
    }

    /// Lets it stand for a further word.
    pub(super) fn add(&mut self, words: Weighed<'_>, way: Way) {
        let mut ways = GatheredWays::new(words);
        ways.extend(&self.ways);
        ways.extend(&[way]);
        self.ways = ways.into_sorted();
        self.weigh(words);
    }

    fn weigh(&mut self, words: Weighed<'_>) {
        let best = self.ways.first().map_or(0.0, |way| way.quality);
        // A letter or two begin anything: they are as common as all their words together.
        let short = self.typed.chars().count() <= LETTERS;
        let group = self
            .ways
            .iter()
            .filter(|way| short || way.quality >= best * words.weights.of_one_group);
        let texts = words.postings.texts() as f32;
        let count = group
            .map(|way| words.postings.count(way.word))
            .sum::<usize>() as f32;
        let count = count.clamp(1.0, (texts * 0.9).max(1.0));
        self.weight = rarity(texts, count);
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
    let asked = names::named(&words.aliases, asked);
    let asked = spacing::part(&words, &spacing::join_linked(&words, &asked));
    let mut terms = of_words(words, &asked, |asked| match &asked.alias {
        Some(alias) => expander.named(words, &asked.word, alias),
        None => expander.ways(words, (&asked.word, asked.end), effort),
    });
    number(words, &asked, &mut terms, members);
    spacing::join(words, &asked, &mut terms);
    terms
}

/// Makes terms of words whose ways are known.
pub(super) fn of_words(
    words: Weighed<'_>,
    asked: &[Asked],
    mut ways: impl FnMut(&Asked) -> Arc<[Way]>,
) -> Vec<Term> {
    let term = |asked: &Asked| Term {
        word: asked.alias.as_ref().unwrap_or(&asked.word).clone(),
        ..Term::new(words, &asked.typed, ways(asked))
    };
    asked.iter().map(term).collect()
}

/// The terms of a phrase: its words as they are.
pub(super) fn of_phrase(words: Weighed<'_>, phrase: &AskedPhrase) -> Vec<Term> {
    let ends = phrase.words.iter().zip(phrase.ends());
    ends.map(|(word, end)| Term::new(words, word, beginnings::literal(words, word, end)))
        .collect()
}

/// Words and phrases of which one will do, as one term.
pub(super) fn of_either(
    words: Weighed<'_>,
    expander: &mut Expander,
    either: &[AskedPhrase],
    effort: Effort,
) -> Term {
    let mut ways = GatheredWays::new(words);
    let mut members = Vec::new();
    for one in either {
        if let Some(asked) = names::named_phrase(&words.aliases, one) {
            ways.extend(&match &asked.alias {
                Some(alias) => expander.named(words, &asked.word, alias),
                None => expander.ways(words, (&asked.word, asked.end), effort),
            });
        } else {
            let texts = phrase::texts_typed(words, one);
            members.extend(texts.into_iter().map(|text| (text, 1.0)));
        }
    }
    let typed: Vec<String> = either.iter().map(|one| one.words.join(" ")).collect();
    let mut term = Term::new(words, &typed.join(" OR "), ways.into_sorted());
    if !members.is_empty() {
        let texts = words.postings.texts();
        let count = (term.reach(&words, Ways::Sure) + members.len()).min(texts);
        term.weight = rarity(texts as f32, count as f32);
        term.common = count as f32 > texts as f32 * words.weights.common_word;
        term.members = members.into();
    }
    term
}

/// The weight of a word that stands in `count` of all texts.
fn rarity(texts: f32, count: f32) -> f32 {
    let count = count.clamp(1.0, (texts * 0.9).max(1.0));
    libm::logf(1.0 + (texts - count + 0.5).max(0.0) / (count + 0.5))
}

/// Gives the words of a chunk such as `2505` or `2/34` the texts of the resolutions they number; and these to the word
/// `resolution` before it, which they need not have.
fn number(words: Weighed<'_>, asked: &[Asked], terms: &mut [Term], members: Numbering<'_>) {
    let mut first = 0;
    for chunk in asked.chunk_by(|a, b| a.chunk == b.chunk) {
        let made_of_it = first..first + chunk.len();
        first = made_of_it.end;
        if chunk.iter().any(|asked| is_number(&asked.word)) {
            let texts = members(chunk);
            let before = made_of_it.start.checked_sub(1);
            if let Some(before) = before.filter(|&before| is_resolution(&asked[before].word)) {
                terms[before].members = Arc::clone(&texts);
            }
            for term in &mut terms[made_of_it] {
                term.members = Arc::clone(&texts);
                term.weigh(words);
            }
        }
    }
}

/// Whether a folded word is `resolution`, perhaps cut short.
fn is_resolution(word: &str) -> bool {
    let is_cut_short = word.len() >= 3 && "resolution".starts_with(word);
    is_cut_short || word == "resolutions"
}
