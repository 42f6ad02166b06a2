//! Where the opening and the first paragraph of a resolution begin.
//!
//! Told by the lines alone, before any paragraph is read: a heading without either is no resolution.

use super::source::Line;
use super::{numbers, opening};
use crate::lead::{self, Verb};

/// Whether operative paragraph 1 begins in these lines.
pub(super) fn opens_first(lines: &[Line<'_>], body: &[usize]) -> bool {
    body.iter().enumerate().any(|(at, &index)| {
        let next = body.get(at + 1).map(|&next| &lines[next]);
        opens_number_one(&lines[index], next)
    })
}

/// The longest title and opening that are looked through, in lines.
const HEAD_LINES: usize = 40;

/// The position in `body` of the line with which the opening begins: the last `The …` with the name of
/// a body before the first paragraph, where a stop stands between the two.
pub(super) fn find_opening(lines: &[Line<'_>], body: &[usize]) -> Option<usize> {
    let head = &body[..body.len().min(HEAD_LINES)];
    let mut opening = None;
    for (at, &index) in head.iter().enumerate() {
        let line = &lines[index];
        let next = body.get(at + 1).map(|&next| &lines[next]);
        if opening.is_some() && opens(line, next) {
            let last = lines[head[at - 1]].words.last();
            if last.is_some_and(|word| word.ends_with([',', ';', ':', '.'])) {
                return opening;
            }
        }
        if opening::may_open(&line.text()) {
            opening = Some(at);
        }
    }
    None
}

/// Whether a line opens operative paragraph 1.
fn opens_number_one(line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    numbers::number(&line.words).is_some_and(|label| {
        let verb = lead::opening_verb(&numbers::text_behind(line, &label, next));
        label.value == 1 && verb == Some(Verb::Finite)
    })
}

/// Whether a line opens a paragraph, whatever stands before it.
pub(super) fn opens(line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    let text = line.text();
    lead::opening_verb(&text).is_some()
        || lead::seems_participle(&text)
        || opens_number_one(line, next)
}
