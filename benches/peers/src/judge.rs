//! How well engines answer: which row is the first right one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::engine::Answer;

/// A query with the paragraphs that are right.
#[derive(Deserialize)]
pub struct Judged {
    /// The kind of query.
    pub cat: String,
    pub q: String,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    symbol: String,
    kind: String,
    number: String,
}

/// Reads queries, a JSON object a line.
pub fn read(path: &Path) -> Result<Vec<Judged>> {
    let lines = fs::read_to_string(path)
        .with_context(|| format!("reading the queries in `{}`", path.display()))?;
    let read = lines.lines().map(serde_json::from_str);
    let read: Result<_, _> = read.collect();
    read.with_context(|| format!("`{}` has a line that is no judged query", path.display()))
}

impl Judged {
    /// The position of the first right row, from 1 on.
    pub fn rank(&self, answer: &Answer) -> Option<usize> {
        let right = self.targets.iter();
        let right = right.map(|target| cited(&target.symbol, &target.kind, &target.number));
        let right: Vec<String> = right.collect();
        let is_right = |row: &String| {
            let mut parts = row.split('\t');
            let mut part = || parts.next().unwrap_or_default();
            right.contains(&cited(part(), part(), part()))
        };
        Some(1 + answer.iter().position(is_right)?)
    }
}

/// A place in one spelling, without the year of its symbol, before which some print no blank.
fn cited(symbol: &str, kind: &str, number: &str) -> String {
    let symbol = symbol.split('(').next().unwrap_or_default().trim_end();
    format!("{symbol}\t{kind}\t{number}")
}

/// How many queries of each kind have a right row first and among ten, and the mean of what their ranks divide 1 by.
pub fn table(queries: &[Judged], ranked: &[(&str, Vec<Option<usize>>)]) -> String {
    let mut table = String::from(
        "| engine | first | among ten | MRR | first by kind |\n|---|---|---|---|---|\n",
    );
    for (name, ranks) in ranked {
        let mut kinds: BTreeMap<&str, Vec<Option<usize>>> = BTreeMap::new();
        for (query, &rank) in queries.iter().zip(ranks) {
            kinds.entry(&query.cat).or_default().push(rank);
        }
        let kinds = kinds.iter();
        let kinds = kinds.map(|(kind, ranks)| format!("{kind} {:.2}", within(ranks, 1)));
        let kinds: Vec<String> = kinds.collect();
        let (first, ten) = (within(ranks, 1), within(ranks, 10));
        let mrr = mean(
            ranks
                .iter()
                .map(|rank| rank.map_or(0.0, |rank| 1.0 / count(rank))),
        );
        // Writing to a string does not fail.
        _ = writeln!(
            table,
            "| {name} | {first:.3} | {ten:.3} | {mrr:.3} | {} |",
            kinds.join(", ")
        );
    }
    table
}

/// The share of queries with a right row among the first.
fn within(ranks: &[Option<usize>], first: usize) -> f64 {
    let is_within = |rank: &Option<usize>| rank.is_some_and(|rank| rank <= first);
    mean(
        ranks
            .iter()
            .map(|rank| f64::from(u8::from(is_within(rank)))),
    )
}

fn mean(numbers: impl ExactSizeIterator<Item = f64>) -> f64 {
    let of = count(numbers.len().max(1));
    numbers.sum::<f64>() / of
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn count(number: usize) -> f64 {
    number as f64
}
