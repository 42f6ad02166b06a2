//! Typed text as tokens, with the differences gone that mean nothing: capitals, kinds of blanks, dashes,
//! digits and brackets, quotes, characters that are not seen.

use unicode_width::UnicodeWidthChar;

use super::Noun;
use super::label::without_zeros;
use super::letter::{apostrophe, closes, digit, fold_letter, plain, quotes, roman_sign, unseen};

/// A run of digits, a run of letters, or one other character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Where it begins in the typed text, in bytes.
    pub(super) at: usize,
    /// Whether blanks or quotes stand before it.
    pub(super) spaced: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// In ASCII digits.
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

    /// Its letters or digits; none of a mark.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Number(text) | Kind::Word(text) => Some(text),
            Kind::Mark(_) => None,
        }
    }

    /// Whether it is one of these words.
    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        matches!(&self.kind, Kind::Word(word) if words.contains(&word.as_str()))
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// The tokens of a text whose first byte is the one at `offset` of what was typed.
pub(super) fn lex(typed: &str, offset: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = false;
    // Whether the next character may lengthen the last token.
    let mut joined = false;
    let mut chars = typed
        .char_indices()
        .filter(|&(at, c)| !unseen(c) && !edits(typed, at))
        .peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let possessive = apostrophe(c) && !spaced && next.is_some_and(char::is_alphabetic);
        let parts = if tokens.is_empty() {
            !closes(c)
        } else {
            !possessive
        };
        let note = !tokens.is_empty() && is_note(typed.get(at..).unwrap_or_default());
        if c.is_whitespace() || (parts && !note && quotes(plain(c))) {
            (spaced, joined) = (true, false);
            continue;
        }
        let number = digit(c);
        let letter = number.is_none() && !apostrophe(c) && (c.is_alphabetic() || roman_sign(c));
        match tokens.last_mut().map(|token| &mut token.kind) {
            Some(Kind::Number(digits)) if joined && number.is_some() => digits.extend(number),
            // Accents too: some letters get one of their own with another case.
            Some(Kind::Word(word))
                if joined && number.is_none() && (letter || c.width() == Some(0)) =>
            {
                word.extend(fold_letter(c));
            }
            _ => {
                let kind = match number {
                    Some(digit) => Kind::Number(digit.into()),
                    None if letter => Kind::Word(fold_letter(c).collect()),
                    None if possessive => Kind::Mark('’'),
                    None => Kind::Mark(plain(c)),
                };
                let at = offset + at;
                tokens.push(Token { kind, at, spaced });
            }
        }
        (spaced, joined) = (false, true);
    }
    tokens
}

/// Whether a square bracket stands there around a letter that who quotes has changed: `[p]aragraph 7`,
/// `resolution[s]`.
fn edits(typed: &str, at: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let (before, bracket) = typed.split_at_checked(at).unwrap_or_default();
    let mut back = before.chars().rev();
    let mut on = bracket.chars();
    match on.next() {
        Some('[') => {
            let around = is_letter(on.next()) && on.next() == Some(']');
            around && (is_letter(back.next()) || is_letter(on.next()))
        }
        Some(']') => {
            let around = is_letter(back.next()) && back.next() == Some('[');
            around && (is_letter(back.next()) || is_letter(on.next()))
        }
        _ => false,
    }
}

/// Whether a text begins with a number in square brackets: behind anything the mark of a footnote, and no
/// paragraph.
fn is_note(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inside
        .is_some_and(|(number, _)| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

/// Letters parted by stops are one word: `S.C.`, `U.N.`; not `a.2`, nor letters that touch what stands
/// before them, nor the label of an annex.
pub(super) fn join_initials(tokens: &[Token]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    // Whether nothing else was met yet: a stop or a bracket of the sentence.
    let mut only_marks = true;
    while let Some(first) = rest.first() {
        only_marks &= joined.last().is_none_or(|last| last.text().is_none());
        let apart = (first.spaced || only_marks) && !joined.last().is_some_and(is_noun);
        let length = if apart { initials(rest) } else { 0 };
        if length < 2 {
            joined.push(first.clone());
            rest = &rest[1..];
            continue;
        }
        let (letters, behind) = rest.split_at(2 * length);
        let word = letters.iter().filter_map(Token::text).collect();
        joined.push(Token {
            kind: Kind::Word(word),
            ..first.clone()
        });
        rest = behind;
    }
    joined
}

/// Whether a label follows: `annex Q.R.3`.
fn is_noun(token: &Token) -> bool {
    matches!(&token.kind, Kind::Word(word) if Noun::read(word).is_some())
}

/// How many letters with a stop each the tokens begin with, the first of them apart and the others not.
pub(super) fn initials(tokens: &[Token]) -> usize {
    let pairs = tokens.chunks_exact(2).enumerate();
    pairs
        .take_while(|(position, pair)| {
            let letter = pair[0].text().is_some_and(|word| {
                matches!(pair[0].kind, Kind::Word(_)) && word.chars().count() == 1
            });
            letter && pair[1].is_mark('.') && !pair[1].spaced && (*position == 0 || !pair[0].spaced)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(typed: &str) -> Vec<Kind> {
        let tokens = join_initials(&lex(typed, 0));
        tokens.into_iter().map(|token| token.kind).collect()
    }

    fn word(word: &str) -> Kind {
        Kind::Word(word.into())
    }

    fn number(digits: &str) -> Kind {
        Kind::Number(digits.into())
    }

    #[test]
    fn digits_and_letters_part_and_blanks_are_only_noted() {
        let kinds: Vec<_> = lex("\u{a0}2/34–P  7a", 0)
            .into_iter()
            .map(|t| (t.kind, t.spaced))
            .collect();
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
        assert_eq!(kinds("pa\u{ad}ra\u{200b}graph").len(), 1);
    }

    #[test]
    fn an_accent_belongs_to_its_letter() {
        for typed in ["İ", "I\u{307}"] {
            assert_eq!(kinds(typed), [word("i\u{307}")], "{typed}");
        }
    }

    #[test]
    fn quotes_and_brackets_of_any_script_only_part() {
        for typed in ["“2”", "«2»", "„2“", "「2」", "[2]", "'2'", "‹2›", "《2》"]
        {
            assert_eq!(kinds(typed), [number("2")], "{typed}");
        }
        assert_eq!(
            kinds("2’s"),
            [number("2"), Kind::Mark('’'), word("s")],
            "a possessive is none"
        );
    }

    #[test]
    fn initials_are_a_word_and_labels_are_not() {
        assert_eq!(kinds("S.C. 2"), [word("sc"), number("2")]);
        assert_eq!(kinds("a.2").len(), 3);
        assert_eq!(kinds("7.a.b.").len(), 6);
    }
}
