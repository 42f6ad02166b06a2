//! Where a resolution begins: a line with its symbol.
//!
//! ```text
//! heading = [ "DRAFT" ] ( "RESOLUTION" | "RÉSOLUTION" | "RES." ) [ "NO." ] symbol [ "ON" title | title ]
//!         | symbol                       ; "2/34-P" or with "/RES/", alone on its line
//!         | "Resolution adopted by" …    ; and a few lines below it: symbol [ "." title ]
//! symbol  = number-with-slash [ "-" letters ] [ "(" group ")" ] [ letter ]
//! ```
//!
//! In capitals a heading is sure. Else (`Resolution 2505 (2020)`) it may be the middle of a sentence
//! that happens to stand on a line of its own, and its surroundings decide.

use super::bodies;
use crate::import::source::Line;
use crate::import::words::is_stop;
use crate::text::language::Language;

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
            sure: true,
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

/// The heading that begins with the first of these lines.
pub(in crate::import) fn read_lines(lines: &[Line<'_>], language: Language) -> Option<Heading> {
    let (line, below) = lines.split_first()?;
    let first = line.words.iter().take(3).map(|word| word.to_lowercase());
    if !first.eq(["resolution", "adopted", "by"]) || line.words[0].starts_with('r') {
        return read(line);
    }
    let below = below.iter().take(ADOPTED_LINES);
    let below = below.take_while(|line| !bodies::may_open(&line.text(), language));
    (1..).zip(below).find_map(|(below, line)| {
        let heading = read(line).or_else(|| {
            let (symbol, words) = symbol(&line.words, 0)?;
            let closed = symbol.contains('/') && closes(line.words[words - 1]);
            closed.then_some(Heading {
                symbol,
                words,
                sure: false,
                below,
            })
        });
        heading.map(|heading| Heading { below, ..heading })
    })
}

/// The heading a line opens with.
pub(in crate::import) fn read(line: &Line<'_>) -> Option<Heading> {
    let words = line.words.as_slice();
    let draft = usize::from(words[0].eq_ignore_ascii_case("draft"));
    let keyword = words.get(draft)?.trim_end_matches(['.', ':']);
    let named = keyword.starts_with(char::is_uppercase)
        && ["resolution", "résolution", "res"].contains(&keyword.to_lowercase().as_str());
    if !named {
        let (symbol, used) = symbol(words, 0)?;
        let telling = symbol.contains("/RES/") || has_series(&symbol);
        return (draft == 0 && telling && used == words.len()).then_some(Heading {
            symbol,
            words: used,
            sure: false,
            below: 0,
        });
    }
    let (symbol, used) = numbered(words, draft + 1)?;
    let capitals = !keyword.contains(char::is_lowercase);
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
    (titled && (capitals || rest.is_empty()) || named).then_some(Heading {
        symbol,
        words: used,
        sure: capitals && titled,
        below: 0,
    })
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
    const NUMBER: [&str; 7] = ["no.", "no", "nº", "n°", "no:", "number", "#"];
    let word = words.get(at)?;
    if NUMBER.contains(&word.to_lowercase().as_str()) {
        return symbol(words, at + 1);
    }
    // `NO.2/34-P`
    let glued = ["NO.", "No.", "no.", "Nº", "N°"]
        .iter()
        .find_map(|number| word.strip_prefix(number))
        .unwrap_or(word);
    symbol_from(glued, words, at + 1)
}

fn symbol(words: &[&str], at: usize) -> Option<(String, usize)> {
    symbol_from(words.get(at)?, words, at + 1)
}

/// A symbol that begins with `first`; `next` is the word behind it.
fn symbol_from(first: &str, words: &[&str], mut next: usize) -> Option<(String, usize)> {
    let of_symbol = |c: char| c.is_alphanumeric() || "/-–.()".contains(c);
    let mut symbol = first.trim_end_matches(['.', ':']).to_owned();
    let starts = symbol.starts_with(|c: char| c.is_ascii_digit()) || symbol.contains('/');
    if !starts || !symbol.contains(|c: char| c.is_ascii_digit()) || !symbol.chars().all(of_symbol) {
        return None;
    }
    // `2/34 - P`, `2/34- P`, `2/34 -P`
    let is_series =
        |word: &str| (1..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    while let Some(word) = words.get(next) {
        let dashed = symbol.ends_with(['-', '–']);
        if !dashed && symbol.contains('/') && matches!(*word, "-" | "–") {
            let series = words.get(next + 1).is_some_and(|word| is_series(word));
            if !series {
                break;
            }
        } else if !(dashed && is_series(word)
            || word.strip_prefix(['-', '–']).is_some_and(is_series))
        {
            break;
        }
        symbol.push_str(word);
        next += 1;
    }
    if let Some(group) = words.get(next).filter(|word| is_group(word)) {
        symbol = format!("{symbol} {group}");
        next += 1;
    }
    if let [letter] = &words[next..]
        && letter.len() == 1
        && is_series(letter)
    {
        symbol = format!("{symbol} {letter}");
        next += 1;
    }
    Some((symbol, next))
}

/// `(2020)`, `(IS)`, `(XXIX)`
fn is_group(word: &str) -> bool {
    word.strip_prefix('(')
        .and_then(|word| word.strip_suffix(')'))
        .is_some_and(|inner| {
            (1..=8).contains(&inner.len())
                && inner.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
}

/// `2/34-P`
fn has_series(symbol: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    symbol.split_once('/').is_some_and(|(number, rest)| {
        let series = rest.split_once('-');
        digits(number)
            && series.is_some_and(|(session, series)| {
                digits(session) && series.starts_with(|c: char| c.is_ascii_uppercase())
            })
    })
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
            ("Resolution 34/68. Boats of the lakes", "34/68", 2, false),
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
