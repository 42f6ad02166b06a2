//! A text → lines of words.
//!
//! Line numbers are those of an editor: a line ends at its line feed. A form feed, a lone carriage
//! return or another separator parts a line in two of the same number. Blank lines leave only their
//! count behind.

use std::borrow::Cow;

use super::report::{RepairKind, Report};
use super::shapes::LineShape;
use super::words::{Marks, ends_in_colon, is_stop};
use crate::text::encoding;
use crate::text::sorting::sort_by;
use crate::text::visible::{is_direction, replacement};

/// A line that holds words.
#[derive(Clone, Debug, Default)]
pub(super) struct Line<'a> {
    /// From 1.
    pub number: u32,
    pub words: Vec<&'a str>,
    /// Blank lines between it and the line before.
    pub blank_before: u32,
    /// A form feed stands between it and the line before.
    pub feed_before: bool,
    /// How many columns stand before its first word.
    pub column: usize,
    /// The marks of notes that stood behind its words, by the word.
    pub marks: Vec<(usize, Marks)>,
    /// What its format says that it is.
    pub shape: LineShape,
}

impl Line<'_> {
    /// The fewest blanks of a wide gap.
    pub(super) const WIDE: usize = 3;

    /// Whether words stand in columns with wide gaps between them, as in a row of a table.
    pub(super) fn is_row(&self) -> bool {
        self.is_row_from(0)
    }

    /// The same of the words from a position on.
    pub(super) fn is_row_from(&self, first: usize) -> bool {
        let ends = |word: usize| self.column_of(word) + self.words[word].len();
        (first + 1..self.words.len())
            .any(|word| self.column_of(word) >= ends(word - 1) + Self::WIDE)
    }

    /// Whether its format says that it is a heading.
    pub(super) fn is_heading(&self) -> bool {
        matches!(self.shape, LineShape::Heading(_))
    }

    /// Whether its format says that an item of a list begins with it.
    pub(super) fn is_item(&self) -> bool {
        self.shape == LineShape::Item
    }

    /// Whether its format says that it stands in a table.
    pub(super) fn is_in_table(&self) -> bool {
        matches!(self.shape, LineShape::Row(_))
    }

    /// The column that a word begins in: that of its first letter, where each byte takes one.
    pub(super) fn column_of(&self, word: usize) -> usize {
        let start = |word: &&str| word.as_ptr().addr();
        let first = self.words.first().map_or(0, start);
        let own = self.words.get(word).map_or(first, start);
        self.column + own.saturating_sub(first)
    }

    /// How many words are printed: a stop from which a mark was taken is none.
    pub(super) fn printed(&self) -> usize {
        let tails = self.marks.iter().filter(|(_, marks)| marks.has_tail);
        self.words.len() - tails.count()
    }

    /// Whether a paragraph may end with its last word.
    pub(super) fn ends_sentence(&self) -> bool {
        self.words.last().is_some_and(|word| is_stop(word))
    }

    /// Whether what follows it is a list.
    pub(super) fn ends_in_colon(&self) -> bool {
        self.words.last().is_some_and(|word| ends_in_colon(word))
    }

    /// Whether it has no small letter.
    pub(super) fn is_without_small_letters(&self) -> bool {
        let mut words = self.words.iter();
        !words.any(|word| word.contains(char::is_lowercase))
    }

    pub(super) fn text(&self) -> String {
        self.words.join(" ")
    }
}

/// Drops what is neither text nor space: a byte order mark, control characters, direction marks.
pub(super) fn without_controls<'a>(text: &'a str, report: &mut Report) -> Cow<'a, str> {
    if !text.contains(is_dropped) {
        return text.into();
    }
    for (index, line) in text.split('\n').enumerate() {
        for control in line.chars().filter(|&c| is_dropped(c)) {
            let what = match control {
                encoding::MARK => "byte order mark dropped".to_owned(),
                _ => format!("character U+{:04X} dropped", u32::from(control)),
            };
            report.repair(line_number(index), RepairKind::Character, what);
        }
    }
    Cow::Owned(text.chars().filter(|&c| !is_dropped(c)).collect())
}

fn is_dropped(c: char) -> bool {
    c == encoding::MARK || is_direction(c) || (replacement(c).is_some() && !c.is_whitespace())
}

/// How many bytes of a text are not dropped.
pub(super) fn printed_length(text: &str) -> usize {
    let kept = text.chars().filter(|&c| !is_dropped(c));
    kept.map(char::len_utf8).sum()
}

/// The lines that hold words.
pub(super) fn lines_of<'a>(text: &'a str, report: &mut Report) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let (mut blank, mut feed) = (0, false);
    for (index, raw) in text.split('\n').enumerate() {
        let number = line_number(index);
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        report_spaces(raw, number, report);
        let mut filled = false;
        for piece in raw.split_inclusive(is_separator) {
            let words: Vec<_> = piece.split_whitespace().collect();
            if !words.is_empty() {
                filled = true;
                lines.push(Line {
                    number,
                    words,
                    blank_before: std::mem::take(&mut blank),
                    feed_before: std::mem::take(&mut feed),
                    column: column_of(piece),
                    marks: vec![],
                    shape: LineShape::Plain,
                });
            }
            feed |= piece.ends_with('\u{c}');
        }
        blank += u32::from(!filled);
    }
    lines
}

/// The column that the first word of a line begins in.
fn column_of(line: &str) -> usize {
    const TAB: usize = 8;
    let space = line.chars().take_while(|c| c.is_whitespace());
    space.fold(0, |column, c| match c {
        '\t' => (column / TAB + 1) * TAB,
        _ => column + 1,
    })
}

/// Where fewer than one line of so many goes on what stands above it, each is a paragraph.
const FEW: usize = 8;

/// The gaps before the lines that go on what stands above them: that begin with a small letter behind no stop. Not those
/// below a line that itself begins so behind one: `noting`, and below it what.
fn going_on<'l>(lines: &'l [Line<'_>]) -> impl Iterator<Item = u32> + 'l {
    let is_small = |line: &Line<'_>| {
        line.words[0].starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
    };
    let goes_on = move |&at: &usize| {
        let (above, line) = (&lines[at - 1], &lines[at]);
        let first = line.words[0];
        // `a)` is a label.
        let labels = first.ends_with([')', '.']) && first.len() <= 3;
        let begun = || at > 1 && is_small(above) && lines[at - 2].ends_sentence();
        !labels && is_small(line) && !above.ends_sentence() && !begun()
    };
    (1..lines.len())
        .filter(goes_on)
        .map(|at| lines[at].blank_before)
}

/// Whether each paragraph is one line: hardly a line goes on, and most end with a stop. A format that wraps no lines
/// says so where all are short.
pub(super) fn is_unwrapped(lines: &[Line<'_>], wraps_none: bool) -> bool {
    let stops = |line: &&Line<'_>| line.ends_sentence();
    let few = if wraps_none { FEW / 2 } else { FEW };
    going_on(lines).count() * few < lines.len()
        && lines.iter().filter(stops).count() * 2 > lines.len()
        && (wraps_none || lines.iter().any(|line| line.words.len() > LONG))
}

/// More words than a line of a page has.
const LONG: usize = 24;

/// The blank lines that stand between two lines of one paragraph: one in a double-spaced text.
///
/// They are told at lines that go on what stands above them, which begin with a small letter behind no stop: the
/// gap that at least a quarter of those don't exceed. Where few lines go on each is a paragraph, and any gap parts.
pub(super) fn usual_gap(lines: &[Line<'_>]) -> u32 {
    let mut gaps: Vec<_> = going_on(lines).collect();
    if gaps.len() * FEW < lines.len() {
        return 0;
    }
    sort_by(&mut gaps, Ord::cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0)
}

fn report_spaces(raw: &str, number: u32, report: &mut Report) {
    if raw.contains('\u{a0}') {
        let what = "non-breaking space read as a space".to_owned();
        report.repair(number, RepairKind::Spaces, what);
    }
    let inner = raw.trim();
    if inner.contains("  ") || inner.contains('\t') {
        let what = "run of spaces read as one".to_owned();
        report.repair(number, RepairKind::Spaces, what);
    }
}

/// Whether a character parts a line in two, or ends it.
pub(super) fn is_separator(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn line_number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, String, u32, bool)> {
        lines_of(text, &mut Report::default())
            .into_iter()
            .map(|line| {
                (
                    line.number,
                    line.text(),
                    line.blank_before,
                    line.feed_before,
                )
            })
            .collect()
    }

    #[test]
    fn lines_keep_their_number_whatever_ends_them() {
        let lines = vec![
            (1, "a b".to_owned(), 0, false),
            (3, "c".to_owned(), 1, false),
        ];
        assert_eq!(read("a  b\n\nc\n"), lines);
        assert_eq!(read("a b\r\n\r\n c \r\n"), lines);
        assert_eq!(read("a\u{a0}b\n \t\nc"), lines);
    }

    #[test]
    fn the_gap_inside_paragraphs_is_told_by_the_lines_that_go_on() {
        let gap = |text: &str| usual_gap(&lines_of(text, &mut Report::default()));
        let wrapped = "Recalling the\nlakes of all\nshores,\n\nNoting the\nrain,\n";
        assert_eq!(gap(wrapped), 0);
        assert_eq!(gap(&wrapped.replace('\n', "\n\n")), 1);
        let verbs = "The Board of Boats and Barges on the Lakes,\n\nnoting\n\nthe rain on the lakes,\n\nasks\n\nall to row.\n";
        assert_eq!(gap(verbs), 0);
        let unwrapped = "Recalling the lakes,\n\nNoting the rain,\n\n1. Decides;\n\n2. Requests.\n";
        assert_eq!(gap(unwrapped), 0);
    }

    #[test]
    fn a_column_counts_what_stands_before_a_word() {
        let mut report = Report::default();
        let lines = lines_of("   a  bc d\n\t e", &mut report);
        let columns = (0..3).map(|word| lines[0].column_of(word));
        assert_eq!(columns.collect::<Vec<_>>(), [3, 6, 9]);
        assert_eq!(lines[1].column, 9);
        let rows = lines_of("eels    7 mm\n1. eels, 7 mm\n", &mut Report::default());
        assert!(rows[0].is_row() && !rows[1].is_row());
    }

    #[test]
    fn a_form_feed_marks_the_line_after_it() {
        let lines = vec![
            (1, "a".to_owned(), 0, false),
            (2, "b".to_owned(), 0, true),
            (2, "c".to_owned(), 0, true),
        ];
        assert_eq!(read("a\n\u{c}b\u{c}c"), lines);
        assert_eq!(read("a\u{c}\nb\u{c}c"), lines);
    }

    #[test]
    fn control_characters_are_dropped_and_reported() {
        let mut report = Report::default();
        let text = without_controls("\u{feff}a\nb\u{1}\u{200e}c", &mut report);
        assert_eq!(text, "a\nbc");
        let lines: Vec<_> = report.repairs.iter().map(|repair| repair.line).collect();
        assert_eq!(lines, [1, 2, 2]);
    }
}
