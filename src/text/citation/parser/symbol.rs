//! Reading a symbol: where it ends, and its form with capitals and plain dashes.

use super::super::lex::{Kind, initials};
use super::super::link;
use super::words::{DETERMINERS, LINKS, RESOLUTION, SESSION, is_place_word};
use super::{Parsed, Parser};
use crate::text::citation::letter::capital;
use crate::text::citation::{Citation, Claim, ClaimedKind, Expected, Nothing, numeral};

/// Whether no symbol begins with a word: it is one for a place or a session, or `the` and the like.
fn begins_none(word: &str) -> bool {
    is_place_word(word) || DETERMINERS.contains(&word) || SESSION.contains(&word)
}

/// Whether a symbol is read as it is printed, without words before it, alone and with a place: `3SESS1:1` is
/// session 3 there. Alone it may be a number: `2505`.
fn reads_alone(symbol: &str) -> bool {
    let read = |cited: &str| {
        let tokens = link::tokens(cited);
        let mut parser = Parser::new(&tokens, &Nothing);
        parser.is_inner = true;
        parser.citation().ok()
    };
    let is_of_it =
        |cited: &Citation| matches!(cited, Citation::Of { symbol: read, .. } if read == symbol);
    let alone = read(symbol);
    let is_read = alone.is_some_and(|alone| matches!(alone, Citation::Bare(_)) || is_of_it(&alone));
    is_read && read(&format!("{symbol}:1")).is_some_and(|place| is_of_it(&place))
}

/// A symbol as far as it has been read.
#[derive(Clone, Default)]
struct FormedSymbol {
    text: String,
    /// Whether it has a number.
    numbered: bool,
    /// Whether it has a slash or a dash.
    structured: bool,
}

impl Parser<'_> {
    /// Takes `the`, `resolution`, `res. no.` and the like, whatever their number and order: none of them
    /// may be left for the symbol to begin with. What they say it is, unless that is a resolution.
    pub(super) fn resolution_words(&mut self) -> Option<Claim> {
        if !self.is_mark(1, '/') {
            self.word(DETERMINERS);
        }
        let mut said = None;
        while self.known().is_none() && !self.is_mark(1, '/') {
            let kind = match self.kind(0) {
                Some(Kind::Mark('№')) => None,
                Some(Kind::Word(word)) => match ClaimedKind::read(word) {
                    None if !RESOLUTION.contains(&word.as_str()) => break,
                    kind => kind,
                },
                _ => break,
            };
            said = said.or(kind);
            self.at += 1;
            self.skip(&['.', '°', ':', '#']);
        }
        said.map(Claim::Kind)
    }

    /// A symbol of the corpus, or what has the form of one; with it a possessive (`2505’s`).
    pub(super) fn symbol(&mut self) -> Parsed<String> {
        let begin = self.at;
        let symbol = match self.known() {
            Some((symbol, length)) => {
                self.at += length;
                symbol
            }
            None => self.formed_symbol().and_then(|symbol| {
                let is_one = self.is_inner || reads_alone(&symbol);
                if is_one {
                    Ok(symbol)
                } else {
                    self.at = begin;
                    self.miss(Expected::Symbol)
                }
            })?,
        };
        self.possessive();
        Ok(symbol)
    }

    fn formed_symbol(&mut self) -> Parsed<String> {
        let begin = self.at;
        let mut symbol = FormedSymbol::default();
        let ordinal = matches!(self.kind(1), Some(Kind::Word(word)) if numeral::is_suffix(word));
        // `PP/RES/1` is a symbol, `pp-1` is not.
        let claimed = !self.is_mark(1, '/')
            && matches!(self.kind(0), Some(Kind::Word(word)) if begins_none(word));
        // Alone they are one word: `No.S.C.2505`.
        let rest = self.tokens.get(begin..).unwrap_or_default();
        let apart = initials(rest) > 1;
        if claimed || apart || (ordinal && self.touches(1)) || !self.atom(&mut symbol) {
            return self.miss(Expected::Symbol);
        }
        loop {
            if self.is_mark(0, '/') && self.is_atom(1) {
                self.at += 1;
                symbol.text.push('/');
                symbol.structured = true;
            } else if self.dash_joins(&symbol) {
                self.at += 1;
                symbol.text.push('-');
                symbol.structured = true;
            } else if self.stop_joins(&symbol) {
                self.at += 1;
                symbol.text.push('.');
            } else if symbol.text.ends_with(char::is_numeric) && self.letter_follows(&symbol) {
                symbol.text.push(' ');
                self.atom(&mut symbol);
                self.and_letters(&mut symbol.text);
                continue;
            } else if symbol.text.ends_with(')') && self.letter_behind_bracket() {
                symbol.text.push(' ');
            } else if symbol.numbered && self.bracket(&mut symbol.text) {
                continue;
            } else if symbol.text.ends_with("/RES") && matches!(self.kind(0), Some(Kind::Number(_)))
            {
                symbol.text.push('/');
            } else if !(self.touches(0) && self.is_atom(0)) || self.peek_word(LINKS) {
                break;
            }
            self.atom(&mut symbol);
        }
        if symbol.numbered {
            Ok(symbol.text)
        } else {
            self.at = begin;
            self.miss(Expected::Symbol)
        }
    }

    fn is_atom(&self, ahead: usize) -> bool {
        matches!(self.kind(ahead), Some(Kind::Number(_) | Kind::Word(_)))
    }

    /// Takes digits or letters, if they come next.
    fn atom(&mut self, symbol: &mut FormedSymbol) -> bool {
        match self.kind(0) {
            Some(Kind::Number(digits)) => {
                symbol.text.push_str(digits);
                symbol.numbered = true;
            }
            Some(Kind::Word(word)) => symbol.text.extend(word.chars().map(capital)),
            _ => return false,
        }
        self.at += 1;
        true
    }

    /// A dash belongs to the symbol if nothing parts it from both sides; between blanks, only before
    /// the letters of a series: `2/34 - P`, but `2/34-P - 7`.
    fn dash_joins(&self, symbol: &FormedSymbol) -> bool {
        let (Some(dash), Some(next)) = (self.peek(0), self.peek(1)) else {
            return false;
        };
        self.is_mark(0, '-')
            && match &next.kind {
                Kind::Word(word) if dash.spaced || next.spaced => {
                    symbol.structured
                        && word.chars().count() < 5
                        && !is_place_word(word)
                        && word != "the"
                }
                Kind::Word(word) => !is_place_word(word),
                Kind::Number(_) => !(dash.spaced || next.spaced),
                Kind::Mark(_) => false,
            }
    }

    /// `Rev.1`, and `RES. 2908` as long as no number was met.
    fn stop_joins(&self, symbol: &FormedSymbol) -> bool {
        self.is_mark(0, '.')
            && self.touches(0)
            && match self.kind(1) {
                Some(Kind::Number(_)) => self.touches(1) || !symbol.numbered,
                Some(Kind::Word(word)) => self.touches(1) && !is_place_word(word),
                _ => false,
            }
    }

    /// The letter of `34/68 A`, `2/34 P 7`, `217 A (III)`.
    fn letter_follows(&mut self, symbol: &FormedSymbol) -> bool {
        let is_letter = matches!(self.kind(0), Some(Kind::Word(word)) if word.chars().count() == 1);
        if !is_letter || self.touches(0) || self.is_mark(1, '/') {
            return false;
        }
        symbol.structured || {
            let begin = self.at;
            self.at += 1;
            let goes_on = self.bracket(&mut symbol.text.clone()) || self.parted_place();
            self.at = begin;
            goes_on
        }
    }

    /// The `A` of `377 (V) A`.
    fn letter_behind_bracket(&mut self) -> bool {
        let is_letter = matches!(self.kind(0), Some(Kind::Word(word)) if word.chars().count() == 1);
        is_letter && !self.touches(0) && {
            self.at += 1;
            let ends = self.parted_place();
            self.at -= 1;
            ends
        }
    }

    /// Takes the `and B` of `55/180 A and B`.
    fn and_letters(&mut self, symbol: &mut String) {
        let letter = self.attempt(|parser| {
            parser.word(&["and"])?;
            let Some(Kind::Word(word)) = parser.kind(0) else {
                return None;
            };
            let letter = word.chars().next()?;
            let alone = word.chars().count() == 1;
            parser.at += 1;
            (alone && parser.parted_place()).then_some(capital(letter))
        });
        if let Some(letter) = letter {
            symbol.push_str(" AND ");
            symbol.push(letter);
        }
    }

    /// Whether the citation ends here, or goes on with a comma, a colon or a word for a place.
    fn parted_place(&self) -> bool {
        let word = matches!(self.kind(0), Some(Kind::Word(word)) if is_place_word(word));
        self.at_end() || word || self.is_mark(0, ',') || self.is_mark(0, ':')
    }

    /// A year `(2020)`, a roman session `(II)`, a series `(IS)`, `(XLVII-O/17)`: what is neither a point
    /// nor a paragraph in brackets.
    fn bracket(&mut self, symbol: &mut String) -> bool {
        if !self.is_mark(0, '(') || symbol.contains('(') {
            return false;
        }
        // `2505 (para. 7)`
        if matches!(self.kind(1), Some(Kind::Word(word)) if is_place_word(word) || RESOLUTION.contains(&word.as_str()))
        {
            return false;
        }
        // `1540 (S/RES/1540)`
        if matches!(self.kind(1), Some(Kind::Word(_))) && self.is_mark(2, '/') {
            return false;
        }
        let begin = self.at;
        self.at += 1;
        // `(2020-01-13)` is a day of adoption.
        if self.day().is_some() {
            self.at = begin;
            return false;
        }
        let mut inside = FormedSymbol::default();
        while self.atom(&mut inside) {
            if let Some(Kind::Mark(joint @ ('-' | '/' | '.'))) = self.kind(0)
                && self.is_atom(1)
            {
                inside.text.push(*joint);
                self.at += 1;
            } else if !self.touches(0) {
                break;
            }
        }
        let inside = inside.text;
        let year = inside.len() == 4 && inside.chars().all(|c| c.is_ascii_digit());
        let roman = matches!(inside.as_str(), "I" | "V" | "X");
        let series = inside.chars().count() > 1 && inside.contains(char::is_alphabetic);
        if self.mark(')').is_some() && (year || roman || series) {
            symbol.push_str(" (");
            symbol.push_str(&inside);
            symbol.push(')');
            true
        } else {
            self.at = begin;
            false
        }
    }
}
