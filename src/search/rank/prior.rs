//! How likely a text is the one meant, whatever the words are: it breaks ties between texts that hold the
//! same words, and is too little to outweigh one more of them.

use crate::search::index::paragraphs::Paragraphs;
use crate::search::index::text_set::TextId;
use crate::search::weights::{AGREED_LANGUAGE, MOST_AGREED, VERBLESS};

/// What the score of a wording is multiplied by; 1 for most. Where a resolution is asked for, it does not
/// matter what others repeat.
pub(in crate::search) fn of(paragraphs: &Paragraphs, text: TextId, of_one_resolution: bool) -> f32 {
    let repeats = if of_one_resolution {
        1
    } else {
        paragraphs.count(text, MOST_AGREED)
    };
    let likelihood = 1.0 + AGREED_LANGUAGE * libm::logf(repeats as f32);
    if paragraphs.leads().is_none(text) {
        likelihood - VERBLESS
    } else {
        likelihood
    }
}
