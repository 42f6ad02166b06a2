//! From letters to words as the finder compares them: text is parted into words, words are folded.

pub(super) mod dates;
pub(super) mod fold;
pub(super) mod likeness;
pub(super) mod segment;
pub(super) mod spelling;
pub(super) mod tokens;
