//! From what is read to the shapes of a file: points into their paragraphs, paragraphs into their parts.

use std::borrow::Cow;

use super::FORMAT;
use super::shapes::{
    AnnexShape, DatesShape, FileShape, JsonString, ParagraphShape, ResolutionShape, SessionShape,
    SourceShape,
};
use crate::text::model::{Part, Passage, Resolution, Session, Text, WholeSession};

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
        let nested = sessions.iter().map(|whole| {
            let resolutions = whole.resolutions.iter().map(ResolutionShape::nest);
            SessionShape::nest(&whole.session, resolutions.collect())
        });
        Self {
            format: FORMAT.into(),
            sessions: nested.collect(),
        }
    }
}

impl<'a, R> SessionShape<'a, R> {
    fn nest(session: &'a Session, resolutions: Vec<R>) -> Self {
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
    fn nest(resolution: &'a Resolution) -> Self {
        let annexes = resolution.annexes.iter().map(|title| AnnexShape {
            title: string(title.as_ref()),
            paragraphs: vec![],
        });
        let mut shape = Self {
            symbol: (&resolution.symbol).into(),
            title: string(resolution.title.as_ref()),
            language: (&resolution.language).into(),
            adopted: string(resolution.adopted.as_ref()),
            source: resolution.source.as_ref().map(|source| SourceShape {
                file: (&source.file).into(),
                lines: source.lines,
                sha256: string(source.sha256.as_ref()),
            }),
            headings: resolution.headings.iter().map(JsonString::from).collect(),
            opening: resolution.opening().map(JsonString::from),
            preamble: vec![],
            operative: vec![],
            annexes: annexes.collect(),
        };
        let passages = &resolution.passages;
        for of_part in passages.chunk_by(|one, next| one.part == next.part) {
            if let Some(paragraphs) = shape.paragraphs(of_part[0].part) {
                nest(paragraphs, of_part);
            }
        }
        shape
    }

    /// Where the paragraphs of a part stand; the opening is none.
    fn paragraphs(&mut self, part: Part) -> Option<&mut Vec<ParagraphShape<'a>>> {
        match part {
            Part::Opening => None,
            Part::Preamble => Some(&mut self.preamble),
            Part::Operative => Some(&mut self.operative),
            Part::Annex(position) => {
                let index = usize::from(position).checked_sub(1)?;
                Some(&mut self.annexes.get_mut(index)?.paragraphs)
            }
        }
    }
}

/// Adds passages to a list, those of a greater depth below the one they follow.
fn nest<'a>(paragraphs: &mut Vec<ParagraphShape<'a>>, mut passages: &'a [Passage]) {
    while let Some((passage, behind)) = passages.split_first() {
        let is_below = |below: &&Passage| below.depth > passage.depth;
        let (below, behind) = behind.split_at(behind.iter().take_while(is_below).count());
        let mut points = Vec::new();
        nest(&mut points, below);
        paragraphs.push(ParagraphShape {
            number: string(passage.number.as_ref()),
            text: (&passage.text).into(),
            points,
            lines: passage.lines,
        });
        passages = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, resolution, to_json};
    use super::*;

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
        resolution(json).unwrap()
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
            resolution(json.get(start..end).unwrap()).unwrap()
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
        let json = serde_json::to_string(&ResolutionShape::nest(&skipping)).unwrap();
        let read = resolution(&json).unwrap();
        let read = read.passages.iter().map(|one| (one.depth, &*one.text));
        let depths = [(0, "a"), (0, "b"), (1, "c"), (1, "d"), (1, "e")];
        assert_eq!(read.collect::<Vec<_>>(), depths);
    }
}
