//! The files of a folder, one after the other: read, or taken over from an earlier import.

use std::fs::File;
use std::io::{self, Write};
use std::mem;
use std::path::Path;

use anyhow::Result;

use super::contents::{bytes_of, join_rows, unreadable};
use super::known::{
    Fingerprint, KnownSource, KnownSources, SourceLine, ToldOfSource, is_in_corpus,
};
use super::spool::Spool;
use super::told::Told;
use super::twins::Twins;
use super::walk::{FileSort, FoundFile};
use crate::cli::output::json;
use crate::import::akn::{self, AknReading, CatalogueRows};
use crate::import::collection::{
    CollectionTally, FileAccount, FileChange, FileFacts, listing_order, session_of,
};
use crate::reader::keep::WriteError;
use crate::text::block::hash;
use crate::text::format::to_line;
use crate::text::model::Source;

/// What was read so far.
pub(super) struct CollectionReading {
    rows: CatalogueRows,
    /// What is known of files that did not come yet; nothing where the folder is read for the first time.
    known: Option<KnownSources>,
    spool: Spool,
    twins: Twins,
    pub(super) tally: CollectionTally,
    /// What is kept of each document.
    pub(super) lines: Vec<Option<SourceLine>>,
}

impl CollectionReading {
    pub(super) fn begin(
        folder: &Path,
        earlier: Option<(File, KnownSources)>,
    ) -> Result<Self, WriteError> {
        let (file, known) = earlier.unzip();
        Ok(Self {
            rows: CatalogueRows::default(),
            known,
            spool: Spool::new(folder, file)?,
            twins: Twins::default(),
            tally: CollectionTally::default(),
            lines: Vec::new(),
        })
    }

    /// Reads the catalogues among the files.
    pub(super) fn join_catalogues(&mut self, found: &[(usize, FoundFile)]) {
        for (_, file) in found {
            if matches!(file.sort, FileSort::Rows) {
                // One that can't be read to its end has the rows before that.
                let rows = join_rows(&file.path, &mut self.rows).unwrap_or_default();
                if rows > 0 {
                    self.tally.join_catalogue(rows);
                }
            }
        }
    }

    /// Takes the next file; tells of it unless it is left aside.
    pub(super) fn take(&mut self, root: usize, file: &FoundFile) -> Result<Option<Told>> {
        match &file.sort {
            FileSort::Document => self.document(root, file).map(Some),
            FileSort::Unreadable(error) => {
                let known = self.known.as_mut();
                let line = known.and_then(|known| known.take(root, &file.name));
                let had = line.is_some_and(|line| is_in_corpus(&line));
                Ok(Some(self.reject(None, file, unreadable(error), had)))
            }
            FileSort::Rows | FileSort::Other | FileSort::NoDocument => {
                self.tally.leave_aside(&file.name, None);
                Ok(None)
            }
            FileSort::Special(what) => {
                self.tally.leave_aside(&file.name, Some(what));
                Ok(None)
            }
        }
    }

    fn document(&mut self, root: usize, file: &FoundFile) -> Result<Told> {
        let known = self.known.as_mut().filter(|_| file.modified.is_some());
        let line = known.and_then(|known| known.take(root, &file.name));
        let known = line.as_deref().and_then(KnownSource::of);
        let mut bytes = None;
        if let Some(known) = &known
            && let Some(fingerprint) = self.unchanged(known, file, &mut bytes)
        {
            return Ok(self.keep((root, fingerprint), file, known));
        }
        let had = known.is_some_and(|known| known.told.is_in_corpus());
        let bytes = match bytes.map_or_else(|| bytes_of(file), Ok) {
            Ok(bytes) => bytes,
            Err(reason) => return Ok(self.reject(None, file, reason, had)),
        };
        let fingerprint = Fingerprint {
            size: bytes.len() as u64,
            modified: file.modified.unwrap_or_default(),
            hash: hash(0, &bytes),
            joined: 0,
        };
        let source = Some((root, fingerprint)).filter(|_| file.modified.is_some());
        let name = file.name.rsplit('/').next().unwrap_or_default();
        match akn::read(&bytes, name, &self.rows) {
            Ok(reading) => self.add(source, file, reading, had),
            Err(rejected) => Ok(self.reject(source, file, rejected.to_string(), had)),
        }
    }

    /// How a known file is known from now on, if it says what it said, and so do the catalogue and the files before
    /// it. Its bytes are read only where its time is another.
    fn unchanged(
        &self,
        known: &KnownSource<'_>,
        file: &FoundFile,
        bytes: &mut Option<Vec<u8>>,
    ) -> Option<Fingerprint> {
        let before = known.fingerprint;
        let modified = file.modified?;
        if file.size != before.size {
            return None;
        }
        if modified != before.modified {
            let read = bytes.insert(bytes_of(file).ok()?);
            if hash(0, read) != before.hash {
                return None;
            }
        }
        let told = &known.told;
        let is_same_text = !told.is_in_corpus()
            || self.rows.hash_of(told.symbol) == before.joined
                && self.twins.number(told.symbol, told.language) == told.variant.parse().ok();
        is_same_text.then_some(Fingerprint { modified, ..before })
    }

    /// Takes over what an earlier import read.
    fn keep(
        &mut self,
        (root, fingerprint): (usize, Fingerprint),
        file: &FoundFile,
        known: &KnownSource<'_>,
    ) -> Told {
        let told = &known.told;
        if told.is_in_corpus() {
            let session = session_of(told.symbol, Some(told.day));
            let variant = told.variant.parse().ok();
            let order = listing_order(&session, told.symbol, told.language, variant);
            self.twins.add(told.symbol, told.language, &file.name);
            self.spool
                .add_earlier(session, order, known.place, self.lines.len());
        }
        let change = told.is_in_corpus().then_some(FileChange::Unchanged);
        self.record(Some((root, fingerprint)), file, told, change)
    }

    fn reject(
        &mut self,
        source: Option<(usize, Fingerprint)>,
        file: &FoundFile,
        reason: String,
        had: bool,
    ) -> Told {
        let account = FileAccount::rejected(&file.name, reason);
        let change = had.then_some(FileChange::Went);
        self.tell(source, file, &account, "", change)
    }

    /// Adds a document that was read.
    fn add(
        &mut self,
        source: Option<(usize, Fingerprint)>,
        file: &FoundFile,
        mut reading: AknReading,
        had: bool,
    ) -> Result<Told> {
        let resolution = &mut reading.resolution;
        let (symbol, language) = (
            resolution.symbol.to_string(),
            resolution.language.to_string(),
        );
        let twin = self.twins.next(&symbol, &language);
        resolution.variant = twin.map(|(number, _)| number);
        resolution.source = Some(Source {
            file: file.name.as_str().into(),
            lines: None,
            sha256: None,
        });
        let (mut account, mut resolution) = FileAccount::read(&file.name, reading);
        if let Some((_, first)) = twin {
            account.doubt_twin(first);
        }
        resolution.doubts = account.lasting_doubts();
        self.twins.add(&symbol, &language, &file.name);
        let day = resolution
            .adopted
            .as_ref()
            .or(resolution.facts.issued.as_ref());
        let session = session_of(&symbol, day.map(|day| &**day));
        account.session = Some(session.id.to_string());
        let order = listing_order(&session, &symbol, &language, resolution.variant);
        let line = to_line(&resolution);
        self.spool.add(session, order, &line, self.lines.len())?;
        let change = if had {
            FileChange::Changed
        } else {
            FileChange::Came
        };
        let joined = self.rows.hash_of(&symbol);
        let source = source.map(|(root, fingerprint)| {
            (
                root,
                Fingerprint {
                    joined,
                    ..fingerprint
                },
            )
        });
        let day = day.map_or("", |day| &**day);
        Ok(self.tell(source, file, &account, day, Some(change)))
    }

    fn tell(
        &mut self,
        source: Option<(usize, Fingerprint)>,
        file: &FoundFile,
        account: &FileAccount,
        day: &str,
        change: Option<FileChange>,
    ) -> Told {
        let kinds = |kinds: Vec<&str>| kinds.join(",");
        let variant = account.variant.map(|variant| variant.to_string());
        let told = ToldOfSource {
            state: account.state,
            variant: variant.as_deref().unwrap_or_default(),
            day,
            symbol: account.symbol.as_deref().unwrap_or_default(),
            language: account.language.as_deref().unwrap_or_default(),
            reason: account.reason.as_deref().unwrap_or_default(),
            repairs: &kinds(account.repairs.iter().map(|repair| repair.kind).collect()),
            doubts: &kinds(account.doubts.iter().map(|doubt| doubt.kind).collect()),
            account: &json::text(account),
        };
        self.record(source, file, &told, change)
    }

    /// Counts what is told of a file, and keeps it for the next import.
    fn record(
        &mut self,
        source: Option<(usize, Fingerprint)>,
        file: &FoundFile,
        told: &ToldOfSource<'_>,
        change: Option<FileChange>,
    ) -> Told {
        self.tally.add(&FileFacts {
            file: &file.name,
            state: told.state,
            reason: told.reason,
            is_variant: !told.variant.is_empty(),
            repairs: told.repairs,
            doubts: told.doubts,
        });
        let change = change.filter(|_| self.known.is_some());
        if let Some(change) = change {
            self.tally.compare(&file.name, change);
        }
        self.lines.push(source.and_then(|(root, fingerprint)| {
            SourceLine::new((root, &file.name), fingerprint, told.columns()?)
        }));
        Told {
            account: told.account.to_owned(),
            change,
        }
    }

    /// What there is to tell of files that were in the corpus and are no more.
    pub(super) fn gone(&mut self) -> Vec<Told> {
        let known = mem::take(&mut self.known);
        let gone = known.iter().flat_map(KnownSources::left);
        let tell = |file: &str| {
            self.tally.compare(file, FileChange::Went);
            Told::gone(file)
        };
        gone.map(tell).collect()
    }

    /// Writes the corpus, and notes where each document stands in it.
    pub(super) fn write(&mut self, to: &mut dyn Write) -> io::Result<()> {
        self.spool.close()?;
        let lines = &mut self.lines;
        self.spool.write(to, &mut |name, place| {
            if let Some(line) = &mut lines[name] {
                line.place = place;
            }
        })
    }
}
