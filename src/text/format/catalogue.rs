//! What a corpus file holds, and where in it: all that lists need, and no text.
//!
//! The file is gone through twice, once for the places of its resolutions and once for what they are.
//! The second pass reads each of them whole and keeps only what is listed: it finds what can't be read
//! as early as if the text were kept, and takes no more memory than the longest resolution.

use std::ops::Range;

use serde_json::value::RawValue;

use super::shapes::{FileShape, List, ResolutionShape};
use super::{FormatVersion, shape};
#[cfg(doc)]
use crate::text::model;
use crate::text::model::{DocumentKind, Session, Text};

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The format that its resolutions are in.
    pub version: FormatVersion,
    /// In the order of the file.
    pub sessions: Vec<SessionHeading>,
    /// The resolutions of all sessions, in the order of the file.
    pub entries: Vec<CatalogueEntry>,
}

/// A session over its resolutions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionHeading {
    /// The session.
    pub session: Session,
    /// How many entries are its own, behind those of the sessions before it.
    pub resolutions: usize,
}

/// A resolution as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// See [`model::Resolution::symbol`].
    pub symbol: Text,
    /// See [`model::Resolution::title`].
    pub title: Option<Text>,
    /// The language of the text as a BCP 47 tag: `en`.
    pub language: Text,
    /// See [`model::Resolution::variant`].
    pub variant: Option<u32>,
    /// What it is.
    pub kind: DocumentKind,
    /// The day of adoption, ISO 8601: `2007-05-17`.
    pub adopted: Option<Text>,
    /// What librarians call its subject.
    pub topic: Option<Text>,
    /// How many preambular paragraphs it has, those of its sections among them; points are not counted.
    pub preamble: usize,
    /// How many operative paragraphs, or paragraphs of a statement.
    pub operative: usize,
    /// How many annexes.
    pub annexes: usize,
    /// How many passages: paragraphs, points, the opening, and what stands between them.
    pub passages: usize,
    /// Where its JSON stands in the file, in bytes.
    pub range: Range<u64>,
}

impl Catalogue {
    /// The catalogue of a file; none for another format or points that nest too deep.
    pub(super) fn of(json: &str) -> Result<Option<Self>, serde_json::Error> {
        let file: FileShape<'_, &RawValue> = serde_json::from_str(json)?;
        let Some(version) = FormatVersion::named(&file.format.0) else {
            return Ok(None);
        };
        let mut catalogue = Self {
            version,
            ..Self::default()
        };
        for session in file.sessions {
            let (session, resolutions) = session.flatten();
            catalogue.sessions.push(SessionHeading {
                session,
                resolutions: resolutions.len(),
            });
            for raw in resolutions {
                let resolution = shape(raw.get(), version)?;
                if !resolution.is_sound() {
                    return Ok(None);
                }
                let range = range_of(raw, json);
                catalogue
                    .entries
                    .push(CatalogueEntry::of(resolution, range));
            }
        }
        Ok(Some(catalogue))
    }

    /// Moves all places by the bytes that stand before the JSON in its file.
    pub fn shift(&mut self, bytes: u64) {
        for entry in &mut self.entries {
            entry.range.start += bytes;
            entry.range.end += bytes;
        }
    }
}

impl CatalogueEntry {
    fn of(resolution: ResolutionShape<'_>, range: Range<u64>) -> Self {
        let sections = || resolution.sections.iter();
        let preambles = sections().map(|section| section.preamble.paragraphs());
        let operatives = sections().map(|section| section.operative.paragraphs());
        let own = |list: &List<'_>| list.paragraphs();
        Self {
            kind: resolution.document_kind(),
            preamble: own(&resolution.preamble) + preambles.sum::<usize>(),
            operative: own(&resolution.operative)
                + own(&resolution.paragraphs)
                + operatives.sum::<usize>(),
            annexes: resolution.annexes.len(),
            passages: resolution.passages(),
            symbol: resolution.symbol.into(),
            title: resolution.title.map(|title| title.text.into()),
            language: resolution.language.into(),
            variant: resolution.variant.map(|variant| variant.0),
            adopted: resolution.adopted.map(Text::from),
            topic: resolution.topic.map(Text::from),
            range,
        }
    }
}

/// Where a value stands, in bytes. It is borrowed from the text, so its address tells.
fn range_of(raw: &RawValue, json: &str) -> Range<u64> {
    let start = raw.get().as_ptr().addr() - json.as_ptr().addr();
    start as u64..(start + raw.get().len()) as u64
}

#[cfg(test)]
mod tests {
    use super::super::{FormatVersion, read, resolution};

    const FILE: &str = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "A", "organ": "o", "name": "n", "resolutions": [
            {"symbol": "1/A", "title": "On \u00e9", "language": "en", "opening": "The Session,",
             "preamble": [{"text": "Recalling é"}],
             "operative": [{"text": "Calls:", "points": [{"text": "to meet"}]}, {"text": "Ends."}],
             "annexes": [{"paragraphs": [{"text": "One."}]}]}]},
        {"id": "B", "organ": "o", "name": "n", "resolutions": []},
        {"id": "C", "organ": "o", "name": "n", "resolutions": [
            {"symbol": "1/C", "language": "fr", "adopted": "2007-05-17", "preamble": [], "operative": []}]}
    ]}"#;

    #[test]
    fn a_catalogue_counts_what_the_resolutions_hold() {
        let catalogue = read(FILE).unwrap();
        let of: Vec<_> = catalogue
            .sessions
            .iter()
            .map(|one| one.resolutions)
            .collect();
        assert_eq!(of, [1, 0, 1]);
        let [first, last] = &catalogue.entries[..] else {
            panic!("two resolutions");
        };
        assert_eq!(first.title.as_deref(), Some("On é"));
        let counts = [
            first.preamble,
            first.operative,
            first.annexes,
            first.passages,
        ];
        assert_eq!(counts, [1, 2, 1, 6]);
        assert_eq!(last.adopted.as_deref(), Some("2007-05-17"));
        assert_eq!(last.passages, 0);
    }

    #[test]
    fn each_resolution_is_read_from_where_the_catalogue_says() {
        for entry in read(FILE).unwrap().entries {
            let [start, end] =
                [entry.range.start, entry.range.end].map(|at| usize::try_from(at).unwrap());
            let read = resolution(FILE.get(start..end).unwrap(), FormatVersion::First).unwrap();
            assert_eq!(read.symbol, entry.symbol);
            assert_eq!(read.passages.len(), entry.passages);
        }
    }
}
