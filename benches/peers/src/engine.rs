//! The engines: how each is asked, and how its cost is taken.

use std::path::Path;

use anyhow::Result;
use clap::Args;

use crate::cost;
use crate::figures::{Figures, Spread, millis};
use crate::rows::{Rows, cut};

mod bm25;
mod filter;
mod fts5;
mod matchers;
mod ours;
mod tantivy;

pub use ours::Ours;

/// How many rows are asked for.
pub const WANTED: usize = 50;

/// The rows of one query, each as `symbol TAB kind TAB number`, best first.
pub type Answer = Vec<String>;

/// How queries are asked.
#[derive(Clone, Copy, Debug, Args)]
pub struct Manner {
    /// How often a whole query is asked; the median counts
    #[arg(long, default_value_t = 3)]
    pub rounds: usize,
    /// Leave the keys out
    #[arg(long)]
    pub whole: bool,
}

/// Something that finds paragraphs.
pub trait Engine {
    /// Takes its cost.
    fn measure(&mut self, queries: &[String], manner: Manner) -> Result<Figures>;

    /// Answers queries.
    fn answer(&mut self, queries: &[String]) -> Result<Vec<Answer>>;
}

/// The engines beside ours, in the order of the table.
pub const PEERS: &[&str] = &[
    "fzf",
    "fzf -e",
    "sk",
    "sk -e",
    "nucleo",
    "SkimMatcherV2",
    "tantivy exact",
    "tantivy all",
    "FTS5",
    "bm25",
];

/// Opens a peer, by its name in [`PEERS`], on a file of rows.
pub fn open(name: &str, rows: &Path) -> Result<Box<dyn Engine>> {
    Ok(match name {
        "nucleo" => Box::new(Library::open(rows, matchers::Nucleo::new)?),
        "SkimMatcherV2" => Box::new(Library::open(rows, |_| Ok(matchers::Skim::default()))?),
        "tantivy exact" => Box::new(Library::open(rows, |rows| {
            tantivy::Tantivy::build(rows, tantivy::Ways::Exact)
        })?),
        "tantivy all" => Box::new(Library::open(rows, |rows| {
            tantivy::Tantivy::build(rows, tantivy::Ways::All)
        })?),
        "FTS5" => Box::new(Library::open(rows, fts5::Fts5::build)?),
        "bm25" => Box::new(Library::open(rows, bm25::Bm25::new)?),
        _ => Box::new(filter::Filter::new(name, rows)?),
    })
}

/// What answers within this process.
trait Finder {
    /// The positions of the rows found, best first.
    fn find(&mut self, rows: &Rows, query: &str) -> Result<Vec<usize>>;
}

/// A finder with its rows.
struct Library<F> {
    rows: Rows,
    finder: F,
    set_up: f64,
}

impl<F: Finder> Library<F> {
    fn open(path: &Path, build: impl FnOnce(&Rows) -> Result<F>) -> Result<Self> {
        let before = cost::of_process()?;
        let rows = Rows::read(path)?;
        let finder = build(&rows)?;
        Ok(Self {
            rows,
            finder,
            set_up: millis(cost::of_process()?.saturating_sub(before)),
        })
    }

    fn cost(&mut self, query: &str) -> Result<std::time::Duration> {
        let before = cost::of_thread()?;
        std::hint::black_box(self.finder.find(&self.rows, query)?);
        Ok(cost::of_thread()?.saturating_sub(before))
    }
}

impl<F: Finder> Engine for Library<F> {
    fn measure(&mut self, queries: &[String], manner: Manner) -> Result<Figures> {
        let mut whole = Vec::new();
        for query in queries {
            let costs: Result<Vec<_>> = (0..manner.rounds).map(|_| self.cost(query)).collect();
            whole.push(median(costs?));
        }
        let typed = queries.iter().flat_map(|query| beginnings(query));
        let costs = || {
            typed
                .map(|typed| self.cost(typed))
                .collect::<Result<Vec<_>>>()
        };
        let key = if manner.whole { None } else { Some(costs()?) };
        Ok(Figures {
            whole: Spread::of(&whole),
            key: key.as_deref().map(Spread::of),
            set_up: self.set_up,
            memory: cost::memory()?,
        })
    }

    fn answer(&mut self, queries: &[String]) -> Result<Vec<Answer>> {
        let mut answers = Vec::new();
        for query in queries {
            let found = self.finder.find(&self.rows, query)?;
            let cited = |row| cut(self.rows.line(row)).0.to_owned();
            answers.push(found.into_iter().map(cited).collect());
        }
        Ok(answers)
    }
}

/// What stands in the prompt after each key.
fn beginnings(query: &str) -> impl Iterator<Item = &str> {
    let ends = query.char_indices().map(|(start, c)| start + c.len_utf8());
    ends.filter_map(|end| query.get(..end))
}

fn median<T: Ord + Copy + Default>(mut costs: Vec<T>) -> T {
    costs.sort_unstable();
    costs.get(costs.len() / 2).copied().unwrap_or_default()
}
