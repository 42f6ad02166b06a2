//! Where the opening and the first paragraph of a resolution begin.
//!
//! Told by the lines alone, before any paragraph is read: a heading without either is no resolution.

use super::bodies;
use crate::import::pdf_text::numbering;
use crate::import::source::Line;
use crate::import::words::is_stop;
use crate::text::language::Language;
use crate::text::lead::{self, LeadRules, Verb};

pub(in crate::import) mod sections;
mod twice;

pub(in crate::import) use twice::title_twice;

/// The line at a position of a body, and the one below it.
pub(in crate::import) fn line_at<'l, 'a>(
    lines: &'l [Line<'a>],
    body: &[usize],
    at: usize,
) -> (&'l Line<'a>, Option<&'l Line<'a>>) {
    (&lines[body[at]], body.get(at + 1).map(|&next| &lines[next]))
}

/// What stands before a paragraph that has no number.
pub(in crate::import) const DASHES: [&str; 6] = ["–", "-", "—", "−", "•", "*"];

/// The position in `body` of the line with which the opening begins, or the first paragraph; behind the last line where
/// none does. `is_titled` says whether a symbol stands above these lines.
pub(in crate::import) fn find_beginning(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
    is_titled: bool,
) -> usize {
    let find = |from: usize| {
        let below = &body[from..];
        let first = find_opening(lines, below, leads)
            .or_else(|| sections::find(lines, below, leads))
            .or_else(|| find_paragraph(lines, below, leads))
            .or_else(|| find_counted_below_body(lines, below, leads.language(), is_titled));
        from + first.unwrap_or(below.len())
    };
    let first = find(0);
    // A title may begin as a recital does.
    let title = title_twice(lines, body).filter(|(title, _)| title.contains(&first));
    title.map_or(first, |(_, again)| find(again.end))
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

/// Whether recitals, or what is resolved, begin a few lines below: `WHEREAS …`, `IT WAS RESOLVED THAT …`; in a language
/// that has no such word, a whole recital, and a paragraph behind a stop that opens with what is resolved.
pub(in crate::import) fn opens_recitals(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> bool {
    recites(lines, body, leads)
        || body.iter().take(HEAD_LINES).any(|&index| {
            let words = &lines[index].words;
            let small = |word: &str| word.to_lowercase();
            let tells = |word: &&str| {
                ["whereas", "whereas,", "resolved", "resolved,", "resolved:"]
                    .contains(&small(word).as_str())
            };
            words.iter().take(6).any(tells) && leads.verb(&lines[index].text()).is_some()
        })
}

/// Whether a whole recital begins a few lines below, and behind it a paragraph that opens with what is resolved.
fn recites(lines: &[Line<'_>], body: &[usize], leads: LeadRules) -> bool {
    let known = [Language::English, Language::Chinese, Language::Other];
    if known.contains(&leads.language()) {
        return false;
    }
    let recital =
        (0..body.len().min(HEAD_LINES)).find(|&at| is_whole_recital(lines, body, at, leads));
    recital.is_some_and(|first| {
        (first + 1..body.len()).any(|at| {
            let words = &lines[body[at]].words;
            let words = &words[usize::from(DASHES.contains(&words[0]))..];
            let resolves = || leads.verb(&words.join(" ")) == Some(Verb::Finite);
            lines[body[at - 1]].ends_sentence() && resolves()
        })
    })
}

/// The position in `body` of a paragraph 1 whose text may open with any words, where a paragraph 2 stands below it:
/// `1. The Assembly notes …`.
pub(in crate::import) fn find_counted(lines: &[Line<'_>], body: &[usize]) -> Option<usize> {
    find_first(lines, body, numbering::number)
}

/// The same of what `label` takes for the number of a paragraph.
fn find_first(
    lines: &[Line<'_>],
    body: &[usize],
    label: for<'a> fn(&[&'a str]) -> Option<numbering::Label<'a>>,
) -> Option<usize> {
    let counts = |at: usize, value: u32| {
        let (line, next) = line_at(lines, body, at);
        label(&line.words).is_some_and(|label| {
            let text = numbering::text_behind(line, &label, next);
            let sentence = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
            label.has_stop() && label.value == value && sentence
        })
    };
    let ends = |at: usize| lines[body[at]].ends_sentence();
    let first = (0..body.len().min(HEAD_LINES)).find(|&at| counts(at, 1))?;
    let second = (first + 1..body.len()).find(|&at| counts(at, 2) && ends(at - 1));
    second.is_some().then_some(first)
}

/// So, or the position of the line above it where that is nothing but the name of a body, and no title unless there is
/// another.
pub(in crate::import) fn find_counted_below_body(
    lines: &[Line<'_>],
    body: &[usize],
    language: Language,
    is_titled: bool,
) -> Option<usize> {
    let at = find_first(lines, body, numbering::label)?;
    let above = at.checked_sub(1).filter(|above| {
        let text = lines[body[*above]].text();
        bodies::is_body(&text) || bodies::may_open(&text, language)
    });
    Some(above.filter(|above| is_titled || *above > 0).unwrap_or(at))
}

/// Whether no gap stands between paragraphs, as far as the head reaches.
pub(in crate::import) fn is_tight(lines: &[Line<'_>], body: &[usize]) -> bool {
    let below = body.iter().skip(1).take(HEAD_LINES);
    below
        .map(|&index| &lines[index])
        .all(|line| line.blank_before == 0 && !line.feed_before)
}

/// Whether numbers run through the recitals: paragraph 1 is one, and behind it a number counts on whose verb opens an
/// operative paragraph.
pub(in crate::import) fn numbers_recitals(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> bool {
    let mut last = 0;
    for at in 0..body.len() {
        let (line, next) = line_at(lines, body, at);
        let Some(label) = numbering::number(&line.words).filter(|label| label.value == last + 1)
        else {
            continue;
        };
        match leads.verb(&numbering::text_behind(line, &label, next)) {
            Some(Verb::Participle) => last += 1,
            Some(Verb::Finite) => return last > 0,
            None => {}
        }
    }
    false
}

/// Whether a line is nothing but what stands between recitals and what is resolved, with paragraph 1 or the next number
/// below it: `The Assembly:`, `RESUELVE:`, `NOW, THEREFORE, BE IT RESOLVED AS FOLLOWS:`.
pub(in crate::import) fn enacts(
    line: &Line<'_>,
    next: Option<&Line<'_>>,
    number: u32,
    leads: LeadRules,
) -> bool {
    // `DELIBERA`, over `1. di approvare …`
    let is_verb = || {
        let small = leads.with_small_letters();
        line.words.len() == 1 && small.verb(&line.words[0].to_lowercase()) == Some(Verb::Finite)
    };
    let counted = next.is_some_and(|next| {
        let label = numbering::label(&next.words).or_else(|| numbering::section_alone(&next.words));
        label.is_some_and(|label| {
            let text = numbering::text_behind(next, &label, None);
            let is_named = next.words[0].starts_with(char::is_alphabetic);
            // `1 -`
            (label.has_stop() || label.is_dashed(&next.words))
                && label.value == number
                && (is_named || is_verb() || !text.starts_with(char::is_lowercase))
        })
    });
    let text = line.text();
    // `NOW, THEREFORE, THE BOARD:` over paragraphs without numbers.
    let calls = || lead::is_enacting(&text) && line.ends_in_colon();
    if next.is_some_and(|next| leads.verb(&next.text()) == Some(Verb::Finite)) && calls() {
        return true;
    }
    counted
        && (bodies::may_open(&text, leads.language())
            || bodies::is_body(&text)
            || line.ends_in_colon() && (resolves(&text, leads) || bodies::ends_with_body(&text))
            || is_verb())
}

/// `RESUELVE:`, `beschließt:`, `DO HEREBY DECLARE THAT WE SHALL:`, `会议决定：`
fn resolves(text: &str, leads: LeadRules) -> bool {
    const LONGEST: usize = 10;
    let shouted = text.starts_with(char::is_uppercase) && !text.contains(char::is_lowercase);
    let small = leads.with_small_letters().verb(text);
    let is_finite =
        small == Some(Verb::Finite) || leads.language() == Language::Chinese && small.is_some();
    leads.verb(text) == Some(Verb::Finite)
        || text.split(' ').count() <= LONGEST && (shouted || is_finite)
}

/// The position in `body` of a line that [enacts] what stands below it.
pub(in crate::import) fn find_enacting(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> Option<usize> {
    (1..body.len().min(HEAD_LINES)).find(|&at| {
        let (line, next) = line_at(lines, body, at);
        (line.ends_in_colon() || line.words.len() == 1) && enacts(line, next, 1, leads)
    })
}

/// A recital behind a dash, a letter or a number in brackets: `– having regard to …`, `A. whereas …`, `(1) Noting …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Recital {
    /// Behind a dash.
    Dashed,
    /// Behind a letter or a number in brackets.
    Lettered,
}

/// The recital that a line opens with.
pub(in crate::import) fn recital(
    line: &Line<'_>,
    next: Option<&Line<'_>>,
    leads: LeadRules,
) -> Option<Recital> {
    let (first, rest) = line.words.split_first()?;
    // A sign alone on its line.
    let rest = match next {
        Some(next) if rest.is_empty() => &next.words,
        _ => rest,
    };
    let is_letters = |letters: &str| {
        (1..=2).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_uppercase())
    };
    let sign = if DASHES.contains(first) && *first != "*" {
        Recital::Dashed
    } else if first.strip_suffix(['.', ')']).is_some_and(is_letters) || is_bracketed(first) {
        Recital::Lettered
    } else {
        return None;
    };
    let verb = leads.with_small_letters().verb(&rest.join(" "));
    (verb == Some(Verb::Participle)).then_some(sign)
}

/// `(1)`, `(12)`, `(a)`
fn is_bracketed(label: &str) -> bool {
    label
        .strip_prefix('(')
        .and_then(|label| label.strip_suffix(')'))
        .is_some_and(|inner| {
            (1..=2).contains(&inner.len()) && inner.chars().all(|c| c.is_ascii_alphanumeric())
        })
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
        // A heading may stand between the two.
        let mut above = body[..at].iter().rev().map(|&index| &lines[index]);
        let above = above.find(|line| !line.is_heading());
        // A name in capitals needs no stop.
        let ends = above.is_some_and(|above| {
            let text = || above.text();
            above.ends_sentence()
                || above.is_without_small_letters() && bodies::may_open(&text(), leads.language())
        });
        let begins =
            || opens(line, next, leads) || sections::verb_over(line, next, 0, leads).is_some();
        if opening.is_some() && ends && begins() {
            return opening;
        }
        // Behind recitals a body opens what it resolves: `The Assembly:`.
        let recites = || {
            is_whole_recital(lines, body, at, leads)
                || opens_number_one(line, next, leads)
                || over_recitals(line, leads)
        };
        if opening.is_none() && recites() {
            return None;
        }
        let is_over_recital = || {
            next.is_some_and(|next| {
                leads.verb(&next.text()) == Some(Verb::Participle)
                    || recital(next, None, leads).is_some()
            })
        };
        let text = line.text();
        if bodies::may_open(&text, leads.language()) || bodies::is_named(&text) && is_over_recital()
        {
            opening = Some(at);
        }
    }
    None
}

/// Whether a line begins with what stands over recitals: `VISTOS:`, `CONSIDERANDO:`
pub(in crate::import) fn over_recitals(line: &Line<'_>, leads: LeadRules) -> bool {
    let first = line.words[0];
    first.ends_with(':')
        && !first.contains(char::is_lowercase)
        && leads.verb(first) == Some(Verb::Participle)
}

/// The last word of a line, but for what joins the next paragraph to it.
fn last_but_and<'a>(line: &Line<'a>) -> Option<&'a str> {
    line.words
        .iter()
        .rev()
        .find(|word| **word != "and")
        .copied()
}

/// Whether a paragraph of a preamble begins with a line, and ends with a stop before the next gap: no title.
fn is_whole_recital(lines: &[Line<'_>], body: &[usize], at: usize, leads: LeadRules) -> bool {
    let (line, _) = line_at(lines, body, at);
    if leads.verb(&line.text()) != Some(Verb::Participle) {
        return false;
    }
    let stops = |line: &Line<'_>| {
        last_but_and(line).is_some_and(|word| word.ends_with([';', ',', '，', '；', '。']))
    };
    let opens = |line: &Line<'_>| leads.verb(&line.text()) == Some(Verb::Participle);
    let mut last = line;
    for &index in &body[at + 1..] {
        let below = &lines[index];
        if below.blank_before > 0 || stops(last) && opens(below) {
            break;
        }
        last = below;
    }
    stops(last)
}

/// The position in `body` of the line with which the first paragraph begins.
pub(in crate::import) fn find_paragraph(
    lines: &[Line<'_>],
    body: &[usize],
    leads: LeadRules,
) -> Option<usize> {
    (0..body.len()).find(|&at| {
        let (line, next) = line_at(lines, body, at);
        opens(line, next, leads) && !is_title(lines, body, at, leads)
    })
}

/// Whether a line that begins as a recital does is a title: a short one, which ends with no stop before the next gap.
fn is_title(lines: &[Line<'_>], body: &[usize], at: usize, leads: LeadRules) -> bool {
    const WORDS: usize = 24;
    let text = lines[body[at]].text();
    if leads.verb(&text) != Some(Verb::Participle) && !leads.seems_participle(&text) {
        return false;
    }
    let stops = |line: &Line<'_>| last_but_and(line).is_some_and(is_stop);
    let goes_on =
        |line: &Line<'_>| line.words[0].starts_with(char::is_lowercase) || line.words.len() == 1;
    let touches = |&&index: &&usize| lines[index].blank_before == 0;
    let below = body[at + 1..].iter().take_while(touches).count();
    let unit = &body[at..=at + below];
    let words: usize = unit.iter().map(|&index| lines[index].words.len()).sum();
    (2..=WORDS).contains(&words)
        && body
            .get(at + below + 1)
            .is_some_and(|&next| !goes_on(&lines[next]))
        && !unit.iter().any(|&index| stops(&lines[index]))
        && !text.to_lowercase().starts_with("whereas")
        && text.starts_with(char::is_uppercase)
}

/// Whether a line opens paragraph 1, which is an operative one or, as in `1. RECALLING …`, a recital.
fn opens_number_one(line: &Line<'_>, next: Option<&Line<'_>>, leads: LeadRules) -> bool {
    let label = numbering::number(&line.words).filter(|label| label.value == 1);
    label.is_some_and(|label| {
        let text = numbering::text_behind(line, &label, next);
        leads.opens_operative(&text)
            || label.has_stop() && leads.verb(&text) == Some(Verb::Participle)
    })
}

/// Whether a line opens a paragraph, whatever stands before it.
fn opens(line: &Line<'_>, next: Option<&Line<'_>>, leads: LeadRules) -> bool {
    let text = line.text();
    leads.verb(&text).is_some()
        || recital(line, next, leads).is_some()
        || leads.seems_participle(&text)
        || opens_number_one(line, next, leads)
}
