//! Libraries that score one line after the other: nucleo-matcher and fuzzy-matcher.

use std::cmp::Reverse;

use anyhow::Result;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use super::{Finder, WANTED};
use crate::rows::Rows;

/// fuzzy-matcher on each line, the query as one pattern.
pub struct Skim(SkimMatcherV2);

impl Default for Skim {
    fn default() -> Self {
        Self(SkimMatcherV2::default().ignore_case())
    }
}

impl Finder for Skim {
    fn find(&mut self, rows: &Rows, query: &str) -> Result<Vec<usize>> {
        let scored = rows.iter().enumerate().filter_map(|(row, line)| {
            let score = self.0.fuzzy_match(line, query)?;
            Some((Reverse(score), line.len(), row))
        });
        Ok(best(scored.collect()))
    }
}

/// nucleo-matcher on each line, the query parted at blanks.
pub struct Nucleo {
    matcher: Matcher,
    lines: Vec<Utf32String>,
}

impl Nucleo {
    #[expect(clippy::unnecessary_wraps, reason = "other engines fail")]
    pub fn new(rows: &Rows) -> Result<Self> {
        Ok(Self {
            matcher: Matcher::new(Config::DEFAULT),
            lines: rows.iter().map(Utf32String::from).collect(),
        })
    }
}

impl Finder for Nucleo {
    fn find(&mut self, _: &Rows, query: &str) -> Result<Vec<usize>> {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let scored = self.lines.iter().enumerate().filter_map(|(row, line)| {
            let score = pattern.score(line.slice(..), &mut self.matcher)?;
            Some((Reverse(score.into()), line.len(), row))
        });
        Ok(best(scored.collect()))
    }
}

/// The best rows; of equal ones the shorter, then the earlier.
fn best(mut scored: Vec<(Reverse<i64>, usize, usize)>) -> Vec<usize> {
    if scored.len() > WANTED {
        scored.select_nth_unstable(WANTED);
        scored.truncate(WANTED);
    }
    scored.sort_unstable();
    scored.into_iter().map(|(.., row)| row).collect()
}
