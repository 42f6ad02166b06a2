//! `resolut find --batch --stats`, which times its own answers.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{Answer, Engine, Manner, WANTED};
use crate::cost;
use crate::figures::{Figures, Spread, millis};
use crate::rows::cut;

/// A binary of resolut, and the corpus it reads.
pub struct Ours {
    binary: PathBuf,
    corpus: PathBuf,
}

impl Ours {
    pub fn new(binary: &Path, corpus: &Path) -> Self {
        Self {
            binary: binary.to_owned(),
            corpus: corpus.to_owned(),
        }
    }

    /// Asks all queries of one process; the folder is where it may keep its cache.
    fn run(&self, queries: &[String], folder: &Path) -> Result<(Output, Duration)> {
        let before = cost::of_children()?;
        let mut child = Command::new(&self.binary)
            .args(["find", "--batch", "--stats", "--format", "tsv", "--limit"])
            .arg(WANTED.to_string())
            .arg("--corpus")
            .arg(&self.corpus)
            .env("XDG_CACHE_HOME", folder)
            .env("XDG_DATA_HOME", folder)
            .env("XDG_STATE_HOME", folder)
            .env_remove("RESOLUT_CORPUS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting `{}`", self.binary.display()))?;
        let asked: String = queries.iter().flat_map(|query| [query, "\n"]).collect();
        let mut input = child.stdin.take().context("no standard input")?;
        // It answers while it is asked: writing and reading must not wait for each other.
        let writing = thread::spawn(move || input.write_all(asked.as_bytes()));
        let output = child.wait_with_output()?;
        _ = writing.join();
        // 1 says that a query found nothing.
        if !matches!(output.status.code(), Some(0 | 1)) {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!(
                "`{}` ended with {}: {said}",
                self.binary.display(),
                output.status
            );
        }
        Ok((output, cost::of_children()?.saturating_sub(before)))
    }
}

impl Engine for Ours {
    fn measure(&mut self, queries: &[String], manner: Manner) -> Result<Figures> {
        let folder = tempfile::tempdir()?;
        // The first start reads the corpus and builds the index.
        let (_, set_up) = self.run(&[], folder.path())?;
        let (output, _) = self.run(queries, folder.path())?;
        let stats = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(Figures {
            whole: spread(&stats, "query")
                .with_context(|| format!("`--stats` printed no line for a query: {stats}"))?,
            key: spread(&stats, "key").filter(|_| !manner.whole),
            set_up: millis(set_up),
            memory: cost::memory_of_children()?,
        })
    }

    fn answer(&mut self, queries: &[String]) -> Result<Vec<Answer>> {
        let folder = tempfile::tempdir()?;
        let (output, _) = self.run(queries, folder.path())?;
        let mut answers = vec![Answer::new()];
        for line in String::from_utf8(output.stdout)?.lines() {
            match answers.last_mut() {
                Some(answer) if !line.is_empty() => answer.push(cut(line).0.to_owned()),
                _ => answers.push(Answer::new()),
            }
        }
        answers.truncate(queries.len());
        Ok(answers)
    }
}

/// The line that says `unit`, as in `query: mean 80 min 3 median 71 p99 510 max 680`: microseconds behind
/// their names, in any order. Where no mean is printed, the median stands for it.
fn spread(stats: &str, unit: &str) -> Option<Spread> {
    let words = |line: &str| -> Vec<String> {
        let parts = line.split(|c: char| !c.is_alphanumeric() && c != '.');
        let filled = parts.filter(|part| !part.is_empty());
        filled.map(str::to_lowercase).collect()
    };
    let line = stats
        .lines()
        .map(words)
        .find(|words| words.iter().any(|word| word == unit))?;
    let of = |name: &str| -> Option<f64> {
        let at = line.iter().position(|word| word == name)?;
        Some(line.get(at + 1)?.parse::<f64>().ok()? / 1e3)
    };
    let p50 = of("median")?;
    Some(Spread {
        mean: of("mean").unwrap_or(p50),
        p50,
        p99: of("p99")?,
        max: of("max")?,
    })
}
