//! Letters and the columns that they take on a terminal.
//!
//! A letter is a grapheme: what a reader takes for one, whatever the number of its characters. It is drawn
//! by itself, in cells of its own, so any width is the sum over letters. A terminal may join some of
//! them (an Arabic lam and its alef, say); that makes no other letter move, for each has its own place.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::visible::visible;

/// The most characters that are shown of a letter: it may carry a flood of combining marks.
pub const LETTER: usize = 16;

/// The graphemes of a text, with where each begins. Nearly all stand between two ASCII characters, and
/// need no table.
///
/// ```
/// use resolut::text::letters::letters;
///
/// let found: Vec<_> = letters("ne\u{301}e").collect();
/// assert_eq!(found, [(0, "n"), (1, "e\u{301}"), (4, "e")]);
/// ```
pub fn letters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let alone = match rest.as_bytes() {
            [b' '..=b'~'] => true,
            [b' '..=b'~', next, ..] => next.is_ascii(),
            _ => false,
        };
        let letter = if alone {
            rest.get(..1)
        } else {
            rest.graphemes(true).next()
        }?;
        let begin = at;
        at += letter.len();
        Some((begin, letter))
    })
}

/// The form in which a letter is drawn: controls made visible, a flood of combining marks cut.
pub fn drawn(letter: &str) -> Cow<'_, str> {
    let shown = visible(letter);
    if shown.chars().nth(LETTER).is_none() {
        return shown;
    }
    Cow::Owned(shown.chars().take(LETTER).collect())
}

/// How many columns a text takes on a terminal, controls made visible.
///
/// ```
/// use resolut::text::letters::columns;
///
/// assert_eq!(columns("née"), 3);
/// assert_eq!(columns("決定"), 4);
/// ```
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    letters(text).map(|(_, letter)| columns_of(letter)).sum()
}

fn columns_of(letter: &str) -> usize {
    match drawn(letter) {
        // What stands for a control is a letter of its own.
        Cow::Owned(drawn) => drawn.graphemes(true).map(cells).sum(),
        Cow::Borrowed(drawn) => cells(drawn),
    }
}

/// The cells of a letter that is drawn as it is.
pub fn cells(letter: &str) -> usize {
    letter.width()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_width_is_the_sum_over_letters() {
        for (text, want) in [
            ("Résumé", 6),
            ("السلام والأمن", 13),
            ("لا لأ لإ لآ", 11),
            ("安全理事会", 10),
            ("e\u{301}", 1),
            ("👨‍👩‍👧", 2),
            ("ｶﾞ", 2),
            ("a\r\nb", 4),
            ("\u{1b}[2Jb\u{202e}é", 7),
        ] {
            assert_eq!(columns(text), want, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

        #[test]
        fn letters_are_graphemes(text in "(\\PC|[ a-z\u{300}\u{200d}\r\n안🇨]){0,40}") {
            let want: Vec<_> = text.grapheme_indices(true).collect();
            prop_assert_eq!(letters(&text).collect::<Vec<_>>(), want);
        }

        #[test]
        fn no_letter_changes_the_width_of_another(one in "(\\PC|[لاأإآﾞ\u{300}\u{200d}]){0,20}", other in "[a-z北]{1,9}") {
            prop_assert_eq!(columns(&one) + columns(&other), columns(&format!("{one}{other}")));
        }
    }
}
