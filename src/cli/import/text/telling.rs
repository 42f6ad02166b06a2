//! What is told of texts that were read, and of those that could not be.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use serde::Serialize;

use super::TriedSource;
use super::writing::corpora;
use crate::cli::args::choices::ReportFormat;
use crate::cli::outcome::Outcome;
use crate::cli::output::{ArrayItems, Output, json};
use crate::cli::report::{Advised, error, note, say};
use crate::import::Report;
use crate::text::corpus;
use crate::text::counted;

/// What is told of a source that was imported.
#[derive(Serialize)]
struct Account<'a> {
    #[serde(flatten)]
    report: &'a Report,
    corpus: String,
}

/// What is told of a source that was not.
#[derive(Serialize)]
struct Rejection<'a> {
    file: &'a str,
    state: &'static str,
    reason: String,
}

/// Tells what came of a source.
pub(super) fn tell(
    one: &TriedSource,
    format: ReportFormat,
    out: &mut Output<impl Write>,
    items: &mut ArrayItems,
) -> Result<()> {
    match (&one.read, format) {
        (Ok(read), ReportFormat::Text) => say(&read.import.report.to_string()),
        (Ok(read), ReportFormat::Json) => {
            let account = Account {
                report: &read.import.report,
                corpus: one.file.corpus.display().to_string(),
            };
            out.item(items, &json::text(&account))?;
        }
        (Err(reason), _) => tell_rejected(&one.file.name, reason, format, out, items)?,
    }
    Ok(())
}

pub(super) fn tell_rejected(
    file: &str,
    reason: &anyhow::Error,
    format: ReportFormat,
    out: &mut Output<impl Write>,
    items: &mut ArrayItems,
) -> Result<()> {
    match format {
        ReportFormat::Text => {
            error(reason);
        }
        ReportFormat::Json => {
            let rejection = Rejection {
                file,
                state: "rejected",
                reason: format!("{reason:#}"),
            };
            out.item(items, &json::text(&rejection))?;
        }
    }
    Ok(())
}

/// Tells what was written, and how many files were not read where there are several.
pub(super) fn sum_up(tried: &[TriedSource], unreadable: &[(String, String)], left_aside: usize) {
    for path in corpora(tried) {
        if !corpus::is_standard(&path) {
            note(&format!("written to `{}`", path.display()));
        }
    }
    let not_read = tried.iter().filter(|one| one.read.is_err()).count() + unreadable.len();
    let all = tried.len() + unreadable.len();
    if not_read > 0 && all > 1 {
        note(&format!("{not_read} of {all} files not imported"));
    }
    if left_aside > 0 {
        let files = counted::counted(left_aside, "file");
        note(&format!("{files} without text left aside"));
    }
}

pub(super) fn nothing_to_read(paths: &[PathBuf]) -> Advised {
    let named = paths.iter().map(|path| format!("`{}`", path.display()));
    Advised {
        message: format!("no document in {}", named.collect::<Vec<_>>().join(", ")),
        hint: None,
        outcome: Outcome::Faulty,
    }
}

/// Says why sources were not read.
pub(super) fn refused(tried: &[TriedSource]) -> Outcome {
    let mut outcome = Outcome::Found;
    for one in tried {
        if let Err(reason) = &one.read {
            outcome = outcome.max(error(reason));
        }
    }
    outcome
}
