//! Which texts answer the terms of a query, and which of them are worth a closer look.
//!
//! Texts that have all terms are found by sets, so that they can be counted however many they are; the
//! rarest term comes first, and where it leaves few texts, those are read instead of the sets of the
//! others. Scores are for the likeliest alone. Only where no text has all do those with some come in.

use std::sync::Arc;

use crate::search::index::concordance::{Concordance, Weighed};
use crate::search::index::text_set::{TextId, Texts};
use crate::search::rank::candidate::Candidate;
use crate::search::rank::reasons::{Reason, Reasons};
use crate::search::rank::term_map::TermMap;
use crate::search::rank::term_set::TermSet;
use crate::search::rank::text_sets::Reached;
use crate::search::terms::{Probe, Term, Ways};
use crate::search::weights::{
    CANDIDATES, COST_OF_READING, COST_OF_TEXT, LOOKED_AT, MOST_COMPARED, MOST_NEARBY,
};
use crate::text::sorting::{sort_by, sort_by_key};

/// Tables as long as the corpus, kept from key to key and emptied before use.
#[derive(Debug, Default)]
pub(in crate::search) struct Gathering {
    /// By text: the terms that its score counts so far.
    has: Vec<TermSet>,
    /// By text; means something only where `has` does.
    scores: Vec<f32>,
    /// Texts where `has` is not empty.
    touched: Vec<TextId>,
    term_map: TermMap,
    /// Of the texts that were touched last.
    reasons: Reasons,
    reached: Reached,
}

impl Gathering {
    /// The texts that have all terms.
    pub(in crate::search) fn all(&mut self, words: &Concordance, probe: Probe<'_>) -> Texts {
        let Probe { terms, ways } = probe;
        let reach = |term: &Term| term.reach(words, ways);
        let mut by_reach: Vec<_> = terms.iter().map(|term| (reach(term), term)).collect();
        sort_by_key(&mut by_reach, |&(reach, _)| reach);
        let Some((&(rarest, first), others)) = by_reach.split_first() else {
            return Texts::none(words.postings.texts());
        };
        if rarest == 0 {
            return Texts::none(words.postings.texts());
        }
        let mut texts = Arc::unwrap_or_clone(self.reached.by(words, first, ways));
        let (known, unknown): (Vec<_>, Vec<_>) = others
            .iter()
            .partition(|(_, term)| self.reached.is_kept(term, ways));
        for (_, term) in known {
            texts.keep(&self.reached.by(words, term, ways));
        }
        let of_text = COST_OF_TEXT + words.sequences.mean_length() * COST_OF_READING;
        let mut rest = &*unknown;
        while let Some((&(reach, term), others)) = rest.split_first() {
            let reading = texts.count() as f32 * of_text;
            if reading < reach as f32 && rest.iter().all(|(_, term)| term.members.is_empty()) {
                let rest: Vec<Term> = rest.iter().map(|&(_, term)| term.clone()).collect();
                self.read(words, Probe::new(&rest, ways), &mut texts);
                break;
            }
            texts.keep(&self.reached.by(words, term, ways));
            rest = others;
        }
        texts
    }

    /// Reads texts and keeps those that have all terms.
    fn read(&mut self, words: &Concordance, probe: Probe<'_>, texts: &mut Texts) {
        self.term_map.clear();
        self.term_map.set(words, probe);
        let all = TermSet::first(probe.terms.len());
        words.sequences.retain(texts, |text| {
            let mut has = TermSet::default();
            text.any(|placed| {
                has.add(self.term_map.terms(placed.word));
                has == all
            })
        });
        self.term_map.clear();
    }

    /// The likeliest of the texts that hold all terms: `wanted` of them, and if these are not enough, 16 times as many,
    /// and so on. If there are more than [`LOOKED_AT`], they are sorted by score, and texts without a score follow. A
    /// score counts the rarest term, and the resolutions that the query numbers.
    pub(in crate::search) fn likeliest(
        &mut self,
        words: Weighed<'_>,
        probe: Probe<'_>,
        texts: &Texts,
        mut wanted: usize,
        are_enough: impl Fn(&[Candidate]) -> bool,
    ) -> Vec<Candidate> {
        self.clear(&words);
        self.reasons.begin(probe);
        let weighed = probe.terms.iter().enumerate();
        let Some((rarest, _)) = weighed.max_by(|a, b| a.1.weight.total_cmp(&b.1.weight)) else {
            return Vec::new();
        };
        self.choose(words, probe, rarest, texts);
        self.add_members(probe.terms);
        let mut rows = self.rows();
        // Scored, and of these sorted.
        let (scored, mut sorted) = (rows.len(), 0);
        if scored > LOOKED_AT {
            for other in (0..probe.terms.len()).filter(|&term| term != rarest) {
                self.compare(words, probe, other);
            }
        } else {
            sorted = scored;
        }
        let mut others = texts
            .iter()
            .filter(|text| scored >= CANDIDATES && self.has[text.index()].is_empty());
        loop {
            let further = sorted..wanted.clamp(sorted, scored);
            self.sort_first(&mut rows[sorted..scored], further.len());
            sorted = further.end;
            let lacking = wanted.saturating_sub(rows.len());
            rows.extend(others.by_ref().take(lacking).map(Candidate::of));
            let likeliest = rows.len().min(wanted);
            if likeliest < wanted || are_enough(&rows[..likeliest]) {
                rows.truncate(likeliest);
                return rows;
            }
            wanted = wanted.saturating_mul(16);
        }
    }

    /// Adds to the texts that were chosen what it is worth that the query numbers their resolution.
    fn add_members(&mut self, terms: &[Term]) {
        for (position, term) in terms.iter().enumerate() {
            for &(text, quality) in term.members.iter() {
                let has = self.has.get(text.index());
                if has.is_some_and(|has| !has.is_empty()) {
                    self.count(text, position, term.weight * quality);
                }
            }
        }
    }

    /// Puts as many rows first as are `wanted`, sorted by what their texts are worth by now, which does not go into them.
    fn sort_first(&self, rows: &mut [Candidate], wanted: usize) {
        let score = |row: &Candidate| self.scores[row.text.index()];
        let best_first = |one: &Candidate, other: &Candidate| {
            let scores = score(other).total_cmp(&score(one));
            scores.then(one.text.cmp(&other.text))
        };
        if wanted < rows.len() {
            rows.select_nth_unstable_by(wanted, best_first);
        }
        rows[..wanted].sort_unstable_by(best_first);
    }

    /// Chooses texts by one of the terms, its best ways first.
    fn choose(&mut self, words: Weighed<'_>, probe: Probe<'_>, position: usize, texts: &Texts) {
        let term = &probe.terms[position];
        for &(text, quality) in term.members.iter() {
            if texts.has(text) {
                self.count(text, position, term.weight * quality);
            }
        }
        for way in probe.ways.of(term) {
            if self.touched.len() >= CANDIDATES {
                break;
            }
            let weight = term.weight * way.quality;
            words.postings.any_among(texts, way.word, |text| {
                self.count(text, position, weight * share(words, text));
                self.touched.len() >= CANDIDATES
            });
        }
    }

    /// Adds what a further term is worth to the texts that were chosen: nearly, for where its best ways
    /// have been looked up the others count alike.
    fn compare(&mut self, words: Weighed<'_>, probe: Probe<'_>, position: usize) {
        let (term, as_term) = (&probe.terms[position], TermSet::of(position));
        let mut left = MOST_COMPARED;
        let chosen = std::mem::take(&mut self.touched);
        for way in probe.ways.of(term) {
            let is_frequent = words.postings.is_frequent(way.word);
            let count = words.postings.count(way.word);
            let cost = if is_frequent { chosen.len() } else { count };
            let weight = term.weight * way.quality;
            let is_last = cost > left;
            if is_last || is_frequent {
                for &text in &chosen {
                    if is_last || words.postings.has(way.word, text) {
                        self.touch(text, as_term, weight * share(words, text));
                    }
                }
            } else {
                words.postings.each(way.word, |text| {
                    if !self.has[text.index()].is_empty() {
                        self.touch(text, as_term, weight * share(words, text));
                    }
                });
            }
            if is_last {
                break;
            }
            left -= cost;
        }
        self.touched = chosen;
    }

    /// The texts that have the most of the terms; of terms that are not common, where there are any.
    pub(in crate::search) fn some(&mut self, words: Weighed<'_>, terms: &[Term]) -> Vec<Candidate> {
        self.clear(&words);
        self.reasons.begin(Probe::new(terms, Ways::All));
        let all_common = terms.iter().all(|term| term.common || term.ways.is_empty());
        let asked = terms.iter().enumerate();
        let mut asked: Vec<_> = asked
            .filter(|(_, term)| all_common || !term.common)
            .collect();
        sort_by(&mut asked, |(_, one), (_, other)| {
            other.weight.total_cmp(&one.weight)
        });
        let sets = asked
            .iter()
            .map(|(_, term)| self.reached.by(&words, term, Ways::All));
        let sets: Vec<_> = sets.collect();
        let (texts, nearest) = with_most(&sets, words.postings.texts());
        for (position, term) in asked {
            let mut touch = |text: TextId, score: f32| {
                let few = self.touched.len() < CANDIDATES;
                if few || !self.has[text.index()].is_empty() || nearest.has(text) {
                    self.count(text, position, score);
                }
            };
            for &(text, quality) in term.members.iter().filter(|(text, _)| texts.has(*text)) {
                touch(text, term.weight * quality);
            }
            let mut read = 0;
            for way in &*term.ways {
                if read > MOST_NEARBY {
                    break;
                }
                read += words.postings.cost(way.word);
                let weight = term.weight * way.quality;
                words.postings.each_among(&texts, way.word, |text| {
                    touch(text, weight * share(words, text));
                });
            }
        }
        self.rows()
    }

    /// The table that ranking needs too.
    pub(in crate::search) fn term_map(&mut self) -> &mut TermMap {
        &mut self.term_map
    }

    /// That table, and what is written down of scores.
    pub(in crate::search) fn ranking(&mut self) -> (&mut TermMap, &mut Reasons) {
        (&mut self.term_map, &mut self.reasons)
    }

    fn rows(&self) -> Vec<Candidate> {
        let row = |&text: &TextId| Candidate {
            text,
            score: self.scores[text.index()],
            has: self.has[text.index()],
            is_run: false,
        };
        self.touched.iter().map(row).collect()
    }

    fn clear(&mut self, words: &Concordance) {
        self.term_map.clear();
        self.has.resize(words.postings.texts(), TermSet::default());
        self.scores.resize(words.postings.texts(), 0.0);
        for text in self.touched.drain(..) {
            self.has[text.index()] = TermSet::default();
        }
    }

    /// Adds what a term is worth to the score of a text, if nothing of the term is in it yet.
    #[inline]
    fn count(&mut self, text: TextId, position: usize, score: f32) {
        if self.touch(text, TermSet::of(position), score) {
            self.reasons.note(text, Reason::Word(position), score);
        }
    }

    #[inline]
    fn touch(&mut self, text: TextId, term: TermSet, score: f32) -> bool {
        let at = text.index();
        if self.has[at].is_empty() {
            self.touched.push(text);
            self.scores[at] = 0.0;
        }
        // Ways come best first: the first one that a text has is the one that counts.
        let is_new = !self.has[at].meets(term);
        if is_new {
            self.has[at].add(term);
            self.scores[at] += score;
        }
        is_new
    }
}

/// The texts that stand in most of the sets, [`LOOKED_AT`] or more where there are as many; and which of them stand in
/// more sets than the last that were let in.
fn with_most(sets: &[Arc<Texts>], of: usize) -> (Texts, Texts) {
    let mut in_some = Texts::in_some(sets);
    let mut texts = in_some.pop().unwrap_or_default();
    let mut nearest = Texts::none(of);
    while texts.count() < LOOKED_AT
        && let Some(more) = in_some.pop()
    {
        nearest = std::mem::replace(&mut texts, more);
    }
    (texts, nearest)
}

/// How much of a word's weight a text gets: less in a long one.
#[inline]
pub(in crate::search) fn share(words: Weighed<'_>, text: TextId) -> f32 {
    let length = words.sequences.length(text) as f32 / words.sequences.mean_length();
    let counts = words.weights.length;
    (1.0 + counts) / (1.0 + counts * length)
}
