//! The parts of a resolution as they are cited.
//!
//! Sections under one symbol mostly go on with its numbers: paragraph 7 is cited without the section it
//! stands in. Only where they begin again, or have preambles of their own, must the section be said.

use super::annexes::Annexes;
use crate::text::citation::{Annex, CitedPart, Noun, label};
use crate::text::map::Map;
use crate::text::model::{Half, Part, Resolution};

/// The parts of one resolution.
pub(super) struct Parts {
    pub(super) annexes: Annexes,
    pub(super) sections: Annexes,
    /// Whether a paragraph is cited with the section it stands in.
    pub(super) are_sections_cited: bool,
}

impl Parts {
    pub(super) fn of(resolution: &Resolution) -> Self {
        Self {
            annexes: Annexes::of(resolution),
            sections: Annexes::sections(resolution),
            are_sections_cited: begin_again(resolution),
        }
    }

    /// The part whose paragraphs are counted together with those of this one.
    pub(super) fn counted_as(&self, part: Part) -> Part {
        match part {
            Part::Section(..) if !self.are_sections_cited => Part::Operative,
            _ => part,
        }
    }

    /// How a part is cited.
    pub(super) fn cited(&self, part: Part) -> CitedPart {
        let (labelled, half) = match self.counted_as(part) {
            Part::Opening => return CitedPart::Opening,
            Part::Preamble => return CitedPart::Preamble,
            Part::Operative => return CitedPart::Operative,
            Part::Section(position, half) => (self.sections.cited(position), half),
            Part::Annex(position, half) => (self.annexes.cited(position), half),
        };
        match half {
            Half::Preamble => CitedPart::AnnexPreamble(labelled),
            Half::Operative => CitedPart::Annex(labelled),
        }
    }

    /// The parts that are cited, in their order; none where there is no such annex or section.
    pub(super) fn find(&self, cited: &CitedPart) -> Vec<Part> {
        match cited {
            CitedPart::Opening => vec![Part::Opening],
            CitedPart::Preamble => vec![Part::Preamble],
            CitedPart::Operative if self.are_sections_cited => vec![Part::Operative],
            CitedPart::Operative => {
                let sections =
                    (1..=self.sections.len()).map(|at| Part::Section(at, Half::Operative));
                [Part::Operative].into_iter().chain(sections).collect()
            }
            CitedPart::Annex(annex) => self.halves(annex).unwrap_or_default(),
            CitedPart::AnnexPreamble(annex) => {
                let mut halves = self.halves(annex).unwrap_or_default();
                halves.truncate(1);
                halves
            }
        }
    }

    /// Of the parts that are cited those whose paragraphs are meant where one is cited by its number.
    pub(super) fn paragraphs(&self, cited: &CitedPart) -> Vec<Part> {
        let is_preamble = matches!(cited, CitedPart::Preamble | CitedPart::AnnexPreamble(_));
        let mut parts = self.find(cited);
        parts.retain(|part| part.is_preamble() == is_preamble);
        parts
    }

    fn halves(&self, annex: &Annex) -> Option<Vec<Part>> {
        let position = self.of_noun(annex.noun).find(annex)?;
        let part = match annex.noun {
            Noun::Section => Part::Section,
            _ => Part::Annex,
        };
        Some(
            [Half::Preamble, Half::Operative]
                .map(|half| part(position, half))
                .to_vec(),
        )
    }

    /// Those that are called so: sections or annexes.
    pub(super) fn of_noun(&self, noun: Noun) -> &Annexes {
        match noun {
            Noun::Section => &self.sections,
            _ => &self.annexes,
        }
    }
}

/// Whether a number of the operative paragraphs stands in two parts, or a section has a preamble.
fn begin_again(resolution: &Resolution) -> bool {
    let mut numbered: Map<String, Part> = Map::default();
    let mut paragraphs = resolution
        .passages
        .iter()
        .filter(|passage| passage.is_paragraph());
    !resolution.sections.is_empty()
        && paragraphs.any(|passage| match (passage.part, &passage.number) {
            (Part::Section(_, Half::Preamble), _) => true,
            (part, Some(number)) if part.is_operative() => {
                *numbered.or_insert(label(number), part) != part
            }
            _ => false,
        })
}
