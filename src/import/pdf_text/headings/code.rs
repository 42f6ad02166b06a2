//! Symbols as bodies print them.
//!
//! ```text
//! symbol = code [ series ] [ group ] [ letter ]
//! code   = figures, with slashes or not             ; 2/34-P, 73/6, 2505, 2021-45
//!        | letters and figures with / . - _         ; A/RES/73/6, WHA66.2, EB148.R3, A39-2, XIII.1, P9_TA(2034)0104
//!        | letters and figures around "Res", "Rec", "Dec" or "Mot" between dashes     ; WCC-2020-Res-045
//!        | "Conf.", or what ends with "RES." or "Dec.", perhaps "N°", and figures behind it   ; AG/RES. 2908
//! group  = a year, a session, a revision in brackets ; (2020), (IS), (XLVII-O/17), (Rev. Hammamet, 2016)
//! ```

use crate::import::words::figures;

/// The longest group in brackets, in words: `(Rev. Hammamet, 2016)`.
const GROUP: usize = 5;

/// The symbol that begins with a word, and the word behind it.
pub(super) fn read(words: &[&str], at: usize) -> Option<(String, usize)> {
    read_from(words.get(at)?, words, at + 1)
}

/// A symbol that begins with `first`; `next` is the word behind it.
pub(super) fn read_from(first: &str, words: &[&str], mut next: usize) -> Option<(String, usize)> {
    let mut symbol = figures(first.trim_end_matches(':')).into_owned();
    // `41 C/Resolution 66`: the session of a conference.
    if symbol.len() <= 3
        && symbol.chars().all(|c| c.is_ascii_digit())
        && let Some(series) = words.get(next).filter(|series| names_series(series))
    {
        symbol = format!("{symbol} {series}");
        next += 1;
    }
    if names_series(&symbol) {
        if let Some(word) = words.get(next).filter(|word| super::is_number_word(word)) {
            symbol = format!("{symbol} {word}");
            next += 1;
        }
        let number = words.get(next)?;
        let figures = number.trim_end_matches(['.', ':', ',']);
        figures
            .starts_with(|c: char| c.is_ascii_digit())
            .then_some(())?;
        symbol = format!("{symbol} {figures}");
        next += 1;
    } else {
        symbol.truncate(symbol.trim_end_matches(['.', ',']).len());
        is_code(&symbol).then_some(())?;
    }
    next = series(&mut symbol, words, next);
    if let Some((group, behind)) = group(words, next) {
        symbol = format!("{symbol} {group}");
        next = behind;
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

/// `2/34 - P`, `2/34- P`, `2/34 -P`
fn series(symbol: &mut String, words: &[&str], mut next: usize) -> usize {
    while let Some(word) = words.get(next) {
        let dashed = symbol.ends_with(['-', '–']);
        if !dashed && symbol.contains('/') && matches!(*word, "-" | "–") {
            if !words.get(next + 1).is_some_and(|word| is_series(word)) {
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
    next
}

fn is_series(word: &str) -> bool {
    (1..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
}

/// `AG/RES.`, `CM/Res.`, `Conf.`: the number stands apart.
fn names_series(word: &str) -> bool {
    let ends_so = || {
        let small = word.to_lowercase();
        let small = small.trim_end_matches('.');
        SERIES.iter().any(|end| small.ends_with(end))
    };
    word == CONFERENCE || word.contains('/') && ends_so()
}

/// How what stands before a number ends.
const SERIES: [&str; 8] = [
    "/res",
    "/dec",
    "/resolution",
    "/decision",
    "/résolution",
    "/décision",
    "/resolución",
    "/decisión",
];

/// What stands before the number of a resolution of a conference of parties: `Conf. 12.4`.
const CONFERENCE: &str = "Conf.";

fn is_code(word: &str) -> bool {
    let of_symbol = |c: char| c.is_alphanumeric() || "/-–._()".contains(c);
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    let begins = word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('/');
    has_digit
        && !word.ends_with('/')
        && word.chars().all(of_symbol)
        && (begins || is_lettered(word) || is_dashed(word))
}

/// `WCC-2020-Res-045-EN`: what kind of document it is stands between dashes, behind capitals.
fn is_dashed(word: &str) -> bool {
    let parts: Vec<_> = word.split('-').collect();
    let at = parts
        .iter()
        .position(|part| ["Res", "Rec", "Dec", "Mot"].contains(part));
    at.is_some_and(|at| at > 0 && parts.len() > at + 1)
        && parts[0]
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// `WHA66.2`, `A39-2`, `XIII.1`, `A.1134(32)`, `P9_TA(2034)0104`: capitals, and figures behind a sign.
fn is_lettered(word: &str) -> bool {
    let capitals = word.chars().take_while(char::is_ascii_uppercase).count();
    let behind = word
        .split_once(['.', '-', '_', '('])
        .map(|(_, behind)| behind);
    (1..=8).contains(&capitals)
        && !word.contains(|c: char| c.is_lowercase())
        && behind.is_some_and(|behind| behind.contains(|c: char| c.is_ascii_digit()))
}

/// The code of a body and a number, before which nothing stands: `WHA66.2`, `EB148.R3`, `EB154(17)`.
pub(in crate::import) fn is_organ_code(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':']);
    let Some((code, number)) = word.split_once(['.', '(']) else {
        return false;
    };
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits =
        |text: &str| (1..=3).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    (2..=6).contains(&letters.len())
        && letters.chars().all(|c| c.is_ascii_uppercase())
        && code.strip_prefix(letters).is_some_and(digits)
        && digits(number.trim_start_matches('R').trim_end_matches(')'))
}

/// Whether a symbol is nothing but figures, with stops or not: the number of a paragraph.
pub(super) fn is_dotted(symbol: &str) -> bool {
    symbol.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// `41 C/Resolution 66`
pub(super) fn is_of_conference(symbol: &str) -> bool {
    symbol.starts_with(|c: char| c.is_ascii_digit())
        && symbol.split(' ').nth(1).is_some_and(names_series)
}

/// A symbol that names a document wherever it stands alone on a line: `A/C.1/73/L.5`, `GC(62)/RES/5`, `2/34-P`.
pub(super) fn is_telling(symbol: &str) -> bool {
    let capital = symbol.starts_with(|c: char| c.is_ascii_uppercase());
    let slashes = symbol.matches('/').count();
    let small = symbol.to_lowercase();
    capital && slashes >= 2
        || ["/res", "/rés", "/dec", "/déc", "_ta("]
            .iter()
            .any(|part| small.contains(part))
        || symbol.starts_with(CONFERENCE)
        || has_series(symbol)
        || is_organ_code(symbol)
        || is_dashed(symbol)
        || capital && slashes > 0 && is_numbered_resolution(symbol)
        // `B9-0998/2023`: what was tabled in a term of a parliament.
        || capital && symbol.contains('-') && super::year(symbol).is_some()
}

/// `WPR/RC74.R11`
fn is_numbered_resolution(symbol: &str) -> bool {
    let number = symbol.rsplit_once(".R").map_or("", |(_, number)| number);
    (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `(2020)`, `(IS)`, `(XLVII-O/17)`, `(Rev. Hammamet, 2016)`, and the word behind it.
fn group(words: &[&str], at: usize) -> Option<(String, usize)> {
    let first = words.get(at)?.strip_prefix('(')?;
    let of_group = |c: char| c.is_ascii_alphanumeric() || "-/.".contains(c);
    if let Some(inner) = first.trim_end_matches([',', '.', ':']).strip_suffix(')') {
        let short = (1..=14).contains(&inner.len()) && inner.chars().all(of_group);
        return short.then(|| (format!("({inner})"), at + 1));
    }
    let end = (at + 1..words.len().min(at + GROUP)).find(|&end| words[end].ends_with(')'))?;
    let year = words[end].trim_end_matches(')');
    let dated = year.len() == 4 && year.chars().all(|c| c.is_ascii_digit());
    let revised = first.starts_with("Rev");
    ((dated || revised) && first.starts_with(char::is_uppercase))
        .then(|| (words[at..=end].join(" "), end + 1))
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

/// Whether two symbols name one resolution, one of them with the body before it: `A/RES/73/6` and `73/6`.
pub(in crate::import) fn is_same(one: &str, other: &str) -> bool {
    let ends = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    ends(one, other) || ends(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::citation::is_citable;

    #[test]
    fn symbols_of_many_bodies_are_read_whole() {
        for symbol in [
            "2/34-P",
            "A/RES/73/6",
            "2505 (2020)",
            "WHA66.2",
            "EB148.R3",
            "A39-2",
            "XIII.1",
            "A.1134(32)",
            "P9_TA(2034)0104",
            "GC(62)/RES/5",
            "A/C.1/73/L.5",
            "AG/RES. 2908 (XLVII-O/17)",
            "1 (Rev. Hammamet, 2016)",
            "2021-45",
            "Conf. 12.4 (Rev. CoP19)",
            "EB154(17)",
            "UNEP/CMS/Resolution 13.99",
            "41 C/Resolution 66",
        ] {
            let words: Vec<_> = symbol.split(' ').collect();
            assert_eq!(
                read(&words, 0),
                Some((symbol.to_owned(), words.len())),
                "{symbol}"
            );
            assert!(is_citable(symbol), "{symbol}");
        }
    }

    #[test]
    fn other_words_are_no_symbols() {
        for word in ["Lakes", "No.", "A.", "U.S.", "and/or", "Boat-1s", "(2020)"] {
            assert_eq!(read(&[word], 0), None, "{word}");
        }
    }

    #[test]
    fn a_symbol_that_stands_alone_is_told_from_other_figures() {
        for symbol in [
            "A/C.1/73/L.5",
            "EB154(17)",
            "2/34-P",
            "B9-0998/2033",
            "RC-B9-0998/2033",
        ] {
            assert!(is_telling(symbol), "{symbol}");
        }
        for symbol in ["2/34", "12-14/2033", "0998/2033", "A39-2"] {
            assert!(!is_telling(symbol), "{symbol}");
        }
    }

    #[test]
    fn a_symbol_with_its_body_is_the_same() {
        assert!(is_same("A/RES/93/6", "93/6"));
        assert!(is_same("2777 (2019)", "F/RES/2777 (2019)"));
        assert!(!is_same("93/6", "3/6"));
    }
}
