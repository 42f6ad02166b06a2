//! Footnotes: what a page says at its foot, or a document at its end, to a mark in the text.
//!
//! ```text
//! mark  = figures | raised figures | "*" … | "[" figures "]" | "(" figures ")" ; behind the first three "/" or not
//! year  = figures stop mark       ; "since 2022,1"
//!       | figures mark            ; of a date: "mayo de 20221,"
//! note  = mark text      ; on one line, or the mark on a line of its own
//!       | mark … text …  ; several marks above as many texts, a line each
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

use std::ops::Range;

use crate::import::source::Line;
use crate::import::words::Word;
use crate::text::lead::LeadRules;
use crate::text::map::Map;

mod finder;
mod marks;
mod places;

use finder::NoteFinder;
use places::{cut, place};

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
    pub kinds: Map<usize, NoteLine>,
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
        for Footnote { mark, .. } in &mut notes.list {
            mark.retain(|c| !"()".contains(c));
        }
    }
    notes
}
