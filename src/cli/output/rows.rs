//! Rows that are no paragraphs, for programs: objects, or columns that have names.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use super::{Output, json};
use crate::cli::args::choices::RowFormat;
use crate::text::visible::visible;

/// Rows as they are printed.
pub(in crate::cli) struct Rows {
    /// The names of the columns.
    names: &'static [&'static str],
    rows: Vec<(String, Vec<String>)>,
}

impl Rows {
    /// No rows yet.
    pub(in crate::cli) fn new(names: &'static [&'static str]) -> Self {
        Self {
            names,
            rows: Vec::new(),
        }
    }

    /// Adds a row as an object and as columns.
    pub(in crate::cli) fn push(&mut self, object: &impl Serialize, columns: Vec<String>) {
        self.rows.push((json::text(object), columns));
    }

    /// Prints them; a text for people is the command's own, and is printed as columns here.
    pub(in crate::cli) fn write(
        &self,
        format: RowFormat,
        out: &mut Output<impl Write>,
    ) -> Result<()> {
        match format {
            RowFormat::Json => {
                let mut items = super::ArrayItems::default();
                for (object, _) in &self.rows {
                    out.item(&mut items, object)?;
                }
                out.end_array(&items)?;
            }
            RowFormat::Jsonl => {
                for (object, _) in &self.rows {
                    out.line(object)?;
                }
            }
            RowFormat::Tsv | RowFormat::Text => {
                for (_, columns) in &self.rows {
                    let columns: Vec<_> = columns.iter().map(String::as_str).collect();
                    out.columns(&columns)?;
                }
            }
            RowFormat::Csv => {
                let mut table = out.table(self.names)?;
                for (_, columns) in &self.rows {
                    let fields = columns.iter().map(|field| visible(field).into_owned());
                    table.write_record(fields)?;
                }
                table.flush()?;
            }
        }
        Ok(())
    }
}
