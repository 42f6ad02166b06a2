//! Pairs of paragraphs as rows: each paragraph in one of them.

use super::pairs::Pair;
use super::{ComparedRow, ComparedText, Fate, same_words};
use crate::analysis::likeness::WeighedTexts;
use crate::text::sorting::{sort_by, sort_by_key};

/// A row by the positions of its paragraphs.
#[derive(Clone, Default)]
struct RowGroup {
    from: Vec<usize>,
    to: Vec<usize>,
    is_moved: bool,
}

/// The rows, in the order of the later resolution.
pub(super) fn rows(
    wordings: &WeighedTexts,
    from: &ComparedText,
    to: &ComparedText,
    pairs: &[Pair],
) -> Vec<ComparedRow> {
    let mut groups = groups(pairs, from.places.len(), to.places.len());
    mark_moved(&mut groups);
    let order = order(&groups);
    let mut placed: Vec<_> = order.into_iter().zip(groups).collect();
    sort_by_key(&mut placed, |(place, _)| *place);
    let row = |(_, group): &(_, RowGroup)| ComparedRow {
        from: group.from.iter().map(|&at| from.places[at]).collect(),
        to: group.to.iter().map(|&at| to.places[at]).collect(),
        fate: fate(group, from, to),
        is_moved: group.is_moved,
        likeness: likeness(wordings, group, from.places.len()),
    };
    placed.iter().map(row).collect()
}

/// What belongs together, and each paragraph that belongs to no other.
fn groups(pairs: &[Pair], from: usize, to: usize) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    for pair in pairs {
        let known = groups
            .iter_mut()
            .find(|group| group.from.contains(&pair.from) || group.to.contains(&pair.to));
        match known {
            Some(group) => group.add(*pair),
            None => groups.push(RowGroup {
                from: vec![pair.from],
                to: vec![pair.to],
                is_moved: false,
            }),
        }
    }
    let lone = |at: usize| RowGroup {
        from: vec![at],
        ..RowGroup::default()
    };
    let dropped = (0..from).filter(|at| !groups.iter().any(|group| group.from.contains(at)));
    let dropped: Vec<_> = dropped.map(lone).collect();
    let lone = |at: usize| RowGroup {
        to: vec![at],
        ..RowGroup::default()
    };
    let new = (0..to).filter(|at| !groups.iter().any(|group| group.to.contains(at)));
    let new: Vec<_> = new.map(lone).collect();
    groups.into_iter().chain(dropped).chain(new).collect()
}

impl RowGroup {
    /// Adds what is half of one that is in it.
    fn add(&mut self, pair: Pair) {
        for (side, at) in [(&mut self.from, pair.from), (&mut self.to, pair.to)] {
            if !side.contains(&at) {
                side.push(at);
                sort_by(side, Ord::cmp);
            }
        }
    }

    /// The first of each side, of a group that has both.
    fn firsts(&self) -> Option<(usize, usize)> {
        Some((*self.from.first()?, *self.to.first()?))
    }
}

/// Marks all but the most rows that stand in one order in both resolutions.
fn mark_moved(groups: &mut [RowGroup]) {
    let mut rows: Vec<(usize, usize, usize)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        rows.extend(group.firsts().map(|(from, to)| (to, from, at)));
    }
    sort_by_key(&mut rows, |row| *row);
    // For each row the most in order up to it, and the one before it among these.
    let mut chains: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, (_, from, _)) in rows.iter().enumerate() {
        let before = (0..at).filter(|&before| rows[before].1 < *from);
        let best = before.max_by_key(|&before| chains[before].0);
        chains.push((best.map_or(1, |best| chains[best].0 + 1), best));
    }
    let mut last = (0..chains.len()).max_by_key(|&at| chains[at].0);
    for (_, _, at) in &rows {
        groups[*at].is_moved = true;
    }
    while let Some(at) = last {
        groups[rows[at].2].is_moved = false;
        last = chains[at].1;
    }
}

/// Where each row is to stand: by the later resolution, and what was dropped behind what it stood behind.
fn order(groups: &[RowGroup]) -> Vec<(usize, usize)> {
    let behind = |dropped: usize| {
        let firm = groups.iter().filter(|group| !group.is_moved);
        let before = firm
            .filter_map(RowGroup::firsts)
            .filter(|&(from, _)| from < dropped);
        before.map(|(_, to)| to + 1).max().unwrap_or(0)
    };
    let place = |group: &RowGroup| match (group.from.first(), group.to.first()) {
        (_, Some(to)) => (to + 1, 0),
        (Some(&dropped), None) => (behind(dropped), dropped + 1),
        (None, None) => (0, 0),
    };
    groups.iter().map(place).collect()
}

fn fate(group: &RowGroup, from: &ComparedText, to: &ComparedText) -> Fate {
    match (&group.from[..], &group.to[..]) {
        (_, []) => Fate::Dropped,
        ([], _) => Fate::New,
        ([old], [new]) if same_words(&from.texts[*old], &to.texts[*new]) => Fate::Same,
        ([_], [_]) => Fate::Changed,
        (old, new) if old.len() < new.len() => Fate::Split,
        _ => Fate::Merged,
    }
}

/// The likeness of what is most alike in a row.
fn likeness(wordings: &WeighedTexts, group: &RowGroup, behind: usize) -> f32 {
    let each = group
        .from
        .iter()
        .flat_map(|&old| group.to.iter().map(move |&new| (old, new)));
    let each = each.map(|(old, new)| wordings.likeness(old, behind + new, 0.0));
    each.map(|likeness| likeness.of_both).fold(0.0, f32::max)
}
