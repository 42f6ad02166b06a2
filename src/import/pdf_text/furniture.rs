//! What a page adds to its text: page numbers, running heads, rules.
//!
//! A page number is told by its form and its place: decorated (`- 3 -`, `Page 3 of 9`), or a bare number
//! at a page's edge or set apart on both sides. A running head is a line that recurs, but for its
//! numbers, at a page's edge. A page's edge is a form feed, a gap far wider than the usual one, or
//! furniture already found; so the rules are applied until they find no more, or as often as furniture may
//! stand deep.

use std::collections::HashMap;
use std::ops::Range;

use super::{bodies, headings};
use crate::import::pdf_text::numbering;
use crate::import::report::{LeftOut, RepairKind, Report};
use crate::import::source::Line;
use crate::import::words;
use crate::text::lead::LeadRules;
use crate::text::sorting::sort_by;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum LineKind {
    /// Part of a resolution, or what stands before the first one.
    Text,
    /// `---------`
    Rule,
    /// A page number or a running head.
    Furniture,
    /// What went into no resolution.
    LeftOut,
}

/// The lines of a source, each with its kind.
pub(in crate::import) struct Pages<'a> {
    pub lines: &'a [Line<'a>],
    pub kinds: Vec<LineKind>,
    /// The blank lines that stand between two lines of a paragraph: one in a double-spaced file.
    pub usual_gap: u32,
    /// How paragraphs begin.
    pub leads: LeadRules,
    /// What is no part of any resolution, in the order of lines.
    left_out: Vec<LeftOut>,
}

/// As deep as furniture may stand at a page's edge, in lines.
const DEEPEST: usize = 16;

/// One line in so many goes on with the sentence before it, where paragraphs take several lines.
const GOING_ON: usize = 10;

/// How much wider than usual a gap is that can only be a page break.
const PAGE_GAP: u32 = 3;

impl<'a> Pages<'a> {
    pub(in crate::import) fn of(
        lines: &'a [Line<'a>],
        leads: LeadRules,
        report: &mut Report,
    ) -> Self {
        let kind = |line: &Line<'_>| {
            if is_rule(line) {
                LineKind::Rule
            } else {
                LineKind::Text
            }
        };
        let mut pages = Self {
            kinds: lines.iter().map(kind).collect(),
            usual_gap: usual_gap(lines),
            leads,
            lines,
            left_out: vec![],
        };
        // Each time the lines that stand at an edge are found.
        for _ in 0..DEEPEST {
            if !pages.drop_furniture(report) {
                break;
            }
        }
        pages
    }

    /// The positions of lines of text.
    pub(in crate::import) fn text(&self, range: Range<usize>) -> Vec<usize> {
        range
            .filter(|&index| self.kinds[index] == LineKind::Text)
            .collect()
    }

    /// Makes lines no part of any resolution.
    pub(in crate::import) fn leave_out(&mut self, range: Range<usize>, place: &str) {
        let left = self.text(range);
        if let (Some(&first), Some(&last)) = (left.first(), left.last()) {
            self.left_out.push(LeftOut {
                first: self.lines[first].number,
                last: self.lines[last].number,
                words: left
                    .iter()
                    .map(|&index| self.lines[index].words.len())
                    .sum(),
                place: place.to_owned(),
            });
        }
        for index in left {
            self.kinds[index] = LineKind::LeftOut;
        }
    }

    /// Tells what was left out, instead of the doubts about it.
    pub(in crate::import) fn tell_left_out(self, report: &mut Report) {
        report.doubts.retain(|doubt| {
            let at = self.left_out.partition_point(|left| left.last < doubt.line);
            let around = self.left_out.get(at);
            around.is_none_or(|left| doubt.line < left.first)
        });
        for left in &self.left_out {
            let LeftOut {
                first, last, place, ..
            } = left;
            let lines = if first == last {
                format!("line {first} stands")
            } else {
                format!("lines {first} to {last} stand")
            };
            report.doubt(*first, format!("{lines} {place}; left out"));
        }
        report.left_out = self.left_out;
    }

    /// Whether a page ends between two lines of text, of positions `before` and `after`.
    pub(in crate::import) fn page_breaks(&self, before: usize, after: usize) -> bool {
        let gap = self.usual_gap + PAGE_GAP;
        self.sure_break(before, after)
            || (before + 1..=after).any(|index| self.lines[index].blank_before >= gap)
    }

    /// Whether a rule stands between two lines of text.
    pub(in crate::import) fn ruled(&self, before: usize, after: usize) -> bool {
        self.kinds[before..after].contains(&LineKind::Rule)
    }

    fn sure_break(&self, before: usize, after: usize) -> bool {
        let added = [LineKind::Furniture, LineKind::LeftOut];
        (before + 1..=after)
            .any(|index| self.lines[index].feed_before || added.contains(&self.kinds[index]))
    }

    fn drop_furniture(&mut self, report: &mut Report) -> bool {
        let text = self.text(0..self.lines.len());
        let mut found: Vec<(usize, &str)> = (0..text.len())
            .filter(|&at| self.is_page_number(&text, at))
            .map(|at| (text[at], "page number"))
            .collect();
        if found.is_empty() {
            let heads = self.running_heads(&text).into_iter();
            found = heads.map(|index| (index, "running head")).collect();
        }
        for &(index, name) in &found {
            self.kinds[index] = LineKind::Furniture;
            let line = &self.lines[index];
            let what = format!("{name} `{}` dropped", line.text());
            report.repair(line.number, RepairKind::Furniture, what);
        }
        !found.is_empty()
    }

    fn is_page_number(&self, text: &[usize], at: usize) -> bool {
        let line = &self.lines[text[at]];
        let Some(form) = page_number(line) else {
            return false;
        };
        let before = at.checked_sub(1).map(|before| text[before]);
        let after = text.get(at + 1).copied();
        let torn = after.is_some_and(|after| {
            let next = &self.lines[after].words;
            next.first()
                .is_some_and(|word| words::suffix_of(word).is_some())
        });
        let at_edge = before.is_none_or(|before| self.sure_break(before, text[at]))
            || after.is_none_or(|after| self.sure_break(text[at], after));
        let apart = line.blank_before > self.usual_gap
            && after.is_none_or(|after| self.lines[after].blank_before > self.usual_gap);
        match form {
            PageNumber::Decorated => true,
            PageNumber::Bare => !torn && (at_edge || apart),
            PageNumber::Fraction => at_edge,
        }
    }

    /// Lines that recur at the top of pages, and at their foot.
    fn running_heads(&self, text: &[usize]) -> Vec<usize> {
        // Top or foot, and the text → how many stand at a sure break, and all.
        let mut recurring: HashMap<(bool, String), (usize, Vec<usize>)> = HashMap::new();
        for (at, &index) in text.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| text[before]);
            let line_before = before.map(|before| &self.lines[before]);
            if !may_run(&self.lines[index], line_before, self.leads) {
                continue;
            }
            let after = text.get(at + 1).copied();
            let edges = [
                (true, before, before.map(|before| (before, index))),
                (false, after, after.map(|after| (index, after))),
            ];
            for (top, beside, between) in edges {
                let certain = between.is_none_or(|(before, after)| self.sure_break(before, after));
                let edge = certain
                    || between.is_some_and(|(before, after)| self.page_breaks(before, after))
                    || beside.is_some_and(|beside| page_number(&self.lines[beside]).is_some());
                if edge {
                    let key = (top, masked(&self.lines[index]));
                    let (sure, heads) = recurring.entry(key).or_default();
                    *sure += usize::from(certain);
                    heads.push(index);
                }
            }
        }
        // A wide gap may stand elsewhere than at a page's end: then a line must recur more often.
        let mut heads: Vec<_> = recurring
            .into_values()
            .filter(|(sure, heads)| *sure >= 2 || heads.len() >= 3)
            .flat_map(|(_, heads)| heads)
            .collect();
        sort_by(&mut heads, Ord::cmp);
        heads.dedup();
        heads
    }
}

/// Whether a line can be a running head: not what begins or ends a part of a resolution.
fn may_run(line: &Line<'_>, before: Option<&Line<'_>>, leads: LeadRules) -> bool {
    let text = line.text();
    let below_heading = before.is_some_and(|before| {
        headings::read(before).is_some() || before.words.first() == Some(&"ON")
    });
    !below_heading
        && text.contains(char::is_alphabetic)
        && line.words.len() <= 12
        && line.words[0] != "ON"
        && !text.ends_with(['.', ';', ',', ':', '-'])
        && leads.verb(&text).is_none()
        && numbering::number(&line.words).is_none_or(|label| !label.has_stop())
        && words::suffix_of(line.words[0]).is_none()
        && headings::read(line).is_none()
        && !bodies::may_open(&text, leads.language())
}

/// The line with its numbers levelled, and without a page number at its ends.
fn masked(line: &Line<'_>) -> String {
    let is_word = |word: &&str| word.contains(|c: char| !c.is_ascii_digit());
    let first = line.words.iter().position(is_word).unwrap_or(0);
    let last = line.words.iter().rposition(is_word).unwrap_or(0);
    let mut mask = String::new();
    for c in line.words[first..=last].join(" ").chars() {
        match c.is_ascii_digit() {
            true if mask.ends_with('#') => {}
            true => mask.push('#'),
            false => mask.push(c),
        }
    }
    mask
}

/// The forms of page numbers, the surest first.
enum PageNumber {
    /// `- 3 -`, `Page 3`, `Page 3 of 9`
    Decorated,
    /// `3`
    Bare,
    /// `3/9`, `3 of 9`
    Fraction,
}

fn page_number(line: &Line<'_>) -> Option<PageNumber> {
    let text = line.words.concat().to_lowercase();
    let small =
        |text: &str| (1..=3).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    let fraction = |text: &str| {
        let parts = text.split_once("of").or_else(|| text.split_once('/'));
        parts.is_some_and(|(page, pages)| small(page) && small(pages))
    };
    let dashes = ['-', '–', '—'];
    let undashed = text.trim_matches(dashes);
    let unnamed = text.strip_prefix("page").or(text.strip_prefix("p."));
    if text.starts_with(dashes) && text.ends_with(dashes) && small(undashed)
        || unnamed.is_some_and(|number| small(number) || fraction(number))
    {
        Some(PageNumber::Decorated)
    } else if small(&text) {
        Some(PageNumber::Bare)
    } else {
        fraction(&text).then_some(PageNumber::Fraction)
    }
}

fn is_rule(line: &Line<'_>) -> bool {
    let text = line.words.concat();
    text.chars().count() >= 3
        && text
            .chars()
            .all(|c| matches!(c, '-' | '_' | '=' | '*' | '~' | '–' | '—' | '―' | '─'))
}

/// The gap that at least a quarter of the lines that go on with a sentence don't exceed. None go on where each
/// paragraph is one line: then there is no gap inside a paragraph.
fn usual_gap(lines: &[Line<'_>]) -> u32 {
    let goes_on = |pair: &&[Line<'_>]| {
        let stopped = pair[0].words.last().is_none_or(|word| words::is_stop(word));
        let begins = pair[1].words[0].starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
        !stopped && begins
    };
    let pairs = lines.windows(2).filter(goes_on);
    let mut gaps: Vec<_> = pairs.map(|pair| pair[1].blank_before).collect();
    if gaps.len() * GOING_ON < lines.len() {
        return 0;
    }
    sort_by(&mut gaps, Ord::cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0)
}
