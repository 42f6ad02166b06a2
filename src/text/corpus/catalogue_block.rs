//! The catalogues of a corpus as bytes, to be kept for the next start.
//!
//! One block: each volume with its path, its stamp and its catalogue. A catalogue that is read back fits a
//! file of the size that its stamp says, or nothing is read.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;

use super::{Corpus, Stamp};
use crate::text::block::{self, BlockHead, Saved, put, put_bytes, put_some, put_text};
use crate::text::format::{Catalogue, CatalogueEntry, FormatVersion, SessionHeading};
use crate::text::model::{Dates, DocumentKind, Session, Text};

/// What is known of files from an earlier start.
#[derive(Debug, Default, PartialEq)]
pub struct KnownCatalogue(Vec<KnownVolume>);

#[derive(Debug, PartialEq)]
struct KnownVolume {
    /// None for a text that is held whole.
    path: Option<PathBuf>,
    stamp: Stamp,
    catalogue: Arc<Catalogue>,
}

impl KnownCatalogue {
    /// The version is to be raised with every change of the layout, or of what a catalogue says of a file.
    pub const KIND: BlockHead = BlockHead {
        name: *b"resolut\0",
        version: 5,
    };

    /// Reads the block at the front of `bytes`; tells as well what stands behind it.
    pub fn from_bytes(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (mut saved, rest) = Saved::block(bytes, Self::KIND)?;
        let volumes = saved.list(|saved| {
            let path = saved.some(Saved::bytes)?;
            let stamp = Stamp::from_bytes(saved.array()?);
            Some(KnownVolume {
                path: path.map(|path| OsStr::from_bytes(path).into()),
                stamp,
                catalogue: Catalogue::load(saved, stamp.size)?.into(),
            })
        })?;
        saved.is_empty().then_some((Self(volumes), rest))
    }

    /// The block of what is known of a corpus now; none where a volume came through a pipe, or was written
    /// over since it was opened.
    pub fn bytes_of(corpus: &Corpus) -> Option<Vec<u8>> {
        let mut body = Vec::new();
        put(&mut body, corpus.volumes().len());
        for volume in corpus.volumes() {
            let stamp = volume.stamp().filter(|_| volume.is_unchanged())?;
            let path = absolute_path(volume.path());
            put_some(&mut body, path.as_ref(), |body, path| {
                put_bytes(body, path.as_os_str().as_bytes());
            });
            body.extend(stamp.to_bytes());
            volume.catalogue().save(&mut body);
        }
        Some(block::block(Self::KIND, &body))
    }

    /// Whether these are the volumes of a corpus, none of them changed.
    pub fn fits(&self, corpus: &Corpus) -> bool {
        let fits = |(known, volume): (&KnownVolume, &super::Volume)| {
            known.path == absolute_path(volume.path()) && Some(known.stamp) == volume.stamp()
        };
        self.0.len() == corpus.volumes().len() && self.0.iter().zip(corpus.volumes()).all(fits)
    }

    /// The catalogue of a file that has not changed.
    pub(super) fn catalogue(&self, path: Option<&Path>, stamp: &Stamp) -> Option<Arc<Catalogue>> {
        let path = absolute_path(path);
        let of_file = |known: &&KnownVolume| known.path == path && known.stamp == *stamp;
        Some(self.0.iter().find(of_file)?.catalogue.clone())
    }
}

/// The same file has one path, wherever the program was started.
fn absolute_path(path: Option<&Path>) -> Option<PathBuf> {
    let path = path?;
    Some(absolute(path).unwrap_or_else(|_| path.to_path_buf()))
}

impl Catalogue {
    fn save(&self, body: &mut Vec<u8>) {
        body.push(self.version as u8);
        put(body, self.sessions.len());
        for heading in &self.sessions {
            put_session(body, &heading.session);
            put(body, heading.resolutions);
        }
        put(body, self.entries.len());
        for entry in &self.entries {
            put_entry(body, entry);
        }
    }

    /// The catalogue of a file of `size` bytes.
    fn load(saved: &mut Saved<'_>, size: u64) -> Option<Self> {
        let version = match saved.array()? {
            [0] => FormatVersion::First,
            [1] => FormatVersion::Second,
            _ => return None,
        };
        let sessions = saved.list(|saved| {
            Some(SessionHeading {
                session: session(saved)?,
                resolutions: saved.count()?,
            })
        })?;
        let entries = saved.list(|saved| entry(saved, size))?;
        let own = sessions
            .iter()
            .map(|heading: &SessionHeading| heading.resolutions);
        let listed = own.fold(0, usize::saturating_add);
        (listed == entries.len()).then_some(Self {
            version,
            sessions,
            entries,
        })
    }
}

fn put_optional(bytes: &mut Vec<u8>, text: Option<&Text>) {
    put_some(bytes, text, |bytes, text| put_text(bytes, text));
}

fn put_session(bytes: &mut Vec<u8>, session: &Session) {
    for text in [&session.id, &session.organ, &session.name] {
        put_text(bytes, text);
    }
    put_optional(bytes, session.theme.as_ref());
    put_optional(bytes, session.place.as_ref());
    put_some(bytes, session.dates.as_ref(), |bytes, dates| {
        put_text(bytes, &dates.printed);
        put_optional(bytes, dates.from.as_ref());
        put_optional(bytes, dates.to.as_ref());
    });
}

fn put_entry(bytes: &mut Vec<u8>, entry: &CatalogueEntry) {
    put_text(bytes, &entry.symbol);
    put_optional(bytes, entry.title.as_ref());
    put_text(bytes, &entry.language);
    bytes.extend(entry.variant.unwrap_or_default().to_le_bytes());
    bytes.push(entry.kind as u8);
    put_optional(bytes, entry.adopted.as_ref());
    put_optional(bytes, entry.topic.as_ref());
    for count in [
        entry.preamble,
        entry.operative,
        entry.annexes,
        entry.passages,
    ] {
        put(bytes, count);
    }
    bytes.extend(entry.range.start.to_le_bytes());
    bytes.extend(entry.range.end.to_le_bytes());
}

fn text(saved: &mut Saved<'_>) -> Option<Text> {
    saved.text().map(Text::from)
}

fn session(saved: &mut Saved<'_>) -> Option<Session> {
    Some(Session {
        id: text(saved)?,
        organ: text(saved)?,
        name: text(saved)?,
        theme: saved.some(text)?,
        place: saved.some(text)?,
        dates: saved.some(|saved| {
            Some(Dates {
                printed: text(saved)?,
                from: saved.some(text)?,
                to: saved.some(text)?,
            })
        })?,
    })
}

fn entry(saved: &mut Saved<'_>, size: u64) -> Option<CatalogueEntry> {
    let entry = CatalogueEntry {
        symbol: text(saved)?,
        title: saved.some(text)?,
        language: text(saved)?,
        variant: Some(u32::from_le_bytes(saved.array()?)).filter(|variant| *variant > 0),
        kind: match saved.array()? {
            [0] => DocumentKind::Resolution,
            [1] => DocumentKind::Draft,
            [2] => DocumentKind::Statement,
            _ => return None,
        },
        adopted: saved.some(text)?,
        topic: saved.some(text)?,
        preamble: saved.count()?,
        operative: saved.count()?,
        annexes: saved.count()?,
        passages: saved.count()?,
        range: saved.number()?..saved.number()?,
    };
    let length = entry.range.end.checked_sub(entry.range.start)?;
    // No passage takes less than a byte.
    (entry.range.end <= size && entry.passages as u64 <= length).then_some(entry)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;
    use crate::text::corpus::load;
    use crate::text::format;

    const JSON: &str = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "A", "organ": "Board of Boats", "name": "First Session", "theme": "Lanterns",
         "dates": {"printed": "2 June 2008", "from": "2008-06-02"}, "resolutions": [
            {"symbol": "1/A", "title": "LANTERNS", "language": "en",
             "preamble": [{"text": "Recalling the tide,"}],
             "operative": [{"text": "Decides to light one lantern."}]},
            {"symbol": "2/A", "language": "en", "preamble": [], "operative": [{"text": "Ends."}]}]},
        {"id": "B", "organ": "Board of Boats", "name": "Second Session", "resolutions": []}]}"#;

    const SIZE: u64 = JSON.len() as u64;

    fn catalogue() -> Catalogue {
        format::read(JSON).unwrap()
    }

    fn of_text() -> Corpus {
        let mut corpus = Corpus::default();
        corpus.add_text(JSON).unwrap();
        corpus
    }

    fn read_back(catalogue: &Catalogue, size: u64) -> Option<Catalogue> {
        let mut body = Vec::new();
        catalogue.save(&mut body);
        let bytes = block::block(KnownCatalogue::KIND, &body);
        let (mut saved, _) = Saved::block(&bytes, KnownCatalogue::KIND).unwrap();
        Catalogue::load(&mut saved, size)
    }

    /// Bytes whose hash is right, whatever they say.
    fn rehashed(bytes: &[u8]) -> Vec<u8> {
        block::block(KnownCatalogue::KIND, bytes.get(32..).unwrap_or_default())
    }

    #[test]
    fn a_catalogue_read_back_is_the_same() {
        let mut catalogue = catalogue();
        assert_eq!(read_back(&catalogue, SIZE), Some(catalogue.clone()));
        catalogue.sessions[0].session.dates = None;
        catalogue.entries[0].adopted = Some("2007-05-17".into());
        catalogue.entries[0].topic = Some("on lanterns".into());
        catalogue.entries[1].kind = DocumentKind::Statement;
        catalogue.version = FormatVersion::Second;
        assert_eq!(read_back(&catalogue, SIZE), Some(catalogue));
    }

    #[test]
    fn what_does_not_fit_its_file_is_no_catalogue() {
        assert_eq!(read_back(&catalogue(), 100), None);
        let wrongs: [fn(&mut Catalogue); 4] = [
            |wrong| wrong.sessions[0].resolutions += 1,
            |wrong| wrong.entries[0].passages = usize::MAX,
            |wrong| wrong.entries[0].range.start = wrong.entries[0].range.end + 1,
            |wrong| wrong.entries[0].range.end = SIZE + 1,
        ];
        for wrong in wrongs {
            let mut catalogue = catalogue();
            wrong(&mut catalogue);
            assert_eq!(read_back(&catalogue, SIZE), None);
        }
    }

    #[test]
    fn the_volumes_of_a_corpus_are_known_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        std::fs::write(&path, JSON).unwrap();
        let loaded = || {
            let loaded = load(of_text(), std::slice::from_ref(&path), None);
            loaded.unwrap().corpus
        };
        let corpus = loaded();
        let bytes = KnownCatalogue::bytes_of(&corpus).unwrap();
        let (known, rest) = KnownCatalogue::from_bytes(&bytes).unwrap();
        assert!(rest.is_empty() && known.fits(&corpus));
        let volume = corpus.volumes().last().unwrap();
        let stamp = volume.stamp().unwrap();
        let catalogue = known.catalogue(Some(&path), &stamp).unwrap();
        assert_eq!(&*catalogue, volume.catalogue());
        assert_eq!(known.catalogue(Some(Path::new("b.json")), &stamp), None);
        assert!(!known.fits(&of_text()));
        std::fs::write(&path, JSON.replace("tide", "moon")).unwrap();
        assert_eq!(KnownCatalogue::bytes_of(&corpus), None);
        assert!(!known.fits(&loaded()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

        #[test]
        fn damaged_bytes_are_nothing(at in any::<Index>(), put in any::<u8>(), cut in any::<Index>()) {
            let bytes = KnownCatalogue::bytes_of(&of_text()).unwrap();
            let mut changed = bytes.clone();
            changed[at.index(bytes.len())] = put;
            if changed != bytes {
                prop_assert_eq!(KnownCatalogue::from_bytes(&changed), None);
            }
            let cut = cut.index(bytes.len());
            prop_assert_eq!(KnownCatalogue::from_bytes(&bytes[..cut]), None);
        }

        #[test]
        fn forged_bytes_are_nothing_or_catalogues_that_fit(
            changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = KnownCatalogue::bytes_of(&of_text()).unwrap();
            for (at, put) in changes {
                let at = at.index(bytes.len());
                bytes[at] = put;
            }
            if let Some((known, _)) = KnownCatalogue::from_bytes(&rehashed(&bytes)) {
                for volume in &known.0 {
                    let size = volume.stamp.size;
                    let fits = |entry: &CatalogueEntry| entry.range.start <= entry.range.end && entry.range.end <= size;
                    prop_assert!(volume.catalogue.entries.iter().all(fits));
                }
            }
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            _ = KnownCatalogue::from_bytes(&bytes);
            _ = KnownCatalogue::from_bytes(&block::block(KnownCatalogue::KIND, &bytes));
        }
    }
}
