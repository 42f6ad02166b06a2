//! How likely a text is the one meant, whatever the words are: it breaks ties between texts that hold the
//! same words, and is too little to outweigh one more of them.

use crate::search::index::paragraphs::Paragraphs;
use crate::search::index::text_set::TextId;
use crate::search::weights::{MOST_AGREED, Weights};

/// The factor on the score of a text, about 1, whatever is asked.
pub(in crate::search) fn of(weights: &Weights, paragraphs: &Paragraphs, text: TextId) -> f32 {
    let repeats = paragraphs.count(text, MOST_AGREED) as f32;
    let agreed = weights.agreed_language * libm::logf(repeats);
    1.0 + agreed - verbless(weights, paragraphs, text)
}

/// The factor where one resolution is asked for: it does not matter what others repeat.
pub(in crate::search) fn within_resolution(
    weights: &Weights,
    paragraphs: &Paragraphs,
    text: TextId,
) -> f32 {
    1.0 - verbless(weights, paragraphs, text)
}

fn verbless(weights: &Weights, paragraphs: &Paragraphs, text: TextId) -> f32 {
    if paragraphs.leads().is_none(text) {
        weights.verbless
    } else {
        0.0
    }
}
