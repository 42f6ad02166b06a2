//! The lead verb of a paragraph: `Calls upon`, `Noting with regret`.

/// The first verb phrase of a paragraph, as printed; empty where it opens with none.
pub fn lead_verb(text: &str) -> &str {
    text.split_inclusive(' ').next().unwrap_or("").trim_end()
}
