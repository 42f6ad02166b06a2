//! A corpus file whose text is read when it is shown.
//!
//! The file stays open, so that one which is replaced (as `resolut import` and most editors do it)
//! is read on as it was. One that is written over is found out: what stands where a resolution stood is
//! read only if it is a resolution of the same symbol with as many passages, so that no place of it
//! that somebody holds leads beyond its end.

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::Arc;

use memchr::memmem;

use super::{KnownCatalogue, Stamp};
use crate::text::format::{self, Catalogue, CatalogueEntry};
use crate::text::model::Resolution;

/// A corpus file with its catalogue.
#[derive(Debug)]
pub struct Volume {
    pub(super) path: Option<PathBuf>,
    pub(super) stamp: Option<Stamp>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) body: Body,
    /// Sources that are held whole: file name and text.
    pub(super) sources: &'static [(&'static str, &'static str)],
}

/// Where the text of a volume is.
#[derive(Debug)]
pub(super) enum Body {
    /// Held whole, as it was added or came through a pipe.
    Text(Cow<'static, str>),
    /// In an open file.
    File(File),
}

/// Why a resolution that is listed can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It does not stand where it stood.
    #[error("can't read {symbol}: `{}` was changed; open it again", path.display())]
    Changed {
        /// The resolution.
        symbol: String,
        /// The corpus file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("can't read {symbol} from `{}`: {kind}", path.display())]
    Unreadable {
        /// The resolution.
        symbol: String,
        /// The corpus file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
}

impl Volume {
    /// A volume of a text that is held whole. It is not gone through if its catalogue is known.
    pub(super) fn of_text(
        text: Cow<'static, str>,
        sources: &'static [(&'static str, &'static str)],
        known: &KnownCatalogue,
    ) -> Result<Self, format::FormatError> {
        let stamp = Stamp::of_text(&text);
        let catalogue = match known.catalogue(None, &stamp) {
            Some(catalogue) => catalogue,
            None => format::read(&text)?.into(),
        };
        Ok(Self {
            path: None,
            stamp: Some(stamp),
            catalogue,
            body: Body::Text(text),
            sources,
        })
    }

    /// The text of a source that is held with the volume.
    pub(super) fn source(&self, file: &str) -> Option<&'static str> {
        let mut sources = self.sources.iter();
        sources
            .find(|(name, _)| *name == file)
            .map(|(_, text)| *text)
    }

    /// The file; none for a text that was added.
    pub fn path(&self) -> Option<&std::path::Path> {
        self.path.as_deref()
    }

    /// The stamp that the file had when it was opened; none where it is no regular file.
    pub fn stamp(&self) -> Option<Stamp> {
        self.stamp
    }

    /// Whether its text is still that of its stamp.
    pub(super) fn is_unchanged(&self) -> bool {
        match &self.body {
            Body::Text(_) => true,
            Body::File(file) => Stamp::of(file).ok() == self.stamp,
        }
    }

    /// What it holds.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Reads a resolution of this volume.
    pub(super) fn read(&self, entry: &CatalogueEntry) -> Result<Resolution, ReadError> {
        let bytes = self.bytes_of(entry)?;
        let json = bytes
            .as_deref()
            .and_then(|bytes| str::from_utf8(bytes).ok());
        let resolution = json.and_then(|json| format::resolution(json, self.catalogue.version));
        resolution
            .filter(|read| read.symbol == entry.symbol && read.passages.len() == entry.passages)
            .ok_or_else(|| ReadError::Changed {
                symbol: entry.symbol.to_string(),
                path: self.path_in_words(),
            })
    }

    /// Whether bytes stand in the JSON of a resolution.
    pub(super) fn has(&self, entry: &CatalogueEntry, bytes: &str) -> Result<bool, ReadError> {
        let json = self.bytes_of(entry)?;
        Ok(json.is_some_and(|json| memmem::find(&json, bytes.as_bytes()).is_some()))
    }

    /// The JSON of a resolution; none where its file has become too short.
    fn bytes_of(&self, entry: &CatalogueEntry) -> Result<Option<Cow<'_, [u8]>>, ReadError> {
        self.bytes(&entry.range)
            .map_err(|error| ReadError::Unreadable {
                symbol: entry.symbol.to_string(),
                path: self.path_in_words(),
                kind: error.kind(),
            })
    }

    fn path_in_words(&self) -> PathBuf {
        self.path.clone().unwrap_or_else(|| "bundled".into())
    }

    /// What stands in a range; none where the file has become too short.
    fn bytes(&self, range: &Range<u64>) -> io::Result<Option<Cow<'_, [u8]>>> {
        let at = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX);
        match &self.body {
            Body::Text(text) => {
                let json = text.as_bytes().get(at(range.start)..at(range.end));
                Ok(json.map(Cow::Borrowed))
            }
            Body::File(file) => {
                let mut bytes = vec![0; at(range.end - range.start)];
                match file.read_exact_at(&mut bytes, range.start) {
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
                    read => read?,
                }
                Ok(Some(Cow::Owned(bytes)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::text::corpus::{Corpus, KnownCatalogue, ReadError, load};
    use crate::text::model::ResolutionId;

    fn json(symbols: &[&str], text: &str) -> String {
        let resolutions: Vec<_> = symbols
            .iter()
            .map(|symbol| {
                format!(
                    r#"{{"symbol":"{symbol}","title":"é","language":"en","preamble":[],"operative":[{{"text":"{text}"}}]}}"#
                )
            })
            .collect();
        format!(
            r#"{{"format":"resolut-corpus/1","sessions":[{{"id":"T","organ":"o","name":"n","resolutions":[{}]}}]}}"#,
            resolutions.join(",")
        )
    }

    fn loaded(path: &Path) -> Corpus {
        let loaded = load(Corpus::default(), &[path.to_path_buf()], None);
        loaded.unwrap().corpus
    }

    fn last(corpus: &Corpus) -> ResolutionId {
        corpus.resolutions().last().unwrap()
    }

    #[test]
    fn a_file_that_is_replaced_is_read_on_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["a.json", "b"].map(|name| folder.path().join(name));
        fs::write(&path, json(&["1/A", "2/A"], "Decides")).unwrap();
        let corpus = loaded(&path);
        fs::write(&other, json(&["1/A"], "Welcomes")).unwrap();
        fs::rename(&other, &path).unwrap();
        let read = corpus.read(last(&corpus)).unwrap();
        assert_eq!(&*read.passages[0].text, "Decides");
    }

    #[test]
    fn a_file_that_is_written_over_is_said_and_no_place_leads_beyond_its_end() {
        for (over, wrong) in [
            (json(&["2/A", "1/A"], "Decides"), true),
            (json(&["1/A", "2/A"], "Declares"), true),
            (json(&["1/A", "2/A"], "Decide\\"), true),
            ("é".repeat(200), true),
            (String::new(), true),
            (json(&["1/A", "2/A"], "DECIDES"), false),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.json");
            fs::write(&path, json(&["1/A", "2/A"], "Decides")).unwrap();
            let corpus = loaded(&path);
            fs::write(&path, &over).unwrap();
            let id = last(&corpus);
            let changed = ReadError::Changed {
                symbol: "2/A".to_owned(),
                path: path.clone(),
            };
            assert_eq!(
                corpus.read(id).err(),
                wrong.then_some(changed.clone()),
                "{over}"
            );
            let shown = corpus.resolution(id);
            assert_eq!(shown.passages.len(), 1);
            let want = if wrong {
                changed.to_string()
            } else {
                "DECIDES".to_owned()
            };
            assert_eq!(*shown.passages[0].text, *want);
        }
    }

    #[test]
    fn a_source_is_that_of_its_own_corpus() {
        const SOURCE: &str = "1. Decides to light one lantern.";
        let json = r#"{"format":"resolut-corpus/1","sessions":[{"id":"T","organ":"o","name":"n","resolutions":[
            {"symbol":"1/T","language":"en","source":{"file":"a.txt"},"preamble":[],"operative":[]}]}]}"#;
        let other = r#"{"format":"resolut-corpus/1","sessions":[{"id":"T","organ":"o","name":"n","resolutions":[
            {"symbol":"2/T","language":"en","source":{"file":"a.txt"},"preamble":[],"operative":[]}]}]}"#;
        let mut corpus = Corpus::default();
        let nothing = KnownCatalogue::default();
        corpus
            .add_with_sources(json, &[("a.txt", SOURCE)], &nothing)
            .unwrap();
        corpus.add_text(other).unwrap();
        let sources = corpus.resolutions().map(|id| corpus.source_of(id).ok());
        assert_eq!(sources.collect::<Vec<_>>(), [Some(SOURCE.to_owned()), None]);
    }

    #[test]
    fn a_corpus_is_read_from_several_threads() {
        let mut corpus = Corpus::default();
        corpus.add_text(json(&["1/A", "2/A"], "Decides")).unwrap();
        std::thread::scope(|scope| {
            let all = scope.spawn(|| corpus.read_all().filter(|(_, read)| read.is_ok()).count());
            assert!(corpus.resolutions().all(|id| corpus.read(id).is_ok()));
            assert_eq!(all.join().unwrap(), corpus.resolutions().len());
        });
    }
}
