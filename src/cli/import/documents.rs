//! Files of Akoma Ntoso into one corpus.
//!
//! The XML is not copied: the corpus names each file by its path below the folder. A corpus that an earlier import
//! made of the same folders is brought up to date; any other stays unless it is to be replaced.

use std::env;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::known::{Earlier, KnownSources, keep_sources};
use super::progress::Progress;
use super::reading::CollectionReading;
use super::told::Told;
use super::walk::{FileSort, FoundFile, Root};
use super::{Destination, folder_of, same_file};
use crate::cli::args::choices::ReportFormat;
use crate::cli::args::table::ImportArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::{ArrayItems, Output, json, stdout_is_terminal};
use crate::cli::report::{Advised, error, note, say};
use crate::reader::keep::{self, Replace, SHARED, WriteError};

/// What goes into one corpus, and where that is.
pub(super) struct Collection {
    /// Folders, or files.
    roots: Vec<PathBuf>,
    /// The files of all roots, each with the number of its root.
    files: Vec<(usize, FoundFile)>,
    /// None for standard output.
    corpus: Option<PathBuf>,
}

/// What is made of folders and files of documents: one corpus, or one of each under its name.
pub(super) fn collections(roots: Vec<Root>, destination: &Destination) -> Result<Vec<Collection>> {
    let mut collections: Vec<Collection> = Vec::new();
    for root in roots {
        let path = fs::canonicalize(&root.path)
            .with_context(|| format!("can't read `{}`", root.path.display()))?;
        let corpus = match destination {
            Destination::Ours(folder) => Some(folder.join(corpus_name(&path)?)),
            Destination::File(file) => Some(file.clone()),
            Destination::Output => None,
        };
        let is_same = |other: &&mut Collection| other.corpus == corpus;
        match (collections.iter_mut().find(is_same), destination) {
            (None, _) => {
                let mut collection = Collection {
                    roots: Vec::new(),
                    files: Vec::new(),
                    corpus,
                };
                collection.add(path, root.files);
                collections.push(collection);
            }
            (Some(_), Destination::Ours(_)) => bail!(
                "two corpora would be written to `{}`; import one of them with `--output`",
                corpus.unwrap_or_default().display()
            ),
            (Some(collection), _) => collection.add(path, root.files),
        }
    }
    Ok(collections)
}

/// `SCresolutions.json` of a folder, `S_RES_2505.json` of a file.
fn corpus_name(root: &Path) -> Result<PathBuf> {
    let name = if root.is_dir() {
        root.file_name()
    } else {
        root.file_stem()
    };
    let mut name = name
        .with_context(|| {
            format!(
                "`{}` has no name to keep its corpus under; name a file with `--output`",
                root.display()
            )
        })?
        .to_owned();
    name.push(".json");
    Ok(name.into())
}

impl Collection {
    fn add(&mut self, root: PathBuf, files: Vec<FoundFile>) {
        let number = self.roots.len();
        self.files
            .extend(files.into_iter().map(|file| (number, file)));
        self.roots.push(root);
    }

    /// Reads what has changed since it was last read, writes the corpus, tells what was done.
    pub(super) fn import(
        &self,
        args: &ImportArgs,
        destination: &Destination,
        out: &mut Output<impl Write>,
        items: &mut ArrayItems,
    ) -> Result<Outcome> {
        let (earlier, replace) = self.earlier(args.force)?;
        let found = &self.files;
        let is_document = |(_, file): &&(usize, FoundFile)| {
            matches!(file.sort, FileSort::Document | FileSort::Unreadable(_))
        };
        if !found.iter().any(|file| is_document(&file)) {
            return Ok(error(&self.nothing_to_read().into()));
        }
        destination.prepare()?;
        let documents = found.iter().filter(is_document);
        let bytes = documents.clone().map(|(_, file)| file.size).sum();
        let is_quiet = args.quiet || args.format == ReportFormat::Json && stdout_is_terminal();
        let mut progress = Progress::new(documents.count(), bytes, !is_quiet, out.manner.charset);
        let mut reading = CollectionReading::begin(&self.spool_folder(), earlier)?;
        let mut tell = |told: &Told, out: &mut Output<_>| match args.format {
            ReportFormat::Text => Ok(()),
            ReportFormat::Json => out.item(items, &told.object()),
        };
        reading.join_catalogues(found);
        for (root, file) in found {
            if let Some(told) = reading.take(*root, file)? {
                tell(&told, out)?;
                progress.advance(file.size);
            }
        }
        for gone in reading.gone() {
            tell(&gone, out)?;
        }
        progress.finish();
        if args.format == ReportFormat::Text {
            say(&reading.tally.report());
        }
        match reading.tally.read_and_not() {
            (0, _) => Ok(error(&self.nothing_read().into())),
            (_, not_read) => {
                self.write(reading, replace, args.format, out)?;
                Ok(if not_read > 0 {
                    Outcome::Nothing
                } else {
                    Outcome::Found
                })
            }
        }
    }

    /// What is known of the folders, and whether what stands in the place of the corpus is replaced.
    fn earlier(&self, force: bool) -> Result<(Option<(File, KnownSources)>, Replace)> {
        let Some(corpus) = &self.corpus else {
            return Ok((None, Replace::Force));
        };
        let is_own = |root: &&PathBuf| root.is_file() && same_file(root, corpus);
        if let Some(root) = self.roots.iter().find(is_own) {
            bail!("`{}` would be written over itself", root.display());
        }
        match Earlier::of(corpus, &self.roots) {
            Earlier::Nothing => Ok((None, Replace::Refuse)),
            _ if force => Ok((None, Replace::Force)),
            Earlier::Same(file, known) => Ok((Some((file, known)), Replace::Force)),
            Earlier::Other => Err(WriteError::Exists(corpus.clone()).into()),
        }
    }

    /// Where resolutions wait: on the file system that they go to.
    fn spool_folder(&self) -> PathBuf {
        match &self.corpus {
            Some(corpus) => folder_of(corpus).to_path_buf(),
            None => env::temp_dir(),
        }
    }

    fn write(
        &self,
        mut reading: CollectionReading,
        replace: Replace,
        format: ReportFormat,
        out: &mut Output<impl Write>,
    ) -> Result<()> {
        let Some(corpus) = &self.corpus else {
            let mut to = json::Harmlessly(out.dialogue());
            return Ok(reading.write(&mut to)?);
        };
        let mut kept = Ok(());
        keep::write_by(corpus, replace, SHARED, &mut |file| {
            let mut buffered = BufWriter::new(&mut *file);
            reading.write(&mut buffered)?;
            buffered.flush()?;
            drop(buffered);
            // Before the corpus stands in its place: a program that is killed in between leaves one that is known.
            kept = keep_sources(corpus, file, &self.roots, &reading.lines);
            Ok(())
        })?;
        if let Err(error) = kept {
            note(&format!("the next import reads all again: {error}"));
        }
        if format == ReportFormat::Text {
            note(&format!("written to `{}`", corpus.display()));
        }
        Ok(())
    }

    fn nothing_to_read(&self) -> Advised {
        Advised {
            message: format!("no file of Akoma Ntoso in {}", self.named()),
            hint: Some("text that came out of a PDF is named itself: `resolut import FILE`".into()),
            outcome: Outcome::Faulty,
        }
    }

    fn nothing_read(&self) -> Advised {
        Advised {
            message: format!("nothing could be read in {}", self.named()),
            hint: None,
            outcome: Outcome::Faulty,
        }
    }

    fn named(&self) -> String {
        let named = self
            .roots
            .iter()
            .map(|root| format!("`{}`", root.display()));
        named.collect::<Vec<_>>().join(", ")
    }
}
