//! From what is read to the shapes of a file: points into their paragraphs, paragraphs into their parts.

use std::borrow::Cow;

use super::FormatVersion;
use super::shapes::{
    AnnexShape, DatesShape, FileShape, JsonString, KINDS, List, NotedShape, ResolutionShape,
    SectionShape, SessionShape, SourceShape, VoteShape, VotersShape, Within,
};
use crate::text::model::{
    AnnexHeading, DocumentKind, Facts, Half, Part, Passage, Resolution, SectionHeading, Session,
    Text, Vote, WholeSession,
};
use entries::{nest, notes};

mod entries;

impl<'a> From<&'a str> for JsonString<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Text> for JsonString<'a> {
    fn from(text: &'a Text) -> Self {
        Self::from(&**text)
    }
}

fn string(text: Option<&Text>) -> Option<JsonString<'_>> {
    text.map(JsonString::from)
}

impl<'a> FileShape<'a> {
    pub(super) fn nest(sessions: &'a [WholeSession]) -> Self {
        let mut all = sessions.iter().flat_map(|session| &session.resolutions);
        let version = if all.all(fits_the_first) {
            FormatVersion::First
        } else {
            FormatVersion::Second
        };
        let nested = sessions.iter().map(|whole| {
            let resolutions = whole.resolutions.iter();
            let resolutions = resolutions.map(|one| ResolutionShape::nest(one, version));
            SessionShape::nest(&whole.session, resolutions.collect())
        });
        Self {
            format: version.name().into(),
            sessions: nested.collect(),
        }
    }
}

/// Whether the first format has all that is in a resolution.
fn fits_the_first(resolution: &Resolution) -> bool {
    let is_plain = |passage: &Passage| {
        passage.is_text() && passage.spans.is_empty() && passage.notes.is_empty()
    };
    let is_titled = |annex: &AnnexHeading| *annex == AnnexHeading::titled(annex.title.as_deref());
    let has_annex_preamble = |part: Part| part.annex().is_some() && part.is_preamble();
    resolution.kind == DocumentKind::Resolution
        && resolution.title_notes.is_empty()
        && resolution.variant.is_none()
        && resolution.facts == Facts::default()
        && resolution.doubts.is_empty()
        && resolution.sections.is_empty()
        && resolution.annexes.iter().all(is_titled)
        && resolution.passages.iter().all(is_plain)
        && !resolution
            .passages
            .iter()
            .any(|passage| has_annex_preamble(passage.part))
}

impl<'a, R> SessionShape<'a, R> {
    pub(super) fn nest(session: &'a Session, resolutions: Vec<R>) -> Self {
        Self {
            id: (&session.id).into(),
            organ: (&session.organ).into(),
            name: (&session.name).into(),
            theme: string(session.theme.as_ref()),
            place: string(session.place.as_ref()),
            dates: session.dates.as_ref().map(|dates| DatesShape {
                printed: (&dates.printed).into(),
                from: string(dates.from.as_ref()),
                to: string(dates.to.as_ref()),
            }),
            resolutions,
        }
    }
}

impl<'a> ResolutionShape<'a> {
    pub(super) fn nest(resolution: &'a Resolution, version: FormatVersion) -> Self {
        let facts = &resolution.facts;
        let mut shape = Self {
            kind: name_of(resolution.kind).map(JsonString::from),
            title: resolution.title.as_ref().map(|title| NotedShape {
                notes: notes(&resolution.title_notes),
                ..JsonString::from(title).into()
            }),
            variant: resolution.variant.map(Within),
            adopted: string(resolution.adopted.as_ref()),
            issued: string(facts.issued.as_ref()),
            meeting: string(facts.meeting.as_ref()),
            record: string(facts.record.as_ref()),
            draft: string(facts.draft.as_ref()),
            agenda: string(facts.agenda.as_ref()),
            topic: string(facts.topic.as_ref()),
            sponsors: strings(&facts.sponsors),
            subjects: strings(&facts.subjects),
            vote: facts.vote.as_deref().map(VoteShape::nest),
            source: resolution.source.as_ref().map(|source| SourceShape {
                file: (&source.file).into(),
                lines: source.lines,
                sha256: string(source.sha256.as_ref()),
            }),
            doubts: strings(&resolution.doubts),
            headings: strings(&resolution.headings),
            sections: resolution.sections.iter().map(SectionShape::nest).collect(),
            annexes: resolution.annexes.iter().map(AnnexShape::nest).collect(),
            ..Self::new((&resolution.symbol).into(), (&resolution.language).into())
        };
        if version == FormatVersion::First {
            shape.preamble = List(Some(vec![]));
            shape.operative = List(Some(vec![]));
        }
        for of_part in resolution
            .passages
            .chunk_by(|one, next| one.part == next.part)
        {
            shape.add(of_part, resolution.kind);
        }
        shape
    }

    /// Adds the passages of a part.
    fn add(&mut self, passages: &'a [Passage], kind: DocumentKind) {
        let at = |position: u16| usize::from(position).saturating_sub(1);
        let list = match passages[0].part {
            Part::Opening => {
                self.opening = passages.first().map(NotedShape::nest);
                return;
            }
            Part::Preamble => Some(&mut self.preamble),
            Part::Operative if kind == DocumentKind::Statement => Some(&mut self.paragraphs),
            Part::Operative => Some(&mut self.operative),
            Part::Section(position, half) => {
                let section = self.sections.get_mut(at(position));
                section.map(|section| match half {
                    Half::Preamble => &mut section.preamble,
                    Half::Operative => &mut section.operative,
                })
            }
            Part::Annex(position, half) => {
                let annex = self.annexes.get_mut(at(position));
                annex.map(|annex| match half {
                    Half::Preamble => &mut annex.preamble,
                    Half::Operative => &mut annex.paragraphs,
                })
            }
        };
        if let Some(list) = list {
            nest(list.0.get_or_insert_default(), passages);
        }
    }
}

impl<'a> SectionShape<'a> {
    fn nest(section: &'a SectionHeading) -> Self {
        Self {
            number: string(section.number.as_ref()),
            title: string(section.title.as_ref()),
            ..Self::default()
        }
    }
}

impl<'a> AnnexShape<'a> {
    fn nest(annex: &'a AnnexHeading) -> Self {
        Self {
            number: string(annex.number.as_ref()),
            title: string(annex.title.as_ref()).map(NotedShape::from),
            headings: strings(&annex.headings),
            notes: notes(&annex.notes),
            paragraphs: List(Some(vec![])),
            ..Self::default()
        }
    }
}

impl<'a> VoteShape<'a> {
    fn nest(vote: &'a Vote) -> Self {
        let who = VotersShape {
            in_favour: strings(&vote.in_favour.who),
            against: strings(&vote.against.who),
            abstaining: strings(&vote.abstaining.who),
        };
        let is_known = [&who.in_favour, &who.against, &who.abstaining]
            .iter()
            .any(|who| !who.is_empty());
        Self {
            in_favour: vote.in_favour.count,
            against: vote.against.count,
            abstaining: vote.abstaining.count,
            who: is_known.then_some(who),
        }
    }
}

/// What a document is called in a file; nothing where it is a resolution.
fn name_of(kind: DocumentKind) -> Option<&'static str> {
    let mut names = KINDS
        .iter()
        .filter(|(_, kind)| *kind != DocumentKind::Resolution);
    names.find(|(_, own)| *own == kind).map(|(name, _)| *name)
}

fn strings(texts: &[Text]) -> Vec<JsonString<'_>> {
    texts.iter().map(JsonString::from).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{read, resolution, to_json};
    use super::*;
    use crate::text::model::PassageKind;

    /// A resolution with every field.
    fn full() -> Resolution {
        let json = r#"{"symbol": "1/A", "title": "On \u00e9", "language": "en", "adopted": "2007-05-17",
            "source": {"file": "a.txt", "lines": [1, 9], "sha256": "ff"}, "headings": ["ON"],
            "opening": "The Session,", "preamble": [{"text": "Recalling \"it\"", "lines": [2, 3]}],
            "operative": [
                {"number": "1", "text": "Calls:", "points": [
                    {"number": "(a)", "text": "to meet:", "points": [{"text": "soon;"}]},
                    {"number": "(b)", "text": "to report."}]},
                {"number": "2", "text": "Ends."}],
            "annexes": [{"paragraphs": []}, {"title": "Terms", "paragraphs": [{"text": "One."}]}]}"#;
        resolution(json, FormatVersion::First).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again_as_it_was() {
        let session = Session {
            theme: Some("Peace".into()),
            place: Some("Keel".into()),
            dates: Some(crate::text::model::Dates {
                printed: "15-17 May 2007".into(),
                from: Some("2007-05-15".into()),
                to: None,
            }),
            ..Session::new("T-1", "Board", "First Session")
        };
        let bare = Resolution::new("2/A", "fr");
        let resolutions = vec![full(), bare];
        let json = to_json(&[WholeSession {
            session: session.clone(),
            resolutions: resolutions.clone(),
        }]);
        let catalogue = read(&json).unwrap();
        assert_eq!(catalogue.sessions[0].session, session);
        let again = catalogue.entries.iter().map(|entry| {
            let [start, end] =
                [entry.range.start, entry.range.end].map(|at| usize::try_from(at).unwrap());
            resolution(json.get(start..end).unwrap(), catalogue.version).unwrap()
        });
        assert_eq!(again.collect::<Vec<_>>(), resolutions);
    }

    #[test]
    fn no_passage_is_lost_whatever_the_depths_are() {
        let mut skipping = Resolution::new("1/A", "en");
        for (depth, text) in [(2, "a"), (0, "b"), (3, "c"), (1, "d"), (1, "e")] {
            skipping.push(Passage {
                depth,
                ..Passage::new(Part::Operative, text)
            });
        }
        let json =
            serde_json::to_string(&ResolutionShape::nest(&skipping, FormatVersion::First)).unwrap();
        let read = resolution(&json, FormatVersion::First).unwrap();
        let read = read.passages.iter().map(|one| (one.depth, &*one.text));
        let depths = [(0, "a"), (0, "b"), (1, "c"), (1, "d"), (1, "e")];
        assert_eq!(read.collect::<Vec<_>>(), depths);
    }

    /// A resolution with all that only the second format can say.
    fn of_the_second() -> Resolution {
        let json = r#"{"symbol": "1/B", "kind": "draft", "language": "en", "variant": 2, "issued": "2008-06-03",
            "title": {"text": "LANTERNS", "notes": [{"mark": "*", "text": "Reissued."}]}, "topic": "on lanterns",
            "meeting": "7th", "record": "R", "draft": "D", "agenda": "A", "sponsors": ["Keel"], "subjects": ["L"],
            "vote": {"for": 3, "abstaining": 0, "who": {"against": ["Oar"]}}, "doubts": ["which day"],
            "opening": {"text": "The Board,", "spans": [[0, 9, "i"]]},
            "preamble": [{"heading": "Light"}, {"text": "Recalling,", "spans": [[0, 9, "i"]]}],
            "operative": [
                {"heading": "Light", "level": 2, "number": "I", "notes": [{"at": 0, "text": "Dim."}]},
                {"number": "1", "text": "Decides:", "spans": [[0, 8, "b"], [0, 7, "i"], [3, 5, "a", "b:1"], [5, 6, "sup"]],
                 "points": [{"number": "(a)", "text": "to meet;"}, {"heading": "Sails"},
                            {"table": [["x"]]}, {"flush": true, "text": "and sail."}]},
                {"table": [["Name", ""], [{"text": "Keel\nand Oar", "cols": 2, "rows": 3, "notes": [{"mark": "a", "text": "Sunk."}]}], []],
                 "head": 1, "notes": [{"text": "As counted."}]},
                {"rule": "-----", "lines": [3, 3]}],
            "sections": [{"number": "A", "preamble": [{"text": "Noting,"}], "operative": [{"text": "Ends."}]},
                         {"title": "Oars", "operative": [{"number": "2", "text": "Begins."}]}],
            "annexes": [{"number": "II", "title": "Rules", "headings": ["of the Board"], "notes": [{"text": "Old."}],
                         "preamble": [{"text": "Whereas,"}], "paragraphs": [{"text": "One."}]}]}"#;
        resolution(json, FormatVersion::Second).unwrap()
    }

    /// The only resolution of a file of these, written and read again, and the format it was written in.
    fn again(resolution: &Resolution) -> (Resolution, FormatVersion) {
        let json = to_json(&[WholeSession {
            session: Session::new("T-1", "Board", "First Session"),
            resolutions: vec![resolution.clone()],
        }]);
        assert_eq!(crate::text::format::faults(&json), []);
        let catalogue = read(&json).unwrap();
        let range = catalogue.entries[0].range.clone();
        let [start, end] = [range.start, range.end].map(|at| usize::try_from(at).unwrap());
        let json = json.get(start..end).unwrap();
        let read = super::super::resolution(json, catalogue.version).unwrap();
        assert_eq!(read.passages.len(), catalogue.entries[0].passages);
        (read, catalogue.version)
    }

    #[test]
    fn what_only_the_second_format_can_say_is_read_again_as_it_was() {
        let mut resolution = of_the_second();
        assert_eq!(
            again(&resolution),
            (resolution.clone(), FormatVersion::Second)
        );
        resolution.kind = DocumentKind::Statement;
        assert_eq!(again(&resolution), (resolution, FormatVersion::Second));
    }

    #[test]
    fn each_thing_that_only_the_second_format_can_say_makes_a_file_one_of_the_second() {
        let full = Resolution {
            source: None,
            ..full()
        };
        assert_eq!(again(&full).1, FormatVersion::First);
        let all = of_the_second();
        let with: [fn(&mut Resolution, &Resolution); 9] = [
            |one, _| one.kind = DocumentKind::Draft,
            |one, all| one.title_notes = all.title_notes.clone(),
            |one, _| one.variant = Some(2),
            |one, all| one.facts = all.facts.clone(),
            |one, all| one.doubts = all.doubts.clone(),
            |one, all| one.sections = all.sections.clone(),
            |one, all| one.annexes = all.annexes.clone(),
            |one, all| one.passages[0].spans = all.passages[0].spans.clone(),
            |one, _| one.passages[1].kind = PassageKind::Heading { level: 1 },
        ];
        for with in with {
            let mut one = full.clone();
            one.passages
                .retain(|passage| passage.part.annex().is_none());
            one.annexes.clear();
            with(&mut one, &all);
            let (read, version) = again(&one);
            assert_eq!(version, FormatVersion::Second);
            let texts = |of: &Resolution| {
                of.passages
                    .iter()
                    .map(|one| one.text.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(texts(&read), texts(&one));
        }
    }
}
