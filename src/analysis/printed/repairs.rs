//! What became of the words of lines: joined, read otherwise, or standing elsewhere.

use std::ops::Range;

use serde::Serialize;

use crate::analysis::changes::{Change, changes};
use crate::text::model::{Part, Passage, Resolution};
use crate::text::sorting::sort_by_key;

/// Words of a source that are not in the text as they stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineRepair {
    /// The line in which they begin, from 1.
    pub line: u32,
    /// What became of them.
    pub kind: LineRepairKind,
    /// Joined words and words that are read otherwise as the text has them, others as the source has them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What became of words of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineRepairKind {
    /// They are one word: `8` and `th`.
    Joined,
    /// A page begins behind the line.
    PageBreak,
    /// They are a note of the text, or its mark.
    Noted,
    /// They stand in another paragraph.
    Elsewhere,
    /// They are in no paragraph.
    LeftOut,
    /// The text has other words.
    ReadAs,
}

impl LineRepairKind {
    /// What became of the words, as said before them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::PageBreak => "page break",
            Self::Noted => "note",
            Self::Elsewhere => "elsewhere",
            Self::LeftOut => "left out",
            Self::ReadAs => "read as",
        }
    }
}

impl LineRepair {
    /// As a line: `joined “8th”`.
    pub fn said(&self) -> String {
        match (self.kind.name(), self.words.as_str()) {
            (name, "") => name.to_owned(),
            (name, words) => format!("{name} “{words}”"),
        }
    }
}

/// What became of the words of a unit, which fills lines from the number of the `first` of them on.
pub(super) fn repairs(
    first: u32,
    lines: &[String],
    resolution: &Resolution,
    unit: Range<usize>,
) -> Vec<LineRepair> {
    let source = lines.join("\n");
    let line_of = |at: usize| {
        let before = source.get(..at).unwrap_or_default().matches('\n').count();
        first + u32::try_from(before).unwrap_or(u32::MAX)
    };
    let mut repairs = Vec::new();
    let expected = UnitWords::of(resolution, unit);
    for change in changes(&source, &expected.text) {
        if let Some((kind, words)) = expected.became(&source, &change) {
            let line = line_of(change.gone.start);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            repairs.push(LineRepair { line, kind, words });
        }
    }
    repairs.extend(page_breaks(first, lines));
    sort_by_key(&mut repairs, |repair| repair.line);
    repairs
}

/// The sign that ends a page in what comes out of a PDF, and so many blank lines as stand only there.
const FORM_FEED: char = '\u{c}';
const PAGE_GAP: usize = 4;

/// The lines behind which a page begins.
fn page_breaks(first: u32, lines: &[String]) -> Vec<LineRepair> {
    let (mut breaks, mut blank, mut is_fed) = (Vec::new(), 0, false);
    for (line, text) in (first..).zip(lines) {
        is_fed |= text.contains(FORM_FEED);
        if text.trim().is_empty() {
            blank += 1;
            continue;
        }
        if line > first && (is_fed || blank >= PAGE_GAP) {
            breaks.push(LineRepair {
                line: line - 1,
                kind: LineRepairKind::PageBreak,
                words: String::new(),
            });
        }
        (blank, is_fed) = (0, false);
    }
    breaks
}

/// A hyphen that is printed only where a line ends.
const SOFT_HYPHEN: char = '\u{ad}';

/// The words of a unit as its lines should have them.
struct UnitWords<'r> {
    resolution: &'r Resolution,
    unit: Range<usize>,
    text: String,
    /// Where its numbers stand: the stop behind one is none of the text.
    numbers: Vec<Range<usize>>,
}

impl<'r> UnitWords<'r> {
    fn of(resolution: &'r Resolution, unit: Range<usize>) -> Self {
        let (mut text, mut numbers) = (String::new(), Vec::new());
        let passages = &resolution.passages[unit.clone()];
        if passages
            .first()
            .is_some_and(|one| one.part == Part::Opening)
        {
            let over = resolution.headings.iter().chain(&resolution.title);
            over.for_each(|over| text.extend([over, " "]));
        }
        for passage in passages {
            if let Some(number) = &passage.number {
                numbers.push(text.len()..text.len() + number.len());
                text.extend([number, " "]);
            }
            text.extend([&passage.text, " "]);
        }
        Self {
            resolution,
            unit,
            text,
            numbers,
        }
    }

    /// The number right before a byte.
    fn number_before(&self, at: usize) -> Option<&str> {
        let is_before = |number: &&Range<usize>| {
            let between = self.text.get(number.end..at);
            between.is_some_and(|between| between.trim().is_empty())
        };
        let number = self.numbers.iter().find(is_before)?;
        self.text.get(number.clone())
    }

    /// What became of words, and the words to say it by; none of the stop behind a number.
    fn became(&self, source: &str, change: &Change) -> Option<(LineRepairKind, String)> {
        let all = source.get(change.gone.clone()).unwrap_or_default();
        let new = self.text.get(change.new.clone()).unwrap_or_default();
        let number = self.number_before(change.new.start);
        let (stop, gone) = number.map_or(("", all), |_| stop_before(all, new));
        let (was, is) = (letters(gone), letters(new));
        if let Some(number) = number
            && was.is_empty()
            && is.is_empty()
        {
            let before = source.get(..change.gone.start).unwrap_or_default();
            let is_parted = before.ends_with(char::is_whitespace);
            return is_parted.then(|| (LineRepairKind::Joined, [number, stop].concat()));
        }
        let has_words = was.contains(char::is_alphanumeric);
        Some(match is.as_str() {
            _ if was == is => (LineRepairKind::Joined, new.to_owned()),
            _ if self.is_noted(&was, &is) => (LineRepairKind::Noted, gone.to_owned()),
            "" if has_words && self.stands_elsewhere(&was) => {
                (LineRepairKind::Elsewhere, gone.to_owned())
            }
            "" => (LineRepairKind::LeftOut, gone.to_owned()),
            _ => (LineRepairKind::ReadAs, new.to_owned()),
        })
    }

    /// Whether words have the mark of a note behind them, or are of its text.
    fn is_noted(&self, was: &str, is: &str) -> bool {
        let passages = self.resolution.passages[self.unit.clone()].iter();
        let mut notes = passages.flat_map(Passage::all_notes);
        let mark = was.strip_prefix(is);
        notes.any(|note| {
            mark == Some(&*note.mark) || is.is_empty() && letters(&note.line()).contains(was)
        })
    }

    /// Whether words are those of other paragraphs, or stand over them.
    fn stands_elsewhere(&self, was: &str) -> bool {
        let over = self
            .resolution
            .headings
            .iter()
            .chain(&self.resolution.title);
        let mut all: String = over.map(|over| letters(over)).collect();
        for (position, passage) in self.resolution.passages.iter().enumerate() {
            if !self.unit.contains(&position) {
                let number = passage.number.as_deref().unwrap_or_default();
                all.extend([letters(number), letters(&passage.text)]);
            }
        }
        all.contains(was)
    }
}

/// The stop that words begin with and the text does not, and the words behind it.
fn stop_before<'t>(words: &'t str, new: &str) -> (&'t str, &'t str) {
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    let (stop, rest) = words.split_at(end);
    if stop.contains(char::is_alphanumeric) || new.starts_with(stop) {
        ("", words)
    } else {
        (stop, rest)
    }
}

/// The letters and signs of words, whatever stands between them.
fn letters(words: &str) -> String {
    let is_letter = |c: &char| !c.is_whitespace() && *c != SOFT_HYPHEN;
    words.chars().filter(is_letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::model::Note;

    /// The repairs of paragraph 7, which was read from these lines, in their words.
    fn said(lines: &str, text: &str) -> Vec<String> {
        let mut resolution = Resolution::new("7/1-T", "en");
        resolution.push(Passage::new(
            Part::Preamble,
            "Recalling the night of 3 May,",
        ));
        resolution.push(Passage {
            number: Some("7".into()),
            notes: [Note {
                mark: "1".into(),
                at: Some(4),
                text: "See B/7.".into(),
            }]
            .into(),
            ..Passage::new(Part::Operative, text)
        });
        let lines: Vec<_> = lines.split('\n').map(str::to_owned).collect();
        let repairs = repairs(30, &lines, &resolution, 1..2).into_iter();
        let said = repairs.map(|repair| format!("{} {}", repair.line, repair.said()));
        said.collect()
    }

    #[test]
    fn what_became_of_words_is_seen_from_lines_and_text() {
        for (lines, text, repairs) in [
            (
                "7. Urges all   boats\nto meet;",
                "Urges all boats to meet;",
                &[][..],
            ),
            ("7 . Urges;", "Urges;", &["30 joined “7.”"]),
            ("7. on 8\n\nth\n May", "on 8th May", &["30 joined “8th”"]),
            (
                "7. self-\ngoverning",
                "self-governing",
                &["30 joined “self-governing”"],
            ),
            (
                "7. co\u{ad}\noperation",
                "cooperation",
                &["30 joined “cooperation”"],
            ),
            (
                "7. Urges the\n- 3 -\n\u{c}boats to meet;",
                "Urges the boats to meet;",
                &["31 left out “- 3 -”", "31 page break"],
            ),
            (
                "the night of 3 May,\n7. Urges;",
                "Urges;",
                &["30 elsewhere “the night of 3 May,”"],
            ),
            ("7. Urges1 all;", "Urges all;", &["30 note “Urges1”"]),
            (
                "7. Urges the\n1 See B/7.\nboats;",
                "Urges the boats;",
                &["31 note “1 See B/7.”"],
            ),
            (
                "7. Urges al1 boats;",
                "Urges all boats;",
                &["30 read as “all”"],
            ),
        ] {
            assert_eq!(said(lines, text), repairs, "{lines}");
        }
    }
}
