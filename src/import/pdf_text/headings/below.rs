//! Headings that the lines below them tell: where something was adopted, or a title over an opening.

use super::{Heading, bare, closes, code, is_dash, is_keyword, numbered, read};
use crate::import::dates;
use crate::import::pdf_text::bodies;
use crate::import::source::Line;
use crate::import::words::is_stop;
use crate::text::language::Language;
use crate::text::lead::{LeadRules, Verb};

/// How far below `Resolution adopted by …` the symbol may stand, in lines.
const ADOPTED_LINES: usize = 6;

/// How far below a symbol with a title an opening or a recital stands, in lines.
const TITLE_LINES: usize = 5;

/// How far below what a resolution is called its day and number stand, in lines.
const DATED_LINES: usize = 3;

/// How far into a line the word stands that says that something was adopted.
const ADOPTED_WORDS: usize = 8;

/// `Adopted by`, in small letters.
const ADOPTED: [&str; 22] = [
    "adopted",
    "approved",
    "passed",
    "adoptée",
    "adoptee",
    "adopté",
    "aprobada",
    "adoptada",
    "aprobado",
    "принята",
    "принятая",
    "verabschiedet",
    "aprovada",
    "adotada",
    "approvata",
    "adottata",
    "angenommen",
    "المتخذ",
    "اتخذه",
    "اتخذته",
    "اتخذتها",
    "الذي",
];

/// The heading that begins with the first of these lines.
pub(in crate::import) fn read_lines(lines: &[Line<'_>], language: Language) -> Option<Heading> {
    let (line, below) = lines.split_first()?;
    if !heads_adoption(&line.words) {
        return read(line)
            .or_else(|| read_before_adoption(line, below))
            .or_else(|| read_dated(line, below))
            .or_else(|| read_titled(line, below, language));
    }
    let below = below.iter().take(ADOPTED_LINES);
    let below = below.take_while(|line| !bodies::may_open(&line.text(), language));
    (1..).zip(below).find_map(|(below, line)| {
        let heading = read(line).or_else(|| {
            let (symbol, words) = code::read(&line.words, 0)?;
            let dash = usize::from(line.words.get(words).is_some_and(|word| is_dash(word)));
            let closed = symbol.contains('/') && (dash > 0 || closes(line.words[words - 1]));
            closed.then(|| Heading::on_line(symbol, words + dash, false))
        });
        heading.map(|heading| Heading { below, ..heading })
    })
}

/// `Resolution adopted by …`, `Résolution adoptée par …`, `Resolution der Versammlung, verabschiedet am …`
pub(in crate::import) fn heads_adoption(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let is_plain = |word: &&&str| !word.contains(|c: char| c.is_ascii_digit());
    let mut before_figures = rest.iter().take(ADOPTED_WORDS).take_while(is_plain);
    is_keyword(first) && before_figures.any(|word| adopts(word))
        || first.contains("通过") && first.ends_with("决议")
}

/// `3452 (XXX). Lamps`, `A49-7: Lamps`, `WHA66.5 Lamps on the piers,` …: above an opening or a recital.
fn read_titled(line: &Line<'_>, below: &[Line<'_>], language: Language) -> Option<Heading> {
    let words = &line.words;
    let (symbol, used) = code::read(words, 0)?;
    let (first, last) = (words.get(used)?, words.last()?);
    let titled = if code::is_organ_code(words[0]) {
        last.ends_with(',')
    } else {
        closes(words[used - 1]) && !is_stop(last) && !code::is_dotted(&symbol)
    };
    let leads = LeadRules::of(language);
    let opens = |line: &Line<'_>| {
        let text = line.text();
        bodies::may_open(&text, language)
            || line.blank_before > 0 && leads.verb(&text) == Some(Verb::Participle)
    };
    let begins = !first.starts_with(char::is_lowercase) && !is_dash(first);
    (titled && begins && below.iter().take(TITLE_LINES).any(opens))
        .then(|| Heading::on_line(symbol, used, false))
}

/// `Резолюция 2932 (2030),` above `принятая …`.
fn read_before_adoption(line: &Line<'_>, below: &[Line<'_>]) -> Option<Heading> {
    let words = &line.words;
    let comma = words.last()?.ends_with([',', '،']);
    let adopted = below.first().is_some_and(|next| adopts(next.words[0]));
    let (symbol, used) = numbered(words, 1).filter(|_| comma && adopted && is_keyword(words[0]))?;
    (used == words.len()).then(|| Heading::on_line(symbol, used, false))
}

/// `РЕШЕНИЕ`, and below it the day and the number: `от 21 мая 2041 г. № 45/7`.
fn read_dated(line: &Line<'_>, below: &[Line<'_>]) -> Option<Heading> {
    const NUMBER: &str = "№";
    if !line.is_without_small_letters()
        || line.words.len() > ADOPTED_WORDS
        || !line.words.iter().any(|word| is_keyword(word))
    {
        return None;
    }
    let (below, line) = (1..)
        .zip(below)
        .take(DATED_LINES)
        .find(|(_, line)| line.words.contains(&NUMBER) && dates::span(&line.text()).is_some())?;
    let at = line.words.iter().position(|word| *word == NUMBER)?;
    let (symbol, words) = code::read(&line.words, at + 1)?;
    let heading = Heading::on_line(symbol, words, false);
    (words == line.words.len()).then_some(Heading { below, ..heading })
}

/// Whether a word says that something was adopted.
pub(in crate::import) fn adopts(word: &str) -> bool {
    ADOPTED.contains(&bare(word).as_str())
}
