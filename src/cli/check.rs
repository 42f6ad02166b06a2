//! `resolut check`: the faults of corpus files, each with its line and its path.
//!
//! Faults are data, one a line, as compilers print them: `FILE:LINE: PATH: FAULT`. So are doubts, which begin with
//! `doubt:` and make no file faulty. Without an argument
//! all is checked that a reader gets without one: the bundled corpus and what was imported.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::outcome::Outcome;
use super::output::Output;
use super::report::{measured, note};
use crate::bundle;
use crate::reader::keep;
use crate::text::corpus::{self, LoadError};
use crate::text::counted::counted;
use crate::text::format::{Fault, examine};

/// What was checked.
#[derive(Default)]
struct Tally {
    files: usize,
    faults: usize,
    doubts: usize,
}

/// Prints the faults of each corpus.
pub(super) fn run(corpora: &[PathBuf], out: &mut Output<impl Write>) -> Result<Outcome> {
    let mut tally = Tally::default();
    if corpora.is_empty() {
        tally.check("the bundled corpus", bundle::JSON, out)?;
        for path in imported()? {
            tally.check_listed(&path, out)?;
        }
    }
    for corpus in corpora {
        for path in corpus::files_at(corpus)? {
            if corpus::is_folder(corpus) {
                tally.check_listed(&path, out)?;
            } else {
                tally.check(&name_of(&path), &corpus::read_text(&path)?, out)?;
            }
        }
    }
    out.finish()?;
    let files = counted(tally.files, "file");
    if tally.doubts > 0 {
        note(&format!("{} in {files}", counted(tally.doubts, "doubt")));
    }
    if tally.faults == 0 {
        note(&format!("no faults in {files}"));
        Ok(Outcome::Found)
    } else {
        note(&format!("{} in {files}", counted(tally.faults, "fault")));
        Ok(Outcome::Faulty)
    }
}

impl Tally {
    /// Checks a file that a folder has: one that can't be read is a fault like others.
    fn check_listed(&mut self, path: &Path, out: &mut Output<impl Write>) -> io::Result<()> {
        let text = corpus::hold_listed(path).and_then(|()| corpus::read_text(path));
        let said = match text {
            Ok(json) => return self.check(&name_of(path), &json, out),
            Err(LoadError::NotText { what, .. }) => what.to_string(),
            Err(LoadError::Unreadable { source, .. }) => format!("can't be read: {source}"),
            Err(LoadError::NotAFile(_)) => "is no file".to_owned(),
            Err(other) => other.to_string(),
        };
        self.files += 1;
        self.faults += 1;
        out.line(&measured(&format!("{}:1: {said}", name_of(path))))
    }

    fn check(&mut self, name: &str, json: &str, out: &mut Output<impl Write>) -> io::Result<()> {
        self.files += 1;
        for fault in examine(json) {
            if fault.is_doubt() {
                self.doubts += 1;
            } else {
                self.faults += 1;
            }
            out.line(&in_line(name, &fault))?;
        }
        Ok(())
    }
}

/// `FILE:LINE: PATH: FAULT`; of a file that is no JSON `FILE:LINE:COLUMN: FAULT`.
fn in_line(name: &str, fault: &Fault) -> String {
    let Fault {
        path,
        line,
        column,
        message,
        ..
    } = fault;
    let said = if fault.is_doubt() { "doubt: " } else { "" };
    let text = if path.is_empty() {
        format!("{name}:{line}:{column}: {said}{message}")
    } else {
        format!("{name}:{line}: {path}: {said}{message}")
    };
    measured(&text)
}

fn name_of(path: &Path) -> String {
    if corpus::is_standard(path) {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

/// The files in the data folder; none before the first import.
fn imported() -> Result<Vec<PathBuf>> {
    let folder = keep::data_folder();
    let files = folder.as_deref().map(corpus::imported);
    Ok(files.transpose()?.unwrap_or_default())
}
