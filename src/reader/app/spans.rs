//! What is highlighted in one resolution: the matches of a search, passage by passage.

use std::ops::Range;

use crate::search::Hit;
use crate::text::model::{Resolution, ResolutionId};

/// Byte ranges in the texts of a resolution's passages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    /// By passage; none at all before a search.
    passages: Vec<Vec<Range<usize>>>,
    /// The best match of each hit: the index of the passage, and the byte of its text where the match begins.
    bests: Vec<(usize, usize)>,
}

impl Spans {
    /// The matches that `hits` have in a resolution. Theirs are ranges of a paragraph with its points.
    pub fn of(id: ResolutionId, resolution: &Resolution, hits: &[Hit]) -> Self {
        if resolution.is_lost {
            return Self::default();
        }
        let mut all = Self::none_in(resolution);
        for hit in hits {
            let places = hit.places().filter(|place| place.resolution == id);
            for place in places {
                let index = place.index();
                let text = resolution.unit_text(index);
                let (spans, best) = hit.spans_and_best(&text);
                all.add(resolution, index, &spans, best.map(|span| span.start));
            }
        }
        all
    }

    /// Words of a paragraph, as ranges of it with its points.
    pub fn of_words(resolution: &Resolution, index: usize, words: &[Range<usize>]) -> Self {
        let mut all = Self::none_in(resolution);
        let first = words.first().map(|words| words.start);
        all.add(resolution, index, words, first);
        all
    }

    fn none_in(resolution: &Resolution) -> Self {
        Self {
            passages: vec![Vec::new(); resolution.passages.len()],
            bests: Vec::new(),
        }
    }

    /// Adds the matches of a paragraph with its points, each to the passage that it stands in.
    fn add(
        &mut self,
        resolution: &Resolution,
        index: usize,
        spans: &[Range<usize>],
        best: Option<usize>,
    ) {
        let starts = resolution.unit_starts(index);
        for (passage, start) in resolution.unit(index).zip(starts) {
            let end = start + resolution.passages[passage].text.len();
            // They ascend and part from each other.
            let first = spans.partition_point(|span| span.end <= start);
            let within = spans[first..]
                .iter()
                .take_while(|span| span.start < end)
                .map(|span| span.start.max(start) - start..span.end.min(end) - start);
            self.passages[passage].extend(within);
            let best = best.filter(|byte| (start..end).contains(byte));
            self.bests.extend(best.map(|byte| (passage, byte - start)));
        }
    }

    /// The best match in a paragraph with its points: the index of the passage, and the byte where it begins.
    pub fn best_in(&self, unit: &Range<usize>) -> Option<(usize, usize)> {
        let mut bests = self.bests.iter();
        bests.find(|(passage, _)| unit.contains(passage)).copied()
    }

    /// The matches in the text of a passage, ascending.
    pub fn in_passage(&self, passage: usize) -> &[Range<usize>] {
        self.passages.get(passage).map_or(&[], Vec::as_slice)
    }
}
