//! A running text cut into words, numbers, document symbols and marks.

use std::ops::Range;

use crate::text::model::MONTHS;

/// What a lexeme is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LexemeKind {
    Word,
    /// Digits.
    Number,
    /// What has a slash and a digit: `S/2008/436`, `60/1`.
    Symbol,
    /// Any other character.
    Mark,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme<'t> {
    pub(super) kind: LexemeKind,
    pub(super) text: &'t str,
    at: usize,
}

/// A text as its lexemes. A position beyond its ends has none, and is no error.
#[derive(Debug)]
pub(super) struct Lexemes<'t>(Vec<Lexeme<'t>>);

impl<'t> Lexemes<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut lexemes = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if is_passed_over(first) {
                at += first.len_utf8();
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let (kind, length) = cut(first, rest);
            let text = rest.get(..length).unwrap_or_default();
            lexemes.push(Lexeme { kind, text, at });
            at += length.max(1);
        }
        Self(lexemes)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Lexeme<'t>> {
        self.0.get(at).copied()
    }

    /// The bytes of some lexemes that stand side by side.
    pub(super) fn bytes(&self, of: &Range<usize>) -> Range<usize> {
        let end = |at: usize| self.get(at).map_or(0, |one| one.at + one.text.len());
        let start = self.get(of.start).map_or(0, |first| first.at);
        start..of.end.checked_sub(1).map_or(start, end).max(start)
    }

    /// Whether one of these words stands there, whatever its case.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.word(at)
            .is_some_and(|printed| words.iter().any(|word| is_same(word, printed)))
    }

    /// Whether one of many words stands there, whatever its case.
    pub(super) fn is_one_of(&self, at: usize, words: &ManyWords) -> bool {
        self.which(at, words).is_some()
    }

    /// Which of many words stands there, whatever its case.
    pub(super) fn which(&self, at: usize, words: &ManyWords) -> Option<usize> {
        let printed = self.word(at)?;
        let may_be = words.bits & bit(printed.as_bytes()) != 0;
        may_be.then(|| words.words.iter().position(|word| is_same(word, printed)))?
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.get(at)
            .is_some_and(|lexeme| lexeme.kind == LexemeKind::Mark && lexeme.text.starts_with(marks))
    }

    /// The word there.
    pub(super) fn word(&self, at: usize) -> Option<&'t str> {
        self.get(at)
            .filter(|lexeme| lexeme.kind == LexemeKind::Word)
            .map(|lexeme| lexeme.text)
    }

    /// The number there, where neither a letter nor, as in `1.3.3`, another number is joined to it.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        let lexeme = self.get(at)?;
        if lexeme.kind != LexemeKind::Number {
            return None;
        }
        let is_point = self.is_mark(at + 1, &['.']) && self.is_joined(at + 2);
        let is_decimal = is_point && self.get(at + 2)?.kind == LexemeKind::Number;
        let is_whole = !self.is_joined(at + 1) || self.word(at + 1).is_none() && !is_decimal;
        is_whole.then(|| lexeme.text.parse().ok())?
    }

    /// Whether nothing stands between a lexeme and the one before it.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.get(before));
        let before = before.map(|one| one.at + one.text.len());
        self.get(at).map(|one| one.at) == before && before.is_some()
    }

    /// The number in brackets there; `( number )` takes three lexemes.
    pub(super) fn bracketed_number(&self, at: usize) -> Option<u32> {
        let is_bracketed = self.is_mark(at, &['(']) && self.is_mark(at + 2, &[')']);
        self.number(at + 1).filter(|_| is_bracketed)
    }

    /// The word in brackets there.
    pub(super) fn bracketed_word(&self, at: usize) -> Option<&'t str> {
        let is_bracketed = self.is_mark(at, &['(']) && self.is_mark(at + 2, &[')']);
        self.word(at + 1).filter(|_| is_bracketed)
    }

    /// A day there, `of 17 May 1994` or `17 May 1994`: its year, and how many lexemes it takes.
    pub(super) fn day(&self, at: usize) -> Option<(u32, usize)> {
        let of = usize::from(self.is(at, &["of", "dated"]));
        self.number(at + of)?;
        let is_day = self.is(at + of + 1, &MONTHS);
        let year = self.number(at + of + 2).filter(|_| is_day)?;
        is_year(year).then_some((year, of + 3))
    }
}

/// Many words of which one may stand somewhere. Of most other words a bit tells that they are none of them.
pub(super) struct ManyWords {
    words: &'static [&'static str],
    bits: u128,
}

impl ManyWords {
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < words.len() {
            bits |= bit(words[at].as_bytes());
            at += 1;
        }
        Self { words, bits }
    }
}

/// The bit of a word, whatever its case: by its length, its first and its last letter.
const fn bit(word: &[u8]) -> u128 {
    let [first, .., last] = word else {
        return 1;
    };
    let letters = (*first as usize & 31) * 7 + (*last as usize & 31) * 29;
    1 << ((letters + word.len() * 3) % 128)
}

/// Whether two words are the same but for the case of their letters: most differ in their length or at their start.
#[inline]
fn is_same(one: &str, other: &str) -> bool {
    let first = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
    one.len() == other.len() && first(one) == first(other) && one.eq_ignore_ascii_case(other)
}

/// Whether a number can be the year of a document.
pub(super) fn is_year(number: u32) -> bool {
    (1946..2100).contains(&number)
}

/// Blanks, and marks of direction, which stand before figures in some files.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{ad}')
}

/// The lexeme that a text begins with, and its length in bytes.
fn cut(first: char, rest: &str) -> (LexemeKind, usize) {
    if !first.is_alphanumeric() {
        return (LexemeKind::Mark, first.len_utf8());
    }
    // A symbol has other characters.
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if plain > 0 && matches!(rest.as_bytes().get(plain), None | Some(b' ' | b',' | b';')) {
        return (LexemeKind::Word, plain);
    }
    if let Some(length) = symbol(rest).or_else(|| short_symbol(rest)) {
        return (LexemeKind::Symbol, length);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return (LexemeKind::Number, digits);
    }
    let is_letter = |c: &char| c.is_alphabetic() || matches!(c, '’' | '\'');
    let letters: usize = rest.chars().take_while(is_letter).map(char::len_utf8).sum();
    (LexemeKind::Word, letters.max(first.len_utf8()))
}

/// The length of a symbol without a slash: `WHA73.1`, `EB148.R2`.
fn short_symbol(rest: &str) -> Option<usize> {
    let run = rest
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '.')
        .next()?;
    let run = run.trim_end_matches('.');
    let (series, number) = run.split_once('.')?;
    let letters = series.bytes().take_while(u8::is_ascii_uppercase).count();
    let is_resolution = number.starts_with('R');
    let number = number.strip_prefix('R').unwrap_or(number);
    let is_number =
        |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_series = letters > 2 || letters == 2 && is_resolution;
    let is_numbered = is_number(series.get(letters..)?) && is_number(number) && number.len() < 4;
    (is_series && is_numbered).then_some(run.len())
}

/// The length of the document symbol that a text begins with.
fn symbol(rest: &str) -> Option<usize> {
    let is_part = |c: char| {
        c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '‑' | '–' | '_' | '\u{200e}')
    };
    let run = rest.split(|c| !is_part(c)).next().unwrap_or_default();
    let run = run.trim_end_matches(|c: char| !c.is_alphanumeric());
    let first = run
        .split('/')
        .next()
        .filter(|first| first.len() < run.len())?;
    let has_digit = run.bytes().any(|byte| byte.is_ascii_digit());
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
    let is_series = first.starts_with(|c: char| c.is_ascii_uppercase())
        && first.chars().filter(char::is_ascii_lowercase).count() <= 1;
    // `Council/PRST/2001/31` is in print as well.
    let is_statement = || run.contains("PRST/");
    (has_digit && (is_number || is_series || is_statement())).then_some(run.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(LexemeKind, &str)> {
        let lexemes = Lexemes::of(text);
        lexemes.0.iter().map(|one| (one.kind, one.text)).collect()
    }

    #[test]
    fn a_symbol_is_one_lexeme_and_a_word_with_a_slash_is_none() {
        use LexemeKind::{Mark, Number, Symbol, Word};
        assert_eq!(
            kinds("(A/62/896-S/2008/436), HIV/AIDS and/or 60/1."),
            [
                (Mark, "("),
                (Symbol, "A/62/896-S/2008/436"),
                (Mark, ")"),
                (Mark, ","),
                (Word, "HIV"),
                (Mark, "/"),
                (Word, "AIDS"),
                (Word, "and"),
                (Mark, "/"),
                (Word, "or"),
                (Symbol, "60/1"),
                (Mark, "."),
            ]
        );
        assert_eq!(
            kinds("OP19(b) \u{200e}5"),
            [
                (Word, "OP"),
                (Number, "19"),
                (Mark, "("),
                (Word, "b"),
                (Mark, ")"),
                (Number, "5"),
            ]
        );
    }

    #[test]
    fn a_series_with_two_numbers_is_a_symbol_and_a_measure_is_none() {
        for (text, is_symbol) in [
            ("WHA73.1", true),
            ("EB148.R2.", true),
            ("PM2.5", false),
            ("DIN2.4375", false),
            ("U.S.", false),
        ] {
            assert_eq!(kinds(text)[0].0 == LexemeKind::Symbol, is_symbol, "{text}");
        }
    }

    #[test]
    fn a_number_with_letters_behind_it_is_an_ordinal_and_no_number() {
        let lexemes = Lexemes::of("the 31st of 17 May 1994");
        assert_eq!((lexemes.number(1), lexemes.number(4)), (None, Some(17)));
        assert_eq!(lexemes.day(3), Some((1994, 4)));
    }
}
