//! Round brackets of the sentence that a citation was cut from, which are none of its own.

use super::place::is_place_word;
use super::symbol::RESOLUTION;
use crate::text::citation::lex::{Kind, Token};

/// So many brackets are taken off at most: a sentence has no more.
const MOST: usize = 16;

/// The tokens without the brackets around all of them, around a place with its word, or around what begins
/// with a word for a resolution; and without one that was left alone at an end by the cut.
pub(super) fn without_outer(mut tokens: Vec<Token>) -> Vec<Token> {
    for _ in 0..MOST {
        let Some((open, close)) = outer(&tokens) else {
            break;
        };
        if let Some(close) = close {
            take(&mut tokens, close);
        }
        take(&mut tokens, open);
    }
    if let Some(last) = tokens.iter().rposition(|token| !is_stop(token))
        && tokens[last].is_mark(')')
        && !pairs(&tokens).iter().any(|(_, close)| *close == Some(last))
    {
        take(&mut tokens, last);
    }
    tokens
}

/// The first bracket that is none of the citation's own, and where it is closed.
fn outer(tokens: &[Token]) -> Option<(usize, Option<usize>)> {
    let begin = tokens.iter().position(|token| !is_stop(token))?;
    let end = tokens.iter().rposition(|token| !is_stop(token))?;
    let is_outer = |&(open, close): &(usize, Option<usize>)| {
        let Some(close) = close else {
            return open == begin && tokens.len() > open + 1;
        };
        let inside = &tokens[open + 1..close];
        let around_symbol = || inside.iter().any(|token| token.is_mark('/'));
        let apart = open == 0 || tokens[open].spaced;
        (open == begin && (close == end || around_symbol())) || (apart && begins_a_part(inside))
    };
    pairs(tokens).into_iter().find(is_outer)
}

/// Where brackets are opened, in order, and where each is closed.
fn pairs(tokens: &[Token]) -> Vec<(usize, Option<usize>)> {
    let mut pairs = Vec::new();
    let mut unclosed = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.is_mark('(') {
            unclosed.push(pairs.len());
            pairs.push((at, None));
        } else if token.is_mark(')')
            && let Some(pair) = unclosed.pop().and_then(|opened| pairs.get_mut(opened))
        {
            pair.1 = Some(at);
        }
    }
    pairs
}

/// Takes a bracket out; what follows it stands apart from what was before it.
fn take(tokens: &mut Vec<Token>, at: usize) {
    tokens.remove(at);
    if let Some(next) = tokens.get_mut(at) {
        next.spaced = true;
    }
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

fn is_stop(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark('.' | ',' | ';' | ':' | '!' | '?' | '…')
    )
}
