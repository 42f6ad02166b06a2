//! Where in a text the words of a query stand: what is highlighted.
//!
//! An answer knows the words by their positions, from the index alone. Of the few rows that are shown,
//! whoever shows them has the text, and asks for the bytes.

use std::ops::Range;

use super::concordance::Concordance;
use super::marks::Marks;
use super::tokens::Tokens;

/// First and last position of each match among the words of a text: a compound is two of them.
pub(super) type Matches = Vec<(u32, u32)>;

/// The words of a text that are marked.
pub(super) fn matches(words: &Concordance, marks: &Marks, number: u32) -> Matches {
    let mut matches = Matches::new();
    words.sequences.each(number, |placed| {
        if marks.terms(placed.word) != 0 {
            let last = placed.position;
            matches.push((last.saturating_sub(u32::from(placed.compound)), last));
        }
    });
    matches
}

/// The byte ranges of matches in the `text` they were found in, ascending, none overlapping.
pub(super) fn spans(matches: &[(u32, u32)], text: &str) -> Vec<Range<usize>> {
    let read = matches.last().map_or(0, |(_, last)| *last as usize + 1);
    let places = first_words(text, read);
    let place = |position: u32| places.get(position as usize);
    let mut spans: Vec<Range<usize>> = Vec::new();
    for &(first, last) in matches {
        let (Some(first), Some(last)) = (place(first), place(last)) else {
            break;
        };
        let (mut start, end) = (first.start, last.end);
        // A compound covers its parts; pairs of characters overlap.
        while let Some(before) = spans.pop_if(|before| before.end > start) {
            start = start.min(before.start);
        }
        spans.push(start..end);
    }
    spans
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
