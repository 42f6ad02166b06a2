//! A catalogue as bytes, to be kept for the next start.
//!
//! `resolut\0`, the version, a hash of what follows; then the sessions and the entries. Numbers are
//! little-endian, texts stand behind their length, and what may be missing behind a 0 or a 1. What is
//! read back is either a catalogue that fits a file of that size, or nothing: a damaged one is made anew
//! from its file.

use super::stamp::hash;
use crate::format::{Catalogue, Entry, Heading};
use crate::model::{Dates, Session, Text};

const MAGIC: &[u8; 8] = b"resolut\0";
/// To be raised with every change of the layout.
const VERSION: u64 = 1;

impl Catalogue {
    /// The catalogue as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put(&mut body, self.sessions.len());
        for heading in &self.sessions {
            put_session(&mut body, &heading.session);
            put(&mut body, heading.resolutions);
        }
        put(&mut body, self.entries.len());
        for entry in &self.entries {
            put_entry(&mut body, entry);
        }
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(hash(VERSION, &body).to_le_bytes());
        bytes.append(&mut body);
        bytes
    }

    /// The catalogue that was made into these bytes, of a file of `size` bytes; none if they are of
    /// another version, damaged, or of another file.
    pub fn from_bytes(bytes: &[u8], size: u64) -> Option<Self> {
        let mut saved = Saved(bytes.strip_prefix(MAGIC)?);
        if saved.number()? != VERSION || saved.number()? != hash(VERSION, saved.0) {
            return None;
        }
        let sessions = saved.list(|saved| {
            Some(Heading {
                session: saved.session()?,
                resolutions: saved.count()?,
            })
        })?;
        let entries = saved.list(|saved| saved.entry(size))?;
        let own = sessions.iter().map(|heading: &Heading| heading.resolutions);
        let listed = own.fold(0, usize::saturating_add);
        (saved.0.is_empty() && listed == entries.len()).then_some(Self { sessions, entries })
    }
}

fn put(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend((number as u64).to_le_bytes());
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put(bytes, text.len());
    bytes.extend(text.as_bytes());
}

fn put_some<T>(bytes: &mut Vec<u8>, value: Option<&T>, some: impl Fn(&mut Vec<u8>, &T)) {
    bytes.push(u8::from(value.is_some()));
    if let Some(value) = value {
        some(bytes, value);
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

fn put_entry(bytes: &mut Vec<u8>, entry: &Entry) {
    put_text(bytes, &entry.symbol);
    put_optional(bytes, entry.title.as_ref());
    put_text(bytes, &entry.language);
    put_optional(bytes, entry.adopted.as_ref());
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

/// Bytes that are still to be read. Each read takes from their front, or gives none.
struct Saved<'a>(&'a [u8]);

impl Saved<'_> {
    fn array<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        let (array, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*array)
    }

    fn number(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.array()?))
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn text(&mut self) -> Option<Text> {
        let length = self.count()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(std::str::from_utf8(text).ok()?.into())
    }

    #[expect(
        clippy::option_option,
        reason = "the outer says whether it could be read, the inner whether it is there"
    )]
    fn some<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.array()? {
            [0] => Some(None),
            [1] => Some(Some(read(self)?)),
            _ => None,
        }
    }

    /// Makes no room beforehand: a length is believed item by item.
    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()?;
        (0..length).map(|_| read(self)).collect()
    }

    fn session(&mut self) -> Option<Session> {
        Some(Session {
            id: self.text()?,
            organ: self.text()?,
            name: self.text()?,
            theme: self.some(Self::text)?,
            place: self.some(Self::text)?,
            dates: self.some(|saved| {
                Some(Dates {
                    printed: saved.text()?,
                    from: saved.some(Self::text)?,
                    to: saved.some(Self::text)?,
                })
            })?,
        })
    }

    fn entry(&mut self, size: u64) -> Option<Entry> {
        let entry = Entry {
            symbol: self.text()?,
            title: self.some(Self::text)?,
            language: self.text()?,
            adopted: self.some(Self::text)?,
            preamble: self.count()?,
            operative: self.count()?,
            annexes: self.count()?,
            passages: self.count()?,
            range: self.number()?..self.number()?,
        };
        let length = entry.range.end.checked_sub(entry.range.start)?;
        // No passage takes less than a byte.
        (entry.range.end <= size && entry.passages as u64 <= length).then_some(entry)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;
    use crate::corpus::BUNDLED;
    use crate::format;

    const SIZE: u64 = BUNDLED.len() as u64;

    fn bundled() -> Catalogue {
        format::read(BUNDLED).unwrap()
    }

    /// Bytes whose hash is right, whatever they say.
    fn rehashed(mut bytes: Vec<u8>) -> Vec<u8> {
        if let Some((head, body)) = bytes.split_at_mut_checked(24) {
            head[16..].copy_from_slice(&hash(VERSION, body).to_le_bytes());
        }
        bytes
    }

    #[test]
    fn a_catalogue_read_back_is_the_same() {
        let mut catalogue = bundled();
        assert_eq!(
            Catalogue::from_bytes(&catalogue.to_bytes(), SIZE),
            Some(catalogue.clone())
        );
        catalogue.sessions[0].session.dates = None;
        catalogue.entries[0].adopted = Some("2007-05-17".into());
        assert_eq!(
            Catalogue::from_bytes(&catalogue.to_bytes(), SIZE),
            Some(catalogue)
        );
    }

    #[test]
    fn what_does_not_fit_its_file_is_no_catalogue() {
        assert_eq!(Catalogue::from_bytes(&bundled().to_bytes(), 100), None);
        let wrongs: [fn(&mut Catalogue); 4] = [
            |wrong| wrong.sessions[0].resolutions += 1,
            |wrong| wrong.entries[0].passages = usize::MAX,
            |wrong| wrong.entries[0].range.start = wrong.entries[0].range.end + 1,
            |wrong| wrong.entries[0].range.end = SIZE + 1,
        ];
        for wrong in wrongs {
            let mut catalogue = bundled();
            wrong(&mut catalogue);
            assert_eq!(Catalogue::from_bytes(&catalogue.to_bytes(), SIZE), None);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

        #[test]
        fn damaged_bytes_are_no_catalogue(at in any::<Index>(), put in any::<u8>(), cut in any::<Index>()) {
            let bytes = bundled().to_bytes();
            let mut changed = bytes.clone();
            changed[at.index(bytes.len())] = put;
            if changed != bytes {
                prop_assert_eq!(Catalogue::from_bytes(&changed, SIZE), None);
            }
            let cut = cut.index(bytes.len());
            prop_assert_eq!(Catalogue::from_bytes(&bytes[..cut], SIZE), None);
        }

        #[test]
        fn forged_bytes_are_no_catalogue_or_one_that_fits(
            changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = bundled().to_bytes();
            for (at, put) in changes {
                let at = at.index(bytes.len());
                bytes[at] = put;
            }
            if let Some(catalogue) = Catalogue::from_bytes(&rehashed(bytes), SIZE) {
                let fits = |entry: &Entry| entry.range.start <= entry.range.end && entry.range.end <= SIZE;
                prop_assert!(catalogue.entries.iter().all(fits));
            }
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let head = [MAGIC.as_slice(), &VERSION.to_le_bytes(), &[0; 8], &bytes].concat();
            _ = Catalogue::from_bytes(&bytes, SIZE);
            _ = Catalogue::from_bytes(&rehashed(head), SIZE);
        }
    }
}
