//! The text of PDFs into corpus files.
//!
//! All sources are read before anything is written, and nothing is written if one can't be. An object of the
//! report is that of `import::Report` with the corpus file as `corpus`. Beside a corpus file its sources
//! are kept, as UTF-8, so that `show --as-printed` has their lines.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Serialize;

use super::{Destination, same_file};
use crate::cli::args::choices::ReportFormat;
use crate::cli::args::table::ImportArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::{ArrayItems, Output, json};
use crate::cli::report::{Advised, note, say};
use crate::import::{self, Encoding, Front, Import, ImportError, Options, Report, pdf_text};
use crate::reader::keep::{self, Replace, SHARED, WriteError};
use crate::text::corpus;
use crate::text::encoding::{Guess, NotText};
use crate::text::format;

/// A source that was read.
struct ReadSource {
    name: String,
    /// As UTF-8.
    text: Vec<u8>,
    path: PathBuf,
    import: Import,
    /// Where the corpus goes.
    corpus: PathBuf,
}

#[derive(Serialize)]
struct Account<'a> {
    #[serde(flatten)]
    report: &'a Report,
    corpus: String,
}

/// Reads the sources, writes the corpora, tells what was done.
pub(super) fn run(
    paths: &[&PathBuf],
    args: &ImportArgs,
    language: Option<&str>,
    destination: &Destination,
    out: &mut Output<impl Write>,
    items: &mut ArrayItems,
) -> Result<Outcome> {
    let front = args.front.of(paths.len(), language)?;
    let reads = paths
        .iter()
        .map(|path| ReadSource::source(path, args.encoding, &front, destination))
        .collect::<Result<Vec<_>>>()?;
    let replace = if args.force {
        Replace::Force
    } else {
        Replace::Refuse
    };
    match destination {
        Destination::Output => json::lines(out.dialogue(), &corpus_of(&reads))?,
        _ => write(&reads, destination, replace)?,
    }
    match args.format {
        ReportFormat::Text => {
            for read in &reads {
                say(&read.import.report.to_string());
            }
            let written = corpora(&reads).into_iter();
            for path in written.filter(|path| !corpus::is_standard(path)) {
                note(&format!("written to `{}`", path.display()));
            }
        }
        ReportFormat::Json => {
            for read in &reads {
                let account = Account {
                    report: &read.import.report,
                    corpus: read.corpus.display().to_string(),
                };
                out.item(items, &json::text(&account))?;
            }
        }
    }
    let is_whole = reads.iter().all(|read| !read.import.report.is_lossy());
    Ok(if is_whole {
        Outcome::Found
    } else {
        Outcome::Nothing
    })
}

impl ReadSource {
    fn source(
        path: &Path,
        encoding: Encoding,
        front: &Front,
        destination: &Destination,
    ) -> Result<Self> {
        let name = name_of(path, destination)?;
        let bytes = corpus::read_bytes(path)?;
        let options = Options {
            encoding,
            front,
            ..Options::new(&name)
        };
        let import = pdf_text::read(&bytes, &options).map_err(advised)?;
        let corpus = match destination {
            Destination::File(file) => file.clone(),
            Destination::Output => corpus::STANDARD.into(),
            Destination::Ours(folder) => folder.join(Path::new(&name).with_extension("json")),
        };
        if same_file(&corpus, path) {
            bail!("`{}` would be written over itself", path.display());
        }
        Ok(Self {
            name,
            text: encoding.to_utf8(&bytes).into_owned(),
            path: path.to_path_buf(),
            import,
            corpus,
        })
    }

    /// Where the source is kept; none where it stands there already.
    fn kept(&self) -> Option<PathBuf> {
        let beside = self.corpus.with_file_name(&self.name);
        let equal = || fs::read(&beside).is_ok_and(|kept| kept == self.text);
        (!same_file(&beside, &self.path) && !equal()).then_some(beside)
    }
}

/// Says of text that may be Latin-1 how it is imported as it is.
fn advised(error: ImportError) -> anyhow::Error {
    match error {
        ImportError::NotText {
            what:
                NotText::NotUtf8 {
                    guess: Guess::Single("latin1"),
                    ..
                },
            ..
        } => Advised {
            message: error.to_string(),
            hint: Some("or import it as it is with `--encoding latin1`".to_owned()),
            outcome: Outcome::Faulty,
        }
        .into(),
        _ => error.into(),
    }
}

/// The name that a source is kept under.
fn name_of(path: &Path, destination: &Destination) -> Result<String> {
    let named = match (corpus::is_standard(path), destination) {
        (false, _) => path.file_name().map(Into::into),
        (true, Destination::File(file)) => Some(file.with_extension("txt")),
        (true, Destination::Output) => Some("stdin.txt".into()),
        (true, Destination::Ours(_)) => {
            bail!(
                "standard input has no name to keep its corpus under; name a file with `--output`"
            )
        }
    };
    let named: Option<PathBuf> = named;
    let name = named.as_deref().and_then(Path::file_name);
    let name = name.with_context(|| format!("`{}` is no file", path.display()))?;
    Ok(name.to_string_lossy().into_owned())
}

/// Writes each corpus and the sources beside it.
fn write(reads: &[ReadSource], destination: &Destination, replace: Replace) -> Result<()> {
    let corpora = corpora(reads);
    let mut files = Vec::new();
    for read in reads {
        if let Some(kept) = read.kept() {
            files.push((kept, read.text.clone()));
        }
    }
    for &path in &corpora {
        let of_path = reads.iter().filter(|read| read.corpus == path);
        files.push((path.to_path_buf(), corpus_of(of_path).into_bytes()));
    }
    for (position, (path, _)) in files.iter().enumerate() {
        if files[..position].iter().any(|(other, _)| other == path) {
            bail!(
                "two files would be written to `{}`; rename one of the sources",
                path.display()
            );
        }
        if replace == Replace::Refuse && path.symlink_metadata().is_ok() {
            return Err(WriteError::Exists(path.clone()).into());
        }
    }
    destination.prepare()?;
    for (path, bytes) in &files {
        keep::write(path, bytes, replace, SHARED)?;
    }
    Ok(())
}

/// The corpus file of some sources.
fn corpus_of<'a>(reads: impl IntoIterator<Item = &'a ReadSource>) -> String {
    let reads = reads.into_iter();
    let sessions = reads.flat_map(|read| read.import.sessions.iter().cloned());
    format::to_json(&import::merge(sessions))
}

/// The corpus files, each once.
fn corpora(reads: &[ReadSource]) -> Vec<&Path> {
    let mut paths: Vec<&Path> = Vec::new();
    for read in reads {
        if !paths.contains(&read.corpus.as_path()) {
            paths.push(&read.corpus);
        }
    }
    paths
}
