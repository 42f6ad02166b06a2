//! All that is loaded: the bundled corpus and readers' own files, as one list of sessions.
//!
//! A resolution is asked for by [`ResolutionId`], and lists ask for its symbol and title only: what a
//! list needs never takes the text with it. Files that hold the same session share one heading; a
//! symbol met again in the same session replaces the earlier text, so that a reader's own import wins.

mod files;

use std::path::{Path, PathBuf};

pub use files::{LoadError, Loaded, files_at, load, read_text};

use crate::format::{self, CorpusFile};
use crate::model::{Place, Resolution, ResolutionId, Session, SessionId};

mod resolve;

pub use resolve::{CitationError, ResolveError, Resolved};

/// The corpus in the binary.
pub const BUNDLED: &str = include_str!("../data/corpus.json");

/// The sources of the bundled corpus: file name and text.
const BUNDLED_SOURCES: &[(&str, &str)] = &[("icfm-34.txt", include_str!("../data/icfm-34.txt"))];

/// Sessions and resolutions, in the order they are listed.
#[derive(Debug, Default)]
pub struct Corpus {
    sessions: Vec<Shelf>,
    resolutions: Vec<Held>,
}

#[derive(Debug)]
struct Shelf {
    session: Session,
    resolutions: Vec<ResolutionId>,
}

#[derive(Debug)]
struct Held {
    session: SessionId,
    resolution: Resolution,
    /// The corpus file it came from; none for the bundled one.
    file: Option<PathBuf>,
}

/// Why the source of a resolution can't be shown.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The corpus says nothing about it.
    #[error("{0} does not say where it was taken from")]
    Unknown(String),
    /// The file is not where the corpus is.
    #[error("the source of {symbol} is not at `{}`", path.display())]
    Unreadable {
        /// The resolution.
        symbol: String,
        /// Where it was looked for.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Corpus {
    /// The bundled corpus alone.
    ///
    /// # Panics
    /// If what was bundled is no corpus; a test holds that it is.
    pub fn bundled() -> Self {
        let mut corpus = Self::default();
        let file = format::read(BUNDLED).expect("the bundled corpus is read by a test");
        corpus.add(file, None);
        corpus
    }

    /// Adds the sessions of a file read from `path`, behind those that are there.
    pub fn add(&mut self, file: CorpusFile<'static>, path: Option<&Path>) {
        for session in file.sessions {
            let (session, resolutions) = session.into_model();
            let listed_under = self.shelf(session);
            for resolution in resolutions {
                self.put(listed_under, resolution, path);
            }
        }
    }

    fn shelf(&mut self, session: Session) -> SessionId {
        let position = self
            .sessions
            .iter()
            .position(|shelf| shelf.session.id == session.id)
            .unwrap_or_else(|| {
                self.sessions.push(Shelf {
                    session,
                    resolutions: Vec::new(),
                });
                self.sessions.len() - 1
            });
        SessionId(u32::try_from(position).expect("fewer sessions than that"))
    }

    fn put(&mut self, under: SessionId, resolution: Resolution, path: Option<&Path>) {
        let listed = &mut self.sessions[under.0 as usize].resolutions;
        let earlier = listed
            .iter()
            .find(|id| self.resolutions[id.0 as usize].resolution.symbol == resolution.symbol);
        let held = Held {
            session: under,
            resolution,
            file: path.map(Path::to_path_buf),
        };
        if let Some(earlier) = earlier {
            self.resolutions[earlier.0 as usize] = held;
        } else {
            let id = u32::try_from(self.resolutions.len()).expect("fewer resolutions than that");
            listed.push(ResolutionId(id));
            self.resolutions.push(held);
        }
    }

    /// The sessions, in the order they are listed.
    pub fn sessions(&self) -> impl ExactSizeIterator<Item = SessionId> + use<> {
        (0..u32::try_from(self.sessions.len()).unwrap_or(u32::MAX)).map(SessionId)
    }

    /// A session.
    pub fn session(&self, id: SessionId) -> &Session {
        &self.sessions[id.0 as usize].session
    }

    /// The resolutions of a session, in the order they are listed.
    pub fn resolutions_of(&self, id: SessionId) -> &[ResolutionId] {
        &self.sessions[id.0 as usize].resolutions
    }

    /// Every resolution, in the order they were read.
    pub fn resolutions(&self) -> impl ExactSizeIterator<Item = ResolutionId> + use<> {
        (0..u32::try_from(self.resolutions.len()).unwrap_or(u32::MAX)).map(ResolutionId)
    }

    /// The session of a resolution.
    pub fn session_of(&self, id: ResolutionId) -> SessionId {
        self.held(id).session
    }

    /// The symbol of a resolution.
    pub fn symbol(&self, id: ResolutionId) -> &str {
        &self.held(id).resolution.symbol
    }

    /// The title of a resolution.
    pub fn title(&self, id: ResolutionId) -> Option<&str> {
        self.held(id).resolution.title.as_deref()
    }

    /// A resolution with its text.
    pub fn resolution(&self, id: ResolutionId) -> &Resolution {
        &self.held(id).resolution
    }

    /// The text of the paragraph or point at `place`, with its points.
    pub fn text(&self, place: Place) -> std::borrow::Cow<'_, str> {
        self.resolution(place.resolution).unit_text(place.index())
    }

    /// The whole source a resolution was taken from, to be cut by its line numbers: bundled, or beside
    /// the corpus file.
    ///
    /// # Errors
    /// The corpus names no source, or its file can't be read.
    pub fn source_of(&self, id: ResolutionId) -> Result<String, SourceError> {
        let held = self.held(id);
        let unknown = || SourceError::Unknown(held.resolution.symbol.to_string());
        let source = held.resolution.source.as_ref().ok_or_else(unknown)?;
        let Some(file) = &held.file else {
            return BUNDLED_SOURCES
                .iter()
                .find(|(name, _)| *name == source.file)
                .map(|(_, text)| (*text).to_owned())
                .ok_or_else(unknown);
        };
        // A corpus is untrusted: the name may not lead out of its folder.
        let name = Path::new(source.file.as_ref())
            .file_name()
            .ok_or_else(unknown)?;
        let path = file.with_file_name(name);
        std::fs::read_to_string(&path).map_err(|source| SourceError::Unreadable {
            symbol: held.resolution.symbol.to_string(),
            path,
            source,
        })
    }

    fn held(&self, id: ResolutionId) -> &Held {
        &self.resolutions[id.0 as usize]
    }
}
