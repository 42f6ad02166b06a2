//! Where in a text the words of a query stand: what is highlighted.
//!
//! An answer knows the words by their positions, from the index alone. Of the few rows that are shown,
//! the caller has the text, and asks for the bytes.

use std::ops::Range;

use crate::search::index::concordance::Concordance;
use crate::search::rank::term_map::TermMap;
use crate::search::weights::TOGETHER;
use crate::search::words::tokens::Tokens;

/// The words of a text that are marked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::search) struct Matches {
    /// First and last position of each among the words of the text: a compound is two of them.
    places: Vec<(u32, u32)>,
    /// Which of them says most: one that is rare and sure.
    best: usize,
}

impl Matches {
    /// Those of a text.
    pub(in crate::search) fn of(words: &Concordance, marks: &TermMap, number: u32) -> Self {
        let mut matches = Self::default();
        let mut most = 0.0;
        words.sequences.each(number, |placed| {
            if marks.terms(placed.word) != 0 {
                // Words are numbered by frequency.
                let rarity = (placed.word.0 + 2).ilog2() as f32;
                let says = rarity * marks.quality(placed.word).powi(2);
                if says > most {
                    most = says;
                    matches.best = matches.places.len();
                }
                matches.places.push((placed.first(), placed.position));
            }
        });
        matches
    }

    /// Their byte ranges in the `text` they were found in, ascending, none overlapping; and that of the first
    /// of those that stand together with the one that says most.
    pub(in crate::search) fn spans(&self, text: &str) -> (Vec<Range<usize>>, Option<Range<usize>>) {
        let best = self.places.get(self.best).map(|(best, _)| *best);
        let is_near = |last: u32| best.is_some_and(|best| last + TOGETHER >= best);
        let read = self.places.last().map_or(0, |(_, last)| *last as usize + 1);
        let words = first_words(text, read);
        let word = |position: u32| words.get(position as usize);
        let (mut spans, mut shown): (Vec<Range<usize>>, _) = (Vec::new(), None);
        for &(first, last) in &self.places {
            let (Some(from), Some(to)) = (word(first), word(last)) else {
                break;
            };
            let (mut start, end) = (from.start, to.end);
            if shown.is_none() && is_near(last) {
                shown = Some(start..end);
            }
            // A compound covers its parts; pairs of characters overlap.
            while let Some(before) = spans.pop_if(|before| before.end > start) {
                start = start.min(before.start);
            }
            spans.push(start..end);
        }
        (spans, shown)
    }
}

/// Where the first `count` words of a text stand.
fn first_words(text: &str, count: usize) -> Vec<Range<usize>> {
    let mut places = Vec::with_capacity(count);
    let mut tokens = Tokens::new(text);
    while places.len() < count
        && let Some(token) = tokens.next()
    {
        places.push(token.bytes);
    }
    places
}
