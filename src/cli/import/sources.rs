//! The files that are read for resolutions, and the names of what is made of them.
//!
//! A folder is its files, whatever their names, to its depth; what is no text nor a document is left aside. What is
//! made of a folder goes into one corpus of its name.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::walk::{FileSort, Root};
use super::{Destination, folder_of};
use crate::text::corpus;
use crate::text::map::Set;

/// What standard input is called where nothing else names it.
const STDIN: &str = "stdin";

/// A file that is to be read.
pub(super) struct SourceFile {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its name for people: of a file in a folder its path below that.
    pub(super) name: String,
    /// Where its corpus goes.
    pub(super) corpus: PathBuf,
    /// The name that its text is kept under, unless another file has it; without what tells its format.
    pub(super) kept: String,
}

/// All files to be read.
pub(super) struct SourceFiles {
    pub(super) files: Vec<SourceFile>,
    /// What in folders can't be read, with the reason.
    pub(super) unreadable: Vec<(String, String)>,
    /// How many files of folders are no documents.
    pub(super) left_aside: usize,
}

impl SourceFiles {
    /// The files that roots lead to.
    pub(super) fn of(roots: Vec<Root>, destination: &Destination) -> Result<Self> {
        let mut sources = Self {
            files: Vec::new(),
            unreadable: Vec::new(),
            left_aside: 0,
        };
        let mut corpora = UniqueNames::default();
        for root in roots {
            if root.path.is_dir() {
                sources.add_folder(root, destination, &mut corpora)?;
            } else {
                sources.add_file(&root.path, destination, &mut corpora)?;
            }
        }
        Ok(sources)
    }

    fn add_file(
        &mut self,
        path: &Path,
        destination: &Destination,
        corpora: &mut UniqueNames,
    ) -> Result<()> {
        let name = if corpus::is_standard(path) {
            standard_name(destination)
        } else {
            let name = path.file_name();
            let name = name.with_context(|| format!("`{}` is no file", path.display()))?;
            name.to_string_lossy().into_owned()
        };
        let (stem, _) = parted(&name);
        self.files.push(SourceFile {
            corpus: destination.corpus(stem, corpora),
            path: path.to_path_buf(),
            kept: name.clone(),
            name,
        });
        Ok(())
    }

    fn add_folder(
        &mut self,
        root: Root,
        destination: &Destination,
        corpora: &mut UniqueNames,
    ) -> Result<()> {
        let full = fs::canonicalize(&root.path);
        let full = full.with_context(|| format!("can't read `{}`", root.path.display()))?;
        let folder = full.file_name().unwrap_or("folder".as_ref());
        let folder = folder.to_string_lossy();
        let corpus = destination.corpus(&folder, corpora);
        for file in root.files {
            match file.sort {
                FileSort::Unreadable(error) => {
                    self.unreadable.push((file.name, error.to_string()));
                }
                FileSort::Special(_) | FileSort::NoDocument => self.left_aside += 1,
                FileSort::Document | FileSort::Rows | FileSort::Other => {
                    self.files.push(SourceFile {
                        kept: format!("{folder}_{}", file.name.replace('/', "_")),
                        path: file.path,
                        name: file.name,
                        corpus: corpus.clone(),
                    });
                }
            }
        }
        Ok(())
    }
}

/// The name of standard input: that of the corpus, if one is named.
fn standard_name(destination: &Destination) -> String {
    let named = match destination {
        Destination::File(file) => file.file_stem(),
        Destination::Output | Destination::Ours(_) => None,
    };
    let stem = named.map_or(STDIN.into(), |stem| stem.to_string_lossy());
    format!("{stem}.txt")
}

impl Destination {
    /// Where the corpus of a source goes that is called `stem`.
    fn corpus(&self, stem: &str, corpora: &mut UniqueNames) -> PathBuf {
        match self {
            Self::File(file) => file.clone(),
            Self::Output => corpus::STANDARD.into(),
            Self::Ours(folder) => folder.join(corpora.take(&format!("{stem}.json"))),
        }
    }
}

/// Names that are taken once each: `a.txt`, and for the next of that name `a-2.txt`.
#[derive(Default)]
pub(super) struct UniqueNames {
    taken: Set<String>,
}

impl UniqueNames {
    pub(super) fn take(&mut self, name: &str) -> String {
        let (stem, ending) = parted(name);
        let numbered = (2..).map(|number| format!("{stem}-{number}{ending}"));
        let mut names = [name.to_owned()].into_iter().chain(numbered);
        let free = names.find(|name| !self.taken.contains(name));
        let free = free.unwrap_or_default();
        self.taken.insert(free.clone());
        free
    }
}

/// A name in two: before its ending, and the ending with its dot.
fn parted(name: &str) -> (&str, &str) {
    let dot = name.rfind('.').filter(|&dot| dot > 0);
    name.split_at(dot.unwrap_or(name.len()))
}

/// Where the text of a source is kept: beside its corpus. A name that ends as that of a corpus would be read as one.
pub(super) fn kept_beside(corpus: &Path, name: &str) -> PathBuf {
    let is_corpus = |name: &str| name.to_ascii_lowercase().ends_with(".json");
    let ending = if is_corpus(name) { ".txt" } else { "" };
    folder_of(corpus).join(format!("{name}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_get_names_of_their_own() {
        let mut names = UniqueNames::default();
        let taken =
            ["a.txt", "a.txt", "a-2.txt", "b", "b", ".c", ".c"].map(|name| names.take(name));
        assert_eq!(
            taken,
            ["a.txt", "a-2.txt", "a-2-2.txt", "b", "b-2", ".c", ".c-2"]
        );
    }
}
