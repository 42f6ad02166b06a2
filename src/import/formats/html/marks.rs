//! Which links of a page are marks of notes.

use super::tags::PagePiece;

/// The ids that raised links lead to, and links whose text is a number in brackets.
pub(super) fn marked(pieces: &[PagePiece]) -> impl Iterator<Item = &str> {
    let mut raised = 0_usize;
    pieces
        .iter()
        .enumerate()
        .filter_map(move |(at, piece)| match piece {
            PagePiece::Open(tag) if tag.name == "sup" => {
                raised += 1;
                None
            }
            PagePiece::Close(name) if name == "sup" => {
                raised = raised.saturating_sub(1);
                None
            }
            PagePiece::Open(tag) if tag.name == "a" => {
                let id = tag.get("href")?.strip_prefix('#')?;
                let is_number = |text: &str| {
                    let inner = text.trim().trim_matches(['[', ']', '(', ')']);
                    !inner.is_empty()
                        && inner.len() <= 3
                        && inner.chars().all(|c| c.is_ascii_digit())
                };
                let (mut next, mut is_raised) = (pieces.get(at + 1..)?.iter(), raised > 0);
                let text = next.find_map(|piece| match piece {
                    PagePiece::Open(tag) => {
                        is_raised |= tag.name == "sup";
                        None
                    }
                    PagePiece::Text(text) => Some(Some(text)),
                    PagePiece::Close(_) => Some(None),
                })??;
                let is_bracketed = text.trim_start().starts_with('[');
                (is_number(text) && (is_raised || is_bracketed)).then_some(id)
            }
            _ => None,
        })
}
