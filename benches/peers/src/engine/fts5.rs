//! SQLite's FTS5, a table in memory: words cut to their stems, any of them will do.

use anyhow::Result;
use rusqlite::{Connection, params};

use super::{Finder, WANTED};
use crate::rows::{Rows, cut};

/// A table of all paragraphs.
pub struct Fts5(Connection);

impl Fts5 {
    pub fn build(rows: &Rows) -> Result<Self> {
        let mut tables = Connection::open_in_memory()?;
        tables.execute_batch(
            "CREATE VIRTUAL TABLE paragraphs USING fts5(cited, text, tokenize = 'porter unicode61')",
        )?;
        let filling = tables.transaction()?;
        let mut insert =
            filling.prepare("INSERT INTO paragraphs (rowid, cited, text) VALUES (?1, ?2, ?3)")?;
        for (row, line) in (0_i64..).zip(rows.iter()) {
            let (cited, text) = cut(line);
            insert.execute(params![row, cited, text])?;
        }
        drop(insert);
        filling.execute(
            "INSERT INTO paragraphs (paragraphs) VALUES ('optimize')",
            [],
        )?;
        filling.commit()?;
        Ok(Self(tables))
    }
}

impl Finder for Fts5 {
    fn find(&mut self, _: &Rows, query: &str) -> Result<Vec<usize>> {
        let words = query.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let mut asked = self.0.prepare_cached(
            "SELECT rowid FROM paragraphs WHERE paragraphs MATCH ?1 ORDER BY rank LIMIT ?2",
        )?;
        let wanted = i64::try_from(WANTED)?;
        let found = asked.query_map(params![words.join(" OR "), wanted], |row| {
            row.get::<_, i64>(0)
        })?;
        found.map(|row| Ok(usize::try_from(row?)?)).collect()
    }
}
