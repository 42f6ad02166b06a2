//! Values as they are typed: up to a blank, or in quotation marks.

pub(super) struct AskedValue<'q> {
    /// Without its quotation marks.
    pub(super) text: &'q str,
    pub(super) quotes: Quotes,
}

/// Whether a value stands in quotation marks.
#[derive(Clone, Copy)]
pub(super) enum Quotes {
    None,
    /// The closing one is not typed yet.
    Open,
    Closed,
}

/// Reads up to the closing quotation mark, or up to a blank; returns the value and what follows it.
pub(super) fn read_value(text: &str) -> (AskedValue<'_>, &str) {
    const QUOTES: [char; 3] = ['"', '\u{201c}', '\u{201d}'];
    if let Some(inside) = text.strip_prefix(QUOTES) {
        let closed = inside.find(QUOTES).and_then(|end| {
            let (text, rest) = inside.split_at_checked(end)?;
            Some((text, rest.strip_prefix(QUOTES)?))
        });
        let quotes = match closed {
            Some(_) => Quotes::Closed,
            None => Quotes::Open,
        };
        let (text, rest) = closed.unwrap_or((inside, ""));
        return (AskedValue { text, quotes }, rest);
    }
    let ends = |letter: char| letter.is_whitespace() || letter == '|';
    let end = text.find(ends).unwrap_or(text.len());
    let (text, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let quotes = Quotes::None;
    (AskedValue { text, quotes }, rest)
}
