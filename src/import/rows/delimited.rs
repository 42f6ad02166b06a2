//! Cells between commas, tabs, semicolons or bars, as RFC 4180 has them → rows. The first row names the columns.

use csv::{ReaderBuilder, StringRecord};

use super::{ColumnNames, RowCells};
use crate::import::{ImportError, Options};

/// What may part cells.
const DELIMITERS: [u8; 4] = *b",\t;|";

/// The longest name of a column, in bytes.
const LONGEST_NAME: usize = 64;

/// The rows of a text; none where it is no table with texts.
pub(super) fn rows(
    text: &str,
    options: &Options<'_>,
) -> Result<Option<Vec<RowCells>>, ImportError> {
    let file = || options.file_name.to_owned();
    let mut heads = DELIMITERS
        .iter()
        .filter_map(|&by| Some((head(text, by)?, by)));
    let columns = options.columns;
    let known = heads.clone().find(|(head, _)| {
        let names: Vec<_> = head.iter().collect();
        columns.are_known(&names) && columns.missing(&names).is_none()
    });
    let Some((head, by)) = known else {
        // Columns that are named belong to a table.
        return match heads.find(|_| !columns.is_empty()) {
            Some((head, _)) => {
                let names: Vec<_> = head.iter().collect();
                let name = columns.missing(&names).unwrap_or("text");
                Err(ImportError::NoColumn {
                    file: file(),
                    column: name.to_owned(),
                    columns: names.into_iter().map(str::to_owned).collect(),
                })
            }
            None => Ok(None),
        };
    };
    let names: Vec<_> = head.iter().collect();
    if ColumnNames::are_paragraphs(&names) {
        return Err(ImportError::Paragraphs { file: file() });
    }
    let rows = records(text, by).skip(1).map(|record| {
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<_> = names.iter().copied().zip(record.iter()).collect();
        let mut row = RowCells {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            ..RowCells::default()
        };
        columns.put(&cells, &mut row);
        (record.iter().any(|cell| !cell.trim().is_empty()), row)
    });
    let filled = rows.filter(|(is_filled, _)| *is_filled);
    Ok(Some(filled.map(|(_, row)| row).collect()))
}

/// The first row, if it can name columns: short cells, and as many in the row below.
fn head(text: &str, by: u8) -> Option<StringRecord> {
    let first = text.lines().next()?;
    if !first.as_bytes().contains(&by) {
        return None;
    }
    let mut records = records(text, by);
    let head = records.next()?;
    let is_short = |name: &str| name.len() <= LONGEST_NAME && !name.contains('\n');
    let fits = records.next().is_none_or(|row| row.len() == head.len());
    (head.len() > 1 && fits && head.iter().all(is_short)).then_some(head)
}

fn records(text: &str, by: u8) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(by)
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
}
