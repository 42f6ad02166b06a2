//! Which corpora are read: the bundled one, what was imported, and what is named.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use super::report::note;
use crate::corpus::{self, Corpus};
use crate::store;

/// All that there is to read. What was imported and can't be read is left out, and said.
pub(super) fn corpus(option: &[PathBuf]) -> Result<Corpus> {
    let loaded = corpus::load(&named(option), store::data_folder().as_deref())?;
    for left_out in loaded.left_out {
        note(&format!("left out: {:#}", anyhow::Error::from(left_out)));
    }
    for repeats in loaded.corpus.repeats() {
        note(&repeats.to_string());
    }
    Ok(loaded.corpus)
}

/// The corpora that are named on the command line, or else in the environment.
fn named(option: &[PathBuf]) -> Vec<PathBuf> {
    if !option.is_empty() {
        return option.to_vec();
    }
    let listed = env::var_os("RESOLUT_CORPUS").unwrap_or_default();
    let paths = env::split_paths(&listed);
    paths.filter(|path| !path.as_os_str().is_empty()).collect()
}
