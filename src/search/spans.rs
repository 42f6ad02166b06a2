//! Where in a text the words of a query stand: what is highlighted.

use std::ops::Range;

use super::concordance::Concordance;
use super::gather::Marks;
use super::tokens::Tokens;

/// The byte ranges in `text` of the words that are marked, ascending, none overlapping. The words of
/// `text` are those of the concordance's text `number`.
pub(super) fn spans(
    words: &Concordance,
    marks: &Marks,
    number: u32,
    text: &str,
) -> Vec<Range<usize>> {
    // First and last position of each match: a compound is two words of the text.
    let mut matches: Vec<(usize, usize)> = Vec::new();
    words.sequences.each(number, |placed| {
        if marks.terms(placed.word) != 0 {
            let last = placed.position as usize;
            matches.push((last.saturating_sub(usize::from(placed.compound)), last));
        }
    });
    let read = matches.last().map_or(0, |(_, last)| last + 1);
    let places = first_words(text, read);
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (first, last) in matches {
        let (Some(first), Some(last)) = (places.get(first), places.get(last)) else {
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
