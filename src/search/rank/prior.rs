//! How likely a text is the one meant, whatever the words are: it breaks ties between texts that hold the
//! same words, and is too little to outweigh one more of them.

use crate::search::index::paragraphs::Paragraphs;
use crate::search::rank::reasons::{Reason, Summed};
use crate::search::weights::{MOST_AGREED, Weights};

/// Judges a text, whatever is asked.
pub(in crate::search) fn of(weights: &Weights, paragraphs: &Paragraphs, sum: &mut Summed<'_>) {
    let repeats = paragraphs.count(sum.row.text, MOST_AGREED) as f32;
    let agreed = sum.row.score * weights.agreed_language * libm::logf(repeats);
    within_resolution(weights, paragraphs, sum);
    sum.add(Reason::Repeated, agreed);
}

/// Judges a text where one resolution is asked for: it does not matter what others repeat.
pub(in crate::search) fn within_resolution(
    weights: &Weights,
    paragraphs: &Paragraphs,
    sum: &mut Summed<'_>,
) {
    if paragraphs.leads().is_none(sum.row.text) {
        sum.add(Reason::Verbless, -sum.row.score * weights.verbless);
    }
}
