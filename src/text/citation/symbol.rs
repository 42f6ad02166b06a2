//! Whether a typed symbol names a resolution: the corpus asks this of every symbol it holds.
//!
//! Symbols are compared as runs of digits and of letters, whatever stands between them: `2-34-p` is
//! `2/34-P`. Of a printed symbol may be left out what comes before its first number, and letters and
//! bracketed runs behind the last number typed: `2/34`, `2505`. A number in the open may not: `2` is
//! not `2/34-P`. Nothing is allocated, so that ten thousand symbols can be asked at each key.

use super::letter::folded;

/// How well a typed symbol fits a printed one, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// With something left out.
    Partly,
    /// All of it, but for what stands between.
    Wholly,
    /// To the character, but for capitals.
    Exactly,
}

/// A run of digits or of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) number: bool,
    bracketed: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Runs<'a> {
    rest: &'a str,
    bracketed: bool,
}

pub(super) fn runs(text: &str) -> Runs<'_> {
    Runs {
        rest: text,
        bracketed: false,
    }
}

impl<'a> Iterator for Runs<'a> {
    type Item = Run<'a>;

    fn next(&mut self) -> Option<Run<'a>> {
        let first = loop {
            let mut chars = self.rest.chars();
            match chars.next()? {
                '(' => self.bracketed = true,
                ')' => self.bracketed = false,
                c if c.is_alphanumeric() => break c,
                _ => {}
            }
            self.rest = chars.as_str();
        };
        let number = first.is_numeric();
        let end = self
            .rest
            .find(|c: char| !c.is_alphanumeric() || c.is_numeric() != number)
            .unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(Run {
            text,
            number,
            bracketed: self.bracketed,
        })
    }
}

/// A symbol without the year in brackets that it ends with, and that year: `2505 (2020)`.
pub(crate) fn without_year(symbol: &str) -> Option<(&str, u16)> {
    let (before, year) = symbol.strip_suffix(')')?.rsplit_once('(')?;
    let is_year = year.len() == 4 && year.chars().all(|c| c.is_ascii_digit());
    Some((before.trim_end(), year.parse().ok()?)).filter(|_| is_year)
}

/// A symbol with the letter behind its number on the other side of its bracket: `377 (V) A` for `377 A (V)`,
/// and the other way round. Bodies print the one, and cite the other.
pub(crate) fn turned(symbol: &str) -> Option<String> {
    let (before, rest) = symbol.split_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    let before = before.trim_end();
    let mut letter = behind.trim().chars();
    match (letter.next(), letter.next()) {
        (Some(letter), None) if letter.is_alphabetic() => {
            Some(format!("{before} {letter} ({inside})"))
        }
        (None, _) => {
            let letter = before.chars().last().filter(|c| c.is_alphabetic())?;
            let number = before.strip_suffix(letter)?.trim_end();
            let is_number = number.ends_with(char::is_numeric);
            is_number.then(|| format!("{number} ({inside}) {letter}"))
        }
        _ => None,
    }
}

/// The numbers of a symbol, in order.
pub(crate) fn numbers(symbol: &str) -> impl Iterator<Item = &str> + Clone {
    runs(symbol).filter(|run| run.number).map(|run| run.text)
}

/// A symbol as typed, to be compared with printed ones.
#[derive(Debug)]
pub(crate) struct Typed<'t> {
    symbol: &'t str,
    first_number: Option<&'t str>,
}

impl<'t> Typed<'t> {
    pub(crate) fn new(symbol: &'t str) -> Self {
        Self {
            symbol,
            first_number: numbers(symbol).next(),
        }
    }

    /// How well it fits the symbol of a resolution; none if it names another.
    pub(crate) fn fit(&self, symbol: &str) -> Option<Fit> {
        if let Some(number) = self.first_number {
            let first = symbol.find(char::is_numeric)?;
            let printed = symbol.get(first..)?;
            let is_other = |rest: &str| rest.starts_with(char::is_numeric);
            if printed.starts_with(|c: char| c.is_ascii())
                && printed.strip_prefix(number).is_none_or(is_other)
            {
                return None;
            }
        }
        if self.is_exactly(symbol) {
            return Some(Fit::Exactly);
        }
        self.first_number?;
        let mut printed = runs(symbol);
        let mut left_out = false;
        loop {
            if let Some(more) = rest_of(runs(self.symbol), printed.clone()) {
                let wholly = !left_out && !more;
                return Some(if wholly { Fit::Wholly } else { Fit::Partly });
            }
            if printed.next()?.number {
                return None;
            }
            left_out = true;
        }
    }

    /// Whether it is the symbol, but for capitals.
    pub(crate) fn is_exactly(&self, symbol: &str) -> bool {
        same(self.symbol, symbol)
    }
}

/// Whether anything is left of `printed` behind all of `typed`; none if they differ, or if what is
/// left may not be left out.
fn rest_of(typed: Runs<'_>, mut printed: Runs<'_>) -> Option<bool> {
    let mut more = false;
    for run in typed {
        let mut next = printed.next()?;
        // `217 (III)` for `217 A (III)`
        let letter = !next.bracketed && !next.number;
        if run.bracketed && letter && !same(run.text, next.text) {
            more = true;
            next = printed.next()?;
        }
        if !same(run.text, next.text) {
            return None;
        }
    }
    for run in printed {
        if run.number && !run.bracketed {
            return None;
        }
        more = true;
    }
    Some(more)
}

fn same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    folded(one).eq(folded(other))
}

/// Whether a symbol is the letters of an organ and numbers, as in `S/RES/2505 (2020)` and `A/RES/77/264`. All such
/// can be cited.
pub(super) fn is_of_numbers(symbol: &str) -> bool {
    let organs = ["S/RES/", "A/RES/", "S/PRST/", "S/"];
    let Some(rest) = organs.iter().find_map(|organ| symbol.strip_prefix(organ)) else {
        return false;
    };
    let (numbers, year) = match rest
        .strip_suffix(')')
        .and_then(|rest| rest.split_once(" ("))
    {
        Some((numbers, year)) => (numbers, Some(year)),
        None => (rest, None),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = |text: &str| {
        let of_century = text.starts_with("19") || text.starts_with("20");
        of_century && text.len() == 4 && is_number(text)
    };
    numbers.split('/').all(is_number) && year.is_none_or(is_year)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::citation::is_read_back;

    #[test]
    fn a_symbol_is_known_by_its_runs() {
        for (typed, symbol, expected) in [
            ("2/34-p", "2/34-P", Some(Fit::Exactly)),
            ("2-34-P", "2/34-P", Some(Fit::Wholly)),
            ("2/34P", "2/34-P", Some(Fit::Wholly)),
            ("2/34", "2/34-P", Some(Fit::Partly)),
            ("2", "2/34-P", None),
            ("34", "2/34-P", None),
            ("34-P", "2/34-P", None),
            ("2/34-E", "2/34-P", None),
            ("2/3", "2/34-P", None),
            ("2505", "S/RES/2505 (2020)", Some(Fit::Partly)),
            ("2505(2020)", "S/RES/2505 (2020)", Some(Fit::Partly)),
            ("RES/2505", "S/RES/2505 (2020)", Some(Fit::Partly)),
            ("S/RES/2505(2020)", "S/RES/2505 (2020)", Some(Fit::Wholly)),
            ("2505 (2021)", "S/RES/2505 (2020)", None),
            ("2020", "S/RES/2505 (2020)", None),
            ("60/1", "A/RES/60/1", Some(Fit::Partly)),
            ("60", "A/RES/60/1", None),
            ("34/68", "34/68 A", Some(Fit::Partly)),
            ("34/68a", "34/68 A", Some(Fit::Wholly)),
            ("181", "181 (II)", Some(Fit::Partly)),
            ("217(a)(iii)", "217 A (III)", Some(Fit::Wholly)),
            ("217 (III)", "217 A (III)", Some(Fit::Partly)),
            ("217 (II)", "217 A (III)", None),
            ("60/1", "A/RES/60/1/Rev.1", None),
            ("S-10/2", "A/RES/S-10/2", Some(Fit::Partly)),
            ("p", "2/34-P", None),
            ("", "2/34-P", None),
        ] {
            assert_eq!(
                Typed::new(typed).fit(symbol),
                expected,
                "{typed} for {symbol}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_symbol_of_numbers_can_be_cited(symbol in "(S/RES/|A/RES/|S/PRST/|S/)[0-9]{1,4}(/[0-9]{1,4}){0,2}( \\((19|20)[0-9]{2}\\))?") {
            prop_assert!(is_of_numbers(&symbol) && is_read_back(&symbol));
        }

        #[test]
        fn what_is_taken_for_a_symbol_of_numbers_can_be_cited(symbol in "(S/|A/)?(RES/)?[0-9/ (]{0,9}\\)?") {
            prop_assert!(!is_of_numbers(&symbol) || is_read_back(&symbol));
        }
    }
}
