//! Resolutions whose numbers stand below their texts.
//!
//! | below the text | symbol |
//! |---|---|
//! | `№ 45-7`, behind the day | `45-7` |
//! | `(Resolution No. 8977 – O.S. (160) – S. 3 – 6/9/2023)`, `(ق: رقم 9011 - د.ع (161) - 6/3/2024)` | `8977`, `9011` |

use std::ops::Range;

use super::bracket::in_bracket;
use super::{Heading, is_symbol_of};
use crate::import::pdf_text::bodies;
use crate::import::pdf_text::furniture::Pages;

/// The number of an act that stands below its text and the day: `№ 45-7`.
pub(in crate::import) fn at_end(pages: &Pages<'_>) -> Option<String> {
    const LINES: usize = 4;
    let last = pages.lines.iter().rev().take(LINES);
    let mut numbers = last.filter_map(|line| match line.words.as_slice() {
        ["№", number] if is_symbol_of(number) => Some((*number).to_owned()),
        _ => None,
    });
    numbers.next()
}

/// The resolutions of a document each of which ends with a bracket that has its number, from behind the bracket before
/// it; none where one of them has no opening.
pub(in crate::import) fn resolutions(pages: &Pages<'_>) -> Vec<(Range<usize>, Heading)> {
    let language = pages.leads.language();
    let mut begin = 0;
    let mut found = Vec::new();
    for (at, line) in pages.lines.iter().enumerate() {
        let Some(number) = in_bracket(line) else {
            continue;
        };
        let mut above = pages.lines[begin..at].iter();
        if !above.any(|line| bodies::may_open(&line.text(), language)) {
            return vec![];
        }
        found.push((begin..at + 1, Heading::unprinted(number)));
        begin = at + 1;
    }
    if let Some((last, _)) = found.last_mut() {
        last.end = pages.lines.len();
    }
    found
}
