//! From letters to words as the finder compares them: text is parted into words, words are folded.

pub(super) mod fold;
pub(super) mod segment;
pub(super) mod spelling;
pub(super) mod tokens;
