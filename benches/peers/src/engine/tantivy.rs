//! tantivy, an index in memory of one segment.

use anyhow::{Context, Result};
use tantivy::collector::TopDocs;
use tantivy::query::{
    BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexReader, TantivyDocument, Term};

use super::{Finder, WANTED};
use crate::rows::{Rows, cut};

const WRITER_BYTES: usize = 60_000_000;

/// How a word of a query is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ways {
    /// As it stands.
    Exact,
    /// Also as a prefix and with slips; and all words as a loose phrase.
    All,
}

type Clause = (Occur, Box<dyn Query>);

/// The index with what is asked of it.
pub struct Tantivy {
    index: Index,
    reader: IndexReader,
    row: Field,
    cited: Field,
    text: Field,
    ways: Ways,
}

impl Tantivy {
    pub fn build(rows: &Rows, ways: Ways) -> Result<Self> {
        let mut schema = Schema::builder();
        let row = schema.add_u64_field("row", FAST);
        let mut field = |name: &str, kept| {
            let words = TextFieldIndexing::default()
                .set_tokenizer("default")
                .set_index_option(kept);
            schema.add_text_field(name, TextOptions::default().set_indexing_options(words))
        };
        let text = field("text", IndexRecordOption::WithFreqsAndPositions);
        let cited = field("cited", IndexRecordOption::Basic);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, WRITER_BYTES)?;
        for (position, line) in (0..).zip(rows.iter()) {
            let (by, said) = cut(line);
            let mut document = TantivyDocument::default();
            document.add_u64(row, position);
            document.add_text(text, said);
            document.add_text(cited, by);
            writer.add_document(document)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, WRITER_BYTES)?;
            writer.merge(&segments).wait()?;
            writer.wait_merging_threads()?;
        }
        Ok(Self {
            reader: index.reader()?,
            index,
            row,
            cited,
            text,
            ways,
        })
    }

    fn words(&self, query: &str) -> Result<Vec<String>> {
        let mut analyzer = self.index.tokenizer_for_field(self.text)?;
        let mut stream = analyzer.token_stream(query);
        let mut words = Vec::new();
        while stream.advance() {
            words.push(stream.token().text.clone());
        }
        Ok(words)
    }

    fn word(&self, word: &str) -> Box<dyn Query> {
        let in_text = Term::from_field_text(self.text, word);
        let in_symbol = Term::from_field_text(self.cited, word);
        let mut ways = vec![
            should(
                TermQuery::new(in_text.clone(), IndexRecordOption::WithFreqs),
                1.0,
            ),
            should(TermQuery::new(in_symbol, IndexRecordOption::Basic), 1.0),
        ];
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if self.ways == Ways::All && !is_number {
            let (long, slips) = match word.chars().count() {
                ..3 => (false, 0),
                3 => (true, 0),
                4..8 => (true, 1),
                _ => (true, 2),
            };
            if long {
                let prefix = FuzzyTermQuery::new_prefix(in_text.clone(), 0, true);
                ways.push(should(prefix, 1.5));
            }
            if slips > 0 {
                ways.push(should(FuzzyTermQuery::new(in_text, slips, true), 1.5));
            }
        }
        Box::new(BooleanQuery::new(ways))
    }
}

impl Finder for Tantivy {
    fn find(&mut self, _: &Rows, query: &str) -> Result<Vec<usize>> {
        let words = self.words(query)?;
        let mut clauses: Vec<Clause> = words
            .iter()
            .map(|word| (Occur::Should, self.word(word)))
            .collect();
        if self.ways == Ways::All && words.len() > 1 {
            let terms = words
                .iter()
                .map(|word| Term::from_field_text(self.text, word));
            let mut phrase = PhraseQuery::new(terms.collect());
            phrase.set_slop(2);
            clauses.push(should(phrase, 2.0));
        }
        let searcher = self.reader.searcher();
        let best = TopDocs::with_limit(WANTED).order_by_score();
        let found = searcher.search(&BooleanQuery::new(clauses), &best)?;
        let segment = searcher.segment_readers().first().context("no segment")?;
        let name = self.index.schema().get_field_name(self.row).to_owned();
        let rows = segment.fast_fields().u64(&name)?;
        found
            .into_iter()
            .map(|(_, at)| {
                let row = rows.first(at.doc_id).context("a document has no row")?;
                Ok(usize::try_from(row)?)
            })
            .collect()
    }
}

fn should(query: impl Query, weight: f32) -> Clause {
    (
        Occur::Should,
        Box::new(BoostQuery::new(Box::new(query), weight)),
    )
}
