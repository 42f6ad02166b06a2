//! Which note a mark in the text asks for, and taking both out of the lines.

use std::collections::BTreeMap;

use super::finder::NEAR;
use super::marks::{self, MarkKind, PlacedMark};
use super::{Footnote, NoteLine, Notes};
use crate::import::pdf_text::headings;
use crate::import::source::Line;
use crate::import::words::Marks;
use crate::text::map::Map;
use crate::text::sorting::sort_by_key;

/// As many marks as ask for one note; more stay in the text.
const MOST_ASKED: usize = 24;

/// How many lines a page has, where none is seen to end.
const PAGE: usize = 80;

/// How far from its note a mark may stand on another page, where it is figures by themselves, in lines.
const BESIDE: usize = 16;

/// The notes that the marks behind a word ask for, by line and word.
type PlacedNotes = BTreeMap<(usize, usize), Vec<(usize, MarkKind)>>;

/// Finds the place of each mark that a note answers.
pub(super) fn place(
    notes: &mut Notes<'_>,
    lines: &[Line<'_>],
    found: &Map<String, Vec<PlacedMark>>,
) -> PlacedNotes {
    let pages = NotePages::of(lines);
    let mut by_mark: Map<String, Vec<usize>> = Map::default();
    for (index, note) in notes.list.iter().enumerate() {
        by_mark.or_default(note.mark.clone()).push(index);
    }
    let mut placed = PlacedNotes::new();
    let mut cuts = Vec::new();
    for (mark, of_mark) in by_mark.iter() {
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
    sort_by_key(&mut cuts, |(one, note)| (one.line, one.word, *note));
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
    found: &Map<String, Vec<PlacedMark>>,
    pages: &NotePages,
    placed: &mut PlacedNotes,
) {
    let of_words = placed.iter();
    let asked_in: Map<usize, usize> = of_words
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
pub(super) fn cut<'a>(notes: &mut Notes<'a>, lines: &mut [Line<'a>], placed: PlacedNotes) {
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
        } else if word > 0
            && let Some(stop) = marks::stop_behind(own.words[word], &asked)
        {
            own.words[word] = stop;
            has_tail = true;
            behind = word - 1;
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
