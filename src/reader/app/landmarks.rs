//! Places of a resolution that stand out, and going to the next one or the one before.

use super::App;
use super::list::Direction;
use crate::text::model::{Passage, PassageKind, Resolution};

/// A kind of place that one may look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// The beginning of a part: preamble, operative paragraphs, a section's, an annex's.
    Part,
    /// A heading.
    Heading,
    /// A part or a heading, whichever comes first.
    PartOrHeading,
    /// An operative paragraph, without its points.
    Operative,
    /// A preambular paragraph, without its points.
    Preambular,
}

impl Landmark {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Heading => "heading",
            Self::PartOrHeading => "part or heading",
            Self::Operative => "operative paragraph",
            Self::Preambular => "preambular paragraph",
        }
    }

    /// Where a reader stops who goes from a stop to the next of its kind, or to the one before. Headings with
    /// nothing between them are read together and have one stop.
    fn beyond(self, resolution: &Resolution, at: usize, way: Direction) -> Option<usize> {
        let passages = &resolution.passages;
        let stop = |index| {
            let is_one = self.is_at(passages, index);
            is_one.then(|| resolution.stop_at(index))
        };
        match way {
            Direction::Onward => {
                let mut stops = (at + 1..passages.len()).filter_map(stop);
                stops.find(|&stop| stop > at)
            }
            Direction::Back => {
                let mut stops = (0..at.min(passages.len())).rev().filter_map(stop);
                stops.find(|&stop| stop < at)
            }
        }
    }

    fn is_at(self, passages: &[Passage], at: usize) -> bool {
        let here = &passages[at];
        let is_paragraph = here.depth == 0 && matches!(here.kind, PassageKind::Text);
        match self {
            Self::Part => at == 0 || passages[at - 1].part != here.part,
            Self::Heading => matches!(here.kind, PassageKind::Heading { .. }),
            Self::PartOrHeading => {
                Self::Part.is_at(passages, at) || Self::Heading.is_at(passages, at)
            }
            Self::Operative => is_paragraph && here.part.is_operative(),
            Self::Preambular => is_paragraph && here.part.is_preamble(),
        }
    }
}

impl App<'_> {
    /// Goes to the next landmark of the open resolution; where none follows, that is said.
    pub fn skip_to(&mut self, landmark: Landmark) {
        self.skip(landmark, Direction::Onward);
    }

    /// Goes to the next landmark or the one before. A range goes on to it.
    pub(super) fn skip(&mut self, landmark: Landmark, way: Direction) {
        let Some(there) = landmark.beyond(&self.open, self.place.index(), way) else {
            let stands = match way {
                Direction::Onward => "follows",
                Direction::Back => "stands before this",
            };
            let symbol = self.corpus.symbol(self.place.resolution);
            return self.refuse(format!("no {} {stands} in {symbol}", landmark.name()));
        };
        if self.range_holds(there) {
            self.leave();
            self.outline.open_around(there);
            self.move_to(there);
            self.text_pane.jump(there);
        }
    }
}
