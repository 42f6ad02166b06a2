//! The words of a citation: for a resolution, a session, a part, a paragraph, and what may stand between them.

use crate::text::citation::Noun;

/// Words before a symbol, as long as no slash makes them the symbol's own.
pub(super) const RESOLUTION: &[&str] = &[
    "resolution",
    "resolutions",
    "res",
    "document",
    "documents",
    "doc",
    "docs",
    "no",
    "nos",
    "nr",
    "number",
    "n",
];

/// Words for a session.
pub(super) const SESSION: &[&str] = &["session", "sess"];

/// Words before a name that name nothing.
pub(super) const DETERMINERS: &[&str] = &[
    "the", "its", "his", "her", "their", "our", "this", "that", "said",
];

/// Words that part a place from a symbol.
pub(super) const LINKS: &[&str] = &["of", "in", "from", "to", "the"];

/// Words for an operative paragraph or their part.
pub(super) const OPERATIVE: &[&str] = &["op", "ops", "operative"];

/// Words for a preambular paragraph or their part.
pub(super) const PREAMBULAR: &[&str] = &[
    "pp",
    "pps",
    "preambular",
    "preambulatory",
    "preamb",
    "pmbl",
    "preamble",
];

/// Words for a paragraph of either part.
pub(super) const PARAGRAPH: &[&str] = &[
    "para",
    "paras",
    "par",
    "pars",
    "paragraph",
    "paragraphs",
    "clause",
    "clauses",
];

/// Words for the line that names the organ.
pub(super) const OPENING: &[&str] = &["opening"];

/// Words for a point below a paragraph.
pub(super) const POINT: &[&str] = &[
    "point",
    "points",
    "subparagraph",
    "subparagraphs",
    "subpara",
    "subparas",
    "letter",
    "letters",
    "lit",
];

/// Words between the ends of a range.
pub(super) const THROUGH: &[&str] = &["to", "through"];

/// Whether a word says what part a place is of.
pub(super) fn is_place_word(word: &str) -> bool {
    let parts = [OPERATIVE, PREAMBULAR, PARAGRAPH, OPENING, POINT];
    parts.iter().any(|words| words.contains(&word)) || Noun::read(word).is_some()
}
