//! The resolutions that bodies number by years and sessions: `60/1`, `71/272 A`, `217 A (III)`, `2006/31`.

use std::ops::Range;

use super::setting::Setting;
use super::words::is_word_resolution;
use crate::analysis::lexemes::{LexemeKind, Lexemes, is_year};
use crate::text::citation::read_roman;

/// `60/1`, `71/272 A`, `217 A (III)`: as the organ numbers them that is named before the word *resolution*.
pub(super) fn assembly(
    lexemes: &Lexemes<'_>,
    at: usize,
    word: usize,
    setting: &Setting<'_>,
) -> Option<(Range<usize>, String)> {
    let lexeme = lexemes.get(at)?;
    if lexeme.kind == LexemeKind::Symbol {
        let number = plain(lexeme.text);
        if !is_number(&number) {
            return Some((at..at + 1, number));
        }
        let part = lexemes.word(at + 1).filter(|part| is_capital(part));
        let series = series(lexemes, word, &number, setting);
        let part_said = part.map_or(String::new(), |part| format!(" {part}"));
        let end = at + 1 + usize::from(part.is_some());
        return Some((at..end, format!("{series}{number}{part_said}")));
    }
    let number = lexemes.number(at)?;
    let letter = lexemes.word(at + 1).filter(|word| word.len() == 1);
    let behind = at + 1 + usize::from(letter.is_some());
    let session = lexemes.bracketed_word(behind)?;
    read_roman(session)?;
    let letter = letter.map_or(String::new(), |letter| format!(" {letter}"));
    let symbol = format!("A/RES/{number}{letter} ({session})");
    Some((at..behind + 3, symbol))
}

/// What stands before a number of a year or a session in the symbols of the organ that is named before a word, the nearest
/// of them.
fn series(lexemes: &Lexemes<'_>, word: usize, number: &str, setting: &Setting<'_>) -> String {
    const ORGANS: [&str; 4] = ["assembly", "council", "commission", "rights"];
    let back = (1..8).map(|back| word.wrapping_sub(back));
    // `and its own resolution` begins anew, `by the Assembly in its resolution` does not.
    let is_anew =
        |at: usize| lexemes.is(at, &["its"]) && !lexemes.is(at.wrapping_sub(1), &["in", "by"]);
    let is_over =
        |at: usize| lexemes.is(at, &["own"]) || is_word_resolution(lexemes, at) || is_anew(at);
    let mut back = back.take_while(|&at| !is_over(at));
    let organ = back.find(|&at| lexemes.is(at, &ORGANS));
    let is_organ = |words: &[&str]| organ.is_some_and(|at| lexemes.is(at, words));
    let near = |words: &[&str]| {
        organ.is_some_and(|at| (1..5).any(|back| lexemes.is(at.wrapping_sub(back), words)))
    };
    let series = match () {
        () if is_organ(&["assembly"]) => "A/RES/",
        () if is_organ(&["rights", "commission"]) && near(&["commission"]) => "E/CN.4/RES/",
        () if is_organ(&["council"]) && near(&["social"]) => "E/RES/",
        () if is_organ(&["council", "rights"]) && near(&["human"]) => "A/HRC/RES/",
        () if of_year(number) => "E/RES/",
        // Of the councils this one counts by its sessions.
        () if is_organ(&["council"]) => "A/HRC/RES/",
        () => return setting.series().unwrap_or("A/RES/").to_owned(),
    };
    series.to_owned()
}

/// Whether only digits and a slash stand there.
pub(super) fn is_number(symbol: &str) -> bool {
    symbol
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'/')
}

/// Whether a part of a resolution is named there: one capital.
fn is_capital(word: &str) -> bool {
    matches!(word.as_bytes(), [letter] if letter.is_ascii_uppercase())
}

/// `2006/31`.
pub(super) fn of_year(printed: &str) -> bool {
    let year = printed.split('/').next().and_then(|year| year.parse().ok());
    printed.matches('/').count() == 1 && year.is_some_and(is_year)
}

/// Without marks of direction, and with plain hyphens.
pub(super) fn plain(symbol: &str) -> String {
    let visible = symbol.chars().filter(|&c| c != '\u{200e}');
    visible
        .map(|c| if matches!(c, '‑' | '–') { '-' } else { c })
        .collect()
}
