//! Texts into corpus files: what can be read is written, and each file that can't be is named with its reason.
//!
//! All sources are read before anything is written. An object of the report is that of `import::Report` with the
//! corpus file as `corpus`, or has `file`, `state` and `reason` where nothing was imported. Beside a corpus file the
//! texts of its sources are kept, as UTF-8, so that `show --as-printed` has their lines.

mod telling;
mod writing;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::conversion::document;
use super::mending;
use super::sources::{SourceFile, SourceFiles, UniqueNames, kept_beside};
use super::walk::Root;
use super::{Destination, same_file};
use crate::cli::args::choices::ReportFormat;
use crate::cli::args::table::ImportArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::{ArrayItems, Output, json};
use crate::cli::report::{Advised, error};
use crate::import::{self, Front, HandRepairs, Import, Options, SourceDocument, SourceFormat};
use crate::reader::keep::{Replace, WriteError};
use crate::text::corpus;
use crate::text::map::Set;
use telling::{nothing_to_read, refused, sum_up, tell, tell_rejected};
use writing::{corpus_of, write};

/// A source that was read.
struct ReadSource {
    text: String,
    /// Where its text is kept; nowhere if the corpus has it all.
    kept: Option<PathBuf>,
    import: Import,
}

/// A source, with what it holds or why it holds nothing.
struct TriedSource {
    file: SourceFile,
    read: Result<ReadSource>,
}

impl TriedSource {
    /// Whether it was read, and so much of it that it can be taken for the whole.
    fn is_whole(&self) -> bool {
        self.read
            .as_ref()
            .is_ok_and(|read| !read.import.report.is_lossy())
    }

    /// Leaves out what to do next where that was said of another source.
    fn hint_once(&mut self, hints: &mut Set<String>) {
        let error = self.read.as_mut().err();
        if let Some(advised) = error.and_then(|error| error.downcast_mut::<Advised>())
            && let Some(hint) = advised.hint.take()
            && hints.insert(hint.clone())
        {
            advised.hint = Some(hint);
        }
    }
}

/// Reads the sources, writes the corpora, tells what was done.
pub(super) fn run(
    roots: Vec<Root>,
    args: &ImportArgs,
    language: Option<&str>,
    destination: &Destination,
    out: &mut Output<impl Write>,
    items: &mut ArrayItems,
) -> Result<Outcome> {
    let paths: Vec<_> = roots.iter().map(|root| root.path.clone()).collect();
    let sources = SourceFiles::of(roots, destination)?;
    let replace = Replace::with_force(args.force || args.review);
    let count = sources.files.len();
    let front = args.front.of(count, language)?;
    let mut names = UniqueNames::default();
    let mut tried: Vec<_> = sources
        .files
        .into_iter()
        .map(|file| TriedSource {
            read: mending::repairs(&file, count, args)
                .and_then(|repairs| read(&file, args, (&front, &repairs), replace, &mut names)),
            file,
        })
        .collect();
    if args.review {
        for read in tried.iter().filter_map(|one| one.read.as_ref().ok()) {
            mending::review(&read.import.report, &read.text, out)?;
        }
        return Ok(refused(&tried));
    }
    let is_any = |tried: &[TriedSource]| tried.iter().any(|one| one.read.is_ok());
    if is_any(&tried) {
        match destination {
            Destination::Output => json::lines(out.dialogue(), &corpus_of(&mut tried))?,
            _ => write(&mut tried, destination, replace)?,
        }
    }
    let mut hints = Set::default();
    for one in &mut tried {
        one.hint_once(&mut hints);
        tell(one, args.format, out, items)?;
    }
    for (name, reason) in &sources.unreadable {
        tell_rejected(
            name,
            &anyhow!("can't read `{name}`: {reason}"),
            args.format,
            out,
            items,
        )?;
    }
    if args.format == ReportFormat::Text {
        sum_up(&tried, &sources.unreadable, sources.left_aside);
    }
    let is_whole = tried.iter().all(TriedSource::is_whole) && sources.unreadable.is_empty();
    Ok(match (is_any(&tried), is_whole) {
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Nothing,
        (false, true) => error(&nothing_to_read(&paths).into()),
        (false, false) => Outcome::Faulty,
    })
}

/// Reads one source. What stands where its corpus goes is known before.
fn read(
    file: &SourceFile,
    args: &ImportArgs,
    (front, repairs): (&Front, &HandRepairs),
    replace: Replace,
    names: &mut UniqueNames,
) -> Result<ReadSource> {
    let SourceFile { path, corpus, .. } = file;
    if same_file(corpus, path) {
        bail!("`{}` would be written over itself", path.display());
    }
    let is_there = !corpus::is_standard(corpus) && corpus.symlink_metadata().is_ok();
    if is_there && replace == Replace::Refuse {
        return Err(WriteError::Exists(corpus.clone()).into());
    }
    let bytes = corpus::read_bytes(path)?;
    let usual = Options::new(&file.name);
    let options = Options {
        encoding: args.encoding,
        front,
        repairs,
        columns: args.columns.as_ref().unwrap_or(usual.columns),
        ..usual
    };
    let document = document(&bytes, &options)?;
    let mut import = import::read_document(&document, &options)?;
    let kept = kept_name(file, &document).map(|name| kept_beside(corpus, &names.take(&name)));
    if let Some(kept) = &kept {
        name_source(&mut import, kept);
    }
    Ok(ReadSource {
        text: document.text,
        kept,
        import,
    })
}

/// The name that the text of a source is kept under, unless another has it. A corpus has all that it says.
fn kept_name(file: &SourceFile, document: &SourceDocument) -> Option<String> {
    Some(match document.format {
        SourceFormat::Corpus => return None,
        SourceFormat::Text | SourceFormat::Exported => file.kept.clone(),
        SourceFormat::Pdf
        | SourceFormat::Word
        | SourceFormat::Markdown
        | SourceFormat::Html
        | SourceFormat::Rows
        | SourceFormat::Other => format!("{}.txt", file.kept),
    })
}

/// Notes in each resolution the name that its text is kept under.
fn name_source(import: &mut Import, kept: &Path) {
    let name = kept.file_name().unwrap_or_default().to_string_lossy();
    let sessions = import.sessions.iter_mut();
    let resolutions = sessions.flat_map(|session| &mut session.resolutions);
    for source in resolutions.filter_map(|one| one.source.as_mut()) {
        source.file = name.as_ref().into();
    }
}
