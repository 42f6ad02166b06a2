//! Where a resolution begins: a line with its symbol.
//!
//! ```text
//! heading = [ item "." ] [ "DRAFT" ] [ body ] keyword [ "NO." ] symbol [ "ON" title | [ "." | ":" ] title ]
//!         | keyword number "of the" ordinal body [ year ]         ; Resolution 1 of the 27th Conference (2022)
//!         | code title                                            ; "WHA66.2 Lamps on the piers"
//!         | [ "United Nations" ] symbol                           ; "2/34-P", "A/C.1/73/L.5", alone on its line
//!         | keyword … "adopted" …                                 ; and a few lines below it: symbol [ "." title ]
//!         | symbol ( "." | ":" ) title                            ; "3452 (XXX). Lamps", over an opening or a recital
//!         | letter number title                                   ; "F23 Lamps", where paragraphs name the body
//! keyword = "RESOLUTION" | "RES." | "DECISION" and the like, in the languages of the United Nations, German, Italian and Portuguese
//! ```
//!
//! What a symbol is stands in [`code`]. In capitals a heading is sure. Else (`Resolution 2505 (2020)`) it may be the
//! middle of a sentence that happens to stand on a line of its own, and its surroundings decide.

use super::ABOUT;
use super::bodies;
use super::opening;
use crate::import::dates;
use crate::import::source::Line;
use crate::import::words::{figures, is_stop};

mod below;
pub(in crate::import) mod bracket;
pub(in crate::import) mod centred;
pub(in crate::import) mod code;
pub(in crate::import) mod numbered_below;
#[cfg(test)]
mod tests;

pub(in crate::import) use below::{adopts, heads_adoption, read_lines};

/// A heading on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Heading {
    /// As printed, without spaces inside.
    pub symbol: String,
    /// How many words of the line it fills; none of a document that prints no symbol.
    pub words: usize,
    /// Whether it can be nothing else.
    pub sure: bool,
    /// How many lines below the first the symbol stands.
    pub below: usize,
}

impl Heading {
    /// Of a document that prints no symbol.
    pub(in crate::import) fn unprinted(symbol: String) -> Self {
        Self {
            symbol,
            words: 0,
            sure: false,
            below: 0,
        }
    }

    /// On one line.
    fn on_line(symbol: String, words: usize, sure: bool) -> Self {
        Self {
            symbol,
            words,
            sure,
            below: 0,
        }
    }

    /// The line with the symbol, where the heading begins with line `start`.
    pub(in crate::import) fn symbol_line(&self, start: usize) -> Option<usize> {
        (self.words > 0).then_some(start + self.below)
    }

    /// The first line below the symbol, where the heading begins with line `start`.
    pub(in crate::import) fn body(&self, start: usize) -> usize {
        self.symbol_line(start).map_or(start, |line| line + 1)
    }
}

/// What a resolution is called, in small letters.
const KEYWORDS: [&str; 29] = [
    "resolution",
    "res",
    "résolution",
    "resolución",
    "resolução",
    "risoluzione",
    "entschließung",
    "entschliessung",
    "резолюция",
    "قرار",
    "القرار",
    "decision",
    "décision",
    "decisión",
    "решение",
    "постановление",
    "délibération",
    "beschluss",
    "beschluß",
    "recommendation",
    "measure",
    "motion",
    "moción",
    "antrag",
    "beschlussvorlage",
    "acuerdo",
    "ordinance",
    "moção",
    "deliberazione",
];

fn is_dash(word: &str) -> bool {
    ["-", "–", "—"].contains(&word)
}

/// Whether a line is nothing but the symbol of a document.
pub(in crate::import) fn is_symbol(words: &[&str]) -> bool {
    code::read(words, 0)
        .is_some_and(|(symbol, used)| used == words.len() && code::is_telling(&symbol))
}

/// Whether a word is a symbol of any form.
pub(in crate::import) fn is_symbol_of(word: &str) -> bool {
    code::read(&[word], 0).is_some()
}

/// The heading a line opens with.
pub(in crate::import) fn read(line: &Line<'_>) -> Option<Heading> {
    let words = line.words.as_slice();
    // Every symbol has figures, and few lines have any: the forms cost more than to look for one.
    if !words
        .iter()
        .any(|word| word.contains(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    if let Some(heading) = of_chamber(words) {
        return Some(heading);
    }
    let listed = usize::from(words.len() > 2 && is_item(words[0]));
    let draft = listed + usize::from(words.get(listed)?.eq_ignore_ascii_case("draft"));
    let at = if words.get(draft).is_some_and(|word| is_keyword(word)) {
        draft
    } else {
        match behind_body(words, draft) {
            Some(at) => at,
            None => return unnamed(words).or_else(|| chinese(words)),
        }
    };
    let (symbol, used) = numbered(words, at + 1).or_else(|| behind_name(words, at + 1))?;
    let (symbol, used) = of_meeting(words, used, &symbol).unwrap_or((symbol, used));
    let capitals = at == draft
        && words[at].contains(char::is_uppercase)
        && !words[at].contains(char::is_lowercase);
    let rest = &words[used..];
    let titled = rest.first().is_none_or(|first| {
        first.eq_ignore_ascii_case("on")
            || rest.iter().all(|word| !word.contains(char::is_lowercase))
    });
    // `Délibération n° 12 relative aux barques`: `on` also goes on a sentence.
    let about = rest
        .first()
        .is_some_and(|first| ABOUT.contains(first) && !["on", "concerning"].contains(first));
    let titled =
        titled || about && line.is_heading() && !rest.last().is_some_and(|last| is_stop(last));
    // `Resolution 34/68. The lakes`: a title in small letters, told from a sentence by its end.
    let named = rest.first().is_some_and(|first| {
        (capitals || closes(words[used - 1]))
            && first.starts_with(char::is_uppercase)
            && !rest.last().is_some_and(|last| is_stop(last))
    });
    // `Resolution No. 17 O.S. (2) – 2022/9/6`: session, part and day in figures.
    let coded = at == draft && is_dated_code(rest);
    let used = if coded { words.len() } else { used };
    let rest = &words[used..];
    let whole = rest.is_empty();
    if whole && words[used - 1].ends_with([',', ';']) {
        return None;
    }
    (titled && (capitals || whole || about) || named)
        .then(|| Heading::on_line(symbol, used, capitals && titled))
}

/// Whether words are a few, the last of them a day in figures.
fn is_dated_code(words: &[&str]) -> bool {
    const WORDS: usize = 9;
    let last = words.last().filter(|_| words.len() <= WORDS);
    last.is_some_and(|last| {
        dates::in_figures(last)
            .or_else(|| dates::from_day(last))
            .is_some()
    })
}

/// `H. Res. 123`: the letter of a chamber is part of the symbol.
fn of_chamber(words: &[&str]) -> Option<Heading> {
    let [chamber, keyword, number] = words else {
        return None;
    };
    let letter = chamber.strip_suffix('.')?;
    let is_chamber = letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase());
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_chamber && is_number && is_keyword(keyword))
        .then(|| Heading::on_line(words.join(" "), words.len(), false))
}

/// Whether a word numbers the headings of a list: `1.`, `12)`.
fn is_item(word: &str) -> bool {
    let digits = word.trim_end_matches(['.', ')']);
    digits.len() + 1 == word.len()
        && digits.len() <= 3
        && digits.chars().all(|c| c.is_ascii_digit())
}

/// Whether a word is what a resolution is called, as it stands at the beginning of a heading.
pub(in crate::import) fn is_keyword(word: &str) -> bool {
    !word.starts_with(char::is_lowercase) && KEYWORDS.contains(&bare(word).as_str())
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// The code of a motion before its title: `F23 The Right to a Window`, `C9: Lamps`.
pub(in crate::import) fn of_motion(line: &Line<'_>) -> Option<Heading> {
    let (first, title) = line.words.split_first()?;
    let code = first.trim_end_matches([':', '.']);
    let number = code.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
    let is_code = is_number && (1..=2).contains(&(code.len() - number.len()));
    let titled = title.first()?.starts_with(char::is_uppercase) && !is_stop(title.last()?);
    (is_code && titled).then(|| Heading::on_line(code.to_owned(), 1, false))
}

/// The keyword behind the name of a body, or what it is called for short: `General Assembly Resolution GA/3/1.1`,
/// `IUCN Resolution 5.12`, all that the line has.
fn behind_body(words: &[&str], from: usize) -> Option<usize> {
    let ends = |&at: &usize| KEYWORDS.contains(&bare(words[at]).as_str());
    let at = (from + 1..words.len().min(from + 9)).find(ends)?;
    let name = words[from..at].join(" ");
    let (_, used) = numbered(words, at + 1)?;
    let alone = used == words.len() || closes(words[used - 1]);
    let is_short_name =
        at == from + 1 && name.len() > 2 && name.chars().all(|c| c.is_ascii_uppercase());
    (alone && (is_short_name || bodies::is_body(&name))).then_some(at)
}

/// `Acuerdo de Concejo N° 12-2031`, all that the line has: the number stands behind the body.
fn behind_name(words: &[&str], from: usize) -> Option<(String, usize)> {
    const NAME: usize = 5;
    let rest = words.get(from..)?;
    let at = rest
        .iter()
        .take(NAME)
        .position(|word| is_number_word(word))?;
    let (symbol, used) = numbered(words, from + at)?;
    let rest = &words[used..];
    (at > 0 && (rest.is_empty() || is_dated_code(rest))).then_some((symbol, used))
}

/// `1 of the 27th Conference on Buoys (2022)` is `1 (2022)`; without a year `1 (27th)`. `12 of 2022` is `12 (2022)`.
fn of_meeting(words: &[&str], used: usize, number: &str) -> Option<(String, usize)> {
    const OF: [&str; 6] = ["of", "de", "der", "des", "لسنة", "لعام"];
    let behind = words.get(used..)?;
    let of = behind.first().is_some_and(|word| OF.contains(word));
    if let ([_, year], true) = (behind, of)
        && figures(year)
            .parse()
            .is_ok_and(|year| dates::YEARS.contains(&year))
    {
        return Some((format!("{number} ({})", figures(year)), words.len()));
    }
    let ordinal_at = 1 + usize::from(behind.get(1) == Some(&"the"));
    let ordinal = behind.get(ordinal_at)?.trim_end_matches('.');
    opening::ordinal(ordinal).filter(|_| of)?;
    let last = behind.last()?;
    let year = last
        .strip_prefix('(')
        .and_then(|last| last.strip_suffix(')'));
    let is_year = year.is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok());
    let group = year.filter(|_| is_year).unwrap_or(ordinal);
    (!is_stop(last)).then(|| (format!("{number} ({group})"), words.len()))
}

/// A symbol without a word for it: alone on its line, behind the name of a body, or before a title.
fn unnamed(words: &[&str]) -> Option<Heading> {
    if let Some((symbol, used)) = code::read(words, 0) {
        let rest = &words[used..];
        let titled = (code::is_organ_code(words[0]) || code::is_of_conference(&symbol))
            && rest
                .first()
                .is_some_and(|first| !first.starts_with(char::is_lowercase))
            && !rest.last().is_some_and(|last| is_stop(last));
        let alone = rest.is_empty() && !words[used - 1].ends_with([',', ';', '.']);
        return (code::is_telling(&symbol) && (alone || titled))
            .then(|| Heading::on_line(symbol, used, false));
    }
    // `United Nations   A/C.1/73/L.5`, `WORLD HEALTH ASSEMBLY   WHA66.2`
    let (last, name) = words.split_last()?;
    let (symbol, _) = code::read(&[last], 0)?;
    let named = (1..=4).contains(&name.len())
        && name
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) && !is_stop(word));
    let of_body = symbol
        .split('/')
        .next()
        .is_some_and(|body| body.len() <= 8 && !body.contains(char::is_lowercase));
    let long = of_body && symbol.matches('/').count() >= 2;
    (named && (long || code::is_organ_code(last)) && !is_stop(last))
        .then(|| Heading::on_line(symbol, words.len(), false))
}

/// `第2932(2030)号决议`
fn chinese(words: &[&str]) -> Option<Heading> {
    let line = words.concat();
    let (number, behind) = line.strip_prefix('第')?.split_once('号')?;
    let number = number
        .replace('（', "(")
        .replace('）', ")")
        .replace('(', " (");
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() < 20;
    (is_number && behind == "决议").then(|| Heading::on_line(number, words.len(), false))
}

/// Whether a symbol ends with a stop of its own: `65/272.`
fn closes(word: &str) -> bool {
    word.ends_with(['.', ':'])
}

/// The session number in a symbol: 34 of `2/34-P`, 62 of `A/RES/62/1` and of `62/1`.
pub(in crate::import) fn session_number(symbol: &str) -> Option<u32> {
    let parts: Vec<_> = symbol.split('/').collect();
    if year(symbol).is_some() {
        return None;
    }
    let number = match parts.as_slice() {
        [_, "RES", session, _] => session,
        [number, rest] if number.starts_with(|c: char| c.is_ascii_digit()) => {
            let serial = rest.contains(['-', '–']);
            match rest.split_once('.') {
                // `7/CP.36`: behind the name of the body.
                Some((body, session)) if body.chars().all(|c| c.is_ascii_uppercase()) => session,
                _ if serial => rest,
                _ => number,
            }
        }
        _ => return None,
    };
    let digits = number.trim_start_matches(|c: char| c.is_ascii_digit());
    number.strip_suffix(digits)?.parse().ok()
}

/// The year in a symbol: 2020 of `S/RES/2505 (2020)` and of `7/2020`.
pub(in crate::import) fn year(symbol: &str) -> Option<u32> {
    let year = match symbol.rsplit_once('(') {
        Some((_, group)) => group.strip_suffix(')')?,
        None => symbol.split_once('/')?.1,
    };
    let year = year.parse().ok()?;
    dates::YEARS.contains(&year).then_some(year)
}

/// `No.`
fn is_number_word(word: &str) -> bool {
    const NUMBER: [&str; 13] = [
        "n.", "no.", "no", "nº", "n°", "no:", "number", "#", "№", "nr.", "núm.", "n.º", "رقم",
    ];
    NUMBER.contains(&word.to_lowercase().as_str())
}

/// A symbol, behind `No.` or not.
fn numbered(words: &[&str], at: usize) -> Option<(String, usize)> {
    let word = words.get(at)?;
    if is_number_word(word) {
        return code::read(words, at + 1);
    }
    // `C 12/2021`, and to the end of its line `B 017`: the letter of a series.
    if let [letter] = word.as_bytes()
        && letter.is_ascii_uppercase()
        && let Some((symbol, used)) = code::read(words, at + 1)
        && (symbol.contains('/') || used == words.len())
    {
        return Some((format!("{word} {symbol}"), used));
    }
    // `NO.2/34-P`
    let glued = ["NO.", "No.", "no.", "Nº", "N°"]
        .iter()
        .find_map(|number| word.strip_prefix(number))
        .unwrap_or(word);
    code::read_from(glued, words, at + 1)
}
