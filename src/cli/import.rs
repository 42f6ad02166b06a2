//! `resolut import`: documents of others into corpus files.
//!
//! | file | owns |
//! |---|---|
//! | `text` | texts → a corpus each |
//! | `conversion` | whatever a file is → a document with text |
//! | `tools` | programs of others that make text of documents |
//! | `front` | what the options say of a text |
//! | `mending` | what a person says of a text that was read wrongly |
//! | `sources` | the files that are read as texts, and the names of what is made of them |
//! | `walk` | the files of a folder, and which of them are documents |
//! | `documents` | files of Akoma Ntoso → one corpus |
//! | `reading` | each of them: read, or taken over as it is known |
//! | `contents` | the bytes of a document, the rows of a catalogue |
//! | `twins` | texts of one symbol in one language |
//! | `told` | what is told of one file |
//! | `known` | what an earlier import of the same folder read |
//! | `spool` | what is read until all is: then it is written in order |
//! | `progress` | the line that tells how far it is |
//!
//! What a path is its content says: a file of XML, or a folder in which there is any, is read as documents, all else as
//! texts. The report is talk, and goes to standard error; asked for as JSON it is data: an array of one object a
//! source.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::args::choices::ReportFormat;
use super::args::table::ImportArgs;
use super::outcome::Outcome;
use super::output::{ArrayItems, Output};
use crate::reader::keep;
use crate::text::corpus;
use crate::text::guard::hold_folder;
use walk::Root;

mod contents;
mod conversion;
mod documents;
mod front;
mod known;
mod mending;
mod progress;
mod reading;
mod sources;
mod spool;
mod text;
mod told;
mod tools;
mod twins;
mod walk;

/// Where corpora go.
enum Destination {
    /// All into this file; its folder has to be there.
    File(PathBuf),
    /// To standard output; nothing is kept.
    Output,
    /// Into our own folder, each under the name of its source.
    Ours(PathBuf),
}

/// Reads the sources, texts of them in a language of that tag, writes the corpora, tells what was done.
pub(super) fn run(
    args: &ImportArgs,
    language: Option<&str>,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let destination = Destination::of(args)?;
    let roots = args.paths.iter().map(|path| Root::of(path));
    let (documents, texts): (Vec<_>, Vec<_>) = roots.partition(Root::has_documents);
    let is_one_file = !matches!(destination, Destination::Ours(_));
    if is_one_file && !documents.is_empty() && !texts.is_empty() {
        bail!("texts and Akoma Ntoso don't go into one corpus; import them one by one");
    }
    if !documents.is_empty() {
        args.front.of_none()?;
    }
    let mut items = ArrayItems::default();
    let mut outcome = Outcome::Found;
    if !texts.is_empty() {
        outcome = text::run(texts, args, language, &destination, out, &mut items)?;
    }
    for collection in documents::collections(documents, &destination)? {
        outcome = outcome.max(collection.import(args, &destination, out, &mut items)?);
    }
    if args.format == ReportFormat::Json {
        out.end_array(&items)?;
    }
    Ok(outcome)
}

impl Destination {
    fn of(args: &ImportArgs) -> Result<Self> {
        let destination =
            match &args.output {
                Some(file) if corpus::is_standard(file) => Self::Output,
                Some(file) => Self::File(file.clone()),
                None => Self::Ours(keep::data_folder().context(
                    "there is no home to keep the corpus in; name a file with `--output`",
                )?),
            };
        if let Self::Ours(folder) = &destination {
            hold_folder(folder).context("nothing is imported; name a file with `--output`")?;
        }
        if matches!(
            (&destination, args.format),
            (Self::Output, ReportFormat::Json)
        ) {
            bail!(
                "the corpus and the report would both go to standard output; leave out `--format json`"
            );
        }
        Ok(destination)
    }

    /// Makes the folder for our files; holds that another is there.
    fn prepare(&self) -> Result<()> {
        match self {
            Self::Output => {}
            Self::Ours(folder) => keep::make_folder(folder)?,
            Self::File(file) => {
                let folder = folder_of(file);
                if !folder.is_dir() {
                    bail!("can't write `{}`: its folder is not there", file.display());
                }
            }
        }
        Ok(())
    }
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Whether two paths lead to one file that is there.
fn same_file(one: &Path, other: &Path) -> bool {
    let is_standard = corpus::is_standard(one) || corpus::is_standard(other);
    !is_standard
        && matches!(
            (fs::canonicalize(one), fs::canonicalize(other)),
            (Ok(one), Ok(other)) if one == other
        )
}
