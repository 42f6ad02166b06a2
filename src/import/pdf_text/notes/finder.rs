//! Notes by where they stand: under a rule or a heading, at the foot of a page, or asked for by a mark.

use std::ops::Range;

use super::marks::{self, MarkKind, PlacedMark};
use super::{Footnote, NoteLine, Notes};
use crate::import::pdf_text::blocks::words_of;
use crate::import::pdf_text::{forms, headings, numbering};
use crate::import::shapes::LineShape;
use crate::import::source::Line;
use crate::import::words::Word;
use crate::text::lead::LeadRules;
use crate::text::map::Map;
use crate::text::model::MONTHS;

/// How far a mark may stand from its note, in lines.
pub(super) const NEAR: usize = 150;

/// The longest note that is told without a rule, in lines.
const LONGEST: usize = 8;

/// What a heading over notes says.
const HEADINGS: [&str; 10] = [
    "notes",
    "footnotes",
    "endnotes",
    "references",
    "notas",
    "notas a pie de página",
    "notas al pie",
    "notes de bas de page",
    "fußnoten",
    "примечания",
];

/// A note begins: its mark, and how many words of its line that fills.
struct NoteStart<'a> {
    mark: String,
    label: usize,
    /// The first word of its text, where it shares its word with the mark.
    glued: Option<&'a str>,
}

/// Looks for notes, from the first line to the last.
pub(super) struct NoteFinder<'l, 'a> {
    lines: &'l [Line<'a>],
    usual_gap: u32,
    leads: LeadRules,
    found: &'l Map<String, Vec<PlacedMark>>,
    notes: Notes<'a>,
    has_feeds: bool,
    in_annex: bool,
}

/// Where notes stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Region {
    Text,
    /// Under a rule.
    Ruled,
    /// Under a heading.
    Headed,
}

impl<'l, 'a> NoteFinder<'l, 'a> {
    pub(super) fn new(
        lines: &'l [Line<'a>],
        usual_gap: u32,
        leads: LeadRules,
        found: &'l Map<String, Vec<PlacedMark>>,
    ) -> Self {
        Self {
            lines,
            usual_gap,
            leads,
            found,
            notes: Notes::default(),
            has_feeds: lines.iter().any(|line| line.feed_before),
            in_annex: false,
        }
    }

    pub(super) fn find(mut self) -> Notes<'a> {
        let mut region = Region::Text;
        let mut at = 0;
        while at < self.lines.len() {
            let line = &self.lines[at];
            if headings::read(line).is_some_and(|heading| heading.sure) {
                (region, self.in_annex) = (Region::Text, false);
            }
            self.in_annex |= line.words[0].eq_ignore_ascii_case("annex");
            if region == Region::Ruled && line.feed_before {
                region = Region::Text;
            }
            let over = self.over(at);
            if over != Region::Text {
                let again = over == Region::Headed
                    && self.lines.get(at + 1).is_some()
                    && self.over(at + 1) == over
                    && self.start(at + 2, over).is_some();
                if again || self.start(at + 1, over).is_some() {
                    self.notes.kinds.insert(at, NoteLine::Over);
                    region = over;
                }
                at += 1;
                continue;
            }
            let stack = self.stack(at);
            if let Some(last) = stack.last() {
                at = last.lines.end;
                for note in stack {
                    self.take(note);
                }
                continue;
            }
            if let Some(note) = self.note(at, region) {
                at = note.lines.end;
                self.take(note);
                continue;
            }
            if region == Region::Ruled && !self.is_added(at) {
                region = Region::Text;
            }
            at += 1;
        }
        self.notes
    }

    fn take(&mut self, note: Footnote<'a>) {
        for line in note.lines.clone() {
            if !self.is_added(line) {
                self.notes.kinds.insert(line, NoteLine::Note);
            }
        }
        self.notes.list.push(note);
    }

    /// What a line opens for the lines below it.
    fn over(&self, at: usize) -> Region {
        let line = &self.lines[at];
        let is_heading = || {
            let is_short = line.words.len() <= 5;
            is_short
                && HEADINGS.contains(
                    &line
                        .text()
                        .trim_end_matches([':', '.'])
                        .to_lowercase()
                        .as_str(),
                )
        };
        if forms::is_rule(line) {
            Region::Ruled
        } else if is_heading() {
            Region::Headed
        } else {
            Region::Text
        }
    }

    /// The note that begins with a line.
    fn note(&self, at: usize, region: Region) -> Option<Footnote<'a>> {
        if self.lines[at].is_in_table() && region == Region::Text {
            return None;
        }
        let start = self.start(at, region).filter(|_| !self.is_added(at))?;
        if region == Region::Text && !self.may_begin(at, &start) {
            return None;
        }
        let lines = at..self.end(at, &start, region);
        let mut words: Vec<Word<'a>> = lines
            .clone()
            .filter(|&line| !self.is_added(line))
            .flat_map(|line| words_of(&self.lines[line]))
            .collect();
        let mut text = words.split_off(start.label);
        if let Some(glued) = start.glued {
            text[0].text = glued;
        }
        let is_note = region != Region::Text
            || self.is_closed(&lines, &text) && self.is_asked_for(&start.mark, &lines);
        (is_note && !text.is_empty()).then_some(Footnote {
            mark: start.mark,
            words: text,
            label: start.label,
            lines,
            is_asked: false,
            is_kept: false,
        })
    }

    /// Several notes whose marks stand above all their texts, a line each, as some programs print a page's foot: told
    /// where the text asks for each mark, and as many texts stand below.
    fn stack(&self, at: usize) -> Vec<Footnote<'a>> {
        let mark = |line: &usize| match self.lines[*line].words.as_slice() {
            [word] if !self.is_added(*line) && self.lines[*line].shape != LineShape::Number => {
                marks::key(word)
            }
            _ => None,
        };
        let marks: Vec<_> = (at..self.lines.len())
            .map_while(|line| mark(&line))
            .take(LONGEST)
            .collect();
        let counts = |pair: &[String]| {
            let value = |mark: &String| mark.parse::<u32>().ok();
            let both = value(&pair[0]).zip(value(&pair[1]));
            both.is_some_and(|(last, next)| last.checked_add(1) == Some(next))
        };
        let first = at + marks.len();
        if marks.len() < 2 || first >= self.lines.len() || !marks.windows(2).all(counts) {
            return vec![];
        }
        let asked = |mark: &String| self.is_asked_for(mark, &(at..first));
        let ends = |line: usize| {
            let last = self.lines[line].words.last();
            last.is_some_and(|word| ends_note(word))
        };
        let mut begins = vec![first];
        let mut end = first + 1;
        while end < self.lines.len() && end - first < LONGEST && !self.breaks_before(end) {
            let line = &self.lines[end];
            if ends(end - 1) && !line.words[0].starts_with(char::is_lowercase) {
                begins.push(end);
            }
            end += 1;
        }
        if begins.len() != marks.len() || !ends(end - 1) || !marks.iter().all(asked) {
            return vec![];
        }
        let ends = begins.iter().skip(1).copied().chain([end]);
        let texts = begins.iter().copied().zip(ends);
        let notes = marks.into_iter().zip(at..).zip(texts);
        notes
            .map(|((mark, label), (begin, end))| Footnote {
                mark,
                words: [label]
                    .into_iter()
                    .chain(begin..end)
                    .flat_map(|line| words_of(&self.lines[line]))
                    .skip(1)
                    .collect(),
                label: 1,
                lines: if label == at { at..end } else { begin..end },
                is_asked: false,
                is_kept: false,
            })
            .collect()
    }

    /// What a line begins a note with.
    fn start(&self, at: usize, region: Region) -> Option<NoteStart<'a>> {
        let line = self.lines.get(at)?;
        if line.shape == LineShape::Number {
            return None;
        }
        let first: &'a str = line.words[0];
        let is_listed = region != Region::Text;
        let start = |mark, label, glued| Some(NoteStart { mark, label, glued });
        let bracketed = || marks::bracketed(first).filter(|mark| self.found.contains_key(mark));
        let (mark, label, glued) = if let Some(mark) = marks::key(first).or_else(bracketed) {
            (mark, 1, None)
        } else if let Some((mark, text)) = marks::raised_before(first) {
            (mark, 0, Some(text))
        } else if is_listed && let Some(mark) = first.strip_suffix(['.', ')']).and_then(marks::key)
        {
            (mark, 1, None)
        } else {
            return None;
        };
        let opens = |text: &str, first: &str| {
            let paragraph = numbering::number(&line.words)
                .is_some_and(|label| label.has_stop() || label.number.contains(' '))
                && self.leads.opens_operative(text);
            let sentence = !first.starts_with(char::is_lowercase)
                || ["see", "ibid.", "cf.", "as", "http"]
                    .iter()
                    .any(|word| first.starts_with(word));
            !paragraph && (is_listed || sentence && self.leads.verb(text).is_none())
        };
        if let Some(text) = glued {
            return opens(&line.text(), text)
                .then_some(())
                .and_then(|()| start(mark, label, Some(text)));
        }
        if let Some(second) = line.words.get(1) {
            let text = line.words[1..].join(" ");
            // `30 November`, `12 boats`: figures that count.
            let counts = !is_listed && MONTHS.iter().any(|month| second.starts_with(month));
            return (opens(&text, second) && !counts)
                .then_some(())
                .and_then(|()| start(mark, label, None));
        }
        let below = self.below(at)?;
        let text = &self.lines[below];
        // `Decision 4/29.` is a note, and no heading, as its stop tells.
        let ends = text.words.last().is_some_and(|word| word.ends_with('.'));
        let heads = !ends
            && headings::read_lines(&self.lines[below..], self.leads.language()).is_some()
            || forms::is_rule(text);
        (opens(&text.text(), text.words[0]) && !heads && self.found.contains_key(&mark))
            .then_some(())
            .and_then(|()| start(mark, label, None))
    }

    /// The next line that is not added by a page.
    fn below(&self, at: usize) -> Option<usize> {
        (at + 1..self.lines.len().min(at + 4)).find(|&line| !self.is_added(line))
    }

    /// Whether a line is added to the text by a page, as its form tells.
    fn is_added(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let number = forms::page_number(line);
        forms::is_job(line)
            || matches!(
                number,
                Some(forms::PageNumber::Decorated | forms::PageNumber::Fraction)
            )
    }

    /// Whether a note may begin with a line of the text: at a page's edge, behind a gap or another note, with its text
    /// set in behind the mark, or with a mark alone on its line that the text above asks for.
    fn may_begin(&self, at: usize, start: &NoteStart<'a>) -> bool {
        let line = &self.lines[at];
        let is_alone = line.words.len() == start.label;
        let set_in = is_alone
            && self
                .lines
                .get(at + 1)
                .is_some_and(|below| below.column > line.column);
        let is_below_mark = || is_alone && self.is_below_mark(at, &start.mark);
        let behind_note = at > 0 && self.notes.kinds.get(&(at - 1)) == Some(&NoteLine::Note);
        set_in || behind_note || self.breaks_before(at) || is_below_mark()
    }

    /// Whether a sentence ends before a line, and the text of the page above it has that mark.
    fn is_below_mark(&self, at: usize, mark: &str) -> bool {
        const PAGE: usize = 60;
        let ends = at > 0 && self.lines[at - 1].ends_sentence();
        let marks = self.found.get(mark).map_or(&[][..], Vec::as_slice);
        let mut above = marks
            .iter()
            .filter(|mark| mark.line < at && mark.line + PAGE > at);
        ends && above.any(|mark| matches!(mark.kind, MarkKind::Sure | MarkKind::Glued))
    }

    /// Whether a gap, a rule or a page's end stands before a line.
    fn breaks_before(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return true;
        };
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        line.feed_before
            || line.blank_before > self.usual_gap
            || self.is_added(before)
            || forms::is_rule(&self.lines[before])
            || self.is_added(at)
            || forms::is_rule(line)
    }

    /// Behind the last line of a note.
    fn end(&self, at: usize, start: &NoteStart<'a>, region: Region) -> usize {
        let mut end = at + 1;
        // The first line of its text, where its mark stands alone.
        if self.lines[at].words.len() == start.label
            && let Some(below) = self.below(at)
        {
            end = below + 1;
        }
        let is_tight = self.usual_gap == 0 && !self.has_feeds && region == Region::Ruled
            || region == Region::Text && self.lines[at].feed_before
            || region == Region::Text && at == 0;
        while end < self.lines.len() && !self.breaks_before(end) {
            let stops = self.lines[end - 1]
                .words
                .last()
                .is_some_and(|word| ends_note(word));
            let begins = stops && self.start(end, region).is_some();
            let long = region == Region::Text && end - at >= LONGEST;
            if begins || long || is_tight && stops || self.begins_paragraph(end) {
                break;
            }
            end += 1;
        }
        end
    }

    fn begins_paragraph(&self, at: usize) -> bool {
        let line = &self.lines[at];
        match numbering::number(&line.words) {
            Some(label) => {
                let text = numbering::text_behind(line, &label, self.lines.get(at + 1));
                label.has_stop() && self.leads.verb(&text).is_some()
            }
            None => false,
        }
    }

    /// Whether what is taken for a note ends like one: with a stop, before a break or the next note.
    fn is_closed(&self, lines: &Range<usize>, text: &[Word<'a>]) -> bool {
        let ends = text.last().is_some_and(|word| ends_note(word.text));
        let is_top = lines.start == 0 || self.lines[lines.start].feed_before;
        let at_edge =
            self.breaks_before(lines.end) || self.start(lines.end, Region::Text).is_some();
        let edges_page = self
            .lines
            .get(lines.end)
            .is_none_or(|line| line.feed_before)
            || self
                .lines
                .get(lines.end)
                .is_some_and(|_| self.is_added(lines.end));
        ends && (is_top || at_edge) && (!self.in_annex || edges_page || is_top)
    }

    /// Whether a mark in the text asks for a note.
    fn is_asked_for(&self, mark: &str, lines: &Range<usize>) -> bool {
        let Some(marks) = self.found.get(mark) else {
            return false;
        };
        let rest = &self.lines[lines.end..];
        let is_last = rest.len() < NEAR;
        let from = if is_last {
            0
        } else {
            lines.start.saturating_sub(NEAR)
        };
        let first = marks.partition_point(|mark| mark.line < from);
        marks[first..]
            .iter()
            .take_while(|mark| mark.line < lines.end + NEAR)
            .any(|mark| !lines.contains(&mark.line) && mark.kind != MarkKind::Plain)
    }
}

/// Whether a note may end with this word.
fn ends_note(word: &str) -> bool {
    word.trim_end_matches(['”', '"', '’', ')', ']', '»'])
        .ends_with(['.', '。'])
        || word.contains("://")
        || word.starts_with("www.")
        || forms::is_symbol(word)
}
