//! All that is loaded: corpora that are held whole and readers' own files, as one list of sessions.
//!
//! A resolution is asked for by [`ResolutionId`]. What lists need is in the catalogues of the files; text
//! is read from its place in a file when it is shown, and only what was read last is kept. Files that
//! hold the same session share one heading.
//!
//! A symbol names one resolution, in each of its languages once, or once for each variant. Met again in the same
//! session and language it replaces the earlier text, so that a reader's own import wins. Met again in another
//! session it is left out: no citation could tell the two apart, and the one would be quoted for the other. Both are
//! told, once for each file ([`Corpus::repeats`]).
//!
//! A [`Corpus`] may be read from several threads at once.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::text::format::CatalogueEntry;
use crate::text::map::Map;
use crate::text::model::{
    Part, Passage, Place, Resolution, ResolutionId, Session, SessionId, Text, title_or_topic,
};

mod catalogue_block;
mod files;
mod filling;
mod listing;
mod recent;
mod repeats;
mod resolve;
mod sources;
mod stamp;
mod volume;
mod works;

pub use catalogue_block::KnownCatalogue;
pub use files::{
    LoadError, Loaded, STANDARD, entries_of, files_at, hold_listed, imported, is_folder, is_hidden,
    is_standard, load, load_knowing, read_bytes, read_text,
};
pub use listing::{DayOrder, Period, TitleWords};
pub use repeats::Repeats;
pub use resolve::{CitationError, Counterpart, Likeness, ResolveError, Resolved};
pub use sources::SourceError;
pub use stamp::Stamp;
pub use volume::{ReadError, Volume};
pub use works::UnknownLanguage;

use recent::Recent;
use resolve::{Cited, Symbols};
use works::Works;

/// Sessions and resolutions, in the order they are listed.
#[derive(Debug, Default)]
pub struct Corpus {
    volumes: Vec<Volume>,
    sessions: Vec<Shelf>,
    resolutions: Vec<Held>,
    works: Works,
    by_id: Map<Text, SessionId>,
    repeats: Vec<Repeats>,
    recent: Mutex<Recent>,
    cited: Mutex<Cited>,
    /// Names of organs and sessions, once a citation has some.
    organs: OnceLock<Vec<String>>,
    /// Its symbols, once a citation is compared with them.
    symbols: OnceLock<Symbols>,
}

#[derive(Debug)]
struct Shelf {
    session: Session,
    /// The version of each work that was read first.
    resolutions: Vec<ResolutionId>,
}

/// Where a resolution is: its volume, and its entry in the catalogue of that.
#[derive(Clone, Copy, Debug)]
struct Held {
    session: SessionId,
    volume: usize,
    entry: usize,
}

impl Corpus {
    /// What files have of which another file has it too, in the order they were read.
    pub fn repeats(&self) -> &[Repeats] {
        &self.repeats
    }

    /// What was added, file by file.
    pub fn volumes(&self) -> &[Volume] {
        &self.volumes
    }

    /// The sessions, in the order they are listed.
    pub fn sessions(&self) -> impl ExactSizeIterator<Item = SessionId> + use<> {
        (0..u32::try_from(self.sessions.len()).unwrap_or(u32::MAX)).map(SessionId)
    }

    /// A session.
    pub fn session(&self, id: SessionId) -> &Session {
        &self.sessions[id.0 as usize].session
    }

    /// The resolutions of a session, in the order they are listed: each once, in the language that applies.
    ///
    /// ```
    /// use resolut::bundle;
    ///
    /// let corpus = bundle::corpus();
    /// let session = corpus.sessions().next().expect("one is bundled");
    /// let symbols: Vec<_> = corpus
    ///     .resolutions_of(session)
    ///     .iter()
    ///     .map(|&id| corpus.symbol(id))
    ///     .collect();
    /// assert_eq!(symbols, ["2/34-P", "3/34-P"]);
    /// ```
    pub fn resolutions_of(&self, id: SessionId) -> &[ResolutionId] {
        if self.is_multilingual() {
            self.shown_of_session(id)
        } else {
            &self.sessions[id.0 as usize].resolutions
        }
    }

    /// Every text of every resolution, in the order they were read.
    pub fn resolutions(&self) -> impl ExactSizeIterator<Item = ResolutionId> + use<> {
        (0..u32::try_from(self.resolutions.len()).unwrap_or(u32::MAX)).map(ResolutionId)
    }

    /// The resolution of that very symbol, in the language that applies; of one with a year in brackets also where the
    /// corpus writes it without a blank.
    ///
    /// ```
    /// use resolut::bundle;
    ///
    /// let corpus = bundle::corpus();
    /// assert!(corpus.named("2/34-P").is_some());
    /// assert!(corpus.named("2/34").is_none());
    /// ```
    pub fn named(&self, symbol: &str) -> Option<ResolutionId> {
        let called = self.works.called(symbol).first();
        let called = called.or_else(|| self.works.called(&symbol.replacen(" (", "(", 1)).first());
        called.map(|&id| self.shown(id))
    }

    /// Whether bytes stand in the JSON of a resolution: a way to pass over most of a corpus without reading it.
    ///
    /// # Errors
    /// Its file can't be read.
    pub fn has_in_text(&self, id: ResolutionId, bytes: &str) -> Result<bool, ReadError> {
        self.volume(id).has(self.entry(id), bytes)
    }

    /// The session of a resolution.
    pub fn session_of(&self, id: ResolutionId) -> SessionId {
        self.held(id).session
    }

    /// The symbol of a resolution.
    pub fn symbol(&self, id: ResolutionId) -> &str {
        &self.entry(id).symbol
    }

    /// The title of a resolution.
    pub fn title(&self, id: ResolutionId) -> Option<&str> {
        self.entry(id).title.as_deref()
    }

    /// The title of a resolution; where it has none, what librarians call its subject, in brackets.
    pub fn title_or_topic(&self, id: ResolutionId) -> Option<Cow<'_, str>> {
        let entry = self.entry(id);
        title_or_topic(entry.title.as_deref(), entry.topic.as_deref())
    }

    /// What is known of a resolution without its text.
    pub fn entry(&self, id: ResolutionId) -> &CatalogueEntry {
        &self.volume(id).catalogue.entries[self.held(id).entry]
    }

    /// A resolution with its text. One that can't be read any more says so in each of its passages, and
    /// keeps their number, so that a [`Place`] of it stays valid.
    pub fn resolution(&self, id: ResolutionId) -> Arc<Resolution> {
        self.read(id)
            .unwrap_or_else(|error| Arc::new(lost(self.entry(id), &error)))
    }

    /// A resolution with its text.
    ///
    /// # Errors
    /// Its file changed since it was opened, or the system refused.
    pub fn read(&self, id: ResolutionId) -> Result<Arc<Resolution>, ReadError> {
        if let Some(resolution) = self.recent().get(id) {
            return Ok(resolution);
        }
        let entry = self.entry(id);
        let resolution = Arc::new(self.volume(id).read(entry)?);
        let bytes = entry.range.end - entry.range.start;
        self.recent().put(id, &resolution, bytes);
        Ok(resolution)
    }

    /// Every resolution with its text, one after the other; none of them is kept.
    pub fn read_all(
        &self,
    ) -> impl Iterator<Item = (ResolutionId, Result<Resolution, ReadError>)> + Send {
        self.resolutions()
            .map(|id| (id, self.volume(id).read(self.entry(id))))
    }

    /// The text of the paragraph or point at `place`, with its points; empty where there is none.
    ///
    /// # Errors
    /// It can't be read any more.
    pub fn text(&self, place: Place) -> Result<String, ReadError> {
        let (resolution, index) = (self.read(place.resolution)?, place.index());
        Ok(if index < resolution.passages.len() {
            resolution.unit_text(index).into_owned()
        } else {
            String::new()
        })
    }

    fn held(&self, id: ResolutionId) -> Held {
        self.resolutions[id.0 as usize]
    }

    fn volume(&self, id: ResolutionId) -> &Volume {
        &self.volumes[self.held(id).volume]
    }

    /// A thread that panicked left nothing half done here.
    fn recent(&self) -> MutexGuard<'_, Recent> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is shown for a resolution that can't be read.
fn lost(entry: &CatalogueEntry, error: &ReadError) -> Resolution {
    let mut resolution = Resolution {
        title: entry.title.clone(),
        adopted: entry.adopted.clone(),
        is_lost: true,
        ..Resolution::new(entry.symbol.clone(), entry.language.clone())
    };
    for _ in 0..entry.passages.max(1) {
        resolution.push(Passage::new(Part::Operative, error.to_string()));
    }
    resolution
}
