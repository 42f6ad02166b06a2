//! The words by which it is told whose paragraphs are meant.

use crate::analysis::lexemes::Lexemes;

/// Whether the word *resolution* stands there.
pub(super) fn is_word_resolution(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.is(at, &["resolution", "resolutions", "UNSCR", "UNSCRs"])
}

/// What may stand between a preposition and the word *resolution*.
pub(super) const FILLERS: [&str; 31] = [
    "its",
    "the",
    "their",
    "security",
    "council",
    "council’s",
    "council's",
    "united",
    "nations",
    "un",
    "unsc",
    "general",
    "assembly",
    "assembly’s",
    "economic",
    "social",
    "and",
    "previous",
    "earlier",
    "relevant",
    "above",
    "mentioned",
    "abovementioned",
    "aforementioned",
    "said",
    "same",
    "that",
    "this",
    "present",
    "those",
    "these",
];

/// What stands before *resolution* where it is not this one.
pub(super) const OTHERS: [&str; 10] = [
    "that",
    "previous",
    "those",
    "these",
    "said",
    "same",
    "earlier",
    "mentioned",
    "abovementioned",
    "aforementioned",
];

/// Texts whose paragraphs are none of a resolution.
pub(super) const FOREIGN: [&str; 30] = [
    "report",
    "reports",
    "letter",
    "letters",
    "statute",
    "agreement",
    "agreements",
    "protocol",
    "annex",
    "annexes",
    "charter",
    "accord",
    "accords",
    "declaration",
    "communiqué",
    "document",
    "documents",
    "framework",
    "plan",
    "memorandum",
    "convention",
    "decision",
    "statement",
    "constitution",
    "rules",
    "guidelines",
    "note",
    "recommendations",
    "compact",
    "concept",
];
