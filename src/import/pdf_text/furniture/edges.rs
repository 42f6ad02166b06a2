//! What stands at a page's edge: page numbers and running heads.
//!
//! A page number is told by its form and its place: decorated (`- 3 -`, `Page 3 of 9`), or a bare number at a page's
//! edge or set apart on both sides. A running head stands at a page's edge too: a line that recurs, but for its numbers,
//! or that says again what stood over the first paragraph: the symbol, words of the title.

use super::{DEEPEST, LineKind, Pages};
use crate::import::pdf_text::forms::{self, PageNumber};
use crate::import::pdf_text::{bodies, headings, numbering};
use crate::import::report::{RepairKind, Report};
use crate::import::source::Line;
use crate::import::words;
use crate::text::lead::LeadRules;
use crate::text::map::Map;
use crate::text::sorting::sort_by;

/// The longest running head, in words.
const LONGEST_HEAD: usize = 40;

impl Pages<'_> {
    /// Takes what stands at edges for furniture; whether there was any.
    pub(super) fn drop_furniture(&mut self, report: &mut Report) -> bool {
        let text = self.text(0..self.lines.len());
        let mut found: Vec<(usize, &str)> = (0..text.len())
            .filter(|&at| !self.lines[text[at]].is_in_table())
            .filter_map(|at| Some((text[at], self.page_line(&text, at)?)))
            .collect();
        if found.is_empty() {
            let heads = self.running_heads(&text).into_iter();
            let heads = heads.filter(|&index| !self.lines[index].is_in_table());
            found = heads.map(|index| (index, "running head")).collect();
        }
        if found.is_empty() {
            found = (0..text.len())
                .filter(|&at| !self.lines[text[at]].is_in_table())
                .filter(|&at| self.at_edge(&text, at) && self.says_again(text[at]))
                .map(|at| (text[at], "running head"))
                .collect();
        }
        found.retain(|(index, _)| !self.heads_own(*index));
        for &(index, name) in &found {
            self.kinds[index] = LineKind::Furniture;
            let line = &self.lines[index];
            let what = format!("{name} `{}` dropped", line.text());
            report.repair(line.number, RepairKind::Furniture, what);
        }
        !found.is_empty()
    }

    /// Whether a line at a page's top is nothing but a symbol that stands there first, over an opening: a document whose
    /// pages have no other heading.
    fn heads_own(&self, index: usize) -> bool {
        const HEAD: usize = 8;
        let line = &self.lines[index];
        let language = self.leads.language();
        headings::is_symbol(&line.words)
            && !self.lines[..index]
                .iter()
                .any(|other| other.words == line.words)
            && self.lines[index + 1..]
                .iter()
                .take(HEAD)
                .any(|below| bodies::may_open(&below.text(), language))
    }

    /// Whether a page surely ends before or behind a line of text.
    fn at_edge(&self, text: &[usize], at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| text[before]);
        let after = text.get(at + 1).copied();
        before.is_none_or(|before| self.sure_break(before, text[at]))
            || after.is_none_or(|after| self.sure_break(text[at], after))
    }

    /// What a line is that says which page it is of, or stands with one that does.
    fn page_line(&self, text: &[usize], at: usize) -> Option<&'static str> {
        let line = &self.lines[text[at]];
        let edge = || self.at_edge(text, at);
        let Some(form) = forms::page_number(line) else {
            return self.head_of_page(text, at);
        };
        let after = text.get(at + 1).map(|&after| &self.lines[after]);
        let torn = after.is_some_and(|after| words::suffix_of(after.words[0]).is_some());
        let apart = line.blank_before > self.usual_gap
            && after.is_none_or(|after| after.blank_before > self.usual_gap);
        let is_number = match form {
            PageNumber::Decorated => true,
            PageNumber::Bare => !torn && (edge() || apart),
            PageNumber::Fraction => edge() || apart,
            PageNumber::Roman => edge(),
        };
        is_number.then_some("page number")
    }

    /// The same of a line with other words. The head of a page has two lines where the first names the document and the
    /// second the page.
    fn head_of_page(&self, text: &[usize], at: usize) -> Option<&'static str> {
        let line = &self.lines[text[at]];
        let edge = || self.at_edge(text, at);
        let is_below_name = || {
            let above = at.checked_sub(1).map(|above| &self.lines[text[above]]);
            above.is_some_and(|above| above.feed_before && forms::names_document(above))
        };
        let is_over_page =
            || line.feed_before && self.kinds.get(text[at] + 1) == Some(&LineKind::Furniture);
        // `RESOLUTIONS AND DECISIONS            43`
        let is_head_with_page = || {
            let ends = [line.words.first(), line.words.last()];
            let mut numbers = ends.into_iter().flatten();
            line.feed_before
                && line.is_without_small_letters()
                && line.is_row()
                && numbers
                    .any(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if is_head_with_page() {
            return Some("running head");
        }
        if forms::is_job_day(line) && edge()
            || forms::ends_in_page(line) && (edge() || is_below_name())
            || forms::ends_in_page_of(line) && edge()
        {
            return Some("page number");
        }
        (forms::names_document(line) && is_over_page()).then_some("running head")
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

    /// Whether the first or last line of a page names the resolution that it is of, which no sentence does: a word and
    /// a symbol that stood over the first paragraph.
    fn names_resolution(&self, index: usize) -> bool {
        const SHORT: usize = 12;
        let line = &self.lines[index];
        let ends_page = || {
            let below = self.lines[index + 1..].iter().zip(&self.kinds[index + 1..]);
            let below = below.take(DEEPEST);
            let mut below =
                below.skip_while(|(line, kind)| **kind != LineKind::Text && !line.feed_before);
            below.next().is_none_or(|(line, _)| line.feed_before)
        };
        let fits = (line.feed_before || ends_page())
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
        let mut recurring: Map<(bool, String), (usize, Vec<usize>)> = Map::default();
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
                    let line = &self.lines[index];
                    // Each of several symbols heads pages of its own.
                    let text = if headings::is_symbol(&line.words) {
                        line.text()
                    } else {
                        masked(line)
                    };
                    let key = (top, text);
                    let (sure, heads) = recurring.or_default(key);
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
