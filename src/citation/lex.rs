//! Typed text as tokens, with the differences gone that mean nothing: capitals, kinds of blanks and
//! dashes, characters that are not seen.

use unicode_width::UnicodeWidthChar;

use super::{fold, without_zeros};

/// A run of digits, a run of letters, or one other character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Where it begins in the typed text, in bytes.
    pub(super) at: usize,
    /// Whether blanks stand before it.
    pub(super) spaced: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As typed.
    Number(String),
    /// Folded.
    Word(String),
    Mark(char),
}

impl Token {
    /// The label that a number or a letter gives.
    pub(super) fn label(&self) -> Option<&str> {
        match &self.kind {
            Kind::Number(digits) => Some(without_zeros(digits)),
            Kind::Word(word) => Some(word),
            Kind::Mark(_) => None,
        }
    }

    /// Whether it is one of these words.
    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        matches!(&self.kind, Kind::Word(word) if words.contains(&word.as_str()))
    }
}

pub(super) fn lex(typed: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = false;
    // Whether the next character may lengthen the last token.
    let mut joined = false;
    for (at, c) in typed.char_indices().filter(|&(_, c)| !unseen(c)) {
        if c.is_whitespace() {
            (spaced, joined) = (true, false);
            continue;
        }
        match tokens.last_mut().map(|token| &mut token.kind) {
            Some(Kind::Number(digits)) if joined && c.is_numeric() => digits.push(c),
            // Accents too: some letters get one of their own with another case.
            Some(Kind::Word(word))
                if joined && !c.is_numeric() && (c.is_alphabetic() || c.width() == Some(0)) =>
            {
                word.extend(c.to_lowercase());
            }
            _ => {
                let kind = if c.is_numeric() {
                    Kind::Number(c.into())
                } else if c.is_alphabetic() {
                    Kind::Word(fold(c.encode_utf8(&mut [0; 4])))
                } else {
                    Kind::Mark(plain(c))
                };
                tokens.push(Token { kind, at, spaced });
            }
        }
        (spaced, joined) = (false, true);
    }
    tokens
}

/// The mark of the keyboard for one that print has in several forms.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
        '\u{ff1a}' => ':',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff0c}' => ',',
        _ => c,
    }
}

/// Soft hyphens, joiners and marks of direction, which come along with copied text.
fn unseen(c: char) -> bool {
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
    fn digits_and_letters_part_and_blanks_are_only_noted() {
        let kinds: Vec<_> = lex("\u{a0}2/34–P  7a")
            .into_iter()
            .map(|t| (t.kind, t.spaced))
            .collect();
        let number = |digits: &str| Kind::Number(digits.into());
        let word = |word: &str| Kind::Word(word.into());
        assert_eq!(
            kinds,
            [
                (number("2"), true),
                (Kind::Mark('/'), false),
                (number("34"), false),
                (Kind::Mark('-'), false),
                (word("p"), false),
                (number("7"), true),
                (word("a"), false),
            ]
        );
    }

    #[test]
    fn what_is_not_seen_parts_nothing() {
        assert_eq!(lex("pa\u{ad}ra\u{200b}graph").len(), 1);
    }

    #[test]
    fn an_accent_belongs_to_its_letter() {
        let one = Kind::Word("i\u{307}".into());
        for typed in ["İ", "I\u{307}"] {
            let kinds: Vec<_> = lex(typed).into_iter().map(|token| token.kind).collect();
            assert_eq!(kinds, std::slice::from_ref(&one), "{typed}");
        }
    }
}
