//! Where a document stands within its session, and a session among others.

use crate::text::model::Session;

/// The digits that numbers are written in: more than symbols have.
const WIDTH: usize = 10;

/// A text by which documents are ordered, compared by bytes: by session, resolutions before statements before all
/// else, then by the numbers of the symbol as numbers, then by language and variant.
///
/// ```
/// use resolut::import::collection::{listing_order, session_of};
///
/// let order = |symbol| listing_order(&session_of(symbol, None), symbol, "en", None);
/// assert!(order("S/2024/2") < order("S/RES/2799 (2025)"));
/// assert!(order("A/RES/77/9") < order("A/RES/77/10"));
/// assert!(order("A/RES/77/10") < order("A/77/L.2"));
/// ```
pub fn listing_order(
    session: &Session,
    symbol: &str,
    language: &str,
    variant: Option<u32>,
) -> String {
    let kinds = ["/RES/", "/PRST/"];
    let rank = kinds.iter().position(|kind| symbol.contains(kind));
    let rank = rank.unwrap_or(kinds.len());
    let (session, symbol) = (natural(&session.id), natural(symbol));
    let variant = variant.unwrap_or(1);
    format!("{session}\n{rank}{symbol}\n{language}\n{variant:0WIDTH$}")
}

/// A text in which numbers have the same width.
fn natural(text: &str) -> String {
    let mut made = String::with_capacity(text.len() + 2 * WIDTH);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, digits) = rest.split_at(at);
        let end = digits.find(|c: char| !c.is_ascii_digit());
        let (number, behind) = digits.split_at(end.unwrap_or(digits.len()));
        made.push_str(before);
        made.extend(std::iter::repeat_n('0', WIDTH.saturating_sub(number.len())));
        made.push_str(number);
        rest = behind;
    }
    made.push_str(rest);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::collection::session_of;

    #[test]
    fn documents_are_ordered_by_session_sort_number_and_language() {
        let printed = [
            ("A/RES/9/1", "fr", None),
            ("A/RES/77/9", "ar", None),
            ("A/RES/77/9", "en", None),
            ("A/RES/77/9", "en", Some(2)),
            ("A/RES/77/9", "en", Some(10)),
            ("A/RES/77/10", "ar", None),
            ("A/RES/77/10 A", "ar", None),
            ("A/77/L.4", "en", None),
            ("S/RES/999 (1994)", "en", None),
            ("S/RES/1000 (1994)", "en", None),
            ("S/PRST/1994/2", "en", None),
            ("S/PRST/1994/11", "en", None),
            ("S/1994/3", "en", None),
            ("S/RES/1 (1995)", "en", None),
        ];
        let orders = printed.map(|(symbol, language, variant)| {
            listing_order(&session_of(symbol, None), symbol, language, variant)
        });
        assert!(orders.is_sorted(), "{orders:?}");
    }
}
