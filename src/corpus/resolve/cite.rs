//! How a place is cited: in the short notation, and spelled out for quotation.

use super::Corpus;
use super::siblings::Siblings;
use crate::citation::{Citation, Step, Target, label, ordinal, roman};
use crate::model::{Part, Place, Resolution, ResolutionId};

impl Corpus {
    /// The citation of a passage; no other passage of the resolution has the same. Of a resolution that
    /// can't be read or has no text, no more can be cited than the whole.
    ///
    /// # Panics
    /// If the place is in no resolution of this corpus.
    pub fn cite(&self, place: Place) -> Citation {
        let resolution = self.read(place.resolution).ok();
        let resolution = resolution.filter(|read| place.index() < read.passages.len());
        Citation::Of {
            symbol: self.symbol(place.resolution).to_owned(),
            target: resolution.map(|resolution| target(&resolution, place.index())),
        }
    }

    /// The citation of a whole resolution.
    pub fn cite_resolution(&self, id: ResolutionId) -> Citation {
        Citation::Of {
            symbol: self.symbol(id).to_owned(),
            target: None,
        }
    }

    /// The place in words, as a quotation gives its source: organ, session, resolution, paragraph.
    ///
    /// # Panics
    /// If the place is not of this corpus.
    pub fn spell_out(&self, place: Place) -> String {
        let resolution = self.resolution(place.resolution);
        let session = self.session(self.session_of(place.resolution));
        // `Resolution No. S/RES/2505` would say it twice.
        let number = if resolution.symbol.starts_with(char::is_numeric) {
            "No. "
        } else {
            ""
        };
        format!(
            "{}, {}, Resolution {number}{}, {}",
            session.organ,
            session.name,
            resolution.symbol,
            in_words(&resolution, place.index()),
        )
    }
}

/// The target of the passage at `index`.
pub(super) fn target(resolution: &Resolution, index: usize) -> Target {
    let part = resolution.passages[index].part;
    if part == Part::Opening {
        return Target::whole(part);
    }
    let path = path(resolution, index);
    Target {
        part,
        steps: path.into_iter().map(|(_, step, _)| step).collect(),
        to: None,
    }
}

/// The passages from the paragraph down to the one at `index`: each with its step, and whether others
/// beside it have the same label.
fn path(resolution: &Resolution, index: usize) -> Vec<(usize, Step, bool)> {
    let mut path = Vec::new();
    let part = resolution.passages[index].part;
    let mut siblings = Siblings::of_part(resolution, part);
    while let Some((at, step)) = siblings.members().take_while(|(at, _)| *at <= index).last() {
        let shared = siblings.count(&step.label) > 1;
        path.push((at, step.clone(), shared));
        if at == index {
            break;
        }
        siblings = Siblings::below(resolution, at);
    }
    path
}

fn in_words(resolution: &Resolution, index: usize) -> String {
    let (annex, noun) = match resolution.passages[index].part {
        Part::Opening => return "opening".to_owned(),
        Part::Preamble => (String::new(), "preambular paragraph"),
        Part::Operative => (String::new(), "operative paragraph"),
        Part::Annex(number) => {
            let number = roman(number).unwrap_or_else(|| number.to_string());
            (format!("annex {number}, "), "paragraph")
        }
    };
    let steps = path(resolution, index).into_iter().enumerate();
    let words = steps.map(|(depth, (at, step, shared))| {
        let nth = ordinal(step.nth);
        let printed = resolution.passages[at].number.as_deref();
        // As printed where that reads back: `7a` would read as point (a) of paragraph 7.
        let reads_back = |printed: &&str| {
            label(printed) == step.label && printed.contains('.') == step.label.contains('.')
        };
        let number = match printed.filter(reads_back) {
            Some(printed) if depth == 0 || printed.starts_with('(') => printed,
            Some(printed) => &format!("({printed})"),
            None if depth > 0 => &format!("({})", step.label),
            None => &step.label,
        };
        let repeated = if shared {
            format!(" ({nth} of that number)")
        } else {
            String::new()
        };
        match (depth, step.label.is_empty()) {
            (0, true) => format!("{nth} unnumbered {noun}"),
            (0, false) => format!("{noun} {number}{repeated}"),
            (_, true) => format!(", {nth} unnumbered point"),
            (_, false) => format!(" {number}{repeated}"),
        }
    });
    annex + &words.collect::<String>()
}
