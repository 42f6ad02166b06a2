//! What stands over a resolution, its sections and annexes. The front matter says it; in the text it stands for people.

use super::inline::InlineText;
use crate::text::model::{AnnexHeading, Note, Part, Resolution, SectionHeading};

/// So many sections or annexes are counted.
const MOST: u16 = 1_000;

/// Gives a section or an annex a place that the front matter does not know.
pub(super) fn make_room(resolution: &mut Resolution, part: Part) {
    let count = |position: Option<u16>| usize::from(position.unwrap_or(0).min(MOST));
    let sections = &mut resolution.sections;
    let length = sections.len().max(count(part.section()));
    sections.resize_with(length, SectionHeading::default);
    let annexes = &mut resolution.annexes;
    let length = annexes.len().max(count(part.annex()));
    annexes.resize_with(length, AnnexHeading::default);
}

/// Names a section or an annex of which nothing is known as it is named in the text, unless that is what such a one
/// is called anyway.
pub(super) fn name_part(resolution: &mut Resolution, part: Part, text: &str) {
    let at = |position: u16| usize::from(position).saturating_sub(1);
    match part {
        Part::Section(position, _) if text != resolution.section_title(position) => {
            let section = resolution.sections.get_mut(at(position));
            if let Some(section) = section.filter(|one| **one == SectionHeading::default()) {
                section.title = Some(text.into());
            }
        }
        Part::Annex(position, _) if text != resolution.annex_title(position) => {
            let annex = resolution.annexes.get_mut(at(position));
            if let Some(annex) = annex.filter(|one| **one == AnnexHeading::default()) {
                *annex = AnnexHeading::titled(Some(text));
            }
        }
        _ => {}
    }
}

/// Puts the notes of the title to it, which stands behind the symbol.
pub(super) fn note_title(resolution: &mut Resolution, words: InlineText) {
    let symbol = format!("{}: ", resolution.symbol);
    let before = if words.text.starts_with(&symbol) {
        u32::try_from(symbol.len()).unwrap_or(u32::MAX)
    } else {
        0
    };
    let notes = words.notes.into_iter().map(|note| Note {
        at: note.at.map(|at| at.saturating_sub(before)),
        ..note
    });
    resolution.title_notes = notes.collect();
}
