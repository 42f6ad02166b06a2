//! Footnotes: what a page says at its foot, or a document at its end, to a mark in the text.
//!
//! ```text
//! mark  = figures | raised figures | "*" … | "[" figures "]" | figures "/"
//! note  = mark text      ; on one line, or the mark on a line of its own
//! ```
//!
//! A note is told by where it stands:
//!
//! - under a rule, and behind the notes that stand there, up to the page's end or a gap;
//! - under a heading such as `Notes`, up to the end;
//! - elsewhere apart from the text above it or set in, where its text opens like a sentence and no paragraph, ends
//!   with a stop, and a mark in the text asks for it.
//!
//! A mark in the text is one only where a note answers it: `guidelines;1`, `chemotherapy1,`, raised figures, figures on
//! a line between two lines of text (a layout sets raised figures there, over their place in the line below), and, for
//! a note that no other mark asks for, figures behind a stop or a word (`Court; 2`). Of several notes with one mark the
//! one on the mark's page is meant, else the next, else the one before.
//!
//! Notes and marks are taken out of the lines: so no paragraph that goes on across a page has a note inside.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::blocks::words_of;
use super::{forms, headings};
use crate::import::pdf_text::numbering;
use crate::import::source::Line;
use crate::import::words::{Marks, Word};
use crate::text::lead::LeadRules;
use crate::text::model::MONTHS;
use crate::text::sorting::sort_by_key;

mod marks;

use marks::{MarkKind, PlacedMark};

/// A note of a page.
#[derive(Clone, Debug)]
pub(in crate::import) struct Footnote<'a> {
    /// As printed, without what is printed around it.
    pub mark: String,
    /// The words of its text.
    pub words: Vec<Word<'a>>,
    /// How many words its label fills.
    pub label: usize,
    /// The positions of its lines.
    pub lines: Range<usize>,
    /// Whether a mark asks for it.
    pub is_asked: bool,
    /// Whether it stands in a resolution.
    pub is_kept: bool,
}

/// The notes of a source.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Notes<'a> {
    /// In the order of the source.
    pub list: Vec<Footnote<'a>>,
    /// What the marks in the text ask for: positions in the list.
    pub asked: Vec<usize>,
    /// What each line is that is not text.
    pub kinds: HashMap<usize, NoteLine>,
    /// How many words the marks filled that were taken out of lines.
    pub marks: usize,
}

/// A line that is no text because of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum NoteLine {
    /// Part of a note.
    Note,
    /// The rule over notes, or their heading.
    Over,
    /// A mark on a line of its own.
    Mark,
}

/// The notes that the marks behind a word ask for, by line and word.
type PlacedNotes = BTreeMap<(usize, usize), Vec<(usize, MarkKind)>>;

/// How far a mark may stand from its note, in lines.
const NEAR: usize = 150;

/// As many marks as ask for one note; more stay in the text.
const MOST_ASKED: usize = 24;

/// How many lines a page has, where none is seen to end.
const PAGE: usize = 80;

/// How far from its note a mark may stand on another page, where it is figures by themselves, in lines.
const BESIDE: usize = 16;

/// The longest note that is told without a rule, in lines.
const LONGEST: usize = 8;

/// What a heading over notes says.
const HEADINGS: [&str; 4] = ["notes", "footnotes", "endnotes", "references"];

/// Takes the notes and their marks out of the lines.
pub(in crate::import) fn take<'a>(
    lines: &mut [Line<'a>],
    usual_gap: u32,
    leads: LeadRules,
) -> Notes<'a> {
    let found = marks::of(lines);
    let mut notes = NoteFinder::new(lines, usual_gap, leads, &found).find();
    if !notes.list.is_empty() {
        let placed = place(&mut notes, lines, &found);
        cut(&mut notes, lines, placed);
    }
    notes
}

/// A note begins: its mark, and how many words of its line that fills.
struct NoteStart<'a> {
    mark: String,
    label: usize,
    /// The first word of its text, where it shares its word with the mark.
    glued: Option<&'a str>,
}

/// Looks for notes, from the first line to the last.
struct NoteFinder<'l, 'a> {
    lines: &'l [Line<'a>],
    usual_gap: u32,
    leads: LeadRules,
    found: &'l HashMap<String, Vec<PlacedMark>>,
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
    fn new(
        lines: &'l [Line<'a>],
        usual_gap: u32,
        leads: LeadRules,
        found: &'l HashMap<String, Vec<PlacedMark>>,
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

    fn find(mut self) -> Notes<'a> {
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
            let word = line.words[0].trim_end_matches([':', '.']).to_lowercase();
            line.words.len() == 1 && HEADINGS.contains(&word.as_str())
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

    /// What a line begins a note with.
    fn start(&self, at: usize, region: Region) -> Option<NoteStart<'a>> {
        let line = self.lines.get(at)?;
        let first: &'a str = line.words[0];
        let is_listed = region != Region::Text;
        let start = |mark, label, glued| Some(NoteStart { mark, label, glued });
        let (mark, label, glued) = if let Some(mark) = marks::key(first) {
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
        let heads = headings::read_lines(&self.lines[below..], self.leads.language()).is_some()
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

    /// Whether a note may begin with a line of the text: at a page's edge, behind a gap or another note, or with its
    /// text set in behind the mark.
    fn may_begin(&self, at: usize, start: &NoteStart<'a>) -> bool {
        let line = &self.lines[at];
        let is_alone = line.words.len() == start.label;
        let set_in = is_alone
            && self
                .lines
                .get(at + 1)
                .is_some_and(|below| below.column > line.column);
        let behind_note = at > 0 && self.notes.kinds.get(&(at - 1)) == Some(&NoteLine::Note);
        set_in || behind_note || self.breaks_before(at)
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
        .ends_with('.')
        || word.contains("://")
        || word.starts_with("www.")
        || forms::is_symbol(word)
}

/// Finds the place of each mark that a note answers.
fn place(
    notes: &mut Notes<'_>,
    lines: &[Line<'_>],
    found: &HashMap<String, Vec<PlacedMark>>,
) -> PlacedNotes {
    let pages = NotePages::of(lines);
    let mut by_mark: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, note) in notes.list.iter().enumerate() {
        by_mark.entry(note.mark.clone()).or_default().push(index);
    }
    let mut placed = PlacedNotes::new();
    let mut cuts = Vec::new();
    for (mark, of_mark) in &by_mark {
        for one in found.get(mark).into_iter().flatten() {
            if !one.kind.is_sure() || notes.kinds.contains_key(&one.line) {
                continue;
            }
            let Some(note) = pages.nearest(&notes.list, of_mark, one.line) else {
                continue;
            };
            cuts.push((one, note));
        }
    }
    sort_by_key(&mut cuts, |(one, _)| (one.line, one.word));
    let mut times = vec![0_usize; notes.list.len()];
    for (one, note) in cuts {
        times[note] += 1;
        if times[note] <= MOST_ASKED && notes.mark(one, note, lines, &mut placed) {
            notes.list[note].is_asked = true;
        }
    }
    ask_loosely(notes, lines, found, &pages, &mut placed);
    placed
}

/// Gives the notes that no mark asks for the first mark that may: figures behind a stop, else behind a word.
fn ask_loosely(
    notes: &mut Notes<'_>,
    lines: &[Line<'_>],
    found: &HashMap<String, Vec<PlacedMark>>,
    pages: &NotePages,
    placed: &mut PlacedNotes,
) {
    let of_words = placed.iter();
    let asked_in: HashMap<usize, usize> = of_words
        .flat_map(|((line, _), of_word)| of_word.iter().map(|(note, _)| (*note, *line)))
        .collect();
    let mut from = 0;
    for note in 0..notes.list.len() {
        let Footnote {
            mark,
            lines: own,
            is_asked,
            ..
        } = &notes.list[note];
        let page = pages.page(own.start);
        if *is_asked {
            from = asked_in.get(&note).copied().unwrap_or(from);
            continue;
        }
        let of_mark = found.get(mark).map_or(&[][..], Vec::as_slice);
        let first = of_mark.partition_point(|one| one.line + NEAR < own.start);
        let near = || {
            let near = of_mark[first..].iter();
            near.take_while(|one| one.line < own.end + NEAR)
                .filter(|one| {
                    let beside = one.line.abs_diff(own.start) < BESIDE;
                    (pages.page(one.line) == page || beside)
                        && (one.line >= from || pages.has_feeds())
                        && !notes.kinds.contains_key(&one.line)
                })
        };
        let of_kind = |kind| near().find(|one| one.kind == kind);
        let chosen = of_kind(MarkKind::Stopped).or_else(|| of_kind(MarkKind::Plain));
        if let Some(one) = chosen.copied() {
            from = one.line;
            if notes.mark(&one, note, lines, placed) {
                notes.list[note].is_asked = true;
            }
        }
    }
}

impl Notes<'_> {
    /// Notes that a mark asks for a note. False where it has no place.
    fn mark(
        &mut self,
        one: &PlacedMark,
        note: usize,
        lines: &[Line<'_>],
        placed: &mut PlacedNotes,
    ) -> bool {
        let is_text =
            |line: &usize| !self.kinds.contains_key(line) && !marks::is_lone(&lines[*line]);
        let place = match one.kind {
            MarkKind::Lone => marks::place_of_lone(lines, one, &is_text),
            _ => Some((one.line, one.word)),
        };
        let Some(place) = place else {
            return false;
        };
        if one.kind == MarkKind::Lone {
            self.kinds.insert(one.line, NoteLine::Mark);
        }
        placed.entry(place).or_default().push((note, one.kind));
        true
    }
}

/// Takes the marks out of the words.
fn cut<'a>(notes: &mut Notes<'a>, lines: &mut [Line<'a>], placed: PlacedNotes) {
    for ((line, word), of_word) in placed.into_iter().rev() {
        let own = &mut lines[line];
        let start = u32::try_from(notes.asked.len()).unwrap_or(u32::MAX);
        let mut behind = word;
        let mut has_tail = false;
        let within = of_word.iter().filter(|(_, kind)| *kind != MarkKind::Lone);
        let asked: Vec<&str> = within.map(|&(note, _)| &*notes.list[note].mark).collect();
        if let Some((stem, tail)) = marks::stem(own.words[word], &asked) {
            own.words[word] = stem;
            has_tail = !tail.is_empty();
            if has_tail {
                own.words.insert(word + 1, tail);
                for (at, _) in &mut own.marks {
                    *at += usize::from(*at > word);
                }
            }
        } else if word > 0 && marks::key(own.words[word]).is_some_and(|key| asked.contains(&&*key))
        {
            own.words.remove(word);
            notes.marks += 1;
            behind = word - 1;
            for (at, _) in &mut own.marks {
                *at -= usize::from(*at >= word);
            }
        }
        let count = u8::try_from(of_word.len()).unwrap_or(u8::MAX);
        notes
            .asked
            .extend(of_word.iter().take(count.into()).map(|(note, _)| note));
        let marks = Marks {
            start,
            count,
            has_tail,
        };
        own.marks.push((behind, marks));
    }
}

/// The pages and the resolutions that lines stand in.
struct NotePages {
    page: Vec<u32>,
    part: Vec<u32>,
}

impl NotePages {
    fn of(lines: &[Line<'_>]) -> Self {
        let (mut page, mut part) = (0, 0);
        let of_line = lines.iter().map(|line| {
            page += u32::from(line.feed_before);
            part += u32::from(headings::read(line).is_some_and(|heading| heading.sure));
            (page, part)
        });
        let (page, part) = of_line.unzip();
        Self { page, part }
    }

    fn page(&self, line: usize) -> u32 {
        self.page[line]
    }

    fn has_feeds(&self) -> bool {
        self.page.last().is_some_and(|&last| last > 0)
    }

    /// The note that a mark on a line means.
    fn nearest(&self, list: &[Footnote<'_>], of_mark: &[usize], line: usize) -> Option<usize> {
        let after = of_mark.partition_point(|&note| list[note].lines.start < line);
        let after_note = of_mark.get(after).copied();
        let before_note = after.checked_sub(1).map(|at| of_mark[at]);
        let beside = [after_note, before_note].into_iter().flatten();
        let near = beside.filter_map(|note| {
            let own = list[note].lines.start;
            let same_page = self.page[own] == self.page[line];
            let near = self.has_feeds() || own.abs_diff(line) < PAGE;
            let same_part = self.part[own] == self.part[line];
            (same_page && near || same_part).then_some((!same_page, note))
        });
        near.min_by_key(|(other_page, _)| *other_page)
            .map(|(_, note)| note)
    }
}
