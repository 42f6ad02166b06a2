//! An excerpt as blocks: what is written one after the other, whatever the format.

use super::Excerpt;
use crate::text::model::{Cell, Part, Passage, PassageKind, Place, Resolution, Table};

/// One thing that is written.
pub(super) enum ExportBlock<'r> {
    /// A part begins; with what stands over a section or an annex.
    Part(Part, Option<String>),
    /// A heading between paragraphs, 1 for the largest.
    Heading(u8, &'r Passage),
    /// A paragraph, a point, or text that goes on behind points.
    Text {
        passage: &'r Passage,
        /// Its number with the stop of print: `7.`, `(a)`.
        number: Option<String>,
        /// 0 for a paragraph, 1 for its points.
        level: usize,
        /// Whether it is a point, which is set apart from the text at its level.
        is_point: bool,
        place: Place,
    },
    /// A table.
    Table(&'r Passage, &'r Table),
    /// A line of signs.
    Rule(&'r Passage),
}

/// The blocks of an excerpt of a resolution that was read.
pub(super) fn blocks<'r>(excerpt: &Excerpt, resolution: &'r Resolution) -> Vec<ExportBlock<'r>> {
    let mut blocks = Vec::new();
    let mut open = None;
    for range in &excerpt.passages {
        let Some(top) = resolution.passages.get(range.start) else {
            continue;
        };
        for (passage, index) in resolution.passages[range.clone()].iter().zip(range.clone()) {
            if excerpt.is_whole && open != Some(passage.part) {
                let title = title_of(passage.part, open.replace(passage.part), resolution);
                blocks.push(ExportBlock::Part(passage.part, title));
            }
            let place = Place::new(excerpt.resolution, index);
            let level = usize::from(passage.depth.saturating_sub(top.depth));
            blocks.push(block(passage, level, place));
        }
    }
    blocks
}

/// What stands over the section or annex that begins with a part, if another was open.
fn title_of(part: Part, last: Option<Part>, resolution: &Resolution) -> Option<String> {
    let is_new = |position: fn(Part) -> Option<u16>| last.and_then(position) != position(part);
    match (part.section(), part.annex()) {
        (Some(section), _) if is_new(Part::section) => {
            Some(resolution.section_title(section).into_owned())
        }
        (_, Some(annex)) if is_new(Part::annex) => Some(resolution.annex_title(annex).into_owned()),
        _ => None,
    }
}

fn block(passage: &Passage, level: usize, place: Place) -> ExportBlock<'_> {
    match &passage.kind {
        PassageKind::Heading { level } => ExportBlock::Heading(*level, passage),
        PassageKind::Table(table) => ExportBlock::Table(passage, table),
        PassageKind::Rule => ExportBlock::Rule(passage),
        PassageKind::Text => ExportBlock::Text {
            passage,
            number: passage.number.as_deref().map(with_stop),
            level,
            is_point: level > 0,
            place,
        },
        // It goes on at the margin of what it belongs to.
        PassageKind::Flush => ExportBlock::Text {
            passage,
            number: None,
            level: level.saturating_sub(1),
            is_point: false,
            place,
        },
    }
}

/// A number with the stop that print puts behind it: `7.`; `(a)` has none.
pub(super) fn with_stop(number: &str) -> String {
    if number.ends_with(char::is_alphanumeric) {
        format!("{number}.")
    } else {
        number.to_owned()
    }
}

/// The cells of a table in a grid as wide as its widest row: a cell that takes several places stands in the first.
pub(super) fn grid(table: &Table) -> Vec<Vec<Option<&Cell>>> {
    let mut rows: Vec<Vec<Option<&Cell>>> = Vec::new();
    // By column, how many rows more are taken from above.
    let mut taken: Vec<u16> = Vec::new();
    for row in &table.rows {
        let mut line: Vec<Option<&Cell>> = Vec::new();
        for cell in row {
            while taken.get(line.len()).is_some_and(|&rows| rows > 0) {
                line.push(None);
            }
            for column in 0..cell.columns.max(1) {
                taken.resize(taken.len().max(line.len() + 1), 0);
                taken[line.len()] = cell.rows.max(1);
                line.push((column == 0).then_some(cell));
            }
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
        rows.push(line);
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(width, None);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_several_rows_and_columns_keeps_their_places_free() {
        let cell = |text: &str, columns, rows| Cell {
            columns,
            rows,
            ..Cell::new(text)
        };
        let table = Table {
            rows: vec![
                vec![cell("a", 1, 2), cell("b", 2, 1)],
                vec![cell("c", 1, 1), cell("d", 1, 1)],
                vec![cell("e", 1, 1)],
            ],
            head: 0,
        };
        let rows = grid(&table).into_iter().map(|row| {
            let cells = row
                .into_iter()
                .map(|cell| cell.map_or("-", |cell| &*cell.text));
            cells.collect::<String>()
        });
        assert_eq!(rows.collect::<Vec<_>>(), ["ab-", "-cd", "e--"]);
    }
}
