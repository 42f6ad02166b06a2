//! What a person says of a text that was read wrongly, and what there is to say something of.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::sources::SourceFile;
use crate::cli::args::table::ImportArgs;
use crate::cli::output::Output;
use crate::import::{HandRepairs, Report};
use crate::text::corpus;
use crate::text::visible::visible;

/// How many lines of the text stand around a doubt.
const AROUND: usize = 2;

/// How many of its first words name a line.
const WORDS: usize = 3;

/// What may be said of a line.
const CHOICES: &str =
    "begins operative 1 | begins preambular | begins point (a) | goes on | is furniture";

/// The repairs of a source: those that are named, or else those that are kept beside its corpus.
pub(super) fn repairs(file: &SourceFile, count: usize, args: &ImportArgs) -> Result<HandRepairs> {
    let path = match &args.repairs {
        Some(_) if count > 1 => {
            bail!(
                "`--repairs` mends one source, not {count}; keep the repairs of each beside its corpus"
            )
        }
        Some(path) => path.clone(),
        None => beside(file, count),
    };
    let text = match fs::read_to_string(&path) {
        Err(error) if args.repairs.is_none() && error.kind() == ErrorKind::NotFound => {
            return Ok(HandRepairs::NOTHING);
        }
        read => read.with_context(|| format!("can't read `{}`", path.display()))?,
    };
    HandRepairs::read(&text).with_context(|| format!("`{}`", path.display()))
}

/// Where the repairs of a source are kept: `NAME.repairs` beside `NAME.json`; of one of several sources of a corpus
/// under its own name.
fn beside(file: &SourceFile, count: usize) -> PathBuf {
    let corpus = if corpus::is_standard(&file.corpus) {
        Path::new(&file.name)
    } else {
        &file.corpus
    };
    if count > 1 {
        corpus.with_file_name(Path::new(&file.name).with_extension("repairs"))
    } else {
        corpus.with_extension("repairs")
    }
}

/// Lists what is in doubt with the lines around it, as remarks of a file of repairs, and what can be said of each, to
/// be chosen from.
pub(super) fn review(report: &Report, text: &str, out: &mut Output<impl Write>) -> io::Result<()> {
    let lines: Vec<&str> = text.lines().collect();
    out.line(&format!("# {}", visible(&report.file)))?;
    if report.doubts.is_empty() {
        out.line("# nothing is in doubt")?;
    }
    for doubt in &report.doubts {
        let at = (doubt.line as usize).saturating_sub(1);
        out.line("")?;
        out.line(&format!("# {}: {}", doubt.line, visible(&doubt.message)))?;
        let around = at.saturating_sub(AROUND)..lines.len().min(at + AROUND + 1);
        for number in around {
            let text = visible(lines[number].trim_end());
            out.line(&format!("#{:>6} | {text}", number + 1))?;
        }
        let words: Vec<&str> = lines
            .get(at)
            .map(|line| line.split_whitespace().take(WORDS).collect())
            .unwrap_or_default();
        let words = match words.join(" ") {
            words if words.is_empty() || words.contains('"') => String::new(),
            words => format!("\"{}\" ", visible(&words)),
        };
        out.line(&format!("# line {} {words}{CHOICES}", doubt.line))?;
    }
    Ok(())
}
