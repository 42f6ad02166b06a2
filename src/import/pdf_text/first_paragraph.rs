//! Where the opening and the first paragraph of a resolution begin.
//!
//! Told by the lines alone, before any paragraph is read: a heading without either is no resolution.

use super::bodies;
use crate::import::pdf_text::numbering;
use crate::import::source::Line;
use crate::text::lead::{LeadRules, Verb};

/// The line at a position of a body, and the one below it.
pub(in crate::import) fn line_at<'l, 'a>(
    lines: &'l [Line<'a>],
    body: &[usize],
    at: usize,
) -> (&'l Line<'a>, Option<&'l Line<'a>>) {
    (&lines[body[at]], body.get(at + 1).map(|&next| &lines[next]))
}

/// Whether operative paragraph 1 begins in these lines.
pub(in crate::import) fn opens_first(lines: &[Line<'_>], body: &[usize], leads: LeadRules) -> bool {
    (0..body.len()).any(|at| {
        let (line, next) = line_at(lines, body, at);
        opens_number_one(line, next, leads)
    })
}

/// Whether the first paragraph of these lines is one of a preamble, and operative paragraph 1 begins below it.
pub(in crate::import) fn opens_both(
    lines: &[Line<'_>],
    body: &[usize],
    first: usize,
    leads: LeadRules,
) -> bool {
    let (line, next) = line_at(lines, body, first);
    !opens_number_one(line, next, leads) && opens_first(lines, &body[first..], leads)
}

/// Whether recitals, or what is resolved, begin a few lines below: `WHEREAS …`, `IT WAS RESOLVED THAT …`.
pub(in crate::import) fn opens_recitals(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> bool {
    body.iter().take(HEAD_LINES).any(|&index| {
        let words = &lines[index].words;
        let small = |word: &str| word.to_lowercase();
        let tells = |word: &&str| {
            ["whereas", "whereas,", "resolved", "resolved,", "resolved:"]
                .contains(&small(word).as_str())
        };
        words.iter().take(6).any(tells) && leads.verb(&lines[index].text()).is_some()
    })
}

/// A recital behind a dash or a letter: `– having regard to …`, `A. whereas …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Recital {
    /// Behind a dash.
    Dashed,
    /// Behind a letter.
    Lettered,
}

/// The recital that a line opens with.
pub(in crate::import) fn recital(line: &Line<'_>, leads: LeadRules) -> Option<Recital> {
    let (first, rest) = line.words.split_first()?;
    let is_letters = |letters: &str| {
        (1..=2).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_uppercase())
    };
    let sign = if ["–", "-", "—", "−", "•"].contains(first) {
        Recital::Dashed
    } else if first.strip_suffix(['.', ')']).is_some_and(is_letters) {
        Recital::Lettered
    } else {
        return None;
    };
    let verb = leads.with_small_letters().verb(&rest.join(" "));
    (verb == Some(Verb::Participle)).then_some(sign)
}

/// The longest title and opening that are looked through, in lines.
pub(in crate::import) const HEAD_LINES: usize = 40;

/// The position in `body` of the line with which the opening begins: the last `The …` with the name of
/// a body before the first paragraph, where a stop stands between the two.
pub(in crate::import) fn find_opening(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> Option<usize> {
    let mut opening = None;
    for at in 0..body.len().min(HEAD_LINES) {
        let (line, next) = line_at(lines, body, at);
        if opening.is_some() && opens(line, next, leads) {
            let last = lines[body[at - 1]].words.last();
            if last.is_some_and(|word| word.ends_with([',', ';', ':', '.'])) {
                return opening;
            }
        }
        if bodies::may_open(&line.text(), leads.language()) {
            opening = Some(at);
        }
    }
    None
}

/// The position in `body` of the line with which the first paragraph begins.
pub(in crate::import) fn find_paragraph(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> Option<usize> {
    (0..body.len()).find(|&at| {
        let (line, next) = line_at(lines, body, at);
        opens(line, next, leads)
    })
}

/// Whether a line opens operative paragraph 1.
fn opens_number_one(line: &Line<'_>, next: Option<&Line<'_>>, leads: LeadRules) -> bool {
    numbering::number(&line.words).is_some_and(|label| {
        let text = numbering::text_behind(line, &label, next);
        label.value == 1 && leads.opens_operative(&text)
    })
}

/// Whether a line opens a paragraph, whatever stands before it.
fn opens(line: &Line<'_>, next: Option<&Line<'_>>, leads: LeadRules) -> bool {
    let text = line.text();
    leads.verb(&text).is_some()
        || recital(line, leads).is_some()
        || leads.seems_participle(&text)
        || opens_number_one(line, next, leads)
}
