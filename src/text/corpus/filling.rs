//! How a corpus is filled: which resolution of a file is taken, replaces an earlier one or is left out.

use std::borrow::Cow;

use super::{Corpus, Held, KnownCatalogue, Repeats, Shelf, Volume};
use crate::text::format::FormatError;
use crate::text::model::{ResolutionId, Session, SessionId};

impl Corpus {
    /// Adds the sessions of a corpus that is held whole, behind those that are there.
    ///
    /// ```
    /// use resolut::text::corpus::Corpus;
    ///
    /// let mut corpus = Corpus::default();
    /// corpus.add_text(
    ///     r#"{"format": "resolut-corpus/1", "sessions": [
    ///         {"id": "S-1", "organ": "Board of Boats", "name": "First Session", "resolutions": [
    ///             {"symbol": "1/1", "language": "en", "preamble": [], "operative": [
    ///                 {"number": "1", "text": "Decides to meet."}]}]}]}"#,
    /// )?;
    /// assert_eq!(corpus.resolutions().len(), 1);
    /// assert!(corpus.read_citation("1/1:1", None).is_ok());
    /// # Ok::<(), resolut::text::format::FormatError>(())
    /// ```
    ///
    /// # Errors
    /// The text is no corpus.
    pub fn add_text(&mut self, json: impl Into<Cow<'static, str>>) -> Result<(), FormatError> {
        let nothing = KnownCatalogue::default();
        self.add(Volume::of_text(json.into(), &[], &nothing)?);
        Ok(())
    }

    /// Adds a corpus like [`add_text`](Self::add_text), with the sources that it names, each as its file name and
    /// its text. The corpus is not gone through if its catalogue is `known`.
    ///
    /// # Errors
    /// The text is no corpus.
    pub fn add_with_sources(
        &mut self,
        json: &'static str,
        sources: &'static [(&'static str, &'static str)],
        known: &KnownCatalogue,
    ) -> Result<(), FormatError> {
        self.add(Volume::of_text(json.into(), sources, known)?);
        Ok(())
    }

    /// Adds the sessions of a volume.
    pub(super) fn add(&mut self, volume: Volume) {
        self.volumes.push(volume);
        self.recent().clear();
        self.organs.take();
        self.symbols.take();
        let Self {
            volumes,
            sessions,
            resolutions,
            works,
            by_id,
            ..
        } = self;
        let volume = volumes.len() - 1;
        let catalogue = &volumes[volume].catalogue;
        let mut repeats = Repeats::of(volumes[volume].path());
        let mut entry = 0;
        for heading in &catalogue.sessions {
            let of_session = entry..entry + heading.resolutions;
            entry = of_session.end;
            let known = by_id.get(&heading.session.id).copied();
            let elsewhere = |entry: usize| {
                let earlier = works.called(&catalogue.entries[entry].symbol).first();
                earlier.is_some_and(|id| Some(resolutions[id.0 as usize].session) != known)
            };
            let (left_out, taken): (Vec<_>, Vec<_>) =
                of_session.partition(|&entry| elsewhere(entry));
            for entry in &left_out {
                repeats.left_out(&catalogue.entries[*entry].symbol);
            }
            if taken.is_empty() && !left_out.is_empty() {
                continue;
            }
            let session = known.unwrap_or_else(|| {
                let session = shelf(sessions, &heading.session);
                by_id.insert(heading.session.id.clone(), session);
                session
            });
            for entry in taken {
                let own = &catalogue.entries[entry];
                let (symbol, language) = (&own.symbol, &own.language);
                let held = Held {
                    session,
                    volume,
                    entry,
                };
                let is_it = |id: &&ResolutionId| {
                    let Held { volume, entry, .. } = resolutions[id.0 as usize];
                    let other = &volumes[volume].catalogue.entries[entry];
                    other.variant == own.variant && other.language.eq_ignore_ascii_case(language)
                };
                let earlier = works.called(symbol).iter().find(is_it).copied();
                if let Some(earlier) = earlier {
                    repeats.replaces(symbol);
                    resolutions[earlier.0 as usize] = held;
                } else {
                    let id = u32::try_from(resolutions.len()).expect("fewer resolutions than that");
                    if works.add(ResolutionId(id), symbol, language) {
                        sessions[session.0 as usize]
                            .resolutions
                            .push(ResolutionId(id));
                    }
                    resolutions.push(held);
                }
            }
        }
        works.lay();
        self.repeats.extend(repeats.told());
    }
}

/// A new shelf for a session.
fn shelf(sessions: &mut Vec<Shelf>, session: &Session) -> SessionId {
    let position = u32::try_from(sessions.len()).expect("fewer sessions than that");
    sessions.push(Shelf {
        session: session.clone(),
        resolutions: Vec::new(),
    });
    SessionId(position)
}
