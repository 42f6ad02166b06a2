//! What is read and not seen: where a place is among others, how a word is spelt, and reading on.

use std::io::{self, Write};

use unicode_segmentation::UnicodeSegmentation;

use super::Dialogue;
use super::place::among_its_like;
use crate::reader::app::action::Action;
use crate::text::model::Place;

impl<W: Write> Dialogue<'_, W> {
    /// Says where the reader is: the resolution with its day, the place among its like, its neighbours.
    pub(super) fn whereabouts(&mut self) -> io::Result<()> {
        self.title_with_day()?;
        let (corpus, place) = (self.app.corpus(), self.app.place());
        let (resolution, at) = (self.app.resolution(), place.index());
        let mut rows = Vec::new();
        let here = corpus.cite(place).without_symbol();
        let marked = if self.app.is_marked(at) {
            "marked"
        } else {
            "not marked"
        };
        rows.push(match resolution.passages.get(at) {
            Some(passage) => {
                let preambular = corpus.entry(place.resolution).preamble;
                let preamble = match preambular {
                    1.. if passage.part.is_operative() => {
                        format!(", after {preambular} preambular")
                    }
                    _ => String::new(),
                };
                let among = among_its_like(resolution, at);
                format!("{here}{among}{preamble}; {marked}")
            }
            None => here,
        });
        for note in self.app.notes_on(at) {
            rows.push(format!("your note: {note}"));
        }
        let before = resolution.stop_before(at, 1);
        let behind = resolution.stop_behind(at, 1);
        for (name, neighbour) in [("before", before), ("after", behind)] {
            let passage = resolution.passages.get(neighbour);
            if let Some(passage) = passage.filter(|_| neighbour != at) {
                let citation = corpus.cite(Place::new(place.resolution, neighbour));
                let citation = citation.without_symbol();
                rows.push(format!("{name}: {citation} {}", passage.text));
            }
        }
        rows.iter().try_for_each(|row| self.cut(row))
    }

    /// Says the letters of a word of the paragraph, one a line; without a word those of its citation.
    pub(super) fn spell(&mut self, word: &str) -> io::Result<()> {
        let citation = self.app.corpus().cite(self.app.place()).to_string();
        let spelt = if word.is_empty() {
            Some(citation.clone())
        } else {
            let text = self.app.passage().map(|passage| passage.text.to_string());
            text.and_then(|text| as_printed(&text, word).map(str::to_owned))
        };
        let Some(spelt) = spelt else {
            return self.say(&format!("`{word}` does not stand in {citation}"));
        };
        spelt
            .graphemes(true)
            .try_for_each(|letter| self.row(&said(letter)))
    }

    /// Reads on: so many paragraphs and points, to the end of the part, or `all`. Ends early when a line is typed.
    pub(super) fn read_on(&mut self, amount: &str) -> io::Result<()> {
        let (most, to_end) = match (amount, amount.parse()) {
            ("", _) => (usize::MAX, false),
            ("all", _) => (usize::MAX, true),
            (_, Ok(most @ 1..)) => (most, true),
            _ => return self.say("write how much to read: `read 3`, `read all`, or `read` alone"),
        };
        for read in 0..most {
            let (at, resolution) = (self.app.place().index(), self.app.resolution());
            let next = resolution.stop_behind(at, 1);
            let parts =
                [at, next].map(|at| resolution.passages.get(at).map(|passage| passage.part));
            let ends = next == at || (!to_end && parts[0] != parts[1]);
            if read > 0 && (ends || self.is_ahead || (self.manner.is_interrupted)()) {
                break;
            }
            self.act(Action::Next)?;
            if next == at {
                break;
            }
            self.paragraph()?;
        }
        Ok(())
    }
}

/// A word as a text prints it, whatever the case in which it is asked for.
fn as_printed<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let wanted = word.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric() && !"-'’./".contains(c))
        .map(|printed| printed.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|printed| printed.to_lowercase() == wanted)
}

/// A letter as it is said: capitals as such, and signs that speech passes over by name.
fn said(letter: &str) -> String {
    let name = match letter {
        " " | "\u{a0}" => "blank",
        "." => "full stop",
        "," => "comma",
        ":" => "colon",
        "-" | "‐" | "‑" => "hyphen",
        "–" | "—" => "dash",
        "'" | "’" => "apostrophe",
        "/" => "slash",
        "(" => "opening bracket",
        ")" => "closing bracket",
        _ if letter.chars().any(char::is_uppercase) => return format!("capital {letter}"),
        _ => letter,
    };
    name.to_owned()
}
