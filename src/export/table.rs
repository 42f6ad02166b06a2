//! Rows with named columns, for programs that read tables or objects.

use std::io::Write;

use crate::text::visible::{visible, visible_json};

/// The formats of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// Parted by commas, as RFC 4180 has it, the names first.
    Csv,
    /// Parted by tabs, without names.
    Tsv,
    /// An object a row, in an array; what is empty is left out.
    Json,
}

/// The columns of places that are quoted: those that are marked, and those in a list of the reader.
pub const QUOTED_COLUMNS: [&str; 5] = ["citation", "session", "words", "note", "quotation"];

/// Begins a table with the names of its columns, as RFC 4180 has it.
///
/// # Errors
/// What `to` says.
pub fn csv_table<'t>(
    to: &'t mut dyn Write,
    names: &[&str],
) -> csv::Result<csv::Writer<&'t mut dyn Write>> {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(to);
    table.write_record(names)?;
    Ok(table)
}

/// Writes rows that have a field for each name.
///
/// ```
/// use resolut::export::{TableFormat, table};
///
/// let rows = [vec!["2/34-P:7".to_owned(), "who \"pays\"?".to_owned()]];
/// let csv = table(TableFormat::Csv, &["citation", "note"], &rows);
/// assert_eq!(csv, "citation,note\r\n2/34-P:7,\"who \"\"pays\"\"?\"\r\n");
/// let json = table(TableFormat::Json, &["citation", "note"], &rows);
/// assert_eq!(json, "[\n{\"citation\":\"2/34-P:7\",\"note\":\"who \\\"pays\\\"?\"}\n]\n");
/// ```
pub fn table(format: TableFormat, names: &[&str], rows: &[Vec<String>]) -> String {
    match format {
        TableFormat::Csv => csv(names, rows).unwrap_or_default(),
        TableFormat::Tsv => {
            let line = |row: &Vec<String>| {
                let fields: Vec<_> = row.iter().map(|field| visible(field)).collect();
                fields.join("\t") + "\n"
            };
            rows.iter().map(line).collect()
        }
        TableFormat::Json => {
            let objects: Vec<_> = rows.iter().map(|row| object(names, row)).collect();
            format!("[\n{}\n]\n", objects.join(",\n"))
        }
    }
}

fn csv(names: &[&str], rows: &[Vec<String>]) -> csv::Result<String> {
    let mut bytes = Vec::new();
    let mut table = csv_table(&mut bytes, names)?;
    for row in rows {
        table.write_record(row.iter().map(|field| visible(field).into_owned()))?;
    }
    table.flush()?;
    drop(table);
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn object(names: &[&str], row: &[String]) -> String {
    let fields = names.iter().zip(row).filter(|(_, field)| !field.is_empty());
    let fields: Vec<_> = fields
        .map(|(name, field)| {
            let json = serde_json::to_string(field).unwrap_or_default();
            format!("\"{name}\":{}", visible_json(&json))
        })
        .collect();
    format!("{{{}}}", fields.join(","))
}
