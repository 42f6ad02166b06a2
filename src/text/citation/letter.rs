//! Letters and digits in the one form in which they are compared, whatever form they were typed in.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// The ASCII digit of a decimal digit of any script. Superscript ones are none: behind a number they are
/// the mark of a footnote.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let is_digit = |c: char| c.general_category() == GeneralCategory::DecimalNumber;
    if !is_digit(c) {
        return None;
    }
    // Unicode lays decimal digits in tens, zero first, and nothing else between two tens that touch.
    let before = (1..).take_while(|&back| {
        let earlier = u32::from(c).checked_sub(back).and_then(char::from_u32);
        earlier.is_some_and(is_digit)
    });
    let value = u32::try_from(before.count()).ok()? % 10;
    char::from_digit(value, 10)
}

/// A letter without its capital and its width: `Ｐ` is `p`. What has the same capital folds alike, so that
/// nothing prints in capitals as what reads otherwise (`ſ` is `s`). Accents stay, which the finder leaves
/// out: two symbols may differ in nothing else, and one letter is read as one again.
pub(super) fn fold_letter(c: char) -> impl Iterator<Item = char> {
    let ascii = c.is_ascii().then(|| c.to_ascii_lowercase());
    let other = ascii.is_none().then(|| {
        let letters: Vec<char> = if roman_sign(c) {
            std::iter::once(c).nfkc().collect()
        } else {
            vec![plain_letter(c)]
        };
        letters
            .into_iter()
            .flat_map(|letter| capital(letter).to_lowercase())
    });
    ascii.into_iter().chain(other.into_iter().flatten())
}

/// A roman number that is one character, `Ⅳ`: the letters that it is written with.
pub(super) fn roman_sign(c: char) -> bool {
    ('\u{2160}'..='\u{217f}').contains(&c)
}

/// The letter that one of another width or place in the line is (`ᵗ`), if it is a single one.
fn plain_letter(c: char) -> char {
    let mut letters = std::iter::once(c).nfkc();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

/// The capital of a letter. Some have several letters for one (`ΐ`, `ß`): those stay, so that one letter
/// is read as one again.
pub(super) fn capital(letter: char) -> char {
    let mut capital = letter.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

/// A label in capitals, letter for letter: `iii` as it prints, `III`.
pub(crate) fn capitals(label: &str) -> String {
    label.chars().map(capital).collect()
}

/// A text as it is compared, character by character: a word folds alike wherever it is cut.
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let digit = digit(c);
        let letter = digit.is_none().then(|| fold_letter(c));
        digit.into_iter().chain(letter.into_iter().flatten())
    })
}

/// The mark of the keyboard for one that print has in several forms.
pub(super) fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
        '\u{ff1a}' => ':',
        '\u{ff08}' | '\u{fe59}' => '(',
        '\u{ff09}' | '\u{fe5a}' => ')',
        '\u{ff0c}' | '\u{3001}' | '\u{60c}' => ',',
        '\u{ff0e}' | '\u{3002}' | '\u{6d4}' | '\u{964}' => '.',
        '\u{ff1b}' | '\u{61b}' => ';',
        '\u{ff1f}' | '\u{61f}' => '?',
        '\u{ff01}' => '!',
        '\u{2bc}' => '\'',
        '\u{ff03}' => '#',
        '\u{ff20}' => '@',
        '\u{ff06}' => '&',
        '\u{ff0a}' => '*',
        '\u{ff5e}' => '~',
        _ => c,
    }
}

/// Quotes and brackets of any script, but for the round ones, which are a citation's own.
pub(super) fn quotes(c: char) -> bool {
    use GeneralCategory::{
        ClosePunctuation, FinalPunctuation, InitialPunctuation, OpenPunctuation,
    };
    match c {
        '"' | '\'' | '`' | '<' | '>' | '´' | '＂' | '＇' | '❛'..='❞' => true,
        '(' | ')' => false,
        _ => matches!(
            c.general_category(),
            OpenPunctuation | ClosePunctuation | InitialPunctuation | FinalPunctuation
        ),
    }
}

/// Whether a bracket closes what was opened before it.
pub(super) fn closes(c: char) -> bool {
    c.general_category() == GeneralCategory::ClosePunctuation
}

/// What parts a possessive from its word: `2505’s`.
pub(super) fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

/// Soft hyphens, joiners and marks of direction, which come along with copied text.
pub(super) fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_of_any_script_counts_and_a_raised_one_does_not() {
        for (typed, value) in [
            ('7', Some('7')),
            ('７', Some('7')),
            ('٣', Some('3')),
            ('۹', Some('9')),
            ('०', Some('0')),
            ('๔', Some('4')),
            ('𝟘', Some('0')),
            ('𝟿', Some('9')),
            ('²', None),
            ('①', None),
            ('½', None),
            ('a', None),
        ] {
            assert_eq!(digit(typed), value, "{typed}");
        }
    }

    #[test]
    fn every_decimal_digit_has_a_value() {
        let digits = ('\0'..=char::MAX)
            .filter(|c| c.general_category() == GeneralCategory::DecimalNumber)
            .collect::<Vec<_>>();
        assert_eq!(digits.len() % 10, 0);
        for ten in digits.chunks(10) {
            let values: String = ten.iter().filter_map(|&c| digit(c)).collect();
            assert_eq!(values, "0123456789");
        }
    }

    #[test]
    fn what_prints_as_one_capital_folds_alike() {
        for (one, other) in [('ſ', 's'), ('K', 'k'), ('Ｐ', 'p'), ('ᵗ', 't'), ('ς', 'σ')] {
            assert!(fold_letter(one).eq(fold_letter(other)), "{one} {other}");
        }
    }
}
