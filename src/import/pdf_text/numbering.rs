//! Numbers of paragraphs at the start of a line; below it labels of points and lists of them.
//!
//! Only how they are written is told here, and where those stand that were printed `apart` from their texts; whether one
//! opens a paragraph is decided where its surroundings are known (`paragraphs`).

use crate::import::source::Line;
use crate::import::words::figures;

pub(in crate::import) mod apart;
mod lists;
mod points;
#[cfg(test)]
mod tests;

pub(in crate::import) use lists::{Above, Lists};
pub(in crate::import) use points::{Point, bare_point, point};

/// Whether a stop is printed behind a number: `7.`, `7)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Stop {
    Printed,
    None,
}

/// A number or a label at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Label<'a> {
    /// As printed, without its stop.
    pub number: String,
    /// Its value.
    pub value: u32,
    pub stop: Stop,
    /// How many whole words it fills.
    pub words: usize,
    /// The two parts of the word it shares with the text: `7.` and `Requests`.
    pub glued: Option<(&'a str, &'a str)>,
}

impl Label<'_> {
    /// Whether a stop is printed behind the number.
    pub(in crate::import) fn has_stop(&self) -> bool {
        self.stop == Stop::Printed
    }

    /// Whether a dash is, which begins these words: `1 -`, `1-`.
    pub(in crate::import) fn is_dashed(&self, words: &[&str]) -> bool {
        let last = self.words.checked_sub(1).and_then(|last| words.get(last));
        last.is_some_and(|word| word.ends_with(['-', '–', '—']))
    }
}

/// What stands behind a number that a word is part of.
fn is_stop(c: char) -> bool {
    ".:)-–—".contains(c)
}

/// The number of a paragraph, in figures or behind a word for it.
pub(in crate::import) fn label<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    number(words).or_else(|| section(words))
}

/// The number of an operative paragraph behind a word for it, or in a word: `SECTION 7.`, `Article 1er :`,
/// `PRIMERO.-`, `二、`
pub(in crate::import) fn section<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    named(words)
        .or_else(|| ordinal(words))
        .or_else(|| chinese(words))
}

/// `二、`, on its own or before the text.
fn chinese<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    let first = words.first()?;
    let (number, text) = first.split_once('、')?;
    let value = points::chinese(number)?;
    let printed = first.split_at_checked(first.len() - text.len())?;
    Some(Label {
        number: value.to_string(),
        value,
        stop: Stop::Printed,
        words: usize::from(text.is_empty()),
        glued: (!text.is_empty()).then_some(printed),
    })
}

/// `Article 2`, where the line is nothing but that.
pub(in crate::import) fn section_alone<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    let value = value_named(words).filter(|_| words.len() == 2)?;
    Some(Label {
        number: value.to_string(),
        value,
        stop: Stop::Printed,
        words: 2,
        glued: None,
    })
}

/// `SECTION 7.`, `Article 1er :`, `Artículo 2.-`
fn named<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    behind_word(words.get(1..)?, value_named(words)?, 1)
}

/// The number behind a word for a section.
fn value_named(words: &[&str]) -> Option<u32> {
    const NAMES: [&str; 7] = [
        "section",
        "sec.",
        "article",
        "art.",
        "artículo",
        "artikel",
        "статья",
    ];
    const ORDINAL: [&str; 5] = ["", "er", "º", "°", "o"];
    let (name, rest) = words.split_first()?;
    let first = rest.first()?;
    let suffix = first.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = first.strip_suffix(suffix)?;
    let is_named = (1..=3).contains(&digits.len())
        && ORDINAL.contains(&suffix.trim_end_matches(is_stop))
        && name.starts_with(char::is_uppercase)
        && NAMES.contains(&&*name.to_lowercase());
    digits.parse().ok().filter(|_| is_named)
}

/// `Primero.`, `SEGUNDO.-`
fn ordinal<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    const ORDINALS: [&str; 10] = [
        "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim",
    ];
    let first = words.first()?;
    let name = first.trim_end_matches(is_stop);
    let stem = name.strip_suffix(['o', 'a', 'O', 'A'])?;
    let stem = stem
        .starts_with(char::is_uppercase)
        .then(|| stem.to_lowercase())?;
    let value = ORDINALS.iter().zip(1..).find(|(own, _)| **own == stem);
    behind_word(words, value?.1, 0)
}

/// A number in the first of some words, so many behind the first of the line, where a stop stands behind it.
fn behind_word<'a>(words: &[&str], value: u32, before: usize) -> Option<Label<'a>> {
    let has_stop = words.first()?.ends_with(is_stop);
    let is_apart = || words.get(1).is_some_and(|word| word.chars().all(is_stop));
    (has_stop || is_apart()).then(|| Label {
        number: value.to_string(),
        value,
        stop: Stop::Printed,
        words: before + if has_stop { 1 } else { 2 },
        glued: None,
    })
}

/// The number of an operative paragraph: `7.`, `7 .`, `7)`, `7-`, `7 bis.`, `7. bis`, `7.Requests`, `٧ -`.
pub(in crate::import) fn number<'a>(words: &[&'a str]) -> Option<Label<'a>> {
    let first = words.first()?;
    let rest = first.trim_start_matches(char::is_numeric);
    let printed = first
        .strip_suffix(rest)
        .filter(|printed| printed.chars().count() <= 3)?;
    let digits = figures(printed);
    let digits = &*digits;
    let value = digits.parse().ok()?;
    let label = |number: &str, stop, words| Label {
        number: number.to_owned(),
        value,
        stop,
        words,
        glued: None,
    };
    if rest.is_empty() {
        let second = words.get(1).copied().unwrap_or("");
        let latin = second.trim_end_matches('.');
        return Some(if second == "." {
            label(digits, Stop::Printed, 2)
        } else if ["-", "–", "—"].contains(&second) {
            label(digits, Stop::None, 2)
        } else if ["bis", "ter", "quater"].contains(&latin) {
            let stop = if latin == second {
                Stop::None
            } else {
                Stop::Printed
            };
            label(&format!("{digits} {latin}"), stop, 2)
        } else {
            label(digits, Stop::None, 1)
        });
    }
    if [".", ")", ".-", ".)", "．"].contains(&rest) {
        // `1. bis`, as a program numbers it
        if let Some(latin) = words
            .get(1)
            .filter(|word| ["bis", "ter", "quater"].contains(word))
        {
            return Some(label(&format!("{digits} {latin}"), Stop::Printed, 2));
        }
        return Some(label(digits, Stop::Printed, 1));
    }
    // A dash also joins: `40-member`. So it is no stop, and a verb has to follow.
    let dashed = ["-", "–", "—"].contains(&rest);
    if dashed {
        return Some(label(digits, Stop::None, 1));
    }
    let text = rest.strip_prefix(['.', ')', '-', '–', '．'])?;
    let stop = if rest.starts_with(['.', ')', '．']) {
        Stop::Printed
    } else {
        Stop::None
    };
    let opens = text.starts_with(|c: char| c == '(' || c.is_alphabetic() && !c.is_lowercase());
    let stop_at = first.len() - text.len();
    opens.then(|| Label {
        glued: first.split_at_checked(stop_at),
        ..label(digits, stop, 0)
    })
}

/// The text behind a number, on its line or the next.
pub(in crate::import) fn text_behind(
    line: &Line<'_>,
    label: &Label<'_>,
    next: Option<&Line<'_>>,
) -> String {
    let mut text = line.words[label.words..].join(" ");
    if let Some((number, _)) = label.glued {
        text = text.split_off(number.len());
    }
    match next {
        Some(next) if text.is_empty() => next.text(),
        _ => text,
    }
}
