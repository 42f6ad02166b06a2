//! What a page adds to its text: page numbers, running heads, job numbers, rules.
//!
//! Job numbers, bar codes and imprints are told by their form; page numbers and running heads by the [edge](edges) of a
//! page that they stand at. That is a form feed, a gap far wider than the usual one, a note, or furniture already found;
//! so the rules are applied until they find no more, or as often as furniture may stand deep.

use std::collections::BTreeMap;
use std::ops::Range;

use super::adoption::{self, ClosingKind, ClosingNote};
use super::forms;
use super::notes::{NoteLine, Notes};
use crate::import::by_hand::LineTold;
use crate::import::pdf_text::numbering;
use crate::import::report::{LeftOut, RepairKind, Report};
use crate::import::shapes::DocumentShapes;
use crate::import::source::{self, Line};
use crate::text::lead::LeadRules;
use crate::text::sorting::sort_by;

mod edges;
pub(super) mod line_numbers;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum LineKind {
    /// Part of a resolution, or what stands before the first one.
    Text,
    /// `---------`
    Rule,
    /// A page number or a running head.
    Furniture,
    /// A note, its mark on a line of its own, or what stands over notes.
    Note(NoteLine),
    /// What stands behind a text and says how it came about.
    Fact,
    /// What went into no resolution.
    LeftOut,
}

/// The lines of a source, each with its kind.
pub(in crate::import) struct Pages<'a> {
    pub lines: &'a [Line<'a>],
    pub kinds: Vec<LineKind>,
    /// The blank lines that stand between two lines of a paragraph: one in a double-spaced file.
    pub usual_gap: u32,
    /// Each paragraph is one line.
    pub is_unwrapped: bool,
    /// How paragraphs begin.
    pub leads: LeadRules,
    /// What the format says of the lines.
    pub shapes: &'a DocumentShapes,
    /// What pages say at their foot.
    pub notes: Notes<'a>,
    /// What stands behind texts.
    pub closing: Vec<ClosingNote>,
    /// What a person says of lines, by their position.
    pub told: BTreeMap<usize, LineTold>,
    /// The words over the first paragraph, in small letters, which running heads say again; and the line that it
    /// begins with.
    head: (Vec<String>, usize),
    /// What is no part of any resolution, in the order of lines.
    left_out: Vec<LeftOut>,
}

/// As deep as furniture may stand at a page's edge, in lines.
const DEEPEST: usize = 16;

/// How much wider than usual a gap is that can only be a page break.
const PAGE_GAP: u32 = 3;

impl<'a> Pages<'a> {
    pub(in crate::import) fn of(
        lines: &'a [Line<'a>],
        usual_gap: u32,
        leads: LeadRules,
        notes: Notes<'a>,
        shapes: &'a DocumentShapes,
        report: &mut Report,
    ) -> Self {
        let kind = |(index, line): (usize, &Line<'_>)| match notes.kinds.get(&index) {
            Some(&kind) => LineKind::Note(kind),
            None if line.is_in_table() => LineKind::Text,
            None if forms::is_job(line) || forms::is_imprint(line) || forms::is_of_site(line) => {
                LineKind::Furniture
            }
            None if forms::is_rule(line) => LineKind::Rule,
            None => LineKind::Text,
        };
        let closing = adoption::find(lines, usual_gap, leads);
        let mut pages = Self {
            kinds: lines.iter().enumerate().map(kind).collect(),
            usual_gap,
            head: head(lines, leads),
            leads,
            shapes,
            is_unwrapped: source::is_unwrapped(lines, shapes.wraps_no_lines),
            lines,
            notes,
            closing,
            told: BTreeMap::new(),
            left_out: vec![],
        };
        for note in &pages.closing {
            let kind = match note.kind {
                ClosingKind::Signature => LineKind::Furniture,
                _ => LineKind::Fact,
            };
            for line in &mut pages.kinds[note.lines.clone()] {
                if *line == LineKind::Text {
                    *line = kind;
                }
            }
        }
        for (line, kind) in lines.iter().zip(&pages.kinds) {
            if *kind == LineKind::Furniture {
                let what = format!("`{}` dropped", line.text());
                report.repair(line.number, RepairKind::Furniture, what);
            }
        }
        // Each time the lines that stand at an edge are found.
        for _ in 0..DEEPEST {
            if !pages.drop_furniture(report) {
                break;
            }
        }
        pages
    }

    /// Takes lines for what a person says they are.
    pub(in crate::import) fn take_as_told(&mut self, told: BTreeMap<usize, LineTold>) {
        for (&line, told) in &told {
            self.kinds[line] = match told {
                LineTold::Furniture => LineKind::Furniture,
                _ => LineKind::Text,
            };
        }
        self.told = told;
    }

    /// The position of the line that a person says is the title, or the opening's first.
    pub(in crate::import) fn told_at(&self, told: &LineTold, range: Range<usize>) -> Option<usize> {
        let mut within = self.told.range(range);
        within
            .find(|(_, other)| *other == told)
            .map(|(&line, _)| line)
    }

    /// The positions of lines of text.
    pub(in crate::import) fn text(&self, range: Range<usize>) -> Vec<usize> {
        range
            .filter(|&index| self.kinds[index] == LineKind::Text)
            .collect()
    }

    /// What stands behind the text of a resolution of these lines.
    pub(in crate::import) fn closing_in(&self, range: &Range<usize>) -> &[ClosingNote] {
        let behind = |at| self.closing.partition_point(|note| note.lines.start < at);
        &self.closing[behind(range.start)..behind(range.end)]
    }

    /// Makes lines no part of any resolution.
    pub(in crate::import) fn leave_out(&mut self, range: Range<usize>, place: &str) {
        self.leave_out_but(range, place, |_| false);
    }

    /// Makes the lines before the first resolution, which are those up to a position, no part of any. A cover and a
    /// list of the resolutions, whose symbols these are, are known.
    pub(in crate::import) fn leave_out_front(&mut self, begin: usize, symbols: &[&str]) {
        let text = self.text(0..begin);
        let lists = |index: &usize| {
            let words = &self.lines[*index].words;
            let leads = |word: &&str| word.contains("....") || word.contains("…");
            let names = |word: &&str| symbols.contains(&word.trim_end_matches(['.', ':', ',']));
            words.iter().any(leads) || words.iter().any(names) && !forms::is_symbol(words[0])
        };
        let of_cover = |index: &usize| {
            let words = &self.lines[*index].words;
            let ends = words.last().is_some_and(|word| word.ends_with([';', ',']));
            let is_short =
                words.len() <= COVER_WORDS || self.lines[*index].is_without_small_letters();
            is_short && !ends
        };
        let listed: Vec<usize> = text.iter().copied().filter(lists).collect();
        let list = match listed.as_slice() {
            [first, .., last] => *first..*last + 1,
            _ => 0..0,
        };
        let beside = text.iter().rev().take(COVER_LINES);
        let cover = beside.take_while(|index| of_cover(index) || list.contains(index));
        let cover = cover.last().copied().unwrap_or(begin);
        let is_known = |index| index >= cover || list.contains(&index);
        self.leave_out_but(0..begin, "before the first resolution", is_known);
    }

    /// Makes lines no part of any resolution; some of them are known furniture.
    fn leave_out_but(
        &mut self,
        range: Range<usize>,
        place: &str,
        is_known: impl Fn(usize) -> bool,
    ) {
        let left = self.text(range);
        let unknown = left.iter().filter(|index| !is_known(**index));
        if let (Some(&first), Some(&last)) = (left.first(), left.last()) {
            self.left_out.push(LeftOut {
                first: self.lines[first].number,
                last: self.lines[last].number,
                words: unknown.map(|&index| self.lines[index].printed()).sum(),
                place: place.to_owned(),
            });
        }
        for index in left {
            self.kinds[index] = if is_known(index) {
                LineKind::Furniture
            } else {
                LineKind::LeftOut
            };
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
        let words = |left: &LeftOut| left.words > 0;
        report.left_out = self.left_out.into_iter().filter(words).collect();
    }

    /// Counts the words of what is no text, and leaves out the notes that no resolution has.
    pub(in crate::import) fn count(&mut self, report: &mut Report) {
        let words = &mut report.words;
        words.notes += self.notes.marks;
        for (line, kind) in self.lines.iter().zip(&self.kinds) {
            let count = line.printed();
            match kind {
                LineKind::Text | LineKind::Note(NoteLine::Note) => {}
                LineKind::Rule | LineKind::Note(NoteLine::Over) => words.rules += count,
                LineKind::Note(NoteLine::Mark) => words.notes += count,
                LineKind::Furniture => words.furniture += count,
                LineKind::Fact => words.facts += count,
                LineKind::LeftOut => words.left_out += count,
            }
        }
        for note in self.notes.list.iter().filter(|note| !note.is_kept) {
            let count = note.label + note.words.len();
            words.left_out += count;
            self.left_out.push(LeftOut {
                first: self.lines[note.lines.start].number,
                last: self.lines[note.lines.end - 1].number,
                words: count,
                place: "in a note of no resolution".to_owned(),
            });
        }
        sort_by(&mut self.left_out, |one, other| one.first.cmp(&other.first));
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
        (before + 1..=after).any(|index| {
            let is_added = matches!(
                self.kinds[index],
                LineKind::Furniture
                    | LineKind::LeftOut
                    | LineKind::Note(NoteLine::Note | NoteLine::Over)
            );
            self.lines[index].feed_before || is_added
        })
    }
}

/// The longest line of a cover, in words, and the longest cover, in lines.
const COVER_WORDS: usize = 14;
const COVER_LINES: usize = 20;

/// How far down the first paragraph is looked for, in lines.
const HEAD_LINES: usize = 60;

/// The words over the first paragraph, in small letters, and the line that it begins with.
fn head(lines: &[Line<'_>], leads: LeadRules) -> (Vec<String>, usize) {
    let begins = |line: &Line<'_>| {
        let label = numbering::number(&line.words).filter(numbering::Label::has_stop);
        let text = label.map_or_else(
            || line.text(),
            |label| numbering::text_behind(line, &label, None),
        );
        leads.verb(&text).is_some()
    };
    let first = lines
        .iter()
        .take(HEAD_LINES)
        .position(begins)
        .unwrap_or(lines.len());
    let over = &lines[..first.min(HEAD_LINES)];
    let words = over.iter().flat_map(|line| &line.words);
    (words.map(|word| word.to_lowercase()).collect(), first)
}
