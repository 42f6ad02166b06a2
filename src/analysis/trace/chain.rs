//! What a paragraph was in the resolutions that its own one renews, one after the other.
//!
//! The line is that of [`lineage`]; in each resolution of it stands what [`compare`] pairs with the wording that was
//! found last. One that has no such paragraph, as a renewal for some weeks has not, is passed over.

use super::{Nearness, TracedWording, tell_verbs, words_in_a_row};
use crate::analysis::likeness::WeighedTexts;
use crate::analysis::{compare, lineage};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Place, ResolutionId};

/// The wordings of the paragraph at `place` in the line of renewals that ends with it, the newest first: itself, and
/// before it those that it goes back to, each as it stands to the paragraph itself.
///
/// # Errors
/// A resolution can't be read.
pub fn chain(corpus: &Corpus, place: Place) -> Result<Vec<TracedWording>, ReadError> {
    let paragraph = corpus.read(place.resolution)?.paragraph_of(place.index());
    let place = Place::new(place.resolution, paragraph);
    let mut rows = vec![TracedWording::here(place)];
    let mut last = place;
    for earlier in lineage::line(corpus, place.resolution)?.into_iter().skip(1) {
        if let Some(row) = found(corpus, earlier, last, place)? {
            last = row.place;
            rows.push(row);
        }
    }
    tell_verbs(corpus, place, &mut rows)?;
    Ok(rows)
}

/// What an earlier resolution has of the wording `last`, as it stands to the paragraph `own`.
fn found(
    corpus: &Corpus,
    earlier: ResolutionId,
    last: Place,
    own: Place,
) -> Result<Option<TracedWording>, ReadError> {
    let rows = compare::rows(corpus, earlier, last.resolution)?;
    let row = rows.into_iter().find(|row| row.to.contains(&last));
    let mut best: Option<TracedWording> = None;
    for place in row.map(|row| row.from).unwrap_or_default() {
        let wording = standing(corpus, place, own)?;
        if best
            .as_ref()
            .is_none_or(|best| best.likeness < wording.likeness)
        {
            best = Some(wording);
        }
    }
    Ok(best)
}

/// A paragraph as it stands to another. Words weigh what they do among those of that one's resolution.
fn standing(corpus: &Corpus, place: Place, own: Place) -> Result<TracedWording, ReadError> {
    let [one, text] = [own, place].map(|place| corpus.text(place));
    let (one, text) = (one?, text?);
    let others = compare::texts(corpus, own.resolution)?;
    let others = others.iter().filter(|other| **other != one);
    let all = [&one, &text].into_iter().chain(others);
    let weighed = WeighedTexts::of(all.map(String::as_str));
    let nearness = if compare::same_letters(&one, &text) {
        Nearness::Same
    } else if compare::same_words(&one, &text) {
        Nearness::Letters
    } else if weighed.are_one(0, 1) {
        Nearness::Numbers
    } else {
        Nearness::Near
    };
    Ok(TracedWording {
        nearness,
        likeness: weighed.likeness(0, 1, 0.0).of_both,
        run: words_in_a_row(&one, &text),
        ..TracedWording::here(place)
    })
}
