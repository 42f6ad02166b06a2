//! How a place is cited: in the short notation, and spelled out for quotation.

use std::ops::Range;
use std::sync::{Arc, PoisonError};

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
            target: resolution.map(|resolution| {
                // A thread that panicked left nothing half done here.
                let mut cited = self.cited.lock().unwrap_or_else(PoisonError::into_inner);
                cited.of(&resolution)[place.index()].clone()
            }),
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

/// The targets of the resolution that was cited last. They are made together: each counts those beside
/// it, and one after the other would take time by the square.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Cited(Option<(Arc<Resolution>, Vec<Target>)>);

impl Cited {
    fn of(&mut self, resolution: &Arc<Resolution>) -> &[Target] {
        let known = self.0.take();
        let known = known.filter(|(cited, _)| Arc::ptr_eq(cited, resolution));
        let made = || (Arc::clone(resolution), targets(resolution));
        &self.0.insert(known.unwrap_or_else(made)).1
    }
}

/// The target of each passage.
pub(super) fn targets(resolution: &Resolution) -> Vec<Target> {
    let passages = &resolution.passages;
    let mut targets: Vec<_> = passages
        .iter()
        .map(|passage| Target::whole(passage.part))
        .collect();
    let mut start = 0;
    for part in passages.chunk_by(|one, other| one.part == other.part) {
        let end = start + part.len();
        if part[0].part != Part::Opening {
            lay(resolution, start..end, &[], &mut targets);
        }
        start = end;
    }
    targets
}

/// Sets the targets of passages that stand side by side in a range, and of all below them.
fn lay(resolution: &Resolution, range: Range<usize>, above: &[Step], targets: &mut [Target]) {
    let Some(first) = resolution.passages.get(range.start) else {
        return;
    };
    let beside = |index: &usize| resolution.passages[*index].depth == first.depth;
    let siblings = Siblings::new(resolution, range.filter(beside).collect());
    for (index, step) in siblings.members() {
        let steps = [above, std::slice::from_ref(step)].concat();
        let below = resolution.unit(index);
        if below.len() > 1 {
            lay(resolution, index + 1..below.end, &steps, targets);
        }
        targets[index].steps = steps;
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
