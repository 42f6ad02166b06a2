//! Programs that filter lines, one process a query: fzf and sk.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{Answer, Engine, Manner, WANTED, median};
use crate::cost;
use crate::figures::{Figures, Spread, millis};
use crate::rows::cut;

/// Stands in no paragraph: what it costs is start and load.
const NOTHING: &str = "~~";

/// A program with its options, `sk -e`, and the file it filters.
pub struct Filter {
    program: String,
    options: Vec<String>,
    rows: PathBuf,
}

impl Filter {
    pub fn new(command: &str, rows: &Path) -> Result<Self> {
        let mut words = command.split(' ').map(str::to_owned);
        let filter = Self {
            program: words.next().context("no program is named")?,
            options: words.collect(),
            rows: rows.to_owned(),
        };
        let asked = Command::new(&filter.program).arg("--version").output();
        asked.with_context(|| format!("`{}` is not installed", filter.program))?;
        Ok(filter)
    }

    /// What it prints, and its processor time.
    fn run(&self, query: &str) -> Result<(String, Duration)> {
        let before = cost::of_children()?;
        let mut child = Command::new(&self.program)
            .args(&self.options)
            .arg(format!("--filter={query}"))
            .env("GOMAXPROCS", "1")
            .env_remove("FZF_DEFAULT_OPTS")
            .env_remove("SKIM_DEFAULT_OPTIONS")
            .stdin(File::open(&self.rows)?)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut printed = String::new();
        if let Some(mut out) = child.stdout.take() {
            out.read_to_string(&mut printed)?;
        }
        let status = child.wait()?;
        // 1 says that nothing was found.
        if !matches!(status.code(), Some(0 | 1)) {
            bail!("`{} --filter={query}` ended with {status}", self.program);
        }
        Ok((printed, cost::of_children()?.saturating_sub(before)))
    }

    fn cost(&self, query: &str, rounds: usize) -> Result<Duration> {
        let costs: Result<Vec<_>> = (0..rounds).map(|_| Ok(self.run(query)?.1)).collect();
        Ok(median(costs?))
    }
}

impl Engine for Filter {
    fn measure(&mut self, queries: &[String], manner: Manner) -> Result<Figures> {
        let set_up = self.cost(NOTHING, manner.rounds.max(5))?;
        let mut whole = Vec::new();
        for query in queries {
            whole.push(self.cost(query, manner.rounds)?.saturating_sub(set_up));
        }
        Ok(Figures {
            whole: Spread::of(&whole),
            key: None,
            set_up: millis(set_up),
            memory: cost::memory_of_children()?,
        })
    }

    fn answer(&mut self, queries: &[String]) -> Result<Vec<Answer>> {
        let mut answers = Vec::new();
        for query in queries {
            let (printed, _) = self.run(query)?;
            let best = printed.lines().take(WANTED);
            answers.push(best.map(|line| cut(line).0.to_owned()).collect());
        }
        Ok(answers)
    }
}
