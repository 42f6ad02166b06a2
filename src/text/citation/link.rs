//! A link to a document stands for the symbol in it.
//!
//! The symbol is the value of the parameter that is called a symbol (`view_doc.asp?symbol=S/RES/2505(2020)`),
//! or else the path behind the language: `docs.un.org/en/S/RES/2505(2020)`. What a link says of the form of
//! the document is no part of the citation; a fragment (`#7`) is.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::lex::{Token, join_initials, lex};

/// Where a link is in a text.
struct Link<'t> {
    before: &'t str,
    symbol: Cow<'t, str>,
    /// Where it begins, and where what follows it begins, in bytes.
    at: usize,
    behind: usize,
}

/// The tokens of a text; those of a link's symbol all stand where the link begins.
pub(super) fn tokens(typed: &str) -> Vec<Token> {
    let Some(link) = Link::in_text(typed) else {
        return join_initials(&lex(typed, 0));
    };
    let mut tokens = lex(link.before, 0);
    let first = tokens.len();
    tokens.extend(lex(&link.symbol, 0));
    for token in &mut tokens[first..] {
        token.at = link.at;
    }
    if let Some(token) = tokens.get_mut(first) {
        token.spaced = true;
    }
    tokens.extend(lex(
        typed.get(link.behind..).unwrap_or_default(),
        link.behind,
    ));
    join_initials(&tokens)
}

impl<'t> Link<'t> {
    fn in_text(typed: &'t str) -> Option<Self> {
        let at = begins(typed)?;
        let (before, rest) = typed.split_at_checked(at)?;
        let address = address(rest);
        let (place, fragment) = address.split_once('#').unwrap_or((address, ""));
        let (_, path) = place
            .split_once("://")
            .map_or(place, |(_, rest)| rest)
            .split_once('/')?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let named = symbol_parameter(query).unwrap_or_else(|| symbol_path(path));
        let length = match fragment {
            "" => address.len(),
            _ => place.len(),
        };
        Some(Self {
            before,
            symbol: decoded(named),
            at,
            behind: at + length,
        })
    }
}

/// Where a link begins: at its scheme, or at a host that is known by the ending of its name.
fn begins(typed: &str) -> Option<usize> {
    const SCHEMES: [&str; 2] = ["http://", "https://"];
    const ENDINGS: [&str; 4] = [".org", ".int", ".net", ".com"];
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/' | ':');
    let mut from = 0;
    for word in typed.split(|c: char| !is_part(c)) {
        let lower = word.to_ascii_lowercase();
        if SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) {
            return Some(from);
        }
        if let Some((host, _)) = lower.split_once('/')
            && ENDINGS.iter().any(|ending| host.ends_with(ending))
        {
            return Some(from);
        }
        from += word.len();
        from += typed.get(from..)?.chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// What of a text is the link it begins with: without the signs of the sentence behind it, and without a
/// bracket that it does not open.
fn address(text: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»');
    let mut address = text.split(ends).next().unwrap_or(text);
    loop {
        let unopened = address.matches(')').count() > address.matches('(').count();
        let cut = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '\'' | '’' | ']');
        match address.strip_suffix(|c| cut(c) || (unopened && c == ')')) {
            Some(shorter) => address = shorter,
            None => return address,
        }
    }
}

fn symbol_parameter(query: &str) -> Option<&str> {
    let parameters = query.split('&').filter_map(|one| one.split_once('='));
    let mut symbols = parameters.filter(|(name, _)| {
        let name = name.to_ascii_lowercase();
        matches!(name.as_str(), "s" | "ds") || name.ends_with("symbol")
    });
    symbols.next().map(|(_, value)| value)
}

/// A symbol as an address has it; one writes a year as `2505-(2020)`.
fn decoded(named: &str) -> Cow<'_, str> {
    let symbol = percent_decode_str(named).decode_utf8_lossy();
    if symbol.contains("-(") {
        symbol.replace("-(", " (").into()
    } else {
        symbol
    }
}

/// The languages of documents, as addresses name them.
const LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// The path without what stands before a language, a language behind it, and the ending of a file.
fn symbol_path(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let path = [".pdf", ".html", ".htm", ".doc", ".docx"]
        .iter()
        .find_map(|ending| path.strip_suffix(ending))
        .unwrap_or(path);
    let path = match path.rsplit_once('/') {
        Some((rest, language)) if LANGUAGES.contains(&language) => rest,
        _ => path,
    };
    let starts = path.match_indices('/').map(|(at, _)| at + 1);
    let parts = std::iter::once(0).chain(starts).zip(path.split('/'));
    let language = parts.filter(|(_, part)| LANGUAGES.contains(part)).last();
    let behind = language.map(|(at, part)| at + part.len() + 1);
    behind.and_then(|behind| path.get(behind..)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_symbol_of_a_link_is_found() {
        for (typed, symbol) in [
            ("https://undocs.org/S/RES/2505(2020)", "S/RES/2505(2020)"),
            ("https://docs.un.org/en/A/RES/60/1", "A/RES/60/1"),
            ("undocs.org/S/RES/2505%20(2020).", "S/RES/2505 (2020)"),
            (
                "http://www.un.org/ga/view_doc.asp?symbol=S/RES/2505(2020)&Lang=E",
                "S/RES/2505(2020)",
            ),
            (
                "https://undocs.org/Home/Mobile?FinalSymbol=S%2FRES%2F2505(2020)&Language=E",
                "S/RES/2505(2020)",
            ),
            (
                "(see <https://example.int/WHA66.2.pdf>), para. 3",
                "WHA66.2",
            ),
        ] {
            let link = Link::in_text(typed).unwrap();
            assert_eq!(link.symbol, symbol, "{typed}");
        }
        for typed in ["S/RES/2505 (2020)", "A.1000(25)/Rev.1", "2/34-P", ""] {
            assert!(Link::in_text(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn what_stands_around_a_link_stays_and_so_does_its_fragment() {
        let typed = "para 7 of https://undocs.org/2/34-P#9, x";
        let tokens = tokens(typed);
        let at = |at: usize| tokens.iter().filter(|token| token.at == at).count();
        assert_eq!(at(10), 5);
        let last = tokens.last().unwrap();
        assert_eq!((last.at, last.text()), (typed.len() - 1, Some("x")));
        assert!(tokens.iter().any(|token| token.is_mark('#')));
    }
}
