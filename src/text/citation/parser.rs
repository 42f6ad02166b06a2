//! Reading a citation: which of symbol and place comes first, and what may stand between them.
//!
//! Recursive descent over a handful of tokens. The ways are tried one after the other; where none leads to
//! the end, the error names the word that no way could read beyond, and what was expected there.

use std::cell::OnceCell;

use super::lex::{Kind, Token};
use super::names::{Names, known_symbols};
use super::{Citation, CitedPart, DIGITS_OF_A_SYMBOL, Expected, ParseCitationError, link};
use crate::text::map::Map;

mod annexes;
mod brackets;
mod claims;
mod days;
mod language;
mod list;
mod place;
mod steps;
mod symbol;
mod tokens;
mod words;

pub(crate) use claims::session_named;

pub(super) fn parse(typed: &str, names: &dyn Names) -> Result<Citation, ParseCitationError> {
    let tokens = brackets::without_outer(link::tokens(typed));
    // A number in quotes is a phrase.
    let quoted = typed.contains(['"', '“', '”']);
    let read = read(&tokens, names, quoted)
        .or_else(|miss| language::read(&tokens, names, quoted).unwrap_or(Err(miss)));
    read.map_err(|miss| ParseCitationError {
        typed: typed.to_owned(),
        at: tokens.get(miss.at).map_or(typed.len(), |token| token.at),
        expected: miss.expected,
    })
}

/// A citation without a language. A symbol of the corpus may have the sign of one.
fn read(tokens: &[Token], names: &dyn Names, quoted: bool) -> Parsed<Citation> {
    let read = parse_tokens(tokens, names).or_else(|miss| {
        let listed = brackets::around_each(tokens).ok_or(miss)?;
        parse_tokens(&listed, names).map_err(|_| miss)
    });
    match read {
        Ok(Citation::Bare(_)) if quoted => Err(Miss {
            at: 0,
            expected: Expected::Citation,
        }),
        read => read,
    }
}

fn parse_tokens(tokens: &[Token], names: &dyn Names) -> Parsed<Citation> {
    let mut parser = Parser::new(tokens, names);
    parser.citation().or_else(|miss| {
        // A symbol of the corpus may begin what is meant for another.
        if std::mem::take(&mut parser.knows) {
            parser.citation().map_err(|_| miss)
        } else {
            Err(miss)
        }
    })
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    names: &'a dyn Names,
    /// Whether symbols of the corpus are read as such.
    knows: bool,
    /// Those that were looked for, by the token where they would begin.
    known: OnceCell<Map<usize, (String, usize)>>,
    /// Whether only a symbol is read again, as it would be printed.
    is_inner: bool,
    /// Where it could be read on to, whatever the way.
    furthest: Miss,
}

/// What was expected at a token.
#[derive(Clone, Copy)]
struct Miss {
    at: usize,
    expected: Expected,
}

type Parsed<T> = Result<T, Miss>;

/// Whether a label may be a letter, or must begin with a digit or `~`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labels {
    Any,
    Numbers,
}

/// Marks that part a symbol from a place. A dash does so alone.
const SEPARATORS: &[char] = &[':', '#', ',', ';', '.'];

impl<'a> Parser<'a> {
    fn new(tokens: &'a [Token], names: &'a dyn Names) -> Self {
        Self {
            tokens,
            at: 0,
            names,
            knows: true,
            known: OnceCell::new(),
            is_inner: false,
            furthest: Miss {
                at: 0,
                expected: Expected::Citation,
            },
        }
    }

    fn citation(&mut self) -> Parsed<Citation> {
        self.at = 0;
        self.lead_in();
        let begin = self.at;
        let ways = [Self::number, Self::place_first, Self::symbol_first];
        for way in ways {
            self.at = begin;
            if let Ok(citation) = way(self) {
                return Ok(citation);
            }
        }
        Err(self.furthest)
    }

    /// Takes what stands before a citation in a note: `see also`, `cf.`, a comma.
    fn lead_in(&mut self) {
        self.skip(&[',', ';', '.', '…', '•']);
        if self.lead_word(&["see"]).is_some() {
            self.lead_word(&["also", "generally"]);
            self.lead_word(&["eg"]);
        } else {
            self.lead_word(&["cf", "eg"]);
        }
        self.skip(&[',']);
    }

    /// Takes a word and the stop behind it, as long as no symbol begins with them: `EG/1`, `EG.1`.
    fn lead_word(&mut self, words: &[&str]) -> Option<()> {
        let begin = self.at;
        self.word(words)?;
        self.skip(&['.', ',']);
        if self.touches(0) {
            self.at = begin;
            return None;
        }
        Some(())
    }

    /// A number alone, or several: `7`, `7 (a)`, `7-9 and 11`. In `2505, op 4` the first is a symbol.
    fn number(&mut self) -> Parsed<Citation> {
        let begin = self.at;
        let first = self.paragraphs(CitedPart::Operative, Labels::Numbers)?;
        let mut targets = self.and_more(vec![first]);
        self.end()?;
        let read = &self.tokens[begin..self.at];
        let is_symbol = |token: &Token| match &token.kind {
            Kind::Number(digits) => digits.len() >= DIGITS_OF_A_SYMBOL,
            Kind::Word(word) => words::is_place_word(word),
            Kind::Mark(mark) => matches!(mark, '¶' | '§'),
        };
        self.at = begin;
        let known = self.known().is_some_and(|(_, length)| length > 1);
        if targets.len() > 1 && (known || read.iter().any(is_symbol)) {
            return self.miss(Expected::Citation);
        }
        Ok(match targets.pop() {
            Some(only) if targets.is_empty() => Citation::Bare(only),
            last => {
                targets.extend(last);
                Citation::Here(targets)
            }
        })
    }

    /// A place, and the symbol it is of unless that is the open resolution's.
    fn place_first(&mut self) -> Parsed<Citation> {
        let begin = self.at;
        // A symbol of the corpus may begin with a word for a place.
        if self.known().is_some() {
            return self.miss(Expected::Citation);
        }
        let (is_marked, mut targets) = if let Some(points) = self.attempt(Self::points_first) {
            (true, points)
        } else {
            let first = if self.skip(&[':', '#']) {
                Some(self.places(Labels::Any)?)
            } else {
                self.marked_places()?
            };
            let is_marked = first.is_some();
            let first = match first {
                Some(first) => first,
                None => vec![self.paragraphs(CitedPart::Operative, Labels::Numbers)?],
            };
            (is_marked, self.and_more(first))
        };
        self.of_annex(&mut targets)?;
        if is_marked && self.at_end() {
            return Ok(Citation::Here(targets));
        }
        // `1540 of 2004`
        let first = self.tokens.get(begin).and_then(Token::text);
        if !is_marked && first.is_some_and(|first| first.len() >= DIGITS_OF_A_SYMBOL) {
            return self.miss(Expected::End);
        }
        // `7 2/34-P` is none: without a word, what begins with a number begins with a symbol.
        if !self.link() && !is_marked {
            let rest = if self.at_end() {
                Expected::Symbol
            } else {
                Expected::End
            };
            return self.miss(rest);
        }
        let mut claims = self.names();
        claims.extend(self.resolution_words());
        let symbol = self.symbol()?;
        claims.extend(self.claims_behind(&symbol));
        self.end()?;
        Ok(Citation::Of {
            symbol,
            targets,
            claims,
        })
    }

    fn symbol_first(&mut self) -> Parsed<Citation> {
        let mut claims = self.names();
        claims.extend(self.resolution_words());
        let begin = self.at;
        let symbol = self.symbol().map_err(|mut miss| {
            if begin == 0 && miss.at == 0 {
                miss.expected = Expected::Citation;
            }
            miss
        })?;
        claims.extend(self.claims_behind(&symbol));
        let labels = self.separators();
        let mut targets = Vec::new();
        if self.at < self.tokens.len() && !self.at_end() {
            let first = self.places(labels)?;
            targets = self.and_more(first);
            self.of_annex(&mut targets)?;
            claims.extend(self.claims_behind(&symbol));
        }
        self.end()?;
        Ok(Citation::Of {
            symbol,
            targets,
            claims,
        })
    }

    /// What parts a place from the symbol it is of; whether there was a word.
    fn link(&mut self) -> bool {
        let dash = self.mark('-').is_some();
        while !dash && self.skip(SEPARATORS) {}
        self.word(&["of", "in", "from", "to"]).is_some()
    }

    fn end(&mut self) -> Parsed<()> {
        if self.at_end() {
            Ok(())
        } else {
            self.miss(Expected::End)
        }
    }

    /// The symbol of the corpus that comes next, if one does.
    fn known(&self) -> Option<(String, usize)> {
        if !self.knows {
            return None;
        }
        let look = || known_symbols(self.names, self.tokens);
        self.known.get_or_init(look).get(&self.at).cloned()
    }

    /// Takes a dash that parts what stands on both sides of it: `2/34-P – 7`, `OP-7`, `2505-pp2`. Before a number,
    /// one that only touches that is a minus; and behind a symbol, one that touches both is the symbol's.
    fn parting_dash(&mut self) -> Option<()> {
        let word_before = self.before();
        let between_blanks = !self.touches(0) && !self.touches(1);
        let of_place = |token: Option<&Token>| {
            token
                .and_then(Token::text)
                .is_some_and(words::is_place_word)
        };
        let joins = self.touches(0) && self.touches(1) && of_place(word_before);
        if between_blanks || joins || of_place(self.peek(1)) {
            self.mark('-')
        } else {
            None
        }
    }

    /// Takes what parts a symbol from a place; behind a colon or `#`, a label may be a letter.
    fn separators(&mut self) -> Labels {
        let begin = self.at;
        if self.parting_dash().is_none() {
            self.skip(SEPARATORS);
        }
        let taken = self.tokens.get(begin..self.at).unwrap_or(&[]);
        let colon = taken
            .iter()
            .any(|token| token.is_mark(':') || token.is_mark('#'));
        if colon { Labels::Any } else { Labels::Numbers }
    }
}
