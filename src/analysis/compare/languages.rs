//! Two languages of one resolution: paragraphs are paired by their numbers, or by their position where they have none.

use super::{ComparedRow, ComparedText, Fate};
use crate::text::corpus::{Corpus, Likeness, ReadError};
use crate::text::model::{Place, ResolutionId};

/// Pairs the paragraphs of two texts of one resolution, in the order of the first. A pair is the same where it has one
/// number, and changed where it has only one position of several.
///
/// # Errors
/// One of them can't be read.
///
/// # Panics
/// If one of the two is not of this corpus.
pub fn languages(
    corpus: &Corpus,
    from: ResolutionId,
    to: ResolutionId,
) -> Result<Vec<ComparedRow>, ReadError> {
    let places = |id| Ok(ComparedText::of(id, &*corpus.read(id)?).places);
    let (own, others): (Vec<Place>, Vec<Place>) = (places(from)?, places(to)?);
    let there = corpus.counterparts(from, to);
    let pair = |place: &Place| {
        let found = there.get(place.index())?.as_ref()?;
        let at = others.iter().position(|other| *other == found.place)?;
        Some((at, found.likeness))
    };
    let pairs: Vec<_> = own.iter().map(pair).collect();
    let is_paired = |at: usize| pairs.iter().flatten().any(|(paired, _)| *paired == at);
    let alone: Vec<usize> = (0..others.len()).filter(|at| !is_paired(*at)).collect();
    let row = |from: Option<Place>, to: Option<Place>, fate| ComparedRow {
        from: from.into_iter().collect(),
        to: to.into_iter().collect(),
        fate,
        is_moved: false,
        likeness: 0.0,
    };
    let mut alone = alone.into_iter().peekable();
    let mut rows = Vec::new();
    for (&place, pair) in own.iter().zip(&pairs) {
        let Some((at, likeness)) = *pair else {
            rows.push(row(Some(place), None, Fate::Dropped));
            continue;
        };
        while let Some(before) = alone.next_if(|before| *before < at) {
            rows.push(row(None, Some(others[before]), Fate::New));
        }
        let fate = match likeness {
            Likeness::Same => Fate::Same,
            Likeness::Among(_) | Likeness::Before => Fate::Changed,
        };
        rows.push(row(Some(place), Some(others[at]), fate));
    }
    rows.extend(alone.map(|at| row(None, Some(others[at]), Fate::New)));
    Ok(rows)
}
