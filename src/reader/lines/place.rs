//! Where the reader is, in words: the resolution, the place with its counts, the text.

use std::io::{self, Write};

use super::Dialogue;
use crate::text::citation::Day;
use crate::text::model::{DocumentKind, Note, Part, Passage, PassageKind, Place, Resolution};

impl<W: Write> Dialogue<'_, W> {
    /// Symbol and title of the open resolution.
    pub(super) fn title(&mut self) -> io::Result<()> {
        self.name(None)
    }

    fn name(&mut self, day: Option<&str>) -> io::Result<()> {
        let corpus = self.app.corpus();
        let id = self.app.place().resolution;
        let (language, title) = (corpus.language_of_several(id), corpus.title_or_topic(id));
        let name = [Some(corpus.symbol(id)), language, title.as_deref(), day];
        let name: Vec<&str> = name.into_iter().flatten().collect();
        self.say(&name.join(", "))
    }

    /// What is known of the open resolution, a line each.
    pub(super) fn facts(&mut self) -> io::Result<()> {
        for (label, fact) in self.app.facts() {
            self.say(&format!("{label}: {fact}"))?;
        }
        Ok(())
    }

    /// The lines of the paragraph in its source, each with its number, and below it what became of its words.
    pub(super) fn printed(&mut self) -> io::Result<()> {
        let printed = match self.app.printed() {
            Ok(printed) => printed,
            Err(refusal) => return self.say(&refusal),
        };
        for (number, line) in printed.numbered() {
            let line = line.trim();
            if !line.is_empty() {
                self.say(&format!("line {number}: {line}"))?;
            }
            for repair in printed.repairs.iter().filter(|one| one.line == number) {
                self.say(&repair.said())?;
            }
        }
        Ok(())
    }

    /// Symbol and title, and the day of adoption.
    pub(super) fn title_with_day(&mut self) -> io::Result<()> {
        let day = self.app.resolution().adopted.as_deref();
        let day = day.and_then(Day::read).map(|day| day.to_string());
        self.name(day.as_deref())
    }

    /// Where we are, and the text there.
    pub(super) fn paragraph(&mut self) -> io::Result<()> {
        self.passage(self.app.place().index())
    }

    /// A passage of the open resolution: where it stands, and its text.
    pub(super) fn passage(&mut self, at: usize) -> io::Result<()> {
        let place = Place::new(self.app.place().resolution, at);
        let citation = self.app.corpus().cite(place).to_string();
        let resolution = self.app.resolution();
        let Some(passage) = resolution.passages.get(at) else {
            return self.say(&format!("{citation} has no text"));
        };
        if resolution.is_lost {
            let lost = passage.text.to_string();
            return self.say(&lost);
        }
        let mut place = citation + &among_its_like(resolution, at);
        if self.app.is_marked(at) {
            place.push_str(", marked");
        }
        let headings = resolution.passages[..at].iter().rev();
        let headings =
            headings.take_while(|above| matches!(above.kind, PassageKind::Heading { .. }));
        let mut headings: Vec<_> = headings
            .map(|above| format!("heading {}", above.text))
            .collect();
        headings.reverse();
        let text = passage.marked_text().into_owned();
        let notes: Vec<String> = passage.all_notes().map(Note::line).collect();
        let own: Vec<String> = self.app.notes_on(at).map(str::to_owned).collect();
        for heading in headings {
            self.say(&heading)?;
        }
        self.say(&place)?;
        for line in text.split('\n') {
            self.say(line)?;
        }
        for note in notes {
            self.say(&format!("note {note}"))?;
        }
        for note in own {
            self.say(&format!("your note: {note}"))?;
        }
        Ok(())
    }
}

/// Which passage it is among its like: `, operative paragraph 7 of 12`, `, point 1 of 2`.
pub(super) fn among_its_like(resolution: &Resolution, at: usize) -> String {
    let passages = &resolution.passages;
    let here = &passages[at];
    let is_sibling =
        |other: &Passage| other.part == here.part && other.depth == here.depth && other.is_text();
    // Points are those of one paragraph, or of one point.
    let is_above = |other: &Passage| other.part != here.part || other.depth < here.depth;
    let before = passages[..at].iter().rev();
    let before = before.take_while(|other| !is_above(other));
    let behind = passages[at..].iter();
    let behind = behind.take_while(|other| !is_above(other));
    let position = before.filter(|other| is_sibling(other)).count() + 1;
    let of = position - 1 + behind.filter(|other| is_sibling(other)).count();
    let is_statement = resolution.kind == DocumentKind::Statement;
    let kind = match (here.depth, here.part) {
        _ if !here.is_text() => return format!(", {}", between(here)),
        (0, Part::Opening) => return String::new(),
        (0, Part::Operative) if is_statement => "paragraph",
        (0, part) if part.is_preamble() => "preambular paragraph",
        (0, part) if part.is_operative() => "operative paragraph",
        (0, _) => "annex paragraph",
        _ => "point",
    };
    let below = resolution.unit(at).skip(1);
    let points = below
        .filter(|&below| passages[below].depth == here.depth + 1)
        .count();
    let points = match points {
        0 => String::new(),
        1 => ", 1 point below".to_owned(),
        many => format!(", {many} points below"),
    };
    format!(", {kind} {position} of {of}{points}")
}

/// What stands between paragraphs and points, in words.
fn between(passage: &Passage) -> &'static str {
    match passage.kind {
        PassageKind::Text | PassageKind::Flush => "its text behind the points",
        PassageKind::Heading { .. } => "heading",
        PassageKind::Table(_) => "table",
        PassageKind::Rule => "a line of signs",
    }
}
