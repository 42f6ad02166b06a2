//! Resolutions whose numbers stand below their texts.
//!
//! | below the text | symbol |
//! |---|---|
//! | `№ 45-7`, behind the day | `45-7` |
//! | `(Resolution No. 8977 – O.S. (160) – S. 3 – 6/9/2023)`, `(ق: رقم 9011 - د.ع (161) - 6/3/2024)` | `8977`, `9011` |

use std::ops::Range;

use super::{Heading, is_keyword, is_number_word, is_symbol_of};
use crate::import::pdf_text::bodies;
use crate::import::pdf_text::furniture::Pages;
use crate::import::source::Line;
use crate::import::words::figures;

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

/// The number in a line that is nothing but a bracket with a number and a day in figures.
pub(in crate::import) fn in_bracket(line: &Line<'_>) -> Option<String> {
    const WORDS: usize = 16;
    let (first, last) = (line.words.first()?, line.words.last()?);
    let opens = first.strip_prefix('(')?;
    let is_named = is_keyword(opens) || opens.starts_with('ق');
    let day = last.strip_suffix(')')?;
    if !is_named || line.words.len() > WORDS || day.matches('/').count() != 2 {
        return None;
    }
    let at = line.words.iter().position(|word| is_number_word(word))?;
    let number = figures(line.words.get(at + 1)?).into_owned();
    number
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_in_a_bracket_with_the_day() {
        let read = |text: &'static str| {
            in_bracket(&Line {
                words: text.split(' ').collect(),
                ..Line::default()
            })
        };
        for (text, number) in [
            (
                "(Resolution No. 9977 – O.S. (260) – S. 3 – 6/9/2043)",
                Some("9977"),
            ),
            ("(ق: رقم 9011 - د.ع (261) - ج 2 - 6/3/2044)", Some("9011")),
            ("(Resolution No. 9977 of the Council)", None),
            ("Resolution No. 9977 – 6/9/2043", None),
        ] {
            assert_eq!(read(text).as_deref(), number, "{text}");
        }
    }
}
