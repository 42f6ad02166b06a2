//! Places of a resolution that stand out, and going to the next one.

use super::App;
use crate::text::model::{Passage, PassageKind, Place, Resolution};

/// A kind of place that one may look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// The beginning of a part: preamble, operative paragraphs, a section's, an annex's.
    Part,
    /// A heading.
    Heading,
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
            Self::Operative => "operative paragraph",
            Self::Preambular => "preambular paragraph",
        }
    }

    /// The first of its kind behind a passage.
    pub fn behind(self, resolution: &Resolution, at: usize) -> Option<usize> {
        let passages = &resolution.passages;
        (at + 1..passages.len()).find(|&next| self.is_at(passages, next))
    }

    fn is_at(self, passages: &[Passage], at: usize) -> bool {
        let here = &passages[at];
        let is_paragraph = here.depth == 0 && matches!(here.kind, PassageKind::Text);
        match self {
            Self::Part => at > 0 && passages[at - 1].part != here.part,
            Self::Heading => matches!(here.kind, PassageKind::Heading { .. }),
            Self::Operative => is_paragraph && here.part.is_operative(),
            Self::Preambular => is_paragraph && here.part.is_preamble(),
        }
    }
}

impl App<'_> {
    /// Goes to the next landmark of the open resolution; where none follows, that is said.
    pub fn skip_to(&mut self, landmark: Landmark) {
        let here = self.place;
        let Some(there) = landmark.behind(&self.open, here.index()) else {
            let symbol = self.corpus.symbol(here.resolution);
            return self.refuse(format!("no {} follows in {symbol}", landmark.name()));
        };
        self.jump(Place::new(here.resolution, there));
    }
}
