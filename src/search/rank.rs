//! The order of the texts that were gathered: by phrase, nearness and order of their words.
//!
//! Only the best by words are looked at again, so the cost of a key does not grow with the corpus.

use super::terms::Term;
use crate::search::index::concordance::Weighed;
use crate::search::index::sequences::Placed;
use crate::search::weights::{LOOKED_AT, STILL_NEAR, Weights};
use candidate::Candidate;
use reasons::{Reason, Reasons, Summed};
use term_map::TermMap;
use term_set::TermSet;

pub(super) mod candidate;
pub(super) mod gather;
pub(super) mod matches;
pub(super) mod prior;
pub(super) mod reasons;
pub(super) mod term_map;
pub(super) mod term_set;
pub(super) mod text_sets;

const TERMS: usize = super::query::MOST_WORDS;

/// Scores the first [`LOOKED_AT`] rows again by the order of their words, and sorts them, best first. The others keep
/// their place behind.
///
/// `judge` adds to the score of a row what is not for its words and their order.
pub(super) fn rank(
    words: Weighed<'_>,
    terms: &[Term],
    (term_map, reasons): (&TermMap, &mut Reasons),
    rows: &mut [Candidate],
    judge: impl Fn(&mut Summed<'_>),
) {
    let (rows, behind) = rows.split_at_mut(rows.len().min(LOOKED_AT));
    for row in &mut *rows {
        let mut sum = Summed { row, reasons };
        match terms {
            [_] => sum.row.is_run = true,
            _ => read_order(words, terms, term_map, &mut sum),
        }
        judge(&mut sum);
    }
    rows.sort_unstable_by(Candidate::best_first);
    let mut least = rows.last().map_or(0.0, |row| row.score);
    for row in behind {
        least = least.min(row.score);
        let sum = &mut Summed { row, reasons };
        sum.add(Reason::Unread, least - sum.row.score);
    }
}

/// Reads a text for the order of several terms, and lifts its row.
fn read_order(words: Weighed<'_>, terms: &[Term], term_map: &TermMap, sum: &mut Summed<'_>) {
    let mut order = Order::new(words.weights, terms.len());
    words.sequences.each(sum.row.text, |placed| {
        let of = term_map.terms(placed.word);
        if !of.is_empty() {
            let quality = term_map.quality(placed.word);
            order.meet(of, placed, quality);
            for (term, joined) in terms.iter().map(|term| term.joined).enumerate() {
                if joined == Some(placed.word) {
                    order.meet_joined(term, placed);
                }
            }
        }
    });
    order.lift(sum, terms, gather::share(words, sum.row.text));
}

/// What is known of the order of the terms in one text, while it is read.
struct Order<'i> {
    weights: &'i Weights,
    terms: usize,
    has: TermSet,
    /// Where each term stood last.
    last: [i32; TERMS],
    last_quality: [f32; TERMS],
    best_quality: [f32; TERMS],
    /// How near each term came to the one before it in the query: 1 for side by side.
    pairs: [f32; TERMS],
    /// How many terms end a run of the query at the last place of each.
    runs: [usize; TERMS],
    longest_run: usize,
    /// The narrowest window with the most terms.
    window: i32,
    in_window: usize,
}

const NOWHERE: i32 = -1000;

impl<'i> Order<'i> {
    fn new(weights: &'i Weights, terms: usize) -> Self {
        Self {
            weights,
            terms: terms.min(TERMS),
            has: TermSet::default(),
            last: [NOWHERE; TERMS],
            last_quality: [0.0; TERMS],
            best_quality: [0.0; TERMS],
            pairs: [0.0; TERMS],
            runs: [0; TERMS],
            longest_run: 1,
            window: i32::MAX,
            in_window: 0,
        }
    }

    /// Takes in a word of the text that stands for the terms `of`; a compound ends at its position.
    fn meet(&mut self, of: TermSet, placed: Placed, quality: f32) {
        let position = i32::try_from(placed.position).unwrap_or(i32::MAX);
        let begin = i32::try_from(placed.first()).unwrap_or(i32::MAX);
        let met = (0..self.terms).filter(|&term| of.has(term));
        // From the last term down: a term must see where the one before it stood, not where it stands.
        for term in met.rev() {
            self.has.add(TermSet::of(term));
            self.best_quality[term] = self.best_quality[term].max(quality);
            if quality < self.weights.least_in_order {
                continue;
            }
            let run = quality >= self.weights.of_a_run;
            self.runs[term] = usize::from(run);
            if term > 0 && self.last[term - 1] != NOWHERE {
                let gap = begin - self.last[term - 1];
                let both = quality.min(self.last_quality[term - 1]);
                let nearness = match gap {
                    1 => both,
                    2..=STILL_NEAR => self.weights.nearly_side_by_side * both,
                    5.. => self.weights.in_order * both,
                    _ => 0.0,
                };
                self.pairs[term] = self.pairs[term].max(nearness);
                if run && gap == 1 {
                    self.runs[term] = self.runs[term - 1] + 1;
                }
            }
            self.longest_run = self.longest_run.max(self.runs[term]);
            self.last[term] = position;
            self.last_quality[term] = quality;
        }
        self.see_window(position);
    }

    /// Takes in a word that is two terms at once: `term` and the one before.
    fn meet_joined(&mut self, term: usize, placed: Placed) {
        if term == 0 || term >= self.terms {
            return;
        }
        let begin = i32::try_from(placed.first()).unwrap_or(i32::MAX);
        let continues = term > 1 && begin - self.last[term - 2] == 1;
        let before = if continues { self.runs[term - 2] } else { 0 };
        self.runs[term - 1] = self.runs[term - 1].max(before + 1);
        self.runs[term] = self.runs[term].max(before + 2);
        self.longest_run = self.longest_run.max(self.runs[term]);
        self.pairs[term] = 1.0;
    }

    fn see_window(&mut self, position: i32) {
        let seen = (0..self.terms).filter(|&term| self.last[term] != NOWHERE);
        let count = seen.clone().count();
        if count < 2 {
            return;
        }
        let first = seen.map(|term| self.last[term]).min().unwrap_or(position);
        let window = position - first + 1;
        if count > self.in_window || window < self.window {
            self.in_window = count;
            self.window = window;
        }
    }

    fn lift(&self, sum: &mut Summed<'_>, terms: &[Term], share: f32) {
        let weight = |term: usize| terms[term].weight;
        for term in 0..self.terms {
            if !sum.row.has.has(term) {
                let worth = weight(term) * self.best_quality[term] * share;
                sum.add(Reason::Word(term), worth);
            }
            if self.pairs[term] > 0.0 {
                let mean = (weight(term) * weight(term - 1))
                    .sqrt()
                    .max(self.weights.least_in_run);
                let worth = self.pairs[term] * mean * self.weights.side_by_side;
                sum.add(Reason::InOrder(term), worth);
            }
        }
        sum.row.has.add(self.has);
        if self.in_window >= 2 {
            let seen = (0..self.terms).filter(|&term| self.last[term] != NOWHERE);
            let all: f32 = seen.map(weight).sum();
            let count = self.in_window as f32;
            let width = (self.window as f32).max(count);
            let tightness = count / (width + count);
            let mean = all / count;
            let worth = self.weights.narrow_window * mean * (count - 1.0) * tightness;
            sum.add(Reason::Together, worth);
        }
        sum.row.is_run = self.longest_run == self.terms;
        if sum.row.is_run && self.terms > 1 {
            let run: f32 = (0..self.terms)
                .map(|term| weight(term).max(self.weights.least_in_run))
                .sum();
            sum.add(Reason::Run, self.weights.whole_run * run);
        }
    }
}
