//! What a page adds to its text: page numbers, running heads, job numbers, rules.
//!
//! Job numbers, bar codes and imprints are told by their form. A page number is told by its form and its place:
//! decorated (`- 3 -`, `Page 3 of 9`), or a bare number at a page's edge or set apart on both sides. A running head
//! stands at a page's edge too: a line that recurs, but for its numbers, or that says again what stood over the
//! first paragraph: the symbol, words of the title. A page's edge is a form feed, a gap far wider than the usual
//! one, a note, or furniture already found; so the rules are applied until they find no more, or as often as
//! furniture may stand deep.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::adoption::{self, ClosingKind, ClosingNote};
use super::forms::{self, PageNumber};
use super::notes::{NoteLine, Notes};
use super::{bodies, headings};
use crate::import::by_hand::LineTold;
use crate::import::pdf_text::numbering;
use crate::import::report::{LeftOut, RepairKind, Report};
use crate::import::source::{self, Line};
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
        report: &mut Report,
    ) -> Self {
        let kind = |(index, line): (usize, &Line<'_>)| match notes.kinds.get(&index) {
            Some(&kind) => LineKind::Note(kind),
            None if forms::is_job(line) || forms::is_imprint(line) => LineKind::Furniture,
            None if forms::is_rule(line) => LineKind::Rule,
            None => LineKind::Text,
        };
        let closing = adoption::find(lines, usual_gap, leads);
        let mut pages = Self {
            kinds: lines.iter().enumerate().map(kind).collect(),
            usual_gap,
            head: head(lines, leads),
            leads,
            is_unwrapped: source::is_unwrapped(lines),
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
        self.leave_out_but(range, place, &HashSet::new());
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
            words.len() <= COVER_WORDS && !ends
        };
        let listed: Vec<usize> = text.iter().copied().filter(lists).collect();
        let list = match listed.as_slice() {
            [first, .., last] => *first..*last + 1,
            _ => 0..0,
        };
        let beside = text.iter().rev().take(COVER_LINES);
        let cover = beside.take_while(|index| of_cover(index) || list.contains(index));
        let mut known: HashSet<usize> = cover.copied().collect();
        known.extend(list);
        self.leave_out_but(0..begin, "before the first resolution", &known);
    }

    /// Makes lines no part of any resolution; some of them are known furniture.
    fn leave_out_but(&mut self, range: Range<usize>, place: &str, known: &HashSet<usize>) {
        let left = self.text(range);
        let unknown = left.iter().filter(|index| !known.contains(index));
        if let (Some(&first), Some(&last)) = (left.first(), left.last()) {
            self.left_out.push(LeftOut {
                first: self.lines[first].number,
                last: self.lines[last].number,
                words: unknown.map(|&index| self.lines[index].printed()).sum(),
                place: place.to_owned(),
            });
        }
        for index in left {
            self.kinds[index] = if known.contains(&index) {
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
        if found.is_empty() {
            found = (0..text.len())
                .filter(|&at| self.at_edge(&text, at) && self.says_again(text[at]))
                .map(|at| (text[at], "running head"))
                .collect();
        }
        for &(index, name) in &found {
            self.kinds[index] = LineKind::Furniture;
            let line = &self.lines[index];
            let what = format!("{name} `{}` dropped", line.text());
            report.repair(line.number, RepairKind::Furniture, what);
        }
        !found.is_empty()
    }

    /// Whether a page surely ends before or behind a line of text.
    fn at_edge(&self, text: &[usize], at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| text[before]);
        let after = text.get(at + 1).copied();
        before.is_none_or(|before| self.sure_break(before, text[at]))
            || after.is_none_or(|after| self.sure_break(text[at], after))
    }

    fn is_page_number(&self, text: &[usize], at: usize) -> bool {
        let line = &self.lines[text[at]];
        let edge = || self.at_edge(text, at);
        let Some(form) = forms::page_number(line) else {
            let over_page =
                || line.feed_before && self.kinds.get(text[at] + 1) == Some(&LineKind::Furniture);
            // The head of a page has two lines where the first names the document and the second the page.
            let below_name = || {
                let above = at.checked_sub(1).map(|above| &self.lines[text[above]]);
                above.is_some_and(|above| above.feed_before && forms::names_document(above))
            };
            return forms::is_job_day(line) && edge()
                || forms::ends_in_page(line) && (edge() || below_name())
                || forms::names_document(line) && over_page();
        };
        let after = text.get(at + 1).map(|&after| &self.lines[after]);
        let torn = after.is_some_and(|after| words::suffix_of(after.words[0]).is_some());
        let apart = line.blank_before > self.usual_gap
            && after.is_none_or(|after| after.blank_before > self.usual_gap);
        match form {
            PageNumber::Decorated => true,
            PageNumber::Bare => !torn && (edge() || apart),
            PageNumber::Fraction => edge() || apart,
            PageNumber::Roman => edge(),
        }
    }

    /// Whether a line says nothing but what stood over the first paragraph, perhaps beside a page number. One word does
    /// so where it goes on the running head on the line before it.
    fn says_again(&self, index: usize) -> bool {
        let (head, first) = &self.head;
        let line = &self.lines[index];
        if index < *first || line.words.len() > LONGEST_HEAD {
            return false;
        }
        // An annex may have the title of its resolution.
        let above = index
            .checked_sub(1)
            .filter(|&above| self.kinds[above] == LineKind::Text);
        if above.is_some_and(|above| forms::names_annex(self.lines[above].words[0])) {
            return false;
        }
        if self.names_resolution(index) {
            return true;
        }
        let (mut rest, named) = self.head_words(index);
        if rest.is_empty() {
            return named;
        }
        if rest.len() == 1 && index > 0 && self.kinds[index - 1] == LineKind::Furniture {
            let (mut before, _) = self.head_words(index - 1);
            before.append(&mut rest);
            rest = before;
        }
        let begins = || headings::read_lines(&self.lines[index..], self.leads.language()).is_some();
        (named || rest.len() > 1)
            && !line.ends_sentence()
            && head.windows(rest.len()).any(|words| words == rest)
            && (named || !begins())
    }

    /// Whether the first line of a page names the resolution that it is of, which no sentence does: a word and a symbol
    /// that stood over the first paragraph.
    fn names_resolution(&self, index: usize) -> bool {
        const SHORT: usize = 12;
        let line = &self.lines[index];
        let fits = line.feed_before
            && line.words.len() <= SHORT
            && line.words[0].starts_with(char::is_uppercase)
            && !line.ends_sentence();
        let named = |words: &[&str]| {
            let small = words.iter().map(|word| word.to_lowercase());
            let small: Vec<_> = small.collect();
            words[1].contains(|c: char| c.is_ascii_digit() || ".-/".contains(c))
                && headings::is_keyword(words[0])
                && self.head.0.windows(2).any(|head| head == small)
        };
        fits && line.words.windows(2).any(named)
    }

    /// The words of a line, in small letters, without what stands beside a running head; and whether its symbol is
    /// one that stood over the first paragraph.
    fn head_words(&self, index: usize) -> (Vec<String>, bool) {
        let (head, _) = &self.head;
        let is_known = |word: &str| {
            let small = word.to_lowercase();
            if headings::code::is_organ_code(word) {
                return head.contains(&small);
            }
            let key = forms::symbol_key(&small).filter(|_| forms::is_symbol(word));
            key.is_some_and(|key| head.iter().any(|word| forms::symbol_key(word) == Some(key)))
        };
        let words = &self.lines[index].words;
        let named = words.iter().any(|word| is_known(word));
        let beside = |word: &str| is_known(word) || forms::is_beside_head(word);
        let rest = words.iter().filter(|word| !beside(word));
        (rest.map(|word| word.to_lowercase()).collect(), named)
    }

    /// Lines that recur, but the first behind the first paragraph where they say that they are of an annex: that is its
    /// heading.
    fn without_annex(&self, mut heads: Vec<usize>) -> Vec<usize> {
        let own = heads.iter().position(|&index| index >= self.head.1);
        if let Some(own) = own
            && forms::names_annex(self.lines[heads[own]].words[0])
        {
            heads.remove(own);
        }
        heads
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
                    || beside
                        .is_some_and(|beside| forms::page_number(&self.lines[beside]).is_some());
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
            .flat_map(|(_, heads)| self.without_annex(heads))
            .collect();
        sort_by(&mut heads, Ord::cmp);
        heads.dedup();
        heads
    }
}

/// Whether a line can be a running head: not what begins or ends a part of a resolution.
fn may_run(line: &Line<'_>, before: Option<&Line<'_>>, leads: LeadRules) -> bool {
    if line.words.len() > 12 || line.words[0] == "ON" {
        return false;
    }
    let text = line.text();
    let below_heading = before.is_some_and(|before| {
        headings::read(before).is_some() || before.words.first() == Some(&"ON")
    });
    !below_heading
        && text.contains(char::is_alphabetic)
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

/// The longest line of a cover, in words, and the longest cover, in lines.
const COVER_WORDS: usize = 10;
const COVER_LINES: usize = 20;

/// The longest running head, in words.
const LONGEST_HEAD: usize = 40;

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
