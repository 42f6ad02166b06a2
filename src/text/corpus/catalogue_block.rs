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
        version: 6,
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
mod tests;
