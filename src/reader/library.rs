//! A corpus with its index: what is prepared or kept of them, or made anew.
//!
//! A kept file is the block of the catalogues and behind it the index, each with its version and hashes;
//! catalogues stand with the stamps of their files. What is damaged, of another version or of files that have
//! changed is as good as missing: it is made anew and written over. Most of the index is read when a question
//! needs it; where that turns out to be damaged the file goes, and the next start writes another. So nothing here
//! can fail; what can't be read or written costs time. Small corpora are not kept: they are read as fast.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf, absolute};
use std::time::SystemTime;

use crate::analysis::actions;
use crate::bundle;
use crate::reader::keep::{self, WriteError};
use crate::search::{Finder, Index};
use crate::text::block::{self, ReadAt};
use crate::text::corpus::{self, Corpus, KnownCatalogue, LoadError, Loaded, Volume};
use crate::text::format::FormatError;
use crate::text::guard::{Links, hold_folder, open_file};

pub mod news;

/// The indexes of corpora below this many bytes are not kept: they are made in twenty milliseconds.
const LEAST: u64 = 1 << 20;

/// An index of at most this many bytes is read within ten milliseconds.
const AT_ONCE: u64 = 4 << 20;

/// The most indexes that are kept: beyond them the oldest go, so that the disk does not fill up.
const MOST_FILES: usize = 8;

/// A corpus, with its index if that is prepared or kept.
#[derive(Debug)]
pub struct Library {
    /// The bundled corpus and all that could be read.
    pub corpus: Corpus,
    /// Files in the folder of imports that could not.
    pub left_out: Vec<LoadError>,
    index: Option<IndexSource>,
    /// Where an index is kept that had to be made.
    file: Option<PathBuf>,
}

/// Where the index of a corpus is.
#[derive(Debug)]
enum IndexSource {
    /// In the binary.
    Prepared(&'static [u8]),
    /// In a file from a byte on. It is open, so that it is the one that the catalogues were read from.
    File(File, u64),
}

/// An index in the cache.
#[derive(Debug)]
struct KeptIndex {
    file: File,
    path: Option<PathBuf>,
}

impl ReadAt for KeptIndex {
    fn read_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        ReadAt::read_at(&self.file, bytes, at)
    }

    fn discard(&self) {
        if let Some(path) = &self.path {
            // Another file may stand there by now: then that one is made again too.
            let _ = fs::remove_file(path);
        }
    }
}

impl Library {
    /// Loads like [`corpus::load`] behind the bundled corpus, with what is kept in the folder `cache`.
    ///
    /// # Errors
    /// One of `paths` can't be loaded.
    pub fn open(
        paths: &[PathBuf],
        imports: Option<&Path>,
        cache: Option<&Path>,
    ) -> Result<Self, LoadError> {
        let cache = cache.filter(|folder| is_ours(folder));
        let file = cache.map(|folder| folder.join(name(paths, imports)));
        let kept = file.as_deref().and_then(|file| open_kept(file).ok()?);
        let (known, kept) = kept.unzip();
        let known = known.unwrap_or_default();
        let Loaded { corpus, left_out } =
            corpus::load_knowing(bundle::corpus(), paths, imports, &known)?;
        let prepared = bundle::prepared().filter(|(known, _)| known.fits(&corpus));
        let index = match prepared {
            Some((_, index)) => Some(IndexSource::Prepared(index)),
            None => kept.filter(|_| known.fits(&corpus)),
        };
        Ok(Self {
            corpus,
            left_out,
            index,
            file,
        })
    }

    /// Whether the index is prepared, or kept and read before anybody would notice.
    pub fn has_index_at_once(&self) -> bool {
        match &self.index {
            Some(IndexSource::Prepared(_)) => true,
            Some(IndexSource::File(file, at)) => {
                let length = file.metadata().map(|kept| kept.len());
                length.is_ok_and(|length| length.saturating_sub(*at) <= AT_ONCE)
            }
            None => false,
        }
    }

    /// The index, if it is prepared or kept.
    pub fn saved_index(&self) -> Option<Index> {
        match self.index.as_ref()? {
            IndexSource::Prepared(bytes) => Index::from_bytes(bytes, &self.corpus),
            IndexSource::File(file, at) => {
                let kept = KeptIndex {
                    file: file.try_clone().ok()?,
                    path: self.file.clone(),
                };
                Index::open(kept, *at, &self.corpus)
            }
        }
    }

    /// An index that had to be made, as it is kept for the next start; not that of a small corpus, or of
    /// a part.
    pub fn to_keep(&self, index: &Index) -> Option<Vec<u8>> {
        let stamps = self.corpus.volumes().iter().filter_map(Volume::stamp);
        let size: u64 = stamps.map(|stamp| stamp.size).sum();
        if size < LEAST || !index.is_whole() || self.file.is_none() {
            return None;
        }
        let mut bytes = KnownCatalogue::bytes_of(&self.corpus)?;
        bytes.extend(index.to_bytes());
        Some(bytes)
    }

    /// Writes the catalogues and the index to the cache.
    pub fn write(&self, bytes: &[u8]) {
        if let Some(file) = &self.file {
            // A cache that can't be written costs the time of making the index again, and no more.
            let _ = write(file, bytes);
        }
    }

    /// The index: as it is prepared or kept, or else made now and kept.
    pub fn index(&self) -> Index {
        self.saved_index().unwrap_or_else(|| {
            let index = Index::build(&self.corpus);
            if let Some(bytes) = self.to_keep(&index) {
                self.write(&bytes);
            }
            index
        })
    }

    /// A finder with the index.
    pub fn finder(&self) -> Finder<'_> {
        Finder::new(&self.corpus, self.index()).reading_acts(actions::noted)
    }
}

/// What is to be prepared for a corpus that is bundled: its catalogue, and its index.
///
/// # Errors
/// The text is no corpus.
pub fn prepare(json: String) -> Result<Vec<u8>, FormatError> {
    let mut corpus = Corpus::default();
    corpus.add_text(json)?;
    let mut bytes = KnownCatalogue::bytes_of(&corpus).unwrap_or_default();
    bytes.extend(Index::build(&corpus).to_bytes());
    Ok(bytes)
}

/// The name of the file that is kept for the corpora of these paths.
fn name(paths: &[PathBuf], imports: Option<&Path>) -> String {
    let all = paths.iter().map(PathBuf::as_path).chain(imports);
    let hash = all.fold(0, |hash, path| {
        let path = absolute(path).unwrap_or_else(|_| path.to_path_buf());
        block::hash(hash, path.as_os_str().as_bytes())
    });
    format!("{hash:016x}{END}")
}

const END: &str = ".index";

/// Whether the cache is used: a folder that no other user can have prepared, and no link to one, where files
/// of the reader would be written over or taken away.
fn is_ours(folder: &Path) -> bool {
    !folder.is_symlink() && hold_folder(folder).is_ok()
}

/// The catalogues in a kept file, and the byte where its index begins.
fn open_kept(path: &Path) -> io::Result<Option<(KnownCatalogue, IndexSource)>> {
    let file = open_file(OpenOptions::new().read(true), path, Links::Refuse)?;
    let block = block::read_block(&file, 0, KnownCatalogue::KIND)?;
    Ok(block.and_then(|block| {
        let (known, _) = KnownCatalogue::from_bytes(&block)?;
        Some((known, IndexSource::File(file, block.len() as u64)))
    }))
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if let Some(folder) = file.parent() {
        keep::make_folder(folder)?;
        if is_ours(folder) {
            keep::write_unsynced(file, bytes)?;
            tidy(folder);
        }
    }
    Ok(())
}

/// Deletes all kept files but the newest.
fn tidy(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut kept: Vec<(SystemTime, PathBuf)> = files
        .filter(|file| is_name(&file.file_name()))
        .map(|file| file.path())
        .filter_map(|path| Some((path.symlink_metadata().ok()?.modified().ok()?, path)))
        .collect();
    while kept.len() > MOST_FILES
        && let Some(oldest) = (0..kept.len()).min_by_key(|&at| &kept[at])
    {
        let _ = fs::remove_file(kept.swap_remove(oldest).1);
    }
}

/// Whether a file is named as the kept ones are: sixteen hexadecimal digits and the ending.
fn is_name(name: &OsStr) -> bool {
    let hash = name.to_str().and_then(|name| name.strip_suffix(END));
    let is_digit = |c| matches!(c, '0'..='9' | 'a'..='f');
    hash.is_some_and(|hash| hash.len() == 16 && hash.chars().all(is_digit))
}
