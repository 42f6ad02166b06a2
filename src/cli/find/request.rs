//! What a reader asks for, and what the finder says to it.

use std::collections::HashSet;
use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use super::by_day;
use crate::cli::args::choices::{FoundOrder, RowFormat};
use crate::cli::args::table::FindArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::output::rows::Rows;
use crate::search::{Apart, Finder, Findings, HitBetween, Match, Question, Subject};
use crate::text::corpus::Corpus;

/// What is looked for.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Request {
    /// With a blank behind: no word of it goes on.
    pub(in crate::cli) query: String,
    pub(in crate::cli) format: RowFormat,
    pub(in crate::cli) order: FoundOrder,
    pub(in crate::cli) counts: bool,
    pub(in crate::cli) limit: usize,
    /// Whether headings, tables and notes are looked through as well.
    pub(in crate::cli) all: bool,
}

#[derive(Serialize)]
struct FoundCount {
    paragraphs: usize,
    resolutions: usize,
}

impl Request {
    /// A query, printed as the options of the command say.
    pub(in crate::cli) fn new(args: &FindArgs, query: String) -> Self {
        Self {
            query: query + &args.asks.query(args.due.as_deref()) + " ",
            format: args.format,
            order: args.order,
            counts: args.count,
            limit: args.limit.get(),
            all: args.all,
        }
    }

    /// Finds, without reading what is found.
    pub(in crate::cli) fn ask(&self, finder: &mut Finder<'_>, corpus: &Corpus) -> Findings {
        let mut findings = match self.order {
            FoundOrder::Best => self.ask_for_best(finder),
            // What is renewed stands by each of its days.
            FoundOrder::Newest | FoundOrder::Oldest => {
                finder.find_apart(&self.question(usize::MAX), Apart::All)
            }
        };
        by_day::sort(&mut findings.hits, self.order, corpus);
        findings
    }

    /// Finds as many rows as are printed, and among them those of sessions, which are not: `list` has them.
    fn ask_for_best(&self, finder: &mut Finder<'_>) -> Findings {
        let mut limit = self.limit;
        loop {
            let findings = finder.find(&self.question(limit));
            let hits = findings.hits.iter();
            let sessions = hits.filter(|hit| matches!(hit.subject, Subject::Session(_)));
            let wanted = self.limit.saturating_add(sessions.count());
            if limit >= wanted.min(findings.found) {
                return findings;
            }
            limit = wanted;
        }
    }

    /// Prints how many paragraphs have all words, and of how many resolutions.
    pub(in crate::cli) fn count(
        &self,
        finder: &mut Finder<'_>,
        out: &mut Output<impl Write>,
    ) -> Result<Outcome> {
        let places = finder.paragraphs(&self.question(1), Match::Words);
        let of: HashSet<_> = places.iter().map(|place| place.resolution).collect();
        let count = FoundCount {
            paragraphs: places.len(),
            resolutions: of.len(),
        };
        let mut rows = Rows::new(&["paragraphs", "resolutions"]);
        let columns = [count.paragraphs, count.resolutions].map(|count| count.to_string());
        rows.push(&count, columns.to_vec());
        rows.write(self.format, out)?;
        Ok(Outcome::of(places.is_empty()))
    }

    /// Finds what stands between paragraphs and beside them, if that is asked for.
    pub(in crate::cli) fn ask_between(&self, finder: &mut Finder<'_>) -> Vec<HitBetween> {
        if self.all {
            finder.find_between(&self.question(self.limit))
        } else {
            Vec::new()
        }
    }

    pub(super) fn question(&self, limit: usize) -> Question<'_> {
        Question {
            query: &self.query,
            open: None,
            limit,
        }
    }
}
