//! What a range is called: a paragraph, an article, the first and the last of several.

use std::ops::Range;

use crate::text::citation::{CitedPart, Target};
use crate::text::corpus::{Corpus, Resolved};
use crate::text::model::{Place, Resolution, ResolutionId};

/// The targets that name a range of passages.
pub(super) fn of(
    range: &Range<usize>,
    id: ResolutionId,
    resolution: &Resolution,
    corpus: &Corpus,
) -> Vec<Target> {
    let alone = Resolved {
        resolution: id,
        passages: vec![range.clone()],
    };
    let citation = corpus.cite_all(&alone);
    match citation.targets() {
        [target] if is_half(target) => by_paragraph(&alone, resolution, corpus),
        [target] => vec![whole_article(target, range, &alone, resolution, corpus)],
        targets => targets.to_vec(),
    }
}

/// The article whose paragraphs are all of a range; else what the range is.
fn whole_article(
    target: &Target,
    range: &Range<usize>,
    alone: &Resolved,
    resolution: &Resolution,
    corpus: &Corpus,
) -> Target {
    let whole = target.to.as_ref().and_then(|_| {
        let (_, above) = target.steps.split_last()?;
        above.last()?.article()?;
        let is_within = |index: usize| {
            let citation = corpus.cite(Place::new(alone.resolution, index));
            let targets = citation.targets();
            targets
                .first()
                .is_some_and(|one| one.part == target.part && one.steps.starts_with(above))
        };
        let is_paragraph = |index: &usize| resolution.passages[*index].is_paragraph();
        let before = (0..range.start).rev().find(is_paragraph);
        let behind = (range.end..resolution.passages.len()).find(is_paragraph);
        let goes_on = before.into_iter().chain(behind).any(is_within);
        (!goes_on).then(|| Target {
            steps: above.to_vec(),
            to: None,
            ..target.clone()
        })
    });
    whole.unwrap_or_else(|| target.clone())
}

/// Whether a target is all of a preamble or of an operative part.
fn is_half(target: &Target) -> bool {
    let is_annex = matches!(target.part, CitedPart::Annex(_) | CitedPart::Opening);
    target.steps.is_empty() && !is_annex
}

/// A half by its first and its last paragraph.
fn by_paragraph(alone: &Resolved, resolution: &Resolution, corpus: &Corpus) -> Vec<Target> {
    let units = alone.units(resolution);
    let target = |unit: &usize| {
        let citation = corpus.cite(Place::new(alone.resolution, *unit));
        citation.targets().first().cloned()
    };
    let Some(mut first) = units.first().and_then(target) else {
        return Vec::new();
    };
    if let [_, .., last] = &units[..] {
        first.to = target(last).and_then(|mut last| last.steps.pop());
    }
    vec![first]
}
