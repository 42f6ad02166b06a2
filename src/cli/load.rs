//! Which corpora are read: the bundled one, what was imported, and what is named. What is bundled is prepared
//! here as well, when the program is built.

use std::env;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;

use super::args::table::{Everywhere, PrepareArgs};
use super::output::Output;
use super::report::note;
use crate::reader::keep::{self, Replace, SHARED};
use crate::reader::library::{self, Library};
use crate::text::corpus::{self, LoadError};
use crate::text::language;

/// How many broken files are named with their fault; the others are counted.
const SAID: usize = 5;

/// All that there is to read, in the language of the locale. What was imported and can't be read is left out.
pub(super) fn library(option: &[PathBuf]) -> Result<Library> {
    let (imports, cache) = (keep::data_folder(), keep::cache_folder());
    let mut library = Library::open(&named(option), imports.as_deref(), cache.as_deref())?;
    library.corpus.set_locale(locale_language().as_deref());
    Ok(library)
}

/// The same in the language that is asked for.
///
/// # Errors
/// Nothing is in that language.
pub(super) fn library_in_language(everywhere: &Everywhere) -> Result<Library> {
    let library = library(&everywhere.corpus)?;
    if let Some(language) = &everywhere.language {
        library.corpus.choose_language(language)?;
    }
    Ok(library)
}

/// The language of messages, by POSIX.
fn locale_language() -> Option<String> {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let said = said.into_iter().filter_map(env::var_os);
    let locale = said.into_iter().find(|locale| !locale.is_empty())?;
    language::of_locale(locale.to_str()?)
}

/// The same as [`library_in_language`]; notes on standard error say what is left out.
pub(super) fn library_with_notes(everywhere: &Everywhere) -> Result<Library> {
    let mut library = library_in_language(everywhere)?;
    let left_out = library.left_out.drain(..);
    let left_out = left_out.map(|error| format!("left out: {:#}", anyhow::Error::from(error)));
    some(left_out, "left out; `resolut check` says why");
    let repeats = library.corpus.repeats().iter();
    some(
        repeats.map(ToString::to_string),
        "with resolutions that others have",
    );
    Ok(library)
}

/// Says the first of several remarks, and how many more files have one.
fn some(things: impl ExactSizeIterator<Item = String>, of_others: &str) {
    let more = things.len().saturating_sub(SAID);
    things.take(SAID).for_each(|thing| note(&thing));
    match more {
        0 => {}
        1 => note(&format!("and one more file {of_others}")),
        _ => note(&format!("and {more} more files {of_others}")),
    }
}

/// Whether standard input is read as a corpus, and so is nobody's any more.
pub(super) fn takes_standard_input(option: &[PathBuf]) -> bool {
    named(option).iter().any(|path| corpus::is_standard(path))
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

/// `resolut prepare`: writes the file that is bundled beside the corpus, its catalogue and its index.
pub(super) fn prepare(args: &PrepareArgs, out: &mut Output<impl Write>) -> Result<()> {
    let text = corpus::read_text(&args.bundled)?;
    let prepared = library::prepare(text).map_err(|fault| LoadError::Faulty {
        path: args.bundled.clone(),
        fault,
    })?;
    if corpus::is_standard(&args.output) {
        out.bytes(&prepared)?;
        return Ok(());
    }
    keep::write(&args.output, &prepared, Replace::Force, SHARED)?;
    Ok(())
}
