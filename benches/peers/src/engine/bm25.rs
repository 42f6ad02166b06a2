//! The library bm25 with its own tokenizer: English words cut to their stems, the commonest left out.

use anyhow::Result;
use bm25::{Document, Language, SearchEngine, SearchEngineBuilder};

use super::{Finder, WANTED};
use crate::rows::Rows;

/// Whole lines, with their citations.
pub struct Bm25(SearchEngine<usize>);

impl Bm25 {
    #[expect(clippy::unnecessary_wraps, reason = "other engines fail")]
    pub fn new(rows: &Rows) -> Result<Self> {
        let lines = rows.iter().enumerate();
        let documents = lines.map(|(row, line)| Document::new(row, line));
        let engine = SearchEngineBuilder::with_documents(Language::English, documents);
        Ok(Self(engine.build()))
    }
}

impl Finder for Bm25 {
    fn find(&mut self, _: &Rows, query: &str) -> Result<Vec<usize>> {
        let found = self.0.search(query, WANTED).into_iter();
        Ok(found.map(|result| result.document.id).collect())
    }
}
