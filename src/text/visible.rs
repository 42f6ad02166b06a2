//! Control characters of a corpus turned into visible characters.
//!
//! A corpus is untrusted input: nothing in it may act on the reader's terminal. C0 controls are shown
//! as control pictures (`␛`), DEL as `␡`, C1 and shaping controls as `�`, and so is what turns the direction of
//! the text that follows: embeddings, overrides, isolates. Line ends and tabs are controls too: a paragraph is
//! one line.
//!
//! A single mark of direction ([`is_direction`]) stays. It is a letter without a shape, as exact a part of the
//! text as any: it moves no more than a Latin or an Arabic letter in its place would, which any text may hold, and
//! nothing beyond its line.
//!
//! What is quoted is [`visible`] text too, by whatever way: printed, as columns, in lines, or sent to the
//! clipboard. Only JSON, which can escape them, has the characters themselves.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with each control character replaced by a visible one; borrowed where there is none.
///
/// Each character becomes one character, but not of as many bytes.
///
/// ```
/// use resolut::text::visible::visible;
///
/// assert_eq!(visible("an \u{1b}[2J escape"), "an ␛[2J escape");
/// assert_eq!(visible("turned \u{202e}round"), "turned \u{fffd}round");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| replacement(c).is_some()) {
        text.chars().map(|c| replacement(c).unwrap_or(c)).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// JSON in which each character is escaped that is replaced in visible text, and marks of direction, which nobody
/// would see. It says what it said.
///
/// ```
/// use resolut::text::visible::visible_json;
///
/// assert_eq!(visible_json("\"a \u{9b}31m \u{e0041}\""), r#""a \u009b31m \udb40\udc41""#);
/// ```
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let is_escaped = |c| replacement(c).is_some() || is_direction(c);
    if !json.contains(is_escaped) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if is_escaped(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

/// The character shown in place of one that must not reach a terminal; none for any other.
pub fn replacement(c: char) -> Option<char> {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// The ASCII character that a terminal without others shows for a quotation mark, a dash or a space; none for any
/// other. Each is one column wide, as what it stands for.
pub fn ascii(c: char) -> Option<char> {
    Some(match c {
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        '‘'..='‛' | '′' | '‹' | '›' | '´' => '\'',
        '“'..='‟' | '″' | '«' | '»' => '"',
        '‐'..='―' | '−' => '-',
        '•' | '·' => '*',
        '…' => '.',
        _ => return None,
    })
}

/// Whether a character is a single mark of direction: U+200E, U+200F or U+061C.
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left() {
        let every: String = (0..0x11_0000).filter_map(char::from_u32).collect();
        let shown = visible(&every);
        assert!(!shown.chars().any(char::is_control));
        assert_eq!(shown.chars().count(), every.chars().count());
    }

    #[test]
    fn an_escape_sequence_is_readable_and_harmless() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c"), "a␛[2Jb�c");
    }

    #[test]
    fn what_turns_the_text_behind_it_is_shown_and_a_single_mark_of_direction_stays() {
        for turning in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{206f}') {
            assert_eq!(replacement(turning), Some('\u{fffd}'), "{turning:?}");
        }
        let text = "in paragraph \u{200e}5, \u{200f}سلام\u{61c}";
        assert_eq!(visible(text), text);
    }

    #[test]
    fn what_print_has_is_shown_as_typewriters_have_it() {
        let print = "“Women’s – and girls’ — rights”: « l’eau »…";
        let typed: String = print.chars().map(|c| ascii(c).unwrap_or(c)).collect();
        assert_eq!(typed, "\"Women's - and girls' - rights\": \" l'eau \".");
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(visible("Côte d’Ivoire 北京"), Cow::Borrowed(_)));
    }
}
