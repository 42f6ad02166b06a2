//! Which paragraphs of two resolutions belong together.

use super::ComparedText;
use crate::analysis::likeness::WeighedTexts;
use crate::text::model::Part;
use crate::text::sorting::sort_by;

/// The likeness from which two paragraphs are wordings of one.
const ALIKE: f32 = 0.32;

/// How much of the shorter of two, how much of a part of one, and how many words in a row of either, are in the other
/// where they belong together and are less alike.
const SHORTER: f32 = 0.2;
const PART: f32 = 0.15;
const RUN: usize = 9;

/// A paragraph of the earlier resolution and one of the later, by their positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Two paragraphs, and how alike they are.
#[derive(Clone, Copy)]
struct AlikePair {
    pair: Pair,
    of_both: f32,
    of_shorter: f32,
}

/// The pairs: those of one paragraph with one, the most alike first; then those of what is a part of another one, or
/// has only a part in common with it.
pub(super) fn pairs(wordings: &WeighedTexts, from: &ComparedText, to: &ComparedText) -> Vec<Pair> {
    let candidates = candidates(wordings, from.places.len(), to.places.len());
    let whole = whole(&candidates);
    let is_of_kind = |candidate: &&AlikePair| {
        let kind = |part: Part| (part.is_preamble(), part.annex().is_some());
        kind(from.parts[candidate.pair.from]) == kind(to.parts[candidate.pair.to])
    };
    let candidates: Vec<_> = candidates.iter().filter(is_of_kind).copied().collect();
    let behind = from.places.len();
    let mut pairs = whole.clone();
    for side in [ComparedSide::From, ComparedSide::To] {
        pairs.extend(parts(wordings, behind, side, &candidates, &whole));
    }
    pairs
}

/// All pairs that may belong together, the most alike first; of those that are as much alike, what stands nearer.
fn candidates(wordings: &WeighedTexts, from: usize, to: usize) -> Vec<AlikePair> {
    let every = (0..from).flat_map(|old| (0..to).map(move |new| Pair { from: old, to: new }));
    let measured = every.map(|pair| {
        let likeness = wordings.likeness(pair.from, from + pair.to, PART);
        AlikePair {
            pair,
            of_both: likeness.of_both,
            of_shorter: likeness.of_shorter,
        }
    });
    let mut candidates: Vec<_> = measured.filter(|one| one.of_shorter >= PART).collect();
    sort_by(&mut candidates, |one, other| {
        let distance = |of: &AlikePair| of.pair.from.abs_diff(of.pair.to);
        let likeness = other.of_both.total_cmp(&one.of_both);
        likeness.then(distance(one).cmp(&distance(other)))
    });
    candidates
}

/// The best pairs, each paragraph in one at most.
fn whole(candidates: &[AlikePair]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for one in candidates.iter().filter(|one| one.of_both >= ALIKE) {
        let is_taken = |pair: &Pair| pair.from == one.pair.from || pair.to == one.pair.to;
        if !pairs.iter().any(is_taken) {
            pairs.push(one.pair);
        }
    }
    pairs
}

/// One of the two resolutions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ComparedSide {
    From,
    To,
}

impl ComparedSide {
    /// The paragraph of a pair on this side.
    fn of(self, pair: Pair) -> usize {
        match self {
            Self::From => pair.from,
            Self::To => pair.to,
        }
    }
}

/// For each paragraph of a side that is in no pair the best one that it belongs to all the same.
fn parts(
    wordings: &WeighedTexts,
    behind: usize,
    side: ComparedSide,
    candidates: &[AlikePair],
    whole: &[Pair],
) -> Vec<Pair> {
    let mut best: Vec<(f32, Pair)> = Vec::new();
    let is_left = |one: &&AlikePair| whole.iter().all(|pair| side.of(*pair) != side.of(one.pair));
    for candidate in candidates.iter().filter(is_left) {
        let (share, least, run) = share(wordings, behind, side, *candidate, whole);
        if share < least || run < RUN {
            continue;
        }
        let pair = candidate.pair;
        match best
            .iter_mut()
            .find(|(_, known)| side.of(*known) == side.of(pair))
        {
            Some(known) if known.0 < share => *known = (share, pair),
            Some(_) => {}
            None => best.push((share, pair)),
        }
    }
    best.into_iter().map(|(_, pair)| pair).collect()
}

/// What a paragraph that is left has in common with another: how much, how much it has to be, and how many words in a
/// row. Where that one is in a pair, what it has in common with its pair is not counted: a formula that many paragraphs
/// have is no part of any.
fn share(
    wordings: &WeighedTexts,
    behind: usize,
    side: ComparedSide,
    candidate: AlikePair,
    whole: &[Pair],
) -> (f32, f32, usize) {
    let Pair { from, to } = candidate.pair;
    let mate = |pair: &&Pair| pair.from == from || pair.to == to;
    let (share, run) = match (side, whole.iter().find(mate)) {
        (_, None) => {
            let run = wordings.longest_run(from, behind + to);
            return (candidate.of_shorter, SHORTER, run);
        }
        (ComparedSide::From, Some(pair)) => wordings.within_rest(from, behind + to, pair.from),
        (ComparedSide::To, Some(pair)) => wordings.within_rest(behind + to, from, behind + pair.to),
    };
    (share, PART, run)
}
