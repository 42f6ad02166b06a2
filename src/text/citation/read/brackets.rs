//! Round brackets of the sentence that a citation was cut from, which are none of its own.

use super::place::is_place_word;
use super::symbol::RESOLUTION;
use crate::text::citation::lex::{Kind, Token};

/// The tokens without the brackets around all of them, around a place with its word, or around what begins
/// with a word for a resolution; and without one that was left alone at an end by the cut.
pub(super) fn without_outer(mut tokens: Vec<Token>) -> Vec<Token> {
    while let Some((open, close)) = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_mark('('))
        .map(|(open, _)| (open, closing(&tokens, open)))
        .find(|&(open, close)| is_outer(&tokens, open, close))
    {
        if let Some(close) = close {
            take(&mut tokens, close);
        }
        take(&mut tokens, open);
    }
    if let Some(last) = tokens.iter().rposition(|token| !is_stop(token))
        && tokens[last].is_mark(')')
        && !(0..last).any(|open| tokens[open].is_mark('(') && closing(&tokens, open) == Some(last))
    {
        take(&mut tokens, last);
    }
    tokens
}

/// Takes a bracket out; what follows it stands apart from what was before it.
fn take(tokens: &mut Vec<Token>, at: usize) {
    tokens.remove(at);
    if let Some(next) = tokens.get_mut(at) {
        next.spaced = true;
    }
}

fn is_outer(tokens: &[Token], open: usize, close: Option<usize>) -> bool {
    let before_all = tokens[..open].iter().all(is_stop);
    let Some(close) = close else {
        return before_all && tokens.len() > open + 1;
    };
    let inside = &tokens[open + 1..close];
    let around_all = before_all && tokens[close + 1..].iter().all(is_stop);
    let around_symbol = before_all && inside.iter().any(|token| token.is_mark('/'));
    let apart = open == 0 || tokens[open].spaced;
    around_all || around_symbol || (apart && begins_a_part(inside))
}

/// Whether tokens begin with a word for a place or for a resolution.
fn begins_a_part(inside: &[Token]) -> bool {
    let begins = |token: &Token| match &token.kind {
        Kind::Word(word) => is_place_word(word) || RESOLUTION[..3].contains(&word.as_str()),
        Kind::Mark(mark) => matches!(mark, '¶' | '§'),
        Kind::Number(_) => false,
    };
    let parted = |token: &Token| token.is_mark('/');
    inside.first().is_some_and(begins) && !inside.get(1).is_some_and(parted)
}

/// Where the bracket that is opened at `open` is closed.
fn closing(tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is_mark('(') {
            depth += 1;
        } else if token.is_mark(')') {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

fn is_stop(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark('.' | ',' | ';' | ':' | '!' | '?' | '…')
    )
}
