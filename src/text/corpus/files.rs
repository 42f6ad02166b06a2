//! Loading readers' own corpora behind what a corpus holds already.
//!
//! What a reader names on the command line has to be there and sound: a fault in it is an error. What
//! lies in a folder was not asked for by name, be it the folder of imports or another: a broken file there is
//! left out with a notice, and the others are read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::volume::{Body, Volume};
use super::{Corpus, KnownCatalogue, Stamp};
use crate::text::encoding::{MARK, NotText};
use crate::text::format::{self, FormatError};
use crate::text::guard::{self, Exposed};

mod text;

use crate::text::sorting::sort_by;
pub(super) use text::named;
pub(super) use text::read_beside;
use text::{MAX_BYTES, opened, text_of, unreadable};
pub use text::{STANDARD, is_standard, read_bytes, read_text};

/// How many files stay open. Some systems allow a process no more than four times this; the text of all
/// further files is kept in memory.
const OPEN: usize = 64;

/// Why a corpus file is not loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system refused.
    #[error("can't read {}", named(path))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A device; of what a folder lists, a pipe as well.
    #[error("{} is neither a file nor a folder", named(.0))]
    NotAFile(PathBuf),
    /// A folder without a corpus.
    #[error("no `*.json` in the folder {}", named(.0))]
    EmptyFolder(PathBuf),
    /// A folder with nothing that can be read.
    #[error("no file in the folder {} can be read", named(folder))]
    NothingRead {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with its first file.
        source: Box<Self>,
    },
    /// Beyond what is read.
    #[error("{} is larger than {} MiB", named(.0), MAX_BYTES >> 20)]
    TooLarge(PathBuf),
    /// Another encoding, or another kind of file.
    #[error("{} {what}", named(path))]
    NotText {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: NotText,
    },
    /// No corpus, or a broken one.
    #[error("{}: {fault}", named(path))]
    Faulty {
        /// The file.
        path: PathBuf,
        /// The first of its faults.
        fault: FormatError,
    },
    /// Other users could have put something into the folder of imports.
    #[error("the folder of imports is not read")]
    Exposed(#[from] Exposed),
    /// Somebody would have to type the file.
    #[error(
        "standard input is a terminal: expected a file or a pipe on it, as in `resolut … - < FILE`"
    )]
    Terminal,
    /// Standard input was named twice.
    #[error("standard input can be read only once")]
    ReadTwice,
}

/// A corpus, and what was left out of it.
#[derive(Debug)]
pub struct Loaded {
    /// What was there and all that could be read.
    pub corpus: Corpus,
    /// Files in folders that could not.
    pub left_out: Vec<LoadError>,
}

/// Adds to a corpus the folder `imports` if it is there, and each of `paths`: a file, or every `*.json` of a
/// folder by name. What is loaded later replaces the same resolution loaded before.
///
/// # Errors
/// One of `paths` can't be loaded.
pub fn load(
    corpus: Corpus,
    paths: &[PathBuf],
    imports: Option<&Path>,
) -> Result<Loaded, LoadError> {
    load_knowing(corpus, paths, imports, &KnownCatalogue::default())
}

/// Loads like [`load`]. A regular file that is known and did not change is not gone through.
///
/// # Errors
/// One of `paths` can't be loaded.
pub fn load_knowing(
    mut corpus: Corpus,
    paths: &[PathBuf],
    imports: Option<&Path>,
    known: &KnownCatalogue,
) -> Result<Loaded, LoadError> {
    let full = corpus.volumes().len() + OPEN;
    let mut left_out = Vec::new();
    for file in imports
        .map_or(Ok(vec![]), imported)
        .unwrap_or_else(|error| {
            left_out.push(error);
            vec![]
        })
    {
        let held = guard::hold_file(&file).map_err(LoadError::from);
        let held = held.and_then(|()| hold_listed(&file));
        match held.and_then(|()| open(&file, Descriptors::of(&corpus, full), known)) {
            Ok(volume) => corpus.add(volume),
            Err(error) => left_out.push(error),
        }
    }
    for path in paths {
        let (before, refused) = (corpus.volumes().len(), left_out.len());
        for file in files_at(path)? {
            let is_listed = is_folder(path);
            let held = if is_listed {
                hold_listed(&file)
            } else {
                Ok(())
            };
            match held.and_then(|()| open(&file, Descriptors::of(&corpus, full), known)) {
                Ok(volume) => corpus.add(volume),
                Err(error) if is_listed => left_out.push(error),
                Err(error) => return Err(error),
            }
        }
        if corpus.volumes().len() == before {
            return Err(LoadError::NothingRead {
                folder: path.clone(),
                source: Box::new(left_out.swap_remove(refused)),
            });
        }
    }
    Ok(Loaded { corpus, left_out })
}

/// Whether one more file may stay open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Descriptors {
    Left,
    UsedUp,
}

impl Descriptors {
    /// What is left where `most` volumes may stay open.
    fn of(corpus: &Corpus, most: usize) -> Self {
        if corpus.volumes().len() < most {
            Self::Left
        } else {
            Self::UsedUp
        }
    }
}

/// A file with its catalogue. Once that is made, the text is let go, except for that of a pipe, which
/// can't be read again, or if no more files may stay open.
fn open(
    path: &Path,
    descriptors: Descriptors,
    known: &KnownCatalogue,
) -> Result<Volume, LoadError> {
    let (file, is_regular) = opened(path)?;
    let stamp = if is_regular {
        Some(Stamp::of(&file).map_err(unreadable(path))?)
    } else {
        None
    };
    let volume = |catalogue, body| Volume {
        path: Some(path.to_path_buf()),
        stamp,
        catalogue,
        body,
        sources: &[],
    };
    let stays_open = is_regular && descriptors == Descriptors::Left;
    if stays_open
        && let Some(stamp) = stamp
        && let Some(catalogue) = known.catalogue(Some(path), &stamp)
    {
        return Ok(volume(catalogue, Body::File(file)));
    }
    let text = text_of(&file, path)?;
    let json = text.strip_prefix(MARK).unwrap_or(&text);
    let mut catalogue = format::read(json).map_err(|fault| LoadError::Faulty {
        path: path.to_path_buf(),
        fault,
    })?;
    catalogue.shift((text.len() - json.len()) as u64);
    let body = if stays_open {
        Body::File(file)
    } else {
        Body::Text(text.into())
    };
    Ok(volume(catalogue.into(), body))
}

/// The files of the folder of imports; none before the first import.
///
/// # Errors
/// The folder can't be read, or other users could have put something there.
pub fn imported(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    guard::hold_folder(folder)?;
    if folder.symlink_metadata().is_ok() {
        files_in(folder)
    } else {
        Ok(vec![])
    }
}

/// Whether a reader's path stands for the files of a folder.
pub fn is_folder(path: &Path) -> bool {
    !is_standard(path) && path.is_dir()
}

/// The files a reader's path stands for: itself, or every `*.json` of a folder by name.
///
/// # Errors
/// The folder can't be read, or has none.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>, LoadError> {
    if !is_folder(path) {
        return Ok(vec![path.to_path_buf()]);
    }
    let files = files_in(path)?;
    if files.is_empty() {
        return Err(LoadError::EmptyFolder(path.to_path_buf()));
    }
    Ok(files)
}

/// Holds that what a folder lists is a file: a pipe there would be waited for, and nobody asked for it by name.
///
/// # Errors
/// It is something else.
pub fn hold_listed(path: &Path) -> Result<(), LoadError> {
    match path.metadata() {
        Ok(kind) if !kind.is_file() => Err(LoadError::NotAFile(path.to_path_buf())),
        // Opening it says what is wrong.
        _ => Ok(()),
    }
}

/// Every `*.json` of a folder, by name. Hidden files are left out: editors and `resolut import` keep
/// unfinished ones there.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let mut files = entries_of(folder).map_err(unreadable(folder))?;
    files.retain(|path| {
        let json = path.extension().is_some_and(|end| end == "json");
        // A link that leads nowhere and what is no file are taken, so that they are said.
        json && !is_hidden(path) && !path.is_dir()
    });
    Ok(files)
}

/// All that is in a folder, by name.
///
/// # Errors
/// The system refused.
pub fn entries_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
    sort_by(&mut entries, |one, other| {
        one.as_os_str().cmp(other.as_os_str())
    });
    Ok(entries)
}

/// Whether a path is hidden from those who list its folder.
pub fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests;
