//! Reading a citation: which of symbol and place comes first, and what may stand between them.
//!
//! Recursive descent over a handful of tokens. A way that fails puts the reader back to where it
//! began, and the last way tried says what was expected; so the likeliest way is tried last.

use super::lex::{Kind, Token, lex};
use super::{Citation, Expected, ParseCitationError, Target};
use crate::model::Part;

mod place;
mod steps;
mod symbol;

pub(super) fn read(typed: &str) -> Result<Citation, ParseCitationError> {
    let tokens = lex(typed);
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
    };
    let read = reader.citation().or_else(|miss| {
        reader.at = 0;
        reader.named().ok_or(miss)
    });
    read.map_err(|miss| ParseCitationError {
        typed: typed.to_owned(),
        at: tokens.get(miss.at).map_or(typed.len(), |token| token.at),
        expected: miss.expected,
    })
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
}

/// What was expected at a token.
struct Miss {
    at: usize,
    expected: Expected,
}

type Read<T> = Result<T, Miss>;

/// Whether a label may be a letter, or must begin with a digit or `~`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labels {
    Any,
    Numbers,
}

/// Marks that part a symbol from a place.
const SEPARATORS: &[char] = &[':', '#', ',', ';', '.', '-'];

/// Words that part a place from a symbol.
const LINKS: &[&str] = &["of", "in", "from", "to", "the"];

/// Words that no name ends with: `decided in resolution 1702` is a sentence.
const OF_A_SENTENCE: &[&str] = &[
    "and", "by", "from", "in", "its", "of", "on", "to", "under", "with",
];

impl Reader<'_> {
    fn citation(&mut self) -> Read<Citation> {
        if self.skip(&[':', '#']) {
            let target = self.place(Labels::Any)?;
            return self.of_symbol(target);
        }
        if let Some(target) = self.marked_place()? {
            return self.of_symbol(target);
        }
        let named = self.resolution_words();
        let begin = self.at;
        if !named && let Ok(target) = self.paragraphs(Part::Operative, Labels::Numbers) {
            if self.at_end() {
                return Ok(Citation::Bare(target));
            }
            if self.peek_word(&["of", "in", "from"]) {
                return self.of_symbol(target);
            }
        }
        self.at = begin;
        let symbol = self.symbol().map_err(|mut miss| {
            if miss.at == 0 {
                miss.expected = Expected::Citation;
            }
            miss
        })?;
        let labels = self.separators();
        let target = if self.at == self.tokens.len() {
            None
        } else {
            Some(self.place(labels)?)
        };
        self.end(Citation::Of { symbol, target })
    }

    /// A resolution behind the names of its organ and session, as a quotation has it.
    fn named(&mut self) -> Option<Citation> {
        while self.pass_names() {
            let begin = self.at;
            let last = begin.checked_sub(1).and_then(|last| self.tokens.get(last));
            if last.is_some_and(|last| last.is_word(OF_A_SENTENCE)) {
                return None;
            }
            if let Ok(citation @ Citation::Of { .. }) = self.citation() {
                return Some(citation);
            }
            self.at = begin + 1;
        }
        None
    }

    /// Behind a place: nothing more, or the symbol it is of.
    fn of_symbol(&mut self, mut target: Target) -> Read<Citation> {
        if let Some(annex) = self.of_annex()? {
            target.part = annex;
        }
        if self.at_end() {
            return Ok(Citation::Here(target));
        }
        while self.word(LINKS).is_some() || self.skip(SEPARATORS) {}
        self.pass_names();
        self.resolution_words();
        let symbol = self.symbol()?;
        self.end(Citation::Of {
            symbol,
            target: Some(target),
        })
    }

    fn end(&mut self, citation: Citation) -> Read<Citation> {
        if self.at_end() {
            Ok(citation)
        } else {
            self.miss(Expected::End)
        }
    }

    /// Whether at most a full stop or the like is left.
    fn at_end(&self) -> bool {
        self.tokens.get(self.at..).is_some_and(|rest| {
            rest.iter()
                .all(|token| matches!(token.kind, Kind::Mark('.' | ',' | ';' | ':')))
        })
    }

    fn miss<T>(&self, expected: Expected) -> Read<T> {
        Err(Miss {
            at: self.at,
            expected,
        })
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn kind(&self, ahead: usize) -> Option<&Kind> {
        self.peek(ahead).map(|token| &token.kind)
    }

    fn is_mark(&self, ahead: usize, mark: char) -> bool {
        self.kind(ahead) == Some(&Kind::Mark(mark))
    }

    /// Whether a token is there without a blank before it.
    fn touches(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|token| !token.spaced)
    }

    fn peek_word(&self, words: &[&str]) -> bool {
        self.peek(0).is_some_and(|token| token.is_word(words))
    }

    /// Takes one of these words.
    fn word(&mut self, words: &[&str]) -> Option<()> {
        self.peek_word(words).then(|| self.at += 1)
    }

    /// Takes a mark.
    fn mark(&mut self, mark: char) -> Option<()> {
        self.is_mark(0, mark).then(|| self.at += 1)
    }

    /// Takes all of these marks that follow; whether there were any.
    fn skip(&mut self, marks: &[char]) -> bool {
        let begin = self.at;
        while matches!(self.kind(0), Some(Kind::Mark(mark)) if marks.contains(mark)) {
            self.at += 1;
        }
        self.at > begin
    }

    /// Takes what parts a symbol from a place; behind a colon or `#`, a label may be a letter.
    fn separators(&mut self) -> Labels {
        let begin = self.at;
        self.skip(SEPARATORS);
        let taken = self.tokens.get(begin..self.at).unwrap_or(&[]);
        let colon = taken
            .iter()
            .any(|token| matches!(token.kind, Kind::Mark(':' | '#')));
        if colon { Labels::Any } else { Labels::Numbers }
    }
}
