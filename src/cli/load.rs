//! Which corpora are read: the bundled one, what was imported, and what is named.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use super::report::note;
use crate::library::Library;
use crate::store;

/// All that there is to read. What was imported and can't be read is left out.
pub(super) fn library(option: &[PathBuf]) -> Result<Library> {
    let (imports, cache) = (store::data_folder(), store::cache_folder());
    Ok(Library::open(
        &named(option),
        imports.as_deref(),
        cache.as_deref(),
    )?)
}

/// The same, with what is left out said.
pub(super) fn library_told(option: &[PathBuf]) -> Result<Library> {
    let mut library = library(option)?;
    for left_out in library.left_out.drain(..) {
        note(&format!("left out: {:#}", anyhow::Error::from(left_out)));
    }
    Ok(library)
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
