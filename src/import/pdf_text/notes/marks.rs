//! What may be the mark of a note: how it is written, and where it stands in a text.

use crate::import::dates;
use crate::import::pdf_text::forms;
use crate::import::shapes::LineShape;
use crate::import::source::Line;
use crate::import::words::figures;
use crate::text::map::Map;
use crate::text::model::MONTHS;

/// What may stand behind a mark.
const TAIL: [char; 12] = [
    ',', ';', '.', ':', ')', '»', '”', '،', '؛', '，', '；', '。',
];

/// What may be a mark, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedMark {
    /// The position of its line.
    pub line: usize,
    /// The position of its word in the line.
    pub word: usize,
    pub kind: MarkKind,
}

/// How a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// Raised figures or a sign behind a word, or figures behind its stop: `lakes;1`, `lakes²`, `lakes*`.
    Sure,
    /// Figures behind the letters of a word: `lakes1`.
    Glued,
    /// On a line of its own.
    Lone,
    /// By itself behind a stop, where no other figure goes on: `lakes; 1`.
    Stopped,
    /// By itself behind a word: `lakes 1 of`.
    Plain,
}

impl MarkKind {
    /// Whether it is a mark wherever a note answers it.
    pub(super) fn is_sure(self) -> bool {
        matches!(self, Self::Sure | Self::Glued | Self::Lone)
    }
}

/// Words behind which figures count something.
const COUNTED: [&str; 81] = [
    "absatz",
    "anexo",
    "anlage",
    "annex",
    "annexe",
    "annexes",
    "appendix",
    "article",
    "articles",
    "artikel",
    "artículo",
    "capítulo",
    "chapitre",
    "chapter",
    "chapters",
    "class",
    "clause",
    "column",
    "day",
    "decision",
    "decisión",
    "document",
    "décision",
    "figure",
    "goal",
    "goals",
    "group",
    "in",
    "item",
    "items",
    "kapitel",
    "level",
    "line",
    "no.",
    "number",
    "nummer",
    "of",
    "option",
    "page",
    "pages",
    "paragraph",
    "paragraphe",
    "paragraphs",
    "part",
    "parte",
    "partie",
    "parts",
    "phase",
    "principle",
    "protocol",
    "protocole",
    "protocolo",
    "párrafo",
    "regla",
    "resolución",
    "resolution",
    "resolutions",
    "rule",
    "rules",
    "règle",
    "résolution",
    "sección",
    "section",
    "sections",
    "table",
    "target",
    "tema",
    "title",
    "titre",
    "to",
    "título",
    "volume",
    "year",
    "ziffer",
    "глава",
    "приложение",
    "пункт",
    "резолюция",
    "решение",
    "статья",
    "часть",
];

/// Abbreviations behind which figures count something: `para.5`.
const ABBREVIATED: [&str; 20] = [
    "add", "art", "arts", "ch", "chap", "corr", "doc", "fig", "no", "nos", "op", "p", "para",
    "paras", "pp", "pt", "res", "rev", "sect", "vol",
];

/// Everything that may be a mark, by what it says.
pub(super) fn of(lines: &[Line<'_>]) -> Map<String, Vec<PlacedMark>> {
    let mut found: Map<String, Vec<PlacedMark>> = Map::default();
    for (at, line) in lines.iter().enumerate() {
        if forms::is_rule(line) {
            continue;
        }
        if is_lone(line) {
            for (word, text) in line.words.iter().enumerate() {
                if let Some(key) = key(text) {
                    let kind = MarkKind::Lone;
                    let placed = PlacedMark {
                        line: at,
                        word,
                        kind,
                    };
                    found.or_default(key).push(placed);
                }
            }
            continue;
        }
        for word in 0..line.words.len() {
            let mut rest = Some(line.words[word]);
            while let Some((key, kind)) = rest.and_then(|text| in_word(line, word, text)) {
                let placed = PlacedMark {
                    line: at,
                    word,
                    kind,
                };
                found.or_default(key).push(placed);
                rest = rest.and_then(before_mark);
            }
        }
    }
    found
}

/// Whether a line is nothing but marks.
pub(super) fn is_lone(line: &Line<'_>) -> bool {
    line.words.len() <= 4
        && line.shape == LineShape::Plain
        && line
            .words
            .iter()
            .all(|word| key(word.trim_end_matches(',')).is_some())
}

/// The mark that a word is, its figures as plain ones and without what is printed around them.
pub(super) fn key(word: &str) -> Option<String> {
    // Nearly every word begins with a letter, and no mark does.
    if word.starts_with(char::is_alphabetic) {
        return None;
    }
    if let Some(figures) = plain_figures(word) {
        return Some(figures);
    }
    let slashed = word.strip_suffix('/').unwrap_or(word);
    let inner = slashed
        .strip_prefix('[')
        .and_then(|word| word.strip_suffix(']'));
    let figures = inner.unwrap_or(slashed);
    if is_figures(figures) || is_signs(word) {
        return Some(figures.to_owned());
    }
    None
}

fn is_figures(text: &str) -> bool {
    (1..=3).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && !text.starts_with('0')
}

fn is_signs(text: &str) -> bool {
    (1..=4).contains(&text.chars().count()) && text.chars().all(is_sign)
}

fn is_sign(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '§')
}

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

fn is_raised(c: char) -> bool {
    RAISED.contains(c)
}

/// `¹²` → `12`
fn plain_figures(word: &str) -> Option<String> {
    let plain = |c: char| {
        let at = RAISED.chars().position(|raised| raised == c)?;
        char::from_digit(u32::try_from(at).ok()?, 10)
    };
    (!word.is_empty()).then(|| word.chars().map(plain).collect())?
}

/// The mark that a word begins with, and its rest: `²Document`, `*Document`.
pub(super) fn raised_before(word: &str) -> Option<(String, &str)> {
    let rest = word.trim_start_matches(is_raised);
    let rest = if rest.len() == word.len() {
        word.trim_start_matches(is_sign)
    } else {
        rest
    };
    let mark = word.strip_suffix(rest)?;
    let opens = rest.starts_with(char::is_alphanumeric);
    (opens && !mark.is_empty()).then(|| Some((key(mark)?, rest)))?
}

/// What stands before the mark at the end of a word, where that is another: `lakes[1]` of `lakes[1][2]`.
fn before_mark(word: &str) -> Option<&str> {
    let (stem, _) = split(without_tail(word).0)?;
    stem.trim_end_matches('/').ends_with(']').then_some(stem)
}

/// The mark at the end of the text of a word, or that it is, with its kind.
fn in_word(line: &Line<'_>, at: usize, word: &str) -> Option<(String, MarkKind)> {
    if let Some(key) = key(word) {
        return Some((key, alone(line, at)?));
    }
    let (bare, _) = without_tail(word);
    if bare.len() < word.len() && is_figures(bare) {
        return Some((bare.to_owned(), before_stop(line, at)?));
    }
    let (stem, mark) = split(bare)?;
    let kind = if mark
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'/')
    {
        glued(stem)
            .or_else(|| ends_title(line, at, stem))
            .or_else(|| behind_year(line, at, stem))?
    } else {
        MarkKind::Sure
    };
    // `1.1),` and `No.4,` are no marks: before a stop only letters, brackets or a raised figure tell one.
    let told = mark.starts_with(|c: char| is_raised(c) || "[(".contains(c));
    let sure = bare.len() == word.len() || kind == MarkKind::Glued || told;
    sure.then(|| Some((key_within(mark)?, kind)))?
}

/// The mark that figures in round brackets are, with these: they label points as well, so that only one behind a word
/// asks for a note, and for none but one that has them too.
pub(super) fn bracketed(word: &str) -> Option<String> {
    let inner = word.strip_prefix('(')?.strip_suffix(')')?;
    let figures = figures(inner);
    is_figures(&figures).then(|| format!("({figures})"))
}

/// So, or any other mark.
fn key_within(mark: &str) -> Option<String> {
    bracketed(mark).or_else(|| key(mark))
}

/// A word without the stops behind the mark at its end, and these: `lakes1` and `,`.
fn without_tail(word: &str) -> (&str, &str) {
    if let Some(end) = end_of_bracketed(word) {
        return word.split_at_checked(end).unwrap_or((word, ""));
    }
    let bare = word.trim_end_matches(TAIL);
    let marked = bare.ends_with(|c: char| c.is_ascii_digit() || is_raised(c) || "]/".contains(c));
    let parts = marked.then(|| word.split_at_checked(bare.len())).flatten();
    parts.unwrap_or((word, ""))
}

/// Behind the mark in round brackets at the end of a word, which has stops behind it or not: `lakes(1),`.
fn end_of_bracketed(word: &str) -> Option<usize> {
    let end = word.rfind(')')? + 1;
    let (bare, tail) = word.split_at_checked(end)?;
    let (stem, mark) = bare.split_at_checked(bare.rfind('(')?)?;
    let last = stem.chars().next_back()?;
    // `GC(62)`, `5(1)` and `(a)(1)` are no words with a mark.
    let behind_word =
        last.is_alphabetic() && !last.is_uppercase() || TAIL[..].contains(&last) && last != ')';
    (behind_word && bracketed(mark).is_some() && tail.chars().all(|c| TAIL.contains(&c)))
        .then_some(end)
}

/// A word and the mark at its end.
fn split(word: &str) -> Option<(&str, &str)> {
    let of_bracket = || {
        let open = if end_of_bracketed(word) == Some(word.len()) {
            word.rfind('(')
        } else {
            word.rfind('[')
                .filter(|_| word.trim_end_matches('/').ends_with(']'))
        };
        word.split_at_checked(open.filter(|&at| at > 0)?)
    };
    let of_year = || {
        let (year, mark) = word.split_at_checked(YEAR)?;
        (is_year(year) && is_figures(mark)).then_some((year, mark))
    };
    let classes: [fn(char) -> bool; 3] = [is_raised, is_sign, |c| c.is_ascii_digit()];
    let behind = classes.into_iter().find_map(|of_mark| {
        let figures = word.strip_suffix('/').unwrap_or(word);
        let stem = figures.trim_end_matches(of_mark);
        let is_part = !stem.is_empty() && stem.len() < figures.len();
        is_part.then(|| word.split_at_checked(stem.len()))?
    });
    let (stem, mark) = of_bracket().or(behind).or_else(of_year)?;
    (stem.contains(char::is_alphanumeric) && key_within(mark).is_some()).then_some((stem, mark))
}

/// The kind of figures behind a stem.
fn glued(stem: &str) -> Option<MarkKind> {
    let letters = stem.trim_end_matches(|c: char| !c.is_alphanumeric());
    let behind = stem.strip_prefix(letters)?;
    let last = letters.chars().next_back()?;
    let name = letters
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()?
        .to_lowercase();
    if behind.is_empty() {
        let small = letters
            .chars()
            .rev()
            .take_while(|c| c.is_lowercase())
            .count();
        let counted = COUNTED.contains(&name.as_str());
        return (small >= 3 && !counted).then_some(MarkKind::Glued);
    }
    let stops = behind
        .chars()
        .all(|c| ";,.:”\"’»)]،؛，；。：》".contains(c));
    let of_figures = last.is_ascii_digit() && behind.starts_with([',', '.', ':', '’']);
    let abbreviated = behind == "." && (stem.contains('/') || ABBREVIATED.contains(&name.as_str()));
    let label = stem.starts_with('(') && behind == ")" && letters.chars().count() <= 4;
    (stops && !of_figures && !abbreviated && !label).then_some(MarkKind::Sure)
}

/// The kind of figures behind the last word of a line in capitals: `ON LAKES1`.
fn ends_title(line: &Line<'_>, at: usize, stem: &str) -> Option<MarkKind> {
    let is_last = at > 0 && at + 1 == line.words.len();
    let letters = stem.chars().count() >= 3 && stem.chars().all(char::is_uppercase);
    (is_last && letters && line.is_without_small_letters()).then_some(MarkKind::Glued)
}

/// The kind of figures behind a year and its stop, or behind the year of a date: `since 2022,1`, `mayo de 20221,`.
fn behind_year(line: &Line<'_>, at: usize, stem: &str) -> Option<MarkKind> {
    let year = stem.trim_end_matches([',', ';', '.', ':']);
    let is_parted = year.len() < stem.len();
    let is_dated = || {
        let before = at.checked_sub(1).map(|before| line.words[before]);
        before.is_some_and(|before| dates::is_month(before) || ["de", "of", "in"].contains(&before))
    };
    let kind = if is_parted {
        MarkKind::Sure
    } else {
        MarkKind::Glued
    };
    (is_year(year) && (is_parted || is_dated())).then_some(kind)
}

fn is_year(text: &str) -> bool {
    text.parse().is_ok_and(|year| dates::YEARS.contains(&year)) && text.len() == YEAR
}

/// How many figures a year has.
const YEAR: usize = 4;

/// The kind of a mark that stands between a word and its stop: `lakes 1,`.
fn before_stop(line: &Line<'_>, at: usize) -> Option<MarkKind> {
    let before = line.words[at.checked_sub(1)?];
    let letters = before.chars().all(char::is_lowercase) && before.chars().count() > 2;
    (letters && !COUNTED.contains(&before)).then_some(MarkKind::Plain)
}

/// The kind of a mark that stands by itself.
fn alone(line: &Line<'_>, at: usize) -> Option<MarkKind> {
    let word = line.words[at];
    let before = line.words[at.checked_sub(1)?];
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(MarkKind::Sure);
    }
    let after = line.words.get(at + 1);
    let goes_on = after
        .is_none_or(|word| word.starts_with(char::is_lowercase) || [";", ":", "»"].contains(word));
    let counts = after.is_some_and(|word| MONTHS.iter().any(|month| word.starts_with(month)));
    let bare = before.trim_end_matches([';', ',', '.', ':', ')', '”', '’', ']']);
    let of_figures = bare.is_empty() || bare.bytes().all(|byte| byte.is_ascii_digit());
    if bare.len() < before.len() {
        let may = !of_figures && !ABBREVIATED.contains(&bare.to_lowercase().as_str());
        return (may && !counts && (goes_on || before.ends_with(';'))).then_some(MarkKind::Stopped);
    }
    let lower = before.to_lowercase();
    let is_name = || before.contains(char::is_lowercase) && before.chars().count() > 2;
    let named =
        (before.starts_with(char::is_lowercase) || is_name()) && !COUNTED.contains(&lower.as_str());
    (named && goes_on && !counts).then_some(MarkKind::Plain)
}

/// A word without the marks at its end, which are some of these; and the stops behind that.
pub(super) fn stem<'a>(word: &'a str, asked: &[&str]) -> Option<(&'a str, &'a str)> {
    let (bare, tail) = without_tail(word);
    let without = |word: &'a str| {
        let (stem, mark) = split(word)?;
        let key = key_within(mark)?;
        asked.contains(&key.as_str()).then_some(stem)
    };
    let mut stem = without(bare)?;
    while before_mark(bare).is_some()
        && let Some(shorter) = without(stem)
    {
        stem = shorter;
    }
    Some((stem, tail))
}

/// The stops of a word that is nothing but one of some marks and these: `,` of `1,`.
pub(super) fn stop_behind<'a>(word: &'a str, asked: &[&str]) -> Option<&'a str> {
    let (bare, tail) = without_tail(word);
    (!tail.is_empty() && is_figures(bare) && asked.contains(&bare)).then_some(tail)
}

/// The word that a mark on a line of its own stands behind: the one below it, where its column falls into the line below
/// or near its end; without columns, the end of a line that stops.
pub(super) fn place_of_lone(
    lines: &[Line<'_>],
    mark: &PlacedMark,
    is_text: &dyn Fn(&usize) -> bool,
) -> Option<(usize, usize)> {
    const FAR: usize = 3;
    let line = &lines[mark.line];
    let last = |at: usize| Some((at, lines[at].words.len() - 1));
    let above = (mark.line.saturating_sub(FAR)..mark.line)
        .rev()
        .find(is_text);
    let below = (mark.line + 1..lines.len().min(mark.line + 1 + FAR)).find(is_text);
    let column = line.column_of(mark.word);
    if let Some(below) =
        below.filter(|&below| column > lines[below].column && lines[below].blank_before == 0)
    {
        let words = 0..lines[below].words.len();
        let before = words
            .rev()
            .find(|&word| lines[below].column_of(word) < column);
        return before.map(|word| (below, word));
    }
    let stops = |at: &usize| lines[*at].ends_sentence();
    let place = above
        .filter(stops)
        .or_else(|| below.filter(stops))
        .or(above)?;
    last(place)
}
