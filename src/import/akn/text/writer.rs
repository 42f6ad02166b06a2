//! Words and borders of elements → a text with its spans.

use std::ops::Range;

use super::{Inline, InlineNote, place};
use crate::import::akn::eight::at_most;
use crate::text::model::Span;
use crate::text::sorting::sort_by_key;

/// Puts texts together, one after the other.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    pub(super) spans: Vec<Span>,
    notes: Vec<InlineNote>,
    tab: Option<usize>,
    /// White space that waits for the next word, and whether a tab is in it.
    space: Option<bool>,
    /// A border of an element lies behind the last character.
    is_border: bool,
    /// The byte of the source at which the text begins.
    pub(super) at: usize,
    /// How many texts are finished.
    finished: usize,
}

/// Where an element begins in the text that is written.
#[derive(Clone, Copy)]
pub(super) struct Begin {
    /// The text that it begins in, by how many are before it.
    text: usize,
    at: usize,
}

impl Writer {
    /// Adds text as it stands in the file.
    pub(super) fn push(&mut self, text: &str, is_cover: bool) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let from = at;
            while bytes.get(at).is_some_and(|byte| is_space(*byte)) {
                at += 1;
            }
            if from < at {
                self.space(bytes[from..at].contains(&b'\t'));
            }
            let run = run(&bytes[at..]);
            if run > 0 {
                self.word(text.get(at..at + run).unwrap_or_default(), is_cover);
                at += run;
            }
        }
    }

    /// Adds white space.
    pub(super) fn space(&mut self, has_tab: bool) {
        self.space = Some(self.space == Some(true) || has_tab);
    }

    /// Adds words.
    fn word(&mut self, word: &str, is_cover: bool) {
        let word = if self.text.is_empty() {
            word.trim_start_matches(NBSP)
        } else {
            word
        };
        let Some(first) = word.as_bytes().first() else {
            return;
        };
        if !self.text.is_empty() {
            let meets = is_cover
                && self.is_border
                && first.is_ascii_digit()
                && self.text.ends_with(char::is_alphabetic);
            match self.space {
                Some(is_tab) => {
                    if is_tab && self.tab.is_none() {
                        self.tab = Some(self.text.len());
                    }
                    self.text.push(' ');
                }
                None if meets => self.text.push(' '),
                None => {}
            }
        }
        self.space = None;
        self.is_border = false;
        self.text.push_str(word);
    }

    /// An element begins.
    pub(super) fn begin(&mut self) -> Begin {
        self.is_border = true;
        Begin {
            text: self.finished,
            at: self.text.len(),
        }
    }

    /// An element ends that began there: where its text stands in what is written now, if it has any. A paragraph
    /// inside it may have begun another text.
    pub(super) fn end(&mut self, begin: Begin) -> Option<Range<u32>> {
        self.is_border = true;
        let from = if begin.text == self.finished {
            begin.at
        } else {
            0
        };
        let to = self.text.len();
        let from = from + usize::from(self.text.as_bytes().get(from) == Some(&b' '));
        (from < to).then(|| place(from)..place(to))
    }

    /// Adds a note where the text ends as yet, with the notes that stand in it.
    pub(super) fn note(&mut self, mark: &str, text: Inline) {
        let at = self.text.len();
        text.note_at(at, mark, &mut self.notes);
    }

    /// The text, bare at its end. The next one begins.
    pub(super) fn finish(&mut self) -> Inline {
        self.finished += 1;
        self.space = None;
        self.is_border = false;
        if self.text.is_empty() && self.notes.is_empty() {
            self.spans.clear();
            return Inline::default();
        }
        let text = self.text.trim_end_matches([' ', NBSP]).to_string();
        let end = text.len();
        self.text.clear();
        let mut spans: Vec<Span> = self.spans.drain(..).collect();
        for span in &mut spans {
            span.range.end = span.range.end.min(place(end));
        }
        spans.retain(|span| !span.range.is_empty());
        sort_by_key(&mut spans, |span| {
            (span.range.start, std::cmp::Reverse(span.range.end))
        });
        let mut notes = std::mem::take(&mut self.notes);
        for note in &mut notes {
            note.at = note.at.min(end);
        }
        Inline {
            text,
            spans,
            notes,
            tab: self.tab.take(),
        }
    }
}

const NBSP: char = '\u{a0}';

/// How long the words at a beginning are as they stand: with one space between them and none at the end.
fn run(bytes: &[u8]) -> usize {
    let mut at = plain(bytes);
    while let Some(&byte) = bytes.get(at) {
        if is_space(byte) && (byte != b' ' || bytes.get(at + 1).is_none_or(|&next| is_space(next)))
        {
            break;
        }
        at += 1;
    }
    at
}

/// How many bytes at a beginning, of those that come eight at a time, have only single spaces between them.
fn plain(bytes: &[u8]) -> usize {
    let mut length = 0;
    let mut after_space = 0;
    for eight in bytes.as_chunks().0 {
        let eight = u64::from_le_bytes(*eight);
        let spaces = at_most(eight, b' ');
        if at_most(eight, b' ' - 1) | (spaces & (spaces << 8 | after_space)) != 0 {
            break;
        }
        after_space = spaces >> 56;
        length += 8;
    }
    length - usize::from(after_space != 0)
}

/// White space of XML; other controls are not in a text.
fn is_space(byte: u8) -> bool {
    byte <= b' '
}
