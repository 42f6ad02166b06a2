//! The resolutions and documents that a text names by their symbols or numbers.
//!
//! - `1572 (2004)`, `S/RES/1572 (2004)`: a resolution of the Security Council;
//! - behind the word *resolution* or *resolutions*, also lists: `1572`, whose year its date, the next of the list or
//!   the running number tells; `60/1`, of the organ that is named before it, else of the series of this resolution, else of
//!   the General Assembly; `217 A (III)`, `71/272 A`;
//! - symbols that the corpus has; all other symbols are documents (`S/2008/436`, `S/PRST/2006/31`).

use std::ops::Range;

use super::numbered::{assembly, is_number, of_year, plain};
use super::setting::Setting;
use super::words::is_word_resolution;
use crate::analysis::lexemes::{LexemeKind, Lexemes, is_year};
use crate::text::model::MONTHS;

/// How many lexemes may be said of a member of a list before the next.
const FAR: usize = 30;

/// A resolution or a document that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedText {
    /// The lexemes that name it.
    pub(super) lexemes: Range<usize>,
    pub(super) symbol: String,
    pub(super) is_resolution: bool,
}

/// All that a text names, in its order.
pub(super) fn named(lexemes: &Lexemes<'_>, setting: &Setting<'_>) -> Vec<NamedText> {
    let mut all: Vec<NamedText> = Vec::new();
    let mut at = 0;
    while at < lexemes.len() {
        let found = if is_word_resolution(lexemes, at) {
            list(lexemes, at, setting)
        } else {
            one(lexemes, at, all.last(), setting).into_iter().collect()
        };
        at = found.last().map_or(at + 1, |last| last.lexemes.end);
        all.extend(found);
    }
    all
}

/// What is named there without the word *resolution*.
fn one(
    lexemes: &Lexemes<'_>,
    at: usize,
    before: Option<&NamedText>,
    setting: &Setting<'_>,
) -> Option<NamedText> {
    dated(lexemes, at).or_else(|| symbol(lexemes, at, before, setting))
}

/// `1572 (2004)`; but not what other bodies number so.
fn dated(lexemes: &Lexemes<'_>, at: usize) -> Option<NamedText> {
    const OTHERS: [&str; 8] = [
        "convention",
        "protocol",
        "agreement",
        "recommendation",
        "directive",
        "regulation",
        "decision",
        "law",
    ];
    let number = lexemes.number(at).filter(|&number| number > 0)?;
    let year = lexemes
        .bracketed_number(at + 1)
        .filter(|&year| is_year(year))?;
    let before = at.wrapping_sub(1);
    let is_other = lexemes.is(before, &OTHERS)
        || lexemes.is(before, &MONTHS)
        || lexemes.is_joined(at) && lexemes.is_mark(before, &['/', '.']);
    (!is_other).then(|| council_resolution(number, Some(year), at..at + 4))
}

fn council_resolution(number: u32, year: Option<u32>, lexemes: Range<usize>) -> NamedText {
    NamedText {
        lexemes,
        symbol: match year {
            Some(year) => format!("S/RES/{number} ({year})"),
            None => format!("S/RES/{number}"),
        },
        is_resolution: true,
    }
}

/// `S/2008/436`, `S/RES/1572 (2004)`, `A/RES/60/1`, or what the corpus has.
fn symbol(
    lexemes: &Lexemes<'_>,
    at: usize,
    before: Option<&NamedText>,
    setting: &Setting<'_>,
) -> Option<NamedText> {
    let lexeme = lexemes.get(at)?;
    if lexeme.kind != LexemeKind::Symbol {
        return None;
    }
    let printed = plain(lexeme.text);
    if let Some(number) = printed
        .strip_prefix("S/RES/")
        .and_then(|rest| rest.parse().ok())
    {
        let year = lexemes.bracketed_number(at + 1);
        let end = if year.is_some() { at + 4 } else { at + 1 };
        let year = year.or_else(|| setting.year_of(number));
        return Some(council_resolution(number, year, at..end));
    }
    let statement = printed.find("PRST/").and_then(|at| printed.get(at..));
    let is_statement = |named: &NamedText| named.symbol.starts_with("S/PRST/");
    let (symbol, is_resolution) = if let Some(statement) =
        statement.filter(|_| !printed.starts_with("A/"))
    {
        (format!("S/{statement}"), false)
    } else if setting.has(&printed) {
        (printed, true)
    } else if !printed.starts_with(|c: char| c.is_ascii_digit()) {
        // Those without a slash number resolutions: `WHA58.3`, `EB148.R2`.
        let is_resolution = printed.contains("/RES/") || !printed.contains('/');
        (printed, is_resolution)
    } else if before.is_some_and(is_statement) && of_year(&printed) && is_near(lexemes, at, before)
    {
        (format!("S/PRST/{printed}"), false)
    } else {
        return None;
    };
    Some(NamedText {
        lexemes: at..at + 1,
        symbol,
        is_resolution,
    })
}

/// Whether only what parts the members of a list stands between what was named last and this.
fn is_near(lexemes: &Lexemes<'_>, at: usize, before: Option<&NamedText>) -> bool {
    before
        .is_some_and(|before| (before.lexemes.end..at).all(|between| is_between(lexemes, between)))
}

fn is_between(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.is_mark(at, &[',', ';', '(', ')']) || lexemes.is(at, &["and"])
}

/// What follows the word *resolution*: one, or behind *resolutions* a list.
fn list(lexemes: &Lexemes<'_>, word: usize, setting: &Setting<'_>) -> Vec<NamedText> {
    let is_list = lexemes.is(word, &["resolutions", "UNSCRs"]);
    let mut all: Vec<NamedText> = Vec::new();
    // Those whose year the next of the list may tell.
    let mut undated: Vec<(usize, u32)> = Vec::new();
    let mut at = word + 1;
    while let Some(found) = member(lexemes, at, word, &all, setting) {
        at = found.named.lexemes.end;
        match (found.undated, found.year) {
            (Some(number), _) => undated.push((all.len(), number)),
            (None, Some(year)) => {
                for (which, number) in undated.drain(..) {
                    let lexemes = all[which].lexemes.clone();
                    all[which] = council_resolution(number, Some(year), lexemes);
                }
            }
            (None, None) => {}
        }
        all.push(found.named);
        if !is_list {
            break;
        }
        at = behind_day(lexemes, behind_year(lexemes, at));
        at = next_member(lexemes, at);
    }
    all
}

/// A member of a list of resolutions.
struct Member {
    named: NamedText,
    /// The year that is printed with it.
    year: Option<u32>,
    /// Its number, where nothing tells its year.
    undated: Option<u32>,
}

fn member(
    lexemes: &Lexemes<'_>,
    mut at: usize,
    word: usize,
    before: &[NamedText],
    setting: &Setting<'_>,
) -> Option<Member> {
    at += usize::from(lexemes.is(at, &["No", "number"]));
    at += usize::from(lexemes.is_mark(at, &['.', '(']));
    let known = |named: NamedText, year: Option<u32>| Member {
        named,
        year,
        undated: None,
    };
    if let Some(named) = dated(lexemes, at) {
        return Some(known(named, lexemes.bracketed_number(at + 1)));
    }
    let numbered = || {
        let (lexemes, symbol) = assembly(lexemes, at, word, setting)?;
        Some(NamedText {
            lexemes,
            symbol,
            is_resolution: true,
        })
    };
    if let Some(named) = symbol(lexemes, at, before.last(), setting).or_else(numbered) {
        return Some(known(named, None));
    }
    let number = lexemes.number(at).filter(|&number| number >= 100)?;
    let is_counted = !before.is_empty() && counts(lexemes, at + 1);
    let year = lexemes.day(at + 1).map(|(year, _)| year);
    let year = year.or_else(|| setting.year_of(number));
    (!is_counted).then(|| Member {
        named: council_resolution(number, year, at..at + 1),
        year: None,
        undated: year.is_none().then_some(number),
    })
}

/// Whether a word follows that a number counts: `and 500 troops`.
fn counts(lexemes: &Lexemes<'_>, at: usize) -> bool {
    const GO_ON: [&str; 9] = ["and", "or", "of", "on", "as", "in", "to", "for", "with"];
    lexemes.word(at).is_some() && !lexemes.is(at, &GO_ON) && lexemes.day(at).is_none()
}

/// Where what follows a day begins: `of 17 May 1994`.
pub(super) fn behind_day(lexemes: &Lexemes<'_>, at: usize) -> usize {
    lexemes.day(at).map_or(at, |(_, length)| at + length)
}

/// Where what follows the year of a symbol begins: `WHA58.3 (2005)`.
fn behind_year(lexemes: &Lexemes<'_>, at: usize) -> usize {
    let is_dated = lexemes.bracketed_number(at).is_some_and(is_year);
    at + if is_dated { 3 } else { 0 }
}

/// Where the next member of a list may begin.
fn next_member(lexemes: &Lexemes<'_>, mut at: usize) -> usize {
    let parts = ["and", "or", "as", "well", "its", "also"];
    while lexemes.is_mark(at, &[',', ';'])
        || lexemes.is(at, &parts)
        || is_word_resolution(lexemes, at)
    {
        at += 1;
    }
    let is_aside =
        lexemes.is(at, &["on", "entitled"]) && lexemes.is_mark(at.wrapping_sub(1), &[',']);
    behind_aside(lexemes, at).filter(|_| is_aside).unwrap_or(at)
}

/// Where the next number of a session stands behind what is said of the one before: `5/1, on institution-building, and 5/2`.
fn behind_aside(lexemes: &Lexemes<'_>, at: usize) -> Option<usize> {
    let mut aside = (at..at + FAR).take_while(|&at| !lexemes.is_mark(at, &[';']));
    aside.find_map(|comma| {
        let next = comma + 1 + usize::from(lexemes.is(comma + 1, &["and"]));
        let is_next =
            lexemes.is_mark(comma, &[',']) && lexemes.get(next)?.kind == LexemeKind::Symbol;
        (is_next && is_number(lexemes.get(next)?.text)).then_some(next)
    })
}
