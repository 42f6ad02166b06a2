//! What is found in the order of its days.

use std::cmp::Reverse;

use crate::cli::args::choices::FoundOrder;
use crate::search::{Hit, Match, Subject};
use crate::text::corpus::Corpus;
use crate::text::model::{Place, ResolutionId};
use crate::text::sorting::sort_by_key;

/// Puts hits in the order of their days: those that have all words first, and of each kind those without a day last.
/// A hit that stands for several paragraphs is cited by the first of them in this order.
pub(super) fn sort(hits: &mut [Hit], order: FoundOrder, corpus: &Corpus) {
    if order == FoundOrder::Best {
        return;
    }
    let mut days: Vec<&str> = corpus
        .resolutions()
        .filter_map(|id| corpus.day_of(id))
        .collect();
    sort_by_key(&mut days, |&day| day);
    days.dedup();
    // The position of its day among all; of the later first where that is asked for.
    let rank = |id: ResolutionId| {
        let day = corpus.day_of(id)?;
        let at = days.partition_point(|&other| other < day);
        Some(match order {
            FoundOrder::Newest => days.len() - at,
            FoundOrder::Best | FoundOrder::Oldest => at,
        })
    };
    let key = |id: ResolutionId| {
        let rank = rank(id);
        (rank.is_none(), rank)
    };
    for hit in &mut *hits {
        let mut places: Vec<Place> = hit.places().collect();
        sort_by_key(&mut places, |place| (key(place.resolution), *place));
        if let [first, others @ ..] = places.as_slice() {
            hit.subject = Subject::Passage(*first);
            hit.same = others.to_vec();
        }
    }
    sort_by_key(hits, |hit| {
        let id = match hit.subject {
            Subject::Session(_) => None,
            Subject::Resolution(id) => Some(id),
            Subject::Passage(place) => Some(place.resolution),
        };
        let lacks_some = hit.by == Match::Fuzzy;
        (lacks_some, Reverse(id.is_some()), id.map(key), hit.subject)
    });
}
