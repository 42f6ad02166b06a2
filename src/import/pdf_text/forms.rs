//! What the form of a line alone tells of it, wherever it stands: rules, page numbers, and what a printing house
//! adds.
//!
//! ```text
//! page number = "-" figures "-" | ( "Page" | "p." ) figures [ ( "of" | "/" ) figures ]     ; figures may be roman
//!             | figures | figures ( "of" | "/" ) figures
//! job number  = [ letters "." ] 2 digits "-" 5 or 6 digits [ "(E)" ] [ date in 6 digits ]   ; 18-18142 (E) 021118
//! bar code    = "*" 6 or more digits "*"
//! imprint     = "Distr.: General" | "Original: English" | "Please recycle"
//! ```

use crate::import::shapes::LineShape;
use crate::import::source::Line;
use crate::text::citation::read_roman;

/// The forms of page numbers, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum PageNumber {
    /// `- 3 -`, `Page 3`, `Page 3 of 9`, `page iv`
    Decorated,
    /// `3`
    Bare,
    /// `3/9`, `3 of 9`
    Fraction,
    /// `iv`
    Roman,
}

/// The page number that fills a line.
pub(in crate::import) fn page_number(line: &Line<'_>) -> Option<PageNumber> {
    const NAMES: [&str; 6] = ["page", "p.", "página", "pág.", "seite", "стр."];
    if line.words.len() > 5 || line.shape == LineShape::Number {
        return None;
    }
    let text = line.words.concat().to_lowercase();
    let dashes = ['-', '–', '—'];
    let undashed = text.trim_matches(dashes);
    let unnamed = NAMES.iter().find_map(|name| text.strip_prefix(name));
    let counts = |text: &str| is_small(text) || is_small_roman(text);
    if text.starts_with(dashes) && text.ends_with(dashes) && counts(undashed)
        || unnamed.is_some_and(|number| counts(number) || is_fraction(number))
    {
        Some(PageNumber::Decorated)
    } else if is_small(&text) {
        Some(PageNumber::Bare)
    } else if is_fraction(&text) {
        Some(PageNumber::Fraction)
    } else {
        let printed = line.words.concat();
        is_small_roman(&printed).then_some(PageNumber::Roman)
    }
}

/// Whether a line ends with the number of a page, behind what document it is of: `Annex 5, page 2`.
pub(in crate::import) fn ends_in_page(line: &Line<'_>) -> bool {
    let [.., before, name, number] = line.words.as_slice() else {
        return false;
    };
    line.words.len() <= 6
        && name.eq_ignore_ascii_case("page")
        && is_small(number)
        && (before.ends_with(',') || is_symbol(before))
}

/// Whether a line ends with a page and how many there are: `Resolution 41-7     Page 1 of 2`.
pub(in crate::import) fn ends_in_page_of(line: &Line<'_>) -> bool {
    matches!(line.words.as_slice(), [.., name, number, of, last]
        if name.eq_ignore_ascii_case("page") && is_small(number) && *of == "of" && is_small(last))
}

/// Whether a word is what an annex is called, as it stands at the beginning of its heading.
pub(in crate::import) fn names_annex(word: &str) -> bool {
    const NAMES: [&str; 8] = [
        "annex",
        "appendix",
        "annexe",
        "appendice",
        "anexo",
        "anhang",
        "anlage",
        "приложение",
    ];
    let bare = word.trim_end_matches(['.', ':', '-']).to_lowercase();
    word.starts_with(char::is_uppercase) && NAMES.contains(&bare.as_str())
}

/// Whether a line is short and names a document by its number: `MSC 129/23/Add.1`.
pub(in crate::import) fn names_document(line: &Line<'_>) -> bool {
    let of_number = |word: &&str| word.contains('/') && word.contains(|c: char| c.is_ascii_digit());
    line.words.len() <= 3 && line.words.iter().any(of_number) && !line.ends_sentence()
}

/// A number of one to three digits.
fn is_small(text: &str) -> bool {
    (1..=3).contains(&text.len()) && is_digits(text)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `iv`
fn is_small_roman(text: &str) -> bool {
    text.bytes().all(|byte| b"ivxl".contains(&byte)) && read_roman(text).is_some()
}

/// `3/9`, `3of9`
fn is_fraction(text: &str) -> bool {
    let parts = text.split_once("of").or_else(|| text.split_once('/'));
    parts.is_some_and(|(page, pages)| is_small(page) && is_small(pages))
}

/// Whether a line is a rule: `---------`.
pub(in crate::import) fn is_rule(line: &Line<'_>) -> bool {
    let mut signs = line.words.iter().flat_map(|word| word.chars());
    // Of `= = =` each sign may stand on a line of its own.
    let is_long = signs.clone().nth(2).is_some() || line.words == ["="];
    is_long && signs.all(|c| matches!(c, '-' | '_' | '=' | '*' | '~' | '–' | '—' | '―' | '─'))
}

/// What older documents have at the foot of a page: the text goes on on the next.
const GOES_ON: &str = "/...";

/// Whether a line can only be what a printing house adds: a job number, a bar code.
pub(in crate::import) fn is_job(line: &Line<'_>) -> bool {
    if line.words.len() > 6 {
        return false;
    }
    let is_sure = |word: &str| is_job_number(word) || is_bar_code(word);
    let is_beside = |word: &str| {
        is_sure(word)
            || is_language(word)
            || is_day(word)
            || is_small(word)
            || is_fraction(word)
            || word == GOES_ON
    };
    is_bar_code(&line.words.concat())
        || line.words == [GOES_ON]
        || line.words.iter().any(|word| is_sure(word))
            && line.words.iter().all(|word| is_beside(word))
}

/// Whether a line is a day in six digits, as stands beside a job number.
pub(in crate::import) fn is_job_day(line: &Line<'_>) -> bool {
    matches!(line.words.as_slice(), [day] if is_day(day))
}

/// Whether a line says how a document is distributed.
pub(in crate::import) fn is_imprint(line: &Line<'_>) -> bool {
    let first = line.words[0].to_lowercase();
    let second = line.words.get(1).map(|word| word.to_lowercase());
    line.words.len() <= 6
        && (first.starts_with("distr.")
            || first == "original:"
            || first == "please" && second.is_some_and(|word| word.starts_with("recycle")))
}

/// Whether a line is what the site of an organisation says below all its pages.
pub(in crate::import) fn is_of_site(line: &Line<'_>) -> bool {
    const WORDS: usize = 20;
    const BEGINNINGS: [&str; 6] = [
        "last updated",
        "last modified",
        "©",
        "copyright ©",
        "copyright (c)",
        "dernière mise à jour",
    ];
    if line.words.len() > WORDS || !line.words[0].starts_with(|c: char| "LCD©lcd".contains(c)) {
        return false;
    }
    let small = line.text().to_lowercase();
    BEGINNINGS.iter().any(|begin| small.starts_with(begin))
}

/// `18-18142`, `GE.14-11653`, `GE.14-11653(E)`, `K2218142`
fn is_job_number(word: &str) -> bool {
    let word = match word.find('(').and_then(|at| word.split_at_checked(at)) {
        Some((number, language)) if is_language(language) => number,
        _ => word,
    };
    let number = word.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '.');
    let prefix = word.len() - number.len();
    if prefix == 1 && number.len() == 7 && is_digits(number) {
        return true;
    }
    prefix <= 4
        && number.split_once('-').is_some_and(|(year, job)| {
            year.len() == 2 && is_digits(year) && (5..=6).contains(&job.len()) && is_digits(job)
        })
}

/// `*1818142*`
fn is_bar_code(word: &str) -> bool {
    word.strip_prefix('*')
        .and_then(|word| word.strip_suffix('*'))
        .is_some_and(|inner| inner.len() >= 6 && is_digits(inner))
}

/// `(E)`, `(E/F)`
fn is_language(word: &str) -> bool {
    word.strip_prefix('(')
        .and_then(|word| word.strip_suffix(')'))
        .is_some_and(|inner| {
            inner.starts_with(|c: char| c.is_ascii_uppercase())
                && inner.split('/').all(|letter| letter.len() == 1)
        })
}

/// `021118`
fn is_day(word: &str) -> bool {
    word.len() == 6 && is_digits(word)
}

/// Whether a word has the form of a document's symbol: `A/RES/73/8`, `E/CN.4/2001/7`, `CM/38/Res.12`.
pub(in crate::import) fn is_symbol(word: &str) -> bool {
    let of_symbol = |c: char| c.is_ascii_alphanumeric() || "/.-".contains(c);
    let begins_small = |part: &str| part.starts_with(|c: char| c.is_ascii_lowercase());
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.contains('/')
        && word.contains(|c: char| c.is_ascii_digit())
        && word.chars().all(of_symbol)
        && !word.split('/').any(begins_small)
}

/// What two forms of one symbol have in common: `73/8` of `A/RES/73/8` and of `73/8.`; of `UNEP/EA.5/Res.12` all.
pub(in crate::import) fn symbol_key(word: &str) -> Option<&str> {
    let bare = word.trim_end_matches(['.', ':', ',']);
    let is_symbol = bare.contains('/') && bare.contains(|c: char| c.is_ascii_digit());
    let mut rest = bare;
    while !rest.starts_with(|c: char| c.is_ascii_digit()) {
        match rest.split_once('/') {
            Some((_, behind)) => rest = behind,
            None => return is_symbol.then_some(bare),
        }
    }
    is_symbol.then_some(rest)
}

/// Whether a word is of a page number or a job number beside a running head, or the year of its symbol.
pub(in crate::import) fn is_beside_head(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["page", "p."].contains(&lower.as_str())
        || is_small(word)
        || is_fraction(word)
        || is_job_number(word)
        || word.len() == 6
            && word
                .strip_prefix('(')
                .and_then(|word| word.strip_suffix(')'))
                .is_some_and(is_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line {
            words: text.split_whitespace().collect(),
            ..Line::default()
        }
    }

    #[test]
    fn page_numbers_of_every_form_are_told() {
        for (text, form) in [
            ("- 3 -", Some(PageNumber::Decorated)),
            ("Page 4", Some(PageNumber::Decorated)),
            ("Page 3 of 7", Some(PageNumber::Decorated)),
            ("page iv", Some(PageNumber::Decorated)),
            ("Página 3", Some(PageNumber::Decorated)),
            ("Seite 3", Some(PageNumber::Decorated)),
            ("– ii –", Some(PageNumber::Decorated)),
            ("12", Some(PageNumber::Bare)),
            ("2/5", Some(PageNumber::Fraction)),
            ("3 of 7", Some(PageNumber::Fraction)),
            ("xii", Some(PageNumber::Roman)),
            ("XII", None),
            ("2004", None),
            ("page one", None),
        ] {
            assert_eq!(page_number(&line(text)), form, "{text}");
        }
    }

    #[test]
    fn a_page_is_told_behind_its_document() {
        for text in ["Annex 5, page 2", "CM/38/Res.12 Page 2"] {
            assert!(ends_in_page(&line(text)), "{text}");
        }
        for text in ["on page 2", "page 2", "boats, page two"] {
            assert!(!ends_in_page(&line(text)), "{text}");
        }
        assert!(names_document(&line("MSC 129/23/Add.1")));
        assert!(!names_document(&line("and 129/23;")));
    }

    #[test]
    fn what_a_printing_house_adds_is_told_by_its_form() {
        for text in [
            "38-18142 (E) 021138",
            "*3818142*",
            "1/2 38-18142",
            "38-18142 2/2",
            "GE.34-11653",
            "GE.34-11653(E) 1",
            "* 3818142 *",
            "K3818142 021138",
        ] {
            assert!(is_job(&line(text)), "{text}");
        }
        for text in ["021138", "2/2", "boats 38-18142", "1 2", "a 38-181"] {
            assert!(!is_job(&line(text)), "{text}");
        }
        for text in ["Distr.: General", "Original: English", "Please recycle"] {
            assert!(is_imprint(&line(text)), "{text}");
        }
        assert!(!is_imprint(&line("Please sail")));
        for text in [
            "Last updated: 7 September 2032 - Legal notice",
            "© Board of Boats 2032",
        ] {
            assert!(is_of_site(&line(text)), "{text}");
        }
        assert!(!is_of_site(&line("Last lamps updated")));
    }

    #[test]
    fn two_forms_of_one_symbol_have_one_key() {
        for (word, key) in [
            ("A/RES/93/8", Some("93/8")),
            ("93/8.", Some("93/8")),
            ("L/HRC/RES/40/1", Some("40/1")),
            ("F/RES/2505", Some("2505")),
            ("LAKES/EA.5/Res.12", Some("LAKES/EA.5/Res.12")),
            ("lakes", None),
            ("2505", None),
            ("and/or", None),
        ] {
            assert_eq!(symbol_key(word), key, "{word}");
        }
        assert!(is_symbol("A/93/L.3") && is_symbol("CM/38/Res.12"));
        assert!(!is_symbol("A/b/3") && !is_symbol("93/8"));
    }
}
