//! Paragraphs, rows and notes of a document → lines that a person can read: a paragraph a line, blank lines between.
//!
//! A mark of a note is `[1]`, counted through the document; the notes stand at its end under the heading `Notes`.

use super::cells::OpenTables;
use super::document::{SourceDocument, SourceFormat};
use crate::import::report::Report;
use crate::import::shapes::{CellPiece, DocumentShapes};
use crate::import::source;
use crate::text::model::{Cell, Table};

/// How many columns a level of a list is set in.
const INDENT: usize = 4;

/// How many levels are set in at most.
const DEEPEST: usize = 8;

/// What parts the cells of a row on one line.
const BETWEEN_CELLS: &str = "    ";

/// The longest row of a table that stands on one line, in bytes.
const LONGEST_ROW: usize = 240;

/// Lines in the making.
#[derive(Default)]
pub(super) struct PlainText {
    text: String,
    /// How many lines there are.
    lines: u32,
    /// The notes, the first of mark 1.
    notes: Vec<String>,
    is_in_table: bool,
    shapes: DocumentShapes,
    pub(super) report: Report,
}

impl PlainText {
    /// The line that comes next, from 1.
    pub(super) fn next_line(&self) -> u32 {
        self.lines + if self.text.is_empty() { 1 } else { 2 }
    }

    /// Adds a paragraph of that label, so many levels deep. A line feed in it ends a line; blanks count as one. Before a
    /// label of its own a sign is left out.
    pub(super) fn paragraph(&mut self, label: &str, text: &str, level: usize) {
        let mut lines: Vec<_> = text.split('\n').map(single_spaced).collect();
        lines.retain(|line| !line.is_empty());
        let label = single_spaced(label);
        if !label.is_empty() {
            self.shapes.items.push(self.next_line());
        }
        let is_sign = !label.contains(|c: char| c.is_alphanumeric());
        let label = if is_sign && lines.first().is_some_and(|first| has_label(first)) {
            String::new()
        } else {
            label
        };
        match lines.first_mut() {
            Some(first) if !label.is_empty() => *first = format!("{label} {first}"),
            None if !label.is_empty() => lines.push(label),
            _ => {}
        }
        self.is_in_table = false;
        self.block(&lines, level);
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, label: &str, text: &str, level: u8) {
        let line = self.next_line();
        self.paragraph(label, text, 0);
        let lines = line..=self.lines;
        self.shapes.headings.extend(lines.map(|line| (line, level)));
    }

    /// Ends a table. Unless it stands in a cell of another it is added, behind what stands in it outside its rows.
    pub(super) fn end_table(&mut self, tables: &mut OpenTables) {
        let Some(table) = tables.end() else {
            return;
        };
        for text in &table.beside {
            self.paragraph("", text, 0);
        }
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| {
                let paragraphs = cell.paragraphs.iter().map(|text| of_cell(text));
                paragraphs.filter(|text| !text.is_empty()).collect()
            });
            cells.collect::<Vec<Vec<String>>>()
        });
        let rows: Vec<_> = rows.collect();
        let is_table = is_table(&rows);
        let position = self.shapes.tables.len();
        for (at, row) in rows.iter().enumerate() {
            let pieces = self.row(row);
            if is_table {
                let pieces = pieces.into_iter().map(|piece| CellPiece {
                    table: position,
                    row: at,
                    ..piece
                });
                self.shapes.pieces.extend(pieces);
            }
        }
        if is_table {
            let rows = table.rows.iter().map(|row| {
                let cells = row.iter().map(|cell| Cell {
                    columns: cell.columns,
                    rows: cell.rows,
                    ..Cell::new("")
                });
                cells.collect()
            });
            self.shapes.tables.push(Table {
                rows: rows.collect(),
                head: table.head,
            });
        }
    }

    /// Adds a row of a table, each cell with its paragraphs. A row of short cells is one line; a label in the first cell
    /// goes before what stands beside it; of any other row each paragraph stands by itself. Gives where each paragraph
    /// stands.
    fn row(&mut self, cells: &[Vec<String>]) -> Vec<CellPiece> {
        let filled = || (0..).zip(cells).filter(|(_, cell)| !cell.is_empty());
        let paragraphs = || filled().flat_map(|(at, cell)| cell.iter().map(move |text| (at, text)));
        let label = label_of(cells);
        let is_short = paragraphs().map(|(_, text)| text.len()).sum::<usize>() <= LONGEST_ROW;
        let is_line = is_short && filled().all(|(_, cell)| cell.len() == 1);
        let mut pieces = Vec::new();
        let mut row = String::new();
        for (at, (cell, text)) in paragraphs().enumerate() {
            if is_line && label.is_none() && at > 0 {
                row.push_str(BETWEEN_CELLS);
            } else if at == 1 && label.is_some() {
                row.push(' ');
            }
            pieces.push(CellPiece {
                line: self.next_row(is_line && label.is_none()),
                column: source::printed_length(&row),
                table: 0,
                row: 0,
                cell,
            });
            row.push_str(text);
            let goes_on = if label.is_some() { at == 0 } else { is_line };
            if !goes_on {
                self.paragraph("", &std::mem::take(&mut row), 0);
            }
        }
        if !row.is_empty() {
            self.table_line(row);
        }
        pieces
    }

    /// Adds a note; gives its mark, as it stands in the text.
    pub(super) fn note(&mut self, text: &str) -> String {
        let number = self.take_note();
        self.fill_note(number, text);
        mark(number)
    }

    /// The number of the next note, whose text comes later.
    pub(super) fn take_note(&mut self) -> usize {
        self.notes.push(String::new());
        self.notes.len()
    }

    /// Fills in the note of a number, from 1.
    pub(super) fn fill_note(&mut self, number: usize, text: &str) {
        if let Some(note) = number.checked_sub(1).and_then(|at| self.notes.get_mut(at)) {
            *note = single_spaced(text);
        }
    }

    /// The document, its notes at its end.
    pub(super) fn finish(mut self, format: SourceFormat) -> SourceDocument {
        let notes = std::mem::take(&mut self.notes);
        let mut notes = (1..)
            .zip(&notes)
            .filter(|(_, text)| !text.is_empty())
            .peekable();
        if notes.peek().is_some() {
            self.paragraph("", "Notes", 0);
        }
        for (number, text) in notes {
            self.paragraph(&mark(number), text, 0);
        }
        SourceDocument {
            report: self.report,
            shapes: DocumentShapes {
                wraps_no_lines: matches!(format, SourceFormat::Word | SourceFormat::Html),
                ..self.shapes
            },
            ..SourceDocument::of_text(self.text, format)
        }
    }

    /// The line that comes next, where a row of a table stands on one or goes on with another.
    fn next_row(&self, is_line: bool) -> u32 {
        if is_line && self.is_in_table {
            self.lines + 1
        } else {
            self.next_line()
        }
    }

    /// Lines of a table stand without gaps.
    fn table_line(&mut self, row: String) {
        if self.is_in_table {
            self.text.extend([&row, "\n"]);
            self.lines += 1;
        } else {
            self.block(&[row], 0);
            self.is_in_table = true;
        }
    }

    fn block(&mut self, lines: &[String], level: usize) {
        if lines.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
            self.lines += 1;
        }
        let indent = " ".repeat(INDENT * level.min(DEEPEST));
        for line in lines {
            self.text.extend([&indent, line, "\n"]);
            self.lines += 1;
        }
    }
}

fn mark(number: usize) -> String {
    format!("[{number}]")
}

fn single_spaced(text: &str) -> String {
    // A space that does not break is one of the text.
    let words = text.split([' ', '\t', '\n', '\r']);
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A paragraph of a cell on one line.
fn of_cell(text: &str) -> String {
    single_spaced(&text.replace(source::is_separator, " "))
}

/// Whether rows are those of a table: two at least have two cells that are filled, and they are no list whose labels
/// stand in cells of their own.
fn is_table(rows: &[Vec<Vec<String>>]) -> bool {
    let filled = |row: &&Vec<Vec<String>>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let filled: Vec<_> = rows.iter().filter(filled).collect();
    filled.len() > 1 && filled.iter().any(|row| label_of(row).is_none())
}

/// The label that a row of two cells begins with.
fn label_of(row: &[Vec<String>]) -> Option<&str> {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let (label, _, None) = (filled.next()?, filled.next()?, filled.next()) else {
        return None;
    };
    match label.as_slice() {
        [label] if is_label(label) => Some(label),
        _ => None,
    }
}

/// Whether a cell holds no more than a label: `1.`, `(a)`, `iv)`.
fn is_label(text: &str) -> bool {
    let inner = text.trim_matches(['(', ')', '.']);
    inner.len() < text.len()
        && !inner.is_empty()
        && inner.len() <= 4
        && inner.chars().all(char::is_alphanumeric)
}

/// Takes the blanks off the end of a text before the mark of a note: it is one of the word before it.
pub(super) fn close_up(text: &mut String) {
    text.truncate(text.trim_end().len());
}

/// Whether a text begins with a label of its own: `(a)`, `1.`, `iv)`.
pub(super) fn has_label(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let inner = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let has_stop = first.ends_with([')', '.']);
    has_stop
        && !inner.is_empty()
        && (inner.chars().all(|c| c.is_ascii_digit()) && inner.len() <= 3
            || inner.len() == 1 && inner.chars().all(|c| c.is_ascii_alphabetic())
            || inner.len() <= 5 && inner.chars().all(|c| "ivxIVX".contains(c)))
}

/// Raised figures of a text that is raised, where they are a mark: `1` as `¹`; other text as it is.
pub(super) fn raised(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(digit as usize));
    match text.trim().chars().map(digit).collect::<Option<String>>() {
        Some(raised) if !raised.is_empty() => raised,
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stand_apart_and_a_table_holds_together() {
        let mut plain = PlainText::default();
        plain.paragraph("1.", "Decides\tto  row", 0);
        plain.paragraph("(a)", "first\nsecond", 1);
        plain.paragraph("", " \n ", 0);
        let mut tables = OpenTables::default();
        tables.begin();
        for row in [
            &["Year", "Boats"][..],
            &["2031", "", "7"],
            &["2.", "Requests"],
        ] {
            tables.begin_row();
            for cell in row {
                tables.begin_cell(false);
                tables.add("", cell);
            }
        }
        plain.end_table(&mut tables);
        assert_eq!(plain.next_line(), 11);
        assert_eq!(
            plain.finish(SourceFormat::Text).text,
            "1. Decides to row\n\n    (a) first\n    second\n\nYear    Boats\n2031    7\n\n2. Requests\n"
        );
    }

    #[test]
    fn notes_stand_at_the_end_in_the_order_of_their_marks() {
        let mut plain = PlainText::default();
        let first = mark(plain.take_note());
        let second = plain.note("The second.");
        plain.fill_note(1, "The first.");
        plain.paragraph("", &format!("Recalling{first} the lakes{second},"), 0);
        assert_eq!(
            plain.finish(SourceFormat::Text).text,
            "Recalling[1] the lakes[2],\n\nNotes\n\n[1] The first.\n\n[2] The second.\n"
        );
    }

    #[test]
    fn only_figures_are_raised() {
        assert_eq!(["12", "th", "", "1a"].map(raised), ["¹²", "th", "", "1a"]);
    }
}
