//! Which links of a page are marks of notes.

use super::tags::PagePiece;
use crate::text::map::Set;

/// The longest mark, in bytes.
const LONGEST: usize = 40;

/// The ids that raised links lead to, and links whose text is a number in brackets. What they lead to stands below them:
/// a link back to a mark is none.
pub(super) fn marked(pieces: &[PagePiece]) -> impl Iterator<Item = &str> {
    let mut raised = 0_usize;
    let mut above = Set::default();
    pieces.iter().enumerate().filter_map(move |(at, piece)| {
        let tag = match piece {
            PagePiece::Open(tag) => tag,
            PagePiece::Close(name) => {
                raised = raised.saturating_sub(usize::from(name == "sup"));
                return None;
            }
            PagePiece::Text(_) => return None,
        };
        above.extend(tag.get("id"));
        raised += usize::from(tag.name == "sup");
        let id = tag
            .get("href")
            .filter(|_| tag.name == "a")?
            .strip_prefix('#')?;
        let (mut text, mut is_raised) = (String::new(), raised > 0);
        for piece in pieces.get(at + 1..)? {
            match piece {
                PagePiece::Open(tag) => is_raised |= tag.name == "sup",
                PagePiece::Text(piece) if text.len() < LONGEST => text += piece,
                PagePiece::Close(name) if name != "a" => {}
                _ => break,
            }
        }
        let inner = text.trim().trim_matches(['[', ']', '(', ')']);
        let is_number = (1..=3).contains(&inner.len()) && inner.chars().all(|c| c.is_ascii_digit());
        let is_bracketed = text.trim_start().starts_with(['[', '(']);
        (is_number && (is_raised || is_bracketed) && !above.contains(id)).then_some(id)
    })
}
