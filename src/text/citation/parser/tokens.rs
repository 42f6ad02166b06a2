//! The tokens that come next, and how far could be read.

use super::brackets::is_stop;
use super::{Miss, Parsed, Parser};
use crate::text::citation::Expected;
use crate::text::citation::lex::{Kind, Token};

impl Parser<'_> {
    pub(super) fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn kind(&self, ahead: usize) -> Option<&Kind> {
        self.peek(ahead).map(|token| &token.kind)
    }

    pub(super) fn is_mark(&self, ahead: usize, mark: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.is_mark(mark))
    }

    /// Whether a token is there without a blank before it.
    pub(super) fn touches(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|token| !token.spaced)
    }

    pub(super) fn peek_word(&self, words: &[&str]) -> bool {
        self.peek(0).is_some_and(|token| token.is_word(words))
    }

    /// Takes one of these words.
    pub(super) fn word(&mut self, words: &[&str]) -> Option<()> {
        self.peek_word(words).then(|| self.at += 1)
    }

    /// Takes a mark.
    pub(super) fn mark(&mut self, mark: char) -> Option<()> {
        self.is_mark(0, mark).then(|| self.at += 1)
    }

    /// Takes all of these marks that follow; whether there were any.
    pub(super) fn skip(&mut self, marks: &[char]) -> bool {
        let begin = self.at;
        while matches!(self.kind(0), Some(Kind::Mark(mark)) if marks.contains(mark)) {
            self.at += 1;
        }
        self.at > begin
    }

    /// Reads by one way, and stays where it was if that leads nowhere.
    pub(super) fn attempt<T>(&mut self, way: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let begin = self.at;
        let read = way(self);
        if read.is_none() && self.at > begin {
            self.reached(Miss {
                at: self.at,
                expected: Expected::Word,
            });
            self.at = begin;
        }
        read
    }

    pub(super) fn miss<T>(&mut self, expected: Expected) -> Parsed<T> {
        let miss = Miss {
            at: self.at,
            expected,
        };
        self.reached(miss);
        Err(miss)
    }

    /// Notes how far could be read. The first way that comes this far says what was expected there.
    pub(super) fn reached(&mut self, miss: Miss) {
        let vague = self.furthest.expected == Expected::Word;
        if miss.at > self.furthest.at || (miss.at == self.furthest.at && vague) {
            self.furthest = miss;
        }
    }

    /// The token that was read last.
    pub(super) fn before(&self) -> Option<&Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// Whether at most a full stop or the like is left.
    pub(super) fn at_end(&self) -> bool {
        let rest = self.tokens.get(self.at..).unwrap_or_default();
        rest.iter().all(is_stop)
    }
}
