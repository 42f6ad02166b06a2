//! The resolutions that have a word of the query in their titles: what is said of a country there is often said in
//! paragraphs that do not name it.

use std::sync::Arc;

use crate::search::answer::Searched;
use crate::search::answer::latest::Latest;
use crate::search::index::names::NameKind;
use crate::search::query::WordEnd;
use crate::search::rank::reasons::{Reason, Summed};
use crate::search::terms::{Term, beginnings, inflections};

/// Shorter words, in bytes, are looked for as they are: more titles have what they begin.
const SHORTEST_BEGINNING: usize = 4;
/// Of how many paragraphs that read alike the titles are looked at.
const MOST_ALIKE: usize = 8;

/// Words kept from key to key, with the titles that have them.
pub(in crate::search) type LatestTitles = Latest<String, Titled, 32>;

/// By resolution, whether its title has a word; empty where none has it, or too many.
type Titled = Vec<bool>;

/// The terms of a query that stand in titles, but not in too many.
pub(in crate::search) struct TitledTerms<'t> {
    /// With the position of each term.
    terms: Vec<(usize, &'t Term, Arc<Titled>)>,
}

impl<'t> TitledTerms<'t> {
    /// Those of rows that lack no term: no title adds to them.
    pub(in crate::search) fn none() -> Self {
        Self { terms: Vec::new() }
    }

    pub(in crate::search) fn of(
        titles: &mut LatestTitles,
        searched: Searched<'_>,
        terms: &'t [Term],
    ) -> Self {
        let terms = terms.iter().enumerate();
        let mut of_word = |word: &String| titles.get(word.clone(), |word| read(searched, word));
        let terms = terms.map(|(at, term)| (at, term, of_word(&term.word)));
        let terms = terms.filter(|(_, _, titled)| !titled.is_empty()).collect();
        Self { terms }
    }

    /// Adds to the score of a row what the titles above its paragraphs are worth: for the terms that these lack.
    pub(in crate::search) fn lift(&self, searched: Searched<'_>, sum: &mut Summed<'_>) {
        for &(at, term, ref titled) in &self.terms {
            if sum.row.has.has(at) {
                continue;
            }
            let paragraphs = &searched.index.paragraphs;
            let mut alike = paragraphs.alike(sum.row.text).take(MOST_ALIKE);
            if alike.any(|one| titled[paragraphs.resolution(one).0 as usize]) {
                sum.add(Reason::Titled(at), term.weight * searched.weights.titled);
            }
        }
    }
}

/// The resolutions with a word in their titles.
fn read(searched: Searched<'_>, word: &str) -> Titled {
    let table = &searched.index.names;
    let words = table.words.weighed(searched.weights);
    let end = if word.len() < SHORTEST_BEGINNING {
        WordEnd::Typed
    } else {
        WordEnd::Open
    };
    let mut ways = beginnings::literal(words, word, end);
    if ways.is_empty() {
        ways = inflections::forms(words, word);
    }
    let mut titled = vec![false; searched.corpus.resolutions().len()];
    for way in &*ways {
        words.postings.each(way.word, |text| {
            for kind in table.of_text(text) {
                if let NameKind::Title(id) | NameKind::Topic(id) = kind
                    && let Some(titled) = titled.get_mut(id.0 as usize)
                {
                    *titled = true;
                }
            }
        });
    }
    let count = titled.iter().filter(|&&titled| titled).count();
    let too_many = count as f32 > titled.len() as f32 * words.weights.common_word;
    if count == 0 || too_many {
        Vec::new()
    } else {
        titled
    }
}
