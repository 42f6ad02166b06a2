//! What an outline has rows of, and what each of them folds.

use std::collections::BTreeMap;

use super::{Fold, OutlineEntry, OutlineRow};
use crate::text::model::{Half, Part, PassageKind, Resolution};

/// An annex of more rows begins folded, and so does what stands in it.
const LONG_ANNEX: usize = 50;

/// The entries of a resolution. They fold where there is more than preamble and operative part.
pub(super) fn of(resolution: &Resolution) -> Vec<OutlineEntry> {
    let mut growing = Growing::default();
    let highest = highest_headings(resolution);
    for (index, passage) in resolution.passages.iter().enumerate() {
        let stop = resolution.stop_at(index);
        growing.begin(passage.part, stop);
        match passage.kind {
            PassageKind::Rule => {}
            PassageKind::Heading { level } => {
                let below = level - highest.get(&passage.part).unwrap_or(&level);
                growing.heading(index, level, below, stop);
            }
            _ => growing.passage(index, usize::from(passage.is_paragraph())),
        }
    }
    let mut entries = growing.entries;
    if entries.iter().any(is_more) {
        give_folds(&mut entries);
    }
    entries
}

/// Whether a row is of what most resolutions do not have.
fn is_more(entry: &OutlineEntry) -> bool {
    match entry.row {
        OutlineRow::Part(part) => part.annex().or(part.section()).is_some(),
        OutlineRow::Heading { .. } => true,
        OutlineRow::Passage(_) => false,
    }
}

/// An outline up to some passage.
#[derive(Debug, Default)]
struct Growing {
    entries: Vec<OutlineEntry>,
    /// The part of the last passage.
    part: Option<Part>,
    /// The entries of part and headings that the next passage stands under, each with its level; a part has none.
    over: Vec<(usize, u8)>,
}

impl Growing {
    fn push(&mut self, row: OutlineRow, stop: usize) {
        self.entries.push(OutlineEntry {
            row,
            fold: None,
            paragraphs: 0,
            stop,
            end: 0,
        });
    }

    /// Goes on in a part, with its name where that is another one.
    fn begin(&mut self, part: Part, stop: usize) {
        let before = self.part.replace(part);
        if before == Some(part) {
            return;
        }
        let is_other = before.map(whole) != Some(whole(part));
        self.over.retain(|&(_, level)| level == 0 && !is_other);
        if is_other && part != Part::Opening {
            self.over.push((self.entries.len(), 0));
            self.push(OutlineRow::Part(whole(part)), stop);
        }
    }

    fn heading(&mut self, index: usize, level: u8, below: u8, stop: usize) {
        let is_of_level = self.over.last().is_some_and(|&(_, last)| last == level);
        let last = self.entries.last_mut().map(|last| &mut last.row);
        if let Some(OutlineRow::Heading { passages, .. }) = last
            && passages.end == index
            && is_of_level
        {
            passages.end += 1;
            return;
        }
        self.over.retain(|&(_, above)| above < level);
        let passages = index..index + 1;
        self.over.push((self.entries.len(), level));
        self.push(OutlineRow::Heading { passages, below }, stop);
        self.hold_last(0);
    }

    fn passage(&mut self, index: usize, paragraphs: usize) {
        self.push(OutlineRow::Passage(index), index);
        self.hold_last(paragraphs);
    }

    /// Has all that stands over the last entry hold it. A heading alone is nothing to be folded.
    fn hold_last(&mut self, paragraphs: usize) {
        let end = self.entries.len();
        let is_passage = matches!(self.entries[end - 1].row, OutlineRow::Passage(_));
        for &(above, _) in &self.over {
            let above = &mut self.entries[above];
            if is_passage || above.end > 0 {
                above.end = end;
                above.paragraphs += paragraphs;
            }
        }
    }
}

/// Has parts and headings fold the passages that stand below them.
fn give_folds(entries: &mut [OutlineEntry]) {
    let mut folded = 0;
    for (at, entry) in entries.iter_mut().enumerate() {
        let is_annex = matches!(entry.row, OutlineRow::Part(Part::Annex(..)));
        if is_annex && entry.end.saturating_sub(at + 1) > LONG_ANNEX {
            folded = entry.end;
        }
        entry.fold = match entry.end {
            0 => None,
            _ if at < folded => Some(Fold::Closed),
            _ => Some(Fold::Open),
        };
    }
}

/// The part under whose name both halves of a section or an annex stand.
fn whole(part: Part) -> Part {
    match part {
        Part::Section(position, _) => Part::Section(position, Half::Operative),
        Part::Annex(position, _) => Part::Annex(position, Half::Operative),
        part => part,
    }
}

/// The level of the highest heading of each part that has any.
fn highest_headings(resolution: &Resolution) -> BTreeMap<Part, u8> {
    let mut highest = BTreeMap::new();
    for passage in &resolution.passages {
        if let PassageKind::Heading { level } = passage.kind {
            let highest = highest.entry(passage.part).or_insert(level);
            *highest = level.min(*highest);
        }
    }
    highest
}
