//! Where a resolution begins: a line with its symbol.
//!
//! ```text
//! heading = [ item "." ] [ "DRAFT" ] [ body ] keyword [ "NO." ] symbol [ "ON" title | [ "." | ":" ] title ]
//!         | keyword number "of the" ordinal body [ year ]         ; Resolution 1 of the 27th Conference (2022)
//!         | code title                                            ; "WHA66.2 Lamps on the piers"
//!         | [ "United Nations" ] symbol                           ; "2/34-P", "A/C.1/73/L.5", alone on its line
//!         | keyword … "adopted" …                                 ; and a few lines below it: symbol [ "." title ]
//!         | symbol ( "." | ":" ) title                            ; "3452 (XXX). Lamps", over an opening or a recital
//! keyword = "RESOLUTION" | "RES." | "DECISION" and the like, in the languages of the United Nations and German
//! ```
//!
//! What a symbol is stands in [`code`]. In capitals a heading is sure. Else (`Resolution 2505 (2020)`) it may be the
//! middle of a sentence that happens to stand on a line of its own, and its surroundings decide.

use super::bodies;
use super::opening;
use crate::import::source::Line;
use crate::import::words::is_stop;
use crate::text::language::Language;
use crate::text::lead::{LeadRules, Verb};

pub(in crate::import) mod code;

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

/// How far below `Resolution adopted by …` the symbol may stand, in lines.
const ADOPTED_LINES: usize = 6;

/// How far below a symbol with a title an opening or a recital stands, in lines.
const TITLE_LINES: usize = 5;

/// How far into a line the word stands that says that something was adopted.
const ADOPTED_WORDS: usize = 8;

/// What a resolution is called, in small letters.
const KEYWORDS: [&str; 17] = [
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
    "beschluss",
    "recommendation",
];

/// `Adopted by`, in small letters.
const ADOPTED: [&str; 16] = [
    "adopted",
    "adoptée",
    "adoptee",
    "adopté",
    "aprobada",
    "adoptada",
    "aprobado",
    "принята",
    "принятая",
    "verabschiedet",
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

fn is_dash(word: &str) -> bool {
    ["-", "–", "—"].contains(&word)
}

/// Whether a word says that something was adopted.
pub(in crate::import) fn adopts(word: &str) -> bool {
    ADOPTED.contains(&bare(word).as_str())
}

/// Whether a line is nothing but the symbol of a document.
pub(in crate::import) fn is_symbol(words: &[&str]) -> bool {
    code::read(words, 0)
        .is_some_and(|(symbol, used)| used == words.len() && code::is_telling(&symbol))
}

/// `Резолюция 2932 (2030),` above `принятая …`.
fn read_before_adoption(line: &Line<'_>, below: &[Line<'_>]) -> Option<Heading> {
    let words = &line.words;
    let comma = words.last()?.ends_with([',', '،']);
    let adopted = below.first().is_some_and(|next| adopts(next.words[0]));
    let (symbol, used) = numbered(words, 1).filter(|_| comma && adopted && is_keyword(words[0]))?;
    (used == words.len()).then(|| Heading::on_line(symbol, used, false))
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
    let (symbol, used) = numbered(words, at + 1)?;
    let (symbol, used) = of_meeting(words, used, &symbol).unwrap_or((symbol, used));
    let capitals = at == draft
        && words[at].contains(char::is_uppercase)
        && !words[at].contains(char::is_lowercase);
    let rest = &words[used..];
    let titled = rest.first().is_none_or(|first| {
        first.eq_ignore_ascii_case("on")
            || rest.iter().all(|word| !word.contains(char::is_lowercase))
    });
    // `Resolution 34/68. The lakes`: a title in small letters, told from a sentence by its end.
    let named = rest.first().is_some_and(|first| {
        (capitals || closes(words[used - 1]))
            && first.starts_with(char::is_uppercase)
            && !rest.last().is_some_and(|last| is_stop(last))
    });
    let whole = rest.is_empty();
    if whole && words[used - 1].ends_with([',', ';']) {
        return None;
    }
    (titled && (capitals || whole) || named)
        .then(|| Heading::on_line(symbol, used, capitals && titled))
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

/// The keyword behind the name of a body: `General Assembly Resolution GA/3/1.1`, all that the line has.
fn behind_body(words: &[&str], from: usize) -> Option<usize> {
    let ends = |&at: &usize| KEYWORDS.contains(&bare(words[at]).as_str());
    let at = (from + 1..words.len().min(from + 9)).find(ends)?;
    let name = words[from..at].join(" ");
    let (_, used) = numbered(words, at + 1)?;
    let alone = used == words.len() || closes(words[used - 1]);
    (alone && bodies::is_body(&name)).then_some(at)
}

/// `1 of the 27th Conference on Buoys (2022)` is `1 (2022)`; without a year `1 (27th)`.
fn of_meeting(words: &[&str], used: usize, number: &str) -> Option<(String, usize)> {
    let behind = words.get(used..)?;
    let of = behind.first().is_some_and(|word| *word == "of");
    let ordinal_at = 1 + usize::from(behind.get(1) == Some(&"the"));
    let ordinal = behind.get(ordinal_at)?;
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
        let titled = code::is_organ_code(words[0])
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
    let number = match parts.as_slice() {
        [_, "RES", session, _] => session,
        [number, rest] if number.starts_with(|c: char| c.is_ascii_digit()) => {
            let serial = rest.contains(['-', '–']);
            if serial { rest } else { number }
        }
        _ => return None,
    };
    let digits = number.trim_start_matches(|c: char| c.is_ascii_digit());
    number.strip_suffix(digits)?.parse().ok()
}

/// The year in a symbol: 2020 of `S/RES/2505 (2020)`.
pub(in crate::import) fn year(symbol: &str) -> Option<u32> {
    let (_, group) = symbol.rsplit_once('(')?;
    let year = group.strip_suffix(')')?.parse().ok()?;
    (1900..2200).contains(&year).then_some(year)
}

/// A symbol, behind `No.` or not.
fn numbered(words: &[&str], at: usize) -> Option<(String, usize)> {
    const NUMBER: [&str; 12] = [
        "no.", "no", "nº", "n°", "no:", "number", "#", "№", "nr.", "núm.", "n.º", "رقم",
    ];
    let word = words.get(at)?;
    if NUMBER.contains(&word.to_lowercase().as_str()) {
        return code::read(words, at + 1);
    }
    // `NO.2/34-P`
    let glued = ["NO.", "No.", "no.", "Nº", "N°"]
        .iter()
        .find_map(|number| word.strip_prefix(number))
        .unwrap_or(word);
    code::read_from(glued, words, at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str) -> Option<(String, usize, bool)> {
        let line = Line {
            number: 1,
            words: text.split_whitespace().collect(),
            ..Line::default()
        };
        read_lines(&[line], Language::English)
            .map(|heading| (heading.symbol, heading.words, heading.sure))
    }

    #[test]
    fn a_heading_names_its_symbol_in_many_styles() {
        for (text, symbol, words, sure) in [
            ("RESOLUTION NO. 2/34-P", "2/34-P", 3, true),
            ("RESOLUTION No.1/35-E", "1/35-E", 2, true),
            ("RESOLUTION NO 4/10 - PAL (IS)", "4/10-PAL (IS)", 6, true),
            ("RES. No. 12/10-ORG (IS)", "12/10-ORG (IS)", 4, true),
            ("Res. 12/10-ORG", "12/10-ORG", 2, false),
            ("DRAFT RESOLUTION NO. 2/34-P", "2/34-P", 4, true),
            ("RESOLUTION NO. 2/34-P ON THE LAKES", "2/34-P", 3, true),
            ("RESOLUTION 34/68 A", "34/68 A", 3, true),
            ("Resolution 2505 (2020)", "2505 (2020)", 3, false),
            ("S/RES/2505 (2020)", "S/RES/2505 (2020)", 2, false),
            ("2/34-P", "2/34-P", 1, false),
            ("RÉSOLUTION N° 2/34-P", "2/34-P", 3, true),
            ("RESOLUTION 34/68 Boats of the lakes", "34/68", 2, false),
            ("WHA66.2 Lamps on the piers", "WHA66.2", 1, false),
            ("EB148.R3", "EB148.R3", 1, false),
            ("1. RESOLUTION NO. 1/51-W ON THE LAKES", "1/51-W", 4, true),
            ("RESOLUTION 2532 (2020)", "2532 (2020)", 3, true),
            (
                "Resolution 1 (Rev. Hammamet, 2016)",
                "1 (Rev. Hammamet, 2016)",
                5,
                false,
            ),
            ("General Assembly Resolution GA/3/1.1", "GA/3/1.1", 4, false),
            ("Council of the Lakes resolution 47/1", "47/1", 6, false),
            (
                "Resolution 1 of the 27th Conference on Buoys (2022)",
                "1 (2022)",
                9,
                false,
            ),
            ("Resolution 1 of the 27th Conference", "1 (27th)", 6, false),
            ("P9_TA(2034)0104", "P9_TA(2034)0104", 1, false),
            ("A/C.1/73/L.5", "A/C.1/73/L.5", 1, false),
            ("United Nations A/C.1/73/L.5", "A/C.1/73/L.5", 3, false),
            (
                "AG/RES. 2908 (XLVII-O/17)",
                "AG/RES. 2908 (XLVII-O/17)",
                3,
                false,
            ),
            ("Resolution A.1134(32)", "A.1134(32)", 2, false),
            ("DECISION 1/CP.21", "1/CP.21", 2, true),
            ("Résolution 2932 (2030)", "2932 (2030)", 3, false),
            ("Resolución 2932 (2030)", "2932 (2030)", 3, false),
            ("Резолюция 2932 (2030)", "2932 (2030)", 3, false),
            ("القرار 2932 (2030)", "2932 (2030)", 3, false),
            ("第2932(2030)号决议", "2932 (2030)", 1, false),
            ("Resolution 34/68. Boats of the lakes", "34/68", 2, false),
            ("H. Res. 123", "H. Res. 123", 3, false),
        ] {
            assert_eq!(
                heading(text),
                Some((symbol.to_owned(), words, sure)),
                "{text}"
            );
        }
    }

    #[test]
    fn other_lines_are_no_headings() {
        for text in [
            "Resolutions and as agreed upon in 2004",
            "resolution 1373 (2001) and all others",
            "Resolution No. 1/33-P on the lakes calls upon",
            "Resolution 34/68. Boats sail;",
            "Resolution 34/68 Boats sail",
            "RESOLUTIONS ADOPTED BY THE SESSION",
            "RESOLUTION",
            "RESOLUTION NO.",
            "resolution 1596",
            "Resolution 1596;",
            "1/2",
            "34/POL/SG.REP.2);",
            "WHA66.2 and EB148.R3 on lamps",
            "Recalling Security Council resolution 2532 (2020)",
            "RESOLUTION 2532 (2020),",
            "2. Takes note of A/73/12",
            "Lake Ministers/22/RES/FINAL",
        ] {
            assert_eq!(heading(text), None, "{text}");
        }
    }

    #[test]
    fn a_symbol_tells_its_session() {
        for (symbol, session) in [
            ("2/34-P", Some(34)),
            ("12/10-ORG (IS)", Some(10)),
            ("A/RES/62/1", Some(62)),
            ("34/68 A", Some(34)),
            ("S/RES/2505 (2020)", None),
            ("2505 (2020)", None),
        ] {
            assert_eq!(session_number(symbol), session, "{symbol}");
        }
    }
}
