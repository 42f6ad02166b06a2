//! Which words of a text a query matched.
//!
//! An answer knows them by their positions, from the index alone. Of the few rows that are shown, the caller has the
//! text, and asks the hit for their bytes.

use crate::search::hit::Matches;
use crate::search::index::concordance::Concordance;
use crate::search::index::sequences::Placed;
use crate::search::index::stream::WordKind;
use crate::search::index::text_set::TextId;
use crate::search::rank::term_map::TermMap;

/// The words of a text that stand for a term.
pub(in crate::search) fn matches(words: &Concordance, map: &TermMap, text: TextId) -> Matches {
    let mut matches = Matches::default();
    let mut most = 0.0;
    words.sequences.each(text, |placed| {
        if !map.terms(placed.word).is_empty() {
            // Words are numbered by frequency.
            let rarity = (placed.word.0 + 2).ilog2() as f32;
            let says = rarity * map.quality(placed.word).powi(2);
            if says > most {
                most = says;
                matches.best = matches.places.len();
            }
            matches.places.push((placed.first(), placed.position));
        }
    });
    matches
}

/// The first word of a text that another one does not have there; none where it goes on as the other does.
pub(in crate::search) fn parting(words: &Concordance, other: TextId, text: TextId) -> Option<u32> {
    let simple = |placed: &Placed| placed.kind == WordKind::Simple;
    let mut of_other = Vec::new();
    words.sequences.each(other, |placed| {
        if simple(&placed) {
            of_other.push(placed.word);
        }
    });
    let mut first = None;
    words.sequences.any(text, |placed| {
        let parts = simple(&placed) && of_other.get(placed.position as usize) != Some(&placed.word);
        if parts {
            first = Some(placed.position);
        }
        parts
    });
    first
}
