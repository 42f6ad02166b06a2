//! The sources that resolutions were taken from.

use std::path::{Path, PathBuf};

use super::{Corpus, ReadError, files};
use crate::text::format;
use crate::text::model::ResolutionId;

/// Why the source of a resolution can't be shown.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The corpus says nothing about it.
    #[error("{0} does not say where it was taken from")]
    Unknown(String),
    /// The resolution itself can't be read.
    #[error(transparent)]
    Text(#[from] ReadError),
    /// The lines would be those of another text.
    #[error("`{}` was changed since it was imported; import it again", .0.display())]
    Changed(PathBuf),
    /// The file is not where the corpus is, or can't be read.
    #[error("the source of {symbol} can't be read at `{}`", path.display())]
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
    /// The whole source a resolution was taken from, to be cut by its line numbers: as it was added with
    /// the corpus, or beside the corpus file.
    ///
    /// ```
    /// use resolut::bundle;
    ///
    /// let corpus = bundle::corpus();
    /// let place = corpus.read_citation("2/34-P:7", None)?.beginning();
    /// let resolution = corpus.read(place.resolution)?;
    /// let [first, _] = resolution.passages[place.index()].lines.expect("they are known");
    /// let source = corpus.source_of(place.resolution)?;
    /// let line = source.lines().nth(first as usize - 1).expect("it is there");
    /// assert!(line.contains("Requests the Islamic Development Bank"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The corpus names no source, or its file can't be read or was changed.
    pub fn source_of(&self, id: ResolutionId) -> Result<String, SourceError> {
        let resolution = self.read(id)?;
        let unknown = || SourceError::Unknown(resolution.symbol.to_string());
        let source = resolution.source.as_ref().ok_or_else(unknown)?;
        let volume = self.volume(id);
        let Some(file) = volume.path.as_deref() else {
            let text = volume.source(&source.file).ok_or_else(unknown)?;
            return Ok(text.to_owned());
        };
        if files::is_standard(file) {
            return Err(unknown());
        }
        // A corpus is untrusted: the name may not lead out of its folder.
        let name = Path::new(source.file.as_ref())
            .file_name()
            .ok_or_else(unknown)?;
        let path = || file.with_file_name(name);
        let text = files::read_beside(file, name).map_err(|error| SourceError::Unreadable {
            symbol: resolution.symbol.to_string(),
            path: path(),
            source: error,
        })?;
        match &source.sha256 {
            Some(imported) if !imported.eq_ignore_ascii_case(&format::digest(text.as_bytes())) => {
                Err(SourceError::Changed(path()))
            }
            _ => Ok(text),
        }
    }
}
