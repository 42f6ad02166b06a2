//! Tables of a layout: lines below each other whose parts stand in the same columns.
//!
//! ```text
//!     Harbour                 Lamps in 2040       Lamps in 2041
//!     1. Keel                         1,204               1,180
//!     2. Old Quay
//!        and the pier                    310                310
//! ```
//!
//! Parts of a line stand apart by three blanks. Rows are a table where at least three of them have as many parts, and none
//! of these stands below two others: three parts, or two of which the second is a figure. A label and its text are no
//! two parts, nor are long texts beside each other. A line goes on the row above it where nothing of it stands in the first
//! column, or one of the two has nothing else and it begins with a small letter.

use std::ops::Range;

use crate::import::pdf_text::numbering;
use crate::import::shapes::{CellPiece, DocumentShapes};
use crate::import::source::Line;
use crate::text::model::{Cell, Table};

/// The fewest rows of a table.
const FEWEST_ROWS: usize = 3;

/// The longest part of a row, in words.
const LONGEST_PART: usize = 12;

/// The tables in the lines of a text.
pub(in crate::import) fn tables(lines: &[Line<'_>]) -> DocumentShapes {
    let mut shapes = DocumentShapes::default();
    let mut at = 0;
    while at < lines.len() {
        let rows = &lines[at..at + rows_from(&lines[at..])];
        let parted: Vec<_> = rows.iter().map(parts_of).collect();
        // A line above may only look like a row of it.
        let table = (0..rows.len())
            .take(2)
            .find_map(|from| LaidTable::of(&rows[from..], &parted[from..]));
        if let Some(table) = table {
            table.add_to(&mut shapes);
        }
        at += rows.len().max(1);
    }
    shapes
}

/// How many lines may be of one table, from the first on.
fn rows_from(lines: &[Line<'_>]) -> usize {
    let goes_on = |(at, line): &(usize, &Line<'_>)| {
        let is_rest = *at > 0 && line.blank_before == 0;
        let touches = *at == 0 || line.blank_before <= 1 && !line.feed_before;
        let is_row = line.is_row();
        touches && (is_rest || is_row) && !(is_row && is_labelled(line))
    };
    lines.iter().enumerate().take_while(goes_on).count()
}

/// A part of a line: its words, and the columns that it fills, each letter taking one.
struct LinePart {
    words: Range<usize>,
    columns: Range<usize>,
}

fn parts_of(line: &Line<'_>) -> Vec<LinePart> {
    let mut parts: Vec<LinePart> = Vec::new();
    // Bytes beyond one a letter.
    let mut wide = 0;
    for (at, word) in line.words.iter().enumerate() {
        let start = line.column_of(at) - wide;
        let letters = word.chars().count();
        wide += word.len() - letters;
        let end = start + letters;
        match parts.last_mut() {
            Some(part) if start < part.columns.end + Line::WIDE => {
                part.words.end = at + 1;
                part.columns.end = end;
            }
            _ => parts.push(LinePart {
                words: at..at + 1,
                columns: start..end,
            }),
        }
    }
    parts
}

/// Whether a line is a label and a text.
fn is_labelled(line: &Line<'_>) -> bool {
    let [label, _] = &*parts_of(line) else {
        return false;
    };
    let is_label =
        numbering::number(&line.words).is_some() || numbering::point(&line.words).is_some();
    label.words.len() == 1 && is_label
}

/// Lines that are a table.
struct LaidTable<'l, 'a> {
    lines: &'l [Line<'a>],
    /// The parts of each line.
    parted: &'l [Vec<LinePart>],
    columns: Vec<Range<usize>>,
}

impl<'l, 'a> LaidTable<'l, 'a> {
    /// The table that some lines begin with.
    fn of(lines: &'l [Line<'a>], parted: &'l [Vec<LinePart>]) -> Option<Self> {
        let most = parted.iter().map(Vec::len).max()?;
        let is_full = |parts: &&Vec<LinePart>| parts.len() == most;
        let first = parted.iter().find(is_full)?.iter();
        let mut columns: Vec<_> = first.map(|part| part.columns.clone()).collect();
        for parts in parted.iter().filter(is_full) {
            for (column, part) in columns.iter_mut().zip(parts) {
                let own = &part.columns;
                *column = column.start.min(own.start)..column.end.max(own.end);
            }
        }
        let mut table = Self {
            lines,
            parted,
            columns,
        };
        let rows = table
            .rows()
            .take_while(|(line, parts)| table.fits(line, parts));
        let rows = rows.count();
        (table.lines, table.parted) = (&lines[..rows], &parted[..rows]);
        let is_apart = table
            .columns
            .windows(2)
            .all(|pair| pair[0].end < pair[1].start);
        let full = table.rows().filter(|(_, parts)| parts.len() == most);
        let counted = full
            .clone()
            .filter(|(line, parts)| has_figures(line, parts))
            .count();
        let full = full.count();
        let tells = most > 2 || most == 2 && counted * 3 >= full * 2;
        (tells && full >= FEWEST_ROWS && is_apart).then_some(table)
    }

    fn rows(
        &self,
    ) -> impl Iterator<Item = (&'l Line<'a>, &'l Vec<LinePart>)> + Clone + use<'l, 'a> {
        self.lines.iter().zip(self.parted)
    }

    fn fits(&self, line: &Line<'_>, parts: &[LinePart]) -> bool {
        let fits =
            |part: &LinePart| part.words.len() <= LONGEST_PART && self.column(part).is_some();
        line.column >= self.columns[0].start && parts.iter().all(fits)
    }

    /// The only column that a part stands in.
    fn column(&self, part: &LinePart) -> Option<usize> {
        let own = &part.columns;
        let meets = |column: &Range<usize>| own.start < column.end && column.start < own.end;
        let mut met = (0..self.columns.len()).filter(|&at| meets(&self.columns[at]));
        met.next().filter(|_| met.next().is_none())
    }

    fn add_to(self, shapes: &mut DocumentShapes) {
        let table = shapes.tables.len();
        let mut rows = 0;
        // How many parts the line above has.
        let mut above = 0;
        for (line, parts) in self.rows() {
            let is_alone = above == 1 || parts.len() == 1;
            let goes_on = self.column(&parts[0]) != Some(0)
                || is_alone && line.words[0].starts_with(char::is_lowercase);
            rows += usize::from(rows == 0 || !goes_on);
            above = parts.len();
            shapes.pieces.extend(parts.iter().map(|part| CellPiece {
                line: line.number,
                column: line.column_of(part.words.start),
                table,
                row: rows - 1,
                cell: self.column(part).unwrap_or_default(),
            }));
        }
        let names = self
            .rows()
            .take_while(|(line, parts)| !has_figures(line, parts))
            .count();
        let empty = vec![Cell::new(""); self.columns.len()];
        shapes.tables.push(Table {
            rows: vec![empty; rows],
            head: usize::from(names == 1),
        });
    }
}

/// Whether the last part of a line is a figure: `1,204.6`, `98 %`, `–`.
fn has_figures(line: &Line<'_>, parts: &[LinePart]) -> bool {
    let [_, .., last] = parts else {
        return false;
    };
    let words = &line.words[last.words.clone()];
    let is_figure = |word: &&str| !word.contains(char::is_alphabetic);
    words.iter().all(is_figure)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;

    /// The cells of the tables in a text, a line a row.
    fn rows(text: &str) -> Vec<String> {
        let lines = lines_of(text, &mut Report::default());
        let shapes = tables(&lines);
        let mut rows: Vec<String> = Vec::new();
        let mut last = None;
        for piece in &shapes.pieces {
            if last != Some((piece.table, piece.row)) {
                rows.push(String::new());
            }
            last = Some((piece.table, piece.row));
            let row = rows.last_mut().unwrap();
            let space = if row.is_empty() { "" } else { " " };
            write!(row, "{space}{}@{}", piece.cell, piece.line).unwrap();
        }
        rows
    }

    #[test]
    fn parts_below_each_other_are_a_table() {
        let text = "Decides to buy the oil that is set out below:
    Harbour                 Lamps in 2040       Lamps in 2041
    1. Keel                         1,204               1,180
    2. Old Quay
       and the pier                   310                 310
    Total                           1,514               1,490
The rest of the oil is sold.
";
        assert_eq!(
            rows(text),
            [
                "0@2 1@2 2@2",
                "0@3 1@3 2@3",
                "0@4 0@5 1@5 2@5",
                "0@6 1@6 2@6"
            ]
        );
        let two = "   2040        7\n   2041       12\n\n   Ölberg      3 %\n";
        assert_eq!(rows(two), ["0@1 1@1", "0@2 1@2", "0@4 1@4"]);
    }

    #[test]
    fn labels_signatures_and_texts_beside_each_other_are_none() {
        for text in [
            "1.    Decides\n2.    Requests\n(a)    Oars\n",
            "Chair        Master\nKeel         Oar\nBow          Aft\n",
            "one two three four five six seven eight nine ten eleven twelve thirteen    a    b\n",
            "Keel     1     2\nOar      3     4\n",
            "a     b     c\n  d      e    f\n    g      h    i\n        j     k    l\n",
        ] {
            assert_eq!(rows(text), [""; 0], "{text}");
        }
    }
}
