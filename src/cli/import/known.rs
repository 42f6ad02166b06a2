//! What an earlier import of the same folders read, so that only what has changed is read again.
//!
//! It stands beside the corpus, under its name with the ending `sources`: a line for each file with its size, the time
//! of its last change and a hash of its bytes, where its document stands in the corpus, and what was told of it. A file
//! of the same size and time is not opened; one of the same hash is not read as a document. What the catalogue says
//! of its symbol must be the same, too.
//!
//! All of this is believed only of the corpus that it was written with: of that size and time, from the same folders,
//! by a program that reads documents the same way. The corpus which that one replaces is known for one of the same
//! folders, too, as it still stands there where an import was killed.

use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::spool::LinePlace;
use crate::import::akn;
use crate::import::collection::FileState;
use crate::reader::keep::{self, Replace, SHARED, WriteError};
use crate::text::guard::{Links, open_file};
use crate::text::map::Map;
use crate::text::model::Text;

/// How the first line begins.
const KIND: &str = "resolut-sources/1";

/// More is not read, in bytes: what is known of a million files.
const MOST: u64 = 1 << 30;

/// How many columns of a line stand up to the place in the corpus, and how many behind it. They are parted by tabs.
const COLUMNS: [usize; 2] = [8, 9];

/// How many columns a corpus is known by.
const STAMP: usize = 3;

/// What there is at the place of a corpus.
pub(super) enum Earlier {
    Nothing,
    /// A corpus of the same folders, and what is known of them.
    Same(File, KnownSources),
    /// Something else.
    Other,
}

/// What is known of the files of a corpus.
#[derive(Default)]
pub(super) struct KnownSources {
    /// A line each, until it is taken out.
    lines: Vec<Option<String>>,
    /// By root and name of the file.
    positions: Map<Text, usize>,
}

/// What is known of one file.
pub(super) struct KnownSource<'a> {
    pub(super) fingerprint: Fingerprint,
    pub(super) place: LinePlace,
    pub(super) told: ToldOfSource<'a>,
}

/// How a file is known again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    /// In bytes.
    pub(super) size: u64,
    /// In nanoseconds.
    pub(super) modified: i128,
    /// Of its bytes.
    pub(super) hash: u64,
    /// Of what the catalogue says of its symbol.
    pub(super) joined: u64,
}

/// What was told of a file.
pub(super) struct ToldOfSource<'a> {
    pub(super) state: FileState,
    /// Which text of its symbol in its language it is; empty for the first.
    pub(super) variant: &'a str,
    /// The day of adoption, or of issue.
    pub(super) day: &'a str,
    pub(super) symbol: &'a str,
    pub(super) language: &'a str,
    pub(super) reason: &'a str,
    /// Kinds, parted by commas.
    pub(super) repairs: &'a str,
    pub(super) doubts: &'a str,
    /// The object of the report.
    pub(super) account: &'a str,
}

/// What is kept of a file.
pub(super) struct SourceLine {
    root: usize,
    name: String,
    fingerprint: Fingerprint,
    pub(super) place: LinePlace,
    behind: String,
}

impl Earlier {
    /// What there is at the place of a corpus that is to be made of some folders.
    pub(super) fn of(corpus: &Path, roots: &[PathBuf]) -> Self {
        if corpus.symlink_metadata().is_err() {
            return Self::Nothing;
        }
        Self::same(corpus, roots).unwrap_or(Self::Other)
    }

    fn same(corpus: &Path, roots: &[PathBuf]) -> Option<Self> {
        let file = open_file(OpenOptions::new().read(true), corpus, Links::Follow).ok()?;
        let text = kept_sources(corpus)?;
        let mut lines = text.lines();
        let (kind, head) = (lines.next()?, lines.next()?);
        let own = stamp(&file).ok()?;
        let own_roots = escaped(roots);
        let mut known = KnownSources::default();
        if head == own.clone() + &own_roots {
            let behind = kind.strip_prefix(&kind_line());
            let is_current = behind.is_some_and(|rest| rest.is_empty() || rest.starts_with('\t'));
            let size = file.metadata().ok()?.len();
            for line in lines.filter(|_| is_current) {
                known.add(line, size);
            }
        } else {
            let roots = head.splitn(STAMP + 1, '\t').nth(STAMP);
            let is_replaced = kind.ends_with(&format!("\t{own}"));
            (is_replaced && roots == own_roots.strip_prefix('\t')).then_some(())?;
        }
        Some(Self::Same(file, known))
    }
}

impl KnownSources {
    /// Adds a line about a corpus of that size.
    fn add(&mut self, line: &str, size: u64) {
        let place = KnownSource::of(line).map(|known| known.place);
        let end = place.and_then(|place| place.at.checked_add(place.length as u64));
        if let Some(key) = key_of(line).filter(|_| end.is_some_and(|end| end <= size)) {
            self.positions.insert(key.into(), self.lines.len());
            self.lines.push(Some(line.to_owned()));
        }
    }

    /// Takes out the line of a file.
    pub(super) fn take(&mut self, root: usize, name: &str) -> Option<String> {
        let at = self.positions.get(&*format!("{root}\t{name}"))?;
        self.lines[*at].take()
    }

    /// The names of the files that were not taken out, and whose documents are in the corpus.
    pub(super) fn left(&self) -> impl Iterator<Item = &str> {
        let left = self.lines.iter().flatten();
        let left = left.filter(|line| is_in_corpus(line));
        left.filter_map(|line| Some(key_of(line)?.split_once('\t')?.1))
    }
}

/// The root and the name of the file that a line is about.
fn key_of(line: &str) -> Option<&str> {
    let (end, _) = line.match_indices('\t').nth(1)?;
    line.get(..end)
}

/// Whether the document of a file is in the corpus, by its line.
pub(super) fn is_in_corpus(line: &str) -> bool {
    KnownSource::of(line).is_some_and(|known| known.told.is_in_corpus())
}

impl<'a> KnownSource<'a> {
    pub(super) fn of(line: &'a str) -> Option<Self> {
        let mut columns = line.splitn(COLUMNS[0] + 1, '\t').skip(2);
        let mut next = || columns.next();
        let fingerprint = Fingerprint {
            size: next()?.parse().ok()?,
            modified: next()?.parse().ok()?,
            hash: next()?.parse().ok()?,
            joined: next()?.parse().ok()?,
        };
        let place = LinePlace {
            at: next()?.parse().ok()?,
            length: next()?.parse().ok()?,
        };
        Some(Self {
            fingerprint,
            place,
            told: ToldOfSource::of(next()?)?,
        })
    }
}

impl<'a> ToldOfSource<'a> {
    fn of(columns: &'a str) -> Option<Self> {
        let mut columns = columns.splitn(COLUMNS[1], '\t');
        let mut next = || columns.next();
        Some(Self {
            state: FileState::named(next()?)?,
            variant: next()?,
            day: next()?,
            symbol: next()?,
            language: next()?,
            reason: next()?,
            repairs: next()?,
            doubts: next()?,
            account: next()?,
        })
    }

    pub(super) fn is_in_corpus(&self) -> bool {
        self.state != FileState::Rejected
    }

    /// The columns; none where a tab or a line end in one would make two of it.
    pub(super) fn columns(&self) -> Option<String> {
        let columns = [
            self.state.name(),
            self.variant,
            self.day,
            self.symbol,
            self.language,
            self.reason,
            self.repairs,
            self.doubts,
            self.account,
        ];
        let is_plain = |column: &&str| !column.contains(['\t', '\n', '\r']);
        columns.iter().all(is_plain).then(|| columns.join("\t"))
    }
}

impl SourceLine {
    /// What is kept of a file; nothing where its name would be no column.
    pub(super) fn new(
        (root, name): (usize, &str),
        fingerprint: Fingerprint,
        behind: String,
    ) -> Option<Self> {
        let is_plain = !name.contains(['\t', '\n', '\r']);
        is_plain.then(|| Self {
            root,
            name: name.to_owned(),
            fingerprint,
            place: LinePlace { at: 0, length: 0 },
            behind,
        })
    }
}

/// Keeps what is known of the sources of a corpus that is written to `file`, and will stand in its place. What stands in
/// the place of this is replaced only if it is of this kind: never what a link leads to, or a file of somebody else.
pub(super) fn keep_sources(
    corpus: &Path,
    file: &File,
    roots: &[PathBuf],
    lines: &[Option<SourceLine>],
) -> Result<(), WriteError> {
    let replace = Replace::with_force(kept_sources(corpus).is_some());
    let replaced = File::open(corpus).and_then(|corpus| stamp(&corpus));
    keep::write_by(&beside(corpus), replace, SHARED, &mut |sources| {
        let mut sources = BufWriter::new(sources);
        let replaced = replaced.as_deref().unwrap_or_default();
        let (own, roots) = (stamp(file)?, escaped(roots));
        writeln!(sources, "{}\t{replaced}\n{own}{roots}", kind_line())?;
        for line in lines.iter().flatten() {
            let SourceLine {
                root, name, behind, ..
            } = line;
            let Fingerprint {
                size,
                modified,
                hash,
                joined,
            } = line.fingerprint;
            let LinePlace { at, length } = line.place;
            writeln!(
                sources,
                "{root}\t{name}\t{size}\t{modified}\t{hash}\t{joined}\t{at}\t{length}\t{behind}"
            )?;
        }
        sources.flush()
    })
}

/// What stands beside a corpus, if it is of this kind.
fn kept_sources(corpus: &Path) -> Option<String> {
    let file = open_file(
        OpenOptions::new().read(true),
        &beside(corpus),
        Links::Refuse,
    )
    .ok()?;
    let mut text = String::new();
    file.take(MOST).read_to_string(&mut text).ok()?;
    text.starts_with(KIND).then_some(text)
}

fn beside(corpus: &Path) -> PathBuf {
    corpus.with_extension("sources")
}

/// By what is read in which way.
fn kind_line() -> String {
    format!("{KIND}\t{}", akn::READING)
}

/// By what a corpus is known again.
fn stamp(corpus: &File) -> io::Result<String> {
    let corpus = corpus.metadata()?;
    let (size, at, nanos) = (corpus.len(), corpus.mtime(), corpus.mtime_nsec());
    Ok(format!("{size}\t{at}\t{nanos}"))
}

/// Folders behind a tab each.
fn escaped(roots: &[PathBuf]) -> String {
    let mut escaped = String::new();
    for root in roots {
        let root = root.as_os_str().as_encoded_bytes().escape_ascii();
        write!(escaped, "\t{root}").expect("a string takes all");
    }
    escaped
}
