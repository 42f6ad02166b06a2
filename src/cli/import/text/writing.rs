//! The corpora of texts that were read, and beside each the texts themselves.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, anyhow};

use super::{ReadSource, TriedSource};
use crate::cli::import::sources::SourceFile;
use crate::cli::import::{Destination, same_file};
use crate::import;
use crate::reader::keep::{self, Replace, SHARED, WriteError};
use crate::text::format;

/// Writes each corpus and the texts beside it. What can't be written is not imported.
pub(super) fn write(
    tried: &mut [TriedSource],
    destination: &Destination,
    replace: Replace,
) -> Result<()> {
    destination.prepare()?;
    for corpus in corpora(tried) {
        let of_corpus = |one: &&mut TriedSource| one.file.corpus == corpus;
        for one in tried.iter_mut().filter(of_corpus) {
            if let Ok(read) = &one.read
                && let Err(error) = keep_text(&one.file, read, replace)
            {
                one.read = Err(error.into());
            }
        }
        let is_kept = |one: &TriedSource| one.file.corpus == corpus && one.read.is_ok();
        if !tried.iter().any(is_kept) {
            continue;
        }
        let json = corpus_of(tried.iter_mut().filter(of_corpus));
        let written = keep::write(&corpus, json.as_bytes(), replace, SHARED);
        if let Err(error) = written {
            let error = format!("{:#}", anyhow::Error::from(error));
            let of_corpus = tried.iter_mut().filter(|one| one.file.corpus == corpus);
            for one in of_corpus.filter(|one| one.read.is_ok()) {
                one.read = Err(anyhow!(error.clone()));
            }
        }
    }
    Ok(())
}

/// Keeps the text of a source beside its corpus, unless it stands there already.
fn keep_text(file: &SourceFile, read: &ReadSource, replace: Replace) -> Result<(), WriteError> {
    let Some(path) = &read.kept else {
        return Ok(());
    };
    let is_there = same_file(path, &file.path)
        || fs::read(path).is_ok_and(|kept| kept == read.text.as_bytes());
    if is_there {
        return Ok(());
    }
    keep::write(path, read.text.as_bytes(), replace, SHARED)
}

/// The corpus file of some sources, of which then only the reports are left.
pub(super) fn corpus_of<'a>(tried: impl IntoIterator<Item = &'a mut TriedSource>) -> String {
    let reads = tried.into_iter().filter_map(|one| one.read.as_mut().ok());
    let sessions = reads.flat_map(|read| std::mem::take(&mut read.import.sessions));
    format::to_json(&import::merge(sessions))
}

/// The corpus files of what was read, each once.
pub(super) fn corpora(tried: &[TriedSource]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for one in tried.iter().filter(|one| one.read.is_ok()) {
        if !paths.contains(&one.file.corpus) {
            paths.push(one.file.corpus.clone());
        }
    }
    paths
}
